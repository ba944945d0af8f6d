"""A hostile paper, read, built and opened: whatever it carries is harmless text on every page, chart, table, feed and in the search."""

import csv
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import lxml.etree
import lxml.html
import pytest
from docx import Document
from icalendar import Calendar
from playwright.sync_api import Browser

from tests.browsing import browser, serving
from tests.project import COUNCILS, entry
from tests.test_publish_pages import build

__all__ = ["browser"]
ROOT = Path(__file__).parent.parent
EVIL = (
    "<script>window.owned=1</script><img src=x onerror=window.owned=2><a href=javascript:window.owned=3>x</a>"
    " [y](javascript:window.owned=4) {{7*7}} {% raw %} {: onclick=window.owned=5 } `tick` | pipe"
)
BIDI = "\u202eesrever\u2066inner\u200b\u061c"
FORMULA = '=HYPERLINK("https://evil.example";"x")'
LONG = "Long" + "windedness" * 1000
PAPER = f"""Aldermere Borough Council

Harbour {EVIL} {BIDI} Committee

Minutes of the meeting held on 4 March 2024

5. {EVIL} {BIDI}

Councillor Ruth <b onclick=alert(1)>Penhale</b>, Chair of the Harbour Scrutiny Committee, presented the {EVIL} Repair Programme.

The {LONG} Board reports to the Harbour Scrutiny Committee.

RESOLVED: That the timetable {EVIL} {BIDI} be approved.

RESOLVED: {FORMULA}

ACTION: Ms Ida Quill to circulate {EVIL} {BIDI} by 30 April 2024 {EVIL}.

ACTION: Ms {LONG} to circulate the winter timetable by 30 April 2024.

| Action | Owner | Due |
| {FORMULA} | +44 {EVIL} | -1 @SUM(A1) |
"""
#: What a page says in entities is in the text as it stands, and reaches every record.
CODED = "&lt;img src=x onerror=window.owned=1&gt; &lt;script&gt;window.owned=1&lt;/script&gt; {{7*7}} {% raw %} `tick` \x01\x7f"
DEEDS = f"""# Aldermere Borough Council

## Harbour Committee

Minutes of the meeting held on 8 April 2024

### 5. Ferries {CODED}

RESOLVED: That the timetable {CODED} {BIDI} be approved.

RESOLVED: That {FORMULA} be noted.

ACTION: Ms Ida Quill to circulate the timetable {CODED} {BIDI} by 30 April 2024.

ACTION: The Clerk to mend the {LONG} lamp by 3 May 2024.

| Ref | Action | Lead | Due | Status |
|---|---|---|---|---|
| =1+1 | Mend the lamp {CODED} at the gate | +Clerk {CODED} | 3 May 2024 | Open |
| @SUM(A1) | =HYPERLINK("https://evil.example") and mend the lamp | -Clerk | 3 May 2024 | =Closed |
"""


