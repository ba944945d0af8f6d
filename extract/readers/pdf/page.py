"""One page of a PDF as both backends give it: its words with their places, its rulings, its size.

Lengths are points (1/72 inch) from the top left corner of the page as it is shown, turned pages turned.
"""

from dataclasses import dataclass, field
from typing import NamedTuple


class BackendError(Exception):
    """A backend cannot read a file; the message is that of the library behind it."""


class Word(NamedTuple):
    """A run of characters without white space."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float  #: font size, or the height of the letters where the font does not say
    bold: bool
    confidence: float | None = None  #: how sure recognition is of it, from 0 to 1; None where the file itself says it


class Rule(NamedTuple):
    """A drawn straight line, horizontal (top about bottom) or vertical (x0 about x1): a line, a thin box or an edge of a box."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class Page:
    """What is printed on one page. Words stand in the order in which the file draws them."""

    number: int  #: from 1
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    sure: bool = True  #: False where the backend says itself that another may read the page better


def within(page: Page) -> Page:
    """The page with only what is seen on it: words whose middle lies inside its edges, and of rulings that part."""
    width, height = page.width, page.height
    page.words = [
        word
        for word in page.words
        if 0 <= (word.x0 + word.x1) / 2 <= width and 0 <= (word.top + word.bottom) / 2 <= height
    ]
    page.rules = [
        Rule(max(rule.x0, 0.0), max(rule.top, 0.0), min(rule.x1, width), min(rule.bottom, height))
        for rule in page.rules
        if rule.x1 >= 0 and rule.x0 <= width and rule.bottom >= 0 and rule.top <= height
    ]
    return page
