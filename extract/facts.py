"""What a paper says of itself: kind, title, body that met, date, and the fields of a decision notice.

Every value has its place in the text. What the paper does not state is None: the date of an earlier meeting whose minutes were
approved is never the date of this one (convention 124).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache

from extract import vocabulary
from extract.blocks import Layout
from extract.entities import Place
from extract.facts_body import find_body
from extract.facts_head import Head
from extract.facts_title import find_date, find_signed, find_title
from extract.readers.fields import normal_label
from extract.records import PaperKind


@dataclass(frozen=True)
class Facts:
    """Facts of one paper; `places` holds the words on which each value that is not None rests, by its name."""

    kind: PaperKind | None = None
    title: str | None = None
    body: str | None = None
    date_raw: str | None = None
    date: str | None = None  #: EDTF
    decision_maker: str | None = None
    decision_status: str | None = None
    is_key: bool | None = None
    subject_to_call_in: bool | None = None
    places: Mapping[str, Place] = field(default_factory=dict)


@cache
def labels_of(name: str) -> tuple[str, ...]:
    """A list of labels of `papers.yml`."""
    return tuple(vocabulary.words("papers", name))


def find_facts(layout: Layout, *, in_pack: bool = False) -> Facts:
    """Read the facts of a paper from its labelled fields and its head; `in_pack` where it is one paper of a pack."""
    head = Head.of(layout)
    places: dict[str, Place] = {}
    kind = _kind(head, places, in_pack=in_pack)
    values: dict[str, str | None] = {}
    body = find_body(head, labels_of("body_labels"))
    found_date = find_date(head, labels_of("date_labels"), body=body) or (
        find_signed(layout) if kind == "decision" else None
    )
    if found_date is None and body is None and kind != "action_log":
        running = head.running()
        body, found_date = find_body(running, ()), find_date(running, ())
    if body is not None:
        places["body"] = body
    if found_date is not None:
        places["date_raw"] = Place(found_date[0], found_date[1])
    title = find_title(
        head, labels_of("title_labels"), labels_of("no_titles"), body=body, kind=kind, cue=places.get("kind")
    )
    if title is not None:
        places["title"] = title
    for name, labels in (
        ("decision_maker", ("decision maker", "decision taken by", "decision to be taken by")),
        ("decision_status", ("decision status",)),
    ):
        place = head.value(labels)
        if place is not None:
            places[name] = place
            values[name] = head.words(place)
    return Facts(
        kind=kind,
        title=head.words(title) if title else None,
        body=head.words(body) if body else None,
        date_raw=head.words(places["date_raw"]) if found_date else None,
        date=found_date[2] if found_date else None,
        decision_maker=values.get("decision_maker"),
        decision_status=values.get("decision_status"),
        is_key=_yes_or_no(head, "is_key", labels_of("key_labels"), places) if kind != "minutes" else None,
        subject_to_call_in=_yes_or_no(head, "subject_to_call_in", labels_of("call_in_labels"), places),
        places=places,
    )


def _yes_or_no(head: Head, name: str, labels: Iterable[str], places: dict[str, Place]) -> bool | None:
    """The value of a yes-or-no field; a line "Ordinary Decision" or "Key Decision" says the same."""
    place = head.value(labels)
    if place is not None:
        match = re.match(r"(yes|no)\b", head.text[place.start : place.end], re.IGNORECASE)
        if match is None:
            return None
        places[name] = Place(place.start, place.start + match.end())
        return match[1].lower() == "yes"
    if name == "is_key":
        for block in head.blocks:
            words = normal_label(head.text[block.start : block.end])
            if words in ("ordinary decision", "non-key decision", "non key decision", "key decision"):
                places[name] = Place(block.start, block.end)
                return words == "key decision"
    return None


def _kind(head: Head, places: dict[str, Place], *, in_pack: bool) -> PaperKind | None:
    """The kind of the paper, from its structure; the words that tell it go into `places`."""
    found = (
        (None if in_pack else _by_cue(head, ("pack",)))
        or _by_cue(head, ("decision", "action_log"))
        or _by_origin(head)
        or _by_label(head, "decision_labels", "decision", least=1)
        or _by_record(head)
        or _agenda(head)
        or _by_label(head, "attendance_labels", "minutes", least=2)
        or _by_cue(head, ("minutes",))
        or _by_label(head, "report_labels", "report", least=1)
        or _by_letterhead(head)
        or _by_heading(head)
        or _by_label(head, "attendance_labels", "minutes", least=1)
        or _by_cue(head, ("agenda", "report"))
    )
    if found is None:
        return None
    places["kind"] = found[1]
    return found[0]


Kind = tuple[PaperKind, Place]


#: What stands before the minutes of which a paper speaks, and which it is not.
_OTHER_MINUTES = re.compile(
    r"(?<!extract )(?<!excerpt )\b(?:from|approv\w*|confirm\w*|accept\w*|receive|sign|of|note|to|on|in)\s+(?:(?:the|any)\s+)*(?:draft\s+)?$",
    re.IGNORECASE,
)


@cache
def _cue(kind: str) -> re.Pattern[str]:
    phrases = [str(phrase) for phrase in vocabulary.load("papers")["head_cues"][kind]]
    return re.compile(rf"\b{vocabulary.alternation(phrases)}\b{_NOT_OF[kind]}", re.IGNORECASE)


#: What makes of a cue something else: the number of an agenda item, the report on a decision still to be made.
_NOT_OF = defaultdict(
    str,
    agenda=r"(?!\s+(?:items?|no\b|ref\b|number))",
    decision=r"(?!\s+(?:report|making|paper|pathway)\b)",
    report=r"(?!\s+(?:follow|be)\b)",
)


def _by_cue(head: Head, kinds: Iterable[PaperKind]) -> Kind | None:
    """The first cue in the lines of the head, silent ones included; not in long sentences and not of earlier meetings."""
    for kind in kinds:
        for block in head.opening:
            words = head.text[block.start : min(block.end, block.start + 400)]
            match = _cue(kind).search(words)
            if match is None or (match.start() > 60 and not (kind == "report" or " " in match[0])):
                continue
            if kind != "report" and block.number is not None:
                continue
            if kind == "action_log" and block.row is not None:
                continue  # an item of minutes that are a table
            if kind == "pack" and block.kind == "boilerplate" and head.is_marked_up:
                continue  # a link of a web page to the pack of which it is one item
            before = words[: match.start()]
            long = block.end - block.start > 120 or head.text[block.end - 1] == "."
            if kind == "decision" and (":" in before or len(before) > 3 and long):
                continue  # the value of a field, or a sentence: what will be done with the paper, not what it is
            if kind == "minutes" and _OTHER_MINUTES.search(before):
                continue
            return kind, Place(block.start + match.start(), block.start + match.end())
    return None


def _by_label(head: Head, name: str, kind: PaperKind, *, least: int) -> Kind | None:
    known = labels_of(name)
    found = [place for label, place in head.labels if label in known]
    return (kind, found[0]) if len(found) >= least else None


def _by_origin(head: Head) -> Kind | None:
    """A report that names who decides and when, and also who reports: the decision is still to be made."""
    known, labels = labels_of("decision_labels"), {label for label, _ in head.labels}
    if labels.isdisjoint(known) or not labels.isdisjoint(("decision", "decisions", "details of the decision")):
        return None
    return _by_label(head, "origin_labels", "report", least=1)


def _by_letterhead(head: Head) -> Kind | None:
    """A report that opens like a letter: From (or By), To, Subject (convention 116)."""
    found = {label: place for label, place in reversed(head.labels) if label in ("from", "by", "to", "subject")}
    return (
        ("report", found["subject"])
        if len(found.keys() - {"by"}) + ("by" in found and "from" not in found) == 3
        else None
    )


def _by_record(head: Head) -> Kind | None:
    """A page of one agenda item: "Minutes:" with the record below it."""
    return next((("minutes", place) for label, place in head.labels if label in ("minutes", "draft minutes")), None)


def _agenda(head: Head) -> Kind | None:
    """An agenda calls itself so in its head, and no minutes stand in it."""
    if _by_cue(head, ("minutes",)) is not None or _by_label(head, "attendance_labels", "minutes", least=1) is not None:
        return None
    if _by_label(head, "report_labels", "report", least=2) is not None:
        return None
    return _by_cue(head, ("agenda",))


def _by_heading(head: Head) -> Kind | None:
    known = frozenset(labels_of("report_headings"))
    for block in head.headings:
        if normal_label(head.text[block.body_start : block.end]) in known:
            return "report", Place(block.body_start, block.end)
    return None
