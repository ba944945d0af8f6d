"""Where the boxes and lines of a chart stand on a wide page: Graphviz places what lines tie, the rest stands in rows below it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from publish import chart_boxes
from publish.chart_boxes import Label, Made
from publish.chart_combs import Comb, combs
from publish.chart_model import Chart, Line
from publish.chart_routes import Area, Point, between, is_free, spread
from publish.chart_words import wrap

#: Width of a page beside its contents; a chart that must be wider scrolls.
PAGE = 960
_GAP = 24
_EDGE = 6


@dataclass
class Path:
    """A line as drawn: pieces of a curve (`smooth`) or of straight lines, each towards its tip, where that stands, and its label."""

    line: Line
    pieces: list[list[Point]]
    smooth: bool
    tip: Point | None
    sentence: str  #: who does what to whom
    label: Label
    at: Point  #: top left of the label
    middle: bool = True  #: whether the words of the label stand about its middle


@dataclass
class Placed:
    """A chart with a place for everything, in reading order: each box is followed by the lines told with it."""

    width: float = 0
    height: float = 0
    boxes: list[tuple[Made, float, float]] = field(default_factory=list)
    paths: dict[str, list[Path]] = field(default_factory=dict)
    heads: list[tuple[str, float, float]] = field(default_factory=list)


def ends(line: Line) -> tuple[str, str]:
    """The upper and the lower end of a line."""
    return (line.subject, line.object) if line.rank < 0 else (line.object, line.subject)


class Plan:
    """A chart measured, with what Graphviz is to be asked."""

    def __init__(self, chart: Chart) -> None:
        self.chart = chart
        self.made = {
            box.id: chart_boxes.make(box, chart.level, widest=330 if chart.level > 1 else 290) for box in chart.boxes
        }
        self.labels = [chart_boxes.label(line.said, line, widest=132) for line in chart.drawn]
        sides = {place: ends(line) for place, line in enumerate(chart.drawn)}
        self._combs = combs(chart.drawn, sides, self.made)
        self._groups = _tied(chart)
        self.dots = [self._dot(group) for group in self._groups]

    def _dot(self, group: Sequence[str]) -> str:
        """One part of the chart in Graphviz's language: only sizes, so that no word of a paper is in it."""
        number = {box.id: n for n, box in enumerate(self.chart.boxes)}
        out = [
            "digraph {",
            "graph [rankdir=TB, nodesep=0.3, ranksep=0.42, mclimit=20];",
            'node [shape=box, fixedsize=true, label=""];',
        ]
        combs = [(n, comb) for n, comb in enumerate(self._combs) if comb.upper in group]
        combed = {tooth.place: tooth for _, comb in combs for tooth in comb.teeth}
        below = {tooth.made.box.id for tooth in combed.values()}
        for box in group:
            made = self.made[box]
            if box not in below:
                out.append(f"n{number[box]} [width={made.width / 72:.4f}, height={made.height / 72:.4f}];")
        for n, comb in combs:
            out.append(f"c{n} [width={comb.width / 72:.4f}, height={comb.height / 72:.4f}];")
            out.append(f"n{number[comb.upper]} -> c{n}:n [id={-1 - n}, dir=none, minlen=2, weight=4];")
        for place, line in enumerate(self.chart.drawn):
            if line.subject in group and place not in combed:
                above, lower = ends(line)
                size = self.labels[place]
                out.append(f"l{place} [width={size.width / 72:.4f}, height={max(24, size.height) / 72:.4f}];")
                first, last = ("back", "none") if _way(line, above) == "back" else ("none", _way(line, above))
                out.append(f"n{number[above]} -> l{place}:n [id={place}, dir={first}, weight=2];")
                out.append(f"l{place}:s -> n{number[lower]} [id={place}, dir={last}, weight=2];")
        return "\n".join([*out, "}"])

    def place(self, answers: Sequence[dict[str, Any]]) -> Placed:
        """Everything in its place, from what Graphviz answered for each part."""
        placed = Placed()
        x, y, low = 0.0, 0.0, 0.0
        for group, answer in zip(self._groups, answers, strict=True):
            wide, high = _corner(answer)
            if x and x + wide > PAGE:
                x, y = 0.0, low + _GAP
            self._put(placed, group, answer, x + _EDGE, y + _EDGE)
            placed.width = max(placed.width, x + wide)
            x += wide + 2 * _GAP
            low = max(low, y + high)
        self._loose(placed, low)
        placed.width += 2 * _EDGE
        placed.height = max([low, *(y + made.height for made, _, y in placed.boxes)]) + 2 * _EDGE
        return placed

    def _put(self, placed: Placed, group: Sequence[str], answer: dict[str, Any], left: float, top: float) -> None:
        number = {f"n{n}": box.id for n, box in enumerate(self.chart.boxes)}
        names = {box.id: box.name for box in self.chart.boxes}
        high = _corner(answer)[1]
        found = []
        for thing in answer.get("objects", ()):
            if thing["name"] in number:
                made = self.made[number[thing["name"]]]
                across, up = (float(v) for v in thing["pos"].split(","))
                found.append((made, left + across - made.width / 2, top + high - up - made.height / 2))
        backs: list[Path] = []
        for n, comb in enumerate(self._combs):
            centre = next((t["pos"] for t in answer.get("objects", ()) if t["name"] == f"c{n}"), None)
            if centre is None:
                continue
            across, up = (float(v) for v in centre.split(","))
            corner = (left + across - comb.width / 2, top + high - up - comb.height / 2)
            back = next(e for e in answer["edges"] if int(e["id"]) == -1 - n)
            backs += _teeth(comb, corner, _curve(back["pos"], left, top + high)[0], names)
            found += [(t.made, corner[0] + t.box_at[0], corner[1] + t.box_at[1]) for t in comb.teeth]
        found.sort(key=lambda box: (round(box[2]), box[1]))
        placed.boxes += found
        order = {made.box.id: n for n, (made, _, _) in enumerate(placed.boxes)}
        centres = {t["name"]: t["pos"] for t in answer.get("objects", ()) if t["name"].startswith("l")}
        edges: dict[int, list[dict[str, Any]]] = {}
        for edge in answer.get("edges", ()):
            if int(edge["id"]) >= 0:
                edges.setdefault(int(edge["id"]), []).append(edge)
        paths: dict[int, Path] = {}
        for place, parts in sorted(edges.items()):
            line, label = self.chart.drawn[place], self.labels[place]
            curves = [_curve(edge["pos"], left, top + high) for edge in parts]
            if curves[0][1] is not None:
                curves.reverse()  # the piece with the tip comes last
            across, up = (float(v) for v in centres[f"l{place}"].split(","))
            at = (left + across - label.width / 2, top + high - up - label.height / 2)
            pieces = [points for points, _ in curves]
            paths[place] = Path(line, pieces, True, curves[-1][1], _sentence(line, names), label, at)
        _straighten(found, list(paths.values()))
        for path in [*paths.values(), *backs]:
            told = max(path.line.subject, path.line.object, key=lambda end: order[end])
            placed.paths.setdefault(told, []).append(path)

    def _loose(self, placed: Placed, low: float) -> None:
        """Boxes that no line ties, in columns beside what is tied if there is room, else below it; those with most to tell first."""
        tied = {box for group in self._groups for box in group}
        loose = sorted((self.made[b.id] for b in self.chart.boxes if b.id not in tied), key=lambda m: -len(m.words))
        if not loose:
            return
        step = max(made.width for made in loose) + _GAP / 2
        left, top = 0.0, low + (_GAP if low else 0)
        if tied and placed.width + 2 * _GAP + step <= PAGE:
            left, top = placed.width + 2 * _GAP, 0.0
        columns = max(1, min(len(loose), int((PAGE - left + _GAP / 2) // step)))
        if len(loose) > 1 or tied:
            for words in wrap(self.chart.loose, 12, columns * step, bold=True):
                placed.heads.append((words, left + _EDGE, top + 16))
                top += 16
            top += 10
        foot = [top] * columns
        for made in loose:
            column = foot.index(min(foot))
            placed.boxes.append((made, left + column * step + _EDGE, foot[column] + _EDGE))
            placed.width = max(placed.width, left + column * step + made.width)
            foot[column] += made.height + _GAP / 2


def _teeth(comb: Comb, corner: Point, back: list[Point], names: Mapping[str, str]) -> list[Path]:
    """The lines of a comb: all run along its back, which leads up to the body over it."""
    found = []
    for tooth in comb.teeth:
        line = tooth.line
        way = back + [(back[-1][0], back[-1][1])] + [comb.way(tooth, *corner)[0]] * 2 + comb.way(tooth, *corner)[1:]
        tip: Point | None = way[-1]
        if level(line):
            tip = None
        elif line.object == comb.upper:
            way.reverse()
            tip, way[-1] = way[-1], (way[-1][0], way[-1][1] + _SHAFT)
        else:
            way[-1] = (way[-1][0] - _SHAFT, way[-1][1])
        at = (corner[0] + tooth.label_at[0], corner[1] + tooth.label_at[1])
        found.append(Path(line, [way], True, tip, _sentence(line, names), tooth.label, at, middle=False))
    return found


def _straighten(boxes: Sequence[tuple[Made, float, float]], paths: Sequence[Path]) -> None:
    """Leads the lines from box to label to box without a bend that nothing asks for."""
    areas = {m.box.id: Area(x, y, x + m.width, y + m.height) for m, x, y in boxes}
    labels = [Area(p.at[0], p.at[1], p.at[0] + p.label.width, p.at[1] + p.label.height) for p in paths]
    met: dict[tuple[str, bool], list[int]] = {}
    for n, path in enumerate(paths):
        above, below = ends(path.line)
        met.setdefault((above, True), []).append(n)
        met.setdefault((below, False), []).append(n)
    at: dict[tuple[int, bool], float] = {}
    for (box, foot), numbers in met.items():
        for n, x in zip(numbers, spread([labels[n].middle for n in numbers], areas[box]), strict=True):
            at[n, foot] = x
    for n, path in enumerate(paths):
        above, below = ends(path.line)
        label = labels[n]
        ways = [
            between((at[n, True], areas[above].bottom), (label.middle, label.top)),
            between((label.middle, label.bottom), (at[n, False], areas[below].top)),
        ]
        others = [*[a for box, a in areas.items() if box not in (above, below)], *labels[:n], *labels[n + 1 :]]
        if (
            not all(is_free(way, others) for way in ways)
            or areas[above].bottom > label.top
            or areas[below].top < label.bottom
        ):
            continue
        tip = None
        if not level(path.line):
            tip = ways[1][-1] if path.line.object == below else ways[0][0]
            if path.line.object == below:
                ways[1][-1] = (tip[0], tip[1] - _SHAFT)
            else:
                ways[0][0] = (tip[0], tip[1] + _SHAFT)
                ways = [way[::-1] for way in ways[::-1]]
        path.pieces, path.tip = ways, tip


#: How far before its tip a line ends, so that the head stays sharp.
_SHAFT = 7
#: Relations between equals, drawn without a head.
_LEVEL = frozenset({"joint_with", "pools_budget_with", "linked_to", "party_to"})


def _sentence(line: Line, names: Mapping[str, str]) -> str:
    return f"{names[line.subject]} {line.said} {names[line.object]}"


def _way(line: Line, above: str) -> str:
    """Where the head of a line stands, as Graphviz says it of a line drawn downwards."""
    return "none" if level(line) else ("forward" if above == line.subject else "back")


def level(line: Line) -> bool:
    """Whether a line is one between equals."""
    return line.type in _LEVEL


def _tied(chart: Chart) -> list[list[str]]:
    """The boxes that lines tie together, the largest group first; a box without a line is in none."""
    group = {end: {end} for line in chart.drawn for end in (line.subject, line.object)}
    for line in chart.drawn:
        if group[line.subject] is not group[line.object]:
            joined = group[line.subject] | group[line.object]
            group.update(dict.fromkeys(joined, joined))
    order = [box.id for box in chart.boxes]
    found = {min(order.index(b) for b in held): held for held in group.values()}
    return sorted(([b for b in order if b in held] for _, held in sorted(found.items())), key=len, reverse=True)


def _corner(answer: dict[str, Any]) -> Point:
    left, low, right, high = (float(v) for v in answer["bb"].split(","))
    return right - left, high - low


_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e[+-]?\d+)?")


def _curve(text: str, left: float, bottom: float) -> tuple[list[Point], Point | None]:
    """The points of a curve and of its head, as Graphviz writes them ("e,x,y x,y x,y …")."""
    tip: Point | None = None
    points: list[Point] = []
    for part in text.split():
        across, up = (float(v) for v in _NUMBER.findall(part)[-2:])
        point = (round(left + across, 1), round(bottom - up, 1))
        if part[0] in "se":
            tip = point
        else:
            points.append(point)
    if text.startswith("s"):
        points.reverse()
    return points, tip
