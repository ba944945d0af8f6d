"""Finds the bodies that a paper names: councils, committees, boards, NHS bodies, providers, charities, teams with a name.

One span a mention in `doc.spans["organisations"]`, labelled with its kind and pointing at its `Entity`; one entity a body, under
the fullest name in the paper. Generic words ("officers", "the local authority"), documents, Acts, streets and roles are none.
Known misses: names without a noun of bodies that no vocabulary lists ("Ashfields"), unless an acronym stands for them.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import cache
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extract import vocabulary
from extract.acronyms import Definition, find_definitions, letters_of
from extract.entities import Entity, Place
from extract.name_runs import Run, find_runs, fold_space, split_tokens
from extract.organisation_acronyms import AcronymReader, CapitalWord, capital_words
from extract.organisation_aliases import (
    merge_acronym_parts,
    merge_councils,
    merge_cut,
    merge_inner_acronyms,
    merge_misspelt,
    merge_owned,
    merge_partnership_groups,
    merge_suffixes,
    merge_turned,
    resolve_generic,
    set_bodies_of,
    set_parents,
)
from extract.organisation_known import known_names
from extract.organisation_names import BodyName, names_in
from extract.organisation_plurals import split_joined
from extract.organisation_registry import Body, Registry, body_key, finish
from extract.organisation_words import body_words, head_at, kind_by_noun, kind_of, programme_nouns
from extract.records import OrganisationKind
from extract.scanning import end_of_words

_AND = re.compile(r"\s+(?:and|&)\s+(?=[A-Z])")


#: A short form that the paper gives a body: (“the Joint Committee”), ("the Board").
_QUOTED = re.compile(
    r"\s*\((?:hereafter\s+|known\s+as\s+)?(?:the\s+)?[“\"‘'](?:[Tt]he\s+)?([A-Z][\w -]{2,40})[”\"’']\)"
)


#: An NHS body by its place; nothing with a capital may follow, or the name goes on.
_NHS_PLACE = re.compile(r"\bNHS\s([A-Z][a-z]{3,})\b(?:\s(?:and|&)\s[A-Z][a-z]{3,}\b)?(?!\s[A-Z])")


#: A board by its kind alone, which with the name of whose it is names one body.
_BOARD_OF = re.compile(
    r"(?:Board\s+of\s+(?:Directors|Trustees|Governors)|Trust\s+Board|Council\s+of\s+Governors)", re.IGNORECASE
)
#: A line of capitalised words and small joining ones, as letterheads are; and "and" before the rest of a name.
_LETTERHEAD = re.compile(
    r"(?:[A-Z][\w’'&-]*|and|of|the|for|in|&)(?:\s(?:[A-Z][\w’'&-]*|and|AND|of|the|for|in|&)){2,11}"
)
_JOINS_ON = re.compile(r"\b(?:and|&)\s+(?:the\s+)?$", re.IGNORECASE)


class Cover:
    """Which stretches of the text some spans hold."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(set(spans))
        self._longest = max((end - start for start, end in self.spans), default=0)

    def holding(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans that hold [start, end) whole, of the last few that begin before it."""
        index = bisect_right(self.spans, start, key=lambda span: span[0])
        return [span for span in self.spans[max(0, index - 8) : index] if span[0] <= start and end <= span[1]]

    def touching(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans that share a character with [start, end)."""
        first, last = bisect_left(self.spans, (start - self._longest, 0)), bisect_left(self.spans, (end, 0))
        return [span for span in self.spans[first:last] if start < span[1]]


class _Finder:
    """The work on one paper, in the order: names, one entity a body, definitions, other forms, acronyms, short forms."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc._.layout.text
        self.registry = Registry()
        self.names: list[BodyName] = []
        self.ends: dict[int, list[BodyName]] = {}
        self.definitions: list[Definition] = []

    def run(self) -> Registry:
        self._collect()
        proper = [name for name in self.names if not name.generic]
        keys = {body_key(name.name) for name in proper if not name.plural}
        for name in proper:
            for part in split_joined(name, keys):
                self.registry.add(part)
        self._add_nhs_places()
        own = self._own_body()
        merge_councils(self.registry)
        merge_misspelt(self.registry)
        self._define()
        merge_acronym_parts(self.registry)
        merge_owned(self.registry)
        merge_cut(self.registry)
        merge_suffixes(self.registry, own)
        own = own if own in self.registry.bodies else self._own_body()
        self._use_acronyms(own)
        merge_acronym_parts(self.registry)
        merge_inner_acronyms(self.registry)
        merge_turned(self.registry)
        merge_partnership_groups(self.registry)
        self._use_quoted()
        left = resolve_generic(self.registry, [name for name in self.names if name.generic], own)
        self._add_statutory(left)
        set_parents(self.registry, self.names)
        set_bodies_of(self.registry)
        return self.registry

    def _collect(self) -> None:
        known = list(known_names(self.text, self.doc._.sentences))
        taken = Cover((name.start, name.end) for name in known)
        for run in find_runs(self.doc):
            for name in names_in(self.text, run):
                if taken.holding(name.start, name.end):
                    continue
                self._part_from_known(name, taken)
                self._promote(name)
                self.names.append(name)
        held = Cover((name.start, name.end) for name in self.names if not name.generic)
        wider = Cover((name.start, name.end) for name in known)
        known = [n for n in known if all(span == (n.start, n.end) for span in wider.holding(n.start, n.end))]
        self.names.extend(name for name in known if set(held.holding(name.start, name.end)) <= {(name.start, name.end)})
        self._join_letterheads()
        self.names.sort(key=lambda name: (name.start, -name.end))
        for sentence in self.doc._.sentences:
            if self.text.find("(", sentence.start, sentence.end) >= 0:
                self.definitions.extend(find_definitions(self.text, sentence.start, sentence.end))

    def _add_nhs_places(self) -> None:
        """NHS bodies named by their place alone, where another body of the paper is of that place: "NHS Ashby" beside "Ashby Council"."""
        words = body_words()
        places = {
            word.lower()
            for body in self.registry.bodies
            for name in body.names
            if name.kind in ("council", "nhs_body", "police") and not name.generic
            for word in re.findall(r"[A-Z][a-z]{3,}", name.name)
        }
        places -= words.heads.keys() | words.stop | words.subjects | words.place_words | {"nhs"}
        held = Cover((name.start, name.end) for name in self.names)
        for sentence in self.doc._.sentences:
            for match in _NHS_PLACE.finditer(self.text, sentence.start, sentence.end):
                ends = [end for end in (match.end(), match.end(1)) if not held.touching(match.start(), end)]
                if match[1].lower() in places and ends:
                    name = fold_space(self.text[match.start() : ends[0]])
                    self.registry.add(
                        BodyName(match.start(), ends[0], name, "nhs_body", head="nhs", block=sentence.block)
                    )

    def _join_letterheads(self) -> None:
        """Takes a line at the head of the paper whole where "and" stands inside its one name: "Ashby and the Marsh Fire Authority"."""
        words = body_words()
        for block in [b for b in self.doc._.layout.blocks[:12] if b.kind in ("heading", "paragraph")]:
            start, end = block.body_start, end_of_words(self.text, block.end)
            line = fold_space(self.text[start:end])
            inside = [name for name in self.names if start <= name.start and name.end <= end and name.parent is None]
            last = next((name for name in inside if name.end == end), None)
            if last is None or last.start == start or _LETTERHEAD.fullmatch(line) is None:
                continue
            before = self.text[start : last.start]
            others = [name for name in inside if name is not last]
            if _JOINS_ON.search(before) is None or any(n.head not in words.weak for n in others):
                continue
            whole = BodyName(start, end, line, last.kind, last.head, block=block.index)
            self.names = [name for name in self.names if name not in inside] + [whole]

    def _part_from_known(self, name: BodyName, taken: Cover) -> None:
        """Cuts a known body off the front of a name: "Natural England and Marsh Council" holds two."""
        for start, end in taken.holding(name.start, name.start + 1):
            join = _AND.match(self.text, end)
            if start == name.start and join is not None and join.end() < name.end:
                name.start, name.name = join.end(), fold_space(self.text[join.end() : name.end])

    def _promote(self, name: BodyName) -> None:
        """A short name that fills the first cell of a row ("Executive Group") names that body in this paper."""
        if not name.generic or name.plural or " " not in name.name:
            return
        block = self.doc._.layout.blocks[name.block]
        if block.kind == "table_row" and block.column == 0:
            fills = self.text[block.body_start : block.end].strip() == self.text[name.start : name.end]
            name.generic = not (fills and name.kind in ("group", "board", "team", "committee", "panel"))

    def _own_body(self) -> Body | None:
        """The body whose paper it is, made an entity where it is not yet one; None where the words are a role or too short."""
        place = self.doc._.facts.places.get("body") if self.doc._.facts is not None else None
        if place is None:
            return None
        start, end = place.start, place.end
        name = fold_space(self.text[start:end])
        body = self.registry.by_key.get(body_key(name))
        if body is not None:
            return body
        inside = [
            (n.end - n.start, k, b)
            for k, b in enumerate(self.registry.bodies)
            for n in b.names
            if start <= n.start and n.end <= end
        ]
        if inside:
            return max(inside)[2]
        kind = kind_by_noun(name)
        if kind == "other_body" or any(word.lower() in body_words().stop for word in name.split()[1:]):
            return None
        board = _BOARD_OF.fullmatch(name)
        holder = self._holder(start) if board is not None else None
        if board is not None and holder is not None:
            body = self.registry.add(BodyName(start, end, name, kind, head="own"))
            self.registry.set_parent(body, holder)
            return body
        if any(n.generic and start <= n.start and n.end <= end for n in self.names):
            fuller = [b for b in self.registry.bodies if b.key.endswith(" " + body_key(name))]
            return fuller[0] if len(fuller) == 1 else None
        return self.registry.add(BodyName(start, end, name, kind, head="own"))

    def _holder(self, start: int) -> Body | None:
        """The trust, charity or company named before the place: whose board it is."""
        above = [
            (name.start, position, body)
            for position, body in enumerate(self.registry.bodies)
            for name in body.names
            if name.start < start
            and name.kind in ("nhs_body", "provider", "charity", "company", "school", "other_body")
        ]
        return min(above)[2] if above else None

    def _define(self) -> None:
        """Gives each acronym to the body in whose name its long form ends, or makes that a body where its noun is one."""
        for name in self.names:
            self.ends.setdefault(name.end, []).append(name)
        for definition in self.definitions:
            body = self._body_ending(definition.long) or self._defined_body(definition.long)
            if body is None:
                continue
            start, end = definition.short.start, definition.short.end
            short = fold_space(self.text[start:end])
            self.registry.acronyms.setdefault(letters_of(short), body)
            body.acronyms.add(letters_of(short))
            body.names.append(BodyName(start, end, short, body.names[0].kind))

    def _body_ending(self, long: Place) -> Body | None:
        for body in self.registry.bodies:
            if any(
                name.end in (long.end, long.end - 1) and name.start <= long.start + 40 and not name.joined
                for name in body.names
            ):
                return body
        return None

    def _defined_body(self, long: Place) -> Body | None:
        """The body that only its acronym shows to be a name: a plural ("Care Partnerships (CP)"), or one with its noun within."""
        words = body_words()
        for name in self.ends.get(long.end, ()):
            if name.generic and name.plural and " " in name.name and name.head not in words.weak | words.place:
                name.generic = False
                return self.registry.add(name)
        tokens = split_tokens(self.text, long.start, long.end)
        run = Run(long.start, long.end, 0, tokens)
        head = next((found for k in range(len(tokens)) if (found := head_at(run, k))), None)
        if head is None or head.plural or head.first == 0 or head.last != len(tokens) - 2:
            return None
        if any(token.kind not in ("cap", "join") for token in tokens) or tokens[-1].fold in programme_nouns():
            return None
        words_of = fold_space(self.text[long.start : long.end])
        return self.registry.add(BodyName(long.start, long.end, words_of, kind_of(words_of, head.kind), head.phrase))

    def _use_acronyms(self, own: Body | None) -> None:
        """Counts acronyms outside longer names as mentions."""
        defined = {letters_of(self.text[found.short.start : found.short.end]) for found in self.definitions}
        reader = AcronymReader(self.text, self.registry, own, defined)
        held = Cover((name.start, name.end) for body in self.registry.bodies for name in body.names)
        uses: dict[str, list[CapitalWord]] = {}
        for word in capital_words(self.text, self.doc._.sentences, self.doc._.layout):
            uses.setdefault(letters_of(word.word), []).append(word)
        for letters, found in uses.items():
            free = [word for word in found if not held.holding(word.start, word.end)]
            body = reader.body_for(letters, found) if free else None
            if body is None:
                continue
            self.registry.acronyms.setdefault(letters, body)
            kind = cast(OrganisationKind, body.entity.kind)
            taken = Cover((name.start, name.end) for name in body.names)
            for word in free:
                if not taken.holding(word.start, word.end):
                    body.names.append(BodyName(word.start, word.end, word.word, kind, block=word.block))

    def _use_quoted(self) -> None:
        """Lets a short form in quotation marks behind a name stand for it: "Ashby Joint Water Committee (“the Joint Committee”)"."""
        for body in self.registry.bodies:
            for name in body.names:
                if (match := _QUOTED.match(self.text, name.end, name.end + 60)) is not None:
                    self.registry.by_key.setdefault(body_key(fold_space(match[1])), body)

    def _add_statutory(self, left: Sequence[BodyName]) -> None:
        """Makes "the CCG" or "the Integrated Care Board" a body where the paper has none that it could be short for."""
        for name in left:
            key = body_key(name.name)
            if (
                not name.plural
                and name.name.lower() in _statutory()
                and not any(body.key.endswith(" " + key) for body in self.registry.bodies)
            ):
                self.registry.add(name)


@cache
def _statutory() -> frozenset[str]:
    return frozenset(name.lower() for name in vocabulary.words("organisations", "statutory_heads"))


def write_spans(doc: Doc, name: str, entities: Iterable[Entity]) -> None:
    """Writes one span a mention into `doc.spans[name]`; a mention that does not fall on token boundaries is left out."""
    group = SpanGroup(doc, name=name)
    for entity in entities:
        kept = []
        for place in entity.mentions:
            span = doc.char_span(place.start, place.end, label=entity.kind or "")
            if span is not None:
                span._.entity = entity
                group.append(span)
                kept.append(place)
        entity.mentions = kept
    doc.spans[name] = sorted(group, key=lambda span: (span.start, span.end))


@Language.component(
    "matters_organisations",
    requires=["doc._.layout", "doc._.sentences", "doc._.facts"],
    assigns=["doc.spans", "doc._.organisations", "span._.entity"],
)
def matters_organisations(doc: Doc) -> Doc:
    """Writes `doc.spans["organisations"]` and `doc._.organisations`.

    "The Barnwell Health Board met Barnwell CCG's Governing Body" gives three bodies, the last a part of the second. "The Council
    Tax leaflet is on Board Street" gives none.
    """
    doc._.organisations = finish(_Finder(doc).run())
    write_spans(doc, "organisations", doc._.organisations)
    return doc
