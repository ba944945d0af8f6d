"""Names that mean the same to a search: acronyms with their long forms, other names of one thing, and terms of the whole country.

Each form that a reader may ask for is given a set of forms that it also stands for. The search index holds, beside the words of a page, a made-up
word for each such set where one of its forms stands: to ask for a form is to ask for that word.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations, product

import yaml

from extract.errors import VocabularyError
from extract.records import Organisation, Programme
from graph import Governance

#: No vowel and no ending that a stemmer takes off, so that a made-up word is no word of a paper and stays as it is.
_LETTERS = "bcfghjkmpqtvwxz"
_SMALL = frozenset("a an and at for from in of on or the to with &".split())
#: The longest form, in words, that is looked for in a text.
_LONGEST = 14
#: Marks, in the words handed to the search, that a word is a made-up one; `escape.printable` leaves it in no text of a paper.
MARK = "\u0002"


@dataclass(frozen=True)
class Meaning:
    """What a form stands for: its made-up word, the forms also searched for, and whether it must be typed in capitals."""

    word: str
    also: tuple[str, ...]
    capitals: bool


def fold(word: str) -> str:
    """A word as forms are compared: small letters, no full stops, no marks around it, no genitive; "&" is "and"."""
    if word == "&":
        return "and"
    bare = re.sub(r"^[^\w&]+|[^\w&]+$", "", word.replace("’", "'").replace(".", ""))
    return re.sub(r"'s$", "", bare).casefold()


def keys(form: str) -> tuple[str, ...]:
    """A form as it is looked up: folded, and with its last word in the singular; empty where it holds no word."""
    words = [w for w in map(fold, form.split()) if w]
    if not words:
        return ()
    as_written, last = " ".join(words), words[-1]
    if len(last) > 3 and last.endswith("s") and not last.endswith("ss"):
        return as_written, as_written[:-1]
    return (as_written,)


def is_acronym(form: str) -> bool:
    """Whether a form is one word of capitals, digits and `&`, a small plural s or single small letters between them allowed."""
    return bool(re.fullmatch(r"(?=(?:.*[A-Z]){2})[A-Za-z0-9&/]{2,10}", form)) and sum(map(str.islower, form)) * 2 < len(
        form
    )


def stands_for(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym are first letters of the words of a name, in order, the first among them and few left out."""
    letters = re.sub(r"[^a-z0-9]", "", re.sub(r"(?<=[A-Z])s$", "", acronym).casefold())
    words = [w for w in re.split(r"[\s,/-]+", name) if w]
    every = [w for w in words if w.casefold() not in _SMALL]
    for taken, whole in product((every, words), (False, True)):
        initials = "".join(w.casefold() if whole and w.isupper() else w[0].casefold() for w in taken)
        for asked in (letters, letters.removesuffix("s")):
            close = len(asked) >= 2 and initials[:1] == asked[:1] and len(initials) <= len(asked) + 2
            if close and _in_order(asked, initials):
                return True
    return False


def _in_order(letters: str, among: str) -> bool:
    rest = iter(among)
    return all(letter in rest for letter in letters)


@cache
def nationwide() -> tuple[tuple[str, str], ...]:
    """The pairs of vocab/aliases.yml: a form and one that it also stands for. Raises VocabularyError where the file is not as it should be."""
    found: list[tuple[str, str]] = []
    try:
        for entry in yaml.safe_load((files("publish") / "vocab" / "aliases.yml").read_text(encoding="utf-8")):
            same = entry.get("same", [])
            short, long = entry.get("short", []), entry.get("long", [])
            if not (len(same) > 1 or (short and long)):
                raise TypeError(f"{entry} has neither two forms that are the `same` nor `short` and `long` ones")
            for one, other in [*combinations(same, 2), *combinations(short, 2), *product(short, long)]:
                found += [(one, other), (other, one)]
    except (OSError, yaml.YAMLError, TypeError, AttributeError) as error:
        raise VocabularyError(f"The vocabulary aliases.yml of publish cannot be read: {error}.") from error
    return tuple(found)


