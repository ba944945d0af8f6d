"""Writes the data files: tables, database, graph, people and bodies, calendar, feed, and the package that describes them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from publish import asking, counting, links
from publish.exports import action_logs, calendar, feed, graphs, package, popolo, sqlite, standings, tables
from publish.view import Site


@dataclass(frozen=True)
class DataFile:
    """A file below data/, for the page that lists them: its path, what it holds, how many rows, how many bytes."""

    path: str
    says: str
    rows: int | None
    size: int


_WRITERS: tuple[tuple[str, str, Callable[[Site, Path], None]], ...] = (
    ("matters.sqlite", "the same tables as one SQLite database, with a full-text index (table search)", sqlite.write),
    ("governance.graphml", "the graph of people, bodies and programmes, as GraphML", graphs.write_graphml),
    ("governance.gexf", "the same graph, as GEXF", graphs.write_gexf),
    ("governance.json", "the same graph, as node-link JSON", graphs.write_json),
    ("ask.json", "things and relations in short, for the page that asks the graph", asking.write),
    ("popolo.json", "people, organisations and memberships in the Popolo form", popolo.write),
    ("actions.ics", "actions with a due date, as a calendar", calendar.write),
    ("feed.xml", "the papers with their decisions and actions, as an Atom feed", feed.write),
)


def write(site: Site, data_dir: Path, compared: Sequence[tables.Table] = ()) -> list[DataFile]:
    """Writes every data file below `data_dir`, the package's description last; returns what was written.

    `compared` are the answers to the questions that are put to every council, each a file below `compare/`.
    """
    data_dir.mkdir(parents=True, exist_ok=True)
    found: list[DataFile] = []
    worked_out = [standings.table(site), counting.table(site)]
    for table in (*tables.all_tables(site), *worked_out):
        for suffix, save in (("csv", tables.write_csv), ("jsonl", tables.write_jsonl)):
            path = data_dir / f"{table.name}.{suffix}"
            save(table, path)
            found.append(DataFile(path.name, table.says, len(table.rows), path.stat().st_size))
    for name, says, save_site in _WRITERS:
        save_site(site, data_dir / name)
        found.append(DataFile(name, says, None, (data_dir / name).stat().st_size))
    texts = data_dir / "texts"
    texts.mkdir(exist_ok=True)
    for paper in site.governance.papers:
        layout = site.layouts.get(paper.id)
        if layout is not None:
            path = texts / f"{links.slug(paper.id)}.txt"
            path.write_bytes(layout.text.encode("utf-8"))
            says = f"the text of “{site.paper_title(paper.id)}” in which offsets are counted"
            found.append(DataFile(f"texts/{path.name}", says, None, path.stat().st_size))
    for path in sorted((data_dir / "charts").glob("*.svg")):
        found.append(DataFile(f"charts/{path.name}", "a council’s governance chart", None, path.stat().st_size))
    for table in compared:
        path = data_dir / f"{table.name}.csv"
        path.parent.mkdir(exist_ok=True)
        tables.write_csv(table, path)
        found.append(DataFile(f"{table.name}.csv", table.says, len(table.rows), path.stat().st_size))
    for name, says, count in action_logs.write(site, data_dir):
        found.append(DataFile(name, says, count, (data_dir / name).stat().st_size))
    package.write(site, data_dir, [f.path for f in found], [*worked_out, *compared])
    described = data_dir / "datapackage.json"
    found.append(
        DataFile(
            described.name, "what every file and field is (Frictionless Data Package)", None, described.stat().st_size
        )
    )
    return found
