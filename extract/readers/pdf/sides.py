"""A narrow column at the right of the text, with or without rulings: who is to act, printed out of line (conventions 68 to 71)."""

import re
from collections.abc import Sequence
from functools import cache

from extract import vocabulary
from extract.readers.fields import normal_label
from extract.readers.pdf.flow import Side
from extract.readers.pdf.page import Page
from extract.readers.pdf.rows import Row, segments

#: Initials, several joined by a slash, a comma or "and", with or without a full stop.
OWNER = re.compile(
    r"(?:all|[A-Z][A-Za-z]?[A-Z]{1,2})(?:\s*(?:/|,|&|\+|\band\b)\s*(?:all|[A-Z][A-Za-z]?[A-Z]{1,2}))*[.*]?",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"[A-Z]{2,4}(?:\s*(?:/|,|&|\band\b)\s*[A-Z]{2,4})*\.?|ALL|All")


@cache
def owner_heads() -> frozenset[str]:
    """Headings of a column of owners."""
    return frozenset(vocabulary.words("actions", "owner_columns")) | {"action/date", "action & date"}


def is_head(words: str) -> bool:
    """Whether words are the heading of a column of owners."""
    return normal_label(words) in owner_heads()


def side_edge(pages: Sequence[tuple[Page, list[Row]]]) -> dict[int, float]:
    """For each page with a borderless column of owners its left edge, by the number of the page.

    The column is known by its heading, or by initials that stand under one another, apart from the text, at least twice.
    """
    lone: list[tuple[Row, float]] = []
    headed: list[Row] = []
    for page, rows in pages:
        for row in rows:
            if row.furniture:
                continue
            last = segments(row, 1.4)[-1]
            if last.x0 < 0.7 * page.width or len(last.text) > 28:
                continue
            if is_head(last.text) and len(row.words) <= 12:
                headed.append(last)
            elif _INITIALS.fullmatch(last.text):
                lone.append((last, last.x0))
    edge = min((row.x0 for row in headed), default=None)
    if edge is None:
        near = [[x for _, x in lone if abs(x - left) < 12] for _, left in lone]
        group = max(near, key=len, default=[])
        edge = min(group) if len(group) > 1 else None
    if edge is None:
        return {}
    edge -= 4
    crossing = sum(1 for _, rows in pages for row in rows if not row.furniture and _crosses(row, edge))
    total = sum(1 for _, rows in pages for row in rows if not row.furniture)
    if crossing > 0.04 * total:
        return {}
    first = min((row.page for row in headed), default=1)
    return {page.number: edge for page, _ in pages if page.number >= first}


def _crosses(row: Row, edge: float) -> bool:
    before = [word for word in row.words if word.x0 < edge]
    if not before or before[-1].x1 > edge + 2:
        return bool(before)
    after = [word for word in row.words if word.x0 >= edge]
    return bool(after) and after[0].x0 - before[-1].x1 < 0.8 * row.size


def split_off(rows: Sequence[Row], edge: float) -> tuple[list[Row], list[Side]]:
    """Rows without what stands right of the edge, and that as sides."""
    kept: list[Row] = []
    beside: list[Row] = []
    for row in rows:
        left = [word for word in row.words if word.x0 < edge]
        right = [word for word in row.words if word.x0 >= edge]
        if row.furniture or not right:
            kept.append(row)
            continue
        if left:
            kept.append(Row(row.page, left))
        beside.append(Row(row.page, right))
    return kept, sides_of(beside)


def sides_of(rows: Sequence[Row], name: str = "Action") -> list[Side]:
    """The entries of a side column: rows that stand close are one, its heading is none."""
    found: list[Side] = []
    for row in rows:
        if is_head(row.text):
            continue
        last = found[-1].rows[-1] if found else None
        if (
            last is not None
            and last.page == row.page
            and row.top - last.bottom < 0.5 * row.size
            and (last.text.endswith(("/", "&", ",", "and")) or not OWNER.fullmatch(row.text))
        ):
            found[-1].rows.append(row)
        else:
            found.append(Side([row], name))
    return found
