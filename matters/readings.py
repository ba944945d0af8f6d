"""Reads the papers of a corpus, each once: a reading is kept until the paper, what is said about it, or the rules change."""

import hashlib
import json
import os
import signal
import traceback
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass, field
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, TypeVar

from extract.blocks import Layout
from extract.corrections import Misreading
from extract.errors import CorpusError, EvidenceError, PaperError
from extract.records import Reading
from matters.corpus import Corpus, CorpusMistakes, ListedPaper
from matters.duplicates import Duplicate, count_once
from matters.limits import LimitReached, run_limited
from matters.lines import write_whole
from matters.pdf_option import OCR, VARIABLE

T = TypeVar("T")

#: From this many papers on, a pool of processes pays for its start.
POOL_FROM = 24
#: Packages that decide what a paper's text and words are.
READERS = ("spacy", "pdfplumber", "pdfminer.six", "pypdfium2", "lxml", "charset-normalizer", "pydantic")


@dataclass(frozen=True)
class Task:
    """One paper to be read, as it is sent to a worker."""

    paper_id: str
    name: str
    data: bytes
    council: str | None = None
    source_url: str | None = None
    licence: str | None = None
    misreadings: tuple[Misreading, ...] = ()
    withheld: tuple[str, ...] = ()

    def key(self, rules: str) -> str:
        """Hash of everything that the reading depends on."""
        said = [m.model_dump_json() for m in self.misreadings], self.withheld
        backend = os.environ.get(VARIABLE, "") + os.environ.get(OCR, "")
        facts = self.paper_id, self.name, self.council, self.source_url, self.licence, said, rules, backend
        return hashlib.sha256(self.data + json.dumps(facts).encode()).hexdigest()


@dataclass(frozen=True)
class Outcome:
    """What became of one file: the reading of its paper or papers, or the sentence that says why there is none."""

    paper_id: str
    readings: tuple[Reading, ...] = ()
    failure: str | None = None
    #: A mistake of the corpus or of the rules, which stops the build, and not of the paper.
    fatal: bool = False
    trace: str | None = None

    @property
    def reading(self) -> Reading | None:
        """The first reading; of a pack that is its agenda."""
        return self.readings[0] if self.readings else None


@dataclass
class Readings:
    """All that was read of a corpus; a pack gives a reading for each of its papers."""

    readings: list[Reading] = field(default_factory=list)
    failures: dict[str, str] = field(default_factory=dict)
    fresh: int = 0
    files: int = 0  #: listed papers that were read, packs counted once
    traces: dict[str, str] = field(default_factory=dict)
    #: Papers of packs that stand in the corpus already; they are not among the readings.
    duplicates: list[Duplicate] = field(default_factory=list)

    def unread_pages(self) -> dict[str, list[int]]:
        """The pages without text of each listed paper that has any."""
        found: dict[str, list[int]] = {}
        for reading in self.readings:
            if reading.layout.unread_pages:
                found.setdefault(reading.paper.source_id or reading.paper.id, []).extend(reading.layout.unread_pages)
        return found

    @property
    def layouts(self) -> dict[str, Layout]:
        """The text of each paper by its id."""
        return {r.paper.id: r.layout for r in self.readings}


class InProcess(Executor):
    """An executor for a handful of papers: each is read where it stands, when it is asked for."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:
        """Run the call now and hand back its finished future."""
        done: Future[T] = Future()
        try:
            done.set_result(fn(*args, **kwargs))
        except Exception as error:
            done.set_exception(error)
        return done


#: Formats that a hostile file can make run on, by their first bytes; other files are read in place up to this many bytes.
_RISKY = (b"%PDF", b"PK", b"<")
_SMALL = 400_000


def read_task(task: Task) -> Outcome:
    """Read one file. Whatever its bytes are, the outcome is what was read or a sentence.

    A file that can take time or memory beyond measure is read under the limits of one paper.
    """
    import extract.assemble  # noqa: F401 - loaded before the process of the paper is forked, so that each begins with it

    head = task.data[:1024].lstrip()
    if len(task.data) < _SMALL and not head.startswith(_RISKY) and b"%PDF-" not in head:
        return read_in_place(task)
    try:
        return run_limited(read_in_place, task)
    except LimitReached as reached:
        return Outcome(task.paper_id, failure=f"{task.name} {reached}")


def read_in_place(task: Task) -> Outcome:
    """Read one file in this process, without limits of its own."""
    from extract import read_papers

    try:
        readings = read_papers(
            task.data,
            name=task.name,
            paper_id=task.paper_id,
            council=task.council,
            misreadings=task.misreadings,
            withheld=task.withheld,
            source_url=task.source_url,
            licence=task.licence,
        )
    except PaperError as error:
        return Outcome(task.paper_id, failure=_named(task, str(error)))
    except (CorpusError, EvidenceError) as error:
        return Outcome(task.paper_id, failure=_named(task, str(error)), fatal=True)
    except Exception as error:
        said = f"a rule stumbled over it ({type(error).__name__}: {error}): please report the paper"
        return Outcome(task.paper_id, failure=_named(task, said + "."), trace=traceback.format_exc())
    return Outcome(task.paper_id, readings=tuple(readings))


def _named(task: Task, sentence: str) -> str:
    """The sentence, with the paper's name before it where it does not name it itself."""
    one_line = " ".join(sentence.split())
    return one_line if task.name in one_line or task.paper_id in one_line else f"{task.name}: {one_line}"


