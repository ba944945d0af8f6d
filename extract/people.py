"""Finds the people whom a paper names, what it says they are and where, and which mentions are of one person.

A place with the shape of a name (`people_names`) is held for a person only for a reason that stands in the paper: a title, an
office beside it, its place in a list of those present, a label ("Contact:"), a verb of saying, or a second mention. Streets,
bodies, headings and programmes have none. Private people whom a paper mentions in passing (applicants, petitioners, patients)
are left out. Known miss: people called by their first name only, where no fuller form stands in the paper.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import zip_longest

from spacy.language import Language
from spacy.tokens import Doc, Span

from extract.attendance import (
    Listing,
    absentees,
    find_headings,
    find_listed,
    readable_zones,
    spread_plural,
)
from extract.blocks import SILENT, Block, block_at
from extract.entities import Entity, Place
from extract.people_cues import Judge, acts, is_held_by_another
from extract.people_identity import Group, group_names, plain_initials
from extract.people_names import Name, Taken, find_lone, find_names, find_single, is_given
from extract.people_posts import Posts
from extract.people_role_words import is_chair
from extract.people_surroundings import Surroundings, mentions_of_bodies
from extract.scanning import beginnings, end_of_words, matches_at


class PeopleOfPaper:
    """All steps over one paper: shapes, reasons, identity, posts."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.text: str = doc._.layout.text
        self.blocks: list[Block] = doc._.layout.blocks
        self.zones = readable_zones(self.blocks)
        self.bodies = mentions_of_bodies(
            (span.start_char, span.end_char, entity)
            for span in doc.spans.get("organisations", [])
            if (entity := span._.entity) is not None
        )
        self.programmes = [(span.start_char, span.end_char) for span in doc.spans.get("programmes", [])]
        self.names = self._shapes()
        self.around = Surroundings(
            self.text,
            self.bodies,
            frozenset(name.outer_start for name in self.names if not name.weak),
            frozenset(name.end for name in self.names if not name.weak),
            _borders(self.blocks),
        )
        self._spread_plurals()

    def _shapes(self) -> list[Name]:
        """Everything with the shape of a name that is not part of the name of a body or programme."""
        taken = Taken([(body.start, body.end) for body in self.bodies] + self.programmes)
        found: list[Name] = []
        for start, end in self.zones:
            found.extend(find_names(self.text, start, end, taken))
            found.extend(lone for lone in find_lone(self.text, start, end) if not taken.holds(lone.start))
        places = {name.end: name for name in reversed(found) if not (name.weak and not name.initials)}
        lone_free = [name for name in found if name.initials or name.title is not None or name.end not in places]
        people = [name for name in lone_free if name.title is not None or not is_held_by_another(self.text, name)]
        return sorted(people, key=lambda name: name.start)

    def _spread_plurals(self) -> None:
        """Gives every name of a list under a plural title its own place, and takes away what was read there before."""
        extra: list[Name] = []
        titled = {name.outer_start: name for name in self.names if name.title is not None}
        for name in self.names:
            if not name.plural:
                continue
            single = find_single(self.text, name.start, self.around.border_after(name.start))
            if single is not None and single.start == name.start and single.end > name.end:
                name.end, name.initials = single.end, single.initials  # Sheahan (J)
            limit = _end_of_list(self.text, name.end)
            extra.extend(spread_plural(self.text, name, limit, self.around, titled))
        if extra:
            covered = [(name.start, name.end) for name in extra]
            kept = [
                name for name in self.names if not any(start < name.end and name.start < end for start, end in covered)
            ]
            self.names = sorted(kept + extra, key=lambda name: name.start)

    def find(self) -> tuple[list[Entity], dict[str, Entity], list[tuple[Place, Entity]]]:
        """The people, their initials where the paper uses them, and every mention with its person."""
        headings = [heading for start, end in self.zones for heading in find_headings(self.text, start, end)]
        listed = find_listed(self.text, self.names, headings, self.blocks, self.around)
        judge = Judge(self.text, self.blocks, self.around, self.names, listed)
        people = judge.accepted()
        groups, _ = group_names(people)
        return self._entities(groups, listed, judge)

    def _entities(
        self, groups: Sequence[Group], listed: dict[Name, Listing], judge: Judge
    ) -> tuple[list[Entity], dict[str, Entity], list[tuple[Place, Entity]]]:
        absent = absentees(self.text, [name for name in self.names if name in listed or name.title is not None])
        posts = Posts(self.doc, self.around, listed, judge, {name.surname for group in groups for name in group.names})
        meets = getattr(self.doc._.facts, "kind", None) != "report"  # a report lists members of the bodies of which it tells
        initials: dict[str, Entity] = {}
        mentions: list[tuple[Place, Entity]] = []
        entities = []
        for group in groups:
            entity = _entity(self.text, group)
            entity.by_attendance = meets and any(
                listed.get(name) in ("present", "chair") and name not in absent for name in group.names
            )
            posts.fill(entity, group)
            entity.by_attendance |= any(
                post.from_attendance and post.role and is_chair(post.role) for post in entity.posts
            )
            for name in group.names:
                mentions.append((Place(name.outer_start, name.end), entity))
                for letters in judge.legends(name):
                    initials.setdefault(letters, entity)
                    initials.setdefault(re.sub(r"[. ]", "", letters), entity)
            entities.append(entity)
        mentions += self._first_names(groups, entities)
        known = {letters for body in self.bodies for letters in [self.text[body.start : body.end]] if letters.isupper()}
        for letters, entity in plain_initials(self.text, groups, entities, listed).items():
            if letters not in known:
                initials.setdefault(letters, entity)
        return entities, initials, mentions

    def _first_names(self, groups: Sequence[Group], entities: Sequence[Entity]) -> list[tuple[Place, Entity]]:
        """Mentions by first name alone, before a verb, where one person of the paper bears it ("Esme reported")."""
        bearers: dict[str, set[int]] = {}
        for index, group in enumerate(groups):
            for name in group.names:
                if name.given and is_given(name.given[0]):
                    bearers.setdefault(name.given[0], set()).add(index)
        alone = {given: next(iter(indexes)) for given, indexes in bearers.items() if len(indexes) == 1}
        if not alone:
            return []
        found = []
        taken = Taken(
            [(name.start, name.end) for name in self.names] + [(body.start, body.end) for body in self.bodies]
        )
        first = beginnings(alone, inside=r"\w’'-", cased=True)
        pattern = re.compile(rf"({'|'.join(map(re.escape, sorted(alone)))})(?=\s+[a-z])")
        for start, end in self.zones:
            for match in matches_at(first, pattern, self.text, start, end):
                if taken.holds(match.start()) or not acts(self.text, match.end()):
                    continue
                entity, place = entities[alone[match[1]]], Place(match.start(), match.end())
                entity.mentions.append(place)
                entity.other_names.setdefault(match[1], place)
                found.append((place, entity))
        for entity in {id(entity): entity for _, entity in found}.values():
            entity.mentions.sort(key=lambda place: place.start)
        return found


