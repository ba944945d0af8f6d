"""The pipeline as a whole: its components and their contract, the text it never changes, and input of any kind."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract import read_paper
from extract.errors import MattersError
from extract.evidence import check_evidence
from extract.pipeline import COMPONENTS, build_pipeline
from tests.docs import process

PAPERS = sorted((Path(__file__).parents[1] / "corpus" / "papers").rglob("*.txt"))
FRAGMENTS = [
    "RESOLVED that (a) the plan be approved; and (b) Cllr Ann Brook be thanked.",
    "ACTION: Clerk to write to Mid Harbour NHS Trust by 4 May 2022.",
    "Present: Cllrs T Heath (Chair), A Finch and Mrs P Vale (Clerk)",
    "The Harbour Delivery Group reports to the Harbour Care Board.",
    "Harbour Council\tAnn Brook\tChair",
    "1.1 Background",
    "RECOMMENDATIONS",
    "Members requested a report on the Harbour Recovery Plan (HRP).",
    "Decision Maker: Cabinet",
    "\n\n",
    "  • ",
    "He undertook to",
    "“",
    "(",
    "Action",
    "\u00a0\u200b",
]


def test_every_component_finds_what_it_requires() -> None:
    analysis = build_pipeline().analyze_pipes(keys=["requires", "assigns"])
    assert set(analysis["summary"]) == set(COMPONENTS)
    requires = {
        name: [need for need in entry["requires"] if need.startswith("doc.spans")]
        for name, entry in analysis["summary"].items()
    }
    assigned: set[str] = set()
    for name in build_pipeline().pipe_names:
        assert not requires[name] or "doc.spans" in assigned, name
        assigned |= set(analysis["summary"][name]["assigns"])


def test_the_components_are_these_in_this_order() -> None:
    assert build_pipeline().pipe_names == [
        "matters_sentences",
        "matters_dates",
        "matters_organisations",
        "matters_programmes",
        "matters_people",
        "matters_decisions",
        "matters_decision_kinds",
        "matters_logs",
        "matters_actions",
        "matters_action_owners",
        "matters_answers",
        "matters_relations",
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=30), min_size=1, max_size=12).map("\n".join))
def test_any_text_gives_records_whose_words_stand_in_it(text: str) -> None:
    try:
        reading = read_paper(text.encode(), name="any.txt")
    except MattersError as error:
        assert str(error).endswith((".", ")"))
        return
    check_evidence(reading)
    ids = [record.id for record in reading.records()]
    assert len(ids) == len(set(ids))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_records_or_one_sentence(data: bytes) -> None:
    try:
        read_paper(data, name="any.bin")
    except MattersError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize("path", PAPERS, ids=[path.stem for path in PAPERS])
def test_every_value_of_the_corpus_has_its_words(path: Path) -> None:
    reading = read_paper(path.read_bytes(), name=path.name)
    for record in reading.records():
        for field, basis, source in record.field_bases():
            value = getattr(record, field)
            if basis == "structural" or value in (None, [], "raised"):
                continue
            passages = [e for e in record.evidence if e.field == (source or field)]
            assert passages, f"{record.id} {field}"
            assert all(reading.layout.text[e.start : e.end] == e.quote and e.quote for e in passages)


@pytest.mark.parametrize("path", PAPERS, ids=[path.stem for path in PAPERS])
def test_a_paper_read_twice_gives_the_same_bytes(path: Path) -> None:
    first, second = (read_paper(path.read_bytes(), name=path.name).model_dump_json() for _ in range(2))
    assert json.loads(first) == json.loads(second)
    assert first == second


def test_the_text_is_never_changed() -> None:
    text = "Mr  Vale’s report\u00a0was noted.\n\nRESOLVED that it be noted."
    assert process(text).text == text


def test_ids_do_not_move_with_what_stands_before() -> None:
    sentence = "RESOLVED that the bench at the harbour be painted green."
    ids = {
        read_paper(f"{lead}{sentence}".encode(), name="a.txt").decisions[0].id
        for lead in ("", "The weather was fine.\n\n")
    }
    assert len(ids) == 1
