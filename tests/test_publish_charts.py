"""Charts: every line of its own kind, nothing on top of anything else, links that can be hit, hostile names harmless."""

import itertools
import math
import re
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layers import TIES
from publish import chart_legend
from publish.chart_settings import settings as chart_settings
from publish.chart_svg import standalone
from publish.chart_words import width, wrap
from publish.charts import Box, Chart, Drawn, Line, Row, draw
from tests.tiny import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"
NAMES = [*HOSTILE, "endless" * 1500, "\u202eevil\u2066 \u200fboard", "]]> <!-- & &amp; -->"]
Element = ElementTree.Element


def box(id: str, name: str = "", **more: object) -> Box:
    name = name or f"{id} Board"
    given: dict[str, object] = {"levels": [[Row(name, "name", f"../../bodies/{id}/")]], "href": f"../../bodies/{id}/"}
    return Box(id, name, **(given | more))  # type: ignore[arg-type]


def line(subject: str, object: str, type: str = "reports_to", **more: object) -> Line:
    rank = TIES[type]  # type: ignore[index]
    given: dict[str, object] = {"href": f"../../papers/p/#{subject}{object}", "quote": "so it says", "rank": rank}
    return Line(subject, object, type, type.replace("_", " "), **(given | more))  # type: ignore[arg-type]


def drawn(boxes: list[Box], lines: list[Line] = [], **more: object) -> Drawn:  # noqa: B006
    return draw([Chart("c", "Title", "Says", boxes, lines, **more)])[0]  # type: ignore[arg-type]


def tree(svg: str) -> Element:
    return ElementTree.fromstring(svg)


def of_class(root: Element, name: str) -> list[Element]:
    return [e for e in root.iter() if name in e.get("class", "").split()]


def words(element: Element) -> str:
    return " ".join(" ".join(t.itertext()) for t in element.iter(f"{SVG}text"))


Span = tuple[float, float, float, float]


def span(rect: Element) -> Span:
    x, y, wide, high = (float(rect.get(name, "0")) for name in ("x", "y", "width", "height"))
    return (x, y, x + wide, y + high)


def boxes_of(root: Element) -> dict[str, Span]:
    """Where each box stands, by its name."""
    found = {}
    for node in of_class(root, "node"):
        name = " ".join("".join(of_class(node, "name")[0].itertext()).split())
        found[name] = span(of_class(node, "box")[0])
    return found


def ways(root: Element) -> list[list[tuple[float, float]]]:
    """The points of each line, in pieces, sampled where it is a curve."""
    found = []
    for way in of_class(root, "run"):
        for piece in way.get("d", "").split("M")[1:]:
            numbers = [float(n) for n in re.findall(r"-?\d+(?:\.\d+)?", piece)]
            points = list(zip(numbers[::2], numbers[1::2], strict=True))
            found.append(sampled(points) if "C" in piece else points)
    return found


def sampled(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    out = [points[0]]
    for at in range(0, len(points) - 1, 3):
        p = points[at : at + 4]
        for step in range(1, 17):
            t = step / 16
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            out.append(tuple(sum(w * q[axis] for w, q in zip(weights, p, strict=True)) for axis in (0, 1)))  # type: ignore[arg-type]
    return out


def crossings(root: Element) -> int:
    """How often two lines cross."""

    def turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
        return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])

    count = 0
    for one, other in itertools.combinations(ways(root), 2):
        for (a, b), (c, d) in itertools.product(itertools.pairwise(one), itertools.pairwise(other)):
            if turn(a, b, c) * turn(a, b, d) < 0 and turn(c, d, a) * turn(c, d, b) < 0:
                count += 1
    return count


def overlap(one: Span, other: Span) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


# -- hostile names -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def hostile() -> list[Drawn]:
    def chart(number: int, name: str) -> Chart:
        rows = [[Row(name, "name", "../../bodies/a/"), Row(f"Chair: {name}", "seat", "../../people/p/")]]
        boxes = [Box("a", name, rows, "../../bodies/a/"), box("b", "Winter Group", proposed=True)]
        told = line("b", "a", quote=name, back=name)
        return Chart(f"chart-{number}", f"Bodies of {name}", f"Says {name}", boxes, [told])

    return draw([chart(number, name) for number, name in enumerate(NAMES)])


