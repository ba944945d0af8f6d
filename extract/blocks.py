"""What a reader hands on: the text of a paper, tiled by blocks.

A reader decides what the text of a paper is, once; nothing after it edits that text. All offsets in this project count
characters (Python string indices) of this text, which is published as `texts/<paper_id>.txt`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

BlockKind = Literal["heading", "paragraph", "list_item", "table_row", "furniture", "boilerplate"]

#: Blocks whose words no rule may read: page furniture, scraps of markup, filming notices, menus, lists of other papers.
SILENT: frozenset[BlockKind] = frozenset({"furniture", "boilerplate"})


class Block(BaseModel):
    """One layout unit of a paper. Blocks do not overlap and stand in reading order; only white space lies between them."""

    model_config = ConfigDict(extra="forbid")

    index: int = Field(description="position of the block in its paper, from 0")
    kind: BlockKind = Field(description="what the block is on the page")
    start: int = Field(description="first character of the block in the text of the paper")
    end: int = Field(description="one past the last character of the block")
    page: int | None = Field(default=None, description="page of the paper, from 1; null where the paper has no pages")
    level: int = Field(default=0, description="depth: of a heading from 1 (highest), of a list item from 1 (outermost)")
    number: str | None = Field(
        default=None, description="number or letter printed before the words, as printed: 4.3, (a), 1."
    )
    body_start: int = Field(description="first character of the words, after any number, bullet or label")
    section: int | None = Field(default=None, description="index of the heading block under which this block stands")
    parent: int | None = Field(default=None, description="index of the block that introduces this limb or list item")
    label: str | None = Field(
        default=None, description="name of the labelled field whose value this block holds: Decision Maker"
    )
    label_start: int | None = Field(default=None, description="first character of that label in the text")
    label_end: int | None = Field(
        default=None, description="one past the last character of that label, before its colon"
    )
    box: tuple[float, float, float, float] | None = Field(
        default=None,
        description="place of the block on its page in points: left, top, right, bottom; null where the format has no pages",
    )
    confidence: float | None = Field(
        default=None,
        description="of words recognised in a picture of the page: how sure recognition is of them, from 0 to 1; null elsewhere",
    )
    beside: int | None = Field(
        default=None,
        description="of words in a column beside the text: where in the text the row begins beside which they stand",
    )
    row: int | None = Field(
        default=None, description="table row to which a table_row block belongs, counted through the paper"
    )
    column: int | None = Field(default=None, description="column of the row, from 0")
    column_name: str | None = Field(default=None, description="heading of that column where the table prints one")


def block_at(blocks: Sequence[Block], offset: int) -> Block | None:
    """The block in which the character at `offset` stands, or None where it stands between blocks."""
    index = bisect_right(blocks, offset, key=lambda block: block.start) - 1
    return blocks[index] if index >= 0 and offset < blocks[index].end else None


class Misread(BaseModel):
    """A correction of a misreading as it was applied: both readings stay visible."""

    start: int = Field(description="first character of the corrected words in the text")
    end: int = Field(description="one past their last character")
    raw: str = Field(description="the words as first read")
    why: str = Field(description="reason given in the corrections")


class Bookmark(BaseModel):
    """One entry of the outline that a PDF carries: most often the papers of a pack, or the sections of a report."""

    title: str = Field(description="its words")
    page: int = Field(description="page to which it points, from 1")
    level: int = Field(description="depth, 0 the highest")


class Layout(BaseModel):
    """The text of one paper and its blocks, as a reader hands them on."""

    text: str = Field(description="the text of the paper; every offset counts characters of it")
    blocks: list[Block]
    format: Literal["text", "markdown", "html", "pdf", "docx"]
    encoding: str | None = Field(default=None, description="how the bytes were decoded, for text formats")
    pages: int | None = Field(default=None, description="number of pages, where the format has pages")
    first_page: int = Field(default=1, description="page of the file on which the paper begins; above 1 inside a pack")
    outline: list[Bookmark] = Field(default_factory=list, description="bookmarks of the file, in its order")
    withheld_pages: list[int] = Field(
        default_factory=list, description="pages that only say that a report is withheld from the public"
    )
    unread_pages: list[int] = Field(default_factory=list, description="pages that hold no text")
    misread: list[Misread] = Field(default_factory=list, description="corrections applied while reading")
