"""The title and the date that the head of a paper states."""

import re
from collections.abc import Iterable, Sequence

from extract.blocks import Block, Layout
from extract.entities import Place
from extract.facts_head import PERSON, Head, body_nouns, runs_on
from extract.readers.fields import normal_label
from extract.readers.headings import is_date_line
from extract.times import full_dates

_TIME_WORDS = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\d{1,2}[.:]\d\d|\b[ap]\.?m\b|\W+|\b\d{1,2}\s*[ap]m\b|\b(?:at|on|date|noon|the)\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?:draft\s+|extract\s+from\s+(?:the\s+)?)?(?:minutes?|notes?)\b", re.IGNORECASE)
#: The pages of one item of business that committee software prints, by their first line.
_ITEM_PAGES = frozenset({"agenda item", "issue details", "issue - meetings", "issue - decisions", "decision details"})
#: A line that is the post of somebody named above it.
_POST = re.compile(
    r"(?:(?:Deputy|Interim|Acting|Corporate|Executive|Strategic|Assistant|Service|Joint) )*"
    r"(?:Cabinet Member|Executive Member|Portfolio Holder|Director|Leader|Head|Chair|Chief \w+)\s+(?:for|of)\b"
)
#: Lines of a form that stand below its title and are no part of it.
_ASIDES = frozenset(
    {"for decision", "for information", "for approval", "key decision", "non-key decision", "open", "public", "exempt"}
)
#: By what word the paper of a meeting names itself, by its kind.
_OF_MEETINGS = {
    "minutes": re.compile(r"\b(?:minutes?|notes?|meeting)\b", re.IGNORECASE),
    "agenda": re.compile(r"\bagenda\b(?!\s+(?:items?|no\b))", re.IGNORECASE),
    "action_log": re.compile(r"\bactions?\b|\btrackers?\b", re.IGNORECASE),
    "pack": re.compile(r"\b(?:document|agenda|reports?) pack\b", re.IGNORECASE),
}
_OFFICE = re.compile(
    r"\b(?:Director|Officer|Manager|Head of|Leader|Clerk|Chief Executive|Portfolio Holder|Cabinet Member|Chair(?:man)?|Councillor)\b"
)


def find_date(head: Head, labels: Iterable[str], *, body: Place | None = None) -> tuple[int, int, str] | None:
    """The date of the meeting or decision: (start, end, ISO 8601); only from a labelled field or from a line of the head.

    Of two lines with dates the one that names the body as that of these minutes is believed.
    """
    for label in labels:
        place = head.values.get(label)
        if place is not None and place.end - place.start < 240:
            found = next(full_dates(head.text, place.start, place.end), None)
            if found is not None:
                return found
    for position, block in sorted(
        enumerate(head.blocks), key=lambda entry: not _names_minutes(head.text, entry[1], body)
    ):
        if block.number is not None or block.label is not None or block.kind == "table_row":
            continue
        if head.text[block.start] == "|":
            continue  #: a row of a table that no one could read as one
        stop = block.start + 420 if runs_on(head.text, block) else min(block.end, block.start + 420)
        dates = list(full_dates(head.text, block.start, stop))
        if dates and _states_meeting(head.text, block, dates[0], position):
            return dates[0]
    return None


def _names_minutes(text: str, block: Block, body: Place | None) -> bool:
    """Whether a line says that these are the minutes of the body, so that a date in it is that of the meeting."""
    return (
        body is not None
        and block.start <= body.start < block.end
        and _MINUTES.match(text, block.start, block.end) is not None
    )


#: What is done with the minutes of another meeting, behind its date.
_OF_OTHERS = re.compile(
    r"[^.;\n]{0,40}?\b(?:were|was|be|having\s+been|are|is)\s+(?:\w+\s+)?(?:approved|agreed|confirmed|signed|accepted|adopted|taken|received|noted|read)\b",
    re.IGNORECASE,
)
#: The beginning of a line that gives the date of a meeting and nothing else.
_DATE_LINE = re.compile(
    r"\W*(?:$|(?:(?:held|meeting|on|at|in|commencing|date|dated)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)|.*\bheld\b)",
    re.IGNORECASE,
)


