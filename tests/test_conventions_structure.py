"""Conventions 120 to 147: numbers, dates, bodies, programmes and the traces of conversion, each beside what only looks like it."""

from collections.abc import Callable

import pytest

from extract.records import Reading
from tests.conventions import MINUTES, Example, actions, bodies, decisions, people, programmes, relations


def date(reading: Reading) -> list[str]:
    """The date of the paper in EDTF."""
    return [reading.paper.date or "-"]


def numbered(reading: Reading) -> list[str]:
    """Each decision with the number and title of its item."""
    return [f"{d.minute_number or d.part or '-'} {d.item_title or '-'}" for d in reading.decisions]


COUNCIL = "Ashcombe Borough Council"
PANEL = f"{COUNCIL}\n\nMinutes of the Ferry Panel\n\n"
#: Each with what is asked of the readings; the words found must be these.
EXAMPLES: dict[int, tuple[Callable[[Reading], list[str]], Example]] = {
    120: (
        numbered,
        Example(
            "84. Ferries\n\nRESOLVED that the plan be approved.\n\n67/19 Piers\n\nRESOLVED that the lease be granted.",
            ("84. Ferries", "67/19 Piers"),
            "In 1984 ferries ran daily.",
        ),
    ),
    121: (
        numbered,
        Example(
            "7 Ferries\n\n7.1 Mr Lark spoke.\n\n7.2 The Committee agreed to fund the crossing.",
            ("7.2 7 Ferries",),
            "It took 7.2 hours.",
        ),
    ),
    123: (
        decisions,
        Example(
            "Decision:\n\nThat the lease be granted.\n\nAdditional documents:\n\nLease plan",
            ("resolved grant: That the lease be granted",),
            "Additional documents:\n\nDecision plan",
        ),
    ),
    124: (
        date,
        Example(
            "1. The minutes of the meeting held on 28 June 2020 were approved.",
            ("-",),
            "1. Nothing.",
            ("-",),
            head=PANEL,
        ),
    ),
    125: (
        date,
        Example(
            "HELD ON THURSDAY, 22ND SEPTEMBER, 2014\n\n1. Ferries",
            ("2014-09-22",),
            "The pier burnt down on 22nd September, 2014.",
            ("-",),
            head=PANEL,
        ),
    ),
    126: (
        decisions,
        Example(
            "RESOLVED that the plan be approved.\n\nSigned …………… Chairman      Date ………\n\nThe meeting concluded at 12.40 p.m.",
            ("resolved approve: RESOLVED that the plan be approved",),
            "Minutes are draft until approved at the next meeting.\n\nThe meeting concluded at 12.40 p.m.",
        ),
    ),
    129: (
        relations,
        Example(
            "Councillor Ann Amery declared an interest as her sister works for Marlow Hospital Trust.",
            (f"Scrutiny Committee part_of {COUNCIL}",),
            "Councillor Ann Amery thanked Marlow Hospital Trust.",
            (f"Scrutiny Committee part_of {COUNCIL}",),
        ),
    ),
    130: (
        actions,
        Example(
            "Members of the public must disclose whether they wish to film and may not speak during items. The Chair would ask anyone filming to stop if asked.\n\n1. Ferries\n\nMr Lark undertook to send the timetable.",
            ("Mr Lark, -: Mr Lark undertook to send the timetable",),
            "You must disclose any interest and leave the room.",
        ),
    ),
    131: (
        bodies,
        Example(
            "The Ashcombe Integrated Care Board (ICB) met. The ICB was told of the cost.",
            (COUNCIL, "Scrutiny Committee", "Ashcombe Integrated Care Board (ICB)"),
            "The cost (£2m) was told.",
            (COUNCIL, "Scrutiny Committee"),
        ),
    ),
    133: (
        decisions,
        Example(
            "This Council resolved to support the ferry.",
            ("resolved support: This Council resolved to support the ferry",),
            "This council house was resolved upon in 1919.",
        ),
    ),
    134: (
        bodies,
        Example(
            "The Health & Wellbeing Board met in May. The Health and Wellbeing Board will meet again.",
            (COUNCIL, "Scrutiny Committee", "Health and Wellbeing Board (Health & Wellbeing Board)"),
            "Health and wellbeing matter.",
            (COUNCIL, "Scrutiny Committee"),
        ),
    ),
    136: (
        programmes,
        Example(
            "Members welcomed the Ashcombe Ferry Strategy 2019-25, the Pier Renewal Programme and the ‘Invest to Save’ Fund.",
            ("Ashcombe Ferry Strategy 2019-25", "Pier Renewal Programme"),
            "Members welcomed a strategy, a plan and a fund.",
        ),
    ),
    137: (
        relations,
        Example(
            "The Ferry Delivery Group reports to the Ashcombe Transport Board. The Pier Panel is a sub-committee of the Ashcombe Harbour Committee.",
            (
                "Ferry Delivery Group reports_to Ashcombe Transport Board",
                "Pier Panel part_of Ashcombe Harbour Committee",
            ),
            "The Ferry Delivery Group met the Ashcombe Transport Board.",
            head="Note on ferries\n\n",
        ),
    ),
    140: (
        actions,
        Example(
            "Mr Lark undertook to send the\n\n[page 14]\n\ntimetable to all members.",
            ("Mr Lark, -: Mr Lark undertook to send the",),
            "[page 14]\n\nAll minutes are draft until agreed.",
        ),
    ),
    141: (
        people,
        Example(
            "Present: **Cllr** **Ann** **Amery** (Chair)\n\n1\\. Ferries",
            ("Ann Amery, Chair at Scrutiny Committee",),
            "\\- none",
            head="# Ashcombe Borough Council\n\n## Minutes of the Scrutiny Committee held on 4 March 2021\n\n",
            name="paper.md",
        ),
    ),
    142: (
        decisions,
        Example(
            "RESOLVED –\u00a0That the\u00a0‘Bright  Nights’ plan be approved.",
            ("resolved approve: RESOLVED – That the ‘Bright Nights’ plan be approved",),
            "The\u00a0‘Bright  Nights’ plan was shown.",
        ),
    ),
    146: (
        lambda reading: decisions(reading) + actions(reading) + people(reading),
        Example(
            "Penderfynwyd cymeradwyo’r adroddiad. Bydd y Cynghorydd Sioned Bevan yn cysylltu â’r Bwrdd Iechyd cyn y cyfarfod nesaf.",
            (),
            "Diolchodd y Cadeirydd i bawb.",
            head="Cyngor Cymuned\n\nCofnodion\n\n",
        ),
    ),
    147: (
        actions,
        Example(
            "Ms Vale undertook to send the figures. Mr Lark undertook to",
            ("Ms Vale, -: Ms Vale undertook to send the figures",),
            "Mr Lark undertook to",
        ),
    ),
}
#: Conventions of layout, packs and identity, shown where those are tested.
ELSEWHERE = {
    122: "tests/test_conventions_variations.py",
    127: "tests/test_packs.py",
    128: "docs/limits.md",
    132: "tests/test_conventions_variations.py",
    135: "tests/test_organisations.py",
    138: "tests/test_readers_pdf_tables.py",
    139: "tests/test_readers_pdf_tables.py",
    143: "docs/limits.md",
    144: "tests/test_readers_pdf_tables.py",
    145: "tests/test_ocr.py",
}


@pytest.mark.parametrize("number", EXAMPLES)
def test_the_example_is_read(number: int) -> None:
    ask, example = EXAMPLES[number]
    found = ask(example.read(example.text))
    assert len(found) == len(example.found) and all(
        line.startswith(wanted) for line, wanted in zip(found, example.found, strict=True)
    ), found


@pytest.mark.parametrize("number", EXAMPLES)
def test_what_only_looks_like_it_gives_nothing_more(number: int) -> None:
    ask, example = EXAMPLES[number]
    assert ask(example.read(example.other)) == list(example.other_found)


def test_every_convention_is_shown() -> None:
    assert set(EXAMPLES) | set(ELSEWHERE) == set(range(120, 148))
    assert MINUTES.startswith(COUNCIL)
