"""The scorer is itself on trial: small annotations and finds made by hand, with the counts they must give."""

import json
import re
from html import unescape
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.blocks import Block, Layout
from extract.errors import CorpusError
from extract.records import Action, Membership, Organisation, Paper, Person, Programme, Reading, Relation
from matters.finds import Finds, FoundAction, FoundDecision, FoundName, FoundPerson, FoundRelation, finds_of
from matters.gold import FLOORS, GoldPaper, load_paper, load_sets
from matters.matching import name_similarity, pair_off, person_similarity, same_values, text_similarity
from matters.rivals import RIVALS
from matters.scoring import score_paper
from matters.tally import SCORED, Score

GOLD = Path(__file__).parent.parent / "corpus" / "gold"


def gold_paper(**lists: object) -> GoldPaper:
    """An annotation of a made-up paper."""
    return GoldPaper.model_validate({"id": "made-up", "file": "f.txt", "annotated_text": "f.txt", **lists})


def counts(score: Score, table: str) -> tuple[int, int, int]:
    """Annotated, found and matched."""
    tally = score.tallies[table]
    return tally.gold, tally.found, tally.matched


def whats(score: Score, table: str) -> list[str]:
    return [fault.what for fault in score.faults if fault.record == table]


def person(name: str, *roles: str, at: tuple[str, ...] = ()) -> FoundPerson:
    return FoundPerson(name, names=(name,), roles=roles, organisations=tuple((body,) for body in at))


def body(*names: str) -> FoundName:
    return FoundName(names[0], names=names)


def edge(subject: str, predicate: str, object_: str) -> FoundRelation:
    return FoundRelation(f"{subject} {predicate} {object_}", subject=(subject,), predicate=predicate, object=(object_,))


APPROVE = "That the footbridge at Mill Lane be approved"
SHARE = "Ms Okoro would share the survey with members"
DECISION = {"text": APPROVE, "verb": "approve", "kind": "resolved"}


# -- likeness ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("found", "gold", "match"),
    [
        pytest.param(APPROVE, APPROVE.upper() + ".", True, id="case and full stop"),
        pytest.param("RESOLVED: " + APPROVE + " subject to a survey", APPROVE, True, id="holds the annotation"),
        pytest.param("the footbridge at Mill Lane", APPROVE, True, id="held by the annotation"),
        pytest.param("approved", APPROVE, False, id="one word inside is not enough"),
        pytest.param("That the car park at Station Road be closed", APPROVE, False, id="other words"),
        pytest.param("", APPROVE, False, id="nothing"),
    ],
)
def test_texts_match(found: str, gold: str, match: bool) -> None:
    assert (text_similarity(found, gold) > 0) is match


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        pytest.param("Cllr J Marsh", "Joan Marsh", True, id="initial and full name"),
        pytest.param("Ms Marsh", "Joan Marsh", True, id="surname with title"),
        pytest.param("Sheahan (J)", "Cllr. J. Sheahan", True, id="initial behind"),
        pytest.param("Ben Vale", "Benjamin Vale", True, id="short form"),
        pytest.param("Mr R Love OBE", "R Love", True, id="letters after the name"),
        pytest.param("Elisa O’ Donovan", "Elisa O'Donovan", True, id="apostrophe and space"),
        pytest.param("Mr Marsh", "Mrs Marsh", False, id="another title"),
        pytest.param("Joan Marsh", "Peter Marsh", False, id="another first name"),
        pytest.param("Joan Marsh", "Joan Vale", False, id="another surname"),
    ],
)
def test_names_of_people_match(left: str, right: str, same: bool) -> None:
    assert (person_similarity(left, right) > 0) is same
    assert (person_similarity(right, left) > 0) is same


def test_names_of_bodies_match_by_form_or_alias() -> None:
    accepted = ("Fenwick Clinical Commissioning Group", "FCCG")
    assert name_similarity(("the Fenwick CCG",), accepted) == 1.0
    assert name_similarity(("FCCG",), accepted) > name_similarity(("Other Body", "FCCG"), accepted) > 0
    assert name_similarity(("Fenwick",), accepted) == 0.0


@pytest.mark.parametrize(
    ("found", "accepted", "same"),
    [
        pytest.param("the Clerk", ["Clerk"], True, id="article"),
        pytest.param("for the May meeting", ["May meeting"], True, id="preposition"),
        pytest.param("Chairman", ["Chair"], True, id="usual form"),
        pytest.param(None, [None], True, id="both blank"),
        pytest.param(None, ["the Clerk"], False, id="blank is not a value"),
        pytest.param("the Clerk", [None], False, id="a value is not blank"),
    ],
)
def test_values_match(found: str | None, accepted: list[str | None], same: bool) -> None:
    assert same_values(found, accepted) is same


