"""Plain text into blocks: input and expected blocks side by side. All councils and people are made up."""

import pytest

from tests.layouts import check_layout, read, shown

PAGES = {
    "decision page": (
        """Home > Council > Decision details

Decision details

REABLEMENT CONTRACT

Decision Maker: Care Scrutiny Committee

Is Key decision?: No

Decisions:

Ms Ada Marsh presented an update.

The Committee agreed:

1.      To receive a report in May 2031.

2.      To note the update.

Publication date: 12/10/2030

Accompanying Documents:
""",
        [
            "boilerplate | Home > Council > Decision details",
            "furniture | Decision details",
            "heading1 | REABLEMENT CONTRACT",
            "paragraph [Decision Maker] | Care Scrutiny Committee",
            "paragraph [Is Key decision] | No",
            "paragraph [Decisions] |",
            "paragraph [Decisions] | Ms Ada Marsh presented an update.",
            "paragraph [Decisions] | The Committee agreed:",
            "list_item1 <1.> [Decisions] | To receive a report in May 2031.",
            "list_item1 <2.> [Decisions] | To note the update.",
            "paragraph [Publication date] | 12/10/2030",
            "paragraph [Accompanying Documents] |",
        ],
    ),
    "minutes of one item with nested bullets": (
        """Agenda item

Joint Stores

Minutes:

Ada Marsh presented slides. The points were:

  • The fund pays for two things:

o   Wheelchairs.

o   Beds.

  • The store opens in May.


Members then asked questions:

  • Asked about beds, Ada Marsh said that there were
 enough.

Supporting documents:
""",
        [
            "furniture | Agenda item",
            "heading2 | Joint Stores",
            "paragraph [Minutes] |",
            "paragraph [Minutes] | Ada Marsh presented slides. The points were:",
            "list_item1 [Minutes] | The fund pays for two things:",
            "list_item2 [Minutes] | Wheelchairs.",
            "list_item2 [Minutes] | Beds.",
            "list_item1 [Minutes] | The store opens in May.",
            "paragraph [Minutes] | Members then asked questions:",
            "list_item1 [Minutes] | Asked about beds, Ada Marsh said that there were\n enough.",
            "paragraph [Supporting documents] |",
        ],
    ),
    "dashes before numbers": (
        """Purpose of the Report

- 1 To say what was done.
- 2 To ask for more;
 - (a) The plan is in place;
 - (b) The money is spent and;

Recommendation(s)

3 Cabinet is recommended to:

- (a) Note the report;
- (b) Endorse the plan.

Contact: Jane Marsh

Tel: 01632 960123

Olu Fenwick

Tel: 01632 960124
""",
        [
            "heading1 | Purpose of the Report",
            "paragraph1 <1> | To say what was done.",
            "paragraph1 <2> | To ask for more;",
            "list_item2 <(a)> | The plan is in place;",
            "list_item2 <(b)> | The money is spent and;",
            "heading1 | Recommendation(s)",
            "paragraph1 <3> | Cabinet is recommended to:",
            "list_item2 <(a)> | Note the report;",
            "list_item2 <(b)> | Endorse the plan.",
            "paragraph [Contact] | Jane Marsh",
            "paragraph [Tel] | ████████████",
            "paragraph | Olu Fenwick",
            "paragraph [Tel] | ████████████",
        ],
    ),
    "labels with the value below": (
        """ADULTS SUB-COMMITTEE, 25 APRIL 2031

Subject Heading:

Stores Partnership

Report Author and contact details:

Ada Marsh,
ada.marsh@brindley.example.uk
01632 960 125

Policy context:

This paper describes the work.

SUMMARY

It is going well.
""",
        [
            "heading1 | ADULTS SUB-COMMITTEE, 25 APRIL 2031",
            "paragraph [Subject Heading] |",
            "paragraph [Subject Heading] | Stores Partnership",
            "paragraph [Report Author and contact details] |",
            "paragraph [Report Author and contact details] | Ada Marsh,",
            "paragraph [Report Author and contact details] | █████████████████████████████",
            "paragraph [Report Author and contact details] | █████████████",
            "paragraph [Policy context] |",
            "paragraph [Policy context] | This paper describes the work.",
            "heading1 | SUMMARY",
            "paragraph | It is going well.",
        ],
    ),
    "table with scraps of markup": (
        """Governance

Meeting

Description/remit

Attendees

Stores Board\t<p>It meets <b>monthly</b>.</p> <p>It reports.</p>\t<ul style="x"> ▪ Dr Gale; beds ▪ Dr Ives; chairs</ul>
Chairs Group\tNot yet set up\t
""",
        [
            "heading1 | Governance",
            "table_row 0.0 | Meeting",
            "table_row 0.1 | Description/remit",
            "table_row 0.2 | Attendees",
            "table_row 1.0(Meeting) | Stores Board",
            "furniture | <p>",
            "table_row 1.1(Description/remit) | It meets <b>monthly</b>.",
            "furniture | </p> <p>",
            "table_row 1.1(Description/remit) | It reports.",
            "furniture | </p>",
            'furniture | <ul style="x">',
            "table_row1 1.2(Attendees) | Dr Gale; beds",
            "table_row1 1.2(Attendees) | Dr Ives; chairs",
            "furniture | </ul>",
            "table_row 2.0(Meeting) | Chairs Group",
            "table_row 2.1(Description/remit) | Not yet set up",
        ],
    ),
    "torn by a page break": (
        """Background

The service will be planned with local people and housing working together as a

team with the aim of better lives. It is new.

Another paragraph stands alone and ends with a stop here.

it begins small, yet it is another.
""",
        [
            "heading1 | Background",
            "paragraph | The service will be planned with local people and housing working together as a\n\n"
            "team with the aim of better lives. It is new.",
            "paragraph | Another paragraph stands alone and ends with a stop here.",
            "paragraph | it begins small, yet it is another.",
        ],
    ),
    "lists of other papers on a sharing site": (
        """Ada Marsh, Project Lead Summary

Similar documents
Policy Committee 13 May 2031

Chief Officer, Elsewhere Trust

Transcription:

Cabinet 4 May 2031
""",
        [
            "boilerplate | Ada Marsh, Project Lead Summary",
            "boilerplate | Similar documents",
            "boilerplate | Policy Committee 13 May 2031",
            "boilerplate | Chief Officer, Elsewhere Trust",
            "boilerplate | Transcription:",
            "paragraph | Cabinet 4 May 2031",
        ],
    ),
    "pages": (
        """[[page 1]]
BRINDLEY VALE COUNCIL

Minutes

1. Welcome
The Chair welcomed everyone.

Page | 2
2. Apologies
There were none.
""",
        [
            "furniture | [[page 1]]",
            "heading1 | BRINDLEY VALE COUNCIL",
            "heading2 | Minutes",
            "heading1 <1.> | Welcome",
            "paragraph | The Chair welcomed everyone.",
            "furniture | Page | 2",
            "heading1 <2.> | Apologies",
            "paragraph | There were none.",
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PAGES.values(), ids=PAGES.keys())
def test_text_blocks_are_as_expected(text: str, expected: list[str]) -> None:
    layout = read(text)
    check_layout(layout)
    assert shown(layout) == expected


RUN_ON = (
    "Care Board 25 January 2031 Title Report of Wards Date added to Forward Plan Status Urgent Key Enclosures Officer Contact Details "
    "A New Store for Brindley Director of Adults and Health Chief Operating Officer, Brindley Trust All November 2030 Public No Yes None "
    "Ada Marsh, Director of Stores "
    "ada.marsh@brindley.example.uk Olu Fenwick, Project Lead olu@brindley.example.uk Summary This report says how it goes. "
    "Recommendations 1. That the Care Board notes the report. 2. That a further report comes in May. 1. WHY THIS REPORT IS NEEDED Background "
    "1.1 Care costs £1.2 million a year, see paragraph 6.1.2 of the plan and Section 75 of the Act. It serves c.12.5% of people. "
    "1.2 In 2030 the plan had three aims. Context: Brindley Store Plan (BSP) 1.3 The plan is good. 2. PROGRESS IN 2030/31 2.1 Not much. "
    "3. IMPLICATIONS 3.1 Social Value Social value is considered."
)


def test_run_together_report_is_cut_by_numbers_that_count_on() -> None:
    layout = read(RUN_ON)
    check_layout(layout)
    assert shown(layout) == [
        "heading1 | Care Board 25 January 2031",
        "furniture | Title Report of Wards Date added to Forward Plan Status Urgent Key Enclosures Officer Contact Details",
        "paragraph [Title] | A New Store for Brindley",
        "paragraph [Report of] | Director of Adults and Health Chief Operating Officer, Brindley Trust",
        "paragraph [Wards] | All",
        "paragraph [Date added to Forward Plan] | November 2030",
        "paragraph [Status] | Public",
        "paragraph [Urgent] | No",
        "paragraph [Key] | Yes",
        "paragraph [Enclosures] | None",
        "paragraph [Officer Contact Details] | Ada Marsh, Director of Stores " + "█" * 29,
        "paragraph [Officer Contact Details] | Olu Fenwick, Project Lead " + "█" * 23,
        "heading2 | Summary",
        "paragraph | This report says how it goes.",
        "heading2 | Recommendations",
        "list_item1 <1.> | That the Care Board notes the report.",
        "list_item1 <2.> | That a further report comes in May.",
        "heading1 <1.> | WHY THIS REPORT IS NEEDED",
        "heading2 | Background",
        "paragraph1 <1.1> | Care costs £1.2 million a year, see paragraph 6.1.2 of the plan and Section 75 of the Act. It serves c.12.5% of people.",
        "paragraph1 <1.2> | In 2030 the plan had three aims.",
        "heading2 | Context: Brindley Store Plan (BSP)",
        "paragraph1 <1.3> | The plan is good.",
        "heading1 <2.> | PROGRESS IN 2030/31",
        "paragraph1 <2.1> | Not much.",
        "heading1 <3.> | IMPLICATIONS",
        "heading2 <3.1> | Social Value",
        "paragraph | Social value is considered.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The cost is £1. 2 million was saved. " * 20,
        "See paragraph 1.1 In the plan, and section 1.2 The rest, and table 1.3 Of it. " * 10,
        "On 1.1 2031 the plan began. It ended at 2.30 In the afternoon. " * 10,
    ],
    ids=["money", "references", "times"],
)
def test_numbers_inside_sentences_cut_nothing(text: str) -> None:
    assert len(read(text).blocks) == 1


def test_parents_are_the_lead_in_and_the_item_above() -> None:
    layout = read(
        "The Board agreed:\n\n1. to act;\n(a) at once;\n(b) later;\n2. to wait.\n\nThe end came.\n\n- loose\n"
    )
    assert [block.parent for block in layout.blocks] == [None, 0, 1, 1, 0, None, None]


def test_numbers_begun_again_under_a_lead_in_nest() -> None:
    layout = read(
        "1. First.\n2. The motion was:\n1. That we act.\n2. That we wait.\n3. That we go.\n3. It was carried.\n"
    )
    assert [(block.level, block.parent) for block in layout.blocks] == [
        (1, None),
        (1, None),
        (2, 1),
        (2, 1),
        (2, 1),
        (1, None),
    ]


def test_sections_nest_by_looks() -> None:
    layout = read(
        "SUMMARY\n\nIt is so.\n\nREPORT DETAIL\n\nLocal Stores\n\nThey are open.\n\nAppendix A – Members\n\nThey are many.\n"
    )
    assert [block.section for block in layout.blocks] == [None, 0, None, 2, 3, None, 5]


@pytest.mark.parametrize(
    "line",
    [
        "This meeting may be filmed for broadcast on the council's website.",
        "Members of the public may be filmed while they speak.",
        "A member with a disclosable pecuniary interest must disclose it at the start of the meeting.",
        "We use cookies to make this site work.",
    ],
)
def test_notices_are_boilerplate(line: str) -> None:
    assert [block.kind for block in read(f"Cabinet\n\n{line}\n\nThe Board met.").blocks][1] == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "Councillor Marsh declared a disclosable pecuniary interest in item 4.",
        "The Board resolved to film the play for broadcast in schools.",
        "The Clerk must disclose the accounts by May.",
    ],
)
def test_what_only_looks_like_a_notice_is_read(line: str) -> None:
    assert [block.kind for block in read(f"Cabinet\n\n{line}\n\nThe Board met.").blocks][1] == "paragraph"


