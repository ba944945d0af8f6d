"""`matters actions` over the made-up series, and over the project's own papers as of two days."""

import csv
import datetime
import hashlib
import io
from pathlib import Path

import pytest

from matters.build import Settings, study
from matters.report import Reporter
from matters.root import Project
from tests.project import TinyProject
from tests.series import COUNCIL, sources

ROOT = Path(__file__).parent.parent


@pytest.fixture
def series(project: TinyProject) -> TinyProject:
    """The project with the series as its corpus, built as of its last day."""
    folder = project.corpus / "papers" / "brackwater"
    folder.mkdir()
    listed = []
    for paper, text in sources().items():
        (folder / f"{paper}.md").write_text(text, encoding="utf-8")
        sha = hashlib.sha256(text.encode()).hexdigest()
        listed.append(f"- {{id: {paper}, council: brackwater, file: papers/brackwater/{paper}.md, sha256: {sha}}}\n")
    (project.corpus / "papers.yml").write_text("".join(listed), encoding="utf-8")
    (project.corpus / "councils.yml").write_text(f"- {{id: {COUNCIL.id}, name: {COUNCIL.name}}}\n", encoding="utf-8")
    assert project.run("build", "--as-of", "2025-07-01", "-q").status == 0
    return project


def rows(project: TinyProject, *arguments: str) -> list[dict[str, str]]:
    result = project.run("actions", "--csv", *arguments)
    assert result.status == 0, result.err
    return list(csv.DictReader(io.StringIO(result.out)))


def texts(project: TinyProject, *arguments: str) -> list[str]:
    return [row["text"] for row in rows(project, *arguments)]


def test_filters_narrow_the_register(series: TinyProject) -> None:
    assert len(rows(series)) == 18
    assert len(texts(series, "--kind", "recommendation")) == 3
    assert [t[:15] for t in texts(series, "--state", "deferred", "--state", "closed")] == [
        "Ms Ida Quill to",
        "Map the private",
    ]
    assert len(texts(series, "--owner", "farrow", "--overdue")) == 4
    assert texts(series, "--body", "cabinet") == ["Lena Marsh to bring the fares for residents to the next meeting."]
    assert any("lamps" in t for t in texts(series, "--body", "Communities Scrutiny"))
    assert texts(series, "--due-before", "2024-08-01") == [
        "Ms Ida Quill to circulate the winter ferry timetable to members by 31 July 2024."
    ]
    assert texts(series, "--council", "elsewhere") == []
    assert len(texts(series, "--open")) == 11


def test_the_csv_says_the_state_and_the_words_that_justify_it(series: TinyProject) -> None:
    (row,) = [r for r in rows(series) if "market square" in r["text"]]
    assert (row["state"], row["basis"], row["overdue"]) == ("not_accepted", "stated", "False")
    assert row["justified_by"] == "Rejected Traders need to load on Saturdays."
    (row,) = [r for r in rows(series) if "allotments" in r["text"]]
    assert row["overdue"] == "True" and row["age_in_days"] == "384"
    assert "2025-05-21-minutes" in row["papers_searched"].split()


def test_another_day_is_judged_anew_and_writes_nothing(series: TinyProject) -> None:
    before = {p: p.read_bytes() for p in (series.root / "build" / "graph").iterdir()}
    (row,) = [r for r in rows(series, "--as-of", "2024-09-15") if "market square" in r["text"]]
    assert (row["state"], row["overdue"]) == ("no_answer_found_in_papers_read", "True")
    assert {p: p.read_bytes() for p in (series.root / "build" / "graph").iterdir()} == before


def test_the_table_shows_the_state_and_why(series: TinyProject) -> None:
    out = " ".join(series.run("actions", "--owner", "marsh").out.split())
    assert "answer found" in out and "2 actions." in out


def test_a_day_that_is_none_is_wrong_usage(series: TinyProject) -> None:
    for option in ("--as-of", "--due-before"):
        result = series.run("actions", option, "May")
        assert result.status == 2 and "is no day: write it as 2018-05-24" in result.err


def test_a_log_with_unknown_columns_and_words_says_each_in_one_sentence(series: TinyProject) -> None:
    paper = series.corpus / "papers" / "brackwater" / "2024-12-04-log.md"
    before = rows(series)
    text = paper.read_text(encoding="utf-8").replace("| RAG |", "| Moonphase |").replace("| Deferred |", "| Wibbling |")
    old, new = (hashlib.sha256(data).hexdigest() for data in (paper.read_bytes(), text.encode()))
    paper.write_text(text, encoding="utf-8")
    manifest = series.corpus / "papers.yml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    result = series.run("build", "--as-of", "2025-07-01")
    assert result.status == 0
    said = [line for line in result.out.splitlines() if line.startswith("2024-12-04-log: ")]
    assert said == [
        "2024-12-04-log: the column “Moonphase” of a log is not known and was not read: say what it holds in extract/vocab/logs.yml.",
        "2024-12-04-log: the status “Wibbling” of a log is not known and comes to no state: give it one in extract/vocab/actions.yml.",
    ]
    assert [r["text"] for r in rows(series)] == [r["text"] for r in before]


@pytest.mark.parametrize("day", ["2018-06-01", "2026-01-01"])
def test_the_projects_own_papers_hold_no_answer(day: str, tmp_path: Path) -> None:
    (tmp_path / "corpus").symlink_to(ROOT / "corpus")
    as_of = datetime.date.fromisoformat(day)
    found = study(Project(tmp_path), Settings(as_of=as_of), Reporter(quiet=True), keep=False).governance
    assert len(found.actions) == len(found.standings) >= 13
    assert {s.state for s in found.standings.values()} == {"no_answer_found_in_papers_read"} and found.responses == []
    late = [a for a in found.actions if found.standings[a.id].overdue(as_of)]
    assert len(late) == 5
    assert all(a.paper_id in found.standings[a.id].why for a in late)
    assert all(str(found.standings[a.id].due_date).startswith(("2017", "2018")) for a in late)
