"""Both backends give the same pages, and the fast one is left where they do not. Every PDF here is drawn on the spot."""

import io
import os
from collections.abc import Callable
from types import SimpleNamespace

import click
import pdfplumber
import pytest
from click.testing import CliRunner
from reportlab.lib.colors import black
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Table

from extract.errors import PaperError
from extract.readers import read_layout
from extract.readers.pdf import choice, pdfium, plumber
from extract.readers.pdf.page import BackendError, Page, Rule, Word
from matters import pdf_option

A4 = (595.0, 842.0)
Draw = Callable[[Canvas], None]


def pdf(*pages: Draw) -> bytes:
    """A PDF with one page for each drawing."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def put(canvas: Canvas, x: float, y: float, text: str, font: str = "Helvetica", size: float = 12) -> float:
    """Draw text and say where it ends."""
    canvas.setFont(font, size)
    canvas.drawString(x, y, text)
    return float(x + pdfmetrics.stringWidth(text, font, size))


def read(draw: Draw) -> Page:
    """The page as the fast backend reads it, once the other has read the same."""
    data = pdf(draw)
    (page,), (thorough,) = pdfium.read_pages(data), plumber.read_pages(data)
    assert [word.text for word in page.words] == [word.text for word in thorough.words]
    assert choice.agree(page, thorough)
    return page


def texts(page: Page) -> list[str]:
    return [word.text for word in page.words]


def near(rules: list[Rule]) -> list[tuple[int, ...]]:
    return [tuple(round(place) for place in rule) for rule in rules]


def plain(canvas: Canvas) -> None:
    put(canvas, 72, 740, "MINUTES of the meeting", "Helvetica-Bold", 14)
    put(canvas, 72, 700, "The Panel agreed the plan.")


def landscape(turn: int) -> Draw:
    """A page shown turned, whose writing is upright as it is shown."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        width, height = A4[::-1] if turn in (90, 270) else A4
        canvas.translate(*{90: (width, 0), 180: (width, height), 270: (0, height)}[turn])
        canvas.rotate(turn)
        put(canvas, 72, 500, "The Panel agreed the plan.")
        canvas.rect(100, 200, 150, 40)

    return draw


def test_a_word_has_its_text_place_size_and_weight() -> None:
    page = read(plain)
    assert (page.number, page.width, page.height) == (1, *A4)
    assert texts(page) == ["MINUTES", "of", "the", "meeting", "The", "Panel", "agreed", "the", "plan."]
    assert [word.bold for word in page.words] == [True] * 4 + [False] * 5
    head, body = page.words[0], page.words[4]
    assert (head.x0, round(head.size), round(body.size)) == (pytest.approx(72, abs=0.1), 14, 12)
    assert body.top < 842 - 700 < body.bottom
    assert body.x1 - body.x0 == pytest.approx(pdfmetrics.stringWidth("The", "Helvetica", 12), abs=0.1)


def test_a_slanted_letter_ends_at_its_width() -> None:
    page = read(lambda canvas: put(canvas, 72, 700, "Proof of half of it", "Times-Italic", 12) and None)
    assert page.words[1].x1 - page.words[1].x0 == pytest.approx(
        pdfmetrics.stringWidth("of", "Times-Italic", 12), abs=0.1
    )


def test_words_come_in_the_order_in_which_they_are_drawn() -> None:
    def draw(canvas: Canvas) -> None:
        for x, y, text in ((300, 40, "Page"), (400, 700, "JS"), (72, 700, "Write"), (72, 720, "Above")):
            put(canvas, x, y, text)

    assert texts(read(draw)) == ["Page", "JS", "Write", "Above"]