@pytest.mark.parametrize(
    "line",
    [
        "Not applicable.",
        "Councillor Ada Marsh, Leader",
        "Dr Olu Fenwick",
        "Thursday 4 May 2031",
        "None",
        "The Board is asked to:",
        "Tel: 01632 960123",
    ],
)
def test_short_lines_that_are_no_headings(line: str) -> None:
    assert read(f"Background\n\n{line}\n\nThe Board met in May and was told so.").blocks[1].kind == "paragraph"


def test_running_heads_beside_page_breaks_are_furniture() -> None:
    page = "Brindley Vale Council – Stores Plan\n\nThe plan of page {0} was told in full, and it was long.\n\n[[page {0}]]\n"
    layout = read("".join(page.format(number) for number in range(2, 7)))
    assert {layout.text[b.start : b.end]: b.kind for b in layout.blocks}[
        "Brindley Vale Council – Stores Plan"
    ] == "furniture"
    assert layout.pages == 6
    assert [b.page for b in layout.blocks if b.kind == "paragraph"] == [None, 2, 3, 4, 5]


def test_a_resolution_labels_its_limbs_and_the_record_goes_on() -> None:
    layout = read(
        "Stores\n\nMinutes:\n\nIt was told.\n\nRESOLVED: That\n\n(1) it be noted; and\n\n(2) it be told.\n\nThe Chair spoke.\n\nDate: x\n"
    )
    labels = [block.label for block in layout.blocks]
    assert labels == [None, "Minutes", "Minutes", "RESOLVED", "RESOLVED", "RESOLVED", "Minutes", "Date"]


