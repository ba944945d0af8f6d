"""Conventions 58 to 72, the first half of how actions are marked: each with examples and a counter-example, in three styles.

A tag says the owner and the due words as the paper prints them. What a counter-example holds without a tag must not be found.
"""

from dataclasses import dataclass

import pytest

from extract import read_paper
from tests.house_styles import STYLES, Paper, Style, plain, read, split


@dataclass(frozen=True)
class Row:
    """Examples and counter-examples of one convention; `styles` where only some can print it."""

    examples: tuple[str, ...]
    counters: tuple[str, ...]
    paper: Paper = "minutes"
    styles: tuple[Style, ...] = STYLES


TABLE: dict[int, Row] = {
    45: Row(
        (
            '<action owner="Councillors">Councillors were ASKED to liaise with the school</action>.',
            '<action owner="The Clerk">The Clerk was ASKED to write to the owner</action>.',
        ),
        ("The TASKS were many and the Clerk was busy.",),
    ),
    58: Row(
        (
            '<action owner="Councillor Brook">The figures need to be sent round.</action>\n\nACTION: Councillor Brook',
            'Members spoke. <action owner="Head of Parks">The path needs a new gate.</action>\n\nAction: Head of Parks',
            '<action owner="Director of Housing" due="by 30 April 2022">The Chair asked for ward figures.</action>\n\nACTION: Director of Housing by 30 April 2022',
        ),
        ("The path has a new gate.\n\nCouncillor Brook",),
    ),
    59: Row(
        (
            'ACTION: <action owner="Housing Team">Housing Team to provide Members with copies of the plan</action>.',
            'ACTION: <action owner="Housing Team (JB)">Housing Team (JB) to provide Members with copies of the plan</action>.',
            'Action – <action owner="Ms Lark">Ms Lark to draft a reply</action>.',
        ),
        ("Action on housing: the team is to be found at the old mill.",),
    ),
    60: Row(
        (
            "<action>It was said that precise figures could be provided in writing to the Panel (ACTION)</action>.",
            "<action>A plan of the site was wanted by the Panel (Action)</action>.",
        ),
        ("The Panel read the plan (action plan, page 3).",),
    ),
    61: Row(
        (
            '<action owner="Public Health">Numbers for each ward would be useful (Action: Public Health)</action>.',
            '<action owner="Mr Vale">A map of the wards would be useful. (Action: Mr Vale)</action>',
            '<action owner="Clerk">A map of the wards would be useful (Action by Clerk)</action>.',
            '<action owner="Clerk">A map of the wards would be useful [Action: Clerk]</action>.',
        ),
        ("Numbers for each ward were printed (source: Public Health).",),
    ),
    62: Row(
        (
            '<action owner="Clerk">The bench is to be painted.</action> Action: Clerk',
            '<action owner="Clerk/Councillors">The bench is to be painted.</action> Action: Clerk/Councillors',
            '<action owner="Brook; Heath; Finch">The bench is to be painted.</action> Action: Brook; Heath; Finch',
            '<action owner="residents">Drains must be kept clear.</action> Action: residents.',
            '<action owner="Clerk">The bench is to be painted.</action> Action: Clerk. <action owner="Mr Vale">The gate is to be hung.</action> Action: Mr Vale',
        ),
        (
            "The bench was painted. Colour: Green",
            "The bench is to be painted. Action: None",
            "No further action to be taken.",
        ),
    ),
    63: Row(
        (
            'ACTION: <action owner="Clerk" due="on the May agenda">Clerk to get two more estimates and put on the May agenda</action>',
            'Action: <action owner="Cllr Brook" due="by 4 April 2022">Cllr Brook to meet the owner by 4 April 2022</action>.',
        ),
        ("Estimates for the May agenda: the clerk has two.",),
    ),
    64: Row(
        (
            '5) Action: <action owner="Mrs Finch">Mrs Finch agreed to consider a report regarding the ponds</action>',
            '2. Action: <action owner="Mr Vale">Mr Vale agreed to send the map</action>.',
            'Actions:\n\n• <action owner="Clerk">Clerk to circulate the map</action>\n\n• <action owner="Cllr Brook" due="by Friday">Cllr Brook to call the owner by Friday</action>',
            'ACTIONS\n\n1. <action owner="JB">JB to circulate the map</action>.\n\n2. <action owner="KL and JB">KL and JB to call the owner</action>.',
        ),
        ("5) Actions of the past: Mrs Finch had been asked in 2019 about the ponds.",),
    ),
    65: Row(
        (
            'DECISION\n\n1. To note the plan.\n\n2. <action owner="CORPORATE DIRECTOR OF PLACE (J. BROOK)">To publish the costs of the plan.</action>\n\nAction by: CORPORATE DIRECTOR OF PLACE (J. BROOK)',
        ),
        ("DECISION\n\n1. To note the plan.\n\nPresented by: CORPORATE DIRECTOR OF PLACE (J. BROOK)",),
    ),
    66: Row(
        (
            'The gate was broken. <action owner="CLERK">CLERK TO ASK THE OWNER</action>.',
            'The gate was broken. <action owner="CLLR BROOK / CLERK">CLLR BROOK / CLERK TO ARRANGE THE ORDER</action>',
            'The lamp is out. <action owner="CLERK">CLERK TO ACTION</action>',
            '<action owner="CLERK">CLERK TO CONFIRM THIS VIA EMAIL TO THE OWNER</action>',
        ),
        ("The gate was broken. CLERK TO THE COUNCIL: MRS FINCH.",),
    ),
    67: Row(
        (
            'Salt was low; <action owner="Clerk" due="as soon as possible">Clerk to arrange delivery as soon as possible</action>.',
            'The sign has gone - <action owner="Clerk">Clerk to report it</action>.',
            'The sign has gone. <action owner="The Clerk">The Clerk to report it</action>.',
            'The roof leaks. <action owner="Clerk">Two quotes to be obtained – Clerk</action>.',
        ),
        ("Salt was low; the letter of the Clerk to the owner was read.",),
    ),
    68: Row(
        (
            'Item\tAction\n<action owner="IB">The lights are to be mended before winter.</action>\tIB\nThe path was dry.\t',
            'Minute\tDiscussion\tAction\n4\t<action owner="NS/AW">A letter will be sent to the owner.</action>\tNS/AW\n5\tThe path was dry.\t',
        ),
        ("Item\tOutcome\nThe lights are to be seen from afar.\tNoted\nThe path was dry.\t",),
    ),
    69: Row(
        (
            '<action owner="Cllr. Brook">The hole is to be reported to the county council.</action>                Cllr. Brook',
            'The path was dry.\n<action owner="Clerk">Salt is to be ordered.</action>\t\t\t\tClerk',
        ),
        (
            "The hole is wide and the path was seen to be wet.                Noted",
            "The path is to be dry by spring.                Feb",
        ),
        styles=("text", "markdown"),
    ),
    70: Row(
        (
            '• <action owner="JS">The cost is to be put in next year’s plan.</action>                JS',
            '• <action owner="TS/KC/IK">A group will meet the owner and report back.</action>                TS/KC/IK',
        ),
        ("• The cost is in the plan, as said by\nJS at length.",),
        styles=("text", "markdown"),
    ),
    71: Row(
        (
            'No\tItem\tAction by\tAction date\n1\t<action owner="Clerk" due="30 April 2022">Order new salt bins</action>\tClerk\t30 April 2022\n2\t<action owner="Mr Vale" due="May 2022">Write to the owner of the field</action>\tMr Vale\tMay 2022',
        ),
        ("No\tItem\tCost\tDate\n1\tNew salt bins for the green\t£200\t30 April 2022",),
    ),
}
#: A page that prints the owner in italics at the end of the paragraph (convention 72), and one that prints a title so.
ITALIC = {
    "<p>Salt is to be ordered. <em>Clerk</em></p>": [("Salt is to be ordered", "Clerk")],
    "<p>The hedge will be cut.<i> Cllr Brook</i></p>": [("The hedge will be cut", "Cllr Brook")],
    "<p>Salt was ordered for the year. <em>Clerk</em></p>": [],
    "<p>Salt is to be ordered. <em>Winter Guide</em></p>": [],
}


