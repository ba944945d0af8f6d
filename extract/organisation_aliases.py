"""One entity a body: gathers the names found in a paper, with acronyms, other spellings and short forms.

Two names are one body when they fold to one key (capitals, "&", hyphens, CCG for Clinical Commissioning Group), when one is the
acronym of the other, or when one is the unmistakable end of the other ("Liaison Committee" of "Village Liaison Committee").
"The Council" or "the Board" is a mention where only one body can be meant, and never an entity.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.acronyms import letters_of
from extract.entities import Entity, Place
from extract.organisation_names import BodyName
from extract.organisation_words import body_words, singular
from extract.records import OrganisationKind

_JOINS = frozenset({"and", "of", "for", "the", "in", "&"})


def body_key(name: str) -> str:
    """The key under which all spellings of one name fall."""
    words = body_words()
    folded = re.sub(r"[’']s\b|[’']", "", name.lower()).replace("&", " and ")
    parts = re.sub(r"[^\w\s]", " ", folded).split()
    if parts and parts[0] == "the":
        parts = parts[1:]
    expanded = " ".join(words.same_words.get(part, part) for part in parts).split()
    expanded = [part for part in expanded if part != "s"]
    while len(expanded) > 2 and expanded[-1] in ("ltd", "limited", "plc", "ips"):
        expanded.pop()
    if "healthwatch" in expanded:
        return " ".join(sorted(expanded))
    return " ".join(singular(part) if len(part) > 4 else part for part in expanded)


@dataclass(eq=False)
class Body:
    """An entity in the making, with the names that are its mentions."""

    entity: Entity
    key: str
    names: list[BodyName] = field(default_factory=list)
    acronyms: set[str] = field(default_factory=set)


class Registry:
    """The bodies of one paper."""

    def __init__(self) -> None:
        self.by_key: dict[str, Body] = {}
        self.bodies: list[Body] = []
        self.acronyms: dict[str, Body] = {}
        self.parents: list[tuple[BodyName, BodyName]] = []

    def add(self, name: BodyName) -> Body:
        """The body that the name names, made where there is none yet."""
        key = body_key(name.name)
        body = self.by_key.get(key)
        if body is None:
            body = Body(Entity("organisations", name.name, name.kind), key)
            self.by_key[key] = body
            self.bodies.append(body)
        self.mention(body, name)
        return body

    def mention(self, body: Body, name: BodyName) -> None:
        """Counts the name among the mentions of the body."""
        body.names.append(name)

    def merge(self, short: Body, into: Body) -> None:
        """Makes `short` another form of `into`."""
        if short is into:
            return
        into.names.extend(short.names)
        into.acronyms |= short.acronyms
        for key, body in list(self.by_key.items()):
            if body is short:
                self.by_key[key] = into
        for acronym, body in list(self.acronyms.items()):
            if body is short:
                self.acronyms[acronym] = into
        self.bodies.remove(short)

    def body_of(self, name: BodyName) -> Body | None:
        """The body of which the name is a mention."""
        return next((body for body in self.bodies if any(n is name for n in body.names)), None)


def initials(name: str, *, joins: bool = False) -> str:
    """The first letters of the words of a name in small letters; of joining words only where `joins` says so."""
    parts = re.split(r"[\s/-]+", re.sub(r"[’',()]", "", name))
    return "".join(part[0].lower() for part in parts if part and (joins or part.lower() not in _JOINS))


def is_initials(acronym: str, name: str) -> bool:
    """Whether the acronym is made of the first letters of the words of the name, of "Trust" and "Service" also without them."""
    letters = letters_of(acronym)
    forms = {initials(name), initials(name, joins=True)}
    if name.split()[-1].lower() in ("trust", "service", "council", "limited", "ltd", "committee"):
        forms |= {form[:-1] for form in forms if len(form) > 4}
    return len(letters) >= 3 and letters in forms


def merge_acronym_starts(registry: Registry) -> None:
    """Joins "ICP Steering Group" to "Integrated Care Partnership Steering Group": an acronym for the first words of a name."""
    for body in list(registry.bodies):
        first, *rest = body.entity.name.split()
        letters = letters_of(first)
        if rest and rest[-1].isupper() and len(rest[-1]) > 2:
            head = body_key(" ".join([first, *rest[:-1]]))
            spelt = [
                o
                for o in registry.bodies
                if o is not body
                and o.key.startswith(head + " ")
                and initials(o.key[len(head) :].strip()) == letters_of(rest[-1])
            ]
            if len(spelt) == 1:
                registry.merge(body, spelt[0])
                continue
        if not rest or not first.isupper() or len(letters) < 2:
            continue
        tail = body_key(" ".join(rest))
        whole = [
            o
            for o in registry.bodies
            if o is not body and o.key.endswith(" " + tail) and initials(o.key[: -len(tail)].strip()) == letters
        ]
        if len(whole) == 1:
            registry.merge(body, whole[0])


def same_letters_swapped(left: str, right: str) -> bool:
    """Whether two acronyms of four letters or more differ only by two neighbouring letters swapped: a slip of the typist."""
    if len(left) != len(right) or len(left) < 4 or left == right:
        return False
    differing = [k for k in range(len(left)) if left[k] != right[k]]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and left[differing[0]] == right[differing[1]]
        and left[differing[1]] == right[differing[0]]
    )


def merge_cut(registry: Registry) -> None:
    """Joins a name after "of" that breaks off ("Friends of Ashby County") to the one that goes on ("Friends of Ashby County Library")."""
    for body in list(registry.bodies):
        if " of " not in body.key:
            continue
        longer = [other for other in registry.bodies if other.key.startswith(body.key + " ")]
        if len(longer) == 1:
            registry.merge(body, longer[0])


def merge_suffixes(registry: Registry, own: Body | None) -> None:
    """Makes a name that is the unmistakable end of one fuller name another form of it."""
    words = body_words()
    for body in sorted(registry.bodies, key=lambda body: len(body.key)):
        if all(name.plural for name in body.names) and body.names[0].head in body_words().place:
            continue
        if (
            body not in registry.bodies
            or body.key.split()[0] in ("cabinet", "nhs")
            or len(body.key.split()) < 2
            or "healthwatch" in body.key
        ):
            continue
        fuller = [
            other
            for other in registry.bodies
            if other is not body and other.key.endswith(" " + body.key) and not all(n.plural for n in other.names)
        ]
        if len(fuller) != 1:
            if own in fuller and own is not None:
                registry.merge(body, own)
            continue
        extra = fuller[0].key[: -len(body.key)].split()
        if extra[-1] in ("of", "for") or (
            extra[-1] == "and" and not all(part in words.subjects for part in extra[:-1])
        ):
            continue
        if body.key in _OWN_NAMES and any(part in words.subjects for part in extra):
            continue
        registry.merge(body, fuller[0])


#: Names complete in themselves, so that a longer one with a subject before it is another body.
_OWN_NAMES = frozenset(
    "scrutiny committee|overview and scrutiny committee|planning committee|audit committee|standards committee|licensing committee|scrutiny panel|"
    "overview and scrutiny sub committee|scrutiny sub committee|executive group|steering group|commissioning group|programme board|health board|partnership board|"
    "commissioning board|policy committee|strategic policy committee|scrutiny commission|care trust|management group|working group|support team|finance committee|resources committee|personnel committee|joint committee|oversight board".split(
        "|"
    )
)

_COUNCIL_WORDS = re.compile(
    r"\b(?:london borough of|royal borough of|metropolitan borough of|borough council of|borough of|city and county council|borough council|county council|city council|district council|"
    r"metropolitan district council|council|local authority|unitary authority|corporation)\b"
)


def council_place(key: str) -> str | None:
    """The place of a council's key: "barnwell" of "london borough of barnwell", "barnwell council" and "barnwell local authority"."""
    if not _COUNCIL_WORDS.search(key):
        return None
    place = " ".join(_COUNCIL_WORDS.sub(" ", key).split())
    return place or None


