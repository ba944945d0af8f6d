"""Accuracy on the papers of the corpus may not fall below what was reached.

The floors stand in `corpus/gold/floors.json`. They are raised by hand when the score has risen; one that is lowered needs its reason in
the changelog.
"""

import json
from pathlib import Path

import pytest

from matters.evaluate import SetResult, evaluate_set
from matters.gold import load_sets
from matters.tally import SCORED

GOLD = Path(__file__).parent.parent / "corpus" / "gold"
FLOORS: dict[str, float] = json.loads((GOLD / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def result() -> SetResult:
    (gold,) = load_sets([GOLD])
    return evaluate_set(gold, "file")


def test_every_paper_is_read(result: SetResult) -> None:
    assert [paper.unread for paper in result.papers] == [None] * 5


@pytest.mark.parametrize("record", [*SCORED, "whole records"])
def test_f1_is_not_below_its_floor(result: SetResult, record: str) -> None:
    score = result.total(lambda paper: paper.score)
    f1 = score.all.whole_f1 if record == "whole records" else score.tallies[record].f1
    faults = [f"{fault.paper}: {fault.what}: {fault.text}" for fault in score.faults if fault.record == record]
    assert f1 is not None and f1 >= FLOORS[record], "\n".join(faults)


@pytest.mark.parametrize("record", SCORED)
def test_the_rivals_are_beaten(result: SetResult, record: str) -> None:
    reached = result.total(lambda paper: paper.score).tallies[record].f1 or 0.0
    for name in ("everything", "regular expressions", "nothing"):
        rival = result.total(lambda paper, name=name: paper.rivals[name]).tallies[record].f1 or 0.0
        assert reached > rival, name
