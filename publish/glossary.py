"""The glossary, and its links: where a term first stands on a page, it leads to what it means.

Terms are looked for in the written page, Markdown and HTML together, and left alone where a link would stand within a link, a heading, a
button, a mark or code.
"""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from extract.errors import VocabularyError
from publish import escape, links

#: Address of the page that holds the glossary.
PAGE = "glossary/"
_APART = frozenset(
    "a button summary h1 h2 h3 h4 h5 h6 mark code pre svg title option nav label th dt caption script figcaption".split()
)
#: An HTML tag, or a stretch of Markdown in which no link may be set.
_PIECE = re.compile(r"(<[^>]*>|^```.*?^```$|!?\[[^\]\n]*\]\([^)\n]*\)|`[^`\n]*`|^#[^\n]*$)", re.M | re.S)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_FRONT = re.compile(r"\A---\n.*?\n---\n", re.S)


@dataclass(frozen=True)
class Term:
    """A word of the field, what it means, and the forms in which it is looked for on pages."""

    term: str
    meaning: str
    forms: tuple[str, ...]

    @property
    def id(self) -> str:
        """Name of its anchor."""
        return re.sub(r"[^a-z0-9]+", "-", self.term.lower()).strip("-")


@cache
def terms() -> tuple[Term, ...]:
    """The terms of vocab/glossary.yml in their order. Raises VocabularyError where the file is not as it should be."""
    try:
        entries = yaml.safe_load((files("publish") / "vocab" / "glossary.yml").read_text(encoding="utf-8"))
        found = tuple(Term(e["term"], e["meaning"], tuple(e.get("forms", [e["term"]]))) for e in entries)
    except (OSError, yaml.YAMLError, TypeError, KeyError, AttributeError) as error:
        raise VocabularyError(
            f"The vocabulary glossary.yml of publish cannot be read ({error}): each entry needs a term and a meaning."
        ) from error
    return found


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, Term]]:
    """Every form in one expression, the longest first; an acronym is looked for in capitals only."""
    by_form = {str(escape.markdown(form)).lower(): term for term in terms() for form in term.forms}
    every = sorted(((form, term) for term in terms() for form in term.forms), key=lambda pair: (-len(pair[0]), pair[0]))
    written = [
        re.escape(str(escape.markdown(form)))
        if form.upper() == form
        else f"(?i:{re.escape(str(escape.markdown(form)))})"
        for form, _ in every
    ]
    return re.compile(rf"(?<![\w&#-])(?:{'|'.join(written)})(?![\w-])"), by_form


def linked(text: str, page: str) -> str:
    """The Markdown of a page with a link at the first place of each term; `page` is its address from the top of the site."""
    if page == PAGE:
        return text
    front = _FRONT.match(text)
    start = front.end() if front else 0
    pattern, by_form = _forms()
    seen: set[str] = set()
    apart: list[str] = []
    way = links.relative(PAGE, page)

    def one(match: re.Match[str]) -> str:
        term = by_form[match.group().lower()]
        if term.id in seen:
            return match.group()
        seen.add(term.id)
        return f'<a class="term" href="{way}#{term.id}">{match.group()}</a>'

    out: list[str] = [text[:start]]
    for place, piece in enumerate(_PIECE.split(text[start:])):
        tag = _TAG.match(piece) if place % 2 else None
        if tag is not None and tag[2].lower() in _APART and not piece.endswith("/>"):
            _enter(apart, tag[2].lower(), closes=bool(tag[1]))
        out.append(piece if place % 2 or apart else pattern.sub(one, piece))
    return "".join(out)


def _enter(apart: list[str], name: str, *, closes: bool) -> None:
    """Keeps which elements without links are open."""
    if not closes:
        apart.append(name)
    elif name in apart:
        del apart[len(apart) - 1 - apart[::-1].index(name) :]
