"""Paragraphs in Welsh or Irish, as twin papers and bilingual notices have them: shown, and not read (convention 146).

The rules know English. A paragraph is taken for another language where several of its small words are words of that language only, and
more of them than are English.
"""

import re
from collections.abc import Iterable
from functools import cache

from extract import vocabulary
from extract.readers.lines import Piece

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
#: Fewer small words than this tell no language.
_LEAST = 2


#: A line with a name in both languages: "Cyngor Sir Aber / Aber County Council".
_TWO_NAMES = re.compile(r"\s[/|–-]\s.*\b(?:Council|Authority|Board|Committee)\W*$")


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in vocabulary.words("layout", name))


def is_other_language(words: str) -> bool:
    """Whether the words are Welsh or Irish rather than English."""
    found = [word.replace("’", "'") for word in _WORD.findall(words.lower())]
    other = sum(word in _words("celtic_words") for word in found)
    return other >= _LEAST and other > sum(word in _words("english_words") for word in found)


def mark_languages(text: str, pieces: Iterable[Piece]) -> None:
    """Mark as boilerplate what is written in another language."""
    celtic = _words("celtic_words")
    if len(celtic.intersection(_WORD.findall(text.lower().replace("’", "'")))) < _LEAST:
        return
    for piece in pieces:
        words = text[piece.start : piece.end]
        if piece.kind not in ("furniture", "boilerplate") and is_other_language(words) and not _TWO_NAMES.search(words):
            piece.kind = "boilerplate"
