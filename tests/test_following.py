"""By what signs a later paper answers an action, and what looks like an answer and is none. All places and people are made up."""

import datetime
import random

import pytest

from extract.councils import Council, CouncilBody
from extract.reading import read_paper
from extract.records import Action, Answer, Evidence, Paper, Reading
from graph import build_governance
from graph.following import Standing, stand
from graph.following.recommended import find_addressee
from graph.following.signals import asked_title
from graph.following.words import minute_key, ref_key, same_minute, subject, task_key, title_key
from graph.governance import Governance
from graph.times import is_after, last_day

COUNCIL = Council(id="fenwick", name="Fenwick Town Council")
PARKS = "Parks Committee"


def minutes(date: str, *items: str, body: str = PARKS, council: str = "fenwick", who: str = "") -> Reading:
    """Minutes whose items are "12. Title: words", or words under the last title."""
    lines = [f"# {COUNCIL.name}", f"## {body}", f"### Minutes of the meeting held on {spelt(date)}"]
    lines.append(
        f"Present: Councillor Ada Marsh (Chair), Councillor Owen Vale\n\nIn attendance: {who or 'Bryn Teal (Head of Parks), Priya Nair (Clerk)'}"
    )
    for item in items:
        title, _, words = item.partition(": ") if item[:1].isdigit() else ("", "", item)
        lines += ([f"#### {title}"] if title else []) + ([words] if words else [])
    return paper(f"{council}-{body[:5].lower()}-{date}", "\n\n".join(lines), council)


def log(date: str, *rows: str, body: str = PARKS, council: str = "fenwick", title: str = "Action log") -> Reading:
    """A log of lines "ref | meeting | minute | action | lead | status"."""
    heads = "Ref | Meeting | Minute | Action | Lead | Status"
    table = "\n".join(f"| {row} |" for row in (heads, "---|---|---|---|---|---", *rows))
    name = f"{council}-{title[:3].lower()}-{body[:5].lower()}-{date}"
    return paper(name, f"# {COUNCIL.name}\n\n## {body}\n\n### {title}\n\n{spelt(date)}\n\n{table}\n", council)


def report(date: str, title: str, body: str = PARKS) -> Reading:
    text = f"# {COUNCIL.name}\n\n## {body}\n\n{spelt(date)}\n\nReport of the Head of Parks\n\n# {title}\n\n## Purpose of the report\n\nTo tell members how it stands.\n"
    return paper(f"report-{date}", text, "fenwick")


def paper(name: str, text: str, council: str) -> Reading:
    return read_paper(text.encode(), name=f"{name}.md", paper_id=name, council=council)


def spelt(date: str) -> str:
    day = datetime.date.fromisoformat(date)
    return f"{day.day} {day:%B %Y}"


def follow(*readings: Reading, councils: tuple[Council, ...] = (COUNCIL,)) -> Governance:
    return build_governance(readings, councils=councils, as_of=datetime.date(2032, 1, 1))


def state(found: Governance, words: str) -> str:
    return standing(found, words).state


def standing(found: Governance, words: str) -> Standing:
    matching = [a for a in found.actions if words in a.text]
    assert len(matching) == 1, [a.text for a in found.actions]
    return found.standings[matching[0].id]


def why(found: Governance, words: str) -> str | None:
    return standing(found, words).steps[-1].why


WRITE = "12. Hedge: ACTION: Priya Nair to write to the school about the beech hedge."
FIRST = minutes("2031-01-08", WRITE)
NOTHING = "no_answer_found_in_papers_read"


# -- references --------------------------------------------------------------------------------------------------------


def test_a_line_of_a_log_keeps_its_action_by_its_reference() -> None:
    later = log(
        "2031-03-05", "P 31/01 | 8 January 2031 | 12 | Write to the school about the beech hedge | Priya Nair | Open"
    )
    latest = log(
        "2031-05-07", "P 31/01 | 8 January 2031 | 12 | School to answer about the hedge | Priya Nair | Complete"
    )
    found = follow(FIRST, later, latest)
    assert state(found, "beech hedge") == "closed" and why(found, "beech hedge") == "the same reference"


