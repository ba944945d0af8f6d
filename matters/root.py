"""Where a project lies on the disk: its corpus, what it builds, and the site."""

import sys
from dataclasses import dataclass
from pathlib import Path

from extract.errors import CorpusError
from publish.escape import printable

MANIFEST = Path("corpus") / "papers.yml"
#: Where this code lies: a checkout, with mkdocs.yml and docs/ beside the packages.
CHECKOUT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Project:
    """The folders of one project."""

    root: Path

    @property
    def corpus(self) -> Path:
        """What people put in: papers, manifest, councils, corrections."""
        return self.root / "corpus"

    @property
    def build(self) -> Path:
        """What the stages hand to one another, and the cache; never committed."""
        return self.root / "build"

    @property
    def site(self) -> Path:
        """The last site that was built whole."""
        return self.root / "site"

    @property
    def docs(self) -> Path:
        """Pages written by hand: the project's own, or those of the checkout."""
        own = self.root / "docs"
        return own if own.is_dir() else CHECKOUT / "docs"

    @property
    def config(self) -> Path:
        """Settings of the renderer: the project's own, or those of the checkout."""
        own = self.root / "mkdocs.yml"
        return own if own.is_file() else CHECKOUT / "mkdocs.yml"


def find_project(start: Path | None) -> Project:
    """The project in `start`, or where that is None in the nearest folder upwards that holds corpus/papers.yml.

    Raises CorpusError where there is none.
    """
    if start is not None:
        if not start.is_dir():
            raise CorpusError(f"{start} is no folder: name the project's folder, the one that holds corpus/, after -C.")
        return Project(start.resolve())
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / MANIFEST).is_file():
            return Project(folder)
    raise CorpusError(
        f"Neither {here} nor a folder above it holds {MANIFEST}: run in the project, or name its folder after -C."
    )


def say(message: str) -> None:
    """One line on standard error, where nothing can break the data on standard output."""
    print(printable(message), file=sys.stderr, flush=True)
