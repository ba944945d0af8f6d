"""Checks over the whole: ends that do not fit, circles, and statements that stand alone or against each other.

Nothing is mended here. An error should stop a build; a warning or a note goes into the report.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import networkx as nx

from extract.records import RELATION_ENDS, Relation, RelationType
from graph.governance import Finding, Governance, Level
from graph.judgements import Judgement

#: Relations that hold both ways.
SYMMETRIC: frozenset[RelationType] = frozenset({"joint_with", "pools_budget_with"})
#: Relations that cannot lead back to where they began.
_UPWARDS: tuple[RelationType, ...] = ("part_of", "reports_to")


def check(governance: Governance) -> list[Finding]:
    """Every finding, in a fixed order."""
    found = [
        *_wrong_ends(governance),
        *_circles(governance),
        *_one_way(governance),
        *_chairs_without_membership(governance),
        *_two_chairs(governance),
        *_denied(governance),
    ]
    return sorted(found, key=lambda f: (("error", "warning", "note").index(f.level), f.check, f.message))


def stopped(pairs: Sequence[tuple[Judgement, Judgement]]) -> list[Finding]:
    """Positive judgements that a negative one kept from joining."""
    return [
        Finding(
            level="warning" if positive.is_human else "note",
            check="judgement",
            message=f"{positive.left} and {positive.right} ({positive.reason}) stay apart: "
            f"{negative.by} says that {negative.left} and {negative.right} are two ({negative.reason}).",
            records=[*positive.pair, *negative.pair],
        )
        for positive, negative in pairs
    ]


def _said(relation: Relation) -> str:
    return f"“{relation.subject_name} {relation.type} {relation.object_name}”"


def _papers(relations: Iterable[Relation]) -> list[str]:
    return sorted({e.paper_id for r in relations for e in r.evidence})


def _finding(level: Level, name: str, message: str, relations: Sequence[Relation]) -> Finding:
    ids = [r.id for r in relations]
    return Finding(level=level, check=name, message=message, records=ids, papers=_papers(relations))


def _wrong_ends(governance: Governance) -> Iterator[Finding]:
    """Relations whose ends are not what their type allows."""
    for relation in governance.relations:
        allowed = RELATION_ENDS[relation.type]
        for end, tables in zip((relation.subject_id, relation.object_id), allowed, strict=True):
            entity = governance.entity(end)
            if entity is not None and entity.table not in tables:
                message = (
                    f"{_said(relation)}: {entity.name} is of {entity.table}, which {relation.type} does not allow."
                )
                yield _finding("error", "ends", message, [relation])


def _circles(governance: Governance) -> Iterator[Finding]:
    """Bodies that are, step by step, part of themselves, or answer to themselves."""
    for kind in _UPWARDS:
        stated = [r for r in governance.relations if r.type == kind and not r.negated]
        steps = nx.DiGraph([(r.subject_id, r.object_id) for r in stated])
        for circle in nx.strongly_connected_components(steps):
            if len(circle) > 1:
                inside = [r for r in stated if r.subject_id in circle and r.object_id in circle]
                message = f"{kind} runs in a circle: {'; '.join(_said(r) for r in inside)}."
                yield _finding("warning", "circle", message, inside)


def _one_way(governance: Governance) -> Iterator[Finding]:
    """Relations that hold both ways and are stated one way only."""
    stated = {(r.type, r.subject_id, r.object_id) for r in governance.relations}
    for relation in governance.relations:
        if relation.type in SYMMETRIC and (relation.type, relation.object_id, relation.subject_id) not in stated:
            yield _finding("note", "one_way", f"{_said(relation)} is stated one way only.", [relation])


def _chairs_without_membership(governance: Governance) -> Iterator[Finding]:
    for relation in governance.relations:
        if relation.type not in ("chairs", "vice_chairs") or relation.negated:
            continue
        posts = {m.organisation_id for m in governance.memberships_of(relation.subject_id)}
        entity = governance.entity(relation.subject_id)
        if entity is not None and entity.table == "people" and relation.object_id not in posts:
            yield _finding("note", "membership", f"{_said(relation)}, and no membership says so.", [relation])


def _two_chairs(governance: Governance) -> Iterator[Finding]:
    """One body with two chairs in papers of one date, or in one undated paper; co-chairs are so, and slips are."""
    chairs: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for relation in governance.relations:
        if relation.type == "chairs" and not relation.negated and not relation.proposed:
            chairs[relation.object_id, relation.as_of or f"the time of {relation.paper_id}"].append(relation)
    for (_, time), held in chairs.items():
        if len({r.subject_id for r in held}) > 1:
            who = " and ".join(sorted({r.subject_name for r in held}))
            yield _finding(
                "warning", "chairs", f"{held[0].object_name} has more than one chair at {time}: {who}.", held
            )


def _denied(governance: Governance) -> Iterator[Finding]:
    """What one paper states and another denies."""
    stated: dict[tuple[str, str, str], list[Relation]] = defaultdict(list)
    for relation in governance.relations:
        stated[relation.subject_id, relation.type, relation.object_id].append(relation)
    for relations in stated.values():
        if {r.negated for r in relations} == {True, False}:
            yield _finding("warning", "denied", f"{_said(relations[0])} is both stated and denied.", relations)
