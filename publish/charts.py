"""Governance charts: boxes for bodies, lines for how they answer to one another, drawn as SVG while the site is built.

Colours are CSS variables of the page, so that the chart follows light and dark; the file for downloading carries its own. The layout
reckons with wider letters than are drawn, because the reader's fonts are not known here.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from publish import escape, node

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
ElementTree.register_namespace("", _SVG)

#: Relations between equals, drawn without an arrow.
_LEVEL = frozenset({"joint_with", "pools_budget_with", "linked_to"})
#: How each line is drawn, so that colour is never the only difference.
LINES = {
    "reports_to": "solid",
    "scrutinises": "dashed",
    "part_of": "bold",
    "joint_with": "dotted",
    "pools_budget_with": "dotted",
    "delegates_to": "solid",
    "commissions": "dashed",
}
_LETTER = 13.5
_WIDTH = 26
#: How many boxes without lines stand beside one another.
_ROW = 3


@dataclass(frozen=True)
class Box:
    """A body on the chart: its name, the lines under it (chair, members), where it leads, and whether it is only proposed."""

    id: str
    name: str
    lines: tuple[str, ...] = ()
    href: str | None = None
    kind: str = "body"
    proposed: bool = False
    own: bool = True


@dataclass(frozen=True)
class Line:
    """A relation on the chart, with the words beside it and the passage they lead to."""

    subject: str
    object: str
    type: str
    words: str
    href: str | None = None
    quote: str | None = None
    proposed: bool = False
    rank: int = 1  #: 1: the subject stands below the object; -1: above it; 0: the line moves neither


@dataclass(frozen=True)
class Chart:
    """One chart: its title, what it shows in one sentence, its boxes and lines."""

    id: str
    title: str
    says: str
    boxes: Sequence[Box]
    lines: Sequence[Line] = field(default_factory=tuple)


def wrap(words: str, width: int = _WIDTH) -> list[str]:
    """The words in lines of about this many letters; a longer word is never cut."""
    lines = [""]
    for word in words.split():
        joined = f"{lines[-1]} {word}".strip()
        if lines[-1] and len(joined) > width:
            lines.append(word)
        else:
            lines[-1] = joined
    return lines


def _label(box: Box) -> str:
    """The box as one HTML-like label: name in bold, the rest below."""
    name = "<BR/>".join(f"<B>{escape.xml(part)}</B>" for part in wrap(box.name))
    rows = [f'<TR><TD ALIGN="CENTER">{name}</TD></TR>']
    if box.proposed:
        rows.append('<TR><TD><FONT POINT-SIZE="11">proposed</FONT></TD></TR>')
    for line in box.lines:
        words = "<BR/>".join(escape.xml(part) for part in wrap(line, _WIDTH + 6))
        rows.append(f'<TR><TD><FONT POINT-SIZE="12">{words}</FONT></TD></TR>')
    return f'<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="2">{"".join(rows)}</TABLE>>'


def dot(chart: Chart) -> str:
    """The chart in Graphviz's language, boxes and lines in the order given."""
    out = [
        "digraph {",
        'graph [rankdir=TB, bgcolor="transparent", nodesep=0.35, ranksep=0.55, pad=0.1, fontname="Arial"];',
        f'node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#3b4a5c", fontname="Arial", fontsize={_LETTER}, margin="0.12,0.06"];',
        'edge [fontname="Arial", fontsize=12, color="#3b4a5c", arrowsize=0.8];',
    ]
    known = {box.id: f"n{number}" for number, box in enumerate(chart.boxes)}
    for box in chart.boxes:
        classes = f"box {box.kind}{' proposed' if box.proposed else ''}{'' if box.own else ' outside'}"
        attributes = [f"label={_label(box)}", f'class="{classes}"', f'id="{chart.id}-{known[box.id]}"']
        if box.href:
            attributes.append(f'URL="{escape.dot(box.href)}"')
        if box.proposed:
            attributes.append('style="rounded,filled,dashed"')
        out.append(f"{known[box.id]} [{', '.join(attributes)}];")
    for number, line in enumerate(chart.lines):
        if line.subject in known and line.object in known:
            out.append(_edge(line, known, f"{chart.id}-e{number}"))
    out += _foot(chart, known)
    out.append("}")
    return "\n".join(out)


