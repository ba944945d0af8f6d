"""Pairs finds with annotations, and tells what is left over on either side and what counts neither for nor against."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from matters.finds import Found, FoundAction, FoundDecision
from matters.matching import pair_off, text_similarity

G = TypeVar("G")
F = TypeVar("F", bound=Found)


@dataclass
class Pairing(Generic[G, F]):
    """Which annotation goes with which find; what is left over on either side."""

    pairs: list[tuple[G, F]]
    missed: list[G]
    extra: list[F]
    neutral: list[F]


def pair(
    gold: Sequence[G], optional: Sequence[G], found: Sequence[F], similarity: Callable[[F, G], float]
) -> Pairing[G, F]:
    """Pair the annotations that count first; of the other finds, those that pair with an optional one, or that print the words
    of a match again, are neutral."""
    weights = [[similarity(find, item) for find in found] for item in gold]
    pairs = pair_off(weights)
    taken = {column for _, column in pairs}
    rest = [find for place, find in enumerate(found) if place not in taken]
    excused = {column for _, column in pair_off([[similarity(find, item) for find in rest] for item in optional])}
    matched = [found[column] for _, column in pairs]
    extra: list[F] = []
    neutral: list[F] = []
    for place, find in enumerate(rest):
        (neutral if place in excused or _printed_again(find, matched) else extra).append(find)
    rows = {row for row, _ in pairs}
    missed = [item for row, item in enumerate(gold) if row not in rows]
    return Pairing([(gold[row], found[column]) for row, column in pairs], missed, extra, neutral)


def _printed_again(find: Found, matched: Iterable[Found]) -> bool:
    """Whether a decision or action repeats, in another place, the words of one that was matched."""
    if not isinstance(find, FoundDecision | FoundAction) or find.start < 0:
        return False
    return any(
        (find.end <= other.start or other.end <= find.start) and text_similarity(find.text, other.text) >= 0.8
        for other in matched
        if other.start >= 0
    )
