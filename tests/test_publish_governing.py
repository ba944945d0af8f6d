"""What the boxes and lines of a chart say: who chairs, which organisations sit where, what is proposed, joint, ended."""

from datetime import date

import pytest

from extract.councils import Council
from graph import build_governance
from publish.chart_model import Box
from publish.governing import Governing, governing
from publish.view import Site
from tests.readings import reading

COUNCILS = [Council(id="ashby", name="Ashby Borough Council")]

PAPER = """The <organisation key="steer" kind="group">Steering Group</organisation> <relation type="reports_to" from="steer" to="exec">reports to</relation>
the <organisation key="exec" kind="group">Executive Group</organisation>. It is chaired by
<person key="jo" honorific="Cllr">Jo Marsh</person><relation type="chairs" from="jo" to="steer">:</relation>
<person key="ann">Ann Lee</person> <relation type="member_of" from="ann" to="steer">sits</relation> <relation type="represents" from="ann" to="trust">for</relation>
<organisation key="trust" kind="nhs_body">Dale Vale NHS Trust</organisation>, with
<person key="bo">Bo Hale</person> <relation type="member_of" from="bo" to="steer">also</relation> <relation type="represents" from="bo" to="trust">for it</relation>
and <person key="cy" honorific="Dr">Cy Moss</person> <relation type="member_of" from="cy" to="steer">of</relation>
<relation type="represents" from="cy" to="watch">the</relation> <organisation key="watch" kind="charity">Dale Watch</organisation>.
<person key="di">Di Cole</person> <relation type="member_of" from="di" to="steer">too</relation>.
<person key="ed">Ed Fry</person> <relation type="member_of" from="ed" to="steer" proposed="yes">is to sit</relation>
<relation type="represents" from="ed" to="watch">for the Watch</relation>. The <organisation key="icp" kind="partnership">Dale Partnership</organisation> is
<relation type="joint_with" from="icp" to="trust">joint</relation> <relation type="joint_with" from="exec" to="icp">with</relation> both.
The <organisation key="new" kind="board">Homes Board</organisation> is <relation type="part_of" from="new" to="exec" proposed="yes">proposed under</relation> it.
The <organisation key="wait" kind="board">Library Board</organisation> was named."""


@pytest.fixture(scope="module")
def made() -> Governing:
    governance = build_governance([reading("p1", PAPER, date="2021-03-04")], councils=COUNCILS)
    return governing(Site(governance, date(2022, 1, 1), "test"), "ashby")


def rows(made: Governing, name: str, level: int) -> list[str]:
    box: Box = next(b for b in made.chart.boxes if b.name == name)
    return [row.words for row in box.rows(level)]


def test_a_box_opens_with_chair_and_organisations_and_unfolds_to_names(made: Governing) -> None:
    assert rows(made, "Steering Group", 1) == [
        "Steering Group",
        "Chair: Cllr Jo Marsh",
        "Members by organisation",
        "Dale Vale NHS Trust: 2 people",
        "Dale Watch: Dr Cy Moss",
        "Organisation not stated: Di Cole",
        "Proposed members by organisation",
        "Dale Watch: Ed Fry",
    ]
    assert rows(made, "Steering Group", 2)[3:6] == ["Dale Vale NHS Trust:", "Ann Lee", "Bo Hale"]
    assert rows(made, "Steering Group", 0) == [
        "Steering Group",
        "Chair: Cllr Jo Marsh",
        "Members: 4 people, 2 organisations",
        "Proposed members: 1 person, 1 organisation",
    ]


def test_a_box_says_no_more_than_the_papers(made: Governing) -> None:
    assert rows(made, "Library Board", 2) == ["Library Board"]
    assert rows(made, "Executive Group", 2) == ["Executive Group"]


def test_a_box_of_what_is_only_proposed_says_so(made: Governing) -> None:
    assert rows(made, "Homes Board", 1) == ["Homes Board", "proposed"]
    assert [line.said for line in made.chart.lines if line.type == "part_of"] == ["is part of (proposed)"]


def test_a_joint_body_hangs_below_each_of_its_parents_whichever_is_named_first(made: Governing) -> None:
    names = {b.id: b.name for b in made.chart.boxes}
    lower = {
        (names[x.object], names[x.subject])[:: 1 if x.rank > 0 else -1]
        for x in made.chart.lines
        if x.type == "joint_with"
    }
    assert lower == {("Dale Vale NHS Trust", "Dale Partnership"), ("Executive Group", "Dale Partnership")}


def test_an_organisation_that_only_sits_on_a_body_has_no_box(made: Governing) -> None:
    assert "Dale Watch" not in {b.name for b in made.chart.boxes}


def test_every_line_leads_to_the_words_that_state_it(made: Governing) -> None:
    reports = next(line for line in made.chart.lines if line.type == "reports_to")
    assert reports.quote == "reports to"
    assert all((line.href or "").startswith("../../papers/p1/#p-") for line in made.chart.lines)
