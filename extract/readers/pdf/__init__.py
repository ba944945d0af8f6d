"""Reads a PDF: pages by one of two backends, then rows, tables, side columns and paragraphs as text."""

from extract.errors import PaperError
from extract.readers.pdf.choice import read_pages
from extract.readers.pdf.ocr import is_wanted, recognise
from extract.readers.pdf.outline import read_outline
from extract.readers.pdf.render import render
from extract.readers.source import Source


def read_pdf(data: bytes, *, name: str) -> Source:
    """The text of a PDF, one paragraph a line, with what the layout of its pages says of each line.

    `name` is the file name, for error sentences only. Raises PaperError where it cannot be opened or no page holds a word.
    """
    pages = read_pages(data, name=name)
    if is_wanted():
        recognise(data, pages, name=name)
    rendered = render(pages)
    if not rendered.text.strip():
        count = f"{len(pages)} pages hold" if len(pages) != 1 else "one page holds"
        raise PaperError(
            f"{name} is a scan: its {count} no text: give a file with text, or read it with --ocr where Tesseract is installed."
        )
    return Source(
        rendered.text,
        "pdf",
        rendered.lines,
        pages=len(pages),
        unread_pages=rendered.unread,
        outline=read_outline(data),
        misread=rendered.misread,
    )
