"""How long MkDocs and Zensical take to render one tree of pages, both from nothing and in one run.

`python -m tests.rendering` makes a site of 5,000 records and prints both.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import yaml

from tests import many

ROOT = Path(__file__).parent.parent


class Race(NamedTuple):
    """Seconds of each, and the pages that each made."""

    mkdocs: float
    zensical: float
    pages: tuple[int, int]


def build(root: Path, records: int) -> Path:
    """Builds the site of a made-up council with so many records in a folder of its own; the folder of the site."""
    many.write(root / "corpus", records)
    for name in ("docs", "publish", "mkdocs.yml"):
        os.symlink(ROOT / name, root / name)
    command = [sys.executable, "-m", "matters", "-C", str(root), "build", "--as-of", "2026-01-01", "--quiet"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


def race(pages: Path, folder: Path) -> Race:
    """Renders the written pages with each, with the settings of the project; `folder` is emptied of what is there."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "publish" / "overrides", folder / "overrides")
    shutil.copytree(pages, folder / "pages")
    settings = yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), Loader=_Settings)
    settings |= {"docs_dir": "pages", "site_url": "http://localhost/"}
    settings["theme"]["custom_dir"] = "overrides"
    for name in (
        "site_dir",
        "validation",
        "not_in_nav",
    ):  # where it goes is told each; the others Zensical does not know
        settings.pop(name)
    found = []
    for name, command in (
        ("mkdocs", [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f"]),
        ("zensical", [sys.executable, "-m", "zensical", "build", "--clean", "-f"]),
    ):
        config = folder / f"{name}.yml"
        config.write_text(yaml.safe_dump(settings | {"site_dir": f"site-{name}"}), encoding="utf-8")
        began = time.perf_counter()
        done = subprocess.run(
            [*command, str(config)], cwd=folder, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
        )  # fmt: skip
        seconds = time.perf_counter() - began
        assert done.returncode == 0, done.stdout + done.stderr
        found.append((seconds, sum(1 for _ in (folder / f"site-{name}").rglob("*.html"))))
    return Race(found[0][0], found[1][0], (found[0][1], found[1][1]))


class _Settings(yaml.SafeLoader):
    """The settings as they stand, what comes from the environment left out."""


_Settings.add_constructor("!ENV", lambda loader, node: None)


def main() -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        build(root / "project", 5_000)
        result = race(root / "project" / "build" / "pages", root / "race")
    print(
        f"{result.pages[0]:,} pages of 5,000 records: MkDocs {result.mkdocs:.1f} s, Zensical {result.zensical:.1f} s, both from nothing."
    )


if __name__ == "__main__":
    main()
