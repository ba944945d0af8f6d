"""Writes the reference of the commands from the commands themselves: `make docs`."""

import sys
from pathlib import Path

import click

from matters.group import COMMANDS, matters

HEAD = """# Commands

The command is `matters`. It works in the project's folder, the one that holds `corpus/`, and finds it from any folder below.
A command ends with exit status 0 when it did its work, 1 when it failed, and 2 when it was used wrongly. What went wrong is said
in sentences that name the paper, the place and the mend.

This page is written by `make docs` from the commands themselves.
"""


def reference() -> str:
    """The page, as Markdown."""
    with click.Context(matters, info_name="matters", max_content_width=100) as ctx:
        parts = [HEAD, _section("matters", matters.get_help(ctx))]
        for name in COMMANDS:
            command = matters.get_command(ctx, name)
            if command is None:
                raise KeyError(name)
            with click.Context(command, info_name=name, parent=ctx, max_content_width=100) as inner:
                parts.append(_section(f"matters {name}", command.get_help(inner)))
    return "\n".join(parts)


def _section(title: str, help_text: str) -> str:
    return f"## {title}\n\n```text\n{help_text.rstrip()}\n```\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(reference(), encoding="utf-8")
