"""Partial dates in order."""

import calendar
from datetime import date
from functools import lru_cache

_SEASONS = {"21": "03", "22": "06", "23": "09", "24": "12"}
#: The years to add and the month in which a season ends.
_SEASON_ENDS = {"21": (0, 5), "22": (0, 8), "23": (0, 11), "24": (1, 2)}


@lru_cache(maxsize=65536)
def moment(edtf: str | None) -> str:
    """A key by which EDTF dates sort: a season stands at its first month; nothing stands before everything."""
    if edtf is None:
        return ""
    first = edtf.split("/")[0].rstrip("~?%")
    year, _, rest = first.partition("-")
    return "-".join([year, _SEASONS.get(rest, rest)]) if rest else year


def last_day(edtf: str | None) -> date | None:
    """The last day that an EDTF date can mean; None where there is none or it cannot be told."""
    if edtf is None:
        return None
    last = edtf.strip("[]").replace(",", "/").split("/")[-1].strip(".").rstrip("~?%")
    year, _, rest = last.partition("-")
    if not year.isdigit():
        return None
    if rest in _SEASON_ENDS:
        turn, month = _SEASON_ENDS[rest]
        return date(int(year) + turn, month, calendar.monthrange(int(year) + turn, month)[1])
    parts = [int(part) for part in rest.split("-") if part.isdigit()]
    try:
        if len(parts) == 2:
            return date(int(year), parts[0], parts[1])
        month = parts[0] if parts else 12
        return date(int(year), month, calendar.monthrange(int(year), month)[1])
    except ValueError:
        return None


@lru_cache(maxsize=65536)
def is_after(edtf: str | None, other: str | None) -> bool:
    """Whether a date is surely after another: later in the precision that both have."""
    one, two = moment(edtf), moment(other)
    length = min(len(one), len(two))
    return length > 0 and one[:length] > two[:length]


def is_before(edtf: str | None, other: str | None) -> bool:
    """Whether a date is surely before another."""
    return is_after(other, edtf)
