"""The commands that ask the graph: `path` and `who`."""

import datetime
from collections.abc import Iterator
from pathlib import Path

import click

from extract.errors import MattersError
from extract.records import Relation
from graph import asking
from graph.governance import Entity, Governance
from matters.root import find_project, say
from publish import edtf, phrases
from publish.escape import printable


@click.command("path")
@click.argument("start", metavar="A")
@click.argument("end", metavar="B")
@click.pass_obj
def path_command(root: Path | None, start: str, end: str) -> None:
    """Say how two people, bodies or programmes are connected.

    A and B are names or ids. The shortest way along relations that the papers state is printed step by step, each with the words that state
    it and the paper in which they stand. Exit status 1 where there is no such way, or a name means nothing or several things.
    """
    governance = _governance(root)
    one, other = asking.find(governance, start), asking.find(governance, end)
    steps = asking.path(governance, one, other)
    if steps is None:
        raise MattersError(
            f"No way leads from {one.name} to {other.name} in the {phrases.counted(len(governance.papers), 'paper')} read."
        )
    if not steps:
        _print(f"{one.name} and {other.name} are one and the same.")
        return
    papers = list(dict.fromkeys(p for s in steps if (p := _paper_of(s.relation))))
    _print(f"{one.name} to {other.name}: {phrases.counted(len(steps), 'step')} through {', '.join(papers)}.")
    for number, step in enumerate(steps, 1):
        verb = phrases.relation(step.relation.type, seen_from_object=step.backwards)
        _print(f"{number}. {step.start.name} {verb} {step.end.name}{_note(step.relation)}")
        _print(f"   {_evidence(governance, step.relation)}")


@click.command("who")
@click.argument("body", metavar="BODY")
@click.option("--and", "other", metavar="B", help="Only who sits on, or holds a post at, both BODY and this one.")
@click.pass_obj
def who_command(root: Path | None, body: str, other: str | None) -> None:
    """Say who chairs and sits on a body, what it reports to and who scrutinises it.

    BODY is a name or an id. Each answer has the date at which a paper states it, the words and the paper.
    """
    governance = _governance(root)
    one = asking.find(governance, body)
    lines = list(_both(governance, one, asking.find(governance, other)) if other is not None else _who(governance, one))
    for line in lines:
        _print(line)


def _who(governance: Governance, body: Entity) -> Iterator[str]:
    yield asking.describe(governance, body)
    told = asking.who(governance, body)
    for about in told:
        yield f"  {phrases.relation(about.type, seen_from_object=about.inward)}"
        for relation in about.relations:
            yield f"    {relation.subject_name if about.inward else relation.object_name}{_note(relation)}"
            yield f"      {_evidence(governance, relation)}"
    if not told:
        yield "  The papers read state no relation of it."
    elif body.table == "organisations" and not any(t.type == "scrutinises" and t.inward for t in told):
        yield "  No paper read states that anybody scrutinises it."


def _both(governance: Governance, one: Entity, other: Entity) -> Iterator[str]:
    found = asking.on_both(governance, one, other)
    if not found:
        yield f"The papers read name nobody who sits on, or holds a post at, both {one.name} and {other.name}."
        return
    for both in found:
        yield both.who.name
        for relations in both.at.values():
            for relation in relations:
                yield f"  {phrases.relation(relation.type)} {relation.object_name}{_note(relation)}"
                yield f"    {_evidence(governance, relation)}"


def _note(relation: Relation) -> str:
    """Role, date and doubt of a relation, as they stand behind it."""
    said = [f"as {relation.role}"] if relation.role else []
    if relation.start or relation.end:
        said.append(
            f"{edtf.words(relation.start) if relation.start else '…'} to {edtf.words(relation.end) if relation.end else '…'}"
        )
    elif relation.as_of:
        said.append(f"as stated {edtf.words(relation.as_of)}")
    else:
        said.append("date of the paper not stated")
    if relation.proposed:
        said.append("only proposed")
    if relation.basis == "attendance":
        said.append("from a list of those present")
    return f" ({', '.join(said)})"


def _paper_of(relation: Relation) -> str | None:
    said = asking.passage(relation)
    return said.paper_id if said is not None else None


def _evidence(governance: Governance, relation: Relation) -> str:
    said = asking.passage(relation)
    if said is None:
        return "no passage"
    page = f", page {said.page}" if said.page is not None else ""
    return f"“{asking.quote(governance, relation)}” – {said.paper_id}{page}, characters {said.start} to {said.end}"


def _governance(root: Path | None) -> Governance:
    """The governance of the whole corpus as it is now. Papers that cannot be read are said on standard error."""
    from matters.build import Settings, study
    from matters.report import Reporter
    from matters.swap import only_build

    project = find_project(root)
    with only_build(project.build):
        studied = study(project, Settings(as_of=datetime.date.today()), Reporter(quiet=True))
    for sentence in studied.readings.failures.values():
        say(f"Not read: {sentence}")
    return studied.governance


def _print(line: str) -> None:
    click.echo(printable(line))
