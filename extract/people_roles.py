"""Offices and jobs beside a name, and the bodies at which they are held (conventions 95 to 99, 107 to 119).

A role is read word by word from a name outwards, so that commas inside it ("Director of Strategy, Policy and Assurance") stay in
it and the next name of a list, the verb of the sentence and the name of a body end it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from extract import vocabulary
from extract.entities import Entity, Place
from extract.people_names import given_names, honours, never, title_pattern

_TOKEN = re.compile(r"\n|\w(?:[\w'’/]|[.&-](?=\w))*|[^\w\s]")
_CONNECTORS = frozenset({"of", "for", "and", "the", "to", "in", "with", "on", "at", "&", "/", "and/or"})
_PORTFOLIO_OF = frozenset({"of", "for", "in", "on"})
#: Bodies that a role is held at, also after "for"; other bodies after "of" or "for" are the portfolio ("Director of Adult Services").
_EMPLOYERS = frozenset(
    {"council", "nhs_body", "provider", "charity", "company", "government", "police", "school", "political_group"}
)
_BODIES = _EMPLOYERS | {
    "committee",
    "sub_committee",
    "board",
    "panel",
    "joint_committee",
    "partnership",
    "group",
    "network",
    "cabinet",
}
_ENDS = frozenset(';:•▪█|?!"“”[]{}*')
_DEPARTMENTS = frozenset({"department", "team"})
#: Heads of a part of a body: "Head of the Adoption Partnership" keeps its words, and the body is named by them too.
_HEADS = frozenset({"head", "director", "manager", "lead"})
_LONGEST = 170
_JOINED = re.compile(r"[\s*]*(?:\([A-Z][\w &/-]{1,12}\)\s*)?(?:&|and|,|/)[\s*]*(?:at\s+|of\s+)?(?:the\s+)?")


@dataclass(frozen=True)
class BodyMention:
    """One mention of a body: half-open offsets and the body."""

    start: int
    end: int
    entity: Entity


@dataclass
class Surroundings:
    """What stands around names in one text: bodies, other names, and the ends of lines of layout."""

    text: str
    bodies: list[BodyMention]
    name_starts: frozenset[int]
    name_ends: frozenset[int]
    borders: list[int]  #: sorted ends of blocks: nothing is read across them
    body_at: dict[int, BodyMention] = field(init=False)
    body_ends: dict[int, BodyMention] = field(init=False)
    _starts: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.body_at = {body.start: body for body in reversed(self.bodies)}
        self.body_ends = {body.end: body for body in self.bodies}
        self._starts = [body.start for body in self.bodies]

    def border_after(self, offset: int) -> int:
        """End of the block in which `offset` stands."""
        index = bisect_right(self.borders, offset)
        return self.borders[index] if index < len(self.borders) else len(self.text)

    def border_before(self, offset: int) -> int:
        """End of the block before the one in which `offset` stands."""
        index = bisect_right(self.borders, offset)
        return self.borders[index - 1] if index else 0

    def bodies_between(self, start: int, end: int) -> list[BodyMention]:
        """Mentions of bodies that lie wholly inside [start, end)."""
        index = bisect_left(self._starts, start)
        found = []
        while index < len(self.bodies) and self.bodies[index].start < end:
            if self.bodies[index].end <= end:
                found.append(self.bodies[index])
            index += 1
        return found


@dataclass
class Role:
    """One stated role: the words of it, and the bodies named with it. Either may be missing."""

    start: int | None
    end: int | None
    bodies: list[tuple[Entity, Place]]
    stop: int  #: where reading stopped


@cache
def role_nouns() -> frozenset[str]:
    """Nouns that make a phrase an office, in small letters."""
    return frozenset(word.rstrip(".") for word in vocabulary.words("people", "role_nouns"))


@cache
def _portfolio_words() -> frozenset[str]:
    return frozenset(vocabulary.words("people", "portfolio_words"))


@cache
def _role_words() -> frozenset[str]:
    return frozenset(word.lower() for word in vocabulary.words("people", "role_words"))


@cache
def _own_line() -> re.Pattern[str]:
    """A line that begins something new: another person, another label."""
    return re.compile(rf"(?:{title_pattern()}\b|[\w ]{{2,40}}:)")


@cache
def _remark() -> re.Pattern[str]:
    return re.compile(rf"\s*{vocabulary.alternation(vocabulary.words('people', 'bracket_remarks'))}\b", re.IGNORECASE)


@cache
def chair_words() -> frozenset[str]:
    """Words for the chair, in small letters."""
    return frozenset(word.lower() for word in vocabulary.words("people", "chair_words"))


@cache
def _chair() -> re.Pattern[str]:
    words = vocabulary.alternation(vocabulary.words("people", "chair_words"))
    return re.compile(rf"\s*(?:in\s+the\s+)?{words}(?:\s+for\s+(?:this|the)\s+meeting)?\s*$", re.IGNORECASE)


def is_chair(role: str) -> bool:
    """Whether a role is nothing but that of the chair of the meeting."""
    return _chair().match(role) is not None


def _has_noun(word: str) -> bool:
    lower = word.lower().rstrip(".")
    if lower in role_nouns():
        return True
    parts = re.split(r"[/-]", lower)
    if len(parts) > 1 and any(part in role_nouns() for part in parts):
        return True
    return lower.endswith("s") and lower[:-1] in role_nouns()


class _Reader:
    """Reads one phrase from left to right and keeps what it has understood so far."""

    def __init__(self, around: Surroundings, position: int, limit: int, *, bracketed: bool) -> None:
        self.around = around
        self.text = around.text
        self.limit = min(limit, position + _LONGEST)
        self.bracketed = bracketed
        self.first = self.position = position
        self.start: int | None = None
        self.end: int | None = None
        self.noun = False
        self.pending = ""
        self.last = ""
        self.bodies: list[tuple[Entity, Place]] = []
        self.after_body = False
        self.stop = position

    def read(self) -> Role | None:
        while self.position < self.limit:
            match = _TOKEN.search(self.text, self.position, self.limit)
            if match is None or not self._take(match):
                break
        if self.start is not None and self.noun:
            if self.end is not None and "." in self.last and self.text[self.end : self.end + 1] == ".":
                self.end += 1  # A/S.E.E.
            return Role(self.start, self.end, self.bodies, self.stop)
        if self.bodies:
            return Role(None, None, self.bodies, self.stop)
        return None

    def _take(self, match: re.Match[str]) -> bool:
        """Take one token; False where the phrase has ended before it."""
        token, at = match[0], match.start()
        if at in self.around.name_starts and at != self.first:
            return False
        body = self.around.body_at.get(at)
        if body is not None and body.end <= self.limit + 60:
            return self._take_body(body)
        if self.bodies and self.after_body and not (self.start is None and (token[0].isupper() or _has_noun(token))):
            return self._after_body()
        if token == "\n":
            return self._take_line_end(at)
        if token[0].isalnum():
            return self._take_word(token, at, match.end())
        return self._take_mark(token, at, match.end())

    def _take_word(self, token: str, at: int, end: int) -> bool:
        lower = token.lower()
        if lower in _CONNECTORS and not token.isupper():
            if self.start is None or (self.pending and lower == "the" and self.pending in ("and", "&", ",")):
                return self.start is None and lower == "the" and self._skip(end)
            if lower == "at":
                self.pending, self.position = "at", end
                return True
            self.pending, self.position = lower if lower != "the" or not self.pending else self.pending, end
            return True
        capital = token[0].isupper()
        if token[0].isdigit():
            if not (
                self.bracketed or self.pending in ("of", "for", "section") or self.last.lower() in ("section", "s")
            ):
                return False
        elif self.pending == "at":
            return False
        elif not capital and not self._small_word_fits(lower):
            return False
        elif (
            capital
            and self.pending in (",", "\n", "")
            and self.noun
            and token
            in (
                "The",
                "This",
                "He",
                "She",
                "It",
                "Members",
                "Apologies",
                "Also",
                "In",
                "Present",
                "Item",
                "Tel",
                "Email",
                "Phone",
                "Contact",
                "Report",
                "Mobile",
                "Date",
                "Minutes",
                "Summary",
                "Purpose",
                "Title",
                "Subject",
                "Status",
                "To",
                "From",
                "Recommendation",
                "Recommendations",
                "Dear",
                "Telephone",
                "Wards",
                "All",
                "Officers",
                "Councillors",
                "Invited",
                "Attendees",
                "Action",
                "A",
                "Resolved",
                "RESOLVED",
            )
        ):
            return False
        elif capital and self.pending == "\n" and self.noun and not self.bracketed and not self._line_goes_on(at):
            return False
        if self.start is None:
            self.start = at
        self.end = self.stop = self.position = end
        self.noun = self.noun or _has_noun(token)
        self.pending, self.last, self.after_body = "", token, False
        return True

    def _small_word_fits(self, lower: str) -> bool:
        if lower in role_nouns():
            return self.pending not in (",", "\n") or self.bracketed or self.start is None
        if lower not in _portfolio_words():
            return False
        return (
            self.start is None
            or self.pending in _PORTFOLIO_OF
            or self.pending in ("and", "&")
            or (not self.pending and self.last.lower() in _portfolio_words() | _role_words())
            or (self.bracketed and self.pending == ",")
        )

    def _line_goes_on(self, at: int) -> bool:
        """Whether a line that begins inside a role belongs to it: the words before asked for more, or it is not a line of its own."""
        line_end = self.text.find("\n", at, self.limit)
        line = self.text[at : line_end if line_end >= 0 else self.limit]
        return not _own_line().match(line) and line.split(" ")[0] not in never() - _capital_portfolio()

    def _take_line_end(self, at: int) -> bool:
        blank = re.compile(r"[ \t\u00a0*]*\n[ \t\u00a0*]*\n").match(self.text, at, self.limit)
        if blank and not (self.bracketed or self.pending in _CONNECTORS):
            return False
        if not self.pending:
            self.pending = "\n"
        self.position = at + 1
        return True

    def _take_mark(self, token: str, at: int, end: int) -> bool:
        if token in _ENDS:
            return False
        if token == "." and self.last.lower() in ("snr", "ass", "asst", "dep", "hon", "dir", "mgr", "co", "st"):
            return self._skip(end)
        if token == ",":
            return self._take_comma(end)
        if token in "&/":
            self.pending = "&"
            return self._skip(end)
        if token in "–—-":
            self.pending = "–" if self.start is not None else ""
            return self._skip(end)
        if token == "(":
            return self._take_bracket(at)
        return token in "'’" and self._skip(end)

    def _take_comma(self, end: int) -> bool:
        if self.start is None and not self.bodies:
            return self.bracketed and self._skip(end)
        after = re.compile(r"[\s*]*(?:and\s+(?!the\b)|&\s*)?([^\W_])").match(self.text, end, self.limit)
        if after is None or self._name_at(after.start(1)):
            return False
        if not (after[1].isupper() or self.bracketed or after.start(1) in self.around.body_at):
            return False
        self.pending = ","
        return self._skip(end)

    def _name_at(self, at: int) -> bool:
        return at in self.around.name_starts

    def _take_bracket(self, at: int) -> bool:
        close = self.text.find(")", at, self.limit + 80)
        if close < 0:
            return False
        inner = self.text[at + 1 : close]
        if self.around.bodies_between(at + 1, close):
            for body in self.around.bodies_between(at + 1, close)[:1]:
                self.bodies.append((body.entity, Place(body.start, body.end)))
            self.stop = close + 1
            return False
        if _remark().match(inner) or not inner[:1].isupper() or is_chair(inner) or len(inner) > 60:
            return False
        if self.start is None or re.fullmatch(r"[A-Z][A-Z .-]{0,4}", inner) and not self.noun:
            return False
        self.end = self.stop = self.position = close + 1
        self.pending = ""
        return True

    def _take_body(self, body: BodyMention) -> bool:
        words = self.text[body.start : body.end]
        if self._is_portfolio(body) or words in never() or self._leads_role(body):
            # "Director of Adult Services", "Cabinet Member": words of the role, not a body at which it is held
            if self.noun and self.last.lower() in _HEADS and self.pending == "of" and body.entity.kind in _BODIES:
                self.bodies.append((body.entity, Place(body.start, body.end)))
            self.start = body.start if self.start is None else self.start
            self.end = self.stop = self.position = body.end
            self.pending, self.last = "", words
            return True
        if self.start is not None and not self.noun:
            if self.pending not in ("", "&", "and", ","):
                return False
            self.start = self.end = None
        self.bodies.append((body.entity, Place(body.start, body.end)))
        self.position = self.stop = body.end
        self.pending, self.last, self.after_body = "", "", True
        return True

    def _is_portfolio(self, body: BodyMention) -> bool:
        if not self.noun or self.pending not in _PORTFOLIO_OF:
            return False
        kinds = _EMPLOYERS if self.pending in ("for", "in", "on") else _BODIES
        return body.entity.kind not in kinds or (self.last.lower() in _HEADS and body.entity.kind not in _EMPLOYERS)

    def _leads_role(self, body: BodyMention) -> bool:
        """Whether a service or team stands as part of a role: "Youth Justice Service Manager"."""
        if self.start is not None or body.entity.kind not in _DEPARTMENTS:
            return False
        after = _TOKEN.search(self.text, body.end, self.limit)
        return after is not None and after.start() - body.end < 4 and _has_noun(after[0])

    def _after_body(self) -> bool:
        """After the name of a body only another body joined to it, or its own acronym, goes on."""
        joined = _JOINED.match(self.text, self.stop, self.limit)
        if joined and joined.end() in self.around.body_at and not self._name_at(joined.end()):
            self.position = joined.end()
            return True
        return False

    def _skip(self, end: int) -> bool:
        self.position = end
        return True


@cache
def _capital_portfolio() -> frozenset[str]:
    return frozenset(word.capitalize() for word in _portfolio_words()) | frozenset(
        vocabulary.words("people", "role_words")
    )


_SEPARATOR = re.compile(
    r"(?P<bracket>[\s*]{0,4}\()|(?P<comma>\s{0,2},[\s*]+(?:[–—-]\s*)?)|(?P<dash>[\s*]{0,3}[–—-][\s*]{0,3})|(?P<gap>[ \u00a0*]{3,}|[ \u00a0]*\t[\s*]*)"
    r"|(?P<line>[ \u00a0*]*\n[ \u00a0*]*)|(?P<space>[ \u00a0*]+)"
)
_LEGEND = re.compile(
    r"[\s*]*\(\s*([A-Z](?:[ .-]?[A-Z]){1,4})\s*\)|[ \u00a0*]{2,}([A-Z](?:[ .-]?[A-Z]){1,3})(?=[ \u00a0]{2,}|[ *\u00a0]*(?:\n|$|\t))"
)


_FROM = re.compile(r"\s*,?\s*\(?(?:from|of|at|representing|on\s+behalf\s+of)\s+(?:the\s+)?")


def legend_after(text: str, end: int, initials: str, surname: str) -> tuple[str, Place] | None:
    """The initials that a list gives behind a name ("Jo Smith (JS)"), with their place, if they fit the name."""
    match = _LEGEND.match(text, end, end + 60)
    if match is None:
        return None
    group = 1 if match[1] else 2
    letters = re.sub(r"[^A-Z]", "", match[group])
    parts = [part for part in re.split(r"[\s’'‘-]+", surname) if part]
    fits = letters[0] == initials[:1] and letters[-1] in {part[0] for part in parts} | {surname[0]}
    return (match[group], Place(match.start(group), match.end(group))) if fits else None


def honours_after(text: str, end: int) -> tuple[str | None, int]:
    """Honours behind a name, and where they end: they belong to the person, not to the list."""
    match = _letters_after()[0].match(text, end, end + 40)
    return (match[0].strip(" ,\n"), match.end()) if match else (None, end)


@cache
def _letters_after() -> tuple[re.Pattern[str], re.Pattern[str]]:
    offices = vocabulary.alternation(vocabulary.words("people", "offices_after_name"))
    return (
        re.compile(rf"(?:\s*,?\s+{vocabulary.alternation(honours())}(?!\w))+"),
        re.compile(rf"\s*,?\s+({offices})(?!\w)"),
    )


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def roles_after(around: Surroundings, end: int, *, listed: bool) -> list[Role]:
    """Roles and bodies stated behind a name that ends at `end`; in a list a role may follow without any mark."""
    text, found = around.text, []
    border = around.border_after(max(end - 1, 0))
    if listed and _compiled(r"[^()\n]{0,3}\s{0,4}\([^()]*(?:\)|$)").match(text, end, end + _LONGEST):
        border = max(
            border, min(end + _LONGEST, len(text))
        )  # a bracket that a list carries over to the next line or cell
    position = end
    office = _letters_after()[1].match(text, position, border)
    if office:
        found.append(Role(office.start(1), office.end(1), [], office.end()))
        position = office.end()
    sent = _FROM.match(text, position, border)
    if sent and sent.end() in around.body_at:
        body = around.body_at[sent.end()]
        found.append(Role(None, None, [(body.entity, Place(body.start, body.end))], body.end))
        return found
    for _ in range(3):
        role = _next_role(around, position, border, listed=listed, first=not found)
        if role is None:
            break
        found.append(role)
        position = role.stop
    return found


def _next_role(around: Surroundings, position: int, border: int, *, listed: bool, first: bool) -> Role | None:
    separator = _SEPARATOR.match(around.text, position, border)
    if separator is None:
        return None
    kind = separator.lastgroup
    at = separator.end()
    if kind == "bracket":
        close = _closing(around.text, at - 1, border)
        if close is None:
            return None
        inner = around.text[at:close]
        if _remark().match(inner) and not _has_role(inner):
            return None
        role = _Reader(around, at, close, bracketed=True).read()
        if role is not None:
            role.stop = close + 1
        return role
    if at in around.name_starts:
        return None
    if kind == "comma" and not first:
        return None
    if kind == "dash" and listed:
        at = _past_acronym(around, at, border)
        if around.text[at : at + 1] == "(":
            return _next_role(around, at, border, listed=listed, first=first)
    if kind == "space":
        if not listed or not _role_starts(around, at, border):
            return None
    elif kind == "line":
        if not _line_is_role(around, at, border):
            return None
    elif kind in ("comma", "dash", "gap") and not (around.text[at : at + 1].isalpha()):
        return None
    return _Reader(around, at, border, bracketed=False).read()


def _past_acronym(around: Surroundings, at: int, border: int) -> int:
    """Past an acronym of which the paper says nothing ("Jo Smith – MEM (Chair)")."""
    match = _compiled(r"[A-Z]{2,6}[ \u00a0]*(?=\()").match(around.text, at, border)
    return match.end() if match is not None and at not in around.body_at else at


def _closing(text: str, opening: int, border: int) -> int | None:
    depth = 0
    for at in range(opening, min(border, opening + _LONGEST)):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return at
    # a bracket that is never closed ("Head of Finance (Policy)"): its last one counts
    last = text.rfind(")", opening, min(border, opening + _LONGEST))
    return last if last > opening else None


def _has_role(words: str) -> bool:
    return any(_has_noun(word) for word in re.findall(r"[\w'’/-]+", words))


def _role_starts(around: Surroundings, at: int, border: int) -> bool:
    if at in around.body_at:
        return True
    match = _TOKEN.match(around.text, at, border)
    return match is not None and match[0].lower() in _role_words() and match[0].lower() not in ("mr", "mrs", "ms", "dr")


def _line_is_role(around: Surroundings, at: int, border: int) -> bool:
    """Whether the next line is a role and nothing else."""
    end = around.text.find("\n", at, border)
    line = around.text[at : end if end >= 0 else border].strip(" *,\u00a0")
    if not line or len(line) > 110 or line[-1] in ".:" or ":" in line or not line[0].isupper():
        return False
    first = line.split(" ")[0].strip(",")
    return (_has_role(line) or at in around.body_at) and first not in never() - _capital_portfolio() - given_names()


def role_before(around: Surroundings, start: int, *, listed: bool) -> Role | None:
    """A role whose last word stands directly before a name: "the Director of Place, Jo Smith", "Clerk, Mid Council (Jo Smith)"."""
    text = around.text
    floor = max(around.border_before(start - 1) if start else 0, start - 150)
    link = _compiled(r"(?:\s*\(|,\s+|\s+is\s+|\s+was\s+|:\s+|\s*[–-]\s+|[\s*]+)$").search(text, floor, start)
    if link is None:
        return None
    bracket = "(" in link[0]
    if bracket and not _compiled(r"[^()]{2,60}\)").match(text, start):
        return None
    end = link.start()
    body = around.body_ends.get(end)
    bodies: list[tuple[Entity, Place]] = []
    if (
        body is not None
        and body.start > floor
        and text[body.start : body.end] not in never()
        and not _is_acronym(text[body.start : body.end])
    ):
        joint = _compiled(r"(?:,|\s+of|\s+at|\s*[–-]|\s+for)?\s+(?:the\s+)?$").search(text, floor, body.start)
        if joint is None or not joint[0].strip():
            return None
        if joint[0].strip().split()[0] == "of" and body.entity.kind not in _BODIES:
            bodies = []
        else:
            end, bodies = joint.start(), [(body.entity, Place(body.start, body.end))]
    plain = link[0].strip(" *\n") == ""
    if plain and "\n" in link[0] and (listed or link[0].count("\n") > 1):
        return None
    place = _role_ending(around, floor, end, loose=plain, plural=bracket)
    if place is None:
        return None
    before = around.body_ends.get(len(text[: place[0]].rstrip()))
    if before is not None and not bodies and "\n" not in text[before.end : place[0]]:
        bodies = [(before.entity, Place(before.start, before.end))]
    return Role(place[0], place[1], bodies, start)


def _role_ending(around: Surroundings, floor: int, end: int, *, loose: bool, plural: bool) -> tuple[int, int] | None:
    """Offsets of the role whose last word ends at `end`; None where the words there are none, or are another person's."""
    window = around.text[floor:end]
    cut = max(window.rfind(mark) for mark in (";", ":", "•", "█", ")", "\t", ". ", "“", "▪", "|", "   "))
    tokens = list(_TOKEN.finditer(around.text, floor + cut + 1, end))
    begin, another = len(tokens), False
    while begin > 0:
        token = tokens[begin - 1]
        if token.end() in around.name_ends:
            another = True
            break
        if (
            token.end() in around.body_ends
            and not _is_acronym(token[0])
            and token[0] not in never()
            and token.end() < end
        ):
            break
        if not _fits_before(token[0]):
            break
        begin -= 1
    kept = tokens[begin:]
    trimmed = _after_joint(kept)
    if another and len(trimmed) == len(kept):
        return None
    kept = trimmed
    while kept and (not kept[0][0][0].isalnum() or kept[0][0].lower() in _CONNECTORS or kept[0][0].isdigit()):
        kept.pop(0)
    if not kept or not any(_has_noun(token[0]) for token in kept) or kept[-1][0].lower() in _CONNECTORS:
        return None
    if loose and not _has_noun(kept[-1][0]) and kept[-1][0].lower() not in _portfolio_words():
        return None
    if not plural and _plural_only(kept):
        return None
    return kept[0].start(), kept[-1].end()


