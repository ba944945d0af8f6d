"""The bookmarks of a PDF: in an agenda pack the papers it holds, in a report its sections."""

from collections.abc import Iterator
from itertools import islice

import pypdfium2  # type: ignore[import-untyped]

from extract.blocks import Bookmark

#: Of a file with more bookmarks, or bookmarks nested more deeply, the rest is left unread.
MOST = 5_000
DEEPEST = 6


def read_outline(data: bytes) -> list[Bookmark]:
    """The bookmarks in their order, those left out that point to no page; empty where there are none or they are broken."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except (pypdfium2.PdfiumError, ValueError):
        return []
    try:
        return list(islice(_bookmarks(pdf), MOST))
    except (pypdfium2.PdfiumError, ValueError):
        return []
    finally:
        pdf.close()


def _bookmarks(pdf: pypdfium2.PdfDocument) -> Iterator[Bookmark]:
    pages = len(pdf)
    for mark in islice(pdf.get_toc(max_depth=DEEPEST), 2 * MOST):
        title = " ".join("".join(c if c.isprintable() else " " for c in mark.get_title()).split())
        target = mark.get_dest()
        index = target.get_index() if target is not None else None
        if title and index is not None and 0 <= index < pages:
            yield Bookmark(title=title[:300], page=index + 1, level=mark.level)
