"""What a clerk takes away: logs in a body's own columns, the list for the next agenda, the calendar, and the feed of what changed."""

import csv
import datetime
import time
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import icalendar
import pytest
from docx import Document

from extract.records import Action
from graph.following.standing import Standing
from matters.changes import changes, keep
from matters.logs import load_log_styles
from publish import exports
from publish.changes import Change
from publish.exports import action_logs
from publish.log_styles import COLUMNS, USUAL, LogStyle
from publish.view import Site
from tests.project import TinyProject
from tests.series import AS_OF, governance
from tests.tiny import HOSTILE, tiny

BODY = "Environment Scrutiny Committee"
SUCCESSOR = "Communities Scrutiny Committee"
OWN = LogStyle(
    body=BODY.lower(),
    columns={
        "reference": "Number",
        "text": "Recommendation",
        "owner": "Lead Officer",
        "status": "Position",
        "closed": "Done on",
    },
    reference="SR ({year}) {number:02}",
)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of the series, one body of which keeps its log in a way of its own."""
    folder = tmp_path_factory.mktemp("data")
    exports.write(Site(governance(), AS_OF, "test", log_styles=[OWN]), folder)
    return folder


def table(path: Path) -> list[list[str]]:
    """The rows of the one table of a Word file, the head first."""
    (found,) = Document(str(path)).tables
    return [[cell.text for cell in row.cells] for row in found.rows]


def sheet(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_a_log_has_the_columns_heads_and_references_of_its_body(taken: Path) -> None:
    rows = table(taken / "logs" / ("brackwater-" + BODY.lower().replace(" ", "-") + ".docx"))
    assert rows[0] == ["Number", "Recommendation", "Lead Officer", "Position", "Done on"]
    assert sheet(taken / "logs" / ("brackwater-" + BODY.lower().replace(" ", "-") + ".csv")) == rows
    by_text = {row[1]: row for row in rows[1:]}
    ferry = next(row for text, row in by_text.items() if "winter ferry timetable" in text)
    assert ferry[3] == "Closed"
    made = [row[0] for row in rows[1:] if row[0].startswith("SR (")]
    assert made and len(set(made)) == len(made)
    assert all(number[:12] in ("SR (2024/25)", "SR (2023/24)", "SR (2025/26)") for number in made)


def test_the_log_of_a_successor_holds_what_was_carried_over_to_it(taken: Path) -> None:
    found = governance()
    carried = {a.text for a in found.actions if found.standings[a.id].carried_from}
    own = {a.text for a in found.actions if a.body == SUCCESSOR}
    assert any("lamps on the harbour steps" in text for text in carried)
    rows = table(taken / "logs" / ("brackwater-" + SUCCESSOR.lower().replace(" ", "-") + ".docx"))
    assert {row[rows[0].index("Action")] for row in rows[1:]} == own | carried


def test_a_body_of_no_style_has_the_usual_columns(taken: Path) -> None:
    rows = table(taken / "logs" / "all.docx")
    assert rows[0] == [COLUMNS[name] for name in USUAL]
    assert len(rows) == 1 + len(governance().actions)


def test_the_reference_that_a_log_prints_is_kept(taken: Path) -> None:
    printed = {a.log_ref for a in governance().actions if a.log_ref}
    assert printed <= {row[0] for row in sheet(taken / "logs" / "all.csv")}


def test_the_list_for_the_next_agenda_holds_what_is_open_the_overdue_first(taken: Path) -> None:
    found = governance()
    rows = table(taken / "logs" / "next-agenda.docx")
    assert rows[0] == ["Ref", "Action", "Lead", "Due", "Status"]
    assert {row[1] for row in rows[1:]} == {a.text for a in found.actions if not found.standings[a.id].settled}
    overdue = ["(overdue)" in row[4] for row in rows[1:]]
    assert any(overdue) and overdue == sorted(overdue, reverse=True)


def test_the_head_of_a_log_is_repeated_and_the_page_lies_on_its_side(taken: Path) -> None:
    document = Document(str(taken / "logs" / "all.docx"))
    assert document.tables[0].rows[0]._tr.xpath("./w:trPr/w:tblHeader")
    assert not document.tables[0].rows[1]._tr.xpath("./w:trPr/w:tblHeader")
    assert (document.sections[0].page_width or 0) > (document.sections[0].page_height or 0)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_log_holds_hostile_words_as_words(hostile: str, tmp_path: Path) -> None:
    exports.write(Site(tiny(hostile), AS_OF, "test"), tmp_path)
    for path in (tmp_path / "logs").iterdir():
        if path.suffix == ".csv":
            cells = [cell for row in sheet(path) for cell in row]
            assert [c for c in cells if c[:1] in ("=", "+", "-", "@", "\t", "\r")] == []
        else:
            assert zipfile.ZipFile(path).testzip() is None
            table(path)
    assert {p.parent for p in tmp_path.rglob("*") if p.is_file()} <= {tmp_path, tmp_path / "logs", tmp_path / "texts"}


def test_five_thousand_actions_are_written_for_word_in_seconds(tmp_path: Path) -> None:
    rows = [
        [f"2024/25.{number}", "Committee, 4 March 2024", "5", f"Mend lamp {number}", "", "", "", "Open"]
        for number in range(5_000)
    ]
    log = action_logs.Log("Action log", tuple(COLUMNS[name] for name in USUAL), rows)
    began = time.monotonic()
    action_logs.save_docx(log, tmp_path / "log.docx", as_of=AS_OF)
    assert time.monotonic() - began < 20
    assert len(Document(str(tmp_path / "log.docx")).tables[0].rows) == 5_001


def test_the_calendar_is_read_back_with_every_dated_action(taken: Path) -> None:
    data = (taken / "actions.ics").read_bytes()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert b"\n" not in data.replace(b"\r\n", b"")
    calendar = icalendar.Calendar.from_ical(data)
    assert (str(calendar["version"]), str(calendar["prodid"])) == ("2.0", "-//Matters Arising//actions//EN")
    events = list(calendar.walk("VEVENT"))
    assert len({str(e["uid"]) for e in events}) == len(events) == len([a for a in governance().actions if a.due_date])
    for event in events:
        assert {"DTSTAMP", "DTSTART", "UID", "SUMMARY"} <= set(event)
        assert event.errors == []


# What changed since the last build


def standing(action_id: str, state: str) -> Standing:
    found = next(iter(governance().standings.values()))
    return found.model_copy(update={"action_id": action_id, "state": state})


def build_on(folder: Path, day: str, states: dict[str, str]) -> list[tuple[str, str, str | None, str]]:
    """What a build on a day tells, where actions have these states."""
    standings = {name: standing(name, state) for name, state in states.items()}
    found = changes(folder, standings, datetime.date.fromisoformat(day))
    keep(folder, found)
    return [(c.date, c.action_id, c.was, c.now) for c in found]


def test_a_build_tells_what_is_new_and_what_has_another_state(tmp_path: Path) -> None:
    first = build_on(tmp_path, "2024-03-04", {"act-a": "raised", "act-b": "raised"})
    assert first == [("2024-03-04", "act-a", None, "raised"), ("2024-03-04", "act-b", None, "raised")]
    second = build_on(tmp_path, "2024-06-12", {"act-a": "answer_found", "act-b": "raised", "act-c": "raised"})
    assert second[2:] == [("2024-06-12", "act-a", "raised", "answer_found"), ("2024-06-12", "act-c", None, "raised")]


def test_a_build_in_which_nothing_changed_says_what_the_last_one_said(tmp_path: Path) -> None:
    first = build_on(tmp_path, "2024-03-04", {"act-a": "raised"})
    written = (tmp_path / "changes.jsonl").read_bytes()
    assert build_on(tmp_path, "2024-06-12", {"act-a": "raised"}) == first
    assert (tmp_path / "changes.jsonl").read_bytes() == written


def test_what_earlier_builds_left_and_cannot_be_read_is_as_if_there_was_none(tmp_path: Path) -> None:
    (tmp_path / "changes.jsonl").write_text('{"date": "2024-01-01"}\nnonsense\n', encoding="utf-8")
    assert build_on(tmp_path, "2024-03-04", {"act-a": "raised"}) == [("2024-03-04", "act-a", None, "raised")]


def test_a_build_that_fails_forgets_nothing(project: TinyProject) -> None:
    assert project.run("build", "--as-of", "2024-06-30", "-q").status == 0
    kept = (project.root / "build" / "changes.jsonl").read_bytes()
    assert kept
    project.correct("- nonsense\n")
    assert project.run("build", "--as-of", "2024-07-30", "-q").status == 1
    assert (project.root / "build" / "changes.jsonl").read_bytes() == kept


def test_the_feed_tells_changes_before_papers_and_is_whole(tmp_path: Path) -> None:
    found = governance()
    action = next(a for a in found.actions if "winter ferry timetable" in a.text)
    told = [
        Change(date="2024-06-12", action_id=action.id, was=None, now="raised"),
        Change(date="2025-07-01", action_id=action.id, was="raised", now="closed"),
        Change(date="2025-07-01", action_id="act-gone", was="raised", now="closed"),
    ]
    exports.write(Site(found, AS_OF, "test", changes=told), tmp_path)
    feed = ElementTree.parse(tmp_path / "feed.xml").getroot()
    entries = feed.findall(f"{ATOM}entry")
    titles = [e.findtext(f"{ATOM}title") or "" for e in entries]
    assert titles[0].startswith("Action changed: ") and titles[0].endswith("→ Closed")
    assert titles[1].startswith("New action: ")
    assert not any(t.startswith(("Action changed", "New action")) for t in titles[2:])
    assert action.text in (entries[0].findtext(f"{ATOM}content") or "")
    for element in (feed, *entries):
        assert element.findtext(f"{ATOM}id") and element.findtext(f"{ATOM}title")
        datetime.datetime.fromisoformat((element.findtext(f"{ATOM}updated") or "").replace("Z", "+00:00"))
        assert element.findall(f"{ATOM}link")
    ids = [e.findtext(f"{ATOM}id") for e in entries]
    assert len(set(ids)) == len(ids)
    assert feed.findall(f"{ATOM}author/{ATOM}name")


# corpus/logs.yml


def test_a_style_of_the_corpus_is_read_and_used(project: TinyProject) -> None:
    style = "- body: Harbour Scrutiny Committee\n  columns: {text: What, owner: Who, reference: No}\n  reference: 'H{number:03}'\n"
    (project.corpus / "logs.yml").write_text(style, encoding="utf-8")
    assert project.run("build", "--as-of", "2024-06-30", "-q").status == 0
    path = project.root / "log.docx"
    assert project.run("actions", "--body", "harbour", "--docx", str(path)).out == f"{path} holds 1 action.\n"
    rows = table(path)
    assert rows[0] == ["What", "Who", "No"]
    assert rows[1][1:] == ["Ida Quill", "H001"]


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("- body: Harbour Board\n  columns: {txt: What}\n", "not txt"),
        ("- body: Harbour Board\n  columns: {}\n", "a column must be one of reference, origin"),
        ("- body: Harbour Board\n  reference: '{years} {number}'\n", "a reference is made of {year}, {number} and {minute} and of words"),
        ("- body: Harbour Board\n  reference: '{number:zz}'\n", "a reference is made of {year}, {number} and {minute} and of words"),
        ("- columns: {text: What}\n", "this log names no body: add the key 'body'."),
        ("- body: Harbour Board\n- body: Harbour Board\n", "the log of 'Harbour Board' stands twice: take one of them out."),
        ("- body: Harbour Board\n  colour: red\n", "colour"),
        ("body: Harbour Board\n", "list"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_style_is_one_sentence_with_its_line(project: TinyProject, style: str, said: str) -> None:
    (project.corpus / "logs.yml").write_text(style, encoding="utf-8")
    _, mistakes = load_log_styles(project.corpus)
    assert len(mistakes) == 1 and mistakes[0].startswith("corpus/logs.yml")
    assert said in mistakes[0]
    result = project.run("build", "-q")
    assert result.status == 1
    assert mistakes[0] in result.err and "Traceback" not in result.err


def test_the_style_of_a_body_that_raised_nothing_is_told(project: TinyProject) -> None:
    (project.corpus / "logs.yml").write_text("- body: Harbor Scrutiny\n", encoding="utf-8")
    result = project.run("build", "--as-of", "2024-06-30")
    assert result.status == 0
    assert (
        "corpus/logs.yml describes the log of 'Harbor Scrutiny', a body of which no action was found"
        in result.out + result.err
    )


def test_a_style_of_a_council_goes_before_that_of_any() -> None:
    anywhere, here = LogStyle(body=BODY), LogStyle(body=BODY, council="brackwater")
    assert action_logs.style_of([anywhere, here], "brackwater", BODY) is here
    assert action_logs.style_of([anywhere, here], "elsewhere", BODY) is anywhere
    assert action_logs.style_of([here], "elsewhere", BODY) == LogStyle()


def test_a_file_that_cannot_be_written_is_one_sentence(project: TinyProject) -> None:
    assert project.run("build", "--as-of", "2024-06-30", "-q").status == 0
    result = project.run("actions", "--docx", str(project.root / "nowhere" / "log.docx"))
    assert result.status == 1
    assert "nowhere" in result.err and len(result.err.strip().splitlines()) == 1


def test_references_count_through_the_municipal_year() -> None:
    first = next(iter(governance().actions))

    def raised(name: str, day: str | None, log_ref: str | None = None) -> Action:
        return first.model_copy(update={"id": name, "raised_on": day, "log_ref": log_ref})

    found = action_logs.references_of(
        [raised("a", "2024-04-30"), raised("b", "2024-05-01"), raised("c", "2024-06"), raised("d", None), raised("e", "2024-07-01", "S/9")], []
    )  # fmt: skip
    assert found == {"a": "2023/24.1", "b": "2024/25.1", "c": "2024/25.2", "d": "not dated.1", "e": "S/9"}
