"""The whole pipeline over a corpus, each stage leaving a file that a person can read, and the site at the end of it.

`site/` is replaced in one step and only by a site in which every listed paper is read.
"""

import datetime
import time
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path

from extract.errors import CorpusError, MattersError
from extract.evidence import check_records
from extract.records import TABLES, Record
from graph import build_governance
from graph.governance import Governance
from matters import report
from matters.changes import changes, keep
from matters.corpus import Corpus, load_corpus
from matters.coverage import coverage, unread_sentence
from matters.edits import apply_edits, check_withheld, masked_entries
from matters.expectations import differences
from matters.lines import write_lines
from matters.logs import unused_styles
from matters.readings import Readings, read_corpus
from matters.report import Reporter
from matters.root import Project
from matters.swap import exchange, only_build, recover, remove
from publish import render_site, write_site
from publish.accuracy import load as load_accuracy


@dataclass(frozen=True)
class Settings:
    """What a person may choose of a build."""

    as_of: datetime.date
    jobs: int | None = None
    site_url: str | None = None
    executor: Executor | None = None


@dataclass(frozen=True)
class Study:
    """Everything known before a page is written: the corpus, what was read of it, and the governance that follows."""

    corpus: Corpus
    readings: Readings
    governance: Governance


@dataclass(frozen=True)
class Built:
    """A finished build: where the new site stands, and the closing report, whose last line says how it ended."""

    site: Path | None
    published: bool
    lines: tuple[str, ...]


def study(project: Project, settings: Settings, reporter: Reporter, *, keep: bool = True) -> Study:
    """Read the corpus and build the governance, writing what each stage found under build/ where `keep` says so.

    Raises CorpusMistakes for mistakes in the lists and EvidenceError for a value without its passage.
    """
    corpus = load_corpus(project.corpus)
    if not corpus.papers:
        raise CorpusError("corpus/papers.yml lists no paper: add one with `matters add`.")
    with reporter.stage("Reading the papers", len(corpus.papers)) as steps:
        readings = read_corpus(
            corpus,
            cache_dir=project.build / "readings",
            jobs=settings.jobs,
            executor=settings.executor,
            told=steps.step,
        )
    if keep:
        _write_readings(project.build, readings)
    with reporter.stage("Building the governance graph"):
        governance = build_governance(
            readings.readings,
            councils=corpus.councils,
            judgements=corpus.corrections.judgements(),
            coverage=coverage(corpus.papers, readings),
            entries=masked_entries(corpus.corrections),
            as_of=settings.as_of,
        )
        apply_edits(governance, corpus.corrections, readings.layouts)
        check_withheld(corpus, readings)
        check_records((r for table in tables_of(governance).values() for r in table), readings.layouts)
    if keep:
        _write_governance(project.build, governance)
    return Study(corpus, readings, governance)


def build(project: Project, settings: Settings, reporter: Reporter) -> Built:
    """Build the site. Raises MattersError where nothing can be built; `site/` is then as it was."""
    began = time.monotonic()
    new, old = project.build / "site-new", project.build / "site-old"
    with only_build(project.build):
        recover(site=project.site, old=old)
        remove(new)
        studied = study(project, settings, reporter)
        if not studied.readings.readings:
            return Built(
                None, False, (*closing(studied), _failed(studied, "no paper could be read, so there is no new site"))
            )
        _write_pages(project, settings, studied, reporter, new)
        if studied.readings.failures:
            unpublished = project.build / "site-unpublished"
            remove(unpublished)
            new.rename(unpublished)
            said = "the new site without " + ("it" if len(studied.readings.failures) == 1 else "them")
            said += " stands in build/site-unpublished/"
            return Built(unpublished, False, (*closing(studied), _failed(studied, said)))
        exchange(new, project.site, old=old)
        remove(project.build / "site-unpublished")
    pages = sum(1 for _ in project.site.rglob("*.html"))
    last = f"site/ is built: {report.count(pages, 'page')} in {time.monotonic() - began:.1f} s."
    return Built(project.site, True, (*closing(studied), last))


