"""What was read of each body's papers and what was not: a register of actions is only as whole as this."""

from collections.abc import Sequence

from extract.reading import slug
from extract.records import Coverage
from matters.corpus import ListedPaper
from matters.readings import Readings


def coverage(papers: Sequence[ListedPaper], readings: Readings) -> list[Coverage]:
    """One record for each body of each council, as the manifest lists them; a pack stands under the body of its agenda."""
    groups: dict[tuple[str, str | None], list[ListedPaper]] = {}
    for paper in papers:
        groups.setdefault((paper.council, paper.body), []).append(paper)
    return [_record(council, body, listed, readings) for (council, body), listed in sorted(groups.items(), key=_key)]


def _key(item: tuple[tuple[str, str | None], object]) -> tuple[str, str]:
    (council, body), _ = item
    return council, body or ""


def _record(council: str, body: str | None, papers: Sequence[ListedPaper], readings: Readings) -> Coverage:
    dates = sorted(paper.date for paper in papers if paper.date)
    period = None if not dates else dates[0] if dates[0] == dates[-1] else f"{dates[0]}/{dates[-1]}"
    listed = {paper.id for paper in papers}
    why = [readings.failures[paper.id] for paper in papers if paper.id in readings.failures]
    again = [duplicate for duplicate in readings.duplicates if duplicate.paper.source_id in listed]
    unread = {source: pages for source, pages in readings.unread_pages().items() if source in listed}
    notes = [duplicate.sentence for duplicate in again] + [unread_sentence(*entry) for entry in unread.items()]
    return Coverage(
        id=f"cov-{council}-{slug(body) if body else 'no-body'}",
        council=council,
        body=body,
        period=period,
        listed=len(papers),
        read=len(papers) - len(why),
        failed=len(why),
        why=" ".join(why) or None,
        in_packs=sum(reading.paper.source_id in listed for reading in readings.readings) + len(again),
        counted_once=len(again),
        unread_pages=sum(len(pages) for pages in unread.values()),
        notes=" ".join(notes) or None,
    )


def unread_sentence(source: str, pages: Sequence[int]) -> str:
    """That these pages of a listed paper hold no text."""
    if len(pages) == 1:
        return f"Page {pages[0]} of {source} holds no text and was not read."
    shown = ", ".join(str(page) for page in pages[:20]) + (f" and {len(pages) - 20:,} more" if len(pages) > 20 else "")
    return f"Pages {shown} of {source} hold no text and were not read."
