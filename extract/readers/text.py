"""Plain text into pieces: lines joined to paragraphs, cut into cells and limbs, and told what they are."""

import re
from collections.abc import Sequence

from extract.readers.fields import find_label, is_known_heading, is_short_label, mark_labels, spread_labels
from extract.readers.furniture import mark_boilerplate, mark_furniture
from extract.readers.headings import heading_rank, is_all_capitals, is_date_line
from extract.readers.joining import join_lines
from extract.readers.languages import mark_languages
from extract.readers.lines import Line, Piece, strip_span
from extract.readers.numbering import Marker, parse_marker
from extract.readers.runon import cut_run_on
from extract.readers.structure import number_levels, place_sections, rank_headings
from extract.readers.tables import cells, has_scraps, header_cells, heads_above, is_row, leaf_pieces, row_pieces

_SIZE = re.compile(r"\s+(?P<size>(?:pdf\s+icon\s+)?PDF\s+\d+(?:\.\d+)?\s*[KM]B\b.{0,30})$", re.IGNORECASE)
_CONTACT = re.compile(r"(?:tel|telephone|phone|email|e-mail|contact|mobile)\b\s*(?:no\.?|number)?\s*:|█", re.IGNORECASE)


def cut_text(text: str, lines: list[Line]) -> tuple[list[Piece], int | None]:
    """The pieces of a paper in order, and the number of its pages where it marks them."""
    pages = mark_furniture(text, lines)
    pieces = _with_rows(text, lines)
    pieces = cut_run_on(text, pieces)
    markers = _find_markers(text, pieces)
    pieces = _split_numbered_labels(text, pieces)
    mark_labels(text, pieces)
    _find_headings(text, pieces, markers)
    mark_boilerplate(text, pieces)
    mark_languages(text, pieces)
    _settle_kinds(pieces, markers)
    spread_labels(text, pieces)
    number_levels(text, pieces, markers)
    rank_headings(text, pieces)
    place_sections(pieces)
    return pieces, pages


def _with_rows(text: str, lines: Sequence[Line]) -> list[Piece]:
    """Join the lines between tables, and cut the rows of tables into cells."""
    pieces: list[Piece] = []
    waiting: list[Line] = []
    names: Sequence[str | None] = ()
    row, after_row = -1, False
    for position, line in enumerate(lines):
        if line.kind is None and line.hint is None and is_row(text, line):
            pieces.extend(_plain_pieces(text, waiting))
            waiting = []
            row += 1
            if not after_row:
                following = lines[position + 1] if position + 1 < len(lines) else None
                names = header_cells(text, line, following) or ()
                if not names and following is not None:
                    names, row = _name_columns(text, pieces, len(cells(text, line)), row)
            pieces.extend(row_pieces(text, line, row, names))
            after_row = True
            continue
        if line.kind is None:
            after_row = False
        if line.hint is not None and line.hint.row is not None:
            pieces.extend(_plain_pieces(text, waiting))
            waiting = []
            pieces.append(_hinted_cell(line))
            row = max(row, line.hint.row)
            continue
        waiting.append(line)
    pieces.extend(_plain_pieces(text, waiting))
    return pieces


def _hinted_cell(line: Line) -> Piece:
    hint = line.hint
    piece = Piece(line.start, line.end, kind=line.kind or "table_row", page=line.page, hint=hint)
    if hint is not None:
        piece.row, piece.column, piece.column_name = hint.row, hint.column, hint.column_name
    return piece


def _name_columns(text: str, pieces: list[Piece], columns: int, row: int) -> tuple[Sequence[str | None], int]:
    """Column heads above the table, one to a line: they become its first row."""
    heads = heads_above(text, pieces, columns)
    for column, piece in enumerate(heads):
        piece.kind, piece.row, piece.column = "table_row", row, column
    return [text[piece.start : piece.end] for piece in heads], row + 1 if heads else row


def _plain_pieces(text: str, lines: Sequence[Line]) -> list[Piece]:
    pieces: list[Piece] = []
    for piece in join_lines(text, lines):
        size = _SIZE.search(text, max(piece.start + 1, piece.end - 60), piece.end) if piece.kind is None else None
        if size is not None:
            rest = Piece(size.start("size"), piece.end, kind="furniture", page=piece.page, hint=piece.hint)
            piece.end = size.start()
            pieces += (piece, rest)
        elif piece.kind is None and (has_scraps(text, piece.start, piece.end) or _has_inner_bullets(text, piece)):
            leaves = list(leaf_pieces(text, piece.start, piece.end, page=piece.page))
            leaves[0].blanks = piece.blanks
            for leaf in leaves:
                leaf.indent = piece.indent
            pieces.extend(leaves)
        else:
            pieces.append(piece)
    return pieces


def _has_inner_bullets(text: str, piece: Piece) -> bool:
    return any(sign in text[piece.start + 1 : piece.end] for sign in (" • ", " ▪ ", " ● ", " ■ "))


def _find_markers(text: str, pieces: Sequence[Piece]) -> dict[int, Marker]:
    """The number or bullet of each piece, by the id of the piece; bare numbers only where they count on from the last."""
    markers: dict[int, Marker] = {}
    last_bare = 0
    for position, piece in enumerate(pieces):
        if piece.body_start < 0:
            piece.body_start = piece.start
        if piece.kind in ("furniture", "boilerplate"):
            continue
        marker = parse_marker(text, piece.start, piece.end)
        if marker is None:
            continue
        if piece.kind == "heading":
            piece.number, piece.body_start = marker.number, marker.body_start if marker.number else piece.start
            continue
        if marker.style == "bare":
            if (
                marker.value != last_bare + 1
                and marker.bullet is None
                and not _is_item_title(text, pieces, position, marker)
            ):
                continue
            last_bare = marker.value
        piece.bullet, piece.number, piece.body_start = marker.bullet, marker.number, marker.body_start
        markers[id(piece)] = marker
    return markers


