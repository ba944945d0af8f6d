"""Searching a text quickly for expressions that can begin only at few of its characters."""

import re
from collections.abc import Iterable, Iterator, Sequence

from extract import vocabulary
from extract.sentences import Sentence


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


def matches_in(
    first: re.Pattern[str], pattern: re.Pattern[str], text: str, sentences: Sequence[Sentence]
) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """The matches inside the sentences, each with its sentence, found as by `matches_at`; the sentences stand in order."""
    index = position = 0
    for candidate in first.finditer(text):
        at = candidate.start()
        while index < len(sentences) and sentences[index].end <= at:
            index += 1
        if index == len(sentences):
            return
        sentence = sentences[index]
        if at >= position and at >= sentence.start:
            match = pattern.match(text, at, sentence.end)
            if match is not None:
                yield sentence, match
                position = match.end()


def beginnings(phrases: Iterable[str], *, inside: str = r"\w", cased: bool = False) -> re.Pattern[str]:
    """Where one of the phrases may begin: as given, small, with a capital or in capitals, not behind a character of `inside`.

    `cased` says that a phrase may stand only as given.
    """
    stems = {phrase.split()[0][:3] for phrase in phrases}
    forms = stems if cased else {form for s in stems for form in (s, s.lower(), s.capitalize(), s.upper())}
    first = "".join(sorted({re.escape(form[0]) for form in forms}))
    return re.compile(rf"[{first}](?<![{inside}].){vocabulary.alternation(form[1:] for form in forms)}")


def end_of_words(text: str, end: int) -> int:
    """`end` moved back over the white space before it."""
    while end > 0 and text[end - 1].isspace():
        end -= 1
    return end
