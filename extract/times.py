"""Times in the words of a paper, and the EDTF they come to (conventions 88 and 125).

Partial dates stay partial: `2018-05` for May 2018, `2018-05~` for "around May 2018", `2017-23` for "autumn 2017". A time without a
year, or relative to the meeting ("next month", "within two weeks"), comes to a date only where the meeting's date is known.
"""

import calendar
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from extract import vocabulary


@dataclass(frozen=True)
class Time:
    """Words of time: half-open character offsets, and their EDTF where they can be fixed."""

    start: int
    end: int
    edtf: str | None


@dataclass(frozen=True)
class _Lexicon:
    time: re.Pattern[str]
    due: re.Pattern[str]
    lead: re.Pattern[str]
    months: dict[str, int]
    seasons: dict[str, int]
    units: dict[str, str]
    numbers: dict[str, int]


def _group(name: str) -> str:
    return vocabulary.alternation(vocabulary.words("dates", name))


@cache
def _lexicon() -> _Lexicon:
    words = vocabulary.load("dates")
    months: dict[str, int] = {}
    for number, name in enumerate(words["months"], start=1):
        months[name.lower()] = months[name[:3].lower()] = number
    months["sept"] = 9
    month = (
        "(?:" + "|".join(sorted((name for name in months), key=len, reverse=True)) + r")\b(?:\.(?=,?\s+(?:19|20)?\d))?"
    )
    full_month = (
        "(?-i:" + vocabulary.alternation([*words["months"], *(name.upper() for name in words["months"])]) + r")\b"
    )
    season = vocabulary.alternation(words["seasons"])
    weekday = rf"(?:{_group('weekdays')},?\s+)?"
    gathering = r"(?:\s+(?:[\w’'&-]+\s+){0,4}?(?:meetings?|agendas?)\b)?"
    year = r"(?:19|20)\d\d\b"
    day = r"(?:0?[1-9]|[12]\d|3[01])\s*(?:st|nd|rd|th)?\b"
    count = rf"(?:\d{{1,3}}|{vocabulary.alternation(words['numbers'])})"
    unit = vocabulary.alternation(words["units"])
    stage = rf"(?:(?:{_group('part_of_period')})[\s-]+)?"
    about = rf"(?:(?P<about>{_group('approximate')})\s+)?"
    dated = (
        rf"{about}{weekday}(?:the\s+)?(?P<d1>{day})\s+(?:of\s+)?(?P<m1>{month})(?:,?\s+(?P<y1>{year}))?"
        rf"|{weekday}(?P<m2>{month})\s+(?P<d2>{day}),?\s+(?P<y2>{year})"
        rf"|(?<![\d/.])(?P<d3>\d{{1,2}})(?P<sign>[/.-])(?P<m3>\d{{1,2}})(?P=sign)(?P<y3>(?:19|20)?\d\d)(?![\d/])"
        rf"|(?P<y7>{year})-(?P<m7>0[1-9]|1[0-2])-(?P<d7>[0-3]\d)(?!\d)"
        rf"|(?P<about2>{_group('approximate')}\s+)?{stage}(?:(?P<m0>{full_month})\s*(?P<either>or|and|to|[/–-])\s*)?(?P<m4>{month}),?\s+(?P<y4>{year})"
        rf"|(?P<about3>{_group('approximate')}\s+)?{stage}(?:the\s+)?(?P<s5>{season})(?:\s+of)?\s+(?P<y5>{year})"
    )
    order = _group("occasion_order")
    held = rf"(?:{_group('occasions')})\b(?:\s+(?:meetings?|agenda)\b)?"
    gather = rf"(?:{_group('gatherings')})\b(?:\s+(?:meetings?|agenda)\b)?"
    event = (
        rf"(?:the|its|their|a|an|our|any)\s+(?:(?P<m6>{full_month})(?:\s+(?P<y6>{year}))?\s+)(?:[\w’'&-]+\s+){{0,4}}?{held}"
        rf"|(?:the|its|their|a|an|our|any)?\s*(?:(?!(?:at|in|by|to|for|on)\b)[\w’'&-]+\s+){{0,2}}?(?:{order})\s+(?:{gather}|(?:[\w’'&-]+\s+){{0,3}}?{held})(?:\s+of\s+(?:the|this)\s+[\w’'&-]+)?"
        rf"|that\s+(?:meeting)\b"
    )
    loose = (
        rf"{stage}(?:the\s+)?(?P<m8>{full_month})(?!\s+\d)"
        rf"|{stage}(?P<y9>{year})(?!\s*[-–/]\d)"
        rf"|(?:the\s+)?(?:end|close|start|beginning)\s+of\s+(?:the\s+|this\s+|next\s+)?(?:current\s+|next\s+)?(?:financial\s+|municipal\s+|calendar\s+|academic\s+)?(?:year|month|week|term|quarter)"
        rf"|(?:the\s+)?next\s+(?:few\s+)?(?:financial\s+|municipal\s+)?(?:{unit})"
        rf"|{_group('feasts')}|(?:next\s+)?{_group('weekdays')}"
    )
    span = (
        rf"(?:with)?in\s+(?:the\s+)?(?:next\s+)?(?P<n>{count})\s+(?:working\s+|calendar\s+|clear\s+)?(?P<u>{unit})"
        r"(?:['’]?\s+time)?(?:\s+of\s+the\s+meeting)?"
    )
    lead = re.compile(rf"(?:{_group('weekdays')},?\s+)?(?:the\s+)?", re.IGNORECASE)
    time = re.compile(rf"(?<!\w)(?:{dated})(?![^\WT])", re.IGNORECASE)
    due = re.compile(
        rf"\b(?:{span}|(?:{_group('due_prepositions')})\s+(?:(?:the\s+)?(?:{dated}){gathering}|(?P<event>{event})|{loose})|(?P<adverb>{_group('due_adverbs')}|(?:when|once)\s+(?:[\w’'-]+\s+){{1,6}}?(?:available|completed?|received|ready|known|published|agreed|finalised|approved)))(?!\w)(?!(?<=year)['’]s\s+(?!meeting|agenda|time|end|close|AGM|annual))",
        re.IGNORECASE,
    )
    return _Lexicon(time, due, lead, months, dict(words["seasons"]), dict(words["units"]), dict(words["numbers"]))


