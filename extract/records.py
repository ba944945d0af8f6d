"""Every record of the project, declared once.

Validation, JSON Schema, the headers of the CSV files, `datapackage.json`, `matters.sqlite` and the data dictionary page all
come from these models; no second list of fields exists. Each field says on what it rests:

* `stated`: words of the paper; there is evidence whose `field` is the name of this field.
* `derived`: worked out from another field of the same record (`of`), whose evidence also serves it.
* `structural`: given by the project (ids, hashes, counts) and in need of no evidence.

Names follow Popolo (person, membership, organisation), OParl (paper, body) and schema.org Action. Dates are EDTF
(ISO 8601-2): `2018-05`, `2018-05~` for "around May 2018", `2017-23` for "autumn 2017".
"""

from collections.abc import Iterator
from typing import Any, ClassVar, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from extract.blocks import Layout

PaperKind = Literal["agenda", "minutes", "decision", "report", "action_log", "pack"]
DecisionKind = Literal["resolved", "agreed", "noted", "recommended"]
ActionKind = Literal["action", "recommendation", "information_request", "referral"]
OwnerBasis = Literal["marker", "column", "sentence", "body"]
ActionStatus = Literal[
    "raised",
    "in_progress",
    "awaiting_response",
    "response_received",
    "proposed_for_closure",
    "closed",
    "moved_to_work_programme",
    "deferred",
    "paused",
    "not_accepted",
    "no_longer_feasible",
    "superseded",
    "carried_to_successor_body",
]
#: `answered`: what was asked for was done or given; `progress`: told of without being done; `dropped`: gone from the log unexplained.
ResponseKind = Literal[
    "accepted",
    "partly_accepted",
    "rejected",
    "noted",
    "in_principle",
    "no_longer_feasible",
    "answered",
    "progress",
    "dropped",
]
ResponseChannel = Literal[
    "minuted", "matters_arising", "log_update", "written_circulated", "paper", "letter", "verbal", "clerk"
]
MatchStrength = Literal["strong", "possible"]
OrganisationKind = Literal[
    "council",
    "cabinet",
    "committee",
    "sub_committee",
    "board",
    "panel",
    "joint_committee",
    "partnership",
    "group",
    "team",
    "department",
    "nhs_body",
    "provider",
    "charity",
    "company",
    "government",
    "political_group",
    "school",
    "police",
    "network",
    "other_body",
]
ProgrammeKind = Literal[
    "strategy",
    "plan",
    "fund",
    "programme",
    "project",
    "scheme",
    "initiative",
    "framework",
    "agreement",
    "service_model",
    "network",
]
RelationType = Literal[
    "chairs",
    "vice_chairs",
    "member_of",
    "holds_role_at",
    "represents",
    "reports_to",
    "part_of",
    "joint_with",
    "delegates_to",
    "commissions",
    "provides",
    "funds",
    "pools_budget_with",
    "scrutinises",
    "advises",
    "refers_to",
    "responsible_for",
    "leads",
    "delivers",
    "party_to",
    "succeeds",
    "linked_to",
]

StatementKind = Literal[
    "figure", "legal_basis", "pooled_money", "commissioning", "joint_post", "locality", "population", "dated_event"
]

EntityTable = Literal["people", "organisations", "programmes"]

#: What may stand at either end of a relation: (subjects, objects).
RELATION_ENDS: dict[RelationType, tuple[frozenset[EntityTable], frozenset[EntityTable]]] = {}
_P: frozenset[EntityTable] = frozenset({"people"})
_O: frozenset[EntityTable] = frozenset({"organisations"})
_G: frozenset[EntityTable] = frozenset({"programmes"})
RELATION_ENDS.update(
    {
        "chairs": (_P | _O, _O | _G),
        "vice_chairs": (_P | _O, _O | _G),
        "member_of": (_P | _O, _O | _G),
        "holds_role_at": (_P, _O),
        "represents": (_P | _O, _O),
        "reports_to": (_P | _O | _G, _P | _O),
        "part_of": (_O | _G, _O | _G),
        "joint_with": (_O, _O),
        "delegates_to": (_P | _O, _P | _O),
        "commissions": (_P | _O, _O | _G),
        "provides": (_O, _O | _G),
        "funds": (_O | _G, _O | _G),
        "pools_budget_with": (_O, _O),
        "scrutinises": (_P | _O, _O | _G),
        "advises": (_P | _O, _P | _O),
        "refers_to": (_O, _O),
        "responsible_for": (_P | _O, _O | _G),
        "leads": (_P | _O, _O | _G),
        "delivers": (_O | _G, _G | _O),
        "party_to": (_O, _G | _O),
        "succeeds": (_O | _G, _O | _G),
        "linked_to": (_P | _O | _G, _P | _O | _G),
    }
)


