"""Actions: markers, undertakings, requests and decisions that set a task; owner, due time; and what only looks like one."""

import pytest

from extract import read_paper
from tests.docs import process
from tests.markup import parse

ACTIONS = {
    "58 owner after the task": '<action owner="Councillor Brook">The figures need to be sent round.</action>\n\nACTION: Councillor Brook',
    "59 owner to do": 'ACTION: <action owner="Housing Team">Housing Team to provide Members with copies of the plan</action>.',
    "60 no owner": "<action>It was said that precise figures could be provided in writing to the Panel (ACTION)</action>.",
    "61 owner in brackets": '<action owner="Public Health">Numbers for each ward would be useful (Action: Public Health)</action>.',
    "62 trailing label": '<action owner="Clerk">The bench is to be painted.</action> Action: Clerk',
    "63 owner, task and due": 'ACTION: <action owner="Clerk" due="on the May agenda" edtf="2022-05">Clerk to get two more estimates and put on the May agenda</action>',
    "66 capitals": 'The gate was broken. <action owner="CLERK">CLERK TO ASK THE OWNER</action>.',
    "67 after a semicolon": 'Salt was low; <action owner="Clerk" due="as soon as possible">Clerk to arrange delivery as soon as possible</action>.',
    "74 undertook": '<action owner="Mr Vale">Mr Vale undertook to review the report</action>.',
    "74 pronoun of the sentence before": 'Mr Vale said that little was known. <action owner="Mr Vale">He undertook to check with the lead officer</action>.',
    "75 will": '<action owner="Ms Lark">Ms Lark advised that she will circulate the policy</action>.',
    "76 would, second verb of the sentence": '<action owner="Mr Vale">Mr Vale confirmed that stocks were used but would provide current details</action>.',
    "76 relative clause": '<action owner="Mrs Finch">Mrs Finch added that the charity had done some work which she would share</action>.',
    "76 the council itself": '<action owner="the Council">The lamps were still out so the Council would write to the owner again</action>.',
    "76 words between would and the task": '<action owner="officers">He said that officers would, if the bid succeeds, prepare a list of risks</action>.',
    "75 two promises of two people": (
        '<action owner="Ms Lark">Ms Lark would send copies of the plan to all</action> and <action owner="Mr Vale">Mr Vale would collate the replies</action>.'
    ),
    "79 a resolution with nobody named": "RESOLVED: <action>That contact be made with the owner of the field</action>.",
    "77 was asked to": '<action owner="The Clerk">The Clerk was asked to email their thanks</action>.',
    "78 requested, no owner": '<action kind="information_request" due="for the next progress report">Members requested some case studies for the next progress report</action>.',
    "78 requested that": '<action owner="a team leader from the hub">Members also requested that a team leader from the hub attended to report on the ground</action>.',
    "80 receipt": '<action kind="information_request" due="in autumn 2022" edtf="2022-23">RESOLVED to receive a copy of the review in autumn 2022</action>.',
}
NO_ACTION = {
    "what others will do, told with a time": "Cllr Vale said that the new lights would be installed in March 2022.",
    "a hope": "It was hoped that the figures would be shared.",
    "done already": "The Clerk had written to the owner.",
    "a plan with no doer": "Services will be developed over time.",
    "clerk of a body": "The Clerk to the Council read the notice.",
    "a council that goes on as before": "The council would be proud of the result.",
    "a resolution that pays": "RESOLVED: That a donation of £50 be made to the hall.",
    "a condition": "If funds allow the group would meet.",
    "130 filming": "Members must disclose any interest and may not participate.",
    "earlier request": "Members had previously requested detailed costs.",
    "an option": "Interim progress could still be requested.",
    "action as a noun": "The action plan was long.",
    "a question": "Members asked whether the bridge would be closed.",
}


def answers(text: str, kind: str = "minutes") -> list[tuple[str, str, str | None, str | None, str | None]]:
    """Words, kind, owner, due words and EDTF of every action found."""
    doc = process(text, kind=kind)  # type: ignore[arg-type]
    return [
        (
            doc.text[a.start : a.end].rstrip("."),
            a.kind,
            doc.text[a.owner.start : a.owner.end] if a.owner else None,
            doc.text[a.due.start : a.due.end] if a.due else None,
            a.due.edtf if a.due else None,
        )
        for a in doc._.actions
    ]


