"""The clerk's hand: answers, closings and rejected matches in corrections.yml, by command and by hand."""

import datetime
import json

import pytest

from extract.corrections import AnswerSaid, ClerkEntry, CloseSaid, Corrections, RejectMatch
from extract.evidence import check_records
from extract.reading import read_paper
from extract.records import Action, Reading
from graph.following import Standing
from graph.governance import Governance
from matters.entry_file import appended
from tests.project import TinyProject
from tests.series import COUNCIL, governance, readings, sources

WHEN = datetime.date(2025, 6, 2)


def stand(*entries: ClerkEntry) -> Governance:
    return governance(entries=entries)


def action(found: Governance, words: str) -> Action:
    return next(a for a in found.actions if words in a.text)


def standing(found: Governance, words: str) -> Standing:
    return found.standings[action(found, words).id]


def clerk_findings(found: Governance) -> list[str]:
    return [f.message for f in found.findings if f.check == "clerk"]


@pytest.fixture(scope="module")
def plain() -> Governance:
    return stand()


def answer(action_id: str, **values: str) -> AnswerSaid:
    given = {"text": "The list is on the website.", "date": "2024-10-01", **values}
    return AnswerSaid(action=action_id, who="Clerk", when=WHEN, **given)  # type: ignore[arg-type]


def test_an_answer_of_the_clerk_is_recorded_and_names_who(plain: Governance) -> None:
    asked = action(plain, "waiting list for the allotments")
    found = stand(answer(asked.id, document="https://brackwater.example/list"))
    now = standing(found, "waiting list for the allotments")
    assert (now.state, now.basis, now.why) == (
        "answer_found",
        "recorded",
        "Clerk recorded it: The list is on the website.",
    )
    response = next(r for r in found.responses if r.action_id == asked.id)
    assert (response.channel, response.recorded_by, response.recorded_on) == ("clerk", "Clerk", "2025-06-02")
    assert response.document == "https://brackwater.example/list" and response.evidence == []
    check_records(found.responses, {r.paper.id: r.layout for r in found.readings})
    assert clerk_findings(found) == []


def test_taking_the_entry_out_restores_the_state_before(plain: Governance) -> None:
    before = standing(plain, "survey the culvert")
    closed = stand(CloseSaid(action=before.action_id, date="2025-01-10", who="Clerk", when=WHEN))
    assert standing(closed, "survey the culvert").state == "closed"
    assert standing(stand(), "survey the culvert") == before


def test_a_rejected_match_is_gone_and_the_rest_stands(plain: Governance) -> None:
    wrong = standing(plain, "write to Brackwater Buses")
    response = wrong.steps[1].response_id
    assert response is not None
    found = stand(RejectMatch(action=wrong.action_id, response=response, who="Clerk", when=WHEN))
    assert standing(found, "write to Brackwater Buses").state == "no_answer_found_in_papers_read"
    assert clerk_findings(found) == []
    others = {a.id: found.standings[a.id].state for a in found.actions if a.id != wrong.action_id}
    assert others == {i: s.state for i, s in plain.standings.items() if i != wrong.action_id}


def test_a_rejected_line_of_a_log_is_an_action_of_its_own(plain: Governance) -> None:
    merged = standing(plain, "winter ferry timetable")
    response = merged.steps[1].response_id
    assert response is not None
    found = stand(RejectMatch(action=merged.action_id, response=response, who="Clerk", when=WHEN))
    both = [found.standings[a.id].state for a in found.actions if "winter ferry timetable" in a.text]
    assert both == ["no_answer_found_in_papers_read", "closed"]


def test_an_entry_finds_its_action_by_its_words_where_the_id_is_gone(plain: Governance) -> None:
    asked = action(plain, "waiting list for the allotments")
    entry = answer("act-gone", action_text=asked.text, minute_number="12", paper="2024-06-12-minutes")
    found = stand(entry)
    assert standing(found, "waiting list for the allotments").state == "answer_found"
    longer = answer(
        "act-gone", action_text=f"The Head of Parks, {asked.text}", minute_number="12", paper="2024-06-12-minutes"
    )
    assert standing(stand(longer), "waiting list for the allotments").state == "answer_found"


def test_an_entry_that_fits_nothing_is_reported_and_the_build_goes_on(plain: Governance) -> None:
    found = stand(answer("act-gone", action_text="Count the ducks on the lake", paper="2024-06-12-minutes"))
    assert clerk_findings(found) == [
        "corpus/corrections.yml: the answer of act-gone by Clerk on 2025-06-02 fits no action that was read: "
        "mend its id, or take the entry out."
    ]
    assert {i: s.state for i, s in found.standings.items()} == {i: s.state for i, s in plain.standings.items()}


