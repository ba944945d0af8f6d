"""Lists of those present, in attendance and absent, in whatever shape a paper prints them (conventions 90 to 106).

A list begins at its heading ("PRESENT:", "Also in attendance", "Apologies were received from") and goes on from name to name as
long as what stands between two names is of the kind that lists hold: separators, roles, bodies, remarks in brackets. It ends at
the next heading, at a numbered item, or at the first sentence with a verb.
"""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from extract import vocabulary
from extract.blocks import SILENT, Block, block_at
from extract.people_names import Name, Title, find_single
from extract.people_role_words import role_nouns
from extract.people_surroundings import Surroundings
from extract.scanning import beginnings, matches_at

Listing = Literal["present", "chair", "attending", "officers", "apologies"]

_LONGEST_GAP = 230
_BRACKETS = re.compile(r"\([^()]*\)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SUBSTITUTED = re.compile(r"(?:who\s+)?(?:was|were|is)\s+(?:substituted|represented|replaced)\s+by")
_FINITE = re.compile(
    r"\b(?:was|were|is|are|had|has|have|will|would|that|opened|welcomed|declared|agreed|noted|thanked|took|gave|read|asked|said|explained|"
    r"introduced|stated|advised|updated|reported|highlighted|confirmed|they|it|there|be)\b|RESOLVED|\bThe\s+(?:Chair|Minutes|Committee|Board|Clerk|Council|meeting)"
)
_ITEM = re.compile(
    r"(?:^|[\s*])(?:\d{1,4}[./]\d{1,4}|\d{1,4}\\?[.)]|\d{1,4}\s*\n|[A-Z]?\d{1,3}(?=\s+[A-Z][A-Za-z’']+\s+[A-Za-z]+))(?=[\s*])"
)


@dataclass(frozen=True)
class Heading:
    """The heading of a list: half-open offsets, and what the people under it did."""

    start: int
    end: int
    listing: Listing


@cache
def _headings() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, Listing]]:
    table = vocabulary.load("people")["attendance"]
    kinds: dict[str, Listing] = {}
    for listing, phrases in table.items():
        for phrase in phrases:
            kinds.setdefault(str(phrase), listing)
    words = vocabulary.alternation(kinds).replace(
        r"\s+", r"[ \t\u00a0]+"
    )  # "… Services Officer" ends the line before "Attendance"
    sentence = (
        r"(?:[Aa]pologies|[Aa]n\s+apology|APOLOGIES)(?:\s+(?:of|for)\s+(?:absence|(?:his|her|their)\s+inability\s+to\s+attend))?"
        r"\s+(?:(?:for\s+the\s+meeting\s+)?(?:(?:was|were|had\s+been|have\s+been)\s+)?(?:also\s+)?(?:received(?:\s+and\s+accepted)?|submitted|reported|given|provided|noted|tendered|accepted|sent|recorded|made|presented)\s+"
        r"(?:from|on\s+behalf\s+of|for|by)|from|on\s+behalf\s+of)(?=\s)"
    )
    also = r"Also,?\s+(?:in\s+attendance|present),?(?=[\s,])"
    after = r"[ \u00a0]*(?:\([^)\n]{1,30}\))?[ \u00a0*]*(?::|[-–]\s|\n|\t|$)|[ \u00a0]+[A-Z]"
    line = rf"(?:(?<=\n)|^|(?<=\*\*)|(?<=[\s.)\]*]))(?P<label>{words})(?={after})"
    whole = re.compile(rf"(?P<sentence>{sentence})|(?P<also>{also})|{line}", re.IGNORECASE)
    return beginnings([*kinds, "an", "also"]), whole, kinds


def find_headings(text: str, start: int, end: int) -> list[Heading]:
    """Headings of lists of people in [start, end), in order."""
    first, pattern, kinds = _headings()
    found = []
    for match in matches_at(first, pattern, text, start, end):
        if match.lastgroup == "sentence" or match["sentence"]:
            found.append(Heading(match.start(), match.end(), "apologies"))
        elif match["also"]:
            found.append(Heading(match.start(), match.end(), "attending"))
        elif _stands_alone(text, match, start):
            found.append(Heading(match.start(), match.end(), kinds[" ".join(match["label"].lower().split())]))
    return found


#: Headings that begin sentences and other headings too, and so need a colon or a line of their own.
_LOOSE = frozenset(
    {
        "members",
        "membership",
        "attendance",
        "chair",
        "chairman",
        "officers",
        "staff",
        "councillors",
        "speakers",
        "visitors",
        "guests",
    }
)


def _stands_alone(text: str, match: re.Match[str], start: int) -> bool:
    """A heading opens a line, or begins with a capital and is followed by a colon."""
    words = match["label"]
    if not words[0].isupper():
        return False
    line = text.rfind("\n", start, match.start()) + 1
    opening = text[max(line, start) : match.start()].strip(" \t*#\u00a0")
    opens = not opening or re.fullmatch(r"(?:\d{1,3}(?:\.\d+)*\\?[.)]?|[a-z]\))", opening) is not None
    after = re.compile(r"[ \u00a0]*(?:\([^)\n]{1,30}\))?[ \u00a0*]*(:)?").match(text, match.end())
    colon = after is not None and after[1] is not None
    if after is not None and not colon and text[after.end() : after.end() + 1].isalpha():
        return (
            opens and words.lower() not in _LOOSE
        )  # "Attendees Jo Smith (Chair), …": its first name must follow at once
    return opens or (colon and (words.isupper() or len(words.split()) > 0))