def test_rulings_and_words_in_forms_stand_where_the_forms_are_put() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("inner", 0, 0, 300, 200)
        canvas.rect(0, 0, 100, 40)
        put(canvas, 4, 20, "Inside", size=10)
        canvas.endForm()
        canvas.beginForm("outer", 0, 0, 300, 200)
        canvas.translate(50, 20)
        canvas.scale(0.5, 2)
        canvas.doForm("inner")
        canvas.endForm()
        for x, y in ((100, 500), (100, 300)):
            canvas.saveState()
            canvas.translate(x, y)
            canvas.doForm("outer")
            canvas.restoreState()
        put(canvas, 72, 100, "After")

    page = read(draw)
    assert texts(page) == ["Inside", "Inside", "After"]
    assert sorted(near(page.rules))[:4] == [
        (150, 242, 150, 322),
        (150, 242, 200, 242),
        (150, 322, 200, 322),
        (150, 442, 150, 522),
    ]
    assert page.words[1].x0 == pytest.approx(100 + 50 + 2, abs=0.1)
    assert page.words[1].size == pytest.approx(20, abs=0.1)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_it_is_shown(turn: int) -> None:
    page = read(landscape(turn))
    assert (page.width, page.height) == A4
    assert texts(page) == ["The", "Panel", "agreed", "the", "plan."]
    tops = {round(word.top) for word in page.words}
    assert len(tops) == 1
    assert [word.x0 for word in page.words] == sorted(word.x0 for word in page.words)
    assert len(page.rules) == 4


def test_turned_lines_keep_their_words_whole() -> None:
    def draw(canvas: Canvas) -> None:
        for turn in (90, 180, 270, 45):
            canvas.saveState()
            canvas.translate(300, 400)
            canvas.rotate(turn)
            put(canvas, 20, 0, "Draft only")
            canvas.restoreState()

    page = read(draw)
    assert texts(page) == ["Draft", "only"] * 4
    assert {round(word.size) for word in page.words} == {12}


def test_what_is_cropped_away_is_not_on_the_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setCropBox((50, 60, 500, 800))
        put(canvas, 72, 700, "Kept")
        put(canvas, 72, 20, "Lost")
        canvas.line(100, 200, 300, 200)
        canvas.line(100, 30, 300, 30)
        canvas.line(100, 220, 580, 220)

    page = read(draw)
    assert (page.width, page.height) == (450, 740)
    assert texts(page) == ["Kept"]
    assert page.words[0].x0 == pytest.approx(22, abs=0.1)
    assert near(page.rules) == [(50, 600, 250, 600), (50, 580, 450, 580)]


def test_a_turned_page_is_cropped_as_it_is_shown() -> None:
    def draw(canvas: Canvas) -> None:
        landscape(90)(canvas)
        canvas.setCropBox((20, 30, 700, 500))

    page = read(draw)
    assert (page.width, page.height) == (470, 680)
    assert texts(page)[0] == "The"


def test_a_hyphen_at_the_end_of_a_line_stays_a_hyphen() -> None:
    def draw(canvas: Canvas) -> None:
        for y, line in ((700, "an inde-"), (686, "pendent and co-"), (672, "operative well-known"), (658, "panel")):
            put(canvas, 72, y, line)

    assert texts(read(draw)) == ["an", "inde-", "pendent", "and", "co-", "operative", "well-known", "panel"]


def test_what_is_drawn_twice_to_look_bold_is_read_once() -> None:
    def draw(canvas: Canvas) -> None:
        for step in (0, 0.3):
            put(canvas, 72 + step, 700, "Heavy line")
        x = 72.0
        for letter in "letter":
            put(canvas, x + 0.3, 600, letter)
            x = put(canvas, x, 600, letter)

    assert texts(read(draw)) == ["Heavy", "line", "letter"]


def test_a_raised_ending_goes_on_with_its_word_and_a_raised_figure_does_not() -> None:
    def draw(canvas: Canvas) -> None:
        end = put(canvas, 72, 700, "The 4")
        end = put(canvas, end, 704, "th", size=7)
        end = put(canvas, end, 700, " report")
        put(canvas, end, 704, "2", size=7)

    assert texts(read(draw)) == ["The", "4th", "report", "2"]


def test_a_change_of_font_does_not_cut_a_word() -> None:
    def draw(canvas: Canvas) -> None:
        end = put(canvas, 72, 700, "(", "Helvetica")
        end = put(canvas, end, 700, "Chair", "Helvetica-Bold")
        put(canvas, end, 700, ") present")

    assert texts(read(draw)) == ["(Chair)", "present"]


def test_a_blank_that_reaches_into_the_next_word_parts_them() -> None:
    def draw(canvas: Canvas) -> None:
        end = put(canvas, 72, 700, "1.1")
        put(canvas, end, 700, " ")
        put(canvas, end + 1, 700, "On the day")

    assert texts(read(draw)) == ["1.1", "On", "the", "day"]


