"""Relations that follow from what a paper says a person is: chair, member, or holder of a role at a body (conventions 90 to 112)."""

from functools import cache

from spacy.tokens import Doc

from extract import vocabulary
from extract.entities import Entity, Post
from extract.records import RelationType
from extract.relation_cues import RelationFound


@cache
def _roles(name: str) -> frozenset[str]:
    return frozenset(role.lower() for role in vocabulary.words("relations", name))


def relation_of_role(role: str | None) -> RelationType:
    """Which relation a role makes: the chair chairs, a member is member_of, everyone else holds a role."""
    words = (role or "").lower().strip(" .")
    if words in _roles("chair_roles"):
        return "chairs"
    if words in _roles("vice_chair_roles"):
        return "vice_chairs"
    return "member_of" if words in _roles("member_roles") else "holds_role_at"


def relations_of_people(doc: Doc) -> list[RelationFound]:
    """One relation for each post whose body the paper names, and member_of for those present as members of the body that met."""
    found: list[RelationFound] = []
    body = _meeting_body(doc)
    for person in doc._.people or []:
        for post in person.posts:
            relation = _of_post(person, post)
            if relation is not None:
                found.append(relation)
        if person.by_attendance and body is not None:
            place = person.mentions[0] if person.mentions else person.name_place
            found.append(RelationFound("member_of", person, place, body, body.name_place, place, by_attendance=True))
    return found


def _of_post(person: Entity, post: Post) -> RelationFound | None:
    if post.organisation is None or post.organisation_place is None:
        return None
    kind = relation_of_role(post.role)
    if kind == "holds_role_at" and (post.role or "").lower() == "councillor":
        return None  # a title, not an office that the paper states
    cue = post.role_place or post.organisation_place
    return RelationFound(
        kind,
        person,
        post.person_place,
        post.organisation,
        post.organisation_place,
        cue,
        role=post.role_place if kind == "holds_role_at" else None,
        by_attendance=post.from_attendance and kind == "member_of",
    )


def _meeting_body(doc: Doc) -> Entity | None:
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
