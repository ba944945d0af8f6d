"""Pages: as the golden files have them, every link leading somewhere, every name harmless, the same bytes twice."""

from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin

import lxml.html
import pytest

from extract.blocks import Misread
from publish import render_site, write_site
from publish.questions import Question
from tests.tiny import AS_OF, HOSTILE, tiny

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
PAGES = (
    "actions.md",
    "ask.md",
    "bodies/org-panel.md",
    "compare.md",
    "compare/governance.md",
    "councils/fenwick.md",
    "coverage.md",
    "data/actions.csv",
    "data/ask.json",
    "data/compare/governance.csv",
    "data/evidence.csv",
    "data/feed.xml",
    "decisions.md",
    "index.md",
    "papers/fenwick-later.md",
    "papers/fenwick-minutes.md",
    "people/per-reed.md",
    "programmes/prog-plan.md",
)


GOVERNANCE = Question.model_validate(
    {
        "id": "governance",
        "title": "Which bodies are named, and who chairs them?",
        "asks": "Boards and panels that the papers name.",
        "select": [
            {"table": "organisations", "where": {"classification": ["board", "panel"]}, "show": ["name", "chairs_by!"]},
            {"table": "programmes", "show": ["name", "leads_by"]},
            {"table": "people", "show": ["name"]},
        ],
        "sort": "name",
    }
)


def write(pages: Path, hostile: str | None = None) -> None:
    write_site(
        tiny(hostile),
        pages_dir=pages,
        docs_dir=ROOT / "docs",
        as_of=AS_OF,
        corpus_version="test",
        questions=[GOVERNANCE],
    )


def build(folder: Path, hostile: str | None = None) -> Path:
    write(folder / "pages", hostile)
    render_site(pages_dir=folder / "pages", site_dir=folder / "site", config=ROOT / "mkdocs.yml")
    return folder / "site"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    write(folder)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("built"))


@pytest.mark.parametrize("page", PAGES)
def test_pages_are_as_the_golden_files_have_them(pages: Path, page: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / page
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_bytes((pages / page).read_bytes())
    assert (pages / page).read_text(encoding="utf-8") == golden.read_text(encoding="utf-8")


def test_pages_no_golden_file_is_left_over() -> None:
    assert {str(p.relative_to(GOLDEN)) for p in GOLDEN.rglob("*") if p.is_file()} == set(PAGES)


def dead_links(site: Path) -> list[str]:
    """Links within the site that lead to no page or to no anchor of it."""
    trees = {
        str(p.relative_to(site)): lxml.html.fromstring(p.read_bytes())
        for p in site.rglob("*.html")
        if p.name != "404.html"
    }
    anchors = {name: set(tree.xpath("//@id")) for name, tree in trees.items()}
    dead = []
    for name, tree in trees.items():
        for target in tree.xpath("//@href | //@src"):
            address, fragment = urldefrag(urljoin(f"https://site.test/{name}", str(target)))
            if not address.startswith("https://site.test/"):
                continue
            path = unquote(address.removeprefix("https://site.test/"))
            path = path + "index.html" if path == "" or path.endswith("/") else path
            if not (site / path).is_file() or (fragment and unquote(fragment) not in anchors.get(path, set())):
                dead.append(f"{name} → {target}")
    return dead


def test_pages_every_link_leads_to_a_page_and_an_anchor(site: Path) -> None:
    assert dead_links(site) == []


def test_pages_every_passage_link_stands_at_its_words(site: Path) -> None:
    paper = lxml.html.fromstring((site / "papers/fenwick-minutes/index.html").read_bytes())
    for link in paper.xpath("//a[@class='src']"):
        name = link.get("href").removeprefix("#")
        if name.startswith("p-"):
            marked = "".join(e.text_content() for e in paper.xpath("//mark[@data-p=$n]", n=name))
            assert link.get("title").startswith(f"“{marked}”")


def test_pages_ids_stand_once(site: Path) -> None:
    for path in site.rglob("*.html"):
        ids = lxml.html.fromstring(path.read_bytes()).xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_pages_two_builds_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    first, second = contents(site), contents(build(tmp_path))
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_pages_ask_no_other_address_for_anything(site: Path) -> None:
    for path in site.rglob("*.html"):
        tree = lxml.html.fromstring(path.read_bytes())
        loaded = tree.xpath(
            "//script/@src | //img/@src | //link[@rel='stylesheet']/@href | //iframe/@src | //source/@src | //form/@action"
        )
        assert [x for x in loaded if str(x).startswith(("http:", "https:", "//"))] == [], path
        assert tree.xpath("//script[not(@src) and not(@type='application/ld+json')]") == [], path
        assert tree.xpath("//*[@style]") == [], path


def test_pages_keep_hostile_names_as_text(tmp_path: Path) -> None:
    name = " ".join(HOSTILE)
    shown = " ".join(name.replace("\u202e", "\ufffd").split())
    site = build(tmp_path, name)
    for path in sorted(site.rglob("*.html")):
        tree = lxml.html.fromstring(path.read_bytes())
        assert {str(s).rsplit("/", 1)[-1] for s in tree.xpath("//script/@src")} <= {
            "theme.js",
            "register.js",
            "passages.js",
            "search.js",
            "ask.js",
            "charts.js",
        }, path
        assert tree.xpath("//script[not(@src) and not(@type='application/ld+json')]") == [], path
        assert [a for e in tree.iter() for a in e.attrib if a.startswith("on")] == [], path
        assert [
            h for h in tree.xpath("//@href | //@action") if str(h).strip().lower().startswith(("javascript", "data:"))
        ] == [], path
    for page in ("people/per-marsh", "bodies/org-board", "programmes/prog-plan"):
        tree = lxml.html.fromstring((site / page / "index.html").read_bytes())
        assert " ".join(tree.xpath("//h1")[0].text_content().split()) == shown
        assert " ".join(tree.xpath("//title")[0].text_content().split()) == f"{shown} - Matters Arising"
    assert dead_links(site) == []


def test_pages_show_no_link_for_an_address_that_is_none_of_the_web(pages: Path) -> None:
    assert "javascript:" not in (pages / "papers/fenwick-later.md").read_text(encoding="utf-8")


def test_pages_say_which_papers_were_searched_where_no_answer_is_found(pages: Path) -> None:
    text = (pages / "papers/fenwick-minutes.md").read_text(encoding="utf-8")
    note = text[text.index('id="act-note"') :]
    assert "No answer found in the papers read" in note[: note.index("</article>")]
    looked = text[text.index("Looked for in 2 papers") :]
    assert "fenwick-later" in looked[: looked.index("</details>")]


def test_a_mended_misreading_shows_both_readings(tmp_path: Path) -> None:
    governance = tiny()
    layout = governance.readings[0].layout
    layout.misread.append(Misread(start=0, end=4, raw="F<wick", why="a slip of the scanner"))
    write_site(governance, pages_dir=tmp_path, docs_dir=ROOT / "docs", as_of=AS_OF, corpus_version="test")
    page = (tmp_path / "papers" / f"{governance.readings[0].paper.id}.md").read_text(encoding="utf-8")
    assert f"“{layout.text[:4]}”, first read as “F&#60;wick”: a slip of the scanner" in page
