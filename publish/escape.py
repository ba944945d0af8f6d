"""The one place where text from papers is made harmless for what it is written into.

Names and passages come from documents that anyone may have written: `<script>`, `[x](javascript:…)`, `|`, `{{`, backticks
and a leading `=` are ordinary text here and must stay text in Markdown, HTML, CSV, DOT and XML.
"""

import json
import re
from urllib.parse import urlsplit

from markupsafe import Markup

#: Characters with a meaning in HTML, Markdown or its extensions; every other character is written as it is.
_SPECIAL = re.compile(r"[&<>\"'`*_#+=|{}\[\]\\!$~^]")
#: A list marker, rule or quotation at the beginning of a line of Markdown.
_LINE_START = re.compile(r"^(\s*)([-:])|^(\s*\d+)([.)])")
#: Controls (Python-Markdown keeps its place-holders between U+0002 and U+0003) and characters that reorder what is shown.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufffe\uffff]|[\ud800-\udfff]"
)
_SPACE = re.compile(r"\s+")
#: What a spreadsheet takes for the beginning of a formula (full-width forms included).
_FORMULA = re.compile(r"^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r]")


def printable(value: str) -> str:
    """The text with controls and reordering marks shown as U+FFFD; line ends and tabs stay."""
    return _UNSEEN.sub("\ufffd", value)


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match.group())};"


def markdown(value: object) -> Markup:
    """Any value as text that means only itself in Markdown, in HTML and in a double-quoted attribute.

    White space is folded. `Markup` is passed on as it is, None is nothing. It serves as the `finalize` of the templates,
    so that every value goes through here.
    """
    if value is None:
        return Markup("")
    if isinstance(value, Markup):
        return value
    folded = _SPACE.sub(" ", printable(str(value)))
    text = _SPECIAL.sub(_entity, folded)
    return Markup(_LINE_START.sub(lambda m: f"{m[1] or m[3] or ''}&#{ord(m[2] or m[4])};", text))


def html(value: str) -> Markup:
    """Text of a paper for the inside of an HTML element of a Markdown page: as `markdown`, its line ends kept as spaces."""
    return Markup(_SPECIAL.sub(_entity, re.sub(r"[\r\n\t]", " ", printable(value))))


def lines(value: str) -> Markup:
    """Lines of text for a `<pre>` of a Markdown page: as `html`, the line ends kept; a blank line would end the HTML around it."""
    return Markup("\n").join(html(line) for line in value.splitlines() if line.strip())


def xml(value: str) -> str:
    """Text for XML: feeds, SVG."""
    return printable(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def yaml(value: str) -> Markup:
    """A title for the front matter of a page: harmless in HTML, then quoted as YAML (a JSON string is one)."""
    return Markup(json.dumps(str(markdown(value)), ensure_ascii=False))


def data(value: object) -> Markup:
    """Plain data for the front matter of a page, as JSON in ASCII (which YAML reads too) without a character of HTML."""
    text = json.dumps(value, ensure_ascii=True)
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def web_address(value: str | None) -> str | None:
    """The address if it is one of the web, else None: nothing of `javascript:` or `data:` is ever linked."""
    if value is None or _UNSEEN.search(value) or _SPACE.search(value):
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in {"http", "https"} and parts.netloc else None


def csv_cell(value: str) -> str:
    """A cell that no spreadsheet runs: an apostrophe is set before anything that looks like the beginning of a formula."""
    return f"'{value}" if _FORMULA.match(value) else value


def dot(value: str) -> str:
    """Text for a quoted DOT string, in which Graphviz reads backslashes and quotation marks."""
    return _SPACE.sub(" ", printable(value)).replace("\\", "\\\\").replace('"', '\\"')