def merge_councils(registry: Registry) -> None:
    """Joins the forms of one council where the paper has only one council proper of that place."""
    places: dict[str, list[Body]] = {}
    for body in registry.bodies:
        if body.entity.kind == "council" and (place := council_place(body.key)):
            places.setdefault(place, []).append(body)
    for bodies in places.values():
        plain = [
            b
            for b in bodies
            if re.search(
                r"(?<!borough )(?<!county )(?<!city )(?<!district )council$|local authority$|unitary authority$", b.key
            )
        ]
        formal = [b for b in bodies if b not in plain]
        boroughs = [b for b in formal if "borough" in b.key]
        into = boroughs[0] if boroughs else (formal[0] if formal else plain[0])
        for body in bodies:
            if body is into:
                continue
            if (
                body in plain
                and (len(formal) <= 1 or len(boroughs) == len(formal))
                or (body in boroughs and into in boroughs)
            ):
                registry.merge(body, into)


def resolve_generic(registry: Registry, names: Iterable[BodyName], own: Body | None) -> list[BodyName]:
    """Counts short forms ("the Council", "the Board") as mentions where only one body can be meant; gives back the others."""
    left = []
    for name in names:
        body = _meant(registry, name, own)
        if body is not None:
            registry.mention(body, name)
        else:
            left.append(name)
    return left


