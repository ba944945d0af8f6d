"""Members that a list gives under a heading ("Members of the Board") or under words that open it ("The Board is made up of:").

A list under any other heading makes nobody a member.
"""

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from extract.blocks import SILENT, Block
from extract.entities import Place
from extract.relation_cues import Mention, RelationFound, list_heads, mentions_between
from extract.relations_of_people import GROUPS, relation_of_role

_HEADING = re.compile(
    r"(?:\W|current|core|voting|membership|members|member|partners|partner|organisations|of|the|to|on|in)*",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\W*(?:core\s+)?(?:members|membership)\s*:", re.IGNORECASE)
_BETWEEN = re.compile(r"(?:[\s,;]|\band\b|\bthe\b)*")
_MEMBERS = re.compile(r"\b(?:members?|membership|partners)\b", re.IGNORECASE)
_OPENING = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?(?:[’']s?\s+)?(?:will\s+be\s+|shall\s+be\s+|is\s+|are\s+|shall\s+|will\s+|currently\s+)*"
    r"(?:made\s+up\s+of|comprises?|comprised\s+of|consists?\s+of|brings?\s+together|(?:members|membership|partners)\s+(?:is|are|includes?|comprises?)"
    r"|includes?|has)(?:\s+(?:senior|lead|the|following|of|from|each|both|all|one|two|organisations?|bodies|partners?|agencies|representatives?|members|officers|leads))*\s*:\s*"
)


def relations_of_lists(doc: Doc, mentions: list[Mention]) -> list[RelationFound]:
    """member_of and chairs for every list of members whose group is named over it."""
    blocks = [block for block in doc._.layout.blocks if block.kind not in SILENT]
    text: str = doc._.layout.text
    found = list(_of_labelled_lines(text, blocks, mentions))
    for at, block in enumerate(blocks[:-1]):
        if block.row is not None or blocks[at + 1].kind != "list_item":
            continue
        group = _group(text, block, mentions)
        if group is None:
            continue
        for item in blocks[at + 1 :]:
            if item.kind != "list_item":
                break
            found.extend(_of_item(doc, item, group, mentions))
    return found


def _of_labelled_lines(text: str, blocks: list[Block], mentions: list[Mention]) -> Iterator[RelationFound]:
    """The names behind "Members:" in a line under the name of a body, as far as nothing but commas stands between."""
    heads = list_heads(text, blocks, mentions)
    for block in blocks:
        head = heads.get(block.index)
        if head is None or head.entity.kind not in GROUPS or (label := _LABEL.match(text, block.start)) is None:
            continue
        last = label.end()
        for mention in mentions_between(mentions, last, block.end):
            if not _BETWEEN.fullmatch(text, last, mention.start) or mention.entity.table == "programmes":
                break
            last = mention.end
            if mention.entity is not head.entity:
                place = Place(mention.start, mention.end)
                yield RelationFound("member_of", mention.entity, place, head.entity, Place(head.start, head.end), place)


def _group(text: str, block: Block, mentions: list[Mention]) -> Mention | None:
    """The group of whose members the block opens a list."""
    inside = [m for m in mentions_between(mentions, block.body_start, block.end) if m.entity.kind in GROUPS]
    if len(inside) != 1:
        return None
    group = inside[0]
    before, after = text[block.body_start : group.start], text[group.end : block.end]
    if _HEADING.fullmatch(before + " " + after) and _MEMBERS.search(before + " " + after):
        return group
    return group if re.fullmatch(r"(?:[Tt]he\s+)?", before) and _OPENING.fullmatch(after) else None


def _of_item(doc: Doc, item: Block, group: Mention, mentions: list[Mention]) -> Iterator[RelationFound]:
    """The member that opens an item, and whoever the item says chairs the group."""
    target = Place(group.start, group.end)
    inside = mentions_between(mentions, item.body_start, item.end)
    opening = doc._.layout.text[item.body_start : inside[0].start] if inside else "-"
    if re.fullmatch(r"(?:the\s+|representatives?\s+(?:of|from)\s+(?:the\s+)?)?", opening, re.IGNORECASE):
        first = inside[0]
        if first.entity is not group.entity and first.entity.table in ("organisations", "people"):
            place = Place(first.start, first.end)
            yield RelationFound("member_of", first.entity, place, group.entity, target, place)
    for person in doc._.people or []:
        for post in person.posts:
            kind = relation_of_role(post.role)
            here = item.start <= post.person_place.start < item.end
            if here and post.organisation is None and post.role_place is not None and kind in ("chairs", "vice_chairs"):
                yield RelationFound(kind, person, post.person_place, group.entity, target, post.role_place)