@pytest.fixture(scope="module", params=["paper", "records"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the paper as it is read; and one whose records have been given the words as names, however they were read."""
    root = tmp_path_factory.mktemp("hostile")
    if request.param == "records":
        return build(root, f"{FORMULA} {EVIL} {BIDI} {LONG}")
    papers = root / "corpus" / "papers" / "aldermere"
    papers.mkdir(parents=True)
    data = PAPER.encode()
    (papers / "evil.txt").write_bytes(data)
    (papers / "deeds.md").write_bytes(DEEDS.encode())
    (root / "corpus" / "councils.yml").write_text(COUNCILS, encoding="utf-8")
    (root / "corpus" / "corrections.yml").write_text("[]\n", encoding="utf-8")
    said = {
        "title": json.dumps(f"{FORMULA} {EVIL} ../../../etc/passwd {BIDI}"),
        "body": json.dumps(f"@{EVIL}"),
        "date": "2024-03-04",
    }
    listed = entry("evil", data, kind="minutes", **said) + entry(
        "deeds", DEEDS.encode(), file="papers/aldermere/deeds.md"
    )
    (root / "corpus" / "papers.yml").write_text(listed, encoding="utf-8")
    shutil.copytree(ROOT / "docs", root / "docs")
    command = [sys.executable, "-m", "matters", "-C", str(root), "build", "--as-of", "2026-01-01"]
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=root, env=os.environ | {"PYTHONPATH": str(ROOT)}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert sorted(p.name for p in root.iterdir()) == ["build", "corpus", "docs", "site"]
    return root / "site"


@pytest.fixture(scope="module")
def origin(site: Path) -> Iterator[str]:
    with serving(site) as address:
        yield address


def test_site_hostile_words_reach_the_records(site: Path) -> None:
    """Or the other tests would look for what is not there."""
    said = {
        table: (site / "data" / f"{table}.jsonl").read_text(encoding="utf-8")
        for table in ("actions", "decisions", "people")
    }
    if (site / "papers" / "deeds").exists():
        assert "<script>window.owned=1</script>" in said["actions"] and "<img src=x" in said["actions"]
        assert '"log_ref": "=1+1"' in said["actions"] and "HYPERLINK" in said["decisions"] and LONG in said["actions"]
    else:
        assert "<script>window.owned=1</script>" in said["people"]


def addresses(site: Path) -> list[str]:
    return sorted(p.parent.relative_to(site).as_posix() + "/" for p in site.rglob("index.html"))


def test_site_hostile_words_are_text_in_every_page_and_chart(site: Path) -> None:
    shown = 0
    for path in [*site.rglob("*.html"), *site.rglob("*.svg")]:
        raw = path.read_bytes()
        tree = lxml.html.fromstring(raw) if path.suffix == ".html" else lxml.etree.fromstring(raw)
        own = {str(s).rsplit("/", 1)[-1] for s in tree.xpath("//script/@src")}
        assert own <= {"theme.js", "register.js", "passages.js", "search.js", "ask.js", "charts.js"}, path
        assert tree.xpath("//script[not(@src) and not(@type='application/ld+json')]") == [], path
        assert [a for e in tree.iter() for a in e.attrib if str(a).startswith("on")] == [], path
        links = [str(h).strip().lower() for h in tree.xpath("//@href | //@src | //@action | //@*[local-name()='href']")]
        assert [h for h in links if h.startswith(("javascript:", "vbscript:", "data:"))] == [], path
        text = raw.decode()
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u061c\u200b]", text), path
        assert len(raw) < 1_000_000, path
        shown += "window.owned=1" in "".join(str(t) for t in tree.itertext())
    assert shown >= 3


def test_site_hostile_words_run_on_no_page(browser: Browser, site: Path, origin: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    said: list[str] = []
    page.on("dialog", lambda dialog: said.append(dialog.message))
    page.on("console", lambda message: said.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    for address in [*addresses(site), "search/?q=owned", "search/?q=esrever", "actions/?words=owned&group=owner"]:
        page.goto(f"{origin}{address}", wait_until="networkidle")
        assert page.evaluate("window.owned") is None, address
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, address
    assert said == []
    context.close()


def test_site_hostile_words_are_no_formula_in_any_table(site: Path) -> None:
    cells = 0
    for path in site.rglob("*.csv"):
        with path.open(encoding="utf-8-sig", newline="") as file:
            for row in csv.reader(file):
                for cell in row:
                    cells += "HYPERLINK" in cell
                    assert not re.match(r"[\s\ufeff]*[=+\-@]|^[\t\r]", cell), (path, cell[:60])
    assert cells or not (site / "people" / "per-marsh").exists()


def test_site_hostile_words_leave_feeds_calendars_and_graphs_well_formed(site: Path) -> None:
    for path in [p for p in site.rglob("*") if p.suffix in {".xml", ".svg", ".graphml", ".gexf"}]:
        lxml.etree.fromstring(path.read_bytes())
    for path in site.rglob("*.ics"):
        assert not [c for c in Calendar.from_ical(path.read_bytes()).walk() if c.name == "VALARM"]
    for path in [*site.rglob("*.json"), *site.rglob("*.jsonl")]:
        for line in path.read_text(encoding="utf-8").splitlines() if path.suffix == ".jsonl" else [path.read_text()]:
            json.loads(line)
    for path in site.rglob("*.docx"):
        xml = lxml.etree.tostring(Document(str(path)).element).decode()
        assert "w:instrText" not in xml and "w:hyperlink" not in xml, path
    assert [p for p in site.rglob("*") if ".." in p.name or len(p.name) > 150 or "<" in p.name] == []
