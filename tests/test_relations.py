"""Relations: only with stated words, in the right direction; and what only looks like one."""

import pytest

from extract.reading import read_paper
from tests.docs import process

Fact = tuple[str, str, str]

STATED: dict[str, tuple[str, list[Fact]]] = {
    "reports to": (
        "The Harbour Delivery Group reports to the Harbour Care Board.",
        [("Harbour Delivery Group", "reports_to", "Harbour Care Board")],
    ),
    "overseen by two": (
        "Work is led by the Joint Commissioning Group, itself overseen by the Harbour Care Board and the Harbour Strategy Board.",
        [
            ("Joint Commissioning Group", "reports_to", "Harbour Care Board"),
            ("Joint Commissioning Group", "reports_to", "Harbour Strategy Board"),
        ],
    ),
    "the board of a council, not the council": (
        "The Care Scrutiny Board of Harbour Council scrutinises the Mid Harbour Hospital Trust.",
        [
            ("Care Scrutiny Board", "part_of", "Harbour Council"),
            ("Care Scrutiny Board", "scrutinises", "Mid Harbour Hospital Trust"),
        ],
    ),
    "adopted jointly by three": (
        "The Harbour Ageing Plan was adopted jointly by Harbour Council, Harbour CCG and Mid Harbour Hospital Trust.",
        [
            ("Harbour CCG", "party_to", "Harbour Ageing Plan"),
            ("Harbour Council", "party_to", "Harbour Ageing Plan"),
            ("Mid Harbour Hospital Trust", "party_to", "Harbour Ageing Plan"),
        ],
    ),
    "two verbs of one subject": (
        "The Harbour Delivery Group was set up to plan services and reports to the Harbour Care Board.",
        [("Harbour Delivery Group", "reports_to", "Harbour Care Board")],
    ),
    "chaired by, the body of the sentence before": (
        "The plan is drawn up by the Harbour Care Board. This is chaired by Ruth Vale, Chief Executive of Mid Harbour Hospital Trust.",
        [("Ruth Vale", "chairs", "Harbour Care Board"), ("Ruth Vale", "holds_role_at", "Mid Harbour Hospital Trust")],
    ),
    "a clause between subject and verb": (
        "The Harbour Delivery Group, chaired by Ruth Vale, reports to the Harbour Care Board.",
        [
            ("Harbour Delivery Group", "reports_to", "Harbour Care Board"),
            ("Ruth Vale", "chairs", "Harbour Delivery Group"),
        ],
    ),
    "which means the name before it, not the one before that": (
        "It is run under a section 75 agreement between Harbour Council and Harbour CCG, overseen by the Joint Commissioning Executive, which reported to the Harbour Care Board.",
        [
            ("Harbour CCG", "party_to", "section 75 agreement"),
            ("Harbour Council", "party_to", "section 75 agreement"),
            ("Joint Commissioning Executive", "reports_to", "Harbour Care Board"),
        ],
    ),
    "which is speaks of one of two": (
        "Members heard of the Safe Walks programme and the Bright Nights scheme, which is commissioned by Harbour CCG.",
        [("Harbour CCG", "commissions", "Bright Nights scheme")],
    ),
    "surnames that sit on": (
        "Cllrs Lark and Finch both sit on the Joint Finance Board.",
        [("Finch", "member_of", "Joint Finance Board"), ("Lark", "member_of", "Joint Finance Board")],
    ),
    "a group's members": (
        "The Harbour Care Board comprises Harbour Council, Harbour CCG and Healthwatch Harbour.",
        [
            ("Harbour CCG", "member_of", "Harbour Care Board"),
            ("Harbour Council", "member_of", "Harbour Care Board"),
            ("Healthwatch Harbour", "member_of", "Harbour Care Board"),
        ],
    ),
    "commissions": (
        "Harbour CCG has now commissioned the Harbour GP Federation to run it.",
        [("Harbour CCG", "commissions", "Harbour GP Federation")],
    ),
    "one post at two bodies": (
        "Ann Brook, Joint Head of Commissioning at Harbour Council & Harbour CCG, presented slides.",
        [("Ann Brook", "holds_role_at", "Harbour CCG"), ("Ann Brook", "holds_role_at", "Harbour Council")],
    ),
    "and joins on to the subject, not to the host": (
        "The Harbour Delivery Group is funded by Harbour Council and reports to the Harbour Care Board.",
        [
            ("Harbour Council", "funds", "Harbour Delivery Group"),
            ("Harbour Delivery Group", "reports_to", "Harbour Care Board"),
        ],
    ),
    "which is chaired by someone and reports": (
        "Work is led by the Joint Buying Executive (JBE), which is chaired by Ruth Vale, Executive Director for Towns, and reports to the Harbour Care Board.",
        [
            ("Joint Buying Executive", "reports_to", "Harbour Care Board"),
            ("Ruth Vale", "chairs", "Joint Buying Executive"),
        ],
    ),
    "a post before the chair's name": (
        "The Harbour Care Board is chaired by Assistant Chief Constable Ruth Vale.",
        [("Ruth Vale", "chairs", "Harbour Care Board")],
    ),
    "the chair of a body is": (
        "The Independent Chair of the Harbour Care Board is Dr Ruth Vale.",
        [("Ruth Vale", "chairs", "Harbour Care Board")],
    ),
    "officers in attendance serve the council whose minutes these are": (
        "ALDERMERE DISTRICT COUNCIL\n\nPlanning Committee\n\nMinutes of the meeting held on 3 May 2021\n\nPresent: Councillor Ruth Vale (Chair)\n\nOfficers present: Mr B. Lark\n\n1. Apologies\n\nThere were none.",
        [
            ("Planning Committee", "part_of", "ALDERMERE DISTRICT COUNCIL"),
            ("Ruth Vale", "chairs", "Planning Committee"),
            ("Ruth Vale", "member_of", "Planning Committee"),
            ("B. Lark", "holds_role_at", "ALDERMERE DISTRICT COUNCIL"),
        ],
    ),
    "a firm called a group sends people to a meeting, a committee has members there": (
        "VILLAGE LIAISON COMMITTEE\n\n2 March 2004\n\nIn attendance: Mr Ola Oduya (Larkfield Food Group), Ms Ann Brook (Footpaths Committee)\n\n1. Apologies\n\nThere were none.",
        [("Ola Oduya", "holds_role_at", "Larkfield Food Group"), ("Ann Brook", "member_of", "Footpaths Committee")],
    ),
    "initials in the chair": (
        "Present: Ruth Vale (RV), Chair\n\n1. Finance\n\nThe Joint Finance Board, chaired by RV, had looked at the costs.",
        [("Ruth Vale", "chairs", "Joint Finance Board")],
    ),
    "partners in a body are": (
        "Partners in the Harbour Alliance are Harbour Council, the twelve village councils, Harbour CCG and Healthwatch Harbour.",
        [
            ("Harbour CCG", "member_of", "Harbour Alliance"),
            ("Harbour Council", "member_of", "Harbour Alliance"),
            ("Healthwatch Harbour", "member_of", "Harbour Alliance"),
        ],
    ),
    "a possessive before members": (
        "The Harbour Care Board’s members are Harbour Council and Harbour CCG.",
        [
            ("Harbour CCG", "member_of", "Harbour Care Board"),
            ("Harbour Council", "member_of", "Harbour Care Board"),
        ],
    ),
    "made up of officers from": (
        "The Harbour Care Board is made up of senior officers from Harbour Council and Harbour CCG.",
        [
            ("Harbour CCG", "member_of", "Harbour Care Board"),
            ("Harbour Council", "member_of", "Harbour Care Board"),
        ],
    ),
    "its members, with whom they sit for": (
        "The Harbour Pension Board met in May. Its members are Mr A Lark (UNISON) and Mrs B Finch.",
        [
            ("A Lark", "holds_role_at", "UNISON"),
            ("A Lark", "member_of", "Harbour Pension Board"),
            ("B Finch", "member_of", "Harbour Pension Board"),
        ],
    ),
    "a programme overseen is led": (
        "The Harbour Care Board oversees the Safe Quays Programme and reports to Harbour Council.",
        [
            ("Harbour Care Board", "leads", "Safe Quays Programme"),
            ("Harbour Care Board", "reports_to", "Harbour Council"),
        ],
    ),
    "established to oversee": (
        "The Harbour Care Board was established in April 2023 to oversee delivery of the Safe Quays Programme.",
        [("Harbour Care Board", "leads", "Safe Quays Programme")],
    ),
    "an agreement between two": (
        "Members renewed the Quays Upkeep Agreement between Harbour Council and Harbour CCG.",
        [
            ("Harbour CCG", "party_to", "Quays Upkeep Agreement"),
            ("Harbour Council", "party_to", "Quays Upkeep Agreement"),
        ],
    ),
    "how many agreements they have": (
        "Harbour Council and Harbour CCG have two overarching section 75 agreements.",
        [
            ("Harbour CCG", "party_to", "section 75 agreements"),
            ("Harbour Council", "party_to", "section 75 agreements"),
        ],
    ),
    "part of the Council's plan": (
        "The Safe Quays Plan forms part of the Council’s Harbour Recovery Strategy.",
        [("Safe Quays Plan", "part_of", "Harbour Recovery Strategy")],
    ),
    "body of a body": (
        "The Governing Body of Harbour CCG met. Harbour CCG agreed.",
        [("Governing Body of Harbour CCG", "part_of", "Harbour CCG")],
    ),
    "a list of members under its heading": (
        "Members of the Harbour Care Board\n\n- Harbour Council\n- Healthwatch Harbour\n",
        [
            ("Harbour Council", "member_of", "Harbour Care Board"),
            ("Healthwatch Harbour", "member_of", "Harbour Care Board"),
        ],
    ),
    "a list of members after a colon": (
        "The Harbour Care Board is made up of representatives from:\n\n- Harbour Council\n- Healthwatch Harbour\n",
        [
            ("Harbour Council", "member_of", "Harbour Care Board"),
            ("Healthwatch Harbour", "member_of", "Harbour Care Board"),
        ],
    ),
    "items under a body": (
        "Harbour Delivery Group\n\n- chaired by Ruth Vale\n- reports to the Harbour Care Board\n",
        [
            ("Harbour Delivery Group", "reports_to", "Harbour Care Board"),
            ("Ruth Vale", "chairs", "Harbour Delivery Group"),
        ],
    ),
    "sub-groups in a list": (
        "The Harbour Care Board has two sub-groups: the Harbour Quality Group and the Harbour Training Group.",
        [
            ("Harbour Quality Group", "part_of", "Harbour Care Board"),
            ("Harbour Training Group", "part_of", "Harbour Care Board"),
        ],
    ),
    "sub-groups of a body": (
        "The Harbour Quality Group and the Harbour Training Group are sub-groups of the Harbour Care Board.",
        [
            ("Harbour Quality Group", "part_of", "Harbour Care Board"),
            ("Harbour Training Group", "part_of", "Harbour Care Board"),
        ],
    ),
    "a post and a body in two columns": (
        "Name\tPost\tOrganisation\nAnn Brook\tTreasurer\tMid Harbour Trust\n",
        [("Ann Brook", "holds_role_at", "Mid Harbour Trust")],
    ),
    "what a cell says of the row's body": (
        "Group\tRemit\nHarbour Delivery Group\tPlans work. Oversees the Safe Quays Programme.\n",
        [("Harbour Delivery Group", "leads", "Safe Quays Programme")],
    ),
    "labelled lines under a body": (
        "Harbour Care Board\n\nHarbour Delivery Group\nChair: Ruth Vale\nReports to: Harbour Care Board\nMembers: Harbour Council; Harbour CCG\n",
        [
            ("Harbour CCG", "member_of", "Harbour Delivery Group"),
            ("Harbour Council", "member_of", "Harbour Delivery Group"),
            ("Harbour Delivery Group", "reports_to", "Harbour Care Board"),
            ("Ruth Vale", "chairs", "Harbour Delivery Group"),
        ],
    ),
    "column headings": (
        "Group\tChair\tReports to\nHarbour Delivery Group\tRuth Vale\tHarbour Care Board\n",
        [
            ("Harbour Delivery Group", "reports_to", "Harbour Care Board"),
            ("Ruth Vale", "chairs", "Harbour Delivery Group"),
        ],
    ),
}
NOT_STATED = {
    "part of what has no name": "The Safe Quays Plan is part of the Harbour Care Board’s papers.",
    "an agreement of something else": "The Quays Upkeep Agreement was read between the talks of Harbour Council.",
    "an invitation under a heading": "Guests of the Harbour Care Board\n\n- Harbour Council\n- Healthwatch Harbour\n",
    "made up of other things": "The Harbour Care Board is made up of many voices:\n\n- hope\n- Harbour Council has none\n",
    "a column of other things": "Group\tVenue\nHarbour Delivery Group\tHarbour Care Board\n",
    "items under a sentence": "The Harbour Delivery Group met.\n\n- reports to the Harbour Care Board were read\n",
    "sub-groups of nobody": "The Harbour Care Board met. Sub-groups were formed, and the Harbour Quality Group left.",
    "a labelled line under a sentence": "The Harbour Delivery Group met.\n\nReports to: Harbour Care Board\n",
    "having a plan": "Harbour Council and Harbour CCG have the Safe Quays Plan in view.",
    "a plan between two": "The Safe Quays Plan between Harbour Council and Harbour CCG grew.",
    "who was thanked": "Ruth Vale was thanked, and the Harbour Care Board is well.",
    "reporting on a thing": "The Harbour Delivery Group will report on progress.",
    "two bodies in one sentence": "The Harbour Care Board met before the Harbour Strategy Board.",
    "a verb of something else": "The Harbour Care Board led a talk.",
    "a part of a place": "Part of the Harbour Care Board stayed for lunch.",
}