def _borders(blocks: Sequence[Block]) -> list[int]:
    """Ends of blocks over which nothing is read; the lines of one labelled value are read on."""
    return [
        block.end
        for block, after in zip_longest(blocks, blocks[1:])
        if after is None or block.label is None or after.label != block.label or after.kind != block.kind
    ]


def _end_of_list(text: str, start: int) -> int:
    """A list under a plural title ends with its paragraph, or runs on over blank lines as long as commas do."""
    position = start
    while True:
        blank = re.compile(r"\n[ \t\u00a0*]*\n").search(text, position, start + 3000)
        if blank is None:
            return min(len(text), start + 3000)
        last = end_of_words(text, blank.start())
        if text[max(last - 1, 0) : last] not in (",", ".") or not _goes_on(text, blank):
            return blank.start()
        position = blank.end()


def _goes_on(text: str, blank: re.Match[str]) -> bool:
    before = text[max(0, blank.start() - 3) : blank.start()].rstrip()
    return before.endswith(",") or re.search(r"\b[A-Z]\.$", before) is not None


def _entity(text: str, group: Group) -> Entity:
    fullest = group.fullest
    titled = next((name for name in [fullest, *group.names] if name.title is not None), None)
    entity = Entity(
        table="people",
        name=fold(text[fullest.start : fullest.end]),
        name_place=Place(fullest.start, fullest.end),
        mentions=[Place(name.outer_start, name.end) for name in group.names],
    )
    if titled is not None and titled.title is not None:
        entity.honorific = titled.title.text
        entity.honorific_place = Place(titled.title.start, titled.title.end)
    for name in group.names:
        form = fold(text[name.outer_start : name.end])
        if form != entity.name:
            entity.other_names.setdefault(form, Place(name.outer_start, name.end))
    return entity


def fold(words: str) -> str:
    """Words of the text with their white space folded and no emphasis marks."""
    return " ".join(words.replace("*", " ").split())


@cache
def _chair_reference() -> re.Pattern[str]:
    return re.compile(
        r"\b[Tt]he\s+(Chair(?:man|person|woman)?|Cathaoirleach)\b(?!\s+(?:of|and\s+Vice|for|elect|’s|'s)|[-–])"
    )


@Language.component(
    "matters_people",
    requires=["doc._.layout", "doc._.sentences", "doc.spans"],
    assigns=["doc.spans", "doc._.people", "doc._.initials"],
)
def matters_people(doc: Doc) -> Doc:
    """Writes `doc.spans["people"]`, `doc._.people` and `doc._.initials`.

    >>> "Mr Bevan Reed, Head of Highways, answered; Mr Reed left."  # one person, two mentions, one post
    """
    paper = PeopleOfPaper(doc)
    people, initials, mentions = paper.find()
    mentions += chair_mentions(doc, people)
    spans: list[Span] = []
    for place, entity in sorted(mentions, key=lambda mention: (mention[0].start, mention[0].end)):
        span = doc.char_span(place.start, place.end, label="PERSON", alignment_mode="expand")
        if span is not None:
            span._.entity = entity
            spans.append(span)
    doc.spans["people"] = spans
    doc._.people, doc._.initials = people, initials
    return doc


def chair_mentions(doc: Doc, people: Sequence[Entity]) -> list[tuple[Place, Entity]]:
    """Every "the Chair" of a paper whose list of those present says who took the chair: a mention, not a new person."""
    chairs = [
        person
        for person in people
        if person.by_attendance
        and any(p.from_attendance and p.role is not None and is_chair(p.role) for p in person.posts)
    ]
    if len(chairs) != 1:
        return []
    blocks = doc._.layout.blocks
    return [
        (Place(match.start(), match.end()), chairs[0])
        for match in _chair_reference().finditer(doc._.layout.text)
        if (block := block_at(blocks, match.start())) is None or block.kind not in SILENT
    ]
