"""Ruled tables, side columns of owners and lists in two columns, on pages drawn on the spot. Every body and person is made up."""

import io
from collections.abc import Sequence

import pytest
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

from extract.actions_beside import names_nobody
from extract.blocks import Layout
from extract.readers import read_layout
from extract.readers.pdf import plumber
from extract.readers.pdf.tables import Table, carry_heads, find_tables
from extract.reading import read_paper
from extract.records import Reading
from tests.layouts import check_layout, shown

WIDTH, HEIGHT = 595.0, 842.0
Edges = Sequence[float]


class Sheets:
    """Pages on which things are put from the top down; lengths in points, heights counted from the upper edge."""

    def __init__(self) -> None:
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=(WIDTH, HEIGHT), invariant=1)

    def put(self, x: float, y: float, text: str, *, bold: bool = False, size: float = 11) -> None:
        """One line of text whose foot stands at `y`."""
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, HEIGHT - y, text)

    def flow(self, x: float, y: float, width: float, text: str, *, size: float = 11) -> float:
        """A paragraph in a column; returns where the next line would stand."""
        for line in simpleSplit(text, "Helvetica", size, width):
            self.put(x, y, line, size=size)
            y += 13
        return y

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A drawn line."""
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)

    def grid(self, xs: Edges, ys: Edges) -> None:
        """Rulings round the cells between these edges."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])

    def row(self, xs: Edges, y: float, cells: Sequence[str], *, bold: bool = False) -> None:
        """The words of one row, a line each."""
        for x, words in zip(xs, cells, strict=False):
            self.put(x + 4, y, words, bold=bold)

    def turn(self) -> None:
        """The next page."""
        self.canvas.showPage()

    def pdf(self) -> bytes:
        """The file; nothing can be put on it afterwards."""
        if not self.out.getvalue():
            self.canvas.showPage()
            self.canvas.save()
        return self.out.getvalue()


def tables_of(sheets: Sheets) -> list[list[Table]]:
    """The tables of each page."""
    return [find_tables(page) for page in plumber.read_pages(sheets.pdf())]


def layout_of(sheets: Sheets) -> Layout:
    layout = read_layout(sheets.pdf(), name="paper.pdf")
    check_layout(layout)
    return layout


def reading_of(sheets: Sheets) -> Reading:
    return read_paper(sheets.pdf(), name="paper.pdf")


def words_of(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row] for row in table.rows]


def cells_of(layout: Layout) -> list[str]:
    return [line for line in shown(layout) if line.startswith("table_row")]


# -- ruled tables ----------------------------------------------------------------------------------------------------------

XS, YS = (60, 160, 360, 520), (100, 120, 140, 160)


def ruled() -> Sheets:
    sheets = Sheets()
    sheets.grid(XS, YS)
    sheets.row(XS, 114, ["Ref", "Task", "Status"], bold=True)
    sheets.row(XS, 134, ["1", "Repaint the hall doors", "Closed"])
    sheets.row(XS, 154, ["2", "Order two benches", "Open"])
    return sheets


def test_a_ruled_table_has_rows_and_named_columns() -> None:
    ((table,),) = tables_of(ruled())
    assert table.names == ["Ref", "Task", "Status"]
    assert (table.heads, table.prose) == (1, None)
    assert words_of(table)[1:] == [["1", "Repaint the hall doors", "Closed"], ["2", "Order two benches", "Open"]]


def test_a_cell_is_a_block_and_its_number_no_page_number() -> None:
    assert cells_of(layout_of(ruled())) == [
        "table_row 0.0 | Ref",
        "table_row 0.1 | Task",
        "table_row 0.2 | Status",
        "table_row 1.0(Ref) | 1",
        "table_row 1.1(Task) | Repaint the hall doors",
        "table_row 1.2(Status) | Closed",
        "table_row 2.0(Ref) | 2",
        "table_row 2.1(Task) | Order two benches",
        "table_row 2.2(Status) | Open",
    ]


def test_merged_cells_are_one() -> None:
    sheets = Sheets()
    for y in (100, 120, 160):
        sheets.rule(60, y, 520, y)
    sheets.rule(300, 140, 520, 140)
    for x in (60, 520):
        sheets.rule(x, 100, x, 160)
    sheets.rule(300, 120, 300, 160)
    sheets.put(64, 114, "Members of the sub-group and whom they serve")
    sheets.put(64, 144, "Holmside Forum")
    sheets.put(304, 134, "A Reed")
    sheets.put(304, 154, "B Lark")
    ((table,),) = tables_of(sheets)
    assert words_of(table) == [
        ["Members of the sub-group and whom they serve"],
        ["Holmside Forum", "A Reed"],
        ["B Lark"],
    ]


