"""What is known of a person, organisation or programme of one paper when it is compared with those of other papers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.records import Organisation, Person, Programme, Reading
from graph import names
from graph.names import PersonName
from graph.rooms import Identity, Rooms


@dataclass
class Profile:
    """One organisation or programme of one paper, with the keys by which it is compared."""

    id: str
    table: str
    name: str
    council: str | None
    papers: frozenset[str]
    order: tuple[str, str, str]  #: earliest dated paper first, then by paper and id
    identity: Identity
    forms: dict[str, str]  #: key of each other form of the name → the form as written
    acronyms: dict[str, str]
    parent: str | None = None  #: name of the body of which it is part


@dataclass
class PersonProfile:
    """One person of one paper, or several held to be one: roles, bodies and titles add up."""

    id: str
    written: str
    name: PersonName
    council: str | None
    papers: set[str]
    order: tuple[str, str, str]
    titles: set[str]
    roles: dict[str, str] = field(default_factory=dict)  #: key of a role → the role as written
    bodies: dict[str, str] = field(default_factory=dict)  #: canonical id of an organisation → its name
    wide: set[str] = field(default_factory=set)  #: those of the bodies that are a whole nation's

    def alone(self) -> "PersonProfile":
        """A copy to which other profiles can be added."""
        return replace(
            self,
            papers=set(self.papers),
            titles=set(self.titles),
            roles=dict(self.roles),
            bodies=dict(self.bodies),
            wide=set(self.wide),
        )

    def add(self, other: "PersonProfile") -> None:
        """Hold another profile to be of the same person."""
        self.papers |= other.papers
        self.titles |= other.titles
        self.roles.update(other.roles)
        self.bodies.update(other.bodies)
        self.wide |= other.wide


def order_of(reading: Reading, record_id: str) -> tuple[str, str, str]:
    """Sorts records by the date of their paper, undated papers last, then by paper and id."""
    return (reading.paper.date or "~", reading.paper.id, record_id)


def things(readings: Sequence[Reading], rooms: Rooms, table: str) -> list[Profile]:
    """The profiles of all organisations or all programmes, in order."""
    found: list[Profile] = []
    for reading in readings:
        named = {o.id: o.name for o in reading.organisations}
        for record in getattr(reading, table):
            found.append(_thing(reading, record, rooms, named))
    return sorted(found, key=lambda p: p.order)


def _thing(reading: Reading, record: Organisation | Programme, rooms: Rooms, named: dict[str, str]) -> Profile:
    forms = {names.key_of(form): form for form in sorted(record.other_names) if not names.is_acronym(form)}
    acronyms = {names.key_of(f): f for f in sorted({*record.other_names, record.name}) if names.is_acronym(f)}
    parent = record.parent_id if isinstance(record, Organisation) else None
    return Profile(
        id=record.id,
        table=record.table,
        name=record.name,
        council=record.council,
        papers=frozenset({reading.paper.id}),
        order=order_of(reading, record.id),
        identity=rooms.identity(record),
        forms=forms,
        acronyms=acronyms,
        parent=named.get(parent or ""),
    )


def people(
    readings: Iterable[Reading], canonical: dict[str, str], *, own: frozenset[str], wide: frozenset[str]
) -> list[PersonProfile]:
    """The profiles of all people, in order.

    `canonical` gives the canonical id of each organisation; `own` are those that are councils themselves, which tell nobody of
    a council's people from another; `wide` those of a whole nation, where two may bear one name.
    """
    found: list[PersonProfile] = []
    for reading in readings:
        held = {person.id: _person(reading, person) for person in reading.people}
        bodies = {o.id: o.name for o in reading.organisations}
        ties = [(m.person_id, m.organisation_id) for m in reading.memberships]
        ties += [(r.subject_id, r.object_id) for r in reading.relations if not r.negated]
        for person_id, body in ties:
            body_id = canonical.get(body or "")
            if person_id in held and body in bodies and body_id is not None and body_id not in own:
                held[person_id].bodies[body_id] = bodies[body]
                held[person_id].wide |= {body_id} & wide
        for membership in reading.memberships:
            role = membership.role
            if role and membership.person_id in held and names.role_key(role):
                held[membership.person_id].roles[names.role_key(role)] = role
        found.extend(held.values())
    return sorted(found, key=lambda p: p.order)


def _person(reading: Reading, person: Person) -> PersonProfile:
    titles = {names.title_of(person.honorific)}
    titles |= {
        "councillor" for m in reading.memberships if m.person_id == person.id and names.title_of(m.role) == "councillor"
    }
    return PersonProfile(
        id=person.id,
        written=person.name,
        name=names.person_name(person.name),
        council=person.council,
        papers={reading.paper.id},
        order=order_of(reading, person.id),
        titles=titles - {""},
    )