@pytest.mark.parametrize("marked", ACTIONS.values(), ids=ACTIONS.keys())
def test_actions(marked: str) -> None:
    example = parse(marked, labels={"action"})
    expected = [
        (
            t.text.rstrip("."),
            t.attributes.get("kind", "action"),
            t.attributes.get("owner"),
            t.attributes.get("due"),
            t.attributes.get("edtf"),
        )
        for t in example.tags
    ]
    assert answers(example.text) == expected


@pytest.mark.parametrize("text", NO_ACTION.values(), ids=NO_ACTION.keys())
def test_what_only_looks_like_an_action(text: str) -> None:
    assert answers(text) == []


def test_a_report_commits_only_to_what_it_will_deliver() -> None:
    text = "NEXT STEPS\n\nThe networks will take a holistic approach. A delivery plan will be developed and presented to the March 2022 meetings of both boards."
    assert answers(text, "report") == [
        (
            "A delivery plan will be developed and presented to the March 2022 meetings of both boards",
            "action",
            None,
            "to the March 2022 meetings",
            "2022-03",
        )
    ]


def test_one_sentence_is_one_action() -> None:
    text = "Ms Lark agreed to write to the owner and would report back in March 2022."
    assert len(answers(text)) == 1


def test_owner_column_beside_a_narrative_and_a_number() -> None:
    rows = "| Item | | Action |\n|---|---|---|\n| 4/23 | Lights Ms Brook gave a talk. It was long. RV to circulate the slides to the Board. | RV |\n| 5/23 | Doors The Board asked for a list of doors. | RV May 2024 |\n| 6/23 | Paths Nothing to add. | |\n"
    found = read_paper(f"# Minutes of the Board\n\n{rows}".encode(), name="board.md").actions
    assert [(a.text, a.owner_raw, a.due_raw) for a in found] == [
        ("RV to circulate the slides to the Board.", "RV", None),
        ("Doors The Board asked for a list of doors.", "RV", "May 2024"),
    ]


def test_owner_column_of_a_table() -> None:
    text = "Item\tAction\nThe lights are to be mended before winter.\tJB\nThe path was dry.\t"
    assert [(words, owner) for words, _, owner, *_ in answers(text)] == [
        ("The lights are to be mended before winter", "JB")
    ]


def test_a_closing_list_that_repeats_the_actions_gives_none_twice() -> None:
    text = (
        "# Fenwick Safeguarding Board\n\n## Notes of meeting, 10 July 2024\n\n## 2. Annual report\n\nThe draft was long.\n\n"
        "> **Action 2.1:** TO to publish the report on the website by 31 July 2024.\n\n## Action summary\n\n"
        "| Ref | Action | Lead | Due |\n|---|---|---|---|\n| 2.1 | Publish the annual report | TO | 31/07/2024 |\n| 2.2 | Book the hall | TO | |\n"
    )
    found = read_paper(text.encode(), name="notes.md").actions
    assert [(a.text, a.owner_raw, a.due_date) for a in found] == [
        ("TO to publish the report on the website by 31 July 2024.", "TO", "2024-07-31"),
        ("Book the hall", "TO", None),
    ]


def test_a_time_under_a_label_of_its_own_is_the_due_date() -> None:
    [action] = process("Action 3.1: JB to prepare an easy read version. Due: 30 September 2024")._.actions
    assert action.due is not None and action.due.edtf == "2024-09-30"


@pytest.mark.parametrize(
    ("resolution", "owners"),
    [
        ("That the Director of Finance report to Cabinet by October 2024.", ["Director of Finance"]),
        (
            "That the Executive Director of Parks and Leisure submit a paper in May 2024.",
            ["Executive Director of Parks and Leisure"],
        ),
        ("That the Clerk report on the hall by October 2024.", ["Clerk"]),
        ("That the Clerk report on the hall be received.", []),
        ("That the Director of Finance be thanked for the report.", []),
    ],
)
def test_a_resolution_may_tell_a_post_its_task_in_the_plain_form(resolution: str, owners: list[str]) -> None:
    reading = read_paper(
        f"Fenwick Council\n\nCabinet\n\nRESOLVED -\n\n(1) That the plan be approved.\n\n(2) {resolution}\n".encode(),
        name="minutes.txt",
    )
    assert [action.owner_raw for action in reading.actions] == owners


