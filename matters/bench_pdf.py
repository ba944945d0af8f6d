"""`make bench` for PDFs: pages a second beside plain pdfplumber on the same pages, and the memory that a long pack takes.

Measured are the PDFs of the folders and files named, or those of the project, in time of the processor, which other work on the
machine does not lengthen. Each measure is taken in a process of its own, so that its peak memory is its own.
"""

import multiprocessing
import os
import resource
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from extract.errors import PaperError
from extract.yardstick import pack_of, page_count, plain_pdfplumber
from matters.pdf_option import VARIABLE
from matters.root import Project, find_project

#: How many times as fast as plain pdfplumber the words, places and rulings of pages are to be had.
AIM = 3.5
#: The pages of the pack, and the most memory in MB that reading it may take.
PACK, ROOM = 1000, 1000
#: Rounds of the quick measures, of which the best counts.
ROUNDS = 2


def main() -> None:
    """Measure and print."""
    named = [Path(argument) for argument in sys.argv[1:]]
    report(named or project_pdfs(find_project(None)))


def project_pdfs(project: Project) -> list[Path]:
    """Where the project has PDFs: the corpus, and the specimens of its tests."""
    return [project.corpus, project.root / "tests" / "specimens"]


def report(places: Sequence[Path]) -> None:
    """Measure the PDFs in these places and print what was found."""
    papers = [path.read_bytes() for path in pdfs_in(places)]
    if not papers:
        print("No PDF to measure: name files or folders, as in make bench PDFS=folder.")
        return
    pages = sum(map(page_count, papers))
    seconds, memory, ruled = alone(_plain, papers)
    plain = pages / seconds
    print(
        f"{len(papers)} PDFs, {pages} pages, {100 * (ruled or 0) / pages:.0f}% of them with a ruled table; time of the processor"
    )
    print(f"  {'plain pdfplumber, text and tables':<46}{plain:>8.1f} pages/s   {'':16}{memory:>6,} MB")
    for name, call, backend in MEASURES:
        seconds, memory, refused = alone(call, papers, backend=backend, rounds=ROUNDS)
        speed = pages / seconds
        print(f"  {name:<46}{speed:>8.1f} pages/s   {speed / plain:>5.1f} times plain{memory:>6,} MB")
        if refused:
            print(f"    {refused} of {len(papers)} refused, which makes this too quick")
    print(f"  aim: {AIM} times plain pdfplumber")
    pack = pack_of(papers, PACK)
    for name, call, backend in (MEASURES[0], MEASURES[-1]):
        seconds, memory, _ = alone(call, [pack], backend=backend)
        print(
            f"  {f'a pack of {page_count(pack):,} pages, {name}':<62}{seconds:>5.0f} s   {memory:>6,} MB (room: {ROOM:,} MB)"
        )


def pdfs_in(places: Sequence[Path]) -> list[Path]:
    """The PDFs among the files named and below the folders named."""
    found = [path for place in places for path in (sorted(place.rglob("*.pdf")) if place.is_dir() else [place])]
    return list(dict.fromkeys(path for path in found if path.is_file()))


def _plain(papers: Sequence[bytes]) -> int:
    """What pdfplumber offers, taken from every page; how many pages have a table."""
    return sum(plain_pdfplumber(data) for data in papers)


def _pages(papers: Sequence[bytes]) -> None:
    """The words and rulings of every page."""
    from extract.readers.pdf.choice import read_pages

    for data in papers:
        read_pages(data, name="the paper")


def _blocks(papers: Sequence[bytes]) -> int:
    """The layouts of the papers; how many are refused."""
    from extract.readers import read_layout

    refused = 0
    for data in papers:
        try:
            read_layout(data, name="the paper")
        except PaperError:
            refused += 1
    return refused


Call = Callable[[Sequence[bytes]], int | None]
MEASURES: list[tuple[str, Call, str]] = [
    ("words, places and rulings, cross-checked", _pages, "auto"),
    ("the same, pdfplumber forced", _pages, "pdfplumber"),
    ("bytes to blocks, cross-checked", _blocks, "auto"),
]


def alone(
    call: Call, papers: Sequence[bytes], *, backend: str = "auto", rounds: int = 1
) -> tuple[float, int, int | None]:
    """Processor seconds of the best round of a call in a process of its own, the peak memory of that process in MB, and what it gave."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_measure, args=(theirs, call, papers, backend, rounds))
    process.start()
    theirs.close()
    try:
        result: tuple[float, int, int | None] = ours.recv()
    finally:
        process.join()
    return result


def _measure(told: Connection, call: Call, papers: Sequence[bytes], backend: str, rounds: int) -> None:
    os.environ[VARIABLE] = backend
    call(papers[:1] if len(papers) > 1 else [])  # what is imported and kept is not what is measured
    times = []
    for _ in range(rounds):
        began = time.process_time()
        given = call(papers)
        times.append(time.process_time() - began)
    unit = 1 if sys.platform == "darwin" else 1024
    told.send((min(times), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit // 1_000_000, given))


if __name__ == "__main__":
    main()
