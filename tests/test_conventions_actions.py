"""Conventions 58 to 89, how papers mark actions: each with an example and with a text that only looks like it."""

import pytest

from tests.conventions import Example, actions

PARISH = "Ashcombe Parish Council\n\nMinutes of the meeting held on 4 March 2021\n\nPresent: Cllr P. Marsh (Chair), Cllr J. Dunn; Mrs L. Tovey (Clerk)\n\n"
#: Expected lines may be cut: the words found must begin with them.
EXAMPLES = {
    58: Example(
        "Figures on bus use should be sent to all members.\n\nACTION: Councillor Amery",
        ("Councillor Amery, -: Figures on bus use",),
        "Figures on bus use were sent to all members.\n\nIn action: Councillor Amery",
    ),
    59: Example(
        "ACTION: Highways Team (HT) to provide Members with copies of the survey.",
        ("Highways Team (HT), -: Highways Team (HT) to provide",),
        "Highways Team (HT) was able to provide Members with a survey last year.",
    ),
    60: Example(
        "The team would report back on rents. (ACTION)",
        ("-, -: The team would report back",),
        "The team took part in an ACTION week on rents.",
    ),
    61: Example(
        "A summary of the visits would be shared. (Action: Public Health)",
        ("Public Health, -: A summary of the visits",),
        "A summary of the visits was shared. (Source: Public Health)",
    ),
    62: Example(
        "The gate has come off its hinges and is to be rehung. Action: Clerk",
        ("Clerk, -: The gate",),
        "The gate has come off its hinges. Location: Church Lane",
        head=PARISH,
    ),
    63: Example(
        "ACTION: Clerk to get two more estimates and put on the May agenda.",
        ("Clerk, on the May agenda: Clerk to get two more estimates",),
        "The Clerk had two more estimates on the May agenda.",
        head=PARISH,
    ),
    64: Example(
        "5) Action: Tom Lark agreed to consider a report regarding signs.",
        ("Tom Lark, -: Tom Lark agreed to consider",),
        "5) Tom Lark agreed with the report regarding signs.",
    ),
    65: Example(
        "DECISION\n\n1. To note the report and receive a further update in May 2021.\n\nAction by: CORPORATE DIRECTOR, PLACE (A. LARK)",
        ("CORPORATE DIRECTOR, PLACE (A. LARK), in May 2021: To note the report",),
        "DECISION\n\n1. To note the report.\n\nReport by: CORPORATE DIRECTOR, PLACE (A. LARK)",
    ),
    66: Example(
        "The bench is on order. CLERK TO CONFIRM THE DATE VIA EMAIL TO MEMBERS",
        ("CLERK, -: CLERK TO CONFIRM THE DATE",),
        "The bench is on order. THE CLERK CONFIRMED THE DATE",
        head=PARISH,
    ),
    67: Example(
        "The bench has come; Clerk to arrange delivery as soon as possible.",
        ("Clerk, as soon as possible: Clerk to arrange delivery",),
        "The bench has come; the Clerk used to arrange delivery.",
        head=PARISH,
    ),
    70: Example(
        "• The verge is to be cut before the fair.   JD",
        ("JD, -: The verge is to be cut",),
        "• The verge was cut before the fair by JD Mowing.",
        head=PARISH,
    ),
    73: Example(
        "The Chair agreed to write to the bus company.",
        ("The Chair, -: The Chair agreed to write",),
        "The Chair agreed with the bus company.",
    ),
    74: Example(
        "Mr Lark undertook to review the figures and amend them as necessary.",
        ("Mr Lark, -: Mr Lark undertook to review",),
        "Mr Lark had reviewed the figures and amended them.",
    ),
    75: Example(
        "Ms Vale advised that she will circulate the policy to members.",
        ("Ms Vale, -: Ms Vale advised that she will circulate",),
        "Ms Vale advised that she circulated the policy last year.",
    ),
    76: Example(
        "Cllr Dunn would report this to the county.",
        ("Cllr Dunn, -: Cllr Dunn would report this",),
        "Cllr Dunn would have reported this had he known.",
        head=PARISH,
    ),
    77: Example(
        "The Clerk was asked to email thanks to the volunteers.",
        ("The Clerk, -: The Clerk was asked to email",),
        "The Clerk was asked whether volunteers had come.",
        head=PARISH,
    ),
    78: Example(
        "Members requested that a copy of the slides be shared with the minutes.",
        ("-, -: Members requested that a copy",),
        "Members had requested a copy of the slides last year.",
    ),
    79: Example(
        "RESOLVED: That the Committee:-\n\n(a) notes the report; and\n\n(b) requests the Director of Place to investigate the delays and report back to the next meeting.",
        ("the Director of Place, to the next meeting: requests the Director of Place",),
        "The Committee was told that the Director of Place had investigated the delays.",
    ),
    80: Example(
        "RESOLVED: That the Committee receive a further report in March 2022.",
        ("-, in March 2022: ",),
        "RESOLVED: That the report received in March 2020 be noted.",
    ),
    81: Example(
        "RESOLVED:\n\n(a) that the plan be approved; and\n\n(b) the Scrutiny Officer email all members with the dates of the visits.",
        ("Scrutiny Officer, -: the Scrutiny Officer email all members",),
        "The Scrutiny Officer’s email to all members gave the dates of the visits.",
    ),
    82: Example(
        "• G. Dollan to check with the Property Section for an update.",
        ("G. Dollan, -: G. Dollan to check",),
        "• G. Dollan spoke to the Property Section about an update.",
    ),
    83: Example(
        "Actions\n\n1. JD to draft the poster.\n\n2. PM to book the hall by 30 April 2021.",
        ("JD, -: JD to draft the poster", "PM, by 30 April 2021: PM to book the hall"),
        "Topics\n\n1. The poster.\n\n2. The hall.",
        head=PARISH,
    ),
    85: Example(
        "Cllr Marsh will speak to the school after Easter.",
        ("Cllr Marsh, after Easter: Cllr Marsh will speak",),
        "It was hoped that the school would be built after Easter.",
        head=PARISH,
    ),
    88: Example(
        "The Clerk will reply by return.",
        ("The Clerk, by return: The Clerk will reply",),
        "The reply came by return.",
        head=PARISH,
    ),
    89: Example(
        "Members were requested to let the Clerk know of any errors by 30 April 2021.",
        ("Members, by 30 April 2021: Members were requested",),
        "Members were let know of two errors.",
        head=PARISH,
    ),
}
#: Conventions of layout and of earlier actions, shown where layouts and states are tested.
ELSEWHERE = {
    68: "tests/test_readers_pdf_tables.py",
    69: "tests/test_readers_pdf_tables.py",
    71: "tests/test_actions.py",
    72: "tests/test_readers_pages.py",
    84: "tests/test_conventions_variations.py",
    86: "tests/test_conventions_variations.py",
    87: "docs/limits.md",
}


@pytest.mark.parametrize("number", EXAMPLES)
def test_the_example_is_read(number: int) -> None:
    example = EXAMPLES[number]
    found = actions(example.read(example.text))
    assert len(found) == len(example.found) and all(
        line.startswith(wanted) for line, wanted in zip(found, example.found, strict=True)
    ), found


@pytest.mark.parametrize("number", EXAMPLES)
def test_what_only_looks_like_it_gives_nothing(number: int) -> None:
    example = EXAMPLES[number]
    assert actions(example.read(example.other)) == list(example.other_found)


def test_every_convention_is_shown() -> None:
    assert set(EXAMPLES) | set(ELSEWHERE) == set(range(58, 90))
