"""How a record is referred to from elsewhere, and how a mistake in it is reported.

A reference gives title, body, date, paragraph and the permanent address: enough to find the words again in the published paper, whatever
becomes of this site.
"""

import json

from extract.records import Paper, Record
from publish import edtf, links
from publish.view import Site

#: Fields that a reader may find wrong, by table, the likeliest first.
_FIELDS = {
    "decisions": ("text", "kind", "verb", "minute_number", "body", "date_raw", "proposer", "seconder", "votes"),
    "actions": ("text", "owner_raw", "due_raw", "kind", "minute_number", "body", "status_raw"),
    "people": ("name", "honorific"),
    "organisations": ("name", "classification"),
    "programmes": ("name", "kind"),
    "papers": ("title", "kind", "body", "date_raw"),
}


def paper_words(site: Site, paper: Paper) -> str:
    """A paper in a reference: council, body, title, date; what the paper does not state is left out."""
    council = site.council_name(paper.council) if paper.council else None
    date = edtf.words(paper.date) if paper.date else paper.date_raw
    return ", ".join(v for v in (council, paper.body, f"‘{site.paper_title(paper.id)}’", date) if v)


def address(site: Site, record: Record) -> str:
    """The permanent address of a record: whole where the site knows its own, else from the top of the site."""
    path = links.page_of(record)
    return f"{(site.site_url or '').rstrip('/')}/{path}"


def reference(site: Site, record: Record) -> str:
    """A record as it is cited, without its address."""
    if isinstance(record, Paper):
        return f"{paper_words(site, record)}."
    paper = site.papers.get(record.paper_id or "")
    named = getattr(record, "name", None)
    if named is not None:
        return f"Matters Arising, ‘{named}’, as at {edtf.words(site.as_of.isoformat())}."
    number = " ".join(v for v in (getattr(record, "minute_number", None), getattr(record, "part", None)) if v)
    source = paper_words(site, paper) if paper is not None else record.paper_id or ""
    return f"{source}{f', paragraph {number}' if number else ''}."


def mend(site: Site, record: Record) -> str:
    """Lines for corrections.yml that say what is wrong with a record; what only a person can know is left to be filled in."""
    fields = _FIELDS.get(record.table, ())
    given = json.dumps(getattr(record, fields[0], None), ensure_ascii=False) if fields else "null"
    return "\n".join(
        (
            "- kind: edit",
            f"  record: {record.id}",
            f"  field: {fields[0] if fields else ''}" + (f"  # or: {', '.join(fields[1:])}" if fields[1:] else ""),
            f"  value: {given}",
            "  who:",
            f"  when: {site.as_of.isoformat()}",
            "  why:",
        )
    )


def withhold(site: Site, name: str) -> str:
    """Lines for corrections.yml by which a name is withheld."""
    return "\n".join(
        (
            "- kind: withhold",
            f"  name: {json.dumps(name, ensure_ascii=False)}",
            "  who:",
            f"  when: {site.as_of.isoformat()}",
            "  why:",
        )
    )
