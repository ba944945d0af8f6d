"""Turns what the components found in one `Doc` into records, each value with the passage it rests on.

Ids come from raw, stable facts: the paper, the page, the printed number where there is one, and the raw words; never from offsets.
The same words a second time in one paper get a count behind them.
"""

import hashlib
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from spacy.tokens import Doc

from extract import vocabulary
from extract.actions import ActionFound
from extract.answers_formal import AnswerFound
from extract.blocks import Block
from extract.decisions import DecisionFound
from extract.entities import Entity, Place
from extract.facts import Facts
from extract.figures import StatementFound, Surroundings, find_statements
from extract.log_cells import cell_time, item_of, minute_of, raised_at, unknown_kind
from extract.logs import Logs, unknown_status
from extract.records import (
    Action,
    Answer,
    Decision,
    Evidence,
    Membership,
    Organisation,
    Paper,
    Person,
    Programme,
    Reading,
    Record,
    Relation,
    Statement,
    Unused,
)
from extract.relation_cues import RelationFound
from extract.status import status_of

#: Relations by which a person has a seat at a body.
_SEATS = frozenset({"chairs", "vice_chairs", "member_of"})

#: A value's name, and the places that support it.
Support = tuple[str, Place | None]


@cache
def _founded() -> tuple[tuple[str, str], ...]:
    """Words that end the names of bodies, and the month in EDTF before which there was no such body."""
    return tuple((str(words), str(month)) for words, month in vocabulary.load("organisations")["founded"].items())


def fold(text: str) -> str:
    """White space of any kind and length as one space."""
    return " ".join(text.split())


def _raised(facts: Facts) -> tuple[Place, str] | None:
    """The date of the meeting at which what a paper sets is raised."""
    place = facts.places.get("date_raw")
    return None if place is None or facts.date is None else (place, facts.date)


