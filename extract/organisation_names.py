"""Reads names of bodies out of a run of capitalised words.

From the noun in which a name ends ("Committee", "CCG", "Trust") the name is followed to the left over capitalised words and
joining words, and to the right over "of", "for" and "in" where that noun takes them. A body within a body's name ("Ashby CCG
Governing Body") becomes its parent. Known misses: names without any noun of bodies that no vocabulary lists.
"""

import re
from dataclasses import dataclass, field

from extract.name_runs import Run, Token, fold_space
from extract.organisation_words import Head, body_words, head_at, is_stop, kind_of
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
    opens: bool = False  #: it begins its sentence
    acts: bool = False  #: the words beside it show a body that does something
    block: int = -1
    parent: "BodyName | None" = None  #: the body within whose name, or as whose possession, it stands
    full: tuple[int, int] | None = None  #: with the name of its parent before it
    members: list[str] = field(default_factory=list)  #: names joined under one plural noun


def names_in(text: str, run: Run) -> list[BodyName]:
    """The names of bodies in a run, in order of their ends from the right; a nested one follows the name that holds it."""
    found: list[BodyName] = []
    claimed: list[tuple[int, int, BodyName]] = []
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
                _part_possessor(text, run, name, found)
        elif outer[0] <= head.first and outer[1] > head.last:
            _nest(text, run, head, outer, found)
        index = head.first - 1
    return found


def _name_with(text: str, run: Run, head: Head) -> tuple[int, int, BodyName] | None:
    tokens = run.tokens
    words = body_words()
    if _belongs_to_law(tokens, head.last):
        return None
    following = tokens[head.last + 1] if head.last + 1 < len(tokens) else None
    if following is not None and following.kind == "cap" and not tokens[head.last].possessive:
        if head.phrase in ("section", "part") and following.fold[:1].isdigit():
            return None
        if following.fold in words.not_after or (
            head.phrase == "cabinet" and following.fold in words.not_after_cabinet
        ):
            return None
    first = _walk_left(tokens, head)
    last = _walk_right(tokens, head)
    if head.phrase in words.of_only and last == head.last:
        return None
    if head.phrase == "team" and head.plural and following is not None and following.fold in ("around", "of"):
        return None
    return first, last, _make(text, run, head, first, last)


