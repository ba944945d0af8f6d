"""Builds the governance from the readings of all papers: the first place where papers meet.

Identity says who is the same as whom; here the ids in every record are replaced by those that stand for the same thing, records of one
thing or of one fact are merged with the passages of each, and the graph is drawn over them.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, TypeVar

import networkx as nx

from extract.corrections import ClerkEntry
from extract.corrections import Judgement as Said
from extract.councils import Council
from extract.errors import CorpusError
from extract.evidence import check_records
from extract.records import TABLES, Answer, Coverage, Membership, Organisation, Reading, Record, Relation
from graph import checks, names
from graph.following import Outcome, stand
from graph.governance import Finding, Governance
from graph.identity import resolve
from graph.judgements import Judgement, said_by_people
from graph.judgements import in_order as ledger_order
from graph.merge import in_order, merge
from graph.profiles import order_of
from graph.times import moment

R = TypeVar("R", bound=Record)

_ENTITIES = ("people", "organisations", "programmes")
#: Fields that hold the id of a person, organisation or programme, each with the field that holds its name.
_NAMED = {
    "person_id": "person_name",
    "subject_id": "subject_name",
    "object_id": "object_name",
    "owner_id": "owner_name",
}
#: Fields of an entity that one relation states: the relation, and whether the entity stands at its beginning or its end.
_STATED_BY = {
    ("organisations", "parent_id"): ("part_of", "subject_id", "object_id"),
    ("organisations", "successor_id"): ("succeeds", "object_id", "subject_id"),
    ("programmes", "lead_id"): ("leads", "object_id", "subject_id"),
}


def build_governance(
    readings: Sequence[Reading],
    *,
    councils: Sequence[Council],
    judgements: Iterable[Judgement | Said] = (),
    coverage: Sequence[Coverage] = (),
    entries: Sequence[ClerkEntry] = (),
    as_of: datetime.date | None = None,
) -> Governance:
    """The governance of all papers.

    `judgements` are those of people, as the ledger or as the corrections hold them; `entries` is what clerks say of actions, and what is
    wrong with one of them becomes a finding; `as_of` is the day on which actions are judged: papers of later days answer nothing (where
    it is None, all do). The result does not depend on the order of the readings, and no reading is changed. Raises CorpusError where two
    papers have one id or a judgement names a record that does not exist, EvidenceError where a merged record has a value without a passage.
    """
    read = sorted(readings, key=lambda r: r.paper.id)
    _refuse_two_papers_of_one_id(read)
    human = said_by_people(judgements)
    _refuse_unknown(human, read)
    ledger, clusters = resolve(read, councils, human)
    builder = _Builder(read, clusters.canonical)
    tables = builder.tables()
    tables["coverage"] = sorted(coverage, key=lambda c: c.id)
    followed = _follow(builder, tables, councils, entries, as_of)
    governance = Governance(
        tables={table.table: tables.get(table.table, []) for table in TABLES},
        graph=_graph(tables),
        readings=read,
        councils=list(councils),
        judgements=ledger_order(ledger),
        findings=builder.findings,
        canonical=builder.canonical,
        standings=followed.standings,
    )
    for node, data in governance.graph.nodes(data=True):
        record = governance.record(node)
        data["councils"] = governance.councils_of(record) if record is not None else []
    layouts = {r.paper.id: r.layout for r in read}
    check_records((record for table in governance.tables.values() for record in table), layouts)
    governance.findings += [*checks.stopped(clusters.stopped), *checks.check(governance)]
    return governance


def _follow(
    builder: "_Builder",
    tables: dict[str, list[Any]],
    councils: Sequence[Council],
    entries: Sequence[ClerkEntry],
    as_of: datetime.date | None,
) -> Outcome:
    """Follow the actions through the papers: tables of actions and responses are those that come of it."""
    council_of = {p.id: p.council for p in tables["papers"]}
    followed = stand(
        papers=tables["papers"],
        actions=tables["actions"],
        answers=builder.answers(),
        decisions=tables["decisions"],
        organisations=tables["organisations"],
        relations=tables["relations"],
        councils=councils,
        councils_of={
            o.id: sorted({council_of.get(e.paper_id) for e in o.evidence}, key=str) for o in tables["organisations"]
        },
        entries=entries,
        as_of=as_of,
    )
    builder.findings += [
        Finding(level="warning", check="clerk", message=sentence, records=records)
        for sentence, records in followed.mistakes
    ]
    tables["actions"], tables["responses"] = followed.actions, followed.responses
    builder.canonical.update(followed.same)
    return followed


def _refuse_two_papers_of_one_id(readings: Sequence[Reading]) -> None:
    for paper_id, count in Counter(r.paper.id for r in readings).items():
        if count > 1:
            raise CorpusError(f"{count} papers have the id {paper_id}: give each paper an id of its own in papers.yml.")


def _refuse_unknown(judgements: Sequence[Judgement], readings: Sequence[Reading]) -> None:
    known = {record.id: table for r in readings for table in _ENTITIES for record in getattr(r, table)}
    for judgement in judgements:
        for end in judgement.pair:
            if end not in known:
                raise CorpusError(
                    f"The judgement of {judgement.by} on {judgement.left} and {judgement.right} names {end}, which is no person, "
                    "organisation or programme of the papers read: mend or remove it in corrections.yml."
                )
        if known[judgement.left] != known[judgement.right]:
            raise CorpusError(
                f"The judgement of {judgement.by} compares {judgement.left} of {known[judgement.left]} with {judgement.right} of "
                f"{known[judgement.right]}: both must be of one table in corrections.yml."
            )


class _Builder:
    """Replaces ids, merges records, and notes what it had to leave out."""

    def __init__(self, readings: Sequence[Reading], canonical: dict[str, str]) -> None:
        self.readings = readings
        self.canonical = dict(canonical)
        self.findings: list[Finding] = []
        self.of_paper = {r.paper.id: order_of(r, "") for r in readings}
        self.entities: dict[str, Record] = {}

    def order(self, record: Record) -> tuple[str, str, str]:
        """Earliest dated paper first, then by paper and id."""
        return (*self.of_paper[record.paper_id or ""][:2], record.id)

    def tables(self) -> dict[str, list[Any]]:
        """Every table, sorted, with the ids of things replaced."""
        found: dict[str, list[Any]] = {table: self._entities(table) for table in _ENTITIES}
        self.entities = {record.id: record for table in _ENTITIES for record in found[table]}
        for record in (*found["organisations"], *found["programmes"]):
            self._point(record)
        for table in ("decisions", "actions"):
            found[table] = [self._pointed(r) for reading in self.readings for r in getattr(reading, table)]
        found["papers"] = [reading.paper.model_copy() for reading in self.readings]
        found["memberships"] = self._facts("memberships", _membership_key)
        found["relations"] = self._facts("relations", _relation_key)
        self._fill(found)
        for table, records in found.items():
            if table not in ("decisions", "actions"):
                records.sort(key=_by_name)
        return found

    def answers(self) -> list[Answer]:
        """The answers that papers tell of, with the ids of things replaced."""
        return [self._pointed(r) for reading in self.readings for r in reading.answers]

    def _entities(self, table: str) -> list[Any]:
        clusters: dict[str, list[Record]] = {}
        for reading in self.readings:
            for record in getattr(reading, table):
                clusters.setdefault(self.canonical[record.id], []).append(record)
        return [self._merged(members, chosen) for chosen, members in clusters.items()]

    def _merged(self, members: Sequence[R], chosen: str) -> R:
        if len(members) > 1:
            return merge(members, record_id=chosen, order=self.order)
        passages = in_order(members[0].evidence, self.of_paper)
        return members[0].model_copy(update={"id": chosen, "evidence": passages})

    def _point(self, record: Record) -> None:
        for name in ("parent_id", "successor_id", "lead_id"):
            if name in type(record).model_fields:
                target = self.canonical.get(getattr(record, name) or "")
                setattr(record, name, target if target != record.id else None)

    def _pointed(self, record: R) -> R:
        """A copy whose ids are those that stand for the things meant, with their fullest names."""
        update: dict[str, str | None] = {}
        for field, named in _NAMED.items():
            target = getattr(record, field, None)
            if target is not None:
                update[field] = self.canonical.get(target, target)
                entity = self.entities.get(str(update[field]))
                update[named] = getattr(entity, "name", getattr(record, named))
        if isinstance(record, Membership) and record.organisation_id is not None:
            update["organisation_id"] = self.canonical.get(record.organisation_id, record.organisation_id)
        return record.model_copy(update=update)

    def _facts(self, table: str, key: Callable[[Any], tuple[object, ...]]) -> list[Any]:
        """Memberships or relations, each fact once with the passages of every paper that states it."""
        groups: dict[tuple[object, ...], list[Any]] = {}
        for reading in self.readings:
            for stated in getattr(reading, table):
                record = self._pointed(stated)
                if self._holds(record):
                    groups.setdefault(key(record), []).append(record)
        found = []
        for group in groups.values():
            for members in _by_period(group):
                chosen = min(members, key=self.order).id
                self.canonical.update({member.id: chosen for member in members})
                found.append(self._merged(members, chosen))
        return found

    def _holds(self, record: Record) -> bool:
        """Whether both ends are known and two; else a finding says what was left out."""
        if isinstance(record, Membership):
            ends = [record.person_id, *([record.organisation_id] if record.organisation_id else [])]
        elif isinstance(record, Relation):
            ends = [record.subject_id, record.object_id]
        else:
            return True
        missing = [end for end in ends if end not in self.entities]
        if missing:
            self._left_out("error", "dangling", record, f"names {', '.join(missing)}, which no paper gives")
        elif isinstance(record, Relation) and record.subject_id == record.object_id:
            self._left_out("note", "itself", record, f"would tie {record.subject_name} to itself by {record.type}")
        else:
            return True
        return False

    def _left_out(self, level: Any, check: str, record: Record, what: str) -> None:
        message = f"The {record.table} record {record.id} of {record.paper_id} {what}: left out."
        papers = [record.paper_id] if record.paper_id else []
        self.findings.append(Finding(level=level, check=check, message=message, records=[record.id], papers=papers))

    def _fill(self, tables: dict[str, list[Any]]) -> None:
        """Fields of an entity that exactly one stated relation gives."""
        for (table, field), (kind, this, other) in _STATED_BY.items():
            given: dict[str, set[str]] = {}
            for relation in tables["relations"]:
                if relation.type == kind and not relation.proposed and not relation.negated:
                    given.setdefault(getattr(relation, this), set()).add(getattr(relation, other))
            for record in tables[table]:
                targets = sorted(given.get(record.id, set()))
                if (
                    getattr(record, field) is None
                    and len(targets) == 1
                    and _may_point(field, targets[0], self.entities)
                ):
                    setattr(record, field, targets[0])


def _may_point(field: str, target: str, entities: dict[str, Record]) -> bool:
    """A parent or a successor is an organisation; a lead is a person or an organisation."""
    tables = {"people", "organisations"} if field == "lead_id" else {"organisations"}
    return entities[target].table in tables


def _membership_key(record: Membership) -> tuple[object, ...]:
    body = record.organisation_id or names.key_of(record.organisation_name or "")
    return (record.person_id, names.key_of(record.role or ""), body)


def _relation_key(record: Relation) -> tuple[object, ...]:
    role = names.key_of(record.role or "") if record.type == "holds_role_at" else ""
    return (record.subject_id, record.type, record.object_id, role, record.proposed, record.negated)


def _by_period(group: Sequence[Any]) -> list[list[Any]]:
    """One fact, or as many as there are periods stated for it; what has no period stands with the only one, or apart."""
    periods = {(r.start, r.end) for r in group} - {(None, None)}
    if len(periods) <= 1:
        return [list(group)]
    split: dict[tuple[str | None, str | None], list[Any]] = {}
    for record in group:
        split.setdefault((record.start, record.end), []).append(record)
    return list(split.values())


def _by_name(record: Record) -> tuple[str, ...]:
    """Sorts a table for people to read: by name, and where there is none by what the record ties."""
    shown = ("name", "person_name", "subject_name", "type", "role", "object_name", "organisation_name")
    return (
        *(str(getattr(record, name, None) or "").casefold() for name in shown),
        moment(getattr(record, "as_of", None)),
        record.id,
    )


def _graph(tables: dict[str, list[Any]]) -> "nx.MultiDiGraph[str]":
    """People, organisations and programmes as nodes, relations as edges under their ids."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for table in _ENTITIES:
        for record in tables[table]:
            kind = record.classification if isinstance(record, Organisation) else getattr(record, "kind", "person")
            graph.add_node(record.id, table=table, name=record.name, kind=kind)
    for relation in tables["relations"]:
        graph.add_edge(
            relation.subject_id,
            relation.object_id,
            key=relation.id,
            type=relation.type,
            role=relation.role,
            basis=relation.basis,
            as_of=relation.as_of,
            start=relation.start,
            end=relation.end,
            proposed=relation.proposed,
            negated=relation.negated,
            council=relation.council,
            evidence=len(relation.evidence),
        )
    return graph
