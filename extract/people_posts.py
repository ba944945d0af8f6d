"""What the paper says a person is, and at which body: one `Post` each, with the places of the words (conventions 95 to 119).

Where a list of those present leaves the body out it is the body that met; officers in attendance belong to the authority whose
heading stands over the paper, where there is just one. Everything else is left blank.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from extract import vocabulary
from extract.attendance import Listing
from extract.entities import Entity, Place, Post
from extract.people_cues import Judge
from extract.people_identity import Group, is_councillor
from extract.people_names import Name
from extract.people_role_words import EMPLOYERS, has_noun, is_chair, is_vice_chair
from extract.people_surroundings import BodyMention, Surroundings

#: How much of the beginning of a paper is its head, in characters, and how much its first words.
_HEAD = 1500
_NEAR = 400
_MEETING_OF = re.compile(r"\b(?:meeting|minutes|proceedings|agenda)\b[^.;]{0,60}?\bof\s+(?:the\s+)?$", re.IGNORECASE)
_HELD = re.compile(r"(?:['’]s)?[^.;\n]{0,60}\b(?:meeting\b|held\b|minutes\b)", re.IGNORECASE)
_COMMITTEES = frozenset(
    {"committee", "sub_committee", "board", "panel", "cabinet", "joint_committee", "partnership", "group"}
)
#: Bodies other than councils and committees that keep minutes of their own.
_OTHER_OWNERS = frozenset({"nhs_body", "provider", "charity", "company", "other_body", "school", "police", "network"})
#: The short form by which county councils call themselves.
_COUNTY = re.compile(r"(?!CCC)[A-Z]CC")
#: Councils that are no authorities.
_OF_THE_YOUNG = re.compile(r"\b(?:Children|Young|Youth|Student|School|in\s+Care)\b", re.IGNORECASE)
_OTHER_TIER = re.compile(r"\b(county|district|borough|city|unitary)\s+$", re.IGNORECASE)
_TITLES = ("Mayor", "Leader", "Superintendent", "Inspector")
_IN_CHAIR = re.compile(r"(chair\w*)[\s:*]*$", re.IGNORECASE)


@cache
def _council_offices() -> re.Pattern[str]:
    return re.compile(vocabulary.alternation(vocabulary.words("people", "council_offices")), re.IGNORECASE)


#: The next name of a list ("D Hale, L Nurse") and what an item is about are no offices.
_NO_OFFICE = re.compile(r"(?:[A-Z]\.?\s){1,3}[A-Z][a-z]+$|(?:Re-)?(?:Election|Appointment|Nomination)s?\s+(?:of|to)\b")
#: Who is answered, where the one who answers follows.
_ANSWERED = re.compile(
    r"\b(?:in\s+(?:response|reply|answer)|responding|replying)\s+to\s+(?:[\w’'-]+\s+){0,6}$", re.IGNORECASE
)
#: Offices of policing: nobody's of a council, though its panel hears them.
_OF_POLICE = re.compile(r"\b(?:Police(?:,\s+Fire)?\s+and\s+Crime\s+Commissioner|Chief\s+Constable)$", re.IGNORECASE)


class Posts:
    """Fills in the posts of the people of one paper."""

    def __init__(
        self,
        doc: Doc,
        around: Surroundings,
        listed: Mapping[Name, Listing],
        judge: Judge,
        surnames: Collection[str],
    ) -> None:
        self.around, self.listed, self.judge, self.surnames = around, listed, judge, surnames
        self.text = around.text
        first_list = min((name.start for name in listed), default=_HEAD)
        above = [body for body in around.bodies if body.start < min(first_list, 2 * _HEAD)]
        met = getattr(doc._.facts, "places", {}).get("body")
        heads = [
            body
            for body in above
            if _stands_as_head(self.text, body) or (met is not None and body.start < met.end and met.start < body.end)
        ]
        met_body = _meeting_body(doc, heads)
        self.authority = met_body if met_body is not None and met_body.kind == "council" else _authority(heads)
        joint = met_body is not None and re.search(r"\bjoint\b", met_body.name, re.IGNORECASE) is not None
        self.employer = self.authority or (None if joint else _dominant_council(around.bodies))
        self.body = met_body or self.authority
        sent = [name for name in listed if any(role.bodies for role in judge.roles.get(name, ()))]
        self.delegates = len(sent) > 3 and len(sent) > 0.5 * sum(
            listing in ("present", "chair") for listing in listed.values()
        )
        if getattr(doc._.facts, "kind", None) == "report":
            self.body = None  # whom a report lists sits on the bodies of which it tells, and is at no meeting
        if self.body is not None and self.body.kind == "cabinet":
            self.body = self.authority or self.body

    def fill(self, entity: Entity, group: Group) -> None:
        """Writes `entity.posts` from every mention of the person."""
        for name in group.names:
            for post in self._stated(entity, name):
                _add(entity, post)
        _join_title(entity)
        self._from_lists(entity, group)
        self._councillor(entity, group)

    def _stated(self, entity: Entity, name: Name) -> Iterable[Post]:
        place = Place(name.outer_start, name.end)
        mention = self.judge.lists.body_of(name)
        listed = (mention.entity, Place(mention.start, mention.end)) if mention is not None else None
        before = self.judge.before.get(name)
        roles = [*self.judge.roles.get(name, []), *([before] if before is not None else [])]
        if not roles:
            roles = self.judge.lists.roles_of_row(name)
        for role in roles:
            if role.start is not None and self._is_anothers(role.start, role.end or role.start):
                continue  # "a question from Cllr Bhatt, Area Manager Strick advised"
            words = None if role.start is None else fold(self.text[role.start : role.end or role.start])
            if words is not None and _NO_OFFICE.match(words):
                continue
            answered = _ANSWERED.search(self.text, max(0, name.outer_start - 60), name.outer_start)
            between = self.text[name.end : role.start] if role.start is not None else ""
            if answered is not None and re.fullmatch(r",\s+[Tt]he\s+", between):
                continue  # "In response to Cllr Vale, the Treasurer said": another's office
            role_place = None if role.start is None else Place(role.start, role.end or role.start)
            if role.bodies:
                from_list = words is None and self.listed.get(name) is not None
                for body, where in role.bodies:
                    yield Post(entity, words, role_place, body, where, place, from_list)
            elif words is not None:
                yield self._with_default_body(entity, words, role_place, name, listed, of_meeting=role.of_meeting)
        cell = self.judge.lists.role_of_first_cell(name)
        if cell is not None and not any(role.start is not None for role in roles):
            office = fold(self.text[cell[0] : cell[1]])
            yield Post(
                entity, office, Place(*cell), listed[0] if listed else None, listed[1] if listed else None, place
            )
        elif listed is not None and not roles:
            yield Post(entity, None, None, *listed, place, self.listed.get(name) is not None)

    def _is_anothers(self, start: int, end: int) -> bool:
        """Whether an office ends with the surname of somebody: it is theirs."""
        words = self.text[start:end].split()
        return len(words) > 1 and words[-1] in self.surnames and not has_noun(words[-1]) and has_noun(words[-2])

    def _with_default_body(
        self,
        entity: Entity,
        words: str,
        role_place: Place | None,
        name: Name,
        list_body: tuple[Entity, Place] | None,
        *,
        of_meeting: bool,
    ) -> Post:
        """A role whose body is not named beside it: that of the list, of the meeting, or of the paper's heading."""
        place = Place(name.outer_start, name.end)
        presides = is_chair(words) or is_vice_chair(words)
        if list_body is not None and presides and self.body is not None and list_body[0].kind in EMPLOYERS:
            # "Ashby Council: Cllr Ann Vale (Joint Chair)": of the meeting to which the council sends its members
            return Post(entity, words, role_place, self.body, self.body.name_place, place, True)
        if list_body is not None:
            return Post(entity, words, role_place, *list_body, place)
        listing = self.listed.get(name)
        at_meeting = of_meeting or (listing in ("present", "chair") and presides)
        body = self.body if at_meeting else self._employer_of(words, name, listing)
        return Post(entity, words, role_place, body, body.name_place if body is not None else None, place, at_meeting)

    def _employer_of(self, words: str, name: Name, listing: Listing | None) -> Entity | None:
        """The authority whose paper it is, for those whom it can only be."""
        if _OF_POLICE.search(words):
            return None
        if listing in ("attending", "officers"):
            return self.employer
        if listing is not None:
            return self.authority
        if _council_offices().search(words):
            return self.employer
        return self.authority if name.cues & {"label", "contact"} else None

    def _from_lists(self, entity: Entity, group: Group) -> None:
        """In the chair, or listed as a member or an officer: what the list alone says."""
        for name in group.names:
            if self.listed.get(name) == "chair" and not any(post.role and is_chair(post.role) for post in entity.posts):
                self._in_the_chair(entity, name)
        listed = next(
            (name for name in group.names if self.listed.get(name) in ("present", "officers", "apologies")), None
        )
        if listed is None or entity.posts or is_councillor(listed):
            return
        as_officer = self.listed[listed] == "officers"
        body = self.employer if as_officer else self.body
        if self.delegates and self.listed[listed] == "apologies":
            return  # a meeting of people whom other bodies send: who is absent may come from anywhere
        if body is not None:
            place = Place(listed.outer_start, listed.end)
            entity.posts.append(Post(entity, None, None, body, body.name_place, place, True, as_officer))

    def _in_the_chair(self, entity: Entity, name: Name) -> None:
        before = _IN_CHAIR.search(self.text, max(0, name.outer_start - 40), name.outer_start)
        if before is not None and self.body is not None:
            place, role_place = Place(name.outer_start, name.end), Place(before.start(1), before.end(1))
            role = before[1].capitalize()
            _add(entity, Post(entity, role, role_place, self.body, self.body.name_place, place, True))

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
        tier = _OTHER_TIER.search(self.text, max(0, titled.title.start - 12), titled.title.start)
        foreign = tier is not None and (self.authority is None or tier[1].lower() not in self.authority.name.lower())
        listed = any(name in self.listed for name in group.names)
        body = (
            self.authority if listed and not foreign else None
        )  # "County Cllr Vale" at a parish council sits on another
        entity.posts.append(
            Post(
                entity,
                "Councillor",
                title,
                body,
                body.name_place if body is not None else None,
                place,
                body is not None,
            )
        )


