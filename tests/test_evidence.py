"""A value without the words it claims is refused, with a sentence that names record and field."""

from typing import Any

import pytest

from extract.errors import EvidenceError
from extract.evidence import check_evidence
from extract.records import Reading
from tests.readings import reading

MARKED = '<person key="jo" honorific="Cllr">Cllr Jo Marsh</person> chairs\nthe <organisation key="b" kind="board">Care Board</organisation>'


def changed(**update: Any) -> Reading:
    """The reading with the first passage of its person changed."""
    made = reading("p1", MARKED)
    person = made.people[0]
    person.evidence[0] = person.evidence[0].model_copy(update=update)
    return made


def test_right_evidence_passes() -> None:
    check_evidence(reading("p1", MARKED))


@pytest.mark.parametrize(
    ("update", "says"),
    [
        ({"quote": "Jo March"}, "name quotes 'Jo March' where the text reads 'Cllr Jo Marsh'"),
        ({"start": 1}, "name quotes"),
        ({"end": 900}, "outside the text"),
        ({"start": -1}, "outside the text"),
        ({"start": 13}, "outside the text"),
        ({"block": 1}, "does not begin in block 1"),
        ({"block": 7}, "names block 7, which the paper does not have"),
        ({"page": 2}, "names page 2"),
        ({"paper_id": "p9"}, "rests on the paper p9, which was not read"),
        ({"field": "nickname"}, "nickname has a passage but is no field"),
        ({"field": "other_names"}, "name has the value 'Cllr Jo Marsh' but no passage"),
    ],
    ids=lambda value: str(value),
)
def test_wrong_evidence_is_refused(update: dict[str, Any], says: str) -> None:
    with pytest.raises(EvidenceError) as caught:
        check_evidence(changed(**update))
    assert says in str(caught.value)
    assert str(caught.value).startswith("The people record per-p1-jo of p1: ")


def test_a_stated_value_needs_a_passage_of_its_own_name() -> None:
    made = reading("p1", MARKED)
    made.organisations[0].other_names = ["CB"]
    with pytest.raises(EvidenceError, match="other_names has the value \\['CB'\\] but no passage"):
        check_evidence(made)


def test_a_derived_value_needs_its_source() -> None:
    made = reading("p1", MARKED)
    made.paper.date = "2020-01-01"
    with pytest.raises(EvidenceError, match="date has the value '2020-01-01' but date_raw"):
        check_evidence(made)


def test_a_derived_value_may_keep_its_default_without_words() -> None:
    made = reading("p1", '<person key="jo">Jo Marsh</person> <action owner="jo">to write a letter</action>')
    assert made.actions[0].status == "raised"
    check_evidence(made)
