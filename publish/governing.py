"""A council's governance for its page: the chart's boxes and lines, and the same as a nested list."""

import re
from collections import defaultdict
from dataclasses import dataclass, field

from extract.records import Evidence, Organisation, Relation
from publish import links, phrases
from publish.charts import Box, Chart, Line
from publish.view import Site

#: Relations between bodies that say how they answer to one another.
GOVERNING = (
    "reports_to",
    "part_of",
    "scrutinises",
    "joint_with",
    "delegates_to",
    "commissions",
    "pools_budget_with",
    "advises",
    "refers_to",
    "succeeds",
)
_BODIES = frozenset(
    {
        "council",
        "cabinet",
        "committee",
        "sub_committee",
        "board",
        "panel",
        "joint_committee",
        "partnership",
        "group",
        "nhs_body",
    }
)
#: More members than this are given as a number.
_NAMED = 4


@dataclass
class Branch:
    """A body in the nested list, with what is stated of it and the bodies that answer to it."""

    body: Organisation
    how: Relation | None
    chairs: list[Relation]
    members: list[Relation]
    others: list[Relation]
    below: list["Branch"] = field(default_factory=list)
    again: bool = False


def _ends(site: Site, relation: Relation) -> tuple[object, object]:
    return site.entities.get(relation.subject_id), site.entities.get(relation.object_id)


def _between_bodies(site: Site, council: str) -> list[Relation]:
    found = []
    for r in site.of_council("relations", council):
        subject, obj = _ends(site, r)
        if (
            r.type in GOVERNING
            and not r.negated
            and isinstance(subject, Organisation)
            and isinstance(obj, Organisation)
        ):
            found.append(r)
    return found


def _people_of(site: Site, body: str, kinds: tuple[str, ...]) -> list[Relation]:
    return [r for r in site.relations_of.get(body, []) if r.type in kinds and r.object_id == body and not r.negated]


def bodies(site: Site, council: str) -> list[Organisation]:
    """The bodies on a council's chart: those that govern one another, or whose chair or members the papers name."""
    tied = {i for r in _between_bodies(site, council) for i in (r.subject_id, r.object_id)}
    found = []
    for o in site.of_council("organisations", council):
        peopled = o.classification in _BODIES and _people_of(site, o.id, ("chairs", "vice_chairs", "member_of"))
        if o.id in tied or peopled:
            found.append(o)
    return found


def _lines(site: Site, body: str) -> tuple[str, ...]:
    chairs = sorted({r.subject_name for r in _people_of(site, body, ("chairs",))})
    members = sorted({r.subject_name for r in _people_of(site, body, ("member_of",))})
    lines = [f"Chair: {', '.join(chairs)}"] if chairs else []
    if len(members) > _NAMED:
        lines.append(f"{len(members)} members")
    elif members:
        lines.append(f"Members: {', '.join(members)}")
    return tuple(lines)


def chart(site: Site, council: str) -> Chart:
    """What the council's chart shows; its links are relative to the council's page."""
    page = links.council_page(council)
    shown = bodies(site, council)
    relations = _between_bodies(site, council)
    proposed = {r.subject_id for r in relations if r.proposed}
    boxes = [
        Box(
            o.id,
            o.name,
            _lines(site, o.id),
            links.relative(links.page_of(o), page),
            kind=o.classification,
            proposed=o.id in proposed,
            own=o.classification not in {"nhs_body", "provider", "charity", "company", "government"},
        )
        for o in shown
    ]
    lines = []
    for r in relations:
        e = _own_words(r)
        lines.append(
            Line(
                r.subject_id,
                r.object_id,
                r.type,
                phrases.relation(r.type),
                links.relative(links.passage(e), page) if e else None,
                e.quote if e else None,
                r.proposed,
            )
        )
    name = site.council_name(council)
    count = f"{phrases.counted(len(boxes), 'body', 'bodies')} and {phrases.counted(len(lines), 'stated relation')}"
    says = f"{count}; the list below the chart says the same."
    return Chart(f"chart-{links.slug(council)}", f"Bodies named in the papers of {name}", says, boxes, lines)


def _own_words(relation: Relation) -> Evidence | None:
    """The passage in which the relation itself is stated."""
    found = relation.quotes("type") or relation.evidence
    return found[0] if found else None


def tree(site: Site, council: str) -> list[Branch]:
    """The chart as a nested list: bodies that answer to none first, each with those that answer to it."""
    shown = {o.id: o for o in bodies(site, council)}
    below: dict[str, list[tuple[str, Relation]]] = defaultdict(list)
    sideways: dict[str, list[Relation]] = defaultdict(list)
    has_above: set[str] = set()
    for r in _between_bodies(site, council):
        if r.type in {"reports_to", "part_of"}:
            below[r.object_id].append((r.subject_id, r))
            has_above.add(r.subject_id)
        else:
            sideways[r.subject_id].append(r)
    told: set[str] = set()

    def branch(body: str, how: Relation | None) -> Branch:
        again = body in told
        told.add(body)
        made = Branch(
            shown[body],
            how,
            _people_of(site, body, ("chairs", "vice_chairs")),
            _people_of(site, body, ("member_of", "represents")),
            sideways.get(body, []),
            again=again,
        )
        if not again:
            made.below = [branch(lower, r) for lower, r in below.get(body, []) if lower in shown]
        return made

    top = [branch(body, None) for body in shown if body not in has_above]
    return top + [branch(body, None) for body in shown if body not in told]


_COLOURS = """<style>
svg { background: #fff; font-family: Arial, Helvetica, "Liberation Sans", sans-serif; }
</style>"""


def standalone(svg: str) -> str:
    """The chart as a file of its own: no links, as they lead on from the council's page only."""
    plain = re.sub(r"</?a\b[^>]*>", "", svg)
    return re.sub(r"(<svg\b[^>]*>)", lambda m: m.group(1) + _COLOURS, plain, count=1)
