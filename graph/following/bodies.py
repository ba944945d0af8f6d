"""Which bodies' papers can answer an action: the body itself, those that took its place, the body above it, and the one addressed.

A body is a node: the id of the organisation that alone bears the name among a council's papers, or the council with the name. Which
body succeeds which is what papers state (`succeeds`) and what councils.yml lists.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.councils import Council
from extract.records import Organisation, Relation
from graph import names


@dataclass
class Bodies:
    """The bodies of all councils as nodes, with what stands above each and what came after it."""

    node_of: dict[tuple[str | None, str], str] = field(default_factory=dict)
    name_of: dict[str, str] = field(default_factory=dict)
    successor: dict[str, str] = field(default_factory=dict)
    parent: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        councils: Sequence[Council],
        organisations: Iterable[Organisation],
        relations: Iterable[Relation],
        councils_of: dict[str, list[str | None]],
    ) -> "Bodies":
        """The bodies that papers name and councils.yml lists; `councils_of` says whose papers name an organisation."""
        found = cls()
        several: set[tuple[str | None, str]] = set()
        for organisation in organisations:
            found.name_of[organisation.id] = organisation.name
            for council in councils_of.get(organisation.id, [None]):
                for name in (organisation.name, *organisation.other_names):
                    key = (council, names.key_of(name))
                    if found.node_of.setdefault(key, organisation.id) != organisation.id:
                        several.add(key)
            if organisation.successor_id:
                found.successor[organisation.id] = organisation.successor_id
            if organisation.parent_id:
                found.parent[organisation.id] = organisation.parent_id
        for key in several:
            del found.node_of[key]
        for relation in relations:
            if relation.type == "succeeds" and not relation.negated and not relation.proposed:
                found.successor.setdefault(relation.object_id, relation.subject_id)
        for listed in councils:
            found._listed(listed)
        return found

    def _listed(self, council: Council) -> None:
        """Take in the bodies that councils.yml lists, each under all of its names."""
        for body in council.bodies:
            node = self.node(council.id, body.name) or ""
            for name in body.other_names:
                self.node_of[council.id, names.key_of(name)] = node
            for other, held in ((body.succeeded_by, self.successor), (body.parent, self.parent)):
                target = self.node(council.id, other)
                if target is not None and target != node:
                    held[node] = target

    def node(self, council: str | None, body: str | None) -> str | None:
        """The node of a body as a paper of a council names it; None where it names none."""
        if body is None or not names.key_of(body):
            return None
        key = (council, names.key_of(body))
        found = self.node_of.get(key)
        if found is None:
            found = self.node_of[key] = f"{council or ''}:{key[1]}"
            self.name_of[found] = body
        return found

    def successors(self, node: str | None) -> list[str]:
        """The bodies that came after one, nearest first."""
        found: list[str] = []
        while node in self.successor and self.successor[node] not in found and self.successor[node] != node:
            node = self.successor[node]
            found.append(node)
        return found

    def scope(self, node: str | None, addressee: str | None = None) -> frozenset[str]:
        """The nodes whose papers can answer: the body, its successors, the body above each of these, and the addressee."""
        if node is None:
            return frozenset()
        own = [node, *self.successors(node)]
        above = [self.parent[n] for n in own if n in self.parent]
        return frozenset([*own, *above, *([addressee, *self.successors(addressee)] if addressee else [])])
