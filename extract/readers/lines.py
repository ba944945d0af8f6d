"""Lines and pieces: what readers make on the way from a text to its blocks."""

import re
from dataclasses import dataclass, field

from extract.blocks import BlockKind

_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")
_BREAKS = re.compile(r"\r\n|[\n\r\v\x85\u2028\u2029]")


@dataclass(slots=True)
class Hint:
    """What the markup of an HTML or Markdown paper says of one line of its text."""

    kind: BlockKind = "paragraph"
    level: int = 0
    row: int | None = None
    column: int | None = None
    column_name: str | None = None
    bold: bool = False  #: all of its words are set in bold
    laid: bool = False  #: read off the layout of a page: what it is shows by its looks as well


@dataclass(slots=True)
class Line:
    """One line of the text without the white space around it: half-open offsets."""

    start: int
    end: int
    indent: int = 0  #: columns of white space before the words
    blanks: int = 0  #: empty lines before it
    page: int | None = None
    kind: BlockKind | None = None  #: furniture or boilerplate, once that is known
    hint: Hint | None = None
    box: tuple[float, float, float, float] | None = None  #: on its page, in points: left, top, right, bottom
    confidence: float | None = None  #: of words recognised in a picture: how sure that is, from 0 to 1
    beside: int | None = None  #: of words in a side column: where in the text the row begins beside which they stand


@dataclass(slots=True)
class Piece:
    """A block in the making."""

    start: int
    end: int
    kind: BlockKind | None = None
    page: int | None = None
    indent: int = 0
    blanks: int = 0
    level: int = 0
    bullet: str | None = None
    number: str | None = None
    body_start: int = -1
    label: str | None = None
    label_start: int | None = None
    label_end: int | None = None
    row: int | None = None
    column: int | None = None
    column_name: str | None = None
    parent: "Piece | None" = None
    section: "Piece | None" = None
    hint: Hint | None = None
    rank: int = 0  #: of a heading: how high it stands by its looks, 1 the highest
    index: int = field(default=-1)

    def words(self, text: str) -> str:
        """The words of the piece, after number, bullet and label."""
        return text[self.body_start : self.end]


def split_lines(text: str, start: int = 0, end: int | None = None) -> list[Line]:
    """Every line of the text that is not empty, in order."""
    lines: list[Line] = []
    last = start
    for match in _LINE.finditer(text, start, len(text) if end is None else end):
        content = match[0]
        stripped = content.strip()
        if not stripped:
            continue
        lead = len(content) - len(content.lstrip())
        begin = match.start() + lead
        breaks = len(_BREAKS.findall(text, last, begin))
        lines.append(
            Line(
                begin,
                begin + len(stripped),
                indent=len(content[:lead].expandtabs(4)),
                blanks=max(breaks - (1 if lines else 0), 0),
            )
        )
        last = begin + len(stripped)
    return lines


def strip_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its ends; empty where it holds nothing else."""
    words = text[start:end]
    left = len(words) - len(words.lstrip())
    return (start + left, start + left + len(words.strip())) if words.strip() else (start, start)