def test_a_reference_with_other_words_is_only_possible() -> None:
    old = log("2031-03-05", "P 31/01 | 8 January 2031 | 3 | Count the swans on the lake | Bryn Teal | Open")
    new = log("2031-05-07", "P 31/01 | 2 April 2031 | 9 | Paint the bandstand | Bryn Teal | Complete")
    found = follow(old, new)
    assert state(found, "swans") == "answer_possible" and state(found, "bandstand") == "closed"
    assert len(found.actions) == 2


def test_the_references_of_another_council_or_body_are_not_its_own() -> None:
    own = log("2031-03-05", "P 31/01 | 8 January 2031 | 3 | Count the swans on the lake | Bryn Teal | Open")
    row = "P 31/01 | 8 January 2031 | 3 | Count the swans on the lake | Bryn Teal | Complete"
    other_council = log("2031-05-07", row, council="ashcombe")
    other_body = log("2031-05-07", row, body="Audit Panel")
    ashcombe = Council(id="ashcombe", name="Ashcombe Council")
    found = follow(own, other_council, other_body, councils=(COUNCIL, ashcombe))
    states = sorted((a.council or "", a.body or "", found.standings[a.id].state) for a in found.actions)
    assert states == [
        ("ashcombe", PARKS, "closed"),
        ("fenwick", "Audit Panel", "closed"),
        ("fenwick", PARKS, "in_progress"),
    ]


def test_plain_numbers_are_no_references() -> None:
    old = log("2031-03-05", "1 | 8 January 2031 | 3 | Count the swans on the lake | Bryn Teal | Open")
    new = log("2031-05-07", "1 | 2 April 2031 | 9 | Paint the bandstand by the lake | Bryn Teal | Complete")
    found = follow(old, new)
    assert state(found, "bandstand") == "closed" and state(found, "swans") == "answer_possible"
    assert "gone" in standing(found, "swans").why


# -- minutes cited -----------------------------------------------------------------------------------------------------


def test_the_minute_and_the_day_cited_answer() -> None:
    later = minutes(
        "2031-03-05",
        "20. Matters arising: Minute 12 (8 January 2031): the Clerk reported that the school had cut the hedge and the letter had been sent.",
    )
    assert state(follow(FIRST, later), "beech hedge") == "answer_found"


@pytest.mark.parametrize(
    "words",
    [
        "Minute 12 (9 October 2030): the letter about the hedge had been sent to the school.",
        "Minute 11 (8 January 2031): the letter about the hedge had been sent to the school.",
        "Minute 12 (8 January 2031): the letter about the hedge had not been sent to the school.",
        "Minute 12 (8 January 2031): Councillor Vale asked whether the letter about the hedge had been sent.",
        "Minute 12 (8 January 2031): the lake had been stocked with carp.",
        "The lake had been stocked with carp.",
    ],
)
def test_what_cites_another_minute_or_tells_of_nothing_done_does_not_answer(words: str) -> None:
    found = follow(FIRST, minutes("2031-03-05", f"20. Matters arising: {words}"))
    assert not standing(found, "beech hedge").settled


def test_an_earlier_paper_and_one_of_the_same_day_answer_nothing() -> None:
    words = "20. Matters arising: Minute 12 (8 January 2031): the letter about the beech hedge had been sent."
    early = minutes("2030-11-06", words)
    same_day = minutes("2031-01-08", words, body="Audit Panel")
    assert state(follow(FIRST, early, same_day), "beech hedge") == NOTHING


def test_what_two_papers_of_one_meeting_tell_is_told_once() -> None:
    words = "20. Matters arising: Minute 12 (8 January 2031): the letter about the beech hedge had been sent."
    once = minutes("2031-03-05", words)
    text = once.layout.text
    twice = paper(
        "copy",
        f"# {COUNCIL.name}\n\n## {PARKS}\n\n### Minutes of the meeting held on 5 March 2031\n\nPresent: Councillor Ada Marsh (Chair)\n\n#### 20. Matters arising\n\nMinute 12 (8 January 2031): the letter about the beech hedge had been sent.\n",
        "fenwick",
    )
    assert text != twice.layout.text
    found = follow(FIRST, once, twice)
    assert len(found.responses) == 1 and state(found, "beech hedge") == "answer_found"


