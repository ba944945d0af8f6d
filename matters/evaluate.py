"""`matters evaluate`: how much of what careful readers found in annotated papers is found, and how much of what is found is right."""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click
from rich import box
from rich.console import Console
from rich.table import Table

from extract import read_paper
from extract.errors import CorpusError, MattersError
from matters.finds import finds_of
from matters.gate import falls, floors_of, load_floors
from matters.gold import GoldPaper, GoldSet, TextSource, load_sets
from matters.rivals import RIVALS
from matters.scoring import score_paper
from matters.tally import SCORED, Score, Tally
from publish.accuracy import Accuracy, Figure, Measured

#: Where annotations are looked for when none are named; those after the first are used only where they are there.
DEFAULT_GOLD = (Path("corpus/gold"), Path("corpus/gold/specimens"), Path("../shared/papers-dev/gold"))
_ATTRIBUTES = {
    "decisions": ("kind", "verb"),
    "actions": ("owner", "due", "date"),
    "people": ("role", "organisation"),
    "relations": ("proposed",),
}


@dataclass
class PaperResult:
    """The score of one paper, those of the rivals, and why it was not read where it was not."""

    gold: GoldPaper
    score: Score
    rivals: dict[str, Score]
    unread: str | None = None


@dataclass
class SetResult:
    """The results of one folder of annotations."""

    gold: GoldSet
    papers: list[PaperResult]

    @property
    def name(self) -> str:
        """The folder."""
        return self.gold.name

    def total(self, pick: Callable[[PaperResult], Score], papers: Iterable[PaperResult] | None = None) -> Score:
        """The scores of the papers together."""
        total = Score()
        for paper in self.papers if papers is None else papers:
            total += pick(paper)
        return total

    def grouped(self, by: str) -> Iterator[tuple[str, Score]]:
        """The scores by paper, by authority or by kind of paper."""
        keys: dict[str, list[PaperResult]] = {}
        for paper in self.papers:
            keys.setdefault(_group(paper.gold, by), []).append(paper)
        for key in sorted(keys):
            yield key, self.total(lambda paper: paper.score, keys[key])


def _group(gold: GoldPaper, by: str) -> str:
    if by == "paper":
        return gold.id
    return (gold.council if by == "authority" else gold.kind) or "not stated"


def evaluate_paper(gold: GoldPaper, source: TextSource) -> PaperResult:
    """Read one annotated paper and score it and the rivals on the same text; a paper that fails misses everything."""
    path = gold.path(source)
    inside = gold.inside() if source == "file" else None
    try:
        reading = read_paper(path.read_bytes(), name=path.name)
    except OSError as error:
        return _unread(gold, f"{path} cannot be opened ({error.strerror})")
    except MattersError as error:
        return _unread(gold, str(error))
    except Exception as error:  # whatever breaks, the other papers are still scored and this one counts as missed
        return _unread(gold, f"{path.name} stopped the extractor ({type(error).__name__}: {error})")
    rivals = {name: score_paper(gold, rival(reading.layout.text), inside) for name, rival in RIVALS.items()}
    return PaperResult(gold, score_paper(gold, finds_of(reading), inside), rivals)


def _unread(gold: GoldPaper, why: str) -> PaperResult:
    return PaperResult(gold, score_paper(gold, None), {name: score_paper(gold, None) for name in RIVALS}, why)


def evaluate_set(
    gold: GoldSet, source: TextSource, done: Callable[[GoldPaper], None] = lambda paper: None
) -> SetResult:
    """Evaluate every paper of a set."""
    papers = []
    for paper in gold.papers:
        papers.append(evaluate_paper(paper, source))
        done(paper)
    return SetResult(gold, papers)


# -- what is shown -------------------------------------------------------------------------------------------------------


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f}"


def _table(title: str, columns: Iterable[str]) -> Table:
    table = Table(title=title, title_justify="left", box=box.SIMPLE, pad_edge=False)
    for place, column in enumerate(columns):
        table.add_column(column, justify="left" if place == 0 else "right", no_wrap=True)
    return table


def _attributes(name: str, tally: Tally) -> str:
    names = _ATTRIBUTES.get(name.split(" ")[0], ())
    return ", ".join(f"{attribute} {_percent(tally.rate(attribute))}" for attribute in names)


