"""`matters serve`: the built site on this machine, built again when the corpus or the pages written by hand change."""

import datetime
import functools
import http.server
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import click

from extract.errors import MattersError
from matters.report import Reporter
from matters.root import Project, find_project, say

#: Seconds between two looks at the folders.
LOOK_EVERY = 1.0


@click.command("serve")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="Port on 127.0.0.1; 0 takes any free one.")
@click.option("--watch/--no-watch", default=True, help="Build again when the corpus or docs/ change (default: yes).")
@click.pass_obj
def serve_command(root: Path | None, port: int, watch: bool) -> None:
    """Show the built site at an address of this machine, and build it again on change.

    Where there is no site yet it is built first. A change that cannot be built leaves the site as it was.
    """
    project = find_project(root)
    if not (project.site / "index.html").is_file():
        _build(project)
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(_Quiet, directory=str(project.site)))
    except OSError as error:
        raise MattersError(f"Port {port} cannot be used ({error.strerror}): name another with --port.") from None
    threading.Thread(target=server.serve_forever, daemon=True).start()
    click.echo(f"The site is at http://127.0.0.1:{server.server_address[1]}/ (Ctrl-C ends it).")
    try:
        for _ in _changes(project) if watch else _forever():
            _build(project)
    except KeyboardInterrupt:
        click.echo("Ended.")
    finally:
        server.shutdown()


class _Quiet(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing of what went well."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Only errors are said."""

    def end_headers(self) -> None:
        """A page is asked for anew each time: it may just have been built."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()


def _build(project: Project) -> None:
    """Build and say how it ended; nothing that goes wrong ends the server."""
    from matters.build import Settings, build

    try:
        say(build(project, Settings(as_of=datetime.date.today()), Reporter(quiet=True)).lines[-1])
    except (MattersError, OSError) as error:
        say(f"{error}\nThe site is as it was.")


def _changes(project: Project) -> Iterator[None]:
    """Yields after each change of the corpus or of the pages written by hand, once it has come to rest."""
    seen = snapshot(project)
    while True:
        time.sleep(LOOK_EVERY)
        now = snapshot(project)
        while now != seen:
            seen = now
            time.sleep(LOOK_EVERY / 2)
            now = snapshot(project)
            if now == seen:
                yield


def _forever() -> Iterator[None]:
    while True:
        time.sleep(3600)
        yield from ()


def snapshot(project: Project) -> dict[str, tuple[int, int]]:
    """When each watched file was last changed, and its size."""
    found: dict[str, tuple[int, int]] = {}
    for folder in (project.corpus, project.docs):
        for path in sorted(folder.rglob("*")):
            try:
                if path.is_file() and not path.name.startswith("."):
                    state = path.stat()
                    found[str(path)] = (state.st_mtime_ns, state.st_size)
            except FileNotFoundError:
                continue
    return found