def test_an_action_of_no_known_day_is_answered_by_no_likeness() -> None:
    undated = paper(
        "undated",
        f"# {COUNCIL.name}\n\n## {PARKS}\n\n### Minutes\n\nPresent: Councillor Ada Marsh (Chair)\n\n#### 12. Lake\n\nMembers requested a report on the depth of the boating lake.\n",
        "fenwick",
    )
    assert undated.paper.date is None and len(undated.actions) == 1
    assert state(follow(undated, report("2031-03-05", "Depth of the Boating Lake")), "boating lake") == NOTHING


TWO = minutes(
    "2031-01-08",
    "12. Benches: ACTION: Bryn Teal to mend the benches by the lake.",
    "ACTION: Bryn Teal to mend the benches by the church.",
)


def test_two_actions_of_one_minute_are_told_apart_by_their_own_words_or_not_at_all() -> None:
    one = minutes(
        "2031-03-05", "20. Matters arising: Minute 12 (8 January 2031): the benches by the church had been mended."
    )
    found = follow(TWO, one)
    assert (state(found, "by the church"), state(found, "by the lake")) == ("answer_found", NOTHING)
    both = minutes("2031-03-05", "20. Matters arising: Minute 12 (8 January 2031): benches had been mended.")
    found = follow(TWO, both)
    assert (state(found, "by the church"), state(found, "by the lake")) == ("answer_possible", "answer_possible")


def test_lines_with_near_identical_words_keep_to_their_own_action() -> None:
    later = log(
        "2031-03-05",
        "P 31/07 | 8 January 2031 | 12 | Mend the benches by the church | Bryn Teal | Open",
        "P 31/08 | 8 January 2031 | 12 | Mend the benches by the lake | Bryn Teal | Complete",
    )
    found = follow(TWO, later)
    assert (state(found, "by the church"), state(found, "by the lake")) == ("in_progress", "closed")
    assert len(found.actions) == 2


def test_a_number_without_a_day_is_of_the_last_meeting_and_needs_its_words() -> None:
    last = minutes(
        "2031-03-05",
        "20. Matters arising: Minute 12: the hedge at the school had been cut after a letter had been sent.",
    )
    assert state(follow(FIRST, last), "beech hedge") == "answer_found"
    between = minutes("2031-02-05", "16. Lake: ACTION: Bryn Teal to dredge the lake.")
    assert not standing(follow(FIRST, between, last), "beech hedge").settled


# -- owners ------------------------------------------------------------------------------------------------------------

REPAIR = minutes("2031-01-08", "12. Gate: Mr Bryn Teal undertook to repair the iron gate of the walled garden.")


def after(words: str, who: str = "") -> Reading:
    return minutes("2031-03-05", f"20. Matters arising: {words}", who=who)


def test_the_same_owner_telling_of_the_same_task_answers() -> None:
    found = follow(REPAIR, after("Mr Bryn Teal reported that the iron gate of the walled garden had been repaired."))
    assert state(found, "iron gate") == "answer_found"
    assert why(found, "iron gate") == "the same owner and the same subject"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Mr Bryn Teal reported that visitors had been pleased with the iron gate of the walled garden.",
            "answer_possible",
        ),
        ("Councillor Bryn Teal reported that the iron gate of the walled garden had been repaired.", NOTHING),
        ("Mr Bryn Teal reported that the gate had been repaired.", NOTHING),
        ("Mr Bryn Teal reported that the wooden gate of the lower meadow had been repaired.", NOTHING),
        ("Councillor Ada Marsh reported that the iron gate of the walled garden had been repaired.", "answer_possible"),
        ("The iron gate of the walled garden had been repaired.", "answer_possible"),
        ("Mr Bryn Teal reported that the iron gate of the walled garden had not been repaired.", "in_progress"),
    ],
)
def test_what_is_less_than_owner_subject_and_task_is_possible_at_most(words: str, expected: str) -> None:
    assert state(follow(REPAIR, after(words)), "iron gate") == expected


# -- papers that were asked for ------------------------------------------------------------------------------------------

ASKED = minutes(
    "2031-01-08", "12. Lake: Members requested a report on the depth of the boating lake at the next meeting."
)


