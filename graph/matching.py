"""Matchers: lists of features, each with a weight, that score a pair and say what they saw.

A feature gives a score from -1 to 1 and the two values that it compared, or None where it has nothing to say. A matcher adds up score by
weight. From `POSITIVE` on two records are the same, from `UNSURE` on someone should look; a feature that excludes makes them two.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from rapidfuzz import fuzz

from graph import names
from graph.judgements import FeatureScore, Judgement, Verdict
from graph.profiles import PersonProfile, Profile

POSITIVE = 0.85
UNSURE = 0.5

T = TypeVar("T", Profile, PersonProfile)

#: Score and the two values compared.
Seen = tuple[float, str, str]


@dataclass(frozen=True)
class Feature(Generic[T]):
    """One thing to compare. Without one that `names` nothing is said; one that excludes has the last word below 0."""

    name: str
    weight: float
    compare: Callable[[T, T], Seen | None]
    says: str
    names: bool = False
    excludes: bool = False


def judge(matcher: Sequence[Feature[T]], left: T, right: T, *, unsure: float = UNSURE) -> Judgement | None:
    """What a matcher makes of a pair, with its reasons; None where there is nothing to say."""
    seen: list[tuple[Feature[T], FeatureScore]] = []
    for feature in matcher:
        found = feature.compare(left, right)
        if found is not None and found[0] != 0:
            score, one, other = found
            seen.append(
                (
                    feature,
                    FeatureScore(
                        feature=feature.name, weight=feature.weight, score=round(score, 3), left=one, right=other
                    ),
                )
            )
    if not any(feature.names and score.score > 0 for feature, score in seen):
        return None
    total = round(sum(s.weight * s.score for _, s in seen), 3)
    excluding = [f for f, s in seen if f.excludes and s.score < 0]
    if total < unsure and not excluding:
        return None
    verdict: Verdict = "negative" if excluding else "positive" if total >= POSITIVE else "unsure"
    told = excluding or [f for f, _ in seen]
    return Judgement(
        left=left.id,
        right=right.id,
        judgement=verdict,
        reason="; ".join(f.says for f in told),
        score=total,
        features=tuple(s for _, s in seen),
    )


# -- organisations and programmes --------------------------------------------------------------------------------------


def _same_identity(left: Profile, right: Profile) -> Seen | None:
    same = (left.identity.room, left.identity.key) == (right.identity.room, right.identity.key)
    return (1.0, left.name, right.name) if same else None


def _alias(left: Profile, right: Profile) -> Seen | None:
    """One paper gives as another form what the other paper gives as the name, or both give one form."""
    for one, other in ((left, right), (right, left)):
        key = names.key_of(other.name)
        if key in one.forms and not names.is_acronym(other.name):
            return (0.6 if names.is_generic(key) else 1.0), one.forms[key], other.name
    shared = sorted(key for key in left.forms if key in right.forms and not names.is_generic(key))
    return (0.6, left.forms[shared[0]], right.forms[shared[0]]) if shared else None


def _acronym(left: Profile, right: Profile) -> Seen | None:
    shared = sorted(set(left.acronyms) & set(right.acronyms))
    return (1.0, left.acronyms[shared[0]], right.acronyms[shared[0]]) if shared else None


def _expansion(left: Profile, right: Profile) -> Seen | None:
    """One name is the acronym alone, and the other paper writes out what its letters stand for."""
    for one, other in ((left, right), (right, left)):
        if names.is_acronym(one.name) and names.key_of(one.name) in other.acronyms and len(one.name) >= 3:
            if names.shortens(one.name, other.name):
                return 1.0, left.name, right.name
    return None


def _spelling(left: Profile, right: Profile) -> Seen | None:
    if left.identity.key == right.identity.key:
        return None
    apart = set(left.identity.key.split()) ^ set(right.identity.key.split())
    if any(len(word) <= 2 or word.isdigit() for word in apart):
        return None  # Committee A and Committee B, Task Group 1 and Task Group 2
    ratio = fuzz.token_sort_ratio(left.identity.key, right.identity.key) / 100
    return (ratio, left.name, right.name) if ratio >= 0.92 else None


def _parents(left: Profile, right: Profile) -> Seen | None:
    if left.parent is None or right.parent is None or not left.identity.is_local:
        return None
    return (-1.0, left.parent, right.parent) if names.key_of(left.parent) != names.key_of(right.parent) else None


def _one_paper(left: Profile, right: Profile) -> Seen | None:
    shared = sorted(left.papers & right.papers)
    return (-1.0, shared[0], shared[0]) if shared else None


THINGS: tuple[Feature[Profile], ...] = (
    Feature("name", 1.0, _same_identity, "one name in the room where it holds", names=True),
    Feature("other_name", 0.9, _alias, "a paper gives one as another name of the other", names=True),
    Feature("acronym", 0.5, _acronym, "one acronym", names=True),
    Feature("expansion", 0.4, _expansion, "the acronym stands for the name"),
    Feature("spelling", 0.55, _spelling, "names that differ in a letter or two", names=True),
    Feature("parent", 0.5, _parents, "part of different bodies"),
    Feature("paper", 2.0, _one_paper, "one paper names them apart", excludes=True),
)


# -- people ------------------------------------------------------------------------------------------------------------


def _full_name(left: PersonProfile, right: PersonProfile) -> Seen | None:
    if left.name.surname != right.name.surname or not (left.name.is_full and right.name.is_full):
        return None
    return (names.compatible_given(left.name, right.name) // 1, left.written, right.written)


def _initials(left: PersonProfile, right: PersonProfile) -> Seen | None:
    if left.name.surname != right.name.surname or (left.name.is_full and right.name.is_full):
        return None
    if left.name.given and left.name.given == right.name.given:
        return 1.0, left.written, right.written
    return {0.6: 1.0, 0.4: 0.7}.get(names.compatible_given(left.name, right.name), 0.0), left.written, right.written


def _near(left: PersonProfile, right: PersonProfile) -> Seen | None:
    if left.name.key == right.name.key or not (left.name.is_full and right.name.is_full):
        return None
    ratio = fuzz.ratio(left.name.whole, right.name.whole) / 100
    return (ratio, left.written, right.written) if ratio >= 0.86 else None


def _shared(left: dict[str, str], right: dict[str, str]) -> Seen | None:
    shared = sorted(set(left) & set(right))
    return (1.0, left[shared[0]], right[shared[0]]) if shared else None


def _role(left: PersonProfile, right: PersonProfile) -> Seen | None:
    return _shared(left.roles, right.roles)


def _body(left: PersonProfile, right: PersonProfile) -> Seen | None:
    return _shared(left.bodies, right.bodies)


def _body_across(left: PersonProfile, right: PersonProfile) -> Seen | None:
    """A body shared across councils; a nation's body is wide enough for two of one name."""
    narrow = [{b: n for b, n in p.bodies.items() if b not in p.wide} for p in (left, right)]
    wide = _body(left, right)
    return _shared(*narrow) or (wide and (0.5, *wide[1:]))


