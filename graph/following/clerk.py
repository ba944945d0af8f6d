"""What clerks record of actions in the corrections: where it belongs, and what is wrong with it.

An entry is found by the id of its action, else by the words and the minute number that were kept beside it. An entry that fits nothing
is reported and loses nothing: it stays in the file, and fits again as soon as its action is read again.
"""

from collections.abc import Iterable, Sequence

from extract.corrections import AnswerSaid, ClerkEntry, CloseSaid, RejectMatch
from extract.records import Action
from graph.following.responses import response_id
from graph.following.words import likeness, minute_key, plain, subject
from graph.times import is_before


class Rejections:
    """The pairs of action and response that a clerk has said not to belong together; knows which entries found theirs."""

    def __init__(self, entries: Iterable[ClerkEntry]) -> None:
        self.entries = [e for e in entries if isinstance(e, RejectMatch)]
        self.used: set[int] = set()

    def reject(self, action: Action, source: str, text: str, *more: str) -> bool:
        """Whether a record is not to be matched with an action; `source` is its id, `text` the words of the response it would make."""
        found = False
        for entry in self.entries:
            if not is_meant(entry, action):
                continue
            same = entry.response_text is not None and plain(entry.response_text) == plain(text)
            if entry.response == response_id(entry.action, source, *more) or same:
                self.used.add(id(entry))
                found = True
        return found

    def unused(self) -> list[RejectMatch]:
        """The entries that met no such pair."""
        return [e for e in self.entries if id(e) not in self.used]


def is_meant(entry: ClerkEntry, action: Action) -> bool:
    """Whether an entry is of this action: by its id, or by the paper and the very words that it had."""
    if entry.action == action.id:
        return True
    return (
        entry.action_text is not None
        and (entry.paper is None or entry.paper == action.paper_id)
        and plain(entry.action_text) == plain(action.text)
        and (entry.minute_number is None or minute_key(entry.minute_number) == minute_key(action.minute_number))
    )


def find_action(entry: ClerkEntry, actions: Sequence[Action], same: dict[str, str]) -> Action | None:
    """The action that an entry is of; None where none or more than one fits."""
    wanted = same.get(entry.action, entry.action)
    by_id = next((a for a in actions if a.id == wanted), None)
    if by_id is not None:
        return by_id
    exact = [a for a in actions if is_meant(entry, a)]
    if len(exact) == 1:
        return exact[0]
    if entry.action_text is None or entry.paper is None:
        return None
    told = subject(entry.action_text)
    number = minute_key(entry.minute_number)
    near = [
        a
        for a in actions
        if a.paper_id == entry.paper
        and (number is None or minute_key(a.minute_number) == number)
        and min(likeness(subject(a.text), told), likeness(told, subject(a.text))) >= 0.6
    ]
    return near[0] if len(near) == 1 else None


def said(entry: ClerkEntry) -> str:
    """How sentences call an entry."""
    return f"corpus/corrections.yml: the {entry.kind} of {entry.action} by {entry.who} on {entry.when}"


def contradiction(one: ClerkEntry, other: ClerkEntry) -> str | None:
    """Why two entries of one action cannot both hold; None where they can."""
    if isinstance(one, CloseSaid) and isinstance(other, CloseSaid):
        if one.date != other.date:
            return f"close the action on different days, {one.date} and {other.date}: take one of them out."
        return "close the action twice: take one of them out."
    if isinstance(one, AnswerSaid) and isinstance(other, AnswerSaid) and one.date == other.date:
        if one.response_kind != other.response_kind:
            return f"say of one day that it was {_kind(one)} and that it was {_kind(other)}: take one of them out."
        if plain(one.text) == plain(other.text):
            return "are one answer told twice: take one of them out."
    if isinstance(one, RejectMatch) and isinstance(other, RejectMatch) and one.response == other.response:
        return "reject one match twice: take one of them out."
    return None


def _kind(entry: AnswerSaid) -> str:
    return entry.response_kind.replace("_", " ")


def before_action(entry: AnswerSaid | CloseSaid, action: Action) -> str | None:
    """What is wrong with the day of an entry: it lies before that of the action; None where it does not."""
    if not is_before(entry.date, action.raised_on):
        return None
    return f"is dated {entry.date}, before the action was raised on {action.raised_on}: mend its date."
