"""The charts of all pages: of each council and system area, and of each body, person and programme that the papers tie to something."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from extract.records import Organisation, Record
from graph import Area, Surroundings
from graph.layers import ChartBody
from publish import chart_svg, governing, links
from publish.charts import Drawn, draw
from publish.governing import Governing
from publish.view import Site

_LOOSE = "Tied by no line"


@dataclass(frozen=True)
class Charts:
    """What governs whom for each page, by its address, and the chart of it where there is one to show."""

    made: dict[str, Governing]
    drawn: dict[str, Drawn]
    areas: list["AreaPage"] = field(default_factory=list)

    @cached_property
    def seats(self) -> dict[str, list[ChartBody]]:
        """Each body as every chart has it, so that all who sit on it are found."""
        found: dict[str, list[ChartBody]] = {}
        for each in self.made.values():
            for id, body in each.bodies.items():
                found.setdefault(id, []).append(body)
        return found

    def of(self, address: str) -> tuple[Governing | None, Drawn | None]:
        """The chart of a page."""
        return self.made.get(address), self.drawn.get(address)


@dataclass(frozen=True)
class AreaPage:
    """The page of a system area: its councils and NHS bodies, its joint bodies, and who sits where."""

    area: Area
    address: str
    title: str
    parents: list[Organisation]
    bodies: list[Organisation]
    councils: list[str]  #: councils whose papers name its joint bodies

    def organisations(self, site: Site, charts: Charts) -> list[Organisation]:
        """Every organisation that sits on a body of the area, the councils and NHS bodies first."""
        held = [charts.made[self.address].bodies[body.id] for body in self.bodies]
        found = {s.id for body in held for s in body.member_organisations}
        found |= {i for body in held for s in (*body.chairs, *body.vice_chairs, *body.members) for i, _ in s.sits_for}
        others = [e for i in found if isinstance(e := site.entities.get(i), Organisation) and e not in self.parents]
        return [*self.parents, *sorted(others, key=lambda o: (o.name.casefold(), o.id))]

    def seats(self, charts: Charts, organisation: str, body: str) -> list[str]:
        """The ids of the relations by which an organisation sits on a body, itself or through people."""
        held = charts.made[self.address].bodies[body]
        found = [s.relation_id for s in held.member_organisations if s.id == organisation]
        everyone = (*held.chairs, *held.vice_chairs, *held.members)
        return found + [s.relation_id for s in everyone if organisation in dict(s.sits_for)]


def draw_charts(site: Site, charts_dir: Path) -> Charts:
    """Draws all charts by one run of Graphviz and writes those of councils and areas as files of their own."""
    around = Surroundings(site.governance)
    made = {links.council_page(c.id): governing.governing(site, c.id) for c in site.councils}
    areas = [_area(site, area) for area in around.areas()]
    for page in areas:
        about = around.area(page.area)
        made[page.address] = governing.made(site, about, page.title, page.address, links.slug(page.area.id))
    files = dict.fromkeys(made)
    records: list[Record] = [*site.governance.organisations, *site.governance.people, *site.governance.programmes]
    for record in records:
        stated = around.chart(record.id)
        if stated is not None:
            address = links.page_of(record)
            title = f"Around {getattr(record, 'name', record.id)}"
            made[address] = governing.made(
                site, stated, title, address, links.slug(record.id), loose=_LOOSE, through=around.through
            )
    drawable = {address: g.chart for address, g in made.items() if g.chart.boxes}
    drawn = dict(zip(drawable, draw(list(drawable.values())), strict=True))
    charts_dir.mkdir(parents=True, exist_ok=True)
    rules = (Path(__file__).parent / "assets" / "charts.css").read_text(encoding="utf-8")
    rules = rules.partition("/* Page */")[0]
    for address in sorted(files.keys() & drawn.keys()):
        whole = drawn[address].all or drawn[address].opens
        target = charts_dir / f"{address.rstrip('/').rpartition('/')[2]}.svg"
        target.write_text(chart_svg.standalone(whole.wide, rules), encoding="utf-8", newline="\n")
    return Charts(made, drawn, areas)


def _area(site: Site, area: Area) -> AreaPage:
    parents = [e for i in area.parents if isinstance(e := site.entities[i], Organisation)]
    bodies = [e for i in area.bodies if isinstance(e := site.entities[i], Organisation)]
    councils = [p.name for p in parents if p.classification == "council"]
    title = ", ".join(councils[:3]) + (f" and {len(councils) - 3} more" if len(councils) > 3 else "")
    told = sorted({c for body in bodies for c in site.councils_of(body)})
    return AreaPage(area, f"areas/{links.slug(area.id)}/", title, parents, bodies, told)
