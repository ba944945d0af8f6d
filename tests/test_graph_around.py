"""Charts around one body, person or programme, and system areas of several councils and NHS bodies."""

import pytest

from extract.councils import Council
from graph import Chart, Governance, Surroundings, build_governance
from tests.readings import reading

COUNCILS = [Council(id="ashby", name="Ashby Borough Council"), Council(id="brack", name="Brackwater Council")]

PAPER = """The <organisation key="exec" kind="group">Dale Executive Group</organisation> <relation type="reports_to" from="exec" to="icp">reports to</relation>
the <organisation key="icp" kind="partnership">Dale Care Partnership</organisation>, and the
<organisation key="steer" kind="group">Dale Steering Group</organisation> <relation type="reports_to" from="steer" to="exec">reports to</relation> it.
The Partnership <relation type="reports_to" from="icp" to="alone" negated="yes">does not answer to</relation> the
<organisation key="alone" kind="board">Library Board</organisation>.
<person key="jo">Jo Marsh</person> <relation type="chairs" from="jo" to="steer">chairs</relation> it and
<relation type="leads" from="jo" to="plan">leads</relation> the <programme key="plan" kind="plan">Dale Winter Plan</programme>, which
the Group <relation type="delivers" from="steer" to="plan">delivers</relation>; the <programme key="part" kind="plan">Frailty Plan</programme>
is <relation type="part_of" from="part" to="plan">part of it</relation>.
<person key="ann">Ann Lee</person> <relation type="member_of" from="ann" to="icp">sits</relation> there
<relation type="represents" from="ann" to="ash">for</relation> <organisation key="ash" kind="council">Ashby Borough Council</organisation>, and
<person key="al">Al Reed</person> <relation type="member_of" from="al" to="icp">too</relation> <relation type="represents" from="al" to="ash">for it</relation>.
<person key="bo">Bo Hale</person> <relation type="member_of" from="bo" to="icp">sits</relation>
<relation type="represents" from="bo" to="bra">for</relation> <organisation key="bra" kind="council">Brackwater Council</organisation>.
<organisation key="trust" kind="nhs_body">Dale Vale NHS Trust</organisation> is a <relation type="member_of" from="trust" to="icp">member</relation>
and <relation type="member_of" from="trust" to="exec">sits on the Executive</relation>, as
<person key="di">Di Cole</person> <relation type="member_of" from="di" to="exec">does</relation> <relation type="represents" from="di" to="ash">for Ashby</relation>.
<organisation key="firm" kind="company">Dale Lifts</organisation> was named, and <person key="zed">Zed Ames</person> wrote."""


@pytest.fixture(scope="module")
def governance() -> Governance:
    return build_governance([reading("p1", PAPER)], councils=COUNCILS)


@pytest.fixture(scope="module")
def around(governance: Governance) -> Surroundings:
    return Surroundings(governance)


def id_of(governance: Governance, name: str) -> str:
    every = [*governance.organisations, *governance.people, *governance.programmes]
    return next(e.id for e in every if e.name == name)


def told(chart: Chart | None) -> set[tuple[str, str, str]]:
    assert chart is not None
    names = {body.id: body.name for body in chart.bodies}
    return {(names[x.subject], x.type, names[x.object]) for x in chart.lines}


UP = {
    ("Dale Steering Group", "reports_to", "Dale Executive Group"),
    ("Dale Executive Group", "reports_to", "Dale Care Partnership"),
}


def test_around_a_body_stands_what_is_over_and_under_it(governance: Governance, around: Surroundings) -> None:
    chart = around.chart(id_of(governance, "Dale Executive Group"))
    assert told(chart) == UP
    assert chart is not None
    seats = {b.name: ([s.name for s in b.chairs], [s.name for s in b.members]) for b in chart.bodies}
    assert seats["Dale Executive Group"] == ([], ["Di Cole"])
    assert seats["Dale Steering Group"] == (["Jo Marsh"], [])
    assert seats["Dale Care Partnership"] == ([], [])  # members stand on the body's own chart only
    assert {b.name: b.layer for b in chart.bodies} == {
        "Dale Care Partnership": 0,
        "Dale Executive Group": 1,
        "Dale Steering Group": 2,
    }


