"""Sentences that state figures, laws, pooled money, joint posts, places, populations and dated events."""

import pytest

from extract.evidence import check_evidence
from extract.reading import read_paper
from extract.records import Statement

HEAD = "Fenwick Borough Council\n\nCare Board\n\nMinutes of the meeting held on 4 March 2024\n\n5. Care nearby\n\n"


def statements(words: str, kind: str) -> list[Statement]:
    """What is stated in a minute of these words; every value has its passage."""
    reading = read_paper((HEAD + words + "\n").encode(), name="fenwick.txt", council="fenwick")
    check_evidence(reading)
    return [s for s in reading.statements if s.kind == kind]


def values(words: str, kind: str) -> list[str]:
    return [value for s in statements(words, kind) for value in s.values]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The fund rose to £1.2 million in 2023/24.", ["£1.2 million"]),
        ("A budget of c. £3bn was named.", ["c. £3bn"]),
        ("Some 78% of those over 65 were at home.", ["78%"]),
        ("About 12.5 per cent had moved.", ["12.5 per cent"]),
        ("The clinic offers 4,200 more appointments.", ["4,200 more appointments"]),
        ("Six satellite sites and 41 delegates were counted.", ["Six satellite sites", "41 delegates"]),
        ("The grant of 310k was spent.", ["310k"]),
        ("The panel spoke of section 12 visits.", []),
        ("One or two areas might be looked at.", []),
        ("Children aged 12 years may come.", []),
        ("In 2023 residents were asked.", []),
        ("The review would end in six years (2030).", []),
        ("Paragraph 6.1.2 was read out.", []),
    ],
)
def test_figures_are_numbers_with_their_units(words: str, found: list[str]) -> None:
    assert values(words, "figure") == found


def test_a_figure_has_the_years_of_its_sentence_and_no_others() -> None:
    first, second = statements("In 2022/23 the scheme helped 340 residents. It has 12 volunteers.", "figure")
    assert (first.values, first.years) == (["340 residents"], ["2022/23"])
    assert (second.values, second.years) == (["12 volunteers"], [])


def test_the_year_of_a_law_is_no_year_of_a_figure() -> None:
    (found,) = statements("Under the Harbour Act 1997 some 30 boats moved and 14 visits were made.", "figure")
    assert found.years == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "It rests on Section 75 of the National Health Service Act 2006.",
            ["Section 75 of the National Health Service Act 2006"],
        ),
        ("Under the Care Act 2014 and the Equality Act 2010 this is due.", ["Care Act 2014", "Equality Act 2010"]),
        ("Two section 75 agreements are in place.", ["section 75 agreements"]),
        ("The Harbour Dues (Exemption) Regulations 2011 apply.", ["Harbour Dues (Exemption) Regulations 2011"]),
        ("Section 5 of the report was read.", []),
        ("They would act in 2014.", []),
    ],
)
def test_laws_are_named_with_their_section(words: str, found: list[str]) -> None:
    assert values(words, "legal_basis") == found


def test_pooled_money_and_joint_posts_are_said_in_known_words() -> None:
    assert values("The partners hold a pooled budget for care.", "pooled_money") == ["pooled budget"]
    assert values("They agreed to the pooling of budgets.", "pooled_money") == ["pooling of budgets"]
    assert values("The swimming pool needs a budget.", "pooled_money") == []
    assert values("The Director of Ports is a joint appointment.", "joint_post") == ["joint appointment"]
    assert values("It was proposed by Ann Lee and seconded by Jo Marsh.", "joint_post") == []
    assert values("The joint was sealed; the appointment is at noon.", "joint_post") == []


def test_a_topic_or_a_name_states_no_commissioning() -> None:
    assert values("Home care is jointly commissioned by both.", "commissioning") == ["jointly commissioned"]
    assert values("Ann Lee gave a talk on joint commissioning.", "commissioning") == []
    assert values("The Joint Commissioning Forum met in May.", "commissioning") == []


def test_places_are_counted_or_told_and_populations_are_numbers_of_people() -> None:
    (counted,) = statements("There will be three neighbourhood hubs.", "locality")
    assert (counted.values, counted.populations) == (["three neighbourhood hubs"], [])
    (told,) = statements("Each locality has a population of about 45,000.", "locality")
    assert told.populations == ["about 45,000"]
    (people,) = statements("The team serves populations of 30-50,000 people.", "population")
    assert people.populations == ["30-50,000 people"]
    assert statements("The network met twice and was lively.", "locality") == []
    assert statements("The network met in the old hall beside the quay and talked for hours, covering nothing new.", "locality") == []
    assert statements("A total of 38,000 forms were sent.", "population") == []


def test_dated_events_leave_out_the_meeting_itself() -> None:
    words = "The new hub opened in May 2023. Before, on 4 March 2024, it was agreed here.\n\nPaint 3 June 2023 £14\n"
    found = statements(words, "dated_event")
    assert [(s.date, s.date_raw) for s in found] == [("2023-05", "May 2023")]


def test_headings_state_nothing_and_long_sentences_are_cut() -> None:
    reading = read_paper(b"# Joint commissioning\n\nThey met.\n", name="a.md", council="fenwick")
    assert [s for s in reading.statements if s.kind == "commissioning"] == []
    many = ", ".join(f"the street called number {chr(97 + n % 26)} was swept again" for n in range(30))
    (found,) = statements(f"As told, {many}, 52 residents came, {many}.", "figure")
    assert found.values == ["52 residents"] and "52 residents" in found.text and len(found.text) < 500


def test_a_crowded_sentence_is_several_statements_each_with_its_own_values() -> None:
    crowd = ", ".join(f"{n} residents of the long street by the old quay" for n in range(20, 60))
    found = statements(f"There were {crowd}.", "figure")
    assert len(found) > 3 and sum(len(s.values) for s in found) == 40
    assert all(value in s.text for s in found for value in s.values)
    far = "Three hubs were named, " + "and it was told at length how the boats came and went, " * 12 + "with a population of 45,000."
    (place,) = statements(far, "locality")
    assert (place.values, place.populations) == (["Three hubs"], [])
    assert values(far, "population") == ["45,000"]


def test_a_board_that_a_later_law_made_a_body_is_a_board_before_it() -> None:
    text = "Fenwick Borough Council\n\nCabinet\n\n{}\n\nThe Integrated Care Board met. The Fenwick Integrated Care Board was named.\n"
    kinds = {}
    for day in ("13 March 2019", "13 March 2023"):
        reading = read_paper(text.format(day).encode(), name="a.txt", council="fenwick")
        kinds[day] = {o.classification for o in reading.organisations if o.name.endswith("Integrated Care Board")}
    assert kinds == {"13 March 2019": {"board"}, "13 March 2023": {"nhs_body"}}
