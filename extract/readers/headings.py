"""Which lines are headings, by the looks they have in plain text."""

import re

from extract.readers.fields import is_known_heading

_SMALL = frozenset(
    "a an and as at by for from in into is of on or the to with within vs via its our their between under over per up off out".split()
)
_WORD = re.compile(r"[^\W\d_][\w’'&.-]*")
_PERSON = re.compile(
    r"(?:(?:Cllrs?|Councillors?|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Rev|Alderman|Cmhlr)\b\.?\s)"
    r"|.*,\s.*\b(?:Director|Officer|Manager|Head|Chair(?:man|person)?|Leader|Clerk|Chief|Lead|Commissioner|Consultant|Member|Solicitor|Councillor)\b"
)
_LEAD_IN = re.compile(
    r"\b(?:is|are|was|were|be|has|have|had|will|would|agreed|resolved|asked|recommended|include[sd]?|noted|that|said|follows|following)\b",
    re.IGNORECASE,
)
_APPENDIX = re.compile(
    r"(?:Appendix|Annex|Annexe|Schedule|APPENDIX|ANNEX|SCHEDULE)\s+(?:\d{1,2}|[A-Z])(?:\d{0,2})(?:\s*[:–—-]\s*\S.*|\s+[A-Z(].*)?$"
)
_VALUE = re.compile(r"[A-Z][A-Z /()&-]{2,40}:\s+\S")
_MINUTES = re.compile(
    r"(?:Draft\s+)?Minutes\s+of\s+(?:the\s+)?(?:previous\s+|last\s+)?(?:Cabinet\s+|Board\s+|Committee\s+|Panel\s+)?meetings?"
    r"(?:\s+(?:held\s+)?(?:on\s+)?(?:the\s+)?\d[\w ,]{5,24})?$",
    re.IGNORECASE,
)
#: What ends a limb and no heading.
_GOES_ON = re.compile(r"[;,]\s*(?:and|or)$")
_NO_HEADING = frozenset(
    (
        "that|to|and|it|none|nil|n/a|not applicable|yes|no|tbc|ordinary decision|key decision|non-key decision"
        "|public|private|unrestricted|open"
    ).split("|")
)
_DATE = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[,\s]*)?(?:the\s+)?\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[a-z]{3,9}\.?,?\s+(?:19|20)\d\d\b.{0,30}$"
    r"|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b.{0,20}$",
    re.IGNORECASE,
)


def is_all_capitals(words: str) -> bool:
    """Whether nearly all letters are capitals, with at least one real word."""
    letters = [character for character in words[:200] if character.isalpha()]
    capitals = sum(1 for character in letters if character.isupper())
    return len(letters) >= 4 and capitals >= 0.9 * len(letters) and bool(re.search(r"[A-Z]{3}", words))


def is_date_line(words: str) -> bool:
    """Whether the line is a date, with or without weekday and time."""
    return bool(_DATE.match(words))


def heading_rank(words: str, *, numbered: bool, bold: bool = False) -> int:
    """How high a heading these words are: 1 capitals, 2 a heading of the vocabulary, 3 title case, 4 a short line; 0 is none."""
    words = words.strip(" *_#")
    if not 2 < len(words) <= 150 or not words[0].isalnum() and words[0] not in "‘'“\"(":
        return 0
    if words.lower() in _NO_HEADING:
        return 0
    if is_known_heading(words):
        return 1 if is_all_capitals(words) else 2
    count = len(words.split())
    if _APPENDIX.match(words) and count <= 18:
        return 1
    if _MINUTES.match(words):
        return 2
    if words[-1] in ".;," or count > 18 or "█" in words or _GOES_ON.search(words):
        return 0
    if words.endswith(":") and (_LEAD_IN.search(words) or count > 8):
        return 0
    if (
        _PERSON.match(words)
        or is_date_line(words)
        or "\t" in words
        or "£" in words
        or "   " in words.replace("\u00a0", " ")
    ):
        return 0
    if _VALUE.match(words) and not is_all_capitals(words):
        return 0
    if is_all_capitals(words):
        return 1 if count >= 2 or len(words) > 4 else 0
    return _by_case(words, count, numbered=numbered, bold=bold)


def _by_case(words: str, count: int, *, numbered: bool, bold: bool) -> int:
    if re.search(r"[.?!]\s+\S", words) and not re.search(r"\b(?:No|St|vs)\.\s", words):
        return 0
    tokens = _WORD.findall(words)
    if not tokens or not (words[0].isupper() or words[0].isdigit() or words[0] in "‘'“\"("):
        return 0
    real = [token for token in tokens if token.lower() not in _SMALL]
    titled = sum(1 for token in real if token[0].isupper())
    if real and titled == len(real) and count <= 14:
        return 3
    if numbered and words.endswith("?") and count <= 14:
        return 4  # an item that asks: "Item 5: When will the pier reopen?" (convention 122)
    if bold and count <= 14 and not _LEAD_IN.search(words):
        return 3
    if count <= 8 and not _LEAD_IN.search(words) and "," not in words:
        return 4
    return 4 if numbered and count <= 12 and not _LEAD_IN.search(words) else 0
