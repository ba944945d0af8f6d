"""Charts in a real browser: as of a day, heard by a screen reader, used by keyboard, on paper and in forced colours."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from playwright.sync_api import Browser, Page, expect

from extract.councils import Council
from graph import build_governance
from publish import render_site, write_site
from tests.browsing import axe, browser, serving
from tests.readings import reading

__all__ = ["browser"]

ROOT = Path(__file__).parent.parent
COUNCIL = Council(id="fenwick", name="Fenwick Borough Council")

FIRST = """The <organisation key="cab" kind="cabinet">Cabinet</organisation> and the
<organisation key="scr" kind="committee">Care Scrutiny Committee</organisation>, which
<relation type="scrutinises" from="scr" to="cab">scrutinises</relation> it.
The <organisation key="old" kind="board">Fenwick Care Board</organisation> <relation type="reports_to" from="old" to="cab">reports to</relation> the Cabinet.
<person key="jo" honorific="Cllr">Jo Marsh</person> <relation type="chairs" from="jo" to="old">chairs</relation> it.
<person key="ann">Ann Lee</person> <relation type="member_of" from="ann" to="old" end="2020-06-30">sat on it until June 2020</relation>
<relation type="represents" from="ann" to="trust">for</relation> <organisation key="trust" kind="nhs_body">Fenwick Vale NHS Trust</organisation>.
<person key="bo">Bo Hale</person> is a <relation type="member_of" from="bo" to="old">member</relation>
<relation type="represents" from="bo" to="trust">for</relation> the Trust, as is
<person key="cy">Cy Moss</person>, a <relation type="member_of" from="cy" to="old">member</relation>
<relation type="represents" from="cy" to="trust">for</relation> it."""
SECOND = """The <organisation key="new" kind="board">Fenwick Vale Health Board</organisation> <relation type="succeeds" from="new" to="old">took the place of</relation>
the <organisation key="old" kind="board">Fenwick Care Board</organisation> and
<relation type="reports_to" from="new" to="cab">reports to</relation> the <organisation key="cab" kind="cabinet">Cabinet</organisation>."""


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A site of two papers, of May 2019 and of March 2024, built on 1 March 2026."""
    folder = tmp_path_factory.mktemp("charts")
    papers = [
        reading("p19", FIRST, council="fenwick", date="2019-05-04"),
        reading("p24", SECOND, council="fenwick", date="2024-03"),
    ]
    governance = build_governance(papers, councils=[COUNCIL])
    pages = folder / "pages"
    write_site(governance, pages_dir=pages, docs_dir=ROOT / "docs", as_of=date(2026, 3, 1), corpus_version="test")
    render_site(pages_dir=pages, site_dir=folder / "site", config=ROOT / "mkdocs.yml")
    with serving(folder / "site") as address:
        yield address


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    opened = context.new_page()
    failed: list[str] = []
    opened.on("pageerror", lambda error: failed.append(str(error)))
    opened.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
    opened.goto(f"{origin}councils/fenwick/")
    yield opened
    context.close()
    assert failed == []


def chart(page: Page) -> Any:
    return page.locator(".chart-opens svg.governance:visible, .chart:not(.chart-all *) svg.governance:visible").first


def lines(page: Page) -> set[str]:
    """The lines that are to be seen on the chart, in words and without their days."""
    seen = chart(page).locator("g.edge:visible a").evaluate_all("all => all.map(a => a.getAttribute('aria-label'))")
    return {str(label).split(", ")[0] for label in seen}


def boxes(page: Page) -> set[str]:
    seen = (
        chart(page).locator("g.node:visible .name a").evaluate_all("all => all.map(a => a.getAttribute('aria-label'))")
    )
    return set(map(str, seen))


def in_table(page: Page) -> set[str]:
    rows = page.locator(".chart-table tbody tr:not(.not-then)")
    return {
        " ".join(r.split("\n"))
        for r in rows.evaluate_all(
            "all => all.map(r => [...r.cells].slice(0, 3).map(c => c.firstChild.textContent.trim()).join(' '))"
        )
    }


