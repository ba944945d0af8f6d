"""Finds the bodies that a paper names: councils, committees, boards, NHS bodies, providers, charities, teams with a name.

One span a mention in `doc.spans["organisations"]`, labelled with its kind and pointing at its `Entity`; one entity a body, under
the fullest name in the paper. Generic words ("officers", "the local authority"), documents, Acts, streets and roles are none.
Known misses: names without a noun of bodies that no vocabulary lists ("Ashfields"), unless an acronym stands for them.
"""

import re
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extract.acronyms import Definition, find_definitions, letters_of
from extract.name_runs import Run, find_runs, fold_space, split_tokens
from extract.organisation_acronyms import CapitalWord, acronym_words, capital_words, is_body
from extract.organisation_aliases import (
    Body,
    Registry,
    body_key,
    finish,
    is_initials,
    merge_acronym_starts,
    merge_councils,
    merge_cut,
    merge_owned,
    merge_suffixes,
    parents_of,
    resolve_generic,
    same_letters_swapped,
)
from extract.organisation_known import known_names
from extract.organisation_names import BodyName, names_in
from extract.organisation_plurals import split_joined
from extract.organisation_words import body_words, head_at, kind_of, programme_nouns
from extract.records import OrganisationKind

_AND = re.compile(r"\s+(?:and|&)\s+(?=[A-Z])")
_WORD_BEFORE = re.compile(r"(?<![\w.,;:!?’'-])(?P<place>[A-Z][a-z]+)[ ]$")
_DIRECTION = re.compile(r"(?:\s+(?:North|South|East|West))+(?![\w-])")
#: Heads that name one kind of statutory body, so that in a paper with none other they name that body.
_TYPES = frozenset({"ccg", "clinical commissioning group", "icb", "integrated care board", "integrated care system"})


