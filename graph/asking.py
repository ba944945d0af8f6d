"""Questions to the graph: how two things are connected, who sits where and on both of two bodies, and what nobody scrutinises.

Only what papers state answers. A relation that a paper denies is no answer; one that is only proposed is told as such, and gives way to
one that stands. That nothing is found says only that the papers read do not state it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

import networkx as nx

from extract.errors import MattersError
from extract.records import RELATION_TYPES, Evidence, Organisation, Person, Relation, RelationType
from graph import names, vocabulary
from graph.governance import Entity, Governance
from graph.times import moment

#: Relations by which somebody sits on a body.
SITS: tuple[RelationType, ...] = ("chairs", "vice_chairs", "member_of")
#: Relations by which a person belongs to a body, a post there among them.
SEATS: tuple[RelationType, ...] = (*SITS, "holds_role_at")
#: In which order the relations of a body are told; those not named follow.
_ORDER: tuple[tuple[RelationType, bool], ...] = (
    ("chairs", True),
    ("vice_chairs", True),
    ("member_of", True),
    ("holds_role_at", True),
    ("represents", True),
    ("reports_to", False),
    ("part_of", False),
    ("scrutinises", True),
    ("reports_to", True),
    ("part_of", True),
    ("scrutinises", False),
)
#: Kinds of body that decide, commission or provide, and so might be scrutinised.
_ANSWERABLE = frozenset(
    "cabinet committee sub_committee panel board joint_committee partnership group nhs_body provider".split()
)
#: How far apart, in characters, passages of one relation may lie to be quoted in one stretch.
_NEAR = 200


class UnknownName(MattersError):
    """A name that no person, body or programme of the papers bears."""


class AmbiguousName(MattersError):
    """A name that several bear; `candidates` are they, in order."""

    def __init__(self, name: str, candidates: Sequence[Entity], described: Sequence[str]) -> None:
        self.candidates = tuple(candidates)
        said = "; ".join(described[:_MOST]) + (f"; and {len(described) - _MOST} more" if len(described) > _MOST else "")
        super().__init__(
            f"“{name}” could be any of {len(described)}: {said}. Give the fuller name, or the id in brackets."
        )


_MOST = 12


@dataclass(frozen=True)
class Step:
    """One step of a path: a relation, walked from its beginning to its end or the other way."""

    start: Entity
    relation: Relation
    end: Entity

    @property
    def backwards(self) -> bool:
        """Whether the step goes from the end of the relation to its beginning."""
        return self.relation.subject_id != self.start.id


@dataclass(frozen=True)
class Told:
    """What papers state between a body and others: one type of relation, from one of its ends, latest first."""

    type: RelationType
    inward: bool  #: whether the body stands at the end of the relation
    relations: tuple[Relation, ...]


@dataclass(frozen=True)
class Both:
    """Somebody who sits on two bodies or more, with what states it of each, by the id of the body."""

    who: Entity
    at: dict[str, tuple[Relation, ...]]


# -- names -------------------------------------------------------------------------------------------------------------


def find(governance: Governance, name: str) -> Entity:
    """The person, organisation or programme that a name or id means.

    A full name or other name goes before a part of one. Raises AmbiguousName with the candidates, UnknownName where there is none.
    """
    by_id = governance.entity(name.strip())
    if by_id is not None:
        return by_id
    wanted = _key(name)
    if not wanted:
        raise UnknownName("Nothing is named: give the name of a person, a body or a programme.")
    keys = _keys(governance)
    exact = keys.get(wanted, [])
    parts = wanted.split()
    found = exact or _each_once(e for key, held in keys.items() if set(parts) <= set(key.split()) for e in held)
    if not found:
        near = get_close_matches(wanted, keys, n=3, cutoff=0.6)
        hint = " or ".join(f"“{keys[key][0].name}”" for key in near)
        raise UnknownName(
            f"No person, body or programme of the papers read is called “{name}”"
            + (f": did you mean {hint}?" if hint else ": look for its name among those that the site lists.")
        )
    if len(found) > 1:
        ordered = sorted(found, key=lambda e: (e.name.casefold(), e.id))
        raise AmbiguousName(name, ordered, [f"{describe(governance, e)} [{e.id}]" for e in ordered])
    return found[0]


def describe(governance: Governance, entity: Entity) -> str:
    """A name with what tells it from others: its kind and the councils whose papers name it."""
    kind = {"people": "person", "organisations": "body", "programmes": "programme"}[entity.table]
    councils = {c.id: c.name for c in governance.councils}
    where = ", ".join(councils.get(c, c) for c in governance.councils_of(entity))
    return f"{entity.name} ({kind}{'; ' + where if where else ''})"


def _key(name: str) -> str:
    bare = re.sub(
        r"^(?:the|mr|mrs|ms|miss|mx|dr|prof|professor|cllr|councillor|sir|dame|rev)\.?\s+",
        "",
        name.strip(),
        flags=re.IGNORECASE,
    )
    return names.key_of(bare)


def _keys(governance: Governance) -> dict[str, list[Entity]]:
    """Everything that has a name, by each of its names as a key."""
    found: dict[str, list[Entity]] = defaultdict(list)
    for table in (governance.people, governance.organisations, governance.programmes):
        for entity in table:
            for key in dict.fromkeys(_key(n) for n in (entity.name, *entity.other_names)):
                if key:
                    found[key].append(entity)
    return found


def _each_once(entities: Iterable[Entity]) -> list[Entity]:
    return list({e.id: e for e in entities}.values())


# -- paths -------------------------------------------------------------------------------------------------------------


def path(governance: Governance, start: Entity, end: Entity) -> list[Step] | None:
    """The shortest way between two things along relations that papers state; None where there is none, no step where they are one.

    Of ways of one length the one with the fewest relations that are only proposed is taken, then the first by name.
    """
    plain, best = _plain(governance)
    if start.id not in plain or end.id not in plain:
        return [] if start.id == end.id else None
    try:
        ids = nx.dijkstra_path(plain, start.id, end.id)
    except nx.NetworkXNoPath:
        return None
    steps = []
    for one, other in zip(ids, ids[1:], strict=False):
        here, there = governance.entity(one), governance.entity(other)
        assert here is not None and there is not None
        steps.append(Step(here, best[_pair(one, other)], there))
    return steps


def _plain(governance: Governance) -> "tuple[nx.Graph[str], dict[tuple[str, str], Relation]]":
    """The graph without directions, one line between two things, and for each line the relation that is told of it."""
    best: dict[tuple[str, str], Relation] = {}
    for r in sorted(governance.relations, key=_better):
        if (
            not r.negated
            and r.subject_id != r.object_id
            and governance.entity(r.subject_id)
            and governance.entity(r.object_id)
        ):
            best.setdefault(_pair(r.subject_id, r.object_id), r)
    plain: nx.Graph[str] = nx.Graph()
    named = sorted(best.items(), key=lambda item: (item[1].subject_name, item[1].object_name, item[1].id))
    plain.add_weighted_edges_from((one, other, 1 + (0.001 if r.proposed else 0)) for (one, other), r in named)
    return plain, best


def _better(r: Relation) -> tuple[bool, bool, int, tuple[int, ...], str]:
    """What stands before what is proposed, words before lists of those present, the more telling type first, then the latest."""
    return r.proposed, r.basis == "attendance", RELATION_TYPES.index(r.type), _latest_first(r), r.id


def _latest_first(r: Relation) -> tuple[int, ...]:
    return tuple(-ord(c) for c in moment(r.start or r.as_of)) or (1,)


def _pair(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


# -- who ---------------------------------------------------------------------------------------------------------------


def who(governance: Governance, body: Entity) -> list[Told]:
    """All that papers state between a body (or person, or programme) and others: seats first, then who answers to whom."""
    held: dict[tuple[RelationType, bool], list[Relation]] = defaultdict(list)
    for r in governance.relations_of(body.id):
        if not r.negated:
            held[r.type, r.object_id == body.id].append(r)
    order = [*_ORDER, *sorted(set(held) - set(_ORDER))]
    return [
        Told(kind, inward, tuple(sorted(held[kind, inward], key=lambda r: (_other(r, inward), _better(r)))))
        for kind, inward in order
        if (kind, inward) in held
    ]


def _other(r: Relation, inward: bool) -> str:
    return (r.subject_name if inward else r.object_name).casefold()


def on_both(governance: Governance, one: Entity, other: Entity) -> list[Both]:
    """People and bodies that sit on both of two bodies, or hold a post there."""
    first, second = _seated(governance, one.id, SEATS), _seated(governance, other.id, SEATS)
    found = [
        Both(e, {one.id: first[i], other.id: second[i]})
        for i in sorted(first.keys() & second.keys())
        if (e := governance.entity(i))
    ]
    return sorted(found, key=lambda b: (b.who.name.casefold(), b.who.id))


def _seated(governance: Governance, body: str, types: Sequence[RelationType]) -> dict[str, tuple[Relation, ...]]:
    found: dict[str, list[Relation]] = defaultdict(list)
    for r in sorted(governance.relations_of(body), key=_better):
        if r.type in types and r.object_id == body and not r.negated and r.subject_id != body:
            found[r.subject_id].append(r)
    return {who: tuple(relations) for who, relations in found.items()}


def on_several(governance: Governance) -> list[Both]:
    """People who chair, are vice-chair or are a member of two bodies or more; those on most bodies first."""
    found: dict[str, dict[str, list[Relation]]] = defaultdict(lambda: defaultdict(list))
    for r in sorted(governance.relations, key=_better):
        if r.type in SITS and not r.negated:
            found[r.subject_id][r.object_id].append(r)
    several = [
        Both(e, {b: tuple(rs) for b, rs in sorted(at.items(), key=lambda i: (i[1][0].object_name.casefold(), i[0]))})
        for who, at in found.items()
        if len(at) > 1 and isinstance(e := governance.entity(who), Person)
    ]
    return sorted(several, key=lambda b: (-len(b.at), b.who.name.casefold(), b.who.id))


def unscrutinised(governance: Governance) -> list[Organisation]:
    """Bodies that decide, commission or provide, and of which no paper states that anybody scrutinises them.

    Bodies that themselves scrutinise, by their name or by what papers state, are left out.
    """
    seen = {r.object_id for r in governance.relations if r.type == "scrutinises" and not r.negated}
    scrutineers = {r.subject_id for r in governance.relations if r.type == "scrutinises" and not r.negated}
    words = vocabulary.words("scrutinising")
    found = [
        o
        for o in governance.organisations
        if o.classification in _ANSWERABLE
        and o.id not in seen | scrutineers
        and words.isdisjoint(names.key_of(o.name).split())
    ]
    return sorted(found, key=lambda o: (o.name.casefold(), o.id))


# -- evidence ----------------------------------------------------------------------------------------------------------


def passage(relation: Relation) -> Evidence | None:
    """The words that state a relation."""
    return next(iter(relation.quotes("type") or relation.evidence), None)


def quote(governance: Governance, relation: Relation) -> str:
    """The words of a paper that state a relation and name its ends, white space folded; what stands far apart is joined by an ellipsis."""
    said = passage(relation)
    if said is None:
        return ""
    text = governance.texts.get(said.paper_id)
    if text is None:
        return said.quote
    nearest = [said]
    for field in ("subject_name", "object_name"):
        held = [e for e in relation.quotes(field) if e.paper_id == said.paper_id]
        nearest += sorted(held, key=lambda e: abs(e.start - said.start))[:1]
    pieces: list[tuple[int, int]] = []
    for e in sorted(nearest, key=lambda e: e.start):
        if pieces and e.start - pieces[-1][1] <= _NEAR:
            pieces[-1] = (pieces[-1][0], max(e.end, pieces[-1][1]))
        else:
            pieces.append((e.start, e.end))
    return " … ".join(" ".join(text[start:end].split()) for start, end in pieces)
