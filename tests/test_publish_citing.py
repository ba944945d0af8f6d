"""How a record is cited, how a mistake in it is reported, and what a page tells programs of it."""

import json
from datetime import date

import yaml

from extract.records import Record
from graph import Governance
from publish import citing, escape, linked_data
from publish.view import Site
from tests.tiny import AS_OF, HOSTILE, tiny


def site(governance: Governance | None = None, url: str | None = "https://matters.example/fenwick") -> Site:
    return Site(governance or tiny(), AS_OF, "test", url)


def record(given: Site, record_id: str) -> Record:
    found = given.governance.record(record_id)
    assert found is not None
    return found


def test_a_reference_gives_council_body_title_date_and_paragraph() -> None:
    given = site()
    action = given.governance.actions[0].model_copy(update={"minute_number": "4.2"})
    paper = given.papers[action.paper_id or ""]
    said = citing.reference(given, action)
    assert said.startswith("Fenwick Borough Council, ")
    assert f"‘{given.paper_title(paper.id)}’" in said and said.endswith(", paragraph 4.2.")
    assert citing.address(given, action) == f"https://matters.example/fenwick/actions/{action.id}/"
    assert citing.address(site(url=None), action).startswith("/actions/")


def test_the_lines_of_a_report_are_an_entry_once_filled_in() -> None:
    for name in HOSTILE:
        given = site(tiny(name))
        for table in ("decisions", "actions", "people", "organisations", "programmes", "papers"):
            for one in getattr(given.governance, table):
                [entry] = yaml.safe_load(citing.mend(given, one))
                assert entry["record"] == one.id and entry["when"] == date(2031, 3, 1)
                assert entry["value"] == getattr(one, entry["field"])
        [entry] = yaml.safe_load(citing.withhold(given, name))
        assert entry["name"] == name


def test_a_page_tells_programs_only_what_it_shows() -> None:
    given = site()
    person = linked_data.of(given, record(given, "per-reed"))
    assert person["@type"] == "Person" and person["name"] == given.entities["per-reed"].name
    assert set(person) <= {"@context", "@type", "url", "name", "honorificPrefix", "alternateName", "jobTitle"}
    paper = linked_data.of(given, given.governance.papers[0])
    assert paper["@type"] == "DigitalDocument" and "None" not in json.dumps(paper)


def test_a_season_is_no_date_for_programs() -> None:
    given = site()
    action = given.governance.actions[0].model_copy(update={"due_date": "2031-23"})
    assert "endTime" not in linked_data.of(given, action)
    assert linked_data.of(given, action.model_copy(update={"due_date": "2031-05"}))["endTime"] == "2031-05"


def test_data_of_a_page_holds_no_character_of_html() -> None:
    text = str(escape.data({"name": "</script><img onerror=x> & “words”"}))
    assert not set("<>&") & set(text) and text.isascii()
    assert yaml.safe_load(text) == {"name": "</script><img onerror=x> & “words”"}
