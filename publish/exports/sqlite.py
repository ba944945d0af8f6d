"""matters.sqlite: the tables of the exports and a full-text index, the same bytes each time."""

import sqlite3
from pathlib import Path
from typing import Any

from publish import counting
from publish.exports import standings, tables
from publish.view import Site

_TYPES = {"integer": "INTEGER", "boolean": "INTEGER"}


def write(site: Site, path: Path) -> None:
    """A fresh database: rows in order of id, no journal left, pages packed."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("PRAGMA journal_mode = OFF")
        connection.execute("BEGIN")
        for table in (*tables.all_tables(site), standings.table(site), counting.table(site)):
            _table(connection, table)
        _index(connection, site)
        connection.execute("COMMIT")
        connection.execute("INSERT INTO search(search) VALUES('optimize')")
        connection.execute("VACUUM")
    finally:
        connection.close()


def _table(connection: sqlite3.Connection, table: tables.Table) -> None:
    columns = ", ".join(
        f'"{f.name}" {_TYPES.get(f.type, "TEXT")}{" PRIMARY KEY" if f.name == "id" else ""}' for f in table.fields
    )
    connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
    places = ", ".join("?" for _ in table.fields)
    rows = [[_value(row[f.name]) for f in table.fields] for row in table.rows]
    connection.executemany(f'INSERT INTO "{table.name}" VALUES ({places})', rows)
    for f in table.fields:
        if f.name in {
            "paper_id",
            "record_id",
            "subject_id",
            "object_id",
            "person_id",
            "organisation_id",
            "owner_id",
            "action_id",
        }:
            connection.execute(f'CREATE INDEX "{table.name}_{f.name}" ON "{table.name}" ("{f.name}")')


def _value(value: Any) -> Any:
    return tables.LIST_SEPARATOR.join(str(v) for v in value) if isinstance(value, list) else value


def _index(connection: sqlite3.Connection, site: Site) -> None:
    """The full-text index over names, decisions, actions, answers and the whole text of papers."""
    connection.execute(
        "CREATE VIRTUAL TABLE search USING fts5(record_table UNINDEXED, id UNINDEXED, council UNINDEXED, title, text, tokenize='unicode61')"
    )
    rows: list[tuple[str, str, str | None, str | None, str]] = []
    g = site.governance
    for table in ("decisions", "actions", "responses"):
        rows += [(table, r.id, r.council, getattr(r, "item_title", None), r.text) for r in getattr(g, table)]
    for table in ("people", "organisations", "programmes"):
        rows += [(table, r.id, r.council, r.name, "; ".join(r.other_names)) for r in getattr(g, table)]
    for paper in g.papers:
        layout = site.layouts.get(paper.id)
        rows.append(("papers", paper.id, paper.council, paper.title, layout.text if layout else ""))
    rows.sort(key=lambda r: (r[0], r[1]))
    connection.executemany("INSERT INTO search VALUES (?, ?, ?, ?, ?)", rows)
