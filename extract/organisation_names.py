"""Reads names of bodies out of a run of capitalised words.

From the noun in which a name ends ("Committee", "CCG", "Trust") the name is followed to its ends (`organisation_bounds`). A body
within a body's name ("Ashby CCG Governing Body"), or the owner before it ("the CCG's Governing Body"), becomes its parent.
Known misses: names without any noun of bodies that no vocabulary lists.
"""

import re
from dataclasses import dataclass

from extract.name_runs import Run, Token, fold_space
from extract.organisation_bounds import is_acronym, left_end, right_end
from extract.organisation_words import Head, body_words, head_at, kind_of, model_words, singular_phrase
from extract.records import OrganisationKind


@dataclass(eq=False)
class BodyName:
    """A name of a body as it stands in the text, half-open offsets."""

    start: int
    end: int
    name: str
    kind: OrganisationKind
    head: str = ""
    generic: bool = False  #: nothing of its own: "the Committee", "Parish Council"
    plural: bool = False
    block: int = -1
    parent: "BodyName | None" = None  #: the body within whose name, or as whose possession, it stands
    joined: bool = False  #: one of several bodies under one plural noun


#: A name and the first and last token of the run that it holds.
_Found = tuple[int, int, BodyName]

#: Kinds of body that a council sets up.
_OF_COUNCILS = frozenset({"board", "committee", "sub_committee", "panel", "group"})
_LAW = frozenset({"act", "regulations", "regulation", "bill", "rules"})
_QUANTIFIED = re.compile(
    r"\b(?:each|every|all|both|any|various|other|two|three|four|five|six|seven|eight|many)\s+(?:the\s+|of\s+the\s+)?$",
    re.IGNORECASE,
)
_POSTS = frozenset(
    {"director", "member", "officer", "lead", "head", "manager", "councillor", "assistant", "summary", "sponsor"}
)
_SHORT_AFTER = re.compile(r"\s*\([“\"‘']?([A-Z]{3,7})[”\"’']?\)")
_ACTS_AFTER = re.compile(
    r"\s+(?:said|stated|advised|confirmed|reported|agreed|explained|have|has|had|can|will|would|were|was|is|are|to\b)\b"
)
_ACTS_BEFORE = re.compile(
    r"\b(?:by|from|with|through|contact|contacted|at|asked|inform|(?:spoken|sent|reported|written|referred|speak|write)\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
#: The number of a troop: "3rd Ashby Scouts".
_ORDINAL = re.compile(r"(?<!\w)\d{1,3}(?:st|nd|rd|th)\s+$")


def acts(text: str, start: int, end: int) -> bool:
    """Whether the words beside a name show a body that does something or is dealt with."""
    return (
        _ACTS_AFTER.match(text, end, end + 14) is not None
        or _ACTS_BEFORE.search(text[max(0, start - 20) : start]) is not None
    )


def names_in(text: str, run: Run) -> list[BodyName]:
    """The names of bodies in a run, from right to left; a nested one follows the name that holds it."""
    found: list[BodyName] = []
    claimed: list[_Found] = []
    index = len(run.tokens) - 1
    while index >= 0:
        head = head_at(run, index)
        if head is None:
            index -= 1
            continue
        outer = next((c for c in claimed if c[0] <= head.first and head.last <= c[1]), None)
        if outer is None:
            name = _name_with(text, run, head)
            if name is not None:
                found.append(name[2])
                claimed.append(name)
                _set_owner(text, run, name)
        elif outer[1] > head.last:
            found.extend(_nested(text, run, head, outer))
        index = head.first - 1
    return found


def _name_with(text: str, run: Run, head: Head) -> _Found | None:
    """The name around a head, or None where the words after it make it part of something else."""
    tokens = run.tokens
    following = tokens[head.last + 1] if head.last + 1 < len(tokens) else None
    if _is_law(tokens, head.last):
        return None
    if (
        following is not None
        and following.kind == "cap"
        and not tokens[head.last].possessive
        and _is_thing(head, following)
    ):
        return None
    if head.phrase == "executive":
        chief = head.first > 0 and tokens[head.first - 1].fold == "chief"
        if chief or (following is not None and following.kind == "cap" and following.fold in _POSTS):
            return None
    if head.phrase == "team" and head.plural and following is not None and following.fold in ("around", "of"):
        return None
    first, last = left_end(tokens, head), right_end(tokens, head)
    owner = _council_behind(tokens, head, first, last)
    if owner is not None:
        made = _make(text, run, head, first, head.last)
        if not made.generic:
            made.parent = _make(text, run, owner, head.last + 2, owner.last)
            return first, head.last, made
    if head.phrase in body_words().of_only and last == head.last:
        return None
    return first, last, _make(text, run, head, first, last)


def _council_behind(tokens: tuple[Token, ...], head: Head, first: int, last: int) -> Head | None:
    """The noun of the council whose board or committee is named: "Care Scrutiny Board of Ashby Council"."""
    if head.kind not in _OF_COUNCILS or first == head.first or last < head.last + 3:
        return None
    if tokens[head.last + 1].fold != "of" or tokens[head.last + 2].kind != "cap":
        return None
    owner = head_at(Run(0, 0, 0, tokens), last)
    return owner if owner is not None and owner.phrase == "council" and not owner.plural else None


def _is_thing(head: Head, following: Token) -> bool:
    """Whether a noun after the head makes a thing or a post of the name: "Council Tax", "Section 8", "Cabinet Member"."""
    words = body_words()
    if head.phrase == "section" and following.fold[:1].isdigit():
        return True
    if head.phrase.endswith((" son", " sons")):
        return True  # "Father & Son Walk"
    return following.fold in words.not_after or (head.phrase == "cabinet" and following.fold in words.not_after_cabinet)


def _is_law(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the capitalised words after `index` make it part of the name of an Act or of regulations."""
    while index + 1 < len(tokens) and tokens[index + 1].kind == "cap":
        index += 1
        if tokens[index].fold in _LAW:
            return True
    return False


def _make(text: str, run: Run, head: Head, first: int, last: int) -> BodyName:
    """The name of tokens [first, last], judged."""
    words = body_words()
    tokens = run.tokens
    start, end = tokens[first].start, tokens[last].start + len(tokens[last].word)
    if head.phrase == "scouts" and (ordinal := _ORDINAL.search(text, max(0, start - 6), start)) is not None:
        start = ordinal.start()
    name = fold_space(text[start:end])
    made = BodyName(start, end, name, kind_of(name, head.kind), head.phrase, plural=head.plural, block=run.block)
    joined = head.phrase in words.place and any(token.fold in ("and", "&") for token in tokens[first:last])
    counted = not joined and _QUANTIFIED.search(text[max(0, start - 12) : start]) is not None
    made.generic = (
        (head.plural and head.phrase in words.no_plural and last == head.last)
        or (counted and (head.plural or head.phrase in words.no_plural))
        or (name.isupper() and head.phrase in words.weak and last - first < 2)
        or (_is_generic(tokens, head, first, last) and not _is_defined(text, made, head))
    )
    return made


def _is_defined(text: str, name: BodyName, head: Head) -> bool:
    """Whether an acronym behind a name of a weak noun shows it to be one: "Joint Buying Executive (JBE)"."""
    if (
        head.phrase not in body_words().weak
        or name.plural
        or singular_phrase(name.name.lower()) in body_words().generic
    ):
        return False
    short = _SHORT_AFTER.match(text, name.end)
    letters = "".join(word[0] for word in re.split(r"[\s-]+", name.name) if word[:1].isupper())
    return short is not None and short[1] == letters


def _is_generic(tokens: tuple[Token, ...], head: Head, first: int, last: int) -> bool:
    """Whether the name has nothing of its own, or lists more than one body."""
    words = body_words()
    before = [token for token in tokens[first : head.first] if token.kind == "cap"]
    folded = [token.fold for token in tokens[first : last + 1]]
    if head.phrase == "cabinet":
        known = ("council", "county", "city", "borough", "shadow")
        return (
            head.plural
            or tokens[head.last].kind == "small"
            or not all(is_acronym(t) or t.fold in known for t in before)
        )
    whole = " ".join(folded)
    base = " ".join([*folded[:-1], head.phrase.split()[-1]]) if last == head.last else whole
    if (
        singular_phrase(base) in words.generic
        or whole in words.generic
        or {"annual", "ordinary", "extraordinary"} & set(folded)
    ):
        return True
    if head.phrase == "centre" and singular_phrase(" ".join(folded[-2:])) in words.generic:
        return True  # a building: "Hill Street Community Centre"
    if head.phrase == "libraries" and "and" in folded:
        return True
    item, comma, _ = whole.partition(" , ")
    if comma and " and " in item and head.phrase not in words.place:
        return True
    if last > head.last:
        return False
    if head.phrase == "service" and not model_words().isdisjoint(folded):
        return True
    own = [token for token in before if token.fold not in words.plain and not any(c.isdigit() for c in token.fold)]
    if not own or (head.phrase == "section" and "and" in folded) or (head.phrase == "cic" and len(before) < 2):
        return True
    if head.phrase in ("action", "housing", "homes") and all(token.fold in words.subjects for token in own):
        return True
    if head.phrase in ("executive", "unit", "team") and before[0].fold == "joint":
        return False  # "Joint Commissioning Executive": of two bodies, and so one of its own
    if head.phrase in words.weak and len(own) < 2:
        return not _may_be_short(head, own[0], tokens[head.last])
    small = tokens[head.last].kind == "small" and head.phrase != "committee"
    return small and len(before) < 2 and (first == 0 or own[0].fold in words.subjects)


def _may_be_short(head: Head, own: Token, noun: Token) -> bool:
    """Weak nouns that make a name with a single word of its own: "Education Division", "Ashby Homes", "Carers' Centre"."""
    words = body_words()
    if noun.kind == "small":
        return False
    if head.phrase == "executive" and is_acronym(own):
        return True
    if head.phrase == "centre":
        return own.possessive and own.fold not in ("children", "child", "childrens")
    if head.phrase in words.short_teams[0]:
        return own.fold not in words.short_teams[1]
    return head.phrase in words.short_heads or (
        head.phrase in words.short_not_subjects and own.fold not in words.subjects
    )


def _nested(text: str, run: Run, head: Head, outer: _Found) -> list[BodyName]:
    """A body inside the name of another; its parent where the outer name begins with it ("Ashby CCG Governing Body")."""
    first, last, holder = outer
    tokens = run.tokens
    if head.phrase not in body_words().place or tokens[head.last].kind != "cap" or tokens[head.last + 1].kind != "cap":
        return []
    inner_first = left_end(tokens, head)
    if inner_first < first:
        return []
    inner = _make(text, run, head, inner_first, head.last)
    if inner.generic and inner.head not in ("ccg", "icb"):
        return []
    if inner_first == first and holder.parent is None:
        holder.parent = inner
        _shorten(text, run, head, outer)
    return [inner]


def _shorten(text: str, run: Run, head: Head, outer: _Found) -> None:
    """Takes the parent's name off the front of a name that says enough without it."""
    _, last, holder = outer
    noun = next((found for k in range(last, head.last, -1) if (found := head_at(run, k))), None)
    if noun is None or noun.first <= head.last:
        return
    rest = _make(text, run, noun, head.last + 1, last)
    if not rest.generic:
        holder.start, holder.name = rest.start, rest.name


def _set_owner(text: str, run: Run, made: _Found) -> None:
    """The owner that stands before a name: "the CCG's Governing Body", "Ashby Council's Library Service"."""
    first, _, name = made
    if first == 0 or not run.tokens[first - 1].possessive:
        return
    head = head_at(run, first - 1)
    if head is None:
        return
    if (name.head == "team" and len(name.name.split()) > 2) or (name.head == "service" and " " in name.name):
        name.generic = False  # what is nobody's is a kind of team or service; with an owner it is one
    name.parent = _make(text, run, head, left_end(run.tokens, head), head.last)
    if name.generic and name.head == "governing body":
        name.start, name.generic = name.parent.start, False
        name.name = fold_space(text[name.start : name.end])
