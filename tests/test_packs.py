"""Agenda packs: which papers one file holds, each read as its own, and each counted once."""

import json
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract import read_paper, read_papers
from extract.blocks import Bookmark, Layout
from extract.evidence import check_evidence
from extract.packs import find_parts, read_layouts
from extract.packs_pages import is_appended
from extract.readers import read_layout
from extract.readers.pdf.outline import read_outline
from extract.records import Reading
from matters.duplicates import count_once
from tests.layouts import check_layout
from tests.pack_pages import AGENDA, LETTINGS, MINUTES, PACK, REPAIRS, WITHHELD, joined, numbered, stamped
from tests.pack_pdf import Inside, draw_pack
from tests.project import TinyProject, entry


def papers(text: str, *, paper_id: str = "may-pack", council: str | None = None) -> list[Reading]:
    return read_papers(text.encode(), name="pack.txt", paper_id=paper_id, council=council)


def pages(text: str, outline: Sequence[tuple[str, int, int]] = ()) -> list[tuple[int, int]]:
    """First and last page of each paper that is found, with these bookmarks: title, page and level."""
    layout = read_layout(text.encode(), name="pack.txt")
    layout.outline = [Bookmark(title=title, page=page, level=level) for title, page, level in outline]
    return [(part.first_page, part.last_page) for part in find_parts(layout)]


def facts(readings: Sequence[Reading]) -> list[tuple[str | None, str | None, str | None, str | None]]:
    return [(r.paper.kind, r.paper.title, r.paper.body, r.paper.date) for r in readings]


def test_each_paper_of_a_pack_has_its_own_kind_title_body_and_date() -> None:
    committee = "Housing Committee"
    agenda, *others = facts(papers(PACK))
    assert agenda[0] == "agenda" and agenda[2:] == (committee, "2030-05-14")
    assert others == [
        ("minutes", "MINUTES of a meeting of the Housing Committee", committee, "2030-03-12"),
        ("report", "Repairs backlog", committee, "2030-05-14"),
        ("report", "Lettings policy", committee, "2030-05-14"),
    ]


def test_each_paper_of_a_pack_says_where_it_stands() -> None:
    found = [(p.id, p.source_id, p.first_page, p.pages) for p in (r.paper for r in papers(PACK))]
    assert found == [
        ("may-pack-1", "may-pack", 1, 2),
        ("may-pack-2", "may-pack", 3, 2),
        ("may-pack-3", "may-pack", 5, 4),
        ("may-pack-4", "may-pack", 9, 2),
    ]


def test_records_stand_in_the_paper_that_states_them_with_the_page_of_the_file() -> None:
    agenda, minutes, repairs, lettings = papers(PACK)
    assert not agenda.decisions and not agenda.actions
    assert "Peggy Lowe" in {person.name for person in minutes.people}
    assert not repairs.people and not lettings.people
    assert [d.quotes("text")[0].page for d in minutes.decisions] == [3, 3, 4]
    assert [d.quotes("text")[0].page for d in lettings.decisions] == [9]
    for reading in (agenda, minutes, repairs, lettings):
        check_evidence(reading)
        check_layout(reading.layout)
        assert {e.paper_id for r in reading.records() for e in r.evidence} <= {reading.paper.id}


def test_the_words_of_a_pack_all_stand_in_one_of_its_papers() -> None:
    whole = read_layout(PACK.encode(), name="pack.txt").text
    assert "".join(layout.text for layout in read_layouts(PACK.encode(), name="pack.txt")) == whole


def test_a_page_that_stands_for_a_withheld_report_is_reported_and_read_as_nothing() -> None:
    _, _, repairs, _ = papers(PACK)
    notes = [(u.what, u.why) for u in repairs.unused if u.what == "page 8"]
    assert notes == [("page 8", "it only says that a report is withheld from the public")]
    silent = [b.kind for b in repairs.layout.blocks if b.page == 8]
    assert silent and set(silent) <= {"boilerplate", "furniture"}