def _foot(chart: Chart, known: dict[str, str]) -> list[str]:
    """Boxes that no line ties stand in rows at the foot, below all that are tied, so that the chart keeps to the width of a page."""
    tied = {end for line in chart.lines for end in (line.subject, line.object)}
    alone = [known[box.id] for box in chart.boxes if box.id not in tied]
    out = [f"{above} -> {below} [style=invis];" for above, below in zip(alone, alone[_ROW:], strict=False)]
    if alone and tied:
        out.append('floor [shape=point, width=0, height=0, style=invis, label=""];')
        out += [f"{name} -> floor [style=invis, weight=0];" for box, name in known.items() if box in tied]
        out += [f"floor -> {name} [style=invis, weight=0];" for name in alone[:_ROW]]
    return out


def _edge(line: Line, known: dict[str, str], name: str) -> str:
    upwards = line.rank > 0
    above, below = (line.object, line.subject) if upwards else (line.subject, line.object)
    style = "dashed" if line.proposed else LINES.get(line.type, "solid")
    label = "\\n".join(escape.dot(part) for part in wrap(line.words, 18))
    attributes = [f'label="{label}"', f'class="line {line.type}"', f'id="{name}"', f'style="{style}"']
    attributes.append("dir=none" if line.type in _LEVEL else f"dir={'back' if upwards else 'forward'}")
    if line.rank == 0:
        attributes.append("constraint=false")
    if line.href:
        tip = escape.dot(f"{line.words}: “{line.quote}”" if line.quote else line.words)
        attributes.append(f'labelURL="{escape.dot(line.href)}", labeltooltip="{tip}"')
    return f"{known[above]} -> {known[below]} [{', '.join(attributes)}];"


def draw(charts: Sequence[Chart]) -> list[str]:
    """The charts as SVG to stand in a page; raises PublishError where Graphviz cannot be run."""
    if not charts:
        return []
    drawn = json.loads(node.run(Path(__file__).parent / "draw.mjs", json.dumps([dot(c) for c in charts])))
    return [_finish(svg, chart) for svg, chart in zip(drawn, charts, strict=True)]


def _finish(svg: str, chart: Chart) -> str:
    """Plain links, a title and a description, names instead of Graphviz's own, and no width but what the page gives."""
    root = ElementTree.fromstring(svg[svg.index("<svg") :])
    root.attrib.pop("height", None)
    width = float(re.sub(r"[^\d.]", "", root.attrib.pop("width", "600")))
    root.set("width", f"{round(width * 4 / 3 * 0.9)}")
    root.set("class", "governance")
    root.set("role", "group")
    root.set("aria-labelledby", f"{chart.id}-title {chart.id}-desc")
    for element in list(root.iter()):
        _plain_link(element)
        if "node" in element.get("class", "").split():
            _centre(element)
        for child in [c for c in element if c.tag == f"{{{_SVG}}}title"]:
            element.remove(child)
    title = ElementTree.Element(f"{{{_SVG}}}title", {"id": f"{chart.id}-title"})
    title.text = escape.printable(chart.title)
    desc = ElementTree.Element(f"{{{_SVG}}}desc", {"id": f"{chart.id}-desc"})
    desc.text = escape.printable(chart.says)
    root.insert(0, title)
    root.insert(1, desc)
    text = ElementTree.tostring(root, encoding="unicode")
    return re.sub(r"\n\s*", "\n", text)


def _centre(box: ElementTree.Element) -> None:
    """Sets the words of a box about its middle, so that they stay there in any font."""
    shape = next((e for e in box.iter() if e.tag == f"{{{_SVG}}}path"), None)
    if shape is None:
        return
    across = [float(x) for x in re.findall(r"(-?[\d.]+),-?[\d.]+", shape.get("d", ""))]
    middle = round((min(across) + max(across)) / 2, 2)
    for text in box.iter(f"{{{_SVG}}}text"):
        text.set("x", f"{middle}")
        text.set("text-anchor", "middle")


def _plain_link(element: ElementTree.Element) -> None:
    href = element.attrib.pop(f"{{{_XLINK}}}href", None)
    tip = element.attrib.pop(f"{{{_XLINK}}}title", None)
    if href is not None:
        element.set("href", href)
    label = "".join(element.itertext()).strip()
    if tip and href is not None and label and tip.startswith(label):
        element.set("aria-label", tip)
