"""Annotated papers: what a careful reader found, read from JSON and checked (`corpus/gold/README.md` names every key)."""

from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from extract.errors import CorpusError

#: Where the text that is read comes from: the paper itself, or the text that was annotated.
TextSource = Literal["file", "annotated"]
#: The file beside the annotations that holds the lowest scores allowed.
FLOORS = "floors.json"


class _Annotation(BaseModel):
    model_config = ConfigDict(extra="allow", frozen=True)


class GoldDecision(_Annotation):
    """A decision as annotated."""

    text: str
    verb: str | None = None
    kind: str | None = None
    routine: bool = False
    text_alternatives: tuple[str, ...] = ()
    verb_alternatives: tuple[str | None, ...] = ()
    kind_alternatives: tuple[str | None, ...] = ()


class GoldAction(_Annotation):
    """An action as annotated; `due_edtf` is compared only where the annotation gives it."""

    text: str
    owner: str | None = None
    due: str | None = None
    due_edtf: str | None = None
    owner_basis: str | None = None
    text_alternatives: tuple[str, ...] = ()
    owner_alternatives: tuple[str | None, ...] = ()
    due_alternatives: tuple[str | None, ...] = ()


class GoldPerson(_Annotation):
    """A person as annotated."""

    name: str
    role: str | None = None
    organisation: str | None = None
    role_alternatives: tuple[str | None, ...] = ()
    organisation_alternatives: tuple[str | None, ...] = ()


class Triple(_Annotation):
    """Subject, predicate and object by name."""

    subject: str
    predicate: str
    object: str


class GoldRelation(Triple):
    """A relation as annotated; `alternatives` say the same in other words."""

    role: str | None = None
    basis: str | None = None
    proposed: bool = False
    alternatives: tuple[Triple, ...] = ()


class Lists(_Annotation):
    """The six lists of records of an annotation."""

    decisions: tuple[GoldDecision, ...] = ()
    actions: tuple[GoldAction, ...] = ()
    people: tuple[GoldPerson, ...] = ()
    organisations: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    relations: tuple[GoldRelation, ...] = ()


class GoldPaper(Lists):
    """One annotated paper."""

    id: str
    title: str | None = None
    council: str | None = None
    committee: str | None = None
    kind: str | None = None
    annotated_part: str = "whole"
    file: str
    annotated_text: str
    optional: Lists = Field(default_factory=Lists)
    people_aliases: dict[str, tuple[str, ...]] = {}
    organisation_aliases: dict[str, tuple[str, ...]] = {}
    programme_aliases: dict[str, tuple[str, ...]] = {}
    root: Path = Path()

    @property
    def whole(self) -> bool:
        """Whether all of the paper is annotated."""
        return self.annotated_part.lower().startswith("whole")

    def path(self, source: TextSource) -> Path:
        """The file to read: the paper, or the text that was annotated."""
        return self.root / (self.file if source == "file" else self.annotated_text)

    def inside(self) -> str | None:
        """The annotated text of a paper of which only a part is annotated; null where all of it is."""
        return None if self.whole else self.path("annotated").read_text(encoding="utf-8")


class GoldSet(BaseModel):
    """The annotated papers of one folder."""

    name: str
    papers: list[GoldPaper]


def load_paper(path: Path) -> GoldPaper:
    """Read one annotation; its paths are relative to the folder above its own. Raises CorpusError where it is not right."""
    try:
        paper = GoldPaper.model_validate_json(path.read_bytes())
    except OSError as error:
        raise CorpusError(f"{path}: the annotation cannot be read ({error.strerror}).") from error
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise CorpusError(f"{path}: {place} is not as an annotation has it ({first['msg']}).") from error
    return paper.model_copy(update={"root": path.resolve().parent.parent})


def load_sets(paths: list[Path]) -> list[GoldSet]:
    """One set for each folder named, in the order given; files that are named alone go to the set of their folder."""
    files: dict[Path, list[Path]] = {}
    for path in paths:
        found = sorted(file for file in path.glob("*.json") if file.name != FLOORS) if path.is_dir() else [path]
        if not found:
            raise CorpusError(f"{path}: there are no annotations (*.json) in this folder.")
        files.setdefault(path if path.is_dir() else path.parent, []).extend(found)
    return [GoldSet(name=str(folder), papers=[load_paper(path) for path in found]) for folder, found in files.items()]
