"""People, organisations and memberships in the Popolo form (popoloproject.com), with the passages as sources."""

import json
from pathlib import Path
from typing import Any

from extract.records import Record
from publish import links
from publish.view import Site


def _sources(record: Record) -> list[dict[str, str]]:
    """Where it is stated: addresses from the top of the site, with the words."""
    places = {links.passage(e): e.quote for e in record.evidence}
    return [{"url": url, "note": places[url]} for url in sorted(places)]


def _without_blanks(row: dict[str, Any]) -> dict[str, Any]:
    return {k: v for k, v in row.items() if v not in (None, [], "")}


def write(site: Site, path: Path) -> None:
    """One JSON object with the three lists, each in order of id; what is not stated is left out."""
    g = site.governance
    people = [
        {
            "id": p.id,
            "name": p.name,
            "honorific_prefix": p.honorific,
            "other_names": [{"name": n} for n in p.other_names],
            "sources": _sources(p),
        }
        for p in sorted(g.people, key=lambda r: r.id)
    ]
    organisations = [
        {
            "id": o.id,
            "name": o.name,
            "other_names": [{"name": n} for n in o.other_names],
            "classification": o.classification,
            "parent_id": o.parent_id,
            "sources": _sources(o),
        }
        for o in sorted(g.organisations, key=lambda r: r.id)
    ]
    memberships = [
        {
            "id": m.id,
            "person_id": m.person_id,
            "organization_id": m.organisation_id,
            "role": m.role,
            "start_date": m.start,
            "end_date": m.end,
            "sources": _sources(m),
        }
        for m in sorted(g.memberships, key=lambda r: r.id)
    ]
    rows = {"persons": people, "organizations": organisations, "memberships": memberships}
    data = {name: [_without_blanks(r) for r in table] for name, table in rows.items()}
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
