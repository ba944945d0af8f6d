"""The search page in a real browser, over a web server and from a folder, with few records and with five thousand."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect

from extract.councils import Council
from graph import build_governance
from publish import aliases, render_site, searching, write_site
from tests import many_entries
from tests.browsing import axe, browser, serving
from tests.readings import reading
from tests.test_site_access import LOOKS
from tests.test_site_browser import page
from tests.tiny import COUNCIL, HOSTILE, tiny

__all__ = ["browser", "page"]

ROOT = Path(__file__).parent.parent
ASHBY = Council(id="ashby", name="Ashby District Council")

SHORT = """The <organisation key="b" kind="board">Marlow Vale Board</organisation> heard that the STP will pay for the lambing clinic.
<person key="p">Ivy Stone</person>, <role of="p" at="b">Vice-Chair</role>, spoke of hedgerows."""
LONG = """The <organisation key="b" kind="board">Marlow Vale Board</organisation> heard that the Sustainability and Transformation Plans
will close the ferry clinic; see the section 75 agreement."""
MADE_UP = """The <programme key="q" kind="programme">Quarry Hill Outreach Scheme</programme>
(<programme key="q" kind="programme">QHOS</programme>) began."""
ONLY_SHORT = """<person key="p">Ann Dyer</person> asked what QHOS costs."""
FILLER = " ".join(f"filler{number}" for number in range(2500))
FAR = f"""<person key="p">Ann Dyer</person> spoke. {FILLER} The heron survey is late. {FILLER}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of the tiny council, one of whose bodies has a hostile name, and of another council."""
    folder = tmp_path_factory.mktemp("search")
    papers = [
        *tiny(" ".join(HOSTILE)).readings,
        reading("short", SHORT, council="ashby", date="2029-03-01"),
        reading("long", LONG, council="ashby", date="2031-02"),
        reading("scheme", MADE_UP, council="ashby", date="2028-05-05"),
        reading("cost", ONLY_SHORT, council="ashby", date="2027-05-05"),
        reading("far", FAR, council="ashby"),
    ]
    governance = build_governance(papers, councils=[COUNCIL, ASHBY])
    pages = folder / "pages"
    write_site(governance, pages_dir=pages, docs_dir=ROOT / "docs", as_of=date(2031, 3, 1), corpus_version="test")
    render_site(pages_dir=pages, site_dir=folder / "site", config=ROOT / "mkdocs.yml")
    return folder / "site"


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


def absent(location: Any) -> bool:
    """Whether a complaint is of the list that only a small site has."""
    return str(location["url"]).endswith("/pagefind/local.js")


@pytest.fixture
def opened(browser: Browser) -> Iterator[Page]:
    """A page for a site that is opened from a folder; at its end no script may have failed."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    made = context.new_page()
    failed: list[str] = []
    made.on("pageerror", lambda error: failed.append(f"script: {error}"))
    made.on(
        "console", lambda said: failed.append(said.text) if said.type == "error" and not absent(said.location) else None
    )
    yield made
    context.close()
    assert failed == []


def ask(page: Page, top: str, query: str) -> list[str]:
    """Asks by the address; the addresses of the results, from the top of the site."""
    page.goto(f"{top}search/{'index.html' if top.startswith('file') else ''}?{query}")
    expect(page.locator("[data-search-count]")).to_have_text(re.compile(r"results?$|^Nothing found"))
    expect(page.locator(".results")).to_have_attribute("aria-busy", "false")
    links = page.locator(".results .result-title a").evaluate_all("nodes => nodes.map(n => n.href)")
    return [re.sub(r"#:~:.*$", "", link.removeprefix(top)).replace("index.html", "") for link in links]


def result(page: Page, title: str) -> Any:
    return page.locator(".results li").filter(has=page.get_by_role("link", name=title, exact=True))


def test_search_shows_role_and_body_of_a_person(page: Page, origin: str) -> None:
    page.goto(origin)
    page.get_by_role("searchbox", name="Search papers and records").fill("Ivy Stone")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search/\?q=Ivy"))
    found = result(page, "Ivy Stone")
    expect(found.locator(".note")).to_have_text("Person · Ashby District Council")
    expect(found.locator(".result-notes")).to_have_text("Vice-Chair, Marlow Vale Board")
    found.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Ivy Stone")


