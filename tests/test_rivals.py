"""The rivals that the accuracy table shows beside the project."""

import spacy

from extract.installed import entities_of, installed_pipelines
from matters.rivals import RIVALS, named


def test_names_of_a_pipeline_are_people_and_organisations_once_each() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "Ada Fenwick"},
            {"label": "ORG", "pattern": "Marlow Vale Council"},
            {"label": "GPE", "pattern": "Ashcombe"},
        ]
    )
    finds = named(entities_of(nlp))(
        "Ada Fenwick of Marlow Vale Council went to Ashcombe. Ada Fenwick resolved to stay."
    )
    assert [person.text for person in finds.people] == ["Ada Fenwick"]
    assert [body.text for body in finds.organisations] == ["Marlow Vale Council"]
    assert (finds.decisions, finds.actions, finds.programmes, finds.relations) == ([], [], [], [])


def test_the_rivals_that_need_nothing_are_always_there() -> None:
    assert {"everything", "regular expressions", "nothing"} <= set(RIVALS)
    assert RIVALS["nothing"]("Ada Fenwick agreed to write.").people == []
    assert [p.text.strip() for p in RIVALS["regular expressions"]("Councillor Fenwick agreed to write.").people] == [
        "Councillor Fenwick"
    ]


def test_every_pipeline_that_is_installed_is_a_rival() -> None:
    assert {f"spaCy {name}" for name in installed_pipelines()} == {name for name in RIVALS if name.startswith("spaCy ")}
