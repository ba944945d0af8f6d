"""What the finders of bodies and programmes gave for an example, in the form in which tests compare it."""

from spacy.tokens import Doc

from extract.entities import Entity
from tests.markup import Tag


def found(doc: Doc, group: str, *, short_forms: bool = False) -> list[tuple[int, int, str, str]]:
    """Each mention: offsets, words, and fullest name; short forms ("the Board") only where asked for."""
    spans = doc.spans[group]
    mentions = [(span.start_char, span.end_char, span.text, span._.entity.name) for span in spans]
    return [m for m in mentions if short_forms or not _is_short(m[2], m[3])]


def _is_short(words: str, name: str) -> bool:
    return words != name and name.endswith(" " + words)


def expected(tags: list[Tag]) -> list[tuple[int, int, str, str]]:
    """The same for the tags of an example; `name` says the fullest name where it is not the words themselves."""
    return [(tag.start, tag.end, tag.text, tag.attributes.get("name", " ".join(tag.text.split()))) for tag in tags]


def entity_named(entities: list[Entity], name: str) -> Entity:
    """The one entity of that name."""
    (entity,) = [entity for entity in entities if entity.name == name]
    return entity


def check_mentions(doc: Doc, group: str) -> None:
    """What holds for every paper: spans are slices of the text, their entity is listed, and its name stands where it says."""
    entities = getattr(doc._, group)
    for span in doc.spans[group]:
        assert doc.text[span.start_char : span.end_char] == span.text
        assert any(span._.entity is entity for entity in entities)
    for entity in entities:
        assert entity.mentions
        assert entity.mentions == sorted(entity.mentions, key=lambda place: (place.start, place.end))
        places = [(entity.name, entity.name_place), *entity.other_names.items()]
        for name, place in places:
            words = " ".join(doc.text[place.start : place.end].split())
            assert words == name or (" and " in words and name.split()[0] in words), (name, words)
        assert all(place.end <= len(doc.text) for place in entity.mentions)
