"""Reads the rows of action logs, recommendation trackers and tables of responses (practice notes, section 1).

A table is one of these where its columns say what was asked for and also how it stands: its status, progress, colour or response.
Which head means what is vocabulary (`logs.yml`); a head that is not there is reported and never taken for another.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

from spacy.language import Language
from spacy.tokens import Doc

from extract import vocabulary
from extract.blocks import SILENT, Block
from extract.entities import Place
from extract.status import find_status

#: Roles of columns that say how a line of a standing log is getting on; a table that only has responses is none.
_FOLLOWED = frozenset({"status", "progress", "rag", "closed"})
#: Roles of columns whose cells may be nothing but a number, which is then no number of a paragraph.
_WHOLE = frozenset({"ref", "minute", "date", "origin", "due", "closed"})
#: Roles of columns that tell of a line and set nothing.
_TELLING = frozenset({"status", "progress", "rag", "closed", "response", "reasons"})
#: Roles of columns of which one must stand beside the text for the table to be a log.
_STANDING = frozenset({"status", "progress", "rag", "response", "closed"})


@dataclass(frozen=True)
class LogRow:
    """One line of a log: the words of each cell by what its column holds (see `logs.yml`); offsets of the paper's text."""

    cells: dict[str, Place]
    heads: dict[str, str]  #: what the head of each of these columns says
    block: int  #: index of the block of the cell that says what was asked for
    section: int | None
    table: int  #: tables of the paper that are logs, counted from 0
    is_action: bool  #: whether the table is a standing log, and not one of responses
    start: int  #: first character of the line, cells of unknown columns included
    end: int


@dataclass
class Logs:
    """The rows of all logs of a paper, and the heads of columns that nobody knows."""

    rows: list[LogRow] = field(default_factory=list)
    unknown: list[Place] = field(default_factory=list)


@cache
def _roles() -> dict[str, str]:
    columns = vocabulary.load("logs")["columns"]
    return {_head(str(name)): role for role, names in columns.items() for name in names}


def _head(words: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"[.:*]", "", words.lower())).strip()


def role_of(head: str) -> str | None:
    """What a column with this head holds; None where nobody knows.

    A head of two names holds what the first holds ("Action / Recommendation"), or the progress that stands beside a response; words in
    brackets and the day to which a log is brought up ("Update as at 6 June 2024") say nothing of the kind.
    """
    words = _head(re.sub(r"\([^()]*\)|\b(?:as\s+)?(?:at|on|of)\s+(?:\d.*|[A-Z][a-z]+\s+\d{4}.*)", " ", head))
    known = _roles().get(_head(head)) or _roles().get(words)
    if known is not None:
        return known
    parts = [_roles().get(part.strip()) for part in re.split(r"/|&|,|\band\b|\bor\b", words)]
    if len(parts) < 2 or None in parts:
        return None
    return "progress" if "progress" in parts and "response" in parts else parts[0]


@cache
def _colour() -> re.Pattern[str]:
    return re.compile(rf"\W*{vocabulary.alternation(vocabulary.words('logs', 'colours'))}\W*", re.IGNORECASE)


def is_colour(words: str) -> bool:
    """Whether a cell says a colour of a RAG or BRAG rating and nothing else."""
    return _colour().fullmatch(words.strip()) is not None


def find_logs(text: str, blocks: Sequence[Block]) -> Logs:
    """Every row of every log among the blocks of a paper."""
    found = Logs()
    done = done_colours(text)
    tables = 0
    for table in _tables(text, blocks):
        heads = _heads(text, table)
        roles = _assigned(heads)
        if "text" not in roles.values() or _STANDING.isdisjoint(roles.values()) or len(set(roles.values())) < 3:
            continue
        found.unknown += [place for name, place in heads.items() if name not in roles and place is not None]
        for row in table:
            if _is_head(text, row):
                continue
            read = _row(text, row, roles, tables)
            if read is None:
                continue
            colour = read.cells.get("rag")
            if (
                colour is not None
                and "state" not in read.cells
                and text[colour.start : colour.end].strip().lower() in done
            ):
                read.cells["state"] = colour
            found.rows.append(read)
        tables += 1
    return found


def _is_head(text: str, row: Sequence[Block]) -> bool:
    """Whether a row prints the heads of its columns: none of its cells has one, or each is its own."""
    return all(c.column_name is None or " ".join(text[c.start : c.end].split()) == c.column_name for c in row)


def _tables(text: str, blocks: Sequence[Block]) -> Iterator[list[list[Block]]]:
    """Rows that stand together under one row of heads, cells that repeat a running head of the page included; a row
    of heads below other rows begins a table.
    """
    cells = [b for b in blocks if b.row is not None and b.beside is None and (b.column_name or b.kind not in SILENT)]
    table: list[list[Block]] = []
    for _, group in groupby(cells, key=lambda b: b.row):
        row = list(group)
        if table and _is_head(text, row) and not _is_head(text, table[-1]):
            yield table
            table = []
        table.append(row)
    if table:
        yield table


