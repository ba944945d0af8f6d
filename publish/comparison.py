"""The councils side by side: the same questions put to the papers of each, and each question as a table that can be taken away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from publish import answers, links
from publish.answers import Answer
from publish.exports.tables import Field, Table
from publish.questions import Question
from publish.view import Site

#: How many answers of a council stand open at once; the rest is folded away.
_OPEN = 40
NOT_STATED = "not stated in the papers read"


@dataclass(frozen=True)
class Asked:
    """A question with the answers by council; an empty list means: not stated in the papers read."""

    question: Question
    answers: dict[str, list[Answer]]

    @property
    def page(self) -> str:
        """Address of its page, from the top of the site."""
        return f"compare/{self.question.id}/"

    @property
    def file(self) -> str:
        """Its file below data/."""
        return f"compare/{self.question.id}.csv"

    def groups(self, council: str, *, folded: bool = False) -> list[tuple[str | None, list[Answer]]]:
        """The answers of a council by group, in order; one group without a name where the question asks for none.

        Those that stand open at once, or where they are many the rest, which is `folded` away.
        """
        found = self.answers[council]
        part = found[_OPEN:] if folded else found[:_OPEN]
        return [(group, list(inside)) for group, inside in groupby(part, key=lambda a: a.group)]


@dataclass(frozen=True)
class Comparison:
    """Counts by council, and the questions."""

    counts: list[tuple[str, dict[str, int]]]
    asked: list[Asked]


def compare(site: Site, questions: Sequence[Question]) -> Comparison:
    """All councils, in their order in councils.yml; the questions in the order of their file."""
    return Comparison(
        counts=[(label, {c.id: count(site, c.id) for c in site.councils}) for label, count in _COUNTS],
        asked=[Asked(q, {c.id: answers.find(site, q, c.id) for c in site.councils}) for q in questions],
    )


def _number(table: str) -> Callable[[Site, str], int]:
    return lambda site, council: len(site.of_council(table, council))


def _of_kind(table: str, kind: str, *, be: bool = True) -> Callable[[Site, str], int]:
    return lambda site, council: sum((r.kind == kind) is be for r in site.of_council(table, council))


def _answered(site: Site, council: str) -> int:
    return sum(site.standing(a).settled for a in site.of_council("actions", council))


_COUNTS: tuple[tuple[str, Callable[[Site, str], int]], ...] = (
    ("Papers read", _number("papers")),
    ("Decisions taken", _of_kind("decisions", "recommended", be=False)),
    ("Recommendations put", _of_kind("decisions", "recommended")),
    ("Actions", _number("actions")),
    ("Actions with an answer found", _answered),
    ("Bodies named", _number("organisations")),
    ("People named", _number("people")),
    ("Programmes named", _number("programmes")),
    ("Relations stated", _number("relations")),
)


def table_of(site: Site, asked: Asked) -> Table:
    """The answers as a table: a row for each passage of each answer; a council without an answer has one row that says so."""
    shown = answers.columns(asked.question)
    fields = [
        _field("council", "name of the council whose papers state it"),
        _field("papers_read", "titles of the papers of the council in which it was looked for", "list"),
        _field(
            "answer",
            "number of the answer among those of the council; several rows where it rests on several passages",
            "integer",
        ),
        *(_field(column_name(label), f"{label}; a blank means that the papers do not say") for label in shown),
        _field("paper_id", "paper in which the passage stands"),
        _field("paper_title", "title of that paper, or its id where it prints none"),
        _field("page", "page of the file, from 1", "integer"),
        _field("quote", "the words of the passage"),
        _field(
            "address", "address of the passage; from the top of the site where the site was built without its address"
        ),
    ]
    rows = [row for c in site.councils for row in _rows(site, asked, c.id, shown)]
    return Table(
        asked.file.removesuffix(".csv"),
        f"answers to “{asked.question.title}”, with their passages",
        tuple(fields),
        rows,
        [],
    )


def column_name(label: str) -> str:
    """The heading of a column as the name of a field."""
    return "answer_" + "_".join("".join(c if c.isalnum() else " " for c in label.lower()).split())


def _field(name: str, says: str, kind: str = "string") -> Field:
    return Field(name, kind, "structural", says, (), False)


def _rows(site: Site, asked: Asked, council: str, shown: Sequence[str]) -> list[dict[str, Any]]:
    blank: dict[str, Any] = dict.fromkeys(
        ["answer", *map(column_name, shown), "paper_id", "paper_title", "page", "quote", "address"]
    )
    head = {
        "council": site.council_name(council),
        "papers_read": [site.paper_title(p.id) for p in site.papers_read(council)],
    }
    found = asked.answers[council]
    if not found:
        return [blank | head | {column_name(shown[0]): NOT_STATED}]
    rows = []
    for number, answer in enumerate(found, 1):
        cells = {column_name(cell.label): cell.words for cell in answer.cells}
        for e in answer.evidence:
            passage = {
                "paper_id": e.paper_id,
                "paper_title": site.paper_title(e.paper_id),
                "page": e.page,
                "quote": e.quote,
            }
            address = (site.site_url.rstrip("/") + "/" if site.site_url else "") + links.passage(e)
            rows.append(blank | head | {"answer": number} | cells | passage | {"address": address})
    return rows
