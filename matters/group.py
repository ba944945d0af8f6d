"""The commands of `matters`. Each is imported when it is asked for, so that help and `--version` are quick."""

from importlib import import_module
from importlib.metadata import version
from pathlib import Path

import click

#: Each command with the place of its function and its help, in the order in which help lists them.
COMMANDS: dict[str, tuple[str, str]] = {
    "build": ("matters.commands:build_command", "Build the site from the whole corpus."),
    "serve": ("matters.serve:serve_command", "Show the built site, and build it again on change."),
    "read": ("matters.read:read_command", "Read papers without adding them to the corpus."),
    "add": ("matters.add:add_command", "Put a paper into the corpus."),
    "actions": ("matters.register:actions_command", "Print the register of actions of the last build."),
    "path": ("matters.asking:path_command", "Say how two people, bodies or programmes are connected."),
    "who": ("matters.asking:who_command", "Say who chairs and sits on a body, and to whom it answers."),
    "answer": ("matters.clerk:answer_command", "Record the answer to an action."),
    "close": ("matters.clerk:close_command", "Record that an action is closed."),
    "reject-match": ("matters.clerk:reject_command", "Record that a response is not about an action."),
    "check": ("matters.commands:check_command", "Check the corpus and what is said about it, without building."),
    "evaluate": ("matters.evaluate:evaluate_command", "Measure accuracy against annotated papers."),
}


class Commands(click.Group):
    """A group whose commands are imported when they are used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order of the work."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, function = COMMANDS[cmd_name][0].partition(":")
        command = getattr(import_module(module), function)
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name][0]} is no command.")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help, without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, help_line) for name, (_, help_line) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"max_content_width": 100})
@click.option(
    "-C",
    "--root",
    type=click.Path(path_type=Path),
    help="Folder of the project, the one that holds corpus/ (default: this folder, or the nearest above it that has one).",
)
@click.option("--debug", is_flag=True, help="Show where in the code an unexpected error came from.")
@click.version_option(version("matters-arising"), prog_name="matters", message="%(prog)s %(version)s")
@click.pass_context
def matters(ctx: click.Context, root: Path | None, debug: bool) -> None:
    """Read committee papers into decisions, actions, people and governance, each tied to its words, and publish a site."""
    ctx.obj = root
    ctx.meta["debug"] = debug
