"""actions.ics: the actions whose due date can be fixed, one all-day entry each."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from icalendar import Calendar, Event

from extract.records import Action
from publish import edtf, links, phrases
from publish.escape import printable
from publish.view import Site


def write(site: Site, path: Path) -> None:
    """Entries in order of date and id; an action due in a month or season stands on its last day and says so."""
    calendar = Calendar()
    calendar.add("prodid", "-//Matters Arising//actions//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Actions from committee papers")
    dated = [(day, a) for a in site.governance.actions if (day := edtf.last_day(a.due_date)) is not None]
    for day, action in sorted(dated, key=lambda row: (row[0], row[1].id)):
        event = Event()
        event.add("uid", f"{action.id}@matters-arising")
        event.add("dtstamp", datetime.combine(site.as_of, time.min, tzinfo=UTC))
        event.add("dtstart", day)
        event.add("dtend", day + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        event.add("summary", printable(_summary(action)))
        event.add("description", printable(_description(site, action)))
        calendar.add_component(event)
    path.write_bytes(calendar.to_ical())


def _summary(action: Action) -> str:
    owner = action.owner_name or action.owner_raw
    text = action.text if len(action.text) <= 100 else action.text[:100].rsplit(" ", 1)[0] + " …"
    return f"{owner}: {text}" if owner else text


def _description(site: Site, action: Action) -> str:
    address = links.page_of(action)
    where = f"{site.site_url.rstrip('/')}/{address}" if site.site_url else address
    due = edtf.words(action.due_date or "")
    lines = [
        action.text,
        f"Due {due} (as written: {action.due_raw})",
        f"{site.council_name(action.council)}{', ' + action.body if action.body else ''}",
        phrases.ANSWERS[site.answer(action)],
        where,
    ]
    return "\n".join(lines)