MENDED = {
    "limb that notes and asks": (
        "RESOLVED: That the position be noted and the Director of Works be asked to bring a plan to the May meeting.",
        [("the Director of Works", "to the May meeting")],
    ),
    "asked of somebody": (
        "RESOLVED: To ask the Harbour Trust for its figures by May 2022.",
        [("the Harbour Trust", "by May 2022")],
    ),
    "requested from somebody": (
        "The Board REQUESTED an evaluation from the Director of Strategy by May 2022.",
        [("the Director of Strategy", "by May 2022")],
    ),
    "agreed that somebody would": (
        "It was agreed that Sam Dale would circulate the figures before the next meeting.",
        [("Sam Dale", "before the next meeting")],
    ),
    "agreed that something would be": ("It was agreed that High Street would be closed on Sunday.", []),
    "three names, known from the list of those present": (
        "Present: Anna Marie Dole (Chair)\n\nThe report was late. Anna Marie Dole to send this to the Clerk.",
        [("Anna Marie Dole", None)],
    ),
    "three names of a fund": ("Better Care Fund to support hospitals.", []),
    "agreed: somebody to": ("Agreed: Sam Dale to add a visit to the plan.", [("Sam Dale", None)]),
    "a verb that no list has, for a titled name": ("Cllr Vale to tape off the swings.", [("Cllr Vale", None)]),
    "no verb": ("The letter went from the Clerk to the Council.", []),
    "in the chair": ("It was AGREED that Councillor Vale take the Chair for this meeting.", []),
    "agreed by nobody in particular": ("Mr Vale spoke. Agreed to open the hubs from May 2022.", []),
    "a request that is met at once": (
        "Cllr Vale asked for the figures. Sam Dale confirmed that he would circulate these.",
        [("Sam Dale", None)],
    ),
    "that a thing be brought names nobody": (
        "The Committee requested that the results of the survey be brought to its meeting in May 2022.",
        [(None, "in May 2022")],
    ),
    "two things": (
        "Cllr Vale asked for the figures. Sam Dale said that he would circulate the minutes.",
        [(None, None), ("Sam Dale", None)],
    ),
    "a body hands over by a day": (
        "Members heard that the Trust would share its plan by Christmas.",
        [("the Trust", "by Christmas")],
    ),
    "a body has plans": ("Members heard that the Trust would grow by Christmas.", []),
}


@pytest.mark.parametrize(("text", "expected"), MENDED.values(), ids=MENDED.keys())
def test_who_is_asked_and_what_only_sounds_like_it(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert [(owner, due) for _, _, owner, due, _ in answers(text)] == expected


def test_the_next_meeting_has_the_date_that_the_paper_prints() -> None:
    text = "Mr Vale undertook to report before the next meeting.\n\nDate of next meeting: Thursday 4 November 2021"
    assert [edtf for *_, edtf in answers(text)] == ["2021-11-04"]
    assert [edtf for *_, edtf in answers(text.partition("\n")[0])] == [None]


def test_a_report_says_who_will_hand_over_what_by_when() -> None:
    text = "NEXT STEPS\n\nThe Place Director will report to the Board in March 2022. The Place Director will lead the team."
    assert [(owner, due) for _, _, owner, due, _ in answers(text, "report")] == [
        ("The Place Director", "in March 2022")
    ]


def test_initials_of_the_legend_at_the_edge_make_an_action_of_soft_words() -> None:
    head = "Present:      Ida Vale (IV) Chair, Tom Lark (TL)\n\nItems                                       Action\n\n"
    soft = "3   Matters arising\n    3.2 The handbook was still in hand.             "
    [action] = read_paper(f"{head}{soft}IV\n".encode(), name="notes.txt").actions
    assert (action.owner_raw, action.owner_name) == ("IV", "Ida Vale")
    assert read_paper(f"{head}{soft}XQ\n".encode(), name="notes.txt").actions == []


def test_a_table_of_minutes_gives_the_task_and_not_its_number() -> None:
    table = "| Item | Discussion | Action |\n|---|---|---|\n| QB/31/12 | **Hedge.** The hedge was high. AM to write to the school. | AM |\n| QB/31/13 | **Lake.** The lake was low. | |\n"
    reading = read_paper(f"# Fenwick Trust\n\nMinutes\n\nPresent: Ada Marsh (AM)\n\n{table}".encode(), name="m.md")
    assert [(a.text, a.owner_raw, a.minute_number) for a in reading.actions] == [
        ("AM to write to the school.", "AM", "QB/31/12")
    ]
