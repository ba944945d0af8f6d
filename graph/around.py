"""Charts of what stands around one body, person or programme, and of a system area: several councils and NHS bodies with joint bodies.

Only relations that a paper states are lines. That an organisation sits on a body through its people follows from two of them: that
somebody is a member of the body, and that the same person represents the organisation or holds a post there.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace

import networkx as nx

from extract.records import Organisation, Person, Programme, Relation
from graph.governance import Entity, Governance
from graph.layers import LINES, MEETS, TIES, Chart, Seat, laid_out, seats_of

_SITS = ("chairs", "vice_chairs", "member_of")
#: What one person or organisation is to another, the strongest first; of several only the first is drawn.
_STRONGEST = ("chairs", "vice_chairs", "member_of", "leads", "responsible_for", "holds_role_at", "represents")
_PARENTS = frozenset({"council", "nhs_body"})
#: Every line that stands one under the other hangs in the nested list of these charts.
_HANGS = frozenset(kind for kind, rank in TIES.items() if rank)
#: More bodies than this around one are not followed further up or down.
_MOST = 40

Seats = dict[str, dict[str, list[Seat]]]


@dataclass(frozen=True)
class Area:
    """Several councils and NHS bodies that sit together on joint bodies: the ids of both, each in the order of names."""

    id: str
    parents: tuple[str, ...]
    bodies: tuple[str, ...]


class Surroundings:
    """Answers what stands around a body, person or programme; made once for a governance."""

    def __init__(self, governance: Governance) -> None:
        self._governance = governance
        self._entities: dict[str, Entity] = {
            e.id: e for table in (governance.organisations, governance.people, governance.programmes) for e in table
        }
        stated = [r for r in governance.relations if not r.negated]
        self._of: dict[str, list[Relation]] = defaultdict(list)
        self._up: dict[str, set[str]] = defaultdict(set)
        self._down: dict[str, set[str]] = defaultdict(set)
        for relation in stated:
            for end in sorted({relation.subject_id, relation.object_id}):
                self._of[end].append(relation)
            rank = LINES.get(relation.type, 0)
            if rank and self._body(relation.subject_id) and self._body(relation.object_id):
                lower, upper = (relation.subject_id, relation.object_id)[:: 1 if rank > 0 else -1]
                self._up[lower].add(upper)
                self._down[upper].add(lower)
        self._seats: Seats = seats_of(governance, stated, {o.id: o for o in governance.organisations})
        self._through: dict[str, dict[str, list[Seat]]] = defaultdict(lambda: defaultdict(list))
        for body, places in self._seats.items():
            for seat in (s for place in ("chairs", "vice_chairs", "members") for s in places.get(place, ())):
                for organisation, _ in seat.sits_for:
                    self._through[organisation][body].append(seat)

    def chart(self, entity_id: str) -> Chart | None:
        """The chart around one body, person or programme; none where the papers tie it to nothing and nobody."""
        entity = self._entities[entity_id]
        chart = self._of_body(entity) if isinstance(entity, Organisation) else self._of_other(entity)
        alone = len(chart.bodies) == 1 and not (chart.bodies[0].chairs or chart.bodies[0].members)
        return None if alone and not chart.bodies[0].member_organisations else chart

    def through(self, organisation: str, body: str) -> list[Seat]:
        """Those who sit on a body and are stated to be of an organisation."""
        return self._through.get(organisation, {}).get(body, [])

    def _body(self, entity_id: str) -> bool:
        return isinstance(self._entities.get(entity_id), Organisation)

    def _of_body(self, entity: Organisation) -> Chart:
        shown = {entity.id} | self._reach({entity.id}, self._down)
        beside = {self._other(r, entity.id) for r in self._of[entity.id] if r.type in LINES}
        sits = {r.object_id for r in self._of[entity.id] if r.type in _SITS and r.subject_id == entity.id}
        sits |= set(self._through.get(entity.id, ()))
        shown |= {b for b in beside | sits if self._body(b)}
        shown |= self._reach({entity.id} | sits, self._up)
        seats = {b: self._seats[b] if b == entity.id else _chairs(self._seats[b]) for b in shown if b in self._seats}
        return self._laid_out(entity.id, shown, seats, extra=self._sitting(entity.id, sits))

    def _of_other(self, entity: Person | Programme) -> Chart:
        own = [r for r in self._of[entity.id] if r.type in TIES]
        ends = {self._other(r, entity.id) for r in own} & self._entities.keys()
        meets = {e for e in ends if _kind(self._entities[e]) in MEETS and _kind(self._entities[e]) != "council"}
        shown = {entity.id} | ends | self._reach(meets, self._up)
        seats = {b: _chairs(self._seats[b]) for b in shown if b in self._seats}
        for places in seats.values():
            for name, held in places.items():
                places[name] = [seat for seat in held if seat.id != entity.id]
        return self._laid_out(entity.id, shown, seats, extra=_strongest(own))

    def area(self, area: Area) -> Chart:
        """The chart of a system area: its joint bodies, what stands over and under them, and its parents where a line ties them."""
        shown = set(area.bodies) | self._reach(set(area.bodies), self._up) | self._reach(set(area.bodies), self._down)
        tied = {
            p
            for p in area.parents
            for r in self._of[p]
            if r.type in LINES and self._other(r, p) in {*shown, *area.parents}
        }
        shown |= tied
        return self._laid_out(area.id, shown, {b: self._seats[b] for b in shown if b in self._seats}, extra=[])

    def _laid_out(self, about: str, shown: Iterable[str], seats: Seats, *, extra: list[Relation]) -> Chart:
        held = {i: self._entities[i] for i in sorted(shown)}
        found = {
            r.id: r for i in held for r in self._of[i] if r.type in LINES and {r.subject_id, r.object_id} <= held.keys()
        }
        between = [r for r in found.values() if self._body(r.subject_id) and self._body(r.object_id)]
        drawn = {r.id for r in between}
        between += [r for r in extra if {r.subject_id, r.object_id} <= held.keys() and r.id not in drawn]
        return laid_out(about, between, held, seats, under=_HANGS)

    def _sitting(self, organisation: str, bodies: Iterable[str]) -> list[Relation]:
        """A line to each body on which an organisation sits: as stated of itself, else through the first of its people."""
        found = [r for r in self._of[organisation] if r.type in _SITS and r.subject_id == organisation]
        said = {r.object_id for r in found}
        for body in sorted(set(bodies) - said):
            relation = self._relation(self._through[organisation][body][0].relation_id)
            found.append(replace_subject(relation, organisation, self._entities[organisation].name))
        return found

    def _relation(self, relation_id: str) -> Relation:
        found = self._governance.record(relation_id)
        assert isinstance(found, Relation)
        return found

    def _other(self, relation: Relation, end: str) -> str:
        return relation.object_id if relation.subject_id == end else relation.subject_id

    def _reach(self, start: set[str], way: dict[str, set[str]]) -> set[str]:
        found: set[str] = set()
        edge = set(start)
        while edge and len(found) < _MOST:
            edge = {n for e in edge for n in way.get(e, ())} - found - start
            found |= edge
        return found

    def areas(self) -> list[Area]:
        """The system areas: joint bodies that share two parents or report to one another, with two councils or more and an NHS body."""
        parents = {
            body: self._parents(body)
            for body in self._seats.keys() | self._up.keys() | self._of.keys()
            if self._body(body)
        }
        joint = {body: held for body, held in parents.items() if len(held) > 1 and _kind(self._entities[body]) in MEETS}
        ties: nx.Graph[str] = nx.Graph()
        ties.add_nodes_from(sorted(joint))
        names = sorted(joint)
        for number, one in enumerate(names):
            for other in names[number + 1 :]:
                if len(joint[one] & joint[other]) > 1 or other in self._up[one] or other in self._down[one]:
                    ties.add_edge(one, other)
        found = []
        for group in nx.connected_components(ties):
            held = {parent for body in group for parent in joint[body]}
            kinds = [_kind(self._entities[p]) for p in held]
            if kinds.count("council") > 1 and "nhs_body" in kinds:
                bodies = sorted(group, key=self._by_name)
                found.append(Area(f"area-{min(group)}", tuple(sorted(held, key=self._by_name)), tuple(bodies)))
        return sorted(found, key=lambda area: area.id)

    def _parents(self, body: str) -> set[str]:
        """The councils and NHS bodies that sit on a body or of which it is stated to be a joint body."""
        held = {s.id for s in self._seats.get(body, {}).get("member_organisations", ())}
        held |= {
            i
            for name in ("chairs", "vice_chairs", "members")
            for s in self._seats.get(body, {}).get(name, ())
            for i, _ in s.sits_for
        }
        held |= {self._other(r, body) for r in self._of[body] if r.type == "joint_with"}
        held |= {r.object_id for r in self._of[body] if r.type == "part_of" and r.subject_id == body}
        return {i for i in held if i in self._entities and _kind(self._entities[i]) in _PARENTS}

    def _by_name(self, entity_id: str) -> tuple[str, str]:
        return (self._entities[entity_id].name.casefold(), entity_id)


def replace_subject(relation: Relation, subject: str, name: str) -> Relation:
    """The same statement told of the organisation for which its subject sits."""
    return relation.model_copy(update={"type": "member_of", "subject_id": subject, "subject_name": name})


def _kind(entity: Entity) -> str:
    return entity.classification if isinstance(entity, Organisation) else entity.table


def _chairs(places: dict[str, list[Seat]]) -> dict[str, list[Seat]]:
    return {
        name: [replace(seat) for seat in held] for name, held in places.items() if name in ("chairs", "vice_chairs")
    }


def _strongest(relations: list[Relation]) -> list[Relation]:
    """Of all that two are to one another, what ties them most."""
    order = {kind: number for number, kind in enumerate(_STRONGEST)}
    kept: dict[tuple[str, str], Relation] = {}
    for relation in sorted(relations, key=lambda r: (order.get(r.type, -1), r.proposed, r.id)):
        key = (min(relation.subject_id, relation.object_id), max(relation.subject_id, relation.object_id))
        kept.setdefault(key, relation)
    return list(kept.values())
