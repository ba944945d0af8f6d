"""Which lines of a web page are its main content, where the page itself does not say: asked of a main-content extractor."""

import re
from collections.abc import Sequence

from extract.readers.lines import Line

#: Pages with fewer lines have no menus to take away.
_FEWEST = 8
#: A line shorter than this, in letters, is too common to tell anything.
_SHORT = 25


def mark_outside(page: str, text: str, lines: Sequence[Line]) -> None:
    """Mark as boilerplate the lines before the first and after the last one that the extractor takes for content.

    Between these all is kept: what the extractor leaves out there may be an owner or an outcome. Nothing is fetched.
    """
    if len(lines) < _FEWEST:
        return
    import trafilatura  # takes half a second to load, and few pages need it

    found = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True, fast=True)
    kept = _plain(found or "")
    if len(kept) < 200:
        return
    inside = [
        index
        for index, line in enumerate(lines)
        if len(words := _plain(text[line.start : line.end])) >= _SHORT and words in kept
    ]
    if not inside:
        return
    first, last = inside[0], inside[-1]
    while first > 0 and lines[first - 1].hint is not None and lines[first - 1].hint.kind == "heading":  # type: ignore[union-attr]
        first -= 1
    for line in [*lines[:first], *lines[last + 1 :]]:
        line.kind = "boilerplate"


def _plain(words: str) -> str:
    return re.sub(r"[\W_]+", "", words).lower()
