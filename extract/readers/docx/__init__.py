"""Reads a Word file (DOCX): its paragraphs as Word would print them, numbers computed, changes accepted, comments left out."""

import io
import zipfile
import zlib

from docx import Document
from docx.opc.exceptions import OpcError
from lxml.etree import LxmlError

from extract.errors import PaperError
from extract.readers.docx.render import render
from extract.readers.source import Source

#: The most that the parts of a file may unpack to, in bytes, and how many there may be.
MOST_BYTES = 200_000_000
MOST_PARTS = 5_000
#: How much smaller than its content a part of more than a megabyte may be packed.
MOST_PACKED = 200


#: What python-docx and the libraries beneath it raise over a damaged file.
_DAMAGED = (
    OpcError,
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    LxmlError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RuntimeError,
    OSError,
    EOFError,
)


def read_docx(data: bytes, *, name: str) -> Source:
    """The text of a Word file, one paragraph a line, with what its styles say of each line.

    `name` is the file name, for error sentences only. Nothing outside the file is opened: pictures, links and templates that it
    names stay names. Raises PaperError where the file is damaged, locked, unpacks to too much, or holds no words.
    """
    try:
        _check_size(data, name=name)
        text, lines = render(Document(io.BytesIO(data)))
    except PaperError:
        raise
    except _DAMAGED as error:
        if "encrypt" in str(error).lower() or "password" in str(error).lower():
            raise PaperError(f"{name} is a Word (DOCX) file locked with a password: save it without one.") from error
        raise PaperError(
            f"{name} begins like a Word (DOCX) file and cannot be opened as one: it is cut short or damaged; fetch it again."
        ) from error
    if not text.strip():
        raise PaperError(f"{name} is a Word file without words: give the file that holds the text of the paper.")
    return Source(text, "docx", lines)


def _check_size(data: bytes, *, name: str) -> None:
    """Refuse what unpacks to far more than a paper holds, before anything is unpacked."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    total = sum(part.file_size for part in parts)
    swollen = any(
        part.file_size > 1_000_000 and part.file_size > MOST_PACKED * max(part.compress_size, 1) for part in parts
    )
    if len(parts) > MOST_PARTS or total > MOST_BYTES or swollen:
        raise PaperError(f"{name} is a Word file that unpacks to far more than a paper holds: save it anew, or as PDF.")


__all__ = ["read_docx"]
