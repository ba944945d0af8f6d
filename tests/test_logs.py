"""Action logs, trackers and tables of responses: what each line says, and what nobody knows. All places and people are made up."""

import pytest

from extract.logs import role_of
from extract.reading import read_paper
from extract.records import Action, Answer, Reading

HEAD = "Fenwick Town Council\n\nParks Committee\n\nAction log\n\n5 March 2031\n\n"


def read(text: str, name: str = "log.md") -> Reading:
    return read_paper(text.encode(), name=name, paper_id="log", council="fenwick")


def log(heads: str, *rows: str) -> Reading:
    lines = [f"| {heads} |", "|" + "---|" * (heads.count("|") + 1), *(f"| {row} |" for row in rows)]
    return read(HEAD + "\n".join(lines) + "\n")


def only(reading: Reading) -> Action:
    (action,) = reading.actions
    return action


def reported(reading: Reading) -> list[tuple[str, str]]:
    return [(u.what, u.quote or "") for u in reading.unused if "log" in u.what or "response" in u.what]


HEADS = "Ref | Source | Action | Lead | Due date | Status"


def test_a_line_gives_all_that_its_columns_say() -> None:
    action = only(
        log(
            "Action Ref | Meeting | Minute No. | Directorate | To whom | Recommendation | Lead Officer | Target date | Update | RAG status | Date completed | Status",
            "SR (30/31) 04 | Parks Committee, 8 January 2031 | 17 | Place | Cabinet | Open the north gate at weekends | Bryn Teal | 1 May 2031 | Hinges ordered. | Amber | | Ongoing",
        )
    )
    assert (action.log_ref, action.minute_number, action.raised_on) == ("SR (30/31) 04", "17", "2031-01-08")
    assert (action.origin_raw, action.area_raw, action.addressee_raw) == (
        "Parks Committee, 8 January 2031",
        "Place",
        "Cabinet",
    )
    assert (action.text, action.kind, action.owner_raw) == (
        "Open the north gate at weekends",
        "recommendation",
        "Bryn Teal",
    )
    assert (action.due_date, action.progress_raw, action.rag_raw) == ("2031-05-01", "Hinges ordered.", "Amber")
    assert (action.status_raw, action.status, action.closed_raw, action.in_log) == (
        "Ongoing",
        "in_progress",
        None,
        True,
    )
    for field in (
        "log_ref",
        "origin_raw",
        "area_raw",
        "addressee_raw",
        "progress_raw",
        "rag_raw",
        "status_raw",
        "raised_raw",
    ):
        assert action.quotes(field)[0].quote, field


@pytest.mark.parametrize(
    ("words", "status", "printed"),
    [
        ("Complete", "closed", "Complete"),
        ("COMPLETED.", "closed", "COMPLETED"),
        ("Closed – map sent on 2 March", "closed", "Closed"),
        ("Discharged", "closed", "Discharged"),
        ("O", "in_progress", "O"),
        ("Outstanding", "in_progress", "Outstanding"),
        ("Proposed for Closure", "proposed_for_closure", "Proposed for Closure"),
        ("No longer feasible: the mill is sold", "no_longer_feasible", "No longer feasible"),
        ("On hold", "paused", "On hold"),
        ("Moved to work programme", "moved_to_work_programme", "Moved to work programme"),
        ("Awaiting response", "awaiting_response", "Awaiting response"),
        ("Superseded", "superseded", "Superseded"),
    ],
)
def test_status_words_come_to_their_states(words: str, status: str, printed: str) -> None:
    action = only(log(HEADS, f"P 31/01 | 8 January 2031 | Mend the gate of the park | Bryn Teal | May 2031 | {words}"))
    assert (action.status, action.status_raw) == (status, printed)


@pytest.mark.parametrize("words", ["Wibbling", "Sort of done", "Completely stuck", "Opened", "75%"])
def test_an_unknown_status_word_is_reported_and_filed_under_nothing(words: str) -> None:
    reading = log(HEADS, f"P 31/01 | 8 January 2031 | Mend the gate of the park | Bryn Teal | May 2031 | {words}")
    assert (only(reading).status, only(reading).status_raw) == ("raised", None)
    assert ("a status word of a log", words) in reported(reading)


