"""The bodies of one paper: one entity a body, whatever the spelling of its name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from extract.acronyms import letters_of
from extract.entities import Entity, Place
from extract.organisation_names import BodyName
from extract.organisation_words import body_words, singular

_JOINS = frozenset({"and", "of", "for", "the", "in", "&"})


@lru_cache(maxsize=10_000)
def body_key(name: str) -> str:
    """The key under which all spellings of one name fall: capitals, "&", hyphens, plurals, CCG for its words."""
    words = body_words()
    folded = re.sub(r"[’']s\b|[’']", "", name.lower()).replace("&", " and ")
    parts = re.sub(r"[^\w\s]", " ", folded).split()
    expanded = " ".join(words.same_words.get(part, part) for part in parts[parts[:1] == ["the"] :]).split()
    expanded = [part for part in expanded if part != "s"]
    while len(expanded) > 2 and expanded[-1] in words.company_endings:
        expanded.pop()
    if "healthwatch" in expanded:
        return " ".join(sorted(expanded))
    return " ".join(singular(part) if len(part) > 4 else part for part in expanded)


@lru_cache(maxsize=10_000)
def initials(name: str, *, joins: bool = False) -> str:
    """The first letters of the words of a name in small letters; of joining words only where `joins` says so."""
    parts = re.split(r"[\s/-]+", re.sub(r"[’',()]", "", name))
    return "".join(part[0].lower() for part in parts if part and (joins or part.lower() not in _JOINS))


def is_initials(acronym: str, name: str) -> bool:
    """Whether the acronym is made of the first letters of the words of the name, of "Trust" and the like also without them."""
    letters = letters_of(acronym)
    forms = {initials(name), initials(name, joins=True)}
    if name.split()[-1].lower() in body_words().acronym_endings:
        forms |= {form[:-1] for form in forms if len(form) > 4}
    return len(letters) >= 3 and letters in forms


def is_slip(left: str, right: str) -> bool:
    """Whether two acronyms of four letters or more differ by two neighbouring letters swapped: a slip of the typist."""
    if len(left) != len(right) or len(left) < 4:
        return False
    at = next((k for k in range(len(left) - 1) if left[k] != right[k]), None)
    return at is not None and left[:at] + left[at + 1] + left[at] + left[at + 2 :] == right


def is_acronym(name: str) -> bool:
    """Whether a name is one word with two capitals or more."""
    return " " not in name and sum(letter.isupper() for letter in name) >= 2


@dataclass(eq=False)
class Body:
    """An entity in the making, with the names that are its mentions."""

    entity: Entity
    key: str
    names: list[BodyName] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)

    @property
    def only_plural(self) -> bool:
        """Whether every name is a plural: "AKM CCGs"."""
        return all(name.plural for name in self.names)


class Registry:
    """The bodies found so far, by key and by the letters of their acronyms."""

    def __init__(self) -> None:
        self.by_key: dict[str, Body] = {}
        self.bodies: list[Body] = []
        self.acronyms: dict[str, Body] = {}

    def add(self, name: BodyName) -> Body:
        """The body that the name names, made where there is none yet; the name becomes a mention of it."""
        key = body_key(name.name)
        body = self.by_key.get(key)
        if body is None:
            body = Body(Entity("organisations", name.name, name.kind), key)
            self.by_key[key] = body
            self.bodies.append(body)
        body.names.append(name)
        return body

    def others(self, body: Body) -> Iterable[Body]:
        """All bodies but one."""
        return (other for other in self.bodies if other is not body)

    def merge(self, short: Body, into: Body) -> None:
        """Makes `short` another form of `into`."""
        if short is into:
            return
        into.names.extend(short.names)
        into.acronyms |= short.acronyms
        for table in (self.by_key, self.acronyms):
            for key, body in list(table.items()):
                if body is short:
                    table[key] = into
        self.bodies.remove(short)
        for body in self.bodies:
            if body.entity.parent is short.entity:
                body.entity.parent = into.entity
        into.entity.parent = into.entity.parent or short.entity.parent
        if into.entity.parent is into.entity:
            into.entity.parent = None

    def set_parent(self, child: Body, parent: Body) -> None:
        """Makes `child` part of `parent`, unless it has a parent already or the two would hold each other."""
        above: Entity | None = parent.entity
        while above is not None:
            if above is child.entity:
                return
            above = above.parent
        if child.entity.parent is None:
            child.entity.parent = parent.entity


def finish(registry: Registry) -> list[Entity]:
    """The entities with their names and mentions, in the order of the text."""
    return sorted(
        (_finished(body) for body in registry.bodies),
        key=lambda entity: (entity.mentions[0].start, entity.name_place.start),
    )


def _finished(body: Body) -> Entity:
    entity = body.entity
    names = sorted(body.names, key=lambda name: (name.start, name.end))
    proper = [name for name in names if not name.generic] or names
    fuller = [name for name in proper if not name.plural and not is_acronym(name.name)] or proper
    best = max(
        fuller,
        key=lambda name: (
            " s " not in name.name,
            not name.name.isupper() or is_acronym(name.name),
            len(name.name),
            -name.start,
        ),
    )
    entity.name, entity.name_place, entity.kind = best.name, Place(best.start, best.end), best.kind
    entity.mentions = [Place(name.start, name.end) for name in names]
    for name in names:
        if not name.generic and not name.joined and name.name != entity.name:
            entity.other_names.setdefault(name.name, Place(name.start, name.end))
    return entity
