"""The governance as pages ask for it: what belongs to a paper, a council, a body, a person. It decides nothing."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from extract.blocks import Layout
from extract.councils import Council
from extract.records import (
    Action,
    Decision,
    Evidence,
    Membership,
    Organisation,
    Paper,
    Record,
    Relation,
    Response,
    Statement,
)
from graph import Governance
from graph.following import Standing, State
from graph.governance import Entity
from publish import edtf, links
from publish.accuracy import Accuracy
from publish.changes import Change
from publish.log_styles import LogStyle


def _by(records: Iterable[Any], *names: str) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = defaultdict(list)
    for record in records:
        for key in sorted({getattr(record, name) for name in names} - {None}):
            found[key].append(record)
    return found


@dataclass
class Site:
    """Everything that the templates may ask for."""

    governance: Governance
    as_of: date
    version: str
    site_url: str | None = None
    accuracy: Accuracy | None = None
    log_styles: Sequence[LogStyle] = ()
    changes: Sequence[Change] = ()

    @property
    def councils(self) -> Sequence[Council]:
        """The councils in the order of councils.yml."""
        return self.governance.councils

    @cached_property
    def layouts(self) -> dict[str, Layout]:
        """The text of each paper."""
        return {r.paper.id: r.layout for r in self.governance.readings}

    @cached_property
    def statements(self) -> dict[str, list[Statement]]:
        """The statements of each paper, which no table of the exports holds."""
        return {r.paper.id: r.statements for r in self.governance.readings}

    @cached_property
    def papers(self) -> dict[str, Paper]:
        return {p.id: p for p in self.governance.papers}

    @cached_property
    def entities(self) -> dict[str, Entity]:
        g = self.governance
        return {e.id: e for table in (g.people, g.organisations, g.programmes) for e in table}

    @cached_property
    def _relations(self) -> dict[str, Relation]:
        return {r.id: r for r in self.governance.relations}

    def relation(self, relation_id: str) -> Relation:
        """The relation of an id that the graph gave."""
        return self._relations[relation_id]

    @cached_property
    def council_names(self) -> dict[str, str]:
        return {c.id: c.name for c in self.councils}

    def council_name(self, council: str | None) -> str:
        """Name of a council by its id; the id where councils.yml lacks it."""
        return self.council_names.get(council or "", council or "Several councils")

    def councils_of(self, record: Record) -> list[str]:
        """The councils whose papers state something of this record."""
        return self.governance.councils_of(record)

    def of_council(self, table: str, council: str) -> list[Any]:
        """The records of a table that a council's papers state, in the order of the table; of statements, in the order of the text."""
        if table == "statements":
            return [s for p in self.papers_read(council) for s in self.statements.get(p.id, [])]
        return self.governance.of_council(table, council)

    def of_paper(self, table: str, paper: str) -> list[Any]:
        """The records of a table of which a paper says something, by the place where it first does."""
        return self._paper_tables[table].get(paper, [])

    @cached_property
    def _paper_tables(self) -> dict[str, dict[str, list[Any]]]:
        tables: dict[str, dict[str, list[Any]]] = {}
        for name in (
            "decisions",
            "actions",
            "responses",
            "people",
            "organisations",
            "programmes",
            "memberships",
            "relations",
        ):
            found: dict[str, list[tuple[int, int, Any]]] = defaultdict(list)
            for position, record in enumerate(getattr(self.governance, name)):
                starts: dict[str, int] = {}
                for e in record.evidence:
                    starts[e.paper_id] = min(e.start, starts.get(e.paper_id, e.start))
                for paper, start in starts.items():
                    found[paper].append((start, position, record))
            tables[name] = {p: [r for _, _, r in sorted(rows, key=lambda row: row[:2])] for p, rows in found.items()}
        return tables

    @cached_property
    def relations_of(self) -> dict[str, list[Relation]]:
        return _by(self.governance.relations, "subject_id", "object_id")

    @cached_property
    def posts_of(self) -> dict[str, list[Membership]]:
        return _by(self.governance.memberships, "person_id", "organisation_id")

    def posts_at(self, body: str, seated: Collection[str]) -> list[Membership]:
        """The posts at a body; what names no post is left out for those who are already listed as seated there."""
        return [m for m in self.posts_of.get(body, []) if m.role or m.person_id not in seated]

    @cached_property
    def actions_of(self) -> dict[str, list[Action]]:
        return _by(self.governance.actions, "owner_id")

    @cached_property
    def responses_of(self) -> dict[str, list[Response]]:
        return _by(self.governance.responses, "action_id")

    @cached_property
    def _bodies_by_name(self) -> dict[tuple[str | None, str], str | None]:
        """Bodies by council and name; null where one name stands for several."""
        found: dict[tuple[str | None, str], str | None] = {}
        for o in self.governance.organisations:
            councils: list[str | None] = [*self.councils_of(o)]
            for council in councils or [None]:
                for name in {n.casefold() for n in (o.name, *o.other_names)}:
                    key = (council, name)
                    found[key] = o.id if found.get(key, o.id) == o.id else None
        return found

    def body_of(self, record: Decision | Action | Paper) -> Organisation | None:
        """The body that a record names in words, where exactly one body of that council bears the name."""
        return self._body_named(record.council, record.body)

    def _body_named(self, council: str | None, name: str | None) -> Organisation | None:
        found = self.entities.get(self._bodies_by_name.get((council, (name or "").casefold())) or "")
        return found if isinstance(found, Organisation) else None

    def of_body(self, table: str, body: str) -> list[Any]:
        """Papers, decisions or actions whose body is this one, and the actions that were carried over to it."""
        return self._body_tables[table].get(body, [])

    @cached_property
    def log_names(self) -> dict[str, str]:
        """The file name, without its ending, of the action log of each body that has actions, by the body's id."""
        found: dict[str, str] = {}
        taken = {"", "all", "next-agenda"}
        for body in self.governance.organisations:
            actions = self.of_body("actions", body.id)
            if actions:
                stem = links.file_stem(actions[0].council or "", body.name)
                found[body.id] = links.slug(body.id) if stem in taken else stem
                taken.add(stem)
        return found

    @cached_property
    def _body_tables(self) -> dict[str, dict[str, list[Any]]]:
        tables: dict[str, dict[str, list[Any]]] = {}
        for name in ("papers", "decisions", "actions"):
            found: dict[str, list[Any]] = defaultdict(list)
            for record in getattr(self.governance, name):
                bodies = [self.body_of(record)]
                if isinstance(record, Action) and self.standing(record).carried_from:
                    bodies.append(self._body_named(record.council, self.standing(record).body))
                for body_id in dict.fromkeys(body.id for body in bodies if body is not None):
                    found[body_id].append(record)
            tables[name] = found
        return tables

    def named(self, record: Record) -> list[Evidence]:
        """The passages that name a person, body or programme; one that lies within another is told with it."""
        found = mentions(record, ("name", "other_names"))
        kept: list[Evidence] = []
        for e in sorted(found, key=lambda e: (e.paper_id, e.start, -e.end)):
            last = kept[-1] if kept else None
            if last is None or last.paper_id != e.paper_id or e.end > last.end:
                kept.append(e)
        return kept

    def around(self, e: Evidence, reach: int = 70) -> tuple[str, str]:
        """What stands before and after a passage in its block, cut at whole words."""
        layout = self.layouts.get(e.paper_id)
        if layout is None:
            return "", ""
        block = layout.blocks[e.block]
        before = layout.text[block.start : e.start]
        after = layout.text[e.end : max(block.end, e.end)]
        if len(before) > reach:
            before = "… " + before[-reach:].partition(" ")[2]
        if len(after) > reach:
            after = after[:reach].rpartition(" ")[0] + " …"
        return before, after

    def paper_title(self, paper_id: str) -> str:
        """Title of a paper, or its id where the paper prints none."""
        paper = self.papers.get(paper_id)
        return (paper.title if paper else None) or paper_id

    def papers_read(self, council: str | None) -> list[Paper]:
        """The papers in which an answer was looked for."""
        return [p for p in self.governance.papers if council is None or p.council == council]

    def standing(self, action: Action) -> Standing:
        """How an action stands on the day of the site, with the reason and its history."""
        return self.governance.standings[action.id]

    def answer(self, action: Action) -> State:
        """The state of an action on the day of the site."""
        return self.standing(action).state

    def due(self, action: Action) -> str:
        """How the day that binds lies to the day of the site: `none`, `unfixed`, `passed` or `coming`."""
        standing = self.standing(action)
        if action.due_raw is None and standing.response_due is None:
            return "none"
        last = edtf.last_day(standing.binding_due)
        if last is None:
            return "unfixed"
        return "passed" if last < self.as_of else "coming"

    def overdue(self, action: Action) -> bool:
        """Whether an action is past its day and not settled."""
        return bool(self.standing(action).overdue(self.as_of))

    def tone(self, action: Action) -> str:
        """How an answer stands, coarsely, for colours: `settled`, `possible`, `moving` or `open`."""
        standing = self.standing(action)
        if standing.settled:
            return "settled"
        if standing.state == "answer_possible":
            return "possible"
        return "open" if standing.state in ("raised", "no_answer_found_in_papers_read") else "moving"

    @cached_property
    def actions_in_order(self) -> list[Action]:
        """The actions by council, body, day and place, for the way from one to the next."""
        return sorted(self.governance.actions, key=in_order)


def in_order(action: Action) -> tuple[str, ...]:
    """Sorts actions by council, body, day, paper and place on it."""
    place = f"{min((e.start for e in action.quotes('text')), default=0):09}"
    return (action.council or "", action.body or "", action.raised_on or "", action.paper_id or "", place, action.id)


def mentions(record: Record, names: Sequence[str] = ()) -> list[Evidence]:
    """The passages of a record, or of some of its fields, each place once, in the order of papers and text."""
    places: dict[tuple[str, int, int], Evidence] = {}
    for e in record.evidence:
        if not names or e.field in names:
            places.setdefault((e.paper_id, e.start, e.end), e)
    return [places[key] for key in sorted(places)]
