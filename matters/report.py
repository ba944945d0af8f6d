"""What a build says: a progress bar on a terminal, plain lines in a log, and a closing report."""

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from extract.records import Reading, Unused
from graph.governance import Finding
from matters.root import say

#: How many of the things that were seen and not used the closing report spells out; all are in build/unused.jsonl.
SPELT_OUT = 6


class Reporter:
    """Says what the build is doing. On a terminal the stages share one bar; elsewhere each is a line when it is done."""

    def __init__(self, *, quiet: bool = False) -> None:
        self.quiet = quiet
        self.on_terminal = sys.stderr.isatty() and not quiet

    @contextmanager
    def stage(self, doing: str, total: int | None = None) -> Iterator["Steps"]:
        """One stage of the build; its steps are counted where it has any."""
        if not self.on_terminal:
            yield Steps()
            if not self.quiet:
                say(f"{doing}: done.")
            return
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True)) as progress:
            task = progress.add_task(doing, total=total)
            yield Steps(progress, task)
            progress.update(task, total=total or 1, completed=total or 1)


class Steps:
    """Counts the steps of a stage."""

    def __init__(self, progress: Any = None, task: Any = None) -> None:
        self._progress, self._task = progress, task

    def step(self, _: str = "") -> None:
        """One step more is done."""
        if self._progress is not None:
            self._progress.advance(self._task)


def count(number: int, noun: str, plural: str | None = None) -> str:
    """A number with its noun: 1 paper, 2 papers."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def found(tables: Mapping[str, Sequence[Any]]) -> str:
    """How many records there are of each table, in one line."""
    return "Found: " + ", ".join(f"{len(rows):,} {name}" for name, rows in tables.items()) + "."


def packs(readings: Sequence[Reading], again: int) -> list[str]:
    """How many papers the agenda packs hold, in one line; `again` of them stand in the corpus already."""
    inside = [reading.paper.source_id for reading in readings if reading.paper.source_id is not None]
    if not inside and not again:
        return []
    files = count(len(set(inside)), "agenda pack holds", "agenda packs hold")
    once = f", {again:,} of which {'stands' if again == 1 else 'stand'} in the corpus already" if again else ""
    return [f"Packs: {files} {count(len(inside) + again, 'paper')}{once}."]


def unused(things: Sequence[Unused]) -> list[str]:
    """What was seen and not used, most frequent first."""
    if not things:
        return ["Seen and not used: nothing."]
    kinds = Counter((thing.what, thing.why) for thing in things)
    lines = [f"Seen and not used: {count(len(things), 'thing')}; each with its place in build/unused.jsonl."]
    ordered = sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    lines += [f"  {number} × {what}: {why}" for (what, why), number in ordered[:SPELT_OUT]]
    rest = sum(number for _, number in ordered[SPELT_OUT:])
    return lines + ([f"  and {rest:,} more"] if rest else [])


#: What a person should look at by itself: words of logs that no list knows, with the list that would.
_UNKNOWN = {
    "a column of a log": "the column {} of a log is not known and was not read: say what it holds in extract/vocab/logs.yml",
    "a status word of a log": "the status {} of a log is not known and comes to no state: give it one in extract/vocab/actions.yml",
    "a kind of action in a log": "the kind {} in a log is not known and was not used: give it one in extract/vocab/logs.yml",
    "a response": "the response {} is not known and answers nothing: give it a kind in extract/vocab/logs.yml",
}


def unknown(things: Sequence[Unused]) -> list[str]:
    """Words of logs and responses that no list knows, one sentence each, the same words of one paper once."""
    said = {(t.paper_id, t.what, " ".join((t.quote or "").split())): None for t in things if t.what in _UNKNOWN}
    lines = [f"{paper}: {_UNKNOWN[what].format(f'“{quote[:60]}”')}." for paper, what, quote in said]
    return [*lines[:SPELT_OUT], *([f"  and {len(lines) - SPELT_OUT:,} more"] if len(lines) > SPELT_OUT else [])]


def findings(found: Sequence[Finding]) -> list[str]:
    """What the checks of the graph saw, errors and warnings spelt out."""
    if not found:
        return []
    levels = Counter(f.level for f in found)
    counts = ", ".join(count(levels[level], level) for level in ("error", "warning", "note") if levels[level])
    loud = [f.message for level in ("error", "warning") for f in found if f.level == level]
    lines = [f"Checks of the graph: {counts}; each in build/findings.jsonl."] + [f"  {m}" for m in loud[:SPELT_OUT]]
    return lines + ([f"  and {len(loud) - SPELT_OUT:,} more"] if len(loud) > SPELT_OUT else [])