def test_search_shows_state_and_due_date_of_an_action_and_kind_of_a_decision(page: Page, origin: str) -> None:
    assert "actions/act-figures/" in ask(page, origin, "q=figures&record=Action")
    found = page.locator(".results li").first
    state = page.get_by_label("State of action").locator("option").nth(1).inner_text().rsplit(" (", 1)[0]
    expect(found.locator(".result-notes")).to_contain_text(state)
    expect(found.locator(".result-notes")).to_contain_text("due June 2030")
    expect(found.locator(".result-notes")).to_contain_text("Tom Reed")
    expect(found.locator(".note")).to_have_text("Action · Fenwick Borough Council · Care Scrutiny Panel · 4 May 2030")
    assert ask(page, origin, "q=approved&record=Decision") == ["papers/fenwick-minutes/#dec-12-a"]
    expect(page.locator(".results .note").first).to_contain_text("Decision · Resolved · Fenwick Borough Council")
    expect(page.locator(".results mark").first).to_have_text(re.compile("approved"))
    page.locator(".results a").first.click()
    expect(page.locator("article.card.here")).to_be_visible()


def test_search_every_action_and_every_page_is_found_once(page: Page, origin: str, site: Path) -> None:
    ask(page, origin, "record=Action")
    actions = list((site / "actions").glob("act-*/index.html"))
    expect(page.locator("[data-search-count]")).to_have_text(f"{len(actions)} results")
    found = page.locator(".results a").evaluate_all("nodes => nodes.map(n => n.href)")
    assert len(found) == len(set(found)) == len(actions) > 1


def test_search_is_narrowed_by_body_and_state_and_stands_in_the_address(page: Page, origin: str) -> None:
    ask(page, origin, "q=marlow")
    total = int(page.locator("[data-search-count]").inner_text().split()[0])
    body = page.locator("select[name=body]")
    body.select_option(
        label=next(o for o in body.locator("option").all_inner_texts() if o.startswith("Marlow Vale Board ("))
    )
    expect(page).to_have_url(re.compile(r"body=Marlow(\+|%20)Vale(\+|%20)Board"))
    wanted = re.findall(r"\((\d+)\)$", body.locator("option:checked").inner_text())[0]
    expect(page.locator("[data-search-count]")).to_have_text(re.compile(rf"^{wanted} results?$"))
    assert 0 < int(wanted) < total
    expect(page.get_by_label("State of action")).to_be_hidden()  # nothing of this body has one
    assert "Fenwick" not in page.locator("select[name=council]").inner_text()
    page.reload()
    expect(page.locator("[data-search-count]")).to_have_text(re.compile(rf"^{wanted} results?$"))
    expect(body.locator("option:checked")).to_have_text(f"Marlow Vale Board ({wanted})")
    ask(page, origin, "record=Action")
    state = page.get_by_label("State of action")
    counts = [int(n) for n in re.findall(r"\((\d+)\)", state.inner_text())]
    expect(page.locator("[data-search-count]")).to_have_text(f"{sum(counts)} results")
    state.select_option(index=1)
    expect(page.locator("[data-search-count]")).to_have_text(re.compile(rf"^{counts[0]} results?$"))
    assert [
        int(n) for n in re.findall(r"\((\d+)\)", state.inner_text())
    ] == counts  # what another choice would give stays told


def test_search_says_when_nothing_is_left_and_leads_out_of_it(page: Page, origin: str) -> None:
    assert ask(page, origin, "q=ferry&year=1999") == []
    page.get_by_role("link", name="Search in everything").click()
    expect(page.locator("[data-search-count]")).to_have_text("1 result")
    assert ask(page, origin, "q=zebracrossing") == []


@pytest.mark.parametrize("way", ["served", "folder"])
def test_search_sorts_by_date_with_the_undated_last(
    page: Page, opened: Page, origin: str, site: Path, way: str
) -> None:
    used, top = (page, origin) if way == "served" else (opened, f"{site.as_uri()}/")
    dated = ["papers/long/", "papers/short/", "papers/scheme/", "papers/cost/"]
    assert ask(used, top, "record=Paper&council=Ashby+District+Council&sort=newest") == [*dated, "papers/far/"]
    used.get_by_label("Sort").select_option(label="Oldest first")
    expect(used).to_have_url(re.compile("sort=oldest"))
    first = used.locator(".results a").first
    expect(first).to_have_attribute("href", re.compile("papers/cost/"))
    assert ask(used, top, used.url.split("?")[1]) == [*dated[::-1], "papers/far/"]


