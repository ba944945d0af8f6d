"""The rows of a box: its name, what it is, who chairs it and who sits on it, by the organisation for which they sit."""

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.records import Person
from graph.governance import Entity
from graph.layers import ChartBody, Seat
from publish import chart_settings, edtf, links, phrases, standing
from publish.chart_model import Row
from publish.standing import Standing
from publish.view import Site

if TYPE_CHECKING:
    from publish.governing import Ended

#: So many members without an organisation are named even where the box tells little.
_NAMED = 3
NOT_STATED = "Organisation not stated"


def called(entity: Entity) -> str:
    """The name as people are called in papers, with the title that is stated."""
    if isinstance(entity, Person) and entity.honorific and not entity.name.startswith(entity.honorific):
        return f"{entity.honorific} {entity.name}"
    return entity.name


def levels(
    site: Site, body: ChartBody, href: str | None, page: str, notes: Sequence[str], ended: "Ended | None"
) -> list[list[Row]]:
    """The rows of a box at three levels: how many sit there, how many for whom, and everybody by name."""
    first = [Row(called(site.entities[body.id]), "name", href)]
    first += [Row(words) for words in notes]
    if body.proposed:
        first.append(Row("proposed"))
    if ended is not None:
        to = links.relative(links.page_of(site.entities[ended.successor]), page)
        old = _old(site, ended.standing)
        first.append(Row(f"Ended: succeeded by {ended.name}", "seat", to, ended.standing, old, ended.standing.words))
    for label, seats in (("Chair", body.chairs), ("Vice-chair", body.vice_chairs)):
        first += [_seat(site, label, seat, page) for seat in seats]
    found = [[*first], [*first], [*first]]
    for proposed in (False, True):
        seats = [s for s in (*body.member_organisations, *body.members) if s.proposed is proposed]
        if seats:
            for rows, more in zip(found, _members(site, seats, page, proposed=proposed), strict=True):
                rows += more
    return found


def _seat(site: Site, label: str, seat: Seat, page: str) -> Row:
    who = site.entities[seat.id]
    words = f"{label}: {called(who)}{' (proposed)' if seat.proposed else ''}"
    stands = _standing(site, seat)
    return Row(words, "seat", links.relative(links.page_of(who), page), stands, _old(site, stands), stands.words)


def _old(site: Site, stands: Standing) -> bool:
    return stands.long_ago(site.as_of, int(chart_settings.settings()["long_ago_years"]))


def _standing(site: Site, seat: Seat) -> Standing:
    return standing.of_relation(site, site.relation(seat.relation_id))


def _members(site: Site, seats: list[Seat], page: str, *, proposed: bool) -> list[list[Row]]:
    groups = by_organisation(seats)
    people = list(dict.fromkeys(s.id for s in seats if s.table == "people"))
    bodies = [group for group in groups if group[0]]
    word = "Proposed members" if proposed else "Members"
    stated = {s.relation_id: _standing(site, s) for s in seats}
    at_all = _together(list(stated.values()))
    counted = phrases.counted(len(people), "person", "people") if people else ""
    if bodies:
        counted = f"{counted}{', ' if counted else ''}{phrases.counted(len(bodies), 'organisation')}"
    old = _old(site, at_all)
    each = [tuple(stated[s.relation_id] for s in seats if s.table == "people")] if people else []
    if bodies:
        each.insert(0, tuple(_together([stated[s.relation_id] for s in held]) for _, _, held in bodies))
    least = [Row(f"{word}: {counted}", "head", None, at_all, old, _days(at_all), tuple(each))]
    some = [Row(f"{word}{' by organisation' if bodies else ''}", "head", None, at_all, old, _days(at_all))]
    everybody = list(some)
    for id, name, held in groups:
        href = links.relative(links.page_of(site.entities[id]), page) if id else None
        here = _together([stated[s.relation_id] for s in held])
        named = {s.id: s for s in held if s.table == "people"}
        rows = [Row(called(site.entities[s.id]), "person", None, stated[s.relation_id]) for s in named.values()]
        label = name if id else (NOT_STATED if bodies else "")
        if not label and len(rows) <= _NAMED:
            some += rows
        elif len(rows) == 1:
            some.append(Row(f"{label}: {rows[0].words}", "organisation", href, here))
        elif rows:
            many = phrases.counted(len(rows), "person", "people")
            words = f"{label}: {many}" if label else many
            counts = (tuple(stated[i] for i in {s.id: s.relation_id for s in held if s.table == "people"}.values()),)
            some.append(Row(words, "organisation", href, here, counts=counts))
        else:
            some.append(Row(label, "organisation", href, here))
        if label and len(rows) == 1:
            everybody.append(Row(f"{label}: {rows[0].words}", "organisation", href, here))
        else:
            everybody += [Row(f"{label}:" if rows else label, "organisation", href, here)] if label else []
            everybody += rows
    return [least, some, everybody]


def by_organisation(seats: Sequence[Seat]) -> list[tuple[str, str, list[Seat]]]:
    """The seats by id and name of the organisation for which each is held; those for whom none is stated come last, under no name."""
    groups: dict[str, list[Seat]] = defaultdict(list)
    names = {"": ""}
    for seat in seats:
        if seat.table == "organisations":
            names[seat.id] = seat.name
            groups[seat.id].append(seat)
            continue
        for id, name in seat.sits_for or (("", ""),):
            names[id] = name
            groups[id].append(seat)
    order = sorted(groups, key=lambda i: (not i, names[i].casefold(), i))
    return [(i, names[i], groups[i]) for i in order]


def together(site: Site, seats: Sequence[Seat]) -> Standing:
    """From when to when at least one of several seats is held."""
    return _together([_standing(site, seat) for seat in seats])


def _together(standings: Sequence[Standing]) -> Standing:
    """From when to when at least one of several statements stands."""
    undated = any(s.since is None for s in standings)
    since = None if undated else min(s.since for s in standings if s.since is not None)
    until = None if any(s.until is None for s in standings) else max(s.until for s in standings if s.until is not None)
    return Standing(since, until, tuple(sorted({day for s in standings for day in s.said})))


def _days(together: Standing) -> str:
    if not together.said:
        return "date not stated"
    first, last = together.said[0], together.said[-1]
    if first == last:
        return f"stated {edtf.words(first.isoformat())}"
    return f"stated {first.year} to {last.year}" if first.year != last.year else f"stated {first.year}"
