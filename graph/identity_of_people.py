"""Which people of different papers are the same: in their own council first, and across councils only at one body."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from graph import names
from graph.judgements import Judgement
from graph.matching import PEOPLE, PEOPLE_ACROSS, judge
from graph.profiles import PersonProfile

#: Across councils a name is suggested only together with a body.
_UNSURE_ACROSS = 0.6


def people_judgements(profiles: Sequence[PersonProfile]) -> list[Judgement]:
    """Judgements about people; the profiles come in order."""
    found: dict[tuple[str, str], Judgement] = {}
    councils: dict[str | None, list[PersonProfile]] = {}
    for profile in profiles:
        councils.setdefault(profile.council, []).append(profile)
    heads: list[PersonProfile] = []
    for council, here in councils.items():
        if council is None:
            heads.extend(here)
            continue
        _keep(found, _apart(here))
        judgements, full = _within(here)
        _keep(found, judgements)
        heads.extend(full)
    _keep(found, _across(sorted(heads, key=lambda p: p.order)))
    return list(found.values())


def _keep(found: dict[tuple[str, str], Judgement], judgements: Iterable[Judgement]) -> None:
    for judgement in judgements:
        found.setdefault(judgement.pair, judgement)


def _apart(profiles: Sequence[PersonProfile]) -> Iterator[Judgement]:
    """People of one paper whose names could be one person's: the paper has them as two."""
    blocks: dict[tuple[str, str], list[PersonProfile]] = {}
    for profile in profiles:
        blocks.setdefault((min(profile.papers), profile.name.surname), []).append(profile)
    for block in blocks.values():
        for left, right in combinations(block, 2):
            if names.compatible_given(left.name, right.name) > 0:
                judgement = judge(PEOPLE, left, right)
                if judgement is not None:
                    yield judgement


def _within(profiles: Sequence[PersonProfile]) -> tuple[list[Judgement], list[PersonProfile]]:
    """Judgements within one council, and one profile for each person that a full name tells."""
    found: list[Judgement] = []
    by_surname: dict[str, list[PersonProfile]] = {}
    full: dict[str, list[PersonProfile]] = {}
    for profile in profiles:
        if profile.name.is_full:
            block = full.setdefault(profile.name.key, [])
            before = len(block)
            found.extend(_join(block, profile))
            if len(block) > before:
                by_surname.setdefault(profile.name.surname, []).append(block[-1])
    short: dict[tuple[str, ...], list[PersonProfile]] = {}
    for profile in profiles:
        if not profile.name.is_full:
            found.extend(_of_short(profile, by_surname.get(profile.name.surname, []), short))
    people = [person for block in full.values() for person in block]
    found.extend(_near(people))
    return found, people


def _join(block: list[PersonProfile], profile: PersonProfile) -> Iterator[Judgement]:
    """Judge a profile against those told apart so far; it adds to the first that it is, or stands beside them."""
    for person in block:
        judgement = judge(PEOPLE, person, profile)
        if judgement is not None:
            yield judgement
            if judgement.judgement == "positive":
                person.add(profile)
                return
    block.append(profile.alone())


def _of_short(
    profile: PersonProfile, full: Sequence[PersonProfile], short: dict[tuple[str, ...], list[PersonProfile]]
) -> Iterator[Judgement]:
    """A surname alone or with initials: the only full name that it can mean, else others written in the same way."""
    could = [person for person in full if names.compatible_given(person.name, profile.name) > 0]
    for person in could:
        judgement = judge(PEOPLE, person, profile)
        if judgement is None:
            continue
        if judgement.judgement == "positive" and len(could) > 1:
            judgement = judgement.model_copy(
                update={
                    "judgement": "unsure",
                    "reason": f"{judgement.reason}; but the name can mean others of this council",
                }
            )
        yield judgement
        if judgement.judgement == "positive":
            person.add(profile)
            return
    yield from _join(short.setdefault((*profile.name.given, profile.name.surname), []), profile)


def _near(people: Sequence[PersonProfile]) -> Iterator[Judgement]:
    """Full names of one council that differ in a letter or two: only ever a suggestion."""
    blocks: dict[str, list[PersonProfile]] = {}
    for person in people:
        for part in (person.name.given[0], person.name.surname):
            blocks.setdefault(part, []).append(person)
    for block in blocks.values():
        for left, right in combinations(block, 2):
            if left.name.key != right.name.key and not left.papers & right.papers:
                judgement = judge(PEOPLE, left, right)
                if judgement is not None:
                    yield _suggestion(judgement)


def _suggestion(judgement: Judgement) -> Judgement:
    return judgement if judgement.judgement != "positive" else judgement.model_copy(update={"judgement": "unsure"})


def _across(heads: Sequence[PersonProfile]) -> Iterator[Judgement]:
    """People of one full name at one body whose papers are those of different councils."""
    blocks: dict[tuple[str, str], list[PersonProfile]] = {}
    for head in heads:
        if head.name.is_full:
            for body in sorted(head.bodies):
                blocks.setdefault((head.name.key, body), []).append(head)
    for block in blocks.values():
        anchors: list[PersonProfile] = []
        for head in block:
            for anchor in anchors:
                judgement = (
                    None if _one_room(anchor, head) else judge(PEOPLE_ACROSS, anchor, head, unsure=_UNSURE_ACROSS)
                )
                if judgement is not None:
                    yield judgement
                    if judgement.judgement == "positive":
                        break
            else:
                anchors.append(head)


def _one_room(left: PersonProfile, right: PersonProfile) -> bool:
    """Whether both are of one council, where they were judged already."""
    return left.council is not None and left.council == right.council
