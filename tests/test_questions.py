"""Questions are data: one added in YAML is a page with its evidence and a CSV; a slip in one is a sentence with its line."""

import csv
import io
import json
from pathlib import Path

import pytest

from matters.corpus import load_corpus
from matters.questions import load_questions
from publish import write_site
from publish.answers import find
from publish.comparison import NOT_STATED, Asked, compare, table_of
from publish.questions import Question, phrases_of
from publish.view import Site
from tests.project import TinyProject
from tests.tiny import AS_OF, tiny

ROOT = Path(__file__).parent.parent
FERRIES = """- id: ferries
  title: Which boats are spoken of?
  asks: Sentences of decisions that name a ferry.
  select:
    - table: decisions
      words: ferr…
      show: [text, {date: Decided}, votes!]
- id: posts
  title: Who holds which post?
  asks: Roles at bodies.
  select: [{table: memberships, show: [person_name, role]}]
"""


def cells(data: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data)))


def question(**given: object) -> Question:
    return Question.model_validate({"id": "q", "title": "What is it?", "asks": "Anything."} | given)


@pytest.fixture
def published(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> TinyProject:
    """The project of two papers with the real site."""
    return TinyProject(tmp_path / "project", capsys, monkeypatch)


def test_a_question_added_in_yaml_appears_with_its_evidence_and_its_csv(published: TinyProject) -> None:
    project = published
    (project.corpus / "questions.yml").write_text(FERRIES, encoding="utf-8")
    built = project.run("build", "--as-of", "2025-01-01", "--site-url", "https://papers.example/")
    assert built.status == 0, built.err
    site = project.root / "site"
    page = (site / "compare" / "ferries" / "index.html").read_text(encoding="utf-8")
    assert "Which boats are spoken of?" in page and "Sentences of decisions that name a ferry." in page
    assert "the ferry timetable be approved" in page and "Minutes of the meeting held on 4 March 2024" in page
    assert "Quayside Repair Programme" not in page
    assert "Which boats are spoken of?" in (site / "compare" / "index.html").read_text(encoding="utf-8")
    (row,) = cells((site / "data" / "compare" / "ferries.csv").read_text(encoding="utf-8"))[:1]
    text = (site / "data" / "texts" / "ferry.txt").read_text(encoding="utf-8")
    assert row["council"] == "Aldermere Borough Council" and row["paper_id"] == "ferry"
    assert row["quote"] in text and "ferry timetable be approved" in row["quote"]
    start = text.index(row["quote"])
    assert row["address"] == f"https://papers.example/papers/ferry/#p-{start}-{start + len(row['quote'])}"
    assert f'id="p-{start}-{start + len(row["quote"])}"' in (site / "papers" / "ferry" / "index.html").read_text(encoding="utf-8")
    assert row["answer_decided"] == "4 March 2024" and row["answer_votes"] == ""
    files = {r["path"]: r for r in json.loads((site / "data" / "datapackage.json").read_text(encoding="utf-8"))["resources"]}
    assert [f["name"] for f in files["compare/ferries.csv"]["schema"]["fields"]] == list(row)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("- id: x\n  title: Why so?\n  asks: It.\n  show: 3\n  select: [{table: papers, show: title}]\n", 1, "unknown key 'show'"),
        ("- id: x\n  title: Why so?\n  asks: It.\n  select:\n    - table: papers\n      wher: {}\n      show: title\n", 6, "table, where, words"),
        ("- id: x\n  title: Why so?\n  asks: It.\n  select:\n    - table: boats\n      show: title\n", 5, "'papers', 'decisions'"),
        ("- id: x\n  title: Why so?\n  asks: It.\n  select:\n    - table: papers\n      show: tittle\n", 5, "no column 'tittle'"),
        ("- id: x\n  title: Why so?\n  asks: It.\n  select:\n    - table: papers\n      show: reports_to\n", 5, "no column 'reports_to'"),
        ("- id: x\n  title: Why so?\n  asks: It.\n  select:\n    - table: papers\n      where: {kin: minutes}\n      show: title\n", 5, "no field 'kin'"),
        ("- id: x\n  title: Why so?\n  asks: It.\n  select:\n    - table: papers\n      where: {kind: memo}\n      show: title\n", 5, "never 'memo'"),
        ("- id: x\n  title: Why so?\n  asks: It.\n  select:\n    - table: papers\n      words: '…'\n      show: title\n", 6, "without a letter"),
        ("- id: x\n  title: Why so?\n  asks: It.\n  select: []\n", 1, "select"),
        ("- id: X Y\n  title: Why so?\n  asks: It.\n  select: [{table: papers, show: title}]\n", 1, "id"),
        ("- id: x\n  title: Why so?\n  select: [{table: papers, show: title}]\n", 1, "lacks the key 'asks'"),
        ("- id: x\n  title: [Why\n", 3, "not YAML"),
        (FERRIES + FERRIES, 12, "two questions have the id 'ferries'"),
    ],
)  # fmt: skip
def test_a_slip_is_a_sentence_with_its_file_and_line(project: TinyProject, text: str, line: int, says: str) -> None:
    (project.corpus / "questions.yml").write_text(text, encoding="utf-8")
    result = project.run("check")
    assert result.status == 1 and "Traceback" not in result.err
    said = result.err.splitlines()[0]
    assert said.startswith(f"corpus/questions.yml, line {line}: ") and says in said and said.endswith("."), said


