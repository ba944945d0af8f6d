"""Forms and running feet of PDF pages, from words at their places. The council and its people are made up."""

from extract.readers.pdf.page import Page, Word
from extract.readers.pdf.render import render


def words(text: str, x: float, top: float, *, size: float = 10.0) -> list[Word]:
    """The words of one printed line that begins at x; every letter half as wide as the font is high."""
    found = []
    for part in text.split():
        end = x + 0.5 * size * len(part)
        found.append(Word(part, x, top, end, top + size, size, False))
        x = end + 0.3 * size
    return found


def page(*lines: tuple[str, float, float], number: int = 1) -> Page:
    """A page with lines given as text, x and top."""
    return Page(number, 595, 842, [word for line in lines for word in words(*line)])


def paragraphs(*pages: Page) -> list[str]:
    """The text as it is read, a paragraph a line, without what stands in the running heads and feet."""
    rendered = render(pages)
    return [rendered.text[line.start : line.end] for line in rendered.lines if line.kind != "furniture"]


def test_labels_side_by_side_have_the_values_centred_below_them() -> None:
    found = paragraphs(
        page(
            ("Decision Record", 200, 60),
            ("DECISION MAKER:", 110, 100),
            ("DECISION NO:", 430, 100),
            ("Ada Marsh, Cabinet Member for the Stores", 60, 120),
            ("31/00093", 440, 120),
            ("of Brindley", 130, 131),
            ("Key decision: Yes", 40, 180),
        )
    )
    assert found == [
        "Decision Record",
        "DECISION MAKER: Ada Marsh, Cabinet Member for the Stores of Brindley",
        "DECISION NO: 31/00093",
        "Key decision: Yes",
    ]


def test_a_line_below_both_labels_is_the_value_of_neither() -> None:
    found = paragraphs(
        page(
            ("DECISION MAKER:", 110, 100),
            ("DECISION NO:", 430, 100),
            ("The boxes above are filled in by the clerk before this form is signed and sent to be printed.", 40, 120),
        )
    )
    assert found[-1].startswith("The boxes above") and not any(
        "NO: The" in line or "MAKER: The" in line for line in found
    )


def test_a_foot_that_reaches_into_the_edge_of_the_page_is_in_no_sentence() -> None:
    def sheet(number: int, last: str, first: str) -> Page:
        return page((first, 60, 80), (last, 60, 700), (f"Board Minutes v1 {number}", 60, 727), number=number)

    found = paragraphs(
        sheet(1, "The Board spoke of the roof and of the", "The meeting began."),
        sheet(2, "The Board spoke of the hall and of the", "stores below it."),
        sheet(3, "It ended.", "yard behind it."),
    )
    assert not any("Board Minutes v1" in line for line in found)


def test_the_place_of_the_file_with_the_page_number_is_no_paragraph() -> None:
    found = paragraphs(
        page(("Decision Record", 60, 80), ("The decision was taken by the Leader alone.", 60, 120)),
        page(("It takes effect at once.", 60, 80), ("04/decision/templates/FormD 2", 60, 815), number=2),
    )
    assert not any("FormD" in line for line in found)


def test_a_line_with_initials_at_the_foot_stays() -> None:
    assert "Agreed by AM/OF on behalf of the Board" in paragraphs(
        page(("Decision Record", 60, 80), ("Agreed by AM/OF on behalf of the Board", 60, 800))
    )
