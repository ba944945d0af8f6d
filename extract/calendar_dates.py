"""Full dates in the forms that committee papers print (convention 125): a day, a month and a year, nothing less."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = "january february march april may june july august september october november december".split()
_NUMBERS = {name: number for number, name in enumerate(MONTHS, start=1)}
_NUMBERS.update({name[:3]: number for name, number in tuple(_NUMBERS.items())})
_NUMBERS["sept"] = 9
_MONTH = "(?:" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_DATE = re.compile(
    rf"(?<![\d/.])(?P<d1>{_DAY})\s*(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH}),?\s+(?P<y1>(?:19|20)\d\d)(?!\d)"
    rf"|\b(?P<m2>{_MONTH})\s+(?P<d2>{_DAY})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d\d)(?!\d)"
    r"|(?<![\d/.])(?P<d3>\d{1,2})(?P<sign>[/.-])(?P<m3>\d{1,2})(?P=sign)(?P<y3>(?:19|20)\d\d|\d\d)(?![\d/]|\.\d)"
    r"|(?<!\d)(?P<y4>(?:19|20)\d\d)-(?P<m4>0[1-9]|1[0-2])-(?P<d4>[0-3]\d)(?!\d)",
    re.IGNORECASE,
)


def full_dates(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Every full date in text[start:end]: its half-open offsets, without weekday, and the date as ISO 8601.

    Two-digit years are of this century. A paragraph number such as 4.2.19 is none: with dots and a short year the day must be
    beyond 12. Days that the calendar does not have ("31 June 2020") are left out.
    """
    for match in _DATE.finditer(text, start, len(text) if end is None else end):
        found = _date_of(match)
        if found is not None:
            yield match.start(), match.end(), found.isoformat()


def _date_of(match: re.Match[str]) -> date | None:
    part = match.groupdict()
    if part["m1"] or part["m2"]:
        month = _NUMBERS[(part["m1"] or part["m2"]).lower().rstrip(".")]
        return _calendar(int(part["y1"] or part["y2"]), month, int(part["d1"] or part["d2"]))
    if part["y4"]:
        return _calendar(int(part["y4"]), int(part["m4"]), int(part["d4"]))
    day, month, year = int(part["d3"]), int(part["m3"]), int(part["y3"])
    if part["sign"] != "/" and year < 100 and day <= 12:
        return None
    return _calendar(year + 2000 if year < 100 else year, month, day)


def _calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
