"""Dates as a reader says them, and their last day."""

from datetime import date

import pytest

from publish import edtf


@pytest.mark.parametrize(
    ("value", "said", "last"),
    [
        ("2018-01-25", "25 January 2018", date(2018, 1, 25)),
        ("2018-05", "May 2018", date(2018, 5, 31)),
        ("2018-05~", "around May 2018", date(2018, 5, 31)),
        ("2018?", "perhaps 2018", date(2018, 12, 31)),
        ("2017-23", "autumn 2017", date(2017, 11, 30)),
        ("2017-24", "winter 2017", date(2018, 2, 28)),
        ("2016-02", "February 2016", date(2016, 2, 29)),
        ("2018-12", "December 2018", date(2018, 12, 31)),
        ("2017-04/2018-03", "April 2017 to March 2018", date(2018, 3, 31)),
        ("../2018", "until 2018", date(2018, 12, 31)),
        ("2018/..", "from 2018", None),
        ("2018-02-31", "31 February 2018", None),
        ("2018-13", "2018-13", None),
        ("soon", "soon", None),
    ],
)
def test_edtf_words_and_last_day(value: str, said: str, last: date | None) -> None:
    assert edtf.words(value) == said
    assert edtf.last_day(value) == last


def test_edtf_last_day_of_nothing_is_none() -> None:
    assert edtf.last_day(None) is None
    assert edtf.last_day("") is None


def test_edtf_year_is_where_the_date_begins() -> None:
    assert edtf.year("2017-04/2018-03") == "2017"
    assert edtf.year("next month") is None
