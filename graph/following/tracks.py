"""An action on its way through the papers: where it was raised, and the lines of later logs that are the same action."""

from dataclasses import dataclass, field
from functools import cached_property

from extract.records import Action, Answer, Paper
from graph import names, vocabulary
from graph.following.words import minute_key, plain, ref_key, subject, task_key, title_key


@dataclass(eq=False)
class Track:
    """One action with all that is known by which later papers may speak of it."""

    action: Action
    node: str | None
    addressee: str | None
    scope: frozenset[str]
    since: (
        str | None
    )  #: day from which it is known in EDTF: when it was raised, else that of the paper that first holds it
    rows: list[tuple[Action, Paper]] = field(default_factory=list)  #: lines of logs that are this action, by paper
    same: list[Action] = field(
        default_factory=list
    )  #: records of other papers of the same meeting that are this action
    number: str | None = None  #: number of the limb where it is a recommendation: 2 for "(2)"
    refs: set[str] = field(default_factory=set)
    tasks: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.learn(self.action)

    def learn(self, record: Action) -> None:
        """Know the action by what another record of it says too."""
        key = ref_key(record.log_ref)
        if key is not None:
            self.refs.add(key)
        self.tasks.add(task_key(record.text, record.owner_raw))

    @property
    def id(self) -> str:
        return self.action.id

    @property
    def raised_on(self) -> str | None:
        return self.action.raised_on

    @cached_property
    def minute(self) -> str | None:
        return minute_key(self.action.minute_number)

    @cached_property
    def item(self) -> str | None:
        """The title of its item as a key."""
        return title_key(self.action.item_title)

    @cached_property
    def about(self) -> frozenset[str]:
        """What it is about; the words of its heading only where its own say little."""
        own = subject(self.action.text)
        return own if len(own) >= 3 else own | subject(self.action.item_title or "")

    @property
    def owner_ids(self) -> set[str]:
        return {r.owner_id for r in (self.action, *self.same, *(row for row, _ in self.rows)) if r.owner_id}

    @property
    def owners(self) -> list[tuple[str, str | None]]:
        """Its owners as written, each with the id of the one meant."""
        records = (self.action, *self.same, *(row for row, _ in self.rows))
        return [(r.owner_raw, r.owner_id) for r in records if r.owner_raw]


def owners_agree(one: tuple[str, str | None], other: tuple[str, str | None]) -> bool:
    """Whether two owners are surely one: one person or body, or one office; a title that the other does not bear makes them two."""
    (words, key), (others, other_key) = one, other
    if _title(words) and _title(others) and _title(words) != _title(others):
        return False
    if key is not None and other_key is not None:
        return key == other_key
    left, right = names.key_of(words), names.key_of(others)
    return left == right and left not in vocabulary.phrases("plain_owners", "following") and len(left) > 3


def owners_conflict(one: tuple[str, str | None], other: tuple[str, str | None]) -> bool:
    """Whether two owners bear one surname and are surely two people: namesakes."""
    surname, other_surname = (names.person_name(words).surname for words in (one[0], other[0]))
    if surname != other_surname or not surname:
        return False
    return not owners_agree(one, other) and (one[1] is not None and other[1] is not None)


def _title(words: str) -> str:
    """Whether an owner is written as a councillor or as somebody who is none; empty where the words do not say."""
    first = plain(words).split()[:1]
    if first and first[0] in ("councillor", "cllr", "cllrs", "councillors"):
        return "councillor"
    return "other" if first and first[0] in ("mr", "mrs", "ms", "miss") else ""


def owner_of(record: Action | Answer) -> tuple[str, str | None] | None:
    """The owner of a record as written, with the id of the one meant."""
    return (record.owner_raw, record.owner_id) if record.owner_raw else None
