"""A project with a made-up corpus in a folder of its own, and the command line run in it."""

import hashlib
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

import matters.build
from matters.cli import main

MINUTES = """Aldermere Borough Council

Harbour Scrutiny Committee

Minutes of the meeting held on 4 March 2024

5. Ferry timetable

Councillor Ruth Penhale, Chair of the Harbour Scrutiny Committee, presented the report.

RESOLVED: That the ferry timetable be approved.

ACTION: Ms Ida Quill to circulate the winter timetable by 30 April 2024.
"""

REPORT = """Aldermere Borough Council

Cabinet

12 June 2024

Report of the Director of Ports

Quayside Repairs

Recommendations

1. That Cabinet note the progress of the Quayside Repair Programme.
"""

#: What the papers say of themselves.
FACTS: dict[str, dict[str, str | None]] = {
    "ferry": {
        "kind": "minutes",
        "title": "Minutes of the meeting held on 4 March 2024",
        "body": "Harbour Scrutiny Committee",
        "date": "2024-03-04",
    },
    "quay": {"kind": "report", "title": "Quayside Repairs", "body": "Cabinet", "date": "2024-06-12"},
}

COUNCILS = "- id: aldermere\n  name: Aldermere Borough Council\n  gss_code: E07999999\n"


@dataclass(frozen=True)
class Result:
    """How a command ended and what it said."""

    status: int
    out: str
    err: str


def entry(paper_id: str, data: bytes, *, council: str = "aldermere", file: str | None = None, **facts: str | None) -> str:
    """An entry of the manifest."""
    values = {
        "id": paper_id,
        "council": council,
        "file": file or f"papers/aldermere/{paper_id}.txt",
        "sha256": hashlib.sha256(data).hexdigest(),
        **facts,
    }
    return "- " + "\n  ".join(f"{name}: {'null' if v is None else v}" for name, v in values.items()) + "\n"


class TinyProject:
    """Two papers of one council that does not exist."""

    def __init__(self, root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self.root, self._capsys, self._monkeypatch = root, capsys, monkeypatch
        self.corpus = root / "corpus"
        self.papers = {"ferry": MINUTES.encode(), "quay": REPORT.encode()}
        (self.corpus / "papers" / "aldermere").mkdir(parents=True)
        (self.corpus / "councils.yml").write_text(COUNCILS, encoding="utf-8")
        (self.corpus / "corrections.yml").write_text("# nothing said\n[]\n", encoding="utf-8")
        for paper_id, data in self.papers.items():
            self.paper(paper_id).write_bytes(data)
        self.list_papers()

    def paper(self, paper_id: str) -> Path:
        """Where a paper lies."""
        return self.corpus / "papers" / "aldermere" / f"{paper_id}.txt"

    def list_papers(self, *more: str) -> None:
        """Write the manifest, with further entries at its end."""
        own = (entry(name, data, **FACTS[name]) for name, data in self.papers.items())
        text = "# The manifest\n" + "\n".join([*own, *more])
        (self.corpus / "papers.yml").write_text(text, encoding="utf-8")

    def correct(self, text: str) -> None:
        """Write the corrections."""
        (self.corpus / "corrections.yml").write_text(text, encoding="utf-8")

    def run(self, *arguments: str) -> Result:
        """Run a command in the project, in this process."""
        self._monkeypatch.chdir(self.root)
        return run(self._capsys, self._monkeypatch, *arguments)

    def publish_plainly(self) -> None:
        """Put a thin stand-in in the place of the renderer: one page that names every record."""

        def write_site(governance: matters.build.Governance, *, pages_dir: Path, **_: object) -> None:
            pages_dir.mkdir(parents=True, exist_ok=True)
            ids = [record.id for table in governance.tables.values() for record in table]
            (pages_dir / "index.md").write_text("\n".join(ids), encoding="utf-8")

        def render_site(*, pages_dir: Path, site_dir: Path, config: Path) -> None:
            site_dir.mkdir(parents=True)
            (site_dir / "index.html").write_text((pages_dir / "index.md").read_text(encoding="utf-8"), encoding="utf-8")

        self._monkeypatch.setattr(matters.build, "write_site", write_site)
        self._monkeypatch.setattr(matters.build, "render_site", render_site)

    def site(self) -> dict[str, bytes]:
        """Every file of the site."""
        return {p.relative_to(self.root).as_posix(): p.read_bytes() for p in (self.root / "site").rglob("*") if p.is_file()}


def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    """Run the command line in this process."""
    monkeypatch.setattr(sys, "argv", ["matters", *arguments])
    with pytest.raises(SystemExit) as ended:
        main()
    said = capsys.readouterr()
    status = ended.value.code
    return Result(status if isinstance(status, int) else 0 if status is None else 1, said.out, said.err)
