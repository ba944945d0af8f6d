"""The tables of the exports, from the declarations of the records: one CSV and one JSON Lines file each."""

import csv
import json
import types
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from extract.records import TABLES, Evidence, Record
from publish import escape
from publish.view import Site

LIST_SEPARATOR = "; "


@dataclass(frozen=True)
class Field:
    """A field of a table as the declarations give it: type is string, integer, boolean or list."""

    name: str
    type: str
    basis: str
    says: str
    values: tuple[str, ...]
    required: bool


@dataclass(frozen=True)
class Table:
    """A table with its fields and its rows, as plain values; `nested` holds the evidence of each row for JSON Lines."""

    name: str
    says: str
    fields: tuple[Field, ...]
    rows: list[dict[str, Any]]
    nested: list[list[dict[str, Any]]]


def _type_of(annotation: Any) -> tuple[str, tuple[str, ...]]:
    """The plain type of an annotation and, for a closed vocabulary, its words."""
    if get_origin(annotation) in (Union, types.UnionType):
        inner = [a for a in get_args(annotation) if a is not type(None)]
        return _type_of(inner[0])
    if get_origin(annotation) is Literal:
        return "string", tuple(str(v) for v in get_args(annotation))
    if get_origin(annotation) is list:
        return "list", ()
    return {bool: "boolean", int: "integer"}.get(annotation, "string"), ()


def _field(name: str, info: FieldInfo) -> Field:
    extra = info.json_schema_extra
    basis = str(extra.get("basis", "structural")) if isinstance(extra, dict) else "structural"
    if isinstance(extra, dict) and extra.get("of"):
        basis = f"{basis} from {extra['of']}"
    kind, values = _type_of(info.annotation)
    required = info.is_required() or name in {"id"}
    return Field(name, kind, basis, str(info.description), values, required)


def fields_of(model: type[Record]) -> tuple[Field, ...]:
    """The fields of a record but its evidence, which is a table of its own."""
    return tuple(_field(name, info) for name, info in model.model_fields.items() if name != "evidence")


def evidence_fields() -> tuple[Field, ...]:
    """The fields of the evidence table: which record of which table, then the passage."""
    own = (
        Field(
            "table",
            "string",
            "structural",
            "table of the record that rests on the passage",
            tuple(m.table for m in TABLES),
            True,
        ),
        Field("record_id", "string", "structural", "id of that record", (), True),
    )
    return own + tuple(_field(name, info) for name, info in Evidence.model_fields.items())


def declared() -> Iterator[tuple[str, str, tuple[Field, ...]]]:
    """Every table: its name, what it is, its fields, in the order of the exports, evidence before coverage."""
    for model in TABLES:
        if model.table == "coverage":
            yield "evidence", _first(Evidence.__doc__), evidence_fields()
        yield model.table, _first(model.__doc__), fields_of(model)


def _first(doc: str | None) -> str:
    return (doc or "").strip().splitlines()[0].replace("`", "")


def all_tables(site: Site) -> list[Table]:
    """Every table with its rows, in order of id; evidence in order of its record, field and place."""
    made: list[Table] = []
    for name, says, fields in declared():
        if name == "evidence":
            made.append(Table(name, says, fields, _evidence_rows(site), []))
            continue
        records = sorted(getattr(site.governance, name), key=lambda r: r.id)
        rows = [r.model_dump(mode="json") for r in records]
        nested = [row.pop("evidence") for row in rows]
        made.append(Table(name, says, fields, rows, nested))
    return made


def _evidence_rows(site: Site) -> list[dict[str, Any]]:
    rows = []
    for model in TABLES:
        for record in getattr(site.governance, model.table):
            for e in record.evidence:
                rows.append({"table": model.table, "record_id": record.id} | e.model_dump(mode="json"))
    return sorted(rows, key=lambda r: (r["table"], r["record_id"], r["field"], r["paper_id"], r["start"], r["end"]))


def plain(value: Any) -> str:
    """A value as the text of a CSV cell, before it is made safe."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return LIST_SEPARATOR.join(str(v) for v in value)
    return str(value)


def write_csv(table: Table, path: Path) -> None:
    """UTF-8, one header row, lists joined, formulas disarmed."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([f.name for f in table.fields])
        for row in table.rows:
            writer.writerow([escape.csv_cell(plain(row[f.name])) for f in table.fields])


def write_jsonl(table: Table, path: Path) -> None:
    """One object a line with the values as they are, and the passages of each record beside them."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for number, row in enumerate(table.rows):
            full = row | {"evidence": table.nested[number]} if table.nested else row
            file.write(json.dumps(full, ensure_ascii=False) + "\n")
