"""Rows into paragraphs, within a column of a page and over the end of a page (conventions 120 to 147)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from extract.readers.fields import find_label
from extract.readers.numbering import parse_marker
from extract.readers.pdf.rows import Row

_ENDS = re.compile(r"[.?!:;…][\"'”’)\]*]*$")
_ABBREVIATED = re.compile(r"\b(?:Mr|Ms|Mrs|Dr|Cllrs?|Prof|No|para|[A-Z])\.$")
#: A bold line narrower than this, in points, is whole.
_NARROW = 260
_BULLET_ALONE = re.compile(r"[•·▪▫◦‣●○■□➢✓❖\uf0b7\uf0a7\uf0d8oØ§–-]")


@dataclass(slots=True)
class Side:
    """What stands in a narrow column beside the text: owners, months."""

    rows: list[Row]
    name: str = "Action"  #: the heading of its column

    @property
    def middle(self) -> float:
        """Height of its first row on the page."""
        return (self.rows[0].top + self.rows[0].bottom) / 2

    @property
    def text(self) -> str:
        """Its words; "NS/" over "AW" is "NS/AW"."""
        joined = ""
        for row in self.rows:
            joined += row.text if not joined or joined.endswith("/") else " " + row.text
        return joined


@dataclass(slots=True)
class Paragraph:
    """Rows that make one paragraph, and what stands beside them."""

    rows: list[Row]
    right: float  #: right edge of the column in which it is set
    sides: list[Side] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words as one line."""
        return " ".join(row.text for row in self.rows)


def paragraphs(rows: Sequence[Row], *, right: float | None = None, spacing: float | None = None) -> list[Paragraph]:
    """The paragraphs of the rows of one column of one page; `right` is its right edge where a ruling says so."""
    if not rows:
        return []
    edge = right if right is not None else _right_edge(rows)
    usual = spacing if spacing is not None else usual_spacing(rows)
    found: list[Paragraph] = []
    for row in rows:
        if found and _continues(found[-1], row, edge, usual):
            found[-1].rows.append(row)
        else:
            found.append(Paragraph([row], edge))
    return found


def usual_spacing(rows: Sequence[Row]) -> float:
    """The white space, in points, that usually stands between two rows of one paragraph."""
    gaps = [
        below.top - above.bottom
        for above, below in zip(rows, rows[1:], strict=False)
        if above.page == below.page and -above.size < below.top - above.bottom < 1.2 * above.size
    ]
    if not gaps:
        return 2.0
    low = sorted(gaps)[: max(1, (len(gaps) + 1) // 2)]
    return max(median(low), 0.0)


def _right_edge(rows: Sequence[Row]) -> float:
    edges = sorted(row.x1 for row in rows)
    return edges[int(len(edges) * 0.95)] if len(edges) > 4 else edges[-1]


def ended(words: str) -> bool:
    """Whether a sentence ends with the words."""
    return _ENDS.search(words) is not None and _ABBREVIATED.search(words) is None


def opens(row: Row) -> bool:
    """Whether a row must open a paragraph: a number, a bullet or a label stands at its head."""
    text = row.text
    if _BULLET_ALONE.fullmatch(row.words[0].text) and len(row.words) > 1:
        return True
    if find_label(text, 0, len(text)) is not None:
        return True
    marker = parse_marker(text, 0, len(text))
    if marker is None:
        return False
    if marker.style == "bare" or (marker.number is not None and len(row.words) > 1):
        gap = row.words[1].x0 - row.words[0].x1 if len(row.words) > 1 else 99
        wide = gap > 0.45 * row.size
        return (
            wide
            or marker.style not in ("bare", "dotted", "bracket")
            and not row.text[0].isdigit()
            or (marker.style.startswith("decimal") and gap > 0)
        )
    return True


def _continues(paragraph: Paragraph, row: Row, edge: float, usual: float) -> bool:
    first, last = paragraph.rows[0], paragraph.rows[-1]
    gap = row.top - last.bottom
    if gap > usual + 0.45 * max(last.size, 6) or row.top < last.top:
        return False
    lone = len(last.words) == 1 and len(paragraph.rows) == 1 and parse_marker(last.text, 0, len(last.text)) is not None
    if lone:
        return not opens(row)
    if opens(row) and row.x0 <= _body_left(paragraph) + 2:
        return False
    if abs(row.size - last.size) > 1.2 and len(row.words) > 2 and len(last.words) > 2:
        return False
    if row.bold != last.bold and (last.bold or row.bold) and len(paragraph.rows) < 3 and not _torn(last, row):
        return False
    if row.bold and last.bold and last.x1 - last.x0 < _NARROW and not _torn(last, row):
        return False  # lines of a head, one below the other: the council, its committee
    fits = last.x1 + 0.3 * row.size + (row.words[0].x1 - row.words[0].x0) < edge - 0.4 * row.size
    if fits and (ended(last.text) or not row.text[0].islower()):
        return False
    body = _body_left(paragraph)
    if row.x0 > body + 14 and (ended(last.text) or fits):
        return False
    return not (row.x0 < min(first.x0, body) - 8 and ended(last.text))


def _torn(last: Row, row: Row) -> bool:
    return not ended(last.text) and (row.text[0].islower() or last.text.endswith((",", "and", "of", "the", "to", "–")))


def _body_left(paragraph: Paragraph) -> float:
    """Left edge of the words of a paragraph, after a number or bullet."""
    if len(paragraph.rows) > 1:
        return paragraph.rows[1].x0
    row = paragraph.rows[0]
    if len(row.words) > 1 and parse_marker(row.text, 0, len(row.text)) is not None:
        return row.words[1].x0
    return row.x0


def goes_on(paragraph: Paragraph, following: Paragraph) -> bool:
    """Whether a paragraph at the end of a page goes on with the first of the next."""
    last, row = paragraph.rows[-1], following.rows[0]
    if opens(row) or abs(row.size - last.size) > 1.2 or row.bold != last.bold:
        return False
    words = last.text
    if ended(words):
        return False
    if row.text[0].islower() or words.endswith((",", "–", "(", "&", "-")):
        return True
    fits = last.x1 + 0.3 * row.size + (row.words[0].x1 - row.words[0].x0) < paragraph.right - 0.4 * row.size
    return not fits and len(paragraph.text.split()) > 8


def attach(found: Sequence[Paragraph], sides: Sequence[Side]) -> list[Side]:
    """Gives each side the paragraph beside which it stands, else the one above it; returns those that stand by none."""
    homeless = []
    for side in sides:
        at = side.middle
        beside = next((p for p in found if p.rows[0].top - 2 <= at <= p.rows[-1].bottom + 2), None)
        above = [p for p in found if p.rows[-1].bottom <= at]
        home = beside or (above[-1] if above else found[0] if found else None)
        if home is None:
            homeless.append(side)
        else:
            home.sides.append(side)
    return homeless
