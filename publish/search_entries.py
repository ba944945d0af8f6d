"""What the search tells of each record beside its words: title, kind, council, body, date, state, and a line of what matters most of it."""

from collections.abc import Iterable, Iterator
from typing import Any, NotRequired, TypedDict

from extract.records import Action, Decision, Organisation, Paper, Person, Programme
from publish import edtf, links, phrases
from publish.view import Site

#: How many posts of a person a result shows.
_POSTS = 3


class Entry(TypedDict):
    """One thing that the search finds, as `write_site` hands it to `render_site`."""

    url: str  # from the top of the site
    title: str
    facets: dict[str, list[str]]  # council, record, paper, body, year, state; what is not stated is left out
    date: str | None  # in EDTF, as a reader is told it
    day: str | None  # ISO: the last day that the date can mean, by which results are sorted
    notes: list[
        str
    ]  # posts of a person; state, due date and owner of an action; kind of a decision, paper, body or programme
    names: list[str]  # other names, searched as the title is
    text: NotRequired[str]  # its words, where they are not those of its page


def entries(site: Site) -> list[Entry]:
    """Everything with a page or a place of its own, sorted by address. The other pages are found by their words alone."""
    g = site.governance
    found = [
        *(_paper(site, paper) for paper in g.papers),
        *(_decision(site, decision) for decision in g.decisions),
        *(_action(site, action) for action in g.actions),
        *(_person(site, person) for person in g.people),
        *(_named(site, "Body", o, phrases.title(o.classification), bodies=[o.name]) for o in g.organisations),
        *(_named(site, "Programme", p, phrases.title(p.kind)) for p in g.programmes),
        *(
            _entry(links.council_page(c.id), c.name, facets=_facets("Council", councils=[c.name]))
            for c in site.councils
        ),
    ]
    return sorted(found, key=lambda entry: entry["url"])


def _entry(url: str, title: str, *, facets: dict[str, list[str]], date: str | None = None, **given: Any) -> Entry:
    day = edtf.last_day(date)
    entry: dict[str, Any] = {"url": url, "title": title, "facets": facets, "date": edtf.words(date) if date else None}
    return {**entry, "day": day.isoformat() if day else None, "notes": [], "names": [], **given}  # type: ignore[typeddict-item]


def _facets(record: str, **given: Iterable[str | None]) -> dict[str, list[str]]:
    """The values of each facet once; `councils` and `bodies` name the facets `council` and `body`."""
    names = {"councils": "council", "bodies": "body"}
    found = {names.get(name, name): sorted({v for v in values if v}) for name, values in given.items()}
    return {"record": [record]} | {name: values for name, values in found.items() if values}


def _body(site: Site, record: Decision | Action | Paper) -> str | None:
    """The body as the site names it, or in the words of the paper where they name none or several."""
    body = site.body_of(record)
    return body.name if body is not None else record.body


def _paper(site: Site, paper: Paper) -> Entry:
    kind = phrases.title(paper.kind) if paper.kind else None
    facets = _facets(
        "Paper",
        councils=[site.council_name(paper.council)] if paper.council else [],
        paper=[kind],
        bodies=[_body(site, paper)],
        year=[edtf.year(paper.date)],
    )
    notes = [kind] if kind else []
    return _entry(links.page_of(paper), site.paper_title(paper.id), facets=facets, date=paper.date, notes=notes)


def _of_meeting(
    site: Site, record: Decision | Action, label: str, date: str | None, **more: Iterable[str | None]
) -> dict[str, list[str]]:
    paper = site.papers.get(record.paper_id or "")
    return _facets(
        label,
        councils=[site.council_name(record.council)] if record.council else [],
        paper=[phrases.title(paper.kind)] if paper is not None and paper.kind else [],
        bodies=[_body(site, record)],
        year=[edtf.year(date)],
        **more,
    )


def _dated(site: Site, record: Decision | Action, date: str | None) -> str | None:
    """The date of a record, or that of the paper that states it."""
    paper = site.papers.get(record.paper_id or "")
    return date or (paper.date if paper is not None else None)


def _decision(site: Site, d: Decision) -> Entry:
    date = _dated(site, d, d.date)
    words = _sentences([d.text, d.item_title, d.body])
    facets = _of_meeting(site, d, "Decision", date)
    return _entry(links.page_of(d), _short(d.text), facets=facets, date=date, notes=[phrases.title(d.kind)], text=words)


def _action(site: Site, a: Action) -> Entry:
    date = _dated(site, a, a.raised_on)
    standing = site.standing(a)
    state = phrases.ANSWERS[standing.state]
    due = edtf.words(a.due_date or standing.response_due or "") or a.due_raw
    owner = a.owner_name or a.owner_raw
    notes = [state, f"due {due}" if due else "no due date stated", owner or "nobody named"]
    if site.overdue(a):
        notes.insert(1, "overdue")
    words = [
        a.text,
        a.item_title,
        a.body,
        owner,
        *(step.quote.quote if step.quote else step.text for step in standing.steps),
    ]
    facets = _of_meeting(site, a, "Action", date, state=[state])
    return _entry(links.page_of(a), _short(a.text), facets=facets, date=date, notes=notes, text=_sentences(words))


def _sentences(parts: Iterable[str | None]) -> str:
    """Each part once, ended by a full stop where it has no mark of its own."""
    said = dict.fromkeys(" ".join(part.split()) for part in parts if part and part.strip())
    return " ".join(part if part[-1] in ".,:;?!" else f"{part}." for part in said)


def _person(site: Site, person: Person) -> Entry:
    posts = list(dict.fromkeys(_posts(site, person)))
    shown = [", ".join(part for part in post if part) for post in posts[:_POSTS]]
    if len(posts) > _POSTS:
        shown.append(f"and {phrases.counted(len(posts) - _POSTS, 'more post')}")
    councils = map(site.council_name, site.councils_of(person))
    facets = _facets("Person", councils=councils, bodies=[body for _, body in posts])
    return _entry(links.page_of(person), person.name, facets=facets, notes=shown, names=person.other_names)


def _posts(site: Site, person: Person) -> Iterator[tuple[str, str]]:
    """Role and body, those with a role first, each as the papers state it; a seat without a role is a membership."""
    held = site.posts_of.get(person.id, [])
    for post in sorted(held, key=lambda post: not (post.role and post.organisation_name)):
        if post.role:
            yield post.role, _known(site, post.organisation_id, post.organisation_name)
    told = {"chairs": "Chair", "vice_chairs": "Vice-chair", "member_of": "Member"}
    named = {_known(site, post.organisation_id, post.organisation_name) for post in held if post.role}
    for relation in site.relations_of.get(person.id, []):
        body = _known(site, relation.object_id, relation.object_name)
        stands = relation.subject_id == person.id and not (relation.negated or relation.proposed)
        if relation.type in told and stands and body not in named:
            yield told[relation.type], body


def _known(site: Site, record_id: str | None, name: str | None) -> str:
    known = site.entities.get(record_id or "")
    return known.name if known is not None else name or ""


def _named(site: Site, label: str, record: Organisation | Programme, kind: str, bodies: Iterable[str] = ()) -> Entry:
    facets = _facets(label, councils=map(site.council_name, site.councils_of(record)), bodies=bodies)
    return _entry(links.page_of(record), record.name, facets=facets, notes=[kind], names=record.other_names)


def _short(text: str, most: int = 110) -> str:
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0]} …"
