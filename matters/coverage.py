"""What was read of each body's papers and what was not: a register of actions is only as whole as this."""

from collections.abc import Mapping, Sequence

from extract.reading import slug
from extract.records import Coverage
from matters.corpus import ListedPaper


def coverage(papers: Sequence[ListedPaper], failures: Mapping[str, str]) -> list[Coverage]:
    """One record for each body of each council, as the manifest lists them."""
    groups: dict[tuple[str, str | None], list[ListedPaper]] = {}
    for paper in papers:
        groups.setdefault((paper.council, paper.body), []).append(paper)
    return [_record(council, body, listed, failures) for (council, body), listed in sorted(groups.items(), key=_key)]


def _key(item: tuple[tuple[str, str | None], object]) -> tuple[str, str]:
    (council, body), _ = item
    return council, body or ""


def _record(council: str, body: str | None, papers: Sequence[ListedPaper], failures: Mapping[str, str]) -> Coverage:
    dates = sorted(paper.date for paper in papers if paper.date)
    period = None if not dates else dates[0] if dates[0] == dates[-1] else f"{dates[0]}/{dates[-1]}"
    why = [failures[paper.id] for paper in papers if paper.id in failures]
    return Coverage(
        id=f"cov-{council}-{slug(body) if body else 'no-body'}",
        council=council,
        body=body,
        period=period,
        listed=len(papers),
        read=len(papers) - len(why),
        failed=len(why),
        why=" ".join(why) or None,
    )
