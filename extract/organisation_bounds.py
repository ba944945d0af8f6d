"""Where a name of a body begins and ends around the noun that tells of it.

To the left a name goes on over capitalised words, over "and" unless it joins two names, over commas where a list stands inside one
name, and over a few small words. To the right it goes on after "of", "for" and "in" where its noun takes them. A title, a role or
an article ends it; so does the possessive of a place or of another body.
"""

from extract.name_runs import Run, Token
from extract.organisation_words import Head, body_words, head_at, is_stop

Tokens = tuple[Token, ...]


def left_end(tokens: Tokens, head: Head) -> int:
    """The index at which the name that ends in `head` begins."""
    words = body_words()
    if head.phrase == "friends" and head.last + 1 < len(tokens) and tokens[head.last + 1].fold == "of":
        return head.first
    if head.phrase in words.of_only:
        titled = head.first and tokens[head.first - 1].fold in ("london", "royal", "metropolitan", "county")
        return head.first - 1 if titled else head.first
    first, joined = head.first, False
    while (before := _step_left(tokens, first, head, joined)) is not None and before < first:
        joined = joined or tokens[first - 1].fold in ("and", "&")
        closed = tokens[first - 1].fold in ("of", "for") and tokens[before].fold not in words.placed_openers
        first = before
        if closed:
            return first
    while first < head.first and (
        tokens[first].kind != "cap" or is_stop(tokens, first) or tokens[first].fold.isdigit()
    ):
        first += 1
    return first


def _step_left(tokens: Tokens, first: int, head: Head, joined: bool) -> int | None:
    """The beginning of the name after one step to the left, or None where it begins at `first`."""
    if first == 0:
        return None
    before = tokens[first - 1]
    if before.kind == "small":
        return first - 1
    if before.kind == "cap":
        return None if _breaks(tokens, first - 1, head) or _begins_with_acronym(tokens, first, head) else first - 1
    if first < 2 or tokens[first - 2].kind != "cap":
        return None
    if before.fold in ("and", "&"):
        joins = tokens[first].fold == "nhs" or (
            _ends_borough(tokens, first - 2) if head.kind == "nhs_body" else _ends_nhs_place(tokens, first - 2)
        )
        return None if joins or _breaks(tokens, first - 2, head) or ends_name(tokens, first - 2) else first - 2
    if before.kind == "comma":
        return first - 2 if joined and _stands_in_list(tokens, first, head) else None
    if before.fold in ("of", "for"):
        return _opener_before(tokens, first - 2)
    return first - 2 if tokens[first - 2].fold in body_words().inner_words.get(before.fold, ()) else None


def is_acronym(token: Token) -> bool:
    """Whether the word is written in capitals."""
    return len(token.word) >= 2 and token.word.isupper() and sum(letter.isupper() for letter in token.word) >= 2


def _is_printed_large(tokens: Tokens) -> bool:
    """Whether the words are all in capitals, as in a heading, so that none of them can be told for an acronym."""
    words = [token.word for token in tokens if token.kind == "cap"]
    return len(words) > 1 and all(word.isupper() for word in words) and any(len(word) > 5 for word in words)


def _begins_with_acronym(tokens: Tokens, first: int, head: Head) -> bool:
    """Whether the name begins with the acronym at `first` ("AKM CCGs"): what stands before it is another's name."""
    words = body_words()
    if first >= head.first or head.phrase not in words.place or not is_acronym(tokens[first]):
        return False
    return tokens[first].fold not in ("nhs", *words.not_bodies) and not tokens[first - 1].word.isupper()


def _breaks(tokens: Tokens, index: int, head: Head) -> bool:
    """Whether the capitalised word at `index` stands outside the name to its right."""
    if is_stop(tokens, index):
        return True
    if not tokens[index].possessive:
        return False
    words = body_words()
    return ends_name(tokens, index) or (
        head.phrase not in words.owned_heads and tokens[index].fold not in words.bearers
    )


