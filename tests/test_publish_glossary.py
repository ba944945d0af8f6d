"""Terms of the glossary: linked where they first stand on a page, and nowhere inside a link, a heading, a mark or code."""

import pytest

from publish import glossary


def links(text: str, page: str = "papers/quay/") -> list[str]:
    """The words that lead to the glossary, in their order."""
    linked = glossary.linked(text, page)
    assert linked.replace("</a>", "").count('<a class="term"') == linked.count('<a class="term"')
    return [piece.split(">", 1)[1].split("</a>")[0] for piece in linked.split('<a class="term"')[1:]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>The call-in of a key decision.</p>", ["call-in", "key decision"]),
        ("The CCG and the CCGs: one term, linked once.", ["CCG"]),
        ("The Health and Wellbeing Board met.", ["Health and Wellbeing Board"]),
        ("no ccg in small letters", []),
        ("recalled information, precall-information", []),
        ("# Call-in\n\nwords", []),
        ("<h2>Call-in</h2><p>A call-in</p>", ["call-in"]),
        ('<a href="x">a call-in</a> and a call-in', ["call-in"]),
        ("[call-in](x.md) `call-in` <mark>a call-in</mark> <button>call-in</button>", []),
        ("---\ntitle: Call-in\n---\nwords", []),
        ('<p title="call-in">words</p>', []),
        ("```\ncall-in\n```\n", []),
    ],
)
def test_a_term_is_linked_where_it_first_stands_and_where_a_link_may_stand(text: str, found: list[str]) -> None:
    assert links(text) == found


def test_a_link_leads_to_the_term_from_wherever_the_page_stands() -> None:
    assert 'href="../../glossary/#call-in"' in glossary.linked("call-in", "papers/quay/")
    assert 'href="glossary/#call-in"' in glossary.linked("call-in", "")
    assert glossary.linked("call-in", glossary.PAGE) == "call-in"


def test_every_term_has_an_anchor_and_a_form_of_its_own() -> None:
    terms = glossary.terms()
    assert len({t.id for t in terms}) == len(terms)
    forms = [form.lower() for t in terms for form in t.forms]
    assert len(set(forms)) == len(forms)
    assert [t.term for t in terms] == sorted((t.term for t in terms), key=str.lower)