def expected(marked: str) -> tuple[str, list[tuple[str | None, ...]]]:
    """The passage, and words, owner and due words of every tag in it."""
    example = split(marked, {"action"})
    rows = [(plain(t.text), plain(t.attributes.get("owner")), t.attributes.get("due")) for t in example.tags]
    return example.text, list(rows)


def found(passage: str, paper: Paper, style: Style) -> list[tuple[str | None, ...]]:
    """Words, owner and due words of every action that the reading gives."""
    actions = read(passage, style=style, paper=paper).actions
    return [(plain(a.text), plain(a.owner_raw), a.due_raw) for a in actions]


CASES: list[tuple[int, Style]] = [(number, style) for number, row in TABLE.items() for style in row.styles]


@pytest.mark.parametrize(("number", "style"), CASES)
def test_examples(number: int, style: Style) -> None:
    row = TABLE[number]
    for marked in row.examples:
        passage, answers = expected(marked)
        assert found(passage, row.paper, style) == answers


@pytest.mark.parametrize(("number", "style"), CASES)
def test_what_only_looks_like_it(number: int, style: Style) -> None:
    row = TABLE[number]
    for marked in row.counters:
        passage, answers = expected(marked)
        assert found(passage, row.paper, style) == answers


@pytest.mark.parametrize("paragraph", ITALIC)
def test_an_owner_in_italics_ends_the_paragraph(paragraph: str) -> None:
    page = f"<html><body><h1>Marlow Vale Parish Council</h1><p>Minutes of 14 March 2022</p><h3>1. Roads</h3>{paragraph}</body></html>"
    actions = read_paper(page.encode(), name="page.html").actions
    assert [(plain(a.text), a.owner_raw) for a in actions] == ITALIC[paragraph]


def test_every_convention_has_an_example_and_a_counter_example() -> None:
    assert [number for number in range(58, 72) if not (TABLE[number].examples and TABLE[number].counters)] == []
    assert any(ITALIC.values()) and not all(ITALIC.values())  # convention 72