def test_a_long_status_is_an_account_of_progress_and_no_unknown_word() -> None:
    reading = log(
        HEADS,
        "P 31/01 | 8 January 2031 | Mend the gate of the park | Bryn Teal | May 2031 | Two firms have looked at the hinges",
    )
    assert only(reading).progress_raw == "Two firms have looked at the hinges"
    assert only(reading).status == "raised" and reported(reading) == []


def test_an_unknown_column_is_reported_and_the_others_are_read() -> None:
    reading = log("Ref | Action | Moonphase | Status", "P 31/01 | Mend the gate of the park | waxing | Open")
    assert (only(reading).text, only(reading).status) == ("Mend the gate of the park", "in_progress")
    assert reported(reading) == [("a column of a log", "Moonphase")]


def test_a_colour_is_kept_as_given_and_means_done_only_by_a_legend() -> None:
    plain = only(log("Ref | Action | Lead | RAG", "P 31/01 | Mend the gate of the park | Bryn Teal | Blue"))
    assert (plain.rag_raw, plain.status_raw, plain.status) == ("Blue", None, "raised")
    legend = read(
        HEAD
        + "Blue: complete. Red: late.\n\n| Ref | Action | Lead | BRAG |\n|---|---|---|---|\n| P 31/01 | Mend the gate of the park | Bryn Teal | Blue |\n| P 31/02 | Paint the gate of the park | Bryn Teal | Red |\n"
    )
    assert [(a.rag_raw, a.status) for a in legend.actions] == [("Blue", "closed"), ("Red", "raised")]


def test_a_colour_in_the_status_column_is_no_status_word() -> None:
    action = only(log(HEADS, "P 31/01 | 8 January 2031 | Mend the gate of the park | Bryn Teal | May 2031 | Green"))
    assert (action.rag_raw, action.status_raw) == ("Green", None)


def test_kinds_stand_in_a_column_of_their_own() -> None:
    reading = log(
        "Ref | Type | Request | Status",
        "1 | Information request | The number of trees felled in the park | Open",
        "2 | Suggestion for improvement | Plant a hedge by the school gate | Open",
        "3 | Daydream | Fly a kite from the church tower | Open",
    )
    assert [a.kind for a in reading.actions] == ["information_request", "recommendation", "action"]
    assert reported(reading) == [("a kind of action in a log", "Daydream")]


def test_the_layouts_of_trackers_are_read() -> None:
    scrutiny = log(
        "Reference | Origin | Date | Area | Recommendation | Exec Date | Lead Officer/EM | Action taken | Status",
        "SR (30/31) 01 | PC | 8 January 2031 | Place | Open the north gate at weekends | May 2031 | BT | Hinges ordered. | Paused",
    )
    action = only(scrutiny)
    assert (action.kind, action.owner_raw, action.due_date, action.status) == (
        "recommendation",
        "BT",
        "2031-05",
        "paused",
    )
    board = log(
        "Ref | Source | Action | Lead | Due date | Status | Proposed to open/close",
        "85.6 | Board, 8 January 2031, item 6 | Bring a paper on beds | DoP | May 2031 | The paper was read in March and liked | Proposed for Closure",
    )
    action = only(board)
    assert (action.log_ref, action.minute_number, action.raised_on) == ("85.6", "6", "2031-01-08")
    assert (action.status, action.progress_raw) == ("proposed_for_closure", "The paper was read in March and liked")
    followed = log(
        "Meeting | Item | Action/Progress | Outcome", "8 January 2031 | 12 | Mend the gate of the park | Closed"
    )
    action = only(followed)
    assert (action.text, action.minute_number, action.status) == ("Mend the gate of the park", "12", "closed")
    city = log(
        "Action title | Officer responsible | Progress update | To be completed/progressed by",
        "Count the trees of the park | Head of Parks | Completed. The list is on the website. | May 2031",
    )
    action = only(city)
    assert (action.owner_raw, action.status, action.status_raw, action.due_date) == (
        "Head of Parks",
        "closed",
        "Completed",
        "2031-05",
    )
    for reading in (scrutiny, board, followed, city):
        assert reported(reading) == []


def test_a_blank_owner_stays_blank() -> None:
    reading = log(HEADS, "P 31/01 | 8 January 2031 | Mend the gate of the park | TBC | May 2031 | Open")
    assert only(reading).owner_raw is None