ONE_PAPER = {
    "an-agenda-alone": joined(AGENDA),
    "an-agenda-that-lists-the-pages-of-a-pack-elsewhere": stamped(joined(AGENDA, ["6. Any other business\n"] * 3)),
    "minutes-with-many-items": joined(numbered(MINUTES)),
    "a-report-with-appendices": joined(numbered(REPAIRS)),
    "an-appendix-with-a-divider-that-is-itself-a-report": joined(
        REPAIRS[:2], ["Appendix A\n"], [LETTINGS[0]], ["4. More on lettings\n\n4.1 The list is long.\n"]
    ),
    "an-appendix-that-opens-as-minutes-do": joined(REPAIRS[:2], ["Appendix 2\n\n" + MINUTES[0], MINUTES[1]]),
    "minutes-that-quote-the-agenda": joined(
        [MINUTES[0]],
        ["Agenda Item 5\n\nThe committee discussed the rents.\n\nAgenda Item 6\n\nNothing was raised.\n"],
        [MINUTES[1]],
    ),
    "minutes-that-take-reports": joined(
        [MINUTES[0]],
        *([f"Report of the Cabinet\n\n{day} April 2030\n\nThe report was noted.\n"] for day in range(1, 6)),
    ),
    "no-pages": "\n\n".join((*AGENDA, *MINUTES, *LETTINGS)),
    "empty-pages": "\f\f\fOne line of words on the fourth page.\f\f",
}


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ONE_PAPER.items()])
def test_one_paper_stays_one(text: str) -> None:
    assert pages(text) == []
    (reading,) = papers(text)
    assert reading.paper.id == "may-pack" and reading.paper.source_id is None
    assert reading == read_paper(text.encode(), name="pack.txt", paper_id="may-pack")


SEVERAL = {
    "cover-sheets-of-a-board": (
        joined(
            AGENDA,
            *(
                [f"Meeting: Board of Weir House Libraries\nDate: 4 June 2030\nAgenda item: {item}\nTitle: {title}\nAuthor: Ida Marsh\nPurpose: to note\n",
                 "1. The year so far\n\nVisits rose.\n"]
                for item, title in ((3, "Finance"), (4, "Visits"))
            ),
        ),
        [(1, 2), (3, 4), (5, 6)],
    ),
    "minutes-that-take-reports-in-a-pack": (
        joined(AGENDA, MINUTES, ["Report of the Cabinet\n\n4 April 2030\n\nThe report was noted.\n"], LETTINGS),
        [(1, 2), (3, 5), (6, 7)],
    ),
    "a-report-that-opens-with-one-line": (
        joined(AGENDA, REPAIRS, ["Housing Committee\n\n14 May 2030\n\nReport of the Head of Housing\n\nGARAGE RENTS\n\nRents rise.\n"]),
        [(1, 2), (3, 5), (6, 6)],
    ),
    "without-page-numbers": (joined(AGENDA, MINUTES, REPAIRS, WITHHELD, LETTINGS), [(1, 2), (3, 4), (5, 8), (9, 10)]),
    "minutes-and-a-report-each-numbered-from-one": (
        joined(numbered(MINUTES, "{}"), numbered(REPAIRS, "Page {} of 3")),
        [(1, 2), (3, 5)],
    ),
    "a-cover-that-says-pack": (
        joined(["Holmewick District Council\n\nAgenda pack\n\nHousing Committee, 14 May 2030\n"], MINUTES, LETTINGS),
        [(1, 1), (2, 3), (4, 5)],
    ),
    "item-stamps": (
        joined(AGENDA, ["Agenda Item 2\n" + MINUTES[0], MINUTES[1], "Agenda Item 3\n\nRents of garages\n\nThe rents are low.\n"]),
        [(1, 2), (3, 4), (5, 5)],
    ),
    "page-ranges-of-the-agenda": (
        stamped(joined(AGENDA, MINUTES, ["A paper without any opening.\n", "It goes on.\n", "And on.\n", "Garages cost 9 pounds.\n"], LETTINGS)),
        [(1, 2), (3, 4), (5, 7), (8, 8), (9, 10)],
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(text, expected, id=name) for name, (text, expected) in SEVERAL.items()]
)
def test_several_papers_are_told_apart(text: str, expected: list[tuple[int, int]]) -> None:
    assert pages(text) == expected


PLAIN = joined(
    *([f"{words}\n\nSome words that go on for a line or two.\n"] for words in ("One", "Two", "Three", "Four", "Five"))
)