class Assembler:
    """Assembles the records of one paper; keeps ids unique and knows in which block each character stands."""

    def __init__(self, doc: Doc, paper: Paper) -> None:
        self.doc = doc
        self.text: str = doc._.layout.text
        self.paper = paper
        self.blocks: list[Block] = doc._.layout.blocks
        self.facts: Facts = doc._.facts
        self._starts = [block.start for block in self.blocks]
        self._seen: Counter[str] = Counter()
        self.ids: dict[int, str] = {}

    # -- evidence and ids ----------------------------------------------------------------------------------------------

    def words(self, place: Place) -> str:
        """The words at a place, white space folded."""
        return fold(self.text[place.start : place.end])

    def evidence(self, *supports: Support) -> list[Evidence]:
        """The passages for the named values, in the order given; a value without a place gets none."""
        return [self._passage(field, place) for field, place in supports if place is not None]

    def _passage(self, field: str, place: Place) -> Evidence:
        block = self.blocks[max(bisect_right(self._starts, place.start) - 1, 0)]
        return Evidence(
            field=field,
            paper_id=self.paper.id,
            page=block.page,
            block=block.index,
            start=place.start,
            end=place.end,
            quote=self.text[place.start : place.end],
        )

    def new_id(self, record: type[Record], *raw: str | None) -> str:
        """A stable id from the paper, and raw words; a repeat of the same words gets its count."""
        key = "\x1f".join([self.paper.id, record.prefix, *(fold(part) for part in raw if part)])
        self._seen[key] += 1
        if self._seen[key] > 1:
            key += f"\x1f{self._seen[key]}"
        return f"{record.prefix}-{hashlib.sha256(key.encode()).hexdigest()[:12]}"

    # -- entities ------------------------------------------------------------------------------------------------------

    def people(self) -> list[Person]:
        return [self._person(entity) for entity in self.doc._.people or []]

    def _person(self, entity: Entity) -> Person:
        self.ids[id(entity)] = self.new_id(Person, entity.honorific, entity.name)
        return Person(
            id=self.ids[id(entity)],
            council=self.paper.council,
            paper_id=self.paper.id,
            name=entity.name,
            honorific=entity.honorific,
            other_names=sorted(entity.other_names),
            evidence=self.evidence(
                *self._named(entity), ("honorific", entity.honorific_place if entity.honorific else None)
            ),
        )

    def _named(self, entity: Entity) -> Iterable[Support]:
        yield "name", entity.name_place
        for place in entity.mentions:
            if place != entity.name_place:
                yield "name", place
        for _, place in sorted(entity.other_names.items()):
            yield "other_names", place

    def organisations(self) -> list[Organisation]:
        entities: list[Entity] = self.doc._.organisations or []
        for entity in entities:
            self.ids[id(entity)] = self.new_id(Organisation, entity.name)
        return [
            Organisation(
                id=self.ids[id(entity)],
                council=self.paper.council,
                paper_id=self.paper.id,
                name=entity.name,
                other_names=sorted(entity.other_names),
                classification=self._kind_of(entity),
                parent_id=self.ids.get(id(entity.parent)) if entity.parent is not None else None,
                evidence=self.evidence(*self._named(entity)),
            )
            for entity in entities
        ]

    def _kind_of(self, entity: Entity) -> Any:
        """Kind of a body; in a paper older than the law that made such bodies the same words name a board (Health and Care Act 2022)."""
        founded = next((day for words, day in _founded() if entity.name.endswith(words)), None)
        if founded is not None and self.paper.date is not None and self.paper.date < founded:
            return "board"
        return entity.kind or "other_body"

    def programmes(self) -> list[Programme]:
        entities: list[Entity] = self.doc._.programmes or []
        for entity in entities:
            self.ids[id(entity)] = self.new_id(Programme, entity.name)
        return [
            Programme(
                id=self.ids[id(entity)],
                council=self.paper.council,
                paper_id=self.paper.id,
                name=entity.name,
                other_names=sorted(entity.other_names),
                kind=entity.kind or "programme",
                evidence=self.evidence(*self._named(entity)),
            )
            for entity in entities
        ]

    def memberships(self) -> list[Membership]:
        """Every post that the paper states, and every seat at a body that a relation gives without one."""
        found: list[Membership] = []
        seen: set[tuple[int, int | None, str | None]] = set()
        for person in self.doc._.people or []:
            for post in person.posts:
                key = (
                    id(person),
                    id(post.organisation) if post.organisation else None,
                    post.role and post.role.lower(),
                )
                if key not in seen:
                    seen.add(key)
                    found.append(
                        self._membership(
                            person,
                            post.person_place,
                            post.role,
                            post.role_place,
                            post.organisation,
                            post.organisation_place,
                        )
                    )
        seated = {(person, body) for person, body, _ in seen}
        for relation in self.doc._.relations or []:
            seat = (id(relation.subject), id(relation.object))
            if (
                relation.subject.table == "people"
                and relation.type in _SEATS
                and seat not in seated
                and not relation.negated
            ):
                seated.add(seat)
                office = self._office(relation.cue) if relation.type != "member_of" else None
                found.append(
                    self._membership(
                        relation.subject,
                        relation.subject_place,
                        self.words(office) if office is not None else None,
                        office,
                        relation.object,
                        relation.object_place,
                    )
                )
        return found

    def _office(self, cue: Place) -> Place:
        """The office in the words that state it: "chair" in "is chaired by"; else these words."""
        match = re.search(r"(?:vice-)?chair", self.words(cue), re.IGNORECASE)
        return cue if match is None else Place(cue.start + match.start(), cue.start + match.end())

    def _membership(
        self,
        person: Entity,
        person_place: Place,
        role: str | None,
        role_place: Place | None,
        body: Entity | None,
        body_place: Place | None,
    ) -> Membership:
        return Membership(
            id=self.new_id(Membership, person.name, role, body.name if body else None),
            council=self.paper.council,
            paper_id=self.paper.id,
            person_id=self.ids[id(person)],
            person_name=person.name,
            role=role,
            organisation_id=self.ids.get(id(body)) if body else None,
            organisation_name=body.name if body else None,
            as_of=self.paper.date,
            evidence=self.evidence(
                ("person_name", person_place),
                ("role", role_place if role else None),
                ("organisation_name", body_place if body else None),
            ),
        )

    # -- decisions and actions -----------------------------------------------------------------------------------------

    def decisions(self) -> list[Decision]:
        return [self._decision(found) for found in self.doc._.decisions or []]

    def _item(self, index: int | None) -> Place | None:
        if index is None:
            return None
        heading = self.blocks[index]
        if heading.body_start >= heading.end:
            return None  # a number without words
        return Place(heading.body_start, heading.end)

    def _decision(self, found: DecisionFound) -> Decision:
        place = Place(found.start, found.end)
        item = self._item(found.item)
        facts = self.facts
        self.ids[id(found)] = self.new_id(
            Decision, self._printed(found.number), self._printed(found.part), self.text[found.start : found.end]
        )
        return Decision(
            id=self.ids[id(found)],
            council=self.paper.council,
            paper_id=self.paper.id,
            text=self.words(place),
            kind=found.kind or "resolved",
            verb=found.verb,
            minute_number=self._printed(found.number),
            part=self._printed(found.part),
            item_title=self.words(item) if item else None,
            body=facts.body,
            date_raw=facts.date_raw,
            date=facts.date,
            is_key=facts.is_key,
            subject_to_call_in=facts.subject_to_call_in,
            proposer=self._printed(found.proposer),
            seconder=self._printed(found.seconder),
            votes=self._printed(found.votes),
            routine=found.routine,
            evidence=self.evidence(
                ("text", place),
                ("kind", found.cue),
                ("verb", found.verb_place),
                ("minute_number", found.number),
                ("part", found.part),
                ("item_title", item),
                ("body", facts.places.get("body")),
                ("date_raw", facts.places.get("date_raw")),
                ("is_key", facts.places.get("is_key")),
                ("subject_to_call_in", facts.places.get("subject_to_call_in")),
                ("proposer", found.proposer),
                ("seconder", found.seconder),
                ("votes", found.votes),
            ),
        )

    def _printed(self, place: Place | None) -> str | None:
        return self.words(place) if place else None

    def actions(self) -> list[Action]:
        return [self._action(found) for found in self.doc._.actions or []]

    def _action(self, found: ActionFound) -> Action:
        place = Place(found.start, found.end)
        item = self._item(found.item)
        facts = self.facts
        owner = found.owner_entity
        row = found.row
        if row is not None and (titled := item_of(self.text, row)) is not None:
            item = titled
        number = found.number or (minute_of(self.text, row) if row is not None else found.minute)
        raised = raised_at(self.text, row) if row is not None else _raised(facts)
        closed = (
            cell_time(self.text, row.cells["closed"], meeting=facts.date) if row and "closed" in row.cells else None
        )
        cells = row.cells if row is not None else {}
        logged = {
            name: cells.get(role)
            for name, role in (
                ("log_ref", "ref"),
                ("origin_raw", "origin"),
                ("addressee_raw", "addressee"),
                ("area_raw", "area"),
                ("progress_raw", "progress"),
                ("rag_raw", "rag"),
            )
        }
        logged["log_ref"] = logged["log_ref"] or found.ref
        due = Place(found.due.start, found.due.end) if found.due else None
        status_raw = self._printed(found.status)
        return Action(
            id=self.new_id(Action, self._printed(found.number), self.text[found.start : found.end]),
            council=self.paper.council,
            paper_id=self.paper.id,
            text=self.words(place),
            kind=found.kind,
            owner_raw=self._printed(found.owner),
            owner_basis=found.basis if found.owner else None,
            owner_id=self.ids.get(id(owner)) if owner else None,
            owner_name=owner.name if owner else None,
            due_raw=self._printed(due),
            due_date=found.due.edtf if found.due else None,
            minute_number=self._printed(number),
            item_title=self.words(item) if item else None,
            body=facts.body,
            raised_raw=self.words(raised[0]) if raised else None,
            raised_on=raised[1] if raised else None,
            status_raw=status_raw,
            status=found.told or status_of(status_raw),
            **{name: self._printed(at) for name, at in logged.items()},
            closed_raw=self.words(Place(closed.start, closed.end)) if closed else None,
            closed_on=closed.edtf if closed else None,
            in_log=row is not None,
            decision_id=self.ids.get(id(found.decision)) if found.decision else None,
            routine=found.routine,
            evidence=self.evidence(
                ("text", place),
                ("kind", found.kind_place or found.cue),
                ("owner_raw", found.owner),
                ("due_raw", due),
                ("minute_number", number),
                ("item_title", item),
                ("body", facts.places.get("body")),
                ("raised_raw", raised[0] if raised else None),
                ("status_raw", found.status),
                *logged.items(),
                ("closed_raw", Place(closed.start, closed.end) if closed else None),
            ),
        )

    # -- relations -----------------------------------------------------------------------------------------------------

    def relations(self) -> list[Relation]:
        return [self._relation(found) for found in self.doc._.relations or []]

    def _relation(self, found: RelationFound) -> Relation:
        return Relation(
            id=self.new_id(Relation, found.type, found.subject.name, found.object.name, self._printed(found.role)),
            council=self.paper.council,
            paper_id=self.paper.id,
            subject_id=self.ids[id(found.subject)],
            subject_name=found.subject.name,
            type=found.type,
            object_id=self.ids[id(found.object)],
            object_name=found.object.name,
            role=self._printed(found.role),
            basis="attendance" if found.by_attendance else "stated",
            as_of=self.paper.date,
            proposed=found.proposed,
            negated=found.negated,
            evidence=self.evidence(
                ("type", found.cue),
                ("subject_name", found.subject_place),
                ("object_name", found.object_place),
                ("role", found.role),
            ),
        )

    # -- statements ----------------------------------------------------------------------------------------------------

    def statements(self, records: Iterable[Record]) -> list[Statement]:
        """Sentences that state what researchers compare; a cue within a name or a post of the records states nothing."""
        named, networks = set(), set()
        for record in records:
            for e in record.evidence:
                if e.field in ("name", "other_names", "role", "organisation_name"):
                    named.add((e.start, e.end))
                    if isinstance(record, Programme) and record.kind == "network":
                        networks.add((e.start, e.end))
        dates = [(Place(s.start_char, s.end_char), s._.edtf) for s in self.doc.spans["dates"] if s._.edtf]
        known = Surroundings(
            names=[Place(*n) for n in sorted(named)],
            networks=[Place(*n) for n in sorted(networks)],
            dates=sorted(dates, key=lambda d: d[0].start),
            meeting=self.paper.date,
            headings=frozenset(b.index for b in self.blocks if b.kind == "heading"),
        )
        sentences = ((s.start, s.end, s.block) for s in self.doc._.sentences)
        return [self._statement(found) for found in find_statements(self.text, sentences, known)]

    def _statement(self, found: StatementFound) -> Statement:
        places = (("values", found.values), ("populations", found.populations), ("years", found.years))
        return Statement(
            id=self.new_id(Statement, found.kind, self.words(found.place), found.edtf),
            council=self.paper.council,
            paper_id=self.paper.id,
            text=self.words(found.place),
            kind=found.kind,
            date_raw=self.words(found.date) if found.date else None,
            date=found.edtf,
            evidence=self.evidence(
                ("text", found.place), *((name, p) for name, held in places for p in held), ("date_raw", found.date)
            ),
            **{name: [self.words(p) for p in held] for name, held in places},
        )

    def answers(self) -> list[Answer]:
        return [self._answer(found) for found in self.doc._.answers or []]

    def _answer(self, found: AnswerFound) -> Answer:
        place, facts, owner = Place(found.start, found.end), self.facts, found.owner_entity
        item = self._item(found.item)
        meeting = found.meeting
        return Answer(
            id=self.new_id(
                Answer, self._printed(found.ref), self._printed(found.about), self.text[found.start : found.end]
            ),
            council=self.paper.council,
            paper_id=self.paper.id,
            text=self.words(place),
            channel=found.channel,
            response_kind=found.kind,
            status=found.status,
            about_raw=self._printed(found.about),
            cites_ref=self._printed(found.ref),
            cites_minute=self._printed(found.minute),
            cites_date_raw=self.words(meeting[0]) if meeting else None,
            cites_date=meeting[1] if meeting else None,
            owner_raw=self._printed(found.owner),
            owner_id=self.ids.get(id(owner)) if owner else None,
            owner_name=owner.name if owner else None,
            item_title=self.words(item) if item else None,
            body=facts.body,
            date_raw=facts.date_raw,
            date=facts.date,
            evidence=self.evidence(
                ("text", place),
                ("channel", found.channel_place),
                ("response_kind", found.cue),
                ("about_raw", found.about),
                ("cites_ref", found.ref),
                ("cites_minute", found.minute),
                ("cites_date_raw", meeting[0] if meeting else None),
                ("owner_raw", found.owner),
                ("item_title", item),
                ("body", facts.places.get("body")),
                ("date_raw", facts.places.get("date_raw")),
            ),
        )

    def _unknown_in_logs(self) -> Iterator[Unused]:
        """Heads, status words, kinds and responses of logs that stand in no list: they are never filed under another."""
        logs: Logs = self.doc._.logs or Logs()
        for place in logs.unknown:
            yield self._unused(place.start, place.end, "a column of a log", "no list says what it holds")
        for row in logs.rows:
            status, kind = unknown_status(self.text, row), unknown_kind(self.text, row)
            if status is not None:
                yield self._unused(
                    status.start, status.end, "a status word of a log", "no list says to what state it comes"
                )
            if kind is not None:
                yield self._unused(kind.start, kind.end, "a kind of action in a log", "no list says which it is")
        for place, what, why in self.doc._.unknown_answers or []:
            yield self._unused(place.start, place.end, what, why)

    def unused(self) -> list[Unused]:
        """What was seen and not used: actions nobody owns, times that could not be fixed, pages without text."""
        found = [
            Unused(paper_id=self.paper.id, what=f"page {page}", why="it holds no text")
            for page in self.doc._.layout.unread_pages
        ]
        found += [
            Unused(
                paper_id=self.paper.id,
                what=f"page {page}",
                why="it only says that a report is withheld from the public",
            )
            for page in self.doc._.layout.withheld_pages
        ]
        for action in self.doc._.actions or []:
            if action.owner is None:
                found.append(
                    self._unused(action.start, action.end, "an action without an owner", "the paper names nobody")
                )
            if action.due is not None and action.due.edtf is None:
                found.append(self._unused(action.due.start, action.due.end, "a time", "it cannot be fixed to a date"))
        return found + list(self._unknown_in_logs()) + list(self.doc._.unused or [])

    def _unused(self, start: int, end: int, what: str, why: str) -> Unused:
        return Unused(paper_id=self.paper.id, what=what, why=why, start=start, end=end, quote=self.text[start:end])


def assemble(doc: Doc, paper: Paper) -> Reading:
    """The reading of one paper from its processed `Doc`; `paper` already holds what the paper says of itself."""
    assembler = Assembler(doc, paper)
    people, organisations, programmes = assembler.people(), assembler.organisations(), assembler.programmes()
    decisions, memberships = assembler.decisions(), assembler.memberships()
    return Reading(
        paper=paper,
        layout=doc._.layout,
        decisions=decisions,
        actions=assembler.actions(),
        answers=assembler.answers(),
        people=people,
        memberships=memberships,
        organisations=organisations,
        programmes=programmes,
        relations=assembler.relations(),
        statements=assembler.statements([*people, *organisations, *programmes, *memberships]),
        unused=assembler.unused(),
    )
