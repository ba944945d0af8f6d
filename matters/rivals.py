"""What the extractor must beat: everything, nothing, what an hour of regular expressions finds, and the names that
spaCy pipelines find by themselves, where any is installed; the project needs none.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from extract.installed import Entities, installed_pipelines, load_entities
from matters.finds import Finds, FoundAction, FoundDecision, FoundName, FoundPerson, FoundRelation

_SENTENCE = re.compile(r"[^\s].*?(?:[.;:?!](?=\s|$)|\n\s*\n|$)", re.DOTALL)
_CAPITALS = re.compile(r"[A-Z][\w’'&-]*(?:[ \t](?:of|and|for|the|&)(?=[ \t][A-Z])|[ \t][A-Z][\w’'&-]*)*")
_DECIDED = re.compile(
    r"\b(RESOLVED|AGREED|DECISION|(?:was|were|be) (?:agreed|resolved|noted|approved)|agreed (?:that|to)|(?:is|are) (?:asked|recommended) to)\b"
)
_LIMB = re.compile(
    r"^\W*(?:\d{1,2}[.)]|\(?[a-z]\)|[-•])\s*(?:That|To)?\s*(Note|Approve|Agree|Endorse|Receive|Adopt|Delegate|Accept)\b.*",
    re.MULTILINE | re.I,
)
_TO_DO = re.compile(
    r"\bACTION\b|\bAction(?: by)?:|\b(?:agreed|undertook|offered|was asked|is requested) to\b|\bwould (?:provide|circulate|share)\b"
)
_TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.?\s(?:[A-Z][\w’'-]*\.?\s?){1,3}")
_ROLE = re.compile(r"\b([A-Z][a-z]+ [A-Z][a-z]+), ((?:[A-Z][\w&]*|of|for|and|the)(?: (?:[A-Z][\w&]*|of|for|and|the))*)")
_CHAIR = re.compile(r"\b((?:Mr |Mrs |Ms |Cllr |Councillor )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*)[ ,(]+Chair(?:man)?\b")
_BODY = re.compile(
    r"(?:[A-Z][\w’'-]*\s(?:(?:of|and|for|&)\s)?)+(?:Council|Committee|Board|Panel|Group|Partnership|Trust|Team|Cabinet|CCG|Authority|Forum|Federation)\b"
)
_PLAN = re.compile(
    r"(?:[A-Z][\w’'-]*\s(?:(?:of|and|for|&)\s)?)+(?:Strategy|Plan|Fund|Programme|Project|Scheme|Framework|Initiative)\b"
)


def nothing(text: str) -> Finds:
    """The rival that finds nothing."""
    return Finds()


def everything(text: str) -> Finds:
    """The rival that takes every sentence for a decision and an action, and every run of capitals for a name of each sort."""
    sentences = [match for match in _SENTENCE.finditer(text) if match.group().strip()]
    runs = list(_unique(match.group() for match in _CAPITALS.finditer(text)))
    return Finds(
        decisions=[
            FoundDecision(m.group(), m.group(), m.start(), m.end(), kind="agreed", verb="agree") for m in sentences
        ],
        actions=[FoundAction(m.group(), m.group(), m.start(), m.end()) for m in sentences],
        people=[FoundPerson(run, run, names=(run,)) for run in runs],
        organisations=[FoundName(run, run, names=(run,)) for run in runs],
        programmes=[FoundName(run, run, names=(run,)) for run in runs],
    )


def expressions(text: str) -> Finds:
    """The rival that an hour of regular expressions makes."""
    sentences = [match for match in _SENTENCE.finditer(text) if match.group().strip()]
    decisions = [
        FoundDecision(
            m.group(),
            m.group(),
            m.start(),
            m.end(),
            kind="resolved" if "RESOLVED" in m.group() else "agreed",
            verb="agree",
        )
        for m in sentences
        if _DECIDED.search(m.group())
    ]
    for match in _LIMB.finditer(text):
        verb = match.group(1).lower()
        decisions.append(
            FoundDecision(match.group(), match.group(), match.start(), match.end(), kind="recommended", verb=verb)
        )
    actions = [
        FoundAction(m.group(), m.group(), m.start(), m.end(), owners=_owner(m.group()))
        for m in sentences
        if _TO_DO.search(m.group())
    ]
    bodies = list(_unique(_folded(match.group()) for match in _BODY.finditer(text)))
    plans = list(_unique(_folded(match.group()) for match in _PLAN.finditer(text)))
    people = list(_people(text))
    chairs = [
        FoundRelation(match.group(), match.group(), subject=(match.group(1),), predicate="chairs", object=(bodies[0],))
        for match in _CHAIR.finditer(text)
        if bodies
    ]
    return Finds(
        decisions=decisions,
        actions=actions,
        people=people,
        organisations=[FoundName(body, body, names=(body,)) for body in bodies],
        programmes=[FoundName(plan, plan, names=(plan,)) for plan in plans],
        relations=chairs,
    )


def _owner(sentence: str) -> tuple[str, ...]:
    match = _TITLED.search(sentence) or re.search(r"\bThe (?:Clerk|Chair(?:man)?|Director)\b", sentence)
    return (match.group().strip(),) if match else ()


def _people(text: str) -> Iterator[FoundPerson]:
    seen: set[str] = set()
    for match in _ROLE.finditer(text):
        name, role = match.groups()
        if name not in seen:
            seen.add(name)
            yield FoundPerson(name, match.group(), match.start(), match.end(), names=(name,), roles=(role,))
    for match in _TITLED.finditer(text):
        name = _folded(match.group())
        if name not in seen:
            seen.add(name)
            yield FoundPerson(name, match.group(), match.start(), match.end(), names=(name,))


def _folded(text: str) -> str:
    return " ".join(text.split())


def _unique(names: Iterable[str]) -> Iterator[str]:
    return iter(dict.fromkeys(names))


def named(entities: Entities) -> Callable[[str], Finds]:
    """The rival that takes what a pipeline labels PERSON for people and what it labels ORG for organisations."""

    def finds(text: str) -> Finds:
        found: dict[str, list[str]] = {"PERSON": [], "ORG": []}
        for words, label in entities(text):
            if label in found:
                found[label].append(_folded(words))
        return Finds(
            people=[FoundPerson(name, name, names=(name,)) for name in _unique(found["PERSON"])],
            organisations=[FoundName(name, name, names=(name,)) for name in _unique(found["ORG"])],
        )

    return finds


def _loaded_when_asked(name: str) -> Callable[[str], Finds]:
    return lambda text: named(load_entities(name))(text)


#: Rivals by the name under which the table shows them.
RIVALS: dict[str, Callable[[str], Finds]] = {
    "everything": everything,
    "regular expressions": expressions,
    "nothing": nothing,
}
RIVALS |= {f"spaCy {name}": _loaded_when_asked(name) for name in installed_pipelines()}
