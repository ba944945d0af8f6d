"""feed.xml: what became of actions since earlier builds, and the papers with what they decide, as an Atom feed (RFC 4287)."""

from pathlib import Path

from extract.records import Action, Paper
from publish import edtf, links, phrases
from publish.changes import Change
from publish.escape import xml
from publish.view import Site

#: How many changes and how many papers the feed tells: readers ask for it daily, and it is no archive.
TOLD = 200


def write(site: Site, path: Path) -> None:
    """Undated papers stand last; every date is that of a paper or of the site, none of the clock."""
    base = (site.site_url or "").rstrip("/")
    now = f"{site.as_of}T00:00:00Z"
    papers = sorted(site.governance.papers, key=lambda p: p.id)
    papers.sort(key=lambda p: edtf.last_day(p.date) or site.as_of.min, reverse=True)
    home = base + "/" if base else "../"
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        "<title>Matters Arising: decisions and actions of council papers</title>",
        "<id>urn:matters-arising:papers</id>",
        f"<updated>{now}</updated>",
        "<author><name>Matters Arising</name></author>",
        f'<link rel="alternate" type="text/html" href="{xml(home)}"/>',
    ]
    for change in site.changes[: -TOLD - 1 : -1]:
        lines += _changed(site, change, home)
    for paper in papers[:TOLD]:
        lines += _entry(site, paper, home, now)
    lines.append("</feed>")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _changed(site: Site, change: Change, home: str) -> list[str]:
    """An action that is new or has another state; one that is gone from the papers since is told no more."""
    action = site.governance.record(change.action_id)
    if not isinstance(action, Action) or action.id not in site.governance.standings:
        return []
    now = phrases.ANSWERS[change.now]
    what = now if change.was is None else f"{phrases.ANSWERS[change.was]} → {now}"
    text = f"<p>{xml(action.text)}</p><p>{xml(what)}. {xml(site.standing(action).why)}</p>"
    return [
        "<entry>",
        f"<title>{xml('New action' if change.was is None else 'Action changed')}: {xml(what)}</title>",
        f"<id>urn:matters-arising:{xml(action.id)}:{change.date}:{change.now}</id>",
        f"<updated>{change.date}T00:00:00Z</updated>",
        f'<link rel="alternate" type="text/html" href="{xml(home + links.page_of(action))}"/>',
        f'<content type="html">{xml(text)}</content>',
        "</entry>",
    ]


def _entry(site: Site, paper: Paper, home: str, now: str) -> list[str]:
    day = edtf.last_day(paper.date)
    found = [("Decision", d.text) for d in site.of_paper("decisions", paper.id)]
    found += [("Action", a.text) for a in site.of_paper("actions", paper.id)]
    items = "".join(f"<li>{kind}: {xml(text)}</li>" for kind, text in found)
    content = f"<ul>{items}</ul>" if items else "<p>No decision or action found.</p>"
    title = f"{site.paper_title(paper.id)} ({site.council_name(paper.council)})"
    return [
        "<entry>",
        f"<title>{xml(title)}</title>",
        f"<id>urn:sha256:{xml(paper.sha256)}</id>",
        f"<updated>{f'{day}T00:00:00Z' if day else now}</updated>",
        f'<link rel="alternate" type="text/html" href="{xml(home + links.page_of(paper))}"/>',
        f'<content type="html">{xml(content)}</content>',
        "</entry>",
    ]