def _records_table(result: SetResult, score: Score) -> Table:
    columns = ("", "annotated", "found", "matched", "precision", "recall", "F1", "whole record", "of the matched right")
    unread = sum(paper.unread is not None for paper in result.papers)
    papers = f"{len(result.papers)} papers" + (f", {unread} of them unread" if unread else "")
    table = _table(f"{result.name}: {papers}", columns)
    for name in ("decisions", "decisions without routine", *SCORED[1:]):
        _add(table, name, score.tallies[name])
    _add(table, "all", score.all)
    return table


def _add(table: Table, name: str, tally: Tally) -> None:
    counts = (str(tally.gold), str(tally.found), str(tally.matched))
    shares = (_percent(tally.precision), _percent(tally.recall), _percent(tally.f1), _percent(tally.whole_f1))
    table.add_row(name, *counts, *shares, _attributes(name, tally))


def _grouped_table(result: SetResult, by: str) -> Table:
    table = _table(f"F1 by {by}", ("", *SCORED, "all"))
    for key, score in result.grouped(by):
        table.add_row(key, *(_percent(score.tallies[name].f1) for name in SCORED), _percent(score.all.f1))
    return table


def _rivals_table(result: SetResult, score: Score) -> Table:
    table = _table("precision / recall / F1 beside the rivals", ("", *SCORED))
    rows = [("this project", score)]
    rows += [(name, result.total(lambda paper, name=name: paper.rivals[name])) for name in RIVALS]  # type: ignore[misc]
    for name, row in rows:
        tallies = (row.tallies[record] for record in SCORED)
        table.add_row(name, *(" ".join(_percent(share) for share in (t.precision, t.recall, t.f1)) for t in tallies))
    return table


def _show(console: Console, result: SetResult, by: Iterable[str], errors: bool) -> None:
    score = result.total(lambda paper: paper.score)
    console.print(_records_table(result, score))
    for one in by:
        console.print(_grouped_table(result, one))
    console.print(_rivals_table(result, score))
    outside = score.tallies["relations"].outside
    if outside:
        console.print(f"Not counted: {outside} relations of types that the annotations do not use.")
    for paper in result.papers:
        if paper.unread:
            console.print(
                f"Unread, all of it counted as missed: {paper.gold.id}: {paper.unread}", markup=False, highlight=False
            )
    if errors:
        _show_faults(console, result)


def _show_faults(console: Console, result: SetResult) -> None:
    for paper in result.papers:
        if not paper.unread:
            for fault in paper.score.faults:
                detail = f"  [{fault.detail}]" if fault.detail else ""
                text = " ".join(f"{fault.paper} · {fault.record} · {fault.what}: {fault.text}{detail}".split())
                console.print(text, markup=False, highlight=False, soft_wrap=True)


def _tally_data(tally: Tally) -> dict[str, Any]:
    return {
        "annotated": tally.gold,
        "found": tally.found,
        "matched": tally.matched,
        "precision": tally.precision,
        "recall": tally.recall,
        "f1": tally.f1,
        "whole_f1": tally.whole_f1,
        "attributes": {name: tally.rate(name) for name in sorted(tally.attributes)},
    }


def _score_data(score: Score) -> dict[str, Any]:
    data = {name: _tally_data(score.tallies[name]) for name in ("decisions", "decisions without routine", *SCORED[1:])}
    return {**data, "all": _tally_data(score.all), "relations_not_counted": score.tallies["relations"].outside}


def _set_data(result: SetResult, errors: bool) -> dict[str, Any]:
    data: dict[str, Any] = {
        "gold": result.name,
        "total": _score_data(result.total(lambda paper: paper.score)),
        "unread": {paper.gold.id: paper.unread for paper in result.papers if paper.unread},
        "rivals": {
            name: _score_data(result.total(lambda paper, name=name: paper.rivals[name]))  # type: ignore[misc]
            for name in RIVALS
        },
    }
    for by in ("paper", "authority", "kind"):
        data[f"by_{by}"] = {key: _score_data(score) for key, score in result.grouped(by)}
    if errors:
        data["errors"] = [asdict(fault) for paper in result.papers if not paper.unread for fault in paper.score.faults]
    return data


