"""A paper of a pack that stands in the corpus already, alone or in another pack, is counted once.

Two papers are the same when their words are, or nearly: by the share of runs of five words that they have in common, within one
council, and never where both state a kind or a date and state it differently. What is listed as a file of its own is kept, and of
two packs the paper of the one listed first. Papers listed as files of their own are never held against each other.
"""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from zlib import crc32

from extract.blocks import SILENT
from extract.records import Paper, Reading

#: Length of the runs of words that are compared.
RUN = 5
#: Papers with fewer words are too short to tell.
SHORTEST = 20
#: Share of all runs of both papers that must be common; of the shorter paper, where the longer goes on only a little.
COMMON, CONTAINED = 0.8, 0.9
#: How much shorter the shorter of two papers may be.
SHORTER = 0.75
#: Of a long paper one run in so many is enough to find others that may be the same.
SAMPLE, SAMPLED_FROM = 8, 800


@dataclass(frozen=True)
class Duplicate:
    """A paper of a pack that is not counted, because it is another one."""

    paper: Paper
    kept: str
    exact: bool  #: word for word

    @property
    def sentence(self) -> str:
        """What is said of it in the coverage and in the closing report."""
        alike = "word for word" if self.exact else "nearly word for word"
        first, pages = self.paper.first_page, self.paper.pages
        if first is None or not pages:
            return f"{self.paper.id} is {alike} {self.kept}: counted once."
        where = f"Page {first}" if pages == 1 else f"Pages {first} to {first + pages - 1}"
        return f"{where} of {self.paper.source_id} {'is' if pages == 1 else 'are'} {alike} {self.kept}: counted once."


@dataclass
class _Known:
    """The papers that are counted, found again by the runs of words that they hold."""

    papers: list[tuple[Paper, frozenset[int]]] = field(default_factory=list)
    holders: dict[tuple[str | None, int], list[int]] = field(default_factory=dict)

    def add(self, paper: Paper, runs: frozenset[int]) -> None:
        for run in _sample(runs):
            self.holders.setdefault((paper.council, run), []).append(len(self.papers))
        self.papers.append((paper, runs))

    def same(self, paper: Paper, runs: frozenset[int]) -> tuple[Paper, bool] | None:
        """The first paper that is the same, and whether it is so word for word."""
        hits = Counter(index for run in _sample(runs) for index in self.holders.get((paper.council, run), ()))
        enough = 0.4 * len(runs) / SAMPLE
        for index in sorted(index for index, count in hits.items() if count >= enough):
            other, others = self.papers[index]
            if not _contradict(paper, other) and _alike(runs, others):
                return other, runs == others
        return None


def count_once(readings: Sequence[Reading]) -> tuple[list[Reading], list[Duplicate]]:
    """The readings without those of papers that are there already, and which these are.

    A reading that is kept names in `also_in` the papers that it stands for.
    """
    if all(reading.paper.source_id is None for reading in readings):
        return list(readings), []
    known = _Known()
    duplicates: list[Duplicate] = []
    for reading in sorted(readings, key=lambda reading: reading.paper.source_id is not None):
        runs = runs_of(reading)
        if len(runs) < SHORTEST:
            continue
        found = known.same(reading.paper, runs) if reading.paper.source_id is not None else None
        if found is None:
            known.add(reading.paper, runs)
        else:
            duplicates.append(Duplicate(reading.paper, kept=found[0].id, exact=found[1]))
    also: dict[str, list[str]] = {}
    for duplicate in duplicates:
        also.setdefault(duplicate.kept, []).append(duplicate.paper.id)
    gone = {duplicate.paper.id for duplicate in duplicates}
    kept = [_naming(reading, also.get(reading.paper.id)) for reading in readings if reading.paper.id not in gone]
    return kept, duplicates


def _naming(reading: Reading, also: list[str] | None) -> Reading:
    if not also:
        return reading
    return reading.model_copy(update={"paper": reading.paper.model_copy(update={"also_in": also})})


def runs_of(reading: Reading) -> frozenset[int]:
    """Every run of five words of a paper as a number, page furniture left out."""
    text = reading.layout.text
    words = [
        word
        for block in reading.layout.blocks
        if block.kind not in SILENT
        for word in re.findall(r"\w+", text[block.start : block.end].casefold())
    ]
    return frozenset(crc32(" ".join(words[i : i + RUN]).encode()) for i in range(len(words) - RUN + 1))


def _sample(runs: frozenset[int]) -> Collection[int]:
    return runs if len(runs) < SAMPLED_FROM else [run for run in runs if run % SAMPLE == 0]


def _contradict(one: Paper, other: Paper) -> bool:
    pairs = ((one.kind, other.kind), (one.date, other.date))
    return any(left is not None and right is not None and left != right for left, right in pairs)


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    if one == other:
        return True
    common, least, most = len(one & other), *sorted((len(one), len(other)))
    return common >= COMMON * (len(one) + len(other) - common) or (
        common >= CONTAINED * least and least >= SHORTER * most
    )
