"""Decisions: what marks one, which limb by limb, of what kind; and what only looks like one. Numbers are those of the conventions."""

import pytest

from extract import read_paper
from tests.docs import process
from tests.markup import parse

MINUTES = {
    "1 capitals": '<decision kind="noted" verb="note">RESOLVED that the report be noted</decision>.',
    "2 condition between verb and object": (
        '<decision kind="resolved" verb="approve">It was RESOLVED that, subject to the change above, the plan be approved</decision>.'
    ),
    "3 dash": 'Members spoke.\n\n<decision kind="resolved" verb="adopt">RESOLVED – That the policy be adopted</decision>.',
    "4 lead-in holds the subject": (
        'RESOLVED: That the Committee:-\n\n(a) <decision kind="noted" verb="note" part="(a)">notes the contents of the plan</decision>; and\n\n'
        '(b) <decision kind="resolved" verb="request" part="(b)">requests the Head of Parks to bring a revised plan in March 2022</decision>.'
    ),
    "6 limbs run on": (
        'RESOLVED - (1) <decision kind="resolved" verb="approve" part="(1)">That the scheme be approved</decision>; and '
        '(2) <decision kind="resolved" verb="delegate" part="(2)">That authority be delegated to the Director of Works</decision>.'
    ),
    "8 roman limbs run on": (
        'RESOLVED that i. <decision kind="resolved" verb="delegate" part="i.">authority be delegated to the Clerk</decision>; '
        'ii. <decision kind="resolved" verb="pay" part="ii.">the invoice be paid</decision>.'
    ),
    "10 word alone on its line": 'Resolved:\n\n<decision kind="resolved" verb="agree">That the recommendations in the report be agreed</decision>.',
    "10 word alone on its line, limbs that end with semicolons": (
        'RESOLVED:\n\n(a) <decision kind="resolved" verb="close" part="(a)">That the market be closed on Mondays</decision>;\n\n'
        '(b) <decision kind="resolved" verb="hold" part="(b)">That the fair be held in June</decision>.'
    ),
    "10 word alone on its line, then a lead-in that names the body": (
        'RESOLVED –\n\nThat the Panel:\n\n(a) <decision kind="resolved" verb="adopt" part="(a)">adopts the Quarry Plan</decision>; and\n\n'
        '(b) <decision kind="resolved" verb="delegate" part="(b)">delegates authority to the Director of Works</decision>.'
    ),
    "10 word alone on its line, then a paragraph that ends with a colon and has no limbs": (
        'RESOLVED –\n\n<decision kind="resolved" verb="publish">That the list of sites be published as follows</decision>:\n\nMill Lane and Quay Street.'
    ),
    "16 marker stripped": '<decision kind="resolved" verb="approve">That the recommendations in the report be approved</decision>.',
    "20 agreed to receive": (
        'The Committee agreed:\n\n1. <decision kind="agreed" verb="receive" part="1.">To receive a further report in May 2022</decision>.\n\n'
        '2. <decision kind="agreed" verb="receive" part="2.">To receive details of the costs</decision>.'
    ),
    "20 noted": '<decision kind="noted" verb="note">The Committee noted the report</decision>.',
    "21 capitals after the body": '<decision kind="agreed" verb="accept">The Committee AGREED that the offer be accepted</decision>.',
    "26 printed twice": (
        'Decision:\n\n<decision kind="resolved" verb="approve">That the extension of the contract for grounds maintenance be approved</decision>.\n\nMinutes:\n\n'
        "That the extension of the contract for grounds maintenance be approved."
    ),
    "38 proposed, seconded and agreed": (
        '<decision kind="agreed" verb="donate">It was proposed by Cllr Brook, seconded by Cllr Heath and agreed to donate £50</decision>.'
    ),
    "40 a line of movers carries the motion above it": (
        'The bench is rotten. <decision kind="agreed" verb="replace">The bench to be replaced</decision>.\nProp RV 2nd BL, all in favour.'
    ),
    "40 in a body that resolves": (
        '<decision kind="resolved" verb="pay">It was resolved to pay the invoice</decision>.\n\nIt was dark. '
        '<decision kind="resolved" verb="become">RV to become the tree warden</decision>.\nProp RV 2nd BL, all in favour.'
    ),
    "adopted after proposer and seconder": (
        '<decision kind="resolved" verb="adopt">The minutes of the last meeting were proposed by Cllr Brook, seconded by Cllr Heath and adopted</decision>.'
    ),
    "49 an outcome after each application": (
        'i. <decision kind="agreed" verb="no objections">22/0101/F A porch at Rose Cottage. No objections raised</decision>. '
        'ii. <decision kind="agreed" verb="no objections">22/0102/F A barn at Hill Farm. (Cllr Brook left the room) No objections raised</decision>.'
    ),
    "49 an outcome with its reason": (
        '<decision kind="agreed" verb="no objection">22/0101/F A porch at Rose Cottage. No objection subject to matching brick</decision>.\n\n'
        '<decision kind="agreed" verb="object">22/0102/L New windows at the forge. Objection on grounds of harm to the street</decision>.'
    ),
    "body with an aside": (
        '<decision kind="resolved" verb="approve">The Board, as corporate trustee, approved the accounts of the charity</decision>.'
    ),
    "39 movers in sentences of their own": (
        '<decision kind="agreed" verb="agree">The minutes of 1 May 2021 were agreed as a true record</decision>. Proposed: Cllr Brook. Seconded: Cllr Heath. All in favour.'
    ),
    "45 corrections of the minutes are no decisions": (
        '<decision kind="agreed" verb="agree">The minutes were agreed subject to the following changes</decision>:\n\n• Item 5 – amend from SC to CC.\n\n• Item 6 – the plan should be reviewed.'
    ),
    "motion moved, then resolved": (
        "Ms Vale proposed and Mr Lark seconded the motion that Cabinet:\n\n1. Agree to submit a bid for the bridge with the county council\n\nRESOLVED that Cabinet:\n\n"
        '1. <decision kind="resolved" verb="agree" part="1.">Agree to submit a bid for the bridge with the county council</decision>.'
    ),
    "44 it was agreed": 'After a long talk <decision kind="agreed" verb="purchase">it was agreed to buy a new bench</decision>.',
    "46 body accepts": '<decision kind="agreed" verb="accept">The Board accepted the application</decision>.',
    "54 deferral": '<decision kind="agreed" verb="defer">The item was deferred</decision>.',
}
NO_DECISION = {
    "44 a feeling": "It was felt that the road was too narrow.",
    "57 of another body": "The joint arrangements had been agreed by the Cabinet and the other council.",
    "57 endorsed elsewhere": "The plan was endorsed by Cabinet in July.",
    "movers of nothing above them": "Prop RV 2nd BL",
    "no more than a remark above the movers": "TREES\n\nIt was noted that the bench will be painted.",
    "narrative noting": "Members noted that the road was wet.",
    "130 filming notice": "Members of the public must disclose if they wish to film the meeting.",
    "a named person agrees to do": "Ms Lark agreed to write to the contractor.",
    "a partner agrees in talk": "The Clinical Commissioning Group agreed but added that it would take time.",
    "88 time of an action": "The note would be agreed later.",
}


