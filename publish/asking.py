"""The page that asks the graph: its data for the browser, and the lists that are made when the site is built.

`data/ask.json` holds things and lines as rows of numbers and words, with every address taken from the top of the site:

* `things`: name, table, councils (places in `councils`), other names, address of its page
* `lines`: beginning and end (places in `things`), type, date in EDTF and in words, 1 if only proposed, the words that state it,
  address of the passage, paper (place in `papers`), role
"""

import json
from dataclasses import dataclass
from pathlib import Path

from extract.records import Evidence, Organisation, Relation
from graph import asking
from graph.asking import Both
from publish import edtf, links, phrases
from publish.escape import printable
from publish.view import Site

#: Longest quotation in the data, in characters.
_LONGEST = 240


@dataclass(frozen=True)
class Asking:
    """What the page lists without a question: people on several bodies, and unscrutinised bodies by council."""

    several: list[Both]
    unscrutinised: list[tuple[str, list[Organisation]]]
    scrutinised: int


def lists(site: Site) -> Asking:
    """The lists of the page; a body that papers of several councils name stands under each of them."""
    bodies = asking.unscrutinised(site.governance)
    by_council = [(c.id, [b for b in bodies if c.id in site.councils_of(b)]) for c in site.councils]
    stated = {r.object_id for r in site.governance.relations if r.type == "scrutinises" and not r.negated}
    return Asking(asking.on_several(site.governance), [(c, b) for c, b in by_council if b], len(stated))


def first_passage(relation: Relation) -> list[Evidence]:
    """The passage that states a relation, as a list for the macros."""
    said = asking.passage(relation)
    return [said] if said is not None else []


def write(site: Site, path: Path) -> None:
    """Writes the data of the page; what no paper states, or denies, is not in it."""
    governance = site.governance
    councils = [c.id for c in site.councils]
    ends = site.entities.keys()
    told = [r for r in governance.relations if not r.negated and {r.subject_id, r.object_id} <= ends]
    told.sort(key=lambda r: r.id)
    things = sorted(site.entities.values(), key=lambda e: (e.name.casefold(), e.id))
    place = {e.id: n for n, e in enumerate(things)}
    papers = {p: n for n, p in enumerate(sorted({e.paper_id for r in told for e in first_passage(r)}))}
    lines = []
    for r in told:
        said = asking.passage(r)
        quote = printable(asking.quote(governance, r))
        if len(quote) > _LONGEST:
            quote = quote[:_LONGEST].rsplit(" ", 1)[0] + " …"
        day = r.start or r.as_of
        lines.append(
            [
                place[r.subject_id],
                place[r.object_id],
                r.type,
                day or "",
                f"as stated {edtf.words(day)}" if day else "date of the paper not stated",
                int(r.proposed),
                quote,
                links.passage(said) if said is not None else "",
                papers[said.paper_id] if said is not None else -1,
                printable(r.role or ""),
            ]
        )
    data = {
        "councils": [c.name for c in site.councils],
        "papers": [printable(site.paper_title(p)) for p in papers],
        "verbs": {kind: list(said) for kind, said in phrases.RELATIONS.items()},
        "seats": list(asking.SEATS),
        "things": [
            [
                printable(e.name),
                e.table,
                [councils.index(c) for c in site.councils_of(e) if c in councils],
                [printable(n) for n in e.other_names],
                links.page_of(e),
            ]
            for e in things
        ],
        "lines": lines,
    }
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8", newline="\n")
