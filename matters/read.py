"""`matters read`: what is found in any paper, without adding it to a corpus."""

import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from extract.records import Action, Answer, Decision, Membership, Paper, Reading, Record, Relation
from matters.lines import json_line
from matters.pdf_option import ocr_option, pdf_backend_option
from matters.readings import Outcome, Task, read_task
from matters.root import say
from publish.escape import printable

TABLES = ("decisions", "actions", "answers", "people", "memberships", "organisations", "programmes", "relations")


@click.command("read")
@click.argument("files", nargs=-1, required=True, metavar="FILE…", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object a paper, each on a line of its own.")
@click.option("--council", metavar="ID", help="Council whose paper it is, as the records are to name it.")
@ocr_option
@pdf_backend_option
@click.pass_context
def read_command(ctx: click.Context, files: tuple[Path, ...], as_json: bool, council: str | None) -> None:
    """Read papers without adding them to the corpus, and print what was found, each with its quote.

    Each paper of an agenda pack is printed as a paper of its own. A paper that cannot be read gets one sentence and does not
    stop the others; the exit status is then 1.
    """
    from extract.reading import slug

    failed = False
    for file in files:
        outcome = _read(file, slug(file.name), council)
        if not outcome.readings:
            failed = True
            say(outcome.failure or f"{file} could not be read.")
            if ctx.find_root().meta.get("debug") and outcome.trace:
                say(outcome.trace)
        for reading in outcome.readings:
            if as_json:
                click.echo(json_line(as_object(reading)))
            else:
                click.echo(printable("\n".join(as_report(reading))))
    if failed:
        raise SystemExit(1)


def _read(file: Path, paper_id: str, council: str | None) -> Outcome:
    try:
        if file.is_dir():
            return Outcome(paper_id, failure=f"{file} is a folder: name the papers in it.")
        data = file.read_bytes()
    except FileNotFoundError:
        return Outcome(paper_id, failure=f"{file} is missing: mend its name.")
    except (OSError, ValueError) as error:
        return Outcome(paper_id, failure=f"{file} cannot be opened ({getattr(error, 'strerror', None) or error}).")
    try:
        return read_task(Task(paper_id, file.name, data, council))
    except MemoryError:
        return Outcome(
            paper_id, failure=f"{file} is too large for the memory of this machine.", trace=traceback.format_exc()
        )


def as_object(reading: Reading) -> dict[str, Any]:
    """A reading as one JSON object: the records by table, and what was seen and not used."""
    rows = {name: [r.model_dump(mode="json") for r in getattr(reading, name)] for name in TABLES}
    return {
        "paper": reading.paper.model_dump(mode="json"),
        **rows,
        "unused": [u.model_dump(mode="json") for u in reading.unused],
    }


def as_report(reading: Reading) -> Iterator[str]:
    """A reading as a person reads it: every record with the words that it rests on."""
    yield from _head(reading.paper)
    for name in TABLES:
        records: list[Record] = getattr(reading, name)
        if records:
            yield f"\n{name.capitalize()} ({len(records)})"
        for record in records:
            yield f"  {_caption(record)}"
            yield from (f"      “{_folded(quote)}”" for quote in _quotes(record))
    if reading.unused:
        yield f"\nSeen and not used ({len(reading.unused)})"
        yield from (f"  {u.what}: {u.why}" + (f" — “{_folded(u.quote)}”" if u.quote else "") for u in reading.unused)
    yield ""


def _head(paper: Paper) -> Iterator[str]:
    yield paper.title or "(no title stated)"
    for name, value in (("id", paper.id), ("kind", paper.kind), ("body", paper.body), ("date", paper.date)):
        yield f"  {name}: {value or 'not stated'}"
    if paper.source_id and paper.first_page:
        last = paper.first_page + (paper.pages or 1) - 1
        pages = f"page {paper.first_page}" if last == paper.first_page else f"pages {paper.first_page} to {last}"
        yield f"  {pages} of the pack {paper.source_id}"
    yield f"  {paper.words:,} words, read as {paper.format}"


def _caption(record: Record) -> str:
    match record:
        case Decision():
            part = " ".join(v for v in (record.minute_number, record.part) if v)
            return " ".join(v for v in (part, f"{record.kind}:", _folded(record.text)) if v)
        case Action():
            ends = [f"owner: {record.owner_raw or 'not stated'}"]
            due = record.due_raw and record.due_raw + (f" ({record.due_date})" if record.due_date else "")
            ends.append(f"due: {due or 'not stated'}")
            stands = record.status_raw or record.rag_raw
            ends += [f"log: {v}" for v in (" ".join(w for w in (record.log_ref, stands) if w),) if record.in_log and v]
            return f"{record.kind}: {_folded(record.text)} [{'; '.join(ends)}]"
        case Answer():
            cites = " ".join(v for v in (record.cites_ref, record.cites_minute, record.cites_date) if v)
            of = f" [on: {cites}]" if cites else ""
            return f"{record.response_kind.replace('_', ' ')}, {record.channel.replace('_', ' ')}: {_folded(record.text)}{of}"
        case Membership():
            return ", ".join(v for v in (record.person_name, record.role, record.organisation_name) if v)
        case Relation():
            turn = " not" if record.negated else ""
            return f"{record.subject_name} —{turn} {record.type.replace('_', ' ')} → {record.object_name}"
        case _:
            kind = getattr(record, "classification", None) or getattr(record, "kind", None)
            others = getattr(record, "other_names", [])
            return (
                str(getattr(record, "name", record.id))
                + (f" ({kind})" if kind else "")
                + (f", also {', '.join(others)}" if others else "")
            )


def _quotes(record: Record) -> list[str]:
    """The words a record rests on, each passage once: for long records their text, for names where they first stand."""
    main = "text" if isinstance(record, Decision | Action | Answer) else None
    passages = record.quotes(main) if main else record.evidence
    seen = list(dict.fromkeys((p.start, p.quote) for p in passages))
    return [quote for _, quote in seen[:3]]


def _folded(text: str) -> str:
    return " ".join(text.split())
