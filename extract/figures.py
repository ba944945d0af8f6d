"""Sentences that state something a researcher compares: figures with their units, laws, pooled money, joint posts, populations, dated events.

Finding is by cue words and patterns of numbers (`vocab/figures.yml`); what is found is quoted and not interpreted. A cue inside the
name of a body, a programme or a post states nothing ("Joint Commissioning Board"), nor does one in a heading.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache

from extract import vocabulary
from extract.entities import Place
from extract.records import StatementKind

#: A sentence longer than this is cut at the nearest comma, semicolon or colon around what it states.
LONGEST = 420
_REACH = 160
#: How far behind a place may stand what says where it is, in characters.
_BESIDE = 40
#: How many words beside its date make a sentence tell an event; fewer are a line of a list or an account.
_TELLING = 4


@dataclass(frozen=True)
class StatementFound:
    """A statement before it becomes a record: where its words stand, and where in them each value does."""

    kind: StatementKind
    place: Place
    values: tuple[Place, ...]
    populations: tuple[Place, ...] = ()
    years: tuple[Place, ...] = ()
    date: Place | None = None
    edtf: str | None = None


@dataclass(frozen=True)
class Surroundings:
    """What is known of the text beside its sentences: names and posts in it, names of networks among them, and its dates."""

    names: Sequence[Place] = ()
    networks: Sequence[Place] = ()
    dates: Sequence[tuple[Place, str]] = ()
    meeting: str | None = None
    headings: frozenset[int] = field(default_factory=frozenset)

    @cached_property
    def days(self) -> list[Place]:
        """Where the dates stand."""
        return [place for place, _ in self.dates]


_AMOUNT = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_ABOUT = r"(?:c\.?\s?(?=[\d£]))?"
_SCALE = r"(?:\s?(?:bn|billion|million|thousand|m|k)\b)?"
#: A year in brackets behind a span of time: "in five years (2021)" is a date.
_DATED_AFTER = re.compile(r"\s*\((?:19|20)\d\d\)")
_YEAR = re.compile(r"(?<![\d,.£/-])(?:19|20)\d\d(?:\s?[/–-]\s?(?:(?:19|20)\d\d|\d\d?))?(?![\d,]*\d|/|\s?%)(?!-\d)")


@cache
def _cues(key: str) -> re.Pattern[str]:
    """The phrases of a list of the vocabulary, whole, in any case; "…" stands for any ending of a word."""
    phrases = vocabulary.words("figures", key)
    ending = [phrase[:-1] for phrase in phrases if phrase.endswith("…")]
    whole = [phrase for phrase in phrases if not phrase.endswith("…")]
    parts = [rf"{vocabulary.alternation(ending)}\w*"] if ending else []
    parts += [rf"{vocabulary.alternation(whole)}\b"] if whole else []
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})", re.IGNORECASE)


@cache
def _figures() -> tuple[re.Pattern[str], ...]:
    counted = vocabulary.alternation(vocabulary.words("figures", "counted"))
    numbers = vocabulary.alternation(vocabulary.words("figures", "number_words"))
    between = vocabulary.alternation(vocabulary.words("figures", "not_between"))
    word = rf"(?:(?!{between}\b)[‘'“\"]?[A-Za-z][\w’'-]*[’'”\"]?\s+)"
    span = rf"(?:{_AMOUNT}){_SCALE}(?:\s?[-–]\s?(?:{_AMOUNT}){_SCALE})?"
    return (
        re.compile(rf"{_ABOUT}£\s?{span}", re.IGNORECASE),
        re.compile(rf"(?<![\w.,/£-]){_ABOUT}(?:{_AMOUNT})\s?(?:%|per\s?cent\b)", re.IGNORECASE),
        re.compile(r"(?<![\w.,/£-])\d+(?:\.\d+)?(?:k|bn|m)\b(?!\w)"),
        re.compile(
            rf"(?<![\w.,/£$€–-]){_ABOUT}(?!(?:19|20)\d\d(?!\d|,))(?:{span}|{numbers})\s+{word}{{0,4}}?{counted}\b",
            re.IGNORECASE,
        ),
    )


@cache
def _named_before() -> re.Pattern[str]:
    named = vocabulary.alternation(vocabulary.words("figures", "number_names"))
    return re.compile(rf"(?:\b{named}|\bno\.|\bs|\bone or)\s?\Z", re.IGNORECASE)


@cache
def _topic() -> re.Pattern[str]:
    lead = vocabulary.alternation(vocabulary.words("figures", "topic"))
    return re.compile(rf"\b{lead}\s+(?:(?:an?|the)\s+)?(?:[A-Z][\w’'-]*\s+)?\Z", re.IGNORECASE)


@cache
def _ending_words() -> frozenset[str]:
    """Last words of phrases that end in "…": what follows them begins no longer name."""
    keys = ("commissioning", "pooled_money", "joint_post")
    phrases = (phrase for key in keys for phrase in vocabulary.words("figures", key) if phrase.endswith("…"))
    return frozenset(phrase[:-1].split()[-1].casefold() for phrase in phrases)


@cache
def _laws() -> tuple[re.Pattern[str], ...]:
    kinds = vocabulary.alternation(vocabulary.words("figures", "laws"))
    lead = vocabulary.alternation(vocabulary.words("figures", "law_lead"))
    known = vocabulary.alternation(vocabulary.words("figures", "known_sections"))
    link = r"(?:(?:and|of|the|in|to|for|etc\.?|&)\s+)*"
    name = rf"(?!{lead}\s)[A-Z][\w’'-]*,?\s+(?:{link}(?:[A-Z(][\w’')-]*|\(\w+\)),?\s+){{0,9}}?{link}{kinds},?\s+(?:19|20)\d\d"
    section = r"(?:[Ss]ections?|[Ss]\.?)\s?\d+[A-Z]{0,2}(?:\s?\(\d+\w?\))*"
    return (
        re.compile(rf"\b(?:{section}(?:\s*(?:,|and|or|to)\s*\d+[A-Z]?)*\s+(?:of|under)\s+(?:the\s+)?)?{name}\b"),
        re.compile(rf"\b(?:[Ss]ection|[Ss]\.?)\s?{known}(?![\d.])(?:\s+(?i:agreements?|arrangements?|powers?|money))?"),
    )


@cache
def _populations() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = vocabulary.alternation(vocabulary.words("figures", "population_words"))
    after = vocabulary.alternation(vocabulary.words("figures", "population_units"))
    large = r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?(?:,\d{3})+(?:\s?[-–]\s?\d{1,3}(?:,\d{3})+)?|\d+(?:\.\d+)?\s?(?:k|m|million|thousand)\b"
    about = r"(?:c\.?\s?(?=\d)|circa\s+|about\s+|around\s+|approximately\s+|some\s+|over\s+|nearly\s+|almost\s+|between\s+)?"
    return (
        re.compile(rf"\b{before}\s+(?P<number>{about}(?:{large})(?:\s+people)?)", re.IGNORECASE),
        re.compile(rf"(?<![\w.,/£-])(?P<number>{about}(?:{large})\s+{after})\b", re.IGNORECASE),
    )


@cache
def _many_places() -> re.Pattern[str]:
    places = vocabulary.alternation([p for p in vocabulary.words("figures", "places") if p.endswith("s")])
    numbers = vocabulary.alternation([*vocabulary.words("figures", "number_words"), "several"])
    between = vocabulary.alternation(vocabulary.words("figures", "not_between"))
    return re.compile(
        rf"(?<![\w.,/£-])(?:\d{{1,3}}|{numbers})\s+(?:(?!{between}\b)[‘'“\"]?[A-Za-z][\w’'-]*[’'”\"]?\s+){{0,3}}?{places}\b",
        re.IGNORECASE,
    )


def find_statements(text: str, sentences: Iterable[tuple[int, int, int]], known: Surroundings) -> list[StatementFound]:
    """The statements of some sentences, each given as start, end (characters of the text) and block, in order of text."""
    found: list[StatementFound] = []
    for start, end, block in sentences:
        if block not in known.headings:
            found.extend(_in_sentence(_Sentence(text, start, end, known)))
        found.extend(_dated(text, start, end, known))
    return sorted(found, key=lambda s: (s.place.start, s.kind, s.values[0].start))


class _Sentence:
    """One sentence with what is known of it, for the finders."""

    def __init__(self, text: str, start: int, end: int, known: Surroundings) -> None:
        self.text, self.start, self.end, self.known = text, start, end, known
        self.names = _within(known.names, start, end)
        self.dates = _within(known.days, start, end)
        self.laws = _apart(p for pattern in _laws() for p in _places(pattern, text, start, end))
        self.barred = _apart([*self.laws, *self.dates])

    def is_named(self, place: Place) -> bool:
        """Whether a place lies wholly within a name."""
        return any(n.start <= place.start and place.end <= n.end for n in self.names)

    def cues(self, key: str) -> list[Place]:
        """The cues of a list that are neither part of a name nor only the topic of a talk or a report."""
        found = _places(_cues(key), self.text, self.start, self.end)
        return [p for p in found if not (self.is_named(p) or self._begins_name(p) or self._is_topic(p))]

    def _begins_name(self, place: Place) -> bool:
        """Whether a cue with capitals goes on in a word with one, as names do that nobody knew: "Joint Commissioning Executive"."""
        words = self.text[place.start : place.end].split()
        capitals = all(word[0].isupper() for word in words) and words[-1].casefold() not in _ending_words()
        return capitals and re.match(r"\s+[A-Z]", self.text[place.end : min(place.end + 3, self.end)]) is not None

    def _is_topic(self, place: Place) -> bool:
        """Whether a cue only says of what somebody spoke, wrote or was told."""
        return _topic().search(self.text, max(self.start, place.start - 40), place.start) is not None


def _in_sentence(s: _Sentence) -> Iterator[StatementFound]:
    years = _years(s)
    populations = _population_places(s)
    by_kind: tuple[tuple[StatementKind, list[Place]], ...] = (
        ("figure", _figure_places(s)),
        ("legal_basis", s.laws),
        ("pooled_money", s.cues("pooled_money")),
        ("commissioning", s.cues("commissioning")),
        ("joint_post", s.cues("joint_post")),
    )
    for kind, places in by_kind:
        for near in _near(places):
            yield _statement(s, kind, near, populations, years)
    told: set[Place] = set()
    for near in _near(_locality_places(s, populations)):
        found = _statement(s, "locality", near, populations, years)
        told.update(found.populations)
        yield found
    for near in _near([p for p in populations if p not in told]):
        yield _statement(s, "population", near, near, years)


def _statement(
    s: _Sentence, kind: StatementKind, places: list[Place], populations: list[Place], years: list[Place]
) -> StatementFound:
    around = places
    if kind == "locality":
        first, last = places[0].start, places[-1].end
        around = [*places, *(p for p in populations if max(p.end, last) - min(p.start, first) <= LONGEST)]
    place = _cut(s.text, s.start, s.end, min(p.start for p in around), max(p.end for p in around))
    return StatementFound(
        kind,
        place,
        tuple(_inside(places, place)),
        tuple(_inside(populations, place)),
        tuple(_inside(years, place)),
    )


def _dated(text: str, start: int, end: int, known: Surroundings) -> Iterator[StatementFound]:
    """Each date of a sentence with its words; the date of the paper itself, and a date in a line of a list, are no event."""
    for place, edtf in known.dates:
        if not start <= place.start < end or edtf == known.meeting:
            continue
        whole = _cut(text, start, end, place.start, place.end)
        if len(re.findall(r"[A-Za-z]{2,}", text[whole.start : place.start] + " " + text[place.end : whole.end])) >= _TELLING:
            yield StatementFound("dated_event", whole, (place,), date=place, edtf=edtf)


# -- what is found -----------------------------------------------------------------------------------------------------


def _figure_places(s: _Sentence) -> list[Place]:
    found: list[Place] = []
    for pattern in _figures():
        for place in _places(pattern, s.text, s.start, s.end):
            if _touches(place, s.barred) or s.is_named(place):
                continue
            if _named_before().search(s.text, max(s.start, place.start - 20), place.start):
                continue
            if _DATED_AFTER.match(s.text, place.end, s.end):
                continue
            found.append(place)
    return _apart(found)


def _population_places(s: _Sentence) -> list[Place]:
    return _apart(p for pattern in _populations() for p in _places(pattern, s.text, s.start, s.end, "number"))


def _locality_places(s: _Sentence, populations: list[Place]) -> list[Place]:
    """Places smaller than a council: a number of them, or one of which the sentence says where or how many people it is."""
    counted = [p for p in _places(_many_places(), s.text, s.start, s.end)]
    if counted:
        return _apart(counted)
    named = [p for p in _places(_cues("places"), s.text, s.start, s.end) if not s.is_named(p)]
    named += _within(s.known.networks, s.start, s.end)
    if populations or _cues("place_people").search(s.text, s.start, s.end):
        return _apart(named)[:1]
    tells = _cues("place_words")
    return _apart(p for p in named if tells.search(s.text, p.end, min(p.end + _BESIDE, s.end)))[:1]


def _years(s: _Sentence) -> list[Place]:
    """Years, financial years and dates of the sentence; the year of a law is part of its name."""
    years = [p for p in _places(_YEAR, s.text, s.start, s.end) if not _touches(p, s.barred)]
    return sorted([*s.dates, *years], key=lambda p: p.start)


# -- places ------------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def _everywhere(pattern: re.Pattern[str], text: str, group: str | int) -> tuple[list[int], list[Place]]:
    """Every match of a group in a text and where it begins, found in one pass instead of one for each sentence."""
    every = [Place(m.start(group), m.end(group)) for m in pattern.finditer(text)]
    return [place.start for place in every], every


def _places(pattern: re.Pattern[str], text: str, start: int, end: int, group: str | int = 0) -> list[Place]:
    starts, every = _everywhere(pattern, text, group)
    first = bisect_left(starts, start)
    last = bisect_left(starts, end, first)
    return [place for place in every[first:last] if place.end <= end] if first < last else []


def _touches(place: Place, others: Sequence[Place]) -> bool:
    """Whether a place overlaps one of others that stand apart and in order."""
    last = bisect_right(others, place.end - 1, key=lambda o: o.start) - 1
    return last >= 0 and others[last].end > place.start


def _apart(places: Iterable[Place]) -> list[Place]:
    """The places in order, of two that overlap the longer."""
    kept: list[Place] = []
    for place in sorted(places, key=lambda p: (p.start, -p.end)):
        if not kept or kept[-1].end <= place.start:
            kept.append(place)
        elif place.end - place.start > kept[-1].end - kept[-1].start:
            kept[-1] = place
    return kept


def _near(places: Sequence[Place]) -> Iterator[list[Place]]:
    """The places in groups, each no longer than a statement may be."""
    group: list[Place] = []
    for place in places:
        if group and place.end - group[0].start > LONGEST:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _within(places: Sequence[Place], start: int, end: int) -> list[Place]:
    """Of places in order of their beginning, those that begin between start and end."""
    first = bisect_right(places, start - 1, key=lambda p: p.start)
    last = bisect_right(places, end - 1, key=lambda p: p.start)
    return list(places[first:last])


def _inside(places: Sequence[Place], whole: Place) -> list[Place]:
    return [p for p in _within(places, whole.start, whole.end) if p.end <= whole.end]


def _cut(text: str, start: int, end: int, first: int, last: int) -> Place:
    """The sentence, or of a long one the part around text[first:last] between marks of punctuation."""
    if end - start <= LONGEST:
        return Place(start, end)
    marks = [m.end() for m in re.finditer(r"[:;]\s+|\.\s+|,\s+|\n\s*", text[start:first])]
    left = next((start + m for m in marks if first - start - m <= _REACH), start if first - start <= _REACH else first)
    closing = [m.start() for m in re.finditer(r"[:;,.](?=\s)|\n", text[last:end])]
    near = [m for m in closing if m <= _REACH]
    right = end if end - last <= _REACH else last + (near[-1] if near else 0)
    while right > left and text[right - 1].isspace():
        right -= 1
    return Place(left, right)
