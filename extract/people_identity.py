"""Which mentions of one paper name the same person (conventions 93, 105, 114).

Names are compared by surname, then by given names and initials, then by title. A short form joins a fuller one only where
exactly one fits; spelling variants are not joined (they may be two people); where two fit, the mention is left open.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from extract import vocabulary
from extract.entities import Entity
from extract.people_names import Name


@dataclass(eq=False)
class Group:
    """Names held to be one person, in order of the text."""

    names: list[Name] = field(default_factory=list)

    @property
    def fullest(self) -> Name:
        """The mention that says most: given names written out, then initials, then the first."""
        return max(self.names, key=lambda name: (_rank(name), -name.start))


def _rank(name: Name) -> tuple[int, int, int]:
    return (sum(len(given) > 1 for given in name.given), len(name.initials), int(name.surname != name.surname.upper()))


@lru_cache(maxsize=10_000)
def surname_key(surname: str) -> str:
    """A surname as compared: small letters, no marks, particles joined."""
    plain = unicodedata.normalize("NFKD", surname)
    return re.sub(r"[^\w]", "", plain.replace("’", "").replace("'", "")).casefold()


@cache
def _short_forms() -> dict[str, frozenset[int]]:
    table: defaultdict[str, set[int]] = defaultdict(set)
    for index, forms in enumerate(vocabulary.load("people")["short_forms"]):
        for form in forms:
            table[str(form)].add(index)
    return {form: frozenset(indexes) for form, indexes in table.items()}


def same_given(left: str, right: str) -> bool:
    """Whether two given names are one, written alike or in short and full form."""
    left, right = left.casefold(), right.casefold()
    if left == right:
        return True
    forms = _short_forms()
    return bool(forms.get(left, frozenset()) & forms.get(right, frozenset()))


def titles_agree(left: Name, right: Name) -> bool:
    """Whether two titles can be one person's: Mr is not Mrs."""
    return not (
        _is(left, "female_titles")
        and _is(right, "male_titles")
        or _is(left, "male_titles")
        and _is(right, "female_titles")
    )


def _is(name: Name, key: str) -> bool:
    if name.title is None:
        return False
    words = {word.strip(".").lower() for word in name.title.text.split()}
    return bool(words & _words(key))


@cache
def _words(key: str) -> frozenset[str]:
    return frozenset(vocabulary.words("people", key))


def is_councillor(name: Name) -> bool:
    """Whether the title is a councillor's."""
    return _is(name, "councillor_titles")


def _compatible(name: Name, group: Group) -> bool:
    """Whether a mention can be one more of a group with the same surname."""
    for other in group.names:
        if not titles_agree(name, other):
            return False
        if name.given and other.given:
            if not same_given(name.given[0], other.given[0]):
                return False
        elif name.initials and other.initials:
            shorter, longer = sorted((name.initials, other.initials), key=len)
            if not longer.startswith(shorter) and not (shorter[0] == longer[0] and len(shorter) == 1):
                return False
    if not name.initials:
        return _title_fits_surname_only(name, group)
    return True


def _title_fits_surname_only(name: Name, group: Group) -> bool:
    """A bare surname with a title: Cllr Vale is no officer called Vale, and Mr Vale no Cllr Vale, where titles tell them apart."""
    titled = [other for other in group.names if other.title is not None]
    if name.title is None or not titled:
        if name.title is not None and is_councillor(name):
            return all("officer" not in other.cues for other in group.names)
        return True
    if _is(name, "female_titles") or _is(name, "male_titles"):
        return any(not is_councillor(other) for other in titled)
    if is_councillor(name):
        listed = all("list" in other.cues and not other.cues & {"officer", "role"} for other in titled)
        return listed or any(is_councillor(other) for other in titled)  # "Councillors M Hale, Mrs J Reed": Cllr Reed
    return True


def group_names(names: Sequence[Name]) -> tuple[list[Group], list[Name]]:
    """Groups of mentions that name one person each, and the mentions that could be of several."""
    by_surname: defaultdict[str, list[Name]] = defaultdict(list)
    for name in names:
        by_surname[surname_key(name.surname)].append(name)
    groups: list[Group] = []
    unclear: list[Name] = []
    for same in by_surname.values():
        found, left = _group_surname(same)
        groups.extend(found)
        unclear.extend(left)
    groups.sort(key=lambda group: group.names[0].start)
    return groups, unclear


def _group_surname(names: Sequence[Name]) -> tuple[list[Group], list[Name]]:
    groups: list[Group] = []
    unclear: list[Name] = []
    for name in sorted(names, key=lambda name: (_stage(name), name.start)):
        fitting = [group for group in groups if _compatible(name, group)]
        if len(fitting) > 1:
            fitting = _closer(name, fitting)
        if len(fitting) == 1:
            fitting[0].names.append(name)
        elif fitting:
            unclear.append(name)
        else:
            groups.append(Group([name]))
    for group in groups:
        group.names.sort(key=lambda name: name.start)
    return groups, unclear


def _stage(name: Name) -> int:
    """Full given names are grouped first, then initials, then bare surnames."""
    return 0 if name.given else 1 if name.initials else 2


def _closer(name: Name, groups: list[Group]) -> list[Group]:
    """Of several that fit, those that bear the very title, or the very initials."""
    if name.title is not None:
        titled = [
            group
            for group in groups
            if any(
                other.title is not None and other.title.text.lower() == name.title.text.lower() for other in group.names
            )
        ]
        if is_councillor(name):
            titled = titled or [group for group in groups if any(is_councillor(other) for other in group.names)]
        groups = titled or groups
    if len(groups) > 1 and name.initials:
        exact = [group for group in groups if any(other.initials == name.initials for other in group.names)]
        groups = exact or groups
    return groups


def plain_initials(
    text: str, groups: Sequence[Group], people: Sequence[Entity], listed: Container[Name]
) -> dict[str, Entity]:
    """Initials that a paper uses without a legend, of people in its lists, where no other of its people has the same."""
    used = {letters for match in _LETTERS.finditer(text) for letters in re.findall(r"[A-Z]{2,3}", match[0])}
    found: dict[str, Entity] = {}
    twice: set[str] = set()
    for group, person in zip(groups, people, strict=True):
        fullest = group.fullest
        if not fullest.given:
            continue
        letters = fullest.given[0][0] + "".join(
            part[0] for part in re.split(r"[\s-]+", fullest.surname) if part[:1].isupper()
        )
        if letters in found:
            twice.add(letters)
        elif letters in used and any(name in listed for name in group.names):
            found[letters] = person
    return {letters: person for letters, person in found.items() if letters not in twice}


#: Initials as owners or speakers stand: alone on their line, joined by a slash, or before a verb.
_LETTERS = re.compile(
    r"[A-Z](?<![\w.&'’/-].)[A-Z]{1,2}(?:\s*[/,&]\s*[A-Z]{2,3})*[ \t*]*"
    r"(?:(?=\n|$)|(?=\s(?:to|will|would|said|asked|reported|confirmed|advised|agreed|noted|explained|stated|updated|stressed|"
    r"highlighted|raised|has|had|mentioned|welcomed|thanked|proposed|offered|gave|presented|added)\b))"
)
