"""Whether everybody can use the site: every kind of page, light and dark, wide and narrow, by keyboard alone (WCAG 2.2 AA)."""

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import axe, browser
from tests.test_site_browser import origin, site

__all__ = ["browser", "origin", "site"]

#: Of pages of one kind there are many; of all others there is one, and each is looked at.
OF_A_KIND = {"actions", "areas", "bodies", "compare", "councils", "papers", "people", "programmes"}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST: dict[str, object] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
#: Width, light or dark, and what is looked for: contrast does not change with the width, nor the rest with the colours.
LOOKS: list[tuple[int, Literal["light", "dark"], dict[str, object]]] = [
    (1280, "light", {"runOnly": TAGS}),
    (1280, "dark", CONTRAST),
    (360, "light", {"runOnly": TAGS}),
    (360, "dark", CONTRAST),
]
FOCUSABLE = "a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex='-1'])"
#: Of each thing that can be focused and is to be seen: whether its focus is seen, and whether it lies in view and uncovered.
_FOCUS = """(selector) => {
  const said = [];
  for (const element of document.querySelectorAll(selector)) {
    if (element.disabled || !element.checkVisibility({ visibilityProperty: true })) continue;
    element.focus({ focusVisible: true });
    if (document.activeElement !== element) { said.push(`cannot be focused: ${element.outerHTML.slice(0, 120)}`); continue; }
    const shown = (one) => {
      const style = getComputedStyle(one);
      return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 1) || style.boxShadow !== "none";
    };
    const hit = element.querySelector?.(".hit, .run");
    const seen = shown(element) || (hit && getComputedStyle(hit).stroke !== "none" && parseFloat(getComputedStyle(hit).strokeWidth) >= 2);
    if (!seen) said.push(`no focus seen: ${element.outerHTML.slice(0, 120)}`);
    const box = element.getClientRects()[0];
    if (box && (box.bottom <= 0 || box.top >= innerHeight)) said.push(`focused out of view: ${element.outerHTML.slice(0, 120)}`);
  }
  return said;
}"""
#: Text that is cut off where letters, words and lines stand further apart (WCAG 1.4.12).
_SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-bottom: 2em !important }");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return [...document.querySelectorAll("body *")].filter((element) => {
    const style = getComputedStyle(element);
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    const clips = style.overflowX === "hidden" || style.overflowY === "hidden" || style.overflowX === "clip";
    return own && clips && style.webkitLineClamp === "none" && style.position !== "absolute" && element.checkVisibility()
      && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
  }).map((element) => element.outerHTML.slice(0, 120));
}"""


@pytest.fixture(scope="module")
def kinds(site: Path) -> list[str]:
    """One page of every kind, the longest of those that are many, each page of which there is one, and what is shown for a wrong address."""
    found: dict[str, Path] = {}
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        first, _, rest = folder.partition("/")
        many = bool(rest) and first in OF_A_KIND and rest != "counts"
        key = f"{first}/*" if many else folder
        if key not in found or path.stat().st_size > found[key].stat().st_size:
            found[key] = path
    assert {f"{name}/*" for name in OF_A_KIND} <= found.keys()
    addresses = [f"{p.parent.relative_to(site).as_posix()}/".removeprefix("./") for p in found.values()]
    return [
        *addresses,
        "404.html",
        "search/?q=integration",
        "ask/?a=fylde&b=blackpool&ask=path",
        "actions/?group=owner",
    ]


@pytest.mark.parametrize(
    ("width", "scheme", "options"), LOOKS, ids=["wide", "wide and dark", "narrow", "narrow and dark"]
)
def test_every_kind_of_page_is_clean_for_axe_and_never_wider_than_the_screen(
    browser: Browser,
    kinds: list[str],
    origin: str,
    width: int,
    scheme: Literal["light", "dark"],
    options: dict[str, object],
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    opened = context.new_page()
    found = []
    for address in kinds:
        settled(opened, origin + address)
        opened.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
        found += axe(opened, options)
        assert opened.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()
    assert found == []


def settled(page: Page, address: str) -> None:
    """Opens a page and waits for what it says when it is asked something."""
    page.goto(address)
    if "search/?" in address:
        expect(page.locator(".results li").first).to_be_visible()
        expect(page.locator(".results")).to_have_attribute("aria-busy", "false")
        page.wait_for_load_state("networkidle")  # the choices beside the results are filled from files of their own
    if "/ask/" in address:
        expect(page.locator("[data-ask]")).to_be_visible()
    if "ask/?" in address:
        expect(page.locator("[data-ask-answer]")).not_to_be_empty()


def test_every_kind_of_page_flows_into_320_pixels_and_stands_wider_spacing(
    browser: Browser, kinds: list[str], origin: str
) -> None:
    """320 pixels are 1280 at four times the size; a table may be wider inside a frame of its own, which the keyboard scrolls."""
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    wide, cut, stuck = [], [], []
    for address in kinds:
        settled(page, origin + address)
        wide += [address] if page.evaluate("document.documentElement.scrollWidth") > 320 else []
        stuck += page.evaluate(
            """() => [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility() && e.scrollWidth > e.clientWidth + 1
              && /auto|scroll/.test(getComputedStyle(e).overflowX) && e.tabIndex < 0 && !e.querySelector("a, button, input, select, summary"))
              .map((e) => e.outerHTML.slice(0, 120))"""
        )
        cut += [f"{address}: {said}" for said in page.evaluate(_SPACED)]
    context.close()
    assert (wide, cut, stuck) == ([], [], [])


@pytest.mark.parametrize("width", [1280, 360])
def test_everything_can_be_focused_in_view_and_its_focus_is_seen(
    browser: Browser, kinds: list[str], origin: str, width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    found = []
    for address in kinds:
        settled(page, origin + address)
        page.keyboard.press("Tab")
        found += [f"{address}: {said}" for said in page.evaluate(_FOCUS, FOCUSABLE)]
    context.close()
    assert found == []


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", ["", "actions/", "councils/havering/", "compare/", "ask/", "search/?q=integration"])
def test_the_keyboard_walks_through_a_page_and_out_of_it(page: Page, origin: str, address: str) -> None:
    """In the order in which things stand, and no trap: after the last thing the walk begins again."""
    settled(page, origin + address)
    page.evaluate(
        """(selector) => { window.walk = [...document.querySelectorAll(selector)]
             .filter((e) => !e.disabled && e.tabIndex >= 0 && e.checkVisibility({ visibilityProperty: true })); }""",
        FOCUSABLE,
    )
    count = page.evaluate("window.walk.length")
    assert count > 10
    places = []
    for _ in range(min(count + 3, 400)):
        page.keyboard.press("Tab")
        place = page.evaluate("window.walk.indexOf(document.activeElement)")
        if place < 0 and page.evaluate("document.activeElement === document.body"):
            break
        places.append(place)
    assert places[:2] == [0, 1] and -1 not in places
    steps = [b - a for a, b in zip(places, places[1:], strict=False) if b != 0]
    assert all(step >= 0 for step in steps)  # a field of a date has several stops of its own


def test_the_skip_link_leads_past_the_head_to_the_words(page: Page, origin: str) -> None:
    page.goto(f"{origin}councils/havering/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('#content').contains(document.activeElement)")


@pytest.mark.parametrize(
    ("reader", "leads"), [("scrutiny", "councils/"), ("research", "compare/"), ("clerk", "actions/")]
)
def test_home_takes_each_reader_to_their_work_in_one_click(page: Page, origin: str, reader: str, leads: str) -> None:
    page.goto(origin)
    door = page.locator(".door").filter(has=page.locator(f"h2#{reader}"))
    door.locator("a.go").click()
    expect(page).to_have_url(f"{origin}{leads}")