def test_an_item_torn_by_a_page_break_does_not_end_its_list() -> None:
    layout = read(
        "1. It was said:\na. One thing was told about\n[[page 2]]\nthe stores.\nb. Another thing.\n2. It was agreed.\n"
    )
    items = [(block.kind, block.level, block.parent) for block in layout.blocks if block.kind != "furniture"]
    assert items == [
        ("list_item", 1, None),
        ("list_item", 2, 0),
        ("paragraph", 0, 1),
        ("list_item", 2, 0),
        ("list_item", 1, None),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1.1\tThe Board met.", "paragraph1 <1.1> | The Board met."),
        ("(a)\tnote it; and", "list_item1 <(a)> | note it; and"),
        ("Lead officer:\tAda Marsh", "paragraph [Lead officer] | Ada Marsh"),
        ("ITEM 2\tACTION LOG", "heading1 <ITEM 2> | ACTION LOG"),
        ("Item 3: Stores", "heading1 <Item 3> | Stores"),
        ("32 Stores Plan PDF 236 KB", "heading1 <32> | Stores Plan"),
        ("67/31 Apologies for Absence", "heading1 <67/31> | Apologies for Absence"),
        ("QPC/31/04 Apologies for Absence", "heading1 <QPC/31/04> | Apologies for Absence"),
        ("HWB 31/04 Apologies for Absence", "heading1 <HWB 31/04> | Apologies for Absence"),
        ("NHS 24/7 Service", "heading2 | NHS 24/7 Service"),
        ("A/B tests were told of.", "paragraph | A/B tests were told of."),
        ("Report of the Director of Stores", "paragraph [Report of] | Director of Stores"),
        ("2.0 RECOMMENDATION: That", "heading1 <2.0> | RECOMMENDATION:"),
        ("2. Recommendations:", "heading1 <2.> | Recommendations:"),
        ("Title of Decision", "paragraph [Title of Decision] |"),
        ("3. Minutes of the meeting held on 4 May 2031", "heading1 <3.> | Minutes of the meeting held on 4 May 2031"),
        ("12 December 2031", "paragraph | 12 December 2031"),
        ("1.2 million pounds were spent on it.", "paragraph | 1.2 million pounds were spent on it."),
        ("44 members were present.", "paragraph | 44 members were present."),
        ("A. Marsh spoke.", "paragraph | A. Marsh spoke."),
        ("- 12 people came.", "list_item1 | 12 people came."),
    ],
)  # fmt: skip
def test_the_head_of_a_line_tells_what_it_is(line: str, expected: str) -> None:
    assert shown(read(f"{line}\nThe Board met in the hall and it was told so at length."))[0] == expected
