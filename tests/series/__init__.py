"""A year of a made-up council's papers: what they ask for, and what became of each thing.

`papers/` holds each paper as Markdown; `STATES` says how a careful clerk would find every action on the last day, and by which words.
"""

import datetime
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from extract.corrections import ClerkEntry
from extract.councils import Council
from extract.reading import read_paper
from extract.records import Reading
from graph import build_governance
from graph.governance import Governance
from tests.series.make import page, pdf

PAPERS = Path(__file__).parent / "papers"
COUNCIL = Council(id="brackwater", name="Brackwater Borough Council")
AS_OF = datetime.date(2025, 7, 1)


def sources() -> dict[str, str]:
    """The Markdown of each paper by its id, in the order of their days."""
    return {path.stem: path.read_text(encoding="utf-8") for path in sorted(PAPERS.glob("*.md"))}


#: The formats of the series: the ending of a file, and what makes its bytes of the Markdown.
FORMATS: dict[str, Callable[[str], bytes]] = {"md": str.encode, "pdf": pdf, "html": page}


@cache
def readings(ending: str = "md") -> list[Reading]:
    """The papers as read from files of one format."""
    make = FORMATS[ending]
    return [
        read_paper(make(text), name=f"{paper}.{ending}", paper_id=paper, council=COUNCIL.id)
        for paper, text in sources().items()
    ]


def governance(
    read: list[Reading] | None = None, *, as_of: datetime.date = AS_OF, entries: Sequence[ClerkEntry] = ()
) -> Governance:
    """What the papers come to on a day, with what the clerk recorded."""
    return build_governance(readings() if read is None else read, councils=[COUNCIL], entries=entries, as_of=as_of)


#: A few words of each action → its state, how that is known, and the words that justify it (none where nothing was found).
STATES: dict[str, tuple[str, str, str | None]] = {
    "winter ferry timetable": ("closed", "stated", "Complete"),
    "write to Brackwater Buses": (
        "answer_found",
        "worked_out",
        "the Clerk reported that the letter to Brackwater Buses had been sent on 3 July 2024",
    ),
    "plan for evening clinics": ("answer_found", "worked_out", "the plan is enclosed"),
    "survey the culvert": ("answer_possible", "worked_out", "Survey the culvert under Mill Lane"),
    "drainage of the playing fields": ("no_answer_found_in_papers_read", "worked_out", None),
    "missed bin collections in North Ward": (
        "answer_possible",
        "worked_out",
        "the figures for missed bin collections had been circulated",
    ),
    "missed bin collections in South Ward": (
        "answer_possible",
        "worked_out",
        "the figures for missed bin collections had been circulated",
    ),
    "condition of the sea wall": ("answer_found", "worked_out", "The condition of the sea wall"),
    "waiting list for the allotments": ("no_answer_found_in_papers_read", "worked_out", None),
    "lamps on the harbour steps": ("carried_to_successor_body", "worked_out", "Six of ten lamps are fitted."),
    "sweeping crews": ("response_received", "stated", "Accepted"),
    "litter bins along the quay": ("response_received", "stated", "Partly accepted"),
    "market square": ("not_accepted", "stated", "Traders need to load on Saturdays."),
    "rents of the beach huts": ("proposed_for_closure", "stated", "Proposed for closure"),
    "private roads": ("deferred", "stated", "Put off until the new team is in place."),
    "cars that park on the quay": ("no_answer_found_in_papers_read", "worked_out", None),
    "fares for residents": ("no_answer_found_in_papers_read", "worked_out", None),
    "flood signs": ("no_answer_found_in_papers_read", "worked_out", None),
}
