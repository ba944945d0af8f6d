"""When two ways of saying something are the same for a scorer, and how finds are paired with annotations one to one."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache

_TITLES = {
    *("mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "revd", "the"),
    *("cllr", "cllrs", "councillor", "councillors", "ald", "alderman", "hon", "baroness", "right", "rt"),
}
_AFTER_NAMES = {"obe", "mbe", "cbe", "mp", "jp", "kc", "qc", "msp", "ms"}
_FEMALE, _MALE = {"mrs", "ms", "miss", "dame", "lady", "baroness"}, {"mr", "sir", "lord"}
_LEADING = re.compile(r"^(?:(?:the|a|an|in|on|for|at|to|by|from|within)\s)+")
_PHRASES = (
    ("clinical commissioning groups", "ccg"),
    ("clinical commissioning group", "ccg"),
    ("ccgs", "ccg"),
    ("chairman", "chair"),
    ("chairwoman", "chair"),
    ("chairperson", "chair"),
    ("cllrs", "councillor"),
    ("cllr", "councillor"),
)


@lru_cache(maxsize=20000)
def plain(text: str) -> str:
    """Lower case without accents or punctuation, white space folded; an apostrophe inside a word closes up."""
    text = unicodedata.normalize("NFKD", text).lower()
    text = "".join(mark for mark in text if not unicodedata.combining(mark))
    text = re.sub(r"(?<=\w)['’](?=\w)", "", text)
    return " ".join(re.sub(r"[\W_]+", " ", text.replace("&", " and ")).split())


@lru_cache(maxsize=20000)
def body_form(name: str) -> str:
    """A name of a body or programme for comparison: no article, no acronym in brackets, usual short forms."""
    form = plain(re.sub(r"\s*\([^()]{1,12}\)", " ", name))
    for long, short in _PHRASES:
        form = re.sub(rf"\b{long}\b", short, form)
    return re.sub(r"^(?:the )+", "", form)


@lru_cache(maxsize=20000)
def value_form(text: str) -> str:
    """An owner, time or role for comparison: no article or preposition before it, usual short forms."""
    form = plain(text)
    for long, short in _PHRASES:
        form = re.sub(rf"\b{long}\b", short, form)
    return _LEADING.sub("", form + " ").strip()


def same_values(found: str | None, accepted: Iterable[str | None]) -> bool:
    """Whether a value, or its being blank, is among those accepted."""
    form = None if found is None else value_form(found)
    return any(form == (None if value is None else value_form(value)) for value in accepted)


@lru_cache(maxsize=20000)
def text_similarity(found: str, gold: str) -> float:
    """From 0 to 1: how far the words of two passages are the same; 0 where neither holds the other and less than half agree.

    A passage that holds the other must share at least three words with it, so that a bare "agreed" is no match.
    """
    left, right = plain(found), plain(gold)
    if left == right:
        return 1.0 if left else 0.0
    words_left, words_right = Counter(left.split()), Counter(right.split())
    shared = sum((words_left & words_right).values())
    if not shared:
        return 0.0
    f1 = 2 * shared / (sum(words_left.values()) + sum(words_right.values()))
    holds = shared >= 3 and (f" {left} " in f" {right} " or f" {right} " in f" {left} ")
    return 0.5 + f1 / 2 if holds else (f1 if f1 >= 0.5 else 0.0)


@lru_cache(maxsize=20000)
def _person(name: str) -> tuple[tuple[str, ...], str, frozenset[str]]:
    """Given names, surname and titles of a name as printed; "Smith (J)" is read as J Smith."""
    turned = re.sub(r"^\s*([^()]+?)\s*\(\s*([A-Z])\.?\s*\)\s*$", r"\2 \1", name)
    turned = re.sub(r"\b([OD])\s?['’]\s?(?=[A-Z])", r"\1", turned).replace("-", "")
    words = plain(turned).split()
    titles = frozenset(word for word in words if word in _TITLES)
    while len(words) > 1 and words[0] in _TITLES:
        words = words[1:]
    while len(words) > 1 and words[-1] in _AFTER_NAMES:
        words = words[:-1]
    return tuple(words[:-1]), words[-1] if words else "", titles


def person_similarity(left: str, right: str) -> float:
    """1 for the same name, less where only the surname and compatible initials agree, 0 for two people."""
    given_left, surname_left, titles_left = _person(left)
    given_right, surname_right, titles_right = _person(right)
    if not surname_left or surname_left != surname_right:
        return 0.0
    if given_left == given_right:
        apart = {bool(titles & _FEMALE) - bool(titles & _MALE) for titles in (titles_left, titles_right)}
        return 0.0 if apart == {1, -1} else (1.0 if given_left else 0.9)
    if not given_left or not given_right:
        apart = {bool(titles & _FEMALE) - bool(titles & _MALE) for titles in (titles_left, titles_right)}
        return 0.0 if apart == {1, -1} else 0.6
    return 0.8 if _compatible(given_left, given_right) else 0.0


def _compatible(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether given names can be those of one person: initials agree, and one spelled-out first name begins like the other."""
    first_left, first_right = left[0], right[0]
    if not (first_left.startswith(first_right) or first_right.startswith(first_left)):
        return False
    if len(left) > 1 and len(right) > 1:
        return all(a[0] == b[0] for a, b in zip(left[1:], right[1:], strict=False))
    return True