def _states_meeting(text: str, block: Block, found: tuple[int, int, str], position: int) -> bool:
    """Whether the date in a line of the head is that of this meeting: the line is hardly more than the date, or it says "held"."""
    start, end, _ = found
    before = text[block.start : start]
    if _OF_OTHERS.match(text, end, end + 60):
        return False  # "the minutes of the meeting held on 28 June were approved"
    if start > block.end and not _DATE_LINE.match(before.rsplit("\n", 1)[-1]):
        return False  # the opening words run on, but not into this line
    if re.fullmatch(r"\W*(?:mon|tues|wednes|thurs|fri|satur|sun)day\b\W*", before, re.IGNORECASE) and position < 8:
        return True
    if re.search(
        r"\b(?:next|previous|last|earlier|published|updated|issued|printed|version"
        r"|by(?!\s+(?:Microsoft|MS|Teams|Zoom|video|tele|remote))|deadline|approv\w*|correct record)\b",
        before[-36:],
        re.IGNORECASE,
    ):
        return False
    rest = _TIME_WORDS.sub("", before + text[end : block.end])
    is_sentence = text[block.end - 1] == "." and re.search(r"\b(?!held\b)[a-z]{3,}\s+[a-z]{2,}\b", before)
    if (
        (len(rest) < 14 and not is_sentence)
        or len(before) < 40
        and re.match(r"\W*(?i:minutes?|notes?)\s+(?i:of)\b", text[end : end + 30])
    ):
        return True
    if (
        re.search(r"\b(?:held|meeting|minutes|proceedings|convened)\b", before, re.IGNORECASE)
        and start - block.start < 330
    ):
        return True
    words = text[block.start : end]
    return (
        len(words) < 140
        and not re.search(
            r"\b(?:met|was|were|has|had|agreed|approved|considered|decided|took)\b", text[block.start : block.end]
        )
        and bool(re.search(rf"\b(?i:{body_nouns()})\b", before))
        and block.end - block.start < 260
        and position < 14
    )


def find_signed(layout: Layout) -> tuple[int, int, str] | None:
    """The date beside the signature under a record of decision."""
    text, blocks = layout.text, layout.blocks
    for position, block in enumerate(blocks):
        if block.end - block.start > 40 or not re.match(r"(?i:signed|signature)\b", text[block.start : block.end]):
            continue
        for near in blocks[max(0, position - 5) : position + 6]:
            if is_date_line(text[near.start : near.end]):
                found = next(full_dates(text, near.start, near.end), None)
                if found is not None:
                    return found
    return None


def find_title(
    head: Head,
    labels: Iterable[str],
    no_titles: Sequence[str],
    *,
    body: Place | None,
    kind: str | None,
    cue: Place | None = None,
) -> Place | None:
    """The title of the item or report as printed: a labelled field, else the first line of the head that is a title."""
    for label in labels:
        place = head.values.get(label)
        if (
            place is not None
            and place.end - place.start < 300
            and re.search(r"[^\W\d_]{3}", head.text[place.start : place.end])
            and not (label == "title" and (kind == "minutes" and len(head.values) < 4 or _is_job(head, place)))
        ):
            return _with_next_line(head, place)
    blocks = [block for block in head.blocks if block.label is None and block.kind not in ("table_row", "list_item")]
    if kind in _OF_MEETINGS and not _is_item_page(head):
        return _meeting_title(head, blocks, no_titles, body=body, kind=kind)
    if kind == "decision" and cue is not None and body is not None:
        listed = next(
            (b for b in blocks if b.start <= min(cue.start, body.start) <= max(cue.end, body.end) <= b.end), None
        )
        if listed is not None and listed.end - listed.start < 120:
            return Place(listed.start, listed.end)
    for block in blocks:
        words = head.text[block.body_start : block.end]
        if block.number is not None and kind == "decision" or kind is None and _is_sentence(words):
            break  #: the items of a list of decisions, or the running text, have begun
        if _is_title(words, no_titles) and not _is_body_or_date(head, block, body) and words[-1] != ",":
            return Place(block.body_start, block.end)
    return None


def _meeting_title(
    head: Head, blocks: Sequence[Block], no_titles: Sequence[str], *, body: Place | None, kind: str
) -> Place | None:
    """What the paper of a meeting calls itself: its main heading, the words from "Minutes" to the body, or the line that says so."""
    first = head.blocks[0] if head.blocks else None
    if (
        kind != "pack"
        and head.is_marked_up
        and first is not None
        and first.kind == "heading"
        and first.level == 1
        and not runs_on(head.text, first)
        and _is_title(head.text[first.start : first.end], no_titles)
    ):
        return Place(first.body_start, first.end)
    if kind == "minutes" and body is not None and (opening := _opening_words(head, body)) is not None:
        return opening
    pattern = _OF_MEETINGS[kind]
    of_body = next(
        (b for b in blocks if body is not None and b.start <= body.start < b.end and b.end - b.start < 160), None
    )
    named = next(
        (
            Place(b.start, b.end)
            for b in blocks
            if b.end - b.start < 200
            and pattern.search(head.text, b.start, b.end)
            and not re.search(r"\bapprov|\bsubject to\b|\bprevious\b", head.text[b.start : b.end], re.IGNORECASE)
            and not re.search(r"\b(?:may|must|should|will|would|can)\b[^.]*\.", head.text[b.start : b.end])
        ),
        None,
    )
    if named is None:
        return Place(of_body.start, of_body.end) if of_body is not None else None
    held = re.search(r"\s+(?i:held|convened|which took place)\b", head.text[named.start : named.end])
    dated = named.end - named.start < 70 and next(full_dates(head.text, named.start, named.end), None) is not None
    if held is not None and held.start() > 6 and not dated:
        named = Place(named.start, named.start + held.start())
    words = re.sub(r"\s+", " ", head.text[named.start : named.end]).strip(" .:").lower()
    if (
        words in ("minutes of the meeting", "minutes of a meeting", "minutes of meeting", "meeting")
        and of_body is not None
    ):
        return Place(of_body.start, of_body.end)
    if words in no_titles and words:
        return head.value(("title of meeting", "meeting title", "name of meeting", "meeting")) or _with_body(
            head, named, of_body
        )
    return named


