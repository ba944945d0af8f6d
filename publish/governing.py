"""Governance for a page: the chart's boxes and lines, and the same as a nested list and a table, with the passage of each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from extract.records import Evidence, Organisation, Relation
from graph import Chart as Stated
from graph import governance_chart
from graph.layers import TIES, ChartBody, Seat
from graph.layers import Line as StatedLine
from publish import chart_rows, links, phrases, standing
from publish.chart_model import LOOSE
from publish.charts import Box, Chart, Line, settings
from publish.standing import Standing
from publish.view import Site

_OUTSIDE = frozenset({"nhs_body", "provider", "charity", "company", "government"})


@dataclass(frozen=True)
class Governing:
    """What the papers state of the governance of a council or around one record, the chart of it, and its bodies by id."""

    stated: Stated
    chart: Chart
    bodies: dict[str, ChartBody]
    ended: Mapping[str, "Ended"] = field(default_factory=dict)

    def line(self, relation_id: str, subject: str, object: str) -> Line | None:
        """The line of the chart that draws a relation between two bodies."""
        ends = {subject, object}
        return next((x for x in self.chart.lines if x.relation == relation_id and {x.subject, x.object} == ends), None)


@dataclass(frozen=True)
class Ended:
    """That a body ended, because another is stated to succeed it: the successor, and the relation that says so."""

    successor: str
    name: str
    relation: Relation
    standing: Standing


def governing(site: Site, council: str) -> Governing:
    """The governance of one council; the links of its chart are relative to the council's page."""
    stated = governance_chart(site.governance, council)
    name = site.council_name(council)
    return made(site, stated, f"Bodies named in the papers of {name}", links.council_page(council), links.slug(council))


def made(
    site: Site,
    stated: Stated,
    title: str,
    page: str,
    name: str,
    *,
    loose: str | None = None,
    through: Callable[[str, str], Sequence[Seat]] = lambda organisation, body: (),
) -> Governing:
    """What is stated as a chart for a page; `name` tells its parts from those of other charts.

    `through` gives those through whom an organisation sits on a body.
    """
    day, years = site.as_of, int(settings()["long_ago_years"])
    ended = {body.id: end for body in stated.bodies if (end := _ended(site, body.id)) is not None}
    boxes = [_box(site, body, stated.council, page, ended.get(body.id)) for body in stated.bodies]
    drawn = [_drawn(site, line, page, _joint(stated), len(through(line.subject, line.object))) for line in stated.lines]
    count = f"{phrases.counted(len(boxes), 'box', 'boxes')} and {phrases.counted(len(drawn), 'line')}"
    old = sum(line.standing.long_ago(day, years) for line in drawn)
    says = f"{count}. Each line leads to the passage that states it. "
    says += f"Of the lines {old} were last confirmed more than {years} years before. " if old else ""
    says += "The list below the chart says the same in words."
    chart = Chart(f"chart-{name}", title, says, boxes, drawn, loose=loose or LOOSE)
    return Governing(stated, chart, {b.id: b for b in stated.bodies}, ended)


def _joint(stated: Stated) -> dict[str, list[str]]:
    return {body.id: body.joint_between for body in stated.bodies if body.joint_between}


def _box(site: Site, body: ChartBody, about: str, page: str, ended: "Ended | None") -> Box:
    entity = site.entities[body.id]
    to = links.page_of(entity)
    href = None if to == page else links.relative(to, page)
    notes = [] if body.table == "organisations" else [phrases.title(body.table.rstrip("s").replace("people", "person"))]
    return Box(
        body.id,
        chart_rows.called(entity),
        chart_rows.levels(site, body, href, page, notes, ended),
        href,
        kind=body.kind,
        proposed=body.proposed,
        own=body.kind not in _OUTSIDE,
        about=body.id == about,
        standing=standing.of_mentions(site, entity.evidence),
    )


def _drawn(site: Site, line: StatedLine, page: str, joint: Mapping[str, list[str]], sitting: int) -> Line:
    relation = site.relation(line.relation_id)
    e = own_words(relation)
    stands = standing.of_relation(site, relation)
    rank = 0 if line.closes_circle else TIES[line.type]
    if line.type == "joint_with":
        rank = (line.object in joint.get(line.subject, ())) - (line.subject in joint.get(line.object, ()))
    words, back = phrases.relation(line.type), phrases.relation(line.type, seen_from_object=True)
    if line.subject != relation.subject_id and line.type == "member_of":
        who = chart_rows.called(site.entities[relation.subject_id])
        who += f" and {phrases.counted(sitting - 1, 'other')}" if sitting > 1 else ""
        words, back = f"sits, through {who}, on", f"has on it, through {who},"
    if line.type == "holds_role_at" and relation.role:
        words, back = f"holds a post at, as {relation.role},", f"has in post, as {relation.role},"
    return Line(
        line.subject,
        line.object,
        line.type,
        words,
        links.relative(links.passage(e), page) if e else None,
        e.quote if e else None,
        line.proposed,
        rank=rank,
        back=back,
        standing=stands,
        long_ago=stands.long_ago(site.as_of, int(settings()["long_ago_years"])),
        relation=line.relation_id,
    )


def _ended(site: Site, body: str) -> "Ended | None":
    """What succeeded a body, where a paper states it as done."""
    for relation in site.relations_of.get(body, ()):
        if (
            relation.type == "succeeds"
            and relation.object_id == body
            and not relation.proposed
            and not relation.negated
        ):
            name = site.entities[relation.subject_id].name
            return Ended(relation.subject_id, name, relation, standing.of_relation(site, relation))
    return None


def own_words(relation: Relation) -> Evidence | None:
    """The passage in which the relation itself is stated."""
    found = relation.quotes("type") or relation.evidence
    return found[0] if found else None


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
