"""Markdown rendered to the words that a reader sees, one paragraph, item or cell a line.

Front matter, emphasis, escapes, links, pipe tables and tables in HTML are understood; everything else passes as it stands.
Tables in HTML are handed to the HTML reader.
"""

import re
from collections.abc import Iterator
from html import unescape

from extract.readers.html import render_html
from extract.readers.lines import Hint, Line

_FENCE = re.compile(r"\s*(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})[ \t]+(.*?)[ \t#]*$")
_RULE = re.compile(r"\s{0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,}|=+)$")
_ITEM = re.compile(r"(?P<indent>[ \t\u00a0]*)(?P<sign>[-*+][ \t]+|\d{1,4}[.)][ \t]+)(?=\S)")
_HTML_BLOCK = re.compile(
    r"\s{0,3}<(?P<tag>table|div|ul|ol|p|section|details|h[1-6]|blockquote|figure|hr|br|center)\b", re.IGNORECASE
)
_LINK = re.compile(
    r"(?P<image>!)?\[(?P<words>[^\[\]]{0,600})\]\((?P<target>[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,500})?)(?:\s+\"[^\"]{0,200}\")?\)"
)
_REFERENCE = re.compile(r"\[(?P<words>[^\[\]]{1,300})\]\[[^\[\]]{0,100}\]")
_AUTO = re.compile(r"<(?P<words>(?:https?:|mailto:)[^<>\s]{1,500})>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,15}(?:\s[^<>]{0,300})?/?>")
_EMPHASIS = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}|(?<![\w\\])_{1,2}(?=[^\s_])|(?<=[^\s_\\])_{1,2}(?!\w)|~~|(?<!\\)`+"
)
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>~&:'\"/-])")
_BOLD = re.compile(r"\s*(?:\*\*|__)(?=\S)(?:(?!\*\*\s*\w).)*(?:\*\*|__)[\s:.]*$")
_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?P<body>.{0,20000}?)^---[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_TITLE = re.compile(r"title\s*:\s*(?P<quote>[\"']?)(?P<words>.*?)(?P=quote)\s*$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")


class _Page:
    """The text as it is rendered, and its lines."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.length = 0
        self.blanks = 0
        self.row = -1

    def add(self, words: str, *, indent: int = 0, hint: Hint | None = None, kind: str | None = None) -> None:
        """One line of the text."""
        words = words.strip()
        if not words:
            self.blanks += 1
            return
        gap = "\n" * (1 + min(self.blanks, 1)) if self.lines else ""
        start = self.length + len(gap)
        self.parts += (gap, words)
        self.length = start + len(words)
        line = Line(start, self.length, indent=indent, blanks=min(self.blanks, 1) if self.lines else 0, hint=hint)
        if kind is not None:
            line.kind = "furniture"
        self.lines.append(line)
        self.blanks = 0


def plain_words(source: str) -> str:
    """A line of Markdown without its marks: links as their words, emphasis and escapes gone, entities as characters."""
    if "[" in source:
        source = _LINK.sub(lambda match: "" if match["image"] else match["words"], source)
        source = _REFERENCE.sub(lambda match: match["words"], source)
    if "<" in source:
        source = _AUTO.sub(lambda match: match["words"], source)
        source = re.sub(r"<br\s*/?>", " ", source, flags=re.IGNORECASE)
        source = _TAG.sub("", source)
    if "*" in source or "_" in source or "`" in source or "~~" in source:
        source = _ESCAPE.sub(lambda match: chr(0xE000 + ord(match[1])), source)
        source = _EMPHASIS.sub("", source)
        source = re.sub(r"[\ue021-\ue07e]", lambda match: chr(ord(match[0]) - 0xE000), source)
    else:
        source = _ESCAPE.sub(r"\1", source)
    return unescape(source) if "&" in source else source


def render_markdown(text: str) -> tuple[str, list[Line]]:
    """The words of a Markdown paper and its lines."""
    page = _Page()
    front = _FRONT.match(text)
    if front is not None:
        _front_matter(front["body"], page)
        text = text[front.end() :]
    lines = re.split(r"\r\n|[\n\r\v\f\x85\u2028\u2029]", text)
    position = 0
    while position < len(lines):
        position = _render_line(lines, position, page)
    return "".join(page.parts), page.lines


