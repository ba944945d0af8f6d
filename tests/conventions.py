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


def people(reading: Reading) -> list[str]:
    """Each post as "person, role at body", a hyphen for what is not stated; people without any post by name alone."""
    held = sorted({f"{m.person_name}, {m.role or '-'} at {m.organisation_name or '-'}" for m in reading.memberships})
    posted = {m.person_name for m in reading.memberships}
    return held + sorted(p.name for p in reading.people if p.name not in posted)


def bodies(reading: Reading) -> list[str]:
    """The names of the bodies, with their other names in brackets."""
    return [o.name + (f" ({'; '.join(o.other_names)})" if o.other_names else "") for o in reading.organisations]


def programmes(reading: Reading) -> list[str]:
    """The names of the programmes."""
    return [p.name for p in reading.programmes]


def relations(reading: Reading) -> list[str]:
    """Each relation as "subject type object"."""
    return [f"{r.subject_name} {r.type} {r.object_name}" for r in reading.relations]
