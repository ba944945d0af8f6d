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
    """A non-capturing group that matches any of the phrases, the longest that fits, with any white space where they have a space.

    Phrases that begin alike share their beginning, so that a long list costs little more than a short one.
    """
    trie: _Trie = {}
    for phrase in sorted(set(phrases)):
        node = trie
        for unit in re.findall(r"\s+|\S", phrase.strip()):
            node = node.setdefault(r"\s+" if unit.isspace() else re.escape(unit), {})
        node[""] = {}
    if not trie:
        raise VocabularyError("An alternation needs at least one phrase.")
    return f"(?:{_render(trie)})"


_Trie = dict[str, "_Trie"]


def _render(node: _Trie) -> str:
    """The expression for what may follow in a trie; a phrase that ends here leaves the rest optional."""
    branches = [unit + _render(rest) for unit, rest in node.items() if unit]
    if not branches:
        return ""
    if len(branches) == 1 and "" not in node:
        return branches[0]
    return f"(?:{'|'.join(branches)})" + ("?" if "" in node else "")
