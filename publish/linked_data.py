"""What a page is about, as schema.org JSON-LD, for programs that read pages one by one. Only what the page itself says."""

import re
from typing import Any

from extract.records import Action, Decision, Organisation, Paper, Person, Programme, Record
from publish.citing import address
from publish.escape import printable, web_address
from publish.view import Site

_TYPES = {
    "council": "GovernmentOrganization",
    "cabinet": "GovernmentOrganization",
    "committee": "GovernmentOrganization",
    "sub_committee": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "charity": "NGO",
    "company": "Corporation",
}
_PLAIN = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?")


def of(site: Site, record: Record) -> dict[str, Any]:
    """The record as JSON-LD."""
    about = {"@context": "https://schema.org", **_about(site, record)}
    return {key: printable(value) if isinstance(value, str) else value for key, value in about.items() if value}


def _about(site: Site, record: Record) -> dict[str, Any]:
    here = address(site, record)
    match record:
        case Person():
            return {
                "@type": "Person",
                "url": here,
                "name": record.name,
                "honorificPrefix": record.honorific,
                **_also(record),
            } | {"jobTitle": list(dict.fromkeys(m.role for m in site.posts_of.get(record.id, []) if m.role))}
        case Organisation():
            parent = site.entities.get(record.parent_id or "")
            return {
                "@type": _TYPES.get(record.classification, "Organization"),
                "url": here,
                "name": record.name,
                **_also(record),
                "parentOrganization": {"@type": "Organization", "name": printable(parent.name)} if parent else None,
            }
        case Programme():
            return {"@type": "Project", "url": here, "name": record.name, **_also(record)}
        case Paper():
            return {
                "@type": "DigitalDocument",
                "url": here,
                "name": site.paper_title(record.id),
                "datePublished": _day(record.date),
                "publisher": _organisation(site.council_name(record.council) if record.council else None),
                "creator": _organisation(record.body),
                "isBasedOn": web_address(record.source_url),
                "license": record.licence if web_address(record.licence) else None,
            }
        case Action():
            return {
                "@type": "Action",
                "url": here,
                "name": record.text,
                "agent": _owner(site, record),
                "endTime": _day(record.due_date),
                "actionStatus": f"https://schema.org/{'Completed' if site.standing(record).settled else 'Potential'}ActionStatus",
            }
        case Decision():
            return {"@type": "ChooseAction", "url": here, "name": record.text, "agent": _organisation(record.body)}
    return {"@type": "Thing", "url": here}


def _also(record: Person | Organisation | Programme) -> dict[str, Any]:
    return {"alternateName": [printable(name) for name in record.other_names]}


def _organisation(name: str | None) -> dict[str, str] | None:
    return {"@type": "Organization", "name": printable(name)} if name else None


def _owner(site: Site, action: Action) -> dict[str, str] | None:
    kind = "Person" if isinstance(site.entities.get(action.owner_id or ""), Person) else "Organization"
    named = _organisation(action.owner_name or action.owner_raw)
    return named | {"@type": kind} if named else None


def _day(date: str | None) -> str | None:
    """A date that EDTF and ISO 8601 write alike; a season or an approximate date is none."""
    return date if date and _PLAIN.fullmatch(date) else None
