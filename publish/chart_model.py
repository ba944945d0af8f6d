"""What a chart is made of, before anything is placed: boxes with rows of words, and lines between boxes."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from publish.standing import Standing

LOOSE = "Named in the papers; to whom they answer is not stated"
RowKind = Literal["name", "note", "head", "seat", "organisation", "person"]


@dataclass(frozen=True)
class Row:
    """A line of words in a box, where it leads, and from when to when it stands."""

    words: str
    kind: RowKind = "note"
    href: str | None = None
    standing: Standing | None = None
    long_ago: bool = False
    days: str = ""  #: when papers state it, said below the words
    counts: tuple[tuple[Standing, ...], ...] = ()  #: what each number in the words counts, the last number first


@dataclass(frozen=True)
class Box:
    """A body, person or programme: its rows at each level of detail (the least first), and how it is drawn."""

    id: str
    name: str
    levels: Sequence[Sequence[Row]] = ((),)
    href: str | None = None
    kind: str = "body"
    proposed: bool = False
    own: bool = True
    about: bool = False  #: whether the chart is about it
    standing: Standing | None = None

    def rows(self, level: int) -> Sequence[Row]:
        """The rows at a level, or the most there are."""
        return self.levels[min(level, len(self.levels) - 1)]


@dataclass(frozen=True)
class Line:
    """A relation on the chart: its words from either end, the passage they lead to, and when it stands."""

    subject: str
    object: str
    type: str
    words: str
    href: str | None = None
    quote: str | None = None
    proposed: bool = False
    rank: int = 1  #: 1: the subject stands below the object; -1: above it; 0: the line moves neither
    back: str = ""  #: the words from the object's end
    standing: Standing = field(default_factory=Standing)
    long_ago: bool = False
    relation: str = ""  #: id of the relation that it draws

    @property
    def said(self) -> str:
        """Its words, and whether it is only proposed."""
        return f"{self.words} (proposed)" if self.proposed else self.words


@dataclass(frozen=True)
class Chart:
    """One chart: its title, what it shows in one sentence, its boxes and lines, and how much its boxes tell."""

    id: str
    title: str
    says: str
    boxes: Sequence[Box]
    lines: Sequence[Line] = field(default_factory=tuple)
    level: int = 0
    loose: str = LOOSE  #: over the boxes that no line ties

    @property
    def drawn(self) -> list[Line]:
        """The lines that have a box at either end."""
        known = {box.id for box in self.boxes}
        return [line for line in self.lines if line.subject in known and line.object in known]
