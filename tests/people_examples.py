"""Examples for the finders of people: text with its people and bodies written into it.

`<body>` plants a mention of a body (`kind`, and `as` for the name it is an other form of); `<person>` is what must be found, with
`name` (fullest form, if other than the words), `role` and `at` (roles and bodies of its posts, joined by " | ", empty where there
is none).
"""

import re

import pytest
from spacy import blank
from spacy.tokens import Doc

from extract.blocks import Block, Layout
from extract.entities import Entity, Place, Post
from extract.people import matters_people
from extract.pipeline import plain_tokenizer
from extract.sentences import matters_sentences
from tests.markup import Example, Tag, parse, render

LABELS = {"person", "body"}


def layout_of(text: str) -> Layout:
    """Blocks of an example: paragraphs parted by empty lines, cells by tabs; a line in capitals is a heading, `~ ` boilerplate."""
    blocks: list[Block] = []
    row = -1
    for paragraph in re.finditer(r"[^\n]+(?:\n(?!\s*\n)[^\n]+)*", text):
        cells = (
            list(re.finditer(r"[^\t\n]+", paragraph[0]))
            if "\t" in paragraph[0]
            else [re.match(r"(?s).*", paragraph[0])]
        )
        line = -1
        for cell in cells:
            assert cell is not None
            here = paragraph[0].count("\n", 0, cell.start())
            table = len(cells) > 1
            if table and here != line:
                row, line, column = row + 1, here, 0
            elif table:
                column += 1
            words = cell[0]
            start = paragraph.start() + cell.start()
            blocks.append(
                Block(
                    index=len(blocks),
                    kind="table_row"
                    if table
                    else "boilerplate"
                    if words.startswith("~ ")
                    else "heading"
                    if words.isupper()
                    else "paragraph",
                    start=start,
                    end=start + len(words),
                    body_start=start,
                    row=row if table else None,
                    column=column if table else None,
                )
            )
    return Layout(text=text, blocks=blocks, format="text")


def plant_bodies(doc: Doc, tags: list[Tag]) -> None:
    """Writes the tagged bodies where the finder of organisations would."""
    entities: dict[str, Entity] = {}
    spans = []
    for tag in tags:
        name = tag.attributes.get("as", tag.text)
        entity = entities.setdefault(name, Entity("organisations", name, kind=tag.attributes.get("kind", "other_body")))
        entity.kind = tag.attributes.get("kind", entity.kind)
        entity.mentions.append(Place(tag.start, tag.end))
        entity.name_place = entity.mentions[0]
        span = doc.char_span(tag.start, tag.end, label="ORG")
        span._.entity = entity
        spans.append(span)
    doc.spans["organisations"] = spans
    doc._.organisations = list(entities.values())


def read_example(marked: str) -> tuple[Example, Doc]:
    """The example and its processed `Doc`: the planted bodies, and the people that were found."""
    example = parse(marked, labels=LABELS)
    nlp = blank("en")
    nlp.tokenizer = plain_tokenizer(nlp)
    doc = nlp.make_doc(example.text)
    doc._.layout = layout_of(example.text)
    matters_sentences(doc)
    plant_bodies(doc, example.of("body"))
    return example, matters_people(doc)


def roles_of(posts: list[Post]) -> str:
    return " | ".join(post.role or "" for post in posts)


def bodies_of(posts: list[Post]) -> str:
    return " | ".join(post.organisation.name if post.organisation is not None else "" for post in posts)


def check(marked: str) -> Doc:
    """Compares every mention found with the tags, in order, then the attributes of each tag that has any."""
    example, doc = read_example(marked)
    found = list(doc.spans["people"])
    shown = render(example.text, [Tag("person", s.start_char, s.end_char, s.text) for s in found])
    expected = example.of("person")
    assert [span.text for span in found] == [tag.text for tag in expected], shown
    for span, tag in zip(found, expected, strict=True):
        assert (span.start_char, span.end_char) == (tag.start, tag.end), shown
        entity = span._.entity
        got = {
            "name": entity.name,
            "role": roles_of(entity.posts),
            "at": bodies_of(entity.posts),
            "title": entity.honorific or "",
        }
        got["present"] = "yes" if entity.by_attendance else "no"
        assert {key: got[key] for key in tag.attributes} == tag.attributes, shown
    return doc


def ids(cases: dict[str, str]) -> pytest.MarkDecorator:
    """One parametrize case for each named example."""
    return pytest.mark.parametrize("marked", list(cases.values()), ids=list(cases))