@pytest.mark.parametrize("number", range(len(NAMES)), ids=[name[:24] for name in NAMES])
def test_charts_show_any_name_as_text(hostile: list[Drawn], number: int) -> None:
    expected = " ".join(re.sub("[\u202e\u2066\u200f]", "\ufffd", NAMES[number]).split())
    pictures = hostile[number].opens
    for svg in (pictures.wide, pictures.narrow or ""):
        if not svg:
            continue
        root = tree(svg)
        assert {e.tag.removeprefix(SVG) for e in root.iter()} <= {
            *("svg", "g", "a", "path", "polygon", "polyline", "rect", "text", "tspan", "title", "desc")
        }
        assert [name for e in root.iter() for name in e.attrib if name.startswith("on") or name == "style"] == []
        assert {a.get("href") for a in root.iter(f"{SVG}a")} == {
            *("../../bodies/a/", "../../bodies/b/", "../../people/p/", "../../papers/p/#ba")
        }
        shown = words(of_class(root, "name")[0]).replace(" ", "")
        wanted = expected.replace(" ", "")
        assert shown == wanted if len(expected) < 140 else (shown.endswith("…") and wanted.startswith(shown[:-1]))
        assert root.find(f"{SVG}title").text == f"Bodies of {expected}"  # type: ignore[union-attr]


def test_charts_of_endless_names_stay_as_wide_as_a_page(hostile: list[Drawn]) -> None:
    for pictures in (d.opens for d in hostile):
        assert float(tree(pictures.wide).get("width", "0")) <= 960
        assert len(pictures.wide) < 40_000


def test_charts_as_files_have_no_links_and_no_scripts(hostile: list[Drawn]) -> None:
    root = tree(standalone(hostile[0].opens.wide, ".governance text { fill: red }</style><script>"))
    assert [e.tag for e in root.iter() if e.tag in (f"{SVG}a", f"{SVG}script")] == []
    assert "fill: red" in (root.find(f"{SVG}style").text or "")  # type: ignore[union-attr]


# -- what a chart says -------------------------------------------------------------------------------------------------


def test_charts_every_kind_of_line_is_drawn_its_own_way() -> None:
    styles = chart_settings()["lines"]
    assert set(styles) == set(TIES)
    ways = [(style["dash"], style["width"], style["head"]) for style in styles.values()]
    assert len(set(ways)) == len(ways)


def test_charts_legend_has_the_lines_of_the_chart_and_no_others() -> None:
    boxes = [box("a"), box("b"), box("c")]
    lines = [line("b", "a"), line("c", "b", "scrutinises"), line("c", "gone", "funds")]
    legend = chart_legend.legend(Chart("c", "t", "s", boxes, lines))
    assert [(kind, said) for kind, said, _ in legend] == [("reports_to", "reports to"), ("scrutinises", "scrutinises")]
    assert 'stroke-dasharray="6 4"' in legend[1][2]
    assert chart_legend.legend(Chart("c", "t", "s", boxes)) == []


@pytest.mark.parametrize("type", ["reports_to", "scrutinises", "commissions"])
def test_charts_arrows_read_from_the_one_who_acts(type: str) -> None:
    root = tree(drawn([box("a"), box("b")], [line("a", "b", type)]).opens.wide)
    tip = next(of_class(e, "tip")[0] for e in of_class(root, type))
    x, y = (float(n) for n in tip.get("points", "").split()[1].split(","))
    target = boxes_of(root)["b Board"]
    assert target[0] <= x <= target[2]
    assert min(abs(y - target[1]), abs(y - target[3])) < 2


def test_charts_say_of_a_line_who_does_what_to_whom_and_where_it_is_stated() -> None:
    root = tree(drawn([box("a"), box("b")], [line("b", "a", proposed=True)]).opens.wide)
    link = next(a for a in root.iter(f"{SVG}a") if a.get("href") == "../../papers/p/#ba")
    assert link.get("aria-label") == "b Board reports to (proposed) a Board, date not stated"
    assert link.find(f"{SVG}title").text == "The paper says: “so it says”"  # type: ignore[union-attr]
    assert words(link).replace("  ", " ").startswith("reports to (proposed)")


