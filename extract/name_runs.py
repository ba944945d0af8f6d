"""Runs of capitalised words: the raw matter of the names of bodies and programmes.

A run is the longest stretch of capitalised words of one sentence, joined by white space, commas, hyphens and small joining
words (and, of, for …), with a small noun at its end ("Staffing committee"). Runs say nothing yet: the finders of organisations
and of programmes read names out of them. All offsets count characters of `doc.text`.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from spacy.tokens import Doc

from extract import vocabulary
from extract.scanning import matches_in

_WORD = r"(?:[A-Z]\w*(?:[-’'&]\w+)*(?:(?<=s)[’'](?!\w))?|(?:(?:19|20)[0-9]{2}|[0-9]+\+)(?=\s[A-Z]))(?:\ss(?=\s))?"
#: Where a run may begin.
_FIRST = re.compile(r"[A-Z0-9](?<![\w’'.-].)")
#: White space between two words of one name: no tab and no wide gap, which part the cells of a table.
_SPACE = r"(?:[^\S\t]{1,2}|\n\s*)"
_JOIN = r"and|of|for|in|to|the|with|on|upon|around|at|by|&|AND|OF|FOR|THE|IN"
_TOKEN = re.compile(r"[^\s,–/&]+(?:&[^\s,/–]+)*|[,–/&]")
_BETWEEN = re.compile(r"[\s,/]+|[’'](?:s\b)?")
_POSSESSIVE = re.compile(r"(?:[’'][sS]|(?<=s)[’']|\ss)$")


class Token(NamedTuple):
    """One word or mark of a run. `word` is its text without a possessive ending; `fold` that in small letters."""

    start: int
    end: int
    word: str
    fold: str
    kind: str  #: cap, small, join, comma
    possessive: bool


class Run(NamedTuple):
    """A run and its tokens."""

    start: int
    end: int
    block: int
    tokens: tuple[Token, ...]


@cache
def _patterns() -> tuple[re.Pattern[str], frozenset[str], frozenset[str]]:
    organisations, programmes = vocabulary.load("organisations"), vocabulary.load("programmes")
    nouns = {head.split()[-1] for heads in organisations["heads"].values() for head in heads}
    nouns |= {head.split()[-1] for heads in programmes["heads"].values() for head in heads} | set(
        organisations["prefixes"]
    )
    nouns |= set(programmes["acronym_heads"])
    folded = frozenset(form for noun in nouns for form in (noun.lower(), f"{noun.lower()}s", f"{noun.lower()[:-1]}ies"))
    small = [*vocabulary.words("organisations", "small_heads"), *vocabulary.words("programmes", "small_heads")]
    between = [
        *vocabulary.words("organisations", "small_modifiers"),
        *vocabulary.words("programmes", "small_modifiers"),
    ]
    tail = rf"(?:\s+{vocabulary.alternation(between)}){{0,3}}\s+{vocabulary.alternation(small)}\b"
    run = re.compile(rf"{_WORD}(?:(?:,?{_SPACE}(?:(?:{_JOIN}){_SPACE}){{0,2}}|\s?/\s?|\s–\s){_WORD})*(?:{tail})?")
    return run, folded, frozenset(_JOIN.split("|"))


def token_of(text: str, start: int, end: int, *, joins: frozenset[str]) -> Token:
    """The token of text[start:end]."""
    raw = text[start:end]
    if raw in joins or raw in ("/", "–"):
        return Token(start, end, raw, raw.lower(), "join", False)
    if raw == ",":
        return Token(start, end, raw, raw, "comma", False)
    ending = _POSSESSIVE.search(raw) if raw[-1] in "sS’'" else None
    word = raw[: ending.start()] if ending else raw
    return Token(start, end, word, word.lower().replace("’", "'"), "small" if raw[0].islower() else "cap", bool(ending))


def split_tokens(text: str, start: int, end: int) -> tuple[Token, ...]:
    """The tokens of text[start:end]; a possessive "s" whose apostrophe is lost ("Council s") belongs to the word before it."""
    joins = _patterns()[2]
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        if match[0] == "s" and tokens and tokens[-1].kind == "cap":
            last = tokens.pop()
            tokens.append(Token(last.start, match.end(), last.word, last.fold, "cap", True))
        else:
            tokens.append(token_of(text, match.start(), match.end(), joins=joins))
    return tuple(tokens)


def find_runs(doc: Doc) -> Sequence[Run]:
    """The runs that hold a noun of bodies or programmes, in order; kept with the doc for the next finder."""
    kept: Sequence[Run] | None = doc.user_data.get("name_runs")
    if kept is not None:
        return kept
    pattern, nouns, _ = _patterns()
    text = doc._.layout.text
    runs: list[Run] = []
    for sentence, match in matches_in(_FIRST, pattern, text, doc._.sentences):
        if nouns.isdisjoint(_BETWEEN.split(match[0].lower())):
            continue
        tokens = split_tokens(text, match.start(), match.end())
        runs.append(Run(match.start(), match.end(), sentence.block, tokens))
    doc.user_data["name_runs"] = runs
    return runs


def fold_space(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())
