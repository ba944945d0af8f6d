"""Conventions 73 to 137 in the wording of other houses: a second form of each beside a text of the same look that is none of it."""

from collections.abc import Callable

import pytest

from extract.records import Reading
from tests.conventions import MINUTES, Example, actions, bodies, people, relations

HEAD = "Ashcombe Borough Council\n\nScrutiny Committee\n\nThursday, 4 March 2021\n\n"
COUNCIL, COMMITTEE = "Ashcombe Borough Council", "Scrutiny Committee"
PART_OF = f"{COMMITTEE} part_of {COUNCIL}"


def items(reading: Reading) -> list[str]:
    """Each decision by the number and title of its item."""
    return [f"{d.minute_number or '-'} {d.item_title or '-'}" for d in reading.decisions]


def date(reading: Reading) -> list[str]:
    """The date of the paper in EDTF, a hyphen where it states none."""
    return [reading.paper.date or "-"]


Ask = Callable[[Reading], list[str]]
EXAMPLES: list[tuple[int, Ask, Example]] = [
    (
        73,
        actions,
        Example(
            "The Chair agreed to seek clarification and Mr Lark offered to write to the school.",
            (
                "The Chair, -: The Chair agreed to seek clarification",
                "Mr Lark, -: Mr Lark offered to write to the school",
            ),
            "The Chair agreed with Mr Lark that the school had been clear.",
        ),
    ),
    (
        74,
        actions,
        Example(
            "Ms Vale gave an undertaking to bring the figures to the next meeting.",
            ("Ms Vale, to the next meeting: Ms Vale gave an undertaking to bring the figures to the next meeting",),
            "Ms Vale gave an account of the undertaking that runs the ferries.",
        ),
    ),
    (
        74,
        actions,
        Example(
            "Mr Hurst, in reply to Cllr Pell, undertook to check the lease.",
            ("Mr Hurst, -: Mr Hurst, in reply to Cllr Pell, undertook to check the lease",),
            "Mr Hurst, in reply to Cllr Pell, read out the lease.",
        ),
    ),
    (
        77,
        actions,
        Example(
            "The Director was also asked to confirm whether the grant was spent.",
            ("The Director, -: The Director was also asked to confirm whether the grant was spent",),
            "The Director was also asked whether the grant was spent.",
        ),
    ),
    (
        78,
        actions,
        Example(
            "The Board have requested this to be clarified as a matter of urgency.",
            ("-, as a matter of urgency: The Board have requested this to be clarified as a matter of urgency",),
            "The Board had requested this to be clarified before the fire.",
        ),
    ),
    (
        83,
        actions,
        Example(
            "Actions\n\n1. MW to produce a poster\n\n2. Agree letter to the school at next meeting\n\nDecisions\n\n1. The plan.",
            ("MW, -: MW to produce a poster", "-, at next meeting: Agree letter to the school at next meeting"),
            "Letters\n\n1. From the school, read at the last meeting\n\nVisits\n\n1. The plan.",
        ),
    ),
    (
        84,
        actions,
        Example(
            "### Actions\n\n1. KC to action\n\n2. HC to look at this",
            ("KC, -: KC to action", "HC, -: HC to look at this"),
            "### Notes\n\n1. KC in action\n\n2. HC looked at this",
            name="paper.md",
        ),
    ),
    (
        86,
        actions,
        Example(
            "The Clerk reported that the information requested at 2.4 had not yet been received. The Clerk will ask again.",
            ("The Clerk, -: The Clerk will ask again",),
            "Items 137 and 140 were completed; 152 – it was noted that this was on-going. The quotes were in hand.",
        ),
    ),
    (
        88,
        actions,
        Example(
            "Cllr Pell to mend the gate prior to Easter.",
            ("Cllr Pell, prior to Easter: Cllr Pell to mend the gate prior to Easter",),
            "Cllr Pell spoke of the gate that was mended prior to Easter.",
        ),
    ),
    (
        90,
        people,
        Example(
            "PRESENT: Mr T Bond,\nMrs S Lark (Vice-Chairman),\nMr N Pell\n\n1. Ferries",
            (f"N Pell, - at {COMMITTEE}", f"S Lark, Vice-Chairman at {COMMITTEE}", f"T Bond, - at {COMMITTEE}"),
            "Present: none\n\n1. Ferries",
            head=HEAD,
        ),
    ),
    (
        98,
        people,
        Example(
            "Present: Councillor A Amery (in the Chair); Councillor T Pell (Vice-Convener)\n\n1. Ferries",
            (f"A Amery, Chair at {COMMITTEE}", f"T Pell, Vice-Convener at {COMMITTEE}"),
            "Present: two clerks (in the Chair’s place)\n\n1. Ferries",
            head=HEAD,
        ),
    ),
    (
        98,
        people,
        Example(
            "The meeting was chaired by Mrs Jane Finch.",
            (f"Jane Finch, chair at {COMMITTEE}",),
            "The meeting was chaired by turns.",
            head=HEAD,
        ),
    ),
    (
        98,
        people,
        Example(
            "Cllr Amery took the Chair and welcomed everyone.",
            (f"Amery, Chair at {COMMITTEE}",),
            "The school meeting of May was chaired by Mrs Jane Finch.",
            ("Jane Finch",),
            head=HEAD,
        ),
    ),
    (
        102,
        people,
        Example(
            "Apologies for absence\n\nAnn Vale, Director of Place, Ashcombe Borough Council\nTom Hurst, Chief Executive, Marlow Trust",
            (f"Ann Vale, Director of Place at {COUNCIL}", "Tom Hurst, Chief Executive at Marlow Trust"),
            "Apologies for absence\n\nThe Director of Place and the Chief Executive of Marlow Trust.",
            head=HEAD,
        ),
    ),
    (
        104,
        people,
        Example(
            "Apologies for lateness were received from Cllr Pell, who joined the meeting at 6.55pm.",
            ("Pell, Councillor at -",),
            "The meeting joined the bus at 6.55pm with apologies for its lateness.",
            head=MINUTES,
        ),
    ),
    (
        115,
        actions,
        Example(
            "Present: Ann Vale (AV), Tom Hurst (TH)\n\n1. Ferries\n\nTH said that ferries were late. AV agreed to write to the owner.",
            ("AV, -: AV agreed to write to the owner",),
            "1. Ferries\n\nThe AV screen was late. TH was the label of the room.",
            head=HEAD,
        ),
    ),
    (
        120,
        items,
        Example(
            "180 FERRY TIMES\n\nRESOLVED that the report be noted.\n\n46 (29) PIER LEASE –\n\nRESOLVED that the lease be granted.",
            ("180 FERRY TIMES", "46 (29) PIER LEASE –"),
            "180 ferries sailed in 1946 (29 of them at night).",
            head=HEAD,
        ),
    ),
    (
        122,
        items,
        Example(
            "1. Ferries\n\nIt was agreed to pay.\n\nItem 5: When will the pier reopen?\n\nIt was agreed to wait.",
            ("1. Ferries", "Item 5 When will the pier reopen?"),
            "1. Ferries\n\nIt was agreed to pay.\n\nWhen will the pier reopen?\n\nIt was agreed to wait.",
            ("1. Ferries", "1. Ferries"),
            head=HEAD,
        ),
    ),
    (
        124,
        date,
        Example(
            "Meeting: 15/03/2017 - Board (Item 32)\n\nThe minutes of the meeting held on 1 February 2017 were agreed.",
            ("2017-03-15",),
            "Next meeting: MONDAY 3 JUNE 2024\n\nPresent: Cllr Pell",
            ("-",),
            head="Ashcombe Borough Council\n\nMinutes of the Board\n\n",
        ),
    ),
    (
        125,
        date,
        Example(
            "Minutes of the meeting held on 20.7.17\n\n1. Ferries",
            ("2017-07-20",),
            "Minutes 20.7.99 were read.\n\n1. Ferries",
            ("-",),
            head="Fenwick Parish Council\n\n",
        ),
    ),
    (
        132,
        bodies,
        Example(
            "Fenwick Town Council (F.T.C.) met. F.T.C. had mended the road.",
            (COUNCIL, COMMITTEE, "Fenwick Town Council (F.T.C.)"),
            "The lamps at 6 p.m. and 7 a.m. were out, i.e. off.",
            (COUNCIL, COMMITTEE),
            head=HEAD,
        ),
    ),
    (
        137,
        relations,
        Example(
            "The Ferry Joint Committee, a joint committee of Marlow Vale Council and Fenwick Council, met. The Harbour Board oversees the Pier Group.",
            (
                PART_OF,
                "Ferry Joint Committee part_of Marlow Vale Council",
                "Ferry Joint Committee part_of Fenwick Council",
                "Pier Group reports_to Harbour Board",
            ),
            "The Ferry Joint Committee wrote to Marlow Vale Council and Fenwick Council. The Harbour Board met the Pier Group.",
            (PART_OF,),
            head=HEAD,
        ),
    ),
    (
        137,
        actions,
        Example(
            "The Pier Board will report back to the Committee in May 2021.",
            ("Pier Board, in May 2021: The Pier Board will report back",),
            "The Pier Board will report annually to full Council.",
        ),
    ),
    (
        147,
        actions,
        Example(
            "The Clerk will write to the owner. Cllr Pell agreed to speak with the school and",
            ("The Clerk, -: The Clerk will write to the owner",),
            "Cllr Pell will ask the county to",
        ),
    ),
]
NAMES = [f"{number}-{place}" for place, (number, *_) in enumerate(EXAMPLES)]


@pytest.mark.parametrize(("number", "ask", "example"), EXAMPLES, ids=NAMES)
def test_another_wording_is_read(number: int, ask: Ask, example: Example) -> None:
    found = ask(example.read(example.text))
    wanted = [next((line for line in example.found if got.startswith(line)), None) for got in found]
    assert sorted(filter(None, wanted)) == sorted(example.found) and None not in wanted, (number, found)


@pytest.mark.parametrize(("number", "ask", "example"), EXAMPLES, ids=NAMES)
def test_what_only_looks_like_it_is_not(number: int, ask: Ask, example: Example) -> None:
    assert ask(example.read(example.other)) == list(example.other_found), number


def test_those_that_the_other_tables_leave_to_this_one_are_here() -> None:
    assert {84, 86, 102, 104, 115, 122, 132} <= {number for number, *_ in EXAMPLES}
