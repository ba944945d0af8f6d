"""Reads the words of one role from left to right, with the bodies named in it.

Commas inside a role ("Director of Strategy, Policy and Assurance") stay in it; the next name of a list, the verb of the sentence
and the name of a body end it.
"""

import re
from dataclasses import dataclass
from functools import cache

from extract import vocabulary
from extract.entities import Entity, Place
from extract.people_names import never, title_pattern
from extract.people_role_words import (
    BODIES,
    CONNECTORS,
    DEPARTMENTS,
    EMPLOYERS,
    PORTFOLIO_OF,
    TOKEN,
    capital_portfolio,
    has_noun,
    is_chair,
    portfolio_words,
    role_nouns,
    role_words,
)
from extract.people_surroundings import BodyMention, Surroundings

_ENDS = frozenset(';:•▪█|?!"“”[]{}*')


#: Heads of a part of a body: "Head of the Adoption Partnership" keeps its words, and the body is named by them too.
_HEADS = frozenset({"head", "director", "manager", "lead"})


LONGEST = 170

#: A name that begins with an initial: what stands right before it is no one else's office.
INITIALED = re.compile(r"[A-Z]\.?[ \u00a0]+(?:[A-Z]\.?[ \u00a0]+)?[A-Z][\w’'-]+")


_JOINED = re.compile(r"[\s*]*(?:\([A-Z][\w &/-]{1,12}\)\s*)?(?:&|and|,|/)[\s*]*(?:at\s+|of\s+)?(?:the\s+)?")


@dataclass
class Role:
    """One stated role: the words of it, and the bodies named with it. Either may be missing."""

    start: int | None
    end: int | None
    bodies: list[tuple[Entity, Place]]
    stop: int  #: where reading stopped
    of_meeting: bool = False  #: the words say that it is an office at this very meeting: in the chair, elected chair


@cache
def _own_line() -> re.Pattern[str]:
    """A line that begins something new: another person, another label."""
    return re.compile(rf"(?:{title_pattern()}\b|[\w ]{{2,40}}:)")


@cache
def remark() -> re.Pattern[str]:
    return re.compile(rf"\s*{vocabulary.alternation(vocabulary.words('people', 'bracket_remarks'))}\b", re.IGNORECASE)


@cache
def _openers() -> frozenset[str]:
    return frozenset(vocabulary.words("people", "role_enders"))


class RoleReader:
    """Reads one phrase from left to right and keeps what it has understood so far."""

    def __init__(self, around: Surroundings, position: int, limit: int, *, bracketed: bool) -> None:
        self.around = around
        self.text = around.text
        self.limit = min(limit, position + LONGEST)
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
            match = TOKEN.search(self.text, self.position, self.limit)
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
            if self.noun and not self.pending and not self.bracketed and INITIALED.match(self.text, at):
                self.start, self.noun = None, False  # "G Hallam, Area Manager P Strick": the office of the next
            return False
        body = self.around.body_at.get(at)
        if body is not None and body.end <= self.limit + 60:
            return self._take_body(body)
        if self.bodies and self.after_body and not (self.start is None and (token[0].isupper() or has_noun(token))):
            return self._after_body()
        if token == "\n":
            return self._take_line_end(at)
        if token[0].isalnum():
            return self._take_word(token, at, match.end())
        return self._take_mark(token, at, match.end())

    def _take_word(self, token: str, at: int, end: int) -> bool:
        lower = token.lower()
        if lower in CONNECTORS and not token.isupper():
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
        elif self.pending == "at" or (self.pending == "," and self.noun and _is_unknown_body(token)):
            return False
        elif not capital and not self._small_word_fits(lower):
            return False
        elif capital and self.noun and self.pending in (",", "\n", "") and token in _openers():
            return False
        elif capital and self.pending == "\n" and self.noun and not self.bracketed and not self._line_goes_on(at):
            return False
        if self.start is None:
            self.start = at
        self.end = self.stop = self.position = end
        self.noun = self.noun or has_noun(token)
        self.pending, self.last, self.after_body = "", token, False
        return True

    def _small_word_fits(self, lower: str) -> bool:
        if lower in role_nouns():
            return self.pending not in (",", "\n") or self.bracketed or self.start is None
        if lower not in portfolio_words():
            return False
        return (
            self.start is None
            or self.pending in PORTFOLIO_OF
            or self.pending in ("and", "&")
            or (not self.pending and self.last.lower() in portfolio_words() | role_words())
            or (self.bracketed and self.pending == ",")
        )

    def _line_goes_on(self, at: int) -> bool:
        """Whether a line that begins inside a role belongs to it: the words before asked for more, or it is not a line of its own."""
        line_end = self.text.find("\n", at, self.limit)
        line = self.text[at : line_end if line_end >= 0 else self.limit]
        return not _own_line().match(line) and line.split(" ")[0] not in never() - capital_portfolio()

    def _take_line_end(self, at: int) -> bool:
        blank = re.compile(r"[ \t\u00a0*]*\n[ \t\u00a0*]*\n").match(self.text, at, self.limit)
        if blank and not (self.bracketed or self.pending in CONNECTORS):
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
        after = re.compile(r"[\s*]*(?P<and>and\s+(?!the\b)|&\s*)?([^\W_])").match(self.text, end, self.limit)
        if after is None or self._name_at(after.start(2)):
            return False
        if after["and"] and self.noun and not self.bodies and after.start(2) in self.around.body_at:
            return False  # "Cabinet Member for Health, and the Trust": the next of a list, not where the office is held
        if not (after[2].isupper() or self.bracketed or after.start(2) in self.around.body_at):
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
        if remark().match(inner) or not inner[:1].isupper() or is_chair(inner) or len(inner) > 60:
            return False
        if self.start is None or re.fullmatch(r"[A-Z][A-Z .-]{0,4}", inner) and not self.noun:
            return False
        self.end = self.stop = self.position = close + 1
        self.pending = ""
        return True

    def _take_body(self, body: BodyMention) -> bool:
        words = self.text[body.start : body.end]
        if self.noun and self.pending in ("and", "&", ",") and self._has_noun_after(body):
            return False  # "Director and Audit Committee Chair": a second office
        if self._is_portfolio(body) or words in never() or self._leads_role(body):
            # "Director of Adult Services", "Cabinet Member": words of the role, not a body at which it is held
            if self.noun and self.last.lower() in _HEADS and self.pending == "of" and body.entity.kind in BODIES:
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
        if not self.noun or self.pending not in PORTFOLIO_OF:
            return False
        kinds = EMPLOYERS if self.pending in ("for", "in", "on") else BODIES
        return body.entity.kind not in kinds or (self.last.lower() in _HEADS and body.entity.kind not in EMPLOYERS)

    def _leads_role(self, body: BodyMention) -> bool:
        """Whether a service or team stands as part of a role: "Youth Justice Service Manager"."""
        return self.start is None and body.entity.kind in DEPARTMENTS and self._has_noun_after(body)

    def _has_noun_after(self, body: BodyMention) -> bool:
        after = TOKEN.search(self.text, body.end, self.limit)
        return after is not None and after.start() - body.end < 4 and has_noun(after[0])

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


def _is_unknown_body(word: str) -> bool:
    """Whether capitals behind a role and a comma are the acronym of a body of which the paper says no more."""
    return word.isupper() and len(word) > 3 and not has_noun(word)
