"""The councils side by side: the same questions put to the papers of each."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from extract.records import Evidence, Organisation, Person
from publish import links, phrases
from publish.view import Site


@dataclass(frozen=True)
class Answer:
    """One answer found in the papers of a council, with its page and passages."""

    words: str
    page: str | None
    evidence: list[Evidence]


@dataclass(frozen=True)
class Question:
    """A question with the answers by council; an empty list means: not stated in the papers read."""

    id: str
    title: str
    explained: str
    answers: dict[str, list[Answer]]


@dataclass(frozen=True)
class Comparison:
    """Counts by council, and the questions."""

    counts: list[tuple[str, dict[str, int]]]
    questions: list[Question]


def compare(site: Site) -> Comparison:
    """All councils, in their order in councils.yml."""
    return Comparison(
        counts=[(label, {c.id: count(site, c.id) for c in site.councils}) for label, count in _COUNTS],
        questions=[
            Question(name, title, explained, {c.id: find(site, c.id) for c in site.councils})
            for name, title, explained, find in _QUESTIONS
        ],
    )


def _number(table: str) -> Callable[[Site, str], int]:
    return lambda site, council: len(site.of_council(table, council))


def _of_kind(table: str, kind: str, *, be: bool = True) -> Callable[[Site, str], int]:
    return lambda site, council: sum((r.kind == kind) is be for r in site.of_council(table, council))


def _answered(site: Site, council: str) -> int:
    return sum(site.answer(a) in {"answered", "closed"} for a in site.of_council("actions", council))


_COUNTS: tuple[tuple[str, Callable[[Site, str], int]], ...] = (
    ("Papers read", _number("papers")),
    ("Decisions taken", _of_kind("decisions", "recommended", be=False)),
    ("Recommendations put", _of_kind("decisions", "recommended")),
    ("Actions", _number("actions")),
    ("Actions with an answer found", _answered),
    ("Bodies named", _number("organisations")),
    ("People named", _number("people")),
    ("Programmes named", _number("programmes")),
    ("Relations stated", _number("relations")),
)


def _relations(*types: str, of: frozenset[str] | None = None) -> Callable[[Site, str], list[Answer]]:
    def find(site: Site, council: str) -> list[Answer]:
        found = []
        for r in site.of_council("relations", council):
            obj = site.entities.get(r.object_id)
            kind = obj.classification if isinstance(obj, Organisation) else None
            if r.type in types and not r.negated and (of is None or kind in of):
                subject = site.entities.get(r.subject_id)
                words = f"{r.subject_name} {phrases.relation(r.type)} {r.object_name}"
                words += " (proposed)" if r.proposed else ""
                found.append(
                    Answer(words, links.page_of(subject) if subject else None, r.quotes("type")[:1] or r.evidence[:1])
                )
        return sorted(found, key=lambda a: a.words.casefold())

    return find


def _joint_posts(site: Site, council: str) -> list[Answer]:
    """People of whom a paper states one and the same role at two bodies or more."""
    held: dict[tuple[str, str], dict[str, Any]] = defaultdict(dict)
    for m in site.of_council("memberships", council):
        if m.role and m.organisation_name:
            held[m.person_id, m.role].setdefault(m.organisation_id or m.organisation_name, m)
    found = []
    for (person_id, role), posts in held.items():
        person = site.entities.get(person_id)
        if len(posts) > 1 and isinstance(person, Person):
            at = " and ".join(sorted(m.organisation_name for m in posts.values()))
            evidence = [e for m in posts.values() for e in m.quotes("role")[:1]]
            places = {(e.paper_id, e.start, e.end): e for e in evidence}
            found.append(Answer(f"{person.name}, {role} at {at}", links.page_of(person), list(places.values())))
    return sorted(found, key=lambda a: a.words.casefold())


def _named(table: str, *kinds: str) -> Callable[[Site, str], list[Answer]]:
    def find(site: Site, council: str) -> list[Answer]:
        found = []
        for r in site.of_council(table, council):
            kind = r.classification if isinstance(r, Organisation) else r.kind
            if not kinds or kind in kinds:
                own = [e for e in r.quotes("name") if site.papers[e.paper_id].council == council]
                found.append(Answer(r.name, links.page_of(r), own[:1]))
        return sorted(found, key=lambda a: a.words.casefold())

    return find


def _put(site: Site, council: str) -> list[Answer]:
    """Each decision and recommendation, limb by limb, with its kind."""
    return [
        Answer(f"{phrases.title(d.kind)}: {d.text}", links.passage(d.quotes("text")[0]), d.quotes("text")[:1])
        for d in site.of_council("decisions", council)
        if not d.routine
    ]


def _raised(site: Site, council: str) -> list[Answer]:
    """Each action with its owner, when it is due and what is known of an answer."""
    found = []
    for a in site.of_council("actions", council):
        owner, due = a.owner_name or a.owner_raw or "nobody named", a.due_raw or "no date stated"
        words = f"{a.text} ({owner}; {due}; {phrases.ANSWERS[site.answer(a)].lower()})"
        found.append(Answer(words, links.passage(a.quotes("text")[0]), a.quotes("text")[:1]))
    return found


#: Bodies that meet and decide, oversee or advise.
_MEETING = ("cabinet", "committee", "sub_committee", "board", "panel", "joint_committee", "partnership", "group")

_QUESTIONS = (
    ("chairs", "Who chairs what?", "Chairs and vice-chairs that the papers name.", _relations("chairs", "vice_chairs")),
    (
        "committees",
        "Which committees, boards and groups are named?",
        "Bodies that meet and decide, oversee or advise, whether or not the paper is theirs.",
        _named("organisations", *_MEETING),
    ),
    (
        "joint-posts",
        "Which posts are held jointly at two organisations?",
        "One person, one role, two bodies or more.",
        _joint_posts,
    ),
    ("nhs", "Which NHS bodies are named?", "As the papers of the time name them.", _named("organisations", "nhs_body")),
    (
        "oversight",
        "Which body answers to which?",
        "Bodies that report to, are part of, or are scrutinised by another.",
        _relations(
            "reports_to",
            "part_of",
            "scrutinises",
            of=frozenset({"council", "nhs_body", *_MEETING}),
        ),
    ),
    (
        "money",
        "Who commissions, funds or pools budgets with whom?",
        "Stated commissioning, funding and pooled budgets, section 75 agreements among them.",
        _relations("commissions", "funds", "pools_budget_with", "party_to"),
    ),
    (
        "programmes",
        "Which programmes, plans and funds are named?",
        "Anything with a proper name.",
        _named("programmes"),
    ),
    (
        "decisions",
        "What were the committees asked to do, and what did they decide?",
        "Recommendations put and decisions taken, limb by limb; approval of minutes and the like left out.",
        _put,
    ),
    (
        "actions",
        "Which actions were raised?",
        "With their owner, when they are due, and whether an answer was found in the papers read.",
        _raised,
    ),
)
