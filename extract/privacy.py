"""Masks what must not be published: e-mail addresses, telephone numbers, and the names that people asked to be withheld.

Masking is one for one with `█`, so that every offset stays that of the decoded paper.
"""

import re
from collections.abc import Iterator, Sequence

from extract.scanning import matches_at

MASK = "█"

_DOMAIN = re.compile(r"[A-Za-z0-9-]{1,63}(?:(?:[ \t]?\r?\n)?\.[A-Za-z0-9-]{1,63}){1,6}(?![\w@])")
_LOCAL = re.compile(r"[\w.+'’-]{1,64}\Z")
_GAP = r"[ \t\u00a0.\u2010-\u2013-]?"
_PHONE = re.compile(
    r"(?<![\w£$€.,/#:;=&%+-])(?<!\d )"
    rf"(?:(?:\+44|0044)[ \t\u00a0]?(?:\(0\)[ \t\u00a0]?)?(?:\d{_GAP}){{8,9}}\d"
    rf"|\(0\d{{2,5}}\)[ \t\u00a0]?(?:\d{_GAP}){{4,7}}\d"
    rf"|0(?:[ \t\u00a0]?\d{_GAP}|\d{_GAP}){{8,9}}\d"
    r"|0800[ \t\u00a0]?\d{4}|084[45][ \t\u00a0]?\d{2}[ \t\u00a0]?\d{2})"
    r"(?![\w/]|[.,-]\d)"
)
_PHONE_START = re.compile(r"[+(0]")
_NUMBER = re.compile(r"\d[\d \t\u00a0()-]{2,20}\d")
#: What stands before a number that is one only because the paper says so.
_LABEL = re.compile(
    r"(?:\b(?:tel(?:ephone)?|phone|mobile|mob|fax|dd|ddi|direct (?:line|dial)|ext(?:ension|n)?)\b\.?"
    r"(?:\s*(?:no|number)\b\.?)?[ \t\u00a0]*[:–-]?[ \t\u00a0]*)"
    r"(?P<sign>[+(]?)\Z",
    re.IGNORECASE,
)
_TITLES = r"(?:Cllrs?|Councillors?|Cmhlr|Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Revd|Reverend|Alderman|Ald)"
_NOT_SURNAME = r"(?!\s+(?:Street|Road|Avenue|Lane|House|Court|Park|Way|Close|School|Centre|Hall|Council|Ward)\b)"


def mask(text: str, *, withheld: Sequence[str] = ()) -> str:
    """The text with e-mail addresses, UK telephone numbers and withheld names covered, one character for one."""
    spans = [*_emails(text), *_phones(text)]
    for name in withheld:
        spans.extend(_names(text, name))
    return cover(text, spans)


def cover(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with the spans covered; line breaks are left as they are."""
    if not spans:
        return text
    parts: list[str] = []
    position = 0
    for start, end in sorted(spans):
        start = max(start, position)
        if start >= end:
            continue
        parts += (text[position:start], re.sub(r"[^\r\n]", MASK, text[start:end]))
        position = end
    parts.append(text[position:])
    return "".join(parts)


def _emails(text: str) -> Iterator[tuple[int, int]]:
    position = text.find("@")
    while position >= 0:
        domain = _DOMAIN.match(text, position + 1)
        local = _LOCAL.search(text[max(0, position - 64) : position]) if domain is not None else None
        if domain is not None and local is not None:
            yield position - len(local[0].lstrip(".'’")), domain.end()
        position = text.find("@", position + 1)


def _phones(text: str) -> Iterator[tuple[int, int]]:
    for match in matches_at(_PHONE_START, _PHONE, text, 0, len(text)):
        digits = re.sub(r"\D", "", match[0])
        if digits.startswith(("44", "0044")):
            digits = "0" + digits.lstrip("0")[2:].lstrip("0")
        if 10 <= len(digits) <= 11 and digits[1] in "12378" or len(digits) in (8, 10) and digits.startswith("08"):
            yield match.span()
    for match in _NUMBER.finditer(text):
        label = _LABEL.search(text, max(0, match.start() - 60), match.start())
        if label is not None and 4 <= len(re.sub(r"\D", "", match[0])) <= 15:
            yield label.start("sign"), match.end()


def _names(text: str, name: str) -> Iterator[tuple[int, int]]:
    """A withheld name in every form that a paper may print: whole, with initials, with a title, surname first, surname alone."""
    words = [word for word in re.split(r"\s+", name.strip()) if word]
    titled = bool(words) and re.fullmatch(_TITLES + r"\.?", words[0], re.IGNORECASE) is not None
    given, parts = (words[0], words[1:]) if titled else (None, words)
    if not parts:
        return
    surname = _flexible(parts[-1])
    gap = r"[\s\u00a0.]{1,3}"
    forms = [gap.join(map(_flexible, parts))]
    if len(parts) > 1:
        initials = r"[\s.]{0,2}".join(re.escape(part[0]) + r"\.?" for part in parts[:-1])
        forms += [
            rf"{initials}{gap}{surname}",
            rf"{_flexible(parts[0])}{gap}(?:[\w’'.-]{{1,20}}{gap}){{1,2}}?{surname}",
        ]
        forms.append(rf"{surname},\s{{0,2}}(?:{_flexible(parts[0])}|{re.escape(parts[0][0])}\b\.?)")
    forms.append(rf"(?P<title>{_TITLES}\.?){gap}(?:[A-Z]\.?\s?){{0,3}}{surname}")
    whole = re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)
    found = [
        (match.end("title") + 1 if match["title"] else match.start(), match.end()) for match in whole.finditer(text)
    ]
    yield from found
    if found or given is not None:
        bare = re.compile(rf"(?<![\w’'-])(?:{_flexible(parts[-1])}|{_flexible(parts[-1].upper())})(?!\w){_NOT_SURNAME}")
        yield from (match.span() for match in bare.finditer(text))


def _flexible(word: str) -> str:
    """The word as a pattern in which every apostrophe and hyphen matches its straight and curly forms."""
    pattern = re.escape(word).replace("’", "'").replace(re.escape("-"), "-")
    return pattern.replace("'", "['’‘]").replace("-", "[-\u2010-\u2013]")
