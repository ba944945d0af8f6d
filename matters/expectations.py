"""Compares what the manifest says of a paper with what was read in it: either may be wrong, and a person must look."""

from collections.abc import Sequence

from extract.records import Reading
from matters.corpus import ListedPaper

FACTS = ("kind", "title", "body", "date")


def differences(papers: Sequence[ListedPaper], readings: Sequence[Reading]) -> list[str]:
    """One sentence for each fact that the manifest and the reading state differently."""
    read = {reading.paper.id: reading.paper for reading in readings}
    for reading in readings:
        if reading.paper.source_id and reading.paper.first_page == 1:  # a pack is known by its agenda
            read[reading.paper.source_id] = reading.paper.model_copy(update={"kind": "pack"})
    return [
        f"{paper.id}: the manifest has the {fact} {_shown(listed)}, the paper was read as {_shown(found)}: mend the manifest "
        "where the paper says otherwise, else report the paper."
        for paper in papers
        if paper.id in read
        for fact in FACTS
        if not _alike(listed := getattr(paper, fact), found := getattr(read[paper.id], fact))
    ]


def _alike(one: str | None, other: str | None) -> bool:
    return one == other or (
        one is not None and other is not None and one.casefold().split() == other.casefold().split()
    )


def _shown(value: str | None) -> str:
    return "null" if value is None else repr(value)