def answers(text: str) -> list[Fact]:
    """Subject, type and object of every relation, sorted."""
    return sorted((r.subject.name, r.type, r.object.name) for r in process(text)._.relations)


@pytest.mark.parametrize(("text", "expected"), STATED.values(), ids=STATED.keys())
def test_stated(text: str, expected: list[Fact]) -> None:
    assert answers(text) == sorted(expected)


@pytest.mark.parametrize("text", NOT_STATED.values(), ids=NOT_STATED.keys())
def test_not_stated(text: str) -> None:
    assert answers(text) == []


def test_a_denied_relation_is_marked() -> None:
    (relation,) = process("The Harbour Delivery Group no longer reports to the Harbour Care Board.")._.relations
    assert relation.negated


TABLE = "Harbour Design Group\n\nHarbour Council\tAnn Brook\nHealthwatch Harbour\tTom Heath and Ruth Vale\nHarbour Hospitals NHS Trust\tDr Ian Lark\n"


def test_a_table_under_a_group_seats_people_for_organisations() -> None:
    found = answers(TABLE)
    seated = {(who, where) for who, kind, where in found if kind == "member_of"}
    assert {
        ("Ann Brook", "Harbour Design Group"),
        ("Tom Heath", "Harbour Design Group"),
        ("Ruth Vale", "Harbour Design Group"),
    } <= seated
    assert ("Tom Heath", "represents", "Healthwatch Harbour") in found


