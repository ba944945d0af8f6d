"""The whole text of a paper as HTML: block by block in its structure, each passage that a fact rests on anchored and marked.

A passage is `text[start:end]`; its anchor is `p-<start>-<end>`. Passages nest and overlap: a mark that is cut by another's end or by
the end of a block goes on in a second mark of the same passage, and only the first carries the id.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from extract.blocks import SILENT, Block, Layout
from publish import escape


@dataclass(frozen=True)
class Passage:
    """A passage of one text with the kinds of record that rest on it, and what they say, for its tooltip."""

    start: int
    end: int
    kinds: tuple[str, ...]
    says: str


def anchor(start: int, end: int) -> str:
    """Name of the anchor of a passage on the page of its paper."""
    return f"p-{start}-{end}"


class _Marker:
    """Writes stretches of the text with their marks; keeps which anchors were given, as an id may stand once only."""

    def __init__(self, text: str, passages: Iterable[Passage]) -> None:
        self.text = text
        self.passages = sorted(set(passages), key=lambda p: (p.start, -p.end))
        self.starts = [p.start for p in self.passages]
        self.longest = max((p.end - p.start for p in self.passages), default=0)
        self.given: set[str] = set()
        self.heading = 2
        self.tables = 0

    def write(self, start: int, end: int) -> Markup:
        """The text from start to end with every passage that touches it marked."""
        near = self.passages[bisect_left(self.starts, start - self.longest) : bisect_left(self.starts, end)]
        touching = [p for p in near if p.end > start]
        cuts = sorted({start, end} | {c for p in touching for c in (p.start, p.end) if start < c < end})
        out: list[str] = []
        open_marks: list[Passage] = []
        for left, right in zip(cuts, cuts[1:], strict=False):
            wanted = [p for p in touching if p.start <= left and p.end >= right]
            keep = 0
            while keep < min(len(open_marks), len(wanted)) and open_marks[keep] == wanted[keep]:
                keep += 1
            out.append("</mark>" * (len(open_marks) - keep))
            out.extend(self._begin(p) for p in wanted[keep:])
            open_marks = wanted
            out.append(escape.html(self.text[left:right]))
        out.append("</mark>" * len(open_marks))
        return Markup("".join(out))

    def missing(self) -> list[str]:
        """Anchors of passages that no block holds; a link to them still has to lead to the text."""
        return [name for name in dict.fromkeys(anchor(p.start, p.end) for p in self.passages) if name not in self.given]

    def _begin(self, passage: Passage) -> str:
        name = anchor(passage.start, passage.end)
        classes = " ".join(f"m-{kind}" for kind in passage.kinds)
        if name in self.given:
            return f'<mark class="{classes}" data-p="{name}">'
        self.given.add(name)
        return f'<mark id="{name}" class="{classes}" data-p="{name}" title="{escape.markdown(passage.says)}">'


def _recognised(sure: Sequence[float]) -> str:
    """What the heading of a page adds where its words were recognised in a picture."""
    return f", read from its picture: {100 * sum(sure) / len(sure):.0f} of 100 sure" if sure else ""


def render(layout: Layout, passages: Iterable[Passage]) -> Markup:
    """The whole text of a paper as one HTML fragment without blank lines; every passage is marked at least once."""
    marker = _Marker(layout.text, passages)
    pieces: list[str] = []
    shown: int | None = None
    sure: dict[int, list[float]] = {}
    for block in layout.blocks:
        if block.confidence is not None and block.page is not None:
            sure.setdefault(block.page, []).append(block.confidence)
    for kind, run in groupby(layout.blocks, _shape):
        blocks = list(run)
        if blocks[0].page is not None and blocks[0].page != shown:
            shown = blocks[0].page
            said = _recognised(sure.get(shown, ()))
            pieces.append(f'<p class="page" id="page-{shown}"><span>Page {shown}{said}</span></p>')
        pieces.append(_WRITERS[kind](blocks, marker))
    pieces.extend(f'<span id="{name}"></span>' for name in marker.missing())
    return Markup("\n".join(pieces))


def _shape(block: Block) -> str:
    """Which blocks are written together. Scraps inside a table row stay in their row."""
    if block.row is not None:
        return "table_row"
    return "silent" if block.kind in SILENT else block.kind


def _words(block: Block, marker: _Marker) -> str:
    """The words of a block, its printed number or label set apart."""
    if block.start < block.body_start < block.end:
        lead = marker.write(block.start, block.body_start)
        return f'<span class="lead">{lead}</span>{marker.write(block.body_start, block.end)}'
    return marker.write(block.start, block.end)


def _headings(blocks: Sequence[Block], marker: _Marker) -> str:
    """Headings one below the page's own; a level is never skipped downwards, whatever the paper does."""
    out: list[str] = []
    for b in blocks:
        marker.heading = level = min(max(b.level, 1) + 2, marker.heading + 1, 6)
        out.append(f'<h{level} id="b-{b.index}">{_words(b, marker)}</h{level}>')
    return "\n".join(out)


