"""What `graph` hands on: the records of all papers by table, who is the same as whom, and the graph over them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

import networkx as nx
from pydantic import BaseModel, Field

from extract.councils import Council
from extract.records import (
    Action,
    Coverage,
    Decision,
    Membership,
    Organisation,
    Paper,
    Person,
    Programme,
    Reading,
    Record,
    Relation,
    Response,
)
from graph.following.standing import Standing
from graph.judgements import Judgement

Entity = Person | Organisation | Programme
Level = Literal["error", "warning", "note"]


class Finding(BaseModel):
    """Something that a check saw: an error should stop a build, a warning means work for someone, a note explains."""

    level: Level = Field(description="error, warning or note")
    check: str = Field(description="name of the check")
    message: str = Field(description="one sentence that names the records")
    records: list[str] = Field(default_factory=list, description="ids of the records concerned")
    papers: list[str] = Field(default_factory=list, description="ids of the papers that state them")


@dataclass
class Governance:
    """The records of all papers, each thing once, and the graph of how people, bodies and programmes relate."""

    tables: Mapping[str, list[Any]]
    graph: "nx.MultiDiGraph[str]"
    readings: Sequence[Reading]
    councils: Sequence[Council]
    judgements: list[Judgement] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    #: id of each record of a paper that was merged, or could be → the id under which it is published.
    canonical: Mapping[str, str] = field(default_factory=dict)
    #: id of each action → how it stands on the day of the build.
    standings: Mapping[str, Standing] = field(default_factory=dict)

    @property
    def papers(self) -> list[Paper]:
        return self.tables["papers"]

    @property
    def decisions(self) -> list[Decision]:
        return self.tables["decisions"]

    @property
    def actions(self) -> list[Action]:
        return self.tables["actions"]

    @property
    def responses(self) -> list[Response]:
        return self.tables["responses"]

    @property
    def people(self) -> list[Person]:
        return self.tables["people"]

    @property
    def memberships(self) -> list[Membership]:
        return self.tables["memberships"]

    @property
    def organisations(self) -> list[Organisation]:
        return self.tables["organisations"]

    @property
    def programmes(self) -> list[Programme]:
        return self.tables["programmes"]

    @property
    def relations(self) -> list[Relation]:
        return self.tables["relations"]

    @property
    def coverage(self) -> list[Coverage]:
        return self.tables["coverage"]

    # -- asking ----------------------------------------------------------------------------------------------------------

    @cached_property
    def texts(self) -> dict[str, str]:
        """The text of each paper, in which passages are counted."""
        return {r.paper.id: r.layout.text for r in self.readings}

    @cached_property
    def _records(self) -> dict[str, Record]:
        return {record.id: record for table in self.tables.values() for record in table}

    def record(self, record_id: str) -> Record | None:
        """The record of an id; of the id of a person or body in its own paper, the record that stands for it."""
        return self._records.get(self.canonical.get(record_id, record_id))

    def entity(self, record_id: str | None) -> Entity | None:
        """The person, organisation or programme of an id, if it is one."""
        found = self.record(record_id) if record_id is not None else None
        return found if isinstance(found, Person | Organisation | Programme) else None

    def relations_of(self, record_id: str) -> list[Relation]:
        """The relations that begin or end at a person, organisation or programme."""
        return self._relations_of.get(record_id, [])

    def memberships_of(self, person_id: str) -> list[Membership]:
        """The memberships of one person."""
        return self._memberships["person_id"].get(person_id, [])

    def members_of(self, organisation_id: str) -> list[Membership]:
        """The memberships at one body."""
        return self._memberships["organisation_id"].get(organisation_id, [])

    def councils_of(self, record: Record) -> list[str]:
        """The councils whose papers state something of a record, in order."""
        stated = {self._council_of_paper.get(e.paper_id) for e in record.evidence}
        return sorted(c for c in stated | {record.council} if c is not None)

    def of_council(self, table: str, council: str) -> list[Any]:
        """The records of a table that a council's papers state, in the order of the table."""
        return self._of_council(table).get(council, [])

    def bodies_of(self, council: str) -> list[Organisation]:
        """The organisations that a council's papers name."""
        return self.of_council("organisations", council)

    def members_of_cluster(self, record_id: str) -> list[str]:
        """The ids, in their own papers, of all that is held to be the same as a record."""
        return self._clusters.get(self.canonical.get(record_id, record_id), [])

    @cached_property
    def _clusters(self) -> dict[str, list[str]]:
        return _grouped((chosen, member) for member, chosen in sorted(self.canonical.items()))

    @cached_property
    def _council_of_paper(self) -> dict[str, str | None]:
        return {paper.id: paper.council for paper in self.papers}

    @cached_property
    def _relations_of(self) -> dict[str, list[Relation]]:
        return _grouped((end, r) for r in self.relations for end in sorted({r.subject_id, r.object_id}))

    @cached_property
    def _memberships(self) -> dict[str, dict[str, list[Membership]]]:
        return {
            name: _grouped((getattr(m, name), m) for m in self.memberships) for name in ("person_id", "organisation_id")
        }

    @cached_property
    def _council_tables(self) -> dict[str, dict[str, list[Any]]]:
        return {}

    def _of_council(self, table: str) -> dict[str, list[Any]]:
        if table not in self._council_tables:
            pairs = ((council, record) for record in self.tables[table] for council in self.councils_of(record))
            self._council_tables[table] = _grouped(pairs)
        return self._council_tables[table]


def _grouped(pairs: Iterable[tuple[Any, Any]]) -> dict[Any, list[Any]]:
    found: dict[Any, list[Any]] = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return dict(found)
