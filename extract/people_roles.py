"""Offices, bodies, honours and initials that stand behind a name (conventions 90 to 99, 107 to 119)."""

import re
from functools import cache

from extract import vocabulary
from extract.entities import Place
from extract.people_names import given_names, honours, never
from extract.people_role_reader import LONGEST, Role, RoleReader, remark
from extract.people_role_words import (
    EMPLOYERS,
    TOKEN,
    capital_portfolio,
    compiled,
    has_role,
    is_chair,
    is_vice_chair,
    role_words,
)
from extract.people_surroundings import Surroundings

_SEPARATOR = re.compile(
    r"(?P<bracket>[\s*]{0,4}\()|(?P<comma>\s{0,2},[\s*]+(?:[–—-]\s*)?)|(?P<dash>[\s*]{0,3}[–—-][\s*]{0,3})|(?P<gap>[ \u00a0*]{3,}|[ \u00a0]*\t[\s*]*)"
    r"|(?P<line>[ \u00a0*]*\n[ \u00a0*]*)|(?P<space>[ \u00a0*]+)"
)


_LEGEND = re.compile(
    r"[\s*]*\(\s*([A-Z](?:[ .-]?[A-Z]){1,4})\s*\)|[ \u00a0*]{2,}([A-Z](?:[ .-]?[A-Z]){1,3})(?=[ \u00a0]{2,}|[ *\u00a0]*(?:\n|$|\t))"
    r"|[ \u00a0]*(?:\n{1,2}|\t)[ \u00a0]*([A-Z](?:[ .-]?[A-Z]){1,3})(?=[ \u00a0]*(?:\n|$|\t))"
)


_PRESIDES = re.compile(r"\s*,?\s+\(?(?:(?:was\s+)?in|took|assumed|resumed|IN)\s+(?:the|THE)\s+([Cc]hair|CHAIR)\b(?!\s+of)")


_FROM = re.compile(r"\s*,?\s*\(?(?:from|of|at|representing|on\s+behalf\s+of)\s+(?:the\s+)?")


def legend_after(text: str, end: int, initials: str, surname: str) -> tuple[str, Place] | None:
    """The initials that a list gives behind a name ("Jo Smith (JS)") or in the cell beside it, with their place, if they fit the name."""
    match = _LEGEND.match(text, end, end + 60)
    if match is None:
        return None
    group = match.lastindex or 1
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


def roles_after(around: Surroundings, end: int, *, listed: bool) -> list[Role]:
    """Roles and bodies stated behind a name that ends at `end`; in a list a role may follow without any mark."""
    text, found = around.text, []
    border = around.border_after(max(end - 1, 0))
    if listed and compiled(r"[^()\n]{0,3}\s{0,4}\([^()]*(?:\)|$)").match(text, end, end + LONGEST):
        border = max(
            border, min(end + LONGEST, len(text))
        )  # a bracket that a list carries over to the next line or cell
    position = end
    office = _letters_after()[1].match(text, position, border)
    if office:
        found.append(Role(office.start(1), office.end(1), [], office.end()))
        position = office.end()
    presiding = _PRESIDES.match(text, position, border)
    if presiding:
        return [*found, Role(presiding.start(1), presiding.end(1), [], presiding.end(), of_meeting=True)]
    sent = _FROM.match(text, position, border)
    if sent and sent.end() in around.body_at:
        body = around.body_at[sent.end()]
        found.append(Role(None, None, [(body.entity, Place(body.start, body.end))], body.end))
        return found
    for _ in range(3):
        role = _next_role(around, position, border, listed=listed, first=not found)
        if role is None:
            break
        if _stands_in(text, role):
            break
        if found and found[-1].start is None and not role.bodies:
            if listed and _is_chair_of_meeting(text, role, found[-1]):
                role.of_meeting = True  # "Cllr Ann Brook (Ashby Council) (Chair)": of the meeting, not of the council
            else:
                role.bodies = found.pop().bodies  # "Village Hall Committee (Chair)"
        found.append(role)
        position = role.stop
    return found


