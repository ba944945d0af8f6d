"""The pages of a PDF through pdfplumber: slow, thorough, and what the faster backend is checked against."""

import io
from collections.abc import Iterator

import pdfplumber

from extract.readers.pdf.page import Page, Rule, Word


def read_pages(data: bytes) -> Iterator[Page]:
    """Each page in turn; what pdfplumber keeps of a page is let go before the next is read."""
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            words = [
                Word(
                    word["text"],
                    word["x0"],
                    word["top"],
                    word["x1"],
                    word["bottom"],
                    word["size"],
                    "bold" in word["fontname"].lower(),
                )
                for word in page.dedupe_chars().extract_words(
                    extra_attrs=["fontname", "size"], use_text_flow=True, x_tolerance_ratio=0.15
                )
            ]
            rules = [Rule(edge["x0"], edge["top"], edge["x1"], edge["bottom"]) for edge in page.edges]
            yield Page(page.page_number, float(page.width), float(page.height), words, rules)
            page.close()