def _heads(text: str, table: Sequence[Sequence[Block]]) -> dict[str, Place | None]:
    """The heads of a table's columns, each with the place where it is printed; rows above that of the heads are none."""
    named = {cell.column_name for row in table for cell in row if cell.column_name}
    heads: dict[str, Place | None] = {}
    printed = [row for row in table if _is_head(text, row)]
    nearest = max(
        printed, key=lambda row: sum(" ".join(text[c.start : c.end].split()) in named for c in row), default=[]
    )
    for cell in nearest:
        words = " ".join(text[cell.body_start : cell.end].split())
        if words and len(words) < 40:
            heads[words] = Place(cell.body_start, cell.end)
    for name in (cell.column_name for row in table for cell in row if cell.column_name):
        heads.setdefault(name, None)
    return heads if named else {}


def _assigned(heads: dict[str, Place | None]) -> dict[str, str]:
    """The role of each head; of two heads for one thing the first has it, and a subject stands for the text where there is none.

    A second column of states ("Proposed to open/close" beside a narrative Status) is looked at where the first tells none.
    """
    roles: dict[str, str] = {}
    for name in heads:
        role = role_of(name)
        if role is not None and role not in roles.values():
            roles[name] = role
        elif role in ("progress", "owner", "date", "status"):
            roles[name] = f"{role}2"
    if "text" not in roles.values():  # the subject, or what was asked and done in one column
        one = next((n for n, role in roles.items() if role == "progress" and "action" in n.lower()), None)
        one = next((n for n, role in roles.items() if role == "subject"), one)
        if one is not None:
            roles[one] = "text"
            if "progress" not in roles.values():
                roles = {name: "progress" if role == "progress2" else role for name, role in roles.items()}
    return roles


def _row(text: str, row: Sequence[Block], roles: dict[str, str], table: int) -> LogRow | None:
    cells: dict[str, Place] = {}
    heads: dict[str, str] = {}
    first: dict[str, Block] = {}
    for cell in row:
        role = roles.get(cell.column_name or "")
        begin = cell.start if role in _WHOLE else cell.body_start
        if role is None or begin >= cell.end:
            continue
        place = cells.get(role)
        cells[role] = Place(begin if place is None else place.start, cell.end)
        first.setdefault(role, cell)
        heads.setdefault(role, cell.column_name or "")
    if "text" not in cells or not re.search(r"[^\W\d_]{3}", text[cells["text"].start : cells["text"].end]):
        return None
    _settle(text, cells)
    return LogRow(
        cells,
        heads,
        first["text"].index,
        first["text"].section,
        table,
        not _FOLLOWED.isdisjoint(roles.values()),
        min(cell.start for cell in row),
        max(cell.end for cell in row),
    )


def _settle(text: str, cells: dict[str, Place]) -> None:
    """Tells colours from status words and status words from accounts of progress, whatever the head of their column says."""

    def words(role: str) -> str:
        return text[cells[role].start : cells[role].end]

    if "rag" in cells and not is_colour(words("rag")) and "status" not in cells:
        cells["status"] = cells.pop("rag")
    if "status" in cells and len(words("status").strip()) > 1 and is_colour(words("status")) and "rag" not in cells:
        cells["rag"] = cells.pop("status")
    for role in ("status", "status2", "closed", "progress"):
        if role in cells and "state" not in cells:
            at = find_status(text, cells[role].start, cells[role].end)
            if at is not None:
                cells["state"] = Place(*at)
    if "status" in cells and "progress" not in cells and len(words("status").split()) > 3:
        cells["progress"] = cells["status"]


def unknown_status(text: str, row: LogRow) -> Place | None:
    """A short status cell whose words come to no state; None where there is a state, or an account of progress."""
    place = row.cells.get("status")
    if (
        place is None
        or "state" in row.cells
        or text[place.start : place.end].strip(" .-–") == ""
        or len(text[place.start : place.end].split()) > 3
    ):
        return None
    return place


def done_colours(text: str) -> frozenset[str]:
    """The colours that a legend of the paper says to mean done: "Blue: complete"."""
    colours = [c for c in vocabulary.words("logs", "colours") if len(c) > 1]
    done = vocabulary.alternation(vocabulary.words("logs", "done_words"))
    legend = re.compile(
        rf"\b({vocabulary.alternation(colours)})(?:\s+(?:means|is))?\s*[:=–-]?\s*(?:\w+\s+)?{done}\b", re.IGNORECASE
    )
    return frozenset(match[1].lower() for match in legend.finditer(text))


@Language.component(
    "matters_logs", requires=["doc._.layout", "doc._.decisions"], assigns=["doc._.logs", "doc._.decisions"]
)
def matters_logs(doc: Doc) -> Doc:
    """Writes `doc._.logs`: the rows of action logs, trackers and tables of responses; unknown heads are reported by the assembly.

    What a cell says of the state or the progress of a line, or in response to it, is no decision of this paper's meeting.
    """
    doc._.logs = find_logs(doc._.layout.text, doc._.layout.blocks)
    cells = [p for row in doc._.logs.rows for role, p in row.cells.items() if role in _TELLING]
    if cells and doc._.decisions:
        doc._.decisions = [d for d in doc._.decisions if not any(p.start <= d.start < p.end for p in cells)]
    return doc