def test_an_answer_before_its_action_is_reported_and_counts_for_nothing(plain: Governance) -> None:
    asked = action(plain, "waiting list for the allotments")
    found = stand(answer(asked.id, date="2024-05-31"))
    assert standing(found, "waiting list for the allotments").state == "no_answer_found_in_papers_read"
    (said,) = clerk_findings(found)
    assert "is dated 2024-05-31, before the action was raised on 2024-06-12: mend its date." in said


def test_contradictory_entries_are_reported_and_both_are_kept(plain: Governance) -> None:
    asked = action(plain, "market square")
    entries = [CloseSaid(action=asked.id, date=day, who="Clerk", when=WHEN) for day in ("2025-01-10", "2025-02-10")]
    found = stand(*entries)
    (said,) = clerk_findings(found)
    assert "close the action on different days, 2025-01-10 and 2025-02-10: take one of them out." in said
    assert [s.date for s in standing(found, "market square").steps if s.channel == "clerk"] == [
        "2025-01-10",
        "2025-02-10",
    ]


def test_an_answer_of_a_later_day_does_not_count_yet(plain: Governance) -> None:
    asked = action(plain, "flood signs")
    assert standing(stand(answer(asked.id, date="2025-07-02")), "flood signs").state == "no_answer_found_in_papers_read"


def test_an_answer_survives_other_bytes_and_moved_words(plain: Governance) -> None:
    asked = action(plain, "waiting list for the allotments")
    moved = [
        r if r.paper.id != asked.paper_id else moved_reading()
        for r in readings()
    ]  # fmt: skip
    found = governance(moved, entries=[answer(asked.id)])
    again = action(found, "waiting list for the allotments")
    assert again.quotes("text")[0].start != asked.quotes("text")[0].start
    assert found.standings[again.id].state == "answer_found" and again.id == asked.id


def moved_reading() -> Reading:
    text = sources()["2024-06-12-minutes"].replace(
        "The Committee considered", "After a short break the Committee considered"
    )
    return read_paper(text.encode(), name="m.md", paper_id="2024-06-12-minutes", council=COUNCIL.id)


# -- the commands ------------------------------------------------------------------------------------------------------


@pytest.fixture
def built(project: TinyProject) -> tuple[TinyProject, str]:
    result = project.run("build", "--as-of", "2024-12-01", "-q")
    assert result.status == 0, result.err
    rows = [json.loads(line) for line in (project.root / "build/graph/actions.jsonl").read_text().splitlines()]
    return project, next(row["id"] for row in rows if "winter timetable" in row["text"])


def corrections(project: TinyProject) -> bytes:
    return (project.corpus / "corrections.yml").read_bytes()


def state(project: TinyProject, action_id: str) -> dict[str, object]:
    lines = (project.root / "build/graph/standings.jsonl").read_text().splitlines()
    found: dict[str, object] = next(row for row in map(json.loads, lines) if row["action_id"] == action_id)
    return found


def test_answer_writes_one_entry_that_the_next_build_applies(built: tuple[TinyProject, str]) -> None:
    project, action_id = built
    before = state(project, action_id)
    args = ("answer", action_id, "--text", 'Sent: "all" of it – 5 May', "--date", "2024-05-05", "--who", "Clerk")
    result = project.run(*args, "--document", "https://example.org/t?x=1#a")
    assert (result.status, result.err) == (0, "")
    assert corrections(project).startswith(b"# nothing said\n- kind: answer\n")
    assert project.run("build", "--as-of", "2024-12-01", "-q").status == 0
    assert (state(project, action_id)["state"], state(project, action_id)["basis"]) == ("answer_found", "recorded")
    project.correct("# nothing said\n[]\n")
    assert project.run("build", "--as-of", "2024-12-01", "-q").status == 0
    assert state(project, action_id) == before


