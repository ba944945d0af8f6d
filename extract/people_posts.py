"""What the paper says a person is, and at which body: one `Post` each, with the places of the words (conventions 95 to 119).

Where a list of those present leaves the body out it is the body that met; officers in attendance belong to the authority whose
heading stands over the paper, where there is just one. Everything else is left blank.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from spacy.tokens import Doc

from extract import vocabulary
from extract.attendance import Listing
from extract.entities import Entity, Place, Post
from extract.people_cues import Judge
from extract.people_identity import Group, is_councillor
from extract.people_names import Name
from extract.people_roles import Surroundings, is_chair

#: How much of the beginning of a paper is its head, in characters.
_HEAD = 1500
_COMMITTEES = frozenset({"committee", "sub_committee", "board", "panel", "cabinet", "joint_committee", "partnership", "group"})
_VICE = re.compile(r"\s*(?:vice|deputy)[\s-]*chair\w*\s*$", re.IGNORECASE)


@cache
def _council_offices() -> re.Pattern[str]:
    return re.compile(vocabulary.alternation(vocabulary.words("people", "council_offices")), re.IGNORECASE)


class Posts:
    """Fills in the posts of the people of one paper."""

    def __init__(self, doc: Doc, around: Surroundings, listed: Mapping[Name, Listing], judge: Judge) -> None:
        self.around, self.listed, self.judge = around, listed, judge
        self.text: str = doc.text
        first_list = min((name.start for name in listed), default=_HEAD)
        head = [body for body in around.bodies if body.start < max(_HEAD, min(first_list, 4 * _HEAD))]
        councils = {id(body.entity): body.entity for body in head if body.entity.kind == "council"}
        before_list = {id(b.entity): b.entity for b in head if b.start < first_list and b.entity.kind == "council"}
        candidates = before_list or councils
        self.authority = next(iter(candidates.values())) if len(candidates) == 1 else None
        self.body = _meeting_body(doc, [body.entity for body in head if body.start < first_list]) or self.authority

    def fill(self, entity: Entity, group: Group) -> None:
        """Writes `entity.posts` from every mention of the person."""
        for name in group.names:
            for post in self._stated(entity, name):
                _add(entity, post)
        self._from_lists(entity, group)
        self._councillor(entity, group)

    def _stated(self, entity: Entity, name: Name) -> Iterable[Post]:
        place = Place(name.outer_start, name.end)
        listing = self.listed.get(name)
        roles = self.judge.roles.get(name, [])
        list_body = self.judge.body_of_list(name)
        for role in roles:
            words = None if role.start is None else fold(self.text[role.start : role.end or role.start])
            role_place = None if role.start is None else Place(role.start, role.end or role.start)
            if role.bodies:
                for body, where in role.bodies:
                    yield Post(entity, words, role_place, body, where, place)
            elif words is not None:
                yield self._with_default_body(entity, words, role_place, place, listing, list_body is not None and (list_body.entity, Place(list_body.start, list_body.end)) or None)
        before = self.judge.before.get(name)
        if before is not None:
            words = fold(self.text[before[0] : before[1]])
            yield self._with_default_body(entity, words, Place(*before), place, listing, list_body is not None and (list_body.entity, Place(list_body.start, list_body.end)) or None)
        cell = self.judge.role_of_first_cell(name)
        if cell is not None and not any(role.start is not None for role in roles):
            body_place = (list_body.entity, Place(list_body.start, list_body.end)) if list_body is not None else None
            yield Post(entity, fold(self.text[cell[0] : cell[1]]), Place(*cell), body_place[0] if body_place else None, body_place[1] if body_place else None, place)
        elif list_body is not None and not roles and before is None:
            yield Post(entity, None, None, list_body.entity, Place(list_body.start, list_body.end), place)

    def _with_default_body(
        self,
        entity: Entity,
        words: str,
        role_place: Place | None,
        place: Place,
        listing: Listing | None,
        list_body: tuple[Entity, Place] | None,
    ) -> Post:
        """A role whose body is not named beside it: that of the list, of the meeting, or of the paper's heading."""
        if list_body is not None:
            return Post(entity, words, role_place, *list_body, place)
        body: Entity | None = None
        from_list = False
        if listing in ("present", "chair") and (is_chair(words) or _VICE.match(words)):
            body, from_list = self.body, True
        elif listing in ("present", "attending", "chair", "apologies"):
            body = self.authority or (self.body if listing != "attending" or self.authority is None else None)
        elif _council_offices().search(words):
            body = self.authority
        return Post(entity, words, role_place, body, body.name_place if body is not None else None, place, from_list)

    def _from_lists(self, entity: Entity, group: Group) -> None:
        """In the chair, or present as a member: what the list alone says."""
        for name in group.names:
            place = Place(name.outer_start, name.end)
            if self.listed.get(name) == "chair" and not any(post.role and is_chair(post.role) for post in entity.posts):
                before = re.compile(r"(chair\w*)[\s:*]*$", re.IGNORECASE).search(self.text, max(0, name.outer_start - 40), name.outer_start)
                if before is not None and self.body is not None:
                    role_place = Place(before.start(1), before.end(1))
                    _add(entity, Post(entity, before[1].capitalize(), role_place, self.body, self.body.name_place, place, True))
        present = next((name for name in group.names if self.listed.get(name) == "present"), None)
        if present is None or entity.posts or self.body is None or is_councillor(present):
            return
        place = Place(present.outer_start, present.end)
        entity.posts.append(Post(entity, None, None, self.body, self.body.name_place, place, True))

    def _councillor(self, entity: Entity, group: Group) -> None:
        """Councillor, where that title is all that the paper says."""
        titled = next((name for name in group.names if is_councillor(name)), None)
        if titled is None or titled.title is None or any(post.role for post in entity.posts):
            return
        bodies = [post for post in entity.posts if post.organisation is not None]
        title = Place(titled.title.start, titled.title.end)
        place = Place(titled.outer_start, titled.end)
        if bodies:
            for post in bodies:
                post.role, post.role_place = "Councillor", title
            return
        present = any(self.listed.get(name) in ("present", "chair", "apologies") for name in group.names)
        body = self.authority if present else None
        entity.posts.append(
            Post(entity, "Councillor", title, body, body.name_place if body is not None else None, place, body is not None)
        )


