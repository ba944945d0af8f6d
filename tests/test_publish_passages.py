"""The text of a paper as HTML: nothing lost, nothing added, every passage anchored once."""

import re

import lxml.html
import markdown
from hypothesis import given
from hypothesis import strategies as st

from extract.blocks import Block, Layout
from publish.passages import Passage, anchor, render

TEXT = "Item 4\n\nThe Board agreed to meet.\n\n(a) one\n\n(b) two\n\nAda\tChair"
KINDS = ("heading", "paragraph", "list_item", "list_item", "table_row", "table_row")


def layout() -> Layout:
    blocks = []
    for index, (kind, match) in enumerate(zip(KINDS, re.finditer(r"[^\n\t]+", TEXT), strict=True)):
        row = 0 if kind == "table_row" else None
        blocks.append(
            Block(
                index=index,
                kind=kind,  # type: ignore[arg-type]
                start=match.start(),
                end=match.end(),
                body_start=match.start() + (4 if kind == "list_item" else 0),
                level=1,
                row=row,
                column=None if row is None else index - 4,
            )
        )
    return Layout(text=TEXT, blocks=blocks, format="text")


def tree(passages: list[tuple[int, int]]) -> lxml.html.HtmlElement:
    marked = render(layout(), [Passage(s, e, ("org",), "Body: name") for s, e in passages])
    page = markdown.markdown(f"# T\n\n<div>\n{marked}\n</div>\n")
    return lxml.html.fromstring(f"<main>{page}</main>")


def marked(root: lxml.html.HtmlElement, start: int, end: int) -> str:
    return "".join(e.text_content() for e in root.xpath("//*[@data-p=$name]", name=anchor(start, end)))


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def test_passages_nested_and_side_by_side() -> None:
    whole, inner = at("The Board agreed to meet"), at("Board")
    root = tree([inner, whole])
    assert marked(root, *whole) == "The Board agreed to meet"
    assert marked(root, *inner) == "Board"
    assert len(root.xpath("//mark[@id]")) == 2


def test_passages_overlapping_go_on_in_a_second_mark_without_a_second_id() -> None:
    left, right = at("The Board agreed"), at("agreed to meet")
    root = tree([left, right])
    assert marked(root, *left) == "The Board agreed"
    assert marked(root, *right) == "agreed to meet"
    assert len(root.xpath("//*[@id=$n]", n=anchor(*right))) == 1


def test_passages_across_blocks_are_marked_in_each() -> None:
    span = (TEXT.index("one"), TEXT.index("two") + 3)
    root = tree([span])
    assert marked(root, *span).replace(" ", "") == "one(b)two"
    assert len(root.xpath("//mark[@id]")) == 1


def test_passages_outside_every_block_still_have_an_anchor() -> None:
    root = tree([(6, 8)])
    assert len(root.xpath("//*[@id='p-6-8']")) == 1


def test_passages_keep_the_structure_of_the_paper() -> None:
    root = tree([])
    assert [e.text_content() for e in root.xpath("//h3")] == ["Item 4"]
    assert [" ".join(e.text_content().split()) for e in root.xpath("//li")] == ["(a) one", "(b) two"]
    assert [e.text_content() for e in root.xpath("//tr[1]/td")] == ["Ada", "Chair"]


@given(st.lists(st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 40)), max_size=8))
def test_passages_never_change_the_text_and_each_has_one_anchor(spans: list[tuple[int, int]]) -> None:
    ends = [(s, min(s + n, len(TEXT))) for s, n in spans]
    root = tree(ends)
    seen = "".join(root.xpath("//div[1]")[0].text_content().split())
    assert seen == "".join(TEXT.split())
    for start, end in ends:
        assert len(root.xpath("//*[@id=$n]", n=anchor(start, end))) == 1
