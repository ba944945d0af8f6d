"""Recommendations that one body makes to another, as actions to be followed; and by when each is to be answered.

A resolution of a meeting that recommends something to the Cabinet, the council or a body of the health service sets nobody a task, but
an answer is owed: two months from the executive (Local Government Act 2000, s.9FE), 28 days from the health service where the paper
says so (SI 2013/218), or the period that the paper states.
"""

import calendar
import datetime
import hashlib
import re
from collections.abc import Iterable, Mapping
from functools import cache

from extract import vocabulary as words
from extract.records import Action, Decision, Evidence, Paper
from graph import names, vocabulary

_PAPERS = ("minutes", "decision")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    one = (
        r"(?:[Tt]he\s+)?(?P<to>(?:(?!That\b|The\b|To\b|RESOLVED\b)[A-Z][\w&’'-]+\s+){0,5}?(?:Cabinet(?:\s+Member(?:\s+for\s+[A-Z]\w+(?:(?:,|\s+and|\s+&)?\s+[A-Z]\w+)*)?)?|Executive(?:\s+Member(?:\s+for\s+[A-Z]\w+(?:(?:,|\s+and|\s+&)?\s+[A-Z]\w+)*)?)?|Full\s+Council|Council|"
        r"(?:NHS\s+)?(?:Foundation\s+)?Trust|Integrated\s+Care\s+Board|ICB|Committee|Board|Panel|Portfolio\s+Holder)|NHS\s+[A-Z]\w+)"
    )
    return (
        re.compile(rf"\b{one}\s+(?:be|is|are|was|were)\s+recommended(?=\s+to\b|\s*:)"),
        re.compile(rf"\b(?i:recommend(?:s|ed|ation|ations)?)\s+(?:be\s+made\s+)?to\s+{one}(?=\s+that\b|\s*[:,])"),
        re.compile(rf"\b(?i:recommend(?:s|ed)?)\s+(?:that\s+)?{one}\s+(?:to\b|should\b|be\b|[a-z]+s?\b)"),
        re.compile(rf"\b(?i:it\s+be\s+recommended)\s+(?:that|to)\s+{one}\b"),
    )


def find_addressee(text: str) -> re.Match[str] | None:
    """The body to which words recommend something, as group `to`; None where they name none."""
    found = [m for p in _patterns() if (m := p.search(text)) is not None]
    return min(found, key=lambda m: m.start()) if found else None


def addressee_of(action: Action) -> str | None:
    """The body that is to answer, as the action names it."""
    if action.addressee_raw is not None:
        return action.addressee_raw
    if action.kind != "recommendation":
        return None
    found = find_addressee(action.text)
    return found["to"] if found else None


def recommendations(decisions: Iterable[Decision], papers: Mapping[str, Paper]) -> Iterable[Action]:
    """The recommendations of meetings to other bodies, as actions; those that an action stands for already are left to it."""
    for decision in decisions:
        paper = papers[decision.paper_id or ""]
        if paper.kind not in _PAPERS or decision.routine:
            continue
        shown = [*decision.quotes("text")[:1], *decision.quotes("kind")[:1]]  # the limb names it, or the lead-in above
        place, found = next(((e, m) for e in shown if (m := find_addressee(e.quote)) is not None), (None, None))
        if place is None or found is None or names.key_of(found["to"]) == names.key_of(decision.body or ""):
            continue
        addressed = place.model_copy(
            update={
                "field": "addressee_raw",
                "start": place.start + found.start("to"),
                "end": place.start + found.end("to"),
                "quote": found["to"],
            }
        )
        if "\n\n" in found["to"]:
            continue
        yield _action(decision, addressed)


def _action(decision: Decision, addressed: Evidence) -> Action:
    renamed = {"date_raw": "raised_raw"}
    kept = ("text", "kind", "minute_number", "item_title", "body", "date_raw")
    evidence = [
        e.model_copy(update={"field": renamed.get(e.field, e.field)}) for e in decision.evidence if e.field in kept
    ]
    key = hashlib.sha256(decision.id.encode()).hexdigest()[:12]
    return Action(
        id=f"act-{key}",
        council=decision.council,
        paper_id=decision.paper_id,
        text=decision.text,
        kind="recommendation",
        minute_number=decision.minute_number,
        item_title=decision.item_title,
        body=decision.body,
        raised_raw=decision.date_raw,
        raised_on=decision.date,
        addressee_raw=" ".join(addressed.quote.split()),
        decision_id=decision.id,
        evidence=[*evidence, addressed],
    )


# -- when an answer is due ---------------------------------------------------------------------------------------------


def response_due(action: Action) -> tuple[str, str] | None:
    """Last day for an answer to a recommendation, in EDTF, and the period in words; None where no period applies or no day is known."""
    if action.kind != "recommendation" or action.raised_on is None:
        return None
    try:
        raised = datetime.date.fromisoformat(action.raised_on)
    except ValueError:
        return None
    stated = _stated_period(action.text)
    if stated is not None:
        return (raised + datetime.timedelta(days=stated[0])).isoformat(), f"{stated[1]}, as the paper states"
    to = addressee_of(action)
    if to is None:
        return None
    key = names.key_of(to)
    if any(key == body or key.startswith(f"{body} ") for body in vocabulary.phrases("executives", "following")):
        return _months(raised, 2).isoformat(), "two months (Local Government Act 2000, section 9FE)"
    return None


def _stated_period(text: str) -> tuple[int, str] | None:
    """A number of days that the words state for an answer: "respond within 28 days"; and the words."""
    found = _period().search(text)
    if found is None:
        return None
    numbers = {str(w).lower(): int(n) for w, n in words.load("dates")["numbers"].items()}
    count = int(found["n"]) if found["n"].isdigit() else numbers[found["n"].lower()]
    length = {"day": 1, "week": 7}[found["unit"].lower()]
    return count * length, " ".join(found["span"].split())


@cache
def _period() -> re.Pattern[str]:
    number = rf"(?:\d{{1,3}}|{words.alternation([str(w) for w in words.load('dates')['numbers']])})"
    return re.compile(
        rf"\b(?:respon[ds]\w*|repl\w+|answer\w*)\b[^.;]{{0,60}}?\bwithin\s+(?P<span>(?P<n>{number})\s+(?:calendar\s+)?(?P<unit>day|week)s?)\b",
        re.IGNORECASE,
    )


def _months(day: datetime.date, count: int) -> datetime.date:
    year, month = divmod(day.month - 1 + count, 12)
    last = calendar.monthrange(day.year + year, month + 1)[1]
    return datetime.date(day.year + year, month + 1, min(day.day, last))
