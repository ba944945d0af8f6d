"""The gate: scores may not fall below their floors, and floors hold only for the annotations and papers they were set on.

One file holds the floors of several sets, each under the name of its folder.

Floors are raised by hand when a score has risen; one that is lowered needs its reason in the changelog.
"""

import hashlib
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError

from extract.errors import CorpusError
from matters.gold import GoldSet
from matters.tally import SCORED, Score

#: What a floor can be set for: F1 of each record type, and of whole records, in which every attribute is right too.
FLOORED = (*SCORED, "whole records")


class Floors(BaseModel):
    """The lowest F1 allowed, between 0 and 1, and the hash of what they were set on."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    pinned: str
    floors: dict[str, float]


_SETS = TypeAdapter(dict[str, Floors])


def load_floors(path: Path) -> dict[str, Floors]:
    """Read a floor file: floors by the name of a set's folder. Raises CorpusError where it is not right or lacks a floor."""
    try:
        sets = _SETS.validate_json(path.read_bytes())
    except OSError as error:
        raise CorpusError(f"{path}: the floors cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise CorpusError(f"{path}: {place} is not as a floor file has it ({first['msg']}).") from error
    for folder, floors in sets.items():
        missing = [name for name in FLOORED if name not in floors.floors]
        if missing:
            raise CorpusError(
                f"{path}: {folder} has no floor for {', '.join(missing)}: set it to the score that was reached."
            )
    return sets


def floors_of(gold: GoldSet, sets: dict[str, Floors]) -> Floors | None:
    """The floors of a set of annotations, found by the name of its folder; null where none were set."""
    return sets.get(Path(gold.name).resolve().name)


def pin(gold: GoldSet) -> str:
    """SHA-256 over every annotation and every paper of a set, in the order of their ids."""
    digest = hashlib.sha256()
    for paper in sorted(gold.papers, key=lambda paper: paper.id):
        digest.update(paper.model_dump_json(exclude={"root"}).encode())
        digest.update(hashlib.sha256(paper.path("file").read_bytes()).digest())
    return digest.hexdigest()


def reached(score: Score, name: str) -> float:
    """The F1 of a record type or of whole records; 0 where nothing is annotated and nothing found."""
    return (score.all.whole_f1 if name == "whole records" else score.tallies[name].f1) or 0.0


def falls(gold: GoldSet, score: Score, floors: Floors) -> list[str]:
    """A sentence for each score below its floor, and one where annotations or papers are not those the floors were set on."""
    said = [
        f"{gold.name}: {name} fell to {reached(score, name):.4f}; the floor is {floors.floors[name]:.4f}."
        for name in FLOORED
        if reached(score, name) < floors.floors[name]
    ]
    if pin(gold) != floors.pinned:
        said.append(
            f"{gold.name}: annotations or papers are not those on which the floors were set: measure again, "
            f"raise the floors to what is reached, and set pinned to {pin(gold)}."
        )
    return said
