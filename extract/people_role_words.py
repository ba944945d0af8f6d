"""Words of which offices and jobs are made, and kinds of body at which they are held."""

import re
from functools import cache, lru_cache

from extract import vocabulary

TOKEN = re.compile(r"\n|\w(?:[\w'’/]|[.&-](?=\w))*|[^\w\s]")


CONNECTORS = frozenset({"of", "for", "and", "the", "to", "in", "with", "on", "at", "&", "/", "and/or"})


PORTFOLIO_OF = frozenset({"of", "for", "in", "on"})


#: Bodies that a role is held at, also after "for"; other bodies after "of" or "for" are the portfolio ("Director of Adult Services").
EMPLOYERS = frozenset(
    {"council", "nhs_body", "provider", "charity", "company", "government", "police", "school", "political_group"}
)


BODIES = EMPLOYERS | {
    "committee",
    "sub_committee",
    "board",
    "panel",
    "joint_committee",
    "partnership",
    "group",
    "network",
    "cabinet",
}


DEPARTMENTS = frozenset({"department", "team"})


@cache
def role_nouns() -> frozenset[str]:
    """Nouns that make a phrase an office, in small letters."""
    return frozenset(word.rstrip(".") for word in vocabulary.words("people", "role_nouns"))


@cache
def portfolio_words() -> frozenset[str]:
    return frozenset(vocabulary.words("people", "portfolio_words"))


@cache
def role_words() -> frozenset[str]:
    return frozenset(word.lower() for word in vocabulary.words("people", "role_words"))


@cache
def chair_words() -> frozenset[str]:
    """Words for the chair, in small letters."""
    return frozenset(word.lower() for word in vocabulary.words("people", "chair_words"))


@cache
def _chair() -> re.Pattern[str]:
    words = vocabulary.alternation(vocabulary.words("people", "chair_words"))
    return re.compile(
        rf"\s*(?:in\s+the\s+|(?:independent|acting|interim|joint|clinical|co)[\s-]+)?{words}(?:\s+for\s+(?:this|the)\s+meeting|,\s+(?:[\w-]+\s+){{0,3}}(?:representative|member))?\s*$",
        re.IGNORECASE,
    )


def is_chair(role: str) -> bool:
    """Whether a role is nothing but that of the chair of the meeting."""
    return _chair().match(role) is not None


_VICE = re.compile(r"\s*(?:vice|deputy|depute)[\s-]*(?:chair\w*|conven[eo]r)\s*$", re.IGNORECASE)


def is_vice_chair(role: str) -> bool:
    """Whether a role is nothing but that of the one who stands in for the chair."""
    return _VICE.match(role) is not None


@lru_cache(maxsize=10_000)
def has_noun(word: str) -> bool:
    lower = word.lower().rstrip(".")
    if lower in role_nouns():
        return True
    parts = re.split(r"[/-]", lower)
    if len(parts) > 1 and any(part in role_nouns() for part in parts):
        return True
    return lower.endswith("s") and lower[:-1] in role_nouns()


@cache
def capital_portfolio() -> frozenset[str]:
    return frozenset(word.capitalize() for word in portfolio_words()) | frozenset(
        vocabulary.words("people", "role_words")
    )


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def has_role(words: str) -> bool:
    return any(has_noun(word) for word in re.findall(r"[\w'’/-]+", words))


def is_acronym(word: str) -> bool:
    return word.isupper() and 2 <= len(word) <= 5