def test_a_corpus_without_questions_asks_none(project: TinyProject) -> None:
    assert load_questions(project.corpus) == ((), [])
    assert load_corpus(project.corpus).questions == ()


def test_the_questions_of_the_corpus_are_right() -> None:
    found, mistakes = load_questions(ROOT / "corpus")
    assert mistakes == [] and len(found) >= 11


def test_where_words_and_without_choose() -> None:
    site = Site(tiny(), AS_OF, "test")
    kinds = question(select=[{"table": "organisations", "where": {"classification": ["panel", "board"]}, "show": ["name"]}])
    assert [a.cells[0].words for a in find(site, kinds, "fenwick")] == ["Care Scrutiny Panel", "Fenwick Health and Care Board"]
    words = question(select=[{"table": "organisations", "words": "care", "without": ["health and…"], "show": ["name"]}])
    assert [a.cells[0].words for a in find(site, words, "fenwick")] == ["Care Scrutiny Panel"]
    assert find(site, kinds, "elsewhere") == []


def test_columns_are_relations_seen_from_either_end() -> None:
    site = Site(tiny(), AS_OF, "test")
    asked = question(select=[{"table": "organisations", "where": {"classification": ["panel", "board"]}, "show": ["name", "chairs_by!", "reports_to"]}])
    panel, board = find(site, asked, "fenwick")
    assert [(c.label, c.words) for c in panel.shown] == [("Is chaired by", "Ada Marsh")]
    assert [(c.label, c.words) for c in board.shown] == [("Is chaired by", None), ("Reports to", "Care Scrutiny Panel")]
    assert [e.quote for e in panel.shown[0].evidence] == ["Chair of"]


def test_a_joint_post_is_one_role_at_several_bodies() -> None:
    site = Site(tiny(), AS_OF, "test")
    asked = question(select=[{"table": "memberships", "at_several_bodies": True, "show": ["person_name", "role", "held_at"]}])
    (found,) = find(site, asked, "fenwick")
    assert [c.words for c in found.cells] == ["Tom Reed", "Joint Director", "Fenwick Borough Council; Fenwick Trust"]
    assert {e.quote for e in found.cells[2].evidence} == {"Fenwick Borough Council", "Fenwick Trust"}


def test_what_is_not_stated_has_a_row_that_says_so() -> None:
    site = Site(tiny(), AS_OF, "test")
    asked = question(select=[{"table": "relations", "where": {"type": "funds"}, "show": "said"}])
    (compared,) = compare(site, [asked]).asked
    (row,) = table_of(site, compared).rows
    assert row["answer_who_does_what_to_whom"] == NOT_STATED and row["quote"] is None
    assert row["papers_read"] == ["Winter services", "fenwick-later"] or row["papers_read"] == ["fenwick-later", "Winter services"]


def test_many_answers_are_folded_and_none_is_lost() -> None:
    site = Site(tiny(), AS_OF, "test")
    (compared,) = compare(site, [question(select=[{"table": "organisations", "show": "name"}])]).asked
    many = Asked(compared.question, {"fenwick": compared.answers["fenwick"] * 30})
    shown = [a for _, inside in many.groups("fenwick") for a in inside]
    folded = [a for _, inside in many.groups("fenwick", folded=True) for a in inside]
    assert len(shown) == 40 and shown + folded == many.answers["fenwick"]
    assert compared.groups("fenwick", folded=True) == []


def test_cells_that_a_spreadsheet_would_run_are_disarmed(tmp_path: Path) -> None:
    asked = question(select=[{"table": "people", "show": "name"}])
    write_site(tiny('=HYPERLINK("x")'), pages_dir=tmp_path, docs_dir=ROOT / "docs", as_of=AS_OF, corpus_version="t", questions=[asked])
    rows = cells((tmp_path / "data" / "compare" / "q.csv").read_text(encoding="utf-8"))
    assert {r["answer_name"] for r in rows} == {"'=HYPERLINK(\"x\")", "Tom Reed"}
    assert [r for r in rows for v in r.values() if v.startswith("=")] == []


def test_phrases_are_whole_words_unless_they_say_otherwise() -> None:
    assert phrases_of(("pooled budget…",)).search("two Pooled\nbudgets")
    assert not phrases_of(("care",)).search("carefully scared")
