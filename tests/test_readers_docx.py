"""Word files: numbers as Word prints them, tables, changes accepted, comments and hidden words left out, nothing fetched."""

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from extract.blocks import Layout
from extract.errors import PaperError
from extract.readers import read_layout
from extract.readers.docx.numbers import spelt


def saved(document: WordDocument) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def layout_of(document: WordDocument) -> Layout:
    return read_layout(saved(document), name="paper.docx")


def words_of(document: WordDocument, *kinds: str) -> list[str]:
    layout = layout_of(document)
    return [layout.text[b.start : b.end] for b in layout.blocks if not kinds or b.kind in kinds]


def add(document: WordDocument, inner: str, properties: str = "") -> None:
    """A paragraph from the XML of its runs."""
    xml = f"<w:p {nsdecls('w')}><w:pPr>{properties}</w:pPr>{inner}</w:p>"
    document.element.body.insert(len(document.element.body) - 1, parse_xml(xml))


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def number(level: int, list_id: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'


def with_list(document: WordDocument, *levels: tuple[str, str]) -> None:
    """A list 91 with these levels (form, text), and a list 92 of the same that starts anew at 4."""
    root = document.part.numbering_part.element
    made = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90">{made}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="91"><w:abstractNumId w:val="90"/></w:num>'))
    over = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    root.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="92"><w:abstractNumId w:val="90"/>{over}</w:num>'))


def test_numbers_are_those_that_word_prints() -> None:
    document = Document()
    with_list(document, ("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "%4."))
    for level in (0, 1, 1, 2, 2, 3, 1, 0, 1):
        add(document, run(f"Words at {level}"), number(level, 91))
    add(document, run("Begins anew"), number(0, 92))
    assert words_of(document) == [
        "1. Words at 0",
        "1.1 Words at 1",
        "1.2 Words at 1",
        "(a) Words at 2",
        "(b) Words at 2",
        "i. Words at 3",
        "1.3 Words at 1",
        "2. Words at 0",
        "2.1 Words at 1",
        "4. Begins anew",
    ]


@pytest.mark.parametrize(
    ("value", "form", "printed"),
    [
        (3, "decimal", "3"),
        (28, "lowerLetter", "bb"),
        (4, "upperRoman", "IV"),
        (7, "decimalZero", "07"),
        (22, "ordinal", "22nd"),
        (12, "ordinal", "12th"),
        (2, "none", ""),
    ],
)
def test_a_number_in_each_form(value: int, form: str, printed: str) -> None:
    assert spelt(value, form) == printed


def test_bullets_and_numbers_set_by_a_style() -> None:
    document = Document()
    document.add_paragraph("Minutes", style="Heading 1")
    document.add_paragraph("Bring a plan", style="List Bullet")
    document.add_paragraph("Write to the owner", style="List Number")
    document.add_paragraph("Buy a bench", style="List Number")
    assert words_of(document) == ["Minutes", "• Bring a plan", "1. Write to the owner", "2. Buy a bench"]
    assert [b.kind for b in layout_of(document).blocks] == ["heading", "list_item", "list_item", "list_item"]


def test_changes_are_accepted_and_comments_and_hidden_words_left_out() -> None:
    document = Document()
    add(
        document,
        run("The fee is ")
        + f'<w:del w:id="1" w:author="x"><w:r><w:delText>£10</w:delText></w:r></w:del><w:ins w:id="2" w:author="x">{run("£12")}</w:ins>'
        + run(" a year.")
        + run("Not for print", "<w:vanish/>")
        + '<w:r><w:commentReference w:id="0"/></w:r>',
    )
    add(document, run("The clerk"), "<w:rPr><w:del w:id='3' w:author='x'/></w:rPr>")
    add(document, run("will write."))
    assert words_of(document) == ["The fee is £12 a year.", "The clerk will write."]


def test_a_deleted_row_and_cells_merged_downwards() -> None:
    document = Document()
    table = document.add_table(rows=4, cols=2)
    for row, words in zip(
        table.rows, (("Action", "Owner"), ("Paint", "RV"), ("Gone", "BL"), ("Mend", "RV")), strict=True
    ):
        row.cells[0].text, row.cells[1].text = words
    table.rows[2]._tr.get_or_add_trPr().append(parse_xml(f'<w:del {nsdecls("w")} w:id="4" w:author="x"/>'))
    table.cell(1, 1).merge(table.cell(3, 1))
    layout = layout_of(document)
    cells = [(b.row, b.column, b.column_name, layout.text[b.start : b.end]) for b in layout.blocks]
    assert [cell for cell in cells if cell[3] in ("Paint", "Mend", "Gone")] == [
        (1, 0, "Action", "Paint"),
        (2, 0, "Action", "Mend"),
    ]


def test_owners_set_beside_running_text_by_empty_paragraphs() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    for cell, words in zip(table.rows[0].cells, ("Item", "Discussion", "Action"), strict=True):
        cell.text = words
    item, text, owner = table.rows[1].cells
    item.text = "4."
    text.text = "Health and safety"
    text.add_paragraph("The clerk will write to the contractor.")
    text.add_paragraph("The fence was looked at.")
    owner.text = ""
    owner.add_paragraph("RV")
    layout = layout_of(document)
    (note,) = [b for b in layout.blocks if b.beside is not None]
    assert layout.text[note.start : note.end] == "RV"
    assert layout.text[note.beside or 0 :].startswith("The clerk will write")
    assert "4. Health and safety" in layout.text


def test_a_header_is_furniture_and_a_text_box_is_read_once() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "Midshire Council"
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('Boxed words')}</w:p></w:txbxContent></w:pict></w:r>"
    add(document, run("Beside it") + box)
    assert words_of(document, "furniture") == ["Midshire Council"]
    assert sorted(words_of(document, "paragraph", "heading")) == ["Beside it", "Boxed words"]


def _repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {part: archive.read(part) for part in archive.namelist()}
    change(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    return target.getvalue()


def _bomb(parts: dict[str, bytes]) -> None:
    parts["word/media/image1.bin"] = b"\0" * 300_000_000


def _entities(parts: dict[str, bytes]) -> None:
    declared = b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    parts["word/document.xml"] = declared + parts["word/document.xml"].split(b"?>", 1)[1].replace(
        b"Words", b"W&b;&x;", 1
    )


def _no_document(parts: dict[str, bytes]) -> None:
    del parts["word/document.xml"]


def _cut(parts: dict[str, bytes]) -> None:
    parts["word/document.xml"] = parts["word/document.xml"][:-40]


@pytest.mark.parametrize("change", [_bomb, _no_document, _cut])
def test_a_damaged_or_swollen_file_is_refused_with_a_sentence(change: Callable[[dict[str, bytes]], None]) -> None:
    document = Document()
    document.add_paragraph("Words")
    with pytest.raises(PaperError, match=r"^paper\.docx .*[:;].*\.$"):
        read_layout(_repacked(saved(document), change), name="paper.docx")


def test_entities_are_neither_unfolded_nor_fetched() -> None:
    document = Document()
    document.add_paragraph("Words of the paper")
    try:
        text = read_layout(_repacked(saved(document), _entities), name="paper.docx").text
    except PaperError:
        return
    assert "root:" not in text and "aaaa" not in text


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(PaperError, match="without words"):
        read_layout(saved(Document()), name="paper.docx")
