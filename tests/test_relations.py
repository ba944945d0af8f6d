"""Relations: only with stated words, in the right direction; and what only looks like one."""

import pytest

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
}
NOT_STATED = {
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