def choose(page: Page, day: str) -> None:
    page.get_by_label("As of the day").fill(day)
    page.get_by_label("As of the day").dispatch_event("change")


OLD, NEW = "Fenwick Care Board reports to Cabinet", "Fenwick Vale Health Board reports to Cabinet"
TURN = "Fenwick Vale Health Board succeeds Fenwick Care Board"
LOOKS = "Care Scrutiny Committee scrutinises Cabinet"


def test_chart_shows_all_that_is_stated_until_a_day_is_chosen(page: Page) -> None:
    assert lines(page) == {OLD, NEW, TURN, LOOKS}
    expect(page.get_by_role("status").first).to_have_text("All 8 relations that the papers state, whatever their date.")


@pytest.mark.parametrize(
    ("day", "seen", "named"),
    [
        ("2019-05-03", set(), set()),
        ("2019-05-04", {OLD, LOOKS}, {"Cabinet", "Care Scrutiny Committee", "Fenwick Care Board"}),
        ("2024-03-30", {OLD, LOOKS}, {"Cabinet", "Care Scrutiny Committee", "Fenwick Care Board"}),
        (
            "2024-03-31",
            {OLD, LOOKS, NEW, TURN},
            {"Cabinet", "Care Scrutiny Committee", "Fenwick Care Board", "Fenwick Vale Health Board"},
        ),
    ],
)
def test_chart_list_and_table_show_what_stood_on_the_day(page: Page, day: str, seen: set[str], named: set[str]) -> None:
    choose(page, day)
    assert lines(page) == seen
    assert boxes(page) == named
    page.locator(".chart-table summary").click()
    told = in_table(page)
    assert {row for row in told if " sits " not in row and "chairs" not in row and "member" not in row} == {
        row for row in seen
    }
    hung = page.locator(".chart-list .tie:visible").all_inner_texts()
    assert len(hung) == len(seen - {TURN})
    listed = page.locator(".chart-list .branch:visible > .told > a").all_inner_texts()
    assert set(listed) == named


def test_chart_forgets_a_member_after_the_last_day_and_a_successor_before_its_first(page: Page) -> None:
    page.locator(".chart-all summary").click()
    everybody = page.locator(".chart-all svg.governance:visible")
    choose(page, "2020-06-30")
    assert everybody.locator(".person:visible").all_text_contents() == ["Ann Lee", "Bo Hale", "Cy Moss"]
    assert everybody.get_by_text("Ended: succeeded by").count() == 1
    expect(everybody.get_by_text("Ended: succeeded by")).to_be_hidden()
    choose(page, "2020-07-01")
    assert everybody.locator(".person:visible").all_text_contents() == ["Bo Hale", "Cy Moss"]
    choose(page, "2024-04-01")
    expect(everybody.get_by_text("Ended: succeeded by")).to_be_visible()
    expect(page.locator(".chart-list").get_by_text("ended", exact=True)).to_be_visible()
    link = everybody.get_by_role("link", name="Ended: succeeded by Fenwick Vale Health Board")
    assert (link.get_attribute("href") or "").startswith("../../bodies/")


def test_chart_counts_the_members_of_the_day(page: Page) -> None:
    choose(page, "2020-06-30")
    assert chart(page).get_by_role("link", name="Fenwick Vale NHS Trust: 3 people").count() == 1
    choose(page, "2020-07-01")
    counted = chart(page).get_by_role("link", name="Fenwick Vale NHS Trust: 2 people")
    assert " ".join((counted.text_content() or "").split()) == "Fenwick Vale NHS Trust: 2 people"
    page.get_by_role("button", name="Show all").click()
    assert chart(page).get_by_role("link", name="Fenwick Vale NHS Trust: 3 people").count() == 1