def _stands_as_head(text: str, body: BodyMention) -> bool:
    """Whether a body is named as the one whose paper this is: on a line of its own, in the first words, or as the one that met."""
    line_start = text.rfind("\n", 0, body.start) + 1
    line_end = text.find("\n", body.end)
    line_end = len(text) if line_end < 0 else line_end
    before, after = text[line_start : body.start].strip(" *#\t"), text[body.end : line_end].strip(" *#\t")
    if len(before) + len(after) < 16:
        return True
    if not before and (len(after) < 60 or body.start < _NEAR):
        return True
    return _MEETING_OF.search(text, max(0, body.start - 90), body.start) is not None or bool(
        _HELD.match(text, body.end)
    )


def _authority(heads: list[BodyMention]) -> Entity | None:
    """The body whose paper it is: the first in its head that is no committee; a council there before any other."""
    councils = [body.entity for body in heads if body.entity.kind == "council"]
    if councils:
        return councils[0]
    return next((body.entity for body in heads if body.entity.kind in _OTHER_OWNERS and body.start < _NEAR), None)


def _dominant_council(bodies: Sequence[BodyMention]) -> Entity | None:
    """The one council of which a paper speaks throughout: its officers are in attendance at its committees."""
    counts = Counter(
        id(b.entity)
        for b in bodies
        if _COUNTY.fullmatch(b.entity.name)
        or (b.entity.kind == "council" and _OF_THE_YOUNG.search(b.entity.name) is None)
    )
    if not counts:
        return None
    (most, count), total = counts.most_common(1)[0], sum(counts.values())
    if count < 3 or count < 0.75 * total:
        return None
    return next(body.entity for body in bodies if id(body.entity) == most)


