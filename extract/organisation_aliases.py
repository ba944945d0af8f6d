"""Which names of a paper mean one body: acronyms within names, owners before them, names cut short, and short forms.

"Liaison Committee" is "Mill Lane Liaison Committee" where only one body ends so. "The Council" or "the Board" is a mention where
only one body can be meant, and never an entity of its own.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from rapidfuzz.distance import Levenshtein

from extract import vocabulary
from extract.acronyms import letters_of
from extract.organisation_names import BodyName
from extract.organisation_registry import Body, Registry, body_key, initials, is_initials
from extract.organisation_words import body_words


def merge_misspelt(registry: Registry) -> None:
    """Joins names that differ by a joining word or, where both are long, by one letter: slips of the typist."""
    for body in sorted(registry.bodies, key=lambda body: len(body.names)):
        near = [o for o in registry.others(body) if o.entity.kind == body.entity.kind and _is_near(body.key, o.key)]
        if len(near) == 1:
            registry.merge(body, near[0])


def _is_near(left: str, right: str) -> bool:
    if abs(len(left) - len(right)) > 4 or left[:1] != right[:1]:
        return False
    if [part for part in left.split() if part != "and"] == [part for part in right.split() if part != "and"]:
        return True
    return (
        min(len(left), len(right)) > 11
        and not any(c.isdigit() for c in left + right)
        and Levenshtein.distance(left, right, score_cutoff=1) == 1
    )


def merge_acronym_parts(registry: Registry) -> None:
    """Joins names of which one has an acronym for words of the other, at its front or end.

    "ICP Steering Group" is "Integrated Care Partnership Steering Group"; "Marsh ALC" is "Marsh Association of Local Councils".
    """
    for body in list(registry.bodies):
        first, *rest = body.entity.name.split()
        if not rest:
            continue
        if first.isupper() and len(letters_of(first)) >= 2:
            tail = " " + body_key(" ".join(rest))
            same = [
                o
                for o in registry.others(body)
                if o.key.endswith(tail) and initials(o.key[: -len(tail)]) == letters_of(first)
            ]
        elif rest[-1].isupper() and len(rest[-1]) > 2:
            front = body_key(" ".join([first, *rest[:-1]])) + " "
            same = [
                o
                for o in registry.others(body)
                if o.key.startswith(front) and initials(o.key[len(front) :]) == letters_of(rest[-1])
            ]
        else:
            continue
        if len(same) == 1:
            registry.merge(body, same[0])


def merge_inner_acronyms(registry: Registry) -> None:
    """Joins names of which one has an acronym amid its words: "Ashby EP Liaison Board" is "Ashby Early Planning Liaison Board"."""
    for body in list(registry.bodies):
        parts = body.entity.name.split()
        inner = [k for k in range(1, len(parts) - 1) if parts[k].isupper() and len(letters_of(parts[k])) >= 2]
        if len(inner) != 1:
            continue
        front, tail = body_key(" ".join(parts[: inner[0]])) + " ", " " + body_key(" ".join(parts[inner[0] + 1 :]))
        letters = letters_of(parts[inner[0]])
        same = [
            o
            for o in registry.others(body)
            if o.key.startswith(front) and o.key.endswith(tail) and initials(o.key[len(front) : -len(tail)]) == letters
        ]
        if len(same) == 1:
            registry.merge(body, same[0])


def merge_turned(registry: Registry) -> None:
    """Joins a name with its place behind to the one with it in front: "Water Panel for Ashby" is "Ashby Water Panel"."""
    for body in list(registry.bodies):
        front, _, place = body.key.partition(" for ")
        turned = registry.by_key.get(f"{place} {front}") if place else None
        if turned is not None and turned is not body:
            registry.merge(body, turned)


def merge_partnership_groups(registry: Registry) -> None:
    """Joins "Harbour Care Partnership Group", named once, to the partnership of that name, where the paper has no group of its own;
    and "Joint Buying Executive" to the "Joint Buying Executive Group" that it is short for.
    """
    for body in list(registry.bodies):
        longer = registry.by_key.get(f"{body.key} group") if body.key.endswith(" executive") else None
        if longer is not None:
            registry.merge(body, longer)
            continue
        if not body.key.endswith(" partnership group") or len(body.names) > 1:
            continue
        whole = registry.by_key.get(body.key.removesuffix(" group"))
        if whole is not None and whole.entity.kind == "partnership" and len(whole.names) > 2:
            registry.merge(body, whole)


def set_bodies_of(registry: Registry) -> None:
    """Makes "Governing Body of Ashby CCG" and "Trust Board of Mid Trust" part of the body after "of"."""
    for body in registry.bodies:
        front, _, owner = body.key.partition(" of ")
        owner = owner.removeprefix("the ")
        whole = registry.by_key.get(owner) or registry.acronyms.get(owner)
        if whole is None or whole is body or not front.endswith(_ORGANS):
            continue
        registry.set_parent(body, whole)


#: Nouns of bodies that belong to the body named after "of".
_ORGANS = ("board", "governing body", "cabinet", "committee", "governor", "director", "executive")


def merge_owned(registry: Registry) -> None:
    """Joins "NKCC Cabinet" to "Cabinet", as part of the body for which NKCC stands."""
    for body in list(registry.bodies):
        first, *rest = body.entity.name.split()
        if not rest or not first.isupper() or len(first) < 3 or body.entity.parent is not None:
            continue
        letters = letters_of(first)
        owners = [o for o in registry.others(body) if letters in o.acronyms or is_initials(first, o.entity.name)]
        if len(owners) != 1:
            continue
        whole = registry.by_key.get(body_key(" ".join(rest)), body)
        if whole is not owners[0]:
            registry.set_parent(whole, owners[0])
            registry.merge(body, whole)


def merge_cut(registry: Registry) -> None:
    """Joins a name that breaks off after "of" ("Friends of Ashby") to the one that goes on ("Friends of Ashby Library")."""
    for body in list(registry.bodies):
        longer = [other for other in registry.bodies if " of " in body.key and other.key.startswith(body.key + " ")]
        if len(longer) == 1:
            registry.merge(body, longer[0])


def merge_suffixes(registry: Registry, own: Body | None) -> None:
    """Makes a name that is the unmistakable end of one fuller name another form of it."""
    for body in sorted(registry.bodies, key=lambda body: len(body.key)):
        first, *rest = body.key.split()
        collective = body.only_plural and body.names[0].head in body_words().place
        if collective or not rest or first in ("cabinet", "nhs") or "healthwatch" in body.key:
            continue
        fuller = [o for o in registry.others(body) if o.key.endswith(" " + body.key) and not o.only_plural]
        if len(fuller) > 1 and own is not None and own in fuller:
            registry.merge(body, own)
        elif len(fuller) == 1 and (fuller[0] is own or _is_short_for(body.key, fuller[0].key)):
            registry.merge(body, fuller[0])


def _is_short_for(short: str, full: str) -> bool:
    """Whether the words that `full` has before `short` leave it the same body."""
    words = body_words()
    extra = full[: -len(short)].split()
    if extra[-1] in ("of", "for") or (extra[-1] == "and" and not all(part in words.subjects for part in extra[:-1])):
        return False
    return short not in _complete_names() or not any(part in words.subjects for part in extra)


@cache
def _complete_names() -> frozenset[str]:
    return frozenset(body_key(name) for name in vocabulary.words("organisations", "complete_names"))


@cache
def _council_words() -> re.Pattern[str]:
    return re.compile(
        rf"\b{vocabulary.alternation(name.lower() for name in vocabulary.words('organisations', 'council_words'))}\b"
    )


def council_place(key: str) -> str | None:
    """The place of a council's key: "barnwell" of "london borough of barnwell", "barnwell council", "barnwell local authority"."""
    place = " ".join(_council_words().sub(" ", key).split())
    return place if place and place != key else None


