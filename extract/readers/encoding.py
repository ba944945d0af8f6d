"""From bytes to text: UTF-8, UTF-16 with or without a mark, Windows-1252, and what charset-normalizer finds."""

import codecs
import re

from charset_normalizer import from_bytes

from extract.errors import PaperError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
#: Bytes beyond ASCII that English papers in Windows-1252 hold: quotation marks, dashes, bullets, pound, fractions, accents.
_USUAL = frozenset(
    b"\x80\x85\x91\x92\x93\x94\x95\x96\x97\x99\xa0\xa3\xa7\xa9\xac\xad\xae\xb0\xb2\xb3\xb4\xb7\xbb\xab\xbc\xbd\xbe"
) | {byte for byte in range(0xC0, 0x100)}


def decode(data: bytes, *, name: str) -> tuple[str, str]:
    """The text of the bytes and the name of its encoding. Raises PaperError where they are no text.

    A byte order mark is left out of the text; nothing else is.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, name=name), encoding
    if b"\0" in data:
        return _wide(data, name=name)
    text = _utf8(data)
    if text is not None:
        return text, "utf-8"
    encoding = _single_byte(data)
    return data.decode(encoding, errors="replace"), encoding


def _strict(data: bytes, encoding: str, *, name: str) -> str:
    cut = len(data) % {"utf-32": 4, "utf-16": 2}.get(encoding[:6], 1)
    try:
        decoder = codecs.getincrementaldecoder(encoding)()
        return decoder.decode(data[: len(data) - cut])
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _mixed(data)
        raise PaperError(
            f"{name} is marked as {encoding.upper()} but is not ({error.reason}): save it again as UTF-8 text."
        ) from error


def _wide(data: bytes, *, name: str) -> tuple[str, str]:
    """UTF-16 without a mark: in Latin text every second byte is nearly always zero."""
    sample = data[:4096]
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = max(len(sample) // 2, 1)
    for encoding, zeros, others in (("utf-16-le", odd, even), ("utf-16-be", even, odd)):
        if zeros > half * 0.6 and others < half * 0.05:
            return _strict(data, encoding, name=name), encoding
    raise PaperError(
        f"{name} is not text but a binary file: give it as text, Markdown or HTML, or print it to one of these first."
    )


def _utf8(data: bytes) -> str | None:
    """The bytes as UTF-8; a character cut off at the end of an excerpt is dropped, a few stray bytes are read as Windows-1252."""
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(data)
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    wrong = text.count("\ufffd")
    right = sum(1 for byte in data if byte >= 0xC2) - wrong
    return _mixed(data) if right > 4 * wrong else None


def _stray(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", errors="replace"), error.end


codecs.register_error("extract_stray_bytes", _stray)


def _mixed(data: bytes) -> str:
    return data.decode("utf-8", errors="extract_stray_bytes")


def _single_byte(data: bytes) -> str:
    declared = _DECLARED.search(data, 0, 4096)
    if declared is not None:
        encoding = declared[1].decode("ascii").lower()
        if _is_single_byte(encoding) and encoding not in ("iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"):
            return "windows-1252" if codecs.lookup(encoding).name == "cp1252" else encoding
        return "windows-1252"
    high = [byte for byte in data if byte >= 0x80]
    if sum(1 for byte in high if byte in _USUAL) >= 0.95 * len(high) and _spares_letters(data):
        return "windows-1252"
    best = from_bytes(data[:65536], cp_exclusion=["utf_16", "utf_16_le", "utf_16_be", "utf_7"]).best()
    found = best.encoding if best is not None else "cp1252"
    return found if _is_single_byte(found) and found not in ("latin_1", "cp1252", "ascii") else "windows-1252"


def _spares_letters(data: bytes) -> bool:
    """Whether letters beyond ASCII are as rare as in English, Welsh or Irish papers."""
    letters = sum(1 for byte in data if 0xC0 <= byte)
    ascii_letters = sum(1 for byte in data[:65536] if 0x61 <= byte <= 0x7A)
    return letters * 8 <= ascii_letters * max(1, len(data) // 65536) + 8


def _is_single_byte(encoding: str) -> bool:
    try:
        return len(b"\xa3".decode(encoding)) == 1
    except (LookupError, UnicodeDecodeError):
        return False