# -- pairing -------------------------------------------------------------------------------------------------------------


def test_pairing_finds_as_many_pairs_as_can_be() -> None:
    assert pair_off([[1.0, 0.9], [0.8, 0.0]]) == [(0, 1), (1, 0)], (
        "taking the greatest weight first would leave one alone"
    )


@given(st.lists(st.lists(st.sampled_from([0.0, 0.3, 0.5, 1.0]), min_size=4, max_size=4), min_size=1, max_size=4))
def test_pairing_is_the_best_there_is(weights: list[list[float]]) -> None:
    """Against every way of pairing: as many pairs as can be, and of those the greatest sum; never one row or column twice."""

    def worth(pairs: list[tuple[int, int]]) -> tuple[int, float]:
        kept = [weights[row][column] for row, column in pairs if weights[row][column] > 0]
        return len(kept), round(sum(kept), 6)

    pairs = pair_off(weights)
    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)
    ways = ([(row, order[row]) for row in range(len(weights))] for order in permutations(range(4), len(weights)))
    assert worth(pairs) == max(worth(way) for way in ways)
    turned = [(row, column) for column, row in pair_off([list(column) for column in zip(*weights, strict=True)])]
    assert worth(turned) == worth(pairs)


def test_one_find_cannot_serve_two_annotations() -> None:
    gold = gold_paper(decisions=[DECISION, {**DECISION, "text": APPROVE + " at a cost of forty pounds"}])
    score = score_paper(gold, Finds(decisions=[FoundDecision(APPROVE, kind="resolved", verb="approve")]))
    assert counts(score, "decisions") == (2, 1, 1)


def test_two_finds_in_one_passage_are_one_match_and_one_false_find() -> None:
    gold = gold_paper(actions=[{"text": SHARE, "owner": "Ms Okoro"}])
    twice = [FoundAction(SHARE, SHARE, 10, 60, owners=("Ms Okoro",)), FoundAction(SHARE[3:], SHARE[3:], 13, 60)]
    score = score_paper(gold, Finds(actions=twice))
    assert counts(score, "actions") == (1, 2, 1)
    assert whats(score, "actions") == ["false find"]


def test_a_second_print_counts_once() -> None:
    gold = gold_paper(decisions=[DECISION])
    found = [FoundDecision(APPROVE, APPROVE, start, start + 44, kind="resolved", verb="approve") for start in (0, 500)]
    assert counts(score_paper(gold, Finds(decisions=found)), "decisions") == (1, 1, 1)


# -- what counts ---------------------------------------------------------------------------------------------------------


def test_optional_is_neutral_found_or_not() -> None:
    gold = gold_paper(decisions=[DECISION], optional={"decisions": [{"text": "The Board endorsed the plan last year"}]})
    hit = FoundDecision(APPROVE, kind="resolved", verb="approve")
    extra = FoundDecision("The Board endorsed the plan last year", kind="agreed", verb="endorse")
    for found in ([hit], [hit, extra]):
        assert counts(score_paper(gold, Finds(decisions=found)), "decisions") == (1, 1, 1)
    assert counts(score_paper(gold, Finds(decisions=[extra])), "decisions") == (1, 0, 0)


def test_what_counts_is_paired_before_what_is_optional() -> None:
    gold = gold_paper(
        organisations=["Care Board"],
        organisation_aliases={"Care Board": ["the Board"]},
        optional={"organisations": ["Board"]},
    )
    score = score_paper(gold, Finds(organisations=[body("Board")]))
    assert counts(score, "organisations") == (1, 1, 1)


def test_kind_and_verb_of_matched_decisions() -> None:
    score = score_paper(
        gold_paper(decisions=[DECISION]), Finds(decisions=[FoundDecision(APPROVE, kind="agreed", verb="approve")])
    )
    tally = score.tallies["decisions"]
    assert (tally.rate("kind"), tally.rate("verb"), tally.matched, tally.whole) == (0.0, 1.0, 1, 0)
    assert whats(score, "decisions") == ["wrong kind"]


def test_routine_is_scored_with_and_without() -> None:
    minutes = "That the minutes of the last meeting be signed"
    gold = gold_paper(decisions=[DECISION, {"text": minutes, "verb": "sign", "kind": "resolved", "routine": True}])
    found = [
        FoundDecision(minutes, kind="resolved", verb="sign", routine=True),
        FoundDecision("That the accounts be paid", routine=True),
    ]
    score = score_paper(gold, Finds(decisions=found))
    assert counts(score, "decisions") == (2, 2, 1)
    assert counts(score, "decisions without routine") == (1, 0, 0)


