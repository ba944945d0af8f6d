"""From pieces to blocks: sections, levels, and which block introduces which."""

import re
from collections.abc import Sequence

from extract.blocks import Block
from extract.readers.lines import Piece
from extract.readers.numbering import Marker, as_letter

#: Bullets in the order in which word processors nest them.
_SIGNS = {"•": 1, "·": 1, "●": 1, "\uf0b7": 1, "o": 2, "◦": 2, "○": 2, "▪": 3, "■": 3, "\uf0a7": 3}
_DEEPEST = 12
_LEADS = re.compile(r"(?:[:;]|:\s*[-–—]+|[-–—]|\b(?:that|to|and))\s*$", re.IGNORECASE)


def number_levels(text: str, pieces: Sequence[Piece], markers: dict[int, Marker]) -> None:
    """Give list items and numbered paragraphs their depth, and the piece that introduces them.

    `markers` holds the number or bullet of pieces, by the id of the piece. A list ends at a heading and at a paragraph
    without number.
    """
    stack: list[tuple[str, Piece, Marker]] = []
    lead: Piece | None = None
    broken = False
    for piece in pieces:
        if piece.kind in ("furniture", "boilerplate"):
            broken = True
            continue
        after_break, broken = broken, False
        if piece.kind == "heading":
            stack, lead = [], None
            continue
        marker = markers.get(id(piece))
        if piece.kind == "table_row" and marker is None:
            stack, lead = [], None
            continue
        if marker is None:
            if piece.hint is not None and piece.hint.kind == "list_item":
                _hang_hinted(piece, stack, lead)
                continue
            if after_break and stack and text[piece.start].islower():
                piece.parent = stack[-1][1]  # the rest of an item that a page break has torn
                continue
            stack, lead = [], piece if _LEADS.search(text_end(text, piece)) else None
            continue
        _hang(text, piece, marker, stack, lead)


def text_end(text: str, piece: Piece) -> str:
    """The last words of a piece, by which a lead-in is known."""
    return text[max(piece.start, piece.end - 12) : piece.end]


def _key(piece: Piece, marker: Marker, stack: list[tuple[str, Piece, Marker]]) -> tuple[str, Marker]:
    """What tells lists apart: the shape of a number, or a bullet with its indent."""
    if marker.number is None:
        depth = piece.hint.level if piece.hint is not None and not piece.hint.laid else piece.indent
        return f"{marker.style} {depth}", marker
    style = marker.style
    if style.startswith("roman") and len(marker.number.strip("().")) == 1:
        letter_style, value = as_letter(marker.number, style)
        for key, _, before in reversed(stack):
            if key == letter_style and before.value == value - 1:
                return letter_style, Marker(marker.bullet, marker.number, letter_style, value, marker.body_start)
    return style, marker


def _hang(text: str, piece: Piece, marker: Marker, stack: list[tuple[str, Piece, Marker]], lead: Piece | None) -> None:
    key, marker = _key(piece, marker, stack)
    if marker.number is not None and marker.style.startswith(("decimal", "minute", "item", "bare")):
        while stack and not _holds(stack[-1][2], marker):
            stack.pop()
    same = [index for index, entry in enumerate(stack) if entry[0] == key]
    if same:
        counted = [index for index in same if stack[index][2].value + 1 == marker.value]
        inner = stack[same[-1]][1]
        nested = (
            marker.number is not None and marker.value == 1 and not counted and _LEADS.search(text_end(text, inner))
        )
        if not nested:
            del stack[(counted or same)[-1] :]
    elif marker.number is None:
        while stack and stack[-1][2].number is None and _is_deeper(stack[-1], piece, marker):
            stack.pop()
    del stack[_DEEPEST:]
    piece.level = len(stack) + 1
    if piece.hint is not None and piece.hint.kind == "list_item":
        piece.level = max(piece.level, piece.hint.level)
    piece.parent = stack[-1][1] if stack else lead
    stack.append((key, piece, marker))


