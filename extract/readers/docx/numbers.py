"""The numbers and bullets that Word prints before paragraphs, counted as Word counts them."""

import re
from dataclasses import dataclass, field

from docx.document import Document
from lxml import etree

from extract.readers.docx.words import W, value

_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        "m cm d cd c xc l xl x ix v iv i".split(),
        strict=True,
    )
)
#: How deep lists nest in Word.
_LEVELS = 9
#: Styles based on styles beyond this are a circle.
_MOST_STYLES = 40


@dataclass(frozen=True)
class Level:
    """How one level of a list is numbered."""

    form: str  #: decimal, lowerLetter, bullet, …
    text: str  #: "%1.%2" with the numbers of the levels in place
    start: int


@dataclass
class _List:
    levels: dict[int, Level]
    counts: dict[int, int] = field(default_factory=dict)


@dataclass
class Style:
    """What a paragraph style says: its name, the style it is based on, and its numbering, outline and weight where it sets them."""

    name: str
    based: str | None
    list_id: str | None
    level: int | None
    outline: int | None
    bold: bool | None


class Numbers:
    """Counts the lists of one document from its first paragraph to its last."""

    def __init__(self, document: Document) -> None:
        self.styles = _styles(document)
        self.lists = _lists(document)

    def style(self, paragraph: etree._Element) -> list[Style]:
        """The style of a paragraph and those it is based on, the nearest first."""
        key = value(paragraph.find(f"{W}pPr/{W}pStyle")) or self._default()
        chain: list[Style] = []
        while key is not None and key in self.styles and len(chain) < _MOST_STYLES:
            chain.append(self.styles[key])
            key = chain[-1].based
        return chain

    def _default(self) -> str | None:
        return "Normal" if "Normal" in self.styles else None

    def next(self, paragraph: etree._Element) -> tuple[str, int] | None:
        """The number or bullet of the paragraph and its level from 0; None where it has none."""
        found = self._numbered(paragraph)
        if found is None:
            return None
        list_id, depth = found
        counted = self.lists.get(list_id)
        level = counted.levels.get(depth) if counted is not None else None
        if counted is None or level is None or level.form == "none" and not level.text:
            return None
        for deeper in range(depth + 1, _LEVELS):
            counted.counts.pop(deeper, None)
        counted.counts[depth] = counted.counts.get(depth, level.start - 1) + 1
        if level.form == "bullet":
            return "•", depth
        return self._printed(counted, level), depth

    def _numbered(self, paragraph: etree._Element) -> tuple[str, int] | None:
        own = paragraph.find(f"{W}pPr/{W}numPr")
        chain = self.style(paragraph)
        list_id = value(own.find(f"{W}numId")) if own is not None else None
        depth = value(own.find(f"{W}ilvl")) if own is not None else None
        if list_id is None:
            list_id = next((style.list_id for style in chain if style.list_id is not None), None)
        if depth is None:
            depth = str(next((style.level for style in chain if style.level is not None), 0))
        if list_id is None or list_id == "0":
            return None
        return list_id, int(depth) if depth.isdigit() else 0

    @staticmethod
    def _printed(counted: _List, level: Level) -> str:
        def number(match: re.Match[str]) -> str:
            index = int(match[1]) - 1
            other = counted.levels.get(index)
            if other is None:
                return ""
            return spelt(counted.counts.get(index, other.start), other.form)

        return re.sub(r"%([1-9])", number, level.text)


def spelt(number: int, form: str) -> str:
    """A number as Word prints it in a form: 3, 03, c, C, iii, III, 3rd."""
    if form in ("lowerLetter", "upperLetter"):
        letter = chr(97 + (number - 1) % 26) * min((number - 1) // 26 + 1, 20) if number > 0 else ""
        return letter.upper() if form == "upperLetter" else letter
    if form in ("lowerRoman", "upperRoman"):
        roman, rest = "", min(max(number, 0), 4999)
        for size, sign in _ROMAN:
            while rest >= size:
                roman, rest = roman + sign, rest - size
        return roman.upper() if form == "upperRoman" else roman
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "ordinal":
        ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    return "" if form in ("none", "bullet") else str(number)


def _styles(document: Document) -> dict[str, Style]:
    found: dict[str, Style] = {}
    for element in document.styles.element.iterchildren(f"{W}style"):
        key = element.get(f"{W}styleId")
        if key is None or element.get(f"{W}type") not in (None, "paragraph"):
            continue
        outline, level = value(element.find(f"{W}pPr/{W}outlineLvl")), value(element.find(f"{W}pPr/{W}numPr/{W}ilvl"))
        bold = element.find(f"{W}rPr/{W}b")
        found[key] = Style(
            value(element.find(f"{W}name")) or key,
            value(element.find(f"{W}basedOn")),
            value(element.find(f"{W}pPr/{W}numPr/{W}numId")),
            int(level) if level and level.isdigit() else None,
            int(outline) if outline and outline.isdigit() else None,
            None if bold is None else value(bold) not in ("0", "false"),
        )
    return found


def _lists(document: Document) -> dict[str, _List]:
    try:
        root = document.part.numbering_part.element
    except (KeyError, RuntimeError):
        return {}
    abstract = {
        element.get(f"{W}abstractNumId"): {
            index: level for index, level in (_level(e) for e in element.iterchildren(f"{W}lvl")) if index is not None
        }
        for element in root.iterchildren(f"{W}abstractNum")
    }
    found: dict[str, _List] = {}
    shared: dict[str, _List] = {}
    for element in root.iterchildren(f"{W}num"):
        key, of = element.get(f"{W}numId"), value(element.find(f"{W}abstractNumId"))
        if key is None or of not in abstract:
            continue
        overrides = list(element.iterchildren(f"{W}lvlOverride"))
        if not overrides:
            found[key] = shared.setdefault(of or "", _List(abstract[of]))
            continue
        levels = dict(abstract[of])
        for override in overrides:
            index = int(override.get(f"{W}ilvl") or 0)
            own, start = override.find(f"{W}lvl"), value(override.find(f"{W}startOverride"))
            if own is not None:
                levels[index] = _level(own)[1]
            elif start is not None and start.isdigit() and index in levels:
                levels[index] = Level(levels[index].form, levels[index].text, int(start))
        found[key] = _List(levels)
    return found


def _level(element: etree._Element) -> tuple[int | None, Level]:
    index, start = element.get(f"{W}ilvl"), value(element.find(f"{W}start"))
    form = value(element.find(f"{W}numFmt")) or "decimal"
    text = value(element.find(f"{W}lvlText")) or ""
    return (int(index) if index and index.isdigit() else None), Level(
        form, text, int(start) if start and start.isdigit() else 1
    )
