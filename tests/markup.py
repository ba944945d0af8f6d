"""Sentences with the expected answer written inside them.

    parse('The meeting was chaired by <person role="Chair">Jo Smith</person>.', labels={"person"})

gives the text without tags, and each tag with its offsets in that text, its words and its attributes. Tags may nest. The reader
refuses an unclosed, unopened or unknown tag, so that an example with a slip of the pen cannot pass as a counter-example.
"""

import re
from collections.abc import Set
from dataclasses import dataclass, field

_TAG = re.compile(r"<(/?)([a-z_]+)((?:\s+[a-z_]+=\"[^\"]*\")*)\s*>")
_ATTRIBUTE = re.compile(r"([a-z_]+)=\"([^\"]*)\"")


class MarkupError(ValueError):
    """An example is not written as it should be."""


@dataclass(frozen=True)
class Tag:
    """One expected answer: half-open character offsets of `Example.text`."""

    label: str
    start: int
    end: int
    text: str
    attributes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Example:
    """A text and what is expected in it, in the order in which the tags open."""

    text: str
    tags: list[Tag]

    def of(self, label: str) -> list[Tag]:
        """The tags with one label."""
        return [tag for tag in self.tags if tag.label == label]


def parse(marked: str, *, labels: Set[str]) -> Example:
    """Read a marked-up text. Raises MarkupError on an unknown, unclosed or unopened tag."""
    text = ""
    position = 0
    stack: list[tuple[str, int, dict[str, str], int]] = []
    found: dict[int, Tag] = {}
    order = 0
    for match in _TAG.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        closing, label, attributes = match.groups()
        if label not in labels:
            raise MarkupError(f"unknown tag <{label}> in {marked!r}")
        if not closing:
            stack.append((label, len(text), dict(_ATTRIBUTE.findall(attributes)), order))
            order += 1
            continue
        if not stack or stack[-1][0] != label:
            raise MarkupError(f"</{label}> closes nothing in {marked!r}")
        _, start, values, place = stack.pop()
        found[place] = Tag(label, start, len(text), text[start:], values)
    if stack:
        raise MarkupError(f"<{stack[-1][0]}> is never closed in {marked!r}")
    return Example(text + marked[position:], [found[place] for place in sorted(found)])


def render(text: str, tags: list[Tag]) -> str:
    """The reverse: the text with tags written into it, to show what was found where a test fails."""
    marks = [(tag.start, 1, f"<{tag.label}>") for tag in tags] + [(tag.end, 0, f"</{tag.label}>") for tag in tags]
    result, position = "", 0
    for offset, _, mark in sorted(marks):
        result += text[position:offset] + mark
        position = offset
    return result + text[position:]
