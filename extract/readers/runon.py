"""Text that lost its line breaks: "… 1. WHY THIS IS NEEDED Background 1.1 Care … 1.2 In …" cut into headings and paragraphs.

A number cuts only where it counts on from the number before it and where a sentence or a heading ends in front of it, so that
"£1.2 million", "paragraph 6.1" and "c.12.5%" never do. What cannot be told apart stays in one piece.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from extract import vocabulary
from extract.readers.cover import cut_cover
from extract.readers.headings import heading_rank
from extract.readers.lines import Piece, strip_span

_CANDIDATE = re.compile(
    r"(?<=\s)(?:(?P<section>\d{1,2})\.(?P<para>\d{1,2})(?:\.(?P<sub>\d{1,2}))?\.?(?=\s+[A-Z‘“\"(])"
    r"|(?P<minute>\d{1,4})/(?P<year>\d\d)(?=\s+[A-Z])"
    r"|(?P<dotted>\d{1,2})\.(?=\s+[A-Z‘“\"]))"
)
_MINUTE = re.compile(r"(?<![\w/.-])(\d{1,4})/(\d\d)(?=\s+[A-Z])")
_CAPITALS = re.compile(
    r"\s+(?P<head>[A-Z][A-Z’'&-]+(?:,?[ \t]+(?:[A-Z][A-Z’'&-]*|&|[(/–-]|\d{4}(?:/\d\d)?|[A-Z(][A-Z/&)’'-]*))*)(?=\s|$)"
)
_SENTENCE_END = re.compile(r"[.?!][\"'”’)\]]*\s+(?=\S)")
_REFERENCE = re.compile(
    r"\b(?:paragraphs?|paras?|sections?|clauses?|tables?|figures?|items?|minutes?|appendix|annex|see|in|at|of|and|to|from|by|with|version|no|number|article|regulation|rule|part)\.?\s*$",
    re.IGNORECASE,
)
_LONG = 240


@dataclass
class _Count:
    """The last numbers seen, so that only the next in sequence cuts."""

    section: int = 0
    para: int = 0
    sub: int = 0
    dotted: int = 0
    minute: int = 0
    year: str = ""

    def follows(self, match: re.Match[str]) -> bool:
        """Whether the number of the match counts on from the last."""
        if match["minute"]:
            return (int(match["minute"]), match["year"]) == (self.minute + 1, self.year)
        if match["dotted"]:
            return int(match["dotted"]) in (self.dotted + 1, self.section + 1)
        section, para = int(match["section"]), int(match["para"])
        if match["sub"]:
            number = int(match["sub"])
            return (
                (section, para) == (self.section, self.para)
                and number == self.sub + 1
                or (section == self.section and para == self.para + 1 and number == 1)
            )
        return (section == self.section and para == self.para + 1) or (section == self.section + 1 and para == 1)

    def take(self, match: re.Match[str]) -> None:
        """Go on from the number of the match."""
        if match["minute"]:
            self.minute, self.year = int(match["minute"]), match["year"]
        elif match["dotted"]:
            self.dotted = int(match["dotted"])
        else:
            self.section, self.para = int(match["section"]), int(match["para"])
            self.sub = int(match["sub"] or 0)
            self.dotted = 0


@cache
def _plain_heading() -> re.Pattern[str]:
    heads = vocabulary.alternation(
        ["Summary", "Executive Summary", "Recommendation", "Recommendations", "Recommendation(s)"]
    )
    return re.compile(rf"(?:(?<=[.█]\s)|(?<=█\s\s))(?P<head>{heads})(?=\s+(?:[A-Z]|\d{{1,2}}\.))")


@cache
def _known_head() -> re.Pattern[str]:
    heads = vocabulary.alternation(vocabulary.words("layout", "headings"))
    return re.compile(rf"\s*(?P<head>(?i:{heads}))(?=\s+(?:[A-Z‘“(]|N/A))")


def cut_run_on(text: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces, with every run-together one cut where its numbers tell."""
    found: list[Piece] = []
    count = _first_minute(text, pieces)
    least = _LONG if not count.year else 60
    for piece in pieces:
        if piece.kind is not None or (piece.hint is not None and piece.hint.kind != "paragraph"):
            found.append(piece)
            continue
        if piece.end - piece.start >= least:
            rest = piece
            cover = cut_cover(text, piece)
            if cover is not None:
                found.extend(cover[0])
                rest = cover[1]
            if rest.start < rest.end:
                found.extend(_cut(text, rest, count, after_cover=cover is not None))
        else:
            _count_short(text, piece, count)
            found.append(piece)
    return found


def _first_minute(text: str, pieces: Sequence[Piece]) -> _Count:
    """The count before the first of the minute numbers (204/20, 205/20, …), where at least three run on in the text."""
    count = _Count()
    if not any(piece.kind is None and piece.end - piece.start >= 2 * _LONG for piece in pieces):
        return count
    numbers = [(int(number), year) for number, year in _MINUTE.findall(text)]
    known = set(numbers)
    for number, year in numbers:
        if (number + 1, year) in known and (number + 2, year) in known:
            count.minute, count.year = number - 1, year
            break
    return count


