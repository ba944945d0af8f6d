"""The body that met, decided or is reported to, as the head of a paper names it."""

import re
from collections.abc import Iterable
from functools import cache

from extract.entities import Place
from extract.facts_head import PERSON, Head, body_nouns, runs_on
from extract.readers.fields import normal_label
from extract.readers.headings import is_all_capitals
from extract.times import full_dates

_GENERIC = frozenset(
    {
        "council",
        "open board",
        "public board",
        "parish council",
        "town council",
        "community council",
        "committee",
        "board",
        "panel",
        "trustees",
    }
)

_MEMBER = re.compile(
    r"Cabinet (?:Member|Lead)|Executive (?:Lead )?(?:Member|Councillor)|Lead (?:Member|Councillor)|Portfolio Holder|(?:Deputy )?Leader|Mayor"
)
#: Labels whose value may be an office that decides alone.
_DECIDERS = frozenset(
    {"decision maker", "decision-maker", "decision taken by", "decision to be taken by", "decided by"}
    | {"meeting or decision maker", "meeting / decision maker"}
)
_ACRONYM = re.compile(r"([A-Z][A-Z&]{1,6})\b(?:\s+(?i:meeting|minutes|notes|note)\b)?")
_MEMBERS_OF = re.compile(r"\s*(?:all\s+)?(?:the\s+)?members\s+of\s+(?:the\s+)?(?=\S)", re.IGNORECASE)
#: The words in small letters that the name of a body may hold.
_SMALL_WORDS = frozenset({"of", "for", "and", "on", "the", "with", "in", "to", "a", "at", "by"})
_NO_ACRONYMS = frozenset(
    {"agenda", "draft", "final", "notes", "note", "minutes", "date", "page", "item", "open"}
    | {"part", "paper", "report", "update", "private"}
)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    nouns = body_nouns()
    word = r"[\w&’'.()/-]+,?"
    name = rf"(?:{word}\s+){{0,14}}?(?i:{nouns})(?:\s+(?:for|of|on|\()\s*[\w&’',() -]{{2,60}}?)?"
    kinds = (
        r"(?:(?:an?|the|virtual|remote|ordinary|extraordinary|special|annual|monthly|general|statutory|public|draft|open|informal"
        r"|adjourned|regular|full|part\s+(?:\d|[a-d]|one|two)|unconfirmed|private|hybrid|online|quarterly|emergency|inaugural|january|february|march|april|may|june|july|august|september|october|november|december)\s+)*"
    )
    of_meeting = r"(?:(?:(?:parish|town|community|full)\s+)?(?:council\s+)?meeting\s+of\s+(?:the\s+)?)?"
    return {
        "held": re.compile(
            rf"(?:meeting|minutes?|notes?|record|proceedings|assembly)\s+of\s+(?:the\s+|a\s+|an\s+)?"
            rf"(?:proceedings\s+at\s+(?:{kinds})?meeting\s+of\s+(?:the\s+)?)?{of_meeting}{kinds}{of_meeting}"
            r"(?P<body>(?!meeting\b).{3,140}?)\s*,?\s+(?:(?:parish\s+)?meeting\s+)?(?:(?:was|were|to\s+be|will\s+be|as)\s+)?"
            r"(?:held\b|convened\b|took\s+place|commencing\b)",
            re.IGNORECASE | re.DOTALL,
        ),
        "of": re.compile(
            rf"(?:meeting|minutes?|notes?)\s+of\s+(?:the\s+|an?\s+)?{kinds}(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>(?:{word}\s+){{0,12}}?(?i:{nouns})(?:\s+(?i:{nouns}))*)(?!\s+of\b)\b",
            re.IGNORECASE,
        ),
        "trustees": re.compile(
            r"(?:meeting|minutes?|notes?)\s+of\s+(?:the\s+|an?\s+)?(?:meeting\s+of\s+(?:the\s+)?)?"
            r"(?P<body>(?:board\s+of\s+)?(?:trustees|governors|directors|commissioners)\s+of\s+.{3,100}?)"
            r"(?=\s*(?:$|\n|[-–—,]|meeting\b|held\b))",
            re.IGNORECASE,
        ),
        "for": re.compile(
            rf"(?:(?:joint\s+)?(?:report|briefing|update|paper|submission)\s+(?:to|for)|(?:draft\s+|summary\s+of\s+)?decisions?\s+(?:of|taken\s+by|made\s+by)"
            rf"|minutes?\s+(?:\w+\s+)?from)\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>{name})(?=\s*(?:$|[-–—,:]|held\b|on\b|\d))",
            re.IGNORECASE,
        ),
        "line": re.compile(
            rf"(?P<body>{name})(?:\s*[-–—,:.]?\s*$|\s*[-–—,:]\s+|\.?\s+(?=\d"
            r"|(?i:draft|minutes|agenda|meeting|ordinary|extraordinary|annual|monthly)\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
        ),
    }


