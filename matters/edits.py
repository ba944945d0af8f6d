"""Applies what people say of single records: edits of values, once papers have met and a record has the id that the site shows.

An edit changes what the project says, never what a paper says: a value that no passage supports is not published, so the words
of a new value must stand in a paper of the record.
"""

import re
from collections.abc import Mapping, Sequence

from pydantic import ValidationError

from extract.blocks import Layout
from extract.corrections import ClerkEntry, Corrections, Edit, Withhold
from extract.privacy import mask
from extract.readers import read_layout
from extract.records import Evidence, Record
from graph.governance import Governance
from matters.corpus import Corpus, CorpusMistakes
from matters.readings import Readings

#: Fields that hold the name of a record of another table: each with the field that holds its id.
_NAMES = {"person_name": "person_id", "subject_name": "subject_id", "object_name": "object_id", "owner_name": "owner_id"}


def apply_edits(governance: Governance, corrections: Corrections, layouts: Mapping[str, Layout]) -> None:
    """Set the values that people gave. Raises CorpusMistakes where an edit matches nothing or cannot stand."""
    mistakes: list[str] = []
    for edit in corrections.edits():
        record = governance.record(edit.record)
        said = f"corpus/corrections.yml: the edit of {edit.field!r} of the record {edit.record!r}"
        if record is None:
            mistakes.append(f"{said} matches nothing, there is no such record: mend its id, or take the edit out.")
            continue
        mistake = _apply(governance, record, edit, layouts)
        if mistake:
            mistakes.append(f"{said} {mistake}")
    if mistakes:
        raise CorpusMistakes(mistakes)


def _apply(governance: Governance, record: Record, edit: Edit, layouts: Mapping[str, Layout]) -> str | None:
    """Set one value; returns what is wrong with the edit, or None."""
    bases = {name: (basis, source) for name, basis, source in record.field_bases()}
    editable = [name for name, (basis, _) in bases.items() if basis != "structural"]
    if edit.field not in editable:
        return f"matches nothing, {record.table} have no such field to edit: use one of {', '.join(editable)}."
    values = record.model_dump()
    values[edit.field] = edit.value
    if bases[edit.field][0] == "stated":
        _forget_derived(type(record), values, edit.field, bases)
    try:
        checked = type(record).model_validate(values)
    except ValidationError as error:
        return f"cannot be applied: {str(error.errors()[0]['msg']).lower()}."
    evidence = _evidence(record, edit, layouts) if bases[edit.field][0] == "stated" else record.evidence
    if evidence is None:
        return f"cannot be applied, no paper of the record has the words {edit.value!r}: give the value in words of the paper."
    for name in values:
        setattr(record, name, getattr(checked, name))
    record.evidence = evidence
    standing = governance.standings.get(record.id)
    if standing is not None and edit.field in ("due_raw", "due_date"):
        standing.due_date = getattr(record, "due_date", None)
    if edit.field == "name":
        _rename(governance, record.id, str(edit.value))
    return None


def _forget_derived(
    table: type[Record], values: dict[str, object], field: str, bases: Mapping[str, tuple[str, str | None]]
) -> None:
    """What was worked out from the old value goes with it."""
    for name, (_, source) in bases.items():
        if source == field:
            values[name] = table.model_fields[name].get_default(call_default_factory=True)


def _evidence(record: Record, edit: Edit, layouts: Mapping[str, Layout]) -> list[Evidence] | None:
    """The passages after the edit: none for null, else those of the field, else the words where a paper has them."""
    others = [e for e in record.evidence if e.field != edit.field]
    if edit.value is None or edit.value == []:
        return others
    papers = dict.fromkeys([*(e.paper_id for e in record.evidence), *([record.paper_id] if record.paper_id else [])])
    words = edit.value if isinstance(edit.value, list) else [edit.value]
    found = [e for word in words for paper in papers if (e := _passage(str(word), edit.field, paper, layouts[paper]))]
    return others + found if found else record.evidence if len(others) < len(record.evidence) else None


def _passage(words: str, field: str, paper_id: str, layout: Layout) -> Evidence | None:
    """The first place where a paper has these words."""
    match = re.search(r"\s+".join(map(re.escape, words.split())), layout.text, re.IGNORECASE) if words.strip() else None
    if match is None:
        return None
    block = next((b for b in layout.blocks if b.start <= match.start() < b.end), None)
    if block is None:
        return None
    return Evidence(
        field=field,
        paper_id=paper_id,
        page=block.page,
        block=block.index,
        start=match.start(),
        end=match.end(),
        quote=match[0],
    )


def _rename(governance: Governance, record_id: str, name: str) -> None:
    """A new name stands wherever the old one was carried along."""
    for table in governance.tables.values():
        for record in table:
            for name_field, id_field in _NAMES.items():
                if getattr(record, id_field, None) == record_id:
                    setattr(record, name_field, name)
    if record_id in governance.graph:
        governance.graph.nodes[record_id]["name"] = name


def masked_entries(corrections: Corrections) -> tuple[ClerkEntry, ...]:
    """What clerks say of actions, with e-mail addresses, telephone numbers and withheld names masked in their words."""
    withheld = corrections.withheld()
    found: list[ClerkEntry] = []
    for entry in corrections.of_actions():
        words = {
            name: mask(value, withheld=withheld)
            for name in ("text", "document", "action_text", "response_text", "why", "who")
            if isinstance(value := getattr(entry, name, None), str)
        }
        found.append(entry.model_copy(update=words))
    return tuple(found)


def check_withheld(corpus: Corpus, readings: Readings) -> None:
    """Raises CorpusMistakes for each withheld name that no paper holds."""
    waiting: list[Withhold] = [e for e in corpus.corrections.entries if isinstance(e, Withhold)]
    for paper in corpus.papers:
        if not waiting:
            return
        if paper.id in readings.failures:
            continue
        text = read_layout(corpus.read(paper), name=paper.file).text
        waiting = [w for w in waiting if mask(text, withheld=_forms(w)) == text]
    if waiting and not readings.failures:
        raise CorpusMistakes(
            [
                f"corpus/corrections.yml: the name withheld on {w.when} by {w.who} matches nothing in any paper: "
                "mend its spelling, or take the entry out."
                for w in waiting
            ]
        )


def _forms(entry: Withhold) -> Sequence[str]:
    return (entry.name, *entry.other_names)
