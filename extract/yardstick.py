"""The bare spaCy tokenizer: the yardstick for the speed of the whole chain, and no part of it."""

from collections.abc import Callable, Iterable

from spacy import blank
from spacy.tokens import Doc


def bare_tokenizer(prime: Iterable[str] = ()) -> Callable[[str], Doc]:
    """The tokenizer that spaCy brings for English, which has first cut each of the words of `prime` alone."""
    cut = blank("en").tokenizer
    for word in prime:
        cut(word)
    return cut
