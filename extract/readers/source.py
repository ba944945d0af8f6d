"""What a reader makes of the bytes of a file, before its text is cut into blocks."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extract.blocks import Block, Bookmark, Layout, Misread
from extract.readers.detect import Format
from extract.readers.lines import Line, split_lines
from extract.readers.structure import build_blocks
from extract.readers.text import cut_text


@dataclass
class Source:
    """The text of a file and its lines, with what the format knows of its pages."""

    text: str
    format: Format
    lines: list[Line] | None = None  #: None where the text alone says which lines it has
    encoding: str | None = None
    pages: int | None = None  #: None where the format has no pages, or the text alone marks them
    first_page: int = 1
    unread_pages: list[int] = field(default_factory=list)
    outline: list[Bookmark] = field(default_factory=list)
    misread: list[Misread] = field(default_factory=list)


def lay_out(source: Source) -> Layout:
    """The text of a file as one paper, cut into blocks. The lines of the source are marked on the way."""
    text = source.text
    lines = source.lines if source.lines is not None else split_lines(text)
    numbers = [line.page for line in lines]
    pieces, pages = cut_text(text, lines)
    blocks = build_blocks(pieces)
    if source.format in ("pdf", "docx"):
        for line, number in zip(lines, numbers, strict=True):
            line.page = number
        _place(blocks, lines)
    return Layout(
        text=text,
        blocks=blocks,
        format=source.format,
        encoding=source.encoding,
        pages=source.pages if source.pages is not None else pages,
        first_page=source.first_page,
        outline=source.outline,
        unread_pages=source.unread_pages,
        misread=source.misread,
    )


def _place(blocks: Sequence[Block], lines: Sequence[Line]) -> None:
    """Give each block the page, and the place on it, of the line in which it begins."""
    starts = [line.start for line in lines]
    for block in blocks:
        line = lines[max(bisect_right(starts, block.start) - 1, 0)]
        block.page, block.box, block.beside, block.confidence = line.page, line.box, line.beside, line.confidence


def cut_out(source: Source, start: int, end: int, *, pages: Sequence[int]) -> Source:
    """Part of a source as a source of its own: its words from `start` to `end`, which stand on the given pages of the file."""
    text = source.text[start:end]
    lines = source.lines
    inside = (
        None
        if lines is None
        else [
            replace(
                line,
                start=line.start - start,
                end=line.end - start,
                beside=None if line.beside is None else line.beside - start,
            )
            for line in lines
            if start <= line.start < end
        ]
    )
    on = frozenset(pages)
    return Source(
        text=text,
        format=source.format,
        lines=inside,
        encoding=source.encoding,
        pages=len(pages),
        first_page=pages[0],
        unread_pages=[page for page in source.unread_pages if page in on],
        misread=[
            entry.model_copy(update={"start": entry.start - start, "end": entry.end - start})
            for entry in source.misread
            if start <= entry.start and entry.end <= end
        ],
    )
