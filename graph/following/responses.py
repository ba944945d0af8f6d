"""Makes responses of what later papers say of an action: a line of a log, an answer, a paper that was asked for, a line that is gone."""

import hashlib

from extract.corrections import AnswerSaid, CloseSaid
from extract.records import Action, Answer, Evidence, MatchStrength, Paper, Response, ResponseKind
from graph.following.standing import State

_KIND_OF_STATUS: dict[str, ResponseKind] = {
    "closed": "answered",
    "response_received": "answered",
    "not_accepted": "rejected",
    "no_longer_feasible": "no_longer_feasible",
}


def response_id(action_id: str, source: str, *more: str) -> str:
    """A stable id from the action and the record that it comes from."""
    return "resp-" + hashlib.sha256("\x1f".join((action_id, source, *more)).encode()).hexdigest()[:12]


def _as(field: str, passages: list[Evidence]) -> list[Evidence]:
    return [e.model_copy(update={"field": field}) for e in passages[:1]]


def _dated(paper: Paper) -> list[Evidence]:
    return _as("date", paper.quotes("date_raw"))


def words_of_row(row: Action) -> str:
    """The words by which a line of a log is shown as a response."""
    return str(next(v for v in (row.progress_raw, row.status_raw, row.rag_raw, row.text) if v))


def of_row(action_id: str, row: Action, paper: Paper, strength: MatchStrength, why: str) -> Response:
    """A line of a log as an update on the action."""
    field = next(f for f in ("progress_raw", "status_raw", "rag_raw", "text") if getattr(row, f))
    shown = next(f for f in ("status_raw", "rag_raw", "progress_raw", "text") if getattr(row, f))
    evidence = [
        *_as("text", row.quotes(field)),
        *_as("channel", row.quotes(shown)),
        *_as("response_kind", row.quotes(shown)),
        *(e for name in ("status_raw", "progress_raw", "rag_raw", "log_ref") for e in row.quotes(name)),
    ]
    dated = _dated(paper) if paper.date else []
    return Response(
        id=response_id(action_id, row.id),
        council=row.council,
        paper_id=row.paper_id,
        action_id=action_id,
        date=paper.date if dated else None,
        channel="log_update",
        response_kind=_KIND_OF_STATUS.get(row.status, "progress"),
        text=words_of_row(row),
        status_raw=row.status_raw,
        progress_raw=row.progress_raw,
        rag_raw=row.rag_raw,
        log_ref=row.log_ref,
        match_strength=strength,
        match_signal=why,
        source_id=row.id,
        evidence=[*dated, *evidence],
    )


def of_answer(action_id: str, answer: Answer, paper: Paper, strength: MatchStrength, why: str) -> Response:
    """What a paper tells of the action."""
    dated = _dated(paper) if paper.date else []
    return Response(
        id=response_id(action_id, answer.id),
        council=answer.council,
        paper_id=answer.paper_id,
        action_id=action_id,
        date=paper.date if dated else None,
        channel=answer.channel,
        response_kind=answer.response_kind,
        text=answer.text,
        log_ref=answer.cites_ref,
        match_strength=strength,
        match_signal=why,
        source_id=answer.id,
        evidence=[
            *dated,
            *answer.quotes("text"),
            *answer.quotes("channel"),
            *answer.quotes("response_kind"),
            *_as("log_ref", answer.quotes("cites_ref")),
        ],
    )


def of_paper(action_id: str, paper: Paper, strength: MatchStrength, why: str) -> Response:
    """A later paper that bears as its title what was asked for."""
    dated = _dated(paper) if paper.date else []
    title = paper.quotes("title")
    return Response(
        id=response_id(action_id, paper.id),
        council=paper.council,
        paper_id=paper.id,
        action_id=action_id,
        date=paper.date if dated else None,
        channel="paper",
        response_kind="answered",
        text=str(paper.title),
        match_strength=strength,
        match_signal=why,
        source_id=paper.id,
        evidence=[*dated, *_as("text", title), *_as("channel", title), *_as("response_kind", title)],
    )


def of_gone(action_id: str, last: Action, before: Paper, later: Paper) -> Response:
    """A line that stood in one version of a log and is gone from the next; the words are those where it last stood."""
    dated = _dated(later) if later.date else []
    return Response(
        id=response_id(action_id, last.id, later.id),
        council=last.council,
        paper_id=later.id,
        action_id=action_id,
        date=later.date if dated else None,
        channel="log_update",
        response_kind="dropped",
        text=last.text,
        log_ref=last.log_ref,
        match_strength="possible",
        match_signal=f"it stood in {before.id} and is gone from {later.id}",
        source_id=last.id,
        evidence=[
            *dated,
            *last.quotes("text"),
            *_as("channel", last.quotes("text")),
            *_as("response_kind", last.quotes("text")),
            *last.quotes("log_ref"),
        ],
    )


def of_clerk(action_id: str, entry: AnswerSaid | CloseSaid, council: str | None) -> Response:
    """What the clerk recorded; it rests on the entry in the corrections and on no passage."""
    closing = isinstance(entry, CloseSaid)
    text = entry.text or "Closed."
    return Response(
        id=response_id(action_id, entry.kind, entry.date, text),
        council=council,
        action_id=action_id,
        date=entry.date,
        channel="clerk",
        response_kind="answered" if isinstance(entry, CloseSaid) else entry.response_kind,
        text=text,
        match_strength="strong",
        match_signal="closed by the clerk" if closing else "recorded by the clerk",
        recorded_by=entry.who,
        recorded_on=entry.when.isoformat(),
        document=entry.document,
    )


def state_of_kind(kind: ResponseKind) -> State:
    """The state to which a kind of answer comes by itself."""
    states: dict[ResponseKind, State] = {
        "answered": "answer_found",
        "rejected": "not_accepted",
        "no_longer_feasible": "no_longer_feasible",
        "progress": "in_progress",
        "dropped": "answer_possible",
    }
    return states.get(kind, "response_received")


def state_of_answer(answer: Answer) -> State:
    """The state to which an answer comes: what was done is an answer found; a formal reply is a response received."""
    if answer.response_kind == "answered":
        return "answer_found" if answer.status == "response_received" else answer.status
    return answer.status
