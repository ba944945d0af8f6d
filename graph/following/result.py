"""From the records of all papers to actions with their responses and standings."""

import datetime
from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.corrections import AnswerSaid, ClerkEntry, CloseSaid, RejectMatch
from extract.councils import Council
from extract.records import Action, Answer, Decision, Organisation, Paper, Relation, Response
from graph.following import responses
from graph.following.bodies import Bodies
from graph.following.clerk import Rejections, before_action, contradiction, find_action, said
from graph.following.follow import Event, Followed, Follower
from graph.following.recommended import response_due
from graph.following.standing import Standing, Step
from graph.following.states import standing_of
from graph.following.tracks import Track
from graph.following.words import plain
from graph.times import is_after, moment


@dataclass
class Outcome:
    """What following gives: each action once, what answers it, and how it stands."""

    actions: list[Action] = field(default_factory=list)
    responses: list[Response] = field(default_factory=list)
    standings: dict[str, Standing] = field(default_factory=dict)
    #: id of each record that is an action of another paper → the id of that action.
    same: dict[str, str] = field(default_factory=dict)
    #: What is wrong with entries of clerks, one sentence each, with the ids of the actions concerned.
    mistakes: list[tuple[str, list[str]]] = field(default_factory=list)


def stand(
    *,
    papers: Sequence[Paper],
    actions: Sequence[Action],
    answers: Sequence[Answer],
    decisions: Sequence[Decision],
    organisations: Sequence[Organisation],
    relations: Sequence[Relation],
    councils: Sequence[Council],
    councils_of: dict[str, list[str | None]],
    entries: Sequence[ClerkEntry] = (),
    as_of: datetime.date | None = None,
) -> Outcome:
    """Follow every action through all papers of a day not after `as_of` (all papers where that is None).

    `entries` is what clerks say of actions. What is wrong with one of them stands in the outcome; the others hold.
    """
    bodies = Bodies.of(councils, organisations, relations, councils_of)
    until = as_of.isoformat() if as_of is not None else None
    follower = Follower(papers, bodies, until, Rejections(entries))
    followed = follower.follow(actions, answers, decisions)
    _note_gone(followed, follower)
    found = Outcome(same=followed.same)
    _record(followed, follower, entries, until, found)
    for track in followed.tracks:
        events = followed.events[track.id]
        found.actions.append(_whole(track))
        found.responses += [e.response for e in events]
        found.standings[track.id] = _standing(track, events, follower)
    found.responses.sort(key=lambda r: (r.action_id, moment(r.date), r.id))
    return found


def _record(
    followed: Followed, follower: Follower, entries: Sequence[ClerkEntry], until: str | None, found: Outcome
) -> None:
    """Enter what clerks recorded into the histories; what fits nothing, or cannot be so, is reported."""
    tracks = {t.id: t for t in followed.tracks}
    held: dict[str, list[ClerkEntry]] = {}
    for entry in entries:
        action = find_action(entry, [t.action for t in followed.tracks], followed.same)
        if action is None:
            found.mistakes.append(
                (f"{said(entry)} fits no action that was read: mend its id, or take the entry out.", [])
            )
            continue
        for other in held.get(action.id, []):
            against = contradiction(other, entry)
            if against is not None:
                found.mistakes.append((f"{said(entry)} and that by {other.who} on {other.when} {against}", [action.id]))
        held.setdefault(action.id, []).append(entry)
        if isinstance(entry, RejectMatch):
            continue
        early = before_action(entry, action)
        if early is not None:
            found.mistakes.append((f"{said(entry)} {early}", [action.id]))
        elif until is None or not is_after(entry.date, until):
            followed.events[action.id].append(_entered(tracks[action.id], entry))
    for unused in follower.rejections.unused():
        action = find_action(unused, [t.action for t in followed.tracks], followed.same)
        if action is not None and (until is None or until >= unused.when.isoformat()):
            found.mistakes.append(
                (f"{said(unused)} meets no match {unused.response}: mend the id, or take the entry out.", [action.id])
            )


def _entered(track: Track, entry: AnswerSaid | CloseSaid) -> Event:
    response = responses.of_clerk(track.id, entry, track.action.council)
    closing = isinstance(entry, CloseSaid)
    step = Step(
        date=entry.date,
        what="it was closed" if closing else "an answer was recorded",
        state="closed" if closing else responses.state_of_kind(response.response_kind),
        channel="clerk",
        response_id=response.id,
        by=entry.who,
        text=response.text,
        why=entry.why,
    )
    return Event(response, step)


