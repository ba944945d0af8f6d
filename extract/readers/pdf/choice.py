"""Which backend reads a PDF: the fast one, as long as it gives on a sample of the pages what the thorough one gives.

Of every stretch of pages one is read by both. Where they differ anywhere, the whole paper is read through pdfplumber. Which page of
a stretch that is depends on the bytes of the paper alone, so a paper is always read in the same way.
"""

import hashlib
import os
from collections.abc import Sequence
from typing import Literal, get_args

from extract.errors import PaperError
from extract.readers.pdf import pdfium, plumber
from extract.readers.pdf.page import BackendError, Page, Word

#: "auto" is the fast backend with its cross-check; the others force one.
Backend = Literal["auto", "pdfium", "pdfplumber"]
BACKENDS: tuple[Backend, ...] = get_args(Backend)
#: The environment variable that chooses where no argument does; the command line sets it, so that every worker sees it.
VARIABLE = "MATTERS_PDF_BACKEND"
#: Pages of which one is read by both backends.
STRETCH = 12
#: The most pages that are read by both: what goes wrong in a long paper shows in these.
MOST = 24
#: What stands for a letter that cannot be read.
UNREADABLE = "\ufffd"
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
    except BackendError as error:
        raise PaperError(_sentence(name, error)) from error


def _proved(data: bytes) -> list[Page]:
    """The pages through PDFium where the sample bears them out, else through pdfplumber."""
    try:
        pages = list(pdfium.read_pages(data))
    except BackendError:
        return list(plumber.read_pages(data))
    unsure = {page.number for page in pages if not page.sure}
    sampled = [number for number in sample(len(pages), data) if number not in unsure]
    try:
        thorough = {page.number: page for page in plumber.read_pages(data, unsure.union(sampled))}
    except BackendError:
        return pages  # the thorough backend stumbles over the file; what the fast one reads is all there is
    if not all(number in thorough and agree(pages[number - 1], thorough[number]) for number in sampled):
        return list(plumber.read_pages(data))
    return [thorough.get(page.number, page) if page.number in unsure else page for page in pages]


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


def agree(page: Page, thorough: Page) -> bool:
    """Whether two readings of one page are the same: size, words with their places and weight, rulings.

    Where the thorough one cannot read a letter and the fast one can, that letter is no difference, nor that it has no width.
    """
    return (
        _near((page.width, page.height), (thorough.width, thorough.height))
        and len(page.words) == len(thorough.words)
        and len(page.rules) == len(thorough.rules)
        and all(map(_near, page.rules, thorough.rules))
        and (_better_words if any(map(_is_dim, thorough.words)) else _same_words)(page, thorough)
    )


def _same_words(page: Page, thorough: Page) -> bool:
    return all(
        one.text == two.text and one.bold == two.bold and _near(one[1:6], two[1:6])
        for one, two in zip(page.words, thorough.words, strict=True)
    )


def _is_dim(word: Word) -> bool:
    """Whether a word holds a letter that could not be read, or whose width is not known."""
    return UNREADABLE in word.text or word.x1 - word.x0 < 0.01


def _better_words(page: Page, thorough: Page) -> bool:
    """Whether the words are the same but for letters that only the fast backend could read."""
    return all(
        len(one.text) == len(two.text)
        and all(a == b or b == UNREADABLE for a, b in zip(one.text, two.text, strict=True))
        and _near((one.top, one.bottom), (two.top, two.bottom))
        for one, two in zip(page.words, thorough.words, strict=True)
    )


def _near(one: Sequence[float], two: Sequence[float]) -> bool:
    return all(-NEAR <= a - b <= NEAR for a, b in zip(one, two, strict=True))


def _sentence(name: str, error: BackendError) -> str:
    said = str(error).lower()
    if "password" in said or "encrypt" in said:
        return f"{name} is a PDF locked with a password: save it without one."
    return f"{name} begins like a PDF and cannot be opened as one: it is cut short or damaged; fetch it again."
