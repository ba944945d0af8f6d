"""Small papers for rule tests: a text, read by the real reader and the whole pipeline, with the facts that a test states."""

from dataclasses import replace

from spacy.tokens import Doc

from extract.facts import find_facts
from extract.pipeline import run_pipeline
from extract.readers import read_layout
from extract.records import PaperKind


def process(text: str, *, kind: PaperKind | None = "minutes", date: str | None = "2021-09-27") -> Doc:
    """The processed `Doc` of a text that is taken for a paper of the kind and date given."""
    layout = read_layout(text.encode(), name="example.txt")
    doc = run_pipeline(layout, replace(find_facts(layout), kind=kind, date=date))
    assert doc.text == text
    return doc
