"""Ruled tables of one page, by the lines drawn round their cells.

A table whose middle column holds running text (minutes printed in a frame: number | text | action) is a frame, not a table of rows:
its text is read like any other text, and what its last column says is a note that stands beside lines of it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from extract import vocabulary
from extract.readers.fields import normal_label
from extract.readers.pdf.page import Page, Word

#: How far apart in points two rulings can lie and be the same line, or meet.
NEAR = 3.5
#: The most rulings of one page that are looked at: a drawing has more.
MOST_RULES = 6_000
#: How much of the width of a frame its column of text has at least, and any other column at most.
WIDE, NARROW = 0.5, 0.26
#: How many lines a cell of running text has.
RUNNING = 8


@dataclass(slots=True)
class Cell:
    """One cell: its box in points, the first column and row that it fills, its words."""

    row: int
    column: int
    x0: float
    top: float
    x1: float
    bottom: float
    words: list[Word] = field(default_factory=list)
    more: list[tuple[int, list[Word]]] = field(default_factory=list)  #: its words on later pages, with their numbers

    @property
    def text(self) -> str:
        """Its words in the order in which they are read, joined by one space."""
        return " ".join(word.text for line in lines_of(self.words) for word in line)


@dataclass(slots=True)
class Table:
    """A ruled table of one page. `names` are the heads of the columns, "" where there is none; `heads` is the number of head rows."""

    x0: float
    top: float
    x1: float
    bottom: float
    edges: list[float]
    rows: list[list[Cell]]
    names: list[str] = field(default_factory=list)
    heads: int = 0
    prose: int | None = None  #: the column of running text, where the table is a frame round it

    @property
    def cells(self) -> Iterator[Cell]:
        """All of its cells, row by row."""
        return (cell for row in self.rows for cell in row)


def lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words put together to lines from the top down, each from left to right; a raised mark belongs to the line it touches."""
    lines: list[list[Word]] = []
    spans: list[list[float]] = []
    for word in sorted(words, key=lambda word: (word.top + word.bottom, word.x0)):
        for at in range(len(lines) - 1, max(len(lines) - 4, -1), -1):
            top, bottom = spans[at]
            shared = min(bottom, word.bottom) - max(top, word.top)
            if shared > 0.5 * min(bottom - top, word.bottom - word.top):
                lines[at].append(word)
                if word.bottom - word.top > bottom - top:
                    spans[at] = [word.top, word.bottom]
                break
        else:
            lines.append([word])
            spans.append([word.top, word.bottom])
    return [sorted(line, key=lambda word: word.x0) for line in lines]


def find_tables(page: Page) -> list[Table]:
    """The ruled tables of a page from the top down. Lines that close no cell (underlines, a rule below a head) make none, nor does one box."""
    if not 4 <= len(page.rules) <= MOST_RULES:
        return []
    across = _merged(((r.top + r.bottom) / 2, r.x0, r.x1) for r in page.rules if r.x1 - r.x0 >= r.bottom - r.top)
    down = _merged(((r.x0 + r.x1) / 2, r.top, r.bottom) for r in page.rules if r.x1 - r.x0 < r.bottom - r.top)
    tables = []
    for horizontals, verticals in _joined(across, down):
        for rows in _parted(_cells(horizontals, verticals)):
            table = _table(rows)
            if len(table.edges) > 2:  # one column is a box round text
                tables.append(table)
    tables.sort(key=lambda table: (table.top, table.x0))
    for word in page.words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for table in tables:
            if table.x0 <= x <= table.x1 and table.top <= y <= table.bottom:
                cell = next((c for c in table.cells if c.x0 <= x <= c.x1 and c.top <= y <= c.bottom), None)
                if cell is not None:
                    cell.words.append(word)
                    break
    tables = [table for table in tables if any(cell.words for cell in table.cells)]
    for table in tables:
        _name(table)
        table.prose = _prose_column(table)
    return tables


#: A ruling: where it lies across its direction, and from where to where it goes.
Stroke = tuple[float, float, float]