def _belongs_to_law(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the capitalised words after `index` make it part of the name of an Act, regulations or an order."""
    while index + 1 < len(tokens) and tokens[index + 1].kind == "cap":
        index += 1
        if tokens[index].fold in ("act", "regulations", "regulation", "bill", "rules"):
            return True
    return False


def _make(text: str, run: Run, head: Head, first: int, last: int) -> BodyName:
    tokens = run.tokens
    start, end = tokens[first].start, tokens[last].start + len(tokens[last].word)
    name = fold_space(text[start:end])
    made = BodyName(start, end, name, kind_of(name, head.kind), head.phrase, plural=head.plural, block=run.block)
    made.opens = run.opens and first == 0
    made.acts = acts(text, made.start, made.end, tokens[last].possessive)
    made.generic = _is_generic(tokens, head, first, last)
    if not made.generic and head.plural and head.phrase in _NEVER_PLURAL and last == head.last:
        made.generic = True
    joined = head.phrase in body_words().place and any(token.fold in ("and", "&") for token in tokens[first:last])
    if (
        not joined
        and _QUANTIFIED.search(text[max(0, start - 12) : start])
        and (head.plural or head.phrase in _NEVER_PLURAL)
    ):
        made.generic = True
    if name.isupper() and head.phrase in body_words().weak and last - first < 2:
        made.generic = True
    return made


#: Plurals of these tell of a kind of body ("Scrutiny Committees"), not of one.
_NEVER_PLURAL = frozenset(
    "committee sub-committee board panel partnership group forum team directorate department division trust alliance cabinet".split()
    + ["governing body", "integrated care system"]
)
_QUANTIFIED = re.compile(
    r"\b(?:each|every|all|both|any|various|other|two|three|four|five|six|seven|eight|many)\s+(?:the\s+|of\s+the\s+)?$",
    re.IGNORECASE,
)
_ACTS_AFTER = re.compile(
    r"\s+(?:said|stated|advised|confirmed|reported|agreed|explained|have|has|had|can|will|would|were|was|is|are|to\b)\b"
)
_ACTS_BEFORE = re.compile(
    r"\b(?:by|from|with|through|contact|contacted|at|asked|inform|(?:spoken|sent|reported|written|referred|speak|write)\s+to)\s+(?:the\s+)?$",
    re.IGNORECASE,
)


def acts(text: str, start: int, end: int, possessive: bool) -> bool:
    """Whether the words beside a name show a body that does something or is dealt with."""
    return (
        possessive
        or _ACTS_AFTER.match(text, end, end + 14) is not None
        or _ACTS_BEFORE.search(text[max(0, start - 20) : start]) is not None
    )


def _is_generic(tokens: tuple[Token, ...], head: Head, first: int, last: int) -> bool:
    """Whether the name has nothing of its own."""
    words = body_words()
    folded = [token.fold for token in tokens[first : last + 1]]
    base = " ".join([*folded[: head.last - first], head.phrase.split()[-1]]) if last == head.last else " ".join(folded)
    if head.phrase == "cabinet":
        own = [t for t in tokens[first : head.first] if t.kind == "cap"]
        return (
            head.plural
            or tokens[head.last].kind == "small"
            or not all(_is_acronym(t) or t.fold in ("council", "county", "city", "borough", "shadow") for t in own)
        )
    if (
        base in words.generic
        or " ".join(folded) in words.generic
        or {"annual", "ordinary", "extraordinary"} & set(folded)
    ):
        return True
    if (
        " and " in (listed := " ".join(folded).split(" , ")[0])
        and listed != " ".join(folded)
        and head.phrase not in words.place
    ):
        return True
    if head.phrase == "cic" and head.first - first < 2:
        return True
    if last > head.last:
        return False
    own = [
        t
        for t in tokens[first : head.first]
        if t.kind == "cap" and t.fold not in words.plain and not any(c.isdigit() for c in t.fold)
    ]
    if not own:
        return True
    capitals = [t for t in tokens[first : head.first] if t.kind == "cap"]
    if head.phrase == "section" and any(t.fold == "and" for t in tokens[first : head.first]):
        return True
    if head.phrase in words.weak and len(own) < 2:
        return not _may_be_short(head, own[0], tokens[head.last])
    if tokens[head.last].kind == "small":
        return len(capitals) < 2 and (first == 0 or own[0].fold in words.subjects) and head.phrase not in ("committee",)
    return False


def _may_be_short(head: Head, own: Token, noun: Token) -> bool:
    """Weak nouns that make a name with a single word of its own: "Education Division", "Ashby Homes", "Hill School"."""
    words = body_words()
    if noun.kind == "small":
        return False
    if head.phrase in ("section", "division", "school", "college", "academy", "nursery", "university", "company"):
        return True
    if head.phrase == "centre":
        return own.possessive and own.fold not in ("children", "child", "childrens")
    if head.phrase == "libraries":
        return own.fold not in words.subjects and own.fold not in ("mobile", "branch", "other", "library")
    if head.phrase in ("team", "unit", "club"):
        return own.fold not in (
            "legal",
            "project",
            "management",
            "leadership",
            "programme",
            "this",
            "business",
            "policy",
        )
    return (
        head.phrase
        in ("homes", "housing", "healthcare", "agency", "consulting", "consultants", "action", "union", "volunteers")
        and own.fold not in words.subjects
    )


def _walk_left(tokens: tuple[Token, ...], head: Head) -> int:
    """The index at which the name that ends in `head` begins."""
    first = head.first
    if head.phrase == "friends" and head.last + 1 < len(tokens) and tokens[head.last + 1].fold == "of":
        return first
    if head.phrase in body_words().of_only:
        return first - 1 if first and tokens[first - 1].fold in ("london", "royal", "metropolitan", "county") else first
    joined = False
    while first > 0:
        before = tokens[first - 1]
        if before.kind == "small":
            first -= 1
            continue
        if before.kind == "cap":
            if _breaks(tokens, first - 1, head) or _stops_at_acronym(tokens, first, head):
                break
            first -= 1
            continue
        if first < 2 or tokens[first - 2].kind != "cap":
            break
        left = tokens[first - 2]
        if before.fold in ("and", "&"):
            if _breaks(tokens, first - 2, head) or _ends_body(tokens, first - 2):
                break
            joined = True
            first -= 2
        elif before.kind == "comma":
            if not joined or not _lists(tokens, first, head):
                break
            first -= 2
        elif before.fold in ("of", "for"):
            opener = _opener_before(tokens, first - 2)
            if opener is None:
                break
            if tokens[opener].fold not in ("association", "federation", "society", "institute", "chamber", "college"):
                return opener
            first = opener
        elif before.fold in ("to", "in", "on", "around", "with", "at", "upon", "/"):
            if not _small_word_inside(before, left):
                break
            first -= 2
        else:
            break
    while first < head.first and (
        tokens[first].kind != "cap" or is_stop(tokens, first) or tokens[first].fold.isdigit()
    ):
        first += 1
    return first


def _stops_at_acronym(tokens: tuple[Token, ...], first: int, head: Head) -> bool:
    """Whether the name begins with the acronym at `first` ("BHR CCGs"): what stands before it is another's name."""
    return (
        first < head.first
        and head.phrase in body_words().place
        and _is_acronym(tokens[first])
        and tokens[first].fold not in ("nhs", *body_words().not_bodies)
        and not tokens[first - 1].word.isupper()
    )


def _breaks(tokens: tuple[Token, ...], index: int, head: Head) -> bool:
    """Whether the capitalised word at `index` stands outside the name to its right."""
    token = tokens[index]
    if is_stop(tokens, index):
        return True
    if not token.possessive:
        return False
    return _ends_body(tokens, index) or (
        head.phrase not in ("ips", "ltd", "limited", "trust", "school", "centre") and _place_owner(tokens, index, head)
    )


def _place_owner(tokens: tuple[Token, ...], index: int, head: Head) -> bool:
    """Whether a possessive is the owner and no part of the name: "Ashby's Joint Board", but "Children's Services Board"."""
    token = tokens[index]
    if token.fold in _GROUPS:
        return False
    return index == 0 or tokens[index - 1].kind != "cap" or is_stop(tokens, index - 1) or True


_GROUPS = frozenset(
    "children women men people carer carers adult adults parent parents citizen citizens user users young member members veteran veterans king queen "
    "alzheimer barnardo soldier sailor farmer farmers teacher teachers governor governors resident residents tenant tenants director directors "
    "pensioner pensioners patient patients student students st worker workers trader traders visitor visitors parkinson sainsbury womens childrens leader leaders "
    "bishop archbishop mother mothers father fathers boy boys girl girls infant infants person persons officer officers chief prince princess minister ministers".split()
)


def _ends_body(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the word at `index` is itself the end of a name, so that "and" after it joins two names."""
    words = body_words()
    token = tokens[index]
    if token.fold in words.joined_after or token.fold == "nhs":
        return True
    if _is_acronym(token) and (index == 0 or tokens[index - 1].kind != "cap" or is_stop(tokens, index - 1)):
        return token.fold not in words.not_bodies
    head = head_at(Run(0, 0, 0, False, tokens), index)
    if head is None or head.phrase in words.of_only:
        return False
    if head.phrase not in words.subject_heads:
        return (
            head.first > 0
            and tokens[head.first - 1].kind == "cap"
            or head.phrase not in ("service", "centre", "police", "team", "group")
        )
    if head.phrase not in ("homes", "housing") or head.first == 0 or tokens[head.first - 1].kind != "cap":
        return False
    return tokens[head.first - 1].fold not in words.subjects and not is_stop(tokens, head.first - 1)


def _is_acronym(token: Token) -> bool:
    return len(token.word) >= 2 and sum(letter.isupper() for letter in token.word) >= 2 and token.word.isupper()


def _lists(tokens: tuple[Token, ...], first: int, head: Head) -> bool:
    """Whether the comma before token `first` stands inside a list within one name: "Adults, Health and Housing Committee"."""
    words = body_words()
    begin = first - 2
    while begin > 0 and tokens[begin - 1].kind == "cap" and not is_stop(tokens, begin - 1):
        begin -= 1
    item = tokens[begin : first - 1]
    if (
        any(is_stop(tokens, k) for k in range(begin, first - 1))
        or _ends_body(tokens, first - 2)
        or any(t.possessive and t.fold not in _GROUPS for t in item)
    ):
        return False
    if all(t.fold in words.subjects or t.fold in _GROUPS for t in item):
        return True
    if head.phrase not in words.place and head.phrase not in ("trust", "partnership"):
        return False
    if any(t.fold in words.subjects for t in tokens[first : head.first] if t.kind == "cap"):
        return False
    person_like = 2 <= len(item) <= 3 and not any(t.fold in words.place_words for t in item)
    return not (person_like and begin == 0)


def _small_word_inside(join: Token, left: Token) -> bool:
    """Small words that stand inside some names: "Closer to Home", "Teams around the Child"."""
    if join.fold == "to":
        return left.fold in ("closer", "access", "discharge", "back", "right", "step")
    if join.fold == "in":
        return left.fold == "children"
    if join.fold in ("around", "on", "with"):
        return left.fold in ("team", "teams", "partnership", "council", "action", "working")
    return join.fold == "upon"


def _opener_before(tokens: tuple[Token, ...], index: int) -> int | None:
    """The index at which an opener such as "London Borough" that ends at `index` begins, or None."""
    openers = body_words().openers
    for size in (3, 2, 1):
        first = index - size + 1
        if first >= 0 and tuple(t.fold for t in tokens[first : index + 1]) in openers:
            return first
    return None


def _walk_right(tokens: tuple[Token, ...], head: Head) -> int:
    """The index of the last word of the name: further than `head` where "of", "for" or "in" goes on."""
    words = body_words()
    index = head.last + 1
    if tokens[head.last].possessive or index + 1 >= len(tokens):
        return head.last
    join = tokens[index].fold
    if head.kind == "partnership" and tokens[index].kind == "cap":
        while index < len(tokens) and tokens[index].fold in ("north", "south", "east", "west"):
            index += 1
        return index - 1
    takes = {"of": words.of, "for": words.for_, "in": words.in_}.get(join)
    before = tokens[head.first - 1] if head.first else None
    own = before is not None and before.kind == "cap" and not is_stop(tokens, head.first - 1)
    forms = {head.phrase, f"{before.fold} {head.phrase}" if own and before is not None else head.phrase}
    if (
        takes is None
        or not (forms & takes)
        or (own and join == "for" and head.phrase == "council")
        or (not own and join == "in")
    ):
        return head.last
    after = index + 2 if tokens[index + 1].fold == "the" else index + 1
    if after < len(tokens) and tokens[after].fold in (
        "council",
        "committee",
        "board",
        "trust",
        "county",
        "borough",
        "city",
        "district",
        "panel",
        "future",
        "year",
    ):
        if after + 1 >= len(tokens) or tokens[after + 1].kind != "cap":
            return head.last
    if (
        after >= len(tokens)
        or tokens[after].kind != "cap"
        or (is_stop(tokens, after) and tokens[after].fold not in ("directors", "trustees", "governors"))
    ):
        return head.last
    return _complement_end(tokens, after, head, join)


def _complement_end(tokens: tuple[Token, ...], index: int, head: Head, join: str) -> int:
    """The last word of what follows "of", "for" or "in"."""
    last = index
    place = head.phrase in body_words().of_only or head.phrase == "council"
    joined = False
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if (
            place
            and following.kind == "cap"
            and (joined or last > index + 1)
            and tokens[last].fold not in body_words().place_words
        ):
            return last
        if tokens[last].possessive and tokens[last].fold not in _GROUPS:
            return last
        if following.kind == "cap":
            if is_stop(tokens, last + 1):
                return last
            last += 1
            continue
        if last + 2 >= len(tokens) or tokens[last + 2].kind != "cap" or is_stop(tokens, last + 2):
            return last
        if following.fold in ("and", "&"):
            if _body_ahead(tokens, last + 2) or joined and place:
                return last
            joined = True
            last += 2
        elif following.kind == "comma" and (
            head.kind in ("government", "department") or tokens[last].fold in body_words().subjects
        ):
            if not _list_ahead(tokens, last + 2):
                return last
            last += 2
        elif following.fold == "of" and tokens[last].fold in (
            "house",
            "city",
            "isle",
            "school",
            "board",
            "borough",
            "department",
        ):
            last += 2
        else:
            return last
    return last


def _body_ahead(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether the words from `index` to the next break end in a noun of bodies: then "and" joins two bodies."""
    while index < len(tokens) and tokens[index].kind == "cap":
        if head_at(Run(0, 0, 0, False, tokens), index) is not None:
            return True
        index += 1
    return False


def _list_ahead(tokens: tuple[Token, ...], index: int) -> bool:
    """Whether an item, "and" and a last item follow a comma, all of them subjects."""
    words = body_words()
    while index < len(tokens) and tokens[index].kind == "cap" and tokens[index].fold in words.subjects:
        index += 1
    return (
        index + 1 < len(tokens) and tokens[index].fold in ("and", "&", ",") and tokens[index + 1].fold in words.subjects
    )


def _nest(text: str, run: Run, head: Head, outer: tuple[int, int, BodyName], found: list[BodyName]) -> None:
    """A body inside the name of another: its parent where it is a body of its own ("Ashby CCG Governing Body")."""
    first, last, holder = outer
    words = body_words()
    if (
        head.phrase not in words.place
        or head.last >= last
        or head.last + 1 > last
        or run.tokens[head.last].kind != "cap"
    ):
        return
    inner_first = _walk_left(run.tokens, head)
    if inner_first < first or run.tokens[head.last + 1].kind != "cap":
        return
    inner = _make(text, run, head, inner_first, head.last)
    if inner.generic and inner.head not in ("ccg", "icb"):
        return
    if inner_first == first and holder.parent is None:
        holder.parent = inner
        outer_head = next((h for k in range(last, head.last, -1) if (h := head_at(run, k))), None)
        if outer_head is not None and outer_head.first > head.last:
            rest = _make(text, run, outer_head, head.last + 1, last)
            if not rest.generic:
                holder.full = (holder.start, holder.end)
                holder.start, holder.name = rest.start, rest.name
    found.append(inner)


def _part_possessor(text: str, run: Run, made: tuple[int, int, BodyName], found: list[BodyName]) -> None:
    """The owner of a name that stands before it: "the CCG's Governing Body", "Ashby Council's Library Service"."""
    first, _, name = made
    if first == 0 or not run.tokens[first - 1].possessive:
        return
    head = head_at(run, first - 1)
    owner_first = _walk_left(run.tokens, head) if head is not None else first - 1
    if head is None:
        return
    owner = _make(text, run, head, owner_first, head.last)
    if name.generic and name.head == "team" and len(name.name.split()) > 2:
        name.generic = False
    name.parent = owner
    name.full = (owner.start, name.end)
