"""Governance as a chart: bodies in layers, who chairs and sits on them, and the lines between them.

Only what the papers state. A body stands below what it reports to, is part of, or is overseen by; where the papers run in a circle, the
line that closes it is drawn but moves nobody. The same content is given as a nested list in which a body told before is marked.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from extract.records import Organisation, Person, Relation, RelationType
from graph.governance import Entity, Governance

#: Lines between bodies: for each relation, whether its beginning stands below its end (1), above it (-1) or beside it (0).
LINES: dict[RelationType, int] = {
    "reports_to": 1,
    "part_of": 1,
    "advises": 1,
    "scrutinises": -1,
    "commissions": -1,
    "delegates_to": -1,
    "funds": -1,
    "joint_with": 0,
    "pools_budget_with": 0,
    "refers_to": 0,
    "succeeds": 0,
}
#: Lines of people and programmes, on the charts drawn about one of them: somebody stands below the bodies on which they sit and above
#: the organisation they come from, a programme below those who lead, deliver or pay for it.
TIES: dict[RelationType, int] = {
    **LINES,
    "chairs": 1,
    "vice_chairs": 1,
    "member_of": 1,
    "holds_role_at": -1,
    "represents": -1,
    "leads": -1,
    "responsible_for": -1,
    "delivers": -1,
    "provides": -1,
    "party_to": -1,
    "linked_to": 0,
}
#: Lines that put one body under another in the nested list.
_UNDER: frozenset[RelationType] = frozenset({"reports_to", "part_of", "scrutinises", "advises"})
#: Kinds of organisation that meet, so that someone can chair and sit on them.
MEETS = frozenset(
    {"council", "cabinet", "committee", "sub_committee", "board", "panel", "joint_committee", "partnership", "group"}
)
_JOINT = frozenset({"joint_committee", "partnership"})


@dataclass(frozen=True)
class Seat:
    """Someone who chairs or sits on a body, as one relation states it."""

    id: str
    name: str
    table: str
    relation_id: str
    proposed: bool
    sits_for: tuple[tuple[str, str], ...] = ()  #: id and name of each organisation that the person represents or serves


@dataclass(frozen=True)
class Line:
    """A relation between two bodies of the chart."""

    relation_id: str
    type: RelationType
    subject: str
    object: str
    proposed: bool
    closes_circle: bool = False


@dataclass
class ChartBody:
    """A body of the chart: its layer from the top, and who chairs and sits on it."""

    id: str
    name: str
    kind: str
    layer: int
    proposed: bool
    chairs: list[Seat] = field(default_factory=list)
    vice_chairs: list[Seat] = field(default_factory=list)
    members: list[Seat] = field(default_factory=list)
    member_organisations: list[Seat] = field(default_factory=list)
    joint_between: list[str] = field(default_factory=list)  #: ids of the bodies of which it is a joint body
    table: str = "organisations"


@dataclass(frozen=True)
class Branch:
    """A body in the nested list, with the line by which it hangs, and what hangs below it unless it was told before."""

    body: str
    line: Line | None
    again: bool
    below: tuple["Branch", ...] = ()


@dataclass
class Chart:
    """The governance of one council, or around one body, person or programme, as the papers state it."""

    council: str  #: id of what the chart is about
    bodies: list[ChartBody]
    lines: list[Line]
    tree: list[Branch]

    def layers(self) -> list[list[ChartBody]]:
        """The bodies by layer, the top one first."""
        found: dict[int, list[ChartBody]] = defaultdict(list)
        for body in self.bodies:
            found[body.layer].append(body)
        return [found[layer] for layer in sorted(found)]


def governance_chart(governance: Governance, council_id: str) -> Chart:
    """The chart of one council: every body that meets, and every other that a line or a chair ties in. Denied relations are left out.

    A body that only sits on another is told there and has no box of its own.
    """
    relations = [r for r in governance.of_council("relations", council_id) if not r.negated]
    named = {o.id: o for o in governance.bodies_of(council_id)}
    between = [r for r in relations if r.type in LINES and r.subject_id in named and r.object_id in named]
    seats = seats_of(governance, relations, named)
    meeting = {id for id, body in named.items() if body.classification in MEETS and body.classification != "council"}
    sitting = {
        i for places in seats.values() for held in places.values() for s in held for i, _ in (*s.sits_for, (s.id, ""))
    }
    shown = {end for r in between for end in (r.subject_id, r.object_id)} | set(seats) | (meeting - sitting)
    return laid_out(council_id, between, {id: body for id, body in named.items() if id in shown}, seats)


def laid_out(
    about: str,
    between: Sequence[Relation],
    shown: Mapping[str, Entity],
    seats: Mapping[str, dict[str, list[Seat]]],
    *,
    under: frozenset[RelationType] = _UNDER,
) -> Chart:
    """The chart of the relations between what is shown; `under` are the lines by which one hangs below another in the nested list."""
    lines, layers = _layered(between, set(shown))
    proposed = _proposed(between, seats)
    bodies = [
        ChartBody(
            id=body.id,
            name=body.name,
            kind=_kind(body),
            layer=layers[body.id],
            proposed=body.id in proposed,
            joint_between=_parents(body.id, lines) if _kind(body) in _JOINT else [],
            table=body.table,
            **seats.get(body.id, {}),
        )
        for body in shown.values()
    ]
    bodies.sort(key=lambda b: (b.layer, b.name.casefold(), b.id))
    return Chart(about, bodies, lines, _tree(bodies, lines, under))


def _kind(entity: Entity) -> str:
    return entity.classification if isinstance(entity, Organisation) else entity.table


# -- who sits where ----------------------------------------------------------------------------------------------------


def seats_of(
    governance: Governance, relations: Sequence[Relation], named: Mapping[str, Organisation]
) -> dict[str, dict[str, list[Seat]]]:
    """Chairs and vice-chairs of every body, and members of each body that meets."""
    sits_for = serves(governance, relations)
    found: dict[str, dict[str, list[Seat]]] = {}
    for relation in relations:
        body = named.get(relation.object_id)
        place = {"chairs": "chairs", "vice_chairs": "vice_chairs", "member_of": "members"}.get(relation.type)
        if place is None or body is None or (place == "members" and body.classification not in MEETS):
            continue
        who = governance.entity(relation.subject_id)
        if who is None:
            continue
        if place == "members" and isinstance(who, Organisation):
            place = "member_organisations"
        of = tuple((i, n) for i, n in sits_for.get(who.id, ()) if i != body.id) if isinstance(who, Person) else ()
        seat = Seat(who.id, who.name, who.table, relation.id, relation.proposed, of)
        found.setdefault(body.id, {}).setdefault(place, []).append(seat)
    for places in found.values():
        for seats in places.values():
            seats.sort(key=lambda s: (s.name.casefold(), s.relation_id))
    return found


def serves(governance: Governance, relations: Iterable[Relation]) -> dict[str, tuple[tuple[str, str], ...]]:
    """For each person the organisations that they are said to represent, else those at which they are said to hold a role."""
    by_type: dict[str, dict[str, dict[str, str]]] = {"represents": {}, "holds_role_at": {}}
    for relation in relations:
        if relation.type in by_type:
            body = governance.entity(relation.object_id)
            if isinstance(body, Organisation):
                by_type[relation.type].setdefault(relation.subject_id, {})[body.id] = body.name
    people = by_type["holds_role_at"] | by_type["represents"]
    return {person: tuple(sorted(bodies.items(), key=lambda b: (b[1], b[0]))) for person, bodies in people.items()}


def _proposed(between: Sequence[Relation], seats: Mapping[str, dict[str, list[Seat]]]) -> set[str]:
    """Bodies of which everything that is stated is only proposed."""
    said: dict[str, set[bool]] = defaultdict(set)
    for relation in between:
        said[relation.subject_id].add(relation.proposed)
        if not relation.proposed:
            said[relation.object_id].add(False)
    for body, places in seats.items():
        said[body] |= {seat.proposed for held in places.values() for seat in held}
    return {body for body, words in said.items() if words == {True}}


# -- layers ------------------------------------------------------------------------------------------------------------


def _ends(relation: Relation) -> tuple[str, str]:
    """The lower and the upper body of a line."""
    upward = (relation.subject_id, relation.object_id)
    return upward if TIES[relation.type] >= 0 else (upward[1], upward[0])


def _layered(between: Sequence[Relation], shown: Collection[str]) -> tuple[list[Line], dict[str, int]]:
    """The lines, and the layer of each body: one below the lowest body that stands over it."""
    order = list(TIES)
    above: nx.DiGraph[str] = nx.DiGraph()
    above.add_nodes_from(sorted(shown))
    lines: list[Line] = []
    for relation in sorted(
        between, key=lambda r: (r.proposed, order.index(r.type), r.subject_name, r.object_name, r.id)
    ):
        closes = False
        if TIES[relation.type] != 0:
            lower, upper = _ends(relation)
            closes = nx.has_path(above, lower, upper)
            if not closes:
                above.add_edge(upper, lower)
        lines.append(
            Line(relation.id, relation.type, relation.subject_id, relation.object_id, relation.proposed, closes)
        )
    layers: dict[str, int] = {}
    for body in nx.lexicographical_topological_sort(above):
        layers[body] = max((layers[upper] + 1 for upper in above.predecessors(body)), default=0)
    _beside(lines, layers)
    return lines, layers


def _beside(lines: Sequence[Line], layers: dict[str, int]) -> None:
    """A body that only a level line ties stands beside the other end, not at the top."""
    held = {end for line in lines if TIES[line.type] != 0 for end in (line.subject, line.object)}
    for line in lines:
        for one, other in ((line.subject, line.object), (line.object, line.subject)):
            if TIES[line.type] == 0 and one not in held and other in held:
                layers[one] = layers[other]


def _parents(body: str, lines: Sequence[Line]) -> list[str]:
    """The bodies between which a joint body stands."""
    over = {
        line.object for line in lines if line.subject == body and line.type in ("part_of", "reports_to", "joint_with")
    } | {line.subject for line in lines if line.object == body and line.type == "joint_with"}
    return sorted(over) if len(over) > 1 else []


# -- the nested list ---------------------------------------------------------------------------------------------------


def _tree(bodies: Sequence[ChartBody], lines: Sequence[Line], hangs: frozenset[RelationType]) -> list[Branch]:
    """The chart as a nested list: from the bodies that stand under none, each told in full where it comes first."""
    below: dict[str, list[tuple[str, Line]]] = defaultdict(list)
    under: set[str] = set()
    for line in lines:
        if line.type in hangs:
            lower, upper = (line.subject, line.object) if TIES[line.type] > 0 else (line.object, line.subject)
            below[upper].append((lower, line))
            if not line.closes_circle:
                under.add(lower)
    told: set[str] = set()

    def branch(body: str, line: Line | None) -> Branch:
        if body in told:
            return Branch(body, line, again=True)
        told.add(body)
        return Branch(body, line, again=False, below=tuple(branch(lower, by) for lower, by in below.get(body, ())))

    top = [branch(body.id, None) for body in bodies if body.id not in under]
    return top + [branch(body.id, None) for body in bodies if body.id not in told]