def _with_body(head: Head, named: Place, of_body: Block | None) -> Place:
    """A bare "Minutes" or "Agenda" together with the line of the body, where one follows the other."""
    if of_body is None:
        return named
    start, end = min(named.start, of_body.start), max(named.end, of_body.end)
    between = head.text[min(named.end, of_body.end) : max(named.start, of_body.start)]
    return Place(start, end) if not between.strip() else Place(of_body.start, of_body.end)


def _with_next_line(head: Head, place: Place) -> Place:
    """A title that runs over into the line below it, where the next field of the form comes only after that line."""
    position = next((n for n, block in enumerate(head.blocks) if block.start <= place.start < block.end), -1)
    rest = head.blocks[position + 1 : position + 3] if position >= 0 else []
    if (
        len(rest) < 2
        or head.blocks[position].end != place.end
        or rest[1].label is None
        or rest[1].label == rest[0].label
    ):
        return place
    words = head.text[rest[0].start : rest[0].end]
    follows = rest[0].label is None and rest[0].number is None and rest[0].kind in ("heading", "paragraph")
    open_end = head.text[place.end - 1] in ":,–-&" or place.end - place.start > 40
    if (
        not follows
        or not open_end
        or len(words) > 100
        or words[-1] in ".;"
        or next(full_dates(words), None) is not None
    ):
        return place
    return place if normal_label(words) in _ASIDES or PERSON.match(words) else Place(place.start, rest[0].end)


def _is_job(head: Head, place: Place) -> bool:
    """Whether a field "Title" holds the post of the officer named in the field before it."""
    position = next((n for n, (label, at) in enumerate(head.labels) if label == "title" and at.start < place.start), 0)
    before = head.labels[position - 1][0] if position else ""
    return bool(re.search(r"author|officer|contact|name|director", before)) and place.end - place.start < 80


def _opening_words(head: Head, body: Place) -> Place | None:
    """The words from "Minutes" to the name of the body, where they stand in one sentence."""
    start = max(0, body.start - 140)
    matches = list(
        re.finditer(
            r"\b(?i:minutes?|notes?|record|meeting)\s+(?i:of|from)\b(?:(?!\b(?i:minutes?)\b)[^.;:])*$",
            head.text[start : body.start],
        )
    )
    return Place(start + matches[0].start(), body.end) if matches else None


def _is_item_page(head: Head) -> bool:
    return any(normal_label(head.text[b.start : b.end]) in _ITEM_PAGES for b in head.opening)


def _is_title(words: str, no_titles: Sequence[str]) -> bool:
    words = words.strip()
    if not 3 < len(words) < 250 or not any(character.isalpha() for character in words) or "█" in words:
        return False
    if normal_label(words) in no_titles or _is_sentence(words):
        return False
    if re.match(r"(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|agenda$|\(.*\)$|\d+\w?$)", words):
        return False
    if PERSON.match(words) or (_OFFICE.search(words) and ("," in words or words.startswith("Report"))):
        return False
    if _POST.match(words) and not re.search(r"\b(?i:report|plan|strategy|update|decisions?|review|statement)\b", words):
        return False
    return not re.match(
        r"(?i:report of|report to|report by|open report|dear |london borough of|(?:agenda )?item (?:no\W*)?\d+\w?$"
        r"|(?:electoral )?(?:divisions?|wards?)(?:\(s\))? (?:affected|involved)"
        r"|.{0,40}(?:county|city|borough|district|parish|town) council$"
        r"|.{0,60}(?:integrated care board|integration joint board|health board|(?:foundation|nhs) trust|clinical commissioning group"
        r"|combined authority|fire (?:and rescue )?authority)$)",
        words,
    )


def _is_sentence(words: str) -> bool:
    """Whether the words are long enough and end so that they are running text."""
    return len(words) > 60 and words.endswith((".", ";", ",")) or len(words) > 90 and words.endswith("?")


def _is_body_or_date(head: Head, block: Block, body: Place | None) -> bool:
    words = head.text[block.start : block.end]
    if (
        body is not None
        and block.start <= body.start < block.end
        and block.end - block.start < (body.end - body.start) + 60
    ):
        return True
    if (
        body is not None
        and re.sub(r"\W+", " ", words).strip().lower() == re.sub(r"\W+", " ", head.words(body)).strip().lower()
    ):
        return True
    found = next(full_dates(words), None)
    if found is not None and len(words) - (found[1] - found[0]) < 30:
        return True
    return bool(re.fullmatch(rf"(?:[\w&’'-]+\s+){{0,6}}(?i:{body_nouns()})", words.strip())) and block.index < 12