def test_a_paper_with_the_title_asked_for_answers() -> None:
    assert state(follow(ASKED, report("2031-03-05", "Depth of the Boating Lake")), "boating lake") == "answer_found"
    assert (
        state(follow(ASKED, report("2031-03-05", "Report on the depth of the boating lake")), "boating lake")
        == "answer_found"
    )


@pytest.mark.parametrize(
    "title", ["The Boating Lake", "Depth of the Swimming Pool", "Depth of the boating lake and its fish"]
)
def test_another_title_does_not_answer(title: str) -> None:
    assert state(follow(ASKED, report("2031-03-05", title)), "boating lake") == NOTHING


def test_a_title_asked_for_twice_is_only_possible() -> None:
    again = minutes(
        "2031-02-05", "15. Lake: Members requested a report on the depth of the boating lake for the forum."
    )
    found = follow(ASKED, again, report("2031-03-05", "Depth of the Boating Lake"))
    assert {s.state for s in found.standings.values()} == {"answer_possible"}


# -- versions of a log -------------------------------------------------------------------------------------------------

LINE = "P 31/01 | 8 January 2031 | 12 | Write to the school about the beech hedge | Priya Nair | {}"
OTHER = "P 31/02 | 8 January 2031 | 13 | Count the swans on the lake | Bryn Teal | Open"


@pytest.mark.parametrize(
    ("last", "expected"),
    [
        ("Open", "answer_possible"),
        ("Complete", "closed"),
        ("Proposed for closure", "closed"),
        ("Superseded", "superseded"),
        ("", "answer_possible"),
    ],
)
def test_a_line_that_is_gone_is_never_answered_by_that(last: str, expected: str) -> None:
    found = follow(FIRST, log("2031-03-05", LINE.format(last), OTHER), log("2031-05-07", OTHER))
    assert state(found, "beech hedge") == expected
    assert standing(found, "beech hedge").basis == ("stated" if last in ("Complete", "Superseded") else "worked_out")


def test_a_line_that_comes_back_is_not_gone() -> None:
    versions = [
        log("2031-03-05", LINE.format("Open"), OTHER),
        log("2031-05-07", OTHER),
        log("2031-07-02", LINE.format("Open"), OTHER),
    ]
    assert state(follow(FIRST, *versions), "beech hedge") == "in_progress"


def test_a_line_is_not_gone_from_another_log() -> None:
    tracker = log("2031-05-07", OTHER, title="Recommendation tracker")
    assert state(follow(FIRST, log("2031-03-05", LINE.format("Open")), tracker), "beech hedge") == "in_progress"


def test_a_log_of_the_day_of_the_meeting_holds_its_actions() -> None:
    found = follow(FIRST, log("2031-01-08", LINE.format("Open")))
    assert len(found.actions) == 1 and state(found, "beech hedge") == "in_progress"


# -- bodies ------------------------------------------------------------------------------------------------------------


def test_a_body_that_took_its_place_carries_its_actions_on() -> None:
    bodies = [CouncilBody(name=PARKS, succeeded_by="Leisure Committee")]
    council = COUNCIL.model_copy(update={"bodies": bodies})
    new = log("2031-05-07", LINE.format("Open"), body="Leisure Committee")
    found = follow(FIRST, new, councils=(council,))
    now = standing(found, "beech hedge")
    assert (now.state, now.body, now.carried_from) == ("carried_to_successor_body", "Leisure Committee", PARKS)
    closed = log("2031-07-02", LINE.format("Complete"), body="Leisure Committee")
    assert state(follow(FIRST, new, closed, councils=(council,)), "beech hedge") == "closed"
    assert {found_state.state for found_state in follow(FIRST, new).standings.values()} == {NOTHING, "in_progress"}


def test_a_body_under_its_old_name_is_the_same_body() -> None:
    council = COUNCIL.model_copy(update={"bodies": [CouncilBody(name="Leisure Committee", other_names=[PARKS])]})
    new = log("2031-05-07", LINE.format("Complete"), body="Leisure Committee")
    assert state(follow(FIRST, new, councils=(council,)), "beech hedge") == "closed"