def test_charts_dash_what_is_only_proposed() -> None:
    root = tree(drawn([box("a"), box("b", proposed=True)], [line("b", "a")]).opens.wide)
    dashed = [node for node in of_class(root, "node") if of_class(node, "box")[0].get("stroke-dasharray")]
    assert [words(node) for node in dashed] == ["b Board"]


def test_charts_equals_have_a_line_without_a_head() -> None:
    root = tree(drawn([box("a"), box("b")], [line("a", "b", "joint_with")]).opens.wide)
    assert len(of_class(root, "run")) == 1
    assert of_class(root, "tip") == []


def test_charts_skip_a_line_to_what_has_no_box() -> None:
    root = tree(drawn([box("a"), box("b")], [line("b", "a"), line("a", "z", "funds")]).opens.wide)
    assert len(of_class(root, "edge")) == 1


def test_charts_none_asked_none_drawn() -> None:
    assert draw([]) == []


# -- how much a chart tells --------------------------------------------------------------------------------------------


def levels(name: str, members: int) -> Box:
    first = Row(name, "name", "x/")
    people = [Row(f"Member {n}", "person") for n in range(members)]
    return Box(
        name, name, [[first, Row("many", "head")], [first, Row("a trust", "organisation", "t/")], [first, *people]]
    )


def test_charts_open_with_organisations_and_unfold_to_everybody() -> None:
    found = drawn([levels("a", 3)])
    assert found.all is not None
    assert "a trust" in found.opens.wide
    assert "Member 2" not in found.opens.wide
    assert "Member 2" in found.all.wide
    assert re.search('id="c-title"', found.opens.wide)
    assert not re.search('id="c-title"', found.all.wide)


def test_charts_that_are_large_open_at_the_level_of_bodies() -> None:
    most = chart_settings()["opens_at"]["bodies"]
    found = drawn([levels(f"body {n}", 2) for n in range(most + 1)])
    assert "a trust" not in found.opens.wide
    assert "many" in found.opens.wide


def test_charts_that_tell_all_at_once_are_drawn_once() -> None:
    assert drawn([box("a"), box("b")], [line("b", "a")]).all is None


# -- where everything stands -------------------------------------------------------------------------------------------


def test_charts_put_a_body_below_all_it_reports_to_and_a_joint_body_between_its_parents() -> None:
    joint = [line("j", "a", "joint_with", rank=1), line("j", "b", "joint_with", rank=1)]
    spans = boxes_of(tree(drawn([box("a"), box("b"), box("j"), box("s")], [*joint, line("s", "j")]).opens.wide))
    a, b, j, s = (spans[f"{name} Board"] for name in "abjs")
    assert a[1] == b[1] < j[1] < s[1]
    middle = (j[0] + j[2]) / 2
    assert a[0] < middle < b[2]
    assert abs(middle - (a[0] + b[2]) / 2) < 60


def test_charts_have_no_crossing_that_can_be_avoided() -> None:
    boxes = [box(name) for name in "abcdefgh"]
    lines = [line("e", "d"), line("f", "c"), line("g", "b"), line("h", "a"), line("e", "c"), line("f", "b")]
    assert crossings(tree(drawn(boxes, lines).opens.wide)) == 0


def test_charts_cross_where_nothing_else_is_possible() -> None:
    boxes = [box(name) for name in "abcdef"]
    lines = [line(low, high) for low in "def" for high in "abc"]
    assert crossings(tree(drawn(boxes, lines).opens.wide)) >= 1


def test_charts_with_many_leaves_stay_as_wide_as_a_page() -> None:
    leaves = [f"b{n}" for n in range(14)]
    root = tree(drawn([box("top"), *map(box, leaves)], [line(leaf, "top") for leaf in leaves]).opens.wide)
    assert float(root.get("width", "0")) <= 960


