"""When a relation stands: from the day on which a paper states it, or states that it began, until the day on which it is said to end.

Dates may be partial (EDTF); a day counts when it is certain: what is stated "in 2018" stands from its last day.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extract.records import Evidence, Relation
from publish import edtf
from publish.view import Site


@dataclass(frozen=True)
class Standing:
    """The days that bear on one statement: begun, ended, and each day on which a paper states it. Nothing known: it always stands."""

    since: date | None = None
    until: date | None = None
    said: tuple[date, ...] = ()

    def on(self, day: date) -> bool:
        """Whether it stands on a day, as far as the papers say."""
        return (self.since is None or self.since <= day) and (self.until is None or self.until >= day)

    def last(self, day: date) -> date | None:
        """The last day not after this one on which a paper states it."""
        return max((said for said in self.said if said <= day), default=None)

    def long_ago(self, day: date, years: int) -> bool:
        """Whether it was last confirmed more than so many years before a day."""
        last = self.last(day)
        return last is not None and _years_after(last, years) < day

    @property
    def words(self) -> str:
        """The days in words, as a line of a chart says them."""
        if self.said:
            first, last = (edtf.words(day.isoformat()) for day in (self.said[0], self.said[-1]))
            stated = f"stated {first}" if first == last else f"stated {first}, again {last}"
        else:
            stated = "date not stated"
        if self.until is not None:
            stated += f", ended {edtf.words(self.until.isoformat())}"
        return stated

    @property
    def span(self) -> str:
        """First and last day, each left out where it is open: "2019-05-04/"."""
        return "/".join(day.isoformat() if day else "" for day in (self.since, self.until))

    @property
    def data(self) -> dict[str, str]:
        """The days as attributes of an element, which a script compares with the day that the reader chooses."""
        found = {"data-said": " ".join(day.isoformat() for day in self.said)}
        if self.since is not None:
            found["data-since"] = self.since.isoformat()
        if self.until is not None:
            found["data-until"] = self.until.isoformat()
        return found


def of_relation(site: Site, relation: Relation) -> Standing:
    """When a relation stands; the days of all papers that state it count."""
    stating = relation.quotes("type") or relation.evidence
    said = set(_days(site, stating))
    own = edtf.last_day(relation.as_of)
    if own is not None:
        said.add(own)
    since = edtf.last_day(relation.start) or (min(said) if said else None)
    return Standing(since, edtf.last_day(relation.end), tuple(sorted(said)))


def of_mentions(site: Site, evidence: Iterable[Evidence]) -> Standing:
    """From when a paper names something; always, if a paper without a date does."""
    papers = {e.paper_id for e in evidence}
    said = sorted(_days(site, papers))
    undated = any(edtf.last_day(site.papers[p].date) is None for p in papers if p in site.papers)
    return Standing(None if undated or not said else said[0], None, tuple(said))


def _days(site: Site, stated_in: Iterable[Evidence | str]) -> set[date]:
    papers = {p if isinstance(p, str) else p.paper_id for p in stated_in}
    days = {edtf.last_day(site.papers[p].date) for p in papers if p in site.papers}
    return {day for day in days if day is not None}


def _years_after(day: date, years: int) -> date:
    """The same day so many years later; 29 February becomes 1 March."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)
