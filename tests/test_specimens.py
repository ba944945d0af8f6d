"""Specimen papers of each layout: drawn the same every time, and read into the blocks that a person sees on the page."""

from pathlib import Path

import pytest

from extract import read_papers
from extract.errors import PaperError
from extract.readers import read_layout
from tests.specimens.make import HERE, SPECIMENS

GOLDEN = Path(__file__).parent / "specimens" / "golden"
READ = [name for name in SPECIMENS if name != "scan.pdf"]


@pytest.mark.parametrize("name", SPECIMENS)
def test_a_specimen_is_what_its_source_draws(name: str) -> None:
    assert (HERE / name).read_bytes() == SPECIMENS[name](), "run `python -m tests.specimens.make`"


def shown(name: str) -> str:
    """The blocks of a specimen, one a line: page, kind, level, number, label, cell, the words beside which it stands, its words."""
    layout = read_layout((HERE / name).read_bytes(), name=name)
    lines = []
    for block in layout.blocks:
        cell = "" if block.row is None else f"r{block.row} c{block.column} {block.column_name or ''}".strip()
        beside = "" if block.beside is None else f"beside “{layout.text[block.beside : block.beside + 24]}”"
        facts = [
            f"p{block.page or '-'}",
            block.kind,
            str(block.level),
            block.number or "",
            block.label or "",
            cell,
            beside,
        ]
        lines.append(" | ".join([*facts, layout.text[block.body_start : block.end]]))
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", READ)
def test_blocks_are_as_seen_on_the_page(name: str, request: pytest.FixtureRequest) -> None:
    golden = GOLDEN / f"{name}.txt"
    if request.config.getoption("--update-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(shown(name), encoding="utf-8")
    assert shown(name) == golden.read_text(encoding="utf-8")


def test_a_scan_has_no_text() -> None:
    with pytest.raises(PaperError, match="is a scan"):
        read_layout((HERE / "scan.pdf").read_bytes(), name="scan.pdf")


ACTIONS: dict[str, list[tuple[str | None, str]]] = {
    "action-column.pdf": [
        ("Jo Finch", "The Clerk will ask for prices of a handrail."),
        ("TL/JF", "The list of those waiting should be sent to all members."),
    ],
    "framed-minutes.pdf": [
        ("BL", "A survey of readers will be drawn up before the autumn."),
        ("RV", "Two prices will be asked for."),
        ("RV/BL", "The insurer should be told."),
    ],
    "split-table.pdf": [
        ("Ivo Marsh", "Publish the register of gifts"),
        ("Priya Nair", "Report on overdue invoices"),
        ("Ivo Marsh", "Check the list of keys"),
        ("Lucy Teal", "Test the alarm"),
    ],
    "report.docx": [
        (None, "That a progress report be brought to the Panel in December 2024."),
        ("Priya Nair", "Order two swings"),
    ],
}


@pytest.mark.parametrize(("name", "expected"), ACTIONS.items(), ids=ACTIONS.keys())
def test_each_action_has_its_own_words_and_owner(name: str, expected: list[tuple[str | None, str]]) -> None:
    (reading,) = read_papers((HERE / name).read_bytes(), name=name)
    found = [(a.owner_name or a.owner_raw, a.text) for a in reading.actions]
    assert found == expected


def test_a_pack_is_three_papers() -> None:
    papers = [reading.paper for reading in read_papers((HERE / "pack.pdf").read_bytes(), name="pack.pdf")]
    assert [(p.kind, p.date, p.first_page) for p in papers] == [
        ("agenda", "2024-05-08", 1),
        ("minutes", "2024-04-10", 2),
        ("report", "2024-05-08", 3),
    ]


def test_people_in_two_columns_have_their_offices() -> None:
    (reading,) = read_papers((HERE / "attendance.pdf").read_bytes(), name="attendance.pdf")
    assert [(m.person_name, m.role) for m in reading.memberships if m.role] == [
        ("Ann Brook", "Chair"),
        ("Tunde Bello", "Head Teacher"),
        ("Ruth Vale", "Parent Governor"),
    ]


def test_no_running_head_stands_in_a_record() -> None:
    (reading,) = read_papers((HERE / "report.pdf").read_bytes(), name="report.pdf")
    first, second = reading.decisions
    assert first.text.endswith("to Cabinet in June 2024") and second.text == "note the price of salt."
    assert "Winter Road Plan 1" not in reading.model_dump_json(include={"decisions", "actions"})
    committee = next(entry for entry in reading.layout.misread)
    assert committee.raw == "com- mittee"
