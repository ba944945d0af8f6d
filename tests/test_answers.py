"""What papers tell of something earlier: what answers, what is only progress, and what is neither. All places and people are made up."""

import pytest

from extract.answer_words import is_follow_up, response_kind
from extract.reading import read_paper
from extract.records import Answer

HEAD = "# Fenwick Town Council\n\n## Parks Committee\n\n### Minutes of the meeting held on 5 March 2031\n\nPresent: Councillor Ada Marsh (Chair)\n\n"


def told(words: str, heading: str = "3. Matters arising") -> list[Answer]:
    text = f"{HEAD}#### {heading}\n\n{words}\n\n#### 4. Gates\n\nThe gates had been painted.\n"
    return read_paper(text.encode(), name="m.md", paper_id="m", council="fenwick").answers


def one(words: str, heading: str = "3. Matters arising") -> Answer:
    (answer,) = told(words, heading)
    return answer


@pytest.mark.parametrize(
    ("words", "quote"),
    [
        ("The Clerk reported that the letter had been sent.", "had been"),
        ("Mrs Teal confirmed that the swings were installed in February, and the work was completed.", "was completed"),
        ("The Chair had written to the school about the hedge.", "had written"),
        ("A reply had been received from the bus company.", "A reply had"),
        ("The figures were circulated on 9 January.", "were circulated"),
    ],
)
def test_what_is_told_as_done_answers(words: str, quote: str) -> None:
    answer = one(words)
    assert (answer.response_kind, answer.status) == ("answered", "response_received")
    assert answer.quotes("response_kind")[0].quote == quote and answer.text == words


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("No reply had been received from the bus company.", "awaiting_response"),
        ("The letter had been sent but a response was awaited.", "awaiting_response"),
        ("The swings had not been installed.", "in_progress"),
        ("The survey had been ordered and would be done in May.", "in_progress"),
        ("The plan is still outstanding.", "in_progress"),
        ("Councillor Marsh asked whether the letter had been sent.", "in_progress"),
        ("The letter should have been sent.", "in_progress"),
        ("Half of the benches have been mended.", "in_progress"),
        ("The Clerk had been asked to write to the school.", "in_progress"),
    ],
)
def test_what_is_begun_asked_or_awaited_is_progress(words: str, status: str) -> None:
    answer = one(words)
    assert (answer.response_kind, answer.status) == ("progress", status)


