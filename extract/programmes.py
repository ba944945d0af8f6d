"""Finds the strategies, plans, funds, programmes, projects, agreements and service models that a paper names.

One span a mention in `doc.spans["programmes"]`, labelled with its kind and pointing at its `Entity`. Acts, reports, committees,
work programmes, budgets in general, standards and software are none. "The Plan" is a mention of the one plan that can be meant.
Known misses: names without any noun of programmes that are neither known nationwide nor defined by an acronym.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc, SpanGroup

from extract import vocabulary
from extract.acronyms import Definition, find_definitions, letters_of
from extract.entities import Entity, Place
from extract.name_runs import find_runs, fold_space
from extract.organisation_aliases import initials
from extract.organisation_known import by_first_word
from extract.organisation_words import body_words, singular
from extract.programme_names import ProgrammeName, programme_words, programmes_in
from extract.records import ProgrammeKind

_CAPITALS = re.compile(r"(?<![\w’'&/-])(?:[A-Z]-)?[A-Z][A-Za-z0-9&-]*[A-Z][A-Za-z]?[a-z]?(?:[’']?s)?(?![\w&])")


def programme_key(name: str) -> str:
    """The key under which all spellings of one name fall."""
    folded = re.sub(r"[’'](?=s?\b)", "", name.lower()).replace("&", " and ")
    parts = re.sub(r"[^\w\s]", " ", re.sub(r"(\d)\s?[-–/]\s?(\d)", r"\1 \2", folded)).split()
    if parts and parts[0] in ("the", "draft", "new"):
        parts = parts[1:]
    if parts:
        parts[-1] = singular(parts[-1])
    return " ".join(parts)


#: Small nouns after a bracketed acronym that make the words before it the name of a programme.
_SMALL_NOUNS: dict[str, ProgrammeKind] = {
    "programme": "programme",
    "scheme": "scheme",
    "project": "project",
    "plan": "plan",
    "strategy": "strategy",
    "initiative": "initiative",
    "fund": "fund",
    "campaign": "initiative",
}


@dataclass(eq=False)
class _Group:
    entity: Entity
    key: str
    names: list[ProgrammeName] = field(default_factory=list)


@cache
def _known() -> tuple[re.Pattern[str], dict[str, ProgrammeKind], dict[str, str]]:
    data = vocabulary.load("programmes")
    kinds = {
        " ".join(name.lower().split()): cast(ProgrammeKind, kind)
        for kind, names in data["known"].items()
        for name in names
    }
    pattern = re.compile(by_first_word(name for names in data["known"].values() for name in names) + r"(?![\w-])")
    return pattern, kinds, data["known_acronyms"]


class _Finder:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text = doc._.layout.text
        self.groups: list[_Group] = []
        self.by_key: dict[str, _Group] = {}
        self.acronyms: dict[str, _Group] = {}
        self.bodies = sorted((span.start_char, span.end_char) for span in doc.spans.get("organisations", []))
        self.body_forms = {
            form
            for entity in doc._.organisations or []
            for form in (programme_key(entity.name), *map(programme_key, entity.other_names))
        }

    def run(self) -> list[_Group]:
        names = self._collect()
        definitions = [
            d
            for s in self.doc._.sentences
            if "(" in self.text[s.start : s.end]
            for d in find_definitions(self.text, s.start, s.end)
        ]
        for name in names:
            if not name.generic:
                self._add(name)
        self._define(definitions, names)
        self._merge_variants()
        self._merge_suffixes()
        self._use_acronyms()
        self._bare_names()
        self._resolve([name for name in names if name.generic])
        return self.groups

    def _collect(self) -> list[ProgrammeName]:
        found = [name for run in find_runs(self.doc) for name in programmes_in(self.text, run)]
        pattern, kinds, _ = _known()
        for sentence in self.doc._.sentences:
            for match in pattern.finditer(self.text, sentence.start, sentence.end):
                if match.start() and self.text[match.start() - 1].isalnum():
                    continue
                if not any(
                    name.start <= match.start() and match.end() <= name.end and not name.generic for name in found
                ):
                    found = [name for name in found if not (match.start() <= name.start and name.end <= match.end())]
                    name = fold_space(match[0])
                    found.append(
                        ProgrammeName(match.start(), match.end(), name, kinds[name.lower()], block=sentence.block)
                    )
        kept = [
            name
            for name in found
            if not self._in_body(name.start, name.end) and programme_key(name.name) not in self.body_forms
        ]
        return sorted(kept, key=lambda name: (name.start, -name.end))

    def _in_body(self, start: int, end: int) -> bool:
        return any(a < end and start < b and (a <= start and end <= b or b == end) for a, b in self.bodies)

    def _add(self, name: ProgrammeName) -> _Group:
        key = programme_key(name.name)
        group = self.by_key.get(key)
        if group is None:
            group = _Group(Entity("programmes", name.name, name.kind), key)
            self.groups.append(group)
            self.by_key[key] = group
        group.names.append(name)
        return group

    def _define(self, definitions: Sequence[Definition], names: Sequence[ProgrammeName]) -> None:
        for definition in definitions:
            short = fold_space(self.text[definition.short.start : definition.short.end])
            if self._in_body(definition.short.start, definition.short.end):
                continue
            group = self._ending_at(definition.long.start, definition.long.end)
            if group is None:
                group = self._defined_model(definition)
            if group is None:
                continue
            self.acronyms.setdefault(letters_of(short), group)
            group.names.append(
                ProgrammeName(
                    definition.short.start,
                    definition.short.end,
                    short,
                    cast(ProgrammeKind, group.entity.kind),
                    acronym=True,
                )
            )

    def _ending_at(self, start: int, end: int) -> _Group | None:
        return next(
            (g for g in self.groups if any(n.end in (end, end - 1) and n.start <= start + 40 for n in g.names)), None
        )

    def _defined_model(self, definition: Definition) -> _Group | None:
        """A service model or review that only its acronym shows to be a name: "Quick Response Nurse Teams (QRNTs)"."""
        words = fold_space(self.text[definition.long.start : definition.long.end])
        last = words.split()[-1].lower()
        noun = re.match(r"\)\s+([a-z]+)\b", self.text[definition.short.end : definition.short.end + 20])
        if (
            noun is not None
            and noun[1] in _SMALL_NOUNS
            and not self._in_body(definition.long.start, definition.long.end)
        ):
            return self._add(ProgrammeName(definition.long.start, definition.long.end, words, _SMALL_NOUNS[noun[1]]))
        if (
            last in ("teams", "networks", "models", "review", "hubs", "patients", "child", "family", "pathways")
            and words.split()[0][0].isupper()
        ):
            if self._in_body(definition.long.start, definition.long.end) or len(words.split()) < 3:
                return None
            kind: ProgrammeKind = (
                "programme" if last == "review" else "network" if last == "networks" else "service_model"
            )
            return self._add(ProgrammeName(definition.long.start, definition.long.end, words, kind))
        return None

    def _merge_variants(self) -> None:
        """Joins names that differ in the order of their words, in an acronym for their first words, or in one word of many."""
        for group in sorted(self.groups, key=lambda g: len(g.key)):
            others = [o for o in self.groups if o is not group and len(o.key) >= len(group.key)]
            same = [o for o in others if self._is_variant(group.key, o.key)]
            if group in self.groups and len(same) == 1:
                self._merge(group, same[0])

    def _is_variant(self, short: str, long: str) -> bool:
        left, right = short.split(), long.split()
        drop = {"for", "the", "of", "and", "in"}
        first = sorted(set(left) - drop), sorted(set(right) - drop)
        if first[0] == first[1]:
            return True
        for size in range(1, len(left)):
            tail = " ".join(left[size:])
            if (
                size == 1
                and right[-len(left[1:]) :] == left[1:]
                and len(left[0]) >= 2
                and initials(" ".join(right[: -len(left[1:])])).startswith(left[0])
                and len(left[0]) >= 3
            ):
                return bool(tail)
        group = self.acronyms.get(left[0])
        if len(left) == 2 and group is not None and group.key == long and left[1] in programme_words().heads:
            return True
        if left[-1:] in (["stp"], ["bcf"], ["mtfs"]):
            return right[: len(left) - 1] == left[:-1] and initials(" ".join(right[len(left) - 1 :])) == left[-1]
        return (
            len(left) >= 5
            and left[-1] == right[-1]
            and len(set(right) - set(left)) == 1
            and not set(left) - set(right)
            and left[0] == right[0]
        )

    def _merge_suffixes(self) -> None:
        for group in sorted(self.groups, key=lambda g: len(g.key)):
            if group not in self.groups or len(group.key.split()) < 2:
                continue
            fuller = [
                o
                for o in self.groups
                if o is not group
                and (
                    o.key.endswith(" " + group.key)
                    or _without_years(o.key) == group.key
                    or o.key.startswith(group.key + " for ")
                )
            ]
            if len(fuller) == 1:
                self._merge(group, fuller[0])

    def _merge(self, group: _Group, into: _Group) -> None:
        into.names.extend(group.names)
        self.groups.remove(group)
        for table in (self.by_key, self.acronyms):
            for key, value in list(table.items()):
                if value is group:
                    table[key] = into

    def _use_acronyms(self) -> None:
        known = _known()[2]
        held = sorted((n.start, n.end) for g in self.groups for n in g.names)
        for sentence in self.doc._.sentences:
            for match in _CAPITALS.finditer(self.text, sentence.start, sentence.end):
                letters = letters_of(match[0])
                if any(a <= match.start() and match.end() <= b for a, b in held) or self._in_body(
                    match.start(), match.end()
                ):
                    continue
                group = self.acronyms.get(letters)
                if group is None:
                    group = self._kind_of_model(match[0], letters)
                if group is None:
                    group = self._known_acronym(re.sub(r"[’']?s$", "", match[0]), letters, known)
                if group is not None:
                    word = re.sub(r"[’']s$", "", match[0])
                    group.names.append(
                        ProgrammeName(
                            match.start(),
                            match.start() + len(word),
                            word,
                            cast(ProgrammeKind, group.entity.kind),
                            acronym=True,
                        )
                    )

    def _kind_of_model(self, word: str, letters: str) -> _Group | None:
        """A model of its own named after a defined one: "X-QRNT" where the paper defines QRNT."""
        base = next(
            (
                g
                for short, g in self.acronyms.items()
                if len(short) > 2 and letters.endswith(short) and len(letters) - len(short) == 1
            ),
            None,
        )
        if base is None or not base.names:
            return None
        group = _Group(Entity("programmes", word, base.entity.kind), programme_key(word))
        self.groups.append(group)
        self.acronyms[letters] = group
        return group

    def _known_acronym(self, word: str, letters: str, known: dict[str, str]) -> _Group | None:
        long = known.get(word)
        if long is None:
            return None
        group = next(
            (g for g in self.groups if g.key == programme_key(long) or g.key.endswith(" " + programme_key(long))), None
        )
        if group is None:
            kind = next(
                (
                    kind
                    for noun in reversed(long.lower().split())
                    for phrase, kind in programme_words().heads.get(noun, ())
                    if len(phrase) == 1
                ),
                "programme",
            )
            group = _Group(Entity("programmes", word, kind), programme_key(word))
            self.groups.append(group)
        self.acronyms[letters] = group
        return group

    def _bare_names(self) -> None:
        """A name of three words or more that also stands without its last noun."""
        held = sorted((n.start, n.end) for g in self.groups for n in g.names)
        for group in list(self.groups):
            stems = {n.name.rsplit(" ", 1)[0] for n in group.names if _has_brand(n)}
            for stem in stems:
                pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, stem.split())) + r"(?![\w-])(?!\s+[A-Z])")
                for sentence in self.doc._.sentences:
                    for match in pattern.finditer(self.text, sentence.start, sentence.end):
                        if not any(a < match.end() and match.start() < b for a, b in held) and not self._in_body(
                            match.start(), match.end()
                        ):
                            group.names.append(
                                ProgrammeName(
                                    match.start(),
                                    match.end(),
                                    fold_space(match[0]),
                                    cast(ProgrammeKind, group.entity.kind),
                                )
                            )

    def _resolve(self, names: Sequence[ProgrammeName]) -> None:
        for name in names:
            key = programme_key(name.name)
            ending = [g for g in self.groups if _without_years(g.key).endswith(" " + key)]
            if len(ending) == 1 and not name.plural and self.text[name.start].isupper():
                ending[0].names.append(name)


def _has_brand(name: ProgrammeName) -> bool:
    """Whether the name without its last noun is a name still: three words or more, and not all of them subjects."""
    words = name.name.split()
    if (
        len(words) < 4
        or name.acronym
        or name.kind not in ("programme", "project", "initiative", "scheme")
        or " for " in name.name
    ):
        return False
    return any(word.lower() not in body_words().subjects and word[0].isupper() for word in words[:-1]) and any(
        w[0].islower() for w in words[:-1]
    )


def _without_years(key: str) -> str:
    return re.sub(r"(?:\s\d{2,4})+$", "", key)


@Language.component(
    "matters_programmes",
    requires=["doc._.sentences", "doc._.organisations", "doc.spans"],
    assigns=["doc.spans", "doc._.programmes", "span._.entity"],
)
def matters_programmes(doc: Doc) -> Doc:
    """Writes `doc.spans["programmes"]` and `doc._.programmes`.

    "The Better Care Fund (BCF) and the Ashby Housing Strategy 2025-29" gives two. "The Care Act 2014 and the work programme" gives none.
    """
    group = SpanGroup(doc, name="programmes")
    entities = []
    for found in sorted(_Finder(doc).run(), key=lambda g: min(n.start for n in g.names)):
        entity = found.entity
        names = sorted(found.names, key=lambda n: (n.start, n.end))
        proper = [n for n in names if not n.generic] or names
        best = max(proper, key=lambda n: (not n.acronym, not n.name.isupper(), len(n.name), -n.start))
        entity.name, entity.kind, entity.name_place = (
            best.name,
            best.kind if not best.acronym else entity.kind,
            Place(best.start, best.end),
        )
        for name in names:
            span = doc.char_span(name.start, name.end, label=entity.kind or "programme")
            if span is None:
                continue
            span._.entity = entity
            group.append(span)
            entity.mentions.append(Place(name.start, name.end))
            if not name.generic and name.name != entity.name:
                entity.other_names.setdefault(name.name, Place(name.start, name.end))
        entities.append(entity)
    doc.spans["programmes"] = sorted(group, key=lambda span: (span.start, span.end))
    doc._.programmes = entities
    return doc