def test_a_chair_in_a_row_chairs_the_body_that_heads_it() -> None:
    text = "Meeting\tRemit\tAttendees\nHarbour Steering Group\tThe group plans work and reports to the Harbour Care Board.\tJane Gold, Director of Strategy (Chair); Tom Heath, Manager"
    found = answers(text)
    assert ("Jane Gold", "chairs", "Harbour Steering Group") in found
    assert ("Harbour Steering Group", "reports_to", "Harbour Care Board") in found


def test_a_chair_in_a_column_of_roles_is_not_the_chair_of_where_they_come_from() -> None:
    found = answers(
        "Name\tRole\tOrganisation\nAnn Brook\tChair\tMid Harbour Trust\nTom Heath\tMember\tMid Harbour Trust\n"
    )
    assert ("Ann Brook", "chairs", "Mid Harbour Trust") not in found
    assert ("Tom Heath", "member_of", "Mid Harbour Trust") not in found


def test_a_clerk_in_the_list_of_those_present_serves_the_council_and_the_others_sit_on_it() -> None:
    text = (
        "FENWICK PARISH COUNCIL\nMinutes of the Parish Council Meeting held in the Hall\non Monday 8th June 2020 at 7pm\n\n"
        "Present: Cllrs Lark (Chairman), Finch and Mrs Reed\nClerk: Mrs J Oakes\nAlso present: PC Jo Smith\n"
    )
    found = {(r.subject.name, r.type) for r in process(text)._.relations}
    assert ("J Oakes", "holds_role_at") in found
    assert ("J Oakes", "member_of") not in found
    assert ("Reed", "member_of") in found


