"""Finds what a paper says of how people, bodies and programmes relate: only relations with stated words.

Each source has a module of its own: cue words between two names (`relation_cues`), what the paper says people are
(`relations_of_people`), the rows of a governance table (`relations_of_tables`), the headings of its columns
(`relations_of_columns`), and lists of members (`relations_of_lists`). Each fact is given once.
"""

import re

from spacy.language import Language
from spacy.tokens import Doc

from extract.blocks import SILENT
from extract.entities import Entity, Place
from extract.relation_cues import Mention, RelationFound, list_heads, mentions_of, relations_of_words
from extract.relations_of_columns import relations_of_columns
from extract.relations_of_lists import relations_of_lists
from extract.relations_of_people import GROUPS, meeting_body, relations_of_people
from extract.relations_of_tables import relations_of_tables

#: Kinds of body that belong to the council in the head of their papers.
COMMITTEES = frozenset({"cabinet", "committee", "sub_committee", "panel", "board"})


#: Authorities other than councils whose committees meet under their name.
_AUTHORITY = re.compile(r"\b(?:combined|fire(?:\s+and\s+rescue)?|park|transport)\s+authority$", re.IGNORECASE)


def unique(found: list[RelationFound]) -> list[RelationFound]:
    """Each fact once: the first words that state it; stated in words before following from attendance."""
    kept: dict[tuple[str, int, int, str], RelationFound] = {}
    for relation in sorted(found, key=lambda r: (r.by_attendance, r.cue.start)):
        role = "" if relation.type != "holds_role_at" or relation.role is None else str(relation.role.start)
        kept.setdefault((relation.type, id(relation.subject), id(relation.object), role), relation)
    return sorted(kept.values(), key=lambda r: (r.cue.start, r.subject_place.start, r.object_place.start))


@Language.component(
    "matters_relations",
    requires=[
        "doc._.layout",
        "doc._.sentences",
        "doc._.people",
        "doc._.organisations",
        "doc._.programmes",
        "doc.spans",
    ],
    assigns=["doc._.relations"],
)
def matters_relations(doc: Doc) -> Doc:
    """Writes `doc._.relations`: every stated relation once.

    "The Delivery Group reports to the Care Board" gives reports_to; "the group will report on progress" gives none.
    """
    tables = relations_of_tables(doc)
    sitting_for = {(id(r.subject), id(r.object)) for r in tables if r.type == "represents"}
    mentions = mentions_of(doc)
    people = _of_the_body_above(doc, mentions, relations_of_people(doc))
    for relation in people:
        if (
            relation.type == "member_of"
            and relation.role is None
            and (id(relation.subject), id(relation.object)) in sitting_for
        ):
            relation.type = "holds_role_at"  # they sit on the group of the table for this body
    columns = relations_of_columns(doc, mentions)
    chairs = {(id(r.subject), id(r.object)) for r in columns if r.type == "chairs"}
    above = {r.object_place for r in columns if r.type == "reports_to"}
    rest = [
        r
        for r in [*tables, *people]
        if r.object_place not in above and (r.type != "member_of" or (id(r.subject), id(r.object)) not in chairs)
    ]
    lists = relations_of_lists(doc, mentions)
    doc._.relations = unique([*relations_of_words(doc), *columns, *lists, *rest, *_stated_parents(doc)])
    return doc


def _of_the_body_above(doc: Doc, mentions: list[Mention], found: list[RelationFound]) -> list[RelationFound]:
    """The chair in a labelled line under the name of a body chairs that body, and not the one whose paper it is."""
    blocks = doc._.layout.blocks
    heads = list_heads(doc._.layout.text, blocks, mentions)
    lines = [(blocks[index], head) for index, head in heads.items() if head.entity.kind in GROUPS]
    kept = []
    for relation in found:
        place = relation.subject_place.start
        head = next((head for block, head in lines if block.start <= place < block.end), None)
        if head is not None and relation.type in ("chairs", "vice_chairs"):
            relation.object, relation.object_place = head.entity, Place(head.start, head.end)
        if head is None or relation.type != "member_of" or not relation.by_attendance:
            kept.append(relation)
    return kept


def _stated_parents(doc: Doc) -> list[RelationFound]:
    """part_of where a name itself says whose body it is: "the Trust's Board", a committee under its council's head."""
    found = []
    for entity in doc._.organisations or []:
        parent = entity.parent
        if parent is not None and parent is not entity:
            place = parent.name_place
            found.append(RelationFound("part_of", entity, entity.name_place, parent, place, entity.name_place))
    body, council = meeting_body(doc), _council_of_head(doc)
    if (
        body is not None
        and council is not None
        and body is not council[0]
        and body.kind in COMMITTEES
        and body.parent is None
    ):
        found.append(RelationFound("part_of", body, body.name_place, council[0], council[1], council[1]))
    return found


def _council_of_head(doc: Doc) -> tuple[Entity, Place] | None:
    """The council whose name stands alone on a line in the head of the paper (convention 135)."""
    head = [block for block in doc._.layout.blocks if block.kind not in SILENT][:6]
    for span in doc.spans.get("organisations", []):
        if span._.entity is not None and (
            span._.entity.kind in ("council", "nhs_body") or _AUTHORITY.search(span._.entity.name)
        ):
            for block in head:
                if (
                    span.start_char <= block.body_start + 1
                    and span.end_char >= block.end - 2
                    and span.end_char <= block.end
                ):
                    return span._.entity, Place(span.start_char, span.end_char)
    return None
