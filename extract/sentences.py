"""Sentences, each inside one block: the unit in which rules read.

Page furniture and boilerplate have none. A sentence ends at a full stop, question or exclamation mark followed by white space
and a capital, digit, bullet or opening quotation mark, unless the stop belongs to an abbreviation (`abbreviations.yml`: Mr., Cllr.,
e.g.) or to an initial. A semicolon ends no sentence; limbs are the business of the components that read them.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from extract import vocabulary
from extract.blocks import SILENT, Block


@dataclass(frozen=True)
class Sentence:
    """Half-open character offsets of one sentence, and the index of its block."""

    start: int
    end: int
    block: int


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    boundary = re.compile(r"[.?!][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9£•▪▶–-])")
    abbreviation = re.compile(
        r"(?:^|[\s(\"'“‘])(?:"
        + vocabulary.alternation(vocabulary.words("abbreviations", "no_sentence_end"))
        + r"|[A-Z])$"
    )
    return boundary, abbreviation


def split_block(text: str, block: Block) -> list[Sentence]:
    """The sentences of one block, in order, without the white space around them."""
    boundary, abbreviation = _patterns()
    found: list[Sentence] = []
    start = block.body_start
    for match in boundary.finditer(text, block.body_start, block.end):
        if match[0][0] == "." and abbreviation.search(text, max(start - 1, match.start() - 16), match.start()):
            continue
        _append(found, text, start, match.end(), block.index)
        start = match.end()
    _append(found, text, start, block.end, block.index)
    return found


def _append(found: list[Sentence], text: str, start: int, end: int, block: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        found.append(Sentence(start, end, block))


@Language.component("matters_sentences", requires=["doc._.layout"], assigns=["doc._.sentences"])
def matters_sentences(doc: Doc) -> Doc:
    """Writes `doc._.sentences`: the sentences of every block that may be read, in order."""
    layout = doc._.layout
    doc._.sentences = [
        sentence for block in layout.blocks if block.kind not in SILENT for sentence in split_block(layout.text, block)
    ]
    return doc


def sentence_at(doc: Doc, offset: int) -> Sentence | None:
    """The sentence that holds the character at `offset`, or None where none does."""
    sentences: list[Sentence] = doc._.sentences
    index = bisect_right(sentences, offset, key=lambda sentence: sentence.start) - 1
    return sentences[index] if index >= 0 and offset < sentences[index].end else None
