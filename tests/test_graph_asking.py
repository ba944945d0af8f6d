"""Asking the graph: shortest evidenced paths, names that mean several things, who sits where, what nobody scrutinises."""

import pytest

from extract.councils import Council
from graph import build_governance
from graph.asking import AmbiguousName, UnknownName, find, on_both, on_several, path, quote, unscrutinised, who
from graph.governance import Governance
from tests.readings import reading

COUNCILS = [Council(id="ashby", name="London Borough of Ashby"), Council(id="brackwater", name="Brackwater Council")]

FIRST = """<person key="jo" honorific="Cllr">Jo Marsh</person> <relation type="chairs" from="jo" to="steer">chairs</relation> and is a
<relation type="member_of" from="jo" to="steer">member</relation> of the <organisation key="steer" kind="group">Dale Steering Group</organisation>.
It <relation type="reports_to" from="steer" to="icp">reports to</relation> the <organisation key="icp" kind="partnership">Dale Care Partnership</organisation>.
<person key="ann">Ann Lee</person> <relation type="member_of" from="ann" to="icp">sits</relation> on it, and
<relation type="holds_role_at" from="ann" to="trust">works</relation> for the <organisation key="trust" kind="nhs_body">North Dale NHS Trust</organisation>.
Jo Marsh is <relation type="member_of" from="jo" to="trust" proposed="yes">to join</relation> the trust.
The <organisation key="hwb" kind="board">Health and Wellbeing Board</organisation> met.
The <organisation key="scr" kind="committee">Care Scrutiny Committee</organisation> <relation type="scrutinises" from="scr" to="icp">looks into</relation> the partnership.
<person key="pat">Pat Low</person> does <relation type="chairs" from="pat" to="icp" negated="yes">not chair</relation> it."""
SECOND = """The <organisation key="hwb" kind="board">Health and Wellbeing Board</organisation> heard
<person key="kit">Kit Moor</person>, <relation type="member_of" from="kit" to="hwb">a member</relation>, and
<relation type="member_of" from="kit" to="port">one of</relation> the <organisation key="port" kind="board">Brackwater Port Board</organisation>."""
THIRD = """<person key="ann">Ann Lee</person> <relation type="member_of" from="ann" to="icp">sits on</relation>
the <organisation key="icp" kind="partnership">Dale Care Partnership</organisation>."""


@pytest.fixture(scope="module")
def governance() -> Governance:
    readings = [
        reading("ashby-1", FIRST, date="2020-02-20"),
        reading("brack-1", SECOND, council="brackwater", date="2021-02-01"),
        reading("ashby-2", THIRD, date="2021-03-01"),
    ]
    return build_governance(readings, councils=COUNCILS)


def walk(governance: Governance, start: str, end: str) -> list[str] | None:
    steps = path(governance, find(governance, start), find(governance, end))
    if steps is None:
        return None
    return [f"{s.start.name} {'<' if s.backwards else '>'} {s.relation.type} {s.end.name}" for s in steps]


def test_the_shortest_path_is_told_with_what_states_each_step(governance: Governance) -> None:
    assert walk(governance, "Jo Marsh", "Ann Lee") == [
        "Jo Marsh > member_of North Dale NHS Trust",
        "North Dale NHS Trust < holds_role_at Ann Lee",
    ]
    assert walk(governance, "Jo Marsh", "Dale Care Partnership") == [
        "Jo Marsh > chairs Dale Steering Group",
        "Dale Steering Group > reports_to Dale Care Partnership",
    ]
    steps = path(governance, find(governance, "Dale Steering Group"), find(governance, "Dale Care Partnership"))
    assert steps is not None
    assert quote(governance, steps[0].relation) == "Dale Steering Group. It reports to the Dale Care Partnership"