def find_listed(
    text: str, names: Sequence[Name], headings: Sequence[Heading], blocks: Sequence[Block], around: Surroundings
) -> dict[Name, Listing]:
    """Every name that stands in a list, with the list; `names` in order of the text."""
    listed = _tabled(names, blocks, text) | _labelled(names, blocks, around)
    starts = [name.outer_start for name in names]
    headings = [heading for heading in headings if not _is_beside_name(heading, blocks, starts)]
    titles = [block for block in blocks if block.kind == "heading"]
    for index, heading in enumerate(headings):
        limit = headings[index + 1].start if index + 1 < len(headings) else len(text)
        position = heading.end
        count = 0
        for name in names[bisect_left(starts, heading.end) :]:
            if name.outer_start >= limit or (heading.listing == "chair" and count):
                break
            gap = text[position : name.outer_start]
            if count == 0 and gap[:1] == " " and gap.strip() and "\n" not in gap and gap.strip(" *")[0].isalpha():
                break  # a heading without colon, and not a name behind it
            if count and _enters_table(blocks, position - 1, name.outer_start):
                break
            if not _list_like(gap, first=count == 0) or _heading_between(titles, position, name.outer_start, around):
                break
            listed.setdefault(name, _unless_absent(gap, heading.listing))
            position, count = name.end, count + 1
    return listed


def _enters_table(blocks: Sequence[Block], before: int, start: int) -> bool:
    """Whether a list of names in lines has ended and a table begun: that of the items."""
    one, other = block_at(blocks, before), block_at(blocks, start)
    return one is not None and other is not None and one.row is None and other.row is not None


def _is_beside_name(heading: Heading, blocks: Sequence[Block], starts: Sequence[int]) -> bool:
    """Whether the word is the office of the name in its row ("Jo Smith | Chair"), and so heads no list."""
    block = block_at(blocks, heading.start)
    if block is None or block.row is None or not block.column:
        return False
    first = next((b for b in reversed(blocks[: block.index]) if b.row == block.row and b.column == 0), None)
    if first is None:
        return False
    at = bisect_left(starts, first.start)
    return at < len(starts) and starts[at] < first.end


def _unless_absent(gap: str, listing: Listing) -> Listing:
    """The list, or apologies for one in whose place the person before came: "Jo Smith, Director (for Al Reed)"."""
    return "apologies" if re.search(r"\((?:substitute\s+)?for\s+$", gap) else listing


#: The heading of a line within a list of those present that names who serves the body: "Staff:", "Clerk:".
_OF_OFFICERS = re.compile(r"\s*(?:Staff|Officers?|Clerk|Parish Clerk|Town Clerk|Secretary)\s*:")


def _labelled(names: Sequence[Name], blocks: Sequence[Block], around: Surroundings) -> dict[Name, Listing]:
    """Names in short blocks that a reader has put under a label of such a list."""
    kinds = _headings()[2]
    listed: dict[Name, Listing] = {}
    first_cells = {block.row: block for block in blocks if block.row is not None and block.column == 0}
    for block in blocks:
        label = block.label or ""
        if not label and block.row in first_cells and block.column:
            label = around.text[first_cells[block.row].body_start : first_cells[block.row].end]
        listing = kinds.get(" ".join(label.lower().strip(" :*").split())) if 0 < len(label) < 40 else None
        if listing is None or block.kind in SILENT or block.end - block.start > 1500:
            continue
        if listing == "present" and _OF_OFFICERS.match(around.text, block.body_start, block.end):
            listing = "officers"
        for name in names:
            if name.start >= block.end:
                break
            if name.start >= block.body_start:
                before = around.text[block.body_start : name.outer_start]
                if _other_label().search(before) or _FINITE.search(_BRACKETS.sub(" ", before)):
                    break
                listed[name] = listing
    return listed


def _tabled(names: Sequence[Name], blocks: Sequence[Block], text: str) -> dict[Name, Listing]:
    """Names that fill cells of a table right below a label of such a list: in its first column, or with their initials beside them."""
    kinds = _headings()[2]
    listed: dict[Name, Listing] = {}
    starts = [name.outer_start for name in names]
    current: Listing | None = None
    for block in blocks:
        if block.kind in SILENT:
            continue
        words = text[block.body_start : block.end]
        if block.kind != "table_row":
            label = (block.label or "") if not words else words if block.kind == "heading" else ""
            current = kinds.get(" ".join(label.lower().strip(" :*").split())) if len(label) < 40 else None
            continue
        if current is None or len(words) > 60:
            continue
        at = bisect_left(starts, block.start)
        if at == len(names) or names[at].start >= block.end:
            continue
        name = names[at]
        beside = next((b for b in blocks[block.index + 1 : block.index + 2] if b.row == block.row), None)
        initials = "" if beside is None else text[beside.body_start : beside.end].strip(" ()")
        own = "".join(part[0] for part in words.split() if part[0].isupper())
        if not text[block.body_start : name.outer_start].strip() and (
            not block.column or (initials.isupper() and own.endswith(initials))
        ):
            listed[name] = current
    return listed