@cache
def rules_fingerprint() -> str:
    """Hash of every rule and vocabulary of `extract`, and of the versions of the packages beneath it."""
    digest = hashlib.sha256()
    for name, data in sorted(_rule_files(files("extract"), "")):
        digest.update(name.encode() + b"\0" + data + b"\0")
    for package in READERS:
        digest.update(f"{package} {version(package)}\0".encode())
    return digest.hexdigest()


def _rule_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _rule_files(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".py", ".yml")):
            yield prefix + item.name, item.read_bytes()


def read_corpus(
    corpus: Corpus,
    *,
    cache_dir: Path,
    jobs: int | None = None,
    executor: Executor | None = None,
    told: Callable[[str], None],
) -> Readings:
    """Read every paper of the corpus, from the cache where nothing has changed.

    `told` is called with the id of each paper when it is done. A bad paper is a failure among the readings. Raises
    CorpusMistakes where a correction matches nothing or a value has no passage.
    """
    done = Readings()
    kept: dict[str, Sequence[Reading]] = {}
    waiting: list[tuple[Task, str]] = []
    for paper in corpus.papers:
        try:
            task = _task(corpus, paper)
        except PaperError as error:
            done.failures[paper.id] = str(error)
            told(paper.id)
            continue
        key = task.key(rules_fingerprint())
        readings = _cached(cache_dir / f"{paper.id}.json", key)
        if not readings:
            waiting.append((task, key))
        else:
            kept[paper.id] = readings
            told(paper.id)
    mistakes: list[str] = []
    for outcome, key in _read_all(waiting, jobs=jobs, executor=executor):
        told(outcome.paper_id)
        if outcome.fatal:
            mistakes.append(outcome.failure or "")
        elif not outcome.readings:
            done.failures[outcome.paper_id] = outcome.failure or ""
            done.traces[outcome.paper_id] = outcome.trace or ""
        else:
            done.fresh += 1
            kept[outcome.paper_id] = outcome.readings
            _keep(cache_dir / f"{outcome.paper_id}.json", key, outcome.readings)
    if mistakes:
        raise CorpusMistakes(sorted(mistakes))
    _refuse_taken_ids(corpus, kept)
    everything = [reading for paper in corpus.papers for reading in kept.get(paper.id, ())]
    done.readings, done.duplicates = count_once(everything)
    done.files = len(kept)
    _forget(cache_dir, {paper.id for paper in corpus.papers})
    return done


def _refuse_taken_ids(corpus: Corpus, kept: Mapping[str, Sequence[Reading]]) -> None:
    """Raises CorpusMistakes where a paper of a pack would have the id of a listed paper."""
    listed = {paper.id for paper in corpus.papers}
    mistakes = [
        f"corpus/papers.yml: {reading.paper.id} is the id of a listed paper and of paper {place} of the pack {source}: "
        "give one of the two another id."
        for source, readings in kept.items()
        for place, reading in enumerate(readings, 1)
        if reading.paper.source_id is not None and reading.paper.id in listed
    ]
    if mistakes:
        raise CorpusMistakes(mistakes)


def _task(corpus: Corpus, paper: ListedPaper) -> Task:
    return Task(
        paper_id=paper.id,
        name=Path(paper.file).name,
        data=corpus.read(paper),
        council=paper.council,
        source_url=paper.source_url,
        licence=paper.licence,
        misreadings=corpus.corrections.misreadings(paper.id),
        withheld=corpus.corrections.withheld(),
    )


def _read_all(
    waiting: Sequence[tuple[Task, str]], *, jobs: int | None, executor: Executor | None
) -> Iterator[tuple[Outcome, str]]:
    """The outcomes, as they come."""
    if not waiting:
        return
    pool = executor if executor is not None else _executor(jobs, len(waiting))
    try:
        if isinstance(pool, InProcess):
            for task, key in waiting:
                yield pool.submit(read_task, task).result(), key
        else:
            keys = {pool.submit(read_task, task): (task, key) for task, key in waiting}
            for future in as_completed(keys):
                task, key = keys[future]
                yield _result(task, future), key
    finally:
        if executor is None:
            pool.shutdown(wait=False, cancel_futures=True)


def _result(task: Task, future: Future[Outcome]) -> Outcome:
    """What the future brings; a worker that was killed costs its paper and not the run."""
    error = future.exception()
    if error is None:
        return future.result()
    said = f"{task.name}: the process that read it ended ({type(error).__name__}): give it more memory, or build with --jobs 1."
    return Outcome(task.paper_id, failure=said)


def _executor(jobs: int | None, count: int) -> Executor:
    wanted = jobs if jobs is not None else (1 if count < POOL_FROM else os.cpu_count() or 1)
    return InProcess() if wanted <= 1 else ProcessPoolExecutor(max_workers=min(wanted, count), initializer=_worker)


def _worker() -> None:
    """A worker leaves an interruption from the keyboard to the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cached(path: Path, key: str) -> list[Reading]:
    """The readings kept under this key; none where there are none, or where what is there is not whole."""
    try:
        first, *rest = path.read_text(encoding="utf-8").split("\n")
        whole = first == key and rest[-1:] == [""]
        return [Reading.model_validate_json(line) for line in rest[:-1]] if whole else []
    except (OSError, ValueError):
        return []


def _keep(path: Path, key: str, readings: Sequence[Reading]) -> None:
    lines = [key, *(reading.model_dump_json() for reading in readings)]
    write_whole(path, "\n".join(lines) + "\n")


def _forget(cache_dir: Path, ids: set[str]) -> None:
    """Take away the readings of papers that are no longer listed: a name withheld must not linger."""
    for path in cache_dir.glob("*.json") if cache_dir.is_dir() else ():
        if path.stem not in ids:
            path.unlink(missing_ok=True)
