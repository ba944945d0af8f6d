"""What is masked, one character for one, and what looks alike and is not. All names and numbers are made up."""

import pytest

from extract.privacy import mask


@pytest.mark.parametrize(
    "hidden",
    [
        "ada.marsh@brindley.example.uk", "a_b+c@nhs.example.net", "o’neill@example.org",
        "020 7946 0123", "(020) 7946 0123", "01632 960 123", "01632960123", "0163 2960123", "07700 900123", "07700-900-123", "+44 7700 900123",
        "+44 (0)20 7946 0123", "0300 123 1234", "0808 157 0123", "03000 267355", "01632 960.123",
    ],
)  # fmt: skip
def test_contact_details_are_masked_one_for_one(hidden: str) -> None:
    text = f"Contact: {hidden}, or call in."
    assert mask(text) == f"Contact: {'█' * len(hidden)}, or call in."


@pytest.mark.parametrize(
    ("text", "hidden"),
    [("Tel: 7946 0123.", "7946 0123"), ("Ext 4567", "4567"), ("Telephone no. 061 407 100", "061 407 100")],
)
def test_numbers_behind_a_label_are_masked(text: str, hidden: str) -> None:
    assert mask(text) == text.replace(hidden, "█" * len(hidden))


@pytest.mark.parametrize(
    "text",
    [
        "Decision 24/00093 of 01/02/2018", "planning application 17/00170/0 was refused",
        "£1,234,567,890 over 2019-2020", "in 2016-2017 to 2020-2021",
        "from 1 April 2018 to 31 March 2019", "charity number 1123456", "company 01234567", "OFSTED 100200", "minute 204/20-213/20",
        "ISBN 978-0-12-345678-9", "call 101 or 999 or 111", "0.123456789 of one per cent", "reference 0012345678901234", "12.5% of 50,000 people",
        "at 10.00 on 20.7.17", "page 012", "@home is the scheme", "user@ the desk", "grid reference TQ 0123 4567", "paragraph 6.1.2",
        "an external review", "the direct dialogue 2020 2021",
    ],
)  # fmt: skip
def test_numbers_that_are_no_telephones_stay(text: str) -> None:
    assert mask(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Olu Fenwick spoke.", "███████████ spoke."),
        ("OLU  FENWICK spoke.", "████████████ spoke."),
        ("Councillor Olu\nFenwick and Mr Fenwick.", "Councillor ███\n███████ and Mr ███████."),
        ("O. Fenwick, O Fenwick", "██████████, █████████"),
        (
            "Fenwick, Olu was absent; Fenwick’s reply; Mr Fenwick",
            "████████████ was absent; ███████’s reply; Mr ███████",
        ),
        ("Mr Olu James Fenwick", "Mr █████████████████"),
        ("Mr Fenwick lives by Fenwick Road.", "Mr ███████ lives by Fenwick Road."),
    ],
)
def test_withheld_names_are_masked_in_every_form(text: str, expected: str) -> None:
    assert mask(text, withheld=["Olu Fenwick"]) == expected


@pytest.mark.parametrize(
    "text", ["Ada Marsh spoke of the fenwick.", "Fenwick Ward met.", "Olu Fenwicke spoke.", "The Fenwick Trust met."]
)
def test_other_names_stay(text: str) -> None:
    assert mask(text, withheld=["Olu Fenwick"]) == text