def stated(description: str, default: Any = None) -> Any:
    """A field whose value the words of the paper state: it needs evidence under its own name."""
    return Field(default=default, description=description, json_schema_extra={"basis": "stated"})


def derived(description: str, *, of: str, default: Any = None) -> Any:
    """A field worked out from another field (`of`) of the same record."""
    return Field(default=default, description=description, json_schema_extra={"basis": "derived", "of": of})


def structural(description: str, default: Any = ...) -> Any:
    """A field that the project itself gives."""
    return Field(default=default, description=description, json_schema_extra={"basis": "structural"})


class Evidence(BaseModel):
    """The passage that one value of a record rests on: `text[start:end] == quote`, always."""

    model_config = ConfigDict(extra="forbid")

    field: str = Field(description="name of the field of the record that these words support")
    paper_id: str = Field(description="paper in which the words stand")
    page: int | None = Field(default=None, description="page of the file, from 1; null where it has no pages")
    block: int = Field(description="index of the block in which the words begin")
    start: int = Field(description="first character of the words in texts/<paper_id>.txt, counted in characters from 0")
    end: int = Field(description="one past the last character of the words")
    quote: str = Field(description="the words themselves, exactly as they stand in the text")


class Record(BaseModel):
    """What all records share. `table` is the name of the table in every export; `prefix` begins the ids."""

    model_config = ConfigDict(extra="forbid")
    table: ClassVar[str]
    prefix: ClassVar[str]

    id: str = structural(
        "stable identifier: the printed number where there is one, else a hash of paper, page and raw words"
    )
    council: str | None = structural("id of the council in councils.yml whose paper states this", default=None)
    paper_id: str | None = structural("paper that states this; the first of them where several do", default=None)
    evidence: list[Evidence] = Field(
        default_factory=list,
        description="the passages on which the values rest, at least one for each stated value",
        json_schema_extra={"basis": "structural"},
    )

    @property
    def rests_on_papers(self) -> bool:
        """Whether its values rest on passages of papers, as all do that no person has recorded."""
        return True

    def quotes(self, field: str) -> list[Evidence]:
        """The passages that support one field, in the order found; for a derived field those of its source."""
        info = type(self).model_fields[field].json_schema_extra
        source = info.get("of", field) if isinstance(info, dict) else field
        return [e for e in self.evidence if e.field == source]

    @classmethod
    def field_bases(cls) -> Iterator[tuple[str, str, str | None]]:
        """Each field of the table with its basis (stated, derived, structural) and, if derived, the field it comes from."""
        for name, info in cls.model_fields.items():
            extra = info.json_schema_extra
            if not isinstance(extra, dict):
                raise TypeError(f"{cls.__name__}.{name} does not say on what it rests.")
            yield name, str(extra["basis"]), None if extra.get("of") is None else str(extra["of"])


class Paper(Record):
    """One published document, and what it says of itself."""

    table: ClassVar[str] = "papers"
    prefix: ClassVar[str] = "paper"

    title: str | None = stated("title as the paper prints it")
    kind: PaperKind | None = stated("what kind of paper it is")
    body: str | None = stated("body that met, decided or is reported to; null where the paper does not say")
    date_raw: str | None = stated("date of the meeting or decision as printed; never the date of another meeting")
    date: str | None = derived("that date in EDTF", of="date_raw")
    source_url: str | None = structural("where the paper was published", default=None)
    licence: str | None = structural("terms under which it was published, as far as known", default=None)
    sha256: str = structural("SHA-256 of the bytes of the file")
    format: str = structural("format in which it was read: text, markdown, html, pdf, docx")
    pages: int | None = structural("number of pages; null where the format has none", default=None)
    source_id: str | None = structural(
        "id of the pack of which this is one of several papers; null where it has a file of its own", default=None
    )
    first_page: int | None = structural(
        "page of that pack on which it begins; pages in evidence count those of the pack", default=None
    )
    also_in: list[str] = structural(
        "ids of papers of packs that are this same paper and are not counted again", default=[]
    )
    words: int = structural("number of words read, page furniture left out")


