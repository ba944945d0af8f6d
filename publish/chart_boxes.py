"""How large the boxes of a chart are, and where in them each word stands. Lengths are in pixels."""

from dataclasses import dataclass, field

from publish.chart_model import Box, Line, Row
from publish.chart_words import cut, width, wrap

#: Letters, height of a line of words, and least height of a row, by kind; what can be pressed is never lower than 24.
SIZES: dict[str, tuple[float, float, float]] = {
    "name": (14, 17, 24),
    "note": (12, 15, 18),
    "head": (12, 15, 20),
    "seat": (13, 16, 24),
    "organisation": (13, 16, 24),
    "person": (13, 16, 17),
}
BOLD = frozenset({"name"})
_PAD = 10
_INDENT = {"organisation": 0, "person": 14}
AGO = "confirmed long ago"
LABEL, DAYS = 12.0, 11.0
STEP = 14


@dataclass(frozen=True)
class Words:
    """A row as it stands in its box: its lines, the top of it, and how high it is."""

    row: Row
    lines: list[str]
    x: float
    top: float
    height: float
    days: list[str] = field(
        default_factory=list
    )  #: the lines below it; an empty one is room for the words that it was long ago

    @property
    def size(self) -> float:
        return SIZES[self.row.kind][0]

    @property
    def step(self) -> float:
        return SIZES[self.row.kind][1]


@dataclass
class Made:
    """A box with its words, at 0, 0."""

    box: Box
    width: float
    height: float
    words: list[Words] = field(default_factory=list)


def make(box: Box, level: int, *, widest: float, least: float = 130) -> Made:
    """A box just wide enough for its rows, and never wider than `widest`."""
    rows = list(box.rows(level)) or [Row(box.name, "name", box.href)]
    room = widest - 2 * _PAD
    needed = least - 2 * _PAD
    for row in rows:
        indent = _INDENT.get(row.kind, 0)
        for line in wrap(_said(row), SIZES[row.kind][0], room - indent, bold=row.kind in BOLD):
            needed = max(needed, indent + width(line, SIZES[row.kind][0], bold=row.kind in BOLD))
        if row.days:
            needed = max(needed, indent + width(f"{row.days}, {AGO}", DAYS) + 1)
    needed = min(needed, room)
    made = Made(box, round(needed + 2 * _PAD, 1), 0)
    top, beside = 5.0, False
    for number, row in enumerate(rows):
        size, step, lowest = SIZES[row.kind]
        indent = _INDENT.get(row.kind, 0)
        lines = wrap(_said(row), size, needed - indent + 0.5, bold=row.kind in BOLD)
        days = below(row, needed - indent)
        height = max(lowest, len(lines) * step + len(days) * STEP + (4 if row.href else 1))
        if beside:
            beside = False
            made.words.append(Words(row, lines, _PAD + needed / 2 + indent / 2, top - height, height, days))
            continue
        made.words.append(Words(row, lines, _PAD + indent, top, height, days))
        top += height
        beside = number + 1 < len(rows) and all(_is_half(r, needed) for r in rows[number : number + 2])
    made.height = round(top + 5, 1)
    return made


def _is_half(row: Row, room: float) -> bool:
    """Whether two such rows stand side by side: names of people do where they are short."""
    return row.kind == "person" and width(_said(row), SIZES["person"][0]) < room / 2 - _INDENT["person"]


def below(row: Row, room: float) -> list[str]:
    """The lines below the words of a row that say when papers state it, with room for its having been long ago."""
    lines = wrap(row.days, DAYS, room) if row.days else []
    if lines and row.standing is not None and row.standing.said and not joins(lines[-1], room):
        lines.append("")
    return lines


def joins(days: str, room: float) -> bool:
    """Whether the words that say that it was long ago fit on the same line."""
    return width(f"{days}, {AGO}", DAYS) <= room


def _said(row: Row) -> str:
    return cut(row.words)


@dataclass(frozen=True)
class Label:
    """The words beside a line: what it says, and under it when a paper states it."""

    lines: list[str]
    days: list[str]
    width: float
    height: float


def label(words: str, line: Line, *, widest: float) -> Label:
    """The label of a line, with room for the words that say that it was last confirmed long ago."""
    lines = wrap(cut(words), LABEL, widest)
    days = wrap(line.standing.words, DAYS, widest)
    across = max([width(part, LABEL) for part in lines] + [width(part, DAYS) for part in [*days, AGO]])
    extra = 1 if line.standing.said else 0
    return Label(lines, days, min(across, widest) + 8, (len(lines) + len(days) + extra) * STEP + 6)
