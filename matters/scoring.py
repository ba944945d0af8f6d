"""Scores what was found in a paper against its annotation.

The rules: pairs are one to one, as many as can be and of those the most alike; what is optional counts neither for nor against;
standing business (`routine`) is also scored apart; nothing outside the annotated part counts; a second print of words that were
already matched counts once; a paper that could not be read misses everything.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar, get_args

from extract.records import RelationType
from matters.finds import Finds, Found, FoundAction, FoundDecision, FoundName, FoundPerson, FoundRelation
from matters.gold import GoldAction, GoldDecision, GoldPaper, GoldPerson, GoldRelation, Triple
from matters.matching import (
    best,
    body_form,
    name_similarity,
    person_similarity,
    plain,
    same_values,
    text_similarity,
)
from matters.pairing import Pairing, pair
from matters.tally import Fault, Score

F = TypeVar("F", bound=Found)

_JOINED = re.compile(r"\s*(?:[/,;&]|\band\b)\s*")

#: The predicates that annotations use; relations of other types count only where they say the same as an annotated one.
PREDICATES = frozenset(
    "chairs member_of holds_role_at reports_to part_of commissions scrutinises party_to leads delivers".split()
)
#: Types of this project that say what an annotation says with another word.
_SAME_AS: dict[str, frozenset[str]] = {
    "vice_chairs": frozenset({"holds_role_at"}),
    "represents": frozenset({"holds_role_at"}),
    "responsible_for": frozenset({"leads"}),
    "provides": frozenset({"delivers"}),
}
if not (PREDICATES | set(_SAME_AS)) <= set(get_args(RelationType)):
    raise ValueError("A predicate of the annotations is no relation type of the records.")


class Scorer:
    """Scores the finds of one paper."""

    def __init__(self, gold: GoldPaper, finds: Finds, inside: str | None = None) -> None:
        self.gold = gold
        self.finds = finds
        self.score = Score()
        self._inside = None if inside is None else f" {plain(inside)} "
        self._people = {
            p.name: (p.name, *gold.people_aliases.get(p.name, ())) for p in (*gold.people, *gold.optional.people)
        }
        self._organisations = self._forms("organisations", gold.organisation_aliases)
        self._programmes = self._forms("programmes", gold.programme_aliases)

    def _forms(self, table: str, aliases: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        names = (*getattr(self.gold, table), *getattr(self.gold.optional, table))
        return {name: (name, *aliases.get(name, ())) for name in names}

    def run(self) -> Score:
        """Score every record type."""
        self._decisions()
        self._actions()
        self._person_records()
        self._names("organisations", self._organisations)
        self._names("programmes", self._programmes)
        self._relation_records()
        return self.score

    def _counted(self, finds: Sequence[F]) -> list[F]:
        """The finds that lie in the annotated part."""
        if self._inside is None:
            return list(finds)
        return [
            find
            for find in finds
            if any(f" {plain(form)} " in self._inside for form in getattr(find, "names", ()) or (find.quote or find.text,))
        ]

    def _book(
        self, table: str, pairing: Pairing[Any, Any], checks: Callable[[Any, Any], dict[str, bool | None]]
    ) -> None:
        """Enter a pairing: counts, attributes (null: not judged) and faults."""
        tally = self.score.tallies[table]
        tally.matched += len(pairing.pairs)
        tally.found += len(pairing.pairs) + len(pairing.extra)
        tally.gold += len(pairing.pairs) + len(pairing.missed)
        for item, find in pairing.pairs:
            verdicts = {name: right for name, right in checks(item, find).items() if right is not None}
            tally.whole += all(verdicts.values())
            for name, right in verdicts.items():
                tally.attributes[name].update(of=1, right=int(right))
                if not right:
                    self._fault(table, f"wrong {name}", find, f"{_shown(find, name)} instead of {_shown(item, name)}")
        for item in pairing.missed:
            self.score.faults.append(Fault(self.gold.id, table, "missed", _label(item), _extra(item)))
        for find in pairing.extra:
            self._fault(table, "false find", find, find.quote if find.quote != find.text else "")

    def _fault(self, table: str, what: str, find: Found, detail: str) -> None:
        self.score.faults.append(Fault(self.gold.id, table, what, find.text, detail, find.start))

    # -- decisions and actions -----------------------------------------------------------------------------------------

    def _decisions(self) -> None:
        found = self._counted(self.finds.decisions)
        pairing = pair(self.gold.decisions, self.gold.optional.decisions, found, _text_pair)
        self._book("decisions", pairing, _decision_checks)
        apart = Pairing(
            [(item, find) for item, find in pairing.pairs if not item.routine],
            [item for item in pairing.missed if not item.routine],
            [find for find in pairing.extra if not find.routine],
            [],
        )
        faults = len(self.score.faults)
        self._book("decisions without routine", apart, _decision_checks)
        del self.score.faults[faults:]

    def _actions(self) -> None:
        found = self._counted(self.finds.actions)
        self._book(
            "actions", pair(self.gold.actions, self.gold.optional.actions, found, _text_pair), self._action_checks
        )

    def _action_checks(self, item: GoldAction, find: FoundAction) -> dict[str, bool | None]:
        due = same_values(find.due, (item.due, *item.due_alternatives))
        fixed = None if "due_edtf" not in item.model_fields_set else item.due_edtf == find.due_date
        return {"owner": self._same_owner(item, find.owners), "due": due, "date": fixed if due else None}

    def _same_owner(self, item: GoldAction, owners: Sequence[str]) -> bool:
        accepted = (item.owner, *item.owner_alternatives)
        if not owners:
            return None in accepted
        return any(self._same_doers(found, owner) for found in owners for owner in accepted if owner)

    def _same_doers(self, found: str, owner: str) -> bool:
        """Whether two ways of writing who is to do something mean the same, be it one or several ("NS/AW")."""
        several = [part for part in _JOINED.split(owner) if part]
        if len(several) == 1:
            return self._same_doer(found, owner)
        parts = [part for part in _JOINED.split(found) if part]
        paired = len(parts) == len(several) and all(any(self._same_doer(p, one) for one in several) for p in parts)
        return paired or same_values(found, (owner,))

    def _same_doer(self, found: str, owner: str) -> bool:
        meant = self._meant(owner)
        return same_values(found, meant) or any(person_similarity(found, form) > 0 for form in meant[1:])

    def _meant(self, owner: str) -> tuple[str, ...]:
        """All forms of an owner: those of the annotated person, or of the annotated body, whom the words mean."""
        for forms in self._people.values():
            if any(plain(owner) == plain(form) or person_similarity(owner, form) >= 0.6 for form in forms):
                return (owner, *forms)
        for forms in self._organisations.values():
            if any(same_values(owner, (form,)) for form in forms):
                return (owner, *forms)
        return (owner,)

    # -- people, organisations, programmes -----------------------------------------------------------------------------

    def _person_records(self) -> None:
        def similarity(find: FoundPerson, item: GoldPerson) -> float:
            return best(find.names, self._people[item.name], person_similarity)

        found = self._counted(self.finds.people)
        self._book("people", pair(self.gold.people, self.gold.optional.people, found, similarity), self._person_checks)

    def _person_checks(self, item: GoldPerson, find: FoundPerson) -> dict[str, bool | None]:
        relations = [r for r in (*self.gold.relations, *self.gold.optional.relations) if r.subject == item.name]
        bodies = {item.organisation, *item.organisation_alternatives}
        roles = {item.role, *item.role_alternatives}
        forms = [self._forms_of(name) for name in bodies if name]
        if item.organisation is None:
            forms += [self._forms_of(relation.object) for relation in relations]
        return {
            "role": self._role_right(item, find, roles, relations),
            "organisation": (
                any(name_similarity(body, form) > 0 for body in find.organisations for form in forms)
                if find.organisations
                else None in bodies
            ),
        }

    def _role_right(
        self, item: GoldPerson, find: FoundPerson, roles: set[str | None], relations: Sequence[GoldRelation]
    ) -> bool:
        """Whether a role found is the one annotated; where none is, only roles that an annotated relation states may be found."""
        names = (item.organisation, *(relation.object for relation in relations))
        bodies = [form for name in names if name for form in self._forms_of(name)]

        def among(role: str, accepted: Iterable[str | None]) -> bool:
            forms = {form for one in accepted if one for form in _without_body(one, bodies)}
            return any(same_values(form, forms) for form in _without_body(role, bodies))

        if item.role is not None:
            return any(among(role, roles) for role in find.roles) if find.roles else None in roles
        allowed = {relation.role for relation in relations} | roles
        allowed |= {"chair"} if any(relation.predicate == "chairs" for relation in relations) else set()
        allowed |= (
            {"member", "representative"} if any(relation.predicate == "member_of" for relation in relations) else set()
        )
        return all(among(role, allowed) for role in find.roles)

    def _names(self, table: str, forms: dict[str, tuple[str, ...]]) -> None:
        def similarity(find: FoundName, item: str) -> float:
            return name_similarity(find.names, forms[item])

        found = self._counted(getattr(self.finds, table))
        gold, optional = getattr(self.gold, table), getattr(self.gold.optional, table)
        self._book(table, pair(gold, optional, found, similarity), lambda item, find: {})

    # -- relations -----------------------------------------------------------------------------------------------------

    def _forms_of(self, name: str) -> tuple[str, ...]:
        """All forms of an end of a relation."""
        for forms in (self._people, self._organisations, self._programmes):
            if name in forms:
                return forms[name]
        return (name,)

    def _same_end(self, found: Sequence[str], name: str) -> float:
        if name in self._people:
            return best(found, self._people[name], person_similarity)
        return name_similarity(found, self._forms_of(name)) or name_similarity(found, (name,))

    def _relation_records(self) -> None:
        def one(find: FoundRelation, item: Triple) -> float:
            exact = find.predicate == item.predicate
            if not exact and item.predicate not in _SAME_AS.get(find.predicate, ()):
                return 0.0
            subject = self._same_end(find.subject, item.subject) * (1.0 if exact else 0.9)
            return subject and subject * self._same_end(find.object, item.object)

        def similarity(find: FoundRelation, item: GoldRelation) -> float:
            return max(one(find, item), *(0.9 * one(find, other) for other in item.alternatives), 0.0)

        inside = [find for find in self.finds.relations if self._ends_inside(find)]
        pairing = pair(self.gold.relations, self.gold.optional.relations, inside, similarity)
        self.score.tallies["relations"].outside += sum(find.predicate not in PREDICATES for find in pairing.extra)
        pairing.extra = [find for find in pairing.extra if find.predicate in PREDICATES]
        self._book("relations", pairing, _relation_checks)

    def _ends_inside(self, find: FoundRelation) -> bool:
        """Whether both ends of a relation are named in the annotated part."""
        if self._inside is None:
            return True
        return all(any(f" {plain(form)} " in self._inside for form in end) for end in (find.subject, find.object))


def _text_pair(find: Found, item: GoldDecision | GoldAction) -> float:
    return max(text_similarity(find.text, text) for text in (item.text, *item.text_alternatives))


def _decision_checks(item: GoldDecision, find: FoundDecision) -> dict[str, bool | None]:
    return {
        "kind": find.kind in (item.kind, *item.kind_alternatives),
        "verb": same_values(find.verb, (item.verb, *item.verb_alternatives)),
    }


def _relation_checks(item: GoldRelation, find: FoundRelation) -> dict[str, bool | None]:
    return {"proposed": find.proposed == item.proposed if "proposed" in item.model_fields_set else None}


def _without_body(role: str, bodies: Iterable[str]) -> Iterator[str]:
    """A role as written, and without the body that it may end or begin with ("Chair of the Board", "Board Chair")."""
    yield role
    form = body_form(role)
    for body in bodies:
        tail = body_form(body)
        for joint in (" of the ", " of ", " at the ", " at ", " for ", " "):
            if tail and form.endswith(joint + tail):
                yield form.removesuffix(joint + tail)
        if tail and form.startswith(tail + " "):
            yield form.removeprefix(tail + " ")


def _label(item: Any) -> str:
    """An annotation in a few words."""
    if isinstance(item, GoldRelation):
        return f"{item.subject} {item.predicate} {item.object}"
    return str(getattr(item, "text", None) or getattr(item, "name", None) or item)


def _extra(item: Any) -> str:
    """What else an annotation says."""
    names = ("kind", "verb", "owner", "due", "role", "organisation", "proposed")
    stated = {name: getattr(item, name, None) for name in names}
    return ", ".join(f"{name}: {value}" for name, value in stated.items() if value)


def _shown(item: Any, attribute: str) -> str:
    """The value of an attribute, of a find or of an annotation."""
    names = {"owner": ("owners", "owner"), "role": ("roles", "role"), "date": ("due_date", "due_edtf")}
    names["organisation"] = ("organisations", "organisation")
    for name in names.get(attribute, (attribute,)):
        if hasattr(item, name):
            value = getattr(item, name)
            if isinstance(value, tuple):
                value = "; ".join(one if isinstance(one, str) else one[0] for one in value)
            return repr(value) if value else "nothing"
    return "nothing"


def score_paper(gold: GoldPaper, finds: Finds | None, inside: str | None = None) -> Score:
    """Score one paper; `finds` is null where it could not be read, and then everything is missed."""
    return Scorer(gold, finds or Finds(), inside).run()