def best(found: Collection[str], accepted: Collection[str], similarity: Callable[[str, str], float]) -> float:
    """The greatest similarity of any form found with any form accepted."""
    return max((similarity(one, other) for one in found for other in accepted), default=0.0)


def name_similarity(found: Sequence[str], accepted: Sequence[str]) -> float:
    """Of bodies and programmes: 1 where the first forms agree, less for an alias, least for a second form of what was found."""
    if not found or not accepted:
        return 0.0
    forms = [body_form(form) for form in accepted]
    first = body_form(found[0])
    if first and first == forms[0]:
        return 1.0
    if first and first in forms:
        return 0.9
    return 0.7 if {body_form(form) for form in found[1:]} & set(forms) - {""} else 0.0


def pair_off(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pair rows with columns one to one, as many as can be, and of those pairings the one with the greatest sum.

    A weight of 0 forbids a pair. Shortest augmenting paths over potentials (the Hungarian method), n rows by m columns in n²m.
    """
    if not weights or not weights[0]:
        return []
    if len(weights) > len(weights[0]):
        return sorted(
            (row, column) for column, row in pair_off([list(column) for column in zip(*weights, strict=True)])
        )
    bonus = 1 + sum(max(row) for row in weights)
    costs = [[-(weight + bonus) if weight > 0 else 0.0 for weight in row] for row in weights]
    owner = _cheapest(costs)
    return sorted((row, column) for column, row in enumerate(owner) if row >= 0 and weights[row][column] > 0)


def _cheapest(costs: Sequence[Sequence[float]]) -> list[int]:
    """For each column the row given to it, or -1, so that every row has a column and the sum of costs is least."""
    rows, columns = len(costs), len(costs[0])
    row_potential, column_potential = [0.0] * rows, [0.0] * (columns + 1)
    owner = [-1] * (columns + 1)
    for start in range(rows):
        owner[columns], column = start, columns
        least, previous, seen = [float("inf")] * columns, [columns] * columns, [False] * (columns + 1)
        while owner[column] >= 0:
            seen[column], row = True, owner[column]
            step, following = float("inf"), columns
            for other in range(columns):
                if seen[other]:
                    continue
                cost = costs[row][other] - row_potential[row] - column_potential[other]
                if cost < least[other]:
                    least[other], previous[other] = cost, column
                if least[other] < step:
                    step, following = least[other], other
            for other in range(columns + 1):
                if seen[other]:
                    row_potential[owner[other]] += step
                    column_potential[other] -= step
                elif other < columns:
                    least[other] -= step
            column = following
        while column != columns:
            owner[column] = owner[previous[column]]
            column = previous[column]
        owner[columns] = -1
    return owner[:columns]
