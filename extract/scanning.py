"""Searching a text quickly for expressions that can begin only at few of its characters."""

import re
from collections.abc import Iterable, Iterator

from extract import vocabulary


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


def beginnings(phrases: Iterable[str], *, inside: str = r"\w") -> re.Pattern[str]:
    """Where one of the phrases may begin: small, with a capital or in capitals, and not behind a character of `inside`."""
    stems = {phrase.split()[0][:3] for phrase in phrases}
    forms = {form for stem in stems for form in (stem.lower(), stem.capitalize(), stem.upper())}
    first = "".join(sorted({re.escape(form[0]) for form in forms}))
    return re.compile(rf"[{first}](?<![{inside}].){vocabulary.alternation(form[1:] for form in forms)}")


def end_of_words(text: str, end: int) -> int:
    """`end` moved back over the white space before it."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