def _holds(above: Marker, marker: Marker) -> bool:
    """Whether a numbered paragraph stands under `above`: 4.1 under 4, 4.1.2 under 4.1; bullets and letters hold none."""
    if above.number is None or marker.number is None or not marker.style.startswith("decimal"):
        return False
    outer, inner = re.findall(r"\d+", above.number), re.findall(r"\d+", marker.number)
    return above.style.startswith(("decimal", "dotted")) and len(outer) < len(inner) and inner[: len(outer)] == outer


def _is_deeper(entry: tuple[str, Piece, Marker], piece: Piece, marker: Marker) -> bool:
    """Whether the bullet of `entry` is of a lower list than that of `piece`: by its sign (•, then o, then ▪), else by its indent."""
    above, sign = _SIGNS.get(entry[2].style), _SIGNS.get(marker.style)
    if above is not None and sign is not None and above != sign:
        return above > sign
    return entry[1].indent > piece.indent


def _hang_hinted(piece: Piece, stack: list[tuple[str, Piece, Marker]], lead: Piece | None) -> None:
    level = piece.hint.level if piece.hint is not None else 1
    while stack and stack[-1][1].level >= level:
        stack.pop()
    piece.level = level
    piece.parent = stack[-1][1] if stack else lead
    stack.append((f"hint {level}", piece, Marker(None, None, "hint", 0, piece.start)))


def rank_headings(text: str, pieces: Sequence[Piece]) -> None:
    """Give headings their level: by markup or printed number where there is one, else by how they look beside the others."""
    headings = [piece for piece in pieces if piece.kind == "heading"]
    highest = 1 if any(piece.rank == 1 and not _is_appendix(text, piece) for piece in headings) else 2
    appended = 0
    open_headings: list[Piece] = []
    numbered = 1
    for piece in headings:
        if piece.hint is not None and piece.hint.kind == "heading" and piece.hint.level:
            piece.level = piece.hint.level
        elif piece.number is not None and (piece.number[0].isdigit() or piece.number[:1] in "IA"):
            plain = piece.number[0].isdigit() and "/" not in piece.number
            depth = len(re.findall(r"\d+", re.sub(r"(?:\.0)+\.?$", "", piece.number))) if plain else 1
            piece.level = numbered = depth
        elif _is_appendix(text, piece):
            piece.level = appended = 1
        elif piece.rank <= highest:
            piece.level = 1 + appended
        else:
            piece.level = (numbered + 1 if any(other.number for other in open_headings) else 2) + appended
        while open_headings and open_headings[-1].level >= piece.level:
            open_headings.pop()
        piece.section = open_headings[-1] if open_headings else None
        open_headings.append(piece)


def _is_appendix(text: str, piece: Piece) -> bool:
    return re.match(r"(?:appendix|annexe?|schedule)\b", text[piece.start : piece.start + 10], re.IGNORECASE) is not None


def place_sections(pieces: Sequence[Piece]) -> None:
    """Tell every piece under which heading it stands."""
    current: Piece | None = None
    for piece in pieces:
        if piece.kind == "heading":
            current = piece
        elif piece.kind not in ("furniture", "boilerplate"):
            piece.section = current


def build_blocks(pieces: Sequence[Piece]) -> list[Block]:
    """The blocks of a paper, in order."""
    for index, piece in enumerate(pieces):
        piece.index = index
    return [
        Block(
            index=piece.index,
            kind=piece.kind or "paragraph",
            start=piece.start,
            end=piece.end,
            page=piece.page,
            level=piece.level,
            number=piece.number,
            body_start=piece.body_start if piece.body_start >= 0 else piece.start,
            section=piece.section.index if piece.section is not None else None,
            parent=piece.parent.index if piece.parent is not None else None,
            label=piece.label,
            label_start=piece.label_start,
            label_end=piece.label_end,
            row=piece.row,
            column=piece.column,
            column_name=piece.column_name,
        )
        for piece in pieces
    ]