class _Finder:
    """The work on one paper, in the order: names, definitions, one entity a body, acronyms, short forms."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc._.layout.text
        self.registry = Registry()
        self.names: list[BodyName] = []
        self.definitions: list[Definition] = []
        self.small_words = frozenset(re.findall(r"\b[a-z]{2,6}\b", self.text))

    def run(self) -> Registry:
        self._collect()
        generic = [name for name in self.names if name.generic]
        proper = [name for name in self.names if not name.generic]
        keys = {body_key(name.name) for name in proper if not name.plural}
        for name in proper:
            for part in split_joined(name, keys):
                self.registry.add(part)
        own = self._own_body()
        merge_councils(self.registry)
        self._define()
        merge_acronym_starts(self.registry)
        merge_owned(self.registry)
        merge_cut(self.registry)
        merge_suffixes(self.registry, own)
        self._use_acronyms(own if own in self.registry.bodies else None)
        own = own if own in self.registry.bodies else self._own_body()
        self._typed(resolve_generic(self.registry, generic, own))
        parents_of(self.registry, self.names)
        return self.registry

    def _collect(self) -> None:
        known = list(known_names(self.text, self.doc._.sentences))
        taken = [(name.start, name.end) for name in known]
        found = [name for run in find_runs(self.doc) for name in names_in(self.text, run)]
        for name in found:
            over = [span for span in taken if span[0] < name.end and name.start < span[1]]
            if any(span[0] <= name.start and name.end <= span[1] for span in over):
                continue
            for span in over:
                join = _AND.match(self.text, span[1])
                if span[0] <= name.start and join is not None and join.end() < name.end:
                    name.start, name.name = join.end(), fold_space(self.text[join.end() : name.end])
            self._promote(name)
            self.names.append(name)
        held = [(name.start, name.end) for name in self.names if not name.generic]
        for name in known:
            inside = [
                span
                for span in held
                if span[0] <= name.start and name.end <= span[1] and span != (name.start, name.end)
            ]
            if not inside:
                self.names.append(name)
        self.names.sort(key=lambda name: (name.start, -name.end))
        for sentence in self.doc._.sentences:
            if "(" in self.text[sentence.start : sentence.end]:
                self.definitions.extend(find_definitions(self.text, sentence.start, sentence.end))

    def _typed(self, left: Sequence[BodyName]) -> None:
        """Makes "the CCG" or "the Integrated Care Board" a body where the paper has none that it could be short for."""
        for name in left:
            if not name.plural and name.head in _TYPES and name.head == name.name.lower():
                key = body_key(name.name)
                if not any(body.key != key and body.key.endswith(key) for body in self.registry.bodies):
                    self.registry.add(name).entity.kind = "nhs_body"

    def _promote(self, name: BodyName) -> None:
        """A short name that fills a cell or heading of its own ("Executive Group") names that body in this paper."""
        block = self.doc._.layout.blocks[name.block]
        if (
            name.generic
            and not name.plural
            and " " in name.name
            and name.head in ("group", "board", "team", "forum", "committee", "panel")
        ):
            fills = self.text[block.body_start : block.end].strip() == self.text[name.start : name.end]
            name.generic = not (fills and block.kind == "table_row" and block.column == 0)

    def _own_body(self) -> Body | None:
        """The body whose paper it is, made an entity where it is not yet one."""
        facts = self.doc._.facts
        place = facts.places.get("body") if facts is not None else None
        if place is None:
            return None
        start, end = place.start, place.end
        name = fold_space(self.text[start:end])
        body = self.registry.by_key.get(body_key(name))
        if body is not None:
            return body
        inside = [b for b in self.registry.bodies if any(start <= n.start and n.end <= end for n in b.names)]
        if inside:
            return max(inside, key=lambda b: max(n.end - n.start for n in b.names if start <= n.start and n.end <= end))
        if _kind_by_head(name) == "other_body" or any(word.lower() in body_words().stop for word in name.split()[1:]):
            return None
        generic = next((n for n in self.names if n.generic and n.start >= start and n.end <= end), None)
        if generic is not None:
            fuller = [b for b in self.registry.bodies if b.key.endswith(" " + body_key(name))]
            return fuller[0] if len(fuller) == 1 else None
        return self.registry.add(BodyName(start, end, name, _kind_by_head(name), head="own"))

    def _define(self) -> None:
        """Gives each acronym to the body in whose name its long form ends, or makes that a body where its last noun is one."""
        for definition in self.definitions:
            short = fold_space(self.text[definition.short.start : definition.short.end])
            body = self._body_ending_at(definition.long.start, definition.long.end) or self._defined_body(definition)
            if body is None:
                continue
            key = letters_of(short)
            self.registry.acronyms.setdefault(key, body)
            body.acronyms.add(key)
            name = BodyName(definition.short.start, definition.short.end, short, body.entity.kind or "other_body")  # type: ignore[arg-type]
            self.registry.mention(body, name)

    def _body_ending_at(self, start: int, end: int) -> Body | None:
        for body in self.registry.bodies:
            if any(name.end in (end, end - 1) and name.start <= start + 40 and not name.joined for name in body.names):
                return body
        return None

    def _defined_body(self, definition: Definition) -> Body | None:
        """The body that only its acronym shows to be a name: a plural ("Care Partnerships (CP)"), or one with its noun within."""
        start, end = definition.long.start, definition.long.end
        for name in self.names:
            if (
                name.generic
                and name.plural
                and name.end == end
                and name.head not in body_words().weak | body_words().place
                and " " in name.name
            ):
                name.generic = False
                return self.registry.add(name)
        words = fold_space(self.text[start:end])
        tokens = split_tokens(self.text, start, end)
        head = next((h for k in range(len(tokens)) if (h := head_at(Run(start, end, 0, tokens), k))), None)
        capitals = all(token.kind in ("cap", "join") for token in tokens)
        if head is None or head.plural or head.first == 0 or head.last != len(tokens) - 2 or not capitals:
            return None
        if self.text[start:end].split()[-1].lower() in programme_nouns():
            return None
        return self.registry.add(BodyName(start, end, words, kind_of(words, head.kind), head.phrase))

    def _use_acronyms(self, own: Body | None) -> None:
        shouting = frozenset(b.index for b in self.doc._.layout.blocks if self.text[b.start : b.end].isupper())
        held = _Cover((name.start, name.end) for body in self.registry.bodies for name in body.names)
        uses: dict[str, list[CapitalWord]] = {}
        for word in capital_words(self.text, self.doc._.sentences, shouting):
            uses.setdefault(letters_of(word.word), []).append(word)
        defined = {letters_of(self.text[d.short.start : d.short.end]) for d in self.definitions}
        for letters, found in uses.items():
            free = [word for word in found if not held.covers(word.start, word.end)]
            if not free:
                continue
            body = self._acronym_body(letters, found, defined, own)
            if body is None:
                continue
            self.registry.acronyms.setdefault(letters, body)
            for word in free:
                self.registry.mention(
                    body, BodyName(word.start, word.end, word.word, body.entity.kind or "other_body", block=word.block)
                )  # type: ignore[arg-type]

    def _acronym_body(
        self, letters: str, uses: Sequence[CapitalWord], defined: set[str], own: Body | None
    ) -> Body | None:
        registry, words = self.registry, acronym_words()
        if letters in registry.acronyms:
            return registry.acronyms[letters]
        if letters in defined or any(len(short) > 2 and letters.endswith(short) for short in defined):
            return None
        word = uses[0].word
        bare = re.sub(r"(?<=[A-Z])s$", "", word)
        if bare in words.known:
            long = words.known[bare]
            body = registry.by_key.get(body_key(long)) if long else None
            return body or self._new(uses, kind_of(long, _head_kind(long)) if long else "other_body")
        spelt = [body for body in registry.bodies if is_initials(bare, body.entity.name) and body.entity.name != bare]
        if len(spelt) == 1:
            return spelt[0]
        if own is not None and any(
            is_initials(bare, " ".join(own.entity.name.split()[k:])) for k in range(1, len(own.entity.name.split()) - 2)
        ):
            return own
        slips = {id(b): b for known, b in registry.acronyms.items() if same_letters_swapped(known, letters)}
        if len(slips) == 1 and bare not in words.not_bodies:
            return next(iter(slips.values()))
        return self._new(uses, "other_body") if is_body(uses, self.small_words) else None

    def _new(self, uses: Sequence[CapitalWord], kind: OrganisationKind) -> Body:
        """A body known by its acronym alone, with the place that stands beside it each time: "Marsh ALC", "BBC South East"."""
        word = uses[0]
        before = {_WORD_BEFORE.search(self.text, max(0, use.start - 30), use.start) for use in uses}
        places = {match["place"] for match in before if match is not None}
        start, end = word.start, word.end
        if len(places) == 1 and None not in before and not {p.lower() for p in places} & body_words().stop:
            start -= len(next(iter(before))[0])  # type: ignore[index]
        after = _DIRECTION.match(self.text, end, end + 30)
        end = after.end() if after else end
        made = BodyName(start, end, fold_space(self.text[start:end]), kind, block=word.block)
        body = self.registry.add(made)
        if (start, end) == (word.start, word.end):
            body.names.clear()
        return body


class _Cover:
    """Which stretches of the text names already hold."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self.spans = sorted(set(spans))

    def covers(self, start: int, end: int) -> bool:
        from bisect import bisect_right

        index = bisect_right(self.spans, (start, 10**9)) - 1
        return any(a <= start and end <= b for a, b in self.spans[max(0, index - 6) : index + 1])


def _head_kind(name: str):  # type: ignore[no-untyped-def]
    tokens = split_tokens(name, 0, len(name))
    head = head_at(Run(0, len(name), 0, tokens), len(tokens) - 1) if tokens else None
    return head.kind if head else None


def _kind_by_head(name: str):  # type: ignore[no-untyped-def]
    return kind_of(name, _head_kind(name))


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
    registry = _Finder(doc).run()
    entities = finish(registry, doc._.layout.text)
    group = SpanGroup(doc, name="organisations")
    for entity in entities:
        kept = []
        for place in entity.mentions:
            span = doc.char_span(place.start, place.end, label=entity.kind or "other_body")
            if span is None:
                continue
            span._.entity = entity
            group.append(span)
            kept.append(place)
        entity.mentions = kept
    doc.spans["organisations"] = sorted(group, key=lambda span: (span.start, span.end))
    doc._.organisations = entities
    return doc
