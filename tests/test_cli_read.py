"""`matters read`: any bytes give records or a sentence, and one bad paper never stops the others."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.records import TABLES
from matters.readings import Task, read_task
from tests.project import MINUTES, REPORT, TinyProject

TABLE_NAMES = ["decisions", "actions", "answers", "people", "memberships", "organisations", "programmes", "relations"]


def test_json_is_one_object_a_paper_on_a_line(project: TinyProject) -> None:
    result = project.run("read", "--json", str(project.paper("ferry")), str(project.paper("quay")))
    assert (result.status, result.err) == (0, "")
    lines = result.out.split("\n")
    assert len(lines) == 3 and lines[2] == ""
    ferry, quay = (json.loads(line) for line in lines[:2])
    assert list(ferry) == ["paper", *TABLE_NAMES, "unused"]
    assert (ferry["paper"]["id"], quay["paper"]["id"]) == ("ferry", "quay")
    assert [a["owner_raw"] for a in ferry["actions"]] == ["Ms Ida Quill"]
    assert [a["due_date"] for a in ferry["actions"]] == ["2024-04-30"]
    assert [d["kind"] for d in quay["decisions"]] == ["recommended"]


def test_json_has_the_fields_of_the_records(project: TinyProject) -> None:
    result = json.loads(project.run("read", "--json", str(project.paper("ferry"))).out)
    for table in TABLES:
        rows = [result["paper"]] if table.table == "papers" else result.get(table.table, [])
        for row in rows:
            assert list(row) == list(table.model_fields)


def test_line_breaks_inside_a_paper_do_not_break_the_json_line(project: TinyProject) -> None:
    project.paper("ferry").write_text(
        MINUTES.replace("winter timetable", "winter\u2028time\x85table"), encoding="utf-8"
    )
    result = project.run("read", "--json", str(project.paper("ferry")))
    assert len(result.out.splitlines()) == 1
    assert json.loads(result.out)["paper"]["id"] == "ferry"


def test_the_report_gives_each_record_with_its_words(project: TinyProject) -> None:
    result = project.run("read", str(project.paper("ferry")))
    assert result.status == 0
    assert "  date: 2024-03-04\n" in result.out
    assert "[owner: Ms Ida Quill; due: by 30 April 2024 (2024-04-30)]" in result.out
    assert "      “That the ferry timetable be approved.”" in result.out


def test_what_a_paper_does_not_state_is_said_to_be_so(project: TinyProject) -> None:
    path = project.root / "note.txt"
    path.write_text("The panel met. Nobody wrote down when.\n", encoding="utf-8")
    assert "  date: not stated\n" in project.run("read", str(path)).out


def test_a_council_is_named_on_every_record(project: TinyProject) -> None:
    result = json.loads(project.run("read", "--json", "--council", "aldermere", str(project.paper("ferry"))).out)
    assert {row["council"] for table in TABLE_NAMES for row in result[table]} == {"aldermere"}


def test_control_characters_of_a_paper_never_reach_the_terminal(project: TinyProject) -> None:
    project.paper("ferry").write_text(MINUTES.replace("ferry timetable", "ferry \x1b[31mtimetable"), encoding="utf-8")
    assert "\x1b" not in project.run("read", str(project.paper("ferry"))).out


BAD = {
    "missing": (None, "is missing: mend its name."),
    "empty": (b"", "is empty: put the text of the paper into it or take it out."),
    "blank": (b" \n\n ", "is empty: put the text of the paper into it or take it out."),
    "binary": (bytes(range(256)) * 8, ""),
    "image": (b"\x89PNG\r\n\x1a\n" + bytes(200), ""),
    "program": (b"\x7fELF" + bytes(200), ""),
    "markup only": (b"<!DOCTYPE html><html><head><script>x()</script></head><body></body></html>", ""),
}


@pytest.mark.parametrize(("data", "sentence"), BAD.values(), ids=BAD.keys())
def test_a_bad_paper_gets_one_sentence_and_stops_no_other(
    project: TinyProject, data: bytes | None, sentence: str
) -> None:
    bad = project.root / "bad.txt"
    if data is not None:
        bad.write_bytes(data)
    result = project.run("read", "--json", str(project.paper("ferry")), str(bad), str(project.paper("quay")))
    assert result.status == 1
    assert [json.loads(line)["paper"]["id"] for line in result.out.splitlines()] == ["ferry", "quay"]
    assert len(result.err.splitlines()) == 1
    assert "bad.txt" in result.err and sentence in result.err and "Traceback" not in result.err


def test_a_folder_is_no_paper(project: TinyProject) -> None:
    result = project.run("read", str(project.corpus))
    assert (result.status, result.out) == (1, "")
    assert result.err == f"{project.corpus} is a folder: name the papers in it.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_paper_in_another_encoding_is_read_right(project: TinyProject, encoding: str, ends: str) -> None:
    text = MINUTES.replace("winter timetable", "winter timetable (“Zoë’s list”, £40)").replace("\n", ends)
    project.paper("ferry").write_bytes(text.encode(encoding))
    result = json.loads(project.run("read", "--json", str(project.paper("ferry"))).out)
    assert [a["text"] for a in result["actions"]] == [
        "Ms Ida Quill to circulate the winter timetable (“Zoë’s list”, £40) by 30 April 2024."
    ]
    assert result["paper"]["date"] == "2024-03-04"


def test_any_name_of_a_file_will_do(project: TinyProject) -> None:
    path = project.root / "- Minutes – 4 März.txt"
    path.write_text(MINUTES, encoding="utf-8")
    result = project.run("read", "--json", str(path))
    assert result.status == 0 and json.loads(result.out)["paper"]["id"] == "minutes-4-m-rz"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda t: t.encode("utf-8", "surrogatepass"))))
def test_any_bytes_give_a_reading_or_a_sentence(data: bytes) -> None:
    outcome = read_task(Task("any", "any.txt", data))
    assert outcome.trace is None, outcome.trace
    assert outcome.reading is not None or (outcome.failure and "any.txt" in outcome.failure)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.sampled_from([*MINUTES.split(), *REPORT.split(), "\n", "<p>", "(a)", "1.", "|", "ACTION:", "\x00", "é"]),
        max_size=60,
    )
)
def test_any_shuffling_of_a_paper_gives_a_reading_or_a_sentence(words: list[str]) -> None:
    outcome = read_task(Task("any", "any.txt", " ".join(words).encode()))
    assert outcome.trace is None, outcome.trace
    for record in outcome.reading.records() if outcome.reading else ():
        for passage in record.evidence:
            assert outcome.reading is not None
            assert outcome.reading.layout.text[passage.start : passage.end] == passage.quote


def test_a_paper_is_read_from_any_folder(project: TinyProject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    project.root = tmp_path
    assert project.run("read", str(project.paper("ferry"))).status == 0


def test_a_log_and_an_answer_are_shown_with_what_they_say(project: TinyProject) -> None:
    text = (
        "# Harbour Scrutiny Committee\n\n## Minutes of the meeting held on 3 June 2024\n\n#### 2. Matters arising\n\n"
        "Minute 5 (4 March 2024): the Clerk reported that the timetable had been circulated.\n\n#### 3. Action log\n\n"
        "| Ref | Action | Lead | Status |\n|---|---|---|---|\n| H 24/01 | Mend the slipway | Ida Quill | Ongoing |\n"
    )
    project.paper("ferry").write_text(text, encoding="utf-8")
    out = project.run("read", str(project.paper("ferry"))).out
    assert (
        "answered, written circulated: Minute 5 (4 March 2024): the Clerk reported" in out
        and "[on: 5 2024-03-04]" in out
    )
    assert "action: Mend the slipway [owner: Ida Quill; due: not stated; log: H 24/01 Ongoing]" in out