def _paragraphs(blocks: Sequence[Block], marker: _Marker) -> str:
    return "\n".join(f'<p id="b-{b.index}">{_words(b, marker)}</p>' for b in blocks)


def _list(blocks: Sequence[Block], marker: _Marker) -> str:
    """Nested lists by level; a level that is skipped opens no empty item."""
    out: list[str] = []
    levels: list[int] = []
    for b in blocks:
        level = max(b.level, 1)
        while levels and levels[-1] > level and len(levels) > 1:
            out.append("</li></ul>")
            levels.pop()
        if not levels or levels[-1] < level:
            out.append("<ul>")
            levels.append(level)
        else:
            out.append("</li>")
            levels[-1] = level
        out.append(f'<li id="b-{b.index}">{_words(b, marker)}')
    out.append("</li></ul>" * len(levels))
    return "\n".join(out)


def _table(blocks: Sequence[Block], marker: _Marker) -> str:
    """Rows and cells as read; scraps of markup between them are shown, but dimmed."""
    rows: list[str] = []
    for _, run in groupby(blocks, lambda b: b.row):
        cells: list[str] = []
        for column, inside in groupby(run, lambda b: b.column):
            parts = list(inside)
            name = next((b.column_name for b in parts if b.column_name), None)
            label = f' data-label="{escape.markdown(name)}"' if name else ""
            cells.append(
                f"<td{label}>{' '.join(_cell_part(b, marker) for b in parts)}</td>"
                if column is not None or parts
                else ""
            )
        rows.append(f"<tr>{''.join(cells)}</tr>")
    body = "\n".join(rows)
    marker.tables += 1
    frame = f'<div class="scroll" tabindex="0" role="region" aria-label="Table {marker.tables} of the paper">'
    return f'{frame}<table class="paper-table"><tbody>\n{body}\n</tbody></table></div>'


def _cell_part(block: Block, marker: _Marker) -> str:
    words = _words(block, marker)
    return (
        f'<span class="scrap" id="b-{block.index}">{words}</span>'
        if block.kind in SILENT
        else f'<span id="b-{block.index}">{words}</span>'
    )


def _silent(blocks: Sequence[Block], marker: _Marker) -> str:
    """Furniture and boilerplate, folded: nothing is left out of the text."""
    inside = "\n".join(f'<p id="b-{b.index}">{_words(b, marker)}</p>' for b in blocks)
    kinds = sorted({b.kind for b in blocks})
    name = "Page furniture" if kinds == ["furniture"] else "Text not part of the paper’s own words"
    amount = "1 block" if len(blocks) == 1 else f"{len(blocks)} blocks"
    return f'<details class="silent"><summary>{name}, {amount}</summary>\n{inside}\n</details>'


_WRITERS = {
    "heading": _headings,
    "paragraph": _paragraphs,
    "list_item": _list,
    "table_row": _table,
    "silent": _silent,
}