def _list_like(gap: str, *, first: bool) -> bool:
    if len(gap) > 3 * _LONGEST_GAP:
        return False
    plain = _SUBSTITUTED.sub(" ", _BRACKETS.sub(" ", _BRACKETS.sub(" ", gap)))
    if len(" ".join(plain.split())) > (_LONGEST_GAP if not first else 120):
        return False
    return (
        not _YEAR.search(plain)
        and not _FINITE.search(plain)
        and not _ITEM.search(plain)
        and not _other_label().search(plain)
    )


@cache
def _other_label() -> re.Pattern[str]:
    """A label of the paper other than those of its lists ("Report author:", "presented by"): a list does not reach over it."""
    labels = set(vocabulary.words("people", "person_labels"))
    ours = labels - {"chair", "chairman", "clerk", "name", "lead", "director", "vice-chair"}
    return re.compile(rf"\b{vocabulary.alternation(ours)}\s*:|\b(?:by|[Cc]ontact)\s*$", re.IGNORECASE)


def _heading_between(titles: Sequence[Block], start: int, end: int, around: Surroundings) -> bool:
    """Whether a heading of the paper, and no role or body set as one, lies between two names."""
    for block in titles:
        if block.start >= end:
            return False
        if block.start >= start and block.end <= end:
            words = around.text[block.body_start : block.end]
            if around.bodies_between(block.start, block.end) or _is_role(words) or len(words.strip(" *:")) < 3:
                continue
            if _headings()[1].match(around.text, block.body_start):
                continue
            return True
    return False


def _is_role(words: str) -> bool:
    return any(word.lower() in role_nouns() for word in re.findall(r"[\w'’-]+", words))


_NEXT_OF_LIST = re.compile(r"(?P<bracket>[\s*]*\([^()]{1,60}\))?[\s*]*(?:,\s*(?:and\s|&)?|;|\band\b|&)[\s*]*")


def spread_plural(text: str, name: Name, limit: int, around: Surroundings, titled: Mapping[int, Name]) -> list[Name]:
    """The further names that a plural title serves: "Cllrs Novak (Chair), Butler, Sheahan (J) and E. Ryan".

    `titled` are the names with a title of their own, by first character: the list goes on behind them.
    """
    found: list[Name] = []
    position = name.end
    for _ in range(90):
        link = _NEXT_OF_LIST.match(text, position, limit)
        if link is None or link.end() in around.body_at:
            break
        if link.end() in titled and not titled[link.end()].plural:
            position = titled[link.end()].end
            continue
        following = find_single(text, link.end(), limit)
        if following is None:
            break
        following.title = name.title if name.title is None else Title(*name.title)
        following.plural = True
        found.append(following)
        position = following.end
    return found


def readable_zones(blocks: Sequence[Block]) -> list[tuple[int, int]]:
    """Half-open offsets of stretches of text without page furniture or boilerplate in them."""
    zones: list[tuple[int, int]] = []
    joined = False
    for block in blocks:
        if block.kind in SILENT:
            joined = False
            continue
        if joined:
            zones[-1] = (zones[-1][0], block.end)
        else:
            zones.append((block.start, block.end))
        joined = True
    return zones


_ABSENT_FOR = re.compile(
    r"[\s*]*\(?\s*(?:as\s+(?:a\s+)?substitute\s+for|substitut(?:e|ing)\s+for|attended\s+as\s+(?:a\s+)?substitute\s+for|attending\s+(?:in\s+place\s+of|for)|in\s+place\s+of|representing|for)\s+(?:absent\s+)?$"
)
_REPLACED_BY = re.compile(
    r"[\s*,]*\(?\s*(?:who\s+was\s+|was\s+)?(?:substituted\s+by|substitute\s*[:–-]|represented\s+by|representative\s*[:–-]|replaced\s+by|sub\s*[:–-])\s*$"
)
_AS_SUBSTITUTE = re.compile(
    r"\s+(?:attended|attending|present|was\s+present)?\s*(?:as|\()\s*(?:a\s+|the\s+|his\s+|her\s+)?substitute\s*\)"
)


def absentees(text: str, names: Sequence[Name]) -> set[Name]:
    """Names in lists of members present of people who were not: those for whom somebody else came (convention 103)."""
    absent: set[Name] = set()
    for before, after in zip(names, names[1:], strict=False):
        between = text[before.end : after.outer_start]
        if len(between) > 140:
            continue
        if _ABSENT_FOR.fullmatch(between) or re.search(r"\((?:substitute\s+)?for\s+$", between):
            absent.add(after)
        elif _REPLACED_BY.fullmatch(between) or (between.strip() == "(" and _AS_SUBSTITUTE.match(text, after.end)):
            absent.add(before)
    return absent