def of_graph(governance: Governance) -> list[tuple[str, str]]:
    """The pairs that the papers give: acronyms with the names they stand for, and names of several words of one body or programme.

    A name that several bodies or programmes bear is told as another name of none of them, as it would lead from one place to another.
    """
    entities: list[Organisation | Programme] = [*governance.organisations, *governance.programmes]
    named = [[e.name, *e.other_names] for e in entities]
    bearers: dict[str, set[int]] = defaultdict(set)
    for number, forms in enumerate(named):
        for key in {k for form in forms for k in keys(form)}:
            bearers[key].add(number)
    common = {key for one, _ in nationwide() for key in keys(one)}
    found: set[tuple[str, str]] = set()
    for forms in named:
        short = [f for f in forms if is_acronym(f)]
        long = [f for f in forms if len(f.split()) > 1]
        for acronym, name in product(short, long):
            if stands_for(acronym, name):
                found |= {(acronym, name), (name, acronym)}
        own = [f for f in long if not any(len(bearers[key]) > 1 or key in common for key in keys(f))]
        for one, other in combinations(own, 2):
            if set(keys(one)).isdisjoint(keys(other)):
                found |= {(one, other), (other, one)}
    return sorted(found)


class Aliases:
    """The forms of all pairs, and the made-up words of their sets."""

    def __init__(self, pairs: Iterable[Sequence[str]]) -> None:
        written: dict[str, str] = {}
        means: dict[str, set[str]] = defaultdict(set)
        for one, other in pairs:
            first, others = keys(one), keys(other)
            if any(f" {key} " in f" {found} " for key in first for found in others):
                continue  # the words of the one find the other already
            for key in first:
                means[key] |= {*first, *others}
            for form in (one, other):
                for key in keys(form):
                    written[key] = min(written.get(key, form), form, key=lambda f: (len(f), f))
        self._written = written
        sets = sorted({tuple(sorted(found)) for found in means.values()})
        words = {found: _made_up(number) for number, found in enumerate(sets)}
        self._word = {key: words[tuple(sorted(found))] for key, found in means.items()}
        self._means = means
        self._of_key: dict[str, list[str]] = defaultdict(list)
        for found, word in words.items():
            for key in found:
                self._of_key[key].append(word)
        self._begins = {key.split()[0] for key in self._of_key}
        self._seen: set[str] = set()
        self._small: set[str] = set()

    def marked(self, words: Sequence[str]) -> list[str]:
        """The words of a text with the made-up ones before each form: MARK, how many words the form has, and the made-up word itself."""
        folded = [fold(word) for word in words]
        out: list[str] = []
        for place, word in enumerate(words):
            if folded[place] in self._begins or folded[place].removesuffix("s") in self._begins:
                out += self._at(words, folded, place)
            out.append(word)
        return out

    def _at(self, words: Sequence[str], folded: Sequence[str], place: int) -> Iterator[str]:
        found: dict[str, int] = {}
        for length in range(1, min(_LONGEST, len(words) - place) + 1):
            for key in keys(" ".join(folded[place : place + length])):
                if key in self._of_key and folded[place + length - 1]:
                    if (
                        length == 1
                        and is_acronym(self._written[key])
                        and not _in_capitals(words[place], self._written[key])
                    ):
                        self._small.add(key)
                        continue
                    self._seen.add(key)
                    found |= {made: length for made in self._of_key[key]}
        for made in sorted(found):
            yield f"{MARK}{found[made]}{made}"

    def asked(self) -> Mapping[str, Meaning]:
        """The forms that are worth asking for, now that all texts were marked: those of which another form stands somewhere.

        An acronym that also stands as a word in small letters must be typed in capitals.
        """
        found: dict[str, Meaning] = {}
        for key in sorted(self._means):
            others = {k for k in self._means[key] & self._seen if k.removesuffix("s") != key.removesuffix("s")}
            also = sorted(
                {self._written[k] for k in others if not (k.endswith("s") and k[:-1] in others)} - {self._written[key]}
            )
            if also:
                found[key] = Meaning(self._word[key], tuple(also), key in self._small)
        return found


def _in_capitals(word: str, form: str) -> bool:
    bare = re.sub(r"['’]s$", "", re.sub(r"^[^\w&]+|[^\w&]+$", "", word.replace(".", "")))
    return bare in (form, f"{form}s", form.upper())


def _made_up(number: int) -> str:
    letters = ""
    for _ in range(4):
        number, place = divmod(number, len(_LETTERS))
        letters = _LETTERS[place] + letters
    return f"zq{letters}"