def _role_at_body(left: PersonProfile, right: PersonProfile) -> Seen | None:
    return _role(left, right) if _body(left, right) else None


def _councillors(left: PersonProfile, right: PersonProfile) -> Seen | None:
    both = "councillor" in left.titles and "councillor" in right.titles
    return (1.0, "councillor", "councillor") if both else None


def _titles(left: PersonProfile, right: PersonProfile) -> Seen | None:
    gendered = [sorted(p.titles & {"male", "female"}) for p in (left, right)]
    if gendered[0] and gendered[1] and not set(gendered[0]) & set(gendered[1]):
        return -1.0, gendered[0][0], gendered[1][0]
    return None


def _years(left: PersonProfile, right: PersonProfile) -> Seen | None:
    """Papers more than fifteen years apart: a family may have two of one name."""
    one, other = left.order[0][:4], right.order[0][:4]
    if one.isdigit() and other.isdigit() and abs(int(one) - int(other)) > 15:
        return -1.0, one, other
    return None


def _papers(left: PersonProfile, right: PersonProfile) -> Seen | None:
    shared = sorted(left.papers & right.papers)
    return (-1.0, shared[0], shared[0]) if shared else None


_EXCLUDING: tuple[Feature[PersonProfile], ...] = (
    Feature("title", 2.0, _titles, "titles that one person does not bear both of", excludes=True),
    Feature("paper", 2.0, _papers, "one paper names them apart", excludes=True),
    Feature("years", 0.3, _years, "papers more than fifteen years apart"),
)

#: People in the papers of one council.
PEOPLE: tuple[Feature[PersonProfile], ...] = (
    Feature("name", 0.9, _full_name, "one full name in the papers of one council", names=True),
    Feature("initials", 0.5, _initials, "one surname, and initials that agree", names=True),
    Feature("spelling", 0.6, _near, "names that differ in a letter or two", names=True),
    Feature("role", 0.4, _role, "one role"),
    Feature("body", 0.4, _body, "one body"),
    Feature("councillor", 0.35, _councillors, "both councillors"),
    *_EXCLUDING,
)

#: People in the papers of different councils: never without one full name and one body.
PEOPLE_ACROSS: tuple[Feature[PersonProfile], ...] = (
    Feature("name", 0.5, _full_name, "one full name", names=True),
    Feature("body", 0.4, _body_across, "one body"),
    Feature("role", 0.2, _role_at_body, "one role there"),
    *_EXCLUDING,
)