def merge_councils(registry: Registry) -> None:
    """Joins the forms of one council where the paper has only one council proper of that place."""
    places: dict[str, list[Body]] = {}
    for body in registry.bodies:
        if body.entity.kind == "council" and (place := council_place(body.key)):
            places.setdefault(place, []).append(body)
    for place, bodies in places.items():
        plain = [
            body
            for body in bodies
            if body.key in (f"{place} council", f"{place} local authority", f"{place} unitary authority")
        ]
        formal = [body for body in bodies if body not in plain]
        boroughs = [body for body in formal if "borough" in body.key]
        into = (boroughs or formal or plain)[0]
        certain = len(formal) <= 1 or len(boroughs) == len(formal)
        for body in bodies:
            if (body in plain and certain) or (body in boroughs and into in boroughs):
                registry.merge(body, into)


def resolve_generic(registry: Registry, names: Iterable[BodyName], own: Body | None) -> list[BodyName]:
    """Counts short forms ("the Council", "the Board") as mentions where only one body can be meant; gives back the others."""
    left = []
    for name in names:
        body = _meant(registry, name, own)
        if body is not None:
            body.names.append(name)
        else:
            left.append(name)
    return left


@cache
def _families() -> dict[str, frozenset[str]]:
    forms = vocabulary.load("organisations")["short_forms"]
    return {body_key(form): frozenset(kinds) for form, kinds in forms.items()}


def _meant(registry: Registry, name: BodyName, own: Body | None) -> Body | None:
    """The one body for which a short form can stand, or None."""
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
    family = _families().get(key, frozenset())
    if own is not None and own.entity.kind in family:
        return own
    alike = [body for body in registry.bodies if body.entity.kind in family]
    return alike[0] if len(alike) == 1 and not ending else None


def set_parents(registry: Registry, names: Sequence[BodyName]) -> None:
    """Sets the parent of each body whose name stands with its owner ("the CCG's Governing Body")."""
    named = {(name.start, name.end): body for body in registry.bodies for name in body.names}
    for name in names:
        child = named.get((name.start, name.end))
        parent = (
            named.get((name.parent.start, name.parent.end)) if name.parent is not None and not name.generic else None
        )
        if child is not None and parent is not None:
            registry.set_parent(child, parent)
