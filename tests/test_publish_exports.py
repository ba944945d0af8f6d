"""The data files: they open with the tools people have, say the same, and never run anything."""

import csv
import json
import re
import sqlite3
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import networkx as nx
import pytest

from extract.records import TABLES
from publish import exports, links
from publish.exports import tables
from publish.view import Site
from tests.tiny import AS_OF, HOSTILE, tiny

FILES = {
    "matters.sqlite", "governance.graphml", "governance.gexf", "governance.json", "popolo.json", "actions.ics", "feed.xml", "datapackage.json",
}  # fmt: skip


def site_of(hostile: str | None = None) -> Site:
    return Site(tiny(hostile), AS_OF, "test")


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    exports.write(site_of(), folder)
    return folder


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_exports_every_table_as_csv_and_json_lines_with_the_declared_fields(data: Path) -> None:
    for model in TABLES:
        header = (data / f"{model.table}.csv").read_text(encoding="utf-8").splitlines()[0].split(",")
        assert header == [name for name in model.model_fields if name != "evidence"]
        lines = (data / f"{model.table}.jsonl").read_text(encoding="utf-8").splitlines()
        assert len(lines) == len(rows(data / f"{model.table}.csv"))
        for line in lines:
            model.model_validate_json(line)


def test_exports_all_files_of_the_design_are_there(data: Path) -> None:
    names = {p.name for p in data.iterdir()}
    assert FILES <= names
    assert {f"{m.table}.{s}" for m in TABLES for s in ("csv", "jsonl")} | {"evidence.csv", "evidence.jsonl"} <= names
    assert sorted(p.name for p in (data / "texts").iterdir()) == ["fenwick-later.txt", "fenwick-minutes.txt"]


def test_exports_evidence_offsets_slice_the_texts(data: Path) -> None:
    found = rows(data / "evidence.csv")
    assert len(found) > 30
    for row in found:
        with (data / "texts" / f"{row['paper_id']}.txt").open(encoding="utf-8", newline="") as file:
            assert file.read()[int(row["start"]) : int(row["end"])] == row["quote"]


def test_exports_package_describes_every_file_and_field(data: Path) -> None:
    package = json.loads((data / "datapackage.json").read_text(encoding="utf-8"))
    described = {r["path"]: r for r in package["resources"]}
    on_disk = {str(p.relative_to(data)) for p in data.rglob("*") if p.is_file()} - {"datapackage.json"}
    assert set(described) == on_disk
    for path, resource in described.items():
        assert resource["bytes"] == (data / path).stat().st_size
        if path.endswith(".csv"):
            header = (data / path).read_text(encoding="utf-8").splitlines()[0].split(",")
            assert [f["name"] for f in resource["schema"]["fields"]] == header
            assert all(f["description"] for f in resource["schema"]["fields"])


def test_exports_sqlite_holds_the_tables_and_finds_words(data: Path) -> None:
    connection = sqlite3.connect(f"file:{data / 'matters.sqlite'}?mode=ro", uri=True)
    try:
        for model in TABLES:
            count = connection.execute(f'SELECT count(*) FROM "{model.table}"').fetchone()[0]
            assert count == len(rows(data / f"{model.table}.csv"))
        hits = connection.execute(
            "SELECT record_table, id FROM search WHERE search MATCH 'figures' ORDER BY 1, 2"
        ).fetchall()
        assert ("actions", "act-figures") in hits
        assert ("papers", "fenwick-later") in hits
    finally:
        connection.close()


def test_exports_graph_files_open_with_networkx_and_agree(data: Path) -> None:
    graphml = nx.read_graphml(data / "governance.graphml", force_multigraph=True)
    gexf = nx.read_gexf(data / "governance.gexf")
    linked = nx.node_link_graph(json.loads((data / "governance.json").read_text(encoding="utf-8")), edges="edges")
    for graph in (graphml, gexf, linked):
        assert set(graph.nodes) == set(site_of().governance.graph.nodes)
        assert graph.number_of_edges() == 2
    assert f'lastmodifieddate="{AS_OF}"' in (data / "governance.gexf").read_text(encoding="utf-8")


def test_exports_calendar_holds_only_dated_actions_on_their_last_day(data: Path) -> None:
    calendar = icalendar.Calendar.from_ical((data / "actions.ics").read_bytes())
    events = list(calendar.walk("VEVENT"))
    assert [str(e["uid"]) for e in events] == ["act-figures@matters-arising"]
    assert events[0].decoded("dtstart") == date(2030, 6, 30)
    assert "as written: by June 2030" in str(events[0]["description"])


def test_exports_feed_is_atom_with_one_entry_a_paper_newest_first(data: Path) -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    root = ElementTree.parse(data / "feed.xml").getroot()
    titles = [e.findtext(f"{atom}title") for e in root.iter(f"{atom}entry")]
    assert titles == ["fenwick-later (Fenwick Borough Council)", "Winter services (Fenwick Borough Council)"]
    assert root.findtext(f"{atom}updated") == f"{AS_OF}T00:00:00Z"


def test_exports_popolo_keeps_who_is_what_where(data: Path) -> None:
    popolo = json.loads((data / "popolo.json").read_text(encoding="utf-8"))
    people = {p["id"]: p for p in popolo["persons"]}
    panel = next(o["id"] for o in popolo["organizations"] if o["name"] == "Care Scrutiny Panel")
    posts = [(people[m["person_id"]]["name"], m["role"], m["organization_id"]) for m in popolo["memberships"]]
    assert ("Ada Marsh", "Chair", panel) in posts
    assert all(m["sources"] for m in popolo["memberships"])


def test_exports_are_the_same_bytes_twice(data: Path, tmp_path: Path) -> None:
    exports.write(site_of(), tmp_path)
    first = {p.relative_to(data): p.read_bytes() for p in data.rglob("*") if p.is_file()}
    second = {p.relative_to(tmp_path): p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    assert first.keys() == second.keys()
    assert [str(p) for p in first if first[p] != second[p]] == []


@pytest.mark.parametrize("hostile", HOSTILE)
def test_exports_keep_hostile_names_as_text(hostile: str, tmp_path: Path) -> None:
    exports.write(site_of(hostile), tmp_path)
    named = {json.loads(line)["name"] for line in (tmp_path / "people.jsonl").read_text(encoding="utf-8").splitlines()}
    assert hostile in named
    for path in tmp_path.glob("*.csv"):
        for row in rows(path):
            assert [v for v in row.values() if re.match(r"\s*[=+\-@]", v)] == []
    nx.read_graphml(tmp_path / "governance.graphml", force_multigraph=True)
    nx.read_gexf(tmp_path / "governance.gexf")
    ElementTree.parse(tmp_path / "feed.xml")
    icalendar.Calendar.from_ical((tmp_path / "actions.ics").read_bytes())


def test_exports_slug_is_harmless_and_tells_ids_apart() -> None:
    assert links.slug("fenwick-minutes") == "fenwick-minutes"
    made = [links.slug(x) for x in ("../x", "a/b", "a b", "index", "a?b", ".hidden")]
    assert all(re.fullmatch(r"[A-Za-z0-9-]+", s) for s in made)
    assert len(set(made)) == len(made)


def test_exports_closed_vocabularies_are_in_the_package() -> None:
    fields = {f.name: f for f in tables.fields_of(TABLES[2])}
    assert "information_request" in fields["kind"].values
    assert fields["routine"].type == "boolean"
    assert fields["due_date"].basis == "derived from due_raw"