OUTLINES = {
    "a-pack": ([("Agenda", 1, 0), ("2 Minutes", 2, 0), ("3 Repairs backlog", 4, 0)], [(1, 1), (2, 3), (4, 5)]),
    "appendices-stay": (
        [("Agenda", 1, 0), ("2 Minutes", 2, 0), ("3 Repairs", 3, 0), ("Appendix 1 Repairs by ward", 4, 1), ("Appendix 2", 5, 0)],
        [(1, 1), (2, 2), (3, 5)],
    ),
    "one-bookmark-around-all": (
        [("Public document pack", 1, 0), ("Agenda", 1, 1), ("2 Minutes", 2, 1), ("4 Garages", 5, 1)],
        [(1, 1), (2, 4), (5, 5)],
    ),
    "an-agenda-with-its-notes": ([("Agenda", 1, 0), ("Filming", 2, 0), ("Getting here", 3, 0)], []),
    "sections-of-a-report": ([("1. Introduction", 1, 0), ("2. Background", 3, 0), ("3. Options", 4, 0)], []),
    "headings-on-one-page": ([("Agenda", 1, 0), ("Apologies", 1, 0), ("Minutes", 1, 0), ("Repairs", 2, 0)], []),
    "not-in-order": ([("Agenda", 3, 0), ("2 Minutes", 2, 0), ("3 Repairs", 1, 0)], []),
    "pages-that-are-not-there": ([("Agenda", 1, 0), ("2 Minutes", 90, 0)], []),
}  # fmt: skip


@pytest.mark.parametrize(
    ("outline", "expected"),
    [pytest.param(outline, expected, id=name) for name, (outline, expected) in OUTLINES.items()],
)
def test_bookmarks_tell_the_papers_of_a_pack(
    outline: list[tuple[str, int, int]], expected: list[tuple[int, int]]
) -> None:
    assert pages(PLAIN, outline) == expected


APPENDED = {
    "Appendix 1": True,
    "5a Appendix B - Map": True,
    "Annexe A": True,
    "Schedule 2: fees": True,
    "Schedule of meetings": False,
    "Application for a licence": False,
    "Enc 3": True,
    "Minutes": False,
}


@pytest.mark.parametrize(("words", "expected"), APPENDED.items(), ids=APPENDED)
def test_appendices_are_known_by_their_name(words: str, expected: bool) -> None:
    assert is_appended(words) is expected


def test_pages_that_do_not_count_upwards_are_no_pack() -> None:
    layout = read_layout(PACK.encode(), name="pack.txt")
    backwards: Layout = layout.model_copy(deep=True)
    backwards.blocks[-1].page = 1
    assert find_parts(backwards) == []


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from([*AGENDA, *MINUTES, *REPAIRS, *WITHHELD, *LETTINGS, "", "Appendix 3\n"]), min_size=1, max_size=9
    )
)
def test_whatever_the_pages_every_word_stands_in_one_paper(sheets: list[str]) -> None:
    text = stamped(joined(sheets))
    layouts = read_layouts(text.encode(), name="pack.txt")
    assert "".join(layout.text for layout in layouts) == read_layout(text.encode(), name="pack.txt").text
    last = 0
    for layout in layouts:
        check_layout(layout)
        if len(layouts) > 1:
            assert layout.first_page == last + 1
            last += layout.pages or 0
            assert all(layout.first_page <= (block.page or 0) <= last for block in layout.blocks)


# The same pack as a PDF

ITEMS: list[Inside] = [
    (("Agenda", 0), None, AGENDA),
    (("2 Minutes", 0), "Agenda Item 2", MINUTES),
    (("3 Repairs backlog", 0), "Agenda Item 3", REPAIRS[:2]),
    (("Appendix 1 Repairs by ward", 1), None, REPAIRS[2:]),
    (None, "Agenda Item 4", WITHHELD),
    (("5 Lettings policy", 0), "Agenda Item 5", LETTINGS),
]


def without(items: Sequence[Inside], *, bookmarks: bool = False, stamps: bool = False) -> list[Inside]:
    """The papers of a pack with less on their pages."""
    return [(None if bookmarks else mark, None if stamps else stamp, pages) for mark, stamp, pages in items]


PDFS = {
    "all": draw_pack(ITEMS),
    "no-bookmarks": draw_pack(without(ITEMS, bookmarks=True)),
    "no-stamps": draw_pack(without(ITEMS, stamps=True)),
    "only-corners": draw_pack(without(ITEMS, bookmarks=True, stamps=True), numbers=False),
    "nothing-but-how-papers-open": draw_pack(without(ITEMS, bookmarks=True, stamps=True), corners=False, numbers=False),
}