def test_of_ways_of_one_length_what_stands_goes_before_what_is_proposed() -> None:
    text = """<person key="jo">Jo Marsh</person> is <relation type="member_of" from="jo" to="a" proposed="yes">to join</relation>
the <organisation key="a" kind="board">Abbey Dale Board</organisation> and <relation type="member_of" from="jo" to="z">on</relation>
the <organisation key="z" kind="board">Zeal Dale Board</organisation>. <person key="al">Al Reed</person> is
<relation type="member_of" from="al" to="a">on</relation> <relation type="member_of" from="al" to="z">both</relation>."""
    made = build_governance([reading("ashby-1", text)], councils=COUNCILS)
    assert walk(made, "Jo Marsh", "Al Reed") == [
        "Jo Marsh > member_of Zeal Dale Board",
        "Zeal Dale Board < member_of Al Reed",
    ]


def test_no_path_is_none_and_what_is_denied_is_no_step(governance: Governance) -> None:
    assert walk(governance, "Jo Marsh", "Kit Moor") is None
    assert walk(governance, "Pat Low", "Dale Care Partnership") is None
    assert walk(governance, "Ann Lee", "ann lee") == []


def test_a_name_is_found_in_full_in_part_and_by_id(governance: Governance) -> None:
    steering = find(governance, "the dale steering group")
    assert steering.name == "Dale Steering Group"
    assert find(governance, "Steering") == find(governance, steering.id) == steering
    assert find(governance, "Cllr Jo Marsh").name == "Jo Marsh"


def test_an_ambiguous_name_is_refused_with_its_candidates(governance: Governance) -> None:
    with pytest.raises(AmbiguousName, match="Health and Wellbeing Board") as refused:
        find(governance, "Health and Wellbeing Board")
    assert {c.id for c in refused.value.candidates} == {o.id for o in governance.organisations if "Wellbeing" in o.name}
    assert "London Borough of Ashby" in str(refused.value) and "Brackwater Council" in str(refused.value)
    for candidate in refused.value.candidates:
        assert f"[{candidate.id}]" in str(refused.value)
        assert find(governance, candidate.id) is candidate


def test_an_unknown_name_is_a_sentence_that_helps(governance: Governance) -> None:
    with pytest.raises(UnknownName, match="did you mean “Dale Steering Group”"):
        find(governance, "Dale Stearing Group")
    with pytest.raises(UnknownName, match=r"is called “Xyzzy”: look"):
        find(governance, "Xyzzy")
    with pytest.raises(UnknownName, match="Nothing is named"):
        find(governance, " ")


def test_who_sits_on_reports_to_and_scrutinises_a_body(governance: Governance) -> None:
    told = who(governance, find(governance, "Dale Care Partnership"))
    assert [(t.type, t.inward, [r.subject_name for r in t.relations]) for t in told] == [
        ("member_of", True, ["Ann Lee"]),
        ("scrutinises", True, ["Care Scrutiny Committee"]),
        ("reports_to", True, ["Dale Steering Group"]),
    ]
    assert "Pat Low" not in {r.subject_name for t in told for r in t.relations}
    assert {r.as_of for t in told for r in t.relations} == {"2020-02-20", "2021-03-01"}


def test_who_sits_on_both_of_two_bodies(governance: Governance) -> None:
    trust, partnership = find(governance, "North Dale NHS Trust"), find(governance, "Dale Care Partnership")
    (both,) = on_both(governance, partnership, trust)
    assert both.who.name == "Ann Lee"
    assert [{r.type for r in relations} for relations in both.at.values()] == [{"member_of"}, {"holds_role_at"}]
    assert on_both(governance, trust, find(governance, "Brackwater Port Board")) == []


def test_who_sits_on_several_bodies_by_seats_alone(governance: Governance) -> None:
    assert [(b.who.name, len(b.at)) for b in on_several(governance)] == [("Jo Marsh", 2), ("Kit Moor", 2)]


def test_bodies_that_nobody_scrutinises_leave_out_those_that_are_and_those_that_do(governance: Governance) -> None:
    assert [o.name for o in unscrutinised(governance)] == [
        "Brackwater Port Board",
        "Dale Steering Group",
        "Health and Wellbeing Board",
        "Health and Wellbeing Board",
        "North Dale NHS Trust",
    ]
