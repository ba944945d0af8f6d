"""From when to when a relation stands, what was last confirmed long ago, and how a page says it."""

from datetime import date

import pytest

from extract.councils import Council
from graph import build_governance
from publish.standing import Standing, of_mentions, of_relation
from publish.view import Site
from tests.readings import reading

COUNCILS = [Council(id="ashby", name="Ashby Borough Council")]
PAPER = """The <organisation key="a" kind="board">Care Board</organisation>
<relation type="reports_to" from="a" to="b">reports to</relation> the <organisation key="b" kind="cabinet">Cabinet</organisation>."""
UNTIL = PAPER.replace('from="a" to="b"', 'from="a" to="b" start="2017" end="2019-06"')


def site(*papers: tuple[str, str, str | None]) -> Site:
    read = [reading(name, marked, date=day) for name, marked, day in papers]
    return Site(build_governance(read, councils=COUNCILS), date(2026, 1, 1), "test")


def standing(*papers: tuple[str, str, str | None]) -> Standing:
    found = site(*papers)
    (relation,) = found.governance.relations
    return of_relation(found, relation)


def test_standing_begins_with_the_paper_that_states_it() -> None:
    stands = standing(("p1", PAPER, "2018-05-04"))
    assert stands == Standing(date(2018, 5, 4), None, (date(2018, 5, 4),))
    assert not stands.on(date(2018, 5, 3))
    assert stands.on(date(2018, 5, 4))
    assert stands.on(date(2040, 1, 1))
    assert stands.words == "stated 4 May 2018"


def test_standing_counts_a_partial_date_from_its_last_day() -> None:
    assert standing(("p1", PAPER, "2018-05")).since == date(2018, 5, 31)
    assert standing(("p1", PAPER, "2018")).since == date(2018, 12, 31)


def test_standing_knows_a_stated_beginning_and_end() -> None:
    stands = standing(("p1", UNTIL, "2018-05-04"))
    assert (stands.since, stands.until) == (date(2017, 12, 31), date(2019, 6, 30))
    assert stands.on(date(2019, 6, 30))
    assert not stands.on(date(2019, 7, 1))
    assert not stands.on(date(2017, 12, 30))
    assert stands.words == "stated 4 May 2018, ended 30 June 2019"


def test_standing_is_confirmed_by_every_paper_that_states_it() -> None:
    stands = standing(("p1", PAPER, "2018-05-04"), ("p2", PAPER, "2021-02-03"))
    assert stands.said == (date(2018, 5, 4), date(2021, 2, 3))
    assert stands.words == "stated 4 May 2018, again 3 February 2021"
    assert stands.last(date(2021, 2, 2)) == date(2018, 5, 4)
    assert stands.long_ago(date(2021, 2, 2), 2)
    assert not stands.long_ago(date(2021, 2, 3), 2)


@pytest.mark.parametrize(
    ("said", "day", "expected"),
    [
        ((2018, 5, 4), (2020, 5, 4), False),
        ((2018, 5, 4), (2020, 5, 5), True),
        ((2016, 2, 29), (2018, 3, 1), False),
        ((2016, 2, 29), (2018, 3, 2), True),
        ((2018, 5, 4), (2017, 1, 1), False),
    ],
)
def test_standing_is_confirmed_long_ago_after_more_than_two_years(
    said: tuple[int, int, int], day: tuple[int, int, int], expected: bool
) -> None:
    assert Standing(None, None, (date(*said),)).long_ago(date(*day), 2) is expected


def test_standing_without_any_date_always_stands_and_says_so() -> None:
    stands = standing(("p1", PAPER, None))
    assert stands == Standing()
    assert stands.on(date(1990, 1, 1))
    assert not stands.long_ago(date(2040, 1, 1), 2)
    assert stands.words == "date not stated"
    assert stands.data == {"data-said": ""}


def test_standing_of_a_body_begins_with_the_first_paper_that_names_it_and_never_where_one_is_undated() -> None:
    dated = site(("p1", PAPER, "2018-05-04"), ("p2", PAPER, "2021-02-03"))
    body = next(o for o in dated.governance.organisations if o.name == "Care Board")
    assert of_mentions(dated, body.evidence).since == date(2018, 5, 4)
    undated = site(("p1", PAPER, "2018-05-04"), ("p2", PAPER, None))
    body = next(o for o in undated.governance.organisations if o.name == "Care Board")
    assert of_mentions(undated, body.evidence).since is None
