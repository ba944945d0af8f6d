"""`render_site`: MkDocs makes HTML of the written pages, Pagefind makes the search index of the HTML."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from publish import searching
from publish.node import PublishError
from publish.write import HAND_OVER


def render_site(*, pages_dir: Path, site_dir: Path, config: Path) -> None:
    """Renders `pages_dir` into `site_dir` with the settings of `config` (mkdocs.yml) and indexes it.

    Nothing is fetched and no clock is read: everything is dated with the day of the site. Raises PublishError with the last
    complaint of MkDocs, a broken link among them.
    """
    handed = json.loads((pages_dir / HAND_OVER).read_text(encoding="utf-8"))
    day = datetime.fromisoformat(handed["as_of"]).replace(tzinfo=UTC)
    settings = {
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": str(int(day.timestamp())),
        "MATTERS_SITE_URL": handed["site_url"],
        "MATTERS_PAGES": str(pages_dir.resolve()),
        "MATTERS_OVERRIDES": str(Path(__file__).parent.resolve() / "overrides"),
        "PYTHONHASHSEED": "0",
    }
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "mkdocs",
            "build",
            "--strict",
            "--quiet",
            "-f",
            str(config),
            "-d",
            str(site_dir.resolve()),
        ],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise PublishError(
            f"MkDocs could not render the pages in {pages_dir}: {_complaint(done.stderr or done.stdout)}"
        )
    searching.index(site_dir.resolve(), handed["entries"], handed["aliases"])


def _complaint(output: str) -> str:
    """The lines in which MkDocs says what is wrong."""
    lines = [line.strip() for line in output.splitlines() if line.startswith(("WARNING", "ERROR", "Error"))]
    return " ".join(lines[:3]) or output.strip()[-300:] or "no reason given."
