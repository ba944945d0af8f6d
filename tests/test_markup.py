"""The reader of inline-annotated examples has tests of its own."""

import pytest

from tests.markup import MarkupError, Tag, parse, render


def test_parse_gives_text_offsets_and_attributes() -> None:
    example = parse('<person role="Chair">Jo Smith</person> of <body>Mid <place>Shire</place></body>', labels={"person", "body", "place"})
    assert example.text == "Jo Smith of Mid Shire"
    assert example.tags == [
        Tag("person", 0, 8, "Jo Smith", {"role": "Chair"}),
        Tag("body", 12, 21, "Mid Shire", {}),
        Tag("place", 16, 21, "Shire", {}),
    ]


@pytest.mark.parametrize("marked", ["<person>Jo", "Jo</person>", "<who>Jo</who>", "<a>x<b>y</a></b>"])
def test_parse_refuses_what_is_not_well_formed(marked: str) -> None:
    with pytest.raises(MarkupError):
        parse(marked, labels={"person", "a", "b"})


def test_render_is_the_reverse_of_parse() -> None:
    marked = "<a>one</a> and <b>two</b>"
    example = parse(marked, labels={"a", "b"})
    assert render(example.text, example.tags) == marked
