"""One passage of a paper in several house styles: the same words as plain text, Markdown and a web page, each with a head and a date.

    read("RESOLVED that the plan be adopted.", style="html")

reads the passage as the item of a made-up paper. What is expected is written inside the passage (`tests.markup`).
"""

import html
import re
from typing import Literal

from extract import read_paper
from extract.records import Reading
from tests.markup import Example, parse

Style = Literal["text", "markdown", "html"]
Paper = Literal["minutes", "report", "notice"]

STYLES: tuple[Style, ...] = ("text", "markdown", "html")
#: Lines of the head of each kind of paper, its date among them, and the heading under which the passage stands.
_HEADS: dict[Paper, tuple[str, str, str, str]] = {
    "minutes": (
        "Marlow Vale Joint Committee",
        "Minutes of the meeting of the Joint Committee held on Monday 14 March 2022",
        "12. Village hall",
        "13. Date of next meeting",
    ),
    "report": (
        "Report to the Marlow Vale Joint Committee",
        "Date of meeting: 14 March 2022",
        "1. Village hall",
        "2. Background",
    ),
    "notice": ("Decision details", "Date of decision: 14 March 2022", "", ""),
}
_MARKERS = re.compile(r"\b(?:RESOLVED|AGREED|NOTED|ACTION)\b")


def plain(words: str | None) -> str | None:
    """Words without emphasis, line breaks and a closing full stop, as they are compared."""
    return None if words is None else re.sub(r"\s+", " ", words.replace("*", "")).strip(' .;,\u201c\u201d"')


def written(passage: str, *, style: Style, paper: Paper = "minutes") -> bytes:
    """The passage as the bytes of a whole paper in one style; paragraphs are parted by empty lines."""
    body, dated, above, below = _HEADS[paper]
    paragraphs = passage.split("\n\n")
    if style == "html":
        inner = "".join(_paragraph(words) for words in paragraphs)
        heads = [f"<h3>{words}</h3>" if words else "" for words in (above, below)]
        return (
            f"<html><body><h1>{body}</h1><p>{dated}</p>{heads[0]}{inner}{heads[1]}"
            f"<p>The papers are kept at the office.</p></body></html>"
        ).encode()
    if style == "markdown":
        marked = _MARKERS.sub(lambda match: f"**{match[0]}**", passage)
        lines = [f"# {body}", f"**{dated}**", above and f"## {above}", marked, below and f"## {below}"]
    else:
        lines = [body.upper(), dated, above.upper(), passage, below.upper()]
    return "\n\n".join([*(line for line in lines if line), "The papers are kept at the office.", ""]).encode()


def _paragraph(words: str) -> str:
    """A paragraph of a web page; lines with tabs are the rows of a table."""
    if "\t" in words:
        cells = [[html.escape(cell) for cell in line.split("\t")] for line in words.split("\n")]
        rows = [
            "".join(f"<{tag}>{c}</{tag}>" for c in row)
            for tag, row in zip(["th", *["td"] * len(cells)], cells, strict=False)
        ]
        return f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>"
    if re.fullmatch(r"[A-Z][^.:;,\t\n\d]{3,24}", words):
        return f"<p><strong>{html.escape(words)}</strong></p>"
    return "<p>" + html.escape(words, quote=False).replace("\n", "<br>") + "</p>"


def read(passage: str, *, style: Style, paper: Paper = "minutes") -> Reading:
    """The reading of the passage in one style."""
    names: dict[Style, str] = {"text": "paper.txt", "markdown": "paper.md", "html": "paper.html"}
    return read_paper(written(passage, style=style, paper=paper), name=names[style])


def split(marked: str, labels: set[str]) -> Example:
    """The passage without its tags, and the tags."""
    return parse(marked, labels=labels)
