"""Who is the same as whom, as rules see it: judgements about organisations, programmes and people of different papers.

Names are compared where they hold (see `rooms`). Records of one name are not compared each with each but each with the first of them, so
that the work grows with the number of records. Organisations come first: what people share is counted in clusters of these.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from extract.councils import Council
from extract.records import Reading
from graph import names
from graph.identity_of_people import people_judgements
from graph.judgements import Clusters, Judgement, cluster
from graph.matching import THINGS, judge
from graph.profiles import Profile, order_of, people, things
from graph.rooms import Rooms

#: A short form that more bodies of a council than this share says nothing of any of them.
_MOST = 6
#: Names are compared by spelling within blocks of at most this many names that share a word.
_BLOCK = 150


def resolve(
    readings: Sequence[Reading], councils: Sequence[Council], human: Iterable[Judgement] = ()
) -> tuple[list[Judgement], Clusters]:
    """Every judgement, of rules and of people, and the clusters that follow from them.

    The canonical id of a cluster is that of its member in the earliest dated paper, so that papers added later change no address.
    """
    said = list(human)
    rooms = Rooms(councils, [o for r in readings for o in r.organisations])
    order = {
        record.id: order_of(r, record.id) for r in readings for record in (*r.people, *r.organisations, *r.programmes)
    }

    def clusters(judgements: list[Judgement], table: str) -> Clusters:
        ids = [record.id for r in readings for record in getattr(r, table)]
        return cluster(ids, [*said, *judgements], first=order.__getitem__)

    bodies, programmes = things(readings, rooms, "organisations"), things(readings, rooms, "programmes")
    of_bodies, of_programmes = thing_judgements(bodies), thing_judgements(programmes)
    body_clusters, programme_clusters = clusters(of_bodies, "organisations"), clusters(of_programmes, "programmes")

    def in_room(holds: Callable[[str], bool]) -> frozenset[str]:
        return frozenset(body_clusters.canonical[p.id] for p in bodies if holds(p.identity.room))

    persons = people(
        readings,
        body_clusters.canonical,
        own=in_room(lambda room: room.startswith("council:")),
        wide=in_room(lambda room: room == "nation"),
    )
    of_people = people_judgements(persons)
    person_clusters = clusters(of_people, "people")
    every = (person_clusters, body_clusters, programme_clusters)
    merged = Clusters(
        {member: chosen for c in every for member, chosen in c.canonical.items()},
        [pair for c in every for pair in c.stopped],
    )
    return [*said, *of_people, *of_bodies, *of_programmes], merged


# -- organisations and programmes --------------------------------------------------------------------------------------


def thing_judgements(profiles: Sequence[Profile]) -> list[Judgement]:
    """Judgements about organisations, or about programmes; the profiles come in order."""
    found: dict[tuple[str, str], Judgement] = {}
    groups: dict[tuple[str, str], list[Profile]] = {}
    for profile in profiles:
        groups.setdefault((profile.identity.room, profile.identity.key), []).append(profile)
    for group in groups.values():
        _keep(found, _star(group))
    of_council: dict[str, list[Profile]] = {}
    for group in groups.values():
        members: dict[str, list[Profile]] = {}
        for profile in group:
            if profile.council is not None:
                members.setdefault(profile.council, []).append(profile)
        for council, here in members.items():
            of_council.setdefault(council, []).append(_pooled(here))
    for _, heads in sorted(of_council.items()):
        _keep(found, _by_other_names(heads))
    return list(found.values())


def _keep(found: dict[tuple[str, str], Judgement], judgements: Iterable[Judgement]) -> None:
    for judgement in judgements:
        found.setdefault(judgement.pair, judgement)


def _star(group: Sequence[Profile]) -> Iterator[Judgement]:
    """Each of one name with the first of that name, or the first that it can be; and one paper's namesakes kept apart."""
    anchors: list[Profile] = []
    for profile in group:
        for anchor in anchors:
            judgement = judge(THINGS, anchor, profile)
            if judgement is not None:
                yield judgement
                if judgement.judgement == "positive":
                    break
        else:
            anchors.append(profile)
    yield from _namesakes(group)


def _namesakes(group: Sequence[Profile]) -> Iterator[Judgement]:
    by_paper: dict[str, list[Profile]] = {}
    for profile in group:
        by_paper.setdefault(min(profile.papers), []).append(profile)
    for here in by_paper.values():
        for left, right in combinations(here, 2):
            judgement = judge(THINGS, left, right)
            if judgement is not None:
                yield judgement


def _pooled(members: Sequence[Profile]) -> Profile:
    """The first of a council's records of one name, with the other forms that all of them give."""
    forms: dict[str, str] = {}
    acronyms: dict[str, str] = {}
    for member in members:
        forms.update({k: v for k, v in member.forms.items() if k not in forms})
        acronyms.update({k: v for k, v in member.acronyms.items() if k not in acronyms})
    papers = frozenset(paper for member in members for paper in member.papers)
    return replace(members[0], papers=papers, forms=forms, acronyms=acronyms)


def _by_other_names(heads: Sequence[Profile]) -> Iterator[Judgement]:
    """Pairs of one council that share another form, an acronym, or nearly a spelling."""
    by_form: dict[str, list[Profile]] = {}
    by_word: dict[str, list[Profile]] = {}
    for head in heads:
        for form in sorted({names.key_of(head.name), *head.forms, *head.acronyms}):
            by_form.setdefault(form, []).append(head)
        for word in sorted(set(head.identity.key.split())):
            by_word.setdefault(word, []).append(head)
    pairs: dict[tuple[str, str], tuple[Profile, Profile, bool]] = {}
    for block in by_form.values():
        if len(block) <= _MOST:
            for left, right in combinations(block, 2):
                only = len(block) == 2 or pairs.get((left.id, right.id), (left, right, False))[2]
                pairs[left.id, right.id] = (left, right, only)
    for block in by_word.values():
        if len(block) <= _BLOCK:
            for left, right in combinations(block, 2):
                pairs.setdefault((left.id, right.id), (left, right, True))
    for left, right, only in pairs.values():
        judgement = judge(THINGS, left, right)
        if judgement is not None:
            yield judgement if only or judgement.judgement != "positive" else _one_of_several(judgement)


def _one_of_several(judgement: Judgement) -> Judgement:
    """A short form that several bodies of a council share decides nothing."""
    return judgement.model_copy(
        update={"judgement": "unsure", "reason": f"{judgement.reason}; but others of this council share the form"}
    )