def test_words_one_to_a_line_in_a_narrow_cell_are_one_sentence() -> None:
    sheets = Sheets()
    xs, ys = (60, 105, 300, 520), (100, 120, 260)
    sheets.grid(xs, ys)
    sheets.row(xs, 114, ["Option", "Outline", "Disadvantages"], bold=True)
    for number, word in enumerate("The Forum has no power here".split()):
        sheets.put(64, 134 + 13 * number, word)
    sheets.flow(109, 134, 180, "Each council keeps the powers that it has today.")
    sheets.flow(304, 134, 200, "Nobody speaks for both councils at once.")
    assert cells_of(layout_of(sheets))[3:] == [
        "table_row 1.0(Option) | The Forum has no power here",
        "table_row 1.1(Outline) | Each council keeps the powers that it has today.",
        "table_row 1.2(Disadvantages) | Nobody speaks for both councils at once.",
    ]


def test_two_tables_drawn_one_below_the_other_are_two() -> None:
    sheets = Sheets()
    sheets.grid((60, 200, 520), (100, 120, 140))
    sheets.grid((60, 300, 400, 520), (140, 160, 180))
    for y, words in ((114, "Place"), (134, "Time"), (154, "Ward"), (174, "North")):
        sheets.put(64, y, words)
    (tables,) = tables_of(sheets)
    assert [len(table.rows) for table in tables] == [2, 2]


@pytest.mark.parametrize(
    "rules",
    [
        pytest.param(
            [(60, 116, 200, 116), (60, 136, 240, 136), (60, 156, 220, 156), (60, 176, 90, 176)], id="underlines"
        ),
        pytest.param([(60, 90, 520, 90), (520, 90, 520, 200), (60, 200, 520, 200), (60, 90, 60, 200)], id="one box"),
        pytest.param([(300, 90, 300, 700), (60, 90, 520, 90), (60, 95, 520, 95)], id="a rule between columns"),
    ],
)
def test_lines_that_part_no_cells_are_no_table(rules: list[tuple[float, float, float, float]]) -> None:
    sheets = Sheets()
    for rule in rules:
        sheets.rule(*rule)
    for y in (114, 134, 154, 174):
        sheets.put(64, y, "Words of a paragraph that go on over the page.")
    assert tables_of(sheets) == [[]]


# -- over a page end -------------------------------------------------------------------------------------------------------


def over_pages(*, heads_again: bool) -> Sheets:
    sheets = Sheets()
    sheets.grid(XS, (680, 700, 740))
    sheets.row(XS, 694, ["Risk", "Mitigation", "Owner"], bold=True)
    sheets.row(XS, 714, ["Flooding", "The drains of both", "Clerk"])
    sheets.put(164, 727, "car parks are")
    sheets.turn()
    top = 60
    if heads_again:
        sheets.row(XS, 74, ["Risk", "Mitigation", "Owner"], bold=True)
        top = 80
    sheets.grid(XS, (60, *((80,) if heads_again else ()), top + 20, top + 40))
    sheets.row(XS, top + 14, ["", "cleared each autumn.", ""])
    sheets.row(XS, top + 34, ["Theft", "A lock was fitted.", "Warden"])
    return sheets


@pytest.mark.parametrize("heads_again", [False, True], ids=["heads once", "heads on each page"])
def test_a_table_goes_on_over_a_page_with_its_heads_and_its_torn_row(heads_again: bool) -> None:
    cells = [line for line in cells_of(layout_of(over_pages(heads_again=heads_again))) if "(" in line]
    assert [cell.split(" ", 1)[1] for cell in cells] == [
        "1.0(Risk) | Flooding",
        "1.1(Mitigation) | The drains of both car parks are cleared each autumn.",
        "1.2(Owner) | Clerk",
        *(
            f"{3 if heads_again else 2}.{cell}"
            for cell in ("0(Risk) | Theft", "1(Mitigation) | A lock was fitted.", "2(Owner) | Warden")
        ),
    ]


