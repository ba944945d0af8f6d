"""A placed chart as SVG: links, titles and descriptions, and for those who hear it a list of bodies, each followed by its lines.

Colours are CSS variables of the page, so that the chart follows light and dark; dashes, widths and heads are attributes, so that it can be
told apart without colour and outside the page. Words of papers only ever become text and attributes of elements made here.
"""

import math
import re
from collections.abc import Mapping
from typing import Any
from xml.etree import ElementTree

from publish import chart_boxes, escape
from publish.chart_boxes import Made, Words
from publish.chart_layout import Path, Placed, level
from publish.chart_model import Chart
from publish.chart_routes import Point
from publish.standing import Standing

_SVG = "http://www.w3.org/2000/svg"
ElementTree.register_namespace("", _SVG)
Element = ElementTree.Element
Styles = Mapping[str, Mapping[str, Any]]


def svg(chart: Chart, placed: Placed, styles: Styles) -> str:
    """The chart as one SVG element."""
    wide, high = math.ceil(placed.width), math.ceil(placed.height)
    names = f"{chart.id}-title {chart.id}-desc"
    root = _new(
        "svg",
        {"class": "governance", "viewBox": f"0 0 {wide} {high}", "width": wide, "height": high}
        | {"role": "group", "aria-labelledby": names},
    )
    _text(root, "title", chart.title, {"id": f"{chart.id}-title"})
    _text(root, "desc", chart.says, {"id": f"{chart.id}-desc"})
    whole = _add(root, "g", {"role": "list", "aria-label": "Bodies, each followed by its lines"})
    for number, (made, x, y) in enumerate(placed.boxes):
        item = _add(whole, "g", {"role": "listitem", "class": "told"} | _when(made.box.standing))
        paths = placed.paths.get(made.box.id, [])
        for path in paths:
            _line(item, path, styles)
        _box(item, made, x, y, f"{chart.id}-n{number}")
    for words, x, y in placed.heads:
        _text(root, "text", words, {"class": "loose", "x": x, "y": y, "font-size": 12})
    return ElementTree.tostring(root, encoding="unicode").replace("\n", " ")


def legend(kind: str, style: Mapping[str, Any]) -> str:
    """A short piece of a line as the legend shows it."""
    root = _new(
        "svg", {"class": "governance", "width": 56, "height": 14, "viewBox": "0 0 56 14", "aria-hidden": "true"}
    )
    group = _add(root, "g", {"class": f"edge {kind}"})
    headed = style["head"] != "none"
    _add(group, "path", {"d": f"M2,7L{46 if headed else 54},7", "class": "run"} | _dashes(style))
    if headed:
        _head(group, (46, 7), (54, 7), style)
    return ElementTree.tostring(root, encoding="unicode")


def standalone(drawing: str, rules: str) -> str:
    """The chart as a file of its own, with the rules of the page: no links, as they lead on from a page only."""
    plain = re.sub(r"</?a\b[^>]*>", "", drawing)
    style = "<style>" + _COLOURS + rules.replace("<", "") + "</style>"
    return re.sub(r"(<svg\b[^>]*>)", lambda m: m.group(1) + style, plain, count=1)


_COLOURS = """
svg { --ink: #17222e; --soft: #4a5766; --edge: #5d6c7c; --link: #17222e; --paper: #fff; --chart-box: #fff; --chart-outside: #eef2f6;
--m-prog-line: #2f7f86; --m-org-line: #a05a8a; --m-act-line: #17704a; --here-line: #b45309; background: #fff; }
"""


# -- boxes -------------------------------------------------------------------------------------------------------------