class Decision(Record):
    """What a body decided or was asked to decide: one record for each numbered or lettered limb."""

    table: ClassVar[str] = "decisions"
    prefix: ClassVar[str] = "dec"

    text: str = stated("the decision in the words of the paper, white space folded", default=...)
    kind: DecisionKind = stated("resolved, agreed, noted or recommended", default=...)
    verb: str | None = stated("operative verb, in its plain form: approve, note, receive, endorse")
    minute_number: str | None = stated("number of the minute, item or paragraph as printed")
    part: str | None = stated("letter or number of the limb as printed")
    item_title: str | None = stated("heading of the item under which it stands")
    body: str | None = stated("body that decides or is asked to decide")
    date_raw: str | None = stated("date of the decision as printed")
    date: str | None = derived("that date in EDTF", of="date_raw")
    is_key: bool | None = stated("whether the paper says that it is a key decision")
    subject_to_call_in: bool | None = stated("whether the paper says that it can be called in")
    proposer: str | None = stated("who proposed it, as written")
    seconder: str | None = stated("who seconded it, as written")
    votes: str | None = stated("the vote as written; never turned into named votes")
    routine: bool = structural(
        "approval of earlier minutes, apologies noted, accounts paid and the like", default=False
    )


class Action(Record):
    """What someone is to do after the meeting."""

    table: ClassVar[str] = "actions"
    prefix: ClassVar[str] = "act"

    text: str = stated("the action in the words of the paper, white space folded", default=...)
    kind: ActionKind = stated("action, recommendation, information_request or referral", default=...)
    owner_raw: str | None = stated("who is to do it, as written; null where nobody is named")
    owner_basis: OwnerBasis | None = derived(
        "how the paper names the owner: marker, column, sentence or body", of="owner_raw"
    )
    owner_id: str | None = derived("the person or organisation meant, where that is certain", of="owner_raw")
    owner_name: str | None = derived("fullest name of that owner", of="owner_raw")
    due_raw: str | None = stated("when it is due, as written")
    due_date: str | None = derived("that time in EDTF; null where it cannot be fixed", of="due_raw")
    minute_number: str | None = stated("number of the minute, item or paragraph as printed")
    item_title: str | None = stated("heading of the item under which it stands")
    body: str | None = stated("body at whose meeting it was raised")
    raised_raw: str | None = stated("date of that meeting as printed")
    raised_on: str | None = derived("that date in EDTF", of="raised_raw")
    status_raw: str | None = stated("status word that the paper itself gives")
    status: ActionStatus = derived(
        "state, from the status word; raised where the paper gives none", of="status_raw", default="raised"
    )
    log_ref: str | None = stated("reference that the body's own log gives it, as printed")
    origin_raw: str | None = stated("meeting or item from which a log says that it comes, as printed")
    addressee_raw: str | None = stated("body or person to whom it is addressed, as printed")
    area_raw: str | None = stated("directorate or portfolio that a log names, as printed")
    progress_raw: str | None = stated("what a log says of its progress, as printed")
    rag_raw: str | None = stated("colour that a log gives it (red, amber, green, blue), as printed")
    closed_raw: str | None = stated("when it was closed or completed, as a log prints it")
    closed_on: str | None = derived("that date in EDTF", of="closed_raw")
    in_log: bool = structural("whether it stands as a row of an action log or tracker", default=False)
    decision_id: str | None = structural("decision that raises it, where it is also one", default=None)
    routine: bool = structural("standing business such as putting an item on the next agenda", default=False)


