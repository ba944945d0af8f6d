"""Offices that stand before a name: "the Director of Place, Jo Smith", "Clerk (Jo Smith)" (conventions 94, 109, 111)."""

import re
from functools import cache

from extract import vocabulary
from extract.entities import Entity, Place
from extract.people_names import never
from extract.people_role_reader import INITIALED, Role
from extract.people_role_words import (
    BODIES,
    CONNECTORS,
    TOKEN,
    compiled,
    has_noun,
    is_acronym,
    portfolio_words,
    role_nouns,
)
from extract.people_surroundings import Surroundings
from extract.scanning import end_of_words


def role_before(around: Surroundings, start: int, *, listed: bool) -> Role | None:
    """A role whose last word stands directly before a name: "the Director of Place, Jo Smith", "Clerk, Mid Council (Jo Smith)"."""
    text = around.text
    floor = max(around.border_before(start - 1) if start else 0, start - 150)
    link = compiled(r"(?:\s*\(|,\s+|\s+is\s+|\s+was\s+|:\s+|\s*[–-]\s+|[\s*]+)$").search(text, floor, start)
    if link is None:
        return None
    bracket = "(" in link[0]
    if bracket and not compiled(r"[^()]{2,60}\)").match(text, start):
        return None
    end = link.start()
    body = around.body_ends.get(end)
    bodies: list[tuple[Entity, Place]] = []
    if (
        body is not None
        and body.start > floor
        and text[body.start : body.end] not in never()
        and not is_acronym(text[body.start : body.end])
    ):
        joint = compiled(r"(?:,|\s+of|\s+at|\s*[–-]|\s+for)?\s+(?:the\s+)?$").search(text, floor, body.start)
        if joint is None or not joint[0].strip():
            return None
        if joint[0].strip().split()[0] == "of" and body.entity.kind not in BODIES:
            bodies = []
        else:
            end, bodies = joint.start(), [(body.entity, Place(body.start, body.end))]
    plain = link[0].strip(" *\n") == ""
    if plain and "\n" in link[0] and (listed or link[0].count("\n") > 1):
        return None
    own = plain and INITIALED.match(text, start) is not None
    place = _role_ending(around, floor, end, loose=plain, plural=bracket, own=own)
    if place is None or (":" in link[0] and text[place[0] : place[1]].lower() not in _office_labels()):
        return None
    before = around.body_ends.get(end_of_words(text, place[0]))
    if before is not None and not bodies and "\n" not in text[before.end : place[0]]:
        bodies = [(before.entity, Place(before.start, before.end))]
    return Role(place[0], place[1], bodies, start)


def _role_ending(
    around: Surroundings, floor: int, end: int, *, loose: bool, plural: bool, own: bool
) -> tuple[int, int] | None:
    """Offsets of the role whose last word ends at `end`; None where the words there are none, or are another person's.

    `own` says that behind a comma they are this person's: "G Hallam, Area Manager P Strick".
    """
    window = around.text[floor:end]
    cut = max(window.rfind(mark) for mark in (";", ":", "•", "█", ")", "\t", ". ", "“", "▪", "|", "   "))
    legend = compiled(r"\s*\([A-Z]{2,4}\)$").search(around.text, floor, floor + cut + 1)
    if legend is not None and legend.start() in around.name_ends:
        return None  # "Winifred Pole (WP) Chair, Harjit Mann": the office of the one before
    tokens = list(TOKEN.finditer(around.text, floor + cut + 1, end))
    begin, another = len(tokens), False
    while begin > 0:
        token = tokens[begin - 1]
        if token.end() in around.name_ends:
            another = True
            break
        if (
            token.end() in around.body_ends
            and not is_acronym(token[0])
            and token[0] not in never()
            and token.end() < end
        ):
            break
        if not _fits_before(token[0]):
            break
        begin -= 1
    kept = tokens[begin:]
    trimmed = _after_joint(kept)
    if another and len(trimmed) == len(kept) and not (own and kept and kept[0][0] == ","):
        return None
    kept = trimmed
    while kept and (not kept[0][0][0].isalnum() or kept[0][0].lower() in CONNECTORS or kept[0][0].isdigit()):
        kept.pop(0)
    if not kept or not any(has_noun(token[0]) for token in kept) or kept[-1][0].lower() in CONNECTORS:
        return None
    if loose and not has_noun(kept[-1][0]) and kept[-1][0].lower() not in portfolio_words():
        return None
    if kept[0][0].lower() in ("relevant", "report", "contact"):
        return None
    if _plural_only(kept) and (not plural or len(kept) < 2):
        return None
    return kept[0].start(), kept[-1].end()


def _fits_before(word: str) -> bool:
    if word.lower() in ("at", "with", "in", "on"):
        return False
    if word[0].isalpha():
        return word[0].isupper() or word.lower() in CONNECTORS or word.lower() in portfolio_words() or has_noun(word)
    return word in (",", "&", "\n", "/", "-", "–", "’", "'", ".") or word.isdigit()


def _plural_only(tokens: list[re.Match[str]]) -> bool:
    """Members, Officers and Trustees before a name are a group, not its office."""
    nouns = [token[0].lower() for token in tokens if has_noun(token[0])]
    return bool(nouns) and nouns[-1] not in role_nouns() and nouns[-1].endswith("s")


@cache
def _office_labels() -> frozenset[str]:
    return frozenset(vocabulary.words("people", "office_labels"))


def _after_joint(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """A role in front of a name does not reach over "and the", nor over ", and"."""
    for index in range(len(tokens) - 1, 0, -1):
        if tokens[index][0].lower() == "the" and tokens[index - 1][0].lower() in ("and", ",", "&"):
            return tokens[index + 1 :]
        if tokens[index][0].lower() == "and" and tokens[index - 1][0] == ",":
            return tokens[index + 1 :]
    return tokens