@pytest.mark.parametrize(
    "words",
    [
        "There were none.",
        "The Clerk will write to the school.",
        "Members thanked the volunteers.",
        "The next meeting is on 7 April 2031.",
    ],
)
def test_what_tells_nothing_of_something_earlier_is_no_answer(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize(
    ("words", "kind", "status"),
    [
        ("It was agreed to close the action.", "answered", "closed"),
        ("The bridge was no longer feasible, the land having been sold.", "no_longer_feasible", "no_longer_feasible"),
        ("The item had been deferred.", "progress", "deferred"),
        ("The review had been added to the work programme.", "progress", "moved_to_work_programme"),
        ("The action was proposed for closure.", "progress", "proposed_for_closure"),
    ],
)
def test_what_a_body_decides_about_a_line(words: str, kind: str, status: str) -> None:
    answer = one(words)
    assert (answer.response_kind, answer.status) == (kind, status)


def test_under_other_headings_only_what_cites_is_told() -> None:
    assert told("The letter had been sent.", "3. Playgrounds") == []
    answer = one("Further to minute 12 of 8 January 2031, the letter had been sent.", "3. Playgrounds")
    assert (answer.cites_minute, answer.cites_date, answer.channel) == ("12", "2031-01-08", "minuted")
    answer = one("Action P 31/04: the benches have been mended.", "3. Playgrounds")
    assert answer.cites_ref == "P 31/04"


def test_a_minute_without_a_day_is_of_the_minutes_that_the_item_names() -> None:
    answer = one("Minute 12: the letter had been sent.", "3. Matters arising from the minutes of 8 January 2031")
    assert (answer.cites_minute, answer.cites_date) == ("12", "2031-01-08")
    assert one("Minute 12: the letter had been sent.").cites_date is None


@pytest.mark.parametrize(
    "words", ["The talk had been of 20 minutes 5 March 2031 long.", "The KCP 2025-29 had been sent."]
)
def test_figures_that_are_no_minute_numbers_cite_nothing(words: str) -> None:
    assert told(words, "3. Playgrounds") == []


def test_the_channel_is_what_the_words_show() -> None:
    assert one("The figures had been circulated to members.").channel == "written_circulated"
    assert one("A letter from the school had been received.").channel == "letter"
    assert one("The Clerk reported that the letter had been sent.").channel == "matters_arising"
    assert one("The letter had been sent.", "2. Minutes of the last meeting").channel == "minuted"


def test_the_name_of_the_paper_is_no_item() -> None:
    text = "# Minutes of the meeting\n\nParks Committee, 5 March 2031\n\nThe gates had been painted.\n"
    assert read_paper(text.encode(), name="m.md", paper_id="m", council="fenwick").answers == []


LETTER = """Fenwick Hospital Trust

9 April 2031

Dear Councillor Marsh

{words}

Yours sincerely

Tom Reed, Chief Executive
"""


def letter(words: str) -> list[Answer]:
    return read_paper(LETTER.format(words=words).encode(), name="l.txt", paper_id="l", council="fenwick").answers


def test_a_letter_answers_what_it_cites() -> None:
    (answer,) = letter(
        "I write about minute 7 of the Parks Committee of 8 January 2031.\n\nOur clinics will open on Mondays, as the enclosed plan says."
    )
    assert (answer.channel, answer.cites_minute, answer.cites_date) == ("letter", "7", "2031-01-08")
    assert answer.response_kind == "answered" and answer.text.endswith("as the enclosed plan says.")
    assert "Yours sincerely" not in answer.text and answer.date == "2031-04-09"


def test_a_letter_that_puts_off_is_progress_and_one_that_cites_nothing_is_no_answer() -> None:
    (answer,) = letter("In answer to minute 7 of the Parks Committee of 8 January 2031: the plan is not yet ready.")
    assert (answer.response_kind, answer.status) == ("progress", "in_progress")
    assert letter("The enclosed plan is for your information.") == []


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("Matters arising", True),
        ("3. MATTERS ARISING FROM THE MINUTES", True),
        ("Minutes of the last meeting", True),
        ("Action log", True),
        ("Minutes of the Audit Panel", False),
        ("Minute book", False),
        ("Actions for residents", False),
    ],
)
def test_headings_of_earlier_business(heading: str, expected: bool) -> None:
    assert is_follow_up(heading) is expected


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Agreed, and partly done already", "accepted"),
        ("Partially agreed", "partly_accepted"),
        ("Agreed in principle", "in_principle"),
        ("Do not accept", "rejected"),
        ("Noted, though we agree", "noted"),
        ("Tuesday", None),
        ("Disagreement", None),
    ],
)
def test_the_words_nearest_the_beginning_say_the_kind(words: str, kind: str | None) -> None:
    found = response_kind(words, 0, len(words))
    assert (found and found[0]) == kind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Committee agreed to close actions 31/081 and 31/094.", [("31/081", "closed"), ("31/094", "closed")]),
        ("Actions PC 31/081, PC 31/094 and PC 31/095 had been completed.", [(f"PC 31/0{n}", "response_received") for n in (81, 94, 95)]),
        ("Actions 31/081 and 31/094 were still outstanding.", [("31/081", "in_progress"), ("31/094", "in_progress")]),
        ("Members looked through actions 31/081 and 31/094.", []),
    ],
)  # fmt: skip
def test_several_lines_of_a_log_are_told_of_in_one_sentence(words: str, expected: list[tuple[str, str]]) -> None:
    assert [(a.cites_ref, a.status) for a in told(words, "4. Action log")] == expected
    table = f"{HEAD}| Item | Discussion | Action |\n|---|---|---|\n| 31/04 | **Action log.** {words} It was a long evening. | |\n"
    found = read_paper(table.encode(), name="m.md", paper_id="m", council="fenwick").answers
    assert [(a.cites_ref, a.status) for a in found] == expected