def _merged(strokes: Iterable[Stroke]) -> list[Stroke]:
    """Strokes that lie on one line and touch, put together to one; what is too short to part anything left out."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes):
        if groups and stroke[0] - groups[-1][-1][0] <= 1.5 and stroke[0] - groups[-1][0][0] <= NEAR:
            groups[-1].append(stroke)
        else:
            groups.append([stroke])
    found: list[Stroke] = []
    for group in groups:
        group.sort(key=lambda stroke: stroke[1])
        at, start, end = group[0]
        for place, begin, stop in group[1:]:
            if begin <= end + NEAR:
                end = max(end, stop)
            else:
                found.append((at, start, end))
                at, start, end = place, begin, stop
        found.append((at, start, end))
    return [stroke for stroke in found if stroke[2] - stroke[1] > 4]


def _joined(across: list[Stroke], down: list[Stroke]) -> Iterator[tuple[list[Stroke], list[Stroke]]]:
    """Rulings that meet, as (horizontals, verticals); those that meet none are left out."""
    group = list(range(len(across) + len(down)))

    def root(one: int) -> int:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for h, (y, left, right) in enumerate(across):
        for v, (x, top, bottom) in enumerate(down):
            if left - NEAR <= x <= right + NEAR and top - NEAR <= y <= bottom + NEAR:
                group[root(len(across) + v)] = root(h)
    parts: dict[int, tuple[list[Stroke], list[Stroke]]] = {}
    for one in range(len(group)):
        horizontals, verticals = parts.setdefault(root(one), ([], []))
        if one < len(across):
            horizontals.append(across[one])
        else:
            verticals.append(down[one - len(across)])
    return ((h, v) for h, v in parts.values() if h and v and len(h) + len(v) >= 4)


def _levels(values: Iterable[float]) -> list[float]:
    levels: list[float] = []
    for value in sorted(values):
        if not levels or value - levels[-1] > NEAR:
            levels.append(value)
    return levels


def _covers(strokes: Sequence[Stroke], at: float, middle: float) -> bool:
    return any(abs(place - at) <= NEAR and start - 1 <= middle <= end + 1 for place, start, end in strokes)


def _closed(strokes: list[Stroke], crossing: list[Stroke]) -> list[Stroke]:
    """The strokes, and one on each side where those that cross them end together with none drawn: a table cut by the page or open at its sides."""
    if len(crossing) < 2:
        return strokes
    added = list(strokes)
    for end in (1, 2):
        outer = (min if end == 1 else max)(stroke[end] for stroke in crossing)
        reaching = [stroke for stroke in crossing if abs(stroke[end] - outer) <= NEAR]
        if len(reaching) >= 2 and not any(abs(stroke[0] - outer) <= 2 * NEAR for stroke in strokes):
            added.append((outer, reaching[0][0], reaching[-1][0]))
    return added


def _cells(across: list[Stroke], down: list[Stroke]) -> list[Cell]:
    """The closed cells of one net of rulings, merged ones as one; row and column count the lines of the net."""
    horizontals = _closed(across, down)
    verticals = _closed(down, across)
    xs, ys = _levels(s[0] for s in verticals), _levels(s[0] for s in horizontals)
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > 20_000:
        return []
    outside = columns * rows
    group = list(range(outside + 1))

    def root(one: int) -> int:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for i in range(rows):
        for j in range(columns + 1):
            if not _covers(verticals, xs[j], (ys[i] + ys[i + 1]) / 2):
                left = i * columns + j - 1 if j else outside
                right = i * columns + j if j < columns else outside
                group[root(left)] = root(right)
    for j in range(columns):
        for i in range(rows + 1):
            if not _covers(horizontals, ys[i], (xs[j] + xs[j + 1]) / 2):
                above = (i - 1) * columns + j if i else outside
                below = i * columns + j if i < rows else outside
                group[root(above)] = root(below)
    found: dict[int, Cell] = {}
    for i in range(rows):
        for j in range(columns):
            key = root(i * columns + j)
            if key == root(outside):
                continue
            cell = found.setdefault(key, Cell(i, j, xs[j], ys[i], xs[j + 1], ys[i + 1]))
            cell.row, cell.column = min(cell.row, i), min(cell.column, j)
            cell.x0, cell.top = min(cell.x0, xs[j]), min(cell.top, ys[i])
            cell.x1, cell.bottom = max(cell.x1, xs[j + 1]), max(cell.bottom, ys[i + 1])
    return sorted(
        (c for c in found.values() if c.x1 - c.x0 > 4 and c.bottom - c.top > 4), key=lambda c: (c.row, c.column)
    )


def _parted(cells: list[Cell]) -> Iterator[list[list[Cell]]]:
    """Rows of cells, parted where the columns change: two tables drawn one right below the other are two."""
    rows: dict[int, list[Cell]] = {}
    for cell in cells:
        rows.setdefault(cell.row, []).append(cell)
    table: list[list[Cell]] = []
    edges: list[float] = []
    for _, row in sorted(rows.items()):
        own = _levels(x for cell in row for x in (cell.x0, cell.x1))
        if table and not (_part_of(own, edges) or _part_of(edges, own)):
            yield table
            table, edges = [], []
        table.append(row)
        edges = own if len(own) > len(edges) else edges
    if table:
        yield table


def _part_of(some: Sequence[float], all_of: Sequence[float]) -> bool:
    return all(any(abs(one - other) <= 2 * NEAR for other in all_of) for one in some)


def _table(rows: list[list[Cell]]) -> Table:
    cells = [cell for row in rows for cell in row]
    edges: list[float] = []
    for x in _levels(x for cell in cells for x in (cell.x0, cell.x1)):
        if not edges or x - edges[-1] > 2 * NEAR:
            edges.append(x)
    for number, row in enumerate(rows):
        for cell in row:
            cell.row = number
            cell.column = min(range(len(edges)), key=lambda at, x=cell.x0: abs(edges[at] - x))  # type: ignore[misc]
    return Table(edges[0], min(c.top for c in cells), edges[-1], max(c.bottom for c in cells), edges, rows)


# -- heads and frames ------------------------------------------------------------------------------------------------------


def is_head(words: str) -> bool:
    """Whether the words are such as stand over a column."""
    return normal_label(words) in vocabulary.words("layout", "column_heads")


def is_owner_head(words: str) -> bool:
    """Whether the words stand over a column of those who are to act."""
    return normal_label(words) in vocabulary.words("actions", "owner_columns")


def _name(table: Table) -> None:
    """Find the row of heads: its cells are known heads, or it alone is set in bold and is short."""
    names = [""] * (len(table.edges) - 1)
    table.names = names
    filled = [[cell for cell in row if cell.words] for row in table.rows]
    at = next((number for number, row in enumerate(filled) if row), None)
    if at is None:
        return
    row = filled[at]
    words = [cell.text for cell in row]
    known = sum(is_head(text) for text in words)
    below = [cell for later in filled[at + 1 :] for cell in later]
    bold = (
        len(row) >= 2
        and all(word.bold for cell in row for word in cell.words)
        and any(not word.bold for cell in below for word in cell.words)
        and not all(
            words_of_cell.bold for later in filled[at + 1 :] for words_of_cell in (later[0].words if later else [])
        )
    )
    filled_all = len(row) == len(names) >= 3 and all(
        re.fullmatch(r"[^\W\d][^\d.:]{0,38}[^\d.:;,]", text) for text in words
    )
    bold = bold or (filled_all and sum(len(c.text) for c in below) > 4 * sum(map(len, words)) * len(filled[at + 1 :]))
    alone = len(row) == 1 and len(table.edges) > 2 and is_owner_head(words[0]) and row[0].x1 >= table.x1 - NEAR
    if any(_FIGURES.fullmatch(text) for text in words):
        return
    if not below or max(map(len, words)) > 60 or not (alone or (len(row) >= 2 and (known * 2 >= len(row) or bold))):
        return
    table.heads = at + 1
    for cell, text in zip(row, words, strict=True):
        if cell.column < len(names):
            names[cell.column] = text


#: An amount or a share, which heads no column; a year may.
_FIGURES = re.compile(r"(?=.*[£€$%,.])[£€$(+-]*\d[\d,.]*\s*(?:%|k|m|bn)?\)?", re.IGNORECASE)
_NUMBER = re.compile(r"(?:(?:item|minute)\s*)?(?:no\.?\s*)?[\d./()a-zA-Z-]{0,9}\d?[.)]?", re.IGNORECASE)


def _prose_column(table: Table) -> int | None:
    """The column of running text, where all others hold only numbers to its left, and short notes to its right."""
    width = table.x1 - table.x0
    widths = [right - left for left, right in zip(table.edges, table.edges[1:], strict=False)]
    main = max(range(len(widths)), key=widths.__getitem__)
    if widths[main] < WIDE * width or len(widths) > 4 or len(widths) < 2:
        return None
    if any(size > NARROW * width for at, size in enumerate(widths) if at != main):
        return None
    body = table.rows[table.heads :]
    cells = [cell for row in body for cell in row if cell.words]
    whole = [cell for cell in cells if cell.column <= main and cell.x1 >= table.edges[main + 1] - NEAR]
    left = [cell for cell in cells if cell.x1 <= table.edges[main] + NEAR]
    right = [cell for cell in cells if cell.column > main]
    if any(len(cell.words) > 2 or not all(_NUMBER.fullmatch(word.text) for word in cell.words) for cell in left):
        return None
    if any(len(line) > 4 for cell in right for line in lines_of(cell.words)):
        return None
    noted = main + 1 < len(widths)
    owned = noted and any(is_owner_head(name) for name in table.names[main + 1 :])
    long = any(len(lines_of(cell.words)) >= RUNNING for cell in whole)
    if table.names[main] and (not long or is_owner_head(table.names[main])):
        return None  # a table of actions, tasks or the like: each row is one of them
    if not (owned or long or (noted and left and _is_numbered(left))):
        return None
    return main


def _is_numbered(cells: Sequence[Cell]) -> bool:
    return any(any(char.isdigit() for char in word.text) for cell in cells for word in cell.words)


def carry_heads(before: Table | None, table: Table) -> bool:
    """Give a table the heads of the one on the page before, where it goes on with it. Says whether it does.

    The columns are the same, and it has no heads of its own or the same ones again.
    """
    if before is None or len(before.edges) != len(table.edges):
        return False
    if any(abs(one - two) > 2 * NEAR for one, two in zip(before.edges, table.edges, strict=True)):
        return False
    if table.heads and [normal_label(name) for name in table.names] != [normal_label(name) for name in before.names]:
        return False
    table.names = list(before.names)
    if before.prose is not None and table.prose is None and not _holds_rows(table, before.prose):
        table.prose = before.prose
    return True


def _holds_rows(table: Table, main: int) -> bool:
    """Whether columns beside the one of running text hold more than numbers and notes."""
    return any(len(line) > 4 for cell in table.cells if cell.column != main for line in lines_of(cell.words))


def join_torn(before: Table, table: Table, number: int) -> None:
    """Take the first row of a table that goes on from the page before into the last row there, where the page end has torn it.

    A row is torn where nothing stands in its first column, though the rows before it have something there, or where its first cell
    goes on in the middle of a sentence. `number` is that of the page of `table`; the words are moved.
    """
    if before.prose is not None or table.prose is not None or len(table.rows) <= table.heads or not before.rows:
        return
    last, first = before.rows[-1], table.rows[table.heads]
    filled = [cell for cell in first if cell.words]
    led = [row for row in before.rows if row[0].column == 0 and row[0].words]
    unled = bool(filled) and filled[0].column > 0 and 2 * len(led) > len(before.rows)
    homes = {cell.column: cell for cell in last}
    if not filled or not (unled or _goes_on(homes.get(filled[0].column), filled[0])):
        return
    if not all(cell.column in homes for cell in filled):
        return
    for cell in filled:
        homes[cell.column].more.append((number, cell.words))
    table.rows.pop(table.heads)
    for at, row in enumerate(table.rows):
        for cell in row:
            cell.row = at


def _goes_on(above: Cell | None, cell: Cell) -> bool:
    return above is not None and above.text[-1:] not in (*".?!:;", "") and cell.text[0].islower()
