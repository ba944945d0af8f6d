"""What papers say of themselves, and what they do not. All councils and people are made up."""

import pytest

from extract.facts import find_facts
from extract.times import full_dates
from tests.layouts import read
from tests.paper_heads import STATED, UNSTATED

HEADS = {
    "decision page": (
        "Decision details\n\nSTORES\n\nDecision Maker: Care Scrutiny Committee\n\nIs Key decision?: No\n\nIs subject to call in?: Yes\n\n"
        "Decisions:\n\nThe minutes of the meeting held on 1 May 2030 were agreed.\n\nDate of decision: 27/09/2031\n\n"
        "Decided at meeting: 27/09/2031 - Care Scrutiny Committee\n",
        ("decision", "STORES", "Care Scrutiny Committee", "2031-09-27"),
    ),
    "one item without body or date": (
        "Agenda item\n\nJoint Stores\n\nTo look at stores.\n\nMinutes:\n\nThe minutes of the meeting held on 1 May 2030 were agreed by the Panel.\n",
        ("minutes", "Joint Stores", None, None),
    ),
    "cabinet report": (
        "Cabinet\n\n13 March 2031\n\nStore Plan update\n\nOrdinary Decision\n\n"
        "Report of Corporate Management Team\n\nAda Marsh, Director of Stores\n\n"
        "Purpose of the Report\n\n1 To say so.\n\nRecommendation(s)\n\n2 Cabinet is recommended to note it.\n",
        ("report", "Store Plan update", "Cabinet", "2031-03-13"),
    ),
    "report with labels": (
        "Brindley\nLONDON BOROUGH\n\nADULTS OVERVIEW AND SCRUTINY SUB-COMMITTEE, 25 APRIL 2031\n\n"
        "Subject Heading:\n\nStores Partnership\n\nCMT Lead:\n\n"
        "Ada Marsh, Director\n\nSUMMARY\n\nIt follows Stores Committee, 19 April 2030.\n",
        ("report", "Stores Partnership", "ADULTS OVERVIEW AND SCRUTINY SUB-COMMITTEE", "2031-04-25"),
    ),
    "from and to": (
        "From:\n\nAda Marsh, Leader of the Council\n\nTo:\n\nCounty Council, 13 March 2031\n\n"
        "Subject:\nGovernance Update\n\nStatus:\nUnrestricted\n\n"
        "1. Introduction\n\nIt is so.\n",
        ("report", "Governance Update", "County Council", "2031-03-13"),
    ),
    "minutes with a sentence": (
        "BRINDLEY COUNTY COUNCIL\n\nCABINET\n\nMINUTES of a meeting of the Cabinet held in the Hall on Thursday, 9 January 2031.\n\n"
        "PRESENT: Mrs A Marsh (Chairman)\n\n1. Minutes of the meeting held on 3 May 2030\n\nThey were agreed.\n",
        ("minutes", "MINUTES of a meeting of the Cabinet", "Cabinet", "2031-01-09"),
    ),
    "minutes in capitals over several lines": (
        "MINUTES OF PROCEEDINGS AT MONTHLY MEETING OF THE\n\nMARLOW DISTRICT HELD IN THE HALL ON\n\nMONDAY, 16TH DECEMBER, 2030 AT 9.45 A.M.\n\n"
        "PRESENT: Cllr Marsh\n\nIN ATTENDANCE: Mr O. Fenwick\n",
        (
            "minutes",
            "MINUTES OF PROCEEDINGS AT MONTHLY MEETING OF THE MARLOW DISTRICT",
            "MARLOW DISTRICT",
            "2030-12-16",
        ),
    ),
    "minutes in a table with an item for the action log": (
        "# Marlow Vale NHS Trust\n\n## Trust Board\n\nMinutes of the meeting held on 7 June 2030\n\nPresent: Ada Marsh (Chair)\n\n| Item | Discussion |\n|---|---|\n| 1 | Action log. The Board looked through it. |\n",
        ("minutes", "Minutes of the meeting held on 7 June 2030", "Trust Board", "2030-06-07"),
    ),
    "a committee of a joint board": (
        "# Marlow Vale Integration Joint Board\n\n## Audit and Risk Committee\n\nMinute of Meeting held on Wednesday 7 June 2030\n\nPresent: Ada Marsh (Chair)\n",
        ("minutes", "Minute of Meeting held on Wednesday 7 June 2030", "Audit and Risk Committee", "2030-06-07"),
    ),
    "the hall stands below the board": (
        "MINUTES OF A MEETING OF THE\nHEALTH & WELLBEING BOARD\nCouncil Chamber, Civic Offices, Marlow\n13 September 2030 (1.00 - 2.45 pm)\n\nPresent:\n\nCllr Marsh\n",
        ("minutes", "MINUTES OF A MEETING OF THE HEALTH & WELLBEING BOARD", "HEALTH & WELLBEING BOARD", "2030-09-13"),
    ),
    "a council below its borough keeps its committee": (
        "MINUTES OF A MEETING OF THE\nMARLOW COUNCIL\nSTORES COMMITTEE\nheld on 13 September 2030\n\nPresent:\n\nCllr Marsh\n",
        (
            "minutes",
            "MINUTES OF A MEETING OF THE MARLOW COUNCIL STORES COMMITTEE",
            "MARLOW COUNCIL STORES COMMITTEE",
            "2030-09-13",
        ),
    ),
    "parish minutes": (
        "LONG MARLOW PARISH COUNCIL\n\nDraft Minutes for approval at the next meeting\n\nOrdinary Meeting Wednesday 6 December 2030 at 7.00 pm\n\n"
        "Present: Cllr Ada Marsh (Chair)\n\nAlso in attendance: Mr Fenwick\n",
        (
            "minutes",
            "Ordinary Meeting Wednesday 6 December 2030 at 7.00 pm",
            "LONG MARLOW PARISH COUNCIL",
            "2030-12-06",
        ),
    ),
    "agenda": (
        "BRINDLEY VALE COUNCIL\n\nStores Committee\n\nAgenda\n\nThursday 5 June 2031 at 7.00 pm\n\n"
        "1. Apologies\n\n2. Minutes of the meeting held on 4 May 2031\n",
        ("agenda", None, "Stores Committee", "2031-06-05"),
    ),
    "record of decision": (
        "BRINDLEY COUNTY COUNCIL – RECORD OF DECISION\n\nDecision to be taken by:\n\n"
        "Mrs Ada Marsh, Cabinet Member for Stores\n\nKey decision: YES\n\n"
        "Title of Decision: New Store\n\nDecision:\n\nI agree to approve it.\n\nReason(s) for decision:\n\n"
        "Cabinet met on 30 January 2031.\n\nsigned\n\n17/2/2031\n\ndate\n",
        ("decision", "New Store", "Cabinet Member for Stores", "2031-02-17"),
    ),
    **STATED,
    "prose": ("It rained all day.\n\nThe cat sat on the mat in May and then it went home.\n", (None, None, None, None)),
}


