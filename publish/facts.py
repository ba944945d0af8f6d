"""The values of a record as a page lists them: name of the field, words, and the passages they rest on."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from extract.records import Evidence, Record
from publish import edtf, phrases


@dataclass(frozen=True)
class Fact:
    """One value of a record with its passages; `note` is what is said beside it."""

    field: str
    label: str
    value: str
    evidence: list[Evidence]
    explained: str
    note: str | None = None


def coded(name: str, value: object) -> str:
    """The value of a field as words; a word of a closed vocabulary without its underscores."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return "; ".join(str(v) for v in value)
    if name in {"kind", "status", "classification", "owner_basis", "channel", "response_kind", "type"}:
        return phrases.said(value)
    return str(value)


#: Fields of a decision or an action that say again what its paper says of itself.
_AGAIN = {
    "body": "body",
    "date": "date",
    "date_raw": "date_raw",
    "raised_on": "date",
    "raised_raw": "date_raw",
    "item_title": "title",
}


def same_as(paper: Record | None, record: Record) -> set[str]:
    """The fields of a record whose values are those of its paper, which stand at the head of the paper's page."""
    if paper is None:
        return set()
    return {
        name
        for name, of_paper in _AGAIN.items()
        if hasattr(record, name) and getattr(record, name) == getattr(paper, of_paper)
    }


def of(record: Record, *, skip: Collection[str] = ()) -> Iterator[Fact]:
    """Each stated or derived value of a record; a derived date is given with the words it comes from, never alone."""
    bases = {name: (basis, source) for name, basis, source in record.field_bases()}
    told = {
        source for name, (basis, source) in bases.items() if basis == "derived" and getattr(record, name) is not None
    }
    for name, (basis, source) in bases.items():
        value = getattr(record, name)
        if name in skip or basis == "structural" or value is None or value == [] or name.endswith("_id"):
            continue
        if name in told and name.endswith("_raw") and name[:-4] in {"date", "due", "raised"}:
            continue
        evidence = record.quotes(name)
        note = None
        words = coded(name, value)
        if basis == "derived" and source is not None and source.endswith("_raw") and name.endswith(("date", "_on")):
            written = str(getattr(record, source))
            words = edtf.words(words)
            note = f"as written: “{written}”" if written.casefold() != words.casefold() else None
        elif basis == "derived" and not evidence:
            continue
        label = phrases.title(name.removesuffix("_raw").removeprefix("is_"))
        explained = str(type(record).model_fields[name].description)
        yield Fact(name, label, words, evidence, explained, note)