def test_a_second_table_on_a_page_keeps_its_own_heads() -> None:
    sheets = ruled()
    sheets.grid(XS, (300, 320, 340))
    sheets.row(XS, 314, ["Ref", "Task", "Status"], bold=True)
    sheets.row(XS, 334, ["3", "Mow the green", "Open"])
    cells = [line.split(" ", 1)[1] for line in cells_of(layout_of(sheets))][9:]
    assert cells == [
        "3.0 | Ref",
        "3.1 | Task",
        "3.2 | Status",
        "4.0(Ref) | 3",
        "4.1(Task) | Mow the green",
        "4.2(Status) | Open",
    ]


def test_a_bold_row_of_totals_is_no_row_of_heads() -> None:
    sheets = Sheets()
    sheets.grid(XS, YS)
    sheets.row(XS, 114, ["All halls", "£7.3m", "100%"], bold=True)
    sheets.row(XS, 134, ["North Hall", "£4.1m", "56%"])
    sheets.row(XS, 154, ["South Hall", "£3.2m", "44%"])
    ((table,),) = tables_of(sheets)
    assert (table.heads, table.names) == (0, ["", "", ""])


def test_other_columns_are_another_table() -> None:
    sheets = ruled()
    sheets.turn()
    sheets.grid((60, 300, 420, 520), (60, 80, 100))
    sheets.row((60, 300, 420), 74, ["Hall", "12", "14"])
    (before,), (table,) = tables_of(sheets)
    assert not carry_heads(before, table)
    assert table.names == ["", "", ""]


# -- minutes in a frame, and owners beside the text ------------------------------------------------------------------------

LEGEND = "Present: Ada Reed (AR) (Chair), Bert Lark (BL), Cora Finch (CF)"


def framed() -> Sheets:
    """Minutes in a frame: number, text, and initials of owners in a column named Action."""
    sheets = Sheets()
    sheets.put(200, 50, "MINUTES OF THE HOLMSIDE LIBRARY FORUM", bold=True)
    sheets.put(60, 70, LEGEND)
    xs = (60, 95, 470, 530)
    sheets.grid(xs, (90, 110, 230, 330))
    sheets.put(474, 104, "Action", bold=True)
    sheets.put(64, 124, "1.", bold=True)
    sheets.put(99, 124, "Opening hours", bold=True)
    y = sheets.flow(
        99,
        150,
        360,
        "The Forum heard that the mobile library had been late three times in May and that readers had noticed.",
    )
    y = sheets.flow(
        99, y + 8, 360, "The autumn timetable is to be checked against the school terms before it is printed."
    )
    sheets.put(480, y - 13, "BL", bold=True)
    sheets.put(64, 244, "2.", bold=True)
    sheets.put(99, 244, "Friends of the library", bold=True)
    y = sheets.flow(
        99, 270, 360, "Two letters of thanks had come in. A reply will be sent to both groups by the end of June."
    )
    sheets.put(480, y - 13, "AR/CF", bold=True)
    return sheets


def test_minutes_in_a_frame_are_read_as_text_with_the_owner_beside() -> None:
    layout = layout_of(framed())
    lines = shown(layout)
    assert "heading1 <1.> | Opening hours" in lines
    assert [line for line in lines if line.startswith("table_row")] == [
        "table_row 0.1(Action) | BL",
        "table_row 1.1(Action) | AR/CF",
    ]
    beside = [layout.text[block.beside :] for block in layout.blocks if block.beside is not None]
    assert [words.split()[:2] for words in beside] == [["is", "printed."], ["the", "end"]]


def test_the_owner_in_the_column_reaches_the_action() -> None:
    actions = reading_of(framed()).actions
    assert [(a.owner_raw, a.owner_name, a.owner_basis, a.text) for a in actions] == [
        (
            "BL",
            "Bert Lark",
            "column",
            "The autumn timetable is to be checked against the school terms before it is printed.",
        ),
        ("AR/CF", None, "column", "A reply will be sent to both groups by the end of June."),
    ]
    assert actions[1].due_raw == "by the end of June"


def unruled(*notes: tuple[int, str], head: str | None = "Action") -> Sheets:
    """Minutes with a right-hand column without rulings: `notes` stand beside the paragraphs by their index."""
    sheets = Sheets()
    sheets.put(200, 50, "MINUTES OF THE HOLMSIDE LIBRARY FORUM", bold=True)
    sheets.put(60, 70, LEGEND)
    if head:
        sheets.put(500, 90, head, bold=True)
    y = 110.0
    texts = [
        "The shelves in the reading room should be moved before the children's week so that prams can pass between them.",
        "Visitors had been counted on nine days and the numbers were a little above those of the year before that.",
        "The noise from the boiler was raised again. It will be looked at with the landlord before the next meeting.",
    ]
    for index, text in enumerate(texts):
        top = y
        y = sheets.flow(60, y, 400, text) + 12
        for at, words in notes:
            if at == index:
                sheets.put(500, top + 13, words)
    return sheets


