"""Words of a page into rows, left to right and top to bottom, and rows into segments at wide gaps."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from extract.readers.pdf.page import Page, Word

#: Bullets of symbol fonts, which have no letter of their own, as the signs that they print.
_BULLETS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0xF0A8: "•", 0xF06F: "o", 0xF02D: "–"}

Box = tuple[float, float, float, float]  #: x0, top, x1, bottom


@dataclass(slots=True)
class Row:
    """Words that stand on one line of a page, from left to right."""

    page: int
    words: list[Word]
    furniture: bool = False

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.words[-1].x1

    @property
    def top(self) -> float:
        """Upper edge of its highest word."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge of its lowest word."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The font size of most of its words."""
        return median(word.size for word in self.words)

    @property
    def bold(self) -> bool:
        """Whether all its words with letters are bold."""
        lettered = [word for word in self.words if any(c.isalpha() for c in word.text)]
        return bool(lettered) and all(word.bold for word in lettered)

    @property
    def text(self) -> str:
        """Its words joined by one space; a raised or lowered ending ("17" and "th") is joined without."""
        parts = [self.words[0].text.translate(_BULLETS)]
        for before, word in zip(self.words, self.words[1:], strict=False):
            glued = word.x0 - before.x1 < 0.1 * before.size and abs(word.size - before.size) > 0.15 * before.size
            words = word.text.translate(_BULLETS)
            parts.append(words if glued else " " + words)
        return "".join(parts)


def rows_of(words: Iterable[Word], number: int) -> list[Row]:
    """The rows that words of page `number` make, from top to bottom."""
    rows: list[Row] = []
    for word in sorted(words, key=lambda w: ((w.top + w.bottom) / 2, w.x0)):
        middle = (word.top + word.bottom) / 2
        fitting = next(
            (
                row
                for row in reversed(rows[-6:])
                if row.words[0].top <= middle <= row.words[0].bottom
                or word.top <= (row.words[0].top + row.words[0].bottom) / 2 <= word.bottom
            ),
            None,
        )
        if fitting is None:
            rows.append(Row(number, [word]))
        else:
            fitting.words.append(word)
    for row in rows:
        row.words.sort(key=lambda w: w.x0)
    rows.sort(key=lambda row: row.top)
    return rows


def segments(row: Row, gap: float = 2.2) -> list[Row]:
    """A row cut where the gap between two words is wider than `gap` letters' heights."""
    cut: list[Row] = [Row(row.page, [row.words[0]], row.furniture)]
    for before, word in zip(row.words, row.words[1:], strict=False):
        if word.x0 - before.x1 > gap * max(before.size, word.size, 6):
            cut.append(Row(row.page, [word], row.furniture))
        else:
            cut[-1].words.append(word)
    return cut


def box_of(rows: Sequence[Row]) -> Box:
    """The smallest box around some rows."""
    return (
        round(min(row.x0 for row in rows), 1),
        round(min(row.top for row in rows), 1),
        round(max(row.x1 for row in rows), 1),
        round(max(row.bottom for row in rows), 1),
    )


_PAGE_NUMBER = re.compile(
    r"\[?\s*(?:page|p\.?)?\s*[-–—]?\s*\d{1,4}\s*[-–—]?\s*(?:(?:of|/)\s*\d{1,4})?\s*\]?", re.IGNORECASE
)
#: How much of a page, from its upper and its lower edge, can hold running heads and feet.
_EDGE = 0.13


def mark_furniture(pages: Sequence[tuple[Page, list[Row]]]) -> None:
    """Marks running headers and footers: page numbers at the edge of a page, and what returns at the same place on other pages.

    Of a header that returns, the first printing stays where it may be the title; the rest of a paper is never looked at twice.
    """
    seen: dict[tuple[str, bool], list[Row]] = {}
    for page, rows in pages:
        at_top = [row for row in rows if row.top < _EDGE * page.height]
        at_foot = [row for row in rows if row.bottom > (1 - _EDGE) * page.height]
        for edge, upper in ((at_top, True), (at_foot, False)):
            for row in edge:
                words = row.text.strip()
                outermost = row is (rows[0] if upper else rows[-1])
                if _PAGE_NUMBER.fullmatch(words) and (outermost or re.search(r"page", words, re.IGNORECASE)):
                    row.furniture = True
                else:
                    key = re.sub(r"\d+", "#", " ".join(words.lower().split()))
                    seen.setdefault((key, upper), []).append(row)
    enough = max(2, round(0.3 * len(pages)))
    heights = {page.number: page.height for page, _ in pages}
    for (key, upper), rows in seen.items():
        numbers = {row.page for row in rows}
        level = median(row.top for row in rows)
        near = [row for row in rows if abs(row.top - level) < (12 if len(pages) > 3 else 3)]
        if len(numbers) >= enough and len(near) >= enough and re.search(r"\w", key):
            for row in near:
                title = upper and row.page == min(numbers) == 1 and row.top > 0.04 * heights[row.page]
                row.furniture = not title or "#" in key and len(key) < 12
        elif not upper and re.fullmatch(r"(?:\S*(?:[/\\][\w-]{4,}){2,}\S*|.*\.docx?)(?:\s+#)?", key):
            for row in rows:
                row.furniture = True  # the place of the file, printed at the foot of a form
