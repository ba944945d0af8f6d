"""Searching a text quickly for expressions that can begin only at few of its characters."""

import re
from collections.abc import Iterator


def matches_at(
    first: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int, end: int
) -> Iterator[re.Match[str]]:
    """The matches of `pattern` in text[start:end], as `finditer` gives them; each begins where `first` matches.

    An expression that opens with a look behind or a choice is tried at every character. `first` opens with a set of
    characters, for which the text is searched many times faster; no match of `pattern` may be empty.
    """
    position = start
    for candidate in first.finditer(text, start, end):
        at = candidate.start()
        if at >= position and (match := pattern.match(text, at, end)) is not None:
            yield match
            position = match.end()
