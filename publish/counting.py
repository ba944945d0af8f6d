"""The count sheet: for each body and municipal year, how many actions were made and what became of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from extract.records import Action
from publish.exports.tables import Field, Table
from publish.view import Site

#: First day of the municipal year: councils begin it with their annual meeting in May.
_BEGINS = (5, 1)


@dataclass(frozen=True)
class Count:
    """What became of the actions of one body in one municipal year, as at the day of the site."""

    council: str | None
    body: str | None
    year: str
    made: int
    accepted: int
    implemented: int
    answered: int
    unanswered: int
    overdue: int
    median_days: float | None


def municipal_year(day: str | None) -> str:
    """The municipal year of a day in EDTF, as "2017/18"; "not dated" where the day is not known to the month."""
    try:
        found = date.fromisoformat(day if day and len(day) == 10 else f"{day}-01")
    except ValueError:
        return "not dated"
    first = found.year if (found.month, found.day) >= _BEGINS else found.year - 1
    return f"{first}/{(first + 1) % 100:02}"


def count(site: Site) -> list[Count]:
    """The count sheet, by council, body and year. An answer that is only possible counts as none."""
    groups: dict[tuple[str, str, str], list[Action]] = defaultdict(list)
    for action in site.actions_in_order:
        groups[(action.council or "", action.body or "", municipal_year(action.raised_on))].append(action)
    return [_count(site, key, actions) for key, actions in sorted(groups.items())]


def _count(site: Site, key: tuple[str, str, str], actions: Sequence[Action]) -> Count:
    standings = [site.standing(a) for a in actions]
    responses = [[r for r in site.responses_of.get(a.id, []) if r.match_strength == "strong"] for a in actions]
    days = [
        (date.fromisoformat(s.answered_on() or "") - date.fromisoformat(s.raised_on or "")).days
        for s in standings
        if len(s.answered_on() or "") == 10 and len(s.raised_on or "") == 10
    ]
    answered = sum(1 for s, found in zip(standings, responses, strict=True) if s.settled or found)
    return Count(
        council=key[0] or None,
        body=key[1] or None,
        year=key[2],
        made=len(actions),
        accepted=sum(
            any(r.response_kind in ("accepted", "partly_accepted", "in_principle") for r in f) for f in responses
        ),
        implemented=sum(s.state == "closed" for s in standings),
        answered=answered,
        unanswered=len(actions) - answered,
        overdue=sum(site.overdue(a) for a in actions),
        median_days=median(days) if days else None,
    )


_FIELDS = (
    Field("council", "string", "structural", "id of the council", (), False),
    Field("body", "string", "stated", "body at whose meetings the actions were raised", (), False),
    Field("year", "string", "derived", "municipal year, May to April: 2017/18", (), True),
    Field("made", "integer", "derived", "actions raised", (), True),
    Field(
        "accepted",
        "integer",
        "derived",
        "accepted, in part or in principle included, as a paper or the clerk says",
        (),
        True,
    ),
    Field("implemented", "integer", "derived", "closed as done", (), True),
    Field("answered", "integer", "derived", "answered in any way that is certain, refusals included", (), True),
    Field("unanswered", "integer", "derived", "without an answer in the papers read", (), True),
    Field("overdue", "integer", "derived", "past their day and not settled", (), True),
    Field(
        "median_days",
        "string",
        "derived",
        "median of the days from raising to settling, where both days are known",
        (),
        False,
    ),
)


#: The table as the data dictionary lists it: name, what it is, fields.
DECLARED = ("counts", "how many actions were made and what became of them, by body and municipal year", _FIELDS)


def table(site: Site) -> Table:
    """The count sheet as a table of the exports."""
    rows = [
        {
            f.name: getattr(c, f.name) if f.name != "median_days" or c.median_days is None else f"{c.median_days:g}"
            for f in _FIELDS
        }
        for c in count(site)
    ]
    return Table(*DECLARED, rows, [])