def ends_name(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` is itself the end of a name, so that "and" after it joins two names."""
    words = body_words()
    token = tokens[index]
    alone = index == 0 or tokens[index - 1].kind != "cap" or is_stop(tokens, index - 1)
    if token.fold in words.joined_after or token.fold == "nhs":
        return True
    if is_acronym(token) and alone and not _is_printed_large(tokens):
        return token.fold not in words.not_bodies
    head = head_at(Run(0, 0, 0, tokens), index)
    if head is None or head.phrase in words.of_only:
        return False
    own = tokens[head.first - 1] if head.first and tokens[head.first - 1].kind == "cap" else None
    if head.phrase not in words.subject_heads:
        return own is not None or head.phrase not in ("service", "centre", "police", "team", "group")
    if head.phrase not in ("homes", "housing") or own is None:
        return False
    return own.fold not in words.subjects and not is_stop(tokens, head.first - 1)


def _stands_in_list(tokens: Tokens, first: int, head: Head) -> bool:
    """Whether the comma before token `first` stands inside one name: "Adults, Health and Housing Committee"."""
    words = body_words()
    begin = first - 2
    while begin > 0 and tokens[begin - 1].kind == "cap" and not is_stop(tokens, begin - 1):
        begin -= 1
    item = tokens[begin : first - 1]
    if any(is_stop(tokens, k) for k in range(begin, first - 1)) or ends_name(tokens, first - 2):
        return False
    if any(token.possessive and token.fold not in words.bearers for token in item):
        return False
    if all(token.fold in words.subjects or token.fold in words.bearers for token in item):
        return True
    if head.phrase not in words.place and head.phrase not in ("trust", "partnership"):
        return False
    if any(token.fold in words.subjects for token in tokens[first : head.first] if token.kind == "cap"):
        return False
    person_like = 2 <= len(item) <= 3 and not any(token.fold in words.place_words for token in item)
    return not (person_like and begin == 0)


def _ends_borough(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` ends the name of a borough: "London Borough of Ashby" and an NHS body are two."""
    while index > 1 and tokens[index].kind == "cap":
        index -= 1
    return index > 0 and tokens[index].fold == "of" and tokens[index - 1].fold in body_words().of_only


def _ends_nhs_place(tokens: Tokens, index: int) -> bool:
    """Whether the word at `index` ends the name of an NHS body by its place: "NHS Ashby and Ashby Council" are two."""
    words = body_words()
    first = index
    while first > 0 and tokens[first].kind == "cap" and tokens[first].fold != "nhs":
        first -= 1
    between = tokens[first + 1 : index + 1]
    opens = tokens[first].fold == "nhs" and (first == 0 or tokens[first - 1].kind != "cap")
    return opens and not any(token.fold in words.subjects or token.fold in words.plain for token in between)


def _opener_before(tokens: Tokens, index: int) -> int | None:
    """The index at which an opener such as "London Borough" that ends at `index` begins, or None."""
    openers = body_words().openers
    for size in (3, 2, 1):
        first = index - size + 1
        if first >= 0 and tuple(token.fold for token in tokens[first : index + 1]) in openers:
            return first
    return None


def right_end(tokens: Tokens, head: Head) -> int:
    """The index of the last word of the name: further than `head` where "of", "for" or "in" goes on."""
    index = head.last + 1
    if tokens[head.last].possessive or index + 1 >= len(tokens):
        return head.last
    if head.kind == "partnership" and tokens[index].kind == "cap":
        while index < len(tokens) and tokens[index].fold in ("north", "south", "east", "west"):
            index += 1
        return index - 1
    if not _takes(tokens, head, tokens[index].fold):
        return head.last
    after = index + 2 if tokens[index + 1].fold == "the" else index + 1
    if after >= len(tokens) or tokens[after].kind != "cap":
        return head.last
    if is_stop(tokens, after) and tokens[after].fold not in ("directors", "trustees", "governors"):
        return head.last
    alone = after + 1 >= len(tokens) or tokens[after + 1].kind != "cap"
    if tokens[after].fold in body_words().plain_complements and alone:
        return head.last
    return _complement_end(tokens, after, head)


def _takes(tokens: Tokens, head: Head, join: str) -> bool:
    """Whether the name goes on after the small word `join`."""
    words = body_words()
    takes = {"of": words.of, "for": words.for_, "in": words.in_}.get(join, frozenset())
    own = head.first > 0 and tokens[head.first - 1].kind == "cap" and not is_stop(tokens, head.first - 1)
    forms = {head.phrase, f"{tokens[head.first - 1].fold} {head.phrase}"} if own else {head.phrase}
    if own and join == "for" and head.phrase == "council":
        return False
    return bool(forms & takes) and (own or join != "in")


def _complement_end(tokens: Tokens, index: int, head: Head) -> int:
    """The last word of what follows "of", "for" or "in"; after a borough that is a place of a few words."""
    words = body_words()
    place = head.phrase in words.of_only or head.phrase == "council"
    last, joined = index, False
    while last + 1 < len(tokens):
        following = tokens[last + 1]
        if tokens[last].possessive and tokens[last].fold not in words.bearers:
            return last
        if following.kind == "cap":
            full = place and (joined or last > index + 1) and tokens[last].fold not in words.place_words
            if full or is_stop(tokens, last + 1):
                return last
            last += 1
            continue
        if last + 2 >= len(tokens) or tokens[last + 2].kind != "cap" or is_stop(tokens, last + 2):
            return last
        if not _goes_on(tokens, last, head) or (joined and place):
            return last
        joined = joined or following.fold in ("and", "&")
        last += 2
    return last


def _goes_on(tokens: Tokens, last: int, head: Head) -> bool:
    """Whether a complement goes on over the joining word or comma after token `last`."""
    words = body_words()
    join = tokens[last + 1]
    if join.fold in ("and", "&"):
        return not _body_ahead(tokens, last + 2)
    if join.kind == "comma":
        lists = head.kind in ("government", "department") or tokens[last].fold in words.subjects
        return lists and _list_ahead(tokens, last + 2)
    return join.fold == "of" and tokens[last].fold in words.complement_openers


def _body_ahead(tokens: Tokens, index: int) -> bool:
    """Whether the words from `index` to the next break end in a noun of bodies: then "and" joins two bodies."""
    while index < len(tokens) and tokens[index].kind == "cap":
        if head_at(Run(0, 0, 0, tokens), index) is not None:
            return True
        index += 1
    return False


def _list_ahead(tokens: Tokens, index: int) -> bool:
    """Whether an item, "and" and a last item follow a comma, all of them subjects."""
    subjects = body_words().subjects
    while index < len(tokens) and tokens[index].kind == "cap" and tokens[index].fold in subjects:
        index += 1
    return index + 1 < len(tokens) and tokens[index].fold in ("and", "&", ",") and tokens[index + 1].fold in subjects
