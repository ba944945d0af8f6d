"""Numbers, letters and bullets that stand before the words of a line (conventions 120 and 121)."""

import re
from dataclasses import dataclass

_BULLET = re.compile(r"(?:[•·▪▫◦‣⁃●○■□➢✓➤❖\uf0b7\uf0a7\uf02d]\s*|[o*](?=\s{2,}|\t|\s+[A-Z‘“\"(])\s+|[-–—]\s+)")
_NUMBER = re.compile(
    r"(?P<item>(?:Agenda\s+)?(?:Item|ITEM)\s+(?:No\.?\s*)?\d{1,3}(?:[./]\d{1,3}){0,4})(?=\s*[:.–-]\s|\s+[A-Z]|\t)\s*[:.–-]?"
    r"|(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,4}[.)]?)(?=\s|$)"
    r"|(?P<minute>(?:\d{1,4}/\d{2}(?:/\d{1,3})*"
    r"|[A-Z]{1,6}/\d{1,4}(?:/\d{1,4}){1,2}|[A-Z]{2,6} \d{2,4}/\d{2,4}(?:\.\d{1,2})?|[A-Z]{1,6}\d{2,4}/\d{1,4}(?:\.\d{1,2})?)[.:]?)(?=\s+[A-Z(*])"
    r"|(?P<dotted>\d{1,4}[.)])(?=\s|$|[A-Z])"
    r"|\((?P<bracket>\d{1,3})\)(?=\s|$)"
    r"|(?P<letters>\(?(?:[a-z]{1,2}|[ivxl]{1,6}|[A-Z])\))(?=\s|$|[A-Z])"
    r"|(?P<letter>(?:[a-hj-z]|[ivxl]{1,6})\.)(?=\s+[A-Z‘“\"(]|\s*$)"
    r"|(?P<bare>\d{1,3})(?=\s+[A-Z‘“\"(])"
)
_NOT_AFTER = re.compile(
    r"\s*(?:(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?-i:million|billion|bn|per\s?cent|percent|km|miles|hours?|minutes?|days?|weeks?|months?|years?|pm|am|p\.m|a\.m|noon)\b|%|€|£)",
    re.IGNORECASE,
)
_ROMAN = {
    numeral: value
    for value, numeral in enumerate(
        "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv".split(),
        start=1,
    )
}


@dataclass(frozen=True)
class Marker:
    """What stands before the words of a line: half-open offsets of the number, and where the words begin."""

    bullet: str | None
    number: str | None
    style: str  #: bullet character, or the shape of the number: decimal2, dotted, bracket, (a), a), roman, bare
    value: int
    body_start: int


def parse_marker(text: str, start: int, end: int) -> Marker | None:
    """The bullet or number before the words of text[start:end], or None where there is none."""
    bullet = _BULLET.match(text, start, end)
    position = bullet.end() if bullet else start
    if bullet and position >= end and end - start > 1:
        return None
    match = _NUMBER.match(text, position, end)
    if match is None or not _is_number(match, text, end, after_bullet=bullet is not None):
        if bullet is None:
            return None
        sign = bullet[0].strip()
        return Marker(sign, None, "-" if sign in "-–—" else sign, 0, position)
    number = match["item"] or match[0]
    body = match.end()
    while body < end and text[body].isspace():
        body += 1
    style, value = _style(match)
    return Marker(bullet[0].strip() if bullet else None, number, style, value, body)


def _is_number(match: re.Match[str], text: str, end: int, *, after_bullet: bool) -> bool:
    kind = match.lastgroup
    if kind in ("decimal", "bare") and _NOT_AFTER.match(text, match.end(), min(end, match.end() + 16)):
        return False
    if kind == "decimal":
        parts = [int(part) for part in re.findall(r"\d+", match[0])]
        if len(parts) == 2 and re.match(
            r"\s*(?:[-–to]+\s*\d|[ap]\.?m)", text[match.end() : min(end, match.end() + 12)]
        ):
            return False
        rest = text[match.end() : end].lstrip()
        return not rest or not rest[0].islower() or after_bullet
    if kind == "dotted" and re.match(r"\d{4}\.", match[0]):
        return text[match.end() : match.end() + 1].isspace() and not 1900 <= int(match[0][:4]) <= 2100
    if kind == "letters" and match[0].rstrip(")").lstrip("(").isalpha() and len(match[0].strip("()")) == 2:
        letters = match[0].strip("()")
        return letters in _ROMAN or letters[0] == letters[1]
    return True


def _style(match: re.Match[str]) -> tuple[str, int]:
    kind, words = match.lastgroup, match[0]
    if kind == "item":
        return "item", int(re.findall(r"\d+", words)[-1])
    if kind == "decimal":
        parts = re.findall(r"\d+", words)
        return f"decimal{len(parts)}", int(parts[-1])
    if kind in ("dotted", "bracket", "bare", "minute"):
        digits = re.findall(r"\d+", words)  # "31/24" counts on before the year, "QPC/24/31" behind it
        value = int(digits[-1] if words[0].isalpha() else digits[0])
        return ("digit)" if words.endswith(")") and kind == "dotted" else str(kind)), value
    letters = words.strip("().")
    shape = re.sub(r"[A-Za-z]+", "A" if letters.isupper() else "a", words)
    if letters.lower() in _ROMAN and (len(letters) > 1 or letters.lower() in "ivx"):
        return f"roman {shape}", _ROMAN[letters.lower()]
    return f"letter {shape}", ord(letters[0].lower()) - 96


def as_letter(marker_number: str, style: str) -> tuple[str, int]:
    """The style and value of an ambiguous roman number read as a letter: (i) after (h)."""
    letter = marker_number.strip("().")
    return style.replace("roman", "letter"), ord(letter.lower()) - 96
