"""The option by which a person chooses how PDFs are read."""

import os
from collections.abc import Callable
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])

#: The environment variable that carries the choice to every process that reads papers, and what it can be set to.
VARIABLE = "MATTERS_PDF_BACKEND"
BACKENDS = ("auto", "pdfium", "pdfplumber")


def pdf_backend_option(command: Command) -> Command:
    """Add `--pdf-backend` to a command. It holds for as long as the command runs."""
    return click.option(
        "--pdf-backend",
        type=click.Choice(BACKENDS),
        callback=_choose,
        expose_value=False,
        help="What reads PDFs: pdfplumber, the quicker PDFium, or PDFium where a sample of the pages bears it out (auto, default).",
    )(command)


def _choose(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    if value is None:
        return
    before = os.environ.get(VARIABLE)
    os.environ[VARIABLE] = value
    ctx.call_on_close(lambda: os.environ.pop(VARIABLE) if before is None else os.environ.__setitem__(VARIABLE, before))