def test_the_body_above_can_answer() -> None:
    council = COUNCIL.model_copy(update={"bodies": [CouncilBody(name=PARKS, parent="Policy Committee")]})
    words = "20. Matters arising: Minute 12 (8 January 2031): the letter about the beech hedge had been sent."
    above = minutes("2031-03-05", words, body="Policy Committee")
    assert state(follow(FIRST, above, councils=(council,)), "beech hedge") == "answer_found"
    assert state(follow(FIRST, above), "beech hedge") == NOTHING


def test_a_letter_without_a_day_answers_what_it_cites_and_nothing_by_likeness() -> None:
    ask = minutes("2031-01-08", "12. Clinics: ACTION: Priya Nair to ask the hospital for its plan for evening clinics.")
    cited = paper(
        "letter",
        "Dear Councillor Marsh\n\nIn answer to minute 12 of 8 January 2031, our plan for evening clinics is enclosed.\n\nYours sincerely\n",
        "fenwick",
    )
    alike = paper(
        "letter",
        "Dear Councillor Marsh\n\nIn answer to minute 44 of 2 April 2031, our plan for evening clinics is enclosed.\n\nYours sincerely\n",
        "fenwick",
    )
    assert state(follow(ask, cited), "evening clinics") == "answer_found"
    assert state(follow(ask, alike), "evening clinics") == NOTHING


# -- recommendations ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("That Cabinet be recommended to open the gate", "Cabinet"),
        ("That the Executive is recommended to open the gate", "Executive"),
        ("To recommend to the Cabinet that the gate be opened", "Cabinet"),
        ("That the Cabinet Member for Parks be recommended to open the gate", "Cabinet Member for Parks"),
        ("RECOMMENDED to Full Council that the gate be opened", "Full Council"),
        ("That the gate be opened", None),
        ("That the Cabinet report be noted", None),
        ("That the Panel's recommendation be accepted", None),
    ],
)
def test_a_recommendation_names_to_whom(text: str, body: str | None) -> None:
    found = find_addressee(text)
    assert (found and found["to"]) == body


@pytest.mark.parametrize(
    ("words", "due", "period"),
    [
        (
            "That Cabinet be recommended to open the north gate.",
            "2031-03-08",
            "two months (Local Government Act 2000, section 9FE)",
        ),
        (
            "That Cabinet be recommended to open the north gate and asked to respond within six weeks.",
            "2031-02-19",
            "six weeks, as the paper states",
        ),
        (
            "That Fenwick Hospital Trust be recommended to open a clinic and to reply within 28 days.",
            "2031-02-05",
            "28 days, as the paper states",
        ),
        ("That Fenwick Hospital Trust be recommended to open a clinic.", None, None),
    ],
)
def test_an_answer_is_due_in_the_period_stated_or_that_of_the_law(
    words: str, due: str | None, period: str | None
) -> None:
    found = follow(minutes("2031-01-08", f"12. Gates: RESOLVED: {words}"))
    (action,) = found.actions
    assert action.kind == "recommendation" and action.decision_id == found.decisions[0].id
    assert (found.standings[action.id].response_due, found.standings[action.id].response_period) == (due, period)


# -- words -------------------------------------------------------------------------------------------------------------


def test_references_and_numbers_as_keys() -> None:
    assert ref_key("SR (25/26) 01") == ref_key("SR 25/26 01") != ref_key("SR (25/26) 02")
    assert ref_key("BOD 60/17(h)") != ref_key("BOD 60/17(i)")
    assert ref_key("17.27") is not None and ref_key("7") is None and ref_key("No. 12") is None and ref_key(None) is None
    assert (
        minute_key("Minute 14.") == minute_key("14") == "14"
        and minute_key("6.2") == "6.2"
        and minute_key("none") is None
    )
    assert (
        same_minute("6", "6.2")
        and same_minute("14(b)", "14")
        and not same_minute("6", "62")
        and not same_minute("6.1", "6.2")
    )


