"""Status words that papers print beside earlier actions, and the state each comes to (a closed list; practice notes, section 1)."""

from extract import vocabulary
from extract.records import ActionStatus


def status_of(words: str | None) -> ActionStatus:
    """The state that a status word comes to; `raised` where the paper gives none."""
    if words is None:
        return "raised"
    statuses: dict[str, ActionStatus] = vocabulary.load("actions")["statuses"]
    return statuses[words.lower().strip(" .")]
