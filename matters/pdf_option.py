"""The options by which a person chooses how PDFs are read."""

import os
from collections.abc import Callable
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])

#: The environment variable that carries the choice to every process that reads papers, and what it can be set to.
VARIABLE = "MATTERS_PDF_BACKEND"
#: The one that asks for pages that are only pictures to be read by Tesseract.
OCR = "MATTERS_OCR"
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


def ocr_option(command: Command) -> Command:
    """Add `--ocr` to a command. It holds for as long as the command runs."""
    return click.option(
        "--ocr",
        is_flag=True,
        callback=lambda ctx, param, value: _hold(ctx, OCR, "1" if value else None),
        expose_value=False,
        help="Read pages that are only pictures with Tesseract, which must be installed.",
    )(command)


def _choose(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    _hold(ctx, VARIABLE, value)


def _hold(ctx: click.Context, name: str, value: str | None) -> None:
    if value is None:
        return
    before = os.environ.get(name)
    os.environ[name] = value
    ctx.call_on_close(lambda: os.environ.pop(name) if before is None else os.environ.__setitem__(name, before))