def _count_short(text: str, piece: Piece, count: _Count) -> None:
    first = re.match(
        r"(\d{1,2})\.(?=\s)|(\d{1,4})/(\d\d)(?=\s)|(\d{1,2})\.(\d{1,2})\.?(?=\s)", text[piece.start : piece.start + 12]
    )
    if first is None:
        return
    if first[1]:
        count.dotted = int(first[1])
        if text[piece.start + first.end() : piece.end].isupper():
            count.section, count.para = int(first[1]), 0
    elif first[2]:
        count.minute, count.year = int(first[2]), first[3]
    else:
        count.section, count.para, count.sub = int(first[4]), int(first[5]), 0


def _cut(text: str, piece: Piece, count: _Count, *, after_cover: bool) -> list[Piece]:
    _count_short(text, piece, count)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, piece.start, piece.end)]
    cuts: list[tuple[int, int]] = []  # (start, end of the heading part, or start where there is none)
    if after_cover:
        head = re.compile(r"Summary|Executive Summary").match(text, piece.start)
        if head:
            cuts.append((piece.start, head.end()))
    last = max(cuts[-1]) if cuts else piece.start
    for match in sorted(
        [*_CANDIDATE.finditer(text, piece.start, piece.end), *_plain_heads(text, piece, after_cover)],
        key=lambda found: found.start(),
    ):
        if match.start() < last:
            continue
        cut = _judge(text, match, count, ends, max(last, cuts[-1][1] if cuts else piece.start))
        if cut is not None:
            cuts.append(cut)
            last = max(cut)
    if not cuts:
        return [piece]
    return _pieces(text, piece, cuts, ends)


def _plain_heads(text: str, piece: Piece, after_cover: bool) -> list[re.Match[str]]:
    return list(_plain_heading().finditer(text, piece.start, piece.end)) if after_cover else []


def _judge(text: str, match: re.Match[str], count: _Count, ends: list[int], last: int) -> tuple[int, int] | None:
    """Where to cut at a candidate, and where its heading ends; None where it is no cut."""
    start = match.start()
    if "head" in match.re.groupindex:
        count.dotted = 0
        return start, match.end()
    if match["dotted"]:
        capitals = _CAPITALS.match(text, match.end())
        if capitals and int(match["dotted"]) == count.section + 1 and _is_capital_head(capitals["head"]):
            count.section, count.para, count.sub, count.dotted = int(match["dotted"]), 0, 0, 0
            return start, _capitals_end(text, capitals)
    if not count.follows(match):
        return None
    if match["dotted"] and (int(match["dotted"]) != count.dotted + 1 or not _after_sentence(ends, start, last, text)):
        return None
    if match["section"] and not (_after_sentence(ends, start, last, text) or _after_heading(text, ends, start, last)):
        return None
    count.take(match)
    known = _known_head().match(text, match.end()) if match["section"] else None
    if known and sum(1 for word in known["head"].split() if word[0].isupper()) * 2 >= len(known["head"].split()):
        return start, known.end("head")
    return start, start


def _is_capital_head(words: str) -> bool:
    return len(words) >= 5 and (" " in words or len(words) >= 6)


def _capitals_end(text: str, match: re.Match[str]) -> int:
    """The end of a heading in capitals, without the first letter of the sentence that follows it."""
    words = match["head"]
    end = match.end("head")
    trailing = re.search(r"\s+(?:[A-Z]|[(/–-])$", words)
    return end - len(trailing[0]) if trailing else end


def _after_sentence(ends: list[int], start: int, last: int, text: str) -> bool:
    if not text[last:start].strip():
        return True
    index = bisect_right(ends, start) - 1
    return index >= 0 and ends[index] >= last and not text[ends[index] : start].strip()


def _tail(text: str, ends: list[int], start: int, last: int) -> tuple[int, int]:
    """The words between the last sentence end and `start`."""
    index = bisect_right(ends, start) - 1
    begin = max(ends[index] if index >= 0 else last, last)
    return strip_span(text, begin, start)


def _after_heading(text: str, ends: list[int], start: int, last: int) -> bool:
    begin, end = _tail(text, ends, start, last)
    words = text[begin:end]
    return begin < end and not _REFERENCE.search(words) and heading_rank(words, numbered=False) > 0


def _pieces(text: str, piece: Piece, cuts: list[tuple[int, int]], ends: list[int]) -> list[Piece]:
    found: list[Piece] = []

    def add(start: int, end: int, *, heading: bool = False) -> None:
        start, end = strip_span(text, start, end)
        if start < end:
            new = Piece(start, end, page=piece.page, indent=piece.indent, blanks=piece.blanks if not found else 1)
            if heading:
                new.kind, new.rank = "heading", 1 if text[start:end].isupper() else 2
            found.append(new)

    def add_with_tail(start: int, end: int, *, last: bool) -> None:
        """A paragraph, and the heading of what comes next that stands at its end."""
        begin, stop = _tail(text, ends, end, start)
        words = text[begin:stop]
        if not last and begin < stop and heading_rank(words, numbered=False) and not _REFERENCE.search(words):
            add(start, begin)
            add(begin, stop, heading=True)
        else:
            add(start, end)

    if cuts[0][0] > piece.start:
        add_with_tail(piece.start, cuts[0][0], last=False)
    for position, (start, head_end) in enumerate(cuts):
        final = position + 1 == len(cuts)
        stop = piece.end if final else cuts[position + 1][0]
        if head_end > start:
            add(start, head_end, heading=True)
            start = head_end
        add_with_tail(start, stop, last=final)
    return found
