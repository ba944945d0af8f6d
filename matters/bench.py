"""`make bench`: what reading and building cost, measured in one run.

The yardstick is the bare spaCy tokenizer on the same text: machines differ, and the ratio does not. The tokenizer stops keeping what
it has cut once it has met a special case ("don't", "Mr."), so it is measured as it comes, and primed with each distinct word of
the text, with the priming counted, as it must be for a paper not seen before, and without.
"""

import datetime
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from extract import read_paper
from extract.yardstick import bare_tokenizer
from matters.build import Settings, build
from matters.corpus import load_corpus
from matters.report import Reporter
from matters.root import Project, find_project

#: How often the papers of the corpus are read: long enough to measure, short enough to wait for.
TIMES = 6
ROUNDS = 3
#: The share of the speed of the primed tokenizer, its priming counted, that the whole chain is to reach.
AIM = 0.12


def main() -> None:
    """Measure and print."""
    project = find_project(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    corpus = load_corpus(project.corpus)
    papers = [(paper.id, corpus.read(paper)) for paper in corpus.papers]
    texts = [read_paper(data, name=f"{name}.txt").layout.text for name, data in papers]  # also warms every cache
    words = sum(len(text.split()) for text in texts) * TIMES
    print(f"{len(papers)} papers, each read {TIMES} times: {words:,} words; the best of {ROUNDS} rounds.")
    chain = words / best(lambda: read_all(papers))
    vocabulary = list(dict.fromkeys(word for text in texts for word in text.split()))
    ready = bare_tokenizer(vocabulary)
    rivals = {
        "as it comes": best(lambda: tokenize(texts, bare_tokenizer())),
        "primed, priming counted": best(lambda: tokenize(texts, bare_tokenizer(vocabulary))),
        "primed beforehand": best(lambda: tokenize(texts, ready)),
    }
    print(f"  {'whole chain, bytes to records':<46}{chain:>12,.0f} words/s")
    for name, seconds in rivals.items():
        speed = words / seconds
        print(f"  {f'bare spaCy tokenizer, {name}':<46}{speed:>12,.0f} words/s   chain / tokenizer = {chain / speed:.3f}")
    print(f"  aim: {AIM} of the tokenizer with its priming counted")
    cold, warm, pages = build_times(project)
    print(f"  site of {pages} pages: {cold:.1f} s from nothing, {warm:.1f} s with no paper changed")
    print(f"  peak memory: {peak(resource.RUSAGE_SELF):,} MB here, {peak(resource.RUSAGE_CHILDREN):,} MB in the largest child")


def best(call: Callable[[], None]) -> float:
    """Seconds of the quickest of several rounds: the others were disturbed."""

    def once() -> float:
        began = time.perf_counter()
        call()
        return time.perf_counter() - began

    return min(once() for _ in range(ROUNDS))


def read_all(papers: Sequence[tuple[str, bytes]]) -> None:
    """Read every paper, as often as is measured."""
    for _ in range(TIMES):
        for name, data in papers:
            read_paper(data, name=f"{name}.txt")


def tokenize(texts: Sequence[str], cut: Callable[[str], object]) -> None:
    """Cut every text into tokens, as often as is measured."""
    for _ in range(TIMES):
        for text in texts:
            cut(text)


def build_times(project: Project) -> tuple[float, float, int]:
    """Seconds of a build from nothing and of one with nothing changed, in a folder of its own, and the pages built."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Project(Path(folder))
        shutil.copytree(project.corpus, copy.corpus)
        shutil.copytree(project.docs, copy.root / "docs")
        settings = Settings(as_of=datetime.date.today())

        def once() -> float:
            began = time.perf_counter()
            build(copy, settings, Reporter(quiet=True))
            return time.perf_counter() - began

        cold, warm = once(), once()
        return cold, warm, sum(1 for _ in copy.site.rglob("*.html"))


def peak(whose: int) -> int:
    """Peak memory in MB."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(whose).ru_maxrss * unit // 1_000_000


if __name__ == "__main__":
    main()
