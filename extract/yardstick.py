"""What the project's own speed is measured against, and no part of it: the bare spaCy tokenizer, and plain pdfplumber."""

import io
from collections.abc import Callable, Iterable, Sequence

from spacy import blank
from spacy.tokens import Doc


def bare_tokenizer(prime: Iterable[str] = ()) -> Callable[[str], Doc]:
    """The tokenizer that spaCy brings for English, which has first cut each of the words of `prime` alone."""
    cut = blank("en").tokenizer
    for word in prime:
        cut(word)
    return cut


def plain_pdfplumber(data: bytes) -> int:
    """Take text and tables from every page of a PDF as pdfplumber offers it; on how many pages it found a table."""
    import pdfplumber

    ruled = 0
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            page.extract_text()
            ruled += bool(page.extract_tables())
            page.close()
    return ruled


def page_count(data: bytes) -> int:
    """How many pages a PDF has."""
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(data) as paper:
        return len(paper)


def pack_of(papers: Sequence[bytes], pages: int) -> bytes:
    """One PDF of at least so many pages: the papers one after the other, from the first again until there are enough."""
    import pypdfium2

    with pypdfium2.PdfDocument.new() as pack:
        while papers and len(pack) < pages:
            for data in papers:
                with pypdfium2.PdfDocument(data) as paper:
                    pack.import_pages(paper)
                if len(pack) >= pages:
                    break
        out = io.BytesIO()
        pack.save(out)
        return out.getvalue()
