"""Addresses of the pages, and how one page links to another: always relative, so that the site works under any address."""

import hashlib
import re

from extract.records import Evidence, Record
from publish.passages import anchor

FOLDERS = {
    "papers": "papers",
    "people": "people",
    "organisations": "bodies",
    "programmes": "programmes",
    "actions": "actions",
}
_SAFE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*$")


def slug(identifier: str) -> str:
    """An id as part of an address and a file name: as it is if it is harmless, else without what is not, and hashed."""
    if _SAFE.match(identifier) and len(identifier) <= 120 and identifier.lower() != "index":
        return identifier
    kept = re.sub(r"[^A-Za-z0-9]+", "-", identifier).strip("-")[:60]
    return f"{kept}-{hashlib.sha256(identifier.encode('utf-8', 'replace')).hexdigest()[:8]}"


def file_stem(*words: str) -> str:
    """A file name that says what the file is about: the letters, digits and hyphens of the words; empty where there are none."""
    return re.sub(r"[^a-z0-9]+", "-", " ".join(words).casefold())[:80].strip("-")


def page_of(record: Record) -> str:
    """Address, from the top of the site, of the page of a record; a decision stands on the page of its paper."""
    folder = FOLDERS.get(record.table)
    if folder is not None:
        return f"{folder}/{slug(record.id)}/"
    return f"papers/{slug(record.paper_id or '')}/#{slug(record.id)}"


def passage(evidence: Evidence) -> str:
    """Address of a passage, from the top of the site."""
    return f"papers/{slug(evidence.paper_id)}/#{anchor(evidence.start, evidence.end)}"


def council_page(council: str) -> str:
    """Address of a council's page, from the top of the site."""
    return f"councils/{slug(council)}/"


def source_file(address: str) -> str:
    """The Markdown file that becomes a page: `papers/x/` is `papers/x.md`."""
    return "index.md" if address == "" else f"{address.rstrip('/')}.md"


def relative(target: str, page: str) -> str:
    """The way from one page to an address, both from the top of the site."""
    path, _, fragment = target.partition("#")
    if path == page:
        return f"#{fragment}" if fragment else "./"
    way = "../" * page.count("/") + path
    return (way or "./") + (f"#{fragment}" if fragment else "")