def test_nothing_outside_the_annotated_part_counts() -> None:
    finds = Finds(
        decisions=[FoundDecision("That the shed be sold", "That the shed be sold", 0, 21)],
        organisations=[body("Shed Society")],
        relations=[edge("Shed Society", "part_of", "Mill Lane Trust")],
    )
    score = score_paper(gold_paper(decisions=[DECISION]), finds, inside=f"1. {APPROVE}. Mill Lane Trust was thanked.")
    assert [counts(score, table) for table in ("decisions", "organisations", "relations")] == [
        (1, 0, 0),
        (0, 0, 0),
        (0, 0, 0),
    ]


@pytest.mark.parametrize(
    ("owners", "right"),
    [
        pytest.param(("Ms Okoro",), True, id="as written"),
        pytest.param(("She", "Adaeze Okoro"), True, id="the person meant"),
        pytest.param(("AO",), True, id="an alias"),
        pytest.param(("Mr Okoro",), False, id="another person of that surname"),
        pytest.param(("the Clerk",), False, id="somebody else"),
        pytest.param((), False, id="nobody"),
    ],
)
def test_owners(owners: tuple[str, ...], right: bool) -> None:
    gold = gold_paper(
        actions=[{"text": SHARE, "owner": "Ms Okoro"}],
        people=[{"name": "Ms Adaeze Okoro"}],
        people_aliases={"Ms Adaeze Okoro": ["Ms Okoro", "AO"]},
    )
    score = score_paper(gold, Finds(actions=[FoundAction(SHARE, owners=owners)]))
    assert score.tallies["actions"].rate("owner") == float(right)


@pytest.mark.parametrize(
    ("owners", "right"),
    [
        pytest.param(("the Clerk and JM",), True, id="both, in other words"),
        pytest.param(("JM/AO",), True, id="in another order"),
        pytest.param(("JM",), False, id="one of two"),
        pytest.param(("JM and PV",), False, id="one of two, and another"),
    ],
)
def test_several_owners(owners: tuple[str, ...], right: bool) -> None:
    gold = gold_paper(
        actions=[{"text": SHARE, "owner": "AO/JM"}],
        people=[{"name": "Ms Adaeze Okoro"}, {"name": "Joan Marsh"}],
        people_aliases={"Ms Adaeze Okoro": ["the Clerk", "AO"], "Joan Marsh": ["JM"]},
    )
    score = score_paper(gold, Finds(actions=[FoundAction(SHARE, owners=owners)]))
    assert score.tallies["actions"].rate("owner") == float(right)


def test_due_as_written_and_as_a_date() -> None:
    gold = gold_paper(actions=[{"text": SHARE, "owner": None, "due": "in autumn 2017", "due_edtf": "2017-23"}])
    right = score_paper(gold, Finds(actions=[FoundAction(SHARE, due="autumn 2017", due_date="2017-23")])).tallies[
        "actions"
    ]
    wrong = score_paper(gold, Finds(actions=[FoundAction(SHARE, due="autumn 2017", due_date="2017")])).tallies[
        "actions"
    ]
    blank = score_paper(gold, Finds(actions=[FoundAction(SHARE)])).tallies["actions"]
    assert [(tally.rate("due"), tally.rate("date")) for tally in (right, wrong, blank)] == [
        (1.0, 1.0),
        (1.0, 0.0),
        (0.0, None),
    ]


@pytest.mark.parametrize(
    ("found", "role", "organisation"),
    [
        pytest.param(person("Joan Marsh", "Chair", at=("Mill Lane Trust",)), 1.0, 1.0, id="both"),
        pytest.param(person("Joan Marsh", "Chair of the Mill Lane Trust"), 1.0, 0.0, id="body inside the role"),
        pytest.param(person("Joan Marsh", "Clerk", at=("Other Trust",)), 0.0, 0.0, id="neither"),
        pytest.param(person("Joan Marsh"), 0.0, 0.0, id="blank"),
    ],
)
def test_role_and_organisation(found: FoundPerson, role: float, organisation: float) -> None:
    gold = gold_paper(
        people=[{"name": "Mrs J Marsh", "role": "Chairman", "organisation": "Mill Lane Trust"}],
        organisations=["Mill Lane Trust"],
    )
    tally = score_paper(gold, Finds(people=[found])).tallies["people"]
    assert (tally.matched, tally.rate("role"), tally.rate("organisation")) == (1, role, organisation)


