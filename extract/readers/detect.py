"""What kind of file this is, by its content and never by its name."""

import re
from typing import Literal

from extract.errors import PaperError

Format = Literal["text", "markdown", "html", "pdf", "docx"]

#: First bytes of files that are no text, and how to call them.
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"II*\0", "a scanned picture"),
    (b"MM\0*", "a scanned picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"BZh", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3", "a database"),
)
_HTML_START = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|div|section|article|main|table|h[1-6]|p|ul|ol|span|form|nav|header)\b",
    re.IGNORECASE,
)
_HTML_INSIDE = re.compile(r"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ufffd]")
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(?:[A-Za-z_][\w-]*:|\s*-\s|\s*#|[ \t]*\r?\n)")
_MARKDOWN = (
    re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE),
    re.compile(r"\*\*[^*\n]{1,200}\*\*|(?<!\w)__[^_\n]{1,200}__(?!\w)"),
    re.compile(r"\]\((?:https?:|mailto:|/|#)[^)\s]{0,500}\)"),
    re.compile(r"^[ \t]*\d{1,4}\\[.)]", re.MULTILINE),
    re.compile(r"^\|.{1,300}\|[ \t]*$", re.MULTILINE),
)
#: The line below the heads of a Markdown table; nothing else looks like it.
_UNDER_HEADS = re.compile(r"^[ \t]*\|(?:[ \t]*:?-{2,}:?[ \t]*\|){2,}[ \t]*$", re.MULTILINE)
#: A sign that each of these holds, to look for first.
_SIGNS = (("#",), ("**", "__"), ("](",), ("\\",), ("|",))


def binary_format(data: bytes, *, name: str) -> Format | None:
    """pdf or docx where the bytes are one of these, else None. Raises PaperError for any other file that is known not to be text."""
    head = data[:1024]
    if b"%PDF-" in head:
        return "pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        if b"word/" in data[:65536] or b"word/document.xml" in data:
            return "docx"
        raise PaperError(f"{name} is a ZIP archive or spreadsheet: unpack it and give the papers in it one by one.")
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise PaperError(f"{name} is {what}, not a paper that can be read: save it as text, Markdown or HTML.")
    return None


def text_format(text: str) -> Format:
    """text, markdown or html."""
    head = text[:20000]
    if _HTML_START.match(_after_comments(head)) or _HTML_INSIDE.search(head[:4000]):
        return "html"
    if _FRONT_MATTER.match(head) or _UNDER_HEADS.search(head):
        return "markdown"
    counts = [
        len(pattern.findall(head)) if any(sign in head for sign in signs) else 0
        for pattern, signs in zip(_MARKDOWN, _SIGNS, strict=True)
    ]
    kinds = sum(1 for count in counts if count)
    return (
        "markdown" if kinds >= 2 and sum(counts) >= 3 or counts[0] >= 2 or counts[1] >= 3 or counts[3] >= 2 else "text"
    )


def _after_comments(head: str) -> str:
    """The text after white space, an XML declaration and comments."""
    while True:
        head = head.lstrip()
        opening = next((pair for pair in (("<!--", "-->"), ("<?xml", "?>")) if head.startswith(pair[0])), None)
        if opening is None:
            return head
        _, found, rest = head.partition(opening[1])
        if not found:
            return head
        head = rest


def check_is_text(text: str, *, name: str) -> None:
    """Raises PaperError where the text is empty or is no text."""
    if not text.strip():
        raise PaperError(f"{name} is empty: put the text of the paper into it or take it out.")
    sample = text[:200_000]
    controls = len(_CONTROLS.findall(sample))
    if "\0" in text or controls > max(4, len(sample) * 0.01):
        raise PaperError(
            f"{name} is not text but a binary file: give it as text, Markdown or HTML, or print it to one of these first."
        )
