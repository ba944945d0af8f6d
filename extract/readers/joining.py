"""Which lines belong to one paragraph: hard-wrapped lines, and paragraphs torn by a page break."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract import vocabulary
from extract.readers.fields import find_label, is_short_label, normal_label
from extract.readers.headings import heading_rank, is_all_capitals
from extract.readers.lines import Line, Piece
from extract.readers.numbering import parse_marker
from extract.readers.tables import is_row

_ENDS = re.compile(r"(?<!\b[A-Z])(?<!\bMr)(?<!\bMs)(?<!\bDr)(?<!\bMrs)(?<!\bCllr)(?<!\bCllrs)[.?!:;…][\"'”’)\]*]*$")
_ONLY_MARKER = re.compile(
    r"(?:[•·▪▫◦‣●○■□➢✓\uf0b7\uf0a7o–-]|\(?[a-z]{1,2}\)|\(?[ivxl]{1,5}[).]|\(\d{1,3}\)|\d{1,3}(?:\.\d{1,3}){0,3}[.)]|\d{1,3}\.\d{1,3})$"
)


#: A line in capitals that is only this goes on with the line in capitals above it.
_LAST_WORDS = frozenset({"committee", "sub-committee", "board", "panel", "council", "partnership", "forum"})


_OPEN_DATE = re.compile(
    r"\d\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)$|\b(?:on|at|of|and|to|in|section|paragraph)$"
)


@dataclass(frozen=True)
class Wrapping:
    """How the lines of a text are broken: the width to which they are filled; None where a line is a paragraph."""

    width: int | None
    spaced: bool = False  #: an empty line stands after every line, also within paragraphs


def find_wrapping(text: str, lines: Sequence[Line]) -> Wrapping:
    """Look at the lengths of the lines: wrapped text has many lines just short of one width and few beyond it."""
    plain = [
        line for line in lines if line.kind is None and line.hint is None and "\t" not in text[line.start : line.end]
    ]
    lengths = sorted(line.end - line.start for line in plain)
    if len(lengths) < 8:
        return Wrapping(None)
    width = lengths[int(len(lengths) * 0.95)]
    near = sum(1 for length in lengths if width - 22 <= length <= width + 12)
    if not 40 <= width <= 160 or near < max(5, 0.2 * len(lengths)):
        return Wrapping(None)
    full = [line for line in plain if line.end - line.start >= width - 22]
    after_gap = sum(1 for line in full if line.blanks > 0)
    spaced = width >= 55 and after_gap > 0.8 * len(full) and near >= 0.3 * len(lengths)
    return Wrapping(width, spaced=spaced)


def join_lines(text: str, lines: Sequence[Line]) -> list[Piece]:
    """The lines as pieces; lines of one paragraph become one piece, also across an empty line."""
    wrapping = find_wrapping(text, lines)
    pieces: list[Piece] = []
    last: Line | None = None
    value_of = -1  #: index of the piece that holds the value of a bare label
    for line in lines:
        in_value = value_of == len(pieces) - 1
        if last is not None and pieces and _continues(text, pieces[-1], last, line, wrapping, in_value=in_value):
            pieces[-1].end = line.end
        else:
            if pieces and line.kind is None and _is_bare_label(text, pieces[-1]):
                value_of = len(pieces)
            labelled = Piece(line.start, line.end, kind=line.kind)
            if line.hint is None and line.end - line.start > 30 and _is_bare_label(text, labelled):
                value_of = len(pieces)
            pieces.append(
                Piece(
                    line.start,
                    line.end,
                    kind=line.kind,
                    page=line.page,
                    indent=line.indent,
                    blanks=line.blanks,
                    hint=line.hint,
                )
            )
        last = line
    return pieces


def _continues(text: str, piece: Piece, last: Line, line: Line, wrapping: Wrapping, *, in_value: bool) -> bool:
    """Whether `line` goes on with the paragraph that `last` ends."""
    if last.kind is not None or line.kind is not None or last.hint is not None or line.hint is not None:
        return False
    if is_row(text, last) or is_row(text, line):
        return False
    words, before = text[line.start : line.end], text[last.start : last.end]
    ended = _ENDS.search(before[-10:]) is not None
    if piece.start == last.start and line.blanks <= 1 and _ONLY_MARKER.match(before):
        return not _ONLY_MARKER.match(words)
    if _opens(text, line):
        return False
    if wrapping.width and line.blanks == 0 and in_value:
        return heading_rank(words, numbered=False) not in (1, 2)
    if ended and not (wrapping.width and line.blanks == 0):
        return False
    torn = words[0].islower() and not ended
    if torn and (line.blanks == 0 or _may_be_torn(before)):
        return True
    if before.endswith((",", "-", "–", "(", "/", "&")) and last.end - last.start > 60 and not ended:
        if line.blanks == 0 or len(before) > 200:
            return True
    if line.blanks == 0 and words[0].isdigit() and _OPEN_DATE.search(before):
        return True
    if (
        line.blanks <= 1
        and len(before.split()) > 1
        and is_all_capitals(before)
        and words.isupper()
        and words.lower() in _LAST_WORDS
    ):
        return not any(noun in before.lower() for noun in _LAST_WORDS)
    if wrapping.width is None or (line.blanks > 0 and not (wrapping.spaced and line.blanks == 1)):
        return False
    if line.blanks > 0 and find_label(text, piece.start, piece.end) is not None and len(before.split()) < 8:
        return False
    return _fills(text, last, line, wrapping.width) and _same_matter(before, words)


@cache
def _title_labels() -> frozenset[str]:
    return frozenset(vocabulary.words("papers", "title_labels"))


def _is_bare_label(text: str, piece: Piece) -> bool:
    """Whether a piece is a short label with its value on the lines below, or a label with a title that may run on there."""
    if piece.kind is not None or piece.end - piece.start > 160:
        return False
    found = find_label(text, piece.start, piece.end)
    if found is None:
        return False
    label = text[found[0] : found[1]]
    if found[2] < piece.end:
        return normal_label(label) in _title_labels() and piece.end - found[2] > 30
    return is_short_label(label)


def _opens(text: str, line: Line) -> bool:
    """Whether a line must open a block of its own: a number, a bullet or a label stands at its head."""
    if find_label(text, line.start, line.end) is not None:
        return True
    marker = parse_marker(text, line.start, line.end)
    return (
        marker is not None
        and marker.style != "bare"
        and not (marker.number is None and marker.bullet in ("-", "–", "—"))
    )


def _may_be_torn(before: str) -> bool:
    return len(before) > 40 and (len(before.split()) > 8)


def _fills(text: str, last: Line, line: Line, width: int) -> bool:
    """Whether the first word of `line` would not have fitted on the line before."""
    first = text[line.start : line.end].split(None, 1)[0]
    return (last.end - last.start) + 1 + len(first) > width - 8


def _same_matter(before: str, words: str) -> bool:
    """Capitals go on with capitals; a heading does not run into its text."""
    if is_all_capitals(before) != is_all_capitals(words):
        return not is_all_capitals(before) and not (is_all_capitals(words) and len(words.split()) > 1)
    return heading_rank(words, numbered=False) != 2
