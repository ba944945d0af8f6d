"""What stands beside a chart: the legend of the lines that it uses, and the days of a statement as attributes."""

from functools import partial

from markupsafe import Markup

from extract.records import Relation
from publish import chart_rows, chart_svg, phrases, standing
from publish.chart_model import Chart
from publish.chart_settings import settings
from publish.governing import Governing
from publish.standing import Standing
from publish.view import Site


def names(site: Site) -> dict[str, object]:
    """What the templates of charts ask for."""
    return {
        "called": chart_rows.called,
        "stands": partial(standing.of_relation, site),
        "when_told": partial(attributes, site),
        "when_named": partial(named, site),
        "legend": legend,
        "hung": hung,
        "old": partial(old, site),
        "together": partial(chart_rows.together, site),
        "seats_by_organisation": chart_rows.by_organisation,
        "long_ago_years": long_ago_years(),
    }


def long_ago_years() -> int:
    """After how many years without confirmation a statement is said to be last confirmed long ago."""
    return int(settings()["long_ago_years"])


def legend(chart: Chart) -> list[tuple[str, str, Markup]]:
    """The kinds of line of a chart: code, words, and a piece of the line; in the order of the settings."""
    styles = settings()["lines"]
    used = {line.type for line in chart.drawn}
    return [(k, phrases.relation(k), Markup(chart_svg.legend(k, styles[k]))) for k in styles if k in used]


def attributes(site: Site, told: Relation | Standing) -> Markup:
    """The days of a statement as attributes of an element; they hold dates only."""
    stands = standing.of_relation(site, told) if isinstance(told, Relation) else told
    given = dict(stands.data)
    if stands.long_ago(site.as_of, long_ago_years()):
        given["data-long-ago"] = ""
    return Markup("".join(f' {name}="{value}"' for name, value in given.items()))


def named(site: Site, body: str) -> Markup:
    """The day from which papers name a body, as an attribute of its place in the list."""
    since = standing.of_mentions(site, site.entities[body].evidence).since
    return Markup(f' data-named="{since.isoformat()}"') if since else Markup("")


def hung(made: Governing) -> set[str]:
    """The relations by which something hangs in the nested list, so that they are not told beside it a second time."""
    found: set[str] = set()
    waiting = list(made.stated.tree)
    while waiting:
        branch = waiting.pop()
        waiting.extend(branch.below)
        if branch.line is not None:
            found.add(branch.line.relation_id)
    return found


def old(site: Site, made: Governing) -> bool:
    """Whether anything on a chart was last confirmed long ago on the day of the site."""
    rows = (row for box in made.chart.boxes for row in box.rows(len(box.levels)) if row.standing is not None)
    told = [*[line.standing for line in made.chart.drawn], *[row.standing for row in rows if row.standing]]
    return any(stands.long_ago(site.as_of, long_ago_years()) for stands in told)
