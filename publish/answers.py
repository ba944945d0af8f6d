"""What answers a question in the papers of one council: entries of cells, each cell with the passages it rests on."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.records import Action, Evidence, Membership, Record, Relation
from graph.times import moment
from publish import edtf, links, phrases
from publish.exports.tables import LIST_SEPARATOR, plain
from publish.facts import coded
from publish.questions import COMPUTED, MODELS, Column, Question, Selection, phrases_of
from publish.view import Site


@dataclass(frozen=True)
class Part:
    """One value of a cell: its words, the page of what it names, and the passages it rests on."""

    words: str
    page: str | None = None
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True)
class Cell:
    """One column of an answer with its values; none where nothing is stated, which a cell shown `always` says."""

    label: str
    parts: tuple[Part, ...]
    always: bool = False

    @property
    def words(self) -> str | None:
        """All values as one text."""
        return LIST_SEPARATOR.join(part.words for part in self.parts) or None

    @property
    def evidence(self) -> list[Evidence]:
        """The passages of all values."""
        return [e for part in self.parts for e in part.evidence]


@dataclass(frozen=True)
class Answer:
    """One answer: its cells, the first of which says the most, and the group in which it is shown."""

    cells: tuple[Cell, ...]
    group: str | None
    order: tuple[Any, ...]

    @property
    def shown(self) -> list[Cell]:
        """The cells beside the first that are shown: those that say something, and those whose silence does."""
        return [c for c in self.cells[1:] if c.words or c.always]

    @property
    def evidence(self) -> list[Evidence]:
        """Every passage of the answer, each place once."""
        return list({(e.paper_id, e.start, e.end): e for cell in self.cells for e in cell.evidence}.values())


def find(site: Site, question: Question, council: str) -> list[Answer]:
    """The answers in the papers of a council. What rests on no passage of these papers is no answer."""
    found: list[Answer] = []
    for selection in question.select:
        for records in _selected(site, selection, council):
            cells = tuple(_headed(_cell(site, records, c.name, council), c) for c in selection.show)
            if cells[0].parts and any(c.evidence for c in cells):
                found.append(Answer(cells, _group(question, records[0]), _order(question, records[0], cells)))
    unique: dict[tuple[Any, ...], Answer] = {}
    for answer in found:
        first = answer.cells[0]
        key = (
            answer.group,
            first.label,
            first.words,
            *((e.paper_id, e.start) for e in first.evidence),
            answer.order[0],
        )
        unique[key] = _joined(unique[key], answer) if key in unique else answer
    return sorted(unique.values(), key=lambda a: ((a.group or "").casefold(), a.order))


def _headed(cell: Cell, column: Column) -> Cell:
    return replace(cell, label=column.heading or cell.label, always=column.always)


def _joined(one: Answer, other: Answer) -> Answer:
    """Two answers of the same words at the same place as one, with what each says of them."""
    cells = {cell.label: cell for cell in one.cells}
    for cell in other.cells:
        held = cells.setdefault(cell.label, cell)
        parts = {part.words: part for part in (*cell.parts, *held.parts)}
        cells[cell.label] = replace(held, parts=tuple(parts[words] for words in sorted(parts, key=_where(parts))))
    cells[one.cells[0].label] = one.cells[0]
    return replace(one, cells=tuple(cells.values()))


def _where(parts: dict[str, Part]) -> Callable[[str], tuple[Any, ...]]:
    """Parts in the order of their places."""
    return lambda words: tuple((e.paper_id, e.start) for e in parts[words].evidence[:1])


def _selected(site: Site, selection: Selection, council: str) -> Iterator[list[Any]]:
    """The records of a selection; several of them are one answer where a role is held at several bodies."""
    passing = [r for r in site.of_council(selection.table, council) if _passes(site, r, selection, council)]
    if not selection.at_several_bodies:
        yield from ([r] for r in passing)
        return
    held: dict[tuple[str, str], dict[str, Membership]] = defaultdict(dict)
    for m in passing:
        if m.role and m.organisation_name:
            held[m.person_id, m.role].setdefault(m.organisation_id or m.organisation_name, m)
    yield from (list(posts.values()) for posts in held.values() if len(posts) > 1)


def _passes(site: Site, record: Record, selection: Selection, council: str) -> bool:
    for name, values in selection.where.items():
        held = getattr(record, name)
        if not {plain(v) for v in (held if isinstance(held, list) else [held])} & set(values):
            return False
    if isinstance(record, Relation) and record.negated and "negated" not in selection.where:
        return False
    if not (selection.words or selection.without):
        return True
    said = " ¶ ".join(e.quote for e in own(site, record.evidence, council))
    if selection.words and not phrases_of(tuple(selection.words)).search(said):
        return False
    return not (selection.without and phrases_of(tuple(selection.without)).search(said))


def own(site: Site, evidence: Iterable[Evidence], council: str) -> list[Evidence]:
    """The passages that stand in the papers of a council."""
    return [e for e in evidence if e.paper_id in site.papers and site.papers[e.paper_id].council == council]


def label_of(table: str, column: str) -> str:
    """How a column is headed."""
    if column in MODELS[table].model_fields:
        return phrases.title(column.removesuffix("_raw").removeprefix("is_"))
    if column in COMPUTED.get(table, {}):
        return COMPUTED[table][column]
    kind = column.removesuffix("_by")
    return phrases.title(phrases.relation(kind, seen_from_object=column.endswith("_by")))


def _cell(site: Site, records: Sequence[Any], name: str, council: str) -> Cell:
    record, label = records[0], label_of(records[0].table, name)
    if name in MODELS[record.table].model_fields:
        return Cell(label, tuple(_field(site, record, name, council)))
    if name == "said":
        return Cell(label, (_relation(site, record, council),))
    if name == "held_at":
        return Cell(
            label, tuple(_body(site, r, council) for r in sorted(records, key=lambda r: str(r.organisation_name)))
        )
    if isinstance(record, Action):
        return Cell(label, tuple(_of_action(site, record, name, council)))
    return Cell(label, tuple(_related(site, record, name, council)))


def _field(site: Site, record: Any, name: str, council: str) -> Iterator[Part]:
    """The value of a field, each member of a list by itself with the passages whose words it is."""
    value = getattr(record, name)
    evidence = own(site, record.quotes(name), council) if _rests(record, name) else []
    if isinstance(value, list):
        for member in value:
            said = [e for e in evidence if " ".join(e.quote.split()) == member]
            yield Part(member, None, tuple((said or evidence)[:1]))
    elif value is not None:
        if not evidence and name in ("name", "person_name", "text"):
            evidence = own(site, record.evidence, council)
        yield Part(_words(name, value), _page(site, record, name), tuple(evidence[:1]))


def _rests(record: Record, name: str) -> bool:
    return any(n == name and basis != "structural" for n, basis, _ in record.field_bases())


def _words(name: str, value: object) -> str:
    if name in ("date", "raised_on", "due_date", "as_of", "start", "end"):
        return edtf.words(str(value))
    return coded(name, value)


def _page(site: Site, record: Any, name: str) -> str | None:
    if name == "name" or (name == "title" and record.table == "papers"):
        return links.page_of(record)
    if name == "person_name" and record.person_id in site.entities:
        return links.page_of(site.entities[record.person_id])
    if name == "text" and record.table in ("decisions", "actions"):
        return links.page_of(record)
    return None


def _entity_page(site: Site, record_id: str | None) -> str | None:
    entity = site.entities.get(record_id or "")
    return links.page_of(entity) if entity is not None else None


def _relation(site: Site, r: Relation, council: str) -> Part:
    words = f"{r.subject_name} {phrases.relation(r.type, negated=r.negated)} {r.object_name}"
    evidence = own(site, r.quotes("type") or r.evidence, council)[:1]
    return Part(words + (" (proposed)" if r.proposed else ""), _entity_page(site, r.subject_id), tuple(evidence))


def _body(site: Site, post: Membership, council: str) -> Part:
    evidence = own(site, post.quotes("organisation_name") or post.evidence, council)[:1]
    return Part(post.organisation_name or "", _entity_page(site, post.organisation_id), tuple(evidence))


def _of_action(site: Site, action: Action, name: str, council: str) -> Iterator[Part]:
    if name == "answer":
        answered = [e for r in site.responses_of.get(action.id, []) for e in r.quotes("text")[:1]]
        yield Part(phrases.ANSWERS[site.answer(action)], None, tuple(answered))
        return
    words = (action.owner_name or action.owner_raw) if name == "owner" else action.due_raw
    if words is not None:
        evidence = own(site, action.quotes("owner_raw" if name == "owner" else "due_raw"), council)[:1]
        yield Part(words, _entity_page(site, action.owner_id) if name == "owner" else None, tuple(evidence))


def _related(site: Site, record: Record, column: str, council: str) -> Iterator[Part]:
    """What stands at the other end of the relations of one type, as the council's papers state it, each once."""
    inward = column.endswith("_by")
    found: dict[str, Part] = {}
    for r in site.relations_of.get(record.id, []):
        here, other, name = (
            (r.object_id, r.subject_id, r.subject_name) if inward else (r.subject_id, r.object_id, r.object_name)
        )
        evidence = own(site, r.quotes("type") or r.evidence, council)[:1]
        if r.type == column.removesuffix("_by") and here == record.id and evidence and not r.negated:
            words = name + (" (proposed)" if r.proposed else "")
            found.setdefault(words, Part(words, _entity_page(site, other), tuple(evidence)))
    yield from (found[words] for words in sorted(found))


def _group(question: Question, record: Any) -> str | None:
    if question.group_by is None:
        return None
    value = getattr(record, question.group_by)
    return phrases.title(coded(question.group_by, value)) if value is not None else "Not stated"


def _order(question: Question, record: Any, cells: Sequence[Cell]) -> tuple[Any, ...]:
    places = [(e.paper_id, e.start) for c in cells for e in c.evidence]
    place = min(places) if places else ("", 0)
    if question.sort == "name":
        return ((cells[0].words or "").casefold(), *place)
    if question.sort == "date":
        dates = (getattr(record, name, None) for name in ("date", "raised_on", "as_of"))
        return (moment(next((d for d in dates if d), "9999")), *place)
    return place


def columns(question: Question) -> list[str]:
    """The headings of all columns of a question, each once."""
    return list(dict.fromkeys(c.heading or label_of(s.table, c.name) for s in question.select for c in s.show))