@cache
def _gates() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What every date has: the name of a month or season, or numbers joined by a stroke, stop or hyphen."""
    words = vocabulary.load("dates")
    names = [*words["months"], *(name[:3] for name in words["months"]), "Sept"]
    forms = [form for name in names for form in (name, name.upper(), name.lower()) if name != "May" or form != "may"]
    seasons = [form for name in words["seasons"] for form in (name, name.capitalize(), name.upper())]
    return re.compile(r"\d[/.-]\d"), re.compile(rf"{vocabulary.alternation([*forms, *seasons])}\b")


def full_date(year: str, month: int, day: str) -> str | None:
    """A day in EDTF; None where the calendar has no such day. Two-digit years are of this century."""
    number = int(year) + (2000 if len(year) == 2 else 0)
    try:
        return date(number, month, int(re.sub(r"\D", "", day))).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int:
    return _lexicon().months[name.lower().rstrip(".")]


def _next_month(month: int, meeting: date | None) -> str | None:
    """The next such month after the meeting (that of the meeting itself included), where the meeting is known."""
    if meeting is None:
        return None
    return f"{meeting.year + (month < meeting.month)}-{month:02}"


def _stated_date(match: re.Match[str], meeting: date | None) -> str | None:
    """EDTF of a match of the dated forms; None where none of them matched or the calendar has no such day."""
    part = match.groupdict()
    about = "~" if part["about"] or part["about2"] or part["about3"] else ""
    if part["m1"]:
        month = _month(part["m1"])
        if part["y1"]:
            found = full_date(part["y1"], month, part["d1"])
        else:
            near = _next_month(month, meeting)
            found = full_date(near[:4], month, part["d1"]) if near else None
        return found + about if found else None
    if part["m2"]:
        return full_date(part["y2"], _month(part["m2"]), part["d2"])
    if part["m3"]:
        return full_date(part["y3"], int(part["m3"]), part["d3"]) if 1 <= int(part["m3"]) <= 12 else None
    if part["m7"]:
        return full_date(part["y7"], int(part["m7"]), part["d7"])
    if part["m4"]:
        found = f"{part['y4']}-{_month(part['m4']):02}"
        if part["m0"]:
            first = f"{part['y4']}-{_month(part['m0']):02}"
            return f"[{first},{found}]" if part["either"].lower() == "or" else f"{first}/{found}"
        return found + about
    if part["s5"]:
        return f"{part['y5']}-{_lexicon().seasons[part['s5'].lower()]}{about}"
    return None


def find_times(text: str, start: int, end: int) -> Iterator[Time]:
    """Dates that stand by themselves in text[start:end]: days, months and seasons with their year, or days with a month."""
    if not any(gate.search(text, start, end) for gate in _gates()):
        return
    for match in _lexicon().time.finditer(text, start, end):
        if match["m3"] and not _is_numeric_date(match):
            continue
        yield Time(match.start(), match.end(), _stated_date(match, None))


def find_due(text: str, start: int, end: int, *, meeting: str | None = None) -> list[Time]:
    """Times by which something is to be done, each with its preposition, in text[start:end].

    `meeting` is the date of the meeting in EDTF; relative times come to a date only where it is a full day.
    """
    held = _day(meeting)
    times = [
        Time(match.start(), match.end(), _stated_date(match, held) or _relative_date(match, held))
        for match in _lexicon().due.finditer(text, start, end)
        if not match["m3"] or _is_numeric_date(match)
    ]
    return [time for time in times if not _is_past(time.edtf, meeting)]


def _is_past(edtf: str | None, meeting: str | None) -> bool:
    """Whether a time lies before the meeting: then it is no due time. Compared in the precision that both have."""
    if not edtf or not meeting or not re.match(r"\d{4}(?:-(?:0\d|1[0-2])|$)", edtf):
        return False
    length = min(len(edtf.rstrip("~")), len(meeting))
    return edtf[:length] < meeting[:length]


def _is_numeric_date(match: re.Match[str]) -> bool:
    """Whether 20.7.17 or 07.06.17 is a day and not a paragraph number: 4.2.19 may be either and is left alone."""
    day, year = match["d3"], match["y3"]
    sure = "/" in match[0] or len(year) == 4 or int(day) > 12 or day.startswith("0")
    return _stated_date(match, None) is not None and sure


def _day(edtf: str | None) -> date | None:
    return date.fromisoformat(edtf) if edtf and re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) else None


def _relative_date(match: re.Match[str], meeting: date | None) -> str | None:
    part = match.groupdict()
    if part["m6"]:
        month = _month(part["m6"])
        return f"{part['y6']}-{month:02}" if part["y6"] else _next_month(month, meeting)
    if part["event"]:
        return None
    if part["m8"]:
        return _next_month(_month(part["m8"]), meeting)
    if part["y9"]:
        return str(part["y9"])
    if meeting is None:
        return None
    if re.search(r"\bnext\s+month\b", match[0], re.IGNORECASE):
        return _add_months(meeting, 1)[:7]
    if part["n"] and part["u"]:
        lexicon = _lexicon()
        count = int(part["n"]) if part["n"].isdigit() else lexicon.numbers[part["n"].lower()]
        return _add_units(meeting, count, lexicon.units[part["u"].lower()], working="working" in match[0].lower())
    return None


def _add_units(day: date, count: int, unit: str, *, working: bool) -> str | None:
    if working:
        return None
    if unit in ("day", "week", "fortnight"):
        return (day + timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])).isoformat()
    return _add_months(day, count * (12 if unit == "year" else 1))


def _add_months(day: date, count: int) -> str:
    year, month = divmod(day.month - 1 + count, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return date(day.year + year, month + 1, min(day.day, last)).isoformat()


def full_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Every day with its month and year in text[start:end]: its half-open offsets, without weekday, and the date as ISO 8601."""
    for time in find_times(text, start, len(text) if end is None else end):
        if time.edtf is not None and re.fullmatch(r"\d{4}-\d\d-\d\d", time.edtf):
            lead = _lexicon().lead.match(text, time.start, time.end)
            yield lead.end() if lead else time.start, time.end, time.edtf