_FAMILIES: dict[str, frozenset[OrganisationKind]] = {
    "committee": frozenset({"committee", "sub_committee", "joint_committee"}),
    "sub-committee": frozenset({"sub_committee"}),
    "council": frozenset({"council"}),
    "local authority": frozenset({"council"}),
    "panel": frozenset({"panel"}),
    "board": frozenset({"board"}),
    "governing body": frozenset({"board"}),
    "cabinet": frozenset({"cabinet"}),
    "executive": frozenset({"cabinet"}),
}


def _meant(registry: Registry, name: BodyName, own: Body | None) -> Body | None:
    if name.plural:
        return None
    key = body_key(name.name)
    if key in registry.by_key:
        return registry.by_key[key]
    ending = [body for body in registry.bodies if body.key.endswith(" " + key)]
    if own is not None and own in ending:
        return own
    if len(ending) == 1:
        return ending[0]
    family = _FAMILIES.get(key)
    if family is None:
        return None
    if own is not None and own.entity.kind in family:
        return own
    alike = [body for body in registry.bodies if body.entity.kind in family]
    return alike[0] if len(alike) == 1 and not ending else None


def finish(registry: Registry, text: str) -> list[Entity]:
    """The entities with name, other names and mentions in the order of the text."""
    for body in registry.bodies:
        names = [name for name in body.names if name.start < name.end]
        proper = [name for name in names if not name.generic] or names
        proper = [name for name in proper if not name.plural and not _is_acronym(name.name)] or proper
        best = max(
            proper,
            key=lambda name: (
                not name.name.isupper() or len(name.name) < 7,
                not _is_acronym(name.name),
                len(name.name),
                -name.start,
            ),
        )
        entity = body.entity
        entity.name, entity.name_place, entity.kind = best.name, Place(best.start, best.end), best.kind
        entity.mentions = [
            Place(name.start, name.end) for name in sorted(names, key=lambda name: (name.start, name.end))
        ]
        for name in sorted(names, key=lambda name: name.start):
            if not name.generic and not name.joined and name.name != entity.name:
                entity.other_names.setdefault(name.name, Place(name.start, name.end))
    return [body.entity for body in sorted(registry.bodies, key=lambda body: body.entity.mentions[0].start)]


def merge_owned(registry: Registry) -> None:
    """Joins "KCC Cabinet" to "Cabinet", as part of the body for which KCC stands."""
    for body in list(registry.bodies):
        first, *rest = body.entity.name.split()
        if not rest or not first.isupper() or len(first) < 3:
            continue
        owners = [
            o
            for o in registry.bodies
            if o is not body and (is_initials(first, o.entity.name) or letters_of(first) in o.acronyms)
        ]
        other = registry.by_key.get(body_key(" ".join(rest)))
        if len(owners) == 1 and body.entity.parent is None:
            into = other if other is not None and other is not body else body
            if into.entity.parent is None and into is not owners[0]:
                into.entity.parent = owners[0].entity
            if into is not body:
                registry.merge(body, into)


def _is_acronym(name: str) -> bool:
    return " " not in name and sum(letter.isupper() for letter in name) >= 2


def parents_of(registry: Registry, names: Sequence[BodyName]) -> None:
    """Sets the parent of each entity whose name stands with its owner ("the CCG's Governing Body")."""
    owner = {id(name): body for body in registry.bodies for name in body.names}
    for name in names:
        if name.parent is None:
            continue
        child, parent = owner.get(id(name)), owner.get(id(name.parent))
        if (
            child is not None
            and parent is not None
            and child is not parent
            and child.entity.parent is None
            and not _under(parent.entity, child.entity)
        ):
            child.entity.parent = parent.entity


def _under(entity: Entity, other: Entity) -> bool:
    """Whether `entity` is part of `other`, directly or not."""
    seen: Entity | None = entity
    while seen is not None:
        if seen is other:
            return True
        seen = seen.parent
    return False
