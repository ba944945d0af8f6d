"""Counts of a comparison: how much was annotated, found and matched, how much of it is right, and what is wrong."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

#: The record types that are scored, in the order of the table.
SCORED = ("decisions", "actions", "people", "organisations", "programmes", "relations")


@dataclass
class Tally:
    """Counts for one record type: matched of found and of annotated, and for each attribute how many of the matched are right."""

    matched: int = 0
    found: int = 0
    gold: int = 0
    whole: int = 0
    outside: int = 0
    attributes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def __iadd__(self, other: "Tally") -> "Tally":
        self.matched += other.matched
        self.found += other.found
        self.gold += other.gold
        self.whole += other.whole
        self.outside += other.outside
        for name, counts in other.attributes.items():
            self.attributes[name].update(counts)
        return self

    @property
    def precision(self) -> float | None:
        """Share of the finds that are right; null where nothing was found."""
        return self.matched / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of the annotated records that were found; null where nothing is annotated."""
        return self.matched / self.gold if self.gold else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of the two; null where nothing is annotated and nothing was found."""
        return 2 * self.matched / (self.found + self.gold) if self.found + self.gold else None

    @property
    def whole_f1(self) -> float | None:
        """The same, counting a pair only when every attribute of it is right."""
        return 2 * self.whole / (self.found + self.gold) if self.found + self.gold else None

    def rate(self, attribute: str) -> float | None:
        """Share of the matched records of which this attribute is right."""
        counts = self.attributes.get(attribute)
        return counts["right"] / counts["of"] if counts and counts["of"] else None


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong: a miss, a false find, or a wrong attribute of a right find."""

    paper: str
    record: str
    what: str
    text: str
    detail: str = ""
    start: int = -1


@dataclass
class Score:
    """The tallies of one paper or of several, `decisions without routine` among them, and the faults."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    faults: list[Fault] = field(default_factory=list)

    def __iadd__(self, other: "Score") -> "Score":
        for name, tally in other.tallies.items():
            self.tallies[name] += tally
        self.faults += other.faults
        return self

    @property
    def all(self) -> Tally:
        """Every scored record type together."""
        total = Tally()
        for name in SCORED:
            total += self.tallies[name]
        return total
