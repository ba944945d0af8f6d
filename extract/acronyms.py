"""Acronyms and what they stand for, where a paper says both: "Joint Commissioning Board (JCB)" or "JCB (Joint Commissioning Board)".

After the idea of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003):
the letters of the short form are looked for from right to left in the words before the bracket, and the first of them must begin
a word. Stricter than the paper: the long form begins with a capital and nearly every letter must begin a word or a part of one.
Known misses: definitions without brackets ("Clinical Commissioning Groups, or CCGs").
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from extract.entities import Place

_BRACKET = re.compile(r"\(\s*[“\"‘'”]?(?:the\s+|or\s+|hereafter\s+)?[“\"‘']?(?P<inner>[^()“”\"\n]{2,90}?)[”\"’']?\s*\)")
_SHORT = re.compile(r"(?=[^\s]*[A-Z][^\s]*[A-Z])[A-Z0-9][A-Za-z0-9&/.-]{1,9}(?:[’']?s)?")
_BEFORE = re.compile(r"[A-Z0-9][A-Za-z0-9&/-]{1,9}\s*$")
_SMALL = frozenset("and of for the in to on with at by & a an".split())


@dataclass(frozen=True)
class Definition:
    """One acronym and the words for which it stands: half-open offsets."""

    short: Place
    long: Place


def is_short_form(words: str) -> bool:
    """Whether the words can be an acronym: one word of two to ten characters with two capitals."""
    return _SHORT.fullmatch(words) is not None


@lru_cache(maxsize=10_000)
def letters_of(short: str) -> str:
    """The letters and digits of an acronym in small letters, without a plural s."""
    stem = re.sub(r"(?<=[A-Z])[’']?s$", "", short)
    return re.sub(r"\W", "", stem).lower()


def match_long_form(short: str, words: str) -> int | None:
    """Where in `words` the long form of `short` begins, or None where the words do not spell it.

    >>> match_long_form("HWB", "the Health and Wellbeing Board")
    4
    """
    letters = letters_of(short)
    if len(letters) < 2 or not letters[0].isalnum():
        return None
    positions = _align(letters, words)
    if positions is None:
        return None
    begins = sum(1 for position in positions if position == 0 or not words[position - 1].isalnum())
    start = positions[0]
    long = words[start:]
    if begins < len(letters) - 1 - len(letters) // 4 or len(long) <= len(short):
        return None
    if not long[0].isupper() or long.split()[0].lower() in _SMALL:
        return None
    missed = [word for word in re.findall(r"[A-Za-z’']+", long) if word[0].isupper() and word.lower() not in _SMALL]
    return start if len(missed) <= len(letters) + 1 else None


def _align(letters: str, words: str) -> list[int] | None:
    """For each letter its place in `words`, found from the right; beginnings of words are preferred, the first must be one."""
    positions: list[int] = []
    limit = len(words)
    lowered = words.lower()
    for index in range(len(letters) - 1, -1, -1):
        at = _last_beginning(lowered, letters[index], limit)
        within = lowered.rfind(letters[index], 0, limit) if index else -1
        if index and within > at and (at < 0 or _skips_word(words, at, limit)):
            at = within
        if at < 0:
            return None
        positions.insert(0, at)
        limit = at
    return positions


def _last_beginning(words: str, letter: str, limit: int) -> int:
    """The last place before `limit` at which the letter begins a word or a part of a hyphened word; -1 where none does."""
    at = words.rfind(letter, 0, limit)
    while at > 0 and words[at - 1].isalnum():
        at = words.rfind(letter, 0, at)
    return at


def _skips_word(words: str, at: int, limit: int) -> bool:
    """Whether going back to `at` would leap over a whole capitalised word."""
    skipped = words[at:limit].split()[1:]
    return any(word[0].isupper() and word.lower() not in _SMALL for word in skipped)


def find_definitions(text: str, start: int, end: int) -> Iterator[Definition]:
    """The definitions in text[start:end], in order."""
    for match in _BRACKET.finditer(text, start, end):
        inner, at = match["inner"], match.start("inner")
        if is_short_form(inner):
            found = _long_before(text, start, match.start(), inner)
            if found is not None:
                yield Definition(Place(at, at + len(inner)), found)
            continue
        before = _BEFORE.search(text, start, match.start())
        if before is not None and is_short_form(before[0].strip()):
            begin = match_long_form(before[0].strip(), inner)
            if begin is not None and begin <= 4:
                yield Definition(
                    Place(before.start(), before.start() + len(before[0].rstrip())), Place(at + begin, at + len(inner))
                )


def _long_before(text: str, start: int, bracket: int, short: str) -> Place | None:
    """The long form that ends before the bracket, at most twice as many words as the acronym has letters."""
    size = len(letters_of(short))
    window = max(start, bracket - 160)
    words = text[window:bracket].rstrip(" \t\n“\"‘'’”,")
    pieces = list(re.finditer(r"\S+", words))[-min(size + 6, size * 2 + 1) :]
    if not pieces:
        return None
    offset = pieces[0].start()
    begin = match_long_form(short, words[offset:])
    return None if begin is None else Place(window + offset + begin, window + len(words))
