"""The chart of one council: layers, seats, lines, and the same as a nested list."""

from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from extract.councils import Council
from graph import Chart, build_governance, governance_chart
from graph.layers import Branch, ChartBody
from tests.readings import reading

COUNCILS = [Council(id="ashby", name="London Borough of Ashby"), Council(id="brackwater", name="Brackwater Council")]

PAPER = """The <organisation key="cab" kind="cabinet">Cabinet</organisation> and the
<organisation key="scr" kind="committee">Care Scrutiny Committee</organisation>, which
<relation type="scrutinises" from="scr" to="cab">scrutinises</relation> it.
The <organisation key="icp" kind="partnership">Dale Care Partnership</organisation> is
<relation type="joint_with" from="icp" to="cab">joint</relation> <relation type="joint_with" from="icp" to="ccg">with</relation>
the <organisation key="ccg" kind="nhs_body">Ashby CCG</organisation>.
The <organisation key="steer" kind="group">Steering Group</organisation> <relation type="reports_to" from="steer" to="icp">reports to</relation> it
and is <relation type="reports_to" from="steer" to="cab" proposed="yes">to report to</relation> the Cabinet.
<person key="jo">Jo Marsh</person> <relation type="chairs" from="jo" to="steer">chairs</relation> it.
<person key="ann">Ann Lee</person> <relation type="member_of" from="ann" to="steer">sits</relation> on it
<relation type="represents" from="ann" to="ccg">for</relation> the CCG.
<organisation key="trust" kind="nhs_body">North Dale NHS Trust</organisation> is a
<relation type="member_of" from="trust" to="steer">member</relation>.
A <organisation key="new" kind="board">Homes Board</organisation> is
<relation type="part_of" from="new" to="cab" proposed="yes">proposed under</relation> the Cabinet.
It is <relation type="reports_to" from="new" to="scr" negated="yes">not answerable</relation> to scrutiny.
The <organisation key="alone" kind="board">Library Board</organisation> was named."""


def chart_of(marked: str = PAPER) -> Chart:
    return governance_chart(build_governance([reading("p1", marked)], councils=COUNCILS), "ashby")


def body(chart: Chart, name: str) -> ChartBody:
    return next(b for b in chart.bodies if b.name == name)


def walk(branches: Iterator[Branch] | list[Branch] | tuple[Branch, ...]) -> Iterator[Branch]:
    for branch in branches:
        yield branch
        yield from walk(branch.below)


def test_bodies_stand_below_those_they_answer_to() -> None:
    assert {b.name: b.layer for b in chart_of().bodies} == {
        "Care Scrutiny Committee": 0,
        "Ashby CCG": 0,
        "Dale Care Partnership": 0,
        "Library Board": 0,
        "Cabinet": 1,
        "Steering Group": 2,
        "Homes Board": 2,
    }


def test_who_chairs_and_sits_and_for_whom() -> None:
    steering = body(chart_of(), "Steering Group")
    assert [s.name for s in steering.chairs] == ["Jo Marsh"]
    assert [(s.name, [name for _, name in s.sits_for]) for s in steering.members] == [("Ann Lee", ["Ashby CCG"])]
    assert [s.name for s in steering.member_organisations] == ["North Dale NHS Trust"]


def test_a_joint_body_stands_between_its_parents() -> None:
    assert body(chart_of(), "Dale Care Partnership").joint_between == ["org-p1-cab", "org-p1-ccg"]


def test_what_is_only_proposed_is_marked_and_what_is_denied_left_out() -> None:
    chart = chart_of()
    assert [b.name for b in chart.bodies if b.proposed] == ["Homes Board"]
    assert {(line.type, line.subject) for line in chart.lines if line.proposed} == {
        ("reports_to", "org-p1-steer"),
        ("part_of", "org-p1-new"),
    }
    assert not [line for line in chart.lines if line.object == "org-p1-scr"]


def test_the_nested_list_tells_every_body_once_in_full() -> None:
    chart = chart_of()
    told = [branch.body for branch in walk(chart.tree) if not branch.again]
    assert sorted(told) == sorted(b.id for b in chart.bodies)
    again = [branch for branch in walk(chart.tree) if branch.again]
    assert [branch.body for branch in again] == ["org-p1-steer"]
    assert again[0].below == ()


def test_a_council_with_nothing_stated_has_an_empty_chart() -> None:
    governance = build_governance([reading("p1", PAPER)], councils=COUNCILS)
    assert governance_chart(governance, "brackwater") == Chart("brackwater", [], [], [])


NAMES = ["Alder Board", "Beech Board", "Cedar Board", "Dogwood Board", "Elm Board"]


@st.composite
def webs(draw: st.DrawFn) -> str:
    """Any relations between five boards, circles and all."""
    ends = st.sampled_from(range(len(NAMES)))
    kinds = st.sampled_from(["part_of", "reports_to", "scrutinises", "joint_with", "commissions", "advises"])
    stated = draw(st.lists(st.tuples(kinds, ends, ends), max_size=12))
    named = " ".join(f'<organisation key="k{n}" kind="board">{name}</organisation>' for n, name in enumerate(NAMES))
    return named + "".join(f' <relation type="{k}" from="k{s}" to="k{o}">so</relation>' for k, s, o in stated)


@given(webs())
def test_any_web_gives_a_chart_and_a_list_of_the_same_content(marked: str) -> None:
    chart = chart_of(marked)
    bodies = {b.id for b in chart.bodies}
    assert {end for line in chart.lines for end in (line.subject, line.object)} <= bodies
    assert [b.id for layer in chart.layers() for b in layer] == [b.id for b in chart.bodies]
    told = [branch.body for branch in walk(chart.tree) if not branch.again]
    assert sorted(told) == sorted(bodies)
    under = {
        line.relation_id for line in chart.lines if line.type in ("part_of", "reports_to", "scrutinises", "advises")
    }
    assert {branch.line.relation_id for branch in walk(chart.tree) if branch.line is not None} == under
    layer = {b.id: b.layer for b in chart.bodies}
    for line in chart.lines:
        if line.type in ("part_of", "reports_to") and not line.closes_circle:
            assert layer[line.subject] > layer[line.object]