def test_what_stood_before_stays_byte_for_byte(built: tuple[TinyProject, str]) -> None:
    project, action_id = built
    written = (
        "# said\r\n-   kind: close\r\n    action: "
        + action_id
        + "\r\n    date: 2024-06-01   # by phone\r\n    who: Clerk\r\n    when: 2024-06-02"
    )
    (project.corpus / "corrections.yml").write_bytes(written.encode())
    result = project.run("answer", action_id, "--text", "Sent.", "--date", "2024-05", "--who", "Clerk")
    assert result.status == 0, result.err
    after = corrections(project)
    assert after.startswith(written.encode()) and after.count(b"\n") == after.count(b"\r\n")
    assert project.run("close", action_id, "--date", "2024-06-01", "--who", "Clerk").status == 1
    assert corrections(project) == after


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("answer", "act-nowhere", "--text", "x", "--date", "2024-05-05", "--who", "C"),
            "The last build has no action act-nowhere",
        ),
        (
            ("answer", "ACT", "--text", "x", "--date", "2024-03-01", "--who", "C"),
            "before the action was raised on 2024-03-04",
        ),
        (("reject-match", "ACT", "resp-1", "--who", "C"), "has no response resp-1 (it has none): mend the id."),
        (("close", "ACT", "--date", "2024-05-05", "--who", " "), "The who is not right"),
    ],
)
def test_a_mistake_is_one_sentence_and_changes_nothing(
    built: tuple[TinyProject, str], arguments: tuple[str, ...], said: str
) -> None:
    project, action_id = built
    before = corrections(project)
    result = project.run(*(action_id if a == "ACT" else a for a in arguments))
    assert (result.status, result.out) == (1, "") and said in result.err
    assert result.err.count("\n") == 1 and "Traceback" not in result.err
    assert corrections(project) == before


def test_a_withheld_name_and_an_address_are_masked_in_the_words_of_the_clerk(built: tuple[TinyProject, str]) -> None:
    project, action_id = built
    text = "Ida Quill sent it to ida@example.org"
    assert project.run("answer", action_id, "--text", text, "--date", "2024-05-05", "--who", "Clerk").status == 0
    file = project.corpus / "corrections.yml"
    withheld = "- {kind: withhold, name: Ida Quill, who: DPO, when: 2024-06-01, why: asked}\n"
    file.write_text(file.read_text(encoding="utf-8") + withheld, encoding="utf-8")
    assert project.run("build", "--as-of", "2024-12-01", "-q").status == 0
    shown = (project.root / "build/graph/responses.jsonl").read_text(encoding="utf-8")
    assert "Quill" not in shown and "ida@" not in shown and "sent it to" in shown


def test_an_edit_of_the_due_date_moves_the_standing(built: tuple[TinyProject, str]) -> None:
    project, action_id = built
    assert state(project, action_id)["due_date"] == "2024-04-30"
    project.correct(
        f"- {{kind: edit, record: {action_id}, field: due_date, value: '2025-01-31', who: Clerk, when: 2024-06-01, why: It was moved.}}\n"
    )
    assert project.run("build", "--as-of", "2024-12-01", "-q").status == 0
    assert state(project, action_id)["due_date"] == "2025-01-31"


def test_contradictory_answers_are_refused(built: tuple[TinyProject, str]) -> None:
    project, action_id = built
    base = ("answer", action_id, "--date", "2024-05-05", "--who", "Clerk", "--text")
    assert project.run(*base, "They said yes.", "--kind", "accepted").status == 0
    before = corrections(project)
    result = project.run(*base, "They said no.", "--kind", "rejected")
    assert result.status == 1 and "say of one day that it was accepted and that it was rejected" in result.err
    assert corrections(project) == before


def test_a_wrong_day_is_wrong_usage(built: tuple[TinyProject, str]) -> None:
    project, action_id = built
    result = project.run("close", action_id, "--date", "2024-13-05", "--who", "Clerk")
    assert result.status == 2 and "is no day" in result.err


def test_check_names_what_does_not_fit(built: tuple[TinyProject, str]) -> None:
    project, _ = built
    project.correct("- kind: close\n  action: act-gone\n  date: 2024-06-01\n  who: Clerk\n  when: 2024-06-02\n")
    result = project.run("check")
    assert (
        result.status == 1 and "the close of act-gone by Clerk on 2024-06-02 fits no action that was read" in result.err
    )
    assert project.run("build", "--as-of", "2024-12-01", "-q").status == 0


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("# a\n[]\n", "# a\n- kind: close\n"),
        ("", "- kind: close\n"),
        ("[]  # nothing yet\n", "# nothing yet\n- kind: close\n"),
        ("- kind: edit", "- kind: edit\n- kind: close\n"),
        ("  - kind: edit\n", "  - kind: edit\n  - kind: close\n    who: Clerk\n"),
    ],
)
def test_an_entry_goes_to_the_end(text: str, begins: str) -> None:
    assert appended(text, {"kind": "close", "who": "Clerk"}, name="c.yml").startswith(begins)


def test_entries_written_by_hand_are_read_as_those_of_the_command() -> None:
    entries = [
        {"kind": "answer", "action": "act-1", "text": "Yes.", "date": "2024-05", "who": "Clerk", "when": "2024-06-01"}
    ]
    (entry,) = Corrections.model_validate({"entries": entries}).of_actions()
    assert isinstance(entry, AnswerSaid) and entry.response_kind == "answered" and entry.why == "Recorded by the clerk."