@pytest.mark.parametrize("way", ["served", "folder"])
@pytest.mark.parametrize(
    ("asked", "also", "mark", "paper"),
    [
        ("STP", "Sustainability and Transformation Plan", "Sustainability and Transformation Plans", "long"),
        ("stp ferry", "Sustainability and Transformation Plan", "Sustainability and Transformation Plans", "long"),
        ("Sustainability and Transformation Plan", "STP", "STP", "short"),
        ("sustainability and transformation plans lambing", "STP", "STP", "short"),
        ("Quarry Hill Outreach Scheme", "QHOS", "QHOS", "cost"),
        ("QHOS", "Quarry Hill Outreach Scheme", "Quarry Hill Outreach Scheme", "scheme"),
        ("s75", "section 75", "section 75", "long"),
    ],
)
def test_search_finds_an_acronym_by_its_long_form_and_back(
    page: Page, opened: Page, origin: str, site: Path, way: str, asked: str, also: str, mark: str, paper: str
) -> None:
    used, top = (page, origin) if way == "served" else (opened, f"{site.as_uri()}/")
    assert f"papers/{paper}/" in ask(used, top, f"q={quote(asked)}&record=Paper")
    expect(used.locator(".also strong")).to_have_text(also)
    shown = used.locator(".results li").filter(has=used.locator(f"a[href*='/papers/{paper}/']")).locator("mark")
    assert mark in " ".join(shown.all_inner_texts())


def test_search_asks_for_the_words_as_written_alone(page: Page, origin: str) -> None:
    both = ask(page, origin, "q=STP&record=Paper")
    assert set(both) == {"papers/short/", "papers/long/"}
    page.get_by_role("link", name="Search only for the words as written").click()
    expect(page.locator("[data-search-count]")).to_have_text("1 result")
    assert "exact=1" in page.url and "record=Paper" in page.url
    page.get_by_role("link", name="Search also for Sustainability and Transformation Plan").click()
    expect(page.locator("[data-search-count]")).to_have_text("2 results")
    ask(page, origin, "q=lambing")
    expect(page.locator(".also")).to_be_hidden()


def test_search_shows_the_passage_of_a_long_paper(page: Page, origin: str) -> None:
    assert ask(page, origin, "q=heron+survey") == ["papers/far/"]
    passage = page.locator(".passage")
    expect(passage).to_contain_text("filler2499 The heron survey is late. filler0")
    expect(passage.locator("mark")).to_have_text("heron survey")
    page.locator(".results a").click()
    expect(page.get_by_text("The heron survey is late")).to_be_in_viewport()


@pytest.mark.parametrize(
    "query",
    [
        "q=clinic",
        "q=figures",
        "q=QHOS",
        "q=STP",
        "q=Tom+Reed",
        "record=Body",
        "q=winter&council=Fenwick+Borough+Council",
    ],
)
def test_search_from_a_folder_finds_what_the_server_finds(
    page: Page, opened: Page, origin: str, site: Path, query: str
) -> None:
    served = ask(page, origin, query)
    assert sorted(ask(opened, f"{site.as_uri()}/", query)) == sorted(served) != []
    assert page.locator("select").evaluate_all("s => s.map(n => n.innerText)") == opened.locator("select").evaluate_all(
        "s => s.map(n => n.innerText)"
    )


def test_search_from_a_folder_is_reached_and_left_by_links_to_files(opened: Page, site: Path) -> None:
    opened.goto(f"{site.as_uri()}/index.html")
    opened.get_by_role("link", name="Decisions", exact=True).first.click()
    expect(opened).to_have_url(f"{site.as_uri()}/decisions/index.html")
    expect(opened.locator("form.register-filters")).to_be_visible()
    opened.get_by_role("searchbox", name="Search papers and records").fill("Ivy Stone")
    opened.keyboard.press("Enter")
    expect(opened).to_have_url(re.compile(r"/search/index\.html\?q=Ivy"))
    result(opened, "Ivy Stone").get_by_role("link").click()
    expect(opened.get_by_role("heading", level=1)).to_have_text("Ivy Stone")
    opened.get_by_role("link", name="Home").first.click()
    expect(opened).to_have_url(f"{site.as_uri()}/index.html")


def test_search_from_a_folder_says_when_the_site_is_too_large(opened: Page, site: Path, tmp_path: Path) -> None:
    large = tmp_path / "large"
    shutil.copytree(site, large)
    entries = many_entries.entries(60)
    searching.index(large, entries, [], local_limit=10_000)
    assert not (large / "pagefind" / "local.js").exists()
    opened.goto(f"{large.as_uri()}/search/index.html?q=winter")
    expect(opened.locator("[data-search-count]")).to_have_text(
        "Opened from a folder, a site of this size cannot be searched: run matters serve and open the address that it gives."
    )


