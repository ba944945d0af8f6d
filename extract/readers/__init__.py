"""Reads the bytes of a paper into its text and the blocks that tile it.

The front door is `read_layout`. Formats are told by content; text formats have a reader each in `READERS`, PDF and DOCX a package,
and what has none is refused with a sentence.
"""

from collections.abc import Callable, Sequence

from extract.blocks import Layout
from extract.errors import PaperError
from extract.privacy import mask
from extract.readers.detect import Format, binary_format, check_is_text, text_format
from extract.readers.docx import read_docx
from extract.readers.encoding import decode
from extract.readers.html import render_html
from extract.readers.lines import Line
from extract.readers.markdown import render_markdown
from extract.readers.misreadings import Misreading, mend
from extract.readers.pdf import read_pdf
from extract.readers.source import Source, lay_out

#: What a reader of a text format gives: the text of the paper, and its lines with what the markup says of them.
Rendered = tuple[str, list[Line] | None]


def _plain(text: str) -> Rendered:
    return text, None


READERS: dict[Format, Callable[[str], Rendered]] = {"text": _plain, "markdown": render_markdown, "html": render_html}


def read_layout(
    data: bytes, *, name: str, misreadings: Sequence[Misreading] = (), withheld: Sequence[str] = ()
) -> Layout:
    """The text of a paper and its blocks.

    `name` is the file name, for error sentences only. Of a text file the text is the decoded file, with contact details and the
    `withheld` names masked one character for one. `misreadings` are mended first, each wherever it stands. Raises PaperError
    where the bytes are no paper that can be read, CorpusError where a misreading matches nothing.
    """
    return lay_out(read_source(data, name=name, misreadings=misreadings, withheld=withheld))


def read_source(
    data: bytes, *, name: str, misreadings: Sequence[Misreading] = (), withheld: Sequence[str] = ()
) -> Source:
    """The text of a file and its lines, mended and masked, before it is cut into blocks; the same errors."""
    source = _render(data, name=name)
    if not source.text.strip():
        raise PaperError(f"{name} holds markup but no words: save the page again once it has loaded, or give its text.")
    _mend(source, misreadings, name=name)
    source.text = mask(source.text, withheld=withheld)
    for bookmark in source.outline:
        bookmark.title = mask(bookmark.title, withheld=withheld)
    return source


def _mend(source: Source, misreadings: Sequence[Misreading], *, name: str) -> None:
    """Mend misreadings in a source, and move with the words whatever points into them."""
    lines = source.lines or []
    joined = [Line(entry.start, entry.end) for entry in source.misread]
    beside = [(line, Line(line.beside, line.beside)) for line in lines if line.beside is not None]
    moved = [*lines, *joined, *(place for _, place in beside)]
    source.text, _, mended = mend(source.text, moved, misreadings, name=name)
    for line, place in beside:
        line.beside = place.start
    kept = [
        entry.model_copy(update={"start": place.start, "end": place.end})
        for entry, place in zip(source.misread, joined, strict=True)
    ]
    source.misread = sorted([*kept, *mended], key=lambda entry: entry.start)


def _render(data: bytes, *, name: str) -> Source:
    """What the reader of the format makes of the bytes."""
    if not data.strip(b" \t\r\n\0"):
        raise PaperError(f"{name} is empty: put the text of the paper into it or take it out.")
    kind = binary_format(data, name=name)
    if kind == "pdf":
        return read_pdf(data, name=name)
    if kind == "docx":
        return read_docx(data, name=name)
    text, encoding = decode(data, name=name)
    check_is_text(text, name=name)
    kind = text_format(text)
    text, lines = READERS[kind](text)
    return Source(text, kind, lines, encoding)


__all__ = ["Misreading", "Source", "lay_out", "read_layout", "read_source"]