def find_body(head: Head, labels: Iterable[str]) -> Place | None:
    """The body that met, decided or is reported to, as printed: from a labelled field, a sentence of the head, or a line of it."""
    for label in labels:
        place = head.values.get(label)
        if place is not None:
            found = _body_of_value(head.text, place, label)
            if found is not None:
                return found
    stated, line = _body_of_sentence(head), _body_of_opening(head) or _body_of_lines(head)
    if stated is None or line is not None and normal_label(head.words(stated)) in _GENERIC:
        return line or stated
    return stated


#: In which session a body met: no part of its name ("Public Board of Directors", "Trust Board (in public)").
_OPENED = re.compile(r"\W*(?:Public|Private|Open|Closed)\s+(?=Board\b|Trust\s+Board\b|Governing\s+Body\b)")
_SESSION = re.compile(
    r"\s*\((?:held\s+)?(?:in\s+)?(?:public|private|open|closed|part\s+\w+)(?:\s+session)?\)\s*$", re.IGNORECASE
)


def _trim(text: str, start: int, end: int) -> Place | None:
    if (opened := _OPENED.match(text, start, end)) is not None:
        start = opened.end()
    if (session := _SESSION.search(text[start:end])) is not None:
        end = start + session.start()
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
    if members := _MEMBERS_OF.match(text, start, end):
        start = members.end()
    found = _trim(text, start, end)
    if found is None:
        return None
    words = text[found.start : found.end]
    item = re.search(r"\s*\((?:Item|Agenda item)\b.*$", words, re.IGNORECASE | re.DOTALL)
    if item:
        words = words[: item.start()]
    tail = re.search(
        r"\s+(?:Meeting|at\s+\d|in\s+public\b|[-–—]\s+for\s+(?:decision|information|discussion|approval|action)\b|\((?:in\s+)?(?:public|private|open|virtual|part\b)).*$",
        words,
        re.DOTALL | re.IGNORECASE,
    )
    if tail:
        words = words[: tail.start()]
    found = _trim(text, found.start, found.start + len(words))
    if found is None:
        return None
    words = text[found.start : found.end]
    if len(words) > 120 or len(words.split()) > 16:
        return None
    if _noun_at_end(words) and not PERSON.match(words):
        return _part_of_council(text, found)
    office = _office_of(text, found)
    if office is not None and label not in _DECIDERS:
        return office if label in ("to", "report to") and _MEMBER.match(text, office.start) else None
    return office


def _noun_at_end(words: str) -> bool:
    return bool(re.search(rf"\b(?i:{body_nouns()})(?:\s*\([^)]*\)|\s*[-–—]\s+[\w ’',&]+)?$", words)) or bool(
        re.search(rf"\b(?i:{body_nouns()})\s+(?:for|of|on)\s+[\w ’',&]+$", words)
    )


def _office_of(text: str, place: Place) -> Place | None:
    """An officer or portfolio holder who decides alone: the office, without the name of the person."""
    words = text[place.start : place.end]
    office = re.search(
        r"\b(?:Cabinet (?:Member|Lead)|Executive (?:Lead )?(?:Member|Councillor)|Lead (?:Member|Councillor)|Portfolio Holder|Leader"
        r"|(?:Corporate |Strategic |Executive |Assistant |Service |Deputy )*Director|Chief|Head of|Mayor)\b",
        words,
    )
    return _trim(text, place.start + office.start(), place.end) if office else None


def _before_weekday(text: str, start: int, position: int) -> int:
    lead = re.search(
        r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[,\s]*)?(?:the\s+|on\s+)?$",
        text[max(start, position - 24) : position],
        re.IGNORECASE,
    )
    return position - len(lead[0]) if lead else position


def _part_of_council(text: str, place: Place) -> Place:
    """Without the council in the genitive before it: "Anytown Council's Planning Committee" is the Planning Committee."""
    words = text[place.start : place.end]
    genitive = re.search(r"\b(?:Council|Authority|Board)[’']s?\s+(?=\S)", words)
    return Place(place.start + genitive.end(), place.end) if genitive else place