@pytest.mark.parametrize("way", ["served", "folder"])
def test_search_keeps_hostile_words_as_text(page: Page, opened: Page, origin: str, site: Path, way: str) -> None:
    used, top = (page, origin) if way == "served" else (opened, f"{site.as_uri()}/")
    for query in ("q=stars", "q=onmouseover", f"q={quote(HOSTILE[6])}", "record=Body"):
        ask(used, top, query)
        inside = used.locator(".results").evaluate(
            "n => [...new Set([...n.querySelectorAll('*')].map(e => e.localName))].sort()"
        )
        assert set(inside) <= {"a", "li", "mark", "p"} and "a" in inside
    expect(used.locator(".results")).to_contain_text("<script>alert(1)</script>")


@pytest.mark.parametrize(("width", "scheme", "options"), LOOKS, ids=["wide", "wide and dark", "narrow", "narrow and dark"])
def test_search_is_clean_for_axe(
    browser: Browser, origin: str, width: int, scheme: Any, options: dict[str, object]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    used = context.new_page()
    for query in ("q=STP", "q=figures&sort=newest", "q=nothingatall"):
        ask(used, origin, query)
        assert axe(used, options) == []
        assert used.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_search_is_used_by_keyboard_alone(page: Page, origin: str) -> None:
    page.goto(f"{origin}search/")
    page.get_by_label("Words, names, numbers, acronyms").focus()
    page.keyboard.type("clinic")
    expect(page.locator("[data-search-count]")).to_have_text(re.compile("results?$"))
    for _ in range(2):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.name") == "council"
    ask(page, origin, "q=the")
    more = page.get_by_role("button", name="Show more")
    more.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".results li").nth(10).get_by_role("link")).to_be_focused()


@pytest.fixture(scope="module")
def large(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The search page over five thousand records."""
    folder = tmp_path_factory.mktemp("large")
    shutil.copytree(site / "assets", folder / "assets")
    shutil.copytree(site / "search", folder / "search")
    (folder / "search" / "index.html").write_bytes((site / "search" / "index.html").read_bytes())
    searching.index(folder, many_entries.entries(5000), aliases.nationwide())
    return folder


#: What was fetched of the search until the first results stood there: bytes as transferred.
_WEIGHT = """() => performance.getEntriesByType('resource')
  .filter((r) => /pagefind|search/.test(r.name) && r.responseEnd <= window.answered)
  .map((r) => r.transferSize)"""
_WATCH = """new MutationObserver(() => {
  if (!window.answered && document.querySelector('.results li')) window.answered = performance.now();
}).observe(document, { childList: true, subtree: true });"""


@pytest.mark.parametrize(
    "query",
    ["q=winter+care+plan", "q=STP", "q=plan&year=2019", "q=care&sort=newest", "record=Action", "q=winter&record=Paper"],
)
def test_search_first_answer_of_five_thousand_weighs_no_more_than_200_kb(
    browser: Browser, large: Path, query: str
) -> None:
    with serving(large) as top:
        context = browser.new_context()
        used = context.new_page()
        used.add_init_script(_WATCH)
        used.goto(f"{top}search/?{query}")
        expect(used.locator(".results")).to_have_attribute("aria-busy", "false")
        weights = used.evaluate(_WEIGHT)
        assert used.locator(".results li").count() == 10
        context.close()
    assert len(weights) > 12  # the index, its program and the ten results
    assert sum(weights) <= 200_000


def test_search_answers_of_five_thousand_come_at_once(browser: Browser, large: Path) -> None:
    """From the asking to the results, in a page that has just been opened; the machine may be busy with other things now and then."""
    times = []
    with serving(large) as top:
        for words in ("winter care plan", "STP", "plan", "care", "winter"):
            context = browser.new_context()
            used = context.new_page()
            used.goto(f"{top}search/")
            expect(used.locator(".results")).to_have_attribute("aria-busy", "false")
            times.append(
                used.evaluate(
                    """(words) => new Promise((done) => {
                      const began = performance.now();
                      new MutationObserver(() => done(performance.now() - began)).observe(document.querySelector(".results"), { childList: true });
                      document.querySelector("#q").value = words;
                      document.querySelector("[data-search]").requestSubmit();
                    })""",
                    words,
                )
            )
            context.close()
    assert sorted(times)[2] < 300, times


def test_search_page_alone_loads_the_search(site: Path) -> None:
    for path in site.rglob("*.html"):
        scripts = [str(s).rsplit("/", 1)[-1] for s in lxml.html.fromstring(path.read_bytes()).xpath("//script/@src")]
        assert ("search.js" in scripts) == (path == site / "search" / "index.html"), path
