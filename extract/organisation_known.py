"""Bodies that need no noun of their own: those known nationwide, and names that begin with a word such as Healthwatch."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import cast

from extract import vocabulary
from extract.name_runs import fold_space
from extract.organisation_names import BodyName, acts
from extract.organisation_words import body_words
from extract.records import OrganisationKind
from extract.scanning import beginnings, matches_in
from extract.sentences import Sentence

_PLACE = r"(?:[A-Z][\w’'-]+)(?:[ \n](?:(?:and|&|of|upon|on)[ \n](?:the[ \n])?)?[A-Z][\w’'-]+){0,3}"


def by_first_word(names: Iterable[str]) -> str:
    """A group that matches any of the names, laid out by first word so that it fails fast; apostrophes of either shape."""
    tree: dict[str, list[str]] = {}
    for name in sorted(set(names), key=lambda name: (-len(name), name)):
        first, *rest = name.split()
        tree.setdefault(first, []).append("".join(rf"\s+{re.escape(word)}" for word in rest))
    branches = [
        re.escape(first) + ("(?:" + "|".join(rests) + ")" if rests != [""] else "")
        for first, rests in sorted(tree.items())
    ]
    return "(?:" + "|".join(branches).replace("'", "[’']") + ")"


@cache
def _patterns() -> tuple[re.Pattern[str], dict[str, OrganisationKind], re.Pattern[str], dict[str, OrganisationKind]]:
    data = vocabulary.load("organisations")
    kinds = {_fold(name): cast(OrganisationKind, kind) for kind, names in data["known"].items() for name in names}
    known = re.compile(by_first_word(n for names in data["known"].values() for n in names) + r"(?![\w-])(?![’']\w{3})")
    prefixes = {_fold(name): cast(OrganisationKind, kind) for name, kind in data["prefixes"].items()}
    prefix = re.compile(rf"(?P<prefix>{by_first_word(data['prefixes'])})(?:[ \n](?P<place>{_PLACE}))?")
    return known, kinds, prefix, prefixes


_BRAND_START = re.compile(r"[A-Z](?=[a-z]+[A-Z]{3})")
#: A name written with capitals inside a word: "CommUNITY Ashby".
_BRAND = re.compile(r"[A-Z](?<![\w’'-].)[a-z]+[A-Z]{3,}[a-z]*(?:[ ][A-Z][a-z]+)?(?![\w-])")


@cache
def _departments() -> re.Pattern[str]:
    names = vocabulary.words("organisations", "acting_departments")
    return re.compile(rf"{by_first_word(names)}(?![\w-])(?!\s+[A-Z])")


@cache
def _beginnings() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Where a known body, a department and where a word such as Healthwatch may begin."""
    data, inside = vocabulary.load("organisations"), r"\w’'-"
    known = [name for names in data["known"].values() for name in names]
    return (
        beginnings(known, inside=inside, cased=True),
        beginnings(data["acting_departments"], inside=inside, cased=True),
        beginnings(data["prefixes"], inside=inside, cased=True),
    )


def _fold(name: str) -> str:
    return " ".join(name.lower().replace("’", "'").split())


def known_kind(name: str) -> OrganisationKind | None:
    """The kind of a body known nationwide, or None."""
    return _patterns()[1].get(_fold(name))


def known_names(text: str, sentences: Sequence[Sentence]) -> Iterator[BodyName]:
    """The names of bodies known nationwide, and those that a word such as Healthwatch opens."""
    known, kinds, prefix, prefixes = _patterns()
    known_start, department_start, prefix_start = _beginnings()
    for sentence, match in matches_in(known_start, known, text, sentences):
        start, end = match.span()
        yield BodyName(start, end, fold_space(match[0]), kinds[_fold(match[0])], head="known", block=sentence.block)
    for sentence, match in matches_in(_BRAND_START, _BRAND, text, sentences):
        start, end = match.span()
        if acts(text, start, end) or text[max(0, start - 4) : start] == "and ":
            yield BodyName(start, end, fold_space(match[0]), "other_body", head="brand", block=sentence.block)
    for sentence, match in matches_in(department_start, _departments(), text, sentences):
        start, end = match.span()
        if acts(text, start, end):
            yield BodyName(start, end, fold_space(match[0]), "department", head="department", block=sentence.block)
    for sentence, match in matches_in(prefix_start, prefix, text, sentences):
        made = _prefixed(text, match, prefixes[_fold(match["prefix"])], sentence)
        if made is not None:
            yield made


def _prefixed(text: str, match: re.Match[str], kind: OrganisationKind, sentence: Sentence) -> BodyName | None:
    """The name that an opening word and a place make; without a place after it, one place word before it serves."""
    start, end = match.start(), match.end()
    if match["place"] is not None:
        end = _place_end(text, match.start("place"), match.end("place"))
        if end == match.start("place"):
            end = match.end("prefix")
    if end == match.end("prefix") and match["prefix"].endswith(" in"):
        return None  # "bear in Mind in the end"
    if end == match.end("prefix"):
        before = re.search(r"([A-Z][\w-]+)\s+$", text[max(sentence.start, start - 30) : start])
        if before is not None and _fold(before[1]) not in body_words().stop:
            start -= len(before[0])
    if end == match.end("prefix") and start == match.start():
        return BodyName(
            start,
            end,
            fold_space(text[start:end]),
            kind,
            head="prefix",
            generic=match["prefix"] == "Healthwatch",
            block=sentence.block,
        )
    return BodyName(start, end, fold_space(text[start:end]), kind, head="prefix", block=sentence.block)


def _place_end(text: str, start: int, end: int) -> int:
    """Where the place name in text[start:end] ends: before words that belong to something else."""
    words = body_words()
    last = start
    joined = False
    for match in re.finditer(r"[^\s]+", text[start:end]):
        word = match[0].lower()
        if word in ("and", "&", "of", "upon", "on", "in", "the"):
            joined = joined or word in ("and", "&")
            continue
        stem = re.sub(r"[’']s?$", "", word)
        if stem in words.stop or stem in words.heads or (joined and re.search(r"[A-Z].*[A-Z]", match[0])):
            break
        last = start + match.start() + len(stem)
        if stem != word:
            break
    return last
