"""What stands around the names of one paper: bodies, other names, and the blocks over whose ends nothing is read."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from extract.entities import Entity


@dataclass(frozen=True)
class BodyMention:
    """One mention of a body: half-open offsets and the body."""

    start: int
    end: int
    entity: Entity


@dataclass
class Surroundings:
    """What stands around names in one text: bodies, other names, and the ends of lines of layout."""

    text: str
    bodies: list[BodyMention]
    name_starts: frozenset[int]
    name_ends: frozenset[int]
    borders: list[int]  #: sorted ends of blocks: nothing is read across them
    body_at: dict[int, BodyMention] = field(init=False)
    body_ends: dict[int, BodyMention] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.body_at = {body.start: body for body in reversed(self.bodies)}
        self.body_ends = {body.end: body for body in self.bodies}
        self._starts = [body.start for body in self.bodies]

    def border_after(self, offset: int) -> int:
        """End of the block in which `offset` stands."""
        index = bisect_right(self.borders, offset)
        return self.borders[index] if index < len(self.borders) else len(self.text)

    def border_before(self, offset: int) -> int:
        """End of the block before the one in which `offset` stands."""
        index = bisect_right(self.borders, offset)
        return self.borders[index - 1] if index else 0

    def bodies_between(self, start: int, end: int) -> list[BodyMention]:
        """Mentions of bodies that lie wholly inside [start, end)."""
        index = bisect_left(self._starts, start)
        found = []
        while index < len(self.bodies) and self.bodies[index].start < end:
            if self.bodies[index].end <= end:
                found.append(self.bodies[index])
            index += 1
        return found


def mentions_of_bodies(spans: Iterable[tuple[int, int, Entity]]) -> list[BodyMention]:
    """Mentions of bodies in order of the text, the longest first at each place, none inside another."""
    found: list[BodyMention] = []
    for start, end, entity in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1].end:
            found.append(BodyMention(start, end, entity))
    return found
