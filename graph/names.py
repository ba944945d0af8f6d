"""Names made comparable: what is mere spelling is folded away, and nothing that could tell two things apart."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from graph import vocabulary

_APOSTROPHES = re.compile(r"[’‘'`´]")
_NOT_WORD = re.compile(r"[^\w]+")


def key_of(name: str) -> str:
    """The name of a body or programme as a key: case, "&", hyphens, apostrophes, "the" and known acronyms folded away."""
    return _key_of(name)


@cache
def _key_of(name: str) -> str:
    text = unicodedata.normalize("NFKC", name)
    text = _APOSTROPHES.sub("", text.replace("&", " and "))
    folded: list[str] = []
    for word in _NOT_WORD.sub(" ", text).split():
        folded.extend(_expansions().get(word, word.lower()).split())
    if folded[:1] == ["the"]:
        folded = folded[1:]
    key = (
        " ".join(folded)
        .replace("well being", "wellbeing")
        .replace("co ordin", "coordin")
        .replace("co operat", "cooperat")
    )
    return re.sub(r"^nhs (?=\w.* (?:clinical commissioning group|integrated care board)$)", "", key)


@cache
def _expansions() -> dict[str, str]:
    return {str(short): str(full) for short, full in vocabulary.load("names")["expansions"].items()}


def is_acronym(name: str) -> bool:
    """Whether a name is only initials: CQC, NHSE/I, A&E."""
    letters = re.sub(r"[^A-Za-z]", "", name)
    return " " not in name.strip() and 2 <= len(letters) <= 8 and sum(c.isupper() for c in letters) >= len(letters) - 1


def is_generic(key: str) -> bool:
    """Whether a key holds no word that says whose or where."""
    return all(word in vocabulary.words("generic") or word.isdigit() for word in key.split())


def shortens(acronym: str, name: str) -> bool:
    """Whether an acronym is made of first letters of the words of a name, in order, from the first to the last."""
    wanted = re.sub(r"[^a-z]", "", acronym.lower())
    words = re.findall(r"[a-z]+", name.lower())
    small = [word[0] for word in words if word not in {"and", "of", "the", "for", "in", "to"}]
    return wanted in ("".join(small), "".join(word[0] for word in words))


@dataclass(frozen=True)
class PersonName:
    """The parts of a person's name, folded. `given` are full given names or initials, in order."""

    given: tuple[str, ...]
    surname: str

    @property
    def is_full(self) -> bool:
        """Whether at least the first given name is written out."""
        return bool(self.given) and len(self.given[0]) > 1

    @property
    def key(self) -> str:
        """First given name and surname."""
        return " ".join([*self.given[:1], self.surname])

    @property
    def whole(self) -> str:
        """All parts, hyphens as spaces."""
        return " ".join([*self.given, self.surname]).replace("-", " ")


@cache
def person_name(name: str) -> PersonName:
    """The parts of a name without honorific: "Jane O’Hara-Smith", "J. B. Smith", "JB Smith" or "Smith" alone."""
    plain = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", name))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    words = [w for w in re.split(r"[\s.,]+", plain) if w]
    while (
        len(words) > 1
        and words[-1].isupper()
        and words[-1] in {"OBE", "MBE", "CBE", "MP", "JP", "QC", "KC", "BEM", "DL"}
    ):
        words.pop()
    if not words:
        return PersonName((), "")
    given: list[str] = []
    for word in words[:-1]:
        initials = len(word) <= 3 and word.isupper() and not plain.isupper()
        given.extend(word.lower() if initials else [word.lower()])
    return PersonName(tuple(given), words[-1].replace("-", " ").lower())


def compatible_given(one: PersonName, other: PersonName) -> float:
    """How far given names agree: 1 where the first is equal in full, 0.6 by initials, 0.4 where one has none, 0 where they differ."""
    if not one.given or not other.given:
        return 0.4
    weakest = 1.0
    for left, right in zip(one.given, other.given, strict=False):
        if left == right and len(left) > 1:
            continue
        if left[0] != right[0] or (len(left) > 1 and len(right) > 1):
            return 0.0
        if left is one.given[0]:
            weakest = 0.6
    return weakest


def role_key(role: str) -> str:
    """A role as a key, common roles excepted: an empty key tells nobody from another."""
    key = key_of(re.sub(r"^(?:joint|interim|acting|deputy to)\s+", "", role.strip(), flags=re.IGNORECASE))
    return "" if key in _common_roles() else key


@cache
def _common_roles() -> frozenset[str]:
    return frozenset(key_of(role) for role in vocabulary.phrases("common_roles"))


def title_of(honorific: str | None) -> str:
    """What an honorific says of its bearer: councillor, male, female, or nothing that matters here."""
    title = (honorific or "").lower().strip(" .")
    for kind in ("councillor", "male", "female"):
        if title in {entry.lower().strip(" .") for entry in vocabulary.phrases(f"{kind}_titles")}:
            return kind
    return ""
