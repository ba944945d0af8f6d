"""The head of a paper, and the title, body and date that it states."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from extract import vocabulary
from extract.blocks import SILENT, Block, Layout
from extract.calendar_dates import full_dates
from extract.entities import Place
from extract.readers.fields import is_known_heading, normal_label, reaches
from extract.readers.headings import is_all_capitals, is_date_line

_HEAD_BLOCKS = 24
_HEAD_CHARACTERS = 3000
_GENERIC = frozenset({"council", "open board", "public board", "parish council", "town council", "community council", "committee", "board", "panel", "trustees"})
_PERSON = re.compile(r"(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady)\b")
_OFFICE = re.compile(r"\b(?:Director|Officer|Manager|Head of|Leader|Clerk|Chief Executive|Portfolio Holder|Cabinet Member|Chair(?:man)?|Councillor)\b")


@dataclass
class Head:
    """What stands before the first section of a paper, and the labelled fields of the whole paper."""

    text: str
    opening: list[Block]  #: the first blocks, silent ones included
    blocks: list[Block]  #: those of them that may be read
    headings: list[Block]  #: all headings of the paper
    labels: list[tuple[str, Place]] = field(default_factory=list)  #: each label of the paper with its place, once
    values: dict[str, Place] = field(default_factory=dict)  #: first value of each label
    is_marked_up: bool = False  #: its headings come from markup

    @classmethod
    def of(cls, layout: Layout) -> "Head":
        """The head of a layout."""
        opening, stop = [], 0
        for block in layout.blocks:
            silent = block.kind in SILENT
            if not silent and _ends_head(layout.text, block, stop):
                break
            if not silent:
                stop += 1
            if not (block.kind == "boilerplate" and block.end - block.start > 200) and (stop or silent and block.index < 400):
                opening.append(block)
        readable = [block for block in opening if block.kind not in SILENT]
        first = readable[0].index if readable else 0
        opening = [block for block in opening if block.index >= first - 6]
        head = cls(layout.text, opening, readable, [b for b in layout.blocks if b.kind == "heading"])
        head.is_marked_up = layout.format in ("markdown", "html")
        head._read_fields(layout)
        return head

    def _read_fields(self, layout: Layout) -> None:
        seen: set[int] = set()
        for block in layout.blocks:
            if block.label is None or block.kind in SILENT or block.label_start is None or block.label_end is None:
                continue
            name = normal_label(block.label)
            if block.label_start not in seen:
                seen.add(block.label_start)
                self.labels.append((name, Place(block.label_start, block.label_end)))
            if block.body_start < block.end and name not in self.values:
                self.values[name] = Place(block.body_start, block.end)

    def value(self, labels: Iterable[str]) -> Place | None:
        """Where the value of the first of these labels stands, or None."""
        return next((self.values[label] for label in labels if label in self.values), None)

    def words(self, place: Place) -> str:
        """The words of a place with white space folded."""
        return re.sub(r"\s+", " ", self.text[place.start : place.end]).strip()


def _ends_head(text: str, block: Block, count: int) -> bool:
    """Whether a block no longer belongs to the head: a section of the paper begins, or the head has been long enough."""
    if count >= _HEAD_BLOCKS:
        return True
    words = text[block.body_start : block.end]
    if block.kind == "heading" and count >= 1:
        known = is_known_heading(words) and normal_label(words) not in ("agenda", "minutes", "decision", "report", "decisions")
        return known or (block.number is not None and count > 2)
    if block.label is not None:
        return reaches().get(normal_label(block.label)) in ("text", "record")
    return block.number is not None and count > 3


@cache
def _nouns() -> str:
    return vocabulary.alternation(vocabulary.words("layout", "body_nouns"))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    nouns = _nouns()
    word = r"[\w&’'.()/-]+,?"
    name = rf"(?:{word}\s+){{0,14}}?(?i:{nouns})(?:\s+(?:for|of|on|\()\s*[\w&’',() -]{{2,60}}?)?"
    kinds = r"(?:(?:an?|the|virtual|remote|ordinary|extraordinary|special|annual|monthly|general|statutory|public|draft|open|informal|adjourned|regular|full|January|February|March|April|May|June|July|August|September|October|November|December)\s+)*"
    return {
        "held": re.compile(
            rf"(?:meeting|minutes|proceedings|assembly)\s+of\s+(?:the\s+|a\s+|an\s+)?(?:proceedings\s+at\s+(?:{kinds})?meeting\s+of\s+(?:the\s+)?)?(?:meeting\s+of\s+(?:the\s+)?)?{kinds}(?:meeting\s+of\s+(?:the\s+)?)?"
            r"(?P<body>(?!meeting\b).{3,140}?)\s*,?\s+(?:(?:parish\s+)?meeting\s+)?(?:(?:was|were|to\s+be|will\s+be|as)\s+)?(?:held\b|convened\b|took\s+place|commencing\b)",
            re.IGNORECASE | re.DOTALL,
        ),
        "of": re.compile(
            rf"(?:meeting|minutes)\s+of\s+(?:the\s+|an?\s+)?{kinds}(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>(?:{word}\s+){{0,12}}?(?i:{nouns}))(?!\s+of\b)\b",
            re.IGNORECASE,
        ),
        "line": re.compile(rf"(?P<body>{name})(?:\s*[-–—,:]?\s*$|\s*[-–—,]\s+|\s+(?=\d|(?i:draft|minutes|agenda|meeting|ordinary|extraordinary|annual|monthly)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"),
        "held_on": re.compile(r"\b(?:held|meeting|on|at|proceedings|convened)\b", re.IGNORECASE),
    }


def find_body(head: Head, labels: Iterable[str]) -> Place | None:
    """The body that met, decided or is reported to, as printed: from a labelled field, a sentence of the head, or a line of it."""
    for label in labels:
        place = head.values.get(label)
        if place is not None:
            found = _body_of_value(head.text, place, label)
            if found is not None:
                return found
    stated, line = _body_of_sentence(head), _body_of_lines(head)
    if stated is None or line is not None and normal_label(head.words(stated)) in _GENERIC:
        return line or stated
    return stated


def _trim(text: str, start: int, end: int) -> Place | None:
    while start < end and (text[start].isspace() or text[start] in "-–—,:;.*'\"“‘"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "-–—,:;.*'\"”("):
        end -= 1
    return Place(start, end) if start < end else None


def _body_of_value(text: str, place: Place, label: str) -> Place | None:
    start, end = place.start, min(place.end, place.start + 200)
    for left, right, _ in full_dates(text, start, end):
        left = _before_weekday(text, start, left)
        if text[start:left].strip(" ,-–—\n\t"):
            end = left
        else:
            start = right
        break
    found = _trim(text, start, end)
    if found is None:
        return None
    words = text[found.start : found.end]
    item = re.search(r"\s*\((?:Item|Agenda item)\b.*$", words, re.IGNORECASE | re.DOTALL)
    if item:
        words = words[: item.start()]
    tail = re.search(r"\s+(?:Meeting|at\s+\d).*$", words, re.DOTALL)
    if tail:
        words = words[: tail.start()]
    found = _trim(text, found.start, found.start + len(words))
    if found is None:
        return None
    words = text[found.start : found.end]
    if len(words) > 120 or len(words.split()) > 16:
        return None
    if _noun_at_end(words) and not _PERSON.match(words):
        return _part_of_council(text, found)
    if label in ("decision maker", "decision taken by", "decision to be taken by", "decided by"):
        return _office_of(text, found)
    return None


def _noun_at_end(words: str) -> bool:
    return bool(re.search(rf"\b(?i:{_nouns()})(?:\s*\([^)]*\)|\s*[-–—]\s+[\w ’',&]+)?$", words)) or bool(
        re.search(rf"\b(?i:{_nouns()})\s+(?:for|of|on)\s+[\w ’',&]+$", words)
    )


def _office_of(text: str, place: Place) -> Place | None:
    """An officer or portfolio holder who decides alone: the office, without the name of the person."""
    words = text[place.start : place.end]
    office = re.search(r"\b(?:Cabinet Member|Executive Member|Portfolio Holder|Leader|(?:Corporate |Strategic |Executive |Assistant |Service |Deputy )*Director|Chief|Head of|Mayor)\b", words)
    return _trim(text, place.start + office.start(), place.end) if office else None


def _before_weekday(text: str, start: int, position: int) -> int:
    lead = re.search(r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[,\s]*)?(?:the\s+|on\s+)?$", text[max(start, position - 24) : position], re.IGNORECASE)
    return position - len(lead[0]) if lead else position


def _part_of_council(text: str, place: Place) -> Place:
    """Without the council in the genitive before it: "Anytown Council's Planning Committee" is the Planning Committee."""
    words = text[place.start : place.end]
    genitive = re.search(r"\b(?:Council|Authority|Board)[’']s?\s+(?=\S)", words)
    return Place(place.start + genitive.end(), place.end) if genitive else place


def _body_of_sentence(head: Head) -> Place | None:
    for block in head.blocks:
        if block.number is not None or block.kind == "table_row" or block.label is not None and block.body_start >= block.end:
            continue
        stop = block.start + 420
        if not re.search(r"\b(?:meeting|minutes|proceedings)\b", head.text[block.start : min(block.end, stop)], re.IGNORECASE):
            continue
        if not _runs_on(head.text, block):
            stop = min(block.end, stop)
        words = head.text[block.start : stop]
        for name in ("held", "of"):
            match = _patterns()[name].search(words)
            if match is None or match.start() > 120:
                continue
            found = _clean_body(head.text, block.start + match.start("body"), block.start + match.end("body"), held=name == "held")
            if found is not None:
                return found
        match = re.search(
            rf"\b(?:MINUTES|Minutes|minutes)\s+(?:OF|of)\s+(?:(?:A|AN|THE|a|an|the|VIRTUAL|virtual|DRAFT)\s+)*(?P<body>(?:[\w&’'-]+\s+){{0,8}}?(?i:{_nouns()}))\s+(?:MEETING|Meeting|meeting)",
            words,
        )
        if match is not None:
            return _trim(head.text, block.start + match.start("body"), block.start + match.end("body"))
    return None


def _runs_on(text: str, block: Block) -> bool:
    """Whether the opening sentence of minutes is broken over several blocks: it begins with MINUTES and does not end."""
    words = text[block.start : min(block.end, block.start + 200)]
    return block.end - block.start < 200 and not words.rstrip().endswith(".") and bool(re.match(r"(?i:(?:draft\s+)?minutes\b|a\s+meeting\s+of\b)", words))


def _clean_body(text: str, start: int, end: int, *, held: bool) -> Place | None:
    found = _trim(text, start, end)
    if found is None:
        return None
    words = text[found.start : found.end]
    if len(words) > 130 or re.search(r"[.;:]\s|\b(?:was|were|is|are|that|which)\b", words) or full_date_inside(words):
        return None
    if re.fullmatch(r"(?i:(?:the\s+)?(?:last|previous|meetings?|parish meeting|council chamber|.*\bmeeting))", words):
        return None
    if re.search(rf"(?i:{_nouns()})\b", words) or (held and len(words.split()) >= 2 and (is_all_capitals(words) or words[0].isupper())):
        found = _part_of_council(text, found)
        at_noun = re.match(rf".*?\b(?i:{_nouns()})\b(?=\s+(?:[-–—,(]|MEETING|meeting|Meeting))", text[found.start : found.end], re.DOTALL)
        return Place(found.start, found.start + at_noun.end()) if at_noun else found
    return None


def full_date_inside(words: str) -> bool:
    """Whether a full date stands in the words."""
    return next(full_dates(words), None) is not None


def _body_of_lines(head: Head) -> Place | None:
    """A line of the head that is the name of a body, the most special of several; a council only where nothing else is named."""
    council: Place | None = None
    for block in head.blocks[:14]:
        if block.kind == "table_row" or block.label is not None or block.number is not None:
            continue
        words = head.text[block.start : min(block.end, block.start + 200)]
        match = _patterns()["line"].match(words)
        if match is None or len(match["body"].split()) > 14 or _PERSON.match(words):
            continue
        if re.match(r"(?i:at|in|on|by|for|this|minutes|report|agenda|notes?|to|from|contact|update|purpose|draft|meeting)\b", words):
            continue
        if not words[0].isupper() or re.search(r"\b(?:is|are|was|were|has|have|will|to|agreed)\b", match["body"]):
            continue
        found = _trim(head.text, block.start, block.start + match.end("body"))
        if found is None:
            continue
        if re.search(r"(?i:council|authority)$", head.text[found.start : found.end]):
            council = council or found
            if full_date_inside(words):
                return found
        else:
            return _part_of_council(head.text, found)
    return council


def find_date(head: Head, labels: Iterable[str]) -> tuple[int, int, str] | None:
    """The date of the meeting or decision: (start, end, ISO 8601); only from a labelled field or from a line of the head."""
    for label in labels:
        place = head.values.get(label)
        if place is not None and place.end - place.start < 240:
            found = next(full_dates(head.text, place.start, place.end), None)
            if found is not None:
                return found
    for position, block in enumerate(head.blocks):
        if block.number is not None or block.label is not None or block.kind == "table_row":
            continue
        stop = block.start + 420 if _runs_on(head.text, block) else min(block.end, block.start + 420)
        dates = list(full_dates(head.text, block.start, stop))
        if dates and _states_meeting(head.text, block, dates[0], position):
            return dates[0]
    return None


def _states_meeting(text: str, block: Block, found: tuple[int, int, str], position: int) -> bool:
    """Whether the date in a line of the head is that of this meeting: the line is hardly more than the date, or it says "held"."""
    start, end, _ = found
    before = text[block.start : start]
    if re.fullmatch(r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b\W*", before, re.IGNORECASE) and position < 8:
        return True
    rest = re.sub(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[.:]\d\d|\b[ap]\.?m\b|\W+|\b\d{1,2}\s*[ap]m\b|\b(?:at|on|date|noon|the)\b", "", before + text[end : block.end], flags=re.IGNORECASE)
    if len(rest) < 14:
        return True
    if re.search(r"\b(?:next|previous|last|earlier|published|updated|by|deadline|approv\w*|correct record)\b", before[-36:], re.IGNORECASE):
        return False
    if re.search(r"\b(?:held|meeting|minutes|proceedings|convened)\b", before, re.IGNORECASE) and start - block.start < 330:
        return True
    words = text[block.start : end]
    return len(words) < 140 and bool(re.search(rf"\b(?i:{_nouns()})\b", before)) and block.end - block.start < 260 and position < 14


def find_title(
    head: Head, labels: Iterable[str], no_titles: Sequence[str], *, body: Place | None, kind: str | None
) -> Place | None:
    """The title of the item or report as printed: a labelled field, else the first line of the head that is a title."""
    for label in labels:
        place = head.values.get(label)
        if place is not None and place.end - place.start < 300 and not (label == "title" and kind == "minutes" and len(head.values) < 4):
            return Place(place.start, place.end)
    blocks = [block for block in head.blocks if block.label is None and block.kind not in ("table_row", "list_item")]
    if kind == "minutes" and not _is_item_page(head):
        first = head.blocks[0] if head.blocks else None
        if head.is_marked_up and first is not None and first.kind == "heading" and first.level == 1 and not _runs_on(head.text, first) and _is_title(head.text[first.start : first.end], no_titles):
            return Place(first.body_start, first.end)
        if body is not None and (opening := _opening_words(head, body)) is not None:
            return opening
        named = next((b for b in blocks if re.search(r"\b(?:minutes|notes?|meeting)\b", head.text[b.start : b.end], re.IGNORECASE) and b.end - b.start < 200 and not re.search(r"\bapprov|\bsubject to\b", head.text[b.start : b.end], re.IGNORECASE)), None)
        named = named or next((b for b in blocks if body is not None and b.start <= body.start < b.end and b.end - b.start < 160), None)
        return Place(named.start, named.end) if named is not None else None
    if kind == "agenda":
        named = next((b for b in blocks if re.search(r"\bagenda\b", head.text[b.start : b.end], re.IGNORECASE) and b.end - b.start < 120), None)
        return Place(named.start, named.end) if named is not None else None
    for block in blocks:
        words = head.text[block.body_start : block.end]
        if _is_title(words, no_titles) and not _is_body_or_date(head, block, body):
            return Place(block.body_start, block.end)
    return None


def _opening_words(head: Head, body: Place) -> Place | None:
    """The words from "Minutes" to the name of the body, where they stand in one sentence."""
    start = max(0, body.start - 140)
    matches = list(re.finditer(r"\b(?i:minutes|notes|meeting)\s+(?i:of)\b(?:(?!\b(?i:minutes)\b)[^.;:])*$", head.text[start : body.start]))
    return Place(start + matches[0].start(), body.end) if matches else None


def find_signed(layout: Layout) -> tuple[int, int, str] | None:
    """The date beside the signature under a record of decision."""
    text, blocks = layout.text, layout.blocks
    for position, block in enumerate(blocks):
        if block.end - block.start > 40 or not re.match(r"(?i:signed|signature)\b", text[block.start : block.end]):
            continue
        for near in blocks[max(0, position - 5) : position + 6]:
            if is_date_line(text[near.start : near.end]):
                found = next(full_dates(text, near.start, near.end), None)
                if found is not None:
                    return found
    return None


def _is_item_page(head: Head) -> bool:
    return any(normal_label(head.text[b.start : b.end]) in ("agenda item", "issue details", "decision details") for b in head.opening)


def _is_title(words: str, no_titles: Sequence[str]) -> bool:
    words = words.strip()
    if not 3 < len(words) < 250 or not any(character.isalpha() for character in words) or "█" in words:
        return False
    if normal_label(words) in no_titles or words.rstrip().endswith((".", ";", ",")) and len(words) > 120:
        return False
    if re.match(r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|agenda$|\(.*\)$|\d+\w?$)", words):
        return False
    if _PERSON.match(words) or (_OFFICE.search(words) and ("," in words or words.startswith("Report"))):
        return False
    return not re.match(r"(?i:report of|report to|report by|london borough of|.{0,40}(?:county|city|borough|district|parish|town) council$)", words)


def _is_body_or_date(head: Head, block: Block, body: Place | None) -> bool:
    words = head.text[block.start : block.end]
    if body is not None and block.start <= body.start < block.end and block.end - block.start < (body.end - body.start) + 60:
        return True
    if body is not None and re.sub(r"\W+", " ", words).strip().lower() == re.sub(r"\W+", " ", head.words(body)).strip().lower():
        return True
    found = next(full_dates(words), None)
    if found is not None and len(words) - (found[1] - found[0]) < 30:
        return True
    return bool(re.fullmatch(rf"(?:[\w&’'-]+\s+){{0,6}}(?i:{_nouns()})", words.strip())) and block.index < 12
