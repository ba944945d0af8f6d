"""datapackage.json: what every file and every field is (Frictionless Data Package), from the declarations of the records."""

import csv
import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from publish.exports.tables import LIST_SEPARATOR, Field, Table, declared
from publish.view import Site

_MEDIA = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "sqlite": "application/vnd.sqlite3",
    "graphml": "application/graphml+xml",
    "gexf": "application/gexf+xml",
    "json": "application/json",
    "ics": "text/calendar",
    "xml": "application/atom+xml",
    "txt": "text/plain",
    "svg": "image/svg+xml",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}


def _schema(fields: tuple[Field, ...]) -> dict[str, Any]:
    described = []
    for f in fields:
        entry: dict[str, Any] = {
            "name": f.name,
            "type": "string" if f.type == "list" else f.type,
            "description": f.says,
        }
        if f.type == "list":
            entry["description"] += f"; a list, its members joined by “{LIST_SEPARATOR}”"
        constraints: dict[str, Any] = {"required": True} if f.required else {}
        if f.values:
            constraints["enum"] = list(f.values)
        if constraints:
            entry["constraints"] = constraints
        described.append(entry | {"basis": f.basis})
    schema: dict[str, Any] = {"fields": described, "missingValues": [""]}
    if any(f.name == "id" for f in fields):
        schema["primaryKey"] = "id"
    return schema


def _heads(content: bytes) -> tuple[Field, ...]:
    """The fields of a log, whose heads a clerk chooses."""
    heads = next(csv.reader(io.StringIO(content.decode("utf-8"))))
    return tuple(
        Field(head, "string", "derived", f"the column that the log heads “{head}”", (), False) for head in heads
    )


def write(site: Site, data_dir: Path, paths: list[str], compared: Sequence[Table] = ()) -> None:
    """Describes the files at these paths below `data_dir`, with their sizes and hashes; `compared` are tables beside the declared ones."""
    schemas = {name: (says, _schema(fields)) for name, says, fields in declared()}
    schemas |= {table.name: (table.says, _schema(table.fields)) for table in compared}
    resources = []
    for path in paths:
        content = (data_dir / path).read_bytes()
        stem, _, suffix = path.rpartition("/")[2].rpartition(".")
        entry: dict[str, Any] = {
            "name": path.lower().replace("/", "-").replace(".", "-").replace("_", "-"),
            "path": path,
            "mediatype": _MEDIA[suffix],
            "encoding": "utf-8",
            "bytes": len(content),
            "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        }
        if suffix == "csv":
            says, schema = schemas.get(path.removesuffix(".csv")) or ("an action log", _schema(_heads(content)))
            entry |= {"profile": "tabular-data-resource", "description": says, "schema": schema}
        if suffix == "sqlite":
            del entry["encoding"]
        resources.append(entry)
    data = {
        "name": "matters-arising",
        "title": "Decisions, actions, people and bodies of UK council papers, each with the words it rests on",
        "version": site.version,
        "created": f"{site.as_of}T00:00:00Z",
        "profile": "data-package",
        "licenses": [
            {
                "name": "other-pd",
                "title": "No rights are claimed in the records; papers and quotations belong to the councils that published them",
            }
        ],
        "sources": [
            {"title": site.paper_title(p.id), **({"path": p.source_url} if p.source_url else {})}
            for p in site.governance.papers
        ],
        "resources": resources,
    }
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    (data_dir / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")