def test_an_owner_beside_an_initial_is_that_of_the_cell() -> None:
    assert only(log(HEADS, "P 31/01 | 8 January 2031 | Mend the gate | DoP | | Open")).owner_raw == "DoP"


def test_tables_that_follow_nothing_are_no_logs() -> None:
    reading = log("Action | Owner | Due", "Order two swings for the park | Priya Nair | August 2031")
    assert [(a.in_log, a.log_ref) for a in reading.actions] == [(False, None)]
    reading = log("Name | Role | Status", "Priya Nair | Clerk to the committee | Present")
    assert reading.actions == []


def test_heads_that_are_printed_again_are_no_line() -> None:
    reading = log(
        HEADS,
        "P 31/01 | 8 January 2031 | Mend the gate | DoP | | Open",
        "Ref | Source | Action | Lead | Due date | Status",
        "P 31/02 | 8 January 2031 | Oil the gate | DoP | | Closed",
    )
    assert [a.log_ref for a in reading.actions] == ["P 31/01", "P 31/02"]


def test_tables_of_plain_text_and_html_are_read_alike() -> None:
    cells = [
        HEADS.split(" | "),
        ["P 31/01", "8 January 2031", "Mend the gate of the park", "Bryn Teal", "May 2031", "Closed"],
    ]
    plain = read(HEAD + "\n".join("\t".join(row) for row in cells) + "\n", "log.txt")
    table = "".join(
        "<tr>" + "".join(f"<{'th' if n == 0 else 'td'}>{c}</{'th' if n == 0 else 'td'}>" for c in row) + "</tr>"
        for n, row in enumerate(cells)
    )
    page = read(
        f"<html><body><h1>Parks Committee</h1><h2>Action log</h2><p>5 March 2031</p><table>{table}</table></body></html>",
        "log.html",
    )
    seen = [
        (a.log_ref, a.text, a.owner_raw, a.due_date, a.status, a.raised_on) for r in (plain, page) for a in r.actions
    ]
    assert seen == [("P 31/01", "Mend the gate of the park", "Bryn Teal", "2031-05", "closed", "2031-01-08")] * 2


def test_a_cell_that_says_deferred_is_no_decision() -> None:
    assert log(HEADS, "P 31/01 | 8 January 2031 | Mend the gate | DoP | | Deferred").decisions == []


# -- responses ---------------------------------------------------------------------------------------------------------


def answers(heads: str, *rows: str, before: str = "") -> list[Answer]:
    lines = [f"| {heads} |", "|" + "---|" * (heads.count("|") + 1), *(f"| {row} |" for row in rows)]
    return read("Cabinet\n\n5 March 2031\n\n" + before + "\n".join(lines) + "\n").answers


@pytest.mark.parametrize(
    ("words", "kind", "status"),
    [
        ("Accepted", "accepted", "response_received"),
        ("Agreed in full", "accepted", "response_received"),
        ("Partly accepted", "partly_accepted", "response_received"),
        ("Accepted in part", "partly_accepted", "response_received"),
        ("Accepted in principle", "in_principle", "response_received"),
        ("Not accepted", "rejected", "not_accepted"),
        ("The Cabinet does not accept this recommendation", "rejected", "not_accepted"),
        ("Rejected", "rejected", "not_accepted"),
        ("Noted", "noted", "response_received"),
        ("No longer feasible", "no_longer_feasible", "no_longer_feasible"),
    ],
)
def test_responses_come_to_their_kinds(words: str, kind: str, status: str) -> None:
    (answer,) = answers(
        "No. | Recommendation | Cabinet response | Reasons", f"1 | Open the north gate | {words} | The money is there."
    )
    assert (answer.response_kind, answer.status, answer.about_raw) == (kind, status, "Open the north gate")
    assert answer.text == f"{words} The money is there." and answer.quotes("response_kind")[0].quote in words


def test_a_response_in_unknown_words_is_reported() -> None:
    text = "Cabinet\n\n5 March 2031\n\n| No. | Recommendation | Cabinet response |\n|---|---|---|\n| 1 | Open the north gate | Hmm |\n"
    reading = read(text)
    assert reading.answers == [] and reported(reading) == [("a response", "Hmm")]


