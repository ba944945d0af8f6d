"""Labelled fields: "Decision Maker: Cabinet", "Minutes:" and all that follows, labels on lines of their own.

The vocabulary is `layout.yml`; its lists say how far the value of a label runs (conventions 27, 30, 31, 97, 116 and 117).
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from extract import vocabulary
from extract.readers.lines import Piece
from extract.times import full_dates

Reach = Literal["field", "names", "people", "text", "record", "limbs"]

_LABEL = re.compile(r"(?P<label>[A-Za-z][^:\n]{1,70}?)\s*(?P<mark>\??\s*[:*]*:[-–—*]*|(?=\s[–—-]\s*$))")
_INLINE = re.compile(
    r"(?P<label>Title of (?:Meeting|Decision|Report|Paper)|Date of (?:Meeting|Decision)|Decision to be taken by)\s+(?=[A-Z\d])"
)
_TELLS = re.compile(
    r"\b(?:opened|welcomed|stated|was|were|is|are|that|the meeting|resolved|agreed|noted|advised|thanked|received)\b|^The\s",
    re.IGNORECASE,
)
_REPORT_OF = re.compile(r"(?:Joint\s+)?(?P<label>Report\s+(?:of|by|from))\s+(?:the\s+)?(?=[A-Z])", re.IGNORECASE)


@cache
def reaches() -> dict[str, Reach]:
    """Each label of the vocabulary with how far its value runs."""
    table: dict[str, Reach] = {}
    lists: tuple[tuple[str, Reach], ...] = (
        ("field_labels", "field"),
        ("people_labels", "people"),
        ("text_labels", "text"),
        ("record_labels", "record"),
        ("limb_labels", "limbs"),
        ("name_labels", "names"),
    )
    for name, reach in lists:
        table.update({label.lower(): reach for label in vocabulary.words("layout", name)})
    return table


@lru_cache(maxsize=10_000)
def normal_label(words: str) -> str:
    """A label as compared with the vocabulary: lower case, single spaces, no colon or question mark."""
    return re.sub(r"\s+", " ", words.lower()).strip(" :?*_.-–—#").replace("’", "'")


def find_label(text: str, start: int, end: int) -> tuple[int, int, int] | None:
    """A known label with its colon at the head of text[start:end]: (start, end, where the value begins), or None."""
    colon = text.find(":", start, min(end, start + 90))
    if colon < 0:
        return None
    match = _LABEL.match(text, start, min(end, colon + 4))
    if match is None or normal_label(match["label"]) not in reaches():
        return None
    value = match.end()
    while value < end and (text[value].isspace() or text[value] in "*"):
        value += 1
    return start, start + len(match["label"].rstrip()), min(value, end)


def mark_labels(text: str, pieces: Sequence[Piece]) -> None:
    """Find the labels at the head of pieces, and hang each on the pieces that hold its value."""
    for piece in pieces:
        if piece.kind in ("furniture", "boilerplate", "table_row", "heading") or piece.label is not None:
            continue
        found = find_label(text, piece.body_start, piece.end)
        if found is not None:
            piece.label_start, piece.label_end, piece.body_start = found
            piece.label = re.sub(r"\s+", " ", text[found[0] : found[1]])
            piece.kind = piece.kind if piece.kind == "list_item" else "paragraph"
    for piece in pieces[:200]:
        origin = _REPORT_OF.match(text, piece.start, piece.end) if piece.kind is None and piece.label is None else None
        if origin is not None and piece.end - piece.start < 240 and text[piece.end - 1] != ".":
            piece.label_start, piece.label_end, piece.body_start = *origin.span("label"), origin.end()
            piece.label, piece.kind = re.sub(r"\s+", " ", origin["label"]), "paragraph"
    sure = frozenset(vocabulary.words("layout", "line_labels"))
    for piece in pieces:
        if (
            piece.kind is None
            and piece.label is None
            and (inline := _INLINE.match(text, piece.start, piece.end)) is not None
        ):
            piece.label_start, piece.label_end, piece.body_start = *inline.span("label"), inline.end()
            piece.label, piece.kind = re.sub(r"\s+", " ", inline["label"]), "paragraph"
        elif (
            piece.kind is None
            and piece.label is None
            and piece.end - piece.start < 60
            and normal_label(text[piece.start : piece.end]) in sure
        ):
            piece.label_start, piece.label_end, piece.body_start = piece.start, piece.end, piece.end
            piece.label, piece.kind = text[piece.start : piece.end], "paragraph"
    _mark_bare_labels(text, pieces)
    _mark_table_labels(text, pieces)


def is_short_label(label: str) -> bool:
    """Whether the value of a label is one line or a few, so that the line after the bare label is no heading."""
    return reaches().get(normal_label(label)) in ("field", "names")


def _mark_bare_labels(text: str, pieces: Sequence[Piece]) -> None:
    """Labels without a colon on lines of their own, where at least three stand within a dozen lines."""
    known = frozenset(vocabulary.words("layout", "bare_labels"))
    bare = [
        (position, piece)
        for position, piece in enumerate(pieces[:60])
        if piece.kind in (None, "heading")
        and piece.end - piece.start < 30
        and normal_label(text[piece.start : piece.end]) in known
    ]
    for order, (position, piece) in enumerate(bare):
        near = [other for other, _ in bare[max(0, order - 2) : order + 3] if abs(other - position) <= 12]
        if len(near) >= 3:
            piece.label_start, piece.label_end, piece.body_start = piece.start, piece.end, piece.end
            piece.label, piece.kind = text[piece.start : piece.end], "paragraph"


def _mark_table_labels(text: str, pieces: Sequence[Piece]) -> None:
    """In a two-column table a known label in the first cell names the second."""
    label: Piece | None = None
    wide = {
        piece.row for piece in pieces if piece.kind == "table_row" and piece.column is not None and piece.column > 1
    }
    for piece in pieces:
        if piece.kind != "table_row" or piece.row in wide or piece.column is None:
            label = None
        elif piece.column == 0:
            known = piece.end - piece.start < 80 and normal_label(text[piece.start : piece.end]) in reaches()
            label = piece if known else None
        elif piece.column == 1 and label is not None and label.row == piece.row and piece.label is None:
            words = text[label.start : label.end].rstrip(" :?")
            piece.label, piece.label_start, piece.label_end = words, label.start, label.start + len(words)


def spread_labels(text: str, pieces: Sequence[Piece]) -> None:
    """Hang each label on the pieces after it that belong to its value. Kinds must be known by now."""
    current: Piece | None = None
    record: Piece | None = None  #: the record that goes on after a resolution inside it
    reach: Reach = "field"
    empty = False
    used = 0
    for piece in pieces:
        if piece.kind in ("furniture", "boilerplate"):
            continue
        if piece.label is not None and piece.kind != "table_row":
            inside = current if reach == "record" else record if reach == "limbs" else None
            current, used = piece, 0
            reach = reaches().get(normal_label(piece.label), "field")
            empty = piece.body_start >= piece.end
            record = inside if reach == "limbs" else None
            continue
        if current is None:
            continue
        if not _belongs(text, piece, current, reach, empty=empty, used=used):
            current, record, reach, used = record, None, "record", 0
            if current is None or not _belongs(text, piece, current, reach, empty=False, used=0):
                current = None
                continue
        used += 1
        if piece.kind not in ("heading", "table_row") or reach == "record":
            if piece.kind != "heading" and piece.label is None:
                piece.label, piece.label_start, piece.label_end = (
                    current.label,
                    current.label_start,
                    current.label_end,
                )


def _belongs(text: str, piece: Piece, label: Piece, reach: Reach, *, empty: bool, used: int) -> bool:
    length = piece.end - piece.start
    if reach == "record":
        return not (
            piece.kind == "heading" and (piece.rank == 1 or piece.number is not None or _is_known_heading(text, piece))
        )
    if piece.kind == "heading":
        return False
    if reach == "limbs":
        return piece.number is not None or piece.bullet is not None or (empty and used < 1)
    if reach == "text":
        return True
    if reach == "people":
        words = text[piece.start : piece.end]
        return length < 400 and used < 60 and not (piece.number or _TELLS.search(words))
    if reach == "names":
        if (used or not empty) and next(
            full_dates(text, piece.start, min(piece.end, piece.start + 60)), None
        ) is not None:
            return False
        return (empty and used < 1) or (
            used < 6 and length < 140 and (piece.blanks == 0 or (empty and used < 4 and length < 90))
        )
    return empty and used < 1


def _is_known_heading(text: str, piece: Piece) -> bool:
    return normal_label(piece.words(text)) in _known_headings()


@cache
def _known_headings() -> frozenset[str]:
    return frozenset(heading.lower() for heading in vocabulary.words("layout", "headings"))


def is_known_heading(words: str) -> bool:
    """Whether the words are a heading that stands in many papers."""
    return len(words) < 120 and any(normal_label(part) in _known_headings() for part in words.split(" / ", 3))
