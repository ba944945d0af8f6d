"""Conventions 1 to 57, how decisions are marked: each with examples and a counter-example of near-identical look, in three styles.

Every passage is read as plain text, as Markdown and as a web page. A tag says the kind, `v` the operative verb. What a counter-example
holds without a tag must not be found.
"""

from dataclasses import dataclass, field

import pytest

from tests.house_styles import STYLES, Paper, Style, plain, read, split

KINDS = {"resolved", "agreed", "noted", "recommended"}


@dataclass(frozen=True)
class Row:
    """Examples and counter-examples of one convention, and the kind of paper that holds them."""

    examples: tuple[str, ...]
    counters: tuple[str, ...]
    paper: Paper = field(default="minutes")


TABLE: dict[int, Row] = {
    1: Row(
        (
            'Members spoke at length.\n\n<noted v="note">RESOLVED that the report be noted</noted>.',
            'RESOLVED\n\n<noted v="note">That the report be noted</noted>.',
            '<resolved v="renew">RESOLVED (unanimously) that the lease be renewed</resolved>.',
            '<resolved v="renew">RESOLVED by 5 votes to 2 that the lease be renewed</resolved>.',
            'RESOLVED to\n\n• <resolved v="renew">renew the lease</resolved>\n\n• <noted v="note">note the rent</noted>',
        ),
        ("The matter was not resolved, and the report that was to be noted came late.",),
    ),
    2: Row(
        (
            '<resolved v="approve">It was RESOLVED that subject to the correction above, the plan be approved</resolved>.',
            '<resolved v="adopt">IT WAS RESOLVED, subject to the comments of the Chair, that the scheme be adopted</resolved>.',
        ),
        ("Mr Vale hoped that the dispute would be resolved, subject to the correction above.",),
    ),
    3: Row(
        (
            '<resolved v="adopt">RESOLVED – That the policy be adopted</resolved>.',
            '<resolved v="adopt">RESOLVED - That the policy be adopted</resolved>.',
            '<resolved v="adopt">RESOLVED— that the policy be adopted</resolved>.',
        ),
        ("The faults were resolved – that policy had worked.",),
    ),
    4: Row(
        (
            'RESOLVED: That the Committee:-\n\n(a) <noted v="note">notes the contents of the plan</noted>; and\n\n'
            '(b) <resolved v="request">requests the Head of Parks to bring a revised plan</resolved>.',
            'RESOLVED: That this Committee -\n\ni) <noted v="note">notes the contents of the plan</noted>;\n\n'
            'ii) <resolved v="thank">thanks officers for their work</resolved>.',
        ),
        ("The paper says that the Committee:-\n\n(a) meets each month; and\n\n(b) has nine seats.",),
    ),
    5: Row(
        (
            'RESOLVED- That;\n\n1. <resolved v="approve">Approval be given to the lease</resolved>.\n\n2. <noted v="note">The risks be noted</noted>.\n\n'
            '3. <resolved v="appoint">Councillor Brook be appointed to the trust</resolved>.',
            'RESOLVED: that;\n\na) <resolved v="approve">approval be given to the lease</resolved>;\n\nb) <noted v="note">the risks be noted</noted>.',
        ),
        ("Three things were said;\n\n1. Approval had been slow.\n\n2. The risks were high.",),
    ),
    6: Row(
        (
            'RESOLVED - (1) <resolved v="approve">That the scheme be approved</resolved>; and (2) <resolved v="delegate">That authority be delegated to the Director of Works</resolved>.',
            'RESOLVED – (a) <resolved v="approve">That the scheme be approved</resolved>. (b) <resolved v="delegate">That authority be delegated to the Director of Works</resolved>.',
            'RESOLVED – that (A) <resolved v="approve">the scheme be approved</resolved>; and (B) <resolved v="delegate">authority be delegated to the Director of Works</resolved>.',
        ),
        ("Questions were (1) That the scheme is dear; and (2) That the Director of Works is away.",),
    ),
    7: Row(
        (
            '<resolved v="approve">RESOLVED, that – the plan be approved</resolved>.',
            '<resolved v="approve">Resolved, that: the plan be approved</resolved>.',
        ),
        ("It is to be resolved, that – the plan and its cost – later.",),
    ),
    8: Row(
        (
            'RESOLVED that i. <resolved v="delegate">authority be delegated to the Clerk</resolved>; ii. <resolved v="pay">the invoice be paid</resolved>.',
            'RESOLVED that (i) <resolved v="delegate">authority be delegated to the Clerk</resolved>; (ii) <resolved v="pay">during the interim the invoice be paid</resolved>.',
        ),
        ("Two points were made: i. authority is with the Clerk; ii. the invoice is due.",),
    ),
    9: Row(
        (
            'Resolved: that (1) <resolved v="establish">the Board be established</resolved>; (2) <resolved v="approve">the membership be approved</resolved>; (3) <resolved v="report">the Board report annually to the Council</resolved>.',
            'Resolved that: (a) <resolved v="establish">the Board be established</resolved>; (b) <resolved v="report">the Board report annually to the Council</resolved>.',
            'Resolved (i) <resolved v="renew">that the lease be renewed</resolved> (ii) <noted v="note">that the rent be noted</noted>.',
        ),
        ("The law says that (1) the Board is a body corporate; (2) the membership is open.",),
    ),
    10: Row(
        (
            'Resolved:\n\n<resolved v="agree">That the recommendations in the report be agreed</resolved>.',
            'RESOLVED\n\n<resolved v="agree">that the recommendations in the report be agreed</resolved>.',
            'Resolved:\n<resolved v="agree">That the recommendations in the report be agreed</resolved>.',
        ),
        ("Mr Vale asked whether the complaint had been resolved.\n\nThat it had been open so long was odd.",),
    ),
    11: Row(
        (
            'Moved by Councillor Brook, Seconded by Councillor Heath and\n\nResolved:\n\n<resolved v="elect">That Councillor Finch be elected Chair</resolved>.',
            'Moved by Councillor Brook, seconded by Councillor Heath and\n\nRESOLVED:\n\n<resolved v="elect">That Councillor Finch be elected Chair for the year</resolved>.',
        ),
        ("Councillor Brook was moved by the tribute and Councillor Heath thanked the Chair.",),
    ),
    12: Row(
        (
            'Resolved:- <resolved v="approve">That the budget be approved</resolved>.',
            '<resolved v="approve">Resolved – That the budget be approved</resolved>.',
        ),
        ("Resolved cases – That is the number closed last year – fell.",),
    ),
    13: Row(
        (
            '(2) Members spoke.\n\n(3) <resolved v="delegate">Resolved that the function be delegated to the Joint Board</resolved>.',
            '13.3 <resolved v="delegate">RESOLVED – that the function be delegated to the Joint Board</resolved>.',
            '4. RESOLVED that Cabinet agree to:\n\n(a) <resolved v="adopt">Adopt the plan</resolved>; and\n\n(b) <resolved v="delegate">Delegate the changes to the Director of Works</resolved>.',
        ),
        ("(3) The cases resolved that month were delegated to the Joint Board.",),
    ),
    14: Row(
        (
            '<resolved v="agree">RESOLVED that Cabinet agree to transfer the land to the trust; and that delegated authority be given to the Director of Works to sign the lease</resolved>.',
            '<resolved v="adopt">RESOLVED that the plan be adopted, and that authority be delegated to the Director of Works to sign the lease</resolved>.',
        ),
        ('<noted v="note">RESOLVED that the report that the roof is sound and that the lift works be noted</noted>.',),
    ),
    15: Row(
        (
            '<noted v="note">RESOLVED that the update was noted</noted>.',
            '<noted v="note">RESOLVED that the Panel to note and comment the report</noted>.',
        ),
        ("The Panel said that the update was long.",),
    ),
    16: Row(
        (
            'Members spoke.\n\n<resolved v="approve">That the recommendations in the report be approved</resolved>.',
            'Members spoke.\n\n<resolved v="adopt">That, subject to the changes, the plan be and is hereby adopted</resolved>.',
            'Members spoke.\n\n(a) <resolved v="approve">subject to the comments made, the programme be approved</resolved>;\n\n(b) <resolved v="appoint">the following members be appointed to the trust</resolved>.',
        ),
        ("That was said to be the plan.\n\nThat the road is wet was known to all.",),
    ),
    17: Row(
        (
            '<resolved v="adopt">UNANIMOUSLY RESOLVED that the plan be adopted</resolved>.',
            'RESOLVED:   <resolved v="adopt">That the plan be adopted</resolved>.',
            '<resolved v="adopt">It was unanimously RESOLVED that the plan be adopted</resolved>.',
            '<resolved v="renew">IT WAS RESOLVED THAT THE LEASE BE RENEWED</resolved>.',
            '<agreed v="renew">Councillors voted to renew the lease</agreed>.',
        ),
        ("Members were unanimous that the dispute had been resolved.",),
    ),
    18: Row(
        (
            'The Board resolved:-\n\n(i) <noted v="note">to note the plan</noted>;\n\n(ii) <resolved v="approve">to approve the budget</resolved>.',
            'The Committee agreed, in terms of Section 12 of the Act:-\n\n(1) <agreed v="approve">To approve the budget</agreed>; and\n\n(2) <agreed v="refuse">To refuse the appeal</agreed>.',
        ),
        ("The Board met:-\n\n(i) to hear from the public;\n\n(ii) to eat.",),
    ),
    19: Row(
        (
            '<noted v="note">The MARLOW VALE HEALTH BOARD noted the report</noted>.',
            '<resolved v="approve">The MARLOW VALE JOINT COMMITTEE approved the plan</resolved>.',
            '<agreed v="endorse">The JOINT BOARD agreed to endorse the plan</agreed>.',
        ),
        ("The ASHCOMBE HOSPITAL TRUST noted that the road was wet.",),
    ),
    20: Row(
        (
            'The Committee agreed:\n\n1. <agreed v="receive">To receive a further report in May 2022</agreed>.\n\n2. <noted v="note">To note the costs</noted>.',
            '<noted v="note">The Committee agreed to note the report</noted>.',
            '<noted v="note">The Committee noted the decision</noted>.',
        ),
        ("The Committee had agreed to note it last year.",),
    ),
    21: Row(
        (
            '<agreed v="accept">The Committee AGREED that the report be accepted and the information noted</agreed>.',
            '<agreed v="accept">Members AGREED that the offer be accepted</agreed>.',
        ),
        ("The landlord agreed that the report was long.",),
    ),
    22: Row(
        (
            'The Board:\n\n• <resolved v="approve">APPROVED the plan for the year</resolved>\n\n• <agreed v="fund">AGREED that the bench be funded</agreed>\n\n• Discussed the weather',
            'The Committee:\n\n(a) <resolved v="approve">Approved the plan for the year</resolved>;\n\n(b) <noted v="note">Noted the risks</noted>.',
        ),
        ("The Board:\n\n• Mrs Heath, Chair\n\n• Mr Brook, vice-chair",),
    ),
    23: Row(
        (
            '<resolved v="delegate">The Committee DELEGATED to the Manager, in consultation with the Chair, the power to sign</resolved>.',
            '<noted v="note">The Committee NOTED the risks</noted>, and AGREED the following:\n\n1. <agreed v="fund">That the bench be funded</agreed>.\n\n2. <agreed v="bring">For a report to be brought back</agreed>.',
        ),
        ("The NOTICE of the Committee was delegated to nobody.",),
    ),
    24: Row(
        (
            'Decision number\tDecision\n\t<noted v="note">The Cabinet noted the comments of the panel</noted>.\n184/2022\t<resolved v="approve">The Cabinet approved the plan and agreed to delegate authority to the Director of Works</resolved>.',
        ),
        ("Number\tBackground\n184/2022\tThe Cabinet meets monthly.",),
    ),
    25: Row(
        (
            'DECISION\n\n1. <noted v="note">To note the plan</noted>.\n\n2. <noted v="note">To note the costs</noted>.\n\nAction by: CORPORATE DIRECTOR OF WORKS',
            'DECISION:\n\n(1) <resolved v="approve">To approve the plan</resolved>.\n\n(2) <noted v="note">To note the costs</noted>.',
        ),
        ("DECISION MAKERS\n\n1. The panel.\n\n2. The Chair.",),
    ),
    26: Row(
        (
            'Decision:\n\n<resolved v="approve">RESOLVED that the extension of the contract for grounds be approved</resolved>.\n\nMinutes:\n\nMembers spoke.\n\nRESOLVED that the extension of the contract for grounds be approved.',
        ),
        (
            'Decision:\n\n<resolved v="approve">RESOLVED that the extension of the contract for grounds be approved</resolved>.\n\nMinutes:\n\n<resolved v="refuse">RESOLVED that the extension of the contract for lifts be refused</resolved>.',
        ),
    ),
    27: Row(
        (
            'Decision Maker: Cabinet\n\nDecision status: Recommendations Approved\n\nIs Key decision?: Yes\n\nPurpose: To replace the roof.\n\nDecision:\n\n<resolved v="approve">That the new roof be approved</resolved>.\n\nAlternative options considered:\n\nThat nothing be done.\n\nReasons for the decision:\n\nThat the rain be kept out.',
        ),
        ("Decision Maker: Cabinet\n\nPurpose:\n\nTo approve the new roof.\n\nPublication date: 1 March 2022",),
        "notice",
    ),
    28: Row(
        (
            'Decision:\n\n1. <resolved v="approve">That the new roof be approved</resolved>.\n\n2. <noted v="note">That the risks be noted</noted>.',
            'Outcome:\n\n<resolved v="renew">The lease be renewed</resolved>.',
            'Decision:\n\n<resolved v="award">To award the contracts for the new roof to the firm named in the report</resolved>.',
            'Decision:\n\n1. <resolved v="agree">Agreed to fund the roof</resolved>.\n\n2. <noted v="note">Noted that the walls are sound</noted>.\n\n3. <resolved v="delegate">Delegated authority to the Director of Works to sign</resolved>.',
            'Decision taken:\n\n<resolved v="approve">That the new roof be approved</resolved>.\n\nReason for decision:\n\nThat the rain be kept out.',
        ),
        ("Decision:\n\nAs detailed in the recommendations.",),
        "notice",
    ),
    29: Row(
        (
            'Decision:\n\n<resolved v="approve">The Director of Works has approved the direct award of the roof contract</resolved>.',
        ),
        ("Background:\n\nThe Director of Works has approved leave before.",),
        "notice",
    ),
    30: Row(
        (
            'Decision:\n\nAs Cabinet Member for Works, I agree to:\n\n(a) <resolved v="approve">APPROVE the new roof</resolved>; and\n\n(b) <resolved v="delegate">DELEGATE authority to the Director of Works to sign</resolved>.',
            'Decision:\n\nCabinet propose to:\n\na) <recommended v="adopt">To ADOPT the roof plan</recommended>; and\n\nb) <recommended v="delegate">To DELEGATE authority to the Director of Works</recommended>.',
        ),
        ("Background:\n\nAs Cabinet Member for Works, I speak to:\n\n(a) the press; and\n\n(b) the public.",),
        "notice",
    ),
    31: Row(
        (
            'RESOLVED: (1) <resolved v="grant">That the lease be granted</resolved>; (2) <resolved v="waive">That the fee be waived</resolved>.\n\nREASON: That the income be secured.',
            'Resolved:\n\n(i) <resolved v="grant">That the lease be granted</resolved>.\n\n(ii) <resolved v="waive">That the fee be waived</resolved>.\n\nReasons for Decisions:\n\n(i) To secure the income.\n\n(ii) To help the club.',
        ),
        ("Reason(s) for decision:\n\nThat the income be secured.",),
    ),
    32: Row(
        (
            'Recommendation(s)\n\nThe Council is asked to:\n\n• <recommended v="agree">AGREE the new roof</recommended>;\n\n• <recommended v="delegate">DELEGATE authority to the Director of Works to sign the contract</recommended>.',
            'Recommendations:\n\nThe Committee is recommended to:\n\n1. <recommended v="note">note the contents of the paper</recommended>.\n\nBackground\n\nThe roof is old.',
        ),
        ("Appendices\n\nVisitors are asked to:\n\n• note the low door.",),
        "report",
    ),
    33: Row(
        (
            'Cabinet is recommended to:\n\n(a) <recommended v="note">Note the progress made</recommended>;\n\n(b) <recommended v="endorse">Endorse the direction of travel</recommended>.',
            'The Cabinet is recommended:-\n\n(1) <recommended v="establish">To establish a panel</recommended>;\n\n(2) <recommended v="fund">To fund the panel</recommended>.',
            'The Committee is RECOMMENDED to:\n\na) <recommended v="note">Note the report</recommended>.\n\nb) <recommended v="agree">Agree the plan</recommended>.',
            'The Committee is invited to\n\n1.1 <recommended v="note">NOTE the report</recommended>.\n\n1.2 <recommended v="agree">AGREE the plan</recommended>.',
        ),
        ("The walk is recommended to:\n\n(a) dog owners;\n\n(b) runners.",),
        "report",
    ),
    34: Row(
        (
            'Recommendations\n\nCouncil is recommended to approve: -\n\na) <recommended v="commission">That a survey of the roof be commissioned</recommended>.\n\nb) <recommended v="delegate">That the Clerk be delegated to apply for the grant</recommended>.',
            'Council is recommended to approve:\n\ni. <recommended v="commission">That a survey of the roof be commissioned</recommended>.\n\nii. <recommended v="delegate">That the Clerk be delegated to apply for the grant</recommended>.',
        ),
        ("Council is proud to list:\n\na) That survey.\n\nb) That grant.",),
        "report",
    ),
    35: Row(
        (
            'Recommendation:\n\n<recommended v="agree">Cabinet is asked to agree the proposed decision, as detailed in the attached form</recommended>.',
            'Recommendations\n\n<recommended v="consider">The Committee is asked to consider and endorse the proposed decision at Appendix A</recommended>.',
        ),
        ("Cabinet was asked by the press to comment on the form attached.",),
        "report",
    ),
    36: Row(
        (
            'Proposed by Councillor Brook;\nSeconded by Councillor Heath;\nAnd Resolved:\n<resolved v="take">"That, the draft Minutes of the last meeting be taken as read and adopted and signed."</resolved>',
            'Proposed by Councillor Brook;\n\nSeconded by Councillor Heath;\n\nAnd Resolved:\n\n<resolved v="adopt">“That, the plan be adopted.”</resolved>',
        ),
        ('The play says:\n"That, the plan of a fool is soon told."',),
    ),
    37: Row(
        (
            '<agreed v="adopt">On the proposal of Councillor Brook, seconded by Councillor Heath it was unanimously agreed to adopt the plan</agreed>.',
            '<agreed v="write">On the proposal of Cllr. Brook, seconded by Cllr. Heath, it was agreed to write to the Minister</agreed>.',
        ),
        ("On the proposal of Councillor Brook members spoke of the plan.",),
    ),
    38: Row(
        (
            '<agreed v="purchase">It was proposed by Cllr. Brook, seconded by Cllr. Heath and unanimously agreed that a bench be bought</agreed>.',
            '<agreed v="donate">It was proposed by Cllr Brook, seconded by Cllr Heath and agreed to donate £50</agreed>.',
        ),
        ("It was proposed by some that a bench would help.",),
    ),
    39: Row(
        (
            '<agreed v="accept">Cllr Brook proposed acceptance of the accounts, seconded by Cllr Heath</agreed>.',
            '<agreed v="accept">Acceptance of the accounts was proposed by Cllr Brook and seconded by Cllr Heath</agreed>.',
        ),
        ("Cllr Brook proposed a toast to Cllr Heath.",),
    ),
    40: Row(
        (
            'RESOLVED: <resolved v="approve">That the budget be approved</resolved>. (Cllr Brook proposed, Cllr Heath seconded, all were in favour).',
            '<resolved v="approve">RESOLVED that the budget be approved</resolved>. Proposed Cllr Brook, seconded Cllr Heath.',
        ),
        ("The clerk keeps a list of movers (Cllr Brook proposes most, Cllr Heath least).",),
    ),
    41: Row(
        (
            'Members spoke.\n\n<noted v="note">Committee resolved to note the apologies</noted>.',
            '<resolved v="approve">The Council resolved to approve the plan</resolved>.',
        ),
        ("The contractor resolved to note the faults in future.",),
    ),
    42: Row(
        (
            'Committee resolved to:\n\ni) <resolved v="approve">Approve the plan and to authorise the Clerk to pay</resolved>.\n\nii) <noted v="note">Note the costs</noted>.',
            'The Committee resolved to: (a) <resolved v="approve">approve the plan</resolved>; (b) <noted v="note">note the costs</noted>.',
        ),
        ("The guide tells a committee how to:\n\ni) Approve a plan.\n\nii) Note the costs.",),
    ),
    43: Row(
        (
            '<agreed v="agree">All agreed for payment</agreed>.',
            '<resolved v="continue">All resolved to continue their objection</resolved>.',
            'The bench should be painted green. <agreed v="agree">All were in full agreement</agreed>.',
        ),
        ("Not all of the neighbours share one view, and payment is late.",),
    ),
    44: Row(
        (
            'After a long talk <agreed v="purchase">it was agreed to buy a new bench</agreed>.',
            '<agreed v="agree">It was agreed that the bench should be painted</agreed>. It was felt that green would be best.',
        ),
        ("It was felt that the road was too narrow. The meeting felt that a bench should be bought.",),
    ),
    45: Row(
        (
            '<agreed v="write">It was AGREED to write to the owner</agreed>.',
            'Members spoke. <noted v="note">It was NOTED that the roof leaks</noted>.',
        ),
        ("Members asked whether the AGREEMENT had been signed.",),
    ),
    46: Row(
        (
            '<agreed v="accept">The Board accepted the application</agreed>.',
            '<agreed v="agree">the Board agreed this application</agreed>.',
            '<agreed v="agree">A paper with a recommendation was discussed and agreed by the Board</agreed>.',
        ),
        ("A paper was discussed and agreed by the Ashcombe Rotary Club.",),
    ),
    47: Row(
        (
            '<agreed v="approve">Approved & signed as correct</agreed>.',
            '<agreed v="note">The accounts for May: Noted and agreed</agreed>.',
            '<agreed v="approve">Minutes of 14 February: Approved and signed as correct</agreed>.',
        ),
        ("Approved contractors: see the list at the office.",),
    ),
    48: Row(
        (
            'A letter from the owner about the gate.\n\n<noted v="note">NOTED</noted>',
            '<noted v="note">Noted.</noted>',
        ),
        ("A noted author lives there.\n\nNOTES",),
    ),
    49: Row(
        (
            '22/0101/F Rose Cottage, a porch.\n\n<agreed v="no objections">NO OBJECTIONS</agreed>',
            '<agreed v="no observations">22/0102/F Hill Farm, a barn. No Observations</agreed>.',
            '22/0103/F Mill Lane, a shed.\n\n<agreed v="support">Supported, subject to the hedge being kept</agreed>.',
            '22/0104/F Low Road, a wall.\n\n<recommended v="recommend">Approval recommended</recommended>.',
            '22/0105/F High Road, flats. <recommended v="recommend">Cllrs recommended refusal until the drains are mended</recommended>.',
            '<agreed v="object">The Council objects as the lane is narrow</agreed>.',
        ),
        ("The owner said that no objections to the porch had come from next door. Approval letters are late.",),
    ),
    50: Row(
        (
            'Group\tRecommendation\nBowls club\t<agreed v="approve">Approved</agreed>.\nBand\t<agreed v="reject">Rejected</agreed>.\nScouts\t<agreed v="approve">£2500 approved</agreed>. The hall is well used.',
        ),
        ("Group\tPlace\nBowls club\tGreen.\nApproved body\tHall.",),
    ),
    51: Row(
        (
            'For (3)\n\nMrs Brook, Mr Heath, Ms Vale\n\nAgainst (0)\n\nAbstain (0)\n\n<agreed v="carry">Motion carried</agreed>.',
            '<agreed v="lose">Amendment lost</agreed>.',
        ),
        ("Against the wall (3) chairs were carried.",),
    ),
    52: Row(
        (
            '<resolved v="grant">RESOLVED that pursuant to section 25 of the Act, the power be granted</resolved>.',
            '<resolved v="appoint">RESOLVED that, under section 9 of the Act, Mr Vale be appointed as trustee</resolved>.',
        ),
        ("Disputes resolved pursuant to section 25 of the Act are few.",),
    ),
    53: Row(
        (
            '<resolved v="elect">RESOLVED that Councillor Brook be elected Chairman for the 2022/23 Municipal Year</resolved>.',
            '<resolved v="elect">Cllr Brook was nominated by Cllr Heath and was duly elected Chairman</resolved>.',
            '<resolved v="appoint">Councillor Brook was appointed as the representative to the trust</resolved>.',
            'Proposed by Cllr Brook, seconded by Cllr Heath.\n\nDecision: <resolved v="elect">That Cllr Finch be elected Vice-Chair</resolved>.',
        ),
        ("Cllr Brook, who was first elected in 2015, read a poem.", "Mr Brook was appointed as head of the school."),
    ),
    54: Row(
        (
            '<agreed v="withdraw">The report for this item has been withdrawn</agreed>.',
            'Due to lack of time <agreed v="agree">the Board agreed that this item would be added to the next meeting</agreed>.',
            '<agreed v="defer">The Chair said that the item was being deferred</agreed>.',
            '<agreed v="defer">The item was deferred to the next meeting</agreed>.',
        ),
        ("The cash was withdrawn. Decisions would be ratified at the next meeting.",),
    ),
    55: Row(
        (
            'Ms Lark asked that the fee be waived. <agreed v="agree">This was agreed by the committee</agreed>.',
            'Mr Vale asked for a bench. <agreed v="agree">This was agreed</agreed>.',
        ),
        ("This was agreed by the owner long ago. This was a surprise to the committee.",),
    ),
    56: Row(
        (
            'That the Executive Member be advised to:\n\n(i) <recommended v="approve">Approve the plan</recommended>.\n\n(ii) <recommended v="note">Note the costs</recommended>.\n\nRESOLVED: <resolved v="accept">That the advice of the Advisory Panel be accepted</resolved>.',
        ),
        ("The Executive Member was well advised to:\n\n(i) wear a hat.\n\n(ii) bring a coat.",),
    ),
    57: Row(
        (
            '<agreed v="endorse">The Committee agreed to endorse the bid</agreed>. The bid was endorsed by Cabinet in July.',
        ),
        (
            "The Panel has agreed the officers' response.",
            "The plan was endorsed by Cabinet in July.",
            "Mr Vale said that all three Committees agreed their preference for option B.",
            "The scheme was approved by Ashcombe Council last year.",
            "If the Committee approved the plan, work would start.",
            "The Committee approved the plan in 2019, said Mr Vale.",
            "It was not agreed that the lease be renewed.",
        ),
    ),
}


def expected(marked: str) -> tuple[str, list[tuple[str | None, ...]]]:
    """The passage, and words, kind and verb of every tag in it."""
    example = split(marked, KINDS)
    return example.text, [(plain(tag.text), tag.label, tag.attributes["v"]) for tag in example.tags]


def found(passage: str, paper: Paper, style: Style) -> list[tuple[str | None, ...]]:
    """Words, kind and verb of every decision that the reading gives."""
    return [(plain(d.text), d.kind, d.verb) for d in read(passage, style=style, paper=paper).decisions]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", TABLE)
def test_examples(number: int, style: Style) -> None:
    row = TABLE[number]
    for marked in row.examples:
        passage, answers = expected(marked)
        assert found(passage, row.paper, style) == answers


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("number", TABLE)
def test_what_only_looks_like_it(number: int, style: Style) -> None:
    row = TABLE[number]
    for marked in row.counters:
        passage, answers = expected(marked)
        assert found(passage, row.paper, style) == answers


def test_every_convention_has_an_example_and_a_counter_example() -> None:
    assert [number for number in range(1, 58) if not (TABLE[number].examples and TABLE[number].counters)] == []
