"""The pages of a PDF as text: one paragraph is one line, one cell of a table is one line, furniture stands apart."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median

from extract.blocks import BlockKind, Misread
from extract.readers.lines import Hint, Line
from extract.readers.pdf.flow import Paragraph, Side, attach, goes_on, opens, paragraphs, usual_spacing
from extract.readers.pdf.page import Page, Word
from extract.readers.pdf.rows import Row, box_of, mark_furniture, rows_of, segments
from extract.readers.pdf.sides import side_edge, sides_of, split_off
from extract.readers.pdf.tables import Cell, Table, carry_heads, find_tables, join_torn

_HYPHEN = re.compile(r"([A-Za-z]{2,})[-\u2010\u00ad\ufffe]$")


@dataclass
class Rendered:
    """The text of the pages, its lines, and which pages hold no word."""

    text: str = ""
    lines: list[Line] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    misread: list[Misread] = field(default_factory=list)


def render(pages: Sequence[Page]) -> Rendered:
    """Text and lines of the pages in reading order."""
    return _Writer(pages).write()


class _Writer:
    """Writes the text from the first page to the last; a paragraph stays open until its page end is settled."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.pages = [(page, rows_of(page.words, page.number)) for page in pages]
        mark_furniture(self.pages)
        self.edges = side_edge(self.pages)
        words = [word for page in pages for word in page.words]
        self.size = median(word.size for word in words) if words else 10.0
        self.known = {word.text.strip(".,;:()'\"“”’").lower() for word in words}
        self.parts: list[str] = []
        self.length = 0
        self.row = -1
        self.open: Paragraph | None = None
        self.late: list[Row] = []  #: furniture met while a paragraph is open
        self.tables: dict[int, list[Table]] = self._tables()
        self.number = 0
        self.done = Rendered()

    def write(self) -> Rendered:
        """Everything, in reading order."""
        for page, rows in self.pages:
            if not page.words:
                self.done.unread.append(page.number)
                continue
            self._page(page, rows)
        self._close()
        self.done.text = "".join(self.parts)
        return self.done

    def _tables(self) -> dict[int, list[Table]]:
        """The tables of each page, one that goes on over a page end with its heads and with the row that was torn."""
        found: dict[int, list[Table]] = {}
        self.inside: dict[int, set[int]] = {}  #: what stands in tables, by page
        self.carried: set[int] = set()  #: tables that go on from the page before
        before: Table | None = None
        below = True  #: whether words stand below the table last seen
        for page, rows in self.pages:
            furniture = {id(word) for row in rows if row.furniture for word in row.words}
            tables = [_without(table, furniture) for table in find_tables(page)]
            inside = {id(word) for table in tables for cell in table.cells for word in cell.words}
            free = [row.top for row in rows if not row.furniture and _outside(row, inside)]
            for at, table in enumerate(tables):
                if carry_heads(before, table) and before is not None:
                    if at == 0 and not below and not any(top < table.top for top in free):
                        self.carried.add(id(table))
                        join_torn(before, table, page.number)
                before, below = table, False
            below = below or any(before is None or top > before.top for top in free)
            found[page.number], self.inside[page.number] = tables, inside
        return found

    # -- one page ------------------------------------------------------------------------------------------------------

    def _page(self, page: Page, rows: list[Row]) -> None:
        self.number = page.number
        tables = self.tables.pop(page.number)
        inside = self.inside.pop(page.number)
        for row in rows:
            if row.furniture:
                self._furniture(row)
        free = [Row(row.page, kept) for row in rows if not row.furniture and (kept := _outside(row, inside))]
        sides: list[Side] = []
        if page.number in self.edges:
            free, sides = split_off(free, self.edges[page.number])
        spacing = usual_spacing(free)
        position = 0
        for table in tables:
            upper = [row for row in free[position:] if row.top < table.top]
            position += len(upper)
            self._flow(upper, [s for s in sides if s.middle < table.top], spacing)
            sides = [s for s in sides if s.middle >= table.top]
            self._table(table)
        self._flow(free[position:], sides, spacing)

    def _flow(self, rows: list[Row], sides: list[Side], spacing: float) -> None:
        """Rows of running text, with borderless tables among them."""
        found: list[Paragraph] = []
        for group, is_table in _groups(rows):
            if is_table and all(segment.text.endswith(":") for segment in segments(group[0])):
                self._paragraphs(found, sides=[s for s in sides if s.middle < group[0].top])
                sides = [s for s in sides if s.middle >= group[0].top]
                found = []
                self._paragraphs(_label_columns(group))
                continue
            if not is_table:
                found.extend(paragraphs(group, spacing=spacing))
                continue
            self._paragraphs(found, sides=[s for s in sides if s.middle < group[0].top])
            sides = [s for s in sides if s.middle >= group[0].top]
            found = []
            self._borderless(group)
        self._paragraphs(found, sides=sides)

    def _paragraphs(self, found: list[Paragraph], *, sides: Sequence[Side] = ()) -> None:
        if not found:
            return
        attach(found, sides)
        for paragraph in found:
            if self.open is not None and self.open.rows[-1].page != paragraph.rows[0].page:
                if goes_on(self.open, paragraph):
                    self.open.rows.extend(paragraph.rows)
                    self.open.sides.extend(paragraph.sides)
                    continue
            self._close()
            self.open = paragraph

    def _close(self) -> None:
        """Write the open paragraph, what stands beside it, and the furniture met meanwhile."""
        paragraph, self.open = self.open, None
        if paragraph is not None:
            starts = self._write(paragraph.rows, self._hint(paragraph), indent=int(paragraph.rows[0].x0 / 6))
            for side in paragraph.sides:
                self.row += 1
                beside = _start_beside(paragraph, starts, side)
                hint = Hint(kind="table_row", row=self.row, column=1, column_name=side.name)
                self._write_text(side.text, side.rows, hint, beside=beside)
        for row in self.late:
            self._write([row], None, kind="furniture")
        self.late = []

    def _hint(self, paragraph: Paragraph) -> Hint:
        bold = all(row.bold for row in paragraph.rows)
        size = median(row.size for row in paragraph.rows)
        large = size > 1.2 * self.size and len(paragraph.text) < 160 and not opens(paragraph.rows[0])
        return Hint(kind="heading" if large else "paragraph", level=1 if large else 0, bold=bold, laid=True)

    def _furniture(self, row: Row) -> None:
        if self.open is not None:
            self.late.append(row)
        else:
            self._write([row], None, kind="furniture")

    # -- tables --------------------------------------------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        goes_on = id(table) in self.carried
        if table.prose is not None:
            self._framed(table, table.prose)
            return
        self._close()
        for number, cells in enumerate(table.rows):
            if len(cells) == 1 and cells[0].x1 - cells[0].x0 > 0.9 * (table.x1 - table.x0):
                self._paragraphs(paragraphs(rows_of(cells[0].words, self.number), right=cells[0].x1 - 5))
                continue  # a box of running text, as in forms
            self._close()
            self.row += 1
            for cell in cells:
                name = table.names[cell.column] if number >= table.heads and cell.column < len(table.names) else ""
                repeated = goes_on and number < table.heads
                for paragraph in self._in_cell(cell):
                    hint = Hint(kind="table_row", row=self.row, column=cell.column, column_name=name or None)
                    self._write(paragraph.rows, hint, kind="furniture" if repeated else None)

    def _in_cell(self, cell: Cell) -> list[Paragraph]:
        """The paragraphs of a cell, over page ends."""
        found = paragraphs(rows_of(cell.words, self.number), right=cell.x1 - 4)
        for number, words in cell.more:
            rest = paragraphs(rows_of(words, number), right=cell.x1 - 4)
            if found and rest and goes_on(found[-1], rest[0]):
                found[-1].rows.extend(rest.pop(0).rows)
            found.extend(rest)
        return found

    def _framed(self, table: Table, main: int) -> None:
        """A table that only frames minutes: a wide column of text, numbers to its left, owners to its right."""
        names = [name for name in table.names[main + 1 :] if name]
        for cells in table.rows[table.heads :]:
            text = [c for c in cells if c.column == main or c.column < main and c.x1 > table.edges[main] + 9]
            left = [cell for cell in cells if cell.column < main and cell not in text and cell.words]
            right = [cell for cell in cells if cell.column > main and cell.words]
            rows = [row for cell in text for row in rows_of(cell.words, self.number)]
            number = sorted((word for cell in left for word in cell.words), key=lambda word: word.x0)
            if number and rows:
                top = rows[0].words[0]
                rows[0].words[:0] = [word._replace(top=top.top, bottom=top.bottom) for word in number]
            elif number:
                rows = rows_of(number, self.number)
            edge = max((cell.x1 for cell in text), default=table.x1) - 5
            beside = [row for cell in right for row in rows_of(cell.words, self.number)]
            self._paragraphs(paragraphs(rows, right=edge), sides=sides_of(beside, names[-1] if names else "Action"))

    def _borderless(self, rows: list[Row]) -> None:
        """Rows whose words stand in columns without rulings: a cell each."""
        self._close()
        for row in rows:
            self.row += 1
            for column, segment in enumerate(segments(row)):
                self._write([segment], Hint(kind="table_row", row=self.row, column=column))

    # -- writing -------------------------------------------------------------------------------------------------------

    def _write(
        self, rows: Sequence[Row], hint: Hint | None, *, kind: BlockKind | None = None, indent: int = 0
    ) -> list[int]:
        """Write rows as one line; returns where each of them begins in the text."""
        joined, starts = rows[0].text, [self.length]
        for row in rows[1:]:
            words = row.text
            glue, dropped = self._glue(joined, words)
            if dropped:
                at = self.length + len(joined) - 1
                before = joined.rsplit(" ", 1)[-1]
                after = words.split(" ", 1)[0]
                joined = joined[:-1]
                self.done.misread.append(
                    Misread(
                        start=at - len(before) + 1,
                        end=at + len(after),
                        raw=f"{before} {after}",
                        why="hyphen at the end of a line",
                    )
                )
            starts.append(self.length + len(joined) + len(glue))
            joined += glue + words
        self._write_text(joined, rows, hint, kind=kind, indent=indent)
        return starts

    def _glue(self, before: str, after: str) -> tuple[str, bool]:
        """What joins two rows: a space, or nothing after a hyphen; and whether that hyphen only broke the line."""
        match = _HYPHEN.search(before)
        if match is None or not after[0].islower():
            return " ", False
        rest = re.match(r"[a-z]+", after)
        if rest is None:
            return " ", False
        if rest[0] in ("and", "or", "to"):
            return " ", False
        whole, hyphened = (match[1] + rest[0]).lower(), f"{match[1]}-{rest[0]}".lower()
        broken = whole in self.known and hyphened not in self.known or before[-1] in "\u00ad\ufffe"
        return "", broken

    def _write_text(
        self,
        words: str,
        rows: Sequence[Row],
        hint: Hint | None,
        *,
        kind: BlockKind | None = None,
        indent: int = 0,
        beside: int | None = None,
    ) -> None:
        line = Line(
            self.length,
            self.length + len(words),
            indent=indent,
            blanks=1,
            page=rows[0].page,
            kind=kind,
            hint=hint,
            box=box_of([row for row in rows if row.page == rows[0].page]),
            beside=beside,
            confidence=_confidence(rows),
        )
        self.done.lines.append(line)
        self.parts += (words, "\n\n")
        self.length += len(words) + 2


