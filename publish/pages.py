"""Writes the pages: one Markdown file each, from the templates, in the order of their addresses."""

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from extract.records import TABLES, Action, Evidence, Record
from graph.governance import Entity
from publish import (
    asking,
    chart_legend,
    citing,
    comparison,
    counting,
    dictionary,
    edtf,
    escape,
    facts,
    glossary,
    governing,
    linked_data,
    links,
    parts,
    passages,
    phrases,
)
from publish.chart_pages import Charts
from publish.view import Site, mentions

HERE = Path(__file__).parent

#: Pages of which there is one: address and template.
SINGLE = (
    ("", "home"),
    ("councils/", "councils"),
    ("papers/", "papers"),
    ("bodies/", "bodies"),
    ("people/", "people"),
    ("programmes/", "programmes"),
    ("decisions/", "decisions"),
    ("actions/", "actions"),
    ("actions/counts/", "counts"),
    ("compare/", "compare"),
    ("ask/", "ask"),
    ("coverage/", "coverage"),
    ("accuracy/", "accuracy"),
    ("search/", "search"),
    ("glossary/", "glossary"),
    ("site-map/", "site-map"),
    ("data/", "data"),
    ("data/dictionary/", "dictionary"),
)


#: The registers: address, which records they list in which order, and how many on a page.
REGISTERS: dict[str, tuple[Callable[[Site], Sequence[Record]], int]] = {
    "papers/": (lambda site: site.governance.papers, parts.NAMES),
    "bodies/": (lambda site: sorted(site.governance.organisations, key=_by_name), parts.NAMES),
    "people/": (lambda site: sorted(site.governance.people, key=_by_name), parts.NAMES),
    "programmes/": (lambda site: sorted(site.governance.programmes, key=_by_name), parts.NAMES),
    "decisions/": (lambda site: site.governance.decisions, parts.ROWS),
    "actions/": (lambda site: site.governance.actions, parts.ROWS),
}


def _by_name(entity: Entity) -> str:
    return entity.name.lower()


#: How the passages of a field are marked in the text; all others are marked as `rel`.
_MARKS = {
    ("decisions", "text"): "dec",
    ("actions", "text"): "act",
    ("people", "name"): "per",
    ("organisations", "name"): "org",
    ("programmes", "name"): "prog",
    **{("statements", name): "sta" for name in ("text", "values", "populations", "years", "date_raw")},
}


