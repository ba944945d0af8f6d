"""Relations that follow from what a paper says a person is: chair, member, or holder of a role at a body (conventions 90 to 112)."""

import re
from functools import cache

from spacy.tokens import Doc, Span

from extract import vocabulary
from extract.blocks import block_at
from extract.entities import Entity, Place, Post
from extract.records import RelationType
from extract.relation_cues import RelationFound

#: Kinds of body on which people sit.
GROUPS = frozenset(
    {"board", "committee", "sub_committee", "joint_committee", "panel", "partnership", "group", "cabinet"}
)
#: Of these, the kinds that send people to a meeting of another body: "Mr Oduya (Larkfield Foods Group)" works there.
_ALSO_SENDERS = frozenset({"group", "partnership"})

#: Bodies that meet under the name of those who employ: "Marlow Fire and Rescue Authority".
_AUTHORITY = re.compile(r"\b(?:Fire|Rescue|Combined|Park|Waste|Port|Police)\b.*\bAuthority$", re.IGNORECASE)

#: Roles that lead the programme they name.
_LEADING = re.compile(
    r"(?:senior\s+responsible\s+(?:officer|owner)|sro|(?:programme|project)\s+(?:director|lead|manager|sponsor))\b",
    re.IGNORECASE,
)


@cache
def _roles(name: str) -> frozenset[str]:
    return frozenset(role.lower() for role in vocabulary.words("relations", name))


def relation_of_role(role: str | None) -> RelationType:
    """Which relation a role makes: the chair chairs, a member is member_of, everyone else holds a role."""
    words = re.sub(r"\s*\([^)]*\)", "", role or "").lower().strip(" .")
    if words in _roles("chair_roles"):
        return "chairs"
    if words in _roles("vice_chair_roles"):
        return "vice_chairs"
    return "member_of" if words in _roles("member_roles") else "holds_role_at"


def relations_of_people(doc: Doc) -> list[RelationFound]:
    """One relation for each post whose body the paper names, and member_of for those present as members of the body that met."""
    found: list[RelationFound] = []
    body = meeting_body(doc)
    for person in doc._.people or []:
        for post in person.posts:
            relation = _of_post(doc, person, post, body)
            if relation is not None:
                found.append(relation)
        found.extend(_leads(doc, person))
        if person.by_attendance and body is not None and not any(is_office(post.role) for post in person.posts):
            place = person.mentions[0] if person.mentions else person.name_place
            found.append(RelationFound("member_of", person, place, body, body.name_place, place, by_attendance=True))
    return found


def is_office(role: str | None) -> bool:
    """Whether a role serves a body without sitting on it: clerk, secretary, treasurer."""
    return role is not None and any(word in _roles("offices") for word in re.findall(r"[a-z]+", role.lower()))


def _leads(doc: Doc, person: Entity) -> list[RelationFound]:
    """leads, where a role names the programme: "Senior Responsible Officer for the Harbour Programme"."""
    found = []
    for post in person.posts:
        place = post.role_place
        words = doc._.layout.text[place.start : place.end] if place is not None else ""
        if place is None or not _LEADING.match(words):
            continue
        noun = re.search(r"\b[Tt]he\s+(Programme|Project|Plan|Strategy|Scheme|Fund)$", words)
        for span in doc.spans.get("programmes", []):
            named = place.start <= span.start_char and span.end_char <= place.end + 1
            if noun is None and not named:
                continue
            if span._.entity is not None and (named or (noun is not None and _stands_for(doc, noun, place, span))):
                target = Place(span.start_char, span.end_char)
                found.append(
                    RelationFound("leads", person, post.person_place, span._.entity, target, place, role=place)
                )
                break
    return found


def _stands_for(doc: Doc, noun: re.Match[str], role: Place, span: Span) -> bool:
    """Whether "the Programme" at the end of a role means the programme of this mention: named in the block before it, with that noun."""
    block = block_at(doc._.layout.blocks, role.start)
    return block is not None and block.start <= span.start_char < role.start and span._.entity.name.endswith(noun[1])


def _of_post(doc: Doc, person: Entity, post: Post, body: Entity | None) -> RelationFound | None:
    if post.organisation is None or post.organisation_place is None:
        return None
    kind = relation_of_role(post.role)
    organisation, place = post.organisation, post.organisation_place
    if kind == "holds_role_at" and (post.role or "").lower() == "councillor":
        return None  # a title, not an office that the paper states
    if not _beside(doc, post.person_place, place):
        if post.as_officer:
            name = post.person_place
            return RelationFound("holds_role_at", person, name, organisation, place, name, by_attendance=True)
        employs = not person.by_attendance and (organisation.kind == "nhs_body" or _AUTHORITY.search(organisation.name))
        if post.role is None or (
            organisation is body and kind == "holds_role_at" and not is_office(post.role) and not employs
        ):
            return None  # the body comes from the head of the paper alone: attendance says it already
        if kind in ("chairs", "vice_chairs", "member_of") and body is not None:
            organisation, place = body, body.name_place
    sent = post.from_attendance and organisation is not body and organisation.kind in _ALSO_SENDERS
    if post.role is None and organisation.kind in GROUPS and not sent:
        kind = "member_of"
    cue = post.role_place or place
    return RelationFound(
        kind,
        person,
        post.person_place,
        organisation,
        place,
        cue,
        role=post.role_place if kind == "holds_role_at" else None,
        by_attendance=post.from_attendance and kind == "member_of",
    )


def _beside(doc: Doc, person: Place, organisation: Place) -> bool:
    """Whether the body is named where the person is: in the same block, or in the same row of a table."""
    blocks = doc._.layout.blocks
    at = [block_at(blocks, place.start) for place in (person, organisation)]
    if at[0] is None or at[1] is None:
        return False
    return at[0].index == at[1].index or (at[0].row is not None and at[0].row == at[1].row)


def meeting_body(doc: Doc) -> Entity | None:
    """The body that met, as an entity of the paper."""
    facts = doc._.facts
    name = getattr(facts, "body", None)
    if not name:
        return None
    folded = " ".join(name.split()).lower()
    for entity in doc._.organisations or []:
        if entity.name.lower() == folded or folded in (other.lower() for other in entity.other_names):
            return entity  # type: ignore[no-any-return]
    return None
