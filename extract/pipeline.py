"""The spaCy pipeline: a blank English `Language` and the project's own components over YAML vocabulary.

Components are registered beside their logic, declare what they require and assign, and never change the text. The order
below is the order of reading: places and dates first, then names, then what was decided, then who relates to whom.
"""

import re
from functools import cache

from spacy import blank
from spacy.language import Language
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span

from extract.blocks import Layout
from extract.facts import Facts

#: Components in order; each name is registered in the module that holds its logic.
COMPONENTS: tuple[str, ...] = (
    "matters_sentences",
    "matters_dates",
    "matters_organisations",
    "matters_programmes",
    "matters_people",
    "matters_decisions",
    "matters_decision_kinds",
    "matters_logs",
    "matters_actions",
    "matters_action_owners",
    "matters_answers",
    "matters_relations",
)


def _register_extensions() -> None:
    for name in (
        "layout",
        "sentences",
        "facts",
        "decisions",
        "logs",
        "actions",
        "answers",
        "unknown_answers",
        "relations",
        "unused",
        "organisations",
        "programmes",
        "people",
        "initials",
    ):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in ("entity", "edtf"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)


_register_extensions()


def plain_tokenizer(nlp: Language) -> Tokenizer:
    """Words and single punctuation marks, with no special cases.

    Every boundary between a letter or digit and anything else is a token boundary, so that a match of a regular expression
    that starts and ends at such a boundary is always a span; and without special cases the tokenizer keeps its cache.
    """
    mark = r"[^\w\s]"
    return Tokenizer(
        nlp.vocab,
        rules={},
        prefix_search=re.compile(f"^{mark}").search,
        suffix_search=re.compile(f"{mark}$").search,
        infix_finditer=re.compile(mark).finditer,
    )


@cache
def build_pipeline() -> Language:
    """The pipeline, built once a process. Raises VocabularyError where a vocabulary file is not right."""
    import extract.components  # noqa: F401  (registers every component)

    nlp = blank("en")
    nlp.tokenizer = plain_tokenizer(nlp)
    nlp.max_length = 50_000_000
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def run_pipeline(layout: Layout, facts: Facts) -> Doc:
    """The processed `Doc` of one paper. `doc.text` equals `layout.text`."""
    nlp = build_pipeline()
    doc = nlp.make_doc(layout.text)
    doc._.layout, doc._.facts, doc._.unused = layout, facts, []
    for _, component in nlp.pipeline:
        doc = component(doc)
    return doc