@pytest.mark.parametrize("data", [pytest.param(data, id=name) for name, data in PDFS.items()])
def test_the_papers_of_a_pdf_are_those_of_the_same_text(data: bytes) -> None:
    found = read_papers(data, name="pack.pdf", paper_id="may-pack")
    assert [(r.paper.first_page, r.paper.pages) for r in found] == [(1, 2), (3, 2), (5, 4), (9, 2)]
    assert [(kind, body, date) for kind, _, body, date in facts(found)] == [
        (kind, body, date) for kind, _, body, date in facts(papers(PACK))
    ]
    assert [r.paper.title for r in found[2:]] == ["Repairs backlog", "Lettings policy"]
    for reading in found:
        check_evidence(reading)
        check_layout(reading.layout)
        first, count = reading.paper.first_page or 0, reading.paper.pages or 0
        assert {b.page for b in reading.layout.blocks} <= set(range(first, first + count))
        texts = [*(d.text for d in reading.decisions), *(a.text for a in reading.actions)]
        assert not any(mark in text for text in texts for mark in ("Page ", "Agenda Item", "HOLMEWICK"))
    assert [d.quotes("text")[0].page for d in found[1].decisions] == [3, 3, 4]


def test_a_page_left_blank_belongs_to_the_paper_before_it() -> None:
    blank = ["This page is intentionally left blank\n"]
    inside: list[Inside] = [(None, None, [*AGENDA, *blank]), (None, "Agenda Item 2", [*MINUTES, *blank])]
    found = read_papers(draw_pack([*inside, (None, None, LETTINGS)], corners=False), name="pack.pdf")
    assert [(r.paper.first_page, r.paper.pages) for r in found] == [(1, 3), (4, 3), (7, 2)]
    silent = [b.kind for b in found[1].layout.blocks if b.page == 6]
    assert set(silent) <= {"boilerplate", "furniture"}


def test_bookmarks_are_read_from_a_pdf() -> None:
    outline = read_layout(PDFS["all"], name="pack.pdf").outline
    assert [(mark.title, mark.page, mark.level) for mark in outline] == [
        ("Agenda", 1, 0),
        ("2 Minutes", 3, 0),
        ("3 Repairs backlog", 5, 0),
        ("Appendix 1 Repairs by ward", 7, 1),
        ("5 Lettings policy", 9, 0),
    ]


def test_a_withheld_name_is_masked_in_bookmarks_too() -> None:
    outline = read_layout(PDFS["all"], name="pack.pdf", withheld=["Lettings"]).outline
    assert [mark.title for mark in outline][-1] == "5 ████████ policy"


def test_a_pdf_that_is_broken_has_no_bookmarks() -> None:
    assert read_outline(PDFS["all"][:900]) == []


# The same paper twice


def alone(text: str, paper_id: str, council: str | None = None) -> Reading:
    return read_paper(text.encode(), name="alone.txt", paper_id=paper_id, council=council)


def test_minutes_that_stand_alone_too_are_counted_once() -> None:
    kept, duplicates = count_once([*papers(PACK), alone("\n".join(MINUTES), "march-minutes")])
    assert [r.paper.id for r in kept] == ["may-pack-1", "may-pack-3", "may-pack-4", "march-minutes"]
    assert kept[-1].paper.also_in == ["may-pack-2"]
    assert [(d.kept, d.exact) for d in duplicates] == [("march-minutes", True)]
    assert duplicates[0].sentence == "Pages 3 to 4 of may-pack are word for word march-minutes: counted once."


def test_a_word_mended_does_not_hide_that_two_papers_are_the_same() -> None:
    mended = "\n".join((*MINUTES, *LETTINGS)).replace("list of empty homes", "register of empty homes")
    _, duplicates = count_once([*papers(joined(AGENDA, [*MINUTES, *LETTINGS])), alone("\n".join(MINUTES), "a")])
    assert [d.exact for d in duplicates] == [True]
    _, duplicates = count_once([*papers(PACK), alone(mended.split("Report to")[0], "march-minutes")])
    assert [(d.kept, d.exact) for d in duplicates] == [("march-minutes", False)]


