"""The corpus: which papers there are, whose they are, and what people say about them.

Loading collects every mistake before it says any, one sentence each, so that a file can be mended in one go.
"""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from extract.corrections import (
    AnswerSaid,
    CloseSaid,
    Correction,
    Corrections,
    Edit,
    Judgement,
    Misreading,
    RejectMatch,
    Withhold,
)
from extract.councils import Council
from extract.errors import CorpusError, PaperError
from extract.records import PaperKind
from matters.entries import EntryFile, read_entries, validated
from matters.logs import load_log_styles
from matters.questions import load_questions
from publish.log_styles import LogStyle
from publish.questions import Question

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=120)]
SLUG_SAYS = "use lower case letters, digits and single hyphens"
#: A day, month, year, season, or one of these with a mark of doubt, in EDTF.
EDTF = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?(?:/\d{4}(?:-\d{2}(?:-\d{2})?)?[~?%]?)?")
_MODELS: dict[str, type[Correction]] = {
    "misreading": Misreading,
    "same": Judgement,
    "different": Judgement,
    "unsure": Judgement,
    "edit": Edit,
    "withhold": Withhold,
    "answer": AnswerSaid,
    "close": CloseSaid,
    "reject-match": RejectMatch,
}


class CorpusMistakes(CorpusError):
    """All that is wrong with a corpus: `sentences`, one for each mistake."""

    def __init__(self, sentences: Sequence[str]) -> None:
        self.sentences = tuple(sentences)
        super().__init__("\n".join(sentences))