def _fits_before(word: str) -> bool:
    if word.lower() in ("at", "with", "in", "on"):
        return False
    if word[0].isalpha():
        return word[0].isupper() or word.lower() in _CONNECTORS or word.lower() in _portfolio_words() or _has_noun(word)
    return word in (",", "&", "\n", "/", "-", "–", "’", "'", ".") or word.isdigit()


def _is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= len(word) <= 5


def _plural_only(tokens: list[re.Match[str]]) -> bool:
    """Members, Officers and Trustees before a name are a group, not its office."""
    nouns = [token[0].lower() for token in tokens if _has_noun(token[0])]
    return bool(nouns) and nouns[-1] not in role_nouns() and nouns[-1].endswith("s")


def _after_joint(tokens: list[re.Match[str]]) -> list[re.Match[str]]:
    """A role in front of a name does not reach over "and the", nor over ", and"."""
    for index in range(len(tokens) - 1, 0, -1):
        if tokens[index][0].lower() == "the" and tokens[index - 1][0].lower() in ("and", ",", "&"):
            return tokens[index + 1 :]
        if tokens[index][0].lower() == "and" and tokens[index - 1][0] == ",":
            return tokens[index + 1 :]
    return tokens


_ELECTED = re.compile(
    r"\s+(?:(?:(?:who\s+)?(?:has|had)\s+been|was|were|be|is|being)\s+(?:(?:duly|formally|unanimously)\s+)?(?:re-?)?(?:appointed|elected|nominated|confirmed|recruited)\s+(?:as\s+|to\s+be\s+)?"
    r"|on\s+(?:his|her|their)\s+(?:recent\s+)?(?:re-?)?(?:election|appointment)\s+(?:as|to)\s+(?:be\s+)?|,?\s+who\s+(?:is|was)\s+|\s*(?:is|was)\s+(?=the\s))(?:the\s+(?:new\s+)?|an?\s+|our\s+)?"
)


def role_elected(around: Surroundings, end: int) -> Role | None:
    """An office to which a sentence says that someone is elected or appointed: "Jo Smith was elected Chair of the Board"."""
    match = _ELECTED.match(around.text, end)
    if match is None:
        return None
    return _Reader(around, match.end(), around.border_after(end), bracketed=False).read()


def role_of_cell(around: Surroundings, start: int, end: int) -> Role | None:
    """The role that a table cell gives, if it is one from its first word on."""
    return _Reader(around, start, end, bracketed=True).read() if start not in around.name_starts else None


def mentions_of_bodies(spans: Iterable[tuple[int, int, Entity]]) -> list[BodyMention]:
    """Mentions of bodies in order of the text, the longest first at each place, none inside another."""
    found: list[BodyMention] = []
    for start, end, entity in sorted(spans, key=lambda span: (span[0], -span[1])):
        if not found or start >= found[-1].end:
            found.append(BodyMention(start, end, entity))
    return found
