"""The same pack as a PDF: bookmarks, item stamps and page numbers of the pack in the corners, page numbers of each paper at the foot."""

import io
import textwrap
from collections.abc import Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
#: Bookmark (title and level) or none, item stamp or none, pages.
Inside = tuple[tuple[str, int] | None, str | None, Sequence[str]]


def draw_pack(papers: Sequence[Inside], *, corners: bool = True, numbers: bool = True) -> bytes:
    """A PDF of these papers, the same bytes each time; `corners` prints "Page 12" on every page, `numbers` those of each paper."""
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4, invariant=1)
    count = 0
    for bookmark, stamp, pages in papers:
        for number, page in enumerate(pages, 1):
            count += 1
            if number == 1 and bookmark is not None:
                canvas.bookmarkPage(f"p{count}")
                canvas.addOutlineEntry(bookmark[0], f"p{count}", bookmark[1])
            _draw_page(canvas, page)
            if number == 1 and stamp is not None:
                canvas.drawRightString(WIDTH - 30, HEIGHT - 24, stamp)
            if corners:
                canvas.drawRightString(WIDTH - 30, 20, f"Page {count}")
            if numbers and len(pages) > 1:
                canvas.drawCentredString(WIDTH / 2, 40, str(number))
            canvas.showPage()
    canvas.save()
    return file.getvalue()


def _draw_page(canvas: Canvas, page: str) -> None:
    """The paragraphs of a page, each line of the text a paragraph."""
    down = HEIGHT - 70
    for paragraph in page.strip().splitlines():
        canvas.setFont("Helvetica-Bold" if paragraph.isupper() else "Helvetica", 11)
        for line in textwrap.wrap(paragraph, 84):
            canvas.drawString(72, down, line)
            down -= 14
        down -= 8
    canvas.setFont("Helvetica", 9)
