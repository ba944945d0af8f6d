"""The lines of an HTML page, collected while its tree is walked."""

import re
from dataclasses import dataclass, field

from extract.readers.lines import Hint, Line

_SPACE = re.compile(r"[ \t\r\n\f\v\x85\u2028\u2029]+")


@dataclass
class OpenTable:
    """A table while it is walked."""

    is_layout: bool
    row: int = -1
    column: int = -1
    names: list[str | None] = field(default_factory=list)
    heads: list[str] = field(default_factory=list)  #: words of the cells of the present row
    all_heads: bool = True  #: every cell of the present row is a th


@dataclass
class OpenList:
    """A list while it is walked."""

    ordered: str | None  #: "1", "a", "A", "i", "I" of an ordered list
    number: int


class Renderer:
    """Collects the lines of a page while its tree is walked."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.length = 0
        self.words: list[str] = []
        self.bold = 0
        self.bold_words = 0
        self.all_words = 0
        self.site = 0
        self.heading = 0
        self.lists: list[OpenList] = []
        self.tables: list[OpenTable] = []
        self.rows = -1
        self.prefix = ""
        self.blanks = 0
        self.in_item = 0
        self.gap = 0
        self.held = (
            ""  #: "number" while the number of an agenda item is read, which the title that follows takes in front
        )

    def write(self, words: str | None) -> None:
        """Words inside the present line."""
        if not words:
            return
        self.words.append(words)
        count = len(words.strip())
        self.all_words += count
        if self.bold:
            self.bold_words += count

    def end_line(self) -> None:
        """Close the present line, if it holds words."""
        words = _SPACE.sub(" ", "".join(self.words)).strip() if self.words else ""
        bold = bool(self.all_words) and self.bold_words >= self.all_words
        self.words, self.all_words, self.bold_words = [], 0, 0
        if not words.strip("\u00a0 \u200b"):
            return
        if self.held == "number":
            self.held, self.prefix = "", words
            return
        if self.prefix:
            words, self.prefix = f"{self.prefix} {words}", ""
        start = self.length + (1 if self.lines else 0)
        if self.lines:
            self.parts.append("\n")
        self.parts.append(words)
        self.length = start + len(words)
        line = Line(start, self.length, blanks=1 if self.lines else 0, hint=self._hint(words, bold))
        if self.site:
            line.kind = "boilerplate"
        self.lines.append(line)
        self.in_item = 2 if self.in_item == 1 else self.in_item

    def _hint(self, words: str, bold: bool) -> Hint:
        table = next((table for table in reversed(self.tables) if not table.is_layout), None)
        if self.heading and table is None:
            return Hint("heading", level=self.heading)
        if table is not None and table.row >= 0:
            table.heads.append(words)
            column = max(table.column, 0)
            name = table.names[column] if column < len(table.names) else None
            return Hint("table_row", row=table.row, column=column, column_name=name)
        if self.lists and self.in_item == 1:
            return Hint("list_item", level=len(self.lists))
        return Hint("paragraph", bold=bold)