class Answer(Record):
    """What one paper says of the outcome of something asked for or decided earlier; where papers meet it becomes a response.

    No table of its own is exported: an answer is published with the action that it answers.
    """

    table: ClassVar[str] = "answers"
    prefix: ClassVar[str] = "ans"

    text: str = stated("the answer in the words of the paper, white space folded", default=...)
    channel: ResponseChannel = stated("how the answer came; the passage is the words that show it", default=...)
    response_kind: ResponseKind = stated("what kind of answer it is", default=...)
    status: ActionStatus = derived("state to which its words come", of="response_kind", default="response_received")
    about_raw: str | None = stated("words of what is answered, as this paper repeats them")
    cites_ref: str | None = stated("reference of what is answered, as printed")
    cites_minute: str | None = stated("number of the earlier minute that it cites")
    cites_date_raw: str | None = stated("date of the earlier meeting that it cites, as printed")
    cites_date: str | None = derived("that date in EDTF", of="cites_date_raw")
    owner_raw: str | None = stated("who reports or has done it, as written")
    owner_id: str | None = derived("the person or organisation meant, where that is certain", of="owner_raw")
    owner_name: str | None = derived("fullest name of that person or organisation", of="owner_raw")
    item_title: str | None = stated("heading of the item under which it stands")
    body: str | None = stated("body at whose meeting, or by which, it is given")
    date_raw: str | None = stated("date of the answer as printed")
    date: str | None = derived("that date in EDTF", of="date_raw")


class Response(Record):
    """What a later paper or the clerk says about an action."""

    table: ClassVar[str] = "responses"
    prefix: ClassVar[str] = "resp"

    action_id: str = structural("action that is answered")
    date: str | None = stated("date of the answer in EDTF")
    channel: ResponseChannel = stated("how the answer came", default=...)
    response_kind: ResponseKind = stated("what kind of answer it is", default=...)
    text: str = stated("the answer in the words of the paper, or of the clerk", default=...)
    status_raw: str | None = stated("status word that the paper gives the action")
    progress_raw: str | None = stated("what a log says of its progress, as printed")
    rag_raw: str | None = stated("colour that a log gives the action, as printed")
    log_ref: str | None = stated("reference by which the paper calls the action, as printed")
    match_strength: MatchStrength = structural("strong, or only possible and never shown as answered")
    match_signal: str = structural("why it is held to be about this action, in words", default="")
    source_id: str | None = structural(
        "record of the paper, a row of a log or an answer, that it comes from", default=None
    )
    recorded_by: str | None = structural("who recorded it in corrections.yml; null where a paper says it", default=None)
    recorded_on: str | None = structural("day on which it was recorded", default=None)
    document: str | None = structural("document or address that the clerk names", default=None)

    @property
    def rests_on_papers(self) -> bool:
        """False where the clerk recorded it: then the entry in the corrections stands for it, and not a passage."""
        return self.recorded_by is None


class Person(Record):
    """A named office-holder, officer or representative."""

    table: ClassVar[str] = "people"
    prefix: ClassVar[str] = "per"

    name: str = stated("fullest name that the papers give, without honorific", default=...)
    honorific: str | None = stated("Mr, Ms, Dr, Cllr and the like, as written")
    other_names: list[str] = stated("other forms of the name in the papers", default=[])


class Membership(Record):
    """A person's role at a body, as stated at a date."""

    table: ClassVar[str] = "memberships"
    prefix: ClassVar[str] = "mem"

    person_id: str = structural("the person")
    person_name: str = stated(
        "fullest name of the person; the passage is where the role is stated of them", default=...
    )
    role: str | None = stated("office or job as the paper states it")
    organisation_id: str | None = structural("the body, where the paper names it", default=None)
    organisation_name: str | None = stated("name of that body as the paper gives it")
    as_of: str | None = structural("date of the paper that states it, in EDTF", default=None)
    start: str | None = stated("first day, in EDTF, where stated")
    end: str | None = stated("last day, in EDTF, where stated")


class Organisation(Record):
    """A council, committee, board, NHS body, provider, charity, group or team."""

    table: ClassVar[str] = "organisations"
    prefix: ClassVar[str] = "org"

    name: str = stated("fullest name that the papers give", default=...)
    other_names: list[str] = stated("acronyms and other forms in the papers", default=[])
    classification: OrganisationKind = derived("kind of body, from its name", of="name", default="other_body")
    parent_id: str | None = structural("body of which it is part, where the papers say so", default=None)
    successor_id: str | None = structural("body that took its place, where the papers say so", default=None)


class Programme(Record):
    """A named strategy, plan, fund, programme, scheme, agreement or service model."""

    table: ClassVar[str] = "programmes"
    prefix: ClassVar[str] = "prog"

    name: str = stated("fullest name that the papers give", default=...)
    other_names: list[str] = stated("acronyms and other forms in the papers", default=[])
    kind: ProgrammeKind = derived("kind of programme, from its name", of="name", default="programme")
    lead_id: str | None = structural("person or body that leads it, where the papers say so", default=None)