def _meeting_body(doc: Doc, heads: list[BodyMention]) -> Entity | None:
    """The body that met: the one the facts of the paper name, else the first committee of its head."""
    facts = doc._.facts
    name = getattr(facts, "body", None)
    if name:
        folded = fold(name).lower()
        for entity in doc._.organisations or []:
            if entity.name.lower() == folded or folded in (other.lower() for other in entity.other_names):
                return entity  # type: ignore[no-any-return]
        place = facts.places.get("body")
        for body in heads:
            if place is not None and body.start < place.end and place.start < body.end:
                return body.entity
    return next((body.entity for body in heads if body.entity.kind in _COMMITTEES), None)


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


def _join_title(entity: Entity) -> None:
    """An office before the name and the body behind it are one post: "Mayor Ann Vale, Ashby City Council"."""
    offices = [p for p in entity.posts if p.role is not None and p.organisation is None and p.role.endswith(_TITLES)]
    bare = [p for p in entity.posts if p.role is None and p.organisation is not None]
    if len(offices) == 1 and len(bare) == 1:
        office, body = offices[0], bare[0]
        office.organisation, office.organisation_place = body.organisation, body.organisation_place
        entity.posts.remove(body)


def _same_role(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left is right
    if is_chair(left) and is_chair(right):
        return True
    return _plain(left) == _plain(right)


def _plain(role: str) -> str:
    return " ".join(re.findall(r"\w+", role.lower().replace("&", "and")))


def fold(words: str) -> str:
    """White space folded, emphasis marks dropped."""
    return " ".join(words.replace("*", " ").split())
