"""`matters actions`: the register of actions of the last build, in the terminal or as CSV."""

import csv
import datetime
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import click

from extract.errors import MattersError
from extract.records import Action, ActionKind
from graph.following import STATES, Standing
from graph.times import last_day
from matters.last_build import last_actions, last_standings
from matters.report import count
from matters.root import find_project
from publish import escape
from publish.log_styles import LogStyle
from publish.view import in_order

#: Columns that stand in the CSV behind the fields of an action: how it stands on the day.
STANDING_COLUMNS = (
    "state", "basis", "why", "justified_by", "overdue", "age_in_days", "meetings_since", "response_due", "answered_on",
    "now_with", "papers_searched", "papers_read",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One action of the register and how it stands."""

    action: Action
    standing: Standing


@click.command("actions")
@click.option(
    "--csv",
    "as_csv",
    is_flag=True,
    help="Print CSV with every field of an action, its state, and the words it rests on.",
)
@click.option(
    "--docx",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write them as an action log for Word.",
)
@click.option("--council", metavar="ID", help="Only actions in papers of this council.")
@click.option("--body", metavar="WORDS", help="Only actions of bodies whose name holds these words.")
@click.option("--owner", metavar="WORDS", help="Only actions whose owner, as written or in full, holds these words.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(STATES),
    metavar="STATE",
    help="Only actions in this state; may be given again.",
)
@click.option("--open", "only_open", is_flag=True, help="Only actions for which something is still waited for.")
@click.option("--overdue", "only_overdue", is_flag=True, help="Only actions past their day and not settled.")
@click.option("--due-before", metavar="DATE", help="Only actions due before this day.")
@click.option("--kind", type=click.Choice(get_args(ActionKind)), help="Only actions of this kind.")
@click.option("--as-of", metavar="DATE", help="Day on which actions are judged (default: that of the last build).")
@click.pass_obj
def actions_command(
    root: Path | None,
    as_csv: bool,
    docx: Path | None,
    council: str | None,
    body: str | None,
    owner: str | None,
    states: tuple[str, ...],
    only_open: bool,
    only_overdue: bool,
    due_before: str | None,
    kind: str | None,
    as_of: str | None,
) -> None:
    """Print the register of actions, each with its state and why.

    An owner or a due date that no paper states is blank. Without --as-of it is that of the last build; with it the corpus is judged
    anew as of that day, and nothing is written.
    """
    before = _day(due_before, "--due-before")
    day, register = _register(root, _day(as_of, "--as-of"))
    tests: list[Callable[[Line], bool]] = []
    if council is not None:
        tests.append(lambda x: x.action.council == council)
    if body is not None:
        tests.append(lambda x: body.casefold() in f"{x.action.body or ''} {x.standing.body or ''}".casefold())
    if owner is not None:
        tests.append(lambda x: owner.casefold() in f"{x.action.owner_raw or ''} {x.action.owner_name or ''}".casefold())
    if states:
        tests.append(lambda x: x.standing.state in states)
    if only_open:
        tests.append(lambda x: not x.standing.settled)
    if only_overdue:
        tests.append(lambda x: x.standing.overdue(day) is True)
    if kind is not None:
        tests.append(lambda x: x.action.kind == kind)
    if before is not None:
        tests.append(lambda x: (last_day(x.standing.binding_due) or datetime.date.max) < before)
    lines = [line for line in register if all(test(line) for test in tests)]
    if docx is not None:
        _write_docx(root, lines, register, docx, day)
    elif as_csv:
        _print_csv(lines, day)
    else:
        _print_table(lines, day)


def _day(value: str | None, option: str) -> datetime.date | None:
    if value is None:
        return None
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day: write it as 2018-05-24.", param_hint=option) from None


def _register(root: Path | None, as_of: datetime.date | None) -> tuple[datetime.date, list[Line]]:
    """The day and the actions: those of the last build, or of the corpus judged as of another day."""
    project = find_project(root)
    if as_of is not None:
        from matters.build import Settings, study
        from matters.report import Reporter

        governance = study(project, Settings(as_of=as_of), Reporter(quiet=True), keep=False).governance
        return as_of, [Line(action, governance.standings[action.id]) for action in governance.actions]
    standings = last_standings(project)
    lines = [Line(action, standings[action.id]) for action in last_actions(project) if action.id in standings]
    built = max((s.as_of for s in standings.values() if s.as_of), default=None)
    return datetime.date.fromisoformat(built) if built else datetime.date.today(), lines


def _write_docx(root: Path | None, lines: list[Line], register: list[Line], path: Path, as_of: datetime.date) -> None:
    """Writes the chosen actions in the columns of their body's log, or in the usual ones where they are of several."""
    from matters.logs import load_log_styles
    from publish.exports import action_logs

    styles, mistakes = load_log_styles(find_project(root).corpus)
    if mistakes:
        raise MattersError(mistakes[0])
    ordered = sorted((x.action for x in register), key=in_order)
    bodies = {(x.action.council, x.action.body) for x in lines}
    style = action_logs.style_of(styles, *bodies.pop()) if len(bodies) == 1 else LogStyle()
    log = action_logs.log_of(
        "Action log",
        sorted((x.action for x in lines), key=in_order),
        {x.action.id: x.standing for x in lines},
        tuple(style.columns.items()),
        action_logs.references_of(ordered, styles),
        as_of,
    )
    action_logs.save_docx(log, path, as_of=as_of)
    click.echo(f"{path} holds {count(len(log.rows), 'action')}.")


def _print_csv(lines: list[Line], as_of: datetime.date) -> None:
    names = [name for name in Action.model_fields if name != "evidence"]
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow([*names, "quote", *STANDING_COLUMNS])
    for line in lines:
        quotes = line.action.quotes("text")
        values = [getattr(line.action, name) for name in names] + [quotes[0].quote if quotes else ""]
        rows.writerow([escape.csv_cell("" if v is None else str(v)) for v in (*values, *_standing_cells(line, as_of))])


def _standing_cells(line: Line, as_of: datetime.date) -> tuple[object, ...]:
    s = line.standing
    return (
        s.state,
        s.basis,
        s.why,
        " / ".join(" ".join(e.quote.split()) for e in s.evidence),
        s.overdue(as_of),
        s.age_in_days(as_of),
        s.meetings_since(as_of),
        s.response_due,
        s.answered_on(),
        s.body if s.carried_from else None,
        " ".join(s.papers_searched),
        " ".join(s.papers_read),
    )


def _print_table(lines: list[Line], as_of: datetime.date) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_lines=False)
    for name in ("Paper", "Minute", "Raised", "Action", "Owner", "Due", "State", "Why"):
        table.add_column(name, overflow="fold", ratio={"Action": 4, "Why": 3}.get(name, 1))
    for line in lines:
        a, s = line.action, line.standing
        due = " ".join(v for v in (a.due_raw, f"({s.binding_due})" if s.binding_due else None) if v)
        state = s.state.replace("_", " ") + (", overdue" if s.overdue(as_of) else "")
        row = (a.paper_id, a.log_ref or a.minute_number, a.raised_on, a.text, a.owner_raw, due, state, s.why)
        table.add_row(*(Text(escape.printable(v or "")) for v in row))
    console = Console(soft_wrap=False, width=None if sys.stdout.isatty() else 180)
    console.print(table)
    console.print(f"{count(len(lines), 'action')}.", markup=False)
