"""Times and due times: what is found, what it comes to in EDTF, and look-alikes that must yield nothing."""

import pytest

from extract.times import find_due, find_times
from tests.markup import parse

MEETING = "2021-09-27"

DATES = [
    'The plan began on <date edtf="2021-10-14">14 October 2021</date>.',
    'It met on <date edtf="2019-06-19">Wednesday, 19th June, 2019</date> at noon.',
    'A launch in <date edtf="2022-03">March 2022</date> and one in <date edtf="2022-23">autumn 2022</date>.',
    'It is due <date edtf="2022-05~">around May 2022</date>.',
    'Signed <date edtf="2020-07-03">3RD JULY, 2020</date> and <date edtf="2013-03-15">15/03/13</date> and <date edtf="2017-07-20">20.7.17</date>.',
    'Held in <date edtf="[2022-02,2022-03]">February or March 2022</date>.',
    'From <date edtf="2022-04/2022-06">April to June 2022</date>.',
]
NO_DATES = [
    "Paragraph 4.2.19 of the plan was read.",
    "The grant is £1.2 million for 2.5 posts.",
    "Ring 01234 567890 about item 12/13.",
    "She may also be asked about section 75.",
    "The score was 99/99/2020.",
]
DUE = [
    'To bring figures <due edtf="2022-05">for the May 2022 Committee meeting</due> and more.',
    'To see a copy <due edtf="2021-23">in autumn 2021</due>.',
    'A plan will come <due edtf="2022-03">to the March 2022 meetings</due> of both boards.',
    'Another update <due edtf="2022-05~">for around May 2022</due>.',
    'Case studies <due>for the next progress report</due>.',
    'To reply <due edtf="2021-10-11">within two weeks</due>.',
    'To reply <due edtf="2021-10">in the next month</due>.',
    'To be put <due edtf="2022-05">on the May agenda</due>.',
    'To write <due>as soon as possible</due>.',
    'To be ready <due>by the end of the financial year</due>.',
    'To finish <due edtf="2021-12-04">by 4th December</due>.',
    'To pay <due>before Christmas</due>.',
    'To check <due>at a future meeting</due>.',
]
NO_DUE = [
    "To be paid for by the Clerk.",
    "It stayed open for 91 days.",
    "A matter for the Committee to note.",
    "A paper for future consideration by Cabinet.",
    "It had been asked for in May 2016.",
    "She may look into it.",
]


@pytest.mark.parametrize("marked", DATES)
def test_find_times(marked: str) -> None:
    example = parse(marked, labels={"date"})
    found = list(find_times(example.text, 0, len(example.text)))
    assert [example.text[time.start : time.end] for time in found] == [tag.text for tag in example.tags]
    assert [time.edtf for time in found] == [tag.attributes["edtf"] for tag in example.tags]


@pytest.mark.parametrize("text", NO_DATES)
def test_find_times_leaves_look_alikes_alone(text: str) -> None:
    assert list(find_times(text, 0, len(text))) == []


@pytest.mark.parametrize("marked", DUE)
def test_find_due(marked: str) -> None:
    example = parse(marked, labels={"due"})
    found = find_due(example.text, 0, len(example.text), meeting=MEETING)
    assert [example.text[time.start : time.end] for time in found] == [tag.text for tag in example.tags]
    assert [time.edtf for time in found] == [tag.attributes.get("edtf") for tag in example.tags]


@pytest.mark.parametrize("text", NO_DUE)
def test_find_due_leaves_look_alikes_alone(text: str) -> None:
    assert find_due(text, 0, len(text), meeting=MEETING) == []


def test_relative_times_stay_open_without_the_date_of_the_meeting() -> None:
    assert [time.edtf for time in find_due("To reply within two weeks.", 0, 26)] == [None]


def test_an_impossible_day_is_found_but_comes_to_nothing() -> None:
    assert [time.edtf for time in find_times("on 31 June 2020", 0, 15)] == [None]
