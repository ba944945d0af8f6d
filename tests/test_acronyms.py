"""Acronyms: what is defined in brackets, on either side, and brackets that define nothing."""

import pytest

from extract.acronyms import find_definitions, is_short_form, letters_of, match_long_form
from tests.markup import parse

DEFINED = {
    "long before short": "The <long>Joint Commissioning Board</long> (<short>JCB</short>) met.",
    "joining words skipped": "the <long>Health and Wellbeing Board</long> (<short>HWB</short>)",
    "plural": "<long>Rapid Home Visit Teams</long> (<short>RHVTs</short>) began in June.",
    "plural with an apostrophe": "<long>Rapid Home Visit Teams</long> (<short>RHVT's</short>) began.",
    "small letters within": "the <long>Department for Education</long> (<short>DfE</short>)",
    "letters within a word": "<long>Marshire Hospitals University Trust</long> (<short>MHUT</short>)",
    "hyphen as a word": "the <long>Long-Term Plan</long> (<short>LTP</short>) for the county",
    "ampersand": "the <long>Finance & Audit Committee</long> (<short>F&A</short>)",
    "quoted": "the <long>Barnwell Care Alliance</long> (“<short>BCA</short>”)",
    "short before long": "<short>NKCC</short> (<long>North Kell County Council</long>) wrote.",
    "two in one sentence": "the <long>Town Plan Forum</long> (<short>TPF</short>) and the <long>Youth Panel</long> (<short>YP</short>)",
}
NOT_DEFINED = {
    "initials of nobody": "Jo Smith (AB) left.",
    "a role": "Jo Smith (Chair) spoke.",
    "affiliation": "Jo Smith (BCC) spoke.",
    "a date": "The fund (2019) ended.",
    "small letters": "the joint commissioning board (JCB) met",
    "a list letter": "Members agreed (A) to meet.",
    "letters in the wrong order": "the Wellbeing and Health Forum (HWB)",
    "first letter begins no word": "Sandbank Water Boards (HWB)",
    "a remark": "The Joint Board (see below) met.",
    "a sum": "The grant (£2M) was paid.",
    "too many words skipped": "Ashby Town Hall Repair Fund Garden Party and Barn Dance Trust (AT)",
}


@pytest.mark.parametrize("marked", DEFINED.values(), ids=DEFINED.keys())
def test_definitions(marked: str) -> None:
    example = parse(marked, labels={"long", "short"})
    found = list(find_definitions(example.text, 0, len(example.text)))
    shorts, longs = example.of("short"), example.of("long")
    assert len(found) == len(shorts)
    for definition, short, long in zip(found, shorts, longs, strict=True):
        assert (definition.short.start, definition.short.end) == (short.start, short.end)
        assert example.text[definition.long.start : definition.long.end] == long.text


@pytest.mark.parametrize("text", NOT_DEFINED.values(), ids=NOT_DEFINED.keys())
def test_brackets_that_define_nothing(text: str) -> None:
    assert list(find_definitions(text, 0, len(text))) == []


@pytest.mark.parametrize(
    ("short", "letters"),
    [("CHINs", "chin"), ("PCN's", "pcn"), ("D-QIST", "dqist"), ("F&A", "fa"), ("A4NHS", "a4nhs"), ("GPs", "gp")],
)
def test_letters(short: str, letters: str) -> None:
    assert letters_of(short) == letters


@pytest.mark.parametrize(
    ("word", "expected"),
    [("JCB", True), ("CHINs", True), ("Chair", False), ("2019", False), ("J", False), ("D-QIST", True)],
)
def test_short_forms(word: str, expected: bool) -> None:
    assert is_short_form(word) is expected


def test_long_form_begins_at_a_capital() -> None:
    words = "members of the Health and Wellbeing Board"
    assert match_long_form("HWB", words) == words.index("Health")
    assert match_long_form("MHWB", words) is None
