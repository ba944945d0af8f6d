"""A Word file as text: one paragraph is one line, one paragraph of a cell is one line, headers and footers are furniture."""

from collections.abc import Iterator

from docx.document import Document
from lxml import etree

from extract import vocabulary
from extract.blocks import BlockKind
from extract.readers.docx.numbers import Numbers
from extract.readers.docx.words import DEEPEST, W, boxes, is_joined, is_on, runs, value
from extract.readers.fields import normal_label
from extract.readers.lines import Hint, Line

#: Wrappers whose children stand in their place.
_WRAPPERS = frozenset({f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")})


def render(document: Document) -> tuple[str, list[Line]]:
    """Text and lines of a document in reading order."""
    writer = _Writer(document)
    for section in document.sections:
        for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
            if not part.is_linked_to_previous:
                writer.furniture(part._element)
    writer.body(document.element.body)
    return "".join(writer.parts), writer.lines


class _Writer:
    def __init__(self, document: Document) -> None:
        self.numbers = Numbers(document)
        self.parts: list[str] = []
        self.lines: list[Line] = []
        self.length = 0
        self.row = -1
        self.held = ""  #: words of a paragraph whose end was deleted
        self.printed: set[str] = set()

    def furniture(self, part: etree._Element) -> None:
        """The words of a header or footer, each line once."""
        for paragraph in part.iter(f"{W}p"):
            words = _words(paragraph)
            if words and words not in self.printed:
                self.printed.add(words)
                self._write(words, None, kind="furniture")

    def body(self, element: etree._Element) -> None:
        """Paragraphs and tables in order."""
        for child in blocks(element):
            if child.tag == f"{W}p":
                self._paragraph(child)
            else:
                self._table(child, 0)

    # -- paragraphs ----------------------------------------------------------------------------------------------------

    def _paragraph(self, element: etree._Element, hint: Hint | None = None) -> Line | None:
        for box in boxes(element):
            self.body(box)
        words = self.held + _words(element)
        if is_joined(element):
            self.held = words + (" " if words and not words[-1].isspace() else "")
            return None
        self.held = ""
        number = self.numbers.next(element) if words.strip() else None
        if not words.strip():
            return None
        printed = f"{number[0]} {words}" if number is not None and number[0] else words
        depth = number[1] if number is not None else 0
        return self._write(" ".join(printed.split()), hint or self._hint(element, words, depth), indent=4 * depth)

    def _hint(self, element: etree._Element, words: str, depth: int) -> Hint:
        chain = self.numbers.style(element)
        own = value(element.find(f"{W}pPr/{W}outlineLvl"))
        outline = int(own) if own and own.isdigit() else next((s.outline for s in chain if s.outline is not None), None)
        name = chain[0].name.lower() if chain else ""
        if name.startswith("heading ") and name[8:9].isdigit():
            outline = int(name[8:9]) - 1
        if (name in ("title", "subtitle") or (outline is not None and outline < 9)) and len(words) < 250:
            return Hint(kind="heading", level=1 if outline is None else outline + 1, bold=True, laid=True)
        bold = next((style.bold for style in chain if style.bold is not None), False)
        pieces = [run for run in runs(element) if any(character.isalpha() for character in run.text)]
        whole = bool(pieces) and all(run.bold if run.bold is not None else bold for run in pieces)
        return Hint(kind="paragraph", level=depth, bold=whole, laid=True)

    # -- tables --------------------------------------------------------------------------------------------------------

    def _table(self, table: etree._Element, depth: int) -> None:
        if depth > DEEPEST:
            return
        rows = [row for row in blocks(table, f"{W}tr") if row.find(f"{W}trPr/{W}del") is None]
        names = _column_names(rows)
        for number, row in enumerate(rows):
            cells = list(_cells(row))
            main = _main_cell(cells, names) if number or not names else None
            if main is not None:
                self._framed(cells, main, names, depth)
                continue
            self.row += 1
            at = self.row
            for column, cell in cells:
                for child in blocks(cell):
                    if child.tag == f"{W}tbl":
                        self._table(child, depth + 1)
                        continue
                    name = names.get(column) if number else None
                    self._paragraph(child, Hint(kind="table_row", row=at, column=column, column_name=name))

    def _framed(self, cells: list[tuple[int, etree._Element]], main: int, names: dict[int, str], depth: int) -> None:
        """A row that only frames minutes: running text, and to its right who is to act, set beside by empty paragraphs."""
        for column, cell in cells:
            if column < main and (words := " ".join(_words(p) for p in cell.iter(f"{W}p")).strip()):
                self.held = f"{words} "
        starts: list[int] = []
        for child in blocks(next(cell for column, cell in cells if column == main)):
            if child.tag == f"{W}tbl":
                self._table(child, depth + 1)
                continue
            line = self._paragraph(child)
            starts.append(line.start if line is not None else starts[-1] if starts else self.length)
        for column, cell in cells:
            if column <= main:
                continue
            for index, paragraph in enumerate(cell.iter(f"{W}p")):
                if _words(paragraph).strip() and starts:
                    self.row += 1
                    hint = Hint(kind="table_row", row=self.row, column=1, column_name=names.get(column, "Action"))
                    line = self._paragraph(paragraph, hint)
                    if line is not None:
                        line.beside = starts[min(index, len(starts) - 1)]

    # -- writing -------------------------------------------------------------------------------------------------------

    def _write(self, words: str, hint: Hint | None, *, kind: BlockKind | None = None, indent: int = 0) -> Line:
        line = Line(self.length, self.length + len(words), indent=indent, blanks=1, kind=kind, hint=hint)
        self.lines.append(line)
        self.parts += (words, "\n\n")
        self.length += len(words) + 2
        return line


def blocks(element: etree._Element, tag: str | None = None) -> Iterator[etree._Element]:
    """The paragraphs and tables, or the rows, of an element, those in wrappers too."""
    wanted = (tag,) if tag is not None else (f"{W}p", f"{W}tbl")
    waiting = [(child, 0) for child in reversed(element)]
    while waiting:
        child, depth = waiting.pop()
        if child.tag in wanted:
            yield child
        elif child.tag in _WRAPPERS and depth < DEEPEST:
            waiting.extend((inner, depth + 1) for inner in reversed(child))


def _words(paragraph: etree._Element) -> str:
    return "".join(run.text for run in runs(paragraph))


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """The cells of a row with their columns; of cells merged downwards only the first."""
    column = 0
    for cell in blocks(row, f"{W}tc"):
        span = value(cell.find(f"{W}tcPr/{W}gridSpan"))
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is None or value(merge) == "restart":
            yield column, cell
        column += int(span) if span and span.isdigit() else 1


def _column_names(rows: list[etree._Element]) -> dict[int, str]:
    """The heads of the columns, where the first row is marked as one or holds known heads."""
    if len(rows) < 2:
        return {}
    found = {
        column: " ".join("".join(_words(p) for p in cell.iter(f"{W}p")).split()) for column, cell in _cells(rows[0])
    }
    filled = [words for words in found.values() if words]
    heads = frozenset(vocabulary.words("layout", "column_heads"))
    known = sum(normal_label(words) in heads for words in filled)
    marked = is_on(rows[0].find(f"{W}trPr/{W}tblHeader"))
    if not filled or max(map(len, filled)) > 60 or not (marked or len(filled) > 1 and known * 2 >= len(filled)):
        return {}
    return {column: words for column, words in found.items() if words}


def _main_cell(cells: list[tuple[int, etree._Element]], names: dict[int, str]) -> int | None:
    """The column of running text in a row that only frames minutes; None for a row of data."""
    owners = frozenset(vocabulary.words("actions", "owner_columns"))
    owned = [column for column, words in names.items() if normal_label(words) in owners]
    counts = {
        column: [len(_words(p).split()) for p in cell.iter(f"{W}p") if _words(p).strip()] for column, cell in cells
    }
    if not counts or len(cells) > 4:
        return None
    main = max(counts, key=lambda column: sum(counts[column]))
    if len(counts[main]) < 2 or owned != [max(counts)] or main == max(counts):
        return None
    others = [sum(words) for column, words in counts.items() if column != main]
    return main if all(words < 25 for words in others) else None