def test_around_an_organisation_stand_the_bodies_on_which_it_sits(governance: Governance, around: Surroundings) -> None:
    ashby, trust = id_of(governance, "Ashby Borough Council"), id_of(governance, "Dale Vale NHS Trust")
    between = ("Dale Executive Group", "reports_to", "Dale Care Partnership")
    assert told(around.chart(ashby)) == {
        ("Ashby Borough Council", "member_of", "Dale Care Partnership"),
        ("Ashby Borough Council", "member_of", "Dale Executive Group"),
        between,
    }
    assert told(around.chart(trust)) == {
        ("Dale Vale NHS Trust", "member_of", "Dale Care Partnership"),
        ("Dale Vale NHS Trust", "member_of", "Dale Executive Group"),
        between,
    }
    through = around.through(ashby, id_of(governance, "Dale Care Partnership"))
    assert [seat.name for seat in through] == ["Al Reed", "Ann Lee"]
    assert around.through(trust, id_of(governance, "Dale Care Partnership")) == []


def test_around_a_person_stand_their_bodies_and_to_whom_these_report(
    governance: Governance, around: Surroundings
) -> None:
    chart = around.chart(id_of(governance, "Jo Marsh"))
    assert told(chart) == UP | {
        ("Jo Marsh", "chairs", "Dale Steering Group"),
        ("Jo Marsh", "leads", "Dale Winter Plan"),
    }
    assert chart is not None
    assert next(b for b in chart.bodies if b.name == "Dale Steering Group").chairs == []  # the line says it


def test_around_a_programme_stand_those_who_lead_and_deliver_it(governance: Governance, around: Surroundings) -> None:
    found = told(around.chart(id_of(governance, "Dale Winter Plan")))
    assert found >= {
        ("Jo Marsh", "leads", "Dale Winter Plan"),
        ("Dale Steering Group", "delivers", "Dale Winter Plan"),
        ("Frailty Plan", "part_of", "Dale Winter Plan"),
    }
    assert found <= UP | {
        ("Jo Marsh", "leads", "Dale Winter Plan"),
        ("Dale Steering Group", "delivers", "Dale Winter Plan"),
        ("Frailty Plan", "part_of", "Dale Winter Plan"),
    }


@pytest.mark.parametrize("name", ["Library Board", "Dale Lifts", "Zed Ames"])
def test_around_what_is_tied_to_nothing_there_is_no_chart(
    governance: Governance, around: Surroundings, name: str
) -> None:
    assert around.chart(id_of(governance, name)) is None


def test_an_area_is_several_councils_and_nhs_bodies_on_joint_bodies(
    governance: Governance, around: Surroundings
) -> None:
    (area,) = around.areas()
    names = {e.id: e.name for e in governance.organisations}
    assert [names[i] for i in area.parents] == ["Ashby Borough Council", "Brackwater Council", "Dale Vale NHS Trust"]
    assert [names[i] for i in area.bodies] == ["Dale Care Partnership", "Dale Executive Group"]
    assert told(around.area(area)) == UP


@pytest.mark.parametrize(
    "without",
    ['<relation type="represents" from="bo" to="bra">for</relation>', 'kind="nhs_body"'],
    ids=["one council", "no NHS body"],
)
def test_one_council_or_no_nhs_body_is_no_area(without: str) -> None:
    assert without in PAPER
    changed = PAPER.replace(without, 'kind="company"' if "kind" in without else "for")
    assert Surroundings(build_governance([reading("p1", changed)], councils=COUNCILS)).areas() == []


def test_joint_bodies_that_share_one_parent_are_not_one_area() -> None:
    marked = """<organisation key="a" kind="council">Ashby Borough Council</organisation> and
<organisation key="b" kind="council">Brackwater Council</organisation> and <organisation key="t" kind="nhs_body">Dale Vale NHS Trust</organisation> sit
<relation type="member_of" from="a" to="x">on</relation> <relation type="member_of" from="b" to="x">the</relation>
<relation type="member_of" from="t" to="x">first</relation> <organisation key="x" kind="board">Dale Joint Board</organisation>; on the
<organisation key="y" kind="board">Upland Joint Board</organisation> sit <organisation key="c" kind="council">Corham Council</organisation>,
<relation type="member_of" from="c" to="y">with</relation> <organisation key="d" kind="council">Denby Council</organisation>
<relation type="member_of" from="d" to="y">and</relation> <relation type="member_of" from="t" to="y">the Trust</relation>."""
    areas = Surroundings(build_governance([reading("p1", marked)], councils=COUNCILS)).areas()
    assert sorted(len(area.bodies) for area in areas) == [1, 1]
