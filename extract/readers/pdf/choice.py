"""Which backend reads a PDF: the fast one, as long as it gives on a sample of the pages what the thorough one gives.

Of every stretch of pages one is read by both. Where they differ anywhere, the whole paper is read through pdfplumber. Which page of
a stretch that is depends on the bytes of the paper alone, so a paper is always read in the same way.
"""

import hashlib
import os
from collections.abc import Sequence
from typing import Literal, get_args

from pdfplumber.utils.exceptions import PdfminerException

from extract.errors import PaperError
from extract.readers.pdf import pdfium, plumber
from extract.readers.pdf.page import Page, Word

#: "auto" is the fast backend with its cross-check; the others force one.
Backend = Literal["auto", "pdfium", "pdfplumber"]
BACKENDS: tuple[Backend, ...] = get_args(Backend)
#: The environment variable that chooses where no argument does; the command line sets it, so that every worker sees it.
VARIABLE = "MATTERS_PDF_BACKEND"
#: Pages of which one is read by both backends.
STRETCH = 12
#: The most pages that are read by both: what goes wrong in a long paper shows in these.
MOST = 24
#: How far apart, in points, two places can lie and be the same.
NEAR = 1.0


def chosen_backend() -> Backend:
    """The backend that the environment asks for. Raises PaperError for a name that is none."""
    asked = os.environ.get(VARIABLE) or "auto"
    for backend in BACKENDS:
        if asked == backend:
            return backend
    raise PaperError(f"{VARIABLE} is set to {asked!r}: set it to {', '.join(BACKENDS[:-1])} or {BACKENDS[-1]}.")


def read_pages(data: bytes, *, name: str, backend: Backend | None = None) -> list[Page]:
    """The pages of a PDF, by the backend asked for.

    `name` is the file name, for error sentences only. Raises PaperError where no backend can open it.
    """
    wanted = backend if backend is not None else chosen_backend()
    try:
        if wanted == "pdfplumber":
            return list(plumber.read_pages(data))
        if wanted == "pdfium":
            return list(pdfium.read_pages(data))
        return _proved(data)
    except (pdfium.Failure, PdfminerException) as error:
        raise PaperError(_sentence(name, error)) from error


def _proved(data: bytes) -> list[Page]:
    """The pages through PDFium where the sample bears them out, else through pdfplumber."""
    try:
        pages = list(pdfium.read_pages(data))
    except pdfium.Failure:
        return list(plumber.read_pages(data))
    numbers = sample(len(pages), data)
    try:
        checked = list(plumber.read_pages(data, numbers))
    except PdfminerException:
        return pages  # the thorough backend stumbles over the file; what the fast one reads is all there is
    if len(checked) == len(numbers) and all(agree(pages[page.number - 1], page) for page in checked):
        return pages
    return list(plumber.read_pages(data))


def sample(count: int, data: bytes) -> list[int]:
    """The numbers of the pages that both backends read: one of each of some equal stretches of the paper."""
    stretches = min(MOST, -(-count // STRETCH))
    if not stretches:
        return []
    digest = hashlib.sha256(data).digest()
    bounds = [count * k // stretches for k in range(stretches + 1)]
    return [
        start + digest[k] % (end - start) + 1 for k, (start, end) in enumerate(zip(bounds, bounds[1:], strict=False))
    ]


def agree(page: Page, other: Page) -> bool:
    """Whether two readings of one page are the same: size, words with their places and weight, rulings."""
    return (
        _near((page.width, page.height), (other.width, other.height))
        and len(page.words) == len(other.words)
        and all(map(_same_word, page.words, other.words))
        and len(page.rules) == len(other.rules)
        and all(_near(one, two) for one, two in zip(page.rules, other.rules, strict=True))
    )


def _same_word(one: Word, two: Word) -> bool:
    return one.text == two.text and one.bold == two.bold and _near(one[1:6], two[1:6])


def _near(one: Sequence[float], two: Sequence[float]) -> bool:
    return all(-NEAR <= a - b <= NEAR for a, b in zip(one, two, strict=True))


def _sentence(name: str, error: Exception) -> str:
    said = f"{error} {error.__cause__ or ''} {error.args}".lower()
    if "password" in said or "encrypt" in said:
        return f"{name} is a PDF locked with a password: save it without one."
    return f"{name} begins like a PDF and cannot be opened as one: it is cut short or damaged; fetch it again."
