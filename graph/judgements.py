"""Sameness as a ledger: judgements about pairs, and the clusters that follow from them.

Nothing is ever merged for good. Clusters are computed from the judgements anew each time, so that taking a judgement away undoes what
it did. What people say stands above what rules say.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from extract.corrections import Judgement as Said

Verdict = Literal["positive", "negative", "unsure"]

#: Who speaks where no person does.
RULES = "rules"


class FeatureScore(BaseModel):
    """What one feature of a matcher found: its score and the two values that it compared."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    feature: str = Field(description="name of the feature")
    weight: float = Field(description="what the feature counts for")
    score: float = Field(description="how far the two values agree, from -1 (they exclude each other) to 1")
    left: str = Field(description="value of the left record")
    right: str = Field(description="value of the right record")


class Judgement(BaseModel):
    """Whether two records of people, organisations or programmes mean the same one; `left` sorts before `right`."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    left: str = Field(description="id of one record")
    right: str = Field(description="id of the other")
    judgement: Verdict = Field(description="positive: the same; negative: two; unsure: to be looked at, joins nothing")
    by: str = Field(default=RULES, description="the person who says so, or rules")
    at: str | None = Field(
        default=None, description="when, as an ISO date; null for rules, which say it anew each time"
    )
    reason: str = Field(description="why, in one sentence")
    score: float | None = Field(default=None, description="sum of the features' scores by weight; null for people")
    features: tuple[FeatureScore, ...] = Field(default=(), description="what the score is made of")

    @model_validator(mode="before")
    @classmethod
    def _in_order(cls, data: object) -> object:
        """A pair has no direction: it is kept in the order of its ids."""
        if isinstance(data, dict) and str(data.get("left")) > str(data.get("right")):
            swapped = [
                f.model_copy(update={"left": f.right, "right": f.left}) if isinstance(f, FeatureScore) else f
                for f in data.get("features", ())
            ]
            return {**data, "left": data["right"], "right": data["left"], "features": swapped}
        return data

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, in order."""
        return self.left, self.right

    @property
    def is_human(self) -> bool:
        """Whether a person said so."""
        return self.by != RULES


_SAID: dict[str, Verdict] = {"same": "positive", "different": "negative", "unsure": "unsure"}


def said_by_people(judgements: Iterable["Judgement | Said"]) -> list[Judgement]:
    """People's judgements as the ledger keeps them, from the ledger or from the corrections; rules say theirs anew."""
    as_kept = (j if isinstance(j, Judgement) else _kept(j) for j in judgements)
    return [judgement for judgement in as_kept if judgement.is_human]


def _kept(said: Said) -> Judgement:
    return Judgement(
        left=said.left,
        right=said.right,
        judgement=_SAID[said.kind],
        by=said.who,
        at=said.when.isoformat(),
        reason=said.why,
    )


def in_order(judgements: Iterable[Judgement]) -> list[Judgement]:
    """Judgements in the order of the ledger: by pair, people's before rules', later before earlier."""
    by_time = sorted(judgements, key=lambda j: (j.at or "", j.judgement, j.by, j.model_dump_json()), reverse=True)
    return sorted(by_time, key=lambda j: (j.left, j.right, not j.is_human))


def in_force(judgements: Iterable[Judgement]) -> list[Judgement]:
    """One judgement a pair: the latest of a person, else that of the rules."""
    kept: dict[tuple[str, str], Judgement] = {}
    for judgement in in_order(judgements):
        kept.setdefault(judgement.pair, judgement)
    return list(kept.values())


@dataclass
class Clusters:
    """Who belongs together, and the positive judgements that a negative one stopped."""

    canonical: dict[str, str]  #: id of each record → id of the record that stands for its cluster
    stopped: list[tuple[Judgement, Judgement]] = field(default_factory=list)

    def members(self) -> dict[str, list[str]]:
        """The members of each cluster by canonical id, sorted."""
        found: dict[str, list[str]] = {}
        for member in sorted(self.canonical):
            found.setdefault(self.canonical[member], []).append(member)
        return found


class _Union:
    """Union-find whose roots keep their members."""

    def __init__(self, ids: Iterable[str]) -> None:
        self.root = {i: i for i in ids}
        self.members = {i: [i] for i in self.root}

    def join(self, left: str, right: str) -> None:
        one, other = self.root[left], self.root[right]
        if len(self.members[one]) < len(self.members[other]):
            one, other = other, one
        for member in self.members.pop(other):
            self.root[member] = one
            self.members[one].append(member)


def cluster(
    ids: Iterable[str], judgements: Iterable[Judgement], *, first: Callable[[str], object] = lambda i: i
) -> Clusters:
    """Clusters over positive judgements, never across a negative one.

    People's judgements join first and only people's negatives can stop them; then the rules', highest score first. The result
    does not depend on the order of the input. `first` sorts the members of a cluster: the smallest stands for it.
    """
    union = _Union(ids)
    held = [j for j in in_force(judgements) if j.left in union.root and j.right in union.root and j.left != j.right]
    human = [j for j in held if j.is_human]
    stopped: list[tuple[Judgement, Judgement]] = []
    for negatives, positives in ((human, human), (held, [j for j in held if not j.is_human])):
        enemies = _enemies(negatives)
        for judgement in sorted(
            (j for j in positives if j.judgement == "positive"), key=lambda j: (-(j.score or 0), j.left, j.right)
        ):
            if union.root[judgement.left] == union.root[judgement.right]:
                continue
            against = _against(union, judgement, enemies)
            if against is None:
                union.join(judgement.left, judgement.right)
            else:
                stopped.append((judgement, against))
    canonical: dict[str, str] = {}
    for members in union.members.values():
        chosen = min(members, key=lambda m: (first(m), m))
        canonical.update(dict.fromkeys(members, chosen))
    return Clusters(canonical, stopped)


def _enemies(judgements: Sequence[Judgement]) -> dict[str, list[Judgement]]:
    found: dict[str, list[Judgement]] = {}
    for judgement in judgements:
        if judgement.judgement == "negative":
            found.setdefault(judgement.left, []).append(judgement)
            found.setdefault(judgement.right, []).append(judgement)
    return found


def _against(union: _Union, positive: Judgement, enemies: dict[str, list[Judgement]]) -> Judgement | None:
    """The negative judgement that stands between the two clusters, if any."""
    if not enemies:
        return None
    one, other = union.root[positive.left], union.root[positive.right]
    if len(union.members[one]) > len(union.members[other]):
        one, other = other, one
    for member in sorted(union.members[one]):
        for judgement in enemies.get(member, ()):
            partner = judgement.right if judgement.left == member else judgement.left
            if union.root.get(partner) == other:
                return judgement
    return None


def write_judgements(path: Path, judgements: Iterable[Judgement]) -> None:
    """Write the ledger as JSON Lines, sorted, so that two ledgers can be compared line by line."""
    lines = [json.dumps(j.model_dump(), ensure_ascii=False, sort_keys=True) for j in in_order(judgements)]
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def read_judgements(path: Path) -> list[Judgement]:
    """Read a ledger as `write_judgements` wrote it."""
    return [Judgement.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