def test_tasks_and_subjects() -> None:
    assert task_key("Priya Nair to write to the school.", "Priya Nair") == task_key("Write to the school", "Priya Nair")
    assert task_key("That the gate be opened") != task_key("That the gate be closed")
    assert subject("The Clerk reported that letters about the hedges had been sent") == subject("hedge")
    assert subject("to report back to the committee") == frozenset()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Members requested a report on the depth of the lake at the next meeting.", "depth of the lake"),
        ("A briefing on swans and geese to be brought to the Committee.", "swans and geese"),
        ("The Clerk to write to the school.", None),
        ("Members asked for a report on it.", None),
    ],
)
def test_the_title_that_is_asked_for(text: str, title: str | None) -> None:
    action = FIRST.actions[0].model_copy(update={"text": text})
    assert asked_title(action) == title


def test_titles_as_keys() -> None:
    assert title_key("Report on the Depth of the Lake") == title_key("Depth of the lake") != title_key("Lake")
    assert title_key("Update") is None and title_key(None) is None


def test_partial_dates() -> None:
    assert last_day("2031-05~") == datetime.date(2031, 5, 31) and last_day("2031-24") == datetime.date(2032, 2, 29)
    assert last_day("2031-05/2031-06") == datetime.date(2031, 6, 30) and last_day("2031") == datetime.date(2031, 12, 31)
    assert last_day(None) is None and last_day("soon") is None and last_day("2031-02-30") is None
    assert (
        is_after("2031-02", "2031-01-08") and not is_after("2031-01", "2031-01-08") and not is_after(None, "2031-01-08")
    )


# -- many at once --------------------------------------------------------------------------------------------------------

THINGS = [
    a + b
    for a in ("bal", "cor", "dun", "fen", "gar", "hol", "lam", "mor", "pel", "quin")
    for b in ("bury", "gate", "hill", "lock", "mere", "wick")
]


def passage(field: str, paper_id: str) -> Evidence:
    return Evidence(field=field, paper_id=paper_id, block=0, start=0, end=1, quote="x")


@pytest.mark.parametrize("seed", range(6))
def test_of_many_actions_only_those_cited_are_answered(seed: int) -> None:
    """Two bodies, twelve meetings, few subjects shared by many actions: an answer counts for the action that it cites and for no other."""
    dice = random.Random(seed)
    papers, actions, answers, cited = [], [], [], set()
    for body in ("Parks Committee", "Audit Panel"):
        raised: list[Action] = []
        for month in range(1, 13):
            day = f"2031-{month:02}-08"
            held = Paper(
                id=f"{body[:5]}-{month}", council="fenwick", title="Minutes", kind="minutes", body=body, date=day, date_raw=day, sha256="", format="text", words=1,
                evidence=[passage("date_raw", f"{body[:5]}-{month}")],
            )  # fmt: skip
            papers.append(held)
            for earlier in dice.sample(raised, min(3, len(raised))):
                told = f"The Clerk reported that the letter about {earlier.text[13:]} had been sent."
                answers.append(
                    Answer(
                        id=f"ans-{len(answers)}", council="fenwick", paper_id=held.id, text=told, channel="minuted", response_kind="answered",
                        cites_minute=earlier.minute_number, cites_date=earlier.raised_on, body=body, date=day,
                        evidence=[passage(f, held.id) for f in ("text", "channel", "response_kind")],
                    )
                )  # fmt: skip
                cited.add(earlier.id)
            for number in range(8):
                words = " ".join(dice.sample(THINGS[:12], 3))
                new = Action(
                    id=f"act-{body[:5]}-{month}-{number}", council="fenwick", paper_id=held.id, text=f"Clerk to write about {words}", kind="action",
                    owner_raw="Clerk", minute_number=str(number + 1), body=body, raised_on=day, raised_raw=day, evidence=[passage("text", held.id)],
                )  # fmt: skip
                actions.append(new)
                raised.append(new)
    found = stand(
        papers=papers, actions=actions, answers=answers, decisions=[], organisations=[], relations=[], councils=[COUNCIL], councils_of={}
    )  # fmt: skip
    assert {i for i, s in found.standings.items() if s.settled} == cited
    assert len(found.actions) == len(actions) == 192


# -- numbers with a code, tables of minutes, what was asked for, recommendations by number ---------------------------------

IN_A_TABLE = """| Item | Discussion | Action |
|---|---|---|
| QB/31/12 | **Hedge.** Bryn Teal told of complaints. PN to write to the school about the beech hedge. | PN |
| QB/31/13 | **Lake.** The lake was low. | |
"""