def test_chart_says_what_was_confirmed_long_ago_as_of_the_day(page: Page) -> None:
    def old() -> list[str]:
        found = chart(page).locator("g.edge:visible").filter(has=page.locator(".ago:visible")).locator("a")
        return sorted(
            str(a).split(",")[0] for a in found.evaluate_all("all => all.map(a => a.getAttribute('aria-label'))")
        )

    assert old() == [LOOKS, OLD]  # the chart is of 1 March 2026: March 2024 is not yet two years ago
    choose(page, "2021-05-04")
    assert old() == []
    choose(page, "2021-05-05")
    assert old() == [LOOKS, OLD]
    choose(page, "2026-04-01")
    assert old() == [LOOKS, OLD, NEW, TURN]
    page.get_by_role("button", name="Show all").click()
    assert old() == [LOOKS, OLD]
    assert page.locator(".chart-list .tie:visible > .note > .ago:visible").count() == 2


def test_chart_keeps_the_day_in_the_address_and_tells_how_much_stood(page: Page) -> None:
    choose(page, "2019-06-01")
    assert page.url.endswith("?as-of=2019-06-01")
    says = "6 of 8 relations stood on 1 June 2019, as far as papers of that day or before state it."
    expect(page.get_by_role("status").first).to_have_text(says)
    page.reload()
    expect(page.get_by_label("As of the day")).to_have_value("2019-06-01")
    assert lines(page) == {OLD, LOOKS}
    page.get_by_role("button", name="Show all").click()
    assert "as-of" not in page.url
    assert NEW in lines(page)


def test_chart_legend_shows_the_lines_to_be_seen(page: Page) -> None:
    legend = page.locator(".legend").first
    assert legend.locator("li:visible").all_inner_texts() == ["reports to", "scrutinises", "succeeds"]
    choose(page, "2019-06-01")
    assert legend.locator("li:visible").all_inner_texts() == ["reports to", "scrutinises"]


def test_chart_of_all_stands_without_scripts(browser: Browser, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    plain = context.new_page()
    plain.goto(f"{origin}councils/fenwick/?as-of=2019-06-01")
    assert plain.locator(".chart-opens svg.governance:visible g.edge[data-said]:visible").count() == 4
    assert plain.locator("form.as-of").count() == 0
    assert plain.locator(".chart-opens svg.governance:visible .edge .ago:visible").count() == 2
    context.close()


# -- for everybody -----------------------------------------------------------------------------------------------------


def heard(page: Page, selector: str) -> list[str]:
    """What Chromium's accessibility tree holds below an element, in reading order: role and name."""
    session = page.context.new_cdp_session(page)
    session.send("Accessibility.enable")
    session.send("DOM.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": selector})["nodeId"]
    within = session.send("DOM.describeNode", {"nodeId": node})["node"]["backendNodeId"]
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {n["nodeId"]: n for n in nodes}
    top = next(n for n in nodes if n.get("backendDOMNodeId") == within)
    found: list[str] = []

    def walk(node: dict[str, Any]) -> None:
        role = node.get("role", {}).get("value", "")
        if not node.get("ignored") and role not in ("InlineTextBox", "generic", "none"):
            found.append(f"{role}: {' '.join(str(node.get('name', {}).get('value', '')).split())}")
        if role not in ("link", "StaticText"):
            for child in node.get("childIds", ()):
                if child in by_id:
                    walk(by_id[child])

    walk(top)
    return found


def test_chart_is_heard_as_bodies_and_lines_in_words(page: Page) -> None:
    told = heard(page, ".chart-opens .chart-wide svg.governance, .chart-opens .chart-frame svg.governance")
    assert told[0].startswith("group: Bodies named in the papers of Fenwick Borough Council 4 boxes and 4 lines.")
    assert told[1] == "list: Bodies, each followed by its lines"
    links = [line.removeprefix("link: ") for line in told if line.startswith("link: ")]
    assert links == [
        "Care Scrutiny Committee",
        "Care Scrutiny Committee scrutinises Cabinet, stated 4 May 2019",
        "Cabinet",
        "Fenwick Care Board reports to Cabinet, stated 4 May 2019",
        "Fenwick Care Board",
        "Ended: succeeded by Fenwick Vale Health Board",
        "Chair: Cllr Jo Marsh",
        "Fenwick Vale NHS Trust: 3 people",
        "Fenwick Vale Health Board reports to Cabinet, stated 31 March 2024",
        "Fenwick Vale Health Board succeeds Fenwick Care Board, stated 31 March 2024",
        "Fenwick Vale Health Board",
    ]
    assert told.count("listitem: ") == 4
    assert "StaticText: Members by organisation" in told
    assert not [line for line in told if line.startswith(("image:", "graphics"))]


