"""Charts: drawn with nothing from the system, links plain, hostile names harmless."""

from xml.etree import ElementTree

import pytest

from publish.charts import Box, Chart, Line, dot, draw, wrap
from tests.tiny import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"


def chart(name: str) -> Chart:
    boxes = [
        Box("a", name, ("Chair: Ada Marsh",), "../../bodies/a/"),
        Box("b", "Winter Group", ("12 members",), "../../bodies/b/", proposed=True),
    ]
    return Chart(
        "chart-x",
        f"Bodies of {name}",
        "Two bodies",
        boxes,
        [Line("b", "a", "reports_to", "reports to", "../../papers/p/#p-1-2", name)],
    )


@pytest.fixture(scope="module")
def drawn() -> list[ElementTree.Element]:
    return [ElementTree.fromstring(svg) for svg in draw([chart(name) for name in HOSTILE])]


@pytest.mark.parametrize("number", range(len(HOSTILE)), ids=HOSTILE)
def test_charts_show_any_name_as_text(drawn: list[ElementTree.Element], number: int) -> None:
    root = drawn[number]
    expected = HOSTILE[number].replace("\u202e", "\ufffd")
    assert (
        "".join("".join(t.itertext()) for t in root.iter(f"{SVG}text"))
        .replace(" ", "")
        .startswith(expected.replace(" ", ""))
    )
    assert {e.tag for e in root.iter()} <= {
        f"{SVG}{t}" for t in ("svg", "g", "a", "path", "polygon", "text", "title", "desc")
    }
    assert sorted({a.get("href") for a in root.iter(f"{SVG}a")}) == [
        "../../bodies/a/",
        "../../bodies/b/",
        "../../papers/p/#p-1-2",
    ]
    assert root.find(f"{SVG}title").text == f"Bodies of {expected}"  # type: ignore[union-attr]


def test_charts_dash_what_is_only_proposed(drawn: list[ElementTree.Element]) -> None:
    boxes = [g for g in drawn[0].iter(f"{SVG}g") if "proposed" in g.get("class", "").split()]
    assert len(boxes) == 1
    assert next(boxes[0].iter(f"{SVG}path")).get("stroke-dasharray")


def test_charts_draw_reports_to_upwards_and_skip_what_has_no_box() -> None:
    text = dot(
        Chart(
            "c",
            "t",
            "s",
            [Box("a", "A"), Box("b", "B")],
            [Line("b", "a", "reports_to", "x"), Line("a", "z", "funds", "y")],
        )
    )
    assert text.count("->") == 1
    assert "n0 -> n1" in text
    assert "dir=back" in text


def test_charts_none_asked_none_drawn() -> None:
    assert draw([]) == []


def test_charts_wrap_never_cuts_a_word() -> None:
    assert wrap("Health and Wellbeing Board of Fenwick", 16) == ["Health and", "Wellbeing Board", "of Fenwick"]
    assert wrap("Incomprehensibilities", 5) == ["Incomprehensibilities"]
