"""Several records of one thing as one record, field by field as the schema declares them; no rule about committees stands here.

Evidence of all is kept, so that every form of a name keeps its passages; of a value that gave way to another (an honorific of years ago)
the passages go with it.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from extract.records import Evidence, Record
from graph import names
from graph.times import moment

R = TypeVar("R", bound=Record)

#: Sorts the records of one thing: earliest paper first.
Order = Callable[[Record], tuple[str, str, str]]


def merge(members: Sequence[R], *, record_id: str, order: Order) -> R:
    """One record for several of the same thing. The fullest name is its name, and the others are other names."""
    ordered = sorted(members, key=order)
    lead = _fullest(ordered)
    values: dict[str, Any] = {}
    source: dict[str, R] = {}
    for name, basis, of in type(lead).field_bases():
        if name in ("id", "evidence", "council", "paper_id"):
            continue
        if basis == "derived" and of is not None:
            values[name] = getattr(source.get(of, lead), name)
            continue
        source[name] = lead if name == "name" else _giver(ordered, name, lead, order)
        values[name] = getattr(source[name], name)
    councils = {member.council for member in members}
    merged = lead.model_copy(
        update={
            **values,
            "id": record_id,
            "council": councils.pop() if len(councils) == 1 else None,
            "paper_id": ordered[0].paper_id,
        }
    )
    evidence = [e for member in ordered for e in member.evidence if _still_says(merged, member, e)]
    if "other_names" in values:
        others, passages = _other_names(ordered, values["name"])
        merged.other_names = others  # type: ignore[attr-defined]
        evidence += passages
    merged.evidence = in_order(evidence, {m.paper_id or "": order(m) for m in reversed(ordered)})
    return merged


def in_order(evidence: Sequence[Evidence], order: dict[str, tuple[str, str, str]]) -> list[Evidence]:
    """Each passage once, by paper (earliest first) and offset."""
    kept = {(e.paper_id, e.start, e.end, e.field): e for e in evidence}
    last = ("~", "", "")
    return [kept[k] for k in sorted(kept, key=lambda k: (order.get(k[0], last)[:2], k))]


def _fullest(ordered: Sequence[R]) -> R:
    """The record with the fullest name: written out before initials, then the longest; the earliest among equals."""

    def fullness(record: R) -> tuple[bool, int]:
        name = str(getattr(record, "name", ""))
        return (not names.is_acronym(name), len(names.key_of(name)))

    return max(ordered, key=fullness) if hasattr(ordered[0], "name") else ordered[0]


def _giver(ordered: Sequence[R], name: str, lead: R, order: Order) -> R:
    """The record that gives the value of a field: the latest dated one that has a value; the lead's own where it has one name."""
    having = [record for record in ordered if getattr(record, name) not in (None, [], False)]
    if not having or name.endswith("_name"):
        return lead
    if name == "basis":
        return next((record for record in having if getattr(record, name) == "stated"), lead)
    return max(having, key=lambda record: (moment(order(record)[0].strip("~")), -having.index(record)))


def _still_says(merged: Record, member: Record, passage: Evidence) -> bool:
    """Whether a passage supports a value that the merged record has, or one of its names."""
    if passage.field == "name" or passage.field.endswith("_name"):
        return True
    value, kept = getattr(member, passage.field), getattr(merged, passage.field)
    if isinstance(value, str) and isinstance(kept, str):
        return names.key_of(value) == names.key_of(kept)
    return isinstance(value, list) or bool(value == kept)


def _other_names(ordered: Sequence[R], name: str) -> tuple[list[str], list[Evidence]]:
    """Every form but the name itself; a form that is a name in its own paper brings that paper's first passage of it."""
    others: set[str] = set()
    passages: list[Evidence] = []
    for member in ordered:
        others.update(member.other_names)  # type: ignore[attr-defined]
        own = str(member.name)  # type: ignore[attr-defined]
        if own != name and own not in others:
            others.add(own)
            stated = member.quotes("name")
            exact = [e for e in stated if " ".join(e.quote.split()) == own]
            passages += [e.model_copy(update={"field": "other_names"}) for e in (exact or stated)[:1]]
    return sorted(others - {name}), passages
