"""Relations that the heading of a column states of the body or programme that opens the row: its chair, its lead, whom it reports to.

"Group | Chair | Reports to" over "Harbour Group | Ann Brook | Harbour Board" says both. A column of anything else says nothing.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extract.blocks import SILENT, Block
from extract.entities import Place
from extract.records import RELATION_ENDS, RelationType
from extract.relation_cues import Mention, RelationFound, mentions_between, row_heads

#: What the heading of a column says, whether the row's head is the subject, and in which tables the other names may be.
_HEADINGS: tuple[tuple[re.Pattern[str], RelationType, bool, frozenset[str]], ...] = (
    (
        re.compile(r"(?:current\s+|independent\s+)?(?:co-)?chair(?:s|ed\s+by|man|person)?", re.IGNORECASE),
        "chairs",
        False,
        frozenset({"people"}),
    ),
    (
        re.compile(
            r"(?:reports?|reporting|accountable|escalates?|answerable)\s+(?:in)?to|parent\s+(?:body|group|committee|board)"
            r"|overseen\s+by|accountability",
            re.IGNORECASE,
        ),
        "reports_to",
        True,
        frozenset({"organisations"}),
    ),
    (
        re.compile(
            r"(?:programme\s+|project\s+|executive\s+|senior\s+|work\s?stream\s+)?(?:lead|sponsor|sro|responsible\s+(?:officer|owner))"
            r"(?:\s+(?:officer|organisation|body|agency|partner))?|led\s+by",
            re.IGNORECASE,
        ),
        "leads",
        False,
        frozenset({"people", "organisations"}),
    ),
    (
        re.compile(r"(?:provided|delivered)\s+by|delivery\s+(?:partner|body|organisation)s?|provider", re.IGNORECASE),
        "delivers",
        False,
        frozenset({"organisations"}),
    ),
)


def relations_of_columns(doc: Doc, mentions: list[Mention]) -> list[RelationFound]:
    """Every relation stated by the heading of a column, for rows opened by a body or programme and nothing else."""
    blocks: list[Block] = doc._.layout.blocks
    cells = [b for b in blocks if b.row is not None and b.column and b.column_name and b.kind not in SILENT]
    if not cells:
        return []
    heads = row_heads(blocks, mentions)
    return [
        relation for cell in cells if (head := heads.get(cell.row or 0)) for relation in _of_cell(cell, head, mentions)
    ]


def _of_cell(cell: Block, head: Mention, mentions: list[Mention]) -> Iterator[RelationFound]:
    name = (cell.column_name or "").strip(" :*()")
    said = next((heading for heading in _HEADINGS if heading[0].fullmatch(name)), None)
    if said is None:
        return
    _, kind, head_is_subject, tables = said
    for mention in mentions_between(mentions, cell.body_start, cell.end):
        if mention.entity.table not in tables:
            continue
        if mention.entity.table == "organisations" and mention.start - cell.body_start > 4 and kind != "reports_to":
            continue  # the body of whoever is named first
        subject, other = (head, mention) if head_is_subject else (mention, head)
        ends = RELATION_ENDS[kind]
        if subject.entity is other.entity or subject.entity.table not in ends[0] or other.entity.table not in ends[1]:
            continue
        yield RelationFound(
            kind,
            subject.entity,
            Place(subject.start, subject.end),
            other.entity,
            Place(other.start, other.end),
            Place(mention.start, mention.end),
        )