def answers(text: str, kind: str = "minutes") -> list[tuple[str, str | None, str | None, str | None]]:
    """Words, kind, verb and part of every decision found."""
    doc = process(text, kind=kind)  # type: ignore[arg-type]
    part = [d.part and doc.text[d.part.start : d.part.end] for d in doc._.decisions]
    return [
        (doc.text[d.start : d.end].rstrip("."), d.kind, d.verb, p) for d, p in zip(doc._.decisions, part, strict=True)
    ]


@pytest.mark.parametrize("marked", MINUTES.values(), ids=MINUTES.keys())
def test_minutes(marked: str) -> None:
    example = parse(marked, labels={"decision"})
    expected = [
        (
            t.text,
            t.attributes["kind"],
            t.attributes["verb"],
            t.attributes.get("part"),
        )
        for t in example.tags
    ]
    assert answers(example.text) == expected


@pytest.mark.parametrize("text", NO_DECISION.values(), ids=NO_DECISION.keys())
def test_what_only_looks_like_a_decision(text: str) -> None:
    assert answers(text) == []


REPORTS = {
    "33 lead-in and limbs": (
        'RECOMMENDATIONS\n\nCabinet is recommended to:\n\n(a) <decision verb="note">Note the progress made</decision>;\n\n(b) <decision verb="endorse">Endorse the direction of travel</decision>.'
    ),
    "32 one line": 'RECOMMENDATIONS\n\nThe Committee is asked to:\n\n1. <decision verb="note">Note the contents of this report</decision>.',
    "that": 'Recommendation\n\n<decision verb="approve">That the budget be approved</decision>.',
}


@pytest.mark.parametrize("marked", REPORTS.values(), ids=REPORTS.keys())
def test_recommendations_of_a_report(marked: str) -> None:
    example = parse(marked, labels={"decision"})
    assert answers(example.text, "report") == [
        (t.text, "recommended", t.attributes["verb"], p[3])
        for t, p in zip(example.tags, answers(example.text, "report"), strict=True)
    ]


