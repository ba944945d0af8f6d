"""The ledger: clusters follow from judgements, whatever their order, and are undone with them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.judgements import Judgement, Verdict, cluster, in_force, read_judgements, write_judgements

IDS = [f"per-{letter}" for letter in "abcdefgh"]


def said(
    left: str, right: str, judgement: Verdict, *, by: str = "rules", at: str | None = None, score: float = 1.0
) -> Judgement:
    return Judgement(left=left, right=right, judgement=judgement, by=by, at=at, reason="because", score=score)


@st.composite
def ledgers(draw: st.DrawFn) -> list[Judgement]:
    pairs = st.lists(st.sampled_from(IDS), min_size=2, max_size=2, unique=True)
    verdicts: st.SearchStrategy[Verdict] = st.sampled_from(["positive", "negative", "unsure"])
    return [
        said(pair[0], pair[1], verdict, by=by, at=at, score=score)
        for pair, verdict, by, at, score in draw(
            st.lists(
                st.tuples(
                    pairs,
                    verdicts,
                    st.sampled_from(["rules", "A Clerk", "B Clerk"]),
                    st.sampled_from([None, "2020-01-01", "2021-01-01"]),
                    st.sampled_from([0.85, 0.9, 1.0]),
                ),
                max_size=14,
            )
        )
    ]


@given(ledgers(), st.randoms())
def test_clusters_do_not_depend_on_the_order_of_ids_or_judgements(ledger: list[Judgement], random: object) -> None:
    shuffled, ids = list(ledger), list(IDS)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(ids)  # type: ignore[attr-defined]
    assert cluster(ids, shuffled).canonical == cluster(IDS, ledger).canonical


@given(ledgers())
def test_a_person_saying_two_keeps_two_apart_unless_people_join_them(ledger: list[Judgement]) -> None:
    canonical = cluster(IDS, ledger).canonical
    for judgement in in_force(ledger):
        if judgement.judgement == "negative" and judgement.is_human:
            assert canonical[judgement.left] != canonical[judgement.right]


@given(ledgers())
def test_rules_alone_never_join_across_a_negative(ledger: list[Judgement]) -> None:
    rules = [j for j in ledger if not j.is_human]
    canonical = cluster(IDS, rules).canonical
    for judgement in in_force(rules):
        if judgement.judgement == "negative":
            assert canonical[judgement.left] != canonical[judgement.right]


@given(ledgers(), st.sampled_from(IDS), st.sampled_from(IDS))
def test_a_judgement_taken_away_leaves_no_trace(ledger: list[Judgement], left: str, right: str) -> None:
    before = cluster(IDS, ledger).canonical
    if left != right:
        added = said(left, right, "positive", by="Z Clerk", at="2030-01-01")
        with_it = cluster(IDS, [*ledger, added])
        without = cluster(IDS, [j for j in [*ledger, added] if j is not added])
        assert without.canonical == before
        assert set(with_it.canonical) == set(before)


@given(ledgers())
def test_a_cluster_is_named_after_its_first_member(ledger: list[Judgement]) -> None:
    for chosen, members in cluster(IDS, ledger).members().items():
        assert chosen == min(members)
    for chosen, members in cluster(IDS, ledger, first=lambda i: -ord(i[-1])).members().items():
        assert chosen == max(members)


@given(ledgers())
def test_unsure_joins_nothing(ledger: list[Judgement]) -> None:
    assert cluster(IDS, [j for j in ledger if j.judgement == "unsure"]).canonical == {i: i for i in IDS}


def test_people_override_rules_and_the_later_word_holds() -> None:
    rules = said("per-a", "per-b", "positive")
    two = said("per-b", "per-a", "negative", by="A Clerk", at="2020-01-01")
    one = said("per-a", "per-b", "positive", by="B Clerk", at="2021-01-01")
    assert cluster(IDS, [rules, two]).canonical["per-b"] == "per-b"
    assert cluster(IDS, [rules, two, one]).canonical["per-b"] == "per-a"


def test_a_person_joins_what_rules_keep_apart() -> None:
    ledger = [said("per-a", "per-b", "negative"), said("per-a", "per-b", "positive", by="A Clerk", at="2020-01-01")]
    assert cluster(IDS, ledger).canonical["per-b"] == "per-a"


def test_a_bridge_over_a_negative_is_stopped_and_told() -> None:
    ledger = [
        said("per-a", "per-b", "positive", score=1.0),
        said("per-b", "per-c", "positive", score=0.9),
        said("per-a", "per-c", "negative"),
    ]
    clusters = cluster(IDS, ledger)
    assert clusters.members()["per-a"] == ["per-a", "per-b"]
    assert [(p.pair, n.pair) for p, n in clusters.stopped] == [(("per-b", "per-c"), ("per-a", "per-c"))]


@given(ledgers())
def test_the_ledger_is_written_sorted_and_read_back(
    tmp_path_factory: pytest.TempPathFactory, ledger: list[Judgement]
) -> None:
    folder = tmp_path_factory.mktemp("ledger")
    one, other = folder / "one.jsonl", folder / "other.jsonl"
    write_judgements(one, ledger)
    write_judgements(other, read_judgements(one))
    assert one.read_bytes() == other.read_bytes()
    assert sorted(j.model_dump_json() for j in read_judgements(one)) == sorted(j.model_dump_json() for j in ledger)


def test_a_pair_has_no_direction(tmp_path: Path) -> None:
    assert said("per-b", "per-a", "positive") == said("per-a", "per-b", "positive")
