"""How wide words are in the letters of a chart, and where its lines of words break. Widths are in thousandths of the letter size.

The reader's fonts are not known when a chart is drawn. The widths are those of the common sans-serif letters, rounded up.
"""

from functools import lru_cache

from publish import escape

_WIDTHS = {
    "ijl'|": 240,
    " .,:;!/\\ftI[]()": 300,
    "r-": 350,
    'ckszvxyJ*"': 510,
    "abdeghnopqu0123456789?LFT_": 565,
    "$EPSVXYABK&": 680,
    "CDHNRUGwOQZ+=<>~": 760,
    "mM": 860,
    "W@%": 980,
}
_WIDE = {letter: width for letters, width in _WIDTHS.items() for letter in letters}
_BOLD = 1.08
#: No name on a chart is longer than this, in letters: the list beside it gives all of it.
_MOST = 140


def cut(words: str) -> str:
    """The words as a chart shows them: printable, on one line, and cut where they are endless."""
    folded = " ".join(escape.printable(words).split())
    return folded if len(folded) <= _MOST else folded[: _MOST - 1].rstrip() + "…"


@lru_cache(maxsize=100_000)
def width(words: str, size: float, *, bold: bool = False) -> float:
    """How wide the words may be, in pixels, in letters of this size."""
    total = sum(_WIDE.get(letter, 620 if ord(letter) < 0x2E80 else 1000) for letter in words)
    return total * size / 1000 * (_BOLD if bold else 1)


def wrap(words: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The words in lines that fit the room; only a word that is wider than a whole line is broken."""
    lines: list[str] = []
    line = ""
    for word in words.split():
        joined = f"{line} {word}".strip()
        if width(joined, size, bold=bold) <= room:
            line = joined
            continue
        if line:
            lines.append(line)
        line = ""
        for letter in word:
            if line and width(line + letter, size, bold=bold) > room:
                lines.append(line)
                line = ""
            line += letter
    return [*lines, line] if line else lines or [""]
