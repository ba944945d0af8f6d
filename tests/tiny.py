"""A tiny fictional council, read by hand: two short papers with their records, for tests of everything that is published.

Names are hostile on purpose where they say so: text from papers must stay text wherever it is written.
"""

from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

import networkx as nx

from extract.blocks import Block, Layout
from extract.records import (
    Action,
    Coverage,
    Decision,
    Evidence,
    Membership,
    Organisation,
    Paper,
    Person,
    Programme,
    Record,
    Relation,
    Response,
)

AS_OF = date(2031, 3, 1)

HOSTILE = (
    "<script>alert(1)</script>",
    "[press](javascript:alert(1))",
    "Pipe | and ` tick ``` fence",
    "{{ site.version }} {% raw %}",
    '=HYPERLINK("x")',
    "*stars* _lines_ # hash",
    '" onmouseover="alert(1)',
    "1. not a list",
    "Straße – Ængland 数",
    "back\\slash \u202edrawkcab",
)


@dataclass(frozen=True)
class TinyCouncil:
    id: str
    name: str
    gss_code: str | None = None
    website: str | None = None


@dataclass
class TinyGovernance:
    papers: list[Paper] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    memberships: list[Membership] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    programmes: list[Programme] = field(default_factory=list)
    relations: list[Relation] = field(default_factory=list)
    coverage: list[Coverage] = field(default_factory=list)

    @property
    def graph(self) -> "nx.MultiDiGraph[str]":
        graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        for table in (self.people, self.organisations, self.programmes):
            for record in table:
                graph.add_node(record.id, name=record.name, table=record.table, council=record.council)
        for relation in self.relations:
            graph.add_edge(
                relation.subject_id, relation.object_id, key=relation.id, type=relation.type, as_of=relation.as_of
            )
        return graph


class Sheet:
    """A paper under construction: lines become blocks, words become evidence at the place where they stand."""

    def __init__(self, paper_id: str) -> None:
        self.paper_id = paper_id
        self.text = ""
        self.blocks: list[Block] = []

    def add(self, kind: str, words: str, **marks: object) -> None:
        start = len(self.text) + (2 if self.text else 0)
        self.text += ("\n\n" if self.text else "") + words
        lead = int(marks.pop("lead", 0))  # type: ignore[call-overload]
        self.blocks.append(
            Block.model_validate(
                {
                    "index": len(self.blocks),
                    "kind": kind,
                    "start": start,
                    "end": len(self.text),
                    "body_start": start + lead,
                    **marks,
                }
            )
        )

    def words(self, field: str, quote: str) -> Evidence:
        start = self.text.index(quote)
        block = next(b for b in self.blocks if b.start <= start < b.end)
        return Evidence(
            field=field,
            paper_id=self.paper_id,
            page=block.page,
            block=block.index,
            start=start,
            end=start + len(quote),
            quote=quote,
        )

    def layout(self) -> Layout:
        return Layout(text=self.text, blocks=self.blocks, format="text")


