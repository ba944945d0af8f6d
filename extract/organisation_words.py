"""The vocabulary of bodies (`organisations.yml`) in the form in which the finder looks words up."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple, cast

from extract import vocabulary
from extract.name_runs import Run, Token, split_tokens
from extract.records import OrganisationKind

Phrase = tuple[str, ...]


class Head(NamedTuple):
    """A noun in which names of bodies end, as found at tokens [first, last] of a run."""

    first: int
    last: int
    phrase: str
    kind: OrganisationKind
    plural: bool


@dataclass(frozen=True)
class BodyWords:
    """Word lists in small letters, apostrophes as ', plurals folded where noted."""

    heads: dict[str, list[tuple[Phrase, OrganisationKind]]]
    weak: frozenset[str]
    place: frozenset[str]
    of: frozenset[str]
    for_: frozenset[str]
    in_: frozenset[str]
    openers: frozenset[Phrase]
    generic: frozenset[str]
    plain: frozenset[str]
    stop: frozenset[str]
    stop_exceptions: frozenset[Phrase]
    not_after: frozenset[str]
    not_after_cabinet: frozenset[str]
    subjects: frozenset[str]
    place_words: frozenset[str]
    no_plural: frozenset[str]
    bearers: frozenset[str]
    owned_heads: frozenset[str]
    placed_openers: frozenset[str]
    short_heads: frozenset[str]
    short_not_subjects: frozenset[str]
    short_teams: tuple[frozenset[str], frozenset[str]]
    plain_complements: frozenset[str]
    complement_openers: frozenset[str]
    inner_words: dict[str, frozenset[str]]
    company_endings: frozenset[str]
    acronym_endings: frozenset[str]
    same_words: dict[str, str]
    of_only: frozenset[str]
    subject_heads: frozenset[str]
    joined_after: frozenset[str]
    not_bodies: frozenset[str]
    kind_words: list[tuple[list[str], OrganisationKind, bool, bool]]


def _fold(phrase: str) -> str:
    return phrase.lower().replace("’", "'")


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(_fold(name) for name in names)


def _set(key: str) -> frozenset[str]:
    return _folded(vocabulary.words("organisations", key))


def _phrases(key: str) -> frozenset[Phrase]:
    return frozenset(tuple(_fold(word).split()) for word in vocabulary.words("organisations", key))


@cache
def body_words() -> BodyWords:
    """The word lists, read once a process. Raises VocabularyError where the file is not right."""
    data = vocabulary.load("organisations")
    heads: dict[str, list[tuple[Phrase, OrganisationKind]]] = {}
    for kind, names in data["heads"].items():
        for name in names:
            phrase = tuple(_fold(name).split())
            heads.setdefault(phrase[-1], []).append((phrase, kind))
    for entries in heads.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return BodyWords(
        heads=heads,
        weak=_set("weak_heads"),
        place=_set("place_heads"),
        of=_set("of_heads"),
        for_=_set("for_heads"),
        in_=_set("in_heads"),
        openers=_phrases("openers"),
        generic=frozenset(singular_phrase(name) for name in _set("generic")),
        plain=_set("plain_modifiers"),
        stop=_set("stop_words"),
        stop_exceptions=_phrases("stop_exceptions"),
        not_after=_set("not_after"),
        not_after_cabinet=_set("not_after_cabinet"),
        subjects=_set("subjects"),
        place_words=_set("place_words"),
        same_words={_fold(short): _fold(long) for short, long in data["same_words"].items()},
        no_plural=_set("no_plural"),
        bearers=_set("bearers"),
        owned_heads=_set("owned_heads"),
        placed_openers=_set("placed_openers"),
        short_heads=_set("short_heads"),
        short_not_subjects=_set("short_heads_not_subjects"),
        short_teams=(_folded(data["short_teams"]["heads"]), _folded(data["short_teams"]["but"])),
        plain_complements=_set("plain_complements"),
        complement_openers=_set("complement_openers"),
        inner_words={join: _folded(before) for join, before in data["inner_words"].items()},
        company_endings=_set("company_endings"),
        acronym_endings=_set("acronym_endings"),
        of_only=_set("of_only"),
        subject_heads=_set("subject_heads"),
        joined_after=_set("joined_after"),
        not_bodies=_set("not_bodies"),
        kind_words=[
            (entry["has"], cast(OrganisationKind, entry["kind"]), bool(entry.get("starts")), bool(entry.get("ends")))
            for entry in data["kind_words"]
        ],
    )


@cache
def singular(word: str) -> str:
    """A noun of bodies without its plural ending: committees, bodies, parties; other words as they are."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


def singular_phrase(phrase: str) -> str:
    """The phrase with its last word in the singular."""
    parts = phrase.split()
    return " ".join([*parts[:-1], singular(parts[-1])]) if parts else phrase


def head_at(run: Run, index: int) -> Head | None:
    """The head whose last word is token `index` of the run, or None."""
    words = body_words()
    token = run.tokens[index]
    if token.kind not in ("cap", "small"):
        return None
    for form in (token.fold, singular(token.fold)):
        for phrase, kind in words.heads.get(form, ()):
            if form != token.fold and (
                phrase[-1] in ("service", "housing", "cabinet", "section") or token.kind == "small"
            ):
                continue
            first = index - len(phrase) + 1
            if first < 0 or any(run.tokens[first + k].fold != phrase[k] for k in range(len(phrase) - 1)):
                continue
            return Head(first, index, " ".join(phrase), kind, token.fold != form)
    return None


@cache
def programme_nouns() -> frozenset[str]:
    """The last words of names of programmes, in small letters."""
    heads = vocabulary.load("programmes")["heads"]
    return frozenset(name.lower().split()[-1] for names in heads.values() for name in names)


@cache
def model_words() -> frozenset[str]:
    """Words that make a service a model of care and no body: "Enhanced Night Nursing Service"."""
    return frozenset(word.lower() for word in vocabulary.words("programmes", "service_modifiers"))


@lru_cache(maxsize=10_000)
def kind_of(name: str, head_kind: OrganisationKind | None) -> OrganisationKind:
    """The kind that a name tells: by its words where they say more than its last noun."""
    folded = " ".join(_fold(name).split())
    for phrases, kind, starts, ends in body_words().kind_words:
        for phrase in phrases:
            if (
                (starts and folded.startswith(phrase))
                or (ends and folded.endswith(phrase))
                or (not starts and not ends and phrase in folded)
            ):
                return kind
    return head_kind or "other_body"


def kind_by_noun(name: str) -> OrganisationKind:
    """The kind that the words and the last noun of a name tell."""
    tokens = split_tokens(name, 0, len(name))
    head = head_at(Run(0, len(name), 0, tokens), len(tokens) - 1) if tokens else None
    return kind_of(name, head.kind if head else None)


_NUMBERS = frozenset("two three four five six seven eight nine ten twelve".split())


def _opens_place(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a number begins the name of a place ("Three Rivers") and does not count bodies ("Three Councils")."""
    if tokens[index].fold not in _NUMBERS or index + 2 >= len(tokens):
        return False
    after = tokens[index + 1]
    counts = head_at(Run(0, 0, 0, tokens), index + 1) is not None
    return after.kind == "cap" and after.fold.endswith("s") and not counts and tokens[index + 2].kind == "cap"


def is_stop(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether a name cannot hold the word at `index`: articles, prepositions, titles, roles, words of headings."""
    words = body_words()
    token = tokens[index]
    if token.fold not in words.stop or _opens_place(tokens, index):
        return False
    following = tokens[index + 1].fold if index + 1 < len(tokens) else ""
    return (token.fold, following) not in words.stop_exceptions
