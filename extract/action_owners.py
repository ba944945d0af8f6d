"""Says of each candidate action who is to do it, where the paper names them; blank where it does not.

The owner stands in the marker or column, or is the subject of the undertaking. A pronoun means the person who is the subject of the
same or the sentence before ("He undertook to check": Mr Vale, of whom the sentence before speaks); its honorific must agree with it.
"""

import re
from bisect import bisect_left
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract.action_patterns import own_bodies, owner_roles
from extract.actions import ActionFound
from extract.entities import Entity, Place
from extract.sentences import Sentence, sentence_at

_FEMALE = re.compile(r"^(?:Mrs|Ms|Miss|Dame|Baroness|Lady)\b", re.IGNORECASE)
#: Words between two commas before a cue, which may name others than the subject.
_INSERTION = re.compile(
    r",\s+(?:(?:in|by|on|for|with|at|after|having|following|when|as|speaking|responding|replying|answering)\b[^,;.]{3,90}),\s+$"
)
_MALE = re.compile(r"^(?:Mr|Sir|Lord)\b", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    roles = owner_roles()
    return {
        "pronoun": re.compile(r"\b(he|she|they|it)\b(?:\s+(?:also|then|therefore|had|and))*\s*$", re.IGNORECASE),
        "role": re.compile(
            rf"((?:[Tt]he\s+)?(?:[A-Z][\w&’'-]+(?:\s+(?:&|and))?\s+){{0,5}}?{roles}(?:\s+(?:of|for)\s+(?:[A-Z][\w&’'-]*(?:,?\s+(?:and|&)\s+|\s+)?){{1,6}})?|\b(?:we|We|officers|Officers)\b)"
            r"(?:\s+(?:also|then|therefore|has|have|had|subsequently))*\s*$"
        ),
        "subject_role": re.compile(
            rf"\s*((?:[Tt]he\s+)?(?:[A-Z][\w&’'-]+\s+){{0,5}}?{roles}(?:\s+(?:of|for)\s+(?:[A-Z][\w&’'-]*(?:,?\s+(?:and|&)\s+|\s+)?){{1,6}})?)\s+[a-z]+"
        ),
        "initials": re.compile(
            r"(?<![\w&/])((?:[A-Z]{2,3}\s*(?:/|,|&|\band\b)\s*){0,4}[A-Z]{2,3})(?:\s+(?:also|then|and))*\s*$"
        ),
        "several": re.compile(r"(?<![\w&/])((?:[A-Z]{2,3}\s*(?:/|,|&|\band\b)\s*){1,4}[A-Z]{2,3})\s*$"),
        "body": re.compile(rf"({own_bodies()})(?:\s+(?:also|then|therefore|has|have|had))*\s*$"),
        "asking": re.compile(r"(?:had\s+)?(?:requested|asked|called|seek|sought)\b", re.IGNORECASE),
        "agent": re.compile(rf"\s+(?:[\w-]+\s+){{0,3}}?by\s+({own_bodies()}|(?:the\s+)?{roles})\b"),
        "reporting": re.compile(
            r"\s*(?:\([^)]*\)\s*)?,?\s*(?:also\s+|then\s+|further\s+)?(?:said|stated|advised|confirmed|added|explained|reported|noted|informed|replied|responded|agreed|thanked"
            r"|indicated|clarified|referred|outlined|highlighted|commented|suggested|concluded|undertook|offered|mentioned|pointed|told|asked|answered|acknowledged)\b"
        ),
        "speaking_role": re.compile(
            r"\s*(?:(?:In\s+(?:response|reply|answer)|Responding|Replying)\s+to\s[^,;.]{2,90}(?:\.\s[^,;.]{2,60})?,\s+)?"
            rf"([Tt]he\s+(?:[A-Z][\w&’'-]+\s+(?:(?:and|&|for|of)\s+)?){{0,5}}?{roles}(?:\s+(?:of|for)\s+(?:[A-Z][\w&’'-]*(?:,?\s+(?:and|&)\s+|\s+)?){{1,6}}?)?)"
            r"\s+(?:also\s+|then\s+|further\s+)?(?:said|stated|advised|confirmed|added|explained|reported|informed|replied|responded)\b"
        ),
        "joint": re.compile(r"\b(?:but|and|who|that)\s*$", re.IGNORECASE),
    }


class _Mentions:
    """Mentions of people and bodies, in order of the text, found by offset."""

    def __init__(self, doc: Doc) -> None:
        spans = [
            (s.start_char, s.end_char, s._.entity)
            for name in ("people", "organisations")
            for s in doc.spans.get(name, [])
        ]
        self.all = sorted(spans, key=lambda span: (span[0], -span[1]))
        self.people = [span for span in self.all if span[2] is not None and span[2].table == "people"]

    def within(self, start: int, end: int, *, people: bool = False) -> list[tuple[int, int, Entity]]:
        """Mentions that lie wholly inside [start, end)."""
        spans = self.people if people else self.all
        first, last = (bisect_left(spans, offset, key=lambda span: span[0]) for offset in (start, end))
        return [span for span in spans[first:last] if span[1] <= end and span[2] is not None]


def find_owner(doc: Doc, mentions: _Mentions, action: ActionFound) -> tuple[Place | None, Entity | None]:
    """Where the owner of an action is named, and the person or body meant where that is certain."""
    if action.owner is not None:
        return action.owner, _entity_of(doc, mentions, action.owner)
    if action.basis == "body" or action.kind == "information_request":
        return None, None
    sentence = sentence_at(doc, action.cue.start)
    if sentence is None:
        return None, None
    cue = doc._.layout.text[action.cue.start : action.cue.end]
    if re.match(r"(?:would|will|to|should|shall|must)\s+(?:\w+\s+)?be\b(?!\s+\w+ing\b)", cue):
        return _agent(doc, mentions, sentence, action)
    if action.basis == "sentence" and _patterns()["asking"].match(cue):
        return None, None  # the subject asks; nobody is named who is to do it
    end = _before_insertion(doc._.layout.text, sentence, action.cue.start)
    before = doc._.layout.text[sentence.start : end]
    if action.basis == "marker":
        return _speaker(mentions, sentence)
    pronoun = _patterns()["pronoun"].search(before)
    if pronoun:
        return _antecedent(doc, mentions, sentence, sentence.start + pronoun.start(), pronoun[1].lower())
    adjacent = [
        m
        for m in mentions.within(sentence.start, end)
        if re.fullmatch(r"\s*(?:\([^)]*\)\s*)?,?\s*(?:also|then|therefore|had)?\s*", doc._.layout.text[m[1] : end])
    ]
    several = _patterns()["several"].search(before)
    if several and all(name in (doc._.initials or {}) for name in re.findall(r"[A-Z]{2,3}", several[1])):
        return Place(sentence.start + several.start(1), sentence.start + several.end(1)), None
    if adjacent:
        start, end, entity = adjacent[0]
        return Place(start, end), entity
    initials = _patterns()["initials"].search(before)
    if initials:
        place = Place(sentence.start + initials.start(1), sentence.start + initials.end(1))
        return place, _entity_of(doc, mentions, place)
    role = _patterns()["role"].search(before) or _patterns()["body"].search(before)
    if role:
        place = Place(sentence.start + role.start(1), sentence.start + role.end(1))
        return place, _entity_of(doc, mentions, place)
    if _patterns()["joint"].search(before):
        return (
            _speaker(mentions, sentence)
            if mentions.within(sentence.start, action.cue.start, people=True)
            else _subject_role(doc, sentence)
        )
    return None, None


def _before_insertion(text: str, sentence: Sentence, cue: int) -> int:
    """Where the subject of a cue ends: before a reply put between commas, "Mr Vale, in reply to Cllr Lark, undertook" (74)."""
    inserted = _INSERTION.search(text, sentence.start, cue)
    return inserted.start() if inserted else cue


def _agent(
    doc: Doc, mentions: _Mentions, sentence: Sentence, action: ActionFound
) -> tuple[Place | None, Entity | None]:
    """Who is named as the agent of a passive: "will be prepared by the Council"."""
    match = _patterns()["agent"].match(doc._.layout.text, action.cue.end, sentence.end)
    if match is None:
        return None, None
    place = Place(match.start(1), match.end(1))
    return place, _entity_of(doc, mentions, place)


def _speaker(mentions: _Mentions, sentence: Sentence) -> tuple[Place | None, Entity | None]:
    """The last person to speak before the end of a sentence that carries a bare marker, or the subject of its main clause."""
    people = mentions.within(sentence.start, sentence.end, people=True)
    return (Place(people[0][0], people[0][1]), people[0][2]) if people else (None, None)


def _subject_role(doc: Doc, sentence: Sentence) -> tuple[Place | None, Entity | None]:
    match = _patterns()["subject_role"].match(doc._.layout.text, sentence.start, sentence.end)
    return (Place(match.start(1), match.end(1)), None) if match else (None, None)


def _antecedent(
    doc: Doc, mentions: _Mentions, sentence: Sentence, at: int, pronoun: str
) -> tuple[Place | None, Entity | None]:
    """The person meant by he or she: subject of this sentence, else of the nearest of three sentences before it in the item."""
    if pronoun not in ("he", "she"):
        return None, None
    sentences: list[Sentence] = doc._.sentences
    here = sentences.index(sentence)
    for index in range(here, max(here - 4, -1), -1):
        candidate = sentences[index]
        end = at if index == here else candidate.end
        office = _patterns()["speaking_role"].match(doc._.layout.text, candidate.start, end)
        if office is not None and pronoun != "they":
            place = Place(office.start(1), office.end(1))
            return place, _entity_of(doc, mentions, place)
        people = mentions.within(candidate.start, end, people=True) or _by_initials(doc, candidate.start, end)
        fitting = [m for m in people if _agrees(doc._.layout.text[m[0] : m[1]], m[2], pronoun)]
        if fitting:
            speaking = [m for m in fitting if _patterns()["reporting"].match(doc._.layout.text, m[1])]
            start, end, entity = (speaking or fitting)[0]
            return Place(start, end), entity
    return None, None


def _by_initials(doc: Doc, start: int, end: int) -> list[tuple[int, int, Entity]]:
    """The person whose initials open text[start:end], where the attendance list says whose they are."""
    legend: dict[str, Entity] = doc._.initials or {}
    opening = re.match(r"\W*([A-Z]{2,4})\s+[a-z]", doc._.layout.text[start:end])
    if opening is None or opening[1] not in legend:
        return []
    return [(start + opening.start(1), start + opening.end(1), legend[opening[1]])]


def _agrees(words: str, entity: Entity, pronoun: str) -> bool:
    title = entity.honorific or words
    return not (_MALE if pronoun == "she" else _FEMALE).match(title)


def _entity_of(doc: Doc, mentions: _Mentions, place: Place) -> Entity | None:
    """The one entity named at a place, by a mention in it or by initials with a legend; None where several or none are."""
    inside = {id(m[2]): m[2] for m in mentions.within(place.start, place.end)}
    if len(inside) == 1:
        return next(iter(inside.values()))
    words = doc._.layout.text[place.start : place.end].strip()
    initials: dict[str, Entity] = doc._.initials or {}
    if not inside and words in initials:
        return initials[words]
    role = re.sub(r"^(?:the|The|THE)\s+", "", words).lower()
    holders = {id(p): p for p in doc._.people or [] for post in p.posts if post.role and post.role.lower() == role}
    return next(iter(holders.values())) if len(holders) == 1 and not inside else None


@Language.component(
    "matters_action_owners",
    requires=["doc._.actions", "doc._.sentences", "doc._.people", "doc._.initials", "doc.spans"],
    assigns=["doc._.actions"],
)
def matters_action_owners(doc: Doc) -> Doc:
    """Fills owner and the entity meant in every candidate of `doc._.actions`."""
    if doc._.actions:
        mentions = _Mentions(doc)
        for action in doc._.actions:
            action.owner, action.owner_entity = find_owner(doc, mentions, action)
    return doc
