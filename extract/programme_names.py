"""Reads names of strategies, plans, funds, programmes and service models out of a run of capitalised words.

The noun in which a name ends ("Strategy", "Fund", "Network") is followed to the left over capitalised and joining words, and to
the right over "for" and "of" and over years. Two names joined by a slash or by "and" are two. Acts, reports, roles, work
programmes and committees are none: a name that goes on into a noun of bodies ("Programme Board") belongs to the body.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import cast

from extract import vocabulary
from extract.name_runs import Run, Token, fold_space
from extract.organisation_words import body_words, head_at, is_stop, singular
from extract.records import ProgrammeKind

_YEARS = re.compile(r"\s+(?:20\d\d\s?[-–/]\s?(?:20)?\d\d|20\d\d)(?![\w-])")
_CODE = re.compile(r"[A-Za-z]+\d{2,}")
_LAW = re.compile(r"\s+(?:Act|Regulations|Order|Bill)\b")
_OF_ROLE = re.compile(
    r"\b(?:Head|Director|Manager|(?<!Responsible )Officer|Lead|Leader|Adviser|Advisor|Assistant|Member|Chief)\s+(?:of|for)\s+(?:the\s+)?$"
)
_SEASONS = frozenset({"spring", "summer", "autumn", "winter"})
_EVENT = re.compile(r"\b(?:event|conference|workshop|webinar|seminar)\s+[“\"‘']?$", re.IGNORECASE)


@dataclass(eq=False)
class ProgrammeName:
    """A name as it stands in the text, half-open offsets."""

    start: int
    end: int
    name: str
    kind: ProgrammeKind
    generic: bool = False  #: nothing of its own: "the Plan", "Delivery Plan"
    plural: bool = False
    acronym: bool = False


@dataclass(frozen=True)
class Noun:
    """The noun in which a name ends, at tokens [first, last] of a run."""

    first: int
    last: int
    phrase: str
    kind: ProgrammeKind
    plural: bool


@dataclass(frozen=True)
class ProgrammeWords:
    """The word lists of `programmes.yml` in small letters."""

    nouns: dict[str, list[tuple[tuple[str, ...], ProgrammeKind]]]
    weak: frozenset[str]
    of: frozenset[str]
    for_: frozenset[str]
    generic: frozenset[str]
    never: frozenset[str]
    service: frozenset[str]
    stops_at: frozenset[str]
    subject_nouns: frozenset[str]
    inner_words: frozenset[str]
    no_plural: frozenset[str]
    bracket_nouns: dict[str, ProgrammeKind]
    defined_nouns: dict[str, ProgrammeKind]


def _set(key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in vocabulary.words("programmes", key))


@cache
def programme_words() -> ProgrammeWords:
    """The word lists, read once a process. Raises VocabularyError where the file is not right."""
    data = vocabulary.load("programmes")
    nouns: dict[str, list[tuple[tuple[str, ...], ProgrammeKind]]] = {}
    endings: Iterable[tuple[str, list[str]]] = [
        *data["heads"].items(),
        *((kind, [short]) for short, kind in data["acronym_heads"].items()),
    ]
    for kind, names in endings:
        for name in names:
            phrase = tuple(name.lower().split())
            nouns.setdefault(phrase[-1], []).append((phrase, cast(ProgrammeKind, kind)))
    for entries in nouns.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return ProgrammeWords(
        nouns=nouns,
        weak=_set("weak_heads"),
        of=_set("of_heads"),
        for_=_set("for_heads"),
        generic=_set("generic"),
        never=_set("never"),
        service=_set("service_modifiers"),
        stops_at=_set("stops_at"),
        subject_nouns=_set("subject_nouns"),
        inner_words=_set("inner_words"),
        no_plural=_set("no_plural"),
        bracket_nouns=dict(data["bracket_nouns"]),
        defined_nouns=dict(data["defined_nouns"]),
    )


def programmes_in(text: str, run: Run) -> list[ProgrammeName]:
    """The names in a run, from right to left."""
    found: list[ProgrammeName] = []
    limit = index = len(run.tokens)
    while index > 0:
        index -= 1
        noun = noun_at(run.tokens, index)
        if noun is None:
            continue
        if not _goes_into_other(run, noun, limit):
            first, last = _left_end(run, noun), _right_end(run.tokens, noun)
            name = _make(text, run.tokens, noun, first, last)
            if not _is_never(name, run.tokens[first : last + 1]):
                found.append(name)
                limit = first
            index = first
        index = min(index, noun.first)
    return found


def noun_at(tokens: tuple[Token, ...], index: int) -> Noun | None:
    """The noun of programmes whose last word is token `index`, or None."""
    words = programme_words()
    if tokens[index].kind not in ("cap", "small"):
        return None
    fold = tokens[index].fold
    for form in (fold, singular(fold)):
        for phrase, kind in words.nouns.get(form, ()):
            first = index - len(phrase) + 1
            if form != fold and phrase[-1] in words.no_plural:
                continue
            if first >= 0 and all(tokens[first + k].fold == phrase[k] for k in range(len(phrase) - 1)):
                return Noun(first, index, " ".join(phrase), kind, form != fold)
    return None


def _goes_into_other(run: Run, noun: Noun, limit: int) -> bool:
    """Whether a capitalised word after the noun takes the name on into something else; a year does not."""
    after = noun.last + 1
    if after >= min(len(run.tokens), limit) or run.tokens[noun.last].possessive:
        return False
    return run.tokens[after].kind == "cap" and not run.tokens[after].fold[:4].isdigit()


def _make(text: str, tokens: tuple[Token, ...], noun: Noun, first: int, last: int) -> ProgrammeName:
    """The name of tokens [first, last], with the years after it, judged."""
    start, end = tokens[first].start, tokens[last].start + len(tokens[last].word)
    if (years := _YEARS.match(text, end)) is not None:
        end = years.end()
    made = ProgrammeName(start, end, fold_space(text[start:end]), noun.kind, plural=noun.plural)
    before = text[max(0, start - 40) : start]
    made.generic = (
        _LAW.match(text, end) is not None
        or _OF_ROLE.search(before) is not None
        or _EVENT.search(before) is not None
        or (made.name.isupper() and noun.phrase == "policy")
        or _is_generic(tokens, noun, first, last)
    )
    return made


def _is_generic(tokens: tuple[Token, ...], noun: Noun, first: int, last: int) -> bool:
    """Whether the name has nothing of its own, or its noun asks for more than it has."""
    words = programme_words()
    whole = " ".join(token.fold for token in tokens[first : last + 1]).replace(" ,", ",")
    own = [
        t for t in tokens[first : noun.first] if t.kind == "cap" and (not t.fold.isdigit() or noun.first - first == 1)
    ]
    if (not own and last == noun.last) or whole in words.generic or singular(whole) in words.generic:
        return True
    if noun.phrase in ("service", "system", "model") and words.service.isdisjoint(token.fold for token in own):
        return True
    if noun.phrase in words.weak or tokens[noun.first].kind == "small":
        acronym = len(own) == 1 and own[0].word.isupper() and len(own[0].word) > 2
        return len(own) < 2 and not acronym
    return False


def _is_never(name: ProgrammeName, tokens: tuple[Token, ...]) -> bool:
    """Whether a word makes the name that of a report, a role, a work programme or a standard."""
    words = programme_words()
    folded = name.name.lower()
    return any(token.fold in words.never for token in tokens) or any(
        " " in phrase and phrase in folded for phrase in words.never
    )


def _left_end(run: Run, noun: Noun) -> int:
    """The index at which the name that ends in `noun` begins."""
    tokens = run.tokens
    first, joined = noun.first, False
    if (
        first > 1
        and tokens[first - 1].fold in _SEASONS
        and tokens[first - 2].kind == "cap"
        and not _breaks(run, first - 2)
    ):
        first -= 1  # "Ashby Winter Plan"
    while (before := _step_left(run, first, joined)) is not None:
        joined = joined or tokens[first - 1].fold in ("and", "&")
        first = before
    plain = ("annual", "revised", "updated", "final", "emerging", "initial")
    if first and tokens[first - 1].fold in _SEASONS and tokens[first - 1].kind == "cap" and first == noun.first - 1:
        return first - 1  # "Winter Highways Plan"
    while first < noun.first and (tokens[first].kind != "cap" or is_stop(tokens, first) or tokens[first].fold in plain):
        first += 1
    return first


def _step_left(run: Run, first: int, joined: bool) -> int | None:
    """The beginning of the name after one step to the left, or None where it begins at `first`."""
    tokens, words = run.tokens, programme_words()
    if first == 0:
        return None
    before = tokens[first - 1]
    if before.kind == "small":
        return first - 1
    if before.kind == "cap":
        return None if _breaks(run, first - 1) else first - 1
    if first < 2 or tokens[first - 2].kind != "cap" or _breaks(run, first - 2):
        return None
    left = tokens[first - 2]
    if before.fold in ("and", "&"):
        ends = noun_at(tokens, first - 2) is not None and left.fold not in words.subject_nouns
        return None if ends else first - 2
    if before.kind == "comma":
        single = first <= 2 or tokens[first - 3].kind != "cap" or left.fold in body_words().subjects
        return first - 2 if joined and single else None
    if before.fold in ("of", "for"):
        gerund = before.fold == "for" and first == 2 + int(tokens[0].kind == "cap") and left.fold.endswith("ing")
        return first - 2 if gerund or left.fold in words.inner_words else None
    if before.fold == "at":
        return first - 2 if first == 2 + int(tokens[0].kind == "cap" and is_stop(tokens, 0)) else None
    return first - 2 if before.fold in ("to", "around") else None


def _breaks(run: Run, index: int) -> bool:
    """Whether the capitalised word at `index` stands outside the name to its right."""
    token = run.tokens[index]
    if _CODE.fullmatch(token.word) or (is_stop(run.tokens, index) and token.fold != "working"):
        return True
    if token.possessive and token.fold not in body_words().bearers:
        return True
    head = head_at(run, index)
    return head is not None and head.phrase in programme_words().stops_at


def _right_end(tokens: tuple[Token, ...], noun: Noun) -> int:
    """The index of the last word of the name: further than the noun where "of" or "for" goes on."""
    words = programme_words()
    index, last_word = noun.last, noun.phrase.split()[-1]
    if tokens[index].possessive or index + 2 >= len(tokens):
        return index
    join = tokens[index + 1].fold
    if not (join == "of" and last_word in words.of) and not (join == "for" and last_word in words.for_):
        return index
    last = index + 3 if tokens[index + 2].fold == "the" else index + 2
    if last >= len(tokens) or tokens[last].kind != "cap" or is_stop(tokens, last):
        return index
    if tokens[last].fold in body_words().plain_complements:
        return index
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if following.kind == "cap" and not is_stop(tokens, last + 1) and not tokens[last].possessive:
            last += 1
        elif following.fold in ("and", "&") and _subject_ahead(tokens, last + 2):
            last += 2
        else:
            break
    return last


def _subject_ahead(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether capitalised words from `index` go on a complement: they hold no noun that ends another name."""
    if index >= len(tokens) or tokens[index].kind != "cap" or is_stop(tokens, index):
        return False
    while index < len(tokens) and tokens[index].kind == "cap":
        if noun_at(tokens, index) is not None:
            return False
        index += 1
    return True