def _write_pages(project: Project, settings: Settings, studied: Study, reporter: Reporter, new: Path) -> None:
    pages = project.build / "pages"
    changed = changes(project.build, studied.governance.standings, settings.as_of)
    with reporter.stage("Writing pages, charts and data"):
        write_site(
            studied.governance,
            pages_dir=pages,
            docs_dir=project.docs,
            as_of=settings.as_of,
            corpus_version=studied.corpus.version,
            site_url=settings.site_url,
            accuracy=load_accuracy(project.corpus / "accuracy.json"),
            questions=studied.corpus.questions,
            log_styles=studied.corpus.log_styles,
            changes=changed,
        )
    with reporter.stage("Rendering the site"):
        render_site(pages_dir=pages, site_dir=new, config=project.config)
    if not (new / "index.html").is_file():
        raise MattersError(f"The new site in {new} has no home page: site/ is as it was.")
    keep(project.build, changed)


def tables_of(governance: Governance) -> dict[str, Sequence[Record]]:
    """The canonical records by table, in the order of the exports."""
    return {table.table: getattr(governance, table.table) for table in TABLES}


def _write_readings(build_dir: Path, readings: Readings) -> None:
    """What extract found, by table, and what it saw and did not use."""
    for table in TABLES:
        rows = [r for reading in readings.readings for r in reading.records() if r.table == table.table]
        if rows or table.table in ("papers", "decisions", "actions"):
            write_lines(build_dir / "extract" / f"{table.table}.jsonl", _sorted(rows))
    answers = [a for reading in readings.readings for a in reading.answers]
    write_lines(build_dir / "extract" / "answers.jsonl", _sorted(answers))
    unused = [u for reading in readings.readings for u in reading.unused]
    write_lines(build_dir / "unused.jsonl", [u.model_dump(mode="json") for u in unused])
    for paper_id, trace in sorted(readings.traces.items()):
        if trace:
            (build_dir / "failures").mkdir(exist_ok=True)
            (build_dir / "failures" / f"{paper_id}.txt").write_text(trace, encoding="utf-8", errors="backslashreplace")


def _write_governance(build_dir: Path, governance: Governance) -> None:
    for name, rows in tables_of(governance).items():
        write_lines(build_dir / "graph" / f"{name}.jsonl", _sorted(rows))
    standings = sorted(governance.standings.values(), key=lambda s: s.action_id)
    write_lines(build_dir / "graph" / "standings.jsonl", [s.model_dump(mode="json") for s in standings])
    write_lines(build_dir / "graph" / "judgements.jsonl", [j.model_dump(mode="json") for j in governance.judgements])
    write_lines(build_dir / "findings.jsonl", [f.model_dump(mode="json") for f in governance.findings])


def _sorted(rows: Sequence[Record]) -> list[dict[str, object]]:
    return [r.model_dump(mode="json") for r in sorted(rows, key=lambda r: (r.paper_id or "", r.id))]


def closing(studied: Study) -> list[str]:
    """The closing report: what was read, found, unused and failed."""
    readings, corpus = studied.readings, studied.corpus
    unchanged = readings.files - readings.fresh
    lines = [
        f"{report.count(len(corpus.papers), 'paper')} listed, {readings.fresh} read anew, {unchanged} unchanged"
        + (f", {len(readings.failures)} failed." if readings.failures else "."),
        *report.packs(readings.readings, len(readings.duplicates)),
        *(f"  {duplicate.sentence}" for duplicate in readings.duplicates),
        *(f"Not read: {unread_sentence(source, pages)}" for source, pages in readings.unread_pages().items()),
        report.found(
            {name: rows for name, rows in tables_of(studied.governance).items() if name not in ("papers", "coverage")}
        ),
        *report.unused([u for reading in readings.readings for u in reading.unused]),
        *report.unknown([u for reading in readings.readings for u in reading.unused]),
        *report.findings(studied.governance.findings),
        *(
            f"corpus/logs.yml describes the log of {style.body!r}, a body of which no action was found: is it named as its papers name it?"
            for style in unused_styles(corpus.log_styles, studied.governance.actions)
        ),
        *(f"Not as listed: {sentence}" for sentence in differences(corpus.papers, readings.readings)),
        *(
            f"Not listed: {name} lies among the papers; take it away, or add it with `matters add`."
            for name in corpus.unlisted()
        ),
        *(f"Failed: {sentence}" for sentence in readings.failures.values()),
    ]
    return lines


def _failed(studied: Study, where: str) -> str:
    failures = studied.readings.failures
    return f"{report.count(len(failures), 'paper')} failed ({', '.join(failures)}): site/ is as it was; {where}."