class Relation(Record):
    """A typed edge between two people, organisations or programmes, as stated at a date."""

    table: ClassVar[str] = "relations"
    prefix: ClassVar[str] = "rel"

    subject_id: str = structural("person, organisation or programme that stands at the beginning")
    subject_name: str = stated("its fullest name; the passage is how these words name it", default=...)
    type: RelationType = stated("what the paper says of the two", default=...)
    object_id: str = structural("person, organisation or programme that stands at the end")
    object_name: str = stated("its fullest name; the passage is how these words name it", default=...)
    role: str | None = stated("office or job, for holds_role_at")
    basis: Literal["stated", "attendance"] = structural(
        "stated in words, or following from a list of members present", default="stated"
    )
    as_of: str | None = structural("date of the paper that states it, in EDTF", default=None)
    start: str | None = stated("first day, in EDTF, where stated")
    end: str | None = stated("last day, in EDTF, where stated")
    proposed: bool = structural("whether the paper says that it is only proposed", default=False)
    negated: bool = structural("whether the paper denies it", default=False)


class Coverage(Record):
    """What was read of a body's papers and what was not."""

    table: ClassVar[str] = "coverage"
    prefix: ClassVar[str] = "cov"

    body: str | None = structural("body as the manifest lists it", default=None)
    period: str | None = structural("first and last date of the papers listed, in EDTF", default=None)
    listed: int = structural("papers listed in the manifest")
    read: int = structural("papers read")
    failed: int = structural("papers that could not be read")
    why: str | None = structural("for each paper not read, the reason", default=None)
    in_packs: int = structural("papers found in the agenda packs among them", default=0)
    counted_once: int = structural(
        "of those, papers that stand in the corpus already and are not counted again", default=0
    )
    unread_pages: int = structural("pages that hold no text and were not read", default=0)
    notes: str | None = structural("which papers are counted once, and which pages were not read", default=None)


class Statement(Record):
    """A sentence that states a figure, a legal basis, a population or a dated event. It is no table of the exports: questions quote it."""

    table: ClassVar[str] = "statements"
    prefix: ClassVar[str] = "sta"

    text: str = stated("the sentence, or the part of a long one, in the words of the paper, white space folded", default=...)
    kind: StatementKind = derived("what it states, from its words", of="values", default=...)
    values: list[str] = stated("the figures, laws, or words by which it says so, as written", default=...)
    populations: list[str] = stated("the numbers of people in it that are populations, as written", default=[])
    years: list[str] = stated("the years that it names, as written", default=[])
    date_raw: str | None = stated("date of a dated event as written")
    date: str | None = derived("that date in EDTF", of="date_raw")


#: Every table that is exported, in the order in which the exports list them.
TABLES: tuple[type[Record], ...] = (
    Paper,
    Decision,
    Action,
    Response,
    Person,
    Membership,
    Organisation,
    Programme,
    Relation,
    Coverage,
)

RELATION_TYPES: tuple[RelationType, ...] = get_args(RelationType)


class Unused(BaseModel):
    """Something that was seen and not used: a cue without a record, an action without an owner, a page without text."""

    paper_id: str
    what: str = Field(description="what was seen, in one phrase")
    why: str = Field(description="why nothing was made of it")
    start: int | None = Field(default=None, description="first character of the words in the text")
    end: int | None = Field(default=None, description="one past their last character")
    quote: str | None = None


class Reading(BaseModel):
    """All that `extract` has to say of one paper. Ids of people, organisations and programmes hold within the paper."""

    paper: Paper
    layout: Layout
    decisions: list[Decision] = []
    actions: list[Action] = []
    answers: list[Answer] = []
    people: list[Person] = []
    memberships: list[Membership] = []
    organisations: list[Organisation] = []
    programmes: list[Programme] = []
    relations: list[Relation] = []
    statements: list[Statement] = []
    unused: list[Unused] = []

    def records(self) -> Iterator[Record]:
        """Every record of the reading, the paper first."""
        yield self.paper
        for name in (
            "decisions",
            "actions",
            "answers",
            "people",
            "memberships",
            "organisations",
            "programmes",
            "relations",
        ):
            yield from getattr(self, name)
        yield from self.statements
