"""Follows every action through all later papers: which lines of logs are the same action, and what answers it.

Papers are taken in the order of their dates. A paper can speak of an action only if it is later than the meeting that raised it (a log
may be of the same day), and only if it is of the same body, one that took its place, the body above, or the one addressed; a paper that
names no body can do so by a reference or a cited minute alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.records import Action, Answer, Decision, Paper, Response
from graph.following import responses
from graph.following.bodies import Bodies
from graph.following.clerk import Rejections
from graph.following.recommended import addressee_of, recommendations
from graph.following.signals import Match, Told, asked_title, matches
from graph.following.standing import State, Step
from graph.following.tracks import Track
from graph.following.words import number_key, plain, title_key
from graph.times import is_after, is_before, moment


@dataclass(eq=False)
class Event:
    """Something that a later paper, or the clerk, says of an action: the response it makes, and the step it is."""

    response: Response
    step: Step
    record: Action | Answer | None = None


@dataclass
class Followed:
    """All actions with the events of each, and which records turned out to be one action."""

    tracks: list[Track] = field(default_factory=list)
    events: dict[str, list[Event]] = field(default_factory=dict)
    #: id of each record that is an action of another paper → the id of that action.
    same: dict[str, str] = field(default_factory=dict)


class Follower:
    """Walks the papers of all councils once, in the order of their dates."""

    def __init__(
        self, papers: Sequence[Paper], bodies: Bodies, until: str | None, rejections: Rejections | None = None
    ) -> None:
        self.until = until
        self.rejections = rejections or Rejections(())
        dated = [p for p in papers if until is None or not is_after(p.date, until)]
        self.papers = sorted(dated, key=lambda p: (moment(p.date) or "~", p.kind == "action_log", p.id))
        self.of_id = {p.id: p for p in papers}
        self.bodies = bodies
        self.node = {p.id: bodies.node(p.council, p.body) for p in papers}
        self.result = Followed()
        #: Tracks by council and each body whose papers can speak of them; under None those of no known body.
        self._within: dict[tuple[str | None, str | None], list[Track]] = {}
        self._of_council: dict[str | None, list[Track]] = {}
        self._families: dict[tuple[str | None, frozenset[str] | None], list[Paper]] = {}
        self._raised: dict[tuple[object, ...], Track] = {}
        #: Number or letter of the limb of each decision, by its id.
        self._parts: dict[str, str | None] = {}

    def follow(self, actions: Iterable[Action], answers: Iterable[Answer], decisions: Iterable[Decision]) -> Followed:
        """Every action once, with what later papers say of it."""
        of_paper: dict[str, list[Action]] = {}
        told: dict[str, list[Answer]] = {}
        actions = list(actions)
        decisions = list(decisions)
        known = {a.decision_id for a in actions}
        self._parts = {d.id: d.part for d in decisions}
        new = recommendations([d for d in decisions if d.id not in known], self.of_id)
        for action in (*actions, *new):
            of_paper.setdefault(action.paper_id or "", []).append(action)
        for answer in answers:
            told.setdefault(answer.paper_id or "", []).append(answer)
        rows = {p: [a for a in found if a.in_log] for p, found in of_paper.items()}
        read = {p.id for p in self.papers}
        for paper in self.papers:
            for action in of_paper.get(paper.id, []):
                if not action.in_log:
                    self._raise(action, paper)
            for answer in told.get(paper.id, []):
                self._answered(answer, paper)
            self._paper_asked_for(paper)
            self._log(rows.get(paper.id, []), paper)
        for paper_id in sorted(
            of_paper.keys() - read
        ):  # papers of a later day: their actions stand, and nothing follows
            for action in of_paper[paper_id]:
                self._new(action, self.of_id[paper_id])
        return self.result

    # -- raising -------------------------------------------------------------------------------------------------------

    def _raise(self, action: Action, paper: Paper) -> None:
        key = (action.council, self.node[paper.id], action.raised_on, plain(action.text))
        track = self._raised.get(key)
        if track is not None and track.action.paper_id != paper.id and None not in key[1:3]:
            track.same.append(action)  # another paper of the same meeting, a decision notice beside the minutes
            track.learn(action)
            self.result.same[action.id] = track.id
            return
        new = self._new(action, paper)
        self._raised.setdefault(key, new)

    def _new(self, action: Action, paper: Paper) -> Track:
        node = self.node[paper.id]
        addressee = self.bodies.node(action.council, addressee_of(action))
        since = action.raised_on or paper.date
        number = number_key(self._parts.get(action.decision_id or "")) if action.kind == "recommendation" else None
        track = Track(action, node, addressee, self.bodies.scope(node, addressee), since, number=number)
        self.result.tracks.append(track)
        self.result.events[track.id] = []
        self._of_council.setdefault(action.council, []).append(track)
        for body in track.scope if node is not None else (None,):
            self._within.setdefault((action.council, body), []).append(track)
        return track

    # -- what later papers say -----------------------------------------------------------------------------------------

    def _open_to(self, paper: Paper, *, same_day: bool = False) -> list[Track]:
        """The actions of which a paper can speak."""
        node = self.node[paper.id]
        if node is None:
            near = self._of_council.get(paper.council, [])
        else:
            near = [*self._within.get((paper.council, node), ()), *self._within.get((paper.council, None), ())]
        found = []
        for track in near:
            if track.action.paper_id == paper.id:
                continue
            if track.since is None and not track.refs:
                continue  # nobody knows whether the paper is later; only a reference could say so
            later = is_after(paper.date, track.since) or paper.date is None or track.since is None
            if later or same_day and not is_before(paper.date, track.since):
                found.append(track)
        return found

    def family(self, track: Track) -> list[Paper]:
        """The papers that were read of the bodies that can answer an action, and those that name no body; earliest first."""
        key = (track.action.council, track.scope if track.node is not None else None)
        if key not in self._families:
            self._families[key] = [
                p
                for p in self.papers
                if p.council == key[0] and (self.node[p.id] is None or key[1] is None or self.node[p.id] in key[1])
            ]
        return self._families[key]

    def _answered(self, answer: Answer, paper: Paper) -> None:
        open_tracks = [t for t in self._open_to(paper) if not self.rejections.reject(t.action, answer.id, answer.text)]
        own = [t.raised_on for t in open_tracks if t.node == self.node[paper.id] and is_after(paper.date, t.raised_on)]
        found = matches(Told.of(answer, paper, max((day for day in own if day), default=None)), open_tracks)
        cites = self.node[paper.id] is not None and paper.date is not None
        for match in found:
            if not cites and match.rank > 3:
                continue  # a paper without body or date must cite what it answers
            response = responses.of_answer(match.track.id, answer, paper, match.strength, match.why)
            state = responses.state_of_answer(answer)
            self._add(match, response, state, _told_how(answer), answer)

    def _paper_asked_for(self, paper: Paper) -> None:
        """A report that bears as its title what was asked for."""
        title = title_key(paper.title)
        if (
            title is None
            or paper.kind in ("minutes", "agenda", "action_log", "decision", "pack")
            or self.node[paper.id] is None
        ):
            return
        asking = [t for t in self._open_to(paper) if asked_title(t.action) == title and t.node is not None]
        asking = [t for t in asking if not self.rejections.reject(t.action, paper.id, str(paper.title))]
        for track in asking:
            match = Match(
                track,
                "strong" if len(asking) == 1 else "possible",
                5,
                "a later paper bears as its title what was asked for",
            )
            response = responses.of_paper(track.id, paper, match.strength, match.why)
            self._add(match, response, "answer_found", "a paper with this title was brought", None)

    def _log(self, rows: Sequence[Action], paper: Paper) -> None:
        """The lines of one version of a log: more of actions that are known, or actions that first stand here."""
        if not rows:
            return
        open_tracks = self._open_to(paper, same_day=True)
        taken: dict[str, Action] = {}
        unmatched: list[tuple[Action, list[Match]]] = []
        for row in rows:
            told = responses.words_of_row(row)
            candidates = [t for t in open_tracks if not self.rejections.reject(t.action, row.id, told)]
            found = matches(Told.of(row, paper), candidates)
            if len(found) == 1 and found[0].strength == "strong" and found[0].track.id not in taken:
                taken[found[0].track.id] = row
                self._row(found[0], row, paper)
            else:
                unmatched.append((row, found))
        for row, found in unmatched:
            track = self._new(row, paper)
            track.rows.append((row, paper))
            for match in found:
                if match.track.id not in taken:
                    weak = replace(match, strength="possible")
                    response = responses.of_row(match.track.id, row, paper, "possible", match.why)
                    self._add(weak, response, row.status, "a line of a log may be this action", row)

    def _row(self, match: Match, row: Action, paper: Paper) -> None:
        track = match.track
        track.rows.append((row, paper))
        track.learn(row)
        self.result.same[row.id] = track.id
        response = responses.of_row(track.id, row, paper, "strong", match.why)
        self._add(match, response, row.status, _log_says(row), row)

    def _add(self, match: Match, response: Response, state: State, what: str, record: Action | Answer | None) -> None:
        quotes = response.quotes("text")
        step = Step(
            date=response.date,
            what=what,
            state=state,
            channel=response.channel,
            quote=quotes[0] if quotes else None,
            paper_id=response.paper_id,
            response_id=response.id,
            strength=match.strength,
            why=match.why,
        )
        held = self.result.events[match.track.id]
        if not any(_says_the_same(e.response, response) for e in held):  # two papers of one meeting may tell it
            held.append(Event(response, step, record))


def _says_the_same(one: Response, other: Response) -> bool:
    return (
        one.date is not None
        and (one.date, one.response_kind, one.status_raw, one.match_strength)
        == (other.date, other.response_kind, other.status_raw, other.match_strength)
        and plain(one.text) == plain(other.text)
    )


def _log_says(row: Action) -> str:
    said = row.status_raw or row.rag_raw
    return f"the log says {said}" if said else "it stands in the log"


_TOLD = {
    "answered": "an answer is told",
    "progress": "its progress is told",
    "accepted": "it was accepted",
    "partly_accepted": "it was partly accepted",
    "rejected": "it was rejected",
    "noted": "it was noted",
    "in_principle": "it was accepted in principle",
    "no_longer_feasible": "it is said to be no longer feasible",
}


def _told_how(answer: Answer) -> str:
    return _TOLD[answer.response_kind]
