"""A council's governance for its page: the chart's boxes and lines, and the same as a nested list, with the passage of each."""

import re
from dataclasses import dataclass, field

from extract.records import Evidence, Organisation, Relation
from graph import Chart as Stated
from graph import governance_chart
from graph.layers import LINES, ChartBody, Seat
from publish import links, phrases
from publish.charts import Box, Chart, Line
from publish.view import Site

#: More people, or more organisations, than this are given as a number in a box.
_NAMED = 3
_OUTSIDE = frozenset({"nhs_body", "provider", "charity", "company", "government"})


@dataclass(frozen=True)
class Governing:
    """What the papers of one council state of its governance, the chart of it, and its bodies by id."""

    stated: Stated
    chart: Chart
    bodies: dict[str, ChartBody]


def governing(site: Site, council: str) -> Governing:
    """The governance of one council; the links of its chart are relative to the council's page."""
    stated = governance_chart(site.governance, council)
    page = links.council_page(council)
    boxes = [
        Box(
            body.id,
            body.name,
            _lines(body),
            links.relative(links.page_of(site.entities[body.id]), page),
            kind=body.kind,
            proposed=body.proposed,
            own=body.kind not in _OUTSIDE,
        )
        for body in stated.bodies
    ]
    drawn = [_drawn(site, line.relation_id, page, line.closes_circle) for line in stated.lines]
    name = site.council_name(council)
    count = f"{phrases.counted(len(boxes), 'body', 'bodies')} and {phrases.counted(len(drawn), 'stated relation')}"
    chart = Chart(
        f"chart-{links.slug(council)}",
        f"Bodies named in the papers of {name}",
        f"{count}; the list below the chart says the same.",
        boxes,
        drawn,
    )
    return Governing(stated, chart, {b.id: b for b in stated.bodies})


def _drawn(site: Site, relation_id: str, page: str, closes: bool) -> Line:
    relation = site.relation(relation_id)
    e = own_words(relation)
    return Line(
        relation.subject_id,
        relation.object_id,
        relation.type,
        phrases.relation(relation.type),
        links.relative(links.passage(e), page) if e else None,
        e.quote if e else None,
        relation.proposed,
        rank=0 if closes else LINES[relation.type],
    )


def own_words(relation: Relation) -> Evidence | None:
    """The passage in which the relation itself is stated."""
    found = relation.quotes("type") or relation.evidence
    return found[0] if found else None


def _lines(body: ChartBody) -> tuple[str, ...]:
    """Chair, members and member organisations of a body as its box gives them."""
    found = []
    for label, seats in (("Chair", body.chairs), ("Vice-chair", body.vice_chairs)):
        if seats:
            found.append(f"{label}: {', '.join(_names(seats))}")
    for one, many, seats in (
        ("member", "members", body.members),
        ("member organisation", "member organisations", body.member_organisations),
    ):
        names = _names(seats)
        if len(names) > _NAMED:
            found.append(phrases.counted(len(names), one, many))
        elif names:
            found.append(f"{phrases.title(one if len(names) == 1 else many)}: {', '.join(names)}")
    return tuple(found)


def _names(seats: list[Seat]) -> list[str]:
    """Each name once, in order."""
    return list(dict.fromkeys(seat.name for seat in seats))


@dataclass
class Group:
    """The members of a body who sit for one organisation, and the statements that the organisation itself is a member."""

    id: str | None
    name: str
    people: list[Relation] = field(default_factory=list)
    itself: list[Relation] = field(default_factory=list)


def by_organisation(site: Site, members: list[Relation], *, bodies: list[ChartBody]) -> list[Group]:
    """The members of a body by the organisation for which they sit, as stated; those for whom none is stated come last."""
    sits_for = {s.id: s.sits_for for b in bodies for s in (*b.chairs, *b.vice_chairs, *b.members)}
    groups: dict[str, Group] = {}
    for relation in sorted(members, key=lambda r: r.subject_name.casefold()):
        who = site.entities.get(relation.subject_id)
        if isinstance(who, Organisation):
            groups.setdefault(who.id, Group(who.id, who.name)).itself.append(relation)
            continue
        for body, name in sits_for.get(relation.subject_id) or (("", ""),):
            groups.setdefault(body, Group(body or None, name)).people.append(relation)
    return sorted(groups.values(), key=lambda g: (g.name == "", g.name.casefold()))


_COLOURS = """<style>
svg { background: #fff; font-family: Arial, Helvetica, "Liberation Sans", sans-serif; }
</style>"""


def standalone(svg: str) -> str:
    """The chart as a file of its own: no links, as they lead on from the council's page only."""
    plain = re.sub(r"</?a\b[^>]*>", "", svg)
    return re.sub(r"(<svg\b[^>]*>)", lambda m: m.group(1) + _COLOURS, plain, count=1)
