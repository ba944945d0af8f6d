"""A tiny fictional council, read by hand: two short papers with their records, for tests of everything that is published.

Names are hostile on purpose where they say so: text from papers must stay text wherever it is written.
"""

from datetime import date
from hashlib import sha256
from typing import Any, TypeVar

from extract.blocks import Block, Layout
from extract.councils import Council
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
    Reading,
    Record,
    Relation,
    Response,
)
from graph import Governance, build_governance

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

COUNCIL = Council(
    id="fenwick", name="Fenwick Borough Council", gss_code="E09999999", website="https://fenwick.example/"
)
R = TypeVar("R", bound=Record)


class Sheet:
    """A paper under construction: lines become blocks, and words become evidence at the place where they stand."""

    def __init__(self, paper_id: str) -> None:
        self.paper_id = paper_id
        self.text = ""
        self.blocks: list[Block] = []

    def add(self, kind: str, words: str, *, lead: int = 0, **marks: Any) -> None:
        """A block of this kind; `lead` characters of it are its printed number."""
        self.text += "\n\n" if self.text else ""
        start = len(self.text)
        self.text += words
        given = {
            "index": len(self.blocks),
            "kind": kind,
            "start": start,
            "end": len(self.text),
            "body_start": start + lead,
        }
        self.blocks.append(Block.model_validate(given | marks))

    def words(self, field: str, quote: str) -> Evidence:
        """The first place where the words stand, as evidence of a field."""
        start = self.text.index(quote)
        block = next(b for b in self.blocks if b.start <= start < b.end)
        end = start + len(quote)
        return Evidence(
            field=field, paper_id=self.paper_id, page=block.page, block=block.index, start=start, end=end, quote=quote
        )

    def make(self, model: type[R], id_: str, quotes: dict[str, str], **derived: Any) -> R:
        """A record whose fields each rest on the words given; `derived` says the values that are not those words."""
        evidence = [self.words(field, quote) for field, quote in quotes.items()]
        values: dict[str, Any] = {"id": id_, "council": COUNCIL.id, "paper_id": self.paper_id, "evidence": evidence}
        return model.model_validate(values | quotes | derived)

    def reading(self, quotes: dict[str, str], derived: dict[str, Any], **tables: list[Any]) -> Reading:
        """The whole paper with its records by table."""
        digest = sha256(self.text.encode("utf-8", "replace")).hexdigest()
        counted = {"sha256": digest, "format": "text", "words": len(self.text.split())}
        paper = self.make(Paper, self.paper_id, quotes, **counted, **derived)
        return Reading(paper=paper, layout=Layout(text=self.text, blocks=self.blocks, format="text"), **tables)