def _whole(track: Track) -> Action:
    """The action with what later logs know of it and its own paper does not say: reference, addressee, due date, area."""
    action = track.action
    update: dict[str, object] = {}
    evidence = list(action.evidence)
    for record in (*track.same, *(row for row, _ in track.rows)):
        for name in ("log_ref", "addressee_raw", "area_raw", "due_raw", "owner_raw"):
            if getattr(action, name) is None and name not in update and getattr(record, name) is not None:
                update[name] = getattr(record, name)
                evidence += record.quotes(name)
                if name == "due_raw":
                    update["due_date"] = record.due_date
                if name == "owner_raw":
                    update |= {"owner_basis": "column", "owner_id": record.owner_id, "owner_name": record.owner_name}
    return action.model_copy(update={**update, "evidence": evidence}) if update else action


def _note_gone(followed: Followed, follower: Follower) -> None:
    """Lines that stood in one version of a body's log and are gone from the next."""
    versions: dict[tuple[str | None, str], list[Paper]] = {}
    holding: dict[str, dict[str, Action]] = {}
    for track in followed.tracks:
        for row, paper in track.rows:
            holding.setdefault(paper.id, {}).setdefault(track.id, row)
    for paper in follower.papers:
        if paper.id in holding and paper.date is not None and follower.node[paper.id] is not None:
            versions.setdefault((follower.node[paper.id], _series(paper)), []).append(paper)
    by_id = {t.id: t for t in followed.tracks}
    for papers in versions.values():
        for before, later in zip(papers, papers[1:], strict=False):
            if before.date == later.date:
                continue  # two versions of one day
            for track_id, last in holding[before.id].items():
                track = by_id[track_id]
                if track.id in holding[later.id] or last.status in _ENDED:
                    continue
                if follower.rejections.reject(track.action, last.id, last.text, later.id):
                    continue
                response = responses.of_gone(track.id, last, before, later)
                quotes = response.quotes("text")
                step = Step(
                    date=response.date,
                    what="its line is gone from the log",
                    state="answer_possible",
                    channel="log_update",
                    quote=quotes[0] if quotes else None,
                    paper_id=later.id,
                    response_id=response.id,
                    strength="possible",
                    why=response.match_signal,
                )
                followed.events[track.id].append(Event(response, step))


#: States after which a line is left out of the next version.
_ENDED = frozenset({"closed", "superseded", "not_accepted", "no_longer_feasible"})


def _series(paper: Paper) -> str:
    """By what two papers are versions of one log: the title without its date and number."""
    words = [w for w in plain(paper.title or "").split() if not w[:1].isdigit() and w not in _MONTHS]
    return " ".join(words)


_MONTHS = frozenset(datetime.date(2000, m, 1).strftime("%B").lower() for m in range(1, 13))


def _standing(track: Track, events: Sequence[Event], follower: Follower) -> Standing:
    here = _holder(track, follower)
    origin = follower.bodies.name_of.get(track.node or "") or track.action.body
    whole = _whole(track)
    standing = standing_of(track, events, here=here, origin=origin)
    family = follower.family(track)
    later = [p for p in family if p.id != track.action.paper_id and is_after(p.date, track.since)]
    own = {track.node, *follower.bodies.successors(track.node)}
    due = response_due(whole)
    standing.as_of = follower.until
    standing.due_date = whole.due_date
    standing.records = sorted({r.id for r in (*track.same, *(row for row, _ in track.rows))} - {track.id})
    standing.papers_searched = [p.id for p in later]
    standing.papers_read = [p.id for p in family]
    days = {p.date for p in later if p.kind is not None and follower.node[p.id] in own}
    standing.meetings = sorted(day for day in days if day is not None and len(day) == 10)
    if standing.state == "no_answer_found_in_papers_read" and not standing.evidence:
        standing.why = _nothing_found(standing)
    if due is not None:
        standing.response_due, standing.response_period = due
    return standing


def _nothing_found(standing: Standing) -> str:
    """Where an answer was looked for in vain, the papers by their ids."""
    if standing.as_of is not None and is_after(standing.raised_on, standing.as_of):
        return f"It was raised after {standing.as_of}."
    searched = standing.papers_searched
    if not searched:
        read = ", ".join(standing.papers_read[:_NAMED]) or standing.steps[0].paper_id
        return f"No later paper of its body is among the papers read; read was {read}."
    more = f" and {len(searched) - _NAMED} more" if len(searched) > _NAMED else ""
    return f"No later paper read says what became of it: {', '.join(searched[:_NAMED])}{more}."


#: How many papers a sentence names.
_NAMED = 8


def _holder(track: Track, follower: Follower) -> str | None:
    """The successor whose log holds the action now; None where its own body does."""
    if not track.rows:
        return None
    node = follower.node[track.rows[-1][1].id]
    if node is None or node == track.node or node not in follower.bodies.successors(track.node):
        return None
    return follower.bodies.name_of.get(node)