def environment(site: Site) -> Environment:
    """The templates with every value escaped for Markdown and HTML, and an error for a name that nothing gives."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        finalize=escape.markdown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    env.globals.update(
        site=site,
        phrases=phrases,
        passage=links.passage,
        page_of=links.page_of,
        council_page=links.council_page,
        slug=links.slug,
        facts_of=facts.of,
        same_as=facts.same_as,
        mentions=mentions,
        first_passage=asking.first_passage,
        records=TABLES,
        edtf=edtf.words,
        year=edtf.year,
        counted=phrases.counted,
        grouped=_grouped,
        beside=_beside,
        web_address=escape.web_address,
        verbatim=escape.lines,
        source=partial(_source, site),
        linked_data=partial(linked_data.of, site),
        glossary=glossary.terms(),
        cite=partial(citing.reference, site),
        cite_paper=partial(citing.paper_words, site),
        permanent=partial(citing.address, site),
        titled=_titled,
        mend=partial(citing.mend, site),
        withhold=partial(citing.withhold, site),
        **chart_legend.names(site),
    )
    env.filters["yaml"] = escape.yaml
    env.filters["data"] = escape.data
    return env


def _grouped(number: int) -> str:
    """A number with its thousands apart."""
    return f"{number:,}"


def _beside(register: str, records: Sequence[Record]) -> parts.Part:
    """The records of a page that is about something else: the first of them where they are many."""
    return parts.Part(register, 1, 1, 1, len(records), records[: parts.ROWS])


def _titled(action: Action) -> str:
    """What an action is about, short enough for a heading."""
    return action.text if len(action.text) <= 110 else f"{action.text[:110].rsplit(' ', 1)[0]} …"


def _source(site: Site, e: Evidence) -> str:
    """What a link to a passage says of it: the words, the paper, the page."""
    quote = e.quote if len(e.quote) <= 240 else e.quote[:240].rsplit(" ", 1)[0] + " …"
    page = f", page {e.page}" if e.page is not None else ""
    return f"“{quote}” – {site.paper_title(e.paper_id)}{page}"


def write(site: Site, *, pages_dir: Path, charts: Charts, compared: comparison.Comparison, files: list[Any]) -> int:
    """Writes every page below `pages_dir`; returns how many. `files` are the data files, for the page that lists them."""
    env = environment(site)
    count = 0
    for address, template, given in _pages(site, charts, compared, files):
        target = pages_dir / links.source_file(address)
        target.parent.mkdir(parents=True, exist_ok=True)
        href: Callable[[str], str] = partial(links.relative, page=address)
        text = env.get_template(f"{template}.md.j2").render(address=address, href=href, **given)
        target.write_text(glossary.linked(text, address), encoding="utf-8", newline="\n")
        count += 1
    for register, (records, rows) in REGISTERS.items():
        if len(records(site)) > rows:
            _write_rows(env, pages_dir, parts.whole(register, records(site)))
    return count


def _write_rows(env: Environment, pages_dir: Path, part: parts.Part) -> None:
    """Writes every row of a register as `rows.json` beside its first page, for the script that filters and sorts it: a list of HTML."""
    href: Callable[[str], str] = partial(links.relative, page=part.register)
    template = next(template for address, template in SINGLE if address == part.register)
    page = env.get_template(f"{template}.md.j2").render(address=part.register, href=href, part=part)
    body = page.partition('<tbody role="rowgroup">')[2].partition("</tbody>")[0]
    rows = [f"{row.strip()}</tr>" for row in body.split("</tr>")[:-1]]  # what papers say is escaped: only rows end so
    path = pages_dir / part.register / "rows.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")


def link_terms(folder: Path) -> None:
    """Links the terms of the glossary on the pages written by hand."""
    for path in sorted(folder.rglob("*.md")):
        address = "" if path.name == "index.md" else f"{path.relative_to(folder).with_suffix('').as_posix()}/"
        path.write_text(glossary.linked(path.read_text(encoding="utf-8"), address), encoding="utf-8", newline="\n")


def _pages(
    site: Site, charts: Charts, compared: comparison.Comparison, files: list[Any]
) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Every page: its address, its template and what the template is given beside the site."""
    listed = asking.lists(site)
    for address, template in SINGLE:
        given = {
            "files": files,
            "comparison": compared,
            "dictionary": dictionary.tables(),
            "asking": listed,
            "counts": counting.count(site),
            "areas": charts.areas,
        }
        if address not in REGISTERS:
            yield address, template, given
            continue
        records, rows = REGISTERS[address]
        for part in parts.parts(address, records(site), rows):
            yield part.page, template, given | {"part": part}
    for asked in compared.asked:
        yield asked.page, "question", {"asked": asked, "comparison": compared}
    for council in site.councils:
        address = links.council_page(council.id)
        yield address, "council", {"council": council, "areas": charts.areas} | _chart(charts, address)
    for area in charts.areas:
        seats = partial(area.seats, charts)
        yield (
            area.address,
            "area",
            {"area": area, "seats": seats, "organisations": area.organisations(site, charts)}
            | _chart(charts, area.address),
        )
    for paper in site.governance.papers:
        yield (
            links.page_of(paper),
            "paper",
            {"paper": paper, "text": _text(site, paper.id), "mended": _mended(site, paper.id)},
        )
    ordered = site.actions_in_order
    for place, action in enumerate(ordered):
        beside = [ordered[k] if 0 <= k < len(ordered) else None for k in (place - 1, place + 1)]
        yield links.page_of(action), "action", {"record": action, "before": beside[0], "after": beside[1]}
    for body in site.governance.organisations:
        held = charts.seats.get(body.id, [])
        by_organisation = partial(governing.by_organisation, site, bodies=held)
        given = {"record": body, "by_organisation": by_organisation} | _chart(charts, links.page_of(body))
        yield links.page_of(body), "body", given
    for person in site.governance.people:
        yield links.page_of(person), "person", {"record": person} | _chart(charts, links.page_of(person))
    for programme in site.governance.programmes:
        yield links.page_of(programme), "programme", {"record": programme} | _chart(charts, links.page_of(programme))


def _chart(charts: Charts, address: str) -> dict[str, Any]:
    """What a template is given of the chart of its page."""
    made, drawn = charts.of(address)
    return {"governing": made, "drawn": drawn}


def _text(site: Site, paper: str) -> Markup:
    """The marked text of a paper."""
    layout = site.layouts.get(paper)
    return Markup("") if layout is None else passages.render(layout, paper_passages(site, paper))


def _mended(site: Site, paper: str) -> list[tuple[str, str, str]]:
    """What was misread in a paper, what is read instead, and why: each correction once."""
    layout = site.layouts.get(paper)
    found = [(m.raw, layout.text[m.start : m.end], m.why) for m in layout.misread] if layout is not None else []
    return list(dict.fromkeys(found))


def paper_passages(site: Site, paper: str) -> list[passages.Passage]:
    """Every passage of a paper on which a record rests, each place once, with all that rests on it."""
    found: dict[tuple[int, int], tuple[set[str], list[str]]] = {}
    for record in _records(site, paper):
        for e in record.evidence:
            if e.paper_id == paper:
                kind = _MARKS.get((record.table, e.field), "rel")
                kinds, says = found.setdefault((e.start, e.end), (set(), []))
                kinds.add(kind)
                words = f"{phrases.title(type(record).__name__)}: {phrases.said(e.field)}"
                if words not in says:
                    says.append(words)
    return [
        passages.Passage(start, end, tuple(sorted(kinds)), "; ".join(says))
        for (start, end), (kinds, says) in sorted(found.items())
    ]


def _records(site: Site, paper: str) -> Iterator[Record]:
    yield site.papers[paper]
    yield from site.statements.get(paper, [])
    for table in (
        "decisions",
        "actions",
        "responses",
        "people",
        "memberships",
        "organisations",
        "programmes",
        "relations",
    ):
        yield from site.of_paper(table, paper)


def copy_assets(pages_dir: Path) -> None:
    """The site's own scripts and styles."""
    shutil.copytree(HERE / "assets", pages_dir / "assets", dirs_exist_ok=True)
