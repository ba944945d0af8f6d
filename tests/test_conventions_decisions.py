"""Conventions 1 to 57, how papers mark decisions: each with an example and with a text that only looks like it."""

import re
from pathlib import Path

import pytest

from tests.conventions import REPORT, Example, decisions

LIMITS = Path(__file__).parent.parent / "docs" / "limits.md"

#: Expected lines may be cut: the words found must begin with them.
EXAMPLES = {
    1: Example(
        "RESOLVED that the report on libraries be noted.",
        ("noted note: RESOLVED that the report",),
        "The Chair explained what had been resolved elsewhere.",
    ),
    2: Example(
        "It was RESOLVED that, subject to the correction above, the minutes be approved as a correct record.",
        ("resolved confirm: It was RESOLVED that, subject to",),
        "Approval is subject to the correction above.",
    ),
    3: Example(
        "RESOLVED – That the street trading policy be adopted.",
        ("resolved adopt: RESOLVED – That the street",),
        "The matter was left unresolved – that was regrettable.",
    ),
    4: Example(
        "RESOLVED: That the Committee:-\n\n(a) notes the contents of the annual report; and\n\n(b) requests a further report on parking charges.",
        ("noted note: notes the contents", "resolved request: requests a further report"),
        "Members made two points:-\n\n(a) the report was long; and\n\n(b) the appendix was missing.",
    ),
    5: Example(
        "RESOLVED- That;\n\n1. Approval be given to the lease of the depot.\n\n2. The valuation be noted.\n\n3. Councillor Amery be appointed to the Harbour Panel.",
        (
            "resolved approve: Approval be given",
            "noted note: The valuation be noted",
            "resolved appoint: Councillor Amery be appointed",
        ),
        "The reasons were that;\n\n1. The lease had ended.\n\n2. The depot was empty.",
    ),
    6: Example(
        "RESOLVED - (1) That the bid be approved; (2) That the Director of Place be authorised to sign the agreement.",
        ("resolved approve: That the bid be approved", "resolved authorise: That the Director"),
        "The plan had three aims - (1) that people be safe; (2) that streets stay clean.",
    ),
    7: Example(
        "RESOLVED, that – the maintenance plan be approved.",
        ("resolved approve: RESOLVED, that – the maintenance plan",),
        "It was said that – the plan being long – few had read it.",
    ),
    8: Example(
        "RESOLVED that i. Authority be delegated to the Clerk to renew the lease; ii. During the interim, the hall be closed.",
        ("resolved delegate: Authority be delegated", "resolved close: During the interim"),
        "Two things mattered: i. the lease; ii. the hall.",
    ),
    9: Example(
        "Resolved: that (1) the Shadow Board be established; (2) the membership be approved; (3) the Board report annually to Cabinet.",
        (
            "resolved establish: the Shadow Board",
            "resolved approve: the membership",
            "resolved report: the Board report annually",
        ),
        "He said that (1) the Board was new; (2) the membership was small.",
    ),
    10: Example(
        "Resolved:\n\nThat the recommendations in the report be agreed.",
        ("resolved agree: That the recommendations",),
        "Considered:\n\nThe recommendations in the report.",
    ),
    11: Example(
        "Moved by Councillor Amery, Seconded by Councillor Pell and\n\nResolved:\n\nThat Councillor Lark be elected Chair for the coming year.",
        ("resolved elect: That Councillor Lark be elected Chair",),
        "Councillor Amery spoke first, Councillor Pell after her.",
    ),
    12: Example(
        "Resolved:- That the grant be awarded to the lido trust.",
        ("resolved award: That the grant",),
        "It remains to be resolved whether a grant can be found.",
    ),
    13: Example(
        "(3) Resolved that the licensing function be delegated to the Joint Board.",
        ("resolved delegate: Resolved that the licensing function",),
        "(3) The licensing function had been delegated to the Joint Board.",
    ),
    14: Example(
        "RESOLVED that Cabinet agree to transfer the depot to the Trust; and that delegated authority be given to the Director of Place to sign the lease.",
        ("resolved agree: RESOLVED that Cabinet agree to transfer",),
        "Cabinet will be asked in May whether it agrees to transfer the depot.",
    ),
    15: Example(
        "RESOLVED that the update was noted.",
        ("noted note: RESOLVED that the update was noted",),
        "An update was expected in May.",
    ),
    16: Example(
        "That the housing strategy be approved.",
        ("resolved approve: That the housing strategy be approved",),
        "That the housing strategy is late was regretted by all.",
    ),
    17: Example(
        "UNANIMOUSLY RESOLVED that the bypass scheme be supported.",
        ("resolved support: UNANIMOUSLY RESOLVED that the bypass",),
        "There was unanimous praise for the bypass scheme.",
    ),
    18: Example(
        "The Committee resolved:-\n\n(i) to approve the spend on play areas; and\n\n(ii) to note the risk register.",
        ("resolved approve: to approve the spend", "noted note: to note the risk register"),
        "The Committee discussed:-\n\n(i) the spend on play areas; and\n\n(ii) the risk register.",
    ),
    19: Example(
        "The SCRUTINY COMMITTEE noted the report.",
        ("noted note: The SCRUTINY COMMITTEE noted",),
        "The SCRUTINY COMMITTEE was told that the weather was poor.",
    ),
    20: Example(
        "The Committee agreed:\n\n1. To receive a further report on buses in June 2021.\n\n2. To receive details of the costs.",
        ("agreed receive: To receive a further report", "agreed receive: To receive details"),
        "The Committee heard:\n\n1. That buses were late.\n\n2. That costs had risen.",
    ),
    21: Example(
        "The Committee AGREED that the offer be accepted and the information noted.",
        ("agreed accept: The Committee AGREED that the offer",),
        "Nobody could agree that the offer was fair.",
    ),
    22: Example(
        "The Committee:\n\n• APPROVED the bid for the pier.\n\n• AGREED that a review be held in a year.",
        ("resolved approve: APPROVED the bid", "agreed hold: AGREED that a review"),
        "Those present:\n\n• Residents of Pier Road.\n\n• Traders.",
    ),
    23: Example(
        "The Committee NOTED the report on trees, and AGREED that the budget be raised.",
        ("noted note: The Committee NOTED the report on trees", "agreed raise: AGREED that the budget be raised"),
        "Members took note of the weather, and hoped that the budget would be raised.",
    ),
    24: Example(
        "| Decision number | Decision |\n|---|---|\n| | The Cabinet noted the report. |\n| 184/2023 | The Cabinet approved the sale of the depot and agreed to delegate authority to the Director of Place. |\n",
        ("noted note: The Cabinet noted the report", "resolved approve: The Cabinet approved the sale"),
        "| Year | Sales |\n|---|---|\n| 2023 | The depot was sold. |\n",
        head="# Ashcombe Borough Council\n\n## Record of decisions of Cabinet, 4 March 2021\n\n",
        name="record.md",
    ),
    25: Example(
        "DECISION\n\n1. To note the report.\n\n2. To note the timetable.\n\nAction by:\n\nDirector of Place",
        ("noted note: To note the report", "noted note: To note the timetable"),
        "DISCUSSION\n\n1. The report was long.\n\n2. The timetable was short.",
    ),
    26: Example(
        "Decision:\n\nThat the extension of the waste contract for two years be approved.\n\nMinutes:\n\nThe Director spoke. RESOLVED: That the extension of the waste contract for two years be approved.",
        ("resolved approve: ",),
        "Minutes:\n\nThe Director spoke of the waste contract.",
    ),
    27: Example(
        "Decision Maker: Cabinet Member for Place\n\nDecision status: Recommendations Approved\n\nIs Key decision?: Yes\n\nIs subject to call in?: Yes\n\nDecision:\n\nThat the street lighting contract be awarded.\n\nReasons for the decision:\n\nThe old contract has ended.\n\nDate of decision: 4 March 2021",
        ("resolved award: That the street lighting contract be awarded",),
        "Decision Maker: Cabinet Member for Place\n\nPurpose:\n\nTo decide who is to light the streets.",
        head="Ashcombe Borough Council\n\nDecision details\n\nStreet lighting\n\n",
    ),
    28: Example(
        "Decision:\n\n1. Agreed to extend the lease.\n\n2. Noted that the rent is due.\n\n3. Delegated authority to the Clerk.",
        (
            "resolved agree: Agreed to extend the lease",
            "noted note: Noted that the rent",
            "resolved delegate: Delegated authority",
        ),
        "Background:\n\n1. The lease is old.\n\n2. The rent is due.",
    ),
    30: Example(
        "DECISION TO BE TAKEN BY: Cabinet Member for Place\n\nDECISION NO: 21/00014\n\nDecision: As Cabinet Member for Place I agree to:\n\nAPPROVE the award of the ferry contract; and\n\nDELEGATE authority to the Director of Place to sign it.",
        ("resolved approve: APPROVE the award", "resolved delegate: DELEGATE authority"),
        "DECISION TO BE TAKEN BY: Cabinet Member for Place\n\nDECISION NO: 21/00014\n\nFor publication",
        head="Ashcombe Borough Council\n\nRECORD OF DECISION\n\n",
    ),
    31: Example(
        "Decision:\n\nThat the lease be granted.\n\nReasons for decision:\n\nThat the income be secured.",
        ("resolved grant: That the lease be granted",),
        "Reasons for decision:\n\nThat the income be secured.",
    ),
    32: Example(
        "Recommendation(s):\n\nThe Cabinet is asked to:\n\n• AGREE the budget for ferries; and\n\n• DELEGATE authority to the Director of Place.",
        ("recommended agree: AGREE the budget", "recommended delegate: DELEGATE authority"),
        "Background\n\nThe Cabinet was asked last year about ferries.",
        head=REPORT,
    ),
    33: Example(
        "Recommendations\n\nCabinet is recommended to:\n\n(a) Note the progress made; and\n\n(b) Endorse the ferry strategy.",
        ("recommended note: Note the progress", "recommended endorse: Endorse the ferry strategy"),
        "Context\n\n(a) Progress has been made.\n\n(b) A ferry strategy exists.",
        head=REPORT,
    ),
    34: Example(
        "Recommendations\n\nCabinet is recommended to approve: -\n\na) That a survey be commissioned.\n\nb) That the Clerk be delegated to apply for a grant.",
        ("recommended commission: That a survey", "recommended delegate: That the Clerk"),
        "Risks\n\na) That a survey may be late.\n\nb) That the grant may be small.",
        head=REPORT,
    ),
    35: Example(
        "Recommendation:\n\nCabinet is asked to agree the proposed decision, as detailed in the attached PROD.",
        ("recommended agree: ",),
        "Appendix:\n\nThe proposed decision is attached.",
        head=REPORT,
    ),
    36: Example(
        "Proposed by Councillor Amery;\nSeconded by Councillor Pell;\nAnd Resolved:\n“That the draft Minutes of the February meeting be taken as read and adopted and signed.”",
        ("resolved take: ",),
        "Questions by Councillor Amery;\nanswered by Councillor Pell;\n“That is a matter for the county.”",
    ),
    37: Example(
        "On the proposal of Councillor Amery, seconded by Councillor Pell it was unanimously agreed to fund the crossing.",
        ("agreed fund: ",),
        "On the advice of Councillor Amery it was thought best to wait.",
    ),
    38: Example(
        "It was proposed by Cllr. Amery, seconded by Cllr. Pell and unanimously agreed that the fence be mended.",
        ("agreed mend: ",),
        "It was proposed by some that the fence was ugly.",
    ),
    39: Example(
        "Cllr Amery proposed acceptance of the minutes, seconded by Cllr Pell.",
        ("agreed accept: Cllr Amery proposed acceptance",),
        "Cllr Amery proposed to come back to this in summer.",
    ),
    40: Example(
        "RESOLVED: That the accounts be approved. (Cllr Amery proposed, Cllr Pell seconded, all were in favour).",
        ("resolved approve: That the accounts be approved",),
        "The accounts were long. (Cllr Amery left, Cllr Pell stayed).",
    ),
    41: Example(
        "Committee resolved to note the apologies.",
        ("noted note: Committee resolved to note",),
        "The dispute with the committee was resolved in court.",
    ),
    42: Example(
        "Committee resolved to:\n\ni) Approve the quote and to authorise the Clerk to proceed.\n\nii) Note the risk.",
        ("resolved approve: Approve the quote", "noted note: Note the risk"),
        "Committee wanted to:\n\ni) hear from residents.\n\nii) see the site.",
    ),
    43: Example(
        "After the vote all resolved to continue their objection.",
        ("resolved continue: ",),
        "All were content with the view.",
    ),
    44: Example(
        "The map was shown and it was agreed to buy a new bench.",
        ("agreed purchase: ",),
        "The map was shown and it was felt that the bench was old.",
    ),
    45: Example(
        "It was AGREED to write to the water company.",
        ("agreed write: It was AGREED to write",),
        "The water company had a policy that was AGREEABLE to few.",
    ),
    46: Example(
        "The Committee accepted the application.",
        ("agreed accept: The Committee accepted",),
        "The applicant accepted the delay.",
    ),
    47: Example(
        "Minutes of 4 February:\n\nApproved and signed as correct.",
        ("agreed approve: Approved and signed as correct",),
        "Minutes of 4 February:\n\nNot yet to hand.",
    ),
    48: Example(
        "Letter from the county on gritting.\n\nNOTED",
        ("noted note: NOTED",),
        "Letter from the county on gritting.\n\nNOTES",
    ),
    49: Example(
        "21/0101/F, a porch at Rose Cottage. No objections.",
        ("agreed no objections: ",),
        "21/0101/F, a porch at Rose Cottage. Two letters came.",
    ),
    52: Example(
        "Motion carried.\n\nRESOLVED that pursuant to section 25 of the Act, the report of the Director be received.",
        ("resolved receive: ",),
        "Pursuant to section 25 of the Act the Director reports each year.",
    ),
    53: Example(
        "RESOLVED that Councillor Amery be elected Chairman for the 2021/22 Municipal Year.",
        ("resolved elect: ",),
        "Councillor Amery was elected in 2019 for Harbour ward.",
    ),
    54: Example(
        "The report on ferries was withdrawn.",
        ("agreed withdraw: The report on ferries",),
        "Money was withdrawn from the bank.",
    ),
    55: Example(
        "The panel should meet monthly. This was agreed by the committee.",
        ("agreed agree: ",),
        "The panel meets monthly. This was news to the committee.",
    ),
    57: Example("", (), "The Harbour Panel has agreed the officers’ response, and it was endorsed by Cabinet in July."),
}
#: Conventions that are no sentence of one paper, and where they are shown instead.
ELSEWHERE = {56: "limits", 50: "limits", 51: "limits", 29: "limits"}


@pytest.mark.parametrize("number", [n for n, e in EXAMPLES.items() if e.found])
def test_the_example_is_read(number: int) -> None:
    example = EXAMPLES[number]
    found = decisions(example.read(example.text))
    assert len(found) == len(example.found) and all(
        line.startswith(wanted) for line, wanted in zip(found, example.found, strict=True)
    ), found


@pytest.mark.parametrize("number", EXAMPLES)
def test_what_only_looks_like_it_gives_nothing(number: int) -> None:
    example = EXAMPLES[number]
    assert decisions(example.read(example.other)) == list(example.other_found)


def test_every_convention_is_shown_or_told_as_missed() -> None:
    told = {
        int(n)
        for n in re.findall(
            r"\b\d+\b", " ".join(re.findall(r"\(conventions? ([\d, and]+)\)", LIMITS.read_text(encoding="utf-8")))
        )
    }
    assert set(EXAMPLES) | set(ELSEWHERE) == set(range(1, 58))
    assert {n for n, where in ELSEWHERE.items() if where == "limits"} <= told
