"""By what signs a later paper speaks of an action, strongest first (practice notes, section 1).

A sign is strong or only possible. Where several actions bear one strong sign, the words must tell them apart, or none is matched.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract.records import Action, Answer, MatchStrength, Paper
from graph import vocabulary
from graph.following.tracks import Track, owner_of, owners_agree, owners_conflict
from graph.following.words import (
    likeness,
    minute_key,
    number_key,
    plain,
    ref_key,
    same_minute,
    subject,
    task_key,
    title_key,
)
from graph.times import is_after

#: From this likeness on something may be meant, and from the other on it is, where the owner is the same too.
POSSIBLE, SAME = 0.6, 0.6


@dataclass(frozen=True)
class Match:
    """One action of which a later record may speak."""

    track: Track
    strength: MatchStrength
    rank: int  #: 1 for the strongest sign
    why: str


@dataclass(frozen=True)
class Told:
    """What is compared with actions: a line of a log or an answer, with what it cites."""

    record: Action | Answer
    paper: Paper
    ref: str | None
    minute: str | None
    day: str | None
    task: str | None
    about: frozenset[str]
    words: frozenset[str]
    last: str | None = None  #: day of the last meeting before, of whose minutes a number without a date must be
    #: Title of the item under which a thing that was asked for is told to lie before the meeting.
    brought: str | None = None
    item: str | None = None  #: title of the item that a line of a log names
    number: str | None = None  #: number of the recommendation that is answered, where it is cited by nothing else

    @classmethod
    def of(cls, record: Action | Answer, paper: Paper, last: str | None = None) -> "Told":
        """The signs that a record bears."""
        if isinstance(record, Action):
            words = record.text
            return cls(
                record,
                paper,
                ref_key(record.log_ref),
                minute_key(record.minute_number),
                record.raised_on,
                task_key(record.text, record.owner_raw),
                subject(words),
                frozenset(plain(words).split()),
                item=title_key(record.item_title) if record.in_log else None,
            )
        words = " ".join(v for v in (record.about_raw, record.text) if v)
        return cls(
            record,
            paper,
            ref_key(record.cites_ref),
            minute_key(record.cites_minute),
            record.cites_date,
            task_key(record.about_raw) if record.about_raw else None,
            subject(record.about_raw or record.text),
            frozenset(plain(words).split()),
            last,
            brought=title_key(record.item_title) if _is_brought(record) else None,
            number=number_key(record.cites_ref) if not record.about_raw else None,
        )


def _is_brought(answer: Answer) -> bool:
    """Whether an answer tells that its item is what was asked for: it cites nothing else."""
    return answer.response_kind == "answered" and answer.cites_ref is None and answer.cites_minute is None


def matches(told: Told, tracks: Sequence[Track]) -> list[Match]:
    """The one action of which a record surely speaks, or those of which it may speak; empty where there is none."""
    found = [match for track in tracks if (match := _match(told, track)) is not None]
    strong = [m for m in found if m.strength == "strong"]
    if strong:
        best = [m for m in strong if m.rank == min(s.rank for s in strong)]
        chosen = best[0] if len(best) == 1 else _told_apart(told, best)
        if chosen is not None and not _rivalled(told, chosen, strong):
            return [chosen]
        unsure = "several actions bear this sign" if len(best) > 1 else "its signs point to several actions"
        return [Match(m.track, "possible", m.rank, f"{m.why}, but {unsure}") for m in strong]
    return found


def _rivalled(told: Told, chosen: Match, strong: Sequence[Match]) -> bool:
    """Whether a sign by words alone fits another action as well."""
    return chosen.rank >= 4 and any(
        m.track is not chosen.track and likeness(m.track.about, told.about) >= likeness(chosen.track.about, told.about)
        for m in strong
    )


def _told_apart(told: Told, rivals: Sequence[Match]) -> Match | None:
    """The one rival whose own words are told while those that only the others have are not; the heading of their item tells none apart."""
    heading = frozenset[str]().union(*(subject(m.track.action.item_title or "") for m in rivals))
    words = told.about - heading
    fitting = []
    for match in rivals:
        mine = subject(match.track.action.text)
        others = [subject(m.track.action.text) for m in rivals if m is not match]
        if all((mine - other) & words and not (other - mine) & words for other in others):
            fitting.append(match)
    if len(fitting) == 1:
        return fitting[0]
    close = [m for m in rivals if told.task is not None and told.task in m.track.tasks]
    return close[0] if len(close) == 1 else None


def _match(told: Told, track: Track) -> Match | None:
    """The strongest sign by which a record speaks of one action."""
    if told.record.id == track.id or told.day is not None and is_after(track.raised_on, told.day) and not told.ref:
        return None
    if told.ref is not None and told.ref in track.refs:
        if _overlap(told, track) >= 0.3 or isinstance(told.record, Answer) and not told.record.about_raw:
            return Match(track, "strong", 1, "the same reference")
        return Match(track, "possible", 1, "the same reference, with other words")
    if told.ref is not None and track.refs and isinstance(told.record, Action):
        return None  # the log itself calls them two
    raised = track.action.raised_on
    same_day = told.day is not None and told.day == raised
    if told.day is not None and raised is not None and not same_day and len(told.day) == len(raised):
        return None  # it says that it is of another meeting
    if same_day and told.minute is not None and track.minute is not None:
        if not same_minute(told.minute, track.minute):
            return None  # it says that it is of another minute
        if _overlap(told, track) > 0.0 or not told.about:
            return Match(track, "strong", 2, "the same minute number and meeting date")
        return Match(track, "possible", 2, "the same minute number and meeting date, with other words")
    if told.day is None and told.minute is not None and track.minute is not None and told.last == raised:
        if same_minute(told.minute, track.minute) and len(track.about & told.about) >= 2:
            return Match(track, "strong", 3, "the number of a minute of the last meeting, and the same subject")
    heading = subject(told.item) if told.item is not None else frozenset[str]()
    own = told.about - heading  # what an item is called tells none of its actions from another
    if same_day and told.item is not None and told.item == track.item and likeness(own, track.about) >= 0.5:
        return Match(track, "strong", 3, "the same item of the same meeting")
    if told.number is not None and same_day and told.number == track.number:
        return Match(track, "strong", 2, "the number of the recommendation and the meeting that made it")
    if told.brought is not None and told.brought == asked_title(track.action):
        return Match(track, "strong", 3, "the item that was asked for, under its title")
    return _by_words(told, track, same_day=same_day)


def _overlap(told: Told, track: Track) -> float:
    """How much of the one is told of in the other, whichever is more."""
    return max(likeness(track.about, told.about), likeness(told.about, track.about))


def _by_words(told: Told, track: Track, *, same_day: bool) -> Match | None:
    """Signs that the words give: equal texts, one owner and one subject, or mere likeness."""
    if told.task and len(told.about) >= 2:
        if told.task in track.tasks:
            return Match(track, "strong", 3, "the same words")
        if len(told.about) >= 3 and any(
            told.task in task or task in told.task for task in track.tasks if len(task) > 12
        ):
            return Match(track, "strong", 3, "the same words, in a longer sentence")
    shared = len(track.about & told.about)
    if shared < 2:
        return None
    alike, back = likeness(track.about, told.about), likeness(told.about, track.about)
    owner = owner_of(told.record)
    namesake = owner is not None and any(owners_conflict(owner, other) for other in track.owners)
    agree = owner is not None and any(owners_agree(owner, other) for other in track.owners)
    if agree and max(alike, back if same_day else 0.0) >= SAME:
        if (
            isinstance(told.record, Action)
            or told.record.response_kind == "progress"
            or tells_of_task(track.action.text, told.words)
        ):
            return Match(track, "strong", 4, "the same owner and the same subject")
        return Match(track, "possible", 4, "the same owner and the same subject, but not the same task")
    if namesake:
        return None
    if alike >= POSSIBLE:
        return Match(track, "possible", 6, "words that are alike")
    return None


@cache
def _done_by() -> dict[str, frozenset[str]]:
    """Each verb of tasks with the words by which it is told as done."""
    given = vocabulary.load("following")["done_by"]
    return {str(verb): frozenset(str(w) for w in words) for verb, words in given.items()}


def tells_of_task(task: str, told: frozenset[str]) -> bool:
    """Whether words tell that a task was done: its own verb, or what it comes to, in the past ("write": "sent", "written")."""
    if told & _done_by()["any"]:
        return True
    for verb in re.findall(r"\b(?:to|will|would|should|shall|and)\s+(?:\w+ly\s+)?([a-z-]+)\b", task) or [
        plain(task).split()[0]
    ]:
        regular = {
            f"{verb}ed",
            f"{verb}d",
            f"{verb[:-1]}ied" if verb.endswith("y") else verb,
            f"{verb}{verb[-1:]}ed",
        } - {verb}
        if told & (_done_by().get(verb) or regular):
            return True
    return False


def asked_title(action: Action) -> str | None:
    """The title to look for where a paper is asked for: "a report on the sea wall" gives "sea wall"; None where none is asked for."""
    kinds = "|".join(
        re.escape(k) for k in sorted(vocabulary.phrases("papers_asked_for", "following"), key=len, reverse=True)
    )
    found = re.search(rf"\b(?:{kinds})\s+(?:on|about|into|of|regarding|concerning)\s+(.+)", action.text, re.IGNORECASE)
    if found is None:
        return None
    words = re.split(
        r"[,.;:(]|\s+(?:be|to\s+(?:the|a|its|be|their)|at\s+(?:the|its|a)|by|for\s+(?:the|its|consideration)|in\s+(?:time|the\s+next)|within|before|and\s+to|would|will|as\s+soon)\b",
        found[1],
        maxsplit=1,
    )[0]
    return title_key(words)
