"""Pages saved from a browser: each kind of page of a committee system, and a page of another make, read whole from bytes to records."""

from pathlib import Path

import pytest

from extract import read_paper
from extract.blocks import Layout
from extract.readers import read_layout
from extract.records import Reading

PAGES = Path(__file__).parent / "data" / "pages"

#: What each page states: kind, title, body, date.
FACTS = {
    "item": ("minutes", "Winter Road Plan", "Cabinet", "2024-01-17"),
    "decision": ("decision", "Lease of the Old Granary", "Cabinet Member for Property and Assets", "2024-02-05"),
    "issue": (None, "Library Opening Hours", None, None),
    "meeting": ("minutes", "Adult Care Scrutiny Panel", "Adult Care Scrutiny Panel", "2024-03-12"),
    "other": (
        "minutes",
        "Minutes of the meeting of Little Haven Parish Council",
        "Little Haven Parish Council",
        "2024-06-04",
    ),
}
DECISIONS = {
    "item": [
        ("approve", "That the Winter Road Plan be approved."),
        ("bring", "That a report on the cost of salt be brought to Cabinet in June 2024."),
    ],
    "decision": [
        ("approve", "Approved the grant of a lease of the Old Granary for ten years"),
        ("delegate", "Delegated authority to the Head of Property to settle the terms."),
    ],
    "issue": [],
    "meeting": [
        ("recommend", "RESOLVED – That the Cabinet be recommended to extend the home care contracts by one year.")
    ],
    "decisions": [
        ("approve", "Approved the felling of two ash trees."),
        ("agree", "Agreed to waive the rents of the Saturday market in March 2024."),
    ],
    "other": [("purchase", "It was resolved to buy a new swing at a cost of £840.")],
}
ACTIONS = {
    "item": [(None, "2024-06")],
    "decision": [],
    "issue": [],
    "meeting": [("Amina Yusuf", None)],
    "decisions": [],
    "other": [("Jo Finch", "2024-06"), ("Ruth Vale", None)],
}


def reading_of(page: str) -> Reading:
    return read_paper((PAGES / f"{page}.html").read_bytes(), name=f"{page}.html")


def layout_of(page: str) -> Layout:
    return read_layout((PAGES / f"{page}.html").read_bytes(), name=f"{page}.html")


@pytest.mark.parametrize(("page", "expected"), FACTS.items(), ids=FACTS.keys())
def test_facts(page: str, expected: tuple[str | None, ...]) -> None:
    paper = reading_of(page).paper
    assert (paper.kind, paper.title, paper.body, paper.date) == expected


@pytest.mark.parametrize(("page", "expected"), DECISIONS.items(), ids=DECISIONS.keys())
def test_a_resolution_under_decision_and_under_minutes_is_one(page: str, expected: list[tuple[str, str]]) -> None:
    assert [(d.verb, d.text) for d in reading_of(page).decisions] == expected


@pytest.mark.parametrize(("page", "expected"), ACTIONS.items(), ids=ACTIONS.keys())
def test_actions(page: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(a.owner_name, a.due_date) for a in reading_of(page).actions] == expected


SILENT_WORDS = {
    "meeting": ["We use cookies", "Bins and recycling", "What's new", "View the declarations", "may be filmed", "Privacy notice"],
    "item": ["View the background"],
    "other": ["Village shop opening times", "Recent posts", "Bus timetable", "Haven Web Ltd"],
    "decisions": ["Use the below search options"],
}  # fmt: skip


@pytest.mark.parametrize(("page", "phrases"), SILENT_WORDS.items(), ids=SILENT_WORDS.keys())
def test_menus_notices_and_feet_are_no_part_of_the_paper(page: str, phrases: list[str]) -> None:
    layout = layout_of(page)
    read = " ".join(layout.text[b.start : b.end] for b in layout.blocks if b.kind not in ("boilerplate", "furniture"))
    for phrase in phrases:
        assert phrase in layout.text and phrase not in read


def test_the_number_of_an_item_stands_before_its_title() -> None:
    layout = layout_of("meeting")
    items = [(b.number, layout.text[b.body_start : b.end]) for b in layout.blocks if b.kind == "heading" and b.number]
    assert items == [("21.", "Apologies for Absence"), ("22.", "Filming at Meetings"), ("23.", "Home Care Contracts")]


def test_the_fields_of_a_page_are_labels() -> None:
    labels = {b.label for b in layout_of("decision").blocks if b.label}
    assert {"Decision Maker", "Decision status", "Is Key decision", "Report author", "Date of decision"} <= labels


def test_the_words_of_a_paper_are_kept_whatever_an_extractor_thinks_of_them() -> None:
    layout = layout_of("other")
    read = [layout.text[b.start : b.end] for b in layout.blocks if b.kind not in ("boilerplate", "furniture")]
    assert read[0].startswith("Minutes of the meeting") and read[-1].endswith("half past seven.")
    assert len(read) == 9
