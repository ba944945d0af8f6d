"""The site of the real papers, built by the command line and opened in a real browser: nothing in it is simulated."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import lxml.html
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browsing import browser, serving
from tests.test_publish_pages import dead_links

__all__ = ["browser"]  # a fixture

ROOT = Path(__file__).parent.parent
KINDS = ("councils", "areas", "papers", "bodies", "people", "programmes")
MAIN_PAGES = (
    "",
    "actions/",
    "decisions/",
    "search/?q=integration",
    "compare/",
    "compare/governance-bodies/",
    "compare/figures/",
    "ask/?a=fylde&b=blackpool&ask=path",
    "accuracy/",
    "coverage/",
    "data/",
    "data/dictionary/",
    "people/",
    "about/",
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the corpus, built in a folder of its own so that the project's stays as it is."""
    root = tmp_path_factory.mktemp("project")
    for name in ("corpus", "docs", "publish", "mkdocs.yml"):
        os.symlink(ROOT / name, root / name)
    command = [sys.executable, "-m", "matters", "-C", str(root), "build", "--as-of", "2026-01-01"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


@pytest.fixture
def page(browser: Browser, origin: str) -> Iterator[Page]:
    """A page of a fresh browser; at its end no script may have failed and no request may have left the site."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    failed: list[str] = []
    opened.on("pageerror", lambda error: failed.append(f"script: {error}"))
    opened.on("console", lambda said: failed.append(said.text) if said.type == "error" else None)
    opened.on(
        "request", lambda asked: None if asked.url.startswith(origin) else failed.append(f"left the site: {asked.url}")
    )
    opened.on("response", lambda got: failed.append(f"{got.status}: {got.url}") if got.status >= 400 else None)
    yield opened
    seen = list(failed)  # closing ends whatever is still being fetched, which is no failure
    context.close()
    assert seen == []


def rows(site: Path, table: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in (site / "data" / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()]


def addresses(site: Path, kind: str) -> list[str]:
    """The pages of one kind, as addresses from the top of the site."""
    found = (p.parent.name for p in (site / kind).glob("*/index.html"))
    return sorted(f"{kind}/{name}/" for name in found if not name.startswith("page-"))


def test_site_every_link_leads_to_a_page_and_an_anchor(site: Path) -> None:
    assert dead_links(site) == []


def test_site_pages_say_that_nothing_from_elsewhere_and_no_inline_script_may_run(site: Path) -> None:
    """The policy stands on every page; the fixture `page` fails each test in which the browser had to enforce it."""
    for path in site.rglob("*.html"):
        tree = lxml.html.fromstring(path.read_bytes())
        [policy] = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
        assert rules["default-src"] == "'none'" and rules["base-uri"] == "'none'"
        assert rules["script-src"] == "'self' 'wasm-unsafe-eval'" and rules["style-src"] == "'self'"
        assert not any("http" in rule or "*" in rule or "unsafe-inline" in rule for rule in rules.values())


def test_site_an_injected_script_does_not_run(browser: Browser, origin: str) -> None:
    page = browser.new_page()
    page.goto(origin)
    page.evaluate(
        """() => {
          document.addEventListener("securitypolicyviolation", (event) => { window.stopped = event.effectiveDirective; });
          const script = document.createElement("script");
          script.textContent = "window.ran = true";
          document.body.append(script);
        }"""
    )
    page.wait_for_function("window.stopped === 'script-src-elem'")
    assert page.evaluate("window.ran") is None
    page.close()


def test_site_a_passage_can_be_cited_and_left_for_the_next(page: Page, origin: str, site: Path) -> None:
    paper = addresses(site, "papers")[0]
    marks = lxml.html.fromstring((site / paper / "index.html").read_bytes()).xpath(
        "//*[contains(@class,'paper-text')]//mark[@id]"
    )
    page.goto(f"{origin}{paper}#{marks[1].get('id')}")
    tools = page.get_by_role("group", name="This passage")
    expect(tools).to_contain_text(" ".join(str(page.locator(f"#{marks[1].get('id')}").text_content()).split()))
    expect(tools.get_by_role("link", name=re.compile(r"^http"))).to_have_attribute("href", page.url)
    tools.get_by_text("Report a misreading").click()
    expect(tools.locator("pre")).to_contain_text("- kind: misreading")
    tools.get_by_role("link", name="Next passage").click()
    expect(page).to_have_url(f"{origin}{paper}#{marks[2].get('id')}")
    expect(page.get_by_role("group", name="This passage")).to_have_count(1)


def test_site_pages_of_records_can_be_cited_and_say_what_they_are_about(page: Page, origin: str, site: Path) -> None:
    for kind, expected in (
        ("people", "Person"),
        ("bodies", None),
        ("programmes", "Project"),
        ("papers", "DigitalDocument"),
    ):
        address = addresses(site, kind)[0]
        page.goto(origin + address)
        [about] = page.locator("script[type='application/ld+json']").all_text_contents()
        data = json.loads(about)
        assert data["@context"] == "https://schema.org" and (expected is None or data["@type"] == expected)
        expect(page.get_by_role("navigation", name="Breadcrumb").get_by_role("link").first).to_have_text("Home")
        keep = page.locator("details.keep").first
        keep.locator("summary").click()
        expect(keep.locator("[data-permanent]")).to_have_text(origin + address)
        expect(keep.locator("pre").first).to_contain_text("- kind: edit")


def test_site_evidence_slices_the_published_texts(site: Path) -> None:
    found = rows(site, "evidence")
    assert found
    texts = {p.stem: p.read_bytes().decode("utf-8") for p in (site / "data" / "texts").iterdir()}
    for e in found:
        assert texts[str(e["paper_id"])][int(str(e["start"])) : int(str(e["end"]))] == e["quote"]


def test_site_gives_no_contact_details(site: Path) -> None:
    address, number = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+"), re.compile(r"\b0\d{2,4}[ -]\d{3,4}[ -]\d{3,4}\b")
    for path in site.rglob("*"):
        if (
            path.suffix in {".html", ".csv", ".jsonl", ".json", ".txt", ".xml", ".graphml", ".gexf"}
            and "pagefind" not in path.parts
        ):
            text = path.read_text(encoding="utf-8")
            assert address.findall(text) == [], path
            assert number.findall(text) == [], path


def test_site_filter_narrows_the_register_and_stands_in_the_address(page: Page, site: Path, origin: str) -> None:
    total = len(rows(site, "actions"))
    page.goto(f"{origin}actions/")
    count = page.locator(".register .count")
    expect(count).to_have_text(f"{total} actions")
    council = page.get_by_label("Council")
    value = council.locator("option").nth(1).get_attribute("value") or ""
    wanted = int(re.findall(r"\((\d+)\)$", council.locator("option").nth(1).inner_text())[0])
    council.select_option(value)
    expect(count).to_have_text(f"{wanted} of {total} actions")
    assert page.locator("tbody tr:visible").count() == wanted < total
    page.reload()
    expect(count).to_have_text(f"{wanted} of {total} actions")
    page.get_by_role("button", name="Show all").click()
    expect(count).to_have_text(f"{total} actions")


def test_site_register_is_sorted_by_its_head(page: Page, origin: str) -> None:
    page.goto(f"{origin}decisions/")
    head = page.get_by_role("columnheader", name="Decision", exact=True)
    page.get_by_role("button", name="Decision", exact=True).click()
    expect(head).to_have_attribute("aria-sort", "ascending")
    texts = [t.lower() for t in page.locator("tbody .record").all_inner_texts()]
    page.get_by_role("button", name="Decision", exact=True).click()
    expect(head).to_have_attribute("aria-sort", "descending")
    assert [t.lower() for t in page.locator("tbody .record").all_inner_texts()] != texts
    assert "sort=0.down" in page.url


def test_site_register_is_complete_without_scripts(browser: Browser, site: Path, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{origin}actions/")
    assert plain.locator("tbody tr").count() == len(rows(site, "actions"))
    assert plain.locator("form.register-filters").count() == 0
    context.close()


def test_site_box_of_a_chart_leads_to_its_body(page: Page, site: Path, origin: str) -> None:
    charted = [
        c for c in addresses(site, "councils") if b'class="governance"' in (site / c / "index.html").read_bytes()
    ]
    page.goto(origin + charted[-1])
    box = page.locator("svg.governance .node a").first
    words = re.sub(r"\s+", "", box.text_content() or "")
    box.click()
    expect(page).to_have_url(re.compile(r"/bodies/[^/]+/$"))
    name = page.get_by_role("heading", level=1).inner_text()
    assert words.startswith(re.sub(r"\s+", "", name))


def test_site_chart_stands_as_list_and_table_too(page: Page, site: Path, origin: str) -> None:
    for council in addresses(site, "councils"):
        page.goto(origin + council)
        boxes = page.locator("svg.governance .node a").evaluate_all(
            "nodes => nodes.map(n => n.getAttribute('href')).sort()"
        )
        listed = page.locator("ul.tree a[href]").evaluate_all("nodes => nodes.map(n => n.getAttribute('href'))")
        assert set(boxes) <= set(listed)


def test_site_fact_lands_on_its_marked_passage(page: Page, site: Path, origin: str) -> None:
    for person in addresses(site, "people")[:3]:
        page.goto(origin + person)
        link = page.locator("a.src").first
        quote = (link.get_attribute("title") or "").split("”")[0].removeprefix("“")
        link.click()
        expect(page).to_have_url(re.compile(r"/papers/[^/]+/#p-\d+-\d+$"))
        marks = page.locator("mark.here")
        expect(marks.first).to_be_in_viewport()
        assert " ".join("".join(marks.all_text_contents()).split()) == " ".join(quote.split())


def two_on_one_body(site: Path) -> tuple[dict[str, object], dict[str, object]]:
    """Two relations by which two people sit on one body."""
    seats = [
        r
        for r in rows(site, "relations")
        if r["type"] == "member_of" and not r["proposed"] and str(r["subject_id"]).startswith("per")
    ]
    first = seats[0]
    return first, next(
        r for r in seats if r["object_id"] == first["object_id"] and r["subject_id"] != first["subject_id"]
    )


def test_site_tells_a_path_by_keyboard_and_in_the_address(page: Page, site: Path, origin: str) -> None:
    one, other = two_on_one_body(site)
    page.goto(f"{origin}ask/")
    page.get_by_label("First body, person or programme").fill(str(one["subject_name"]))
    page.keyboard.press("Tab")
    page.keyboard.type(str(other["subject_name"]))
    page.keyboard.press("Enter")
    status = page.locator("[data-ask-said]")
    expect(status).to_contain_text(f"{one['subject_name']} to {other['subject_name']}: ")
    steps = page.locator(".ask-steps li")
    assert 1 <= steps.count() <= 2
    expect(page).to_have_url(re.compile(r"/ask/\?a=.+&b=.+&ask=path$"))
    page.reload()
    expect(status).to_contain_text("step")
    page.locator(".ask-steps .note a").first.click()
    expect(page).to_have_url(re.compile(r"/papers/[^/]+/#p-\d+-\d+$"))
    expect(page.locator("mark.here").first).to_be_in_viewport()


def test_site_tells_the_same_path_as_the_command(page: Page, site: Path, origin: str) -> None:
    one, other = two_on_one_body(site)
    names = [str(one["subject_name"]), str(other["subject_name"])]
    command = [sys.executable, "-m", "matters", "-C", str(site.parent), "path", *names]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    page.goto(f"{origin}ask/?a={names[0]}&b={names[1]}&ask=path")
    expect(page.locator(".ask-steps li").first).to_be_visible()
    shown = [f"{n}. {words}" for n, words in enumerate(page.locator(".ask-steps .said").all_inner_texts(), 1)]
    assert shown == [line.split(" (")[0] for line in said if line[:1].isdigit()]


def test_site_offers_the_candidates_for_a_name_that_several_bear(page: Page, site: Path, origin: str) -> None:
    bodies = [(str(o["name"]), {str(o["name"]), *list(o["other_names"])}) for o in rows(site, "organisations")]  # type: ignore[call-overload]
    shared = {n: sum(n in every for _, every in bodies) for n, _ in bodies}
    plain = next(n for n, times in shared.items() if times > 1 and sum(n == name for name, _ in bodies) > 1)
    half = next(n for n, times in shared.items() if times > 1 and sum(n == name for name, _ in bodies) == 1)
    for name in (plain, half):
        page.goto(f"{origin}ask/")
        first = page.get_by_label("First body, person or programme")
        first.fill(name)
        page.get_by_role("button", name="Who sits on both?").click()
        expect(page.locator("[data-ask-said]")).to_contain_text(f"could be any of {shared[name]}")
        offered = page.locator(".ask-candidates button")
        assert offered.count() == shared[name]
        chosen = page.get_by_role("button", name=f"{name} (").first
        words = chosen.inner_text()
        chosen.click()
        expect(first).to_have_value(words)
        expect(page.locator("[data-ask-said]")).to_have_text("Name a body, a person or a programme.")
        expect(page.get_by_label("Second body, person or programme")).to_be_focused()


def test_site_says_when_nobody_sits_on_both(page: Page, site: Path, origin: str) -> None:
    one, _ = two_on_one_body(site)
    programme = rows(site, "programmes")[0]
    page.goto(f"{origin}ask/?a={one['object_id']}&b={programme['name']}&ask=both")
    expect(page.locator("[data-ask-said]")).to_contain_text("is called")
    page.goto(f"{origin}ask/?a={one['object_name']}&b={programme['name']}&ask=both")
    expect(page.locator("[data-ask-said]")).to_contain_text("name nobody who sits on")


def test_site_lists_stand_without_scripts(browser: Browser, site: Path, origin: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(f"{origin}ask/")
    assert plain.locator("form.ask-form").is_hidden()
    assert plain.locator("h2:has-text('two or more bodies') ~ ul.found > li").count() > 0
    assert plain.locator("h2:has-text('nobody scrutinises') ~ ul.names li").count() > 0
    context.close()


def test_site_councils_stand_side_by_side_and_under_one_another_where_it_is_narrow(
    browser: Browser, site: Path, origin: str
) -> None:
    councils = [json.loads(p) for p in (site / "data" / "papers.jsonl").read_text(encoding="utf-8").splitlines()]
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    opened = context.new_page()
    opened.goto(f"{origin}compare/figures/")
    tops = "nodes => nodes.map(n => Math.round(n.getBoundingClientRect().top))"
    wide = opened.locator(".answers").evaluate_all(tops)
    assert len(set(wide)) == 1 and len(wide) == len({c["council"] for c in councils})
    opened.set_viewport_size({"width": 360, "height": 800})
    narrow = opened.locator(".answers").evaluate_all(tops)
    assert len(set(narrow)) == len(narrow)
    for link in opened.locator(".found .said").all():
        assert link.locator("a.src").count() >= 1
    context.close()


def test_site_is_used_by_keyboard_alone(page: Page, origin: str) -> None:
    page.goto(f"{origin}actions/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "md-skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.querySelector(':target').localName") == "h1"
    page.get_by_label("Words").focus()
    page.keyboard.type("zzzz")
    expect(page.locator(".register .count")).to_contain_text("0 of")


def test_site_remembers_light_or_dark(page: Page, origin: str) -> None:
    page.goto(origin)
    assert page.locator("body").get_attribute("data-md-color-scheme") == "default"
    page.get_by_role("button", name="Switch between light and dark").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.goto(f"{origin}about/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_site_prints_without_its_frame(page: Page, site: Path, origin: str) -> None:
    page.goto(origin + addresses(site, "papers")[0])
    page.emulate_media(media="print")
    assert page.locator(".top").is_hidden()
    assert page.locator(".paper-text").is_visible()


def test_site_works_under_a_path_of_its_own(browser: Browser, site: Path, tmp_path: Path) -> None:
    os.symlink(site, tmp_path / "matters")
    with serving(tmp_path) as address:
        context = browser.new_context()
        opened = context.new_page()
        opened.goto(f"{address}matters/search/?q=integration")
        opened.locator(".results a").first.click()
        expect(opened).to_have_url(re.compile(r"/matters/[a-z]+/[^/]+/"))
        context.close()


def _many_actions(site: Path, count: int) -> str:
    """The register of actions with as many rows, made of its own, each with an owner and words of its own."""
    tree = lxml.html.fromstring((site / "actions" / "index.html").read_bytes())
    [body] = tree.xpath("//table[contains(@class,'records')]/tbody")
    rows = list(body)
    for number in range(count - len(rows)):
        row = lxml.html.fromstring(
            f"<table>{lxml.html.tostring(rows[number % len(rows)], encoding='unicode')}</table>"
        ).xpath("//tr")[0]
        for element in row.iter():
            element.attrib.pop("id", None)
        row.set("data-owner", f"Owner {number % 40}")
        row.xpath(".//a[@class='record']")[0].text = f"Matter {number} of the generated register"
        body.append(row)
    return str(lxml.html.tostring(tree, encoding="unicode", doctype="<!doctype html>"))


def test_site_a_register_of_five_thousand_actions_is_filtered_at_once(page: Page, origin: str, site: Path) -> None:
    html = _many_actions(site, 5000)
    page.route(f"{origin}actions/", lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(f"{origin}actions/")
    expect(page.locator(".register .count")).to_have_text("5,000 actions")
    times = page.evaluate(
        """() => ["m", "matter 49", "matter 4999", ""].map((words) => {
          const input = document.querySelector(".register-filters input");
          const began = performance.now();
          input.value = words;
          input.dispatchEvent(new Event("input", { bubbles: true }));
          document.querySelector(".register").offsetHeight;
          return performance.now() - began;
        })"""
    )
    assert sorted(times)[1] < 100, times  # the machine may be busy with other things once or twice
    page.get_by_label("Words").fill("matter 4980")
    expect(page.locator(".register .count")).to_have_text("1 of 5,000 actions")


def test_site_the_register_is_grouped_and_its_address_gives_the_same_view(page: Page, origin: str) -> None:
    page.goto(f"{origin}actions/")
    page.get_by_label("Group by").select_option(label="Owner")
    heads = page.locator("tr.group th")
    expect(heads.filter(has_text="David Bonson")).to_have_text("David Bonson (2)")
    names = heads.all_text_contents()
    assert names == sorted(names, key=str.casefold) and len(names) > 3
    page.locator("select[data-facet=due]").select_option(index=1)
    kept = page.locator("tbody tr:not(.group):visible").count()
    address = page.url
    assert "group=owner" in address and "due=" in address
    page.goto(origin)
    page.goto(address)
    expect(page.locator("tbody tr:not(.group):visible")).to_have_count(kept)
    assert page.locator("tr.group:visible").count() <= kept
    page.emulate_media(media="print")
    expect(page.locator(".register-filters")).to_be_hidden()
    expect(page.locator("tbody tr:not(.group):visible")).to_have_count(kept)


def test_site_an_action_has_a_page_with_its_state_history_and_the_papers_read(
    page: Page, origin: str, site: Path
) -> None:
    page.goto(f"{origin}actions/")
    page.locator("a.record").first.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/actions/act-[0-9a-f]+/$"))
    expect(page.locator(".standing")).to_contain_text("No answer found in the papers read")
    expect(page.locator(".standing")).to_contain_text("No later paper of its body is among the papers read")
    step = page.locator(".timeline > li").first
    expect(step).to_contain_text("it was raised")
    step.locator("a.src").click()
    expect(page.locator("mark.here").first).to_be_visible()
    assert not any(row["state"] == "answer_found" for row in rows(site, "standings"))
