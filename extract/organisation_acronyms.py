"""Acronyms of bodies: those defined in the paper, those known nationwide, and those that plainly act without being explained."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache

from extract import vocabulary
from extract.acronyms import letters_of
from extract.blocks import Layout
from extract.name_runs import fold_space
from extract.organisation_known import known_kind
from extract.organisation_names import BodyName
from extract.organisation_registry import Body, Registry, body_key, is_initials, is_slip
from extract.organisation_words import body_words, kind_by_noun
from extract.records import OrganisationKind
from extract.sentences import Sentence

_CAPITALS = re.compile(
    r"[A-Z](?<![\w’'&/-].)(?:(?:-[A-Z])?[A-Z0-9&]*[A-Z][A-Za-z]?[a-z]?s?|(?<=D)f[ET]|(?<=D)efra|(?<=T)fL|(?<=M)o[DJ])(?![\w&])"
)
_LABEL = re.compile(r"\s*[:–]\s|\s+-\s")
_SHOUTED_BEFORE = re.compile(r"([A-Z]{2,})\s+$")
_SHOUTED_AFTER = re.compile(r"\s+([A-Z]{2,})\b")
_PLACE_BEFORE = re.compile(r"(?<![\w.,;:!?’'-])(?P<place>[A-Z][a-z]+)[ ]$")
_DIRECTION = re.compile(r"(?:\s+(?:North|South|East|West))+(?![\w-])")
_WHOLE = re.compile(r"\b")


@dataclass(frozen=True, slots=True)
class CapitalWord:
    """A word of capital letters as it stands in the text."""

    start: int
    end: int
    word: str
    block: int
    acts: bool  #: what stands beside it makes it a body that does something or is dealt with, or labels what it did


@dataclass(frozen=True)
class AcronymWords:
    """Word lists for acronyms."""

    known: dict[str, str]
    not_bodies: frozenset[str]
    after: re.Pattern[str]
    before: re.Pattern[str]


@cache
def acronym_words() -> AcronymWords:
    """The word lists, read once a process."""
    after = vocabulary.alternation(vocabulary.words("organisations", "acting_after"))
    before = vocabulary.alternation(vocabulary.words("organisations", "acting_before"))
    return AcronymWords(
        known=dict(vocabulary.load("organisations")["known_acronyms"]),
        not_bodies=frozenset(vocabulary.words("organisations", "not_bodies")),
        after=re.compile(rf"[’']s\b|[^\S\n]+{after}\b"),
        before=re.compile(rf"\b{before}\s+(?:the\s+)?$", re.IGNORECASE),
    )


def without_plural(word: str) -> str:
    """An acronym without a plural s: "CCGs" gives "CCG"."""
    return word[:-1] if word.endswith("s") and word[-2:-1].isupper() else word


def capital_words(text: str, sentences: Sequence[Sentence], layout: Layout) -> Iterator[CapitalWord]:
    """The words of capital letters in the sentences, but for words printed large: whole blocks or neighbours in capitals."""
    words = acronym_words()
    shouting = {block.index for block in layout.blocks if text[block.start : block.end].isupper()}
    for sentence in sentences:
        if sentence.block in shouting:
            continue
        for match in _CAPITALS.finditer(text, sentence.start, sentence.end):
            start, end = match.span()
            if _is_shouted(text, start, end):
                continue
            label = _LABEL.match(text, end, end + 4)
            labels = label is not None and (start == sentence.start or "-" not in label[0])
            acting = words.after.match(text, end, end + 24) or words.before.search(
                text[max(sentence.start, start - 20) : start]
            )
            yield CapitalWord(start, end, match[0], sentence.block, labels or acting is not None)


def _is_shouted(text: str, start: int, end: int) -> bool:
    """Whether a neighbouring word is all capitals too: words printed large for weight are no acronyms."""
    words = acronym_words()
    near = (_SHOUTED_BEFORE.search(text[max(0, start - 20) : start]), _SHOUTED_AFTER.match(text, end, end + 20))
    return any(found is not None and found[1] not in words.not_bodies and found[1] not in words.known for found in near)


class AcronymReader:
    """Says for each acronym of a paper which body it names, if any."""

    def __init__(self, text: str, registry: Registry, own: Body | None, defined: Set[str]) -> None:
        self.text = text
        self.registry = registry
        self.own = own
        self.defined = defined

    def _has_small(self, word: str) -> bool:
        """Whether the paper has the word in small letters too: then its capitals are for weight."""
        at = self.text.find(word) if word.isascii() and word.isalpha() else -1
        while at >= 0:
            if _WHOLE.match(self.text, at) and _WHOLE.match(self.text, at + len(word)):
                return True
            at = self.text.find(word, at + 1)
        return False

    def body_for(self, letters: str, uses: Sequence[CapitalWord]) -> Body | None:
        """The body for which the acronym stands, made where it is a body that the paper never spells out."""
        registry, words = self.registry, acronym_words()
        word = without_plural(uses[0].word)
        if letters in registry.acronyms:
            return registry.acronyms[letters]
        if any(letters.endswith(short) for short in self.defined if len(short) > 2 or short == letters):
            return None
        if word in words.known:
            long = words.known[word]
            body = registry.by_key.get(body_key(long)) if long else None
            return body or self._made(uses, (known_kind(long) or kind_by_noun(long)) if long else "other_body")
        spelt = [body for body in registry.bodies if is_initials(word, body.entity.name) and body.entity.name != word]
        if len(spelt) == 1:
            return spelt[0]
        if self.own is not None and self._ends_own_name(word, self.own):
            return self.own
        ending = [body for body in registry.bodies if self._ends_own_name(word, body)]
        if len(ending) == 1 and word not in words.not_bodies:
            return ending[0]
        slips = {id(body): body for known, body in registry.acronyms.items() if is_slip(known, letters)}
        if len(slips) == 1 and word not in words.not_bodies:
            return next(iter(slips.values()))
        return self._made(uses, "other_body") if self._is_body(word, uses) else None

    def _ends_own_name(self, word: str, own: Body) -> bool:
        """Whether the acronym stands for the last three words or more of the name of the body whose paper it is."""
        parts = own.entity.name.split()
        return any(is_initials(word, " ".join(parts[k:])) for k in range(1, len(parts) - 2))

    def _is_body(self, word: str, uses: Sequence[CapitalWord]) -> bool:
        """Whether an acronym that is never explained acts as a body."""
        if len(word) > 6 or len(letters_of(word)) < 3 or self._has_small(word.lower()):
            return False
        words = acronym_words()
        return word not in words.not_bodies and uses[0].word not in words.not_bodies and any(use.acts for use in uses)

    def _made(self, uses: Sequence[CapitalWord], kind: OrganisationKind) -> Body:
        """A body known by its acronym alone, with the place that stands beside it each time: "Marsh ALC", "BBC South East"."""
        first = uses[0]
        start, end = first.start, first.end
        before = [_PLACE_BEFORE.search(self.text, max(0, use.start - 30), use.start) for use in uses]
        places = {match["place"] if match is not None else "" for match in before}
        place = next(iter(places))
        if len(places) == 1 and place and place.lower() not in body_words().stop:
            start -= len(place) + 1
        after = _DIRECTION.match(self.text, end, end + 30)
        end = after.end() if after is not None else end
        name = fold_space(self.text[start:end])
        body = self.registry.add(BodyName(start, end, name, kind, block=first.block))
        if (start, end) == (first.start, first.end):
            body.names.pop()
        return body