def test_a_blank_role_is_right_only_when_none_is_guessed() -> None:
    gold = gold_paper(
        people=[{"name": "Joan Marsh"}],
        organisations=["Mill Lane Trust"],
        relations=[{"subject": "Joan Marsh", "predicate": "member_of", "object": "Mill Lane Trust"}],
    )
    verdicts = {
        found: score_paper(gold, Finds(people=[found])).tallies["people"]
        for found in (
            person("Joan Marsh", "Member", at=("Mill Lane Trust",)),
            person("Joan Marsh", "Clerk", at=("Town Council",)),
        )
    }
    assert [(tally.rate("role"), tally.rate("organisation")) for tally in verdicts.values()] == [(1.0, 1.0), (0.0, 0.0)]


def test_relations_match_by_aliases_and_by_what_says_the_same() -> None:
    gold = gold_paper(
        people=[{"name": "Joan Marsh"}],
        organisations=["Care Board", "Delivery Group"],
        organisation_aliases={"Delivery Group": ["DG"]},
        relations=[
            {"subject": "Joan Marsh", "predicate": "chairs", "object": "Care Board"},
            {
                "subject": "Delivery Group",
                "predicate": "reports_to",
                "object": "Care Board",
                "alternatives": [{"subject": "Care Board", "predicate": "scrutinises", "object": "Delivery Group"}],
            },
        ],
    )
    found = [
        edge("Mrs Marsh", "chairs", "the Care Board"),
        edge("Care Board", "scrutinises", "DG"),
        edge("Care Board", "reports_to", "Delivery Group"),
        edge("Care Board", "linked_to", "Delivery Group"),
    ]
    score = score_paper(gold, Finds(relations=found))
    assert counts(score, "relations") == (2, 3, 2), (
        "the turned arrow is false; a type that annotations do not use is not counted"
    )
    assert score.tallies["relations"].outside == 1


def test_the_predicate_as_annotated_is_paired_before_one_that_says_the_same() -> None:
    gold = gold_paper(
        people=[{"name": "Joan Marsh"}],
        organisations=["Mill Lane Trust"],
        relations=[{"subject": "Joan Marsh", "predicate": "holds_role_at", "object": "Mill Lane Trust"}],
    )
    found = [edge("Joan Marsh", predicate, "Mill Lane Trust") for predicate in ("represents", "holds_role_at")]
    assert counts(score_paper(gold, Finds(relations=found)), "relations") == (1, 1, 1)
    assert counts(score_paper(gold, Finds(relations=found[:1])), "relations") == (1, 1, 1)


def test_a_paper_that_breaks_misses_everything() -> None:
    gold = gold_paper(decisions=[DECISION], people=[{"name": "Joan Marsh"}], organisations=["Mill Lane Trust"])
    score = score_paper(gold, None)
    assert (score.all.gold, score.all.found, score.all.matched) == (3, 0, 0)
    assert score.all.recall == 0.0 and score.all.precision is None


def test_scores_add_up() -> None:
    gold = gold_paper(decisions=[DECISION])
    total = score_paper(gold, None)
    total += score_paper(gold, Finds(decisions=[FoundDecision(APPROVE, kind="resolved", verb="approve")]))
    assert counts(total, "decisions") == (2, 1, 1)
    assert total.tallies["decisions"].f1 == pytest.approx(2 / 3)


# -- rivals --------------------------------------------------------------------------------------------------------------

TEXT = f"""Present: Joan Marsh, Chair.

RESOLVED: {APPROVE}.

{SHARE}. The Mill Lane Trust was thanked for the Green Lanes Strategy.
"""


def rival_score(name: str) -> Score:
    gold = gold_paper(
        decisions=[DECISION],
        actions=[{"text": SHARE, "owner": "Ms Okoro"}],
        people=[{"name": "Joan Marsh"}],
        organisations=["Mill Lane Trust"],
        programmes=["Green Lanes Strategy"],
    )
    return score_paper(gold, RIVALS[name](TEXT))


def test_everything_finds_all_and_is_hardly_ever_right() -> None:
    score = rival_score("everything")
    assert [score.tallies[name].recall for name in SCORED[:5]] == [1.0] * 5
    assert all((score.tallies[name].precision or 0) < 0.5 for name in SCORED[:5])


def test_nothing_finds_nothing() -> None:
    score = rival_score("nothing")
    assert (score.all.found, score.all.recall) == (0, 0.0)


def test_regular_expressions_find_the_plain_cases() -> None:
    score = rival_score("regular expressions")
    assert [score.tallies[name].recall for name in SCORED[:5]] == [1.0] * 5


# -- readings and annotations --------------------------------------------------------------------------------------------


