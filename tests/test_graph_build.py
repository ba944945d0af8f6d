"""Where papers meet: ids replaced, records merged with every passage kept, each fact once."""

import datetime
import random
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.corrections import Judgement as Said
from extract.councils import Council
from extract.errors import CorpusError
from extract.records import Coverage, Reading
from graph import Governance, Judgement, build_governance, plain_graph, to_node_link
from tests.readings import reading

COUNCILS = [Council(id="ashby", name="London Borough of Ashby"), Council(id="brackwater", name="Brackwater Council")]

FIRST = reading(
    "ashby-1",
    """<person key="jo" honorific="Mr">Jo Marsh</person>, <role of="jo" at="board">Chair</role> of the
<organisation key="board" kind="board">Care Board</organisation>.
He <relation type="chairs" from="jo" to="board">chairs</relation> it, and
it <relation type="reports_to" from="board" to="hwb">reports to</relation>
the <organisation key="hwb" kind="board">Health & Wellbeing Board</organisation> with
<organisation key="nhs" kind="nhs_body">NHS England</organisation>.
<person key="ann">Ann Lee</person> <action owner="jo">is to write to the trust</action>.""",
    date="2019-01-10",
)
SECOND = reading(
    "ashby-2",
    """<person key="jo" honorific="Cllr">Jo Marsh</person>, <role of="jo" at="board">chair</role>, said that the
<organisation key="board" kind="board">Care Board</organisation> (<organisation key="board">the Board</organisation>)
<relation type="reports_to" from="board" to="hwb">reports to</relation> the
<organisation key="hwb" kind="board">Health and Wellbeing Board</organisation>.
<person key="marsh">Marsh</person> <relation type="chairs" from="jo" to="board">chairs</relation> it.
<programme key="bcf" kind="fund">Better Care Fund</programme>.""",
    date="2020-02-20",
)
THIRD = reading(
    "brackwater-1",
    """The <organisation key="hwb" kind="board">Health and Wellbeing Board</organisation> heard
<organisation key="nhs" kind="nhs_body">NHS England</organisation>, which <relation type="commissions" from="nhs" to="bcf">commissions</relation>
the <programme key="bcf" kind="fund">Better Care Fund</programme>.""",
    council="brackwater",
)
READINGS = [FIRST, SECOND, THIRD]


def build(readings: list[Reading] = READINGS, **given: Any) -> Governance:
    return build_governance(readings, councils=COUNCILS, **given)


def dump(governance: Governance) -> dict[str, list[str]]:
    """Everything that is handed on, as text."""
    found = {name: [r.model_dump_json() for r in table] for name, table in governance.tables.items()}
    found["judgements"] = sorted(j.model_dump_json() for j in governance.judgements)
    found["findings"] = sorted(f.model_dump_json() for f in governance.findings)
    return found


def named(governance: Governance, table: str) -> list[str]:
    return [record.name for record in governance.tables[table]]


def test_each_thing_once() -> None:
    governance = build()
    assert named(governance, "people") == ["Ann Lee", "Jo Marsh", "Marsh"]
    assert named(governance, "organisations") == [
        "Care Board",
        "Health & Wellbeing Board",
        "Health and Wellbeing Board",
        "NHS England",
    ]
    assert named(governance, "programmes") == ["Better Care Fund"]


def test_generic_names_of_two_councils_are_two_bodies_and_national_names_one() -> None:
    governance = build()
    boards = [o for o in governance.organisations if "Wellbeing" in o.name]
    assert [o.council for o in boards] == ["ashby", "brackwater"]
    (nhs,) = [o for o in governance.organisations if o.name == "NHS England"]
    assert nhs.council is None
    assert governance.councils_of(nhs) == ["ashby", "brackwater"]
    assert nhs in governance.bodies_of("ashby") and nhs in governance.bodies_of("brackwater")


def test_a_merged_record_keeps_every_passage_by_paper_and_place() -> None:
    board = build().entity("org-ashby-1-board")
    assert board is not None
    assert board.id == "org-ashby-1-board"
    places = [(e.paper_id, e.start) for e in board.quotes("name")]
    assert places == sorted(places)
    assert {paper for paper, _ in places} == {"ashby-1", "ashby-2"}
    assert board.other_names == ["the Board"]


def test_the_fullest_name_wins_and_the_others_have_passages() -> None:
    hwb = build([FIRST, SECOND]).entity("org-ashby-1-hwb")
    assert hwb is not None
    assert (hwb.name, hwb.other_names) == ("Health & Wellbeing Board", ["Health and Wellbeing Board"])
    assert [e.quote for e in hwb.quotes("other_names")] == ["Health and Wellbeing Board"]


def test_the_latest_honorific_wins_with_its_own_passages() -> None:
    jo = build().entity("per-ashby-2-jo")
    assert jo is not None and jo.table == "people"
    assert jo.honorific == "Cllr"  # type: ignore[union-attr]
    assert {e.paper_id for e in jo.quotes("honorific")} == {"ashby-2"}


def test_each_fact_once_with_the_passages_of_every_paper_and_the_latest_date() -> None:
    governance = build()
    (reports,) = [r for r in governance.relations if r.type == "reports_to"]
    assert (reports.id, reports.as_of) == (FIRST.relations[1].id, "2020-02-20")
    assert {e.paper_id for e in reports.quotes("type")} == {"ashby-1", "ashby-2"}
    (membership,) = governance.memberships
    assert (membership.person_id, membership.as_of) == ("per-ashby-1-jo", "2020-02-20")