@pytest.mark.parametrize(("text", "expected"), HEADS.values(), ids=HEADS.keys())
def test_facts_are_those_that_the_head_states(text: str, expected: tuple[str | None, ...]) -> None:
    layout = read(text)
    facts = find_facts(layout)
    kind, title, body, date = expected
    assert (facts.kind, facts.body, facts.date) == (kind, body, date)
    if title is not None or kind is None:
        assert facts.title == title or kind is None


@pytest.mark.parametrize(("text", "expected"), UNSTATED.values(), ids=UNSTATED.keys())
def test_what_a_paper_says_of_others_is_not_said_of_itself(text: str, expected: tuple[str | None, ...]) -> None:
    facts = find_facts(read(text))
    assert (facts.kind, facts.title, facts.body, facts.date) == expected


@pytest.mark.parametrize("text", [text for text, _ in HEADS.values()], ids=HEADS.keys())
def test_every_fact_has_its_words(text: str) -> None:
    layout = read(text)
    facts = find_facts(layout)
    for name in ("title", "body", "date_raw", "decision_maker", "decision_status"):
        value = getattr(facts, name)
        if value is None:
            assert name not in facts.places
        else:
            place = facts.places[name]
            assert " ".join(layout.text[place.start : place.end].split()) == value
    assert (facts.kind is None) == ("kind" not in facts.places)


def test_no_label_is_the_value_of_the_label_beside_it() -> None:
    assert find_facts(read(STATED["two labels side by side"][0])).decision_maker is None


def test_yes_and_no_of_a_decision_notice() -> None:
    facts = find_facts(read(HEADS["decision page"][0]))
    assert (facts.is_key, facts.subject_to_call_in, facts.decision_maker) == (False, True, "Care Scrutiny Committee")
    assert find_facts(read(HEADS["one item without body or date"][0])).is_key is None


DATES = {
    "10 December 2031": "2031-12-10", "10th December 2031": "2031-12-10", "22ND SEPTEMBER, 2031": "2031-09-22", "the 3rd of July 2031": "2031-07-03",
    "29/11/2031": "2031-11-29", "15/03/31": "2031-03-15", "20.7.31": "2031-07-20", "JULY 2nd 2031": "2031-07-02", "2031-02-07T12:00Z": "2031-02-07",
    "1 Sept 2031": "2031-09-01", "Thursday, 19th June, 2031 7.00 pm": "2031-06-19",
}  # fmt: skip


@pytest.mark.parametrize(("words", "iso"), DATES.items(), ids=DATES.keys())
def test_full_dates_are_read_in_all_their_forms(words: str, iso: str) -> None:
    text = f"held on {words}."
    assert [found for _, _, found in full_dates(text)] == [iso]


@pytest.mark.parametrize(
    "text",
    ["31 June 2031", "paragraph 4.2.19", "May 2031", "12 May", "99/99/2031", "version 1.2.3.4", "2030/31", "24/00093"],
)
def test_what_is_no_full_date_gives_none(text: str) -> None:
    assert list(full_dates(text)) == []
