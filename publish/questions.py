"""Questions that are put to the papers of every council: data, read from `corpus/questions.yml`.

A question selects records of some tables and says which of their fields to show. Nothing in it is code, and every name in it is
checked against the declarations of the records, so that a slip is a sentence and not an empty column.
"""

import re
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, field_validator, model_validator

from extract.records import (
    RELATION_TYPES,
    Action,
    Decision,
    Membership,
    Organisation,
    Paper,
    Person,
    Programme,
    Record,
    Relation,
    Statement,
)
from publish.exports.tables import fields_of

AskedTable = Literal[
    "papers", "decisions", "actions", "people", "memberships", "organisations", "programmes", "relations", "statements"
]
MODELS: dict[str, type[Record]] = {
    m.table: m for m in (Paper, Decision, Action, Person, Membership, Organisation, Programme, Relation, Statement)
}
#: Columns that are worked out of several fields or of relations, by table, with what each says.
COMPUTED: dict[str, dict[str, str]] = {
    "relations": {"said": "Who does what to whom"},
    "memberships": {"held_at": "Held at"},
    "actions": {"owner": "Owner", "due": "Due", "answer": "Answer"},
}
_ENTITIES = frozenset({"people", "organisations", "programmes"})


def _listed(value: Any) -> Any:
    """One word where a list is expected is a list of one."""
    return [value] if isinstance(value, str | bool) else value


def _said(value: Any) -> Any:
    return (
        [("true" if v else "false") if isinstance(v, bool) else v for v in value] if isinstance(value, list) else value
    )


Words = Annotated[list[str], BeforeValidator(_listed)]
Values = Annotated[list[str], BeforeValidator(lambda value: _said(_listed(value)))]


class Column(BaseModel):
    """A column of the answers: a field or relation, its heading where the question gives one, and whether a blank is shown as one."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str
    heading: str | None = None
    always: bool = False


def _column(value: Any) -> Any:
    """`reports_to`, `reports_to!` or `{reports_to: Answers to}` as a column."""
    heading = None
    if isinstance(value, dict) and len(value) == 1:
        value, heading = next(iter(value.items()))
    if not isinstance(value, str) or not isinstance(heading, str | None):
        raise ValueError("a column is a name, or a name with its heading such as {chairs_by: Chair}")
    return {"name": value.removesuffix("!"), "heading": heading, "always": value.endswith("!")}


def _columns(value: Any) -> Any:
    return [_column(v) for v in value] if isinstance(value, list) else [_column(value)]


def columns_of(table: str) -> list[str]:
    """Every column that a question may show of a table: its fields, what is worked out, and for entities each relation from both ends."""
    own = [f.name for f in fields_of(MODELS[table]) if not f.name.endswith("_id") and f.name != "id"]
    ends = [name for kind in RELATION_TYPES for name in (kind, f"{kind}_by")] if table in _ENTITIES else []
    return [*own, *COMPUTED.get(table, {}), *ends]


@cache
def phrases_of(words: tuple[str, ...]) -> re.Pattern[str]:
    """The phrases as whole words in any case; "…" at the end stands for any ending."""
    parts = [
        r"\s+".join(re.escape(unit) for unit in word.removesuffix("…").split())
        + (r"\w*" if word.endswith("…") else r"(?!\w)")
        for word in words
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})", re.IGNORECASE)


class Selection(BaseModel):
    """Which records of one table answer a question, and which of their columns are shown."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    table: AskedTable = Field(description="table whose records answer; statements are sentences of the papers")
    where: dict[str, Values] = Field(
        default_factory=dict, description="fields, each with the values one of which it must have"
    )
    words: Words = Field(default_factory=list, description="phrases one of which must stand in the words it rests on")
    without: Words = Field(default_factory=list, description="phrases none of which may stand there")
    at_several_bodies: bool = Field(default=False, description="of memberships: only a role held at two bodies or more")
    show: Annotated[list[Column], BeforeValidator(_columns), Field(min_length=1)] = Field(
        description="columns, the first of which says the most; one with an exclamation mark says so where nothing is stated"
    )

    @field_validator("words", "without")
    @classmethod
    def _are_words(cls, value: list[str]) -> list[str]:
        if any(not re.search(r"\w", phrase) for phrase in value):
            raise ValueError("a phrase without a letter or digit would stand everywhere: write words, or take it out")
        return value

    @model_validator(mode="after")
    def _names_are_known(self) -> "Selection":
        fields = {f.name: f for f in fields_of(MODELS[self.table])}
        for name, values in self.where.items():
            if name not in fields:
                raise ValueError(f"the table {self.table} has no field {name!r}: use one of {', '.join(fields)}")
            known = fields[name].values or (("true", "false") if fields[name].type == "boolean" else ())
            for value in values:
                if known and value not in known:
                    raise ValueError(f"{name} of {self.table} is never {value!r}: use one of {', '.join(known)}")
        for name in (column.name for column in self.show):
            if name not in columns_of(self.table):
                raise ValueError(
                    f"the table {self.table} has no column {name!r}: use one of {', '.join(columns_of(self.table))}"
                )
        if self.at_several_bodies and self.table != "memberships":
            raise ValueError("at_several_bodies is for the table memberships only: take it out")
        return self


class Question(BaseModel):
    """One question: its title, what it asks in plain words, and where its answers are found."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)] = Field(
        description="short name in addresses"
    )
    title: Annotated[str, StringConstraints(min_length=3, strip_whitespace=True)] = Field(description="the question")
    asks: Annotated[str, StringConstraints(min_length=3, strip_whitespace=True)] = Field(
        description="what counts as an answer, in plain words"
    )
    select: list[Selection] = Field(min_length=1, description="where answers are found; all that any of them finds")
    group_by: str | None = Field(default=None, description="field by whose value the answers are grouped")
    sort: Literal["name", "place", "date"] = Field(
        default="place", description="order: by the first column, by the place in the papers, or by date"
    )

    @model_validator(mode="after")
    def _groups_are_known(self) -> "Question":
        for selection in self.select:
            if self.group_by is not None and self.group_by not in {f.name for f in fields_of(MODELS[selection.table])}:
                raise ValueError(f"the table {selection.table} has no field {self.group_by!r} to group by")
        return self
