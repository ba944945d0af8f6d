"""The head of a paper: what stands before its first section, and its labelled fields."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extract import vocabulary
from extract.blocks import SILENT, Block, Layout
from extract.entities import Place
from extract.readers.fields import is_known_heading, normal_label, reaches

_HEAD_BLOCKS = 24
PERSON = re.compile(r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\b")


@dataclass
class Head:
    """What stands before the first section of a paper, and the labelled fields of the whole paper."""

    text: str
    opening: list[Block]  #: the first blocks, silent ones included
    blocks: list[Block]  #: those of them that may be read
    headings: list[Block]  #: all headings of the paper
    labels: list[tuple[str, Place]] = field(default_factory=list)  #: each label of the paper with its place, once
    values: dict[str, Place] = field(default_factory=dict)  #: first value of each label
    is_marked_up: bool = False  #: its headings come from markup

    @classmethod
    def of(cls, layout: Layout) -> "Head":
        """The head of a layout."""
        opening, stop = [], 0
        for block in layout.blocks:
            silent = block.kind in SILENT
            if not silent and _ends_head(layout.text, block, stop):
                break
            if not silent:
                stop += 1
            if not (block.kind == "boilerplate" and block.end - block.start > 200) and (
                stop or silent and block.index < 400
            ):
                opening.append(block)
        readable = [block for block in opening if block.kind not in SILENT]
        first = readable[0].index if readable else 0
        opening = [block for block in opening if block.index >= first - 6]
        head = cls(layout.text, opening, readable, [b for b in layout.blocks if b.kind == "heading"])
        head.is_marked_up = layout.format in ("markdown", "html")
        head._read_fields(layout)
        return head

    def _read_fields(self, layout: Layout) -> None:
        seen: set[int] = set()
        for block in layout.blocks:
            if block.label is None or block.kind in SILENT or block.label_start is None or block.label_end is None:
                continue
            name = normal_label(block.label)
            if block.label_start not in seen:
                seen.add(block.label_start)
                self.labels.append((name, Place(block.label_start, block.label_end)))
            if block.body_start < block.end and name not in self.values:
                value = normal_label(layout.text[block.body_start : min(block.end, block.body_start + 80)])
                if value not in reaches() or layout.text[block.end - 1] != ":":  # else two labels stand side by side
                    self.values[name] = Place(block.body_start, block.end)

    def running(self) -> "Head":
        """What the running head of the first page says, for papers that state their meeting nowhere else."""
        first = self.blocks[0].start if self.blocks else 0
        blocks = [b for b in self.opening if b.kind == "furniture" and b.start < first and b.page in (None, 1)]
        return Head(self.text, [], [] if self.is_marked_up else blocks, [])

    def value(self, labels: Iterable[str]) -> Place | None:
        """Where the value of the first of these labels stands, or None."""
        return next((self.values[label] for label in labels if label in self.values), None)

    def words(self, place: Place) -> str:
        """The words of a place with white space folded."""
        return re.sub(r"\s+", " ", self.text[place.start : place.end]).strip()


def _ends_head(text: str, block: Block, count: int) -> bool:
    """Whether a block no longer belongs to the head: a section of the paper begins, or the head has been long enough."""
    if count >= _HEAD_BLOCKS:
        return True
    words = text[block.body_start : block.end]
    if block.kind == "heading" and count >= 1:
        known = is_known_heading(words) and normal_label(words) not in (
            "agenda",
            "minutes",
            "decision",
            "report",
            "decisions",
        )
        return known or (block.number is not None and count > 2)
    if block.label is not None:
        return reaches().get(normal_label(block.label)) in ("text", "record")
    return block.number is not None and count > 3


@cache
def body_nouns() -> str:
    """A pattern of the nouns that end the name of a body that meets."""
    return vocabulary.alternation(vocabulary.words("layout", "body_nouns"))


def runs_on(text: str, block: Block) -> bool:
    """Whether the opening sentence of minutes is broken over several blocks: it begins with MINUTES and does not end."""
    words = text[block.start : min(block.end, block.start + 200)]
    return (
        block.end - block.start < 200
        and not words.rstrip().endswith(".")
        and bool(re.match(r"(?i:(?:draft\s+)?minutes\b|a\s+meeting\s+of\b)", words))
    )