def _split_numbered_labels(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """A numbered label that is a heading ("2.0 RECOMMENDATION: That …") becomes one, and the words behind it a piece of their own."""
    split: list[Piece] = []
    for piece in pieces:
        found = None
        if piece.kind is None and piece.number is not None and piece.number[0].isdigit():
            found = find_label(text, piece.body_start, piece.end)
        if found is None or not is_known_heading(text[found[0] : found[1]]):
            split.append(piece)
            continue
        rest = Piece(found[2], piece.end, kind="paragraph", page=piece.page, indent=piece.indent, body_start=found[2])
        piece.kind, piece.rank = "heading", 1 if is_all_capitals(text[found[0] : found[1]]) else 2
        if rest.start < rest.end:
            piece.end = strip_span(text, piece.start, found[2])[1]
        split.append(piece)
        if rest.start < rest.end:
            split.append(rest)
    return split


def _is_item_title(text: str, pieces: Sequence[Piece], position: int, marker: Marker) -> bool:
    """Whether a bare number numbers an item: capitals follow it, or the size of the paper (convention 120)."""
    following = pieces[position + 1] if position + 1 < len(pieces) else None
    sized = (
        following is not None
        and following.kind == "furniture"
        and _SIZE.search(" " + text[following.start : following.end])
    )
    words = text[marker.body_start : pieces[position].end]
    return bool(sized) or (
        words.isupper() and len(words) > 4 and not is_date_line(text[pieces[position].start : pieces[position].end])
    )


#: Words after which a line goes on: what follows is no heading.
_DANGLING = re.compile(r"(?:,|\b(?:and|or|of|the|to|for|with|in|by))\s*$")


def _find_headings(text: str, pieces: Sequence[Piece], markers: dict[int, Marker]) -> None:
    """Decide which pieces are headings, by their looks and by what follows them."""
    after_label = False
    before, listed = "", ""
    for position, piece in enumerate(pieces):
        if piece.kind in ("furniture", "boilerplate"):
            continue
        listed = _list_style(before, listed, markers.get(id(piece)))
        torn = not before.isupper() and _DANGLING.search(before.rstrip()[-8:]) is not None
        before = text[piece.start : piece.end]
        if (listed or torn) and piece.kind is None:
            continue
        is_value, after_label = (
            after_label,
            piece.label is not None and piece.body_start >= piece.end and is_short_label(piece.label),
        )
        hinted = piece.hint is not None and piece.hint.kind == "heading"
        if hinted and piece.label is None:
            piece.kind = "heading"
            piece.rank = 1 if piece.hint is not None and piece.hint.level == 1 else 2
            continue
        if piece.kind is not None or piece.label is not None or is_value:
            continue
        marker = markers.get(id(piece))
        words = piece.words(text)
        if piece.hint is not None and not piece.hint.bold and not piece.hint.laid:
            if marker is None or marker.number is None or not is_all_capitals(words):
                continue  # a page that knows headings marks them; but "5. CEMETERY" is one in any paragraph
        if marker is not None and (marker.number is None or marker.style.startswith(("roman", "letter", "bracket"))):
            continue
        bold = piece.hint is not None and piece.hint.bold
        rank = heading_rank(words, numbered=marker is not None, bold=bold)
        if rank > 1 and piece.hint is not None and not bold and not is_known_heading(words):
            continue  # in the layout of a page a heading is set in bold or in capitals
        if rank and _stands_over_text(text, pieces, position, rank, marker):
            piece.kind, piece.rank = "heading", rank


def _list_style(before: str, listed: str, marker: Marker | None) -> str:
    """The style of the numbers of the list that this piece continues or opens, or "" where it is in none.

    A numbered line right below a lead-in that ends with a colon, or below the word "Actions", is an item however short it is.
    """
    if marker is None or marker.number is None:
        return ""
    if re.search(r":\s*[-–]?\s*\**$|^\W*(?:Actions?|Action points|ACTIONS?)\W*$", before):
        return marker.style
    return listed if listed == marker.style else ""


def _stands_over_text(text: str, pieces: Sequence[Piece], position: int, rank: int, marker: Marker | None) -> bool:
    """Whether something stands below a heading for it to head; names above a telephone number are none."""
    following = next(
        (p for p in pieces[position + 1 : position + 6] if p.kind not in ("furniture", "boilerplate")), None
    )
    if following is None:
        return rank <= 2
    words = text[following.start : following.end]
    if _CONTACT.match(words):
        return rank <= 2
    if rank >= 3 and position and marker is None and following.blanks == 0 and pieces[position].blanks == 0:
        return False
    if marker is not None and rank >= 3:
        return marker.style.startswith("decimal") is False or len(words) > 60
    return True


def _settle_kinds(pieces: Sequence[Piece], markers: dict[int, Marker]) -> None:
    for piece in pieces:
        if piece.kind is not None and piece.kind != "paragraph":
            continue
        marker = markers.get(id(piece))
        if piece.hint is not None and piece.hint.kind == "list_item":
            piece.kind = "list_item"
        elif (
            marker is not None
            and piece.label is None
            and not marker.style.startswith(("decimal", "bare", "minute", "item"))
        ):
            piece.kind = "list_item"
        else:
            piece.kind = "paragraph"
