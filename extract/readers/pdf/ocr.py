"""Pages that are only pictures, read by Tesseract where somebody asks for it and has it installed."""

import csv
import io
import os
import shutil
import subprocess
from collections.abc import Sequence

import pypdfium2  # type: ignore[import-untyped]

from extract.errors import PaperError
from extract.readers.pdf.page import Page, Word

#: The environment variable that asks for it; the command line sets it, so that every worker sees it.
VARIABLE = "MATTERS_OCR"
#: Dots per inch at which a page is drawn, and the most dots that are drawn of one.
DPI = 300
MOST_DOTS = 40_000_000
#: How long one page may take, in seconds.
SECONDS = 60
#: Words of which Tesseract is less sure than this, of 1, are noise.
LEAST = 0.2


def is_wanted() -> bool:
    """Whether pages without words are to be read from their picture."""
    return os.environ.get(VARIABLE, "") not in ("", "0")


def recognise(data: bytes, pages: Sequence[Page], *, name: str) -> None:
    """Fill in the words of those pages that hold none, each with how sure Tesseract is of it.

    Raises PaperError where Tesseract is not installed; a page that it cannot read stays without words.
    """
    empty = [page for page in pages if not page.words]
    if not empty:
        return
    program = shutil.which("tesseract")
    if program is None:
        raise PaperError(
            f"{name} has pages without text, and --ocr needs Tesseract, which is not installed: install it (Debian: "
            "tesseract-ocr), or read without --ocr."
        )
    pdf = pypdfium2.PdfDocument(data)
    try:
        for page in empty:
            page.words = _read(program, pdf, page)
    finally:
        pdf.close()


def _read(program: str, pdf: pypdfium2.PdfDocument, page: Page) -> list[Word]:
    scale = min(DPI / 72, (MOST_DOTS / max(page.width * page.height, 1)) ** 0.5)
    picture = io.BytesIO()
    try:
        pdf[page.number - 1].render(scale=scale, grayscale=True).to_pil().save(picture, "PNG")
        done = subprocess.run(
            [program, "stdin", "stdout", "-l", "eng", "--dpi", str(round(72 * scale)), "tsv"],
            input=picture.getvalue(),
            capture_output=True,
            timeout=SECONDS,
            check=True,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        )
    except (pypdfium2.PdfiumError, subprocess.SubprocessError, OSError, ValueError):
        return []
    return _words(done.stdout.decode("utf-8", errors="replace"), scale)


def _words(table: str, scale: float) -> list[Word]:
    """The words of Tesseract's table; of a line all have the height of the line, so that they stand on one row."""
    words: list[Word] = []
    top = bottom = 0.0
    for row in csv.DictReader(io.StringIO(table), delimiter="\t", quoting=csv.QUOTE_NONE):
        try:
            left, upper, width, height = (int(row[key]) / scale for key in ("left", "top", "width", "height"))
            level, sure = int(row["level"]), float(row["conf"]) / 100
        except (KeyError, TypeError, ValueError):
            continue
        if level == 4:
            top, bottom = upper, upper + height
        text = (row.get("text") or "").strip()
        if level == 5 and text and sure >= LEAST:
            words.append(Word(text, left, top, left + width, bottom, bottom - top, False, round(sure, 3)))
    return words