@st.composite
def webs(draw: st.DrawFn) -> tuple[list[Box], list[Line]]:
    size = draw(st.integers(1, 9))
    boxes = [box(f"b{n}", draw(st.text("ab cde", min_size=1, max_size=60)).strip() + f" {n}") for n in range(size)]
    ends = st.sampled_from([b.id for b in boxes])
    kinds = st.sampled_from(["reports_to", "scrutinises", "commissions", "joint_with", "part_of"])
    stated = draw(st.lists(st.tuples(ends, ends, kinds), max_size=12, unique=True))
    return boxes, [line(a, b, kind, relation=f"{a}{b}") for a, b, kind in stated if a != b]


@settings(max_examples=25, deadline=None)
@given(webs())
def test_charts_of_any_web_set_no_box_on_another_and_lose_nothing(web: tuple[list[Box], list[Line]]) -> None:
    boxes, lines = web
    pictures = drawn(boxes, lines).opens
    for svg in filter(None, (pictures.wide, pictures.narrow)):
        root = tree(svg)
        spans = [span(rect) for rect in of_class(root, "box")]
        assert len(spans) == len(boxes)
        assert len(of_class(root, "edge")) == len(lines)
        wide, high = float(root.get("width", "0")), float(root.get("height", "0"))
        assert all(x >= 0 and y >= 0 and right <= wide and foot <= high for x, y, right, foot in spans)
        assert not any(overlap(one, other) for one, other in itertools.combinations(spans, 2))
        labels = [span(rect) for rect in of_class(root, "label")]
        assert not any(overlap(one, other) for one in labels for other in spans)


@settings(max_examples=15, deadline=None)
@given(webs())
def test_charts_on_a_telephone_are_one_column_in_which_all_stand_below_what_they_answer_to(
    web: tuple[list[Box], list[Line]],
) -> None:
    boxes, lines = web
    upward = [x for x in lines if x.type == "reports_to" and int(x.subject[1:]) > int(x.object[1:])]
    narrow = drawn([*boxes, *[box(f"z{n}") for n in range(4)]], upward).opens.narrow
    if narrow is None:
        return
    root = tree(narrow)
    assert float(root.get("width", "0")) <= 320
    spans = boxes_of(root)
    names = {b.id: " ".join(b.name.split()) for b in boxes}
    for told in upward:
        assert spans[names[told.subject]][1] > spans[names[told.object]][1]


def test_charts_links_are_large_enough_to_hit() -> None:
    rows = [[Row("A", "name", "a/"), Row("Chair: B", "seat", "b/"), Row("C", "organisation", "c/"), Row("D", "note")]]
    found = drawn([box("a", levels=rows), box("b")], [line("b", "a")])
    for svg in filter(None, (found.opens.wide, found.opens.narrow)):
        for link in tree(svg).iter(f"{SVG}a"):
            left, top, right, foot = span(of_class(link, "hit")[0])
            assert right - left >= 24
            assert foot - top >= 24


def test_charts_are_read_as_a_list_of_bodies_each_with_its_lines() -> None:
    root = tree(drawn([box("a"), box("b"), box("c")], [line("b", "a"), line("c", "b")]).opens.wide)
    whole = next(e for e in root.iter() if e.get("role") == "list")
    assert [e.get("role") for e in whole] == ["listitem"] * 3
    told = [[a.get("href") for a in item.iter(f"{SVG}a")] for item in whole]
    assert told == [
        ["../../bodies/a/"],
        ["../../papers/p/#ba", "../../bodies/b/"],
        ["../../papers/p/#cb", "../../bodies/c/"],
    ]


# -- words -------------------------------------------------------------------------------------------------------------


def test_words_break_between_words_and_within_one_only_where_it_is_wider_than_a_line() -> None:
    assert wrap("Health and Wellbeing Board of Fenwick", 14, 118) == ["Health and", "Wellbeing Board", "of Fenwick"]
    broken = wrap("Incomprehensibilities now", 14, 60)
    assert "".join(broken).replace(" ", "") == "Incomprehensibilitiesnow"
    assert all(width(part, 14) <= 60 for part in broken)
    assert wrap("", 14, 60) == [""]


def test_words_are_wider_in_wide_letters_and_in_bold() -> None:
    assert width("mmm", 14) > width("iii", 14)
    assert width("abc", 14, bold=True) > width("abc", 14)
    assert math.isclose(width("abc", 28), 2 * width("abc", 14))