def test_the_minutes_of_a_health_body_in_a_table_are_followed_by_their_coded_numbers() -> None:
    first = paper(
        "qb-1",
        f"# {COUNCIL.name}\n\n## {PARKS}\n\n### Minutes of the meeting held on 8 January 2031\n\nPresent: Ada Marsh (AM), Chair; Priya Nair (PN), Clerk\n\n{IN_A_TABLE}",
        "fenwick",
    )
    told = paper("qb-2", f"# {COUNCIL.name}\n\n## {PARKS}\n\n### Minutes of the meeting held on 5 March 2031\n\n#### QB/31/20 Minutes of the last meeting and matters arising\n\n"
        "QB/31/12 Hedge – PN confirmed that the school had replied to the letter and the hedge had been cut. Action closed.\n", "fenwick")  # fmt: skip
    found = follow(first, told)
    assert [(a.minute_number, a.text, a.owner_raw) for a in found.actions] == [
        ("QB/31/12", "PN to write to the school about the beech hedge.", "PN")
    ]
    assert state(found, "beech hedge") == "closed"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("School hedge (31/12): the Clerk had written to the school about the beech hedge.", "answer_found"),
        ("School hedge (31/12): the Clerk had so far drafted the letter. To be carried forward.", "in_progress"),
        ("School lake (31/11): the Clerk had written to the school about the lake.", NOTHING),
        ("A letter of 31/12/30 had been received from the lake warden.", NOTHING),
    ],
)
def test_a_number_in_brackets_made_as_those_of_the_minutes_cites(words: str, expected: str) -> None:
    first = minutes("2031-01-08", "31/12 Hedge: ACTION: Priya Nair to write to the school about the beech hedge.")
    assert state(follow(first, minutes("2031-03-05", f"31/20 Matters arising: {words}")), "beech hedge") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The Head of Parks presented the report requested at the last meeting.", "answer_found"),
        ("The Committee received a report on moorings, as requested at its last meeting.", "answer_found"),
        ("The report requested at the last meeting was not available and was deferred.", NOTHING),
        ("A report on moorings had been requested at the last meeting.", NOTHING),
        ("The Committee received the report of the Head of Parks.", NOTHING),
        ("Minute 3 (8 January 2031): the letter about the hedge had been sent.", NOTHING),
    ],
)
def test_an_item_that_was_asked_for_answers_where_the_minutes_say_so(words: str, expected: str) -> None:
    first = minutes(
        "2031-01-08", "12. Lake: ACTION: Bryn Teal to bring a report on winter moorings to the next meeting."
    )
    assert state(follow(first, minutes("2031-03-05", f"20. Winter moorings: {words}")), "winter moorings") == expected


LIMBS = "RESOLVED to recommend to Cabinet:\n\n(1) that the north gate be opened at weekends;\n\n(2) that the lake be dredged."


def test_recommendations_are_answered_by_their_numbers() -> None:
    first = minutes("2031-01-08", f"12. Gates and water: {LIMBS}")
    said = (
        "58. Response to the Parks Committee: Cabinet considered the recommendations made by the Parks Committee on 8 January 2031.\n\nRESOLVED\n\n"
        "(a) that recommendation 1 be accepted in part: Saturdays only;\n\n(b) that recommendation 2 be rejected."
    )
    found = follow(first, minutes("2031-02-05", said, body="Cabinet"))
    assert {a.text[:20]: (a.kind, a.addressee_raw) for a in found.actions} == {
        "that the north gate ": ("recommendation", "Cabinet"),
        "that the lake be dre": ("recommendation", "Cabinet"),
    }
    assert (state(found, "north gate"), state(found, "dredged")) == ("response_received", "not_accepted")
    assert "in part" in standing(found, "north gate").evidence[0].quote


