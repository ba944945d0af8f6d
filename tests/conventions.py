"""Papers for the tests of conventions: a few lines under a heading, read as a paper is read, and what is found said in short lines."""

from dataclasses import dataclass

from extract import read_paper
from extract.records import Reading

MINUTES = "Ashcombe Borough Council\n\nMinutes of the Scrutiny Committee held on 4 March 2021\n\n"
REPORT = "Ashcombe Borough Council\n\nReport to Cabinet, 4 March 2021\n\nReport of the Director of Place\n\n"


@dataclass(frozen=True)
class Example:
    """What a convention looks like, what is to be found in it, and a text that only looks like it, with what that gives."""

    text: str
    found: tuple[str, ...]
    other: str
    other_found: tuple[str, ...] = ()
    head: str = MINUTES
    name: str = "paper.txt"

    def read(self, text: str) -> Reading:
        """The reading of one of the two texts under the heading."""
        return read_paper((self.head + text).encode(), name=self.name)


def decisions(reading: Reading) -> list[str]:
    """Each decision as "kind verb: words", in the order of the paper."""
    return [f"{d.kind} {d.verb}: {d.text.rstrip('.')}" for d in reading.decisions]


def actions(reading: Reading) -> list[str]:
    """Each action as "owner, due: words", in the order of the paper; a hyphen stands for what is not stated."""
    return [f"{a.owner_raw or '-'}, {a.due_raw or '-'}: {a.text.rstrip('.')}" for a in reading.actions]