def _meeting_body(doc: Doc, head: list[Entity]) -> Entity | None:
    """The body that met: the one the facts of the paper name, else the only committee of its head."""
    name = getattr(doc._.facts, "body", None)
    if name:
        folded = fold(name).lower()
        for entity in doc._.organisations or []:
            if entity.name.lower() == folded or folded in (other.lower() for other in entity.other_names):
                return entity  # type: ignore[no-any-return]
    committees = {id(entity): entity for entity in head if entity.kind in _COMMITTEES}
    return next(iter(committees.values())) if len(committees) == 1 else None


def _add(entity: Entity, post: Post) -> None:
    """Adds a post that says more than those already there; drops one that says less."""
    for index, old in enumerate(entity.posts):
        if not _same_role(old.role, post.role):
            continue
        if post.organisation is None or old.organisation is post.organisation:
            return
        if old.organisation is None:
            entity.posts[index] = post
            return
    if post.role is None and any(old.organisation is post.organisation for old in entity.posts):
        return
    for index, old in enumerate(entity.posts):
        if old.role is None and old.organisation is post.organisation and post.role is not None:
            entity.posts[index] = post
            return
    entity.posts.append(post)


def _same_role(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left is right
    return _plain(left) == _plain(right)


def _plain(role: str) -> str:
    return " ".join(re.findall(r"\w+", role.lower().replace("&", "and")))


def fold(words: str) -> str:
    """White space folded, emphasis marks dropped."""
    return " ".join(words.replace("*", " ").split())
