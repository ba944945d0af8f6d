"""Lines of the page that are no words of the paper: page numbers, running heads, menus, lists of other papers."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from extract import vocabulary
from extract.readers.fields import normal_label
from extract.readers.lines import Line, Piece

_PAGE_MARK = re.compile(r"\[{1,2}\s*page\s+(\d{1,5})\s*\]{1,2}$", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:page\s*[|:]?\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|[-–—|]\s*\d{1,4}\s*[-–—|]|\d{1,4}\s*\|\s*page"
    r"|\d{1,3}\s+of\s+\d{1,3}|\d{1,4}(?:\s*/\s*\d{1,4})?)$",
    re.IGNORECASE,
)
_RUNNING_DATE = re.compile(
    r"[^.:;,]{4,90},?\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?\d{1,2}(?:st|nd|rd|th)?\s+[A-Za-z]{3,9},?\s+(?:19|20)\d\d$",
    re.IGNORECASE,
)
_SCRAP = re.compile(
    r"(?:(?![█•·▪▫◦‣●○■□➢✓\uf0b7\uf0a7])[\W_])+$"
    r"|(?:Original file|Scanned page, text may contain errors|Registered Office:.{0,200}|PDF \d+ ?[KM]B"
    r"|\((?:Image|Picture|Photo|Logo)\b[^()]{0,40}\)|\((?:Agenda )?Item \d{1,3}[a-z]?\))$",
    re.IGNORECASE,
)
_HEAD_LINES = 12


@cache
def _body_line() -> re.Pattern[str]:
    nouns = vocabulary.alternation(vocabulary.words("layout", "body_nouns"))
    return re.compile(rf"(?:[\w&’',()/-]+\s+){{0,10}}{nouns}\s*[,–-]\s", re.IGNORECASE)


@cache
def _page_kinds() -> frozenset[str]:
    return frozenset(vocabulary.words("layout", "page_kinds"))


@cache
def _menu_words() -> frozenset[str]:
    return frozenset(vocabulary.words("layout", "menu_words"))


@cache
def _boilerplate_rules() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.lower() for phrase in rule) for rule in vocabulary.load("layout")["boilerplate"])


def mark_furniture(text: str, lines: Sequence[Line]) -> int | None:
    """Mark the lines that are furniture or menus, and give each line its page. Returns the number of pages where pages are marked."""
    pages = _number_pages(text, lines)
    first = next((i for i, line in enumerate(lines) if line.kind is None), 0)
    for position, line in enumerate(lines):
        if line.kind is not None:
            continue
        words = text[line.start : line.end]
        if len(words) > 260:
            continue
        in_cell = line.hint is not None and line.hint.row is not None
        if not in_cell and _PAGE_NUMBER.match(words) and not _numbers_an_item(text, lines, position):
            line.kind = "furniture"
        elif _SCRAP.match(words) or (
            position < first + 6 and words[-1] != ":" and normal_label(words) in _page_kinds()
        ):
            line.kind = "furniture"
        elif position > first + _HEAD_LINES and _RUNNING_DATE.match(words) and _body_line().match(words):
            line.kind = "furniture"
        elif is_menu(words, alone=words[0].isupper() and (position < first + 30 or position > len(lines) - 30)):
            line.kind = "boilerplate"
    _mark_running_lines(text, lines)
    _mark_other_papers(text, lines)
    return pages


def _number_pages(text: str, lines: Sequence[Line]) -> int | None:
    page: int | None = 1 if "\f" in text else None
    last = 0
    highest = page
    for line in lines:
        if page is not None and "\f" in text:
            page += text.count("\f", last, line.start)
        last = line.end
        mark = _PAGE_MARK.match(text, line.start, line.end)
        if mark:
            page, line.kind = int(mark[1]), "furniture"
        line.page = page
        highest = page if highest is None or page is not None and page > highest else highest
    return highest


def _numbers_an_item(text: str, lines: Sequence[Line], position: int) -> bool:
    """A bare number right above a title in capitals numbers the item, unless it stands at the edge of a page (convention 120)."""
    line = lines[position]
    if not text[line.start : line.end].isdigit() or position + 1 >= len(lines) or position == 0:
        return False
    following, before = lines[position + 1], lines[position - 1]
    words = text[following.start : following.end]
    return (
        following.page == line.page
        and before.kind is None
        and following.blanks == 0
        and line.blanks > 0
        and words.isupper()
        and len(words) < 120
    )


def is_menu(words: str, *, alone: bool = True) -> bool:
    """Whether a line is a row of crumbs or of menu words; `alone` says whether one menu word by itself is enough."""
    if alone and normal_label(words) in _menu_words() and normal_label(words) != "register":
        return True
    for sign in (" > ", " » ", " › ", " | ", " / "):
        if sign in words:
            parts = [normal_label(part) for part in words.split(sign) if part.strip()]
            known = sum(1 for part in parts if part in _menu_words())
            crumbs = sign in (" > ", " » ", " › ") and (len(parts) >= 3 or known >= 1)
            return all(len(part) < 70 for part in parts) and (crumbs or known >= 2)
    return False


def _lowered(words: str) -> str:
    return words.lower().replace("’", "'")


def _is_boilerplate(words: str, rules: Sequence[tuple[str, ...]]) -> bool:
    """Whether a paragraph is a filming notice, a note on declaring interests, a cookie notice and the like (convention 130)."""
    lowered = " ".join(_lowered(words[:3000]).split())
    return any(all(phrase in lowered for phrase in rule) for rule in rules)


def _mark_running_lines(text: str, lines: Sequence[Line]) -> None:
    """Lines that return beside the page breaks, numbers apart, are running heads and feet."""
    breaks = [
        i
        for i, line in enumerate(lines)
        if (line.kind == "furniture" and (line.end - line.start) < 30)
        or (i and line.page is not None and line.page != lines[i - 1].page)
    ]
    if len(breaks) < 3:
        return
    beside = {j for i in breaks for j in range(i - 3, i + 4) if 0 <= j < len(lines)}
    shapes: Counter[str] = Counter()
    for j in beside:
        if lines[j].kind is None and lines[j].end - lines[j].start < 160:
            shapes[_shape(text[lines[j].start : lines[j].end])] += 1
    for j in beside:
        line = lines[j]
        if line.kind is None and line.end - line.start < 160:
            shape = _shape(text[line.start : line.end])
            if shapes[shape] >= 3 and shape[-1] not in ".:;" and re.search(r"[^\W\d]{3}", shape):
                line.kind = "furniture"


def _shape(words: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"\d+", "#", words)).strip().lower()


def _mark_other_papers(text: str, lines: Sequence[Line]) -> None:
    """On document-sharing sites everything above "Transcription:" belongs to the site, where a list of other papers stands there."""
    openers = frozenset(vocabulary.words("layout", "other_papers_open"))
    closers = frozenset(vocabulary.words("layout", "other_papers_close"))
    opened = False
    for position, line in enumerate(lines):
        if line.end - line.start > 40:
            continue
        words = normal_label(text[line.start : line.end])
        opened = opened or words in openers
        if opened and words in closers:
            for above in lines[: position + 1]:
                above.kind = "boilerplate"
            return


def mark_boilerplate(text: str, pieces: Sequence[Piece]) -> None:
    """Mark the paragraphs that are boilerplate, with the lettered limbs that hang on such a paragraph."""
    whole = _lowered(text)
    rules = [rule for rule in _boilerplate_rules() if all(phrase.split()[0] in whole for phrase in rule)]
    if not rules:
        return
    after = False
    for piece in pieces:
        if piece.kind not in (None, "paragraph", "list_item"):
            after = False
            continue
        words = text[piece.start : piece.end]
        if _is_boilerplate(words, rules):
            piece.kind, after = "boilerplate", words.rstrip().endswith((":", ";", "–", "-", "and"))
        elif (
            after
            and (piece.number is not None or piece.bullet is not None)
            and re.search(r"\b(?:must|may not|shall)\b", words)
        ):
            piece.kind = "boilerplate"
        else:
            after = False
