"""Many bodies that only answer to one body stand below it in columns, like the teeth of a comb: one line down, and a tooth to each.

Beside one another they would make a chart that no page is wide enough for.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from publish import chart_boxes
from publish.chart_boxes import Label, Made
from publish.chart_model import Line
from publish.chart_routes import Point

#: More than so many are set in columns.
ABREAST = 4
_GUTTER = 20.0
_BETWEEN = 16.0
_TALLEST = 5


@dataclass(frozen=True)
class Tooth:
    """One of the bodies: the place of its line among the lines of the chart, and where label and box stand in the comb."""

    place: int
    line: Line
    made: Made
    label: Label
    rail: float
    top: float

    @property
    def box_at(self) -> Point:
        return self.rail + _GUTTER, self.top + self.label.height + 2

    @property
    def label_at(self) -> Point:
        return self.rail + 4, self.top


@dataclass
class Comb:
    """The bodies below one body that a line of one kind ties to it, and nothing else."""

    upper: str
    teeth: list[Tooth] = field(default_factory=list)
    width: float = 0
    height: float = 0

    def way(self, tooth: Tooth, left: float, top: float) -> list[Point]:
        """From the middle of the top of the comb along its back and down to the box of a tooth, as the points of a curve."""
        x, y = tooth.box_at
        side = (left + x, top + y + tooth.made.height / 2)
        rail = left + tooth.rail
        corners = [(left + self.width / 2, top), (rail, top), (rail, side[1]), side]
        points = [corners[0]]
        for before, after in zip(corners, corners[1:], strict=False):
            points += [before, after, after]
        return points


def combs(lines: Sequence[Line], ends: Mapping[int, tuple[str, str]], made: Mapping[str, Made]) -> list[Comb]:
    """The combs of a chart; `ends` gives the upper and the lower end of each line by its place."""
    degree: dict[str, int] = {}
    for line in lines:
        for end in (line.subject, line.object):
            degree[end] = degree.get(end, 0) + 1
    held: dict[tuple[str, str, bool], list[int]] = {}
    for place, (above, below) in ends.items():
        if degree[below] == 1:
            held.setdefault((above, lines[place].type, lines[place].subject == above), []).append(place)
    return [_comb(key[0], places, lines, ends, made) for key, places in held.items() if len(places) > ABREAST]


def _comb(
    upper: str, places: list[int], lines: Sequence[Line], ends: Mapping[int, tuple[str, str]], made: Mapping[str, Made]
) -> Comb:
    comb = Comb(upper)
    columns = min(3, math.ceil(len(places) / _TALLEST))
    rows = math.ceil(len(places) / columns)
    left = 4.0
    for start in range(0, len(places), rows):
        top, widest = 8.0, 0.0
        for place in places[start : start + rows]:
            box = made[ends[place][1]]
            label = chart_boxes.label(lines[place].said, lines[place], widest=max(132, box.width))
            tooth = Tooth(place, lines[place], box, label, left, top)
            comb.teeth.append(tooth)
            top = tooth.box_at[1] + box.height + 6
            widest = max(widest, _GUTTER + box.width, label.width + 4)
        comb.height = max(comb.height, top)
        left += widest + _BETWEEN
    comb.width = left - _BETWEEN
    return comb
