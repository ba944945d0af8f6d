"""Acronyms of bodies: those defined in the paper, those known nationwide, and those that plainly act without being explained."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from extract import vocabulary
from extract.acronyms import letters_of
from extract.sentences import Sentence

_CAPITALS = re.compile(r"(?<![\w’'&/-])(?:[A-Z]-)?[A-Z][A-Z0-9&]*[A-Z][A-Za-z]?[a-z]?s?(?![\w&])(?:[’']s)?")


@dataclass(frozen=True)
class CapitalWord:
    """A word of capital letters as it stands in the text, without a possessive ending."""

    start: int
    end: int
    word: str
    block: int
    acts: bool  #: what stands beside it makes it a body that does something or has something done to it
    labels: bool  #: it stands at the head of its block or line, before a colon or dash


@dataclass(frozen=True)
class AcronymWords:
    """Word lists for acronyms."""

    known: dict[str, str]
    not_bodies: frozenset[str]
    after: re.Pattern[str]
    before: re.Pattern[str]


@cache
def acronym_words() -> AcronymWords:
    """The word lists, read once a process."""
    data = vocabulary.load("organisations")
    after = vocabulary.alternation(vocabulary.words("organisations", "acting_after"))
    before = vocabulary.alternation(vocabulary.words("organisations", "acting_before"))
    return AcronymWords(
        known={short: long for short, long in data["known_acronyms"].items()},
        not_bodies=frozenset(vocabulary.words("organisations", "not_bodies")),
        after=re.compile(rf"[’']s\b|\s+{after}\b"),
        before=re.compile(
            rf"\b(?:{before}|(?:sent|send|spoken|speak|reported|referred|submitted|belongs?|write|written|apply|applied)\s+to)\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
    )


def capital_words(text: str, sentences: Sequence[Sentence], shouting: frozenset[int]) -> Iterable[CapitalWord]:
    """The words of capital letters in the sentences, but for blocks that are all in capitals."""
    words = acronym_words()
    for sentence in sentences:
        if sentence.block in shouting:
            continue
        for match in _CAPITALS.finditer(text, sentence.start, sentence.end):
            word = re.sub(r"[’']s$", "", match[0])
            end = match.start() + len(word)
            acts = words.after.match(text, end, min(len(text), end + 24)) is not None and not (
                end < len(text) and text[end] == "\n"
            )
            follows = words.before.search(text[max(sentence.start, match.start() - 20) : match.start()]) is not None
            if _shouted(text, match.start(), end):
                continue
            label = re.match(r"\s*[:–]\s", text[end : end + 4]) is not None
            label = label or (match.start() == sentence.start and re.match(r"\s+-\s", text[end : end + 4]) is not None)
            yield CapitalWord(match.start(), end, word, sentence.block, acts or follows, label)


def _shouted(text: str, start: int, end: int) -> bool:
    """Whether a neighbouring word is all capitals too: words printed large for weight are no acronyms."""
    before = re.search(r"([A-Z]{2,})\s+$", text[max(0, start - 20) : start])
    after = re.match(r"\s+([A-Z]{2,})\b", text[end : end + 20])
    shorts = acronym_words().not_bodies | acronym_words().known.keys()
    return any(
        found is not None and found[1] not in shorts and found[1].rstrip("s") not in shorts for found in (before, after)
    )


def is_body(uses: Sequence[CapitalWord], lower: frozenset[str]) -> bool:
    """Whether an acronym that is never explained acts often enough to be a body."""
    words = acronym_words()
    word = re.sub(r"(?<=[A-Z])s$", "", uses[0].word)
    if len(word) > 6 or word.lower() in lower:
        return False
    if word in words.not_bodies or uses[0].word in words.not_bodies or len(letters_of(word)) < 2 or word.isdigit():
        return False
    acting = sum(1 for use in uses if use.acts)
    return len(letters_of(word)) >= 3 and (acting > 0 or any(use.labels for use in uses))