def _stands_in(text: str, role: Role) -> bool:
    """Whether the words only say that somebody stands in for another: no office."""
    return role.start is not None and text[role.start : role.end or role.start].lower() in ("substitute", "deputising")


def _is_chair_of_meeting(text: str, role: Role, sent: Role) -> bool:
    words = text[role.start : role.end] if role.start is not None else ""
    return (is_chair(words) or is_vice_chair(words)) and bool(sent.bodies) and sent.bodies[0][0].kind in EMPLOYERS


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
        if remark().match(inner) and not has_role(inner):
            return None
        if any(around.text[offset].isupper() and offset in around.name_starts for offset in range(at, close)):
            return None  # somebody else, who came in their place
        role = RoleReader(around, at, close, bracketed=True).read()
        if role is not None:
            role.stop = close + 1
        return role
    if at in around.name_starts:
        return None
    if kind == "comma" and not first and at not in around.body_at:
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
    return RoleReader(around, at, border, bracketed=False).read()


def _past_acronym(around: Surroundings, at: int, border: int) -> int:
    """Past an acronym of which the paper says nothing ("Jo Smith – MEM (Chair)")."""
    match = compiled(r"[A-Z]{2,6}[ \u00a0]*(?=\()").match(around.text, at, border)
    return match.end() if match is not None and at not in around.body_at else at


def _closing(text: str, opening: int, border: int) -> int | None:
    depth = 0
    for at in range(opening, min(border, opening + LONGEST)):
        if text[at] == "(":
            depth += 1
        elif text[at] == ")":
            depth -= 1
            if depth == 0:
                return at
    # a bracket that is never closed ("Head of Finance (Policy)"): its last one counts
    last = text.rfind(")", opening, min(border, opening + LONGEST))
    return last if last > opening else None


def _role_starts(around: Surroundings, at: int, border: int) -> bool:
    if at in around.body_at:
        return True
    match = TOKEN.match(around.text, at, border)
    return match is not None and match[0].lower() in role_words() and match[0].lower() not in ("mr", "mrs", "ms", "dr")


def _line_is_role(around: Surroundings, at: int, border: int) -> bool:
    """Whether the next line is a role and nothing else."""
    end = around.text.find("\n", at, border)
    line = around.text[at : end if end >= 0 else border].strip(" *,\u00a0")
    if not line or len(line) > 110 or line[-1] in ".:" or ":" in line or not line[0].isupper():
        return False
    if any(offset in around.name_starts for offset in range(at, at + len(line))):
        return False  # the office of another: "Chief Executive, Jo Smith"
    first = line.split(" ")[0].strip(",")
    return (has_role(line) or at in around.body_at) and first not in never() - capital_portfolio() - given_names()


_ELECTED = re.compile(
    r"\s+(?:(?:(?:who\s+)?(?:has|had)\s+been|was|were|be|is|being)\s+(?:(?:duly|formally|unanimously)\s+)?(?:re-?)?(?:appointed|elected|nominated|confirmed|recruited)\s+(?:as\s+|to\s+be\s+)?"
    r"|on\s+(?:his|her|their)\s+(?:recent\s+)?(?:re-?)?(?:election|appointment)\s+(?:as|to)\s+(?:be\s+)?|,?\s+who\s+(?:is|was)\s+|\s*(?:is|was)\s+(?=the\s))(?:the\s+(?:new\s+)?|an?\s+|our\s+)?"
)


def role_elected(around: Surroundings, end: int) -> Role | None:
    """An office to which a sentence says that someone is elected or appointed: "Jo Smith was elected Chair of the Board"."""
    match = _ELECTED.match(around.text, end)
    if match is None:
        return None
    role = RoleReader(around, match.end(), around.border_after(end), bracketed=False).read()
    if role is not None and role.start is not None and not role.bodies:
        words = around.text[role.start : role.end]
        role.of_meeting = is_chair(words) or is_vice_chair(words)
    return role


def role_of_cell(around: Surroundings, start: int, end: int) -> Role | None:
    """The role that a table cell gives, if it is one from its first word on."""
    return RoleReader(around, start, end, bracketed=True).read() if start not in around.name_starts else None
