"""Tiny readings for tests of what happens where papers meet: marked text in, records with right evidence out.

    reading("p1", '<person key="jo">Jo Marsh</person>, <role of="jo" at="board">Chair</role> of the <organisation key="board"
    kind="board">Care Board</organisation>', council="ashby", date="2020-01-02")

A key said again is another mention; where its words differ they are another name. The first words of a key are its name. `<relation
type="reports_to" from="a" to="b">reports to</relation>` states a relation; `<action owner="jo" by="Jo Marsh">` an action.
"""

import hashlib
from typing import Any

from extract.blocks import Block, Layout
from extract.evidence import check_evidence
from extract.records import (
    Action,
    Evidence,
    Membership,
    Organisation,
    Paper,
    Person,
    Programme,
    Reading,
    Relation,
)
from tests.markup import Tag, parse

_THINGS: dict[str, tuple[type[Person] | type[Organisation] | type[Programme], str]] = {
    "person": (Person, "people"),
    "organisation": (Organisation, "organisations"),
    "programme": (Programme, "programmes"),
}


def reading(paper_id: str, marked: str, *, council: str | None = "ashby", date: str | None = None) -> Reading:
    """The reading of a marked text; each line is a block. The evidence of every record is checked."""
    example = parse(marked, labels={*_THINGS, "role", "relation", "action"})
    blocks: list[Block] = []
    start = 0
    for line in example.text.split("\n"):
        blocks.append(Block(index=len(blocks), kind="paragraph", start=start, end=start + len(line), body_start=start))
        start += len(line) + 1
    maker = _Maker(paper_id, council, date, blocks)
    made = Reading(
        paper=Paper(
            id=paper_id,
            council=council,
            paper_id=paper_id,
            date=None,
            sha256=hashlib.sha256(example.text.encode()).hexdigest(),
            format="text",
            words=len(example.text.split()),
        ),
        layout=Layout(text=example.text, blocks=blocks, format="text"),
        **maker.records(example.tags),
    )
    check_evidence(made)
    made.paper.date = date  # a date that the text need not state; set after the check
    if date is not None:
        place = example.tags[0]
        made.paper.date_raw = place.text
        made.paper.evidence.append(maker.passage("date_raw", place))
    return made


class _Maker:
    def __init__(self, paper_id: str, council: str | None, date: str | None, blocks: list[Block]) -> None:
        self.paper_id, self.council, self.date, self.blocks = paper_id, council, date, blocks
        self.first: dict[str, Tag] = {}

    def passage(self, field: str, tag: Tag) -> Evidence:
        block = next(b for b in self.blocks if b.start <= tag.start < b.end)
        return Evidence(
            field=field, paper_id=self.paper_id, block=block.index, start=tag.start, end=tag.end, quote=tag.text
        )

    def given(self, prefix: str, key: str) -> dict[str, Any]:
        return {"id": f"{prefix}-{self.paper_id}-{key}", "council": self.council, "paper_id": self.paper_id}

    def id_of(self, key: str) -> str:
        return f"{_THINGS[self.first[key].label][0].prefix}-{self.paper_id}-{key}"

    def records(self, tags: list[Tag]) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        by_key: dict[str, list[Tag]] = {}
        for tag in tags:
            if tag.label in _THINGS:
                by_key.setdefault(tag.attributes["key"], []).append(tag)
                self.first.setdefault(tag.attributes["key"], tag)
        for key, said in by_key.items():
            found.setdefault(_THINGS[said[0].label][1], []).append(self.thing(key, said))
        for number, tag in enumerate(tags):
            if tag.label == "role":
                found.setdefault("memberships", []).append(self.membership(number, tag))
            elif tag.label == "relation":
                found.setdefault("relations", []).append(self.relation(number, tag))
            elif tag.label == "action":
                found.setdefault("actions", []).append(self.action(number, tag))
        return found

    def thing(self, key: str, said: list[Tag]) -> Any:
        model = _THINGS[said[0].label][0]
        name = said[0].text
        others = [tag for tag in said if tag.text != name]
        values: dict[str, Any] = {"name": name, "other_names": sorted({tag.text for tag in others})}
        evidence = [self.passage("name", tag) for tag in said] + [self.passage("other_names", tag) for tag in others]
        attributes = said[0].attributes
        if "honorific" in attributes:
            values["honorific"] = attributes["honorific"]
            evidence.append(self.passage("honorific", said[0]))
        if "kind" in attributes:
            values["classification" if model is Organisation else "kind"] = attributes["kind"]
        if "parent" in attributes:
            values["parent_id"] = self.id_of(attributes["parent"])
        return model(**self.given(model.prefix, key), **values, evidence=evidence)

    def membership(self, number: int, tag: Tag) -> Membership:
        person, body = self.first[tag.attributes["of"]], self.first.get(tag.attributes.get("at", ""))
        evidence = [self.passage("person_name", person), self.passage("role", tag)]
        if body is not None:
            evidence.append(self.passage("organisation_name", body))
        return Membership(
            **self.given("mem", str(number)),
            person_id=self.id_of(tag.attributes["of"]),
            person_name=person.text,
            role=tag.text,
            organisation_id=self.id_of(tag.attributes["at"]) if body else None,
            organisation_name=body.text if body else None,
            as_of=self.date,
            evidence=evidence,
        )

    def relation(self, number: int, tag: Tag) -> Relation:
        subject, obj = self.first[tag.attributes["from"]], self.first[tag.attributes["to"]]
        days = {name: tag.attributes[name] for name in ("start", "end") if name in tag.attributes}
        return Relation(
            **self.given("rel", str(number)),
            **days,
            subject_id=self.id_of(tag.attributes["from"]),
            subject_name=subject.text,
            type=tag.attributes["type"],
            object_id=self.id_of(tag.attributes["to"]),
            object_name=obj.text,
            as_of=self.date,
            proposed="proposed" in tag.attributes,
            negated="negated" in tag.attributes,
            evidence=[
                self.passage("type", tag),
                self.passage("subject_name", subject),
                self.passage("object_name", obj),
                *(self.passage(name, tag) for name in days),
            ],
        )

    def action(self, number: int, tag: Tag) -> Action:
        owner = self.first[tag.attributes["owner"]]
        return Action(
            **self.given("act", str(number)),
            text=tag.text,
            kind="action",
            owner_raw=owner.text,
            owner_basis="sentence",
            owner_id=self.id_of(tag.attributes["owner"]),
            owner_name=owner.text,
            evidence=[self.passage("text", tag), self.passage("kind", tag), self.passage("owner_raw", owner)],
        )