def _box(item: Element, made: Made, x: float, y: float, name: str) -> None:
    box = made.box
    classes = ["node", box.kind, *(["proposed"] if box.proposed else []), *([] if box.own else ["outside"])]
    group = _add(item, "g", {"class": " ".join([*classes, *(["about"] if box.about else [])]), "id": name})
    shape: dict[str, object] = {"x": x, "y": y, "width": made.width, "height": made.height, "class": "box"}
    shape["rx"] = {"people": 16, "programmes": 0}.get(box.kind, 6)
    if box.proposed:
        shape["stroke-dasharray"] = "5 4"
    _add(group, "rect", shape)
    for words in made.words:
        _row(group, words, x, y, made)


def _row(group: Element, words: Words, x: float, y: float, made: Made) -> None:
    row = words.row
    holder = _add(group, "g", {"class": f"row {row.kind}"} | _when(row.standing, long_ago=row.long_ago))
    if row.counts:
        holder.set("data-counts", "|".join(" ".join(stands.span for stands in counted) for counted in row.counts))
    outer = holder
    if row.href:
        link = _add(holder, "a", {"href": row.href, "aria-label": escape.printable(" ".join(row.words.split()))[:300]})
        room = {"x": x + 3, "y": y + words.top, "width": made.width - 6, "height": words.height, "class": "hit"}
        _add(link, "rect", room)
        holder = link
    centred = row.kind in ("name", "note")
    across = x + made.width / 2 if centred else x + words.x
    tall = len(words.lines) * words.step + len(words.days) * chart_boxes.STEP
    down = y + words.top + (words.height - tall) / 2 + words.step * 0.78
    given: dict[str, object] = {"x": across, "y": down, "font-size": words.size}
    if centred:
        given["text-anchor"] = "middle"
    if row.kind in chart_boxes.BOLD:
        given["font-weight"] = "bold"
    _lines(holder, words.lines, words.step, given)
    if words.days:
        below: dict[str, object] = {
            "x": across,
            "y": down + len(words.lines) * words.step,
            "font-size": chart_boxes.DAYS,
        }
        _days(outer, words, below)


def _days(group: Element, words: Words, given: dict[str, object]) -> None:
    """When papers state a row, and, for the script to show, that this was long ago."""
    days = [line for line in words.days if line]
    text = _lines(group, days, chart_boxes.STEP, given | {"class": "days"})
    if words.row.standing is None or not words.row.standing.said:
        return
    if days == words.days:
        _add(text, "tspan", {"class": "ago"}).text = f", {chart_boxes.AGO}"
    else:
        down = given["y"]
        assert isinstance(down, float)
        _lines(group, [chart_boxes.AGO], 0, given | {"y": down + len(days) * chart_boxes.STEP, "class": "ago"})


def _lines(parent: Element, lines: list[str], step: float, given: dict[str, object]) -> Element:
    """Words on one or more lines, as one text, so that it is read as one."""
    text = _add(parent, "text", given)
    if len(lines) == 1:
        text.text = lines[0]
        return text
    for number, words in enumerate(lines):
        part = _add(text, "tspan", {"x": given["x"], **({"dy": step} if number else {})})
        part.text = words
        part.tail = " " if number < len(lines) - 1 else None
    return text


# -- lines -------------------------------------------------------------------------------------------------------------


def _line(item: Element, path: Path, styles: Styles) -> None:
    line = path.line
    style = styles.get(line.type, styles["linked_to"])
    classes = f"edge {line.type}{' proposed' if line.proposed else ''}"
    group = _add(item, "g", {"class": classes} | _when(line.standing, long_ago=line.long_ago))
    said = escape.printable(" ".join(f"{path.sentence}, {line.standing.words}".split()))
    holder = _add(
        group, "a" if line.href else "g", {"aria-label": said[:600]} | ({"href": line.href} if line.href else {})
    )
    if not line.href:
        holder.set("role", "img")
    if line.quote:
        _text(holder, "title", f"The paper says: “{line.quote}”"[:500], {})
    way = _way(path)
    _add(holder, "path", {"d": way, "class": "reach"})
    _add(holder, "path", {"d": way, "class": "run"} | _dashes(style))
    if path.tip is not None and style["head"] != "none" and not level(line):
        last = path.pieces[-1]
        _head(holder, last[-1] if last[-1] != path.tip else last[-2], path.tip, style)
    _label(group, holder, path)


