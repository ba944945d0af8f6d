"""Accuracy on the papers of the corpus may not fall below what was reached.

The floors stand in `corpus/gold/floors.json`; `matters.gate` holds scores against them, and is tested here itself.
"""

from pathlib import Path

import pytest

from extract.errors import CorpusError
from matters.evaluate import SetResult, evaluate_set
from matters.gate import FLOORED, Floors, falls, load_floors, pin
from matters.gold import GoldSet, load_sets
from matters.tally import SCORED, Score, Tally
from publish.accuracy import load as load_accuracy

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = CORPUS / "gold"


@pytest.fixture(scope="module")
def gold() -> GoldSet:
    return load_sets([GOLD])[0]


@pytest.fixture(scope="module")
def result(gold: GoldSet) -> SetResult:
    return evaluate_set(gold, "file")


def test_every_paper_is_read(result: SetResult) -> None:
    assert [paper.unread for paper in result.papers] == [None] * 5


def test_no_score_is_below_its_floor(gold: GoldSet, result: SetResult) -> None:
    score = result.total(lambda paper: paper.score)
    faults = [f"{fault.paper}: {fault.what}: {fault.text}" for fault in score.faults]
    assert falls(gold, score, load_floors(GOLD / "floors.json")) == [], "\n".join(faults)


def _score(matched: int) -> Score:
    score = Score()
    for name in SCORED:
        score.tallies[name] = Tally(matched=matched, found=10, gold=10, whole=matched)
    return score


def test_the_gate_names_each_score_that_fell(gold: GoldSet) -> None:
    floors = Floors(pinned=pin(gold), floors={**dict.fromkeys(FLOORED, 0.8), "people": 0.95})
    assert falls(gold, _score(9), floors) == ["people fell to 0.9000; the floor is 0.9500."]
    assert falls(gold, _score(10), floors) == []
    assert len(falls(gold, _score(7), floors)) == len(FLOORED)


def test_the_gate_tells_when_the_annotations_changed(gold: GoldSet) -> None:
    paper = gold.papers[0]
    fewer = paper.model_copy(update={"people": paper.people[1:]})
    other = GoldSet(name=gold.name, papers=[fewer, *gold.papers[1:]])
    floors = Floors(pinned=pin(gold), floors=dict.fromkeys(FLOORED, 0.8))
    (said,) = falls(other, _score(10), floors)
    assert pin(other) in said and pin(other) != pin(gold)


def test_the_gate_tells_when_a_paper_changed(gold: GoldSet, tmp_path: Path) -> None:
    paper = gold.papers[0]
    moved = paper.model_copy(update={"root": tmp_path})
    target = moved.path("file")
    target.parent.mkdir(parents=True)
    target.write_bytes(paper.path("file").read_bytes())
    other = GoldSet(name=gold.name, papers=[moved, *gold.papers[1:]])
    assert pin(other) == pin(gold)
    target.write_bytes(target.read_bytes() + b" ")
    assert pin(other) != pin(gold)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "not as a floor file has it"),
        ('{"pinned": "x", "floors": {}, "more": 1}', "more"),
        ('{"pinned": "x", "floors": {"decisions": 0.9}}', "no floor for actions"),
    ],
)
def test_a_floor_file_that_is_wrong_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=said):
        load_floors(path)


def test_the_figures_of_the_accuracy_page_are_those_measured(result: SetResult) -> None:
    kept = load_accuracy(CORPUS / "accuracy.json")
    assert kept is not None and kept.sets[0].name == "corpus/gold"
    score = result.total(lambda paper: paper.score)
    for name in SCORED:
        assert kept.sets[0].total[name].f1 == pytest.approx(score.tallies[name].f1, abs=0.002), "run `make accuracy`"


def test_figures_of_another_shape_are_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.json"
    path.write_text('{"measured": "2026-01-01", "sets": [{"name": 3}]}', encoding="utf-8")
    with pytest.raises(CorpusError, match="make accuracy"):
        load_accuracy(path)


@pytest.mark.parametrize("record", SCORED)
def test_the_rivals_are_beaten(result: SetResult, record: str) -> None:
    reached = result.total(lambda paper: paper.score).tallies[record].f1 or 0.0
    for name in ("everything", "regular expressions", "nothing"):
        rival = result.total(lambda paper, name=name: paper.rivals[name]).tallies[record].f1 or 0.0
        assert reached > rival, name
