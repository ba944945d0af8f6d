"""Status words that papers print beside earlier actions, and the state each comes to (a closed list; practice notes, section 1)."""

import re
from functools import cache

from extract import vocabulary
from extract.records import ActionStatus

#: What may follow a status word that opens a longer cell: "Complete – letter sent", "Closed (6 May)".
_AFTER = re.compile(r"\s*(?:[-–—:;,.(/\n]|$)")


@cache
def _statuses() -> dict[str, ActionStatus]:
    return {str(words).lower(): state for words, state in vocabulary.load("actions")["statuses"].items()}


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"\W*({vocabulary.alternation(_statuses())})(?!\w)", re.IGNORECASE)


def status_of(words: str | None) -> ActionStatus:
    """The state that a status word comes to; `raised` where the paper gives none. A colour is one where the paper's legend says so."""
    if words is None:
        return "raised"
    if words.lower().strip(" .*") in vocabulary.words("logs", "colours"):
        return "closed"
    return _statuses()[" ".join(words.lower().split()).strip(" .*")]


def find_status(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a status word opens text[start:end] and stands apart from what follows it; None where none does."""
    match = _opening().match(text, start, end)
    if match is None or not _AFTER.match(text[match.end() : end]):
        return None
    return match.start(1), match.end(1)
