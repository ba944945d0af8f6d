"""The commands that work on the whole corpus: `build` and `check`."""

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import click

from extract.errors import CorpusError, MattersError
from matters.pdf_option import ocr_option, pdf_backend_option
from matters.report import Reporter, count
from matters.root import find_project, say


def parse_day(ctx: click.Context, param: click.Parameter, value: str | None) -> datetime.date:
    """A day as an option gives it; today where it does not."""
    if value is None:
        return datetime.date.today()
    try:
        return datetime.date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is no day: write it as 2018-05-24.", ctx=ctx, param=param) from None


@click.command("build")
@click.option("--as-of", metavar="DATE", callback=parse_day, help="Day on which due dates are judged (default: today).")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Processes that read papers (default: one for a handful of papers, else one for each core).",
)
@click.option("--site-url", metavar="URL", help="Address at which the site will stand, for feeds and calendars.")
@ocr_option
@pdf_backend_option
@click.option("-q", "--quiet", is_flag=True, help="Say only how it ended.")
@click.pass_obj
def build_command(root: Path | None, as_of: datetime.date, jobs: int | None, site_url: str | None, quiet: bool) -> None:
    """Build the site from the whole corpus.

    Papers that have not changed are not read again. `site/` is replaced in one step, and only when every paper was read;
    otherwise it stays as it was and the new site stands beside it in build/site-unpublished/.
    """
    from matters.build import Settings, build

    project = find_project(root)
    built = build(project, Settings(as_of=as_of, jobs=jobs, site_url=site_url), Reporter(quiet=quiet))
    for line in built.lines[-1:] if quiet else built.lines:
        click.echo(line)
    if not built.published:
        raise SystemExit(1)


@click.command("check")
@click.pass_obj
def check_command(root: Path | None) -> None:
    """Check the corpus and what is said about it, without building.

    Checked are the manifest, the councils, the corrections and the questions, every paper and its hash, that every correction matches
    something, that every value has its passage, and that the manifest says of each paper what the paper says of itself.
    """
    from matters.build import Settings, study
    from matters.corpus import CorpusMistakes
    from matters.expectations import differences
    from matters.swap import only_build

    project = find_project(root)
    try:
        with only_build(project.build):
            studied = study(project, Settings(as_of=datetime.date.today()), Reporter())
    except CorpusMistakes as error:
        _end_with(error.sentences)
    except CorpusError as error:
        _end_with([str(error)])
    corpus = studied.corpus
    mistakes = [
        *studied.readings.failures.values(),
        *differences(corpus.papers, studied.readings.readings),
        *(f.message for f in studied.governance.findings if f.check == "clerk"),
        *(
            f"corpus/{name} is not listed in papers.yml: add it with `matters add`, or take it away."
            for name in corpus.unlisted()
        ),
    ]
    if mistakes:
        _end_with(mistakes)
    click.echo(
        f"All is well: {count(len(corpus.papers), 'paper')} of {count(len(corpus.councils), 'council')}, "
        f"{count(len(corpus.corrections.entries), 'correction')}."
    )


def _end_with(mistakes: Sequence[str]) -> NoReturn:
    """Say every mistake, and how many there are."""
    for sentence in mistakes:
        say(sentence)
    raise MattersError(f"{count(len(mistakes), 'mistake')} found.")
