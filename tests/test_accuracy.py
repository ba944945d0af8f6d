"""Accuracy on the papers of the corpus may not fall below what was reached.

The floors stand in `corpus/gold/floors.json`; `matters.gate` holds scores against them, and is tested here itself.
"""

from pathlib import Path

import pytest

from extract.errors import CorpusError
from matters.evaluate import SetResult, evaluate_set
from matters.gate import FLOORED, Floors, falls, floors_of, load_floors, pin
from matters.gold import GoldSet, load_sets
from matters.tally import SCORED, Score, Tally
from publish.accuracy import load as load_accuracy

CORPUS = Path(__file__).parent.parent / "corpus"
GOLD = CORPUS / "gold"
SPECIMENS = GOLD / "specimens"


@pytest.fixture(scope="module")
def gold() -> GoldSet:
    return load_sets([GOLD])[0]


@pytest.fixture(scope="module")
def results(gold: GoldSet) -> list[SetResult]:
    return [evaluate_set(one, "file") for one in (gold, *load_sets([SPECIMENS]))]


@pytest.fixture(scope="module")
def result(results: list[SetResult]) -> SetResult:
    return results[0]


def test_every_paper_is_read_and_in_one_set_only(results: list[SetResult]) -> None:
    assert [len(result.papers) for result in results] == [5, 21]
    assert {paper.unread for result in results for paper in result.papers} == {None}


def test_no_score_is_below_its_floor(results: list[SetResult]) -> None:
    sets = load_floors(GOLD / "floors.json")
    assert set(sets) == {"gold", "specimens"}
    for result in results:
        score = result.total(lambda paper: paper.score)
        floors = floors_of(result.gold, sets)
        faults = [f"{fault.paper}: {fault.what}: {fault.text}" for fault in score.faults]
        assert floors is not None
        assert falls(result.gold, score, floors) == [], "\n".join(faults)


def test_floors_are_found_by_the_folder_of_a_set(gold: GoldSet) -> None:
    floors = Floors(pinned="x", floors={})
    assert floors_of(gold, {"gold": floors}) is floors
    assert floors_of(gold, {"specimens": floors}) is None


def _score(matched: int) -> Score:
    score = Score()
    for name in SCORED:
        score.tallies[name] = Tally(matched=matched, found=10, gold=10, whole=matched)
    return score


def test_the_gate_names_each_score_that_fell(gold: GoldSet) -> None:
    floors = Floors(pinned=pin(gold), floors={**dict.fromkeys(FLOORED, 0.8), "people": 0.95})
    assert falls(gold, _score(9), floors) == [f"{gold.name}: people fell to 0.9000; the floor is 0.9500."]
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
        ('{"gold": {"pinned": "x", "floors": {}, "more": 1}}', "more"),
        ('{"gold": {"pinned": "x", "floors": {"decisions": 0.9}}}', "gold has no floor for actions"),
    ],
)
def test_a_floor_file_that_is_wrong_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "floors.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CorpusError, match=said):
        load_floors(path)


def test_the_figures_of_the_accuracy_page_are_those_measured(results: list[SetResult]) -> None:
    kept = load_accuracy(CORPUS / "accuracy.json")
    assert kept is not None
    assert [one.name for one in kept.sets[:2]] == ["corpus/gold", "corpus/gold/specimens"]
    for shown, result in zip(kept.sets, results, strict=False):
        score = result.total(lambda paper: paper.score)
        for name in SCORED:
            assert shown.total[name].f1 == pytest.approx(score.tallies[name].f1, abs=0.002), "run `make accuracy`"


def test_figures_of_another_shape_are_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "accuracy.json"
    path.write_text('{"measured": "2026-01-01", "sets": [{"name": 3}]}', encoding="utf-8")
    with pytest.raises(CorpusError, match="make accuracy"):
        load_accuracy(path)


@pytest.mark.parametrize("record", SCORED)
def test_the_rivals_are_beaten(results: list[SetResult], record: str) -> None:
    for result in results:
        reached = result.total(lambda paper: paper.score).tallies[record].f1 or 0.0
        for name in ("everything", "regular expressions", "nothing"):
            rival = result.total(lambda paper, name=name: paper.rivals[name]).tallies[record].f1 or 0.0
            assert reached > rival, (result.name, name)
