"""Which mentions of one paper are of one person (conventions 93, 105, 114)."""

import pytest

from extract.people_identity import same_given, surname_key
from tests.people_examples import read_example

SAME = {
    "surname with title": ("Mr David Benson, Clerk, spoke. Mr Benson left.", {"David Benson": 2}),
    "initial and given name": ("Cllr Helen Gwynn spoke. Cllr H. Gwynn left.", {"Helen Gwynn": 2}),
    "title and none": (
        "Mrs A Beere (Chief Executive) spoke. Amanda Beere, Chief Executive, left.",
        {"Amanda Beere": 2},
    ),
    "short form of a given name": ("Benjamin Watt, Clerk, spoke. Ben Watt, Clerk, left.", {"Benjamin Watt": 2}),
    "first name alone, where one bears it": (
        "Esme Ward, Librarian, came. Esme reported and Esme was thanked.",
        {"Esme Ward": 3},
    ),
    "Ms and Mrs": ("Ms Sue Chant, Clerk, spoke. Mrs Chant left.", {"Sue Chant": 2}),
    "white space in a name": ("Ms O’ Dowd spoke. Ms O’Dowd left.", {"O’ Dowd": 2}),
}

DIFFERENT = {
    "spelling variants": ("Dr A Ghosh spoke. Dr Gosh left.", ["A Ghosh", "Gosh"]),
    "namesakes by initial": ("Cllr J Shea spoke. Cllr K Shea left.", ["J Shea", "K Shea"]),
    "namesakes by title": ("Mr J Meade spoke. Ms J Meade left.", ["J Meade", "J Meade"]),
    "given names": ("John Reed, Clerk, spoke. Joan Reed, Clerk, left.", ["John Reed", "Joan Reed"]),
    "councillor and officer": ("Sarah James, Head of Care, spoke. Cllr James left.", ["Sarah James", "James"]),
    "Mr and councillor": ("Cllr M Collis spoke. Mr Collis left.", ["M Collis", "Collis"]),
}


@pytest.mark.parametrize(("text", "expected"), SAME.values(), ids=SAME)
def test_identity_joins_forms_of_one_name(text: str, expected: dict[str, int]) -> None:
    _, doc = read_example(text)
    assert {person.name: len(person.mentions) for person in doc._.people} == expected


@pytest.mark.parametrize(("text", "expected"), DIFFERENT.values(), ids=DIFFERENT)
def test_identity_keeps_two_people_apart(text: str, expected: list[str]) -> None:
    _, doc = read_example(text)
    assert [person.name for person in doc._.people] == expected


def test_identity_leaves_open_whom_a_surname_means_where_two_bear_it() -> None:
    _, doc = read_example("Cllr J Shea and Cllr K Shea spoke. Cllr Shea left.")
    assert [(person.name, len(person.mentions)) for person in doc._.people] == [("J Shea", 1), ("K Shea", 1)]


def test_identity_keeps_other_forms_with_their_places() -> None:
    text = "Mr David Benson, Clerk, spoke. Mr Benson left."
    _, doc = read_example(text)
    (person,) = doc._.people
    assert person.honorific == "Mr"
    assert {form: text[place.start : place.end] for form, place in person.other_names.items()} == {
        "Mr David Benson": "Mr David Benson",
        "Mr Benson": "Mr Benson",
    }


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Ben", "Benjamin", True),
        ("Sue", "Susan", True),
        ("Ann", "Anne", False),
        ("Dave", "David", True),
        ("Jo", "John", False),
    ],
)
def test_same_given_knows_short_forms_only(left: str, right: str, same: bool) -> None:
    assert same_given(left, right) is same
    assert same_given(right, left) is same


@pytest.mark.parametrize(
    ("left", "right"), [("O’ Donnell", "O'Donnell"), ("VAN RIJN", "Van Rijn"), ("Ó Cuill", "O Cuill")]
)
def test_surname_key_ignores_marks_and_case(left: str, right: str) -> None:
    assert surname_key(left) == surname_key(right)