class ListedPaper(BaseModel):
    """One entry of the manifest."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: Slug = Field(description="short name used in addresses and ids; never changed afterwards")
    council: str = Field(description="id of the council in councils.yml")
    body: str | None = Field(default=None, description="body that met or is reported to")
    kind: PaperKind | None = Field(default=None, description="what kind of paper it is")
    title: str | None = Field(default=None, description="title as the paper prints it")
    date: str | None = Field(default=None, description="day of the meeting in EDTF")
    file: str = Field(description="where the paper lies, from corpus/")
    source_url: str | None = Field(default=None, description="address where it was published")
    retrieved: str | None = Field(default=None, description="day on which it was copied from there")
    licence: str | None = Field(default=None, description="terms under which it was published")
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(description="SHA-256 of its bytes")
    note: str | None = Field(default=None, description="anything that a reader of the manifest should know")

    @field_validator("date", "retrieved")
    @classmethod
    def _is_edtf(cls, value: str | None) -> str | None:
        if value is not None and not EDTF.fullmatch(value):
            raise ValueError(f"{value!r} is no date: write it as 2018-05-24, 2018-05 or 2018, or null where unknown")
        return value

    @field_validator("file")
    @classmethod
    def _is_inside(cls, value: str) -> str:
        path = PurePosixPath(value)
        if (
            path.is_absolute()
            or ".." in path.parts
            or "\\" in value
            or path.parts[:1] != ("papers",)
            or len(path.parts) < 3
        ):
            raise ValueError(f"{value!r} is not of the form papers/<council>/<file>: move the paper there")
        return value

    @field_validator("source_url")
    @classmethod
    def _is_web(cls, value: str | None) -> str | None:
        if value is not None and not re.match(r"https?://[^\s/]+", value):
            raise ValueError(f"{value!r} does not begin with http:// or https://: write the whole address, or null")
        return value


@dataclass(frozen=True)
class Corpus:
    """A corpus without mistakes in its lists. The papers themselves are not read yet, and each may still be bad."""

    folder: Path
    papers: tuple[ListedPaper, ...]
    councils: tuple[Council, ...]
    corrections: Corrections
    questions: tuple[Question, ...] = ()
    log_styles: tuple[LogStyle, ...] = ()

    def read(self, paper: ListedPaper) -> bytes:
        """The bytes of a paper, just as listed. Raises PaperError where it is missing, empty or not the paper listed."""
        return read_listed(self.folder, paper)

    def unlisted(self) -> list[str]:
        """Files that lie among the papers and that the manifest does not list."""
        listed = {paper.file for paper in self.papers}
        found = (p for p in (self.folder / "papers").rglob("*") if p.is_file() and not p.name.startswith("."))
        return sorted(name for p in found if (name := p.relative_to(self.folder).as_posix()) not in listed)

    @property
    def version(self) -> str:
        """Short hash of the manifest, the papers, the councils, the corrections, the questions and the styles of logs."""
        rows = [r.model_dump_json() for r in (*self.papers, *self.councils, self.corrections, *self.questions, *self.log_styles)]
        return hashlib.sha256("\n".join(rows).encode()).hexdigest()[:12]


def read_listed(folder: Path, paper: ListedPaper) -> bytes:
    """The bytes of a listed paper. Raises PaperError where they are missing, empty or not those listed."""
    path = folder / paper.file
    shown = f"{folder.name}/{paper.file}"
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise PaperError(
            f"{paper.id}: the file {shown} is missing: put it back, or take its entry out of papers.yml."
        ) from None
    except OSError as error:
        raise PaperError(
            f"{paper.id}: the file {shown} cannot be read ({error.strerror}): mend its permissions."
        ) from None
    if not data:
        raise PaperError(f"{paper.id}: the file {shown} is empty: put the paper there as published.")
    if hashlib.sha256(data).hexdigest() != paper.sha256:
        raise PaperError(
            f"{paper.id}: the file {shown} is not the one listed (its SHA-256 differs): "
            "put the published file back, or list the new one with its own sha256."
        )
    return data


def load_corpus(folder: Path) -> Corpus:
    """The corpus in a folder. Raises CorpusMistakes with every mistake in the manifest, councils, corrections, questions and styles of logs."""
    council_file = read_entries(folder / "councils.yml", "corpus/councils.yml")
    paper_file = read_entries(folder / "papers.yml", "corpus/papers.yml")
    correction_file = read_entries(folder / "corrections.yml", "corpus/corrections.yml")
    councils = _councils(council_file)
    papers = _papers(paper_file, {c.id for c in councils} if not council_file.mistakes else None)
    corrections = _corrections(correction_file, {p.id for p in papers} if not paper_file.mistakes else None)
    questions, unclear = load_questions(folder)
    log_styles, misshapen = load_log_styles(folder)
    mistakes = [*paper_file.mistakes, *council_file.mistakes, *correction_file.mistakes, *unclear, *misshapen]
    if mistakes:
        raise CorpusMistakes(mistakes)
    return Corpus(folder, papers, councils, corrections, questions, log_styles)


def _councils(file: EntryFile) -> tuple[Council, ...]:
    found: dict[str, Council] = {}
    for entry in file.entries:
        council = validated(Council, entry, file, f"council {entry.values.get('id')!r}")
        if council is None:
            continue
        if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", council.id):
            file.mistake(entry.line, f"the id {council.id!r} cannot stand in addresses: {SLUG_SAYS}.")
        if council.id in found:
            file.mistake(entry.line, f"two councils have the id {council.id!r}: give one of them another.")
        found.setdefault(council.id, council)
    return tuple(found.values())


def _papers(file: EntryFile, councils: set[str] | None) -> tuple[ListedPaper, ...]:
    ids: dict[str, ListedPaper] = {}
    files: dict[str, str] = {}
    for entry in file.entries:
        title = f"paper {entry.values.get('id')!r}"
        paper = validated(ListedPaper, entry, file, title)
        if paper is None:
            continue
        if paper.id in ids:
            file.mistake(entry.line, f"two papers have the id {paper.id!r}: give one of them another.")
        if paper.file in files:
            file.mistake(
                entry.line, f"{title} lists {paper.file}, which {files[paper.file]!r} lists already: take one out."
            )
        if councils is not None and paper.council not in councils:
            file.mistake(
                entry.line,
                f"{title} is of the council {paper.council!r}, which councils.yml does not list: "
                "add the council there, or mend the name.",
            )
        ids.setdefault(paper.id, paper)
        files.setdefault(paper.file, paper.id)
    return tuple(ids.values())


def _corrections(file: EntryFile, papers: set[str] | None) -> Corrections:
    found: list[Correction] = []
    for entry in file.entries:
        kind = entry.values.get("kind")
        if not isinstance(kind, str) or kind not in _MODELS:
            file.mistake(entry.line, f"the correction has the kind {kind!r}: use one of {', '.join(_MODELS)}.")
            continue
        correction = validated(_MODELS[kind], entry, file, f"the correction ({kind})")
        if correction is None:
            continue
        if isinstance(correction, Misreading) and papers is not None and correction.paper not in papers:
            file.mistake(
                entry.line,
                f"the misreading is of the paper {correction.paper!r}, which papers.yml does not list: mend the id, or take it out.",
            )
        found.append(correction)
    return Corrections.model_validate({"entries": tuple(found)})
