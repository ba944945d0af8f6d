"""Each check sees what it is for, and nothing where all is well."""

import pytest

from extract.councils import Council
from extract.records import RELATION_ENDS, RELATION_TYPES
from graph import Finding, Judgement, build_governance
from graph.checks import SYMMETRIC
from graph.judgements import Verdict
from graph.layers import LINES
from tests.readings import reading

A = '<organisation key="a" kind="board">Alder Board</organisation>'
B = '<organisation key="b" kind="board">Beech Board</organisation>'
C = '<organisation key="c" kind="board">Cedar Board</organisation>'
JO = '<person key="jo">Jo Marsh</person>'
ANN = '<person key="ann">Ann Lee</person>'


def states(kind: str, subject: str, obj: str, also: str = "") -> str:
    return f'<relation type="{kind}" from="{subject}" to="{obj}"{also}>so</relation>'


def findings(*marked: str) -> list[Finding]:
    papers = [reading(f"p{n}", text, date="2020-01-01") for n, text in enumerate(marked, start=1)]
    return build_governance(papers, councils=[Council(id="ashby", name="Ashby Council")]).findings


@pytest.mark.parametrize(
    ("marked", "level", "check", "says"),
    [
        pytest.param(
            f"{JO} {A} {states('part_of', 'jo', 'a')}",
            "error",
            "ends",
            "“Jo Marsh part_of Alder Board”: Jo Marsh is of people",
            id="ends",
        ),
        pytest.param(
            f"{A} {B} {C} {states('part_of', 'a', 'b')} {states('part_of', 'b', 'c')} {states('part_of', 'c', 'a')}",
            "warning",
            "circle",
            "part_of runs in a circle: “Alder Board part_of Beech Board”",
            id="circle",
        ),
        pytest.param(
            f"{A} {B} {states('joint_with', 'a', 'b')}",
            "note",
            "one_way",
            "“Alder Board joint_with Beech Board” is stated one way",
            id="one way",
        ),
        pytest.param(
            f"{JO} {A} {states('chairs', 'jo', 'a')}", "note", "membership", "no membership says so", id="no membership"
        ),
        pytest.param(
            f"{JO} {ANN} {A} {states('chairs', 'jo', 'a')} {states('chairs', 'ann', 'a')} "
            '<role of="jo" at="a">Chair</role> <role of="ann" at="a">Chair</role>',
            "warning",
            "chairs",
            "Alder Board has more than one chair at 2020-01-01: Ann Lee and Jo Marsh.",
            id="two chairs",
        ),
        pytest.param(
            f"{A} {B} {states('reports_to', 'a', 'b')} {states('reports_to', 'a', 'b', ' negated=' + chr(34) + 'yes' + chr(34))}",
            "warning",
            "denied",
            "both stated and denied",
            id="denied",
        ),
    ],
)
def test_a_check_sees_what_it_is_for(marked: str, level: str, check: str, says: str) -> None:
    (found,) = findings(marked)
    assert (found.level, found.check) == (level, check)
    assert says in found.message
    assert found.papers == ["p1"] and found.records


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(f"{A} {B} {C} {states('part_of', 'a', 'b')} {states('part_of', 'b', 'c')}", id="a ladder"),
        pytest.param(f"{A} {B} {states('joint_with', 'a', 'b')} {states('joint_with', 'b', 'a')}", id="both ways"),
        pytest.param(
            f'{JO} {A} {states("chairs", "jo", "a")} <role of="jo" at="a">Chair</role>', id="chair and member"
        ),
        pytest.param(
            f"{A} {B} {states('reports_to', 'a', 'b')} {states('part_of', 'b', 'a')}", id="two kinds, no circle"
        ),
    ],
)
def test_nothing_is_said_where_all_is_well(marked: str) -> None:
    assert findings(marked) == []


def test_chairs_that_follow_each_other_are_no_finding() -> None:
    papers = [
        reading("p1", f'{JO} {A} {states("chairs", "jo", "a")} <role of="jo" at="a">Chair</role>', date="2019-01-01"),
        reading(
            "p2", f'{ANN} {A} {states("chairs", "ann", "a")} <role of="ann" at="a">Chair</role>', date="2020-01-01"
        ),
    ]
    assert build_governance(papers, councils=[]).findings == []


def test_a_judgement_that_could_not_join_is_told() -> None:
    papers = [
        reading(f"p{n}", f'<person key="a">{name}</person>')
        for n, name in enumerate(["Jo Ash", "Jo Oak", "Jo Elm"], start=1)
    ]
    said: list[tuple[str, str, Verdict]] = [
        ("per-p1-a", "per-p2-a", "positive"),
        ("per-p2-a", "per-p3-a", "positive"),
        ("per-p1-a", "per-p3-a", "negative"),
    ]
    people = [Judgement(left=a, right=b, judgement=v, by="A Clerk", reason="I know") for a, b, v in said]
    (found,) = build_governance(papers, councils=[], judgements=people).findings
    assert (found.level, found.check) == ("warning", "judgement")
    assert "per-p2-a and per-p3-a (I know) stay apart" in found.message


def test_every_relation_type_says_what_may_stand_at_its_ends() -> None:
    assert set(RELATION_ENDS) == set(RELATION_TYPES)
    assert set(LINES) <= set(RELATION_TYPES)
    assert all(RELATION_ENDS[kind][0] == RELATION_ENDS[kind][1] for kind in SYMMETRIC)