LIMBS = "\n\n(1) that the gate be opened;\n\n(2) that the lake be dredged."


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("RESOLVED to recommend to Cabinet:", "recommended"),
        ("It was RESOLVED to RECOMMEND to the Council that:", "recommended"),
        ("The Panel AGREED to make the following recommendations to Cabinet:", "recommended"),
        ("RESOLVED:", "resolved"),
        ("RESOLVED that the following recommendations be approved:", "resolved"),
        ("RESOLVED that, as recommended by the Panel:", "resolved"),
    ],
)
def test_limbs_are_recommended_where_their_lead_in_recommends_them(lead: str, kind: str) -> None:
    assert [k for _, k, *_ in answers(lead + LIMBS)] == [kind, kind]


@pytest.mark.parametrize(
    ("lead", "limbs", "expected"),
    [
        (
            "There was submitted a report. Following discussion, the Committee:",
            "(i) noted the report;\n\n(ii) agreed that a plan be submitted; and\n\n(iii) instructed the Clerk to write.",
            ["noted", "agreed", "resolved"],
        ),
        (
            "Having considered the report the Board then:-",
            "(a) approved the plan;\n\n(b) noted the costs.",
            ["resolved", "noted"],
        ),
        ("In discussion the Committee:", "- noted that rents were low;\n\n- welcomed the plan.", []),
        ("Questions were put to the Committee:", "(a) what the plan costs;\n\n(b) who pays.", []),
    ],
)
def test_a_lead_in_at_the_end_of_the_discussion_opens_numbered_limbs(
    lead: str, limbs: str, expected: list[str]
) -> None:
    assert [kind for _, kind, *_ in answers(f"{lead}\n\n{limbs}")] == expected


def test_a_report_tells_of_other_decisions_in_passing() -> None:
    assert (
        answers("BACKGROUND\n\nIt was agreed last spring to widen the scheme. The Board approved the plan.", "report")
        == []
    )


def test_a_paper_calls_its_own_body_by_its_initials() -> None:
    head = "MARLOW INTEGRATION JOINT BOARD\n\nMinute of Meeting\n\nWednesday 14 June 2023\n\n4. Budget\n\n"
    found = read_paper(
        f"{head}The IJB:-\n\n(1) noted the outturn; and\n\n(2) approved the transfer.".encode(), name="minute.txt"
    )
    assert [(d.text, d.kind) for d in found.decisions] == [
        ("noted the outturn", "noted"),
        ("approved the transfer.", "resolved"),
    ]
    other = read_paper(f"{head}The ABC approved the transfer last year.".encode(), name="minute.txt")
    assert other.decisions == []


def test_a_closing_paragraph_is_no_part_of_the_last_limb() -> None:
    text = "The Committee agreed:\n\n1. To note the plan\n\n2. To fund the bench\n\nThe meeting ended at 8.15 pm."
    assert [words for words, *_ in answers(text)] == ["To note the plan", "To fund the bench"]


def test_a_limb_goes_on_over_a_page_break() -> None:
    text = "The Committee agreed to:\n\n(a) fund the bench in consultation with the Chair and\n\nLeader of the Council; and\n\n(b) note the plan."
    assert [words.split()[-1] for words, *_ in answers(text)] == ["Council", "plan"]


def test_reasons_are_no_limb() -> None:
    text = "Decision:\n\nThat the lease be granted.\n\nReasons for decision:\n\nThat the income be secured."
    assert [words for words, *_ in answers(text)] == ["That the lease be granted"]


def test_movers_and_vote_are_kept_as_written() -> None:
    doc = process(
        "RESOLVED: That the fee be raised. (Cllr Ann Brook proposed, Cllr Tom Heath seconded, all were in favour)."
    )
    (decision,) = doc._.decisions
    places = [decision.proposer, decision.seconder, decision.votes]
    assert [place and doc.text[place.start : place.end] for place in places] == [
        "Cllr Ann Brook",
        "Cllr Tom Heath",
        "all were in favour",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "RESOLVED that the minutes of the last meeting be signed as a correct record.",
        "RESOLVED that the apologies be noted.",
    ],
)
def test_routine(text: str) -> None:
    assert [decision.routine for decision in process(text)._.decisions] == [True]


def test_an_item_that_is_only_a_number_gives_no_title() -> None:
    data = b"<html><body><h3>23.</h3><p>Decision:</p><p>RESOLVED - That the lease be granted.</p></body></html>"
    (decision,) = read_paper(data, name="page.html").decisions
    assert decision.item_title is None
