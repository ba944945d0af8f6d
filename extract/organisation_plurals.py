"""Bodies joined under one plural noun: "Ashby and Bexford Councils", "North Kell and Upton, Sale and Marsh CCGs"."""

import re
from collections.abc import Set

from extract.organisation_names import BodyName
from extract.organisation_registry import body_key
from extract.organisation_words import body_words, singular


def split_joined(name: BodyName, singular_keys: Set[str]) -> list[BodyName]:
    """The bodies that a plural name joins; the name itself where it is one body or cannot be told apart.

    A name that stands alone elsewhere in the paper (one of `singular_keys`) settles where one ends: without it only "A and B" and
    "A, B and C" are split, for "A and B, C and D" can be read in several ways.
    """
    if not name.plural or name.head not in body_words().place or " and " not in name.name and " & " not in name.name:
        return [name]
    noun = name.name.split()[-len(name.head.split()) :]
    ending = " ".join([*noun[:-1], _singular_as_written(noun[-1])])
    stem = name.name[: len(name.name) - len(" ".join(noun))].strip()
    words = body_words().subjects
    if any(part.lower() in words for part in re.findall(r"\w+", stem)):
        return [name]
    items = _by_known(stem, ending, singular_keys) or _by_shape(stem)
    if len(items) < 2:
        return [name]
    return [_member(name, f"{item} {ending}") for item in items]


def _singular_as_written(word: str) -> str:
    return (
        word[: len(singular(word.lower()))] if not word.lower().endswith("ies") else singular(word.lower()).capitalize()
    )


def _member(name: BodyName, full: str) -> BodyName:
    made = BodyName(name.start, name.end, full, name.kind, name.head, block=name.block)
    made.joined = True
    return made


def _by_known(stem: str, ending: str, keys: Set[str]) -> list[str]:
    """Splits off at either end an item that is known with the same noun."""
    for match in re.finditer(r"\s+(?:and|&)\s+|,\s+", stem):
        left, right = stem[: match.start()], stem[match.end() :]
        if body_key(f"{right} {ending}") in keys:
            return (
                [left, right] if "," not in left and " and " not in left or body_key(f"{left} {ending}") in keys else []
            )
        if body_key(f"{left} {ending}") in keys and " and " not in right:
            return [left, right]
    return []


def _by_shape(stem: str) -> list[str]:
    joins = re.findall(r"\s(?:and|&)\s", stem)
    if len(joins) != 1 or ("," in stem and stem.index(",") > re.search(r"\s(?:and|&)\s", stem).start()):  # type: ignore[union-attr]
        return []
    return [item for item in re.split(r",\s+|,?\s+(?:and|&)\s+", stem) if item]
