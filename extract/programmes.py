"""Finds the strategies, plans, funds, programmes, projects, agreements and service models that a paper names.

One span a mention in `doc.spans["programmes"]`, labelled with its kind and pointing at its `Entity`. Acts, reports, committees,
work programmes, budgets in general, standards and software are none. "The Plan" is a mention of the one plan that can be meant.
Known misses: names without any noun of programmes that are neither known nationwide nor defined by an acronym.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import cast

from spacy.language import Language
from spacy.tokens import Doc

from extract import vocabulary
from extract.acronyms import Definition, find_definitions, letters_of
from extract.entities import Place
from extract.name_runs import find_runs, fold_space
from extract.organisation_acronyms import without_plural
from extract.organisation_known import by_first_word
from extract.organisations import Cover, write_spans
from extract.programme_names import ProgrammeName, programme_words, programmes_in
from extract.programme_registry import Programme, Programmes, finish, programme_key, without_years
from extract.records import ProgrammeKind

_CAPITALS = re.compile(r"[A-Z](?<![\w’'&/-].)(?:-[A-Z])?[A-Za-z0-9&-]*[A-Z][A-Za-z]?[a-z]?s?(?![\w&])")
_NOUN_AFTER = re.compile(r"\)\s+([a-z]+)\b")


#: The noun that a paper prints after a known name: "Start for Life Programme".
_OWN_NOUN = re.compile(r"\s+(?:Programme|Project|Scheme|Initiative|Campaign)(?![\w-])(?!\s+[A-Z])")


@cache
def _known() -> tuple[re.Pattern[str], dict[str, ProgrammeKind], dict[str, str]]:
    data = vocabulary.load("programmes")
    kinds = {name.lower(): cast(ProgrammeKind, kind) for kind, names in data["known"].items() for name in names}
    pattern = re.compile(by_first_word(name for names in data["known"].values() for name in names) + r"(?![\w-])")
    return pattern, kinds, data["known_acronyms"]


class _Finder:
    """The work on one paper, in the order: names, one entity a programme, definitions, other forms, acronyms, short forms."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc._.layout.text
        self.programmes = Programmes()
        self.bodies = Cover((span.start_char, span.end_char) for span in doc.spans.get("organisations", []))
        names = [form for entity in doc._.organisations or [] for form in (entity.name, *entity.other_names)]
        self.body_keys = {programme_key(name) for name in names}

    def run(self) -> Programmes:
        names = self._collect()
        for name in names:
            if not name.generic:
                self.programmes.add(name)
        self._define()
        self.programmes.merge_variants()
        self.programmes.merge_suffixes()
        self._use_acronyms()
        self._use_bare_forms()
        self._resolve([name for name in names if name.generic])
        return self.programmes

    def _collect(self) -> list[ProgrammeName]:
        found = [name for run in find_runs(self.doc) for name in programmes_in(self.text, run)]
        pattern, kinds, _ = _known()
        held = Cover((name.start, name.end) for name in found if not name.generic)
        for sentence in self.doc._.sentences:
            for match in pattern.finditer(self.text, sentence.start, sentence.end):
                start, end = match.span()
                if (noun := _OWN_NOUN.match(self.text, end, sentence.end)) is not None:
                    end = noun.end()
                if held.holding(start, end) or (start and self.text[start - 1].isalnum()):
                    continue
                found = [name for name in found if not (start <= name.start and name.end <= end)]
                found.append(
                    ProgrammeName(start, end, fold_space(self.text[start:end]), kinds[fold_space(match[0]).lower()])
                )
        kept = [
            name
            for name in found
            if not self._in_body(name.start, name.end) and programme_key(name.name) not in self.body_keys
        ]
        return sorted(kept, key=lambda name: (name.start, -name.end))

    def _in_body(self, start: int, end: int) -> bool:
        """Whether the words are part of the name of a body, or run into its end."""
        return any((a <= start and end <= b) or b == end for a, b in self.bodies.touching(start, end))

    def _define(self) -> None:
        """Gives each acronym to the programme in whose name its long form ends, or makes that a programme."""
        for sentence in self.doc._.sentences:
            if self.text.find("(", sentence.start, sentence.end) < 0:
                continue
            for definition in find_definitions(self.text, sentence.start, sentence.end):
                start, end = definition.short.start, definition.short.end
                if self._in_body(start, end) or self._in_body(definition.long.start, definition.long.end):
                    continue
                programme = self._ending(definition.long) or self._defined(definition)
                if programme is not None:
                    short = fold_space(self.text[start:end])
                    self.programmes.acronyms.setdefault(letters_of(short), programme)
                    programme.names.append(ProgrammeName(start, end, short, programme.kind, acronym=True))

    def _ending(self, long: Place) -> Programme | None:
        for programme in self.programmes.found:
            if any(name.end in (long.end, long.end - 1) and name.start <= long.start + 40 for name in programme.names):
                return programme
        return None

    def _defined(self, definition: Definition) -> Programme | None:
        """The programme that only its acronym shows to be a name: "Quick Response Nurse Teams (QRNTs)", "… (RCP) scheme"."""
        words = programme_words()
        long = fold_space(self.text[definition.long.start : definition.long.end])
        noun = _NOUN_AFTER.match(self.text, definition.short.end, definition.short.end + 20)
        kind = words.bracket_nouns.get(noun[1]) if noun is not None else None
        if kind is None and len(long.split()) > 2:
            kind = words.defined_nouns.get(long.split()[-1].lower())
        if kind is None:
            return None
        return self.programmes.add(ProgrammeName(definition.long.start, definition.long.end, long, kind))

    def _use_acronyms(self) -> None:
        """Counts acronyms outside longer names as mentions."""
        held = Cover((name.start, name.end) for programme in self.programmes.found for name in programme.names)
        for sentence in self.doc._.sentences:
            for match in _CAPITALS.finditer(self.text, sentence.start, sentence.end):
                letters = letters_of(match[0])
                programme = self.programmes.acronyms.get(letters) or self._new_acronym(match[0], letters)
                if (
                    programme is None
                    or held.holding(match.start(), match.end())
                    or self._in_body(match.start(), match.end())
                ):
                    continue
                programme.names.append(
                    ProgrammeName(match.start(), match.end(), match[0], programme.kind, acronym=True)
                )

    def _new_acronym(self, word: str, letters: str) -> Programme | None:
        """A model of its own named after a defined one ("X-QRNT"), or an acronym known nationwide."""
        acronyms = self.programmes.acronyms
        bases = [
            p
            for short, p in acronyms.items()
            if len(short) > 2 and len(letters) == len(short) + 1 and letters.endswith(short)
        ]
        if bases:
            acronyms[letters] = self.programmes.open(word, bases[0].kind)
            return acronyms[letters]
        long = _known()[2].get(without_plural(word))
        if long is None:
            return None
        key = programme_key(long)
        spelt = [p for p in self.programmes.found if p.key == key or without_years(p.key).endswith(" " + key)]
        acronyms[letters] = spelt[0] if len(spelt) == 1 else self.programmes.open(word, _kind_of(long))
        return acronyms[letters]

    def _use_bare_forms(self) -> None:
        """Counts a name that stands without its last noun as a mention."""
        held = Cover((name.start, name.end) for programme in self.programmes.found for name in programme.names)
        for programme, stem in list(self.programmes.bare_forms()):
            pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, stem.split())) + r"(?![\w-])(?!\s+[A-Z])")
            for sentence in self.doc._.sentences:
                for match in pattern.finditer(self.text, sentence.start, sentence.end):
                    start, end = match.span()
                    if not held.touching(start, end) and not self._in_body(start, end):
                        programme.names.append(ProgrammeName(start, end, fold_space(match[0]), programme.kind))

    def _resolve(self, names: Sequence[ProgrammeName]) -> None:
        """Counts short forms ("the Plan") as mentions where only one programme can be meant."""
        for name in names:
            key = programme_key(name.name)
            same = [p for p in self.programmes.found if p.key == key]
            ending = same or [p for p in self.programmes.found if without_years(p.key).endswith(" " + key)]
            if len(ending) == 1 and not name.plural and self.text[name.start].isupper():
                ending[0].names.append(name)


def _kind_of(long: str) -> ProgrammeKind:
    """The kind that the last noun of a name tells."""
    nouns = programme_words().nouns
    for word in reversed(long.lower().split()):
        if word in nouns:
            return nouns[word][-1][1]
    return "programme"


@Language.component(
    "matters_programmes",
    requires=["doc._.layout", "doc._.sentences", "doc._.organisations", "doc.spans"],
    assigns=["doc.spans", "doc._.programmes", "span._.entity"],
)
def matters_programmes(doc: Doc) -> Doc:
    """Writes `doc.spans["programmes"]` and `doc._.programmes`.

    "The Better Care Fund (BCF) and the Ashby Housing Strategy 2025-29" gives two. "The Care Act 2014 and the work programme"
    gives none.
    """
    doc._.programmes = finish(_Finder(doc).run())
    write_spans(doc, "programmes", doc._.programmes)
    return doc