def test_people_of_whom_a_table_of_minutes_tells_are_no_members() -> None:
    text = (
        "# Marlow Vale Council\n\n## Care Scrutiny Panel\n\nMinutes of the meeting held on 7 June 2030\n\nPresent: Cllr Ada Marsh (Chair)\n\n"
        "| No. | Item |\n|---|---|\n| 5 | Bryn Teal, Head of Pharmacy at Quill Hospital Trust, gave a talk. Cllr Marsh asked about rotas and was told of them. |\n"
    )
    found = read_paper(text.encode(), name="m.md").relations
    assert "Bryn Teal" not in {r.subject_name for r in found if r.type == "member_of"}


@pytest.mark.parametrize(
    ("head", "line", "expected"),
    [
        ("# NHS Marlow Vale Integrated Care Board", "In attendance: Bryn Teal, Director of Partnerships", True),
        ("# Marlow Vale Fire and Rescue Authority", "In attendance: Bryn Teal, Director of Prevention", True),
        ("# NHS Marlow Vale Integrated Care Board", "In attendance: Bryn Teal, Director of Care at Quill Hospital Trust", False),
    ],
)  # fmt: skip
def test_who_attends_with_an_office_holds_it_where_the_body_that_met_employs(
    head: str, line: str, expected: bool
) -> None:
    text = f"{head}\n\nMinutes of the meeting held on 7 June 2030\n\nPresent: Ada Marsh (Chair)\n\n{line}\n\n1. Welcome\n\nAll were welcome.\n"
    found = [
        r
        for r in read_paper(text.encode(), name="m.md").relations
        if r.subject_name == "Bryn Teal" and r.type == "holds_role_at"
    ]
    own = head.lstrip("# ")
    assert ([r.object_name for r in found] == [own]) is expected
