"""`matters actions`: the register of actions of the last build, in the terminal or as CSV."""

import csv
import sys
from pathlib import Path

import click

from extract.records import Action
from matters.last_build import last_actions
from matters.root import find_project
from publish import escape

COLUMNS = ("paper_id", "minute_number", "raised_on", "text", "owner_raw", "due_raw", "due_date", "status")


@click.command("actions")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV with every field of an action and the words it rests on.")
@click.option("--council", metavar="ID", help="Only actions in papers of this council.")
@click.option("--owner", metavar="WORDS", help="Only actions whose owner, as written or in full, holds these words.")
@click.pass_obj
def actions_command(root: Path | None, as_csv: bool, council: str | None, owner: str | None) -> None:
    """Print the register of actions of the last build.

    An owner or a due date that no paper states is blank.
    """
    actions = [
        a
        for a in last_actions(find_project(root))
        if (council is None or a.council == council)
        and (owner is None or owner.casefold() in f"{a.owner_raw or ''} {a.owner_name or ''}".casefold())
    ]
    _print_csv(actions) if as_csv else _print_table(actions)


def _print_csv(actions: list[Action]) -> None:
    names = [name for name in Action.model_fields if name != "evidence"]
    rows = csv.writer(sys.stdout, lineterminator="\n")
    rows.writerow([*names, "quote"])
    for action in actions:
        quotes = action.quotes("text")
        values = [getattr(action, name) for name in names] + [quotes[0].quote if quotes else ""]
        rows.writerow([escape.csv_cell("" if v is None else str(v)) for v in values])


def _print_table(actions: list[Action]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_lines=False)
    for name in ("Paper", "Minute", "Raised", "Action", "Owner", "Due", "Status"):
        table.add_column(name, overflow="fold", ratio=4 if name == "Action" else 1)
    for a in actions:
        due = " ".join(v for v in (a.due_raw, f"({a.due_date})" if a.due_date else None) if v)
        row = (a.paper_id, a.minute_number, a.raised_on, a.text, a.owner_raw, due, a.status.replace("_", " "))
        table.add_row(*(Text(escape.printable(v or "")) for v in row))
    console = Console(soft_wrap=False, width=None if sys.stdout.isatty() else 160)
    console.print(table)
    console.print(f"{len(actions)} actions.", markup=False)