def _body_of_sentence(head: Head) -> Place | None:
    for block in head.blocks:
        if (
            block.number is not None
            or block.kind == "table_row"
            or block.label is not None
            and block.body_start >= block.end
        ):
            continue
        stop = block.start + 420
        if not re.search(
            r"\b(?:meeting|minutes|proceedings)\b", head.text[block.start : min(block.end, stop)], re.IGNORECASE
        ):
            continue
        if not runs_on(head.text, block):
            stop = min(block.end, stop)
        words = head.text[block.start : stop]
        for name in ("held", "trustees", "of"):
            match = _patterns()[name].search(words)
            if match is None or match.start() > 120:
                continue
            found = _clean_body(
                head.text, block.start + match.start("body"), block.start + match.end("body"), held=name != "of"
            )
            if found is not None:
                return found
        match = re.search(
            rf"\b(?:MINUTES|Minutes|minutes)\s+(?:OF|of)\s+(?:(?:A|AN|THE|a|an|the|VIRTUAL|virtual|DRAFT)\s+)*(?P<body>(?:[\w&’'-]+\s+){{0,8}}?(?i:{body_nouns()}))\s+(?:MEETING|Meeting|meeting)",
            words,
        )
        if match is not None:
            return _trim(head.text, block.start + match.start("body"), block.start + match.end("body"))
    return None


_VENUE = re.compile(
    r"(?<=\S)[\s,]+(?:Council|Committee|Board|Conference|Members[’']?)\s+(?:Chambers?|Offices?|House|Rooms?|Suite)\b",
    re.IGNORECASE,
)


def _clean_body(text: str, start: int, end: int, *, held: bool) -> Place | None:
    found = _trim(text, start, end)
    if found is None:
        return None
    venue = _VENUE.search(text, found.start, min(len(text), found.end + 12))
    if venue is not None and venue.start() < found.end <= venue.end():  # "… BOARD\nCouncil Chamber": where it met
        found = Place(found.start, venue.start())
    words = text[found.start : found.end]
    if len(words) > 130 or re.search(r"[.;:]\s|\b(?:was|were|is|are|that|which)\b", words) or full_date_inside(words):
        return None
    if re.fullmatch(r"(?i:(?:the\s+)?(?:last|previous|meetings?|parish meeting|council chamber|.*\bmeeting))", words):
        return None
    if re.search(rf"(?i:{body_nouns()})\b", words) or (
        held and len(words.split()) >= 2 and (is_all_capitals(words) or words[0].isupper())
    ):
        found = _part_of_council(text, found)
        at_noun = re.match(
            rf".*?\b(?i:{body_nouns()})\b(?=\s+(?:[-–—,(]|MEETING|meeting|Meeting))",
            text[found.start : found.end],
            re.DOTALL,
        )
        return Place(found.start, found.start + at_noun.end()) if at_noun else found
    return None


def full_date_inside(words: str) -> bool:
    """Whether a full date stands in the words."""
    return next(full_dates(words), None) is not None


def _body_of_opening(head: Head) -> Place | None:
    """The body in a line that says whose paper it is: "Report to Cabinet", "Decisions of the Cabinet"."""
    for block in head.blocks[:8]:
        if (
            block.kind == "table_row"
            or block.end - block.start > 200
            or block.label is not None
            and block.body_start >= block.end
        ):
            continue
        match = _patterns()["for"].match(head.text, block.start, block.end)
        if match is not None and not PERSON.match(match["body"]):
            found = _trim(head.text, *match.span("body"))
            if found is not None and head.text[found.start].isupper():
                return _part_of_council(head.text, found)
    return _acronym(head)


def _acronym(head: Head) -> Place | None:
    """The acronym of a group with the date of its meeting, where nothing but these stands in the first line."""
    if not head.blocks:
        return None
    block = head.blocks[0]
    match = _ACRONYM.match(head.text, block.start, block.end)
    if match is None or block.end - block.start > 60 or normal_label(match[1]) in _NO_ACRONYMS:
        return None
    rest = match.end()
    dates = list(full_dates(head.text, rest, block.end))
    if len(dates) != 1 or head.text[rest : _before_weekday(head.text, rest, dates[0][0])].strip(" -–—:,"):
        return None
    return Place(*match.span(1))


def _body_of_lines(head: Head) -> Place | None:
    """A line of the head that is the name of a body, the most special of several; a council only where nothing else is named."""
    council: Place | None = None
    for block in head.blocks[:14]:
        if block.kind == "table_row" or block.label is not None or block.number is not None:
            continue
        words = head.text[block.start : min(block.end, block.start + 200)]
        match = _patterns()["line"].match(words)
        if match is None or len(match["body"].split()) > 14 or PERSON.match(words):
            continue
        if re.match(
            r"(?i:at|in|on|by|for|this|minutes|report|agenda|notes?|to|from|contact|update|purpose|draft|meeting)\b",
            words,
        ):
            continue
        if not words[0].isupper() or any(
            word.isalpha() and word.islower() and word not in _SMALL_WORDS for word in match["body"].split()
        ):
            continue
        found = _trim(head.text, block.start, block.start + match.end("body"))
        if found is None:
            continue
        if re.search(
            r"(?i:council|authority|\btrust|integrated care board|\bICB|\bCCG|commissioning group|(?:integration|joint|health) board)$",
            head.words(found),
        ):
            council = council or found
            if full_date_inside(words):
                return found
        else:
            return _part_of_council(head.text, found)
    return council
