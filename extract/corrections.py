"""What people say about the papers and the records: misreadings, identity judgements, edits, names withheld.

They are data in `corpus/corrections.yml`, each entry with who says so, when and why. A misreading and a withheld name are
applied while a paper is read; a judgement, an edit and what a clerk says of an action where papers meet.
"""

import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from extract.records import ResponseKind

Words = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]


class Correction(BaseModel):
    """What every entry says of itself."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    who: Words = Field(description="who says so: a name, or an office such as Clerk to the Board")
    when: datetime.date = Field(description="day on which it was said")
    why: Words = Field(description="the reason, in one sentence")


class Misreading(Correction):
    """Words that were read wrongly from the published paper (a lost apostrophe, a letter taken for another)."""

    kind: Literal["misreading"] = "misreading"
    paper: Words = Field(description="id of the paper in the manifest")
    wrong: Words = Field(description="the words as read; every place where they stand in the paper is mended")
    right: Words = Field(description="the words as the published paper has them")


class Judgement(Correction):
    """Whether two people, organisations or programmes are one. `unsure` keeps the question from being asked again."""

    kind: Literal["same", "different", "unsure"]
    left: Words = Field(description="id of one record, as the site shows it")
    right: Words = Field(description="id of the other record")


class Edit(Correction):
    """One value of one record, set by a person against what was read."""

    kind: Literal["edit"] = "edit"
    record: Words = Field(description="id of the record, as the site shows it")
    field: Words = Field(description="name of the field")
    value: Any = Field(default=..., description="the right value; null for: the paper does not say")


class Withhold(Correction):
    """A name that is not published: it is masked in every paper before anything else is read."""

    kind: Literal["withhold"] = "withhold"
    name: Words = Field(description="the name as the papers write it in full")
    other_names: tuple[Words, ...] = Field(default=(), description="other forms of the name in the papers")


#: A day, a month or a year, as a clerk knows it.
Day = Annotated[str, StringConstraints(pattern=r"^\d{4}(?:-\d{2}(?:-\d{2})?)?$")]


class OfAction(Correction):
    """What a clerk says of one action. The words kept beside its id find the action again where better rules gave it another."""

    why: Words = Field(default="Recorded by the clerk.", description="the reason, in one sentence")
    action: Words = Field(description="id of the action, as the site shows it")
    action_text: Words | None = Field(default=None, description="words of the action when this was recorded")
    minute_number: Words | None = Field(default=None, description="number of its minute then")
    paper: Words | None = Field(default=None, description="id of the paper that raised it")


class AnswerSaid(OfAction):
    """An answer that no paper read tells of, or that the clerk knows better."""

    kind: Literal["answer"] = "answer"
    text: Words = Field(description="the answer, in the clerk's words")
    date: Day = Field(description="day of the answer: 2024-05-01, 2024-05 or 2024")
    response_kind: ResponseKind = Field(default="answered", description="what kind of answer it is")
    document: Words | None = Field(default=None, description="document or address that holds the answer")


class CloseSaid(OfAction):
    """The action is closed: nothing more is waited for."""

    kind: Literal["close"] = "close"
    date: Day = Field(description="day on which it was closed: 2024-05-01, 2024-05 or 2024")
    text: Words | None = Field(default=None, description="how it ended, in the clerk's words")
    document: Words | None = Field(default=None, description="document or address that says so")


class RejectMatch(OfAction):
    """What was held to answer the action is not about it."""

    kind: Literal["reject-match"] = "reject-match"
    response: Words = Field(description="id of the response that is not about the action, as the site shows it")
    response_text: Words | None = Field(default=None, description="words of that response when this was recorded")


ClerkEntry = AnswerSaid | CloseSaid | RejectMatch
AnyCorrection = Annotated[
    Misreading | Judgement | Edit | Withhold | AnswerSaid | CloseSaid | RejectMatch, Field(discriminator="kind")
]


class Corrections(BaseModel):
    """All entries of `corrections.yml`, in order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    entries: tuple[AnyCorrection, ...] = ()

    def misreadings(self, paper_id: str) -> tuple[Misreading, ...]:
        """The misreadings of one paper."""
        return tuple(e for e in self.entries if isinstance(e, Misreading) and e.paper == paper_id)

    def judgements(self) -> tuple[Judgement, ...]:
        """Who is the same as whom, and who is not."""
        return tuple(e for e in self.entries if isinstance(e, Judgement))

    def edits(self) -> tuple[Edit, ...]:
        """Values set by people."""
        return tuple(e for e in self.entries if isinstance(e, Edit))

    def of_actions(self) -> tuple[ClerkEntry, ...]:
        """What clerks say of single actions, in the order of the file."""
        return tuple(e for e in self.entries if isinstance(e, OfAction))

    def withheld(self) -> tuple[str, ...]:
        """Every form of every withheld name, longest first."""
        names = {n for e in self.entries if isinstance(e, Withhold) for n in (e.name, *e.other_names)}
        return tuple(sorted(names, key=lambda name: (-len(name), name)))
