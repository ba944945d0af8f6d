"""The figures of the accuracy page: measured by `matters evaluate --write`, kept in `corpus/accuracy.json`."""

from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.errors import CorpusError


class _Figures(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Figure(_Figures):
    """What was found of one record type: counts, and shares between 0 and 1 (null where there is nothing to share)."""

    annotated: int = Field(ge=0)
    found: int = Field(ge=0)
    precision: float | None
    recall: float | None
    f1: float | None
    whole_f1: float | None
    attributes: dict[str, float | None] = {}


class Measured(_Figures):
    """One set of annotated papers: what was reached on it, by record type, and what the rivals reach."""

    name: str
    text: str
    papers: int
    unread: int
    total: dict[str, Figure]
    rivals: dict[str, dict[str, float | None]]
    by_authority: dict[str, dict[str, float | None]]
    papers_by_authority: dict[str, int]


class Accuracy(_Figures):
    """Everything measured on one day."""

    measured: str
    sets: tuple[Measured, ...]


def load(path: Path) -> Accuracy | None:
    """The figures, or None where none were kept. Raises CorpusError where the file is not as `--write` makes it."""
    if not path.is_file():
        return None
    try:
        return Accuracy.model_validate_json(path.read_bytes())
    except ValidationError as error:
        place = ".".join(str(part) for part in error.errors()[0]["loc"]) or "the file"
        raise CorpusError(
            f"{path}: {place} is not as `matters evaluate --write` makes it: write it anew with `make accuracy`."
        ) from error
