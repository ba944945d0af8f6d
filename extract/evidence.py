"""The one invariant that rules the build: a value without words of a paper behind it is not published.

For every stated value of every record there is a passage under the name of its field, and the text of the paper between the
passage's offsets is the passage's quote. A derived value rests on the passages of the field it comes from.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from extract.blocks import Layout
from extract.errors import EvidenceError
from extract.records import Evidence, Reading, Record


def check_evidence(reading: Reading) -> None:
    """Check every value of every record of one paper. Raises EvidenceError naming the record and the field."""
    check_records(reading.records(), {reading.paper.id: reading.layout})


def check_records(records: Iterable[Record], layouts: Mapping[str, Layout]) -> None:
    """Check records that may rest on several papers; `layouts` holds the layout of each paper by its id.

    Raises EvidenceError naming the record and the field.
    """
    for record in records:
        for passage in record.evidence:
            _check_passage(record, passage, layouts)
        _check_values(record)


@cache
def _fields(table: type[Record]) -> frozenset[str]:
    return frozenset(table.model_fields)


@cache
def _bases(table: type[Record]) -> tuple[tuple[str, str, str | None, object], ...]:
    """Each field that rests on words: name, basis, source and default."""
    return tuple(
        (name, basis, source, table.model_fields[name].get_default(call_default_factory=True))
        for name, basis, source in table.field_bases()
        if basis != "structural"
    )


def _check_values(record: Record) -> None:
    if not record.rests_on_papers:
        return
    supported = {passage.field for passage in record.evidence}
    for name, basis, source, default in _bases(type(record)):
        value = getattr(record, name)
        if value is None or value == []:
            continue
        if basis == "stated" and name not in supported:
            raise _error(record, name, f"has the value {value!r} but no passage")
        if basis == "derived" and source not in supported and value != default:
            raise _error(record, name, f"has the value {value!r} but {source}, from which it comes, has no passage")


def _check_passage(record: Record, passage: Evidence, layouts: Mapping[str, Layout]) -> None:
    layout = layouts.get(passage.paper_id)
    if layout is None:
        raise _error(record, passage.field, f"rests on the paper {passage.paper_id}, which was not read")
    if passage.field not in _fields(type(record)):
        raise _error(record, passage.field, "has a passage but is no field of the record")
    if not 0 <= passage.start < passage.end <= len(layout.text):
        raise _error(record, passage.field, f"has the offsets {passage.start} to {passage.end}, outside the text")
    words = layout.text[passage.start : passage.end]
    if words != passage.quote:
        raise _error(record, passage.field, f"quotes {passage.quote!r} where the text reads {words!r}")
    if not 0 <= passage.block < len(layout.blocks):
        raise _error(record, passage.field, f"names block {passage.block}, which the paper does not have")
    block = layout.blocks[passage.block]
    if not block.start <= passage.start < block.end:
        raise _error(record, passage.field, f"quotes {passage.quote!r}, which does not begin in block {passage.block}")
    if block.page != passage.page:
        raise _error(record, passage.field, f"names page {passage.page} where block {block.index} is on {block.page}")


def _error(record: Record, field: str, what: str) -> EvidenceError:
    paper = record.paper_id or "several papers"
    return EvidenceError(f"The {record.table} record {record.id} of {paper}: {field} {what}.")
