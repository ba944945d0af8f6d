"""What a name looks like: titles, initials, given names, particles, surnames (conventions 90 to 96, 114).

This module only says where words of the shape of a name stand and what their parts are. Whether they name a person is judged
in `extract.people`, by the words around them.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from extract import vocabulary
from extract.scanning import matches_at

_UPPER = "A-ZÀ-ÖØ-Þ"
_APOSTROPHE = "['’‘`]"
#: One word of a name: Smith, McMahon, O’Donovan, O' Donnell, Brice-Thompson, Ó, BriFon; never a possessive ’s.
_WORD = (
    rf"(?:[OD]{_APOSTROPHE}[ ]?)?[{_UPPER}][^\W\d_]+(?:{_APOSTROPHE}[{_UPPER}][^\W\d_]+)?"
    rf"(?:[-‐‑](?:[ ]?\n{{0,2}}[ ]?)[{_UPPER}][^\W\d_]*(?:{_APOSTROPHE}[{_UPPER}][^\W\d_]+)?)*"
)
#: White space inside a name: never a column gap (more than three blanks, a tab); over an empty line only in `_joins_over_line`.
_GAP = r"(?:[ \u00a0*]{1,3}(?:\n[ \u00a0]{0,3})?|\*{0,2}\n[ \u00a0*]{0,3}(?:\n[ \u00a0*]{0,3})?)"
#: After a title or an initial a name goes on whatever the line ends.
_WIDE_GAP = r"[ \u00a0*]{0,6}(?:\n[ \u00a0*]{0,6}){0,3}"


class Piece(NamedTuple):
    """One word of a run of capitalised words: its offsets, itself and what it can be."""

    start: int
    end: int
    text: str
    kind: str  #: title, plural, initial, particle, word


class Title(NamedTuple):
    """An honorific: its offsets in the text, and the singular that the person bears."""

    start: int
    end: int
    text: str


@dataclass(eq=False)
class Name:
    """A place in the text that has the shape of a name. Offsets are those of the name without title."""

    start: int
    end: int
    given: tuple[str, ...]  #: given names written out, in order
    initials: str  #: first letters of all given names and initials, in order
    surname: str  #: as written, with particles
    title: Title | None = None
    plural: bool = False  #: the title stands once, before a list
    weak: bool = False  #: made of words that are seldom names: needs a list, a role or a second mention
    cues: set[str] = field(
        default_factory=set
    )  #: why this is held for a person; empty as long as it only looks like one

    @property
    def outer_start(self) -> int:
        """First character of the mention, its own title included."""
        return self.title.start if self.title is not None and not self.plural else self.start

    @property
    def full(self) -> bool:
        """Whether a given name is written out."""
        return bool(self.given)


@cache
def never() -> frozenset[str]:
    """Capitalised words that belong to no name."""
    listed = vocabulary.words("people", "never_names") + vocabulary.words("people", "role_words")
    letters = vocabulary.words("people", "honours") + vocabulary.words("people", "offices_after_name")
    return frozenset(listed) | frozenset(word.upper() for word in listed) | frozenset(letters)


@cache
def seldom() -> frozenset[str]:
    """Capitalised words that are surnames only in company."""
    return frozenset(vocabulary.words("people", "seldom_names"))


@cache
def given_names() -> frozenset[str]:
    """Known given names, in small letters."""
    return frozenset(name.lower() for name in vocabulary.words("people", "given_names"))


@lru_cache(maxsize=10_000)
def is_given(word: str) -> bool:
    """Whether a word is a known given name, also as the first half of a double one."""
    if word in _months():
        return False
    return word.lower() in given_names() or word.split("-")[0].lower() in given_names()


@cache
def _not_people() -> frozenset[str]:
    return frozenset(vocabulary.words("people", "not_people"))


@cache
def _months() -> frozenset[str]:
    return frozenset({"April", "May", "June", "August"})


@cache
def honours() -> frozenset[str]:
    """Letters after a name."""
    return frozenset(vocabulary.words("people", "honours"))


@cache
def _plurals() -> dict[str, str]:
    table = vocabulary.load("people")["plural_honorifics"]
    return {str(key): str(value) for key, value in table.items()}


@cache
def _singulars() -> frozenset[str]:
    return frozenset(word.lower() for word in vocabulary.words("people", "honorifics"))


@cache
def title_pattern() -> str:
    """Any title, singular or plural, also in capitals."""
    listed = [*vocabulary.words("people", "honorifics"), *_plurals()]
    return vocabulary.alternation([*listed, *(word.upper() for word in listed)])


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    title = rf"(?:{title_pattern()}(?!\w)\.?)"
    particles = vocabulary.alternation(vocabulary.words("people", "particles"))
    initial = rf"[{_UPPER}](?![\w'’])\.?"
    run = (
        rf"(?:{title}{_WIDE_GAP}(?:{initial}{_WIDE_GAP})*|(?:{initial}[ \n]{{0,2}})+|{_WORD}{_GAP})"
        rf"(?:(?:{title}{_WIDE_GAP}|(?:{initial}[ \n]{{0,2}})|{particles}(?!\w){_GAP}|{_WORD}{_GAP})*)"
        rf"(?:{_WORD}|Ó{_GAP}{_WORD})"
    )
    plural = vocabulary.alternation([*_plurals(), *(word.upper() for word in _plurals())])
    piece = rf"(?P<plural>{plural}(?!\w)\.?)|(?P<title>{title})|(?P<particle>{particles}(?!\w))|(?P<initial>{initial})|(?P<word>{_WORD})"
    #: A word before one in small letters that is no particle begins no name.
    first = rf"[{_UPPER}](?<![\w'’@/.-].)(?![^\W\d_]* (?!{particles}(?!\w))[a-z])"
    return re.compile(first), re.compile(run), re.compile(piece)


#: Titles that are surnames behind a given name.
_SURNAMES = frozenset({"Lord", "Dean", "Major", "Sergeant", "Bishop", "Canon"})


def _pieces(text: str, start: int, end: int) -> list[Piece]:
    found = []
    for match in _patterns()[2].finditer(text, start, end):
        found.append(Piece(match.start(), match.end(), match[0], str(match.lastgroup)))
    for index in range(1, len(found)):
        before, piece = found[index - 1], found[index]
        ends = re.match(r" [^\W\d_]", text[piece.end : piece.end + 2]) is None
        beside = before.kind == "word" and is_given(before.text) and "\n" not in text[before.end : piece.start]
        if piece.kind == "title" and piece.text in _SURNAMES and ends and beside:
            found[index] = piece._replace(kind="word")  # "Becky Lord" with nothing beside it
    return found


class Taken:
    """Places that other names (of bodies, of programmes) take up: half-open, sorted, not overlapping."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        for start, end in sorted(places):
            if self._ends and start < self._ends[-1]:
                self._ends[-1] = max(end, self._ends[-1])
            else:
                self._starts.append(start)
                self._ends.append(end)

    def is_word(self, start: int, end: int) -> bool:
        """Whether one of the places is exactly this word."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and (self._starts[index], self._ends[index]) == (start, end)

    def holds(self, offset: int) -> bool:
        """Whether a character lies in one of the places."""
        index = bisect_right(self._starts, offset) - 1
        return index >= 0 and offset < self._ends[index]


def find_names(text: str, start: int, end: int, taken: Taken) -> Iterator[Name]:
    """Every place in [start, end) with the shape of a name, in order, outside of the places that are taken."""
    first, run, _ = _patterns()
    for match in matches_at(first, run, text, start, end):
        yield from _names_of_run(text, _pieces(text, match.start(), match.end()), taken)


def _names_of_run(text: str, run: list[Piece], stops: Taken) -> Iterator[Name]:
    index = 0
    while index < len(run):
        if stops.holds(run[index].start):
            index += 1
            continue
        taken, name = _name_at(text, run, index, stops)
        if name is not None:
            yield name
        index += max(taken, 1)


def _name_at(text: str, run: list[Piece], index: int, stops: Taken) -> tuple[int, Name | None]:
    """The name that begins at a piece of a run, and how many pieces it and its title take."""
    titles: list[Piece] = []
    at = index
    while at < len(run) and run[at].kind in ("title", "plural"):
        titles.append(run[at])
        at += 1
    while len(titles) > 1 and titles[0].text.rstrip(".") == "PC":
        titles.pop(0)  # the end of a body's name: "Midham PC. Cllr Vale"
    parts: list[Piece] = []
    while at < len(run) and len(parts) < 6 and _goes_on(text, run, at, parts, bool(titles), stops):
        parts.append(run[at])
        at += 1
    while parts and parts[-1].kind in ("particle", "initial"):
        parts.pop()
        at -= 1
    name = _build(text, titles, parts)
    if name is None and not titles and parts and len(run) > index + 2:
        return 1, None  # try again one word later: "Clerk Helen Richardson"
    return at - index, name


def _goes_on(text: str, run: list[Piece], at: int, parts: list[Piece], titled: bool, stops: Taken) -> bool:
    piece = run[at]
    if piece.kind in ("title", "plural"):
        return False
    if stops.holds(piece.start) and not (
        parts and is_given(parts[-1].text) and stops.is_word(piece.start, piece.end)  # a firm called as people are
    ):
        return False
    if piece.kind == "word":
        if titled and not parts and piece.text.isupper() and len(piece.text) < 5 and not run[at - 1].text.isupper():
            return False
        if "-" in piece.text and any(part.strip() in never() for part in piece.text.split("-")):
            return False
        if piece.text in never():
            return bool(parts) and all(part.kind == "initial" for part in parts) and titled
        if piece.text.isupper() and parts and not _all_upper(parts) and (len(piece.text) < 4 or not titled):
            return False
    if parts and "\n" in text[parts[-1].end : piece.start]:
        return _joins_over_line(text, run, at, parts, titled)
    words = [part for part in parts if part.kind == "word"]
    if len(words) >= 2 and _begins_another(run, at, words[-1]):
        return False
    return len(words) < (3 if titled else 4)


def _begins_another(run: list[Piece], at: int, last: Piece) -> bool:
    """Whether a second name follows without any mark: "Janet Vale Helen Reed"."""
    piece = run[at]
    if piece.kind != "word" or not is_given(piece.text) or is_given(last.text) and not is_given(run[at - 1].text):
        return False
    following = run[at + 1] if at + 1 < len(run) else None
    return following is not None and following.kind in ("word", "initial", "particle") and following.text not in never()


def _all_upper(parts: list[Piece]) -> bool:
    return all(part.text.isupper() for part in parts if part.kind == "word")


def _joins_over_line(text: str, run: list[Piece], at: int, parts: list[Piece], titled: bool) -> bool:
    """Whether a name goes on in the next line: after an initial, or where it is not yet a name and the next line does not begin one."""
    if parts[-1].kind != "word":
        return True
    words = sum(part.kind == "word" for part in parts)
    if words > 1 or (titled and any(part.kind == "initial" for part in parts)):
        return False
    if text.count("\n", parts[-1].end, run[at].start) > 1 and not (
        is_given(parts[0].text) and re.match(r"[ \u00a0*]*[,(]", text[run[at].end : run[at].end + 6])
    ):
        return False
    following = [p for p in run[at:] if p.kind not in ("title", "plural")]
    same_line = 1
    for before, after in zip(following, following[1:], strict=False):
        if "\n" in text[before.end : after.start]:
            break
        same_line += 1
    return same_line == 1


def _build(text: str, titles: list[Piece], parts: list[Piece]) -> Name | None:
    words = [part for part in parts if part.kind == "word"]
    if not words or (not titles and len(parts) < 2):
        return None
    surname_at = len(parts) - 1
    while surname_at > 0 and parts[surname_at - 1].kind == "particle":
        surname_at -= 1
    given = tuple(part.text for part in parts[:surname_at] if part.kind == "word")
    letters = "".join(part.text[0] for part in parts[:surname_at] if part.kind in ("word", "initial"))
    if given and len(given[0]) <= 3 and given[0].isupper() and parts[0].kind == "word" and titles:
        letters, given = given[0] + letters[1:], given[1:]  # Mr RW Gough
    if not titles and (not letters or f"{given[0] if given else ''} {words[-1].text}" in _not_people()):
        return None
    title = None
    if titles:
        plural = titles[0].kind == "plural"
        first, last = titles[0], titles[-1]
        words_of_title = text[first.start : last.end].rstrip(".")
        title = Title(
            first.start, last.end, _plurals_of(words_of_title) if plural else " ".join(words_of_title.split())
        )
    return Name(
        start=parts[0].start,
        end=parts[-1].end,
        given=given,
        initials=letters,
        surname=text[parts[surname_at].start : parts[-1].end],
        title=title,
        plural=bool(titles) and titles[0].kind == "plural",
        weak=not titles and not _looks_like_name(given, letters, words[-1].text),
    )


#: Capitals inside a word, as names of products and ministries have them (MoD, JobCentre), and not as Mc, Mac, De, La and Fitz make them.
_ODD = re.compile(r"(?!Mc|Mac|De|Du|La|Le|Fitz|Van|Di|Da|O)[A-Z][a-z]+[A-Z]")


def _plurals_of(words: str) -> str:
    return _plurals().get(words.split()[0].rstrip(".").title(), words)


def _looks_like_name(given: tuple[str, ...], letters: str, surname: str) -> bool:
    """Without a title: a given name or an initial, and a surname; words that are seldom names need a known given name."""
    if not letters:
        return False
    known = bool(given) and is_given(given[0])
    if not given:
        return surname not in seldom() and len(surname) > 1 and not (surname.isupper() and len(surname) < 5)
    if known:
        return not (surname.isupper() and len(surname) < 5)
    words = (*given, surname)
    return not any(word in seldom() or word.isupper() or _ODD.match(word) for word in words)


@cache
def _single() -> re.Pattern[str]:
    particles = vocabulary.alternation(vocabulary.words("people", "particles"))
    return re.compile(
        rf"(?P<initials>(?:[{_UPPER}](?![\w'’])\.?[ \n]{{0,3}})*)(?P<given>{_WORD}[ ]\n?)?(?P<surname>(?:{particles}[ ])*{_WORD})"
        rf"(?P<bracket>[ \n]?\(([{_UPPER}])\.?\))?(?!\w)"
    )


def find_single(text: str, start: int, end: int) -> Name | None:
    """One item of a list under a plural title: a surname, with initials before it or in brackets behind it."""
    match = _single().match(text, start, end)
    if match is None:
        return None
    given = (match["given"] or "").strip()
    surname = match["surname"]
    if given in never() or (surname in never() and not match["initials"]) or surname.lower() in _singulars():
        return None
    initials = re.sub(r"[^A-ZÀ-ÖØ-Þ]", "", match["initials"]) + given[:1]
    if match["bracket"]:
        initials = match["bracket"].strip("() .\n")[0]
    return Name(match.start(), match.end(), (given,) if given else (), initials, surname)


@cache
def _lone() -> re.Pattern[str]:
    return re.compile(rf"(?:[,;]|\band)\s+({_WORD})\s?\((?=[{_UPPER}][a-z])")


#: Where such a surname may stand: behind a mark or "and".
_BEFORE_LONE = re.compile(rf"[,;a](?:(?<!a)|nd)\s+[{_UPPER}]")


def find_lone(text: str, start: int, end: int) -> Iterator[Name]:
    """Bare surnames that a list gives with a bracket behind them: "and Vale (Acting Treasurer)"."""
    for match in matches_at(_BEFORE_LONE, _lone(), text, start, end):
        if match[1] not in never() and not match[1].isupper():
            yield Name(match.start(1), match.end(1), (), "", match[1], weak=True)
