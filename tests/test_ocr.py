"""Pages that are only pictures: reported as unread, and with --ocr read by Tesseract (here a stand-in for it) with its confidence."""

import io
import stat
import sys
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extract.errors import PaperError
from extract.readers import read_layout
from extract.readers.pdf.ocr import VARIABLE

TABLE = """level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext
4\t1\t1\t1\t1\t0\t300\t300\t900\t60\t-1\t
5\t1\t1\t1\t1\t1\t300\t300\t300\t50\t91.0\tRESOLVED:
5\t1\t1\t1\t1\t2\t620\t310\t150\t50\t89.0\tThat
5\t1\t1\t1\t1\t3\t800\t300\t100\t60\t90.0\tit
5\t1\t1\t1\t1\t4\t920\t300\t100\t60\t12.0\t~|
5\t1\t1\t1\t1\t5\t1040\t300\t160\t60\t90.0\tstand.
not\ta\trow
"""


@pytest.fixture
def tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program of that name that prints the table and keeps what it was given."""
    program = tmp_path / "bin" / "tesseract"
    program.parent.mkdir()
    given = tmp_path / "given"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nopen({str(given)!r}, 'ab').write(sys.stdin.buffer.read(8))\n"
        f"sys.stdout.write({TABLE!r})\n",
        encoding="utf-8",
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(program.parent))
    monkeypatch.setenv(VARIABLE, "1")
    return given


def drawn(*pages: str) -> bytes:
    """A PDF whose pages hold these words; an empty one holds a picture only."""
    target, picture = io.BytesIO(), io.BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")
    canvas = Canvas(target, invariant=1)
    for words in pages:
        if words:
            canvas.drawString(72, 700, words)
        else:
            picture.seek(0)
            canvas.drawImage(ImageReader(picture), 50, 50, 400, 600)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def test_a_page_without_words_is_reported() -> None:
    layout = read_layout(drawn("The minutes of the board.", ""), name="paper.pdf")
    assert layout.unread_pages == [2]


def test_a_scan_is_refused_with_what_to_do() -> None:
    with pytest.raises(PaperError, match=r"^scan\.pdf is a scan: .*--ocr.*\.$"):
        read_layout(drawn(""), name="scan.pdf")


def test_recognised_words_carry_how_sure_they_are(tesseract: Path) -> None:
    layout = read_layout(drawn("The minutes of the board.", ""), name="paper.pdf")
    found = [(layout.text[b.start : b.end], b.page, b.confidence) for b in layout.blocks]
    assert found == [
        ("The minutes of the board.", 1, None),
        ("RESOLVED: That it stand.", 2, pytest.approx(0.9)),
    ]
    assert layout.unread_pages == []
    assert tesseract.read_bytes() == b"\x89PNG\r\n\x1a\n", "one page was drawn, as a picture"


def test_a_page_with_words_is_never_recognised(tesseract: Path) -> None:
    read_layout(drawn("The minutes of the board.", "It was cold."), name="paper.pdf")
    assert not tesseract.exists()


def test_without_tesseract_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv(VARIABLE, "1")
    with pytest.raises(PaperError, match=r"^scan\.pdf .*Tesseract, which is not installed: install it.*\.$"):
        read_layout(drawn(""), name="scan.pdf")


def test_a_tesseract_that_breaks_leaves_the_page_unread(tesseract: Path) -> None:
    program = tesseract.parent / "bin" / "tesseract"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    layout = read_layout(drawn("The minutes of the board.", ""), name="paper.pdf")
    assert layout.unread_pages == [2]
