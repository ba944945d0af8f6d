"""Draws the specimen papers of a made-up council, one for each way of laying out a page; `python -m tests.specimens.make` writes them.

The same bytes come out every time, and a test holds the files to that.
"""

import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from textwrap import wrap

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

HERE = Path(__file__).parent
LEFT, RIGHT, TOP, FOOT = 62.0, 533.0, 780.0, 70.0
COUNCIL = "NORTHMERE BOROUGH COUNCIL"


class Sheet:
    """Pages on which lines are set one below the other."""

    def __init__(self, *, head: str = "", foot: str = "") -> None:
        self.target = io.BytesIO()
        self.canvas = Canvas(self.target, pagesize=A4, invariant=1)
        self.head, self.foot, self.page = head, foot, 0
        self.turn(first=True)

    def turn(self, *, first: bool = False) -> None:
        """Begin the next page, with its running head and foot."""
        if not first:
            self.canvas.showPage()
        self.page += 1
        self.y = TOP
        if self.head:
            self.put(LEFT, 812, self.head, size=8)
        if self.foot:
            self.put(LEFT, 34, self.foot, size=8)
            self.put(520, 34, str(self.page), size=8)

    def put(self, x: float, y: float, words: str, *, bold: bool = False, size: float = 11) -> None:
        """Words at a place."""
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(x, y, words)

    def line(self, words: str, *, x: float = LEFT, bold: bool = False, size: float = 11, after: float = 0) -> float:
        """One line; returns its height on the page."""
        at = self.y
        self.put(x, at, words, bold=bold, size=size)
        self.y -= 14 + after
        return at

    def paragraph(
        self, words: str, *, x: float = LEFT, width: int = 84, number: str = "", at: float | None = None
    ) -> float:
        """A wrapped paragraph, its number hanging to the left; returns the height of its first line."""
        first = self.y
        for index, part in enumerate(wrap(words, width, break_on_hyphens=False)):
            if self.y < FOOT:
                self.turn()
            if number and index == 0:
                self.put(at if at is not None else x - 30, self.y, number)
            self.line(part, x=x)
        self.y -= 10
        return first

    def rules(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """A net of rulings."""
        self.canvas.grid(list(xs), list(ys))

    def done(self) -> bytes:
        """The file."""
        self.canvas.showPage()
        self.canvas.save()
        return self.target.getvalue()


def _title(sheet: Sheet, body: str, meeting: str) -> None:
    sheet.line(COUNCIL, bold=True, size=13, after=6)
    sheet.line(body, bold=True, size=12, after=6)
    sheet.paragraph(meeting)


def action_column() -> bytes:
    """Minutes with a column of owners and months that no ruling parts from the text."""
    sheet = Sheet()
    _title(sheet, "HARBOUR COMMITTEE", "Minutes of the meeting held on 4 March 2024")
    sheet.paragraph("Present: Cllr Ann Brook (AB), Chair, Cllr Tom Lark (TL) and Mrs Jo Finch (JF), Clerk", width=70)
    sheet.put(490, sheet.line("1.  Slipway", bold=True, after=6), "Action", bold=True)
    sheet.put(
        490,
        sheet.paragraph("The slipway was slippery. The Clerk will ask for prices of a handrail.", width=70) - 14,
        "JF",
    )
    sheet.line("2.  Moorings", bold=True, after=6)
    at = sheet.paragraph(
        "Eleven moorings were let. The list of those waiting should be sent to all members. It was a mild winter.",
        width=70,
    )
    sheet.put(490, at - 14, "TL/JF")
    sheet.paragraph("It was agreed that the fee be raised to £40.", width=70)
    return sheet.done()


def framed_minutes() -> bytes:
    """Minutes in a frame, number | text | Action, that goes on over the page."""
    sheet = Sheet(foot="Registered office: Town Hall, Mere Street")
    _title(sheet, "LIBRARY TRUST BOARD", "Minutes of the meeting held on 12 June 2023")
    xs = (LEFT, 100, 478, RIGHT)
    for number, (head, parts) in enumerate(
        (
            ("Opening hours", (("The manager gave a report on the hours. Saturdays were busiest.", ""), ("A survey of readers will be drawn up before the autumn.", "BL"))),
            ("Roof", (("The roof leaks. Two prices will be asked for.", "RV"), ("The insurer should be told.", "RV/BL"))),
        ),
        1,
    ):  # fmt: skip
        top = sheet.y + 14
        sheet.put(LEFT + 6, sheet.y, f"{number}.", bold=True)
        sheet.line(head, x=106, bold=True, after=8)
        for words, owner in parts:
            at = sheet.paragraph(words, x=106, width=62)
            if owner:
                sheet.put(484, at, owner, bold=True)
        sheet.rules(xs, (top, sheet.y + 6))
        if number == 1:
            sheet.turn()
    return sheet.done()


def split_table() -> bytes:
    """A ruled table over two pages, its heads printed again."""
    sheet = Sheet()
    _title(sheet, "AUDIT PANEL", "Action log, 9 May 2024")
    xs = (LEFT, 110, 330, 430, RIGHT)
    rows = [
        ("1", "Publish the register of gifts", "Ivo Marsh", "June 2024"),
        ("2", "Report on overdue invoices", "Priya Nair", "July 2024"),
        ("3", "Check the list of keys", "Ivo Marsh", "Closed"),
        ("4", "Test the alarm", "Lucy Teal", "May 2024"),
    ]
    for part in (rows[:2], rows[2:]):
        ys = [sheet.y + 16]
        for cells in (("No.", "Action", "Owner", "Due"), *part):
            for x, words in zip(xs, cells, strict=False):
                sheet.put(x + 4, sheet.y, words, bold=cells[0] == "No.")
            sheet.y -= 22
            ys.append(sheet.y + 16)
        sheet.rules(xs, ys)
        if part is not rows[2:] and part[0][0] == "1":
            sheet.turn()
    return sheet.done()


def attendance() -> bytes:
    """Two columns of names, with offices, without rulings."""
    sheet = Sheet()
    _title(sheet, "SCHOOLS FORUM", "Minutes of the meeting held on 18 January 2024")
    sheet.line("Present:", bold=True, after=6)
    for name, office in (
        ("Cllr Ann Brook", "Chair"),
        ("Tunde Bello", "Head Teacher"),
        ("Mrs Ruth Vale", "Parent Governor"),
    ):
        sheet.put(300, sheet.line(name), office)
    sheet.y -= 10
    sheet.line("1.  Apologies", bold=True, after=6)
    sheet.paragraph("There were none.")
    return sheet.done()


def narrow_cells() -> bytes:
    """A ruled table whose cells are so narrow that each word has a line of its own."""
    sheet = Sheet()
    _title(sheet, "PARKS PANEL", "Report to the meeting on 2 July 2024")
    xs, top = (LEFT, 120, 190, RIGHT), sheet.y + 16
    for x, words in zip(xs, ("Ward", "Lead", "Work"), strict=False):
        sheet.put(x + 4, sheet.y, words, bold=True)
    middle = sheet.y - 6
    sheet.y -= 22
    low = sheet.y
    for x, column in zip(xs, (("North", "Mere"), ("Head", "of", "Parks"), ("Clear the ditch",)), strict=False):
        for row, words in enumerate(column):
            sheet.put(x + 4, low - 14 * row, words)
    sheet.rules(xs, (top, middle, low - 36))
    return sheet.done()


def decision_form() -> bytes:
    """A record of decision set as a form."""
    sheet = Sheet()
    sheet.line(f"{COUNCIL} – RECORD OF DECISION", bold=True, size=13, after=12)
    sheet.put(330, sheet.line("DECISION TAKEN BY:", bold=True), "DECISION NO:", bold=True)
    sheet.put(330, sheet.line("Cabinet Member for Roads", after=10), "24/0012")
    sheet.line("Title of Decision: Resurfacing of Mill Lane", bold=True, after=8)
    sheet.line("Decision:", bold=True, after=4)
    sheet.paragraph("As Cabinet Member for Roads, I agree to:", width=80)
    sheet.paragraph("APPROVE the resurfacing of Mill Lane in September 2024; and", x=92, number="a)", width=74)
    sheet.paragraph("DELEGATE authority to the Director of Place to award the contract.", x=92, number="b)", width=74)
    sheet.line("Reason for decision:", bold=True, after=4)
    sheet.paragraph("The surface of the road is worn out.")
    return sheet.done()


def report() -> bytes:
    """A report with From, To and Subject, numbered paragraphs, limbs over a page end, hyphens, running head and foot."""
    sheet = Sheet(head="Northmere Borough Council – Cabinet", foot="Winter Road Plan")
    for label, words in (
        ("From:", "Colette Ward, Director of Place"),
        ("To:", "Cabinet, 17 January 2024"),
        ("Subject:", "Winter Road Plan"),
        ("Status:", "Unrestricted"),
    ):
        sheet.put(140, sheet.line(label, bold=True, after=3), words)
    sheet.y -= 8
    sheet.line("1.  Background", bold=True, after=6)
    sheet.put(LEFT, sheet.y, "1.1")
    sheet.line("Each winter the council salts the main roads. The routes were last looked at by the com-", x=92)
    sheet.line("mittee in 2019, when it asked for fewer miles. The committee has not met since.", x=92, after=10)
    for number in range(2, 7):
        sheet.paragraph(
            "The lorries are kept at the depot, and their drivers work in two shifts from November to the end of March. "
            "The salt is bought in summer, when it is cheapest, and a third of it is kept back for late snow.",
            x=92,
            number=f"1.{number}",
            width=78,
        )
    sheet.line("2.  Recommendations", bold=True, after=6)
    sheet.paragraph("Cabinet is recommended to:", x=92)
    sheet.y = 98
    sheet.paragraph("approve the Winter Road Plan for three years, and ask the Director of Place to bring a report on its cost to Cabinet in June 2024; and", x=122, number="(a)", width=70)  # fmt: skip
    sheet.paragraph("note the price of salt.", x=122, number="(b)", width=70)
    return sheet.done()


def scan() -> bytes:
    """A page that is only a picture."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for row in range(12):
        canvas.rect(80, 740 - 30 * row, 380 - 9 * row, 8, fill=1)
    canvas.showPage()
    canvas.save()
    return target.getvalue()


def pack() -> bytes:
    """An agenda pack: agenda, minutes of the earlier meeting, a report; each begins at a bookmark."""
    sheet = Sheet(foot="Page")

    def mark(words: str) -> None:
        sheet.canvas.bookmarkPage(words)
        sheet.canvas.addOutlineEntry(words, words, 0)

    mark("Agenda")
    _title(sheet, "PLANNING COMMITTEE", "Agenda for the meeting on 8 May 2024")
    for number, words in enumerate(
        ("Apologies", "Minutes of the meeting held on 10 April 2024", "Tree works at Hill Farm"), 1
    ):
        sheet.paragraph(words, x=92, number=f"{number}.")
    sheet.turn()
    mark("2 Minutes of the last meeting")
    _title(sheet, "PLANNING COMMITTEE", "Minutes of the meeting held on 10 April 2024")
    sheet.paragraph("Present: Councillors Brook (Chair), Lark and Vale", width=80)
    sheet.paragraph("RESOLVED – That the application for a barn at Hill Farm be approved.", width=80)
    sheet.turn()
    mark("3 Tree works at Hill Farm")
    for label, words in (
        ("Report to:", "Planning Committee, 8 May 2024"),
        ("Report of:", "Head of Planning"),
        ("Subject:", "Tree works at Hill Farm"),
    ):
        sheet.put(150, sheet.line(label, bold=True, after=3), words)
    sheet.y -= 10
    sheet.line("Recommendation", bold=True, after=6)
    sheet.paragraph("That consent be granted for the felling of two ash trees.")
    return sheet.done()


def word_report() -> bytes:
    """A Word report: headings, lists numbered by Word, a table, a tracked change."""
    document = Document()
    document.add_heading("Play Area Strategy", 0)
    document.add_paragraph("Report to Parks Panel, 2 July 2024")
    document.add_heading("Recommendations", 1)
    document.add_paragraph("That the Play Area Strategy be adopted.", style="List Number")
    document.add_paragraph("That a progress report be brought to the Panel in December 2024.", style="List Number")
    document.add_heading("Who does what", 1)
    table = document.add_table(rows=1, cols=3)
    for cells in (("Action", "Owner", "Due"), ("Order two swings", "Priya Nair", "August 2024")):
        row = table.rows[0] if cells[0] == "Action" else table.add_row()
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words
    changed = (
        f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">The swings will cost </w:t></w:r>'
        '<w:del w:id="1" w:author="a"><w:r><w:delText>£900</w:delText></w:r></w:del>'
        '<w:ins w:id="2" w:author="a"><w:r><w:t>£840</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>'
    )
    document.element.body.insert(len(document.element.body) - 1, parse_xml(changed))
    document.core_properties.created = document.core_properties.modified = datetime(2024, 7, 2)
    target, packed = io.BytesIO(), io.BytesIO()
    document.save(target)
    with zipfile.ZipFile(target) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(zipfile.ZipInfo(part, (2024, 7, 2, 0, 0, 0)), old.read(part), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


SPECIMENS: dict[str, Callable[[], bytes]] = {
    "action-column.pdf": action_column,
    "framed-minutes.pdf": framed_minutes,
    "split-table.pdf": split_table,
    "attendance.pdf": attendance,
    "narrow-cells.pdf": narrow_cells,
    "decision-form.pdf": decision_form,
    "report.pdf": report,
    "scan.pdf": scan,
    "pack.pdf": pack,
    "report.docx": word_report,
}


if __name__ == "__main__":
    for name, make in SPECIMENS.items():
        (HERE / name).write_bytes(make())
