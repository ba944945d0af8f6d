"""Painted paths, as any backend finds them, cut into the straight lines of a page.

A line that runs along the page is a ruling; so is each edge of a box that shows, and a box as thin as a line is one ruling. Slanted
and curved lines, boxes of white on white and a box as large as the page are none.
"""

from collections.abc import Iterable, Sequence

from extract.readers.pdf.page import Rule

#: One step of a path: "m" moves to the point, "l" draws a line to it, "c" a curve; "h" closes the path, its point means nothing.
Step = tuple[str, float, float]
Box = tuple[float, float, float, float]

#: The greatest thickness, in points, of a box that is drawn to look like a line.
THIN = 3.0
#: How far the ends of a line may lie off its course and still be level or upright, in points.
SLANT = 0.7
#: The shortest ruling, in points: shorter are the dots of dotted lines and the joints of borders.
SHORT = 1.0
#: The share of the width and height of a page from which a box is its background.
BACKGROUND = 0.95


def rules_of(steps: Iterable[Step], *, width: float, height: float) -> list[Rule]:
    """The rulings of one path that shows, on a page of this size."""
    rules: list[Rule] = []
    strokes: list[Box] = []
    points: list[tuple[float, float]] = []

    def end() -> None:
        if points:
            rules.extend(_of_subpath(points, strokes, width=width, height=height))
            strokes.clear()
            points.clear()

    for kind, x, y in steps:
        if kind == "m":
            end()
            points.append((x, y))
            continue
        if not points:
            continue
        if kind == "h":
            x, y = points[0]
        if kind != "c":
            before = points[-1]
            strokes.append((before[0], before[1], x, y))
        points.append((x, y))
    end()
    return rules


def _of_subpath(
    points: Sequence[tuple[float, float]], strokes: Sequence[Box], *, width: float, height: float
) -> list[Rule]:
    """The rulings of one unbroken line of points, with the straight strokes between them."""
    across = [x for x, _ in points]
    down = [y for _, y in points]
    x0, x1, top, bottom = min(across), max(across), min(down), max(down)
    wide, high = x1 - x0, bottom - top
    if wide < SHORT and high < SHORT:
        return []
    if high <= THIN and wide > 2 * high:
        middle = (top + bottom) / 2
        return [Rule(x0, middle, x1, middle)]
    if wide <= THIN and high > 2 * wide:
        middle = (x0 + x1) / 2
        return [Rule(middle, top, middle, bottom)]
    if wide >= BACKGROUND * width and high >= BACKGROUND * height:
        return []
    rules = []
    for ax, ay, bx, by in strokes:
        if abs(ay - by) <= SLANT and abs(ax - bx) >= SHORT:
            middle = (ay + by) / 2
            rules.append(Rule(min(ax, bx), middle, max(ax, bx), middle))
        elif abs(ax - bx) <= SLANT and abs(ay - by) >= SHORT:
            middle = (ax + bx) / 2
            rules.append(Rule(middle, min(ay, by), middle, max(ay, by)))
    return rules
