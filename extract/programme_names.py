"""Reads names of strategies, plans, funds, programmes and service models out of a run of capitalised words.

The noun in which a name ends ("Strategy", "Fund", "Network") is followed to the left over capitalised and joining words, and to
the right over "for" and "of" and over years. Two names joined by a slash or by "and" are two. Acts, reports, roles, work
programmes and committees are none: a name that goes on into a noun of bodies ("Programme Board") belongs to the body.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from extract import vocabulary
from extract.name_runs import Run, Token, fold_space
from extract.organisation_words import body_words, head_at, is_stop, singular
from extract.records import ProgrammeKind

_YEARS = re.compile(r"\s+\(?(?:20\d\d\s?[-–/]\s?(?:20)?\d\d|20\d\d)\)?(?![\w-])")
_BRACKETED = re.compile(
    r"\s*\((?P<short>[A-Z][\w&-]{1,9})\)\s+(?P<join>for|of)\s+(?:the\s+)?(?P<rest>[A-Z][\w’'-]+(?:\s+(?:and\s+|&\s+)?[A-Z][\w’'-]+)*)"
)


@dataclass(eq=False)
class ProgrammeName:
    """A name as it stands in the text, half-open offsets."""

    start: int
    end: int
    name: str
    kind: ProgrammeKind
    head: str = ""
    generic: bool = False
    plural: bool = False
    block: int = -1
    acronym: bool = False


@dataclass(frozen=True)
class ProgrammeWords:
    """The word lists of `programmes.yml` in small letters."""

    heads: dict[str, list[tuple[tuple[str, ...], ProgrammeKind]]]
    weak: frozenset[str]
    of: frozenset[str]
    for_: frozenset[str]
    generic: frozenset[str]
    never: frozenset[str]
    not_before: frozenset[str]
    service: frozenset[str]


def _set(key: str) -> frozenset[str]:
    return frozenset(word.lower() for word in vocabulary.words("programmes", key))


@cache
def programme_words() -> ProgrammeWords:
    """The word lists, read once a process. Raises VocabularyError where the file is not right."""
    data = vocabulary.load("programmes")
    heads: dict[str, list[tuple[tuple[str, ...], ProgrammeKind]]] = {}
    for kind, names in [*data["heads"].items(), *((kind, [short]) for short, kind in data["acronym_heads"].items())]:
        for name in names:
            phrase = tuple(name.lower().split())
            heads.setdefault(phrase[-1], []).append((phrase, cast(ProgrammeKind, kind)))
    for entries in heads.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return ProgrammeWords(
        heads,
        _set("weak_heads"),
        _set("of_heads"),
        _set("for_heads"),
        _set("generic"),
        _set("never"),
        _set("not_before"),
        _set("service_modifiers"),
    )


def programmes_in(text: str, run: Run) -> list[ProgrammeName]:
    """The names in a run, from right to left."""
    words = programme_words()
    tokens = run.tokens
    found: list[ProgrammeName] = []
    index = len(tokens) - 1
    limit = len(tokens)
    while index >= 0:
        token = tokens[index]
        entry = _head(tokens, index) if token.kind in ("cap", "small") else None
        if entry is None:
            index -= 1
            continue
        phrase, kind, plural = entry
        first_of_head = index - len(phrase) + 1
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and following.kind == "cap" and not token.possessive and index + 1 < limit:
            if (
                following.fold in words.not_before
                or singular(following.fold) in words.heads
                or head_at(run, index + 1)
                or not following.fold[:4].isdigit()
            ):
                index = first_of_head - 1
                continue
        first = _walk_left(tokens, first_of_head, run)
        last = _walk_right(tokens, index, phrase[-1])
        name = _make(text, run, first, last, first_of_head, phrase, kind)
        name.plural = plural
        if not _never(name, tokens[first : last + 1]):
            found.append(name)
            limit = first
        index = min(first, first_of_head) - 1
    return found


def _head(tokens: tuple[Token, ...], index: int) -> tuple[tuple[str, ...], ProgrammeKind, bool] | None:
    fold = tokens[index].fold
    for form in (fold, singular(fold)):
        for phrase, kind in programme_words().heads.get(form, ()):
            if form != fold and phrase[-1] in ("service", "policy", "scheme", "project", "week", "month"):
                continue
            first = index - len(phrase) + 1
            if first >= 0 and all(tokens[first + k].fold == phrase[k] for k in range(len(phrase) - 1)):
                return phrase, kind, form != fold
    return None


def _make(
    text: str, run: Run, first: int, last: int, head_first: int, phrase: tuple[str, ...], kind: ProgrammeKind
) -> ProgrammeName:
    words = programme_words()
    tokens = run.tokens
    start, end = tokens[first].start, tokens[last].start + len(tokens[last].word)
    years = _YEARS.match(text, end)
    if years is not None and "(" not in years[0]:
        end = years.end()
    name = fold_space(text[start:end])
    made = ProgrammeName(start, end, name, kind, " ".join(phrase), block=run.block)
    own = [t for t in tokens[first:head_first] if t.kind == "cap" and (not t.fold.isdigit() or head_first - first == 1)]
    base = " ".join(t.fold for t in tokens[first : last + 1])
    if _known_law(text, end) or _is_role_or_event(text, start) or (name.isupper() and phrase[-1] == "policy"):
        made.generic = True
    made.generic = (
        made.generic
        or not own
        and last < head_first + len(phrase)
        or base in words.generic
        or base.rstrip("s") in words.generic
    )
    small = tokens[head_first].kind == "small"
    if not made.generic and (" ".join(phrase) in words.weak or small):
        acronym = len(own) == 1 and own[0].word.isupper() and len(own[0].word) > 2
        made.generic = len(own) < 2 and not acronym
    if phrase[-1] in ("service", "system", "model", "teams", "team") and not made.generic:
        made.generic = not ({t.fold for t in own} & words.service)
    return made


_OF_ROLE = re.compile(
    r"\b(?:Head|Director|Manager|Officer|Lead|Leader|Adviser|Advisor|Assistant|Member|Chief)\s+(?:of|for)\s+(?:the\s+)?$"
)
_EVENT = re.compile(r"\b(?:event|conference|workshop|webinar|seminar)\s+[“\"‘']?$", re.IGNORECASE)


def _is_role_or_event(text: str, start: int) -> bool:
    """Whether the words before make the name the field of a post or the title of an event."""
    before = text[max(0, start - 40) : start]
    return _OF_ROLE.search(before) is not None or _EVENT.search(before) is not None


def _known_law(text: str, end: int) -> bool:
    return re.match(r"\s+(?:Act|Regulations|Order|Bill)\b", text[end : end + 14]) is not None


def _never(name: ProgrammeName, tokens: tuple[Token, ...]) -> bool:
    words = programme_words()
    folds = [token.fold for token in tokens]
    return any(fold in words.never for fold in folds) or any(
        phrase in name.name.lower() for phrase in words.never if " " in phrase
    )


def _walk_left(tokens: tuple[Token, ...], first: int, run: Run) -> int:
    joined = False
    begin = first
    while first > 0:
        before = tokens[first - 1]
        if before.kind == "small":
            first -= 1
        elif before.kind == "cap":
            if _breaks(tokens, first - 1, run):
                break
            first -= 1
        elif first < 2 or tokens[first - 2].kind != "cap" or _breaks(tokens, first - 2, run):
            break
        elif before.fold in ("and", "&"):
            if _head(tokens, first - 2) is not None and tokens[first - 2].fold not in (
                "policy",
                "system",
                "service",
                "project",
            ):
                break
            joined = True
            first -= 2
        elif before.kind == "comma":
            if not joined or (
                first > 2 and tokens[first - 3].kind == "cap" and tokens[first - 2].fold not in body_words().subjects
            ):
                break
            first -= 2
        elif before.fold == "for" and tokens[first - 2].fold.endswith("ing") and first - 2 == 1:
            first -= 2
        elif before.fold in ("to", "of", "around", "for", "in", "on"):
            if before.fold in ("of", "for") and tokens[first - 2].fold not in (
                "value",
                "quality",
                "end",
                "state",
                "models",
                "isle",
                "city",
                "children",
                "duty",
                "care",
                "fit",
                "homes",
            ):
                break
            if before.fold in ("in", "on"):
                break
            first -= 2
        else:
            break
    while first < begin and (tokens[first].kind != "cap" or is_stop(tokens, first)):
        first += 1
    return first


def _breaks(tokens: tuple[Token, ...], index: int, run: Run) -> bool:
    token = tokens[index]
    if re.fullmatch(r"[A-Za-z]+\d{2,}", token.word):
        return True
    if is_stop(tokens, index) and token.fold not in ("working",):
        return True
    if token.possessive and token.fold not in _GROUPS:
        return True
    head = head_at(run, index)
    return head is not None and head.phrase in (
        "council",
        "ccg",
        "clinical commissioning group",
        "cabinet",
        "committee",
        "icb",
        "trust",
        "board",
    )


_GROUPS = frozenset(
    "children women men people carer carers adult adults parent parents young king queen women's men's veteran veterans citizen citizens".split()
)


def _walk_right(tokens: tuple[Token, ...], index: int, noun: str) -> int:
    words = programme_words()
    if tokens[index].possessive or index + 2 >= len(tokens):
        return index
    join = tokens[index + 1].fold
    if not (join == "of" and noun in words.of) and not (join == "for" and noun in words.for_):
        return index
    after = index + 3 if tokens[index + 2].fold == "the" else index + 2
    if after >= len(tokens) or tokens[after].kind != "cap" or is_stop(tokens, after):
        return index
    if tokens[after].fold in (
        "county",
        "council",
        "borough",
        "city",
        "district",
        "committee",
        "board",
        "trust",
        "future",
        "year",
    ):
        return index
    last = after
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if following.kind == "cap" and not is_stop(tokens, last + 1) and not tokens[last].possessive:
            last += 1
        elif (
            following.fold in ("and", "&")
            and last + 2 < len(tokens)
            and tokens[last + 2].kind == "cap"
            and not is_stop(tokens, last + 2)
        ):
            ahead = last + 2
            while ahead < len(tokens) and tokens[ahead].kind == "cap":
                if _head(tokens, ahead) is not None:
                    return last
                ahead += 1
            last += 2
        else:
            break
    return last