def _minutes(who: str, board: str, plan: str) -> Reading:
    s = Sheet("fenwick-minutes")
    s.add("furniture", "Fenwick Borough Council – page 1 of 1", page=1)
    s.add("heading", "Care Scrutiny Panel, 4 May 2030", level=1, page=1)
    s.add("heading", "12. Winter services", level=2, number="12.", lead=4, page=1)
    s.add("paragraph", f"Councillor {who}, Chair of the Care Scrutiny Panel, spoke about the {plan}.", page=1)
    s.add("paragraph", f"The {board} reports to the Care Scrutiny Panel.", page=1)
    s.add(
        "paragraph",
        "Tom Reed, Joint Director at Fenwick Borough Council and Fenwick Trust, was to write a note.",
        page=1,
    )
    s.add("paragraph", "RESOLVED – That:", page=1)
    s.add("list_item", "(a) the plan be approved; and", level=1, number="(a)", lead=4, page=1)
    s.add(
        "list_item", "(b) Tom Reed send the figures to the Panel by June 2030.", level=1, number="(b)", lead=4, page=1
    )
    s.add("table_row", "Fenwick Borough Council", row=0, column=0, column_name="Organisation", page=1)
    s.add("table_row", "Tom Reed", row=0, column=1, column_name="Member", page=1)
    panel, council, trust = "Care Scrutiny Panel", "Fenwick Borough Council", "Fenwick Trust"
    figures = "Tom Reed send the figures to the Panel by June 2030"
    raised = {"body": panel, "raised_raw": "4 May 2030"}
    joint = {"person_name": "Tom Reed", "role": "Joint Director"}
    decisions = [
        s.make(
            Decision,
            "dec-12-a",
            {"text": "the plan be approved", "kind": "RESOLVED", "verb": "approved", "part": "(a)", "body": panel}
            | {"date_raw": "4 May 2030"},
            kind="resolved",
            verb="approve",
            date="2030-05-04",
        ),
        s.make(Decision, "dec-12-b", {"text": figures, "kind": "RESOLVED", "part": "(b)"}, kind="resolved"),
    ]
    actions = [
        s.make(
            Action,
            "act-figures",
            {"text": figures, "kind": "send", "owner_raw": "Tom Reed", "due_raw": "by June 2030"} | raised,
            kind="information_request",
            owner_basis="sentence",
            owner_id="per-reed",
            owner_name="Tom Reed",
            due_date="2030-06",
            raised_on="2030-05-04",
            decision_id="dec-12-b",
        ),
        s.make(Action, "act-note", {"text": "write a note", "kind": "was to"}, kind="action"),
    ]
    memberships = [
        s.make(
            Membership,
            "mem-marsh",
            {"person_name": who, "role": "Chair", "organisation_name": panel},
            person_id="per-marsh",
            organisation_id="org-panel",
            as_of="2030-05-04",
        ),
        *(
            s.make(
                Membership,
                id_,
                joint | {"organisation_name": at},
                person_id="per-reed",
                organisation_id=body,
                as_of="2030-05-04",
            )
            for id_, at, body in (("mem-reed", council, "org-fenwick"), ("mem-reed-trust", trust, "org-trust"))
        ),
    ]
    relations = [
        s.make(
            Relation,
            "rel-reports",
            {"subject_name": board, "type": "reports to", "object_name": panel},
            type="reports_to",
            subject_id="org-board",
            object_id="org-panel",
            as_of="2030-05-04",
        ),
        s.make(
            Relation,
            "rel-chairs",
            {"subject_name": who, "type": "Chair of", "object_name": panel},
            type="chairs",
            subject_id="per-marsh",
            object_id="org-panel",
            as_of="2030-05-04",
        ),
    ]
    return s.reading(
        {"title": "Winter services", "kind": "RESOLVED", "body": panel, "date_raw": "4 May 2030"},
        {"kind": "minutes", "date": "2030-05-04", "source_url": "https://fenwick.example/minutes/12"},
        decisions=decisions,
        actions=actions,
        memberships=memberships,
        relations=relations,
        people=[
            s.make(Person, "per-marsh", {"name": who, "honorific": "Councillor"}),
            s.make(Person, "per-reed", {"name": "Tom Reed"}),
        ],
        organisations=[
            s.make(Organisation, "org-board", {"name": board}, classification="board"),
            s.make(Organisation, "org-fenwick", {"name": council}, classification="council"),
            s.make(Organisation, "org-panel", {"name": panel}, classification="panel"),
            s.make(Organisation, "org-trust", {"name": trust}, classification="nhs_body"),
        ],
        programmes=[s.make(Programme, "prog-plan", {"name": plan}, kind="plan")],
    )


def _later() -> tuple[Reading, Response]:
    s = Sheet("fenwick-later")
    s.add("heading", "Care Scrutiny Panel, September 2030", level=1)
    s.add("paragraph", "Matters arising: Tom Reed had sent the figures asked for in May.")
    answer = s.make(
        Response,
        "resp-figures",
        {"text": "Tom Reed had sent the figures", "channel": "Matters arising", "response_kind": "sent"},
        action_id="act-figures",
        channel="matters_arising",
        response_kind="answered",
        match_strength="strong",
    )
    reading = s.reading(
        {"date_raw": "September 2030"},
        {"date": "2030-09", "source_url": "javascript:alert(1)"},
        people=[s.make(Person, "per-reed-later", {"name": "Tom Reed"})],
    )
    return reading, answer


def tiny(hostile: str | None = None) -> Governance:
    """The governance of the council; `hostile` takes the place of the name of a person, a body and a programme."""
    first = _minutes(
        hostile or "Ada Marsh", hostile or "Fenwick Health and Care Board", hostile or "Fenwick Winter Plan"
    )
    later, answer = _later()
    coverage = Coverage(
        id="cov-fenwick",
        council=COUNCIL.id,
        body="Care Scrutiny Panel",
        period="2030-05-04/2030-09",
        listed=3,
        read=2,
        failed=1,
        why="minutes-of-july: the file is empty",
    )
    governance = build_governance([first, later], councils=[COUNCIL], coverage=[coverage])
    governance.tables["responses"].append(answer)
    return governance