def _front_matter(body: str, page: _Page) -> None:
    """The title of the front matter is words of the paper; its other fields are those of the site."""
    for line in body.splitlines():
        match = _TITLE.match(line.strip())
        if match is not None and match["words"].strip():
            page.add(match["words"], hint=Hint("heading", level=1))
        else:
            page.add(line, kind="furniture")
    page.blanks = 1


def _render_line(lines: list[str], position: int, page: _Page) -> int:
    source = lines[position]
    if not source.strip():
        page.blanks += 1
        return position + 1
    if _FENCE.match(source) or _RULE.match(source):
        page.blanks += 1
        return position + 1
    heading = _HEADING.match(source)
    if heading is not None:
        page.blanks += 1
        page.add(plain_words(heading[2]), hint=Hint("heading", level=len(heading[1])))
        page.blanks += 1
        return position + 1
    block = _HTML_BLOCK.match(source)
    if block is not None:
        return _render_html(lines, position, block["tag"].lower(), page)
    if source.count("|") >= 2 and position + 1 < len(lines) and _SEPARATOR.match(lines[position + 1]):
        return _render_table(lines, position, page)
    _render_words(source, page)
    return position + 1


def _render_words(source: str, page: _Page) -> None:
    source = re.sub(r"^\s{0,3}(?:>\s?)+", "", source)
    bare = source.lstrip(" \t\u00a0")
    indent = len(source[: len(source) - len(bare)].expandtabs(4))
    item = _ITEM.match(source)
    bold = source.lstrip().startswith(("**", "__")) and len(source) < 300 and _BOLD.match(source) is not None
    if item is not None:
        page.add(
            item["sign"].strip().replace("*", "-").replace("+", "-") + " " + plain_words(source[item.end() :]),
            indent=indent,
        )
    elif bold:
        page.add(plain_words(source), indent=indent, hint=None)
    else:
        page.add(plain_words(source), indent=indent)


def _render_html(lines: list[str], position: int, tag: str, page: _Page) -> int:
    """A block of HTML up to the empty line or to the end of its outermost tag."""
    depth, last = 0, position
    opening, closing = re.compile(rf"<{tag}\b", re.IGNORECASE), re.compile(rf"</{tag}\s*>", re.IGNORECASE)
    while last < len(lines):
        depth += len(opening.findall(lines[last])) - len(closing.findall(lines[last]))
        last += 1
        if depth <= 0 or (depth > 0 and last < len(lines) and not lines[last].strip() and tag != "table"):
            break
    rendered, found = render_html("\n".join(lines[position:last]), whole_page=False)
    for line in found:
        if line.hint is not None and line.hint.row is not None:
            line.hint.row += page.row + 1
        page.blanks = max(page.blanks, line.blanks)
        page.add(plain_words(rendered[line.start : line.end]), hint=line.hint)
    rows = [line.hint.row for line in found if line.hint is not None and line.hint.row is not None]
    page.row = max([page.row, *rows])
    page.blanks += 1
    return last


def _cells(source: str) -> Iterator[str]:
    source = source.strip().strip("|") if not source.strip().endswith("\\|") else source.strip().lstrip("|")
    for cell in re.split(r"(?<!\\)\|", source):
        yield plain_words(cell).strip()


def _render_table(lines: list[str], position: int, page: _Page) -> int:
    """A table with pipes: the first row names the columns."""
    names = list(_cells(lines[position]))
    page.row += 1
    for column, name in enumerate(names):
        page.add(name, hint=Hint("table_row", row=page.row, column=column))
    last = position + 2
    while last < len(lines) and "|" in lines[last]:
        page.row += 1
        for column, cell in enumerate(_cells(lines[last])):
            named = names[column] if column < len(names) and names[column] else None
            page.add(cell, hint=Hint("table_row", row=page.row, column=column, column_name=named))
        last += 1
    page.blanks += 1
    return last