def test_only_what_shows_rules_a_page() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rect(100, 600, 200, 0.5, stroke=0, fill=1)  # a line drawn as a thin box
        canvas.setFillGray(1)
        canvas.rect(100, 500, 200, 50, stroke=0, fill=1)  # white on white
        canvas.setFillGray(0.8)
        canvas.rect(0, 0, 595, 842, stroke=0, fill=1)  # the background
        canvas.line(10, 10, 200, 200)  # slanted
        canvas.circle(300, 300, 20)  # round

    assert near(read(draw).rules) == [(100, 242, 300, 242)]


def test_a_page_without_words_is_a_page() -> None:
    assert read(lambda canvas: canvas.line(100, 100, 200, 100)).words == []


def with_ligature(canvas: Canvas) -> None:
    """Two letters drawn as one glyph: the font says that its letter "X" reads as "ffi"."""
    canvas._code.append("/Span <</ActualText (office)>> BDC")
    put(canvas, 72, 700, "oXce")
    canvas._code.append("EMC")


def test_letters_that_the_file_replaces_are_left_to_the_thorough_backend() -> None:
    data = pdf(plain, with_ligature)
    fast = list(pdfium.read_pages(data))
    assert [page.sure for page in fast] == [True, False]
    read_by_both = choice.read_pages(data, name="a.pdf")
    assert [texts(page) for page in read_by_both] == [texts(page) for page in plumber.read_pages(data)]


def test_of_every_stretch_one_page_is_read_by_both_and_always_the_same() -> None:
    numbers = choice.sample(100, b"a paper")
    assert numbers == choice.sample(100, b"a paper") != choice.sample(100, b"another")
    assert len(numbers) == 9 and numbers == sorted(set(numbers))
    assert all(1 <= number <= 100 for number in numbers)
    assert choice.sample(1, b"") == [1] and choice.sample(0, b"") == []
    assert len(choice.sample(5000, b"")) == choice.MOST


def test_a_difference_on_a_sampled_page_gives_the_paper_to_pdfplumber(monkeypatch: pytest.MonkeyPatch) -> None:
    data = pdf(plain, plain)

    def wrong(data: bytes) -> list[Page]:
        pages = list(pdfium.read_pages(data))
        return [
            Page(p.number, p.width, p.height, [w._replace(text=w.text.upper()) for w in p.words], p.rules)
            for p in pages
        ]

    monkeypatch.setattr(choice, "pdfium", SimpleNamespace(read_pages=wrong))
    assert "agreed" in texts(choice.read_pages(data, name="a.pdf")[0])
    assert "AGREED" in texts(choice.read_pages(data, name="a.pdf", backend="pdfium")[0])


@pytest.mark.parametrize("backend", ["pdfplumber", "pdfium"])
def test_a_backend_can_be_forced(backend: choice.Backend, monkeypatch: pytest.MonkeyPatch) -> None:
    other = {"pdfplumber": pdfium, "pdfium": plumber}[backend]
    monkeypatch.setattr(other, "read_pages", lambda *_: pytest.fail("the other backend was asked"))
    monkeypatch.setenv(choice.VARIABLE, backend)
    assert len(choice.read_pages(pdf(plain), name="a.pdf")) == 1


def test_a_backend_that_does_not_exist_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(choice.VARIABLE, "quill")
    with pytest.raises(PaperError, match="quill.*auto, pdfium or pdfplumber"):
        choice.read_pages(pdf(plain), name="a.pdf")


@pytest.mark.parametrize("backend", choice.BACKENDS)
def test_what_is_no_whole_pdf_is_a_sentence(backend: choice.Backend) -> None:
    with pytest.raises(PaperError, match=r"^a\.pdf begins like a PDF"):
        choice.read_pages(b"%PDF-1.4\n1 0 obj\n", name="a.pdf", backend=backend)