def test_the_meeting_of_the_recommendations_is_that_which_the_paper_names() -> None:
    said = "The Parks Committee made one recommendation on 8 January 2031.\n\n"
    (answer,) = answers("No. | Recommendation | Cabinet response", "1 | Open the north gate | Accepted", before=said)
    assert answer.cites_date == "2031-01-08"
    two = "The Parks Committee made recommendations on 8 January 2031 and on 9 February 2031.\n\n"
    (answer,) = answers("No. | Recommendation | Cabinet response", "1 | Open the north gate | Accepted", before=two)
    assert answer.cites_date is None


def test_numbered_recommendations_are_answered_in_running_text() -> None:
    text = (
        "Cabinet\n\n5 March 2031\n\nReport of the Leader\n\nResponse to scrutiny\n\n"
        "Recommendation 1: That the north gate be opened at weekends.\n\nResponse: Accepted in principle. Money must be found first.\n\n"
        "Recommendation 2: That the lake be drained.\n\nResponse: Rejected. The ducks need it.\n\n"
        "Recommendation 3: That the ducks be counted.\n\nThe ducks are many.\n"
    )
    found = read(text, "r.txt").answers
    assert [(a.cites_ref, a.response_kind, a.about_raw) for a in found] == [
        ("Recommendation 1", "in_principle", "That the north gate be opened at weekends."),
        ("Recommendation 2", "rejected", "That the lake be drained."),
    ]
    assert found[1].text == "Rejected. The ducks need it."


@pytest.mark.parametrize(
    ("account", "status", "shown"),
    [
        ("Response circulated to the Panel 2 April.", "response_received", "Response circulated"),
        ("E-mailed to members on 9 May.", "response_received", "E-mailed"),
        ("Reply received 18 July and sent round.", "response_received", "Reply received"),
        ("Letter sent 20 March; no reply received.", "awaiting_response", "no reply"),
        ("Work is ongoing with the trust.", "in_progress", "ongoing"),
        ("Put on hold until the review ends.", "paused", "on hold"),
        ("To be circulated with the next agenda.", "raised", None),
        ("Figures will be sent in June.", "raised", None),
        ("Officers are looking at this.", "raised", None),
    ],
)
def test_an_account_says_how_a_line_stands_where_no_column_does(account: str, status: str, shown: str | None) -> None:
    action = only(
        log(
            "Date of meeting | Agenda item | Action / Recommendation | Responsible officer | Response / progress | RAG",
            f"8 January 2031 | Gates | Mend the gate of the park | Bryn Teal | {account} | Amber",
        )
    )
    assert (action.status, action.status_raw) == (status, shown)
    assert (action.raised_on, action.owner_raw, action.progress_raw) == ("2031-01-08", "Bryn Teal", account)


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("Action / Recommendation", "text"),
        ("Response / progress", "progress"),
        ("Lead officer (initials)", "owner"),
        ("Update as at 6 June 2024", "progress"),
        ("Progress as of June 2024", "progress"),
        ("Status/RAG", "status"),
        ("Cost / Benefit", None),
        ("Lead time", None),
        ("Weather", None),
    ],
)
def test_a_head_of_two_names_or_with_a_day_is_known_by_its_names(head: str, role: str | None) -> None:
    assert role_of(head) == role


RUNNING = "# Fenwick Town Council\n\n## Parks Committee\n\n### Minutes of the meeting held on 5 March 2031\n\nPresent: Councillor Ada Marsh (Chair)\n\n"


def test_a_log_told_in_running_text_keeps_its_references() -> None:
    text = f"{RUNNING}#### 35. ACTION LOG\n\n31.14 – Gates. Bryn Teal reported that a plan would be brought to the May meeting.\n\n31.17 – Lake. The survey had been done and could be removed from the log.\n"
    reading = read(text, "m.md")
    assert [(a.log_ref, a.minute_number) for a in reading.actions] == [("31.14", "35.")]
    assert [(a.cites_ref, a.response_kind, a.status) for a in reading.answers] == [("31.17", "answered", "closed")]


def test_paragraphs_of_the_item_itself_are_no_references() -> None:
    text = f"{RUNNING}#### 35. ACTION LOG\n\n35.1 Bryn Teal reported that the gate had been mended.\n\n#### 36. Gates\n\n36.14 Bryn Teal undertook to bring a plan to the May meeting.\n"
    reading = read(text, "m.md")
    assert [a.cites_ref for a in reading.answers] == [None] and [a.log_ref for a in reading.actions] == [None]
