"""Glyphs, as any backend finds them, put together to the words of a page.

Every backend goes through here, so that two of them differ only where they see other glyphs. A font that changes inside a word
does not cut it ("4" and a raised "th"), a small raised figure is a word of its own (the mark of a footnote), and what is drawn
twice at one place to look bold is read once.
"""

from collections.abc import Iterable
from functools import lru_cache

from extract.readers.pdf.page import Word

#: One glyph or ligature: its text, x0, top, x1, bottom, its size, whether it is bold, and by how many quarters of a full turn,
#: clockwise, its line is turned (-1: by no whole quarter).
Glyph = tuple[str, float, float, float, float, float, bool, int]

#: The widest gap inside a word, as a share of the size of its letters. (A space is at least 0.2 wide in common fonts.)
GAP = 0.15
#: How far a letter may start before the one it follows and still go on with the word, as a share of its size.
OVERLAP = 0.1
#: How far apart two glyphs of the same text can lie, in points, and be one glyph drawn twice.
TWICE = 1.0
#: The size of a raised figure, as a share of the size of the letters beside it.
RAISED = 0.8

#: Glyphs and how they are read: a ligature as its letters; a soft hyphen that is drawn as the hyphen that is seen.
READ_AS = {"ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl", "ﬁ": "fi", "ﬂ": "fl", "ﬆ": "st", "ﬅ": "st", "\xad": "-"}
BULLET = "•"
#: What is drawn and shows nothing: control characters and marks without width.
NOTHING = frozenset(map(chr, (*range(9), *range(14, 28), 0x7F, 0x200B, 0x2060, 0xFEFF)))


@lru_cache(maxsize=512)
def is_bold(font: str) -> bool:
    """Whether a font is bold by its name ("ABCDEF+Arial-BoldMT", "Helvetica-Black")."""
    name = font.lower()
    return "bold" in name or "black" in name or "heavy" in name


def unknown(font: str) -> str:
    """What stands for a glyph whose letter the file does not tell: a bullet in a font of symbols, else the mark of the unreadable."""
    return BULLET if any(kind in font.lower() for kind in ("symbol", "dingbat", "wingding", "webding")) else "\ufffd"


def words_of(glyphs: Iterable[Glyph]) -> list[Word]:
    """The words in the order in which their glyphs are drawn."""
    words: list[Word] = []
    seen: dict[str, list[tuple[float, float]]] = {}
    run: list[str] = []
    x0 = top = x1 = bottom = size = 0.0
    bold = False
    last: Glyph = ("", 0.0, 0.0, 0.0, 0.0, 0.0, False, 0)

    def end() -> None:
        text = "".join(run)
        run.clear()
        places = seen.setdefault(text, [])
        for left, up in places:
            if -TWICE < left - x0 < TWICE and -TWICE < up - top < TWICE:
                return
        places.append((x0, top))
        words.append(Word(text, x0, top, x1, bottom, size, bold))

    for glyph in glyphs:
        text = glyph[0]
        if text.isspace():
            if run:
                end()
            continue
        if text in NOTHING:
            continue
        text = READ_AS.get(text, text)
        _, left, up, right, down, letters, weight, turn = glyph
        if run:
            if text == last[0] and -TWICE < left - last[1] < TWICE and -TWICE < up - last[2] < TWICE:
                continue
            if turn == 0 == last[7]:
                before = last[5]
                gap = left - last[3]
                apart = (up + down - last[2] - last[4]) / 2
                begins = (
                    gap > GAP * before
                    or left < last[1] - OVERLAP * before
                    or not -0.5 * before < apart < 0.5 * before
                    or (letters != before and _is_mark(last, glyph))
                )
            else:
                begins = turn != last[7] or _begins_turned(last, glyph)
            if begins:
                end()
        if not run:
            x0, top, x1, bottom, size, bold = left, up, right, down, letters, weight
        else:
            if left < x0:
                x0 = left
            if up < top:
                top = up
            if right > x1:
                x1 = right
            if down > bottom:
                bottom = down
        run.append(text)
        last = glyph
    if run:
        end()
    return words


def _is_mark(last: Glyph, glyph: Glyph) -> bool:
    """Whether one of two glyphs is a small raised figure beside a letter."""
    small, great = (glyph, last) if glyph[5] < last[5] else (last, glyph)
    return small[5] < RAISED * great[5] and small[0].isdigit() and small[4] < great[4] - 0.1 * great[5]


def _begins_turned(last: Glyph, glyph: Glyph) -> bool:
    """Whether a glyph of a turned line begins a word: as for upright lines, seen along the line."""
    size = last[5]
    if glyph[7] < 0:
        across, down = glyph[1] + glyph[3] - last[1] - last[3], glyph[2] + glyph[4] - last[2] - last[4]
        return across * across + down * down > 9 * size * size
    start, end, side = _along(glyph)
    last_start, last_end, last_side = _along(last)
    return start > last_end + GAP * size or start < last_start - OVERLAP * size or abs(side - last_side) > 0.5 * size


def _along(glyph: Glyph) -> tuple[float, float, float]:
    """Where a glyph starts and ends along its line, and where it lies across it."""
    _, x0, top, x1, bottom, _, _, turn = glyph
    if turn == 1:
        return top, bottom, (x0 + x1) / 2
    if turn == 3:
        return -bottom, -top, (x0 + x1) / 2
    return -x1, -x0, (top + bottom) / 2


def turn_of(a: float, b: float) -> int:
    """The turn of a line whose direction is (a, b), the second counted upwards."""
    if abs(b) <= 0.02 * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= 0.02 * abs(b):
        return 3 if b > 0 else 1
    return -1