def test_chart_links_are_reached_by_keyboard_in_reading_order_and_seen(page: Page) -> None:
    svg = chart(page)
    links = svg.locator("a").evaluate_all("all => all.map(a => a.getAttribute('aria-label'))")
    svg.locator("a").first.focus()
    reached = []
    for _ in links:
        reached.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        shown = page.evaluate("getComputedStyle(document.activeElement.querySelector('.hit')).stroke")
        assert shown not in ("none", "")
        page.keyboard.press("Tab")
    assert reached == links


def test_chart_line_opens_the_words_that_state_it(page: Page) -> None:
    chart(page).get_by_role("link", name=f"{OLD}, stated 4 May 2019").focus()
    page.keyboard.press("Enter")
    expect(page.locator("mark.here").first).to_have_text("reports to")


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_chart_targets_are_large_enough_and_nothing_is_wider_than_the_screen(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sizes = (
        chart(page)
        .locator("a .hit")
        .evaluate_all("all => all.map(h => h.getBoundingClientRect()).map(r => [r.width, r.height])")
    )
    scale = 280 / 320 if width == 320 else 1
    assert sizes
    assert all(wide >= 24 and high >= 23.9 * scale for wide, high in sizes)
    letters = chart(page).locator("text:visible").evaluate_all("all => all.map(t => t.getBoundingClientRect().height)")
    assert min(letters) >= 10
    frame = chart(page).evaluate("s => s.getBoundingClientRect().width")
    assert width > 700 or frame <= width


@pytest.mark.parametrize("kind", ["councils", "bodies", "people"])
def test_chart_pages_are_clean_for_axe_in_light_and_dark(browser: Browser, origin: str, kind: str) -> None:
    for scheme, width in (("light", 1280), ("dark", 1280), ("light", 360)):
        context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)  # type: ignore[arg-type]
        opened = context.new_page()
        opened.goto(f"{origin}{kind}/" + ("fenwick/" if kind == "councils" else ""))
        if kind != "councils":
            opened.get_by_role("link", name={"bodies": "Fenwick Care Board", "people": "Jo Marsh"}[kind]).first.click()
        expect(opened.locator("svg.governance:visible").first).to_be_visible()
        assert axe(opened, {}) == []
        context.close()


def test_chart_is_seen_in_forced_colours(browser: Browser, origin: str) -> None:
    context = browser.new_context(forced_colors="active", color_scheme="dark", viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.goto(f"{origin}councils/fenwick/")
    ink = opened.locator("svg.governance .head text").first.evaluate("t => getComputedStyle(t).fill")
    back = opened.locator("svg.governance .box").first.evaluate("t => getComputedStyle(t).fill")
    assert (ink, back) == ("rgb(255, 255, 255)", "rgb(0, 0, 0)")
    context.close()


def test_chart_prints_with_everybody_by_name(page: Page, tmp_path: Path) -> None:
    page.pdf(path=str(tmp_path / "a3.pdf"), format="A3", landscape=True)
    pdf = pypdfium2.PdfDocument(tmp_path / "a3.pdf")
    text = "\n".join(leaf.get_textpage().get_text_range() for leaf in pdf)
    for words in ("Cllr Jo Marsh", "Bo Hale", "Cy Moss", "scrutinises", "confirmed long ago"):
        assert words in text
    assert "As of the day" not in text
    page.emulate_media(media="print")
    assert chart_line_is_seen(page, ".chart-all .edge .run")
    assert chart_line_is_seen(page, ".legend .run")


def chart_line_is_seen(page: Page, selector: str) -> bool:
    """Whether every such line is drawn, with a stroke."""
    drawn = page.locator(selector).evaluate_all(
        "all => all.map(e => [getComputedStyle(e).display, getComputedStyle(e).stroke])"
    )
    return bool(drawn) and all(display != "none" and stroke.startswith("rgb") for display, stroke in drawn)
