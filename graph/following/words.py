"""The words of actions and answers made comparable: references, minute numbers, and what a text is about."""

import re
import unicodedata
from functools import cache

from graph import vocabulary


def plain(text: str) -> str:
    """A text in small letters without punctuation, words parted by one space."""
    folded = unicodedata.normalize("NFKC", text).replace("’", "'").replace("'s ", " ").replace("'", "").casefold()
    return " ".join(re.sub(r"[^\w£%]+", " ", folded).split())


@cache
def task_key(text: str, owner: str | None = None) -> str:
    """The task alone: without its owner, "to", "would", "that" and the like before it, so that log and minutes agree."""
    words = plain(text)
    for lead in (*([plain(owner)] if owner else []), "that", "action", "the"):
        words = re.sub(rf"^(?:the )?{re.escape(lead)} ", "", words) if lead else words
    return re.sub(
        r"^(?:(?:to|will|would|should|shall|must|agreed to|undertook to|be asked to|is asked to|was asked to)\s+)+",
        "",
        words,
    )


@cache
def subject(text: str) -> frozenset[str]:
    """The words that say what a text is about, in a plain form: without small words and words of procedure."""
    dull = vocabulary.words("dull_words", "following")
    return frozenset(
        _stem(w)
        for w in plain(text).split()
        if w not in dull and len(w) > 2 and not w[0].isdigit() and _stem(w) not in dull
    )


def _stem(word: str) -> str:
    """A word without its commonest endings: "letters" and "letter", "cleaned" and "clean" are one."""
    for ending in ("ings", "ing", "ies", "ied", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            return stem + "y" if ending in ("ies", "ied") else stem.rstrip("e") if len(stem) > 3 else stem
    return word.rstrip("e") if len(word) > 4 else word


def likeness(about: frozenset[str], told: frozenset[str]) -> float:
    """How much of what a thing is about is told of, from 0 to 1."""
    return len(about & told) / len(about) if about else 0.0


def ref_key(ref: str | None) -> str | None:
    """A reference as a key: "SR (25/26) 01" and "SR 25/26 01" are one. None where it is too plain to tell lines apart."""
    if ref is None:
        return None
    key = re.sub(
        r"[^a-z0-9./]", "", re.sub(r"(?<=\d)\s+(?=\d)", "/", " ".join(re.sub(r"[()]", " ", ref.casefold()).split()))
    )
    key = re.sub(r"^(?:no|ref|action|reference|recommendation)+", "", key).strip("./")
    digits = sum(c.isdigit() for c in key)
    if digits == 0 or (digits == len(key) and digits < 4):
        return None
    return key


def number_key(number: str | None) -> str | None:
    """The plain number of a recommendation: "2" for "(2)", "2." and "Recommendation 2"; None for letters and for "2.1"."""
    found = re.fullmatch(r"\D*0*(\d{1,2})\W*", number or "")
    return found[1] if found else None


def minute_key(minute: str | None) -> str | None:
    """A minute number as a key: "Minute 14." and "14" are one."""
    if minute is None:
        return None
    found = re.search(r"\d{1,4}(?:[./]\d{1,4})*(?:\s?\([a-z]{1,3}\))?", minute.casefold())
    return None if found is None else found[0].replace(" ", "").rstrip(".")


def same_minute(cited: str, held: str) -> bool:
    """Whether a cited minute is that of an action: the same, or the item of which it is a paragraph ("6" and "6.2")."""
    return cited == held or held.startswith((f"{cited}.", f"{cited}(")) or cited.startswith((f"{held}.", f"{held}("))


def title_key(title: str | None) -> str | None:
    """A title as a key, without "report on", "the" and a date at its end; None where too little is left to tell it from others."""
    words = plain(title or "")
    for lead in sorted(vocabulary.phrases("title_leads", "following"), key=len, reverse=True):
        if words.startswith(f"{lead} "):
            words = words[len(lead) + 1 :]
            break
    for kind in sorted(vocabulary.phrases("papers_asked_for", "following"), key=len, reverse=True):
        if words.endswith(f" {kind}"):
            words = words[: -len(kind) - 1]
            break
    words = re.sub(r"^(?:the|a|an)\s+", "", words)
    return words if len(subject(words)) >= 2 else None
