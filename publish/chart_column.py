"""A chart as one column for a narrow page: boxes below one another, the lines in words over the box they belong to and at its side.

The column follows the nested order, so that what answers to a body comes right below it, and no line has to be followed far.
"""

from publish import chart_boxes
from publish.chart_layout import Path, Placed, ends
from publish.chart_model import Chart, Line
from publish.chart_words import wrap

WIDTH = 320
_LANE = 9
_LANES = 6
_GAP = 14
Bundle = tuple[str, str, bool]


def place(chart: Chart) -> Placed:
    """Everything in its place in one column."""
    order = _order(chart)
    number = {box: n for n, box in enumerate(order)}
    told: dict[str, list[Line]] = {box: [] for box in order}
    for line in chart.drawn:
        told[max(line.subject, line.object, key=lambda end: number[end])].append(line)
    lanes = _lanes(chart, number)
    gutter = 8 + _LANE * (max(lanes.values()) + 1) if lanes else 2
    placed = Placed(width=WIDTH)
    boxes = {box.id: box for box in chart.boxes}
    tied = {end for line in chart.drawn for end in (line.subject, line.object)}
    room = WIDTH - gutter - 4
    starts: list[tuple[Path, Bundle, float]] = []
    tops: dict[str, float] = {}
    y, headed = 4.0, False
    for box in order:
        if box not in tied and len(order) > 1 and not headed:
            headed = True
            for words in wrap(chart.loose, 12, WIDTH - 8, bold=True):
                placed.heads.append((words, 4, y + 14))
                y += 16
            y += 6
        for line in told[box]:
            words = f"{line.words if line.subject == box else line.back}{' (proposed)' if line.proposed else ''}"
            other = boxes[line.object if line.subject == box else line.subject].name
            label = chart_boxes.label(f"{words} {other}", line, widest=room - 8)
            path = Path(line, [], False, None, f"{boxes[box].name} {words} {other}", label, (gutter, y), middle=False)
            placed.paths.setdefault(box, []).append(path)
            starts.append((path, _bundle(line, number), y + 12))
            y += max(24, label.height) + 2
        made = chart_boxes.make(boxes[box], chart.level, widest=room, least=room)
        tops[box] = y
        placed.boxes.append((made, gutter, y))
        y += made.height + _GAP
    placed.height = y
    met: dict[str, int] = {}
    ends_at: dict[Bundle, float] = {}
    for path, bundle, at in sorted(starts, key=lambda s: -lanes[s[1]]):
        far = bundle[0]
        if bundle not in ends_at:
            met[far] = met.get(far, 0) + 1
            ends_at[bundle] = tops[far] + 6 + 6 * met[far]
        side, end = gutter - 12 - _LANE * lanes[bundle], ends_at[bundle]
        points = [(gutter - 1.0, at), (side, at), (side, end), (gutter - 1.0, end)]
        upwards = path.line.object == far
        path.pieces = [points if upwards else points[::-1]]
        path.tip = (gutter + 1.0, end if upwards else at)
    return placed


def _bundle(line: Line, number: dict[str, int]) -> Bundle:
    """Lines of one kind that run to or from one box higher up are one line there."""
    far = min(line.subject, line.object, key=lambda end: number[end])
    return (far, line.type, line.object == far)


def _order(chart: Chart) -> list[str]:
    """The boxes so that each stands below all that it hangs from, as near as can be, and those without a line last."""
    below: dict[str, list[str]] = {}
    over: dict[str, set[str]] = {box.id: set() for box in chart.boxes}
    tied: set[str] = set()
    for line in chart.drawn:
        above, lower = ends(line)
        tied |= {above, lower}
        below.setdefault(above, []).append(lower)
        over[lower].add(above)
    found: dict[str, None] = {}
    for first in sorted((box.id for box in chart.boxes), key=lambda b: (b not in tied, bool(over[b]))):
        waiting = [first]
        while waiting:
            box = waiting.pop()
            if box not in found:
                found[box] = None
                ready = [b for b in below.get(box, ()) if over[b] <= found.keys()]
                waiting.extend(reversed(ready))
    return list(found)


def _lanes(chart: Chart, number: dict[str, int]) -> dict[Bundle, int]:
    """A lane at the side for each bundle, the shortest nearest to the boxes; with many the outermost is shared."""
    spans: dict[Bundle, tuple[int, int]] = {}
    for line in chart.drawn:
        low, high = sorted((number[line.subject], number[line.object]))
        bundle = _bundle(line, number)
        spans[bundle] = (low, max(high, spans.get(bundle, (low, high))[1]))
    taken: list[list[tuple[int, int]]] = []
    found: dict[Bundle, int] = {}
    for bundle, (low, high) in sorted(spans.items(), key=lambda s: (s[1][1] - s[1][0], s[1], s[0])):
        lane = next((n for n, held in enumerate(taken) if all(high <= a or low >= b for a, b in held)), len(taken))
        lane = min(lane, _LANES - 1)
        if lane == len(taken):
            taken.append([])
        taken[lane].append((low, high))
        found[bundle] = lane
    return found