def _outside(row: Row, inside: set[int]) -> list[Word]:
    return [word for word in row.words if id(word) not in inside]


def _without(table: Table, furniture: set[int]) -> Table:
    for cell in table.cells:
        cell.words = [word for word in cell.words if id(word) not in furniture]
    return table


def _groups(rows: Sequence[Row]) -> Iterator[tuple[list[Row], bool]]:
    """Runs of rows, and whether a run is a table without rulings: at least two rows with the same columns."""
    plain: list[Row] = []
    position = 0
    while position < len(rows):
        run = _aligned(rows, position)
        if run > 1:
            if plain:
                yield plain, False
                plain = []
            yield list(rows[position : position + run]), True
            position += run
        else:
            plain.append(rows[position])
            position += 1
    if plain:
        yield plain, False


def _label_columns(rows: Sequence[Row]) -> list[Paragraph]:
    """Labels side by side with their values below them: each label with its own."""
    columns = [[segment] for segment in segments(rows[0])]
    for row in rows[1:]:
        for segment in segments(row):
            min(columns, key=lambda column: _apart(column[0], segment)).append(segment)
    return [Paragraph(column, column[0].x1) for column in columns]


def _apart(label: Row, segment: Row) -> float:
    """How far words are from standing below a label: 0 where they overlap it or begin with it."""
    return max(label.x0 - segment.x1, segment.x0 - label.x1, 0.0)