def test_owners_in_a_column_without_rulings_reach_their_actions() -> None:
    actions = reading_of(unruled((0, "CF"), (2, "BL"))).actions
    assert [(a.owner_raw, a.owner_name, a.text[:24]) for a in actions] == [
        ("CF", "Cora Finch", "The shelves in the readi"),
        ("BL", "Bert Lark", "It will be looked at wit"),
    ]


def test_an_outcome_or_a_month_beside_the_text_is_no_owner() -> None:
    owners = [a.owner_raw for a in reading_of(unruled((0, "Noted"), (1, "May"))).actions]
    assert not {"Noted", "May"}.intersection(owners)


@pytest.mark.parametrize("words", ["Noted", "NOTED", "Feb", "March 2031", "Agreed", "12", "n/a", "–"])
def test_words_that_name_nobody(words: str) -> None:
    assert names_nobody(words)


@pytest.mark.parametrize("words", ["AR", "AR/CF", "Clerk", "All", "May Lark", "Chair"])
def test_words_that_name_somebody(words: str) -> None:
    assert not names_nobody(words)


def test_a_table_of_actions_is_no_frame() -> None:
    sheets = Sheets()
    xs = (60, 90, 440, 530)
    sheets.grid(xs, (100, 120, 160))
    sheets.row(xs, 114, ["Ref", "Action", "Owner"], bold=True)
    sheets.row(xs, 134, ["1", "Send the slides of the talk to all readers who came", "Bert Lark"])
    sheets.put(94, 147, "and put them on the notice board.")
    ((table,),) = tables_of(sheets)
    assert table.prose is None
    (action,) = reading_of(sheets).actions
    assert action.owner_raw == "Bert Lark"
    assert action.text == "Send the slides of the talk to all readers who came and put them on the notice board."


# -- lists in two columns --------------------------------------------------------------------------------------------------


def test_names_and_roles_in_two_columns_stay_in_their_rows() -> None:
    sheets = Sheets()
    sheets.put(200, 50, "MINUTES OF THE HOLMSIDE LIBRARY FORUM", bold=True)
    sheets.put(60, 80, "Present:", bold=True)
    for y, (name, role) in zip(
        (100, 114, 128), (("Ada Reed", "Chair"), ("Bert Lark", "Treasurer"), ("Cora Finch", "Secretary")), strict=True
    ):
        sheets.put(60, y, name)
        sheets.put(300, y, role)
    sheets.flow(
        60, 170, 460, "The Forum met to hear about the summer reading week and to thank those who had helped with it."
    )
    assert [line.split("| ")[1] for line in cells_of(layout_of(sheets))] == [
        "Ada Reed", "Chair", "Bert Lark", "Treasurer", "Cora Finch", "Secretary",
    ]  # fmt: skip
    reading = reading_of(sheets)
    assert [person.name for person in reading.people] == ["Ada Reed", "Bert Lark", "Cora Finch"]
    assert [membership.role for membership in reading.memberships] == ["Chair", "Treasurer", "Secretary"]


def test_initials_in_the_cell_beside_a_name_tell_whose_they_are() -> None:
    sheets = Sheets()
    sheets.put(200, 50, "MINUTES OF THE HOLMSIDE LIBRARY FORUM", bold=True)
    sheets.put(60, 80, "Present:", bold=True)
    rows = (("Kit Crane", "KC", "Gwen Dale", "GD"), ("Mia Noon", "MN", "Hugh Eaton", "HE"))
    for y, row in zip((100, 114), rows, strict=True):
        for x, words in zip((60, 200, 300, 440), row, strict=True):
            sheets.put(x, y, words)
    sheets.flow(60, 170, 460, "The Forum heard about the summer reading week. GD agreed to write to the two schools.")
    reading = reading_of(sheets)
    assert [person.name for person in reading.people] == ["Kit Crane", "Gwen Dale", "Mia Noon", "Hugh Eaton"]
    assert [(action.owner_raw, action.owner_name) for action in reading.actions] == [("GD", "Gwen Dale")]
