"""The papers of the series in the formats in which councils publish: PDF as a word processor prints it, and pages of a committee system.

One source, the Markdown in `papers/`; the same bytes come out every time.
"""

import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle


@dataclass
class Part:
    """A heading (level from 1), a paragraph (level 0), or a table, whose first row holds the heads."""

    level: int = 0
    words: str = ""
    rows: list[list[str]] = field(default_factory=list)


def parts(source: str) -> Iterator[Part]:
    """The parts of one paper's Markdown."""
    table: list[list[str]] = []
    for line in [*source.splitlines(), ""]:
        if line.startswith("|"):
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            if not all(re.fullmatch(r"-+", cell) for cell in cells):
                table.append(cells)
            continue
        if table:
            yield Part(rows=table)
            table = []
        heading = re.match(r"(#+) (.+)", line)
        if heading:
            yield Part(len(heading[1]), heading[2])
        elif line.strip():
            yield Part(words=line.strip())


# -- PDF ---------------------------------------------------------------------------------------------------------------

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10.5, leading=14, spaceAfter=7)
_CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=8.5, leading=10.5)
_HEAD = ParagraphStyle("head", fontName="Helvetica-Bold", fontSize=8.5, leading=10.5)
_HEADINGS = [
    ParagraphStyle(f"h{n}", fontName="Helvetica-Bold", fontSize=size, leading=size + 4, spaceBefore=8, spaceAfter=6)
    for n, size in enumerate((16, 14, 12.5, 11.5), 1)
]
#: Widths of the columns of a log, and of a table of responses, in points.
_WIDTHS = {9: (58, 66, 44, 170, 74, 74, 150, 74, 48), 3: (260, 110, 380)}


def pdf(source: str) -> bytes:
    """The paper as a PDF; one with a table lies on its side."""
    read = list(parts(source))
    wide = any(part.rows for part in read)
    target = io.BytesIO()
    document = SimpleDocTemplate(
        target,
        pagesize=landscape(A4) if wide else A4,
        leftMargin=40,
        rightMargin=40,
        topMargin=50,
        bottomMargin=50,
        invariant=1,
    )
    document.build([flowable for part in read for flowable in _flowables(part)])
    return target.getvalue()


def _flowables(part: Part) -> Sequence[Flowable]:
    if part.rows:
        return [_table(part.rows), Spacer(1, 8)]
    style = _HEADINGS[part.level - 1] if part.level else _BODY
    return [Paragraph(escape(part.words, quote=False), style)]


def _table(rows: list[list[str]]) -> Table:
    cells = [
        [Paragraph(escape(words, quote=False), _HEAD if number == 0 else _CELL) for words in row]
        for number, row in enumerate(rows)
    ]
    table = Table(cells, colWidths=_WIDTHS[len(rows[0])], repeatRows=1)
    table.setStyle(TableStyle([("GRID", (0, 0), (-1, -1), 0.6, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]))
    return table


# -- pages of a committee system -----------------------------------------------------------------------------------------

_PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>{title}</title><script>var mgPage = 1;</script></head><body>
<div class="mgSkip"><a href="#modgov">Skip to content</a></div>
<nav class="mgLeftMenu"><ul><li><a href="mgListCommittees.aspx">Committees</a></li><li><a href="mgCalendarMonthView.aspx">Calendar</a></li>
<li><a href="mgMemberIndex.aspx">Your councillors</a></li></ul></nav>
<div id="modgov"><div class="mgContent">
{content}
</div></div>
<footer><p>Copyright of the council</p></footer>
</body></html>
"""


def page(source: str) -> bytes:
    """The paper as a page of a committee system; the items of minutes stand in its table of items."""
    read = list(parts(source))
    title = next((p.words for p in read if p.level), "Document")
    numbered = any(re.match(r"\d+\. ", p.words) for p in read if p.level == 4)
    content = "\n".join(_items(read) if numbered else [_element(part) for part in read])
    return _PAGE.format(title=escape(title), content=content).encode()


def _element(part: Part) -> str:
    if part.rows:
        heads = "".join(f'<th scope="col">{escape(words)}</th>' for words in part.rows[0])
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(words)}</td>" for words in row) + "</tr>" for row in part.rows[1:]
        )
        return f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    return f"<h{part.level}>{escape(part.words)}</h{part.level}>" if part.level else f"<p>{escape(part.words)}</p>"


def _items(read: Sequence[Part]) -> Iterator[str]:
    """The head of the minutes, then each item as a row of the table: its number, its title and what was minuted."""
    first = next(n for n, part in enumerate(read) if part.level == 4)
    yield from (_element(part) for part in read[:first])
    yield '<table class="mgItemTable">'
    opened = False
    for part in read[first:]:
        if part.level == 4:
            number, _, title = part.words.partition(" ")
            yield ("</div></td></tr>" if opened else "") + (
                f'<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt">{escape(number)}</p></td>'
                f'<td><p class="mgAiTitleTxt"><a href="mgAi.aspx?ID=1">{escape(title)}</a></p>'
                '<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara">'
            )
            opened = True
        else:
            yield _element(part)
    yield "</div></td></tr></table>"
