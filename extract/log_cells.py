"""What the cells of one line of a log come to: owner, kind, times, and the earlier minute that they cite."""

import re
from datetime import date
from functools import cache

from extract import vocabulary
from extract.actions_beside import names_nobody
from extract.entities import Place
from extract.logs import LogRow
from extract.records import ActionKind
from extract.times import Time, find_due, find_times

_MINUTE = re.compile(
    r"\b(?:[Mm]inutes?|[Mm]in\.?|MINUTE|[Ii]tem|[Pp]aragraph|[Pp]ara\.?)\s*(?:[Nn]o\.?|[Nn]umber|[Rr]ef\.?)?\s*[:#]?\s*(\d{1,4}(?:[./]\d{1,4})*(?:\([a-z]{1,3}\))?)"
)


@cache
def _kinds() -> dict[str, ActionKind]:
    return {str(word).lower(): kind for word, kind in vocabulary.load("logs")["kinds"].items()}


def owner_cell(text: str, row: LogRow) -> Place | None:
    """The cell that says who is to act; None where it says a month, a state or nothing."""
    place = row.cells.get("owner")
    if place is None or place.end - place.start > 120 or names_nobody(text[place.start : place.end]):
        return None
    return place


def stated_kind(text: str, row: LogRow) -> ActionKind | None:
    """The kind that the line's own column states, or the head of the column with its words: Recommendation."""
    place = row.cells.get("kind")
    found = _kind_of(text, place) if place is not None else None
    if found is not None:
        return found
    head = row.heads["text"].lower()
    if "information" in head:
        return "information_request"
    return "recommendation" if "recommendation" in head and "action" not in head else None


def unknown_kind(text: str, row: LogRow) -> Place | None:
    """A word in the column of kinds that stands in no list."""
    place = row.cells.get("kind")
    return place if place is not None and _kind_of(text, place) is None else None


def _kind_of(text: str, place: Place) -> ActionKind | None:
    return _kinds().get(" ".join(text[place.start : place.end].lower().split()).strip(" ."))


#: A day in figures that has a cell of a log for itself, where it can be no number of a paragraph: "7.6.23", "07-06-23".
_DOTTED = re.compile(r"\s*(\d{1,2})[.-](\d{1,2})[.-](?:20)?(\d\d)\s*")


def _dotted(text: str, place: Place) -> Time | None:
    found = _DOTTED.fullmatch(text, place.start, place.end)
    try:
        day = date(2000 + int(found[3]), int(found[2]), int(found[1])) if found is not None else None
    except ValueError:
        return None
    return Time(found.start(1), found.end(3), day.isoformat()) if found is not None and day is not None else None


def cell_time(text: str, place: Place, *, meeting: str | None) -> Time:
    """The time in a cell: a date that stands by itself, or one relative to the meeting; without EDTF where it cannot be fixed."""
    found = [_dotted(text, place), *find_times(text, place.start, place.end)]
    if stated := [time for time in found if time is not None]:
        return stated[-1]
    words = text[place.start : place.end]
    for lead in ("by ", ""):
        times = find_due(lead + words, 0, len(lead + words), meeting=meeting)
        if times:
            return Time(place.start, place.end, times[0].edtf)
    return Time(place.start, place.end, None)


def raised_at(text: str, row: LogRow) -> tuple[Place, str] | None:
    """The date of the meeting from which a line comes, as its date or origin states it: the words and their EDTF."""
    for role in ("date", "origin", "minute", "ref"):
        if role in row.cells:
            found = _dotted(text, row.cells[role]) or next(
                iter(find_times(text, row.cells[role].start, row.cells[role].end)), None
            )
            if found is not None and found.edtf is not None:
                return Place(found.start, found.end), found.edtf
    return None


def minute_of(text: str, row: LogRow) -> Place | None:
    """The number of the earlier minute that a line cites."""
    place = row.cells.get("minute")
    if place is not None and re.fullmatch(r"\W*[A-Za-z]{0,6}\W{0,2}\d[\w./()-]*\W*", text[place.start : place.end]):
        return place
    for role in ("minute", "origin", "date"):
        if role in row.cells:
            cited = _MINUTE.search(text, row.cells[role].start, row.cells[role].end)
            if cited is not None:
                return Place(cited.start(1), cited.end(1))
    return None


def item_of(text: str, row: LogRow) -> Place | None:
    """The title of the item from which a line comes, where its column prints that in place of a number."""
    place = row.cells.get("minute")
    if place is None or not re.search(r"[^\W\d_]{4}", text[place.start : place.end]) or minute_of(text, row) is not None:
        return None
    return place


_CITED = re.compile(
    r"\b(?i:minutes?|min\.?)\s*(?i:no\.?|number|ref\.?)?\s*[:#]?\s*(\d{1,4}(?:[./]\d{1,4})*(?:\([a-z]{1,3}\))?)(?!\s*(?:[ap]m\b|minutes?\b|%|st\b|nd\b|rd\b|th\b|"
    r"January|February|March|April|May|June|July|August|September|October|November|December))"
)


def cited_minute(text: str, start: int, end: int) -> Place | None:
    """The number after "minute" in text[start:end]: "Minute 8", "minute no. 14(b)"; no date ("minutes 12 June")."""
    found = _CITED.search(text, start, end)
    return None if found is None else Place(found.start(1), found.end(1))
