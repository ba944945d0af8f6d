"""The state of an action from its history: the last sure step counts; possible ones never make it answered."""

from collections.abc import Sequence

from extract.records import Action, Evidence
from graph.following.follow import Event
from graph.following.standing import SETTLED, Basis, Standing, State, Step
from graph.following.tracks import Track
from graph.times import moment

#: How the channel of a step is called in sentences.
_TOLD_BY = {
    "minuted": "later minutes",
    "matters_arising": "matters arising of a later meeting",
    "log_update": "a later log",
    "written_circulated": "an answer circulated in writing",
    "paper": "a later paper",
    "letter": "a letter",
    "verbal": "an answer given in the meeting",
    "clerk": "the clerk",
}


def first_step(track: Track) -> Step:
    """The raising itself, or the first line of a log in which the action stands, in the state that its own paper gives it."""
    action = track.action
    said = action.quotes("status_raw") or action.quotes("rag_raw")
    quotes = [*action.quotes("text")]
    date = action.raised_on
    what = "it first stands in a log" if action.in_log else "it was raised"
    return Step(
        date=date,
        what=f"{what}: {action.status_raw}" if said and action.status_raw else what,
        state=action.status,
        quote=quotes[0] if quotes else None,
        paper_id=action.paper_id,
    )


def history(track: Track, events: Sequence[Event]) -> list[Step]:
    """The raising and all later steps, earliest first; undated ones stand after those of the papers that they must follow."""
    later = sorted((e.step for e in events), key=lambda s: (moment(s.date) or moment(track.raised_on), s.date is None))
    return [first_step(track), *later]


def judge(
    track: Track, events: Sequence[Event], *, here: str | None = None
) -> tuple[State, Basis, str, list[Evidence]]:
    """State, basis, the reason in one sentence, and the words that justify it. `here` is the body that holds it now."""
    steps = history(track, events)
    of_step = {id(e.step): e for e in events}
    sure = [s for s in steps[1:] if s.strength == "strong"]
    recorded = [e for e in events if e.response.recorded_by is not None]
    if recorded:
        final = recorded[-1]
        closing = next((e for e in reversed(recorded) if e.step.state == "closed"), final)
        why = f"{closing.step.by} recorded it: {closing.step.text}"
        return closing.step.state, "recorded", why, []
    if sure:
        last = _deciding(sure)
        basis, why = _basis(last, of_step[id(last)])
        state: State = last.state
        if here is not None and state not in SETTLED and state != "carried_to_successor_body":
            state, why = "carried_to_successor_body", f"It stands in the papers of {here}, the successor: {last.what}."
            basis = "worked_out"
        if state == "raised" and last.channel == "log_update":
            gone = _possible(steps)
            if gone is None:
                return (
                    "no_answer_found_in_papers_read",
                    "worked_out",
                    "A later log holds it and says nothing of its state.",
                    _quoted(of_step[id(last)]),
                )
        gone = _gone_after(steps, last)
        if gone is not None and state not in SETTLED:
            if state == "proposed_for_closure":
                return (
                    "closed",
                    "worked_out",
                    "It was proposed for closure and is gone from the next log.",
                    _quoted(of_step[id(last)]),
                )
            return (
                "answer_possible",
                "worked_out",
                f"Its line is gone from the log: {gone.why}; no paper read says why.",
                _of(gone),
            )
        return state, basis, why, _quoted(of_step[id(last)])
    own = track.action
    if own.status != "raised" or own.status_raw is not None:
        gone = _possible(steps)
        if gone is not None and own.status not in SETTLED:
            if own.status == "proposed_for_closure" and of_step[id(gone)].response.response_kind == "dropped":
                return (
                    "closed",
                    "worked_out",
                    "It was proposed for closure and is gone from the next log.",
                    own.quotes("status_raw")[:1],
                )
            return "answer_possible", "worked_out", _maybe(gone), _of(gone)
        shown = own.quotes("status_raw")[:1]
        return own.status, "stated", f"Its own paper says {own.status_raw}.", shown
    maybe = _possible(steps)
    if maybe is not None:
        return "answer_possible", "worked_out", _maybe(maybe), _of(maybe)
    return "no_answer_found_in_papers_read", "worked_out", "No paper read says what became of it.", []


def _deciding(sure: Sequence[Step]) -> Step:
    """The last sure step; a line of a log that says no state leaves the one before in force."""
    saying = [s for s in sure if s.state != "raised"]
    return (saying or list(sure))[-1]


def _basis(step: Step, event: Event) -> tuple[Basis, str]:
    by = _TOLD_BY[step.channel or "paper"]
    record = event.record
    if isinstance(record, Action) and record.status_raw is not None:
        return "stated", f"The log says {record.status_raw}."
    if step.state == "answer_found":
        return "worked_out", f"Told by {by}, and it is held to be this action by {step.why}."
    return "stated", f"Told by {by}: {step.what}."


def _possible(steps: Sequence[Step]) -> Step | None:
    """The last possible step that would settle the action, or that says that its line is gone."""
    weak = [s for s in steps[1:] if s.strength == "possible" and (s.state in SETTLED or s.what.startswith("its line"))]
    return weak[-1] if weak else None


def _gone_after(steps: Sequence[Step], last: Step) -> Step | None:
    at = steps.index(last)
    return next((s for s in steps[at + 1 :] if s.strength == "possible" and s.what.startswith("its line")), None)


def _maybe(step: Step) -> str:
    return f"It may be answered by {_TOLD_BY[step.channel or 'paper']}, by {step.why}; nothing read makes it certain."


def _of(step: Step) -> list[Evidence]:
    return [step.quote] if step.quote is not None else []


def _quoted(event: Event) -> list[Evidence]:
    """The words that say the state, and those that tell the answer."""
    response = event.response
    found = [*response.quotes("status_raw"), *response.quotes("text")]
    return [*{(e.paper_id, e.start, e.end): e for e in found}.values()]


def standing_of(track: Track, events: Sequence[Event], *, here: str | None, origin: str | None) -> Standing:
    """The standing of one action, but for the papers that were searched."""
    state, basis, why, evidence = judge(track, events, here=here)
    return Standing(
        action_id=track.id,
        state=state,
        basis=basis,
        why=why,
        evidence=evidence,
        steps=history(track, events),
        raised_on=track.raised_on,
        due_date=track.action.due_date,
        body=here or origin,
        carried_from=origin if here is not None else None,
    )