def tiny(hostile: str | None = None) -> tuple[TinyGovernance, dict[str, Layout], list[TinyCouncil]]:
    """The governance, the texts and the councils; `hostile` takes the place of the name of a person, a body and a programme."""
    who = hostile or "Ada Marsh"
    board = hostile or "Fenwick Health and Care Board"
    plan = hostile or "Fenwick Winter Plan"
    sheet = Sheet("fenwick-minutes")
    sheet.add("furniture", "Fenwick Borough Council – page 1 of 1", page=1)
    sheet.add("heading", "Care Scrutiny Panel, 4 May 2030", level=1, page=1)
    sheet.add("heading", "12. Winter services", level=2, number="12.", lead=4, page=1)
    sheet.add("paragraph", f"Councillor {who}, Chair of the Care Scrutiny Panel, spoke about the {plan}.", page=1)
    sheet.add(
        "paragraph",
        f"The {board} reports to the Care Scrutiny Panel and Tom Reed, Joint Director at Fenwick Borough Council",
        page=1,
    )
    sheet.add("paragraph", "RESOLVED – That:", page=1)
    sheet.add("list_item", "(a) the plan be approved; and", level=1, number="(a)", lead=4, page=1)
    sheet.add(
        "list_item", "(b) Tom Reed send the figures to the Panel by June 2030.", level=1, number="(b)", lead=4, page=1
    )
    sheet.add("table_row", "Fenwick Borough Council", row=0, column=0, column_name="Organisation", page=1)
    sheet.add("table_row", "Tom Reed", row=0, column=1, column_name="Member", page=1)
    later = Sheet("fenwick-later")
    later.add("heading", "Care Scrutiny Panel, September 2030", level=1)
    later.add("paragraph", "Matters arising: Tom Reed had sent the figures asked for in May.")

    w, v = sheet.words, later.words
    council = "fenwick"

    def make(model: type[Record], id_: str, evidence: list[Evidence], **values: object) -> Record:
        paper = evidence[0].paper_id if evidence else "fenwick-minutes"
        return model.model_validate({"id": id_, "council": council, "paper_id": paper, "evidence": evidence} | values)

    def paper(s: Sheet, evidence: list[Evidence], **values: object) -> Record:
        digest = sha256(s.text.encode("utf-8", "replace")).hexdigest()
        return make(Paper, s.paper_id, evidence, sha256=digest, format="text", words=len(s.text.split()), **values)

    g = TinyGovernance(
        papers=[
            paper(
                sheet,
                [
                    w("title", "Winter services"),
                    w("kind", "RESOLVED"),
                    w("body", "Care Scrutiny Panel"),
                    w("date_raw", "4 May 2030"),
                ],
                title="Winter services",
                kind="minutes",
                body="Care Scrutiny Panel",
                date_raw="4 May 2030",
                date="2030-05-04",
                source_url="https://fenwick.example/minutes/12",
            ),
            paper(
                later,
                [v("date_raw", "September 2030")],
                date_raw="September 2030",
                date="2030-09",
                source_url="javascript:alert(1)",
            ),
        ],  # type: ignore[list-item]
        decisions=[
            make(
                Decision,
                "dec-12-a",
                [
                    w("text", "the plan be approved"),
                    w("kind", "RESOLVED"),
                    w("verb", "approved"),
                    w("part", "(a)"),
                    w("body", "Care Scrutiny Panel"),
                    w("date_raw", "4 May 2030"),
                ],
                text="the plan be approved",
                kind="resolved",
                verb="approve",
                part="(a)",
                body="Care Scrutiny Panel",
                date_raw="4 May 2030",
                date="2030-05-04",
            ),
            make(
                Decision,
                "dec-12-b",
                [
                    w("text", "Tom Reed send the figures to the Panel by June 2030"),
                    w("kind", "RESOLVED"),
                    w("part", "(b)"),
                ],
                text="Tom Reed send the figures to the Panel by June 2030",
                kind="resolved",
                part="(b)",
            ),
        ],  # type: ignore[list-item]
        actions=[
            make(
                Action,
                "act-figures",
                [
                    w("text", "Tom Reed send the figures to the Panel by June 2030"),
                    w("kind", "send"),
                    w("owner_raw", "Tom Reed"),
                    w("due_raw", "by June 2030"),
                    w("body", "Care Scrutiny Panel"),
                    w("raised_raw", "4 May 2030"),
                ],
                text="Tom Reed send the figures to the Panel by June 2030",
                kind="information_request",
                owner_raw="Tom Reed",
                owner_basis="sentence",
                owner_id="per-reed",
                owner_name="Tom Reed",
                due_raw="by June 2030",
                due_date="2030-06",
                body="Care Scrutiny Panel",
                raised_raw="4 May 2030",
                raised_on="2030-05-04",
                decision_id="dec-12-b",
            ),
            make(
                Action, "act-spoke", [w("text", "spoke about"), w("kind", "spoke")], text="spoke about", kind="action"
            ),
        ],  # type: ignore[list-item]
        responses=[
            make(
                Response,
                "resp-figures",
                [
                    v("text", "Tom Reed had sent the figures"),
                    v("channel", "Matters arising"),
                    v("response_kind", "sent"),
                ],
                action_id="act-figures",
                channel="matters_arising",
                response_kind="answered",
                text="Tom Reed had sent the figures",
                match_strength="strong",
            )
        ],  # type: ignore[list-item]
        people=[
            make(Person, "per-marsh", [w("name", who), w("honorific", "Councillor")], name=who, honorific="Councillor"),
            make(Person, "per-reed", [w("name", "Tom Reed"), v("name", "Tom Reed")], name="Tom Reed"),
        ],  # type: ignore[list-item]
        memberships=[
            make(
                Membership,
                "mem-marsh",
                [w("person_name", who), w("role", "Chair"), w("organisation_name", "Care Scrutiny Panel")],
                person_id="per-marsh",
                person_name=who,
                role="Chair",
                organisation_id="org-panel",
                organisation_name="Care Scrutiny Panel",
                as_of="2030-05-04",
            ),
            make(
                Membership,
                "mem-reed",
                [
                    w("person_name", "Tom Reed"),
                    w("role", "Joint Director"),
                    w("organisation_name", "Fenwick Borough Council"),
                ],
                person_id="per-reed",
                person_name="Tom Reed",
                role="Joint Director",
                organisation_id="org-fenwick",
                organisation_name="Fenwick Borough Council",
                as_of="2030-05-04",
            ),
            make(
                Membership,
                "mem-reed-board",
                [w("person_name", "Tom Reed"), w("role", "Joint Director"), w("organisation_name", board)],
                person_id="per-reed",
                person_name="Tom Reed",
                role="Joint Director",
                organisation_id="org-board",
                organisation_name=board,
                as_of="2030-05-04",
            ),
        ],  # type: ignore[list-item]
        organisations=[
            make(Organisation, "org-board", [w("name", board)], name=board, classification="board"),
            make(
                Organisation,
                "org-fenwick",
                [w("name", "Fenwick Borough Council")],
                name="Fenwick Borough Council",
                classification="council",
            ),
            make(
                Organisation,
                "org-panel",
                [w("name", "Care Scrutiny Panel"), v("name", "Care Scrutiny Panel")],
                name="Care Scrutiny Panel",
                other_names=["the Panel"],
                classification="panel",
            ),
        ],  # type: ignore[list-item]
        programmes=[make(Programme, "prog-plan", [w("name", plan)], name=plan, kind="plan")],  # type: ignore[list-item]
        relations=[
            make(
                Relation,
                "rel-reports",
                [w("subject_name", board), w("type", "reports to"), w("object_name", "Care Scrutiny Panel")],
                subject_id="org-board",
                subject_name=board,
                type="reports_to",
                object_id="org-panel",
                object_name="Care Scrutiny Panel",
                as_of="2030-05-04",
            ),
            make(
                Relation,
                "rel-chairs",
                [w("subject_name", who), w("type", "Chair of"), w("object_name", "Care Scrutiny Panel")],
                subject_id="per-marsh",
                subject_name=who,
                type="chairs",
                object_id="org-panel",
                object_name="Care Scrutiny Panel",
                as_of="2030-05-04",
            ),
        ],  # type: ignore[list-item]
        coverage=[
            make(
                Coverage,
                "cov-fenwick",
                [],
                paper_id=None,
                body="Care Scrutiny Panel",
                period="2030-05-04/2030-09",
                listed=3,
                read=2,
                failed=1,
                why="minutes-of-july: the file is empty",
            )
        ],  # type: ignore[list-item]
    )
    layouts = {s.paper_id: s.layout() for s in (sheet, later)}
    return g, layouts, [TinyCouncil(council, "Fenwick Borough Council", "E09999999", "https://fenwick.example/")]
