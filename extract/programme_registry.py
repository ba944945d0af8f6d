"""The programmes of one paper: one entity a programme, whatever the spelling or the order of the words of its name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from extract.entities import Entity, Place
from extract.organisation_registry import initials
from extract.organisation_words import body_words, singular
from extract.programme_names import ProgrammeName, programme_words
from extract.records import ProgrammeKind

_SMALL = frozenset({"for", "the", "of", "and", "in"})


@lru_cache(maxsize=10_000)
def programme_key(name: str) -> str:
    """The key under which all spellings of one name fall: capitals, "&", hyphens, plural, "draft" and "new" before it."""
    folded = re.sub(r"[’'](?=s?\b)", "", name.lower()).replace("&", " and ")
    parts = re.sub(r"[^\w\s]", " ", folded).split()
    if parts and parts[0] in ("the", "draft", "new") and len(parts) > 2 and parts[1] != "models":
        parts = parts[1:]
    return " ".join([*parts[:-1], singular(parts[-1])]) if parts else ""


@lru_cache(maxsize=10_000)
def without_years(key: str) -> str:
    """A key without the years at its end."""
    return re.sub(r"(?:\s\d{2,4})+$", "", key)


@dataclass(eq=False)
class Programme:
    """An entity in the making, with the names that are its mentions."""

    entity: Entity
    kind: ProgrammeKind
    key: str
    names: list[ProgrammeName] = field(default_factory=list)


class Programmes:
    """The programmes found so far, by key and by the letters of their acronyms."""

    def __init__(self) -> None:
        self.found: list[Programme] = []
        self.by_key: dict[str, Programme] = {}
        self.acronyms: dict[str, Programme] = {}

    def open(self, name: str, kind: ProgrammeKind) -> Programme:
        """A new programme without a mention yet."""
        programme = Programme(Entity("programmes", name, kind), kind, programme_key(name))
        self.found.append(programme)
        self.by_key[programme.key] = programme
        return programme

    def add(self, name: ProgrammeName) -> Programme:
        """The programme that the name names, made where there is none yet; the name becomes a mention of it."""
        programme = self.by_key.get(programme_key(name.name)) or self.open(name.name, name.kind)
        programme.names.append(name)
        return programme

    def merge(self, short: Programme, into: Programme) -> None:
        """Makes `short` another form of `into`."""
        into.names.extend(short.names)
        self.found.remove(short)
        for table in (self.by_key, self.acronyms):
            for key, value in list(table.items()):
                if value is short:
                    table[key] = into

    def merge_variants(self) -> None:
        """Joins names that differ in the order of their words, in an acronym for some of them, or in one word of many."""
        for programme in sorted(self.found, key=lambda found: len(found.key)):
            longer = [o for o in self.found if o is not programme and len(o.key) >= len(programme.key)]
            same = [other for other in longer if self._is_variant(programme.key, other.key)]
            if len(same) == 1 and programme in self.found:
                self.merge(programme, same[0])

    def _is_variant(self, short: str, long: str) -> bool:
        left, right = short.split(), long.split()
        if sorted(set(left) - _SMALL) == sorted(set(right) - _SMALL):
            return True
        if len(left) > 1 and len(left[0]) > 2 and right[1 - len(left) :] == left[1:]:
            if initials(" ".join(right[: 1 - len(left)])).startswith(left[0]):
                return True  # "RBR Programme", "Rural Bridges Renewal Programme"
        defined = self.acronyms.get(left[0])
        if len(left) == 2 and defined is not None and defined.key == long and left[1] in programme_words().nouns:
            return True  # "RBRP plan", where RBRP is defined
        front = len(left) - 1
        if right[:front] == left[:-1] and len(left[-1]) > 2 and initials(" ".join(right[front:])) == left[-1]:
            return True  # "North Kell STP"
        return (
            len(left) >= 5
            and left[0] == right[0]
            and left[-1] == right[-1]
            and set(left) < set(right)
            and len(right) - len(left) == 1
        )

    def merge_suffixes(self) -> None:
        """Makes a name that is the unmistakable end of one fuller name, or lacks only its years or place, another form of it."""
        for programme in sorted(self.found, key=lambda found: len(found.key)):
            if len(programme.key.split()) < 2:
                continue
            fuller = [other for other in self.found if other is not programme and _is_end(programme.key, other.key)]
            if len(fuller) == 1:
                self.merge(programme, fuller[0])

    def bare_forms(self) -> Iterator[tuple[Programme, str]]:
        """Names without their last noun that still are names: "Care Nearer to You" of "Care Nearer to You Programme"."""
        for programme in self.found:
            for stem in sorted({name.name.rsplit(" ", 1)[0] for name in programme.names if _has_brand(name)}):
                yield programme, stem


def _is_end(short: str, long: str) -> bool:
    return long.endswith(" " + short) or without_years(long) == short or long.startswith(short + " for ")


def _has_brand(name: ProgrammeName) -> bool:
    """Whether the name without its last noun is a name still: three words or more with a small one, and not all subjects."""
    words = name.name.split()[:-1]
    if (
        len(words) < 3
        or name.acronym
        or name.kind not in ("programme", "project", "initiative", "scheme")
        or "for" in words
    ):
        return False
    own = any(word[0].isupper() and word.lower() not in body_words().subjects for word in words)
    return own and any(word[0].islower() for word in words)


def finish(programmes: Programmes) -> list[Entity]:
    """The entities with their names and mentions, in the order of the text."""
    found = (programme for programme in programmes.found if programme.names)
    return sorted((_finished(programme) for programme in found), key=lambda entity: entity.mentions[0].start)


def _finished(programme: Programme) -> Entity:
    entity = programme.entity
    names = sorted(programme.names, key=lambda name: (name.start, name.end))
    proper = [name for name in names if not name.generic] or names
    best = max(proper, key=lambda name: (not name.acronym, not name.name.isupper(), len(name.name), -name.start))
    entity.name, entity.name_place = best.name, Place(best.start, best.end)
    entity.kind = programme.kind if best.acronym else best.kind
    entity.mentions = [Place(name.start, name.end) for name in names]
    for name in names:
        if not name.generic and name.name != entity.name:
            entity.other_names.setdefault(name.name, Place(name.start, name.end))
    return entity
