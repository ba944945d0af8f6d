"""Corrections of misreadings, applied once while a paper is read; both readings stay visible."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from extract.blocks import Misread
from extract.errors import CorpusError
from extract.readers.lines import Line


class Misreading(Protocol):
    """What the corrections say of one misreading."""

    @property
    def wrong(self) -> str: ...
    @property
    def right(self) -> str: ...
    @property
    def why(self) -> str: ...


def mend(
    text: str, lines: list[Line] | None, misreadings: Sequence[Misreading], *, name: str
) -> tuple[str, list[Line] | None, list[Misread]]:
    """The text with every misreading mended wherever it stands, its lines moved along, and the record of what was mended.

    Raises CorpusError where one matches nothing, is empty, or overlaps another.
    """
    if not misreadings:
        return text, lines, []
    changes = sorted(
        ((start, misreading) for misreading in misreadings for start in _places(text, misreading, name=name)),
        key=lambda change: change[0],
    )
    for (start, first), (following, second) in zip(changes, changes[1:], strict=False):
        if following < start + len(first.wrong):
            raise CorpusError(
                f"Two misreadings of {name} overlap ({first.wrong!r} and {second.wrong!r}): make one correction of them."
            )
    parts: list[str] = []
    misread: list[Misread] = []
    ends: list[int] = []
    shifts: list[int] = []
    position = length = 0
    for start, change in changes:
        parts += (text[position:start], change.right)
        length += start - position
        misread.append(Misread(start=length, end=length + len(change.right), raw=change.wrong, why=change.why))
        length += len(change.right)
        position = start + len(change.wrong)
        ends.append(position)
        shifts.append(length - position)
    parts.append(text[position:])
    if lines is not None:
        for line in lines:
            line.start += _shift(line.start, ends, shifts)
            line.end += _shift(line.end, ends, shifts)
    return "".join(parts), lines, misread


def _places(text: str, misreading: Misreading, *, name: str) -> list[int]:
    if not misreading.wrong:
        raise CorpusError(f"A misreading of {name} has no wrong words: say which words to mend.")
    places = []
    start = text.find(misreading.wrong)
    while start >= 0:
        places.append(start)
        start = text.find(misreading.wrong, start + len(misreading.wrong))
    if not places:
        raise CorpusError(
            f"The misreading {misreading.wrong!r} of {name} matches nothing: mend its words or take the correction out."
        )
    return places


def _shift(offset: int, ends: list[int], shifts: list[int]) -> int:
    index = bisect_right(ends, offset) - 1
    return shifts[index] if index >= 0 else 0