def test_whatever_a_backend_stumbles_over_is_one_kind_of_error() -> None:
    data = pdf(plain).replace(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox [ 0 0 /a 842 ]")
    with pytest.raises(BackendError, match="Error"):
        list(plumber.read_pages(data))
    assert texts(choice.read_pages(data, name="a.pdf")[0])[-1] == "plan."


@pytest.mark.parametrize("backend", choice.BACKENDS)
def test_a_locked_pdf_is_a_sentence(backend: choice.Backend) -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, encrypt=StandardEncryption("secret", ownerPassword="keeper"))
    plain(canvas)
    canvas.save()
    with pytest.raises(PaperError, match=r"^a\.pdf is a PDF locked with a password"):
        choice.read_pages(out.getvalue(), name="a.pdf", backend=backend)


def test_a_letter_that_only_the_fast_backend_can_read_is_no_difference() -> None:
    word = Word("• item", 72, 100, 110, 112, 12, False)
    fast, slow = (Page(1, *A4, [w]) for w in (word, word._replace(text="\ufffd item", x1=105)))
    assert choice.agree(fast, slow)
    assert not choice.agree(slow, fast)


def test_the_command_line_offers_the_backends_that_exist() -> None:
    assert (pdf_option.VARIABLE, pdf_option.BACKENDS) == (choice.VARIABLE, choice.BACKENDS)


def test_the_option_holds_for_its_command_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str | None] = []
    monkeypatch.delenv(choice.VARIABLE, raising=False)
    command = click.command()(pdf_option.pdf_backend_option(lambda: seen.append(os.environ.get(choice.VARIABLE))))
    assert CliRunner().invoke(command, ["--pdf-backend", "pdfplumber"]).exit_code == 0
    assert CliRunner().invoke(command, []).exit_code == 0
    assert CliRunner().invoke(command, ["--pdf-backend", "quill"]).exit_code == 2
    assert seen == ["pdfplumber", None]


def paper() -> bytes:
    """Minutes of some pages with a running foot, numbered paragraphs, a bullet list and a ruled table that goes over a page."""
    out = io.BytesIO()
    document = SimpleDocTemplate(out, pagesize=A4, invariant=1)
    styles = getSampleStyleSheet()
    said = "The Panel <b>agreed</b> that the officer’s report on the £1.5m scheme be noted – with the <i>thanks</i> of all."
    story: list[Flowable] = [
        Paragraph("Minutes of the Harbour Panel held on 4<super>th</super> May 2023", styles["Title"])
    ]
    for number in range(1, 31):
        story.append(Paragraph(f"{number}. {said} " * (1 + number % 3), styles["BodyText"]))
    story.append(Paragraph("A point that is made", styles["BodyText"], bulletText="•"))
    rows = [["Item", "Action", "Owner"], *([str(n), Paragraph(said, styles["BodyText"]), "JS"] for n in range(1, 20))]
    story.append(Table(rows, colWidths=[40, 300, 60], repeatRows=1, style=[("GRID", (0, 0), (-1, -1), 0.5, black)]))

    def foot(canvas: Canvas, page: SimpleDocTemplate) -> None:
        put(canvas, 72, 30, f"Harbour Panel, page {page.page}", size=9)

    document.build(story, onFirstPage=foot, onLaterPages=foot)
    return out.getvalue()


def test_both_backends_end_in_the_same_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    data = paper()
    layouts = []
    for backend in choice.BACKENDS:
        monkeypatch.setenv(choice.VARIABLE, backend)
        layouts.append(read_layout(data, name="a.pdf"))
    fast = layouts[0]
    assert (fast.pages or 0) > 2 and any(block.kind == "table_row" for block in fast.blocks)
    for other in layouts[1:]:
        assert other.text == fast.text
        assert [block.model_dump(exclude={"box"}) for block in other.blocks] == [
            block.model_dump(exclude={"box"}) for block in fast.blocks
        ]
        assert other.misread == fast.misread


def test_what_is_kept_of_a_page_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = []
    real = pdfplumber.open
    monkeypatch.setattr(pdfplumber, "open", lambda *given, **named: opened.append(real(*given, **named)) or opened[-1])
    count = sum(1 for _ in plumber.read_pages(pdf(*[plain] * (2 * plumber.BREATH))))
    assert count == 2 * plumber.BREATH
    assert not any(hasattr(page, "_layout") or hasattr(page, "_objects") for page in opened[0].pages)
    assert len(opened[0].doc._cached_objs) < plumber.BREATH
