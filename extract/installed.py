"""The names that a pipeline installed beside the project finds: a voice to measure against, never one that the project needs."""

from collections.abc import Callable
from functools import cache
from typing import Any

#: The entities of a text, each with its label as the pipeline names it: PERSON, ORG.
Entities = Callable[[str], list[tuple[str, str]]]


def installed_pipelines() -> list[str]:
    """The names of the spaCy pipelines that are installed as packages, in order."""
    from spacy.util import get_installed_models

    return sorted(get_installed_models())


def entities_of(pipeline: Any) -> Entities:
    """What a loaded pipeline finds, as a function of the text."""
    return lambda text: [(entity.text, entity.label_) for entity in pipeline(text).ents]


@cache
def load_entities(name: str) -> Entities:
    """What an installed pipeline finds; it is loaded at the first call. Raises OSError where it is not installed."""
    import spacy

    return entities_of(spacy.load(name))
