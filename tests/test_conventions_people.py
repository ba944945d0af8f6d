"""Conventions 90 to 119, who is there and who speaks: each with an example and with a text that only looks like it."""

import pytest

from tests.conventions import Example, people

A, C = "Ashcombe Borough Council", "Scrutiny Committee"
EXAMPLES = {
    90: Example(
        "PRESENT: Mr R W Amery (Chairman), Mr N Pell, Mrs S Lark OBE\n\n1. Ferries\n\nNothing was said.",
        (f"N Pell, - at {C}", f"R W Amery, Chairman at {C}", f"S Lark, - at {C}"),
        "The present plan for the pier is by Foster and Hill.",
    ),
    91: Example(
        "IN ATTENDANCE: Ann Vale (Director of Place) and Tom Hurst (Principal Engineer)\n\n1. Ferries\n\nNothing was said.",
        (
            "Ann Vale, Director of Place at Ashcombe Borough Council",
            "Tom Hurst, Principal Engineer at Ashcombe Borough Council",
        ),
        "Those in the attendance figures are pupils of two schools.",
    ),
    92: Example(
        "Present: Cllrs Amery (Chairman), Pell and Lark.\n\n1. Ferries\n\nNothing was said.",
        (
            f"Amery, Chairman at {C}",
            f"Lark, - at {C}",
            f"Lark, Councillor at {A}",
            f"Pell, - at {C}",
            f"Pell, Councillor at {A}",
        ),
        "Cllrs were reminded of the date.",
    ),
    94: Example(
        "OFFICIALS IN ATTENDANCE: Chief Executive (Mr. P. Doyle), Director of Support Services (Mr. S. Carr)\n\n1. Ferries\n\nNothing was said.",
        (
            "P. Doyle, Chief Executive at Ashcombe Borough Council",
            "S. Carr, Director of Support Services at Ashcombe Borough Council",
        ),
        "The Chief Executive (who had been on leave) spoke.",
    ),
    96: Example(
        "Present:\n\nDr Ann Vale (AV) Clinical Chair\n\nTom Hurst (TH) Chief Finance Officer\n\nApologies:\n\nSue Lark (SL) Lay Member\n\n1. Ferries\n\nAV opened the meeting.",
        (
            "Ann Vale, Clinical Chair at NHS Ashcombe Integrated Care Board",
            "Sue Lark, Lay Member at NHS Ashcombe Integrated Care Board",
            "Tom Hurst, Chief Finance Officer at NHS Ashcombe Integrated Care Board",
        ),
        "The Care Board met. AV equipment was bought.",
        head="NHS Ashcombe Integrated Care Board\n\nMinutes of the meeting held on 4 March 2021\n\n",
    ),
    98: Example(
        "Councillor Ann Amery in the Chair\n\n1. Ferries\n\nNothing was said.",
        (f"Ann Amery, Chair at {C}",),
        "The chair in the hall was broken.",
    ),
    101: Example(
        "Apologies for absence were received from Councillor Ann Amery and Mr Tom Pell.\n\n1. Ferries\n\nNothing was said.",
        (f"Ann Amery, Councillor at {A}", f"Tom Pell, - at {C}"),
        "No apologies were received.",
    ),
    103: Example(
        "PRESENT: Councillor Ann Amery (Chair), Councillor Tom Pell (substitute for Councillor Sue Lark)\n\n1. Ferries\n\nNothing was said.",
        (
            f"Ann Amery, Chair at {C}",
            f"Sue Lark, Councillor at {A}",
            f"Tom Pell, - at {C}",
            f"Tom Pell, Councillor at {A}",
        ),
        "A substitute for gravel was found.",
    ),
    100: Example(
        "Present:\nCouncillor Ann Amery (Upton Council) (Chair)\nCouncillor Tom Pell (Marlow Council) substitute for Councillor Sue Lark\n\n1. Ferries\n\nNothing was said.",
        (
            "Ann Amery, - at Upton Council",
            "Ann Amery, Chair at Scrutiny Committee",
            "Sue Lark, - at Scrutiny Committee",
            "Sue Lark, Councillor at Ashcombe Borough Council",
            "Tom Pell, - at Scrutiny Committee",
            "Tom Pell, Councillor at Marlow Council",
        ),
        "Councillor training (Upton Council) was welcomed.",
    ),
    106: Example(
        "Present: Cllr Ann Amery (Chair), Cllr Tom Pell, 2 members of the public.\n\n1. Ferries\n\nNothing was said.",
        (f"Ann Amery, Chair at {C}", f"Tom Pell, - at {C}", f"Tom Pell, Councillor at {A}"),
        "Members of the public may speak for three minutes.",
    ),
    107: Example(
        "Ann Vale, Joint Head of Commissioning at Ashcombe Borough Council and Ashcombe CCG, presented slides.",
        (
            "Ann Vale, Joint Head of Commissioning at Ashcombe Borough Council",
            "Ann Vale, Joint Head of Commissioning at Ashcombe CCG",
        ),
        "The Joint Head of Commissioning presented slides.",
    ),
    108: Example(
        "Mr Tom Hurst, Chief Operating Officer, Ashcombe Clinical Commissioning Group, spoke. Mr Hurst was thanked.",
        ("Tom Hurst, Chief Operating Officer at Ashcombe Clinical Commissioning Group",),
        "The Chief Operating Officer, who was thanked, left.",
    ),
    109: Example(
        "The Director of Public Health, Ann Vale, presented the report.",
        ("Ann Vale, Director of Public Health at -",),
        "The Director of Public Health, however, presented nothing.",
    ),
    110: Example(
        "Mr Hurst (Cabinet Member for Ferries) welcomed the plan.",
        ("Hurst, Cabinet Member for Ferries at Ashcombe Borough Council",),
        "The plan (Cabinet Member for Ferries to note) was long.",
    ),
    111: Example(
        "The Policy Officer (Alice Nunn) introduced the item.",
        ("Alice Nunn, Policy Officer at -",),
        "The Policy Officer (two days a week) introduced the item.",
    ),
    112: Example(
        "The Cabinet Member for Ferries (Councillor Ann Amery) submitted a report.",
        ("Ann Amery, Cabinet Member for Ferries at Ashcombe Borough Council",),
        "The Cabinet Member for Ferries (vacant) submitted nothing.",
    ),
    113: Example(
        "The item was introduced by Tom Hurst, Head of Service for Ports.",
        ("Tom Hurst, Head of Service for Ports at -",),
        "The item was introduced by Head of Service for Ports.",
    ),
    116: Example(
        "From: Ann Amery, Cabinet Member for Ferries\nTom Hurst, Corporate Director of Place\n\nTo: Cabinet – 4 March 2021\n\nSubject: Pier repairs\n\nSummary: The pier is old.",
        (
            "Ann Amery, Cabinet Member for Ferries at Ashcombe Borough Council",
            "Tom Hurst, Corporate Director of Place at Ashcombe Borough Council",
        ),
        "From: 1 April 2021\n\nTo: Cabinet – 4 March 2021\n\nSubject: Pier repairs",
        head="Ashcombe Borough Council\n\n",
    ),
    117: Example(
        "1. The pier is old.\n\nContact: Tom Hurst, Principal Engineer, Tel: 01234 000000",
        ("Tom Hurst, Principal Engineer at Ashcombe Borough Council",),
        "1. Contact was lost with the ferry.\n\nTel: 01234 000000",
    ),
    119: Example(
        "Ann Vale, Interim Director of Place, spoke.",
        ("Ann Vale, Interim Director of Place at -",),
        "An interim report was spoken of.",
    ),
}
#: Conventions shown by the tests of lists, of identity and of layouts.
ELSEWHERE = {
    93: "tests/test_people_identity.py",
    95: "tests/test_attendance.py",
    97: "tests/test_attendance.py",
    99: "tests/test_attendance.py",
    102: "tests/test_conventions_variations.py",
    104: "tests/test_conventions_variations.py",
    105: "tests/test_people_identity.py",
    114: "tests/test_people_identity.py",
    115: "tests/test_conventions_variations.py",
    118: "tests/test_people.py",
}


@pytest.mark.parametrize("number", EXAMPLES)
def test_the_example_is_read(number: int) -> None:
    example = EXAMPLES[number]
    assert people(example.read(example.text)) == list(example.found)


@pytest.mark.parametrize("number", EXAMPLES)
def test_what_only_looks_like_it_names_nobody(number: int) -> None:
    example = EXAMPLES[number]
    assert people(example.read(example.other)) == list(example.other_found)


def test_every_convention_is_shown() -> None:
    assert set(EXAMPLES) | set(ELSEWHERE) == set(range(90, 120))
