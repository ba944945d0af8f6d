"""The made-up series: every action ends in the state that a careful clerk would give it, each with its justifying words."""

import datetime

import pytest

from extract.records import Action
from graph.following import SETTLED
from graph.following.standing import Standing
from graph.governance import Governance
from tests.series import AS_OF, STATES, governance, readings


@pytest.fixture(scope="module")
def series() -> Governance:
    return governance()


def action_of(found: Governance, words: str) -> Action:
    matching = [a for a in found.actions if words in a.text]
    assert len(matching) == 1, f"{words}: {[a.text for a in matching]}"
    action: Action = matching[0]
    return action


def standing_of(found: Governance, words: str) -> Standing:
    return found.standings[action_of(found, words).id]


def test_every_action_stands_once_and_none_is_missing(series: Governance) -> None:
    assert len(series.actions) == len(STATES)
    assert set(series.standings) == {a.id for a in series.actions}


@pytest.mark.parametrize(("words", "expected"), STATES.items(), ids=list(STATES))
def test_each_action_has_the_state_that_a_careful_clerk_gives_it(
    series: Governance, words: str, expected: tuple[str, str, str | None]
) -> None:
    state, basis, justified_by = expected
    standing = standing_of(series, words)
    assert (standing.state, standing.basis) == (state, basis)
    said = " ".join(" ".join(e.quote.split()) for e in standing.evidence)
    assert (justified_by in said) if justified_by else not standing.evidence


def test_every_quote_stands_in_its_paper(series: Governance) -> None:
    texts = {r.paper.id: r.layout.text for r in series.readings}
    quotes = [e for s in series.standings.values() for e in (*s.evidence, *(t.quote for t in s.steps if t.quote))]
    assert len(quotes) > 40
    assert all(texts[e.paper_id][e.start : e.end] == e.quote for e in quotes)


def test_what_is_only_possible_never_settles(series: Governance) -> None:
    for standing in series.standings.values():
        if not any(s.strength == "strong" and s.state in SETTLED for s in standing.steps):
            assert not standing.settled, standing.why


def test_an_action_without_an_answer_names_the_papers_that_were_searched(series: Governance) -> None:
    standing = standing_of(series, "waiting list for the allotments")
    assert {"2024-09-11-log", "2024-09-11-minutes", "2024-12-04-minutes", "2025-05-21-minutes"} <= set(
        standing.papers_searched
    )
    assert "2024-06-12-minutes" not in standing.papers_searched
    assert standing.overdue(AS_OF) is True


def test_lines_of_logs_are_the_history_of_one_action(series: Governance) -> None:
    action = action_of(series, "lamps on the harbour steps")
    assert action.paper_id == "2024-06-12-minutes" and action.log_ref == "ESC 24/03"
    told = [(r.date, r.channel, r.status_raw) for r in series.responses if r.action_id == action.id]
    assert told == [
        ("2024-09-11", "log_update", "In progress"),
        ("2024-12-04", "log_update", "In progress"),
        ("2025-05-21", "log_update", "In progress"),
    ]
    row = next(a for r in series.readings for a in r.actions if a.in_log and "lamps" in a.text)
    assert series.record(row.id) is action


def test_a_namesake_answers_nothing(series: Governance) -> None:
    standing = standing_of(series, "drainage of the playing fields")
    assert [s.what for s in standing.steps] == ["it was raised"]


def test_a_recommendation_to_the_executive_is_due_in_two_months(series: Governance) -> None:
    standing = standing_of(series, "sweeping crews")
    assert standing.response_due == "2024-08-12"
    assert standing.overdue(AS_OF) is False
    assert standing.answered_on() == "2024-10-15"


def test_nothing_is_known_before_its_day() -> None:
    early = governance(as_of=datetime.date(2024, 8, 1))
    standing = standing_of(early, "sweeping crews")
    assert standing.state == "no_answer_found_in_papers_read" and standing.papers_searched == []
    assert standing.overdue(datetime.date(2024, 8, 12)) is False
    assert standing.overdue(datetime.date(2024, 8, 13)) is True


def test_age_and_meetings_follow_the_day(series: Governance) -> None:
    standing = standing_of(series, "flood signs")
    assert standing.age_in_days(datetime.date(2025, 5, 31)) == 10
    assert standing.age_in_days(datetime.date(2025, 5, 1)) is None
    lamps = standing_of(series, "lamps on the harbour steps")
    assert lamps.meetings_since(datetime.date(2024, 12, 31)) == 2
    assert lamps.meetings_since(AS_OF) == 3


def register(found: Governance) -> list[tuple[object, ...]]:
    """All that the register shows of each action, without what the format alone decides: pages and offsets."""
    rows = []
    for a in found.actions:
        s = found.standings[a.id]
        quotes = tuple((e.paper_id, " ".join(e.quote.split())) for e in s.evidence)
        steps = tuple((t.date, t.what, t.state, t.channel, t.strength, t.why, t.paper_id) for t in s.steps)
        said = (
            a.text,
            a.kind,
            a.owner_raw,
            a.owner_name,
            a.due_date,
            a.minute_number,
            a.log_ref,
            a.addressee_raw,
            a.raised_on,
            a.body,
        )
        rows.append(
            (*said, s.state, s.basis, s.why, quotes, steps, tuple(s.papers_searched), s.response_due, s.carried_from)
        )
    return rows


@pytest.mark.parametrize("ending", ["pdf", "html"])
def test_the_same_papers_in_other_formats_give_the_same_register(series: Governance, ending: str) -> None:
    assert {r.paper.format for r in readings(ending)} == {ending}
    assert register(governance(readings(ending))) == register(series)


def test_the_order_in_which_papers_are_read_changes_nothing(series: Governance) -> None:
    assert register(governance(readings()[::-1])) == register(series)
    assert governance(readings()[::-1]).responses == series.responses
