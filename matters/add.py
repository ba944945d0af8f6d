"""`matters add`: puts a paper into the corpus, byte for byte, and lists it in the manifest."""

import datetime
import hashlib
import json
import re
from pathlib import Path, PurePosixPath
from typing import get_args

import click
from pydantic import ValidationError

from extract.errors import CorpusError, PaperError
from extract.reading import slug
from extract.records import PaperKind, Reading
from matters.addresses import download
from matters.corpus import EDTF, SLUG_SAYS, Corpus, ListedPaper, load_corpus, read_listed
from matters.lines import write_whole
from matters.readings import Task, read_task
from matters.root import Project, find_project

#: Endings under which the readers know a paper.
_ENDING = re.compile(r"\.(?:txt|md|markdown|html?|xhtml|pdf|docx)$", re.IGNORECASE)


@click.command("add")
@click.argument("source", metavar="FILE|URL")
@click.option("--council", required=True, metavar="ID", help="Council whose paper it is, as councils.yml names it.")
@click.option("--id", "paper_id", metavar="ID", help="Short name of the paper (default: from its file name).")
@click.option("--title", help="Title (default: as the paper states it).")
@click.option("--kind", type=click.Choice(get_args(PaperKind)), help="Kind of paper (default: as the paper shows it).")
@click.option("--body", help="Body that met or is reported to (default: as the paper states it).")
@click.option("--date", metavar="DATE", help="Day of the meeting (default: as the paper states it).")
@click.option("--licence", metavar="WORDS", help="Terms under which it was published, where they are known.")
@click.option("--source-url", metavar="URL", help="Address where a FILE was published.")
@click.option("--retrieved", metavar="DATE", help="Day on which a FILE was copied from there.")
@click.pass_obj
def add_command(
    root: Path | None,
    source: str,
    council: str,
    paper_id: str | None,
    title: str | None,
    kind: PaperKind | None,
    body: str | None,
    date: str | None,
    licence: str | None,
    source_url: str | None,
    retrieved: str | None,
) -> None:
    """Put a paper into the corpus.

    It is copied byte for byte, hashed, and listed in corpus/papers.yml with what it says of itself; a fact that it does not
    state stays null. A paper that cannot be read, or that the corpus has already, is refused and changes nothing.
    """
    if date is not None and not EDTF.fullmatch(date):
        raise click.BadParameter(f"{date!r} is no date: write it as 2018-05-24, 2018-05 or 2018.", param_hint="--date")
    project = find_project(root)
    corpus = load_corpus(project.corpus)
    _check_council(corpus, council)
    if re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", source):
        data, name, source_url = download(source)
        retrieved = retrieved or datetime.date.today().isoformat()
    else:
        data, name = _local(Path(source))
    paper_id = paper_id or slug(name)
    reading = _readable(data, name, paper_id, council)
    said = reading.paper
    entry = {
        "id": paper_id,
        "council": council,
        "body": body or said.body,
        "kind": kind or ("pack" if said.source_id else said.kind),
        "title": title or said.title,
        "date": date or said.date,
        "file": f"papers/{council}/{paper_id}{_ending(name, reading)}",
        "source_url": source_url,
        "retrieved": retrieved,
        "licence": licence,
        "sha256": hashlib.sha256(data).hexdigest(),
    }
    paper = _listed(entry)
    _check_new(corpus, paper)
    _put(project, paper, data)
    click.echo(f"Added {paper.id} as corpus/{paper.file}: look through its entry in corpus/papers.yml, then run `matters build`.")


def _check_council(corpus: Corpus, council: str) -> None:
    if council not in {c.id for c in corpus.councils}:
        known = ", ".join(c.id for c in corpus.councils) or "none yet"
        raise CorpusError(f"corpus/councils.yml does not list the council {council!r} (it lists {known}): add it there first.")


def _local(path: Path) -> tuple[bytes, str]:
    try:
        if path.is_dir():
            raise PaperError(f"{path} is a folder: add the papers in it one by one.")
        return path.read_bytes(), path.name
    except FileNotFoundError:
        raise PaperError(f"{path} is missing: mend its name.") from None
    except (OSError, ValueError) as error:
        raise PaperError(f"{path} cannot be opened ({getattr(error, 'strerror', None) or error}).") from None


def _readable(data: bytes, name: str, paper_id: str, council: str) -> Reading:
    """What the paper says, as it will be read. Raises PaperError where it is no paper."""
    outcome = read_task(Task(paper_id, name, data, council))
    if outcome.reading is None:
        raise PaperError(f"{outcome.failure} Nothing was added.")
    return outcome.reading


def _ending(name: str, reading: Reading) -> str:
    """The ending of the file's name, or where it has none that readers know, that of the format in which it was read."""
    if _ENDING.search(name):
        return PurePosixPath(name).suffix.lower()
    return {"text": ".txt", "markdown": ".md"}.get(reading.layout.format, f".{reading.layout.format}")


def _listed(entry: dict[str, str | None]) -> ListedPaper:
    try:
        return ListedPaper.model_validate(entry)
    except ValidationError as error:
        problem = error.errors()[0]
        place = ".".join(str(part) for part in problem["loc"])
        mend = SLUG_SAYS if place == "id" else str(problem["msg"]).removeprefix("Value error, ")
        raise CorpusError(f"The {place} {entry.get(place)!r} is not right: {mend}. Nothing was added.") from None


def _check_new(corpus: Corpus, paper: ListedPaper) -> None:
    for other in corpus.papers:
        if other.id == paper.id:
            raise CorpusError(f"The corpus has a paper with the id {paper.id!r} already: give this one another with --id.")
        if other.sha256 == paper.sha256:
            raise CorpusError(f"The corpus has this very paper already, as {other.id}. Nothing was added.")
    if (corpus.folder / paper.file).exists():
        raise CorpusError(f"corpus/{paper.file} is there already and not listed: take it away, or give this paper another --id.")


def _put(project: Project, paper: ListedPaper, data: bytes) -> None:
    """Copy the paper, then list it; where the listing fails, the copy is taken away again."""
    manifest = project.corpus / "papers.yml"
    before = manifest.read_text(encoding="utf-8")
    path = project.corpus / paper.file
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(data)
        write_whole(manifest, appended(before, paper))
        read_listed(project.corpus, load_corpus(project.corpus).papers[-1])
    except BaseException:
        path.unlink(missing_ok=True)
        write_whole(manifest, before)
        raise


def appended(manifest: str, paper: ListedPaper) -> str:
    """The manifest with one entry more at its end; not a character before it is touched, except an empty list's brackets."""
    kept = re.sub(r"(?m)^\[\s*\][ \t]*(#.*)?$\n?\Z", r"\1", manifest)
    between = "" if not kept else "\n" if kept.endswith("\n") else "\n\n"
    return kept + between + entry_text(paper)


def entry_text(paper: ListedPaper) -> str:
    """One entry as this project writes it."""
    lines = [f"{name}: {_scalar(value)}" for name, value in paper.model_dump(exclude={"note"}).items()]
    return "- " + "\n  ".join(lines) + "\n"


def _scalar(value: str | None) -> str:
    """A value in YAML: plain where it is only words, else in double quotes."""
    if value is None:
        return "null"
    plain = re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9 ,.()/&_-]*[A-Za-z0-9.)])?", value)
    if plain and value.casefold() not in ("null", "true", "false", "yes", "no", "on", "off", "y", "n"):
        return value
    return json.dumps(value, ensure_ascii=False)
