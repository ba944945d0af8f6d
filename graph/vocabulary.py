"""The vocabularies of `graph/vocab/*.yml`, read once."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from extract.errors import VocabularyError


@cache
def load(name: str) -> dict[str, Any]:
    """The vocabulary file `name`.yml as a mapping. Raises VocabularyError where it is missing or no mapping."""
    try:
        data = yaml.safe_load((files("graph") / "vocab" / f"{name}.yml").read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(
            f"The vocabulary {name}.yml of graph cannot be read ({error}): mend it as YAML."
        ) from error
    if not isinstance(data, dict):
        raise VocabularyError(f"The vocabulary {name}.yml of graph must be a mapping of names to lists.")
    return data


@cache
def words(key: str, name: str = "names") -> frozenset[str]:
    """The single words of a list of a vocabulary, in lower case. Raises VocabularyError where the list is missing or empty."""
    value = load(name).get(key)
    if not isinstance(value, list) or not value:
        raise VocabularyError(f"The vocabulary {name}.yml of graph has no list '{key}': add at least one entry.")
    return frozenset(word for entry in value for word in str(entry).lower().split())


@cache
def phrases(key: str, name: str = "names") -> tuple[str, ...]:
    """The entries of a list of a vocabulary as they stand. Raises VocabularyError where the list is missing or empty."""
    value = load(name).get(key)
    if not isinstance(value, list) or not value:
        raise VocabularyError(f"The vocabulary {name}.yml of graph has no list '{key}': add at least one entry.")
    return tuple(str(entry) for entry in value)