def test_a_reading_is_flattened_with_roles_bodies_and_forms() -> None:
    layout = Layout(text="x", blocks=[Block(index=0, kind="paragraph", start=0, end=1, body_start=0)], format="text")
    reading = Reading(
        paper=Paper(id="p", sha256="0", format="text", words=1),
        layout=layout,
        actions=[
            Action(id="a", text=SHARE, kind="action", owner_raw="She", owner_name="Adaeze Okoro", due_raw="in May")
        ],
        people=[Person(id="1", name="Adaeze Okoro", honorific="Ms", other_names=["Ms Okoro"])],
        memberships=[
            Membership(
                id="m",
                person_id="1",
                person_name="Adaeze Okoro",
                role="Clerk",
                organisation_id="2",
                organisation_name="MLT",
            )
        ],
        organisations=[Organisation(id="2", name="Mill Lane Trust", other_names=["MLT"])],
        programmes=[Programme(id="3", name="Green Lanes Strategy")],
        relations=[
            Relation(
                id="r", subject_id="2", subject_name="Mill Lane Trust", type="leads", object_id="3", object_name="GLS"
            ),
            Relation(
                id="s", subject_id="2", subject_name="MLT", type="leads", object_id="3", object_name="GLS", negated=True
            ),
        ],
    )
    finds = finds_of(reading)
    assert finds.actions[0].owners == ("She", "Adaeze Okoro")
    assert finds.people[0].names == ("Ms Adaeze Okoro", "Ms Okoro")
    assert (finds.people[0].roles, finds.people[0].organisations) == (("Clerk",), (("MLT", "Mill Lane Trust"),))
    assert [(r.subject, r.object) for r in finds.relations] == [
        (("Mill Lane Trust", "MLT"), ("GLS", "Green Lanes Strategy"))
    ]


def test_paths_are_relative_to_the_folder_above(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "a.json").write_text(
        json.dumps({"id": "a", "file": "../papers/a.txt", "annotated_text": "part/a.txt"})
    )
    (one,) = load_sets([tmp_path / "gold"])[0].papers
    assert one.path("file").resolve() == (tmp_path.parent / "papers" / "a.txt").resolve()
    assert one.path("annotated") == tmp_path.resolve() / "part" / "a.txt"


def test_an_annotation_that_is_not_right_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        '{"id": "a", "file": "a.txt", "annotated_text": "a.txt", "decisions": [{"verb": "note"}]}'
    )
    with pytest.raises(CorpusError, match=r"a\.json: decisions\.0\.text"):
        load_paper(tmp_path / "a.json")
    (tmp_path / "empty").mkdir()
    with pytest.raises(CorpusError, match="no annotations"):
        load_sets([tmp_path / "empty"])


# -- the annotations of the corpus ---------------------------------------------------------------------------------------

ANNOTATIONS = sorted(path for path in GOLD.glob("*.json") if path.name != FLOORS)
SPECIMENS = sorted(GOLD.glob("specimens*/*.json"))


@pytest.mark.parametrize("path", [*ANNOTATIONS, *SPECIMENS], ids=lambda path: path.stem)
def test_every_quote_stands_in_its_paper(path: Path) -> None:
    gold = load_paper(path)
    paper = gold.path("file")
    words = paper.read_text(encoding="utf-8")
    if paper.suffix == ".html":
        words = unescape(re.sub(r"<[^>]+>", " ", words))
    text = " ".join(words.split())
    aliases = {**gold.people_aliases, **gold.organisation_aliases, **gold.programme_aliases}
    for lists in (gold, gold.optional):
        for item in (*lists.decisions, *lists.actions):
            assert item.text in text
        for action in lists.actions:
            assert all(value in text for value in (action.owner, action.due, *action.owner_alternatives) if value)
        for name in (*(person.name for person in lists.people), *lists.organisations, *lists.programmes):
            assert any(form in text for form in (name, *aliases.get(name, ()))), name


@pytest.mark.parametrize("path", [*ANNOTATIONS, *SPECIMENS], ids=lambda path: path.stem)
def test_relations_are_between_annotated_entities(path: Path) -> None:
    gold = load_paper(path)
    names = {
        name
        for lists in (gold, gold.optional)
        for name in (*(person.name for person in lists.people), *lists.organisations, *lists.programmes)
    }
    triples = [triple for lists in (gold, gold.optional) for triple in lists.relations]
    assert {end for triple in triples for end in (triple.subject, triple.object)} <= names
    assert len({(triple.subject, triple.predicate, triple.object) for triple in triples}) == len(triples)


def test_the_five_papers_are_annotated() -> None:
    assert len(ANNOTATIONS) == 5
