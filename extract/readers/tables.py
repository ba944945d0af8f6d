"""Rows of tables in plain text, and scraps of markup that were left in them."""

import re
from collections.abc import Iterator, Sequence

from extract import vocabulary
from extract.readers.fields import find_label, normal_label
from extract.readers.lines import Line, Piece, strip_span
from extract.readers.numbering import parse_marker

_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>")
_INLINE = frozenset({"a", "abbr", "b", "em", "i", "small", "span", "strong", "sub", "sup", "u", "font"})
_INNER_BULLET = re.compile(r"(?<=\s)[•▪●■◦➢✓](?=\s)")
_SPLIT = re.compile(r"\t")


def is_row(text: str, line: Line) -> bool:
    """Whether a line is a row of a table: its cells are parted by tabs. A number or label with a tab behind it makes no row."""
    if "\t" not in text[line.start : line.end + 1]:
        return False
    marker = parse_marker(text, line.start, line.end)
    label = find_label(text, line.start, line.end)
    begin = marker.body_start if marker is not None else label[2] if label is not None else line.start
    if begin > line.start and "\t" not in text[begin : line.end]:
        return False
    return "\t" in text[line.start : line.end].strip("\t") or (
        line.hint is None and text[line.end : line.end + 1] == "\t" and line.end - line.start < 200
    )


def cells(text: str, line: Line) -> list[tuple[int, int]]:
    """The cells of a row that hold words, as (column, start, end) without white space; columns count the empty cells too."""
    found = []
    position = line.start
    for cell in _SPLIT.split(text[line.start : line.end]):
        found.append((position, position + len(cell)))
        position += len(cell) + 1
    return found


def row_pieces(text: str, line: Line, row: int, names: Sequence[str | None]) -> Iterator[Piece]:
    """The leaf pieces of one row: each paragraph of each cell, and the scraps of markup between them."""
    for column, (start, end) in enumerate(cells(text, line)):
        name = names[column] if column < len(names) else None
        for piece in leaf_pieces(text, start, end, page=line.page):
            if piece.kind is None:
                piece.kind, piece.row, piece.column, piece.column_name = "table_row", row, column, name
            yield piece


def has_scraps(text: str, start: int, end: int) -> bool:
    """Whether tags of paragraphs or lists were left in text[start:end]."""
    return "<" in text[start:end] and any(not _is_inline(match[0]) for match in _TAG.finditer(text, start, end))


def leaf_pieces(text: str, start: int, end: int, *, page: int | None = None) -> Iterator[Piece]:
    """text[start:end] cut at scraps of markup, which become furniture, and at bullets inside a line."""
    position = start
    for left, right in [*_tag_runs(text, start, end), (end, end)]:
        yield from _bulleted(text, position, left, page)
        if left < right:
            yield Piece(left, right, kind="furniture", page=page)
        position = right


def _tag_runs(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Runs of tags with only white space between them; inline tags in the middle of words are left alone."""
    runs: list[list[int]] = []
    block: list[bool] = []
    for match in _TAG.finditer(text, start, end):
        is_block = not _is_inline(match[0])
        if runs and not text[runs[-1][1] : match.start()].strip():
            runs[-1][1] = match.end()
            block[-1] = block[-1] or is_block
        else:
            runs.append([match.start(), match.end()])
            block.append(is_block)
    kept = []
    for (left, right), is_block in zip(runs, block, strict=True):
        at_edge = not text[start:left].strip() or not text[right:end].strip()
        if is_block or at_edge:
            kept.append((left, right))
    return kept


def _is_inline(tag: str) -> bool:
    name = re.match(r"</?([A-Za-z0-9]+)", tag)
    return name is not None and name[1].lower() in _INLINE


def _bulleted(text: str, start: int, end: int, page: int | None) -> Iterator[Piece]:
    cuts = [start, *(match.start() for match in _INNER_BULLET.finditer(text, start, end)), end]
    for left, right in zip(cuts, cuts[1:], strict=False):
        left, right = strip_span(text, left, right)
        if left < right:
            yield Piece(left, right, page=page)


def header_cells(text: str, line: Line, following: Line | None) -> list[str | None] | None:
    """The names of the columns, where a row is a row of column heads; None where it is not."""
    if following is None:
        return None
    words = [normal_label(text[start:end]) for start, end in cells(text, line)]
    heads = frozenset(vocabulary.words("layout", "column_heads"))
    filled = [word for word in words if word]
    known = sum(1 for word in filled if word in heads)
    if len(filled) >= 2 and known * 2 >= len(filled) and all(len(word) < 40 for word in filled):
        return [re.sub(r"\s+", " ", text[start:end]).strip() or None for start, end in cells(text, line)]
    return None


def heads_above(text: str, pieces: Sequence[Piece], columns: int) -> list[Piece]:
    """Column heads that stand one to a line above the first row: as many as there are columns, at least one of them known."""
    found: list[Piece] = []
    for piece in reversed(pieces):
        if piece.kind in ("furniture", "boilerplate"):
            continue
        if len(found) == columns:
            break
        words = text[piece.start : piece.end]
        if piece.kind == "table_row" or len(words) > 40 or words.endswith((".", ":", ";", ",")):
            break
        found.append(piece)
    heads = frozenset(vocabulary.words("layout", "column_heads"))
    known = [piece for piece in found if normal_label(text[piece.start : piece.end]) in heads]
    return found[::-1] if len(found) == columns >= 2 and len(known) * 2 >= columns else []
