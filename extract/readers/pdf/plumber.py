"""The pages of a PDF through pdfplumber: slow, thorough, and what the faster backend is checked against."""

import io
import logging
import math
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pdfplumber
from pdfminer.layout import LTChar, LTContainer, LTCurve
from pdfplumber.page import Page as PlumberPage

from extract.readers.pdf.frame import Frame, apply, shown
from extract.readers.pdf.glyphs import BULLET, Glyph, is_bold, turn_of, unknown, words_of
from extract.readers.pdf.page import BackendError, Page, within
from extract.readers.pdf.rulings import Step, rules_of

# What it logs of a damaged page says nothing to whoever reads a paper, and would stand between our own lines.
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)

#: Codes that no letter has in the encoding of Windows: the PDF standard (annex D) gives them the bullet, pdfminer gives them nothing.
UNUSED = frozenset(f"(cid:{code})" for code in (127, 129, 141, 143, 144, 157))
#: After so many pages what was decoded of the file is let go: a font is read again then, and memory stays flat.
BREATH = 20


def read_pages(data: bytes, numbers: Collection[int] | None = None) -> Iterator[Page]:
    """Each page in turn, or those with the given numbers; what is kept of a page is let go before the next is read.

    Raises BackendError where the file, or one of these pages, cannot be read.
    """
    with _no_surprises():
        pdf = pdfplumber.open(io.BytesIO(data), pages=sorted(numbers) if numbers is not None else None)
        pages = list(pdf.pages)
    for read, page in enumerate(pages, 1):
        with _no_surprises():
            found = _read(page)
        page.close()
        if read % BREATH == 0:
            pdf.doc._cached_objs.clear()
        yield found


@contextmanager
def _no_surprises() -> Iterator[None]:
    """Of a damaged file pdfminer raises whatever its code stumbles over; here that is one kind of error."""
    try:
        yield
    except MemoryError:
        raise
    except Exception as error:
        raise BackendError(f"{type(error).__name__}: {error.args}") from error


def _read(page: PlumberPage) -> Page:
    media, crop = page.page_obj.mediabox, page.page_obj.cropbox
    turn = page.page_obj.rotate
    whole, frame = Frame(media, turn), Frame(shown(media, crop), turn)
    left, lower, right, upper = frame.box
    corners = [apply(whole.matrix, x, y) for x, y in ((left, lower), (right, upper))]
    layout = page.layout
    across = min(x for x, _ in corners)
    down = layout.height - min(y for _, y in corners)
    items = list(_items(layout))
    words = words_of(_glyph(item, across, down) for item in items if isinstance(item, LTChar))
    rules = [
        rule
        for item in items
        if isinstance(item, LTCurve) and _shows(item)
        for rule in rules_of(_steps(item, across, down), width=frame.width, height=frame.height)
    ]
    return within(Page(page.page_number, frame.width, frame.height, words, rules))


def _items(container: Iterable[Any]) -> Iterator[Any]:
    """What is drawn, in that order, figures opened."""
    for item in container:
        if isinstance(item, LTContainer):
            yield from _items(item)
        else:
            yield item


def _glyph(char: LTChar, across: float, down: float) -> Glyph:
    a, b, c, d = char.matrix[:4]
    turn = turn_of(a, b)
    font = char.fontname if isinstance(char.fontname, str) else repr(char.fontname)
    size = char.width if turn in (1, 3) else char.height
    if turn < 0 and c:  # the box about a slanted letter: its width less the part that the length of the letter takes
        size = (char.width - abs(a * char.adv)) / abs(c) * math.hypot(c, d)
    text = char.get_text()
    if text.startswith("(cid:"):
        text = BULLET if text in UNUSED else unknown(font)
    return (text, char.x0 - across, down - char.y1, char.x1 - across, down - char.y0, size, is_bold(font), turn)


def _steps(curve: LTCurve, across: float, down: float) -> Iterator[Step]:
    for step in curve.original_path or ():
        kind = str(step[0])
        if kind == "h":
            yield "h", 0.0, 0.0
        else:
            point: Any = step[-1]
            yield kind if kind in "ml" else "c", point[0] - across, down - point[1]


def _shows(curve: LTCurve) -> bool:
    """Whether a path shows on white paper."""
    return bool(
        (curve.stroke and not _white(curve.stroking_color)) or (curve.fill and not _white(curve.non_stroking_color))
    )


def _white(colour: Any) -> bool:
    """Whether a colour of any number of parts is white: all light, or no ink of four."""
    parts = colour if isinstance(colour, tuple | list) else (colour,)
    if not all(isinstance(part, int | float) for part in parts):
        return False
    return parts == (0, 0, 0, 0) if len(parts) == 4 else all(part >= 0.99 for part in parts)
