"""What the words of an answer come to: kind, state and channel (vocabulary `answers.yml` and `logs.yml`)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract import vocabulary
from extract.blocks import SILENT, Block
from extract.entities import Place
from extract.limbs import block_part
from extract.records import ActionStatus, ResponseChannel, ResponseKind

#: A reference of a log as sentences cite it: "action ESC 24/03", "SR (25/26) 01", "recommendation 17.27".
CITED_REF = re.compile(
    r"\b(?:[Aa]ction|ACTION|[Rr]ef(?:erence)?)\s*(?:no\.?|[Nn]umber|log|point|ref\.?|reference)?\s*:?\s*(?P<ref>[A-Z]{1,8}[\s/-]?\(?\d[\w()/.-]*(?:\s\d{1,3}\b)?|\d{1,4}[./]\d{1,4}(?:\([a-z]{1,3}\))?)"
    r"|\b(?P<bare>[A-Z]{1,8}\s?\(?\d{2,4}[/-]\d{1,4}\)?(?:\s?[/-]?\d{1,4}\b)?(?:\([a-z]{1,3}\))?)"
)


@dataclass(frozen=True)
class Judged:
    """What some words come to, and the words that show it."""

    kind: ResponseKind
    status: ActionStatus
    cue: Place


def _phrases(name: str) -> re.Pattern[str]:
    return re.compile(rf"\b{vocabulary.alternation(vocabulary.words('answers', name))}(?!\w)", re.IGNORECASE)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {
        name: _phrases(name)
        for name in (
            "done",
            "pending",
            "coming",
            "awaiting",
            "letter_openings",
            "brings",
            "brought",
            "asked_before",
            "put_off",
        )
    }


@cache
def _short() -> re.Pattern[str]:
    words = vocabulary.alternation(vocabulary.words("answers", "done_short"))
    return re.compile(
        rf"(?<!\bbe )(?<!\bbeing )(?<!\bnot )(?<!\bonce )(?<!\bwhen )(?<!\buntil )(?<!\bif )\b{words}(?!\w)(?!\s+(?:by|in|to|once|when)\b)",
        re.IGNORECASE,
    )


@cache
def _outcomes() -> tuple[tuple[ActionStatus, re.Pattern[str]], ...]:
    return tuple(
        (state, re.compile(rf"\b{vocabulary.alternation(phrases)}(?!\w)", re.IGNORECASE))
        for state, phrases in vocabulary.load("answers")["outcomes"].items()
    )


@cache
def _channels() -> tuple[tuple[ResponseChannel, re.Pattern[str]], ...]:
    return tuple(
        (channel, re.compile(rf"\b{vocabulary.alternation(phrases)}(?!\w)", re.IGNORECASE))
        for channel, phrases in vocabulary.load("answers")["channels"].items()
    )


@cache
def _kinds() -> tuple[tuple[ResponseKind, re.Pattern[str]], ...]:
    return tuple(
        (kind, re.compile(rf"\b{vocabulary.alternation(phrases)}(?!\w)", re.IGNORECASE))
        for kind, phrases in vocabulary.load("logs")["response_kinds"].items()
    )


#: What may stand between the number of a minute and the date of its meeting, which comes after or before it.
_AFTER = re.compile(
    r"[\s,;:()–-]*(?:(?:of|on|from|held|at|the|a|its|our|meeting|minutes|dated|last|and|for)\b[\s,()–-]*|[A-Z][\w&’'-]*[\s,()]+)*"
)
_BEFORE = re.compile(r"[\s,;:()–-]*(?:(?:and|minutes?|min|no|number|item|page|p)\b[\s,.()]*)*", re.IGNORECASE)


def are_joined(text: str, minute: Place, start: int, end: int) -> bool:
    """Whether the date in text[start:end] is that of the meeting of a minute: "minute 5 of the meeting on 12 June", "12 June, minute 5".

    "Minute 5: the letter was sent on 3 July" gives the day of a letter.
    """
    if minute.end <= start:
        return start - minute.end < 120 and _AFTER.fullmatch(text, minute.end, start) is not None
    return minute.start - end < 40 and _BEFORE.fullmatch(text, end, minute.start) is not None


def judged(text: str, start: int, end: int, *, letter: bool = False, cited: bool = False) -> Judged | None:
    """What text[start:end] tells of something earlier; None where it tells of nothing done, refused or awaited.

    A letter answers by what it brings; minutes by what they report as done. Whatever is pending keeps a thing from being answered;
    what is only to come is no news of something earlier. Where the words cite what they are about, they may be as short as "letter sent".
    """
    for state, pattern in _outcomes():
        match = pattern.search(text, start, end)
        if match is not None:
            kind: ResponseKind = {"closed": "answered", "no_longer_feasible": "no_longer_feasible"}.get(
                state, "progress"
            )  # type: ignore[assignment]
            return Judged(kind, state, Place(match.start(), match.end()))
    patterns = _patterns()
    done = patterns["done"].search(text, start, end) or (
        patterns["brings"].search(text, start, end) if letter else None
    )
    if done is None and cited:
        done = _short().search(text, start, end)
    pending = patterns["pending"].search(text, start, end)
    if pending is None and done is not None and not letter:
        pending = patterns["coming"].search(text, start, end)
    if pending is not None:
        awaited = patterns["awaiting"].search(text, start, end)
        status: ActionStatus = "awaiting_response" if awaited is not None else "in_progress"
        chosen = awaited or pending
        return Judged("progress", status, Place(chosen.start(), chosen.end()))
    if done is None:
        return None
    return Judged("answered", "response_received", Place(done.start(), done.end()))


@cache
def _opens_log() -> re.Pattern[str]:
    words = vocabulary.alternation(vocabulary.words("answers", "told_in_log"))
    return re.compile(
        rf"\W*(?:(?!(?:be|being|not|once|when|until|if|will|to|and|or)\b)[\w’'&-]+\s+){{0,4}}?{words}(?!\w)",
        re.IGNORECASE,
    )


def told_in_log(text: str, start: int, end: int) -> Judged | None:
    """What the account of a line of a log comes to, where no column says how it stands: done, put off or pending; else None."""
    found = judged(text, start, end, cited=True)
    if found is not None:
        return found
    opening = _opens_log().match(text, start, end)
    if opening is None or _patterns()["coming"].search(text, start, end):
        return None
    return Judged("answered", "response_received", Place(opening.start(), opening.end()))


def brought_as_asked(text: str, start: int, end: int) -> Judged | None:
    """What text[start:end] tells of a thing that lies before the meeting because an earlier one asked for it.

    "The Committee received the report on moorings, as requested at its last meeting"; not "a report was requested at the last meeting", of
    which nothing is told, nor one that was put off.
    """
    patterns = _patterns()
    asked = patterns["asked_before"].search(text, start, end)
    brought = patterns["brought"].search(text, start, end) if asked is not None else None
    if brought is None or any(
        p.search(text, start, end) for p in (patterns["pending"], patterns["coming"], patterns["put_off"])
    ):
        return None
    return Judged("answered", "response_received", Place(brought.start(), brought.end()))


def response_kind(text: str, start: int, end: int) -> tuple[ResponseKind, Place] | None:
    """The kind of answer that a response states, by the words nearest its beginning; the longer phrase where two begin together."""
    found = [
        (match.start(), -len(match[0]), kind, Place(match.start(), match.end()))
        for kind, pattern in _kinds()
        if (match := pattern.search(text, start, end)) is not None
    ]
    if not found:
        return None
    first = min(found, key=lambda f: f[:2])
    covering = [
        f for f in found if f[3].start <= first[3].start and first[3].end <= f[3].end or f[0] - first[3].end < 3
    ]
    best = min(covering, key=lambda f: f[1])
    return best[2], best[3]


def is_follow_up(heading: str) -> bool:
    """Whether a heading is one under which a meeting comes back to its earlier business."""
    words = re.sub(r"[^\w\s-]", " ", heading.lower())
    words = re.sub(r"^\s*\d+\s*|\s+(?:held\s+)?(?:on\s+)?\d.*$", "", " ".join(words.split()))
    return words in _headings() or words.startswith("matters arising")


def reference_of(text: str, blocks: Sequence[Block], block: Block) -> Place | None:
    """The reference with which a paragraph begins under a heading such as "Action log": "23.14 – Urgent care"; else None."""
    heading = blocks[block.section] if block.section is not None else None
    if heading is None or block.number is None or not re.search(r"\d[./]\d", block.number):
        return None
    words = text[heading.body_start : heading.end].lower()
    if (
        not is_follow_up(words)
        or not re.search(r"\b(?:log|tracker|actions?)\b", words)
        or block.number.startswith(f"{(heading.number or '-').rstrip('.')}.")
    ):
        return None
    return block_part(block, text)


def is_title(heading: Block, blocks: Sequence[Block], text: str) -> bool:
    """Whether a heading that says "Minutes" names the paper itself: it stands in the head of the paper and bears no number."""
    if heading.number is not None or "arising" in text[heading.start : heading.end].lower():
        return False
    return sum(1 for b in blocks[: heading.index] if b.kind not in SILENT) < 8 and not any(
        b.kind == "heading" and b.number is not None for b in blocks[: heading.index]
    )


@cache
def _headings() -> frozenset[str]:
    return frozenset(vocabulary.words("answers", "follow_up_headings"))


def channel_of(text: str, start: int, end: int, heading: Block | None) -> tuple[ResponseChannel, Place | None]:
    """How an answer in minutes came: by letter, circulated in writing, told under matters arising, or minuted; and the words that show it."""
    for channel, pattern in _channels():
        match = pattern.search(text, start, end)
        if match is not None:
            return channel, Place(match.start(), match.end())
    if heading is not None and "matters arising" in text[heading.start : heading.end].lower():
        return "matters_arising", Place(heading.body_start, heading.end)
    return "minuted", None


def letter_opening(text: str, blocks: Sequence[Block]) -> Place | None:
    """The salutation of a paper that is a letter; None where it is none."""
    for block in [b for b in blocks if b.kind not in SILENT][:30]:
        match = _patterns()["letter_openings"].match(text, block.start, block.end)
        if match is not None:
            return Place(match.start(), match.end())
    return None


def response_label(text: str, block: Block) -> Place | None:
    """The label by which a paragraph is the response to the recommendation above it: "Response:", "Cabinet decision –"."""
    if block.label is not None and block.label_start is not None and block.label_end is not None:
        known = " ".join(block.label.lower().split()).strip(" :")
        return (
            Place(block.label_start, block.label_end) if known in vocabulary.words("logs", "response_labels") else None
        )
    match = _label().match(text, block.start, block.end)
    return None if match is None else Place(match.start(1), match.end(1))


@cache
def _label() -> re.Pattern[str]:
    labels = vocabulary.alternation(vocabulary.words("logs", "response_labels"))
    return re.compile(rf"\W*({labels})\s*[:–-]", re.IGNORECASE)