@pytest.mark.parametrize(
    "said",
    [
        "58. Response: Cabinet considered the recommendations made by the Parks Committee on 9 October 2030.\n\nRESOLVED that recommendation 1 be accepted.",
        "58. Response: Cabinet considered its own papers.\n\nRESOLVED that recommendation 1 be accepted.",
        "58. Response: Cabinet considered the recommendations made by the Parks Committee on 8 January 2031.\n\nMembers asked about recommendation 1.",
    ],
    ids=["of another meeting", "of no meeting", "nothing decided"],
)
def test_a_number_without_its_meeting_or_a_decision_answers_no_recommendation(said: str) -> None:
    first = minutes("2031-01-08", f"12. Gates and water: {LIMBS}")
    assert state(follow(first, minutes("2031-02-05", said, body="Cabinet")), "north gate") == NOTHING


def test_limbs_under_a_lead_in_that_adopts_are_no_recommendations() -> None:
    first = minutes(
        "2031-01-08",
        "12. Gates: RESOLVED that the recommendations in the report be approved:\n\n(1) that the north gate be opened at weekends.",
    )
    assert follow(first).actions == []


def test_the_heading_of_an_item_tells_none_of_its_actions_apart() -> None:
    first = minutes(
        "2031-01-08",
        "12. Winter Service Review: Mr Teal undertook to provide members with a map of gritting routes.\n\nRESOLVED to recommend to Cabinet that the gritting of cycle routes be put into the Winter Service Plan.",
    )
    later = minutes(
        "2031-03-05",
        "20. Minutes: With regard to minute 12 of 8 January 2031 (Winter Service Review), the Chair reported that the map of gritting routes had been e-mailed to members.",
    )
    found = follow(first, later)
    assert (state(found, "map of gritting"), state(found, "cycle routes")) == ("answer_found", NOTHING)


def action_log(date: str, *rows: str) -> Reading:
    """A log that names the item of a meeting by its title: "meeting | item | action | lead | status"."""
    heads = "Meeting | Agenda item | Action | Responsible | Status / comments"
    table = "\n".join(f"| {row} |" for row in (heads, "---|---|---|---|---", *rows))
    text = f"# {COUNCIL.name}\n\n## {PARKS}\n\n### Action log\n\n{spelt(date)}\n\n{table}\n"
    return paper(f"items-{date}", text, "fenwick")


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("08.01.31 | Hedge register | Letter to the school | Clerk | Complete – sent 9 January", "closed"),
        ("08.10.30 | Hedge register | Letter to the school | Clerk | Complete – sent 9 January", NOTHING),
        ("08.01.31 | Lake register | Letter to the school | Clerk | Complete – sent 9 January", NOTHING),
        ("08.01.31 | Hedge register | Dredge the lake | Clerk | Complete", NOTHING),
        ("08.01.31 | Hedge register | Cut the hedge back | Clerk | Complete", NOTHING),
    ],
    ids=["same item and day", "another day", "another item", "another task", "another task of the item"],
)
def test_a_line_that_names_the_item_and_the_day_is_the_action_of_that_item(row: str, expected: str) -> None:
    first = minutes(
        "2031-01-08", "12. Hedge register: ACTION: Priya Nair to write to the school about the beech hedge."
    )
    found = follow(first, action_log("2031-03-05", row))
    assert state(found, "beech hedge") == expected
    assert all(a.item_title for a in found.actions)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("31/12 Swing – mended 27 March.", "answer_found"),
        ("31/12 Swing – to be mended by Easter.", NOTHING),
        ("31/12 Swing – not mended.", NOTHING),
        ("31/11 Swing – mended 27 March.", NOTHING),
    ],
)
def test_a_word_or_two_behind_the_number_tells_it_done(words: str, expected: str) -> None:
    first = minutes("2031-01-08", "31/12 Play: The Head of Parks was asked to mend the basket swing.")
    found = follow(first, minutes("2031-05-05", f"31/20 Matters arising: {words}"))
    assert state(found, "basket swing") == expected


def test_limbs_below_that_a_body_be_recommended_are_recommendations() -> None:
    limbs = "RESOLVED:\n\nThat Cabinet be recommended:\n\n(a) to open the north gate at weekends; and\n\n(b) to dredge the lake."
    found = follow(minutes("2031-01-08", f"12. Gates and water: {limbs}"))
    assert [(a.kind, a.addressee_raw) for a in found.actions] == [("recommendation", "Cabinet")] * 2
    assert all(s.response_due == "2031-03-08" for s in found.standings.values())
