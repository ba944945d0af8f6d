"""How the lines of a wide chart run: from a box straight to the label and on to the other box, or as Graphviz leads them round what is between.

A line leaves the middle of a label and meets its box as near below or above it as can be, beside its neighbours and never on them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

Point = tuple[float, float]
_APART = 16.0
_CORNER = 14.0
_STEPS = 12


@dataclass(frozen=True)
class Area:
    """A box or a label: left, top, right, bottom."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2

    def holds(self, point: Point) -> bool:
        """Whether a point lies in it, or nearly touches it."""
        return self.left - 2 < point[0] < self.right + 2 and self.top - 2 < point[1] < self.bottom + 2


def spread(wished: Sequence[float], area: Area) -> list[float]:
    """Where lines meet a side of a box, each as near to where it would as leaves them apart from one another."""
    low, high = area.left + _CORNER, area.right - _CORNER
    apart = min(_APART, (high - low) / max(1, len(wished) - 1)) if len(wished) > 1 else _APART
    order = sorted(range(len(wished)), key=lambda n: (wished[n], n))
    found = [0.0] * len(wished)
    last = low - apart
    for n in order:
        last = max(min(max(wished[n], low), high), last + apart)
        found[n] = last
    over = max(0.0, last - high)
    edge = high + apart
    for n in reversed(order):
        edge = min(found[n], edge - apart) if over else found[n]
        found[n] = edge
    return found


def between(upper: Point, lower: Point) -> list[Point]:
    """A line from a point down to another: straight where one stands under the other, else a bow."""
    half = (upper[1] + lower[1]) / 2
    return [upper, (upper[0], half), (lower[0], half), lower]


def is_free(points: Sequence[Point], areas: Sequence[Area]) -> bool:
    """Whether a curve of four points touches none of the areas."""
    first, second, third, last = points
    for step in range(1, _STEPS):
        t = step / _STEPS
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        at = tuple(
            sum(w * p[axis] for w, p in zip(weights, (first, second, third, last), strict=True)) for axis in (0, 1)
        )
        if any(area.holds((at[0], at[1])) for area in areas):
            return False
    return True
