"""Cover tables run together into one line: first the body and the date, then all labels, then all values.

"Health Board 4 May 2020 Title Report of Wards Status Key … A New Clinic Director of Health All Public No …": the labels come in
the order of the template, so the values can be told apart where each has the shape that its label wants.
"""

import re
from functools import cache

from extract import vocabulary
from extract.readers.lines import Piece, strip_span

_MONTH = r"(?:\d{1,2}(?:st|nd|rd|th)?\s+)?[A-Z][a-z]{2,8}\s+(?:19|20)\d\d"
_PERSON_NEXT = r"(?=[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+){1,2},\s)"


@cache
def _labels() -> tuple[re.Pattern[str], re.Pattern[str]]:
    one = vocabulary.alternation(vocabulary.words("layout", "cover_labels"))
    return re.compile(rf"\b(?i:{one}(?:\s+{one}){{3,}})(?=\s)"), re.compile(rf"(?i:{one})(?=\s|$)")


@cache
def _office() -> re.Pattern[str]:
    words = [word[0].upper() + word[1:] for word in vocabulary.words("layout", "office_words")]
    words = [
        " ".join(part if part in ("of", "to") else part[0].upper() + part[1:] for part in word.split())
        for word in words
    ]
    return re.compile(rf"(?<=\s){vocabulary.alternation(words)}\b")


@cache
def _end() -> re.Pattern[str]:
    return re.compile(r"(?<=\s)(?:Executive\s+)?(?:Summary|SUMMARY)(?=\s+[A-Z])")


def _value_pattern(label: str) -> str:
    values = vocabulary.load("layout")["cover_values"]

    def either(name: str) -> str:
        return "(?i:" + vocabulary.alternation([str(value) for value in values[name]]) + ")"

    if label.startswith("wards"):
        return either("wards")
    if label.startswith("date"):
        return rf"(?:{_MONTH}|{either('answer')}|None)"
    if label == "status":
        return rf"{either('status')}[^.]{{0,60}}?"
    if label in ("urgent", "key", "key decision"):
        return either("answer")
    if label in ("enclosures", "appendices"):
        return rf"(?:{either('enclosures')}.{{0,400}}?{_PERSON_NEXT}|{either('enclosures')})"
    return r".{1,400}?"


def cut_cover(text: str, piece: Piece) -> tuple[list[Piece], Piece] | None:
    """The pieces of a cover table at the head of `piece`, and what comes after it; None where there is no such table."""
    many, one = _labels()
    labels = many.search(text, piece.start, min(piece.end, piece.start + 400))
    if labels is None or not text[labels.start()].isupper():
        return None
    stop = _end().search(text, labels.end(), min(piece.end, labels.end() + 4000))
    if stop is None:
        return None
    found: list[Piece] = []
    start, end = strip_span(text, piece.start, labels.start())
    if start < end:
        found.append(Piece(start, end, kind="heading", page=piece.page, blanks=piece.blanks, rank=1))
    found.append(Piece(labels.start(), labels.end(), kind="furniture", page=piece.page))
    named = [(match.start(), match.end()) for match in one.finditer(text, labels.start(), labels.end())]
    found.extend(_values(text, labels.end(), stop.start(), named, piece.page))
    return found, Piece(stop.start(), piece.end, page=piece.page, blanks=1)


def _values(text: str, start: int, end: int, labels: list[tuple[int, int]], page: int | None) -> list[Piece]:
    start, end = strip_span(text, start, end)
    names = [re.sub(r"\s+", " ", text[left:right]).lower() for left, right in labels]
    cut = _office().search(text, start, end)
    found: list[Piece] = []
    if names and names[0].endswith("title") and cut is not None and "report of" in names[1:2]:
        found.append(_labelled(text, start, cut.start(), labels[0], page))
        start = cut.start()
        labels, names = labels[1:], names[1:]
        parts = [f"(?P<v{index}>{_value_pattern(name)})" for index, name in enumerate(names[:-1])]
        match = re.compile(r"\s+".join(parts) + rf"\s+(?P<v{len(names) - 1}>.+)$", re.DOTALL).match(text[:end], start)
        if match is not None:
            for index, label in enumerate(labels):
                for left, right in _after_masks(text, *match.span(f"v{index}")):
                    found.append(_labelled(text, left, right, label, page))
            return found
    found.append(Piece(*strip_span(text, start, end), kind="paragraph", page=page, blanks=1))
    return found


def _after_masks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """text[start:end] cut after every masked address, so that each contact stands by itself."""
    cuts = [start, *(match.end() for match in re.finditer("█(?=\\s)", text[:end]) if match.end() > start), end]
    return [(left, right) for left, right in zip(cuts, cuts[1:], strict=False) if text[left:right].strip()]


def _labelled(text: str, start: int, end: int, label: tuple[int, int], page: int | None) -> Piece:
    start, end = strip_span(text, start, end)
    words = re.sub(r"\s+", " ", text[label[0] : label[1]])
    return Piece(
        start, end, kind="paragraph", page=page, blanks=1, label=words, label_start=label[0], label_end=label[1]
    )
