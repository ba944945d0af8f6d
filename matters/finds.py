"""What was found in a paper, in the flat shape in which it is scored: forms of names and words, not ids."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.records import Organisation, Person, Programme, Reading, Record


@dataclass(frozen=True)
class Found:
    """Something found: its words, the passage to show for it, and the offsets of that passage (-1 where there are none)."""

    text: str
    quote: str = ""
    start: int = -1
    end: int = -1


@dataclass(frozen=True)
class FoundDecision(Found):
    """A decision found."""

    kind: str | None = None
    verb: str | None = None
    routine: bool = False


@dataclass(frozen=True)
class FoundAction(Found):
    """An action found; `owners` are the forms of the one owner: as written, and the fullest name."""

    owners: tuple[str, ...] = ()
    due: str | None = None
    due_date: str | None = None


@dataclass(frozen=True)
class FoundName(Found):
    """A body or programme found, with all its forms, the fullest first."""

    names: tuple[str, ...] = ()


@dataclass(frozen=True)
class FoundPerson(FoundName):
    """A person found, with the roles and the organisations (each with its forms) that are stated of them."""

    roles: tuple[str, ...] = ()
    organisations: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class FoundRelation(Found):
    """A relation found; either end by all its forms."""

    subject: tuple[str, ...] = ()
    predicate: str = ""
    object: tuple[str, ...] = ()
    proposed: bool = False


@dataclass
class Finds:
    """All that was found in one paper."""

    decisions: list[FoundDecision] = field(default_factory=list)
    actions: list[FoundAction] = field(default_factory=list)
    people: list[FoundPerson] = field(default_factory=list)
    organisations: list[FoundName] = field(default_factory=list)
    programmes: list[FoundName] = field(default_factory=list)
    relations: list[FoundRelation] = field(default_factory=list)


def _passage(record: Record, *fields: str) -> tuple[str, int, int]:
    for name in fields:
        for passage in record.quotes(name):
            return passage.quote, passage.start, passage.end
    return "", -1, -1


def _forms(record: Person | Organisation | Programme) -> tuple[str, ...]:
    return (record.name, *record.other_names)


def finds_of(reading: Reading) -> Finds:
    """Flatten a reading: roles and organisations of people come from their memberships, ends of relations from their records."""
    forms: dict[str, tuple[str, ...]] = {}
    for table in (reading.people, reading.organisations, reading.programmes):
        forms.update((record.id, _forms(record)) for record in table)
    return Finds(
        decisions=[
            FoundDecision(d.text, *_passage(d, "text"), kind=d.kind, verb=d.verb, routine=d.routine)
            for d in reading.decisions
        ],
        actions=[
            FoundAction(
                a.text,
                *_passage(a, "text"),
                owners=tuple(dict.fromkeys(name for name in (a.owner_raw, a.owner_name) if name)),
                due=a.due_raw,
                due_date=a.due_date,
            )
            for a in reading.actions
        ],
        people=_people(reading, forms),
        organisations=[FoundName(o.name, *_passage(o, "name"), names=_forms(o)) for o in reading.organisations],
        programmes=[FoundName(p.name, *_passage(p, "name"), names=_forms(p)) for p in reading.programmes],
        relations=_relations(reading, forms),
    )


def _people(reading: Reading, forms: dict[str, tuple[str, ...]]) -> list[FoundPerson]:
    roles: dict[str, list[str]] = defaultdict(list)
    bodies: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for membership in reading.memberships:
        if membership.role and membership.role not in roles[membership.person_id]:
            roles[membership.person_id].append(membership.role)
        if membership.organisation_name:
            names = (membership.organisation_name, *forms.get(membership.organisation_id or "", ()))
            bodies[membership.person_id].append(tuple(dict.fromkeys(names)))
    return [
        FoundPerson(
            " ".join(part for part in (person.honorific, person.name) if part),
            *_passage(person, "name"),
            names=tuple(dict.fromkeys(_titled(person))),
            roles=tuple(roles[person.id]),
            organisations=tuple(bodies[person.id]),
        )
        for person in reading.people
    ]


def _titled(person: Person) -> Sequence[str]:
    """The forms of a person's name, the fullest with the title that the paper prints."""
    title = f"{person.honorific} " if person.honorific and not person.name.startswith(person.honorific) else ""
    return (title + person.name, *person.other_names)


def _relations(reading: Reading, forms: dict[str, tuple[str, ...]]) -> list[FoundRelation]:
    return [
        FoundRelation(
            f"{relation.subject_name} {relation.type} {relation.object_name}",
            *_passage(relation, "type", "subject_name"),
            subject=tuple(dict.fromkeys((relation.subject_name, *forms.get(relation.subject_id, ())))),
            predicate=relation.type,
            object=tuple(dict.fromkeys((relation.object_name, *forms.get(relation.object_id, ())))),
            proposed=relation.proposed,
        )
        for relation in reading.relations
        if not relation.negated
    ]
