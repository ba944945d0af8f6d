"""Where a name holds: in a nation, for one council, wherever it is said, or only among the papers of the council that says it.

"Health and Wellbeing Board" in the papers of two councils is two bodies; "Care Quality Commission" is one. A name says where it holds
by being on the list of national names, by being a council's own, or by holding an area or a word that only a proper name has.
Areas are learnt from the councils and from the names of councils that the papers hold: no gazetteer is kept.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from extract.councils import Council
from extract.records import Organisation, Programme
from graph import names, vocabulary

_OF = re.compile(r"^(?:(?:london|royal|metropolitan) borough|borough|city|county|district) of ")
_COUNCIL = re.compile(r"(?: (?:metropolitan|city|county|borough|district|town|parish|community|unitary))* council$")
_CCG = re.compile(r" (?:clinical commissioning group|integrated care board)$")


@dataclass(frozen=True)
class Identity:
    """What makes two names one: the room in which the name holds, and the name as a key."""

    room: str  #: nation, anywhere, council:<id> for a council itself, the id of a council, or paper:<id>
    key: str
    why: str  #: why two records of this identity are one, in words

    @property
    def is_local(self) -> bool:
        """Whether the name holds among the papers of one council or in one paper only."""
        return self.room not in ("nation", "anywhere") and not self.room.startswith("council:")


def area_of(name: str) -> str | None:
    """The area in the name of a council or commissioning group: "Mid Shire County Council" gives "mid shire"."""
    key = names.key_of(name)
    area = _CCG.sub("", _COUNCIL.sub("", _OF.sub("", key)))
    if area == key or not area or names.is_generic(area):
        return None
    return area


@cache
def _national(table: str) -> dict[str, str]:
    entries = vocabulary.load("national")[table]
    return {names.key_of(str(form)): names.key_of(str(entry[0])) for entry in entries for form in entry}


@cache
def _one_to_a_council() -> frozenset[str]:
    return frozenset(names.key_of(name) for name in vocabulary.phrases("one_to_a_council"))


@cache
def _regions() -> frozenset[str]:
    return frozenset(names.key_of(name) for name in vocabulary.phrases("regions"))


class Rooms:
    """Knows the councils and the areas that the papers name, and says where a name holds."""

    def __init__(self, councils: Sequence[Council], organisations: Iterable[Organisation]) -> None:
        self._own = {names.key_of(name): c.id for c in councils for name in c.names}
        self._area_of_council = self._council_areas(councils)
        learnt = {area_of(o.name) for o in organisations if o.classification in ("council", "nhs_body")}
        found = {area for area in learnt if area} | set(self._area_of_council) | _regions()
        self._areas = frozenset(found - vocabulary.words("not_areas"))
        self._longest = max((area.count(" ") + 1 for area in self._areas), default=1)

    @staticmethod
    def _council_areas(councils: Sequence[Council]) -> Mapping[str, str]:
        """Areas and own names by which a body is a council's; an area of two councils is nobody's."""
        found: dict[str, set[str]] = {}
        for council in councils:
            for name in council.names:
                for form in {area_of(name), names.key_of(name)} - {None}:
                    found.setdefault(str(form), set()).add(council.id)
        return {area: min(ids) for area, ids in found.items() if len(ids) == 1}

    def identity(self, record: Organisation | Programme) -> Identity:
        """Where the name of a record holds, and its key there."""
        key = names.key_of(record.name)
        national = _national(record.table).get(key)
        if national is not None:
            return Identity("nation", national, "the name of one national body or programme")
        if record.table == "organisations" and key in self._own:
            return Identity(f"council:{self._own[key]}", self._own[key], "a name that the council itself bears")
        own = self._of_one_council(key)
        if own is not None:
            return Identity(
                *own, "a body of which a council has one, named with the council's area or in its own papers"
            )
        if self.area_in(key) is not None:
            return Identity("anywhere", key, "the same full name, which says where it is")
        if self._is_proper(record, key):
            return Identity("anywhere", key, "the same full name, which no other body is likely to bear")
        if record.council is not None:
            return Identity(record.council, key, "the same name in papers of one council")
        return Identity(f"paper:{record.paper_id}", key, "the same name in one paper")

    def _of_one_council(self, key: str) -> tuple[str, str] | None:
        for form, council in self._area_of_council.items():
            if key.startswith(f"{form} "):
                rest = key[len(form) + 1 :].removeprefix("council ").removeprefix("councils ")
                if rest in _one_to_a_council():
                    return council, rest
        return None

    def area_in(self, key: str) -> str | None:
        """The area that a key names, if any; "london road" names none."""
        found = key.split()
        for start in range(len(found)):
            for length in range(min(self._longest, len(found) - start), 0, -1):
                area = " ".join(found[start : start + length])
                after = found[start + length] if start + length < len(found) else ""
                if area in self._areas and after not in vocabulary.words("not_after_area") and area != key:
                    return area
        return None

    def _is_proper(self, record: Organisation | Programme, key: str) -> bool:
        """Whether a name is a legal name of its own: by the kind of body, a legal form, or two words that few others bear."""
        if not isinstance(record, Organisation) or " " not in key:
            return False
        kind, found = record.classification, key.split()
        uncommon = [word for word in found if not names.is_generic(word)]
        if kind in vocabulary.words("proper_kinds") or not vocabulary.words("legal_forms").isdisjoint(found):
            return len(uncommon) >= 1
        return kind in vocabulary.words("named_kinds") and len(uncommon) >= 2
