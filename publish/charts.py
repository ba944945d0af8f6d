"""Governance charts: boxes for bodies, lines for how they answer to one another, drawn as SVG while the site is built.

Each chart is drawn for a wide page by Graphviz and for a telephone as one column with the lines at its side; where it is large it opens at
the level of bodies, and a second drawing names everybody. Nothing of it moves or is drawn when the page is read.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from publish import chart_column, chart_layout, chart_svg, node
from publish.chart_model import Box, Chart, Line, Row
from publish.chart_settings import settings

__all__ = ["Box", "Chart", "Drawn", "Line", "Pictures", "Row", "draw", "settings"]


@dataclass(frozen=True)
class Pictures:
    """One chart as SVG: for a wide page and on paper, and for a narrow one; the same where it is narrow anyway."""

    wide: str
    narrow: str | None
    tall: bool = False  #: whether it fills the height of a sheet of paper rather than its width


@dataclass(frozen=True)
class Drawn:
    """A chart as it opens, and, where that leaves something out, with all of it."""

    opens: Pictures
    all: Pictures | None = field(default=None)


def _levels(chart: Chart) -> list[Chart]:
    """The chart as it opens and, if that differs, with everything in its boxes."""
    full = max((len(box.levels) for box in chart.boxes), default=1) - 1
    opens = min(full, 1)
    most = settings()["opens_at"]
    if len(chart.boxes) > most["bodies"] or sum(len(box.rows(opens)) for box in chart.boxes) > most["rows"]:
        opens = 0
    chart = replace(chart, lines=_stood(chart))
    found = [replace(chart, level=opens)]
    if any(box.rows(opens) != box.rows(full) for box in chart.boxes):
        found.append(replace(chart, id=f"{chart.id}-all", level=full))
    return found


def _stood(chart: Chart) -> list[Line]:
    """The lines of which each has an upper end: of two equals, and of a line that closes a circle, the one that is told first."""
    order = {box.id: n for n, box in enumerate(chart.boxes)}
    return [
        line if line.rank else replace(line, rank=1 if order[line.object] < order[line.subject] else -1)
        for line in chart.drawn
    ]


def draw(charts: Sequence[Chart]) -> list[Drawn]:
    """The charts as SVG to stand in a page; raises PublishError where Graphviz cannot be run."""
    asked = [_levels(chart) for chart in charts]
    plans = [chart_layout.Plan(chart) for levels in asked for chart in levels]
    texts = [text for plan in plans for text in plan.dots]
    answers: list[str] = []
    if texts:
        answers = json.loads(node.run(Path(__file__).parent / "draw.mjs", json.dumps(texts)))
    pictures: list[Pictures] = []
    for plan in plans:
        given, answers = answers[: len(plan.dots)], answers[len(plan.dots) :]
        pictures.append(_pictures(plan, [json.loads(text) for text in given]))
    found: list[Drawn] = []
    for levels in asked:
        mine, pictures = pictures[: len(levels)], pictures[len(levels) :]
        found.append(Drawn(mine[0], mine[1] if len(mine) > 1 else None))
    return found


def _pictures(plan: chart_layout.Plan, answers: list[dict[str, Any]]) -> Pictures:
    styles = settings()["lines"]
    placed = plan.place(answers)
    tall = placed.height > 0.6 * placed.width
    wide = chart_svg.svg(plan.chart, placed, styles)
    if placed.width <= chart_column.WIDTH:
        return Pictures(wide, None, tall)
    slim = replace(plan.chart, id=f"{plan.chart.id}-slim")
    return Pictures(wide, chart_svg.svg(slim, chart_column.place(slim), styles), tall)