def test_ids_everywhere_are_those_that_stand_for_the_thing() -> None:
    governance = build()
    known = {r.id for table in ("people", "organisations", "programmes") for r in governance.tables[table]}
    for relation in governance.relations:
        assert {relation.subject_id, relation.object_id} <= known
    assert [(a.owner_id, a.owner_name) for a in governance.actions] == [("per-ashby-1-jo", "Jo Marsh")]
    assert set(governance.graph.nodes) == known
    assert {key for _, _, key in governance.graph.edges(keys=True)} == {r.id for r in governance.relations}


def test_helpers_answer_for_ids_of_papers_and_of_the_whole() -> None:
    governance = build()
    assert governance.record("per-ashby-2-jo") is governance.record("per-ashby-1-jo")
    assert governance.members_of_cluster("per-ashby-2-jo") == ["per-ashby-1-jo", "per-ashby-2-jo"]
    assert [m.role for m in governance.memberships_of("per-ashby-1-jo")] == ["chair"]
    assert governance.members_of("org-ashby-1-board") == governance.memberships_of("per-ashby-1-jo")
    assert {r.type for r in governance.relations_of("org-ashby-1-board")} == {"chairs", "reports_to"}
    assert governance.entity("nobody") is None and governance.entity(None) is None


def test_people_can_part_and_join_and_take_it_back() -> None:
    before = dump(build())
    two = Said(
        kind="different",
        left="per-ashby-2-jo",
        right="per-ashby-1-jo",
        who="A Clerk",
        when=datetime.date(2021, 1, 1),
        why="uncle and niece",
    )
    apart = build(judgements=[two])
    assert [p.id for p in apart.people if p.name == "Jo Marsh"] == ["per-ashby-1-jo", "per-ashby-2-jo"]
    assert len(apart.memberships) == 2
    one = Judgement(
        left="per-ashby-2-marsh", right="per-ashby-1-jo", judgement="positive", by="A Clerk", reason="he is"
    )
    joined = build(judgements=[one])
    assert "Marsh" not in named(joined, "people")
    jo = joined.entity("per-ashby-1-jo")
    assert jo is not None and "Marsh" in jo.other_names
    assert dump(build()) == before


def test_a_judgement_on_what_does_not_exist_is_refused() -> None:
    with pytest.raises(CorpusError, match="names per-nobody, which is no person"):
        build(
            judgements=[Judgement(left="per-nobody", right="per-ashby-1-jo", judgement="positive", by="A", reason="-")]
        )
    with pytest.raises(CorpusError, match="both must be of one table"):
        build(
            judgements=[
                Judgement(left="org-ashby-1-hwb", right="per-ashby-1-jo", judgement="positive", by="A", reason="-")
            ]
        )


def test_two_papers_of_one_id_are_refused() -> None:
    with pytest.raises(CorpusError, match="2 papers have the id ashby-1"):
        build([FIRST, FIRST])


@given(st.randoms(use_true_random=False))
def test_the_order_of_papers_changes_nothing(shuffle: random.Random) -> None:
    readings = list(READINGS)
    shuffle.shuffle(readings)
    assert dump(build(readings)) == dump(build())


def test_a_later_paper_changes_no_id() -> None:
    known = {r.id for r in build([FIRST]).tables["organisations"]}
    assert known <= {r.id for r in build().tables["organisations"]}


def test_readings_are_left_as_they_were() -> None:
    before = [r.model_dump_json() for r in READINGS]
    build()
    assert [r.model_dump_json() for r in READINGS] == before


def test_one_stated_relation_gives_a_parent_and_a_successor() -> None:
    paper = reading(
        "p1",
        """The <organisation key="g" kind="group">Falls Group</organisation> is <relation type="part_of" from="g" to="b">part of</relation>
the <organisation key="b" kind="board">Care Board</organisation>, which <relation type="succeeds" from="b" to="old">took over from</relation>
the <organisation key="old" kind="board">Joint Board</organisation>.""",
    )
    governance = build([paper])
    group, old = governance.entity("org-p1-g"), governance.entity("org-p1-old")
    assert group is not None and group.parent_id == "org-p1-b"  # type: ignore[union-attr]
    assert old is not None and old.successor_id == "org-p1-b"  # type: ignore[union-attr]


def test_a_relation_of_a_thing_to_itself_is_left_out_and_told() -> None:
    paper = reading(
        "p1",
        '<organisation key="a" kind="board">Care Board</organisation> is <relation type="joint_with" from="a" to="a">joint with</relation> itself',
    )
    governance = build([paper])
    assert governance.relations == []
    assert [(f.level, f.check) for f in governance.findings] == [("note", "itself")]


def test_a_relation_without_an_end_is_an_error() -> None:
    paper = FIRST.model_copy(deep=True)
    paper.relations[0].object_id = "org-gone"
    findings = build([paper]).findings
    assert [(f.level, f.check) for f in findings if f.level == "error"] == [("error", "dangling")]


def test_coverage_is_handed_on() -> None:
    covered = Coverage(id="cov-1", council="ashby", listed=3, read=2, failed=1, why="empty")
    assert build(coverage=[covered]).coverage == [covered]


def test_graph_files_take_the_plain_graph(tmp_path: Any) -> None:
    plain = plain_graph(build().graph)
    nx.write_graphml(plain, tmp_path / "g.graphml")
    nx.write_gexf(plain, tmp_path / "g.gexf")
    assert set(nx.read_graphml(tmp_path / "g.graphml").nodes) == set(plain.nodes)
    nhs = plain.nodes["org-ashby-1-nhs"]
    assert (nhs["councils"], nhs["label"], nhs["kind"]) == ("ashby; brackwater", "NHS England", "nhs_body")


def test_node_link_is_in_a_fixed_order_and_reads_back() -> None:
    data = to_node_link(build())
    assert [n["id"] for n in data["nodes"]] == sorted(n["id"] for n in data["nodes"])
    again = nx.node_link_graph(data, edges="edges")
    assert set(again.nodes) == set(build().graph.nodes)