def test_of_two_packs_the_first_keeps_its_paper() -> None:
    june = joined([AGENDA[0].replace("14 May", "11 June"), "Other business will be taken in private.\n"], MINUTES)
    kept, duplicates = count_once([*papers(PACK), *papers(june, paper_id="june-pack")])
    assert [d.paper.id for d in duplicates] == ["june-pack-2"]
    assert "june-pack-1" in {r.paper.id for r in kept}
    assert next(r for r in kept if r.paper.id == "may-pack-2").paper.also_in == ["june-pack-2"]


DIFFERENT = {
    "another-date": alone("\n".join(MINUTES).replace("12 March 2030", "9 April 2030"), "april"),
    "another-council": alone("\n".join(MINUTES), "elsewhere", council="elsewhere"),
    "only-a-part": alone(MINUTES[0][:430], "half"),
}


@pytest.mark.parametrize("other", [pytest.param(other, id=name) for name, other in DIFFERENT.items()])
def test_papers_that_are_not_the_same_are_all_kept(other: Reading) -> None:
    readings = [*papers(PACK), other]
    assert count_once(readings) == (readings, [])


def test_papers_listed_by_themselves_are_never_held_against_each_other() -> None:
    readings = [alone("\n".join(MINUTES), "one"), alone("\n".join(MINUTES), "two")]
    assert count_once(readings) == (readings, [])


# On the command line and in a build


def test_read_prints_a_paper_of_a_pack_on_a_line_each(project: TinyProject) -> None:
    file = project.root / "pack.txt"
    file.write_text(PACK, encoding="utf-8", newline="")
    result = project.run("read", "--json", str(file))
    rows = [json.loads(line) for line in result.out.splitlines()]
    assert [row["paper"]["id"] for row in rows] == ["pack-1", "pack-2", "pack-3", "pack-4"]
    assert "pages 3 to 4 of the pack pack" in project.run("read", str(file)).out


def test_a_build_says_what_its_packs_hold_and_what_is_counted_once(project: TinyProject) -> None:
    data = {"may-pack": PACK.encode(), "march-minutes": "\n".join(MINUTES).encode()}
    for paper_id, content in data.items():
        project.paper(paper_id).write_bytes(content)
    project.list_papers(*(entry(paper_id, content) for paper_id, content in data.items()))
    result = project.run("build")
    assert result.status == 0, result.err
    lines = result.out.splitlines()
    assert lines[0] == "4 papers listed, 4 read anew, 0 unchanged."
    assert lines[1] == "Packs: 1 agenda pack holds 4 papers, 1 of which stands in the corpus already."
    assert lines[2] == "  Pages 3 to 4 of may-pack are word for word march-minutes: counted once."
    rows = [json.loads(line) for line in (project.root / "build/graph/coverage.jsonl").open(encoding="utf-8")]
    (row,) = (row for row in rows if row["in_packs"])
    assert (row["listed"], row["read"], row["in_packs"], row["counted_once"]) == (2, 2, 4, 1)
    assert row["notes"] == lines[2].strip()
    papers_built = [
        json.loads(line)["id"] for line in (project.root / "build/graph/papers.jsonl").open(encoding="utf-8")
    ]
    assert sorted(papers_built) == ["ferry", "march-minutes", "may-pack-1", "may-pack-3", "may-pack-4", "quay"]
    assert project.run("build").out.startswith("4 papers listed, 0 read anew, 4 unchanged.\n")


def test_a_listed_paper_may_not_have_the_id_of_a_paper_of_a_pack(project: TinyProject) -> None:
    data = {"may-pack": PACK.encode(), "may-pack-2": "\n".join(LETTINGS).encode()}
    for paper_id, content in data.items():
        project.paper(paper_id).write_bytes(content)
    project.list_papers(*(entry(paper_id, content) for paper_id, content in data.items()))
    result = project.run("build")
    assert result.status == 1
    assert "may-pack-2 is the id of a listed paper and of paper 2 of the pack may-pack" in result.err


def test_a_pack_is_listed_as_one(project: TinyProject) -> None:
    file = project.root / "july.txt"
    file.write_text(PACK, encoding="utf-8", newline="")
    assert project.run("add", str(file), "--council", "aldermere").status == 0
    added = (project.corpus / "papers.yml").read_text(encoding="utf-8").partition("- id: july")[2]
    assert "kind: pack" in added and "body: Housing Committee" in added and "date: 2030-05-14" in added