def _values_below(rows: Sequence[Row], position: int) -> int:
    """How many rows from a row of labels on hold their values, also centred below them and over two lines."""
    labels = segments(rows[position])
    count = 1
    for row in rows[position + 1 :]:
        near = 2.5 if count == 1 else 0.8
        if row.top - rows[position + count - 1].bottom > near * row.size or opens(row):
            break
        below = [[n for n, label in enumerate(labels) if _apart(label, segment) < 5] for segment in segments(row)]
        if any(len(found) != 1 for found in below) or len({found[0] for found in below}) < len(below):
            break
        count += 1
    return count


def _aligned(rows: Sequence[Row], position: int) -> int:
    """How many rows from here on have words in the same two or more columns."""
    columns = _column_starts(rows[position])
    if len(columns) < 2:
        return 0
    if all(segment.text.endswith(":") for segment in segments(rows[position])):
        return _values_below(rows, position)
    count = 1
    for row in rows[position + 1 :]:
        starts = _column_starts(row)
        if len(starts) != len(columns) or any(abs(a - b) > 5 for a, b in zip(starts, columns, strict=True)):
            break
        if row.top - rows[position + count - 1].bottom > 2.5 * row.size:
            break
        count += 1
    return count


def _column_starts(row: Row) -> list[float]:
    cut = segments(row)
    first = cut[0].text
    labels = all(segment.text.endswith(":") for segment in cut)
    if (
        len(cut) < 2
        or first.endswith(":")
        and not labels
        or not labels
        and opens(Row(row.page, row.words[:2]))
        or len(first) < 3
    ):
        return []
    return [segment.x0 for segment in cut]


def _confidence(rows: Sequence[Row]) -> float | None:
    """The mean confidence of words recognised in a picture; None where the file itself says them."""
    sure = [word.confidence for row in rows for word in row.words if word.confidence is not None]
    return round(sum(sure) / len(sure), 3) if sure else None


def _start_beside(paragraph: Paragraph, starts: Sequence[int], side: Side) -> int:
    """Where in the text the row begins beside which something stands."""
    same = [index for index, row in enumerate(paragraph.rows) if row.page == side.rows[0].page]
    if not same:
        return starts[0]
    nearest = min(same, key=lambda i: abs((paragraph.rows[i].top + paragraph.rows[i].bottom) / 2 - side.middle))
    return starts[nearest]


__all__ = ["Rendered", "render"]