def _label(group: Element, holder: Element, path: Path) -> None:
    """The words of a line, which lead to its passage, and below them its days, which the name of the link tells too."""
    label = path.label
    x, y = path.at
    _add(holder, "rect", {"x": x, "y": y, "width": label.width, "height": max(24, label.height), "class": "hit label"})
    across = x + (label.width / 2 if path.middle else 3)
    anchor = {"text-anchor": "middle"} if path.middle else {}
    down = y + 14.0
    given: dict[str, object] = {"x": across, **anchor}
    _lines(holder, label.lines, 14, given | {"y": down, "font-size": chart_boxes.LABEL, "class": "says"})
    down += 14 * len(label.lines)
    days = given | {"y": down, "font-size": chart_boxes.DAYS, "class": "days", "aria-hidden": "true"}
    _lines(group, label.days, 14, days)
    if path.line.standing.said:
        down += 14 * len(label.days)
        _lines(group, [chart_boxes.AGO], 14, given | {"y": down, "font-size": chart_boxes.DAYS, "class": "ago"})


def _way(path: Path) -> str:
    """The line as path data, in as many pieces as it has."""
    return "".join(_piece(points, smooth=path.smooth) for points in path.pieces)


def _piece(points: list[Point], *, smooth: bool) -> str:
    first, *rest = points
    if len({x for x, _ in points}) == 1:
        return f"M{_at(first)}L{_at(points[-1])}"
    if smooth:
        parts = [f"C{_at(a)} {_at(b)} {_at(c)}" for a, b, c in zip(rest[::3], rest[1::3], rest[2::3], strict=True)]
    else:
        parts = [f"L{_at(point)}" for point in rest]
    return f"M{_at(first)}{''.join(parts)}"


def _head(group: Element, before: Point, tip: Point, style: Mapping[str, Any]) -> None:
    """The head of a line at its tip, seen from the point before it."""
    turn = math.atan2(tip[1] - before[1], tip[0] - before[0])
    sides = [(tip[0] - 9 * math.cos(turn + s * 0.42), tip[1] - 9 * math.sin(turn + s * 0.42)) for s in (1, -1)]
    points = " ".join(_at(p) for p in (sides[0], tip, sides[1]))
    if style["head"] == "open":
        _add(group, "polyline", {"points": points, "class": "tip open"})
    else:
        _add(group, "polygon", {"points": points, "class": "tip"})


def _dashes(style: Mapping[str, Any]) -> dict[str, object]:
    return {"stroke-width": style["width"], **({"stroke-dasharray": style["dash"]} if style["dash"] else {})}


def _when(standing: Standing | None, *, long_ago: bool = False) -> dict[str, object]:
    """The days of a statement as attributes, for the script that shows the chart as of a day."""
    if standing is None:
        return {}
    return {**standing.data, **({"data-long-ago": ""} if long_ago else {})}


# -- elements ----------------------------------------------------------------------------------------------------------


def _at(point: Point) -> str:
    return f"{round(point[0], 1):g},{round(point[1], 1):g}"


def _said(value: object) -> str:
    return f"{round(value, 1):g}" if isinstance(value, float) else str(value)


def _new(tag: str, given: Mapping[str, object]) -> Element:
    return Element(f"{{{_SVG}}}{tag}", {name: _said(value) for name, value in given.items()})


def _add(parent: Element, tag: str, given: Mapping[str, object]) -> Element:
    found = _new(tag, given)
    parent.append(found)
    return found


def _text(parent: Element, tag: str, words: str, given: Mapping[str, object]) -> None:
    _add(parent, tag, given).text = escape.printable(" ".join(words.split()))
