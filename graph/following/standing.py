"""How an action stands on a stated day: what pages, exports and the command line show of it.

A standing holds what was worked out from the papers and the clerk's entries. What depends only on the day (overdue, age, meetings since)
is never stored: it is asked for with a day.
"""

import datetime
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from extract.records import ActionStatus, Evidence, MatchStrength, ResponseChannel
from graph.times import last_day

#: The stored states of an action, and the three that a reader works out from later papers.
State = Literal[ActionStatus, "no_answer_found_in_papers_read", "answer_possible", "answer_found"]
STATES: tuple[State, ...] = get_args(State)

#: States in which nothing more is waited for.
SETTLED: frozenset[State] = frozenset(
    {
        "answer_found",
        "closed",
        "moved_to_work_programme",
        "no_longer_feasible",
        "not_accepted",
        "response_received",
        "superseded",
    }
)
#: `stated` in a paper, `worked_out` from one, or `recorded` by the clerk.
Basis = Literal["stated", "worked_out", "recorded"]


class Step(BaseModel):
    """One entry of the history of an action."""

    model_config = ConfigDict(extra="forbid")

    date: str | None = Field(description="day in EDTF; null where the paper states none")
    what: str = Field(description="what happened, in one phrase")
    state: State = Field(description="state to which this step by itself comes")
    channel: ResponseChannel | None = Field(default=None, description="how it is told; null for the raising itself")
    quote: Evidence | None = Field(default=None, description="the words of the paper; null where the clerk recorded it")
    paper_id: str | None = Field(default=None, description="paper that tells it")
    response_id: str | None = Field(default=None, description="the response that it shows; null for the raising itself")
    strength: MatchStrength = Field(default="strong", description="strong, or only possible")
    why: str | None = Field(default=None, description="why it is held to be about this action")
    by: str | None = Field(default=None, description="who recorded it; null where a paper tells it")
    text: str | None = Field(default=None, description="the clerk's own words, where the clerk recorded it")


class Standing(BaseModel):
    """How one action stands, why, and what was read to say so."""

    model_config = ConfigDict(extra="forbid")

    action_id: str = Field(description="the action")
    as_of: str | None = Field(
        default=None, description="day for which it was worked out; null where every paper counts"
    )
    state: State = Field(description="state on the day for which it was worked out")
    basis: Basis = Field(description="whether a paper states it, it was worked out, or the clerk recorded it")
    why: str = Field(description="the reason for the state, one sentence")
    evidence: list[Evidence] = Field(
        default_factory=list,
        description="the words that justify the state; empty where nothing was found or the clerk recorded it",
    )
    steps: list[Step] = Field(default_factory=list, description="its history, earliest first, the raising first of all")
    papers_searched: list[str] = Field(
        default_factory=list, description="ids of the later papers that were read for an answer, earliest first"
    )
    papers_read: list[str] = Field(
        default_factory=list,
        description="ids of all papers read of its body and those that follow it, its own included",
    )
    records: list[str] = Field(
        default_factory=list, description="ids of records of other papers that are this action: lines of later logs"
    )
    raised_on: str | None = Field(default=None, description="day on which it was raised, in EDTF")
    due_date: str | None = Field(default=None, description="when it is due, in EDTF; null where no paper fixes it")
    response_due: str | None = Field(
        default=None, description="last day for a response to a recommendation; null where no period applies"
    )
    response_period: str | None = Field(default=None, description="the period and where it comes from, in words")
    meetings: list[str] = Field(
        default_factory=list, description="days of later meetings of its body and successor in the papers read"
    )
    body: str | None = Field(
        default=None, description="name of the body that holds it now: the successor where it was carried over"
    )
    carried_from: str | None = Field(
        default=None, description="name of the body that raised it, where another holds it now"
    )

    @property
    def settled(self) -> bool:
        """Whether nothing more is waited for."""
        return self.state in SETTLED

    @property
    def possible(self) -> list[Step]:
        """Steps that may be about this action and are never shown as an answer."""
        return [step for step in self.steps if step.strength == "possible"]

    @property
    def binding_due(self) -> str | None:
        """The day in EDTF that binds: the due date, else the last day for a response."""
        return self.due_date or self.response_due

    def overdue(self, as_of: datetime.date) -> bool | None:
        """Whether it is past its day and not settled; None where no day binds."""
        last = last_day(self.binding_due)
        if last is None:
            return None
        return last < as_of and not self.settled

    def age_in_days(self, as_of: datetime.date) -> int | None:
        """Days since it was raised; None where that day is not known in full, or is still to come."""
        try:
            raised = datetime.date.fromisoformat(self.raised_on or "")
        except ValueError:
            return None
        return (as_of - raised).days if raised <= as_of else None

    def meetings_since(self, as_of: datetime.date) -> int:
        """Meetings of its body, in the papers read, after it was raised and not after a day."""
        return sum(1 for day in self.meetings if day <= as_of.isoformat())

    def answered_on(self) -> str | None:
        """Day of the first step by which it was settled, in EDTF; None while it is not settled."""
        if not self.settled:
            return None
        days = [s.date for s in self.steps if s.strength == "strong" and s.state in SETTLED and s.date]
        return min(days) if days else None
