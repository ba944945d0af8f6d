"""Lists and tables that put people beside a body or a role: "Mid Trust: Jo Smith", two columns, a cell behind a name (conventions 95 to 99)."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from extract.blocks import Block
from extract.people_names import Name
from extract.people_role_reader import Role
from extract.people_role_words import role_nouns
from extract.people_roles import role_of_cell
from extract.people_surroundings import BodyMention, Surroundings

#: Headings of columns that hold what people are where they come from.
_POST_HEADING = re.compile(r"(?:job\s+)?(?:post|position|title|designation)(?:\s+held)?", re.IGNORECASE)
#: Words for a seat on the body whose table it is.
_SEAT = re.compile(
    r"\b(?:chair|chairman|chairperson|convener|member|observer|representative|attendee|trustee)\b", re.IGNORECASE
)


class Lists:
    """The blocks of one paper as lists and table rows."""

    def __init__(self, blocks: Sequence[Block], around: Surroundings) -> None:
        self.blocks, self.around, self.text = blocks, around, around.text
        self.rows = _rows(blocks)
        self._ends = [block.end for block in blocks]
        self._forms = {self.text[body.start : body.end]: body.entity for body in around.bodies}

    def row_of(self, block: Block) -> list[Block] | None:
        """The cells of the row in which a block stands."""
        return self.rows.get(block.row) if block.row is not None else None

    def body_of(self, name: Name) -> BodyMention | None:
        """The body under which a list gives the name: "Mid Trust: Jo Smith; Al Reed", "Mid Trust – Jo Smith", two columns."""
        block = self.block_of(name)
        first = self._first_cell(block)
        if first is not None:
            body = self._body_of_cell(first)
            if body is not None and body.end <= first.end and not self._own_body(block, name):
                return body
        floor = max(block.start, name.outer_start - 420)
        bodies = self.around.bodies_between(floor, name.outer_start)
        for body in reversed(bodies):
            between = self.text[body.end : name.outer_start]
            if re.fullmatch(
                r"[ \u00a0*]{1,4}|[ \u00a0*]*[–-][ \u00a0*]+|[ \u00a0]*\t\s*(?:<[^>]*>\s*)*[▪•]?\s*", between
            ):
                return (
                    body
                    if block.kind in ("table_row", "list_item") or "\t" in between or re.search(r"[–-]", between)
                    else None
                )
            if _MEMBERS_ARE.match(between) and _MEMBERS_OF.search(self.text, max(0, body.start - 30), body.start):
                return body if _plain_list(between[_end(_MEMBERS_ARE, between) :]) else None
            if re.match(r"\s*(?:\([^)]{1,20}\))?\s*(?::|\t)", between):
                return body if _plain_list(between) else None
        return None

    def _body_of_cell(self, cell: Block) -> BodyMention | None:
        """The body with which a cell begins, or which is all of it, written as elsewhere in the paper."""
        words = self.text[cell.body_start : cell.end].strip()
        entity = self._forms.get(words)
        if entity is not None:
            return BodyMention(cell.body_start, cell.body_start + len(words), entity)
        return self.around.body_at.get(cell.body_start)

    def _own_body(self, block: Block, name: Name) -> bool:
        """Whether the cell itself puts a body before the name."""
        return any(
            re.match(r"\s*:", self.text[body.end : body.end + 3])
            for body in self.around.bodies_between(block.body_start, name.outer_start)
        )

    def _first_cell(self, block: Block) -> Block | None:
        if block.row is None or not block.column:
            return None
        row = self.rows.get(block.row)
        if row is None or len({cell.column for cell in row}) != 2:
            return None
        return row[0] if row[0].column == 0 else None

    def role_of_first_cell(self, name: Name) -> tuple[int, int] | None:
        """A role that the first cell of a two-column row gives for the names beside it."""
        first = self._first_cell(self.block_of(name))
        if first is None or first.end - first.body_start > 80:
            return None
        start = first.body_start
        body = self.around.body_at.get(start)
        if body is not None:
            start = body.end
        roles = roles_after_cell(self.around, start, first.end)
        return roles

    def roles_of_row(self, name: Name) -> list[Role]:
        """Roles that the cells behind a name give, where the name opens its cell: "Jo Smith | Treasurer"."""
        block = self.block_of(name)
        if block.row is None or block.column is None or self.text[block.body_start : name.outer_start].strip(" *\n"):
            return []
        found = []
        for cell in self.rows[block.row]:
            if cell.column is not None and block.column < cell.column and cell.end - cell.body_start < 120:
                role = role_of_cell(self.around, cell.body_start, cell.end)
                if role is not None:
                    found.append(role)
        return self._joined(found, {cell.start: cell for cell in self.rows[block.row]})

    def _joined(self, roles: list[Role], cells: dict[int, Block]) -> list[Role]:
        """A post and a body in two cells of one row are one: "Jo Smith | Treasurer | Mid Trust".

        A chair or member is one of the table's own body, unless the heading of the column says that it holds posts.
        """
        if len(roles) != 2 or roles[0].start is None or roles[0].bodies or roles[1].start is not None:
            return roles
        start, end = roles[0].start, roles[0].end or roles[0].start
        heading = next((c.column_name or "" for c in cells.values() if c.start <= start < c.end), "")
        words = self.text[start:end]
        seat = _SEAT.search(words) is not None and not _POST_HEADING.fullmatch(heading.strip(" :*"))
        if seat or words.lower().startswith("independent chair"):
            return roles
        return [replace(roles[0], bodies=roles[1].bodies)]

    def block_of(self, name: Name) -> Block:
        """The block in which a name stands."""
        return self.blocks[min(bisect_right(self._ends, name.start), len(self.blocks) - 1)]


def roles_after_cell(around: Surroundings, start: int, end: int) -> tuple[int, int] | None:
    """The words of a cell, if they are a role: its last word, or the one before "of" or "for", is an office."""
    words = around.text[start:end]
    begin = start + len(words) - len(words.lstrip(" ,:–-\n"))
    finish = start + len(words.rstrip(" ,:–-\n"))
    head = re.split(r"\s+(?:of|for)\s+|\s*\(", around.text[begin:finish])[0].split()
    return (begin, finish) if head and head[-1].lower() in role_nouns() else None


def _rows(blocks: Sequence[Block]) -> dict[int, list[Block]]:
    rows: dict[int, list[Block]] = {}
    for block in blocks:
        if block.row is not None:
            rows.setdefault(block.row, []).append(block)
    return rows


_MEMBERS_OF = re.compile(r"\b[Mm]embers(?:hip)?\s+of\s+(?:the\s+)?$")
_MEMBERS_ARE = re.compile(
    r"\s+(?:(?:have|has|had)\s+)?(?:been\s+)?(?:included?|includes|including|are|were|is|was|comprised?|comprises|consists?\s+of)\b:?"
)


def _end(pattern: re.Pattern[str], words: str) -> int:
    match = pattern.match(words)
    return match.end() if match is not None else 0


_NOT_LIST = re.compile(r"\.\s+[A-Z]|\b(?:was|were|is|are|had|has|have|will|would|that|which|this)\b")


def _plain_list(between: str) -> bool:
    return not _NOT_LIST.search(between)