def _measured(result: SetResult, source: TextSource) -> Measured:
    total = result.total(lambda paper: paper.score)
    names = ("decisions", *SCORED[1:], "all")

    def f1s(score: Score) -> dict[str, float | None]:
        return {name: _rounded((score.all if name == "all" else score.tallies[name]).f1) for name in names}

    return Measured(
        name=result.name,
        text=source,
        papers=len(result.papers),
        unread=sum(paper.unread is not None for paper in result.papers),
        total={name: _figure(total.all if name == "all" else total.tallies[name]) for name in names},
        rivals={
            name: f1s(result.total(lambda paper, name=name: paper.rivals[name]))  # type: ignore[misc]
            for name in RIVALS
        },
        by_authority={authority: f1s(score) for authority, score in result.grouped("authority")},
        papers_by_authority=Counter(sorted(_group(paper.gold, "authority") for paper in result.papers)),
    )


def _figure(tally: Tally) -> Figure:
    return Figure(
        annotated=tally.gold,
        found=tally.found,
        precision=_rounded(tally.precision),
        recall=_rounded(tally.recall),
        f1=_rounded(tally.f1),
        whole_f1=_rounded(tally.whole_f1),
        attributes={name: _rounded(tally.rate(name)) for name in sorted(tally.attributes)},
    )


def _rounded(share: float | None) -> float | None:
    return None if share is None else round(share, 3)


def _named(gold: tuple[Path, ...]) -> tuple[list[Path], list[str]]:
    """The annotations to use, and a sentence for each default that is not there."""
    if gold:
        return list(gold), []
    present = [path for path in DEFAULT_GOLD if path.is_dir()]
    if DEFAULT_GOLD[0] not in present:
        raise click.ClickException(
            f"{DEFAULT_GOLD[0]} is not there: run this beside the corpus, or name the annotations."
        )
    return present, [f"Skipped: {path} is not there." for path in DEFAULT_GOLD if path not in present]


def _fallen(results: list[SetResult], path: Path) -> list[str]:
    """What fell below the floors of a file. Raises CorpusError where the file has floors for none of the sets."""
    floors = load_floors(path)
    held = [(result, found) for result in results if (found := floors_of(result.gold, floors)) is not None]
    if not held:
        raise CorpusError(
            f"{path}: there are floors for {', '.join(floors) or 'no set'}, and none of these was measured."
        )
    return [said for result, found in held for said in falls(result.gold, result.total(lambda p: p.score), found)]


@click.command("evaluate")
@click.argument("gold", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option(
    "--text",
    "source",
    type=click.Choice(["file", "annotated"]),
    default="file",
    show_default=True,
    help="Read the papers themselves, or only the text that was annotated.",
)
@click.option(
    "--by",
    type=click.Choice(["paper", "authority", "kind"]),
    multiple=True,
    default=("paper",),
    show_default=True,
    help="Also show the scores by paper, by authority or by kind of paper.",
)
@click.option("--errors", is_flag=True, help="List every miss, false find and wrong value with its words.")
@click.option(
    "--floors",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="End with status 1 where a score is below its floor in this file.",
)
@click.option(
    "--write",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Also keep the figures in this file, for the accuracy page of the site.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object instead of tables.")
def evaluate_command(
    gold: tuple[Path, ...],
    source: TextSource,
    by: tuple[str, ...],
    errors: bool,
    floors: Path | None,
    write: Path | None,
    as_json: bool,
) -> None:
    """Accuracy against annotated papers, by record type and by authority.

    GOLD are annotations (JSON) or folders of them; corpus/gold when none are named.
    """
    paths, skipped = _named(gold)
    try:
        sets = load_sets(paths)
    except MattersError as error:
        raise click.ClickException(str(error)) from error
    results = [evaluate_set(one, source) for one in sets]
    if as_json:
        data = {"text": source, "sets": [_set_data(result, errors) for result in results], "skipped": skipped}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        console = Console() if sys.stdout.isatty() else Console(width=150)
        for result in results:
            _show(console, result, by, errors)
        if source == "file" and any(paper.unread for result in results for paper in result.papers):
            skipped.append("With --text annotated the annotated text is read in place of the papers themselves.")
        for sentence in skipped:
            console.print(sentence, highlight=False)
    if write is not None:
        measured = Accuracy(measured=date.today().isoformat(), sets=tuple(_measured(r, source) for r in results))
        write.write_text(measured.model_dump_json(indent=1) + "\n", encoding="utf-8")
    if floors is not None:
        try:
            fallen = _fallen(results, floors)
        except MattersError as error:
            raise click.ClickException(str(error)) from error
        if fallen:
            raise click.ClickException(" ".join(fallen))
    if all(paper.unread for result in results for paper in result.papers):
        raise click.ClickException("None of the annotated papers could be read.")
