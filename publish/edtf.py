"""Dates in EDTF (ISO 8601-2) as a reader says them, and their last day."""

import calendar
import re
from datetime import date, timedelta

_MONTHS = list(calendar.month_name)
_SEASONS = {21: ("spring", 5), 22: ("summer", 8), 23: ("autumn", 11), 24: ("winter", 2)}
_ONE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?([?~%]?)$")


def _one(value: str) -> tuple[int, int | None, int | None, str] | None:
    match = _ONE.match(value)
    if match is None:
        return None
    year, month, day, mark = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None, mark


def words(value: str) -> str:
    """The date in words: `2018-05~` is "around May 2018", `2017-23` "autumn 2017"; what is no known form is given as it is."""
    if "/" in value:
        first, last = value.split("/", 1)
        if not first or first == "..":
            return f"until {words(last)}"
        return f"from {words(first)}" if last in {"", ".."} else f"{words(first)} to {words(last)}"
    parts = _one(value)
    if parts is None:
        return value
    year, month, day, mark = parts
    if month is None:
        said = str(year)
    elif month in _SEASONS:
        said = f"{_SEASONS[month][0]} {year}"
    elif not 1 <= month <= 12:
        return value
    else:
        said = f"{_MONTHS[month]} {year}" if day is None else f"{day} {_MONTHS[month]} {year}"
    prefix = {"~": "around ", "%": "perhaps around ", "?": "perhaps "}.get(mark, "")
    return prefix + said


def last_day(value: str | None) -> date | None:
    """The last day that the date can mean: 31 May for `2018-05~`; null where there is none."""
    if not value:
        return None
    if "/" in value:
        value = value.split("/", 1)[1]
    parts = _one(value)
    if parts is None:
        return None
    year, month, day, _ = parts
    if month in _SEASONS:
        year, month = (year + 1 if month == 24 else year), _SEASONS[month][1]
    if month is None:
        month = 12
    if not 1 <= month <= 12:
        return None
    try:
        return date(year, month, day) if day else _month_end(year, month)
    except ValueError:
        return None


def _month_end(year: int, month: int) -> date:
    first_of_next = date(year + month // 12, month % 12 + 1, 1)
    return first_of_next - timedelta(days=1)


def year(value: str | None) -> str | None:
    """The year in which the date begins, for filters."""
    match = re.match(r"\d{4}", value or "")
    return match.group() if match else None
