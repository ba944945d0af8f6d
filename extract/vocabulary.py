"""Vocabulary is data: lists of words and phrases in `extract/vocab/*.yml`, for people who know committees and not Python."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extract.errors import VocabularyError


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary file `name`.yml as a mapping. Raises VocabularyError where it is missing or no mapping."""
    path = files("extract") / "vocab" / f"{name}.yml"
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"The vocabulary {name}.yml cannot be read ({error}): mend it as YAML.") from error
    if not isinstance(data, dict):
        raise VocabularyError(f"The vocabulary {name}.yml must be a mapping of names to lists.")
    return data


def words(name: str, key: str) -> list[str]:
    """The list `key` of the vocabulary `name`. Raises VocabularyError where it is missing or empty.

    An empty list is refused because an empty alternation would match everywhere.
    """
    value = load(name).get(key)
    if not isinstance(value, list) or not value:
        raise VocabularyError(f"The vocabulary {name}.yml has no list '{key}': add at least one entry.")
    if any(isinstance(item, bool) for item in value):
        raise VocabularyError(f"The list '{key}' of {name}.yml holds a bare on, off, yes or no: put it in quotes.")
    return [str(item) for item in value]


def alternation(phrases: Iterable[str]) -> str:
    """A non-capturing group that matches any of the phrases, longest first, with any white space where they have a space."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    if not ordered:
        raise VocabularyError("An alternation needs at least one phrase.")
    return "(?:" + "|".join(r"\s+".join(re.escape(part) for part in phrase.split()) for phrase in ordered) + ")"
