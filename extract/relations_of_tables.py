"""Relations in the shape of governance tables: who sits on which group for which organisation.

Two shapes: a row headed by a group, with its members in another cell; and a table under a group's heading, whose rows give an
organisation and the people who sit for it. Members listed under "proposed" attendees are proposed.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extract.blocks import SILENT, Block
from extract.entities import Entity, Place
from extract.relation_cues import Mention, RelationFound, mentions_between, mentions_of
from extract.relations_of_people import GROUPS, relation_of_role


def relations_of_tables(doc: Doc) -> list[RelationFound]:
    """Chairs, members and whom they represent, from every table of the paper."""
    blocks: list[Block] = doc._.layout.blocks
    if not any(block.row is not None for block in blocks):
        return []
    mentions = mentions_of(doc)
    minutes = getattr(doc._.facts, "kind", None) == "minutes"
    found: list[RelationFound] = []
    for row in _rows(blocks):
        if minutes and any(_tells(doc._.layout.text, cell) for cell in row):
            continue
        group = _group_of_heading(doc._.layout.text, blocks, row[0], mentions)
        if group is None:
            head = _first_mention(row, mentions)
            group = head if head is not None and head.entity.kind in GROUPS else None
        if group is not None:
            found.extend(_of_row(doc, row, group, mentions))
    return found


#: What running text has and no list of members: "Apologies were received from", "Ms Munt said that".
_FINITE = re.compile(
    r"\b(?:was|were|said|reported|noted|agreed|resolved|would|received|referred|had|gave|asked|advised|presented|confirmed)\b",
    re.IGNORECASE,
)


def _tells(text: str, cell: Block) -> bool:
    """Whether a cell tells what happened, as those of minutes that are set as a table do."""
    return cell.end - cell.body_start > 50 and _FINITE.search(text, cell.body_start, cell.end) is not None


def _rows(blocks: list[Block]) -> Iterator[list[Block]]:
    rows: dict[int, list[Block]] = {}
    for block in blocks:
        if block.row is not None and block.kind not in SILENT:
            rows.setdefault(block.row, []).append(block)
    yield from rows.values()


def _first_mention(row: list[Block], mentions: list[Mention]) -> Mention | None:
    first = row[0]
    if first.column != 0:
        return None
    return next(
        (
            m
            for m in mentions_between(mentions, first.body_start, first.end)
            if m.start < first.body_start + 3 and m.entity.table == "organisations"
        ),
        None,
    )


def _group_of_heading(text: str, blocks: list[Block], block: Block, mentions: list[Mention]) -> Mention | None:
    """The group that the heading over the table names, with nothing else in it but words for membership."""
    if block.section is None:
        return None
    heading = blocks[block.section]
    inside = [m for m in mentions_between(mentions, heading.body_start, heading.end) if m.entity.kind in GROUPS]
    if len(inside) != 1:
        return None
    rest = text[heading.body_start : inside[0].start] + text[inside[0].end : heading.end]
    return (
        inside[0]
        if re.fullmatch(r"(?:\W|membership|members|proposed|attendees|of|the)*", rest, re.IGNORECASE)
        else None
    )


def _of_row(doc: Doc, row: list[Block], group: Mention, mentions: list[Mention]) -> Iterator[RelationFound]:
    start, end = row[0].start, row[-1].end
    proposed = bool(re.search(r"\bproposed\b", doc._.layout.text[start:end], re.IGNORECASE))
    names = {id(m.entity): m for m in reversed(mentions_between(mentions, start, end)) if m.entity.table == "people"}
    for person in doc._.people or []:
        mention = names.get(id(person))
        if mention is None:
            continue
        place, target = Place(mention.start, mention.end), Place(group.start, group.end)
        yield RelationFound("member_of", person, place, group.entity, target, place, proposed=proposed)
        for post in person.posts:
            if not (start <= post.person_place.start < end):
                continue
            if (
                post.organisation is None
                and relation_of_role(post.role) in ("chairs", "vice_chairs")
                and post.role_place is not None
            ):
                yield RelationFound(
                    relation_of_role(post.role), person, place, group.entity, target, post.role_place, proposed=proposed
                )
            elif (
                post.organisation is not None
                and post.organisation is not group.entity
                and post.organisation_place is not None
            ):
                yield RelationFound(
                    "represents",
                    person,
                    place,
                    post.organisation,
                    post.organisation_place,
                    post.organisation_place,
                    proposed=proposed,
                )
    for entity, mention in _sitting_organisations(row, group.entity, mentions):
        place = Place(mention.start, mention.end)
        yield RelationFound(
            "member_of", entity, place, group.entity, Place(group.start, group.end), place, proposed=proposed
        )


def _sitting_organisations(
    row: list[Block], group: Entity, mentions: list[Mention]
) -> Iterator[tuple[Entity, Mention]]:
    """Organisations for which the row seats people: those that open a cell or stand before a colon or after a bracket in it."""
    seen: set[int] = {id(group)}
    kinds = frozenset(
        {
            "council",
            "nhs_body",
            "provider",
            "charity",
            "network",
            "company",
            "police",
            "school",
            "partnership",
            "other_body",
        }
    )
    for cell in row:
        for mention in mentions_between(mentions, cell.body_start, cell.end):
            if mention.entity.table == "organisations" and id(mention.entity) not in seen:
                if mention.entity.kind in kinds and (mention.start - cell.body_start < 3):
                    seen.add(id(mention.entity))
                    yield mention.entity, mention
