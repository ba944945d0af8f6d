"""What comes in: encodings, files that are no papers, corrections, and hostile text."""

import time
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.errors import CorpusError, PaperError
from extract.readers import read_layout
from tests.layouts import check_layout, read

WORDS = "The Board’s “plan” – £5 a day. Cost: €3; café.\r\nIt was agreed.\r\n"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (WORDS.encode(), "utf-8"),
        (b"\xef\xbb\xbf" + WORDS.encode(), "utf-8"),
        (WORDS.encode("cp1252"), "windows-1252"),
        (b"\xff\xfe" + WORDS.encode("utf-16-le"), "utf-16-le"),
        (b"\xfe\xff" + WORDS.encode("utf-16-be"), "utf-16-be"),
        (WORDS.encode("utf-16-le"), "utf-16-le"),
        (WORDS.encode("utf-16-be"), "utf-16-be"),
    ],
    ids=["utf-8", "utf-8 with mark", "windows-1252", "utf-16-le marked", "utf-16-be marked", "utf-16-le", "utf-16-be"],
)
def test_encodings_are_read_right(data: bytes, encoding: str) -> None:
    layout = read_layout(data, name="paper.txt")
    assert (layout.text, layout.encoding) == (WORDS, encoding)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ("Costs £5".encode()[:-2] + "£".encode()[:1], "Costs "),
        (("Five “quoted” words – here. " * 9).encode() + b"It cost \xa35.", "It cost £5."),
        ("Dŵr Cymru – y cyngor".encode(), "Dŵr Cymru – y cyngor"),
        (b"Cost \xa3249k for the council\x92s plan", "Cost £249k for the council’s plan"),
        (b'<html><head><meta charset="iso-8859-1"></head><body><p>\x93Plan\x94 \xa35</p></body></html>', "“Plan” £5"),
    ],
    ids=["cut inside a character", "one stray byte", "Welsh", "one pound sign", "declared latin-1"],
)
def test_odd_bytes_are_read_right(data: bytes, expected: str) -> None:
    text = read_layout(data, name="paper.txt").text
    assert expected in text and "Ã" not in text and "\ufffd" not in text


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n ", "is empty"),
        (b"\xef\xbb\xbf  ", "is empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....word/document.xml", "DOCX"),
        (b"PK\x03\x04....xl/workbook.xml", "ZIP"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old Word"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"{\\rtf1 words}", "RTF"),
        (b"words\0\0\1\2words", "binary"),
        (bytes(range(1, 32)) * 9, "binary"),
        (b"<html><body><script>x</script></body></html>", "no words"),
    ],
)
def test_files_that_are_no_papers_are_refused_in_one_sentence(data: bytes, words: str) -> None:
    with pytest.raises(PaperError) as caught:
        read_layout(data, name="odd.txt")
    message = str(caught.value)
    assert words in message and "odd.txt" in message and message.endswith(".") and "\n" not in message


@dataclass(frozen=True)
class Mend:
    wrong: str
    right: str
    why: str = "scan"


def test_misreadings_are_mended_once_and_recorded() -> None:
    layout = read_layout(b"The B0ard met. The B0ard left.", name="p.txt", misreadings=[Mend("B0ard", "Board itself")])
    assert layout.text == "The Board itself met. The Board itself left."
    assert [(layout.text[m.start : m.end], m.raw, m.why) for m in layout.misread] == [
        ("Board itself", "B0ard", "scan")
    ] * 2


def test_misreadings_move_the_lines_of_a_page() -> None:
    layout = read_layout(b"<p>One tw0</p><h2>Three</h2>", name="p.html", misreadings=[Mend("tw0", "and two")])
    check_layout(layout)
    assert [layout.text[b.start : b.end] for b in layout.blocks] == ["One and two", "Three"]


@pytest.mark.parametrize(
    ("mends", "words"),
    [
        ([Mend("absent", "x")], "matches nothing"),
        ([Mend("", "x")], "no wrong words"),
        ([Mend("The B", "x"), Mend("Board", "y")], "overlap"),
    ],
)
def test_misreadings_that_do_not_fit_are_refused(mends: list[Mend], words: str) -> None:
    with pytest.raises(CorpusError, match=words):
        read_layout(b"The Board met.", name="p.txt", misreadings=mends)


_LINES = st.sampled_from(
    [
        "Minutes:", "Decision Maker: Cabinet", "1. To note", "(a) that;", "- (b) x", "•", "o   item", "Background", "RECOMMENDATIONS", "",
        "  ", "[[page 3]]", "12", "a\tb\tc", "<p>x</p>", "Cell\t<ul> x </ul>", "The Board met and agreed that", "continued here", "Page | 3",
        "**bold** \\- x", "# Head", "| a | b |", "|--|--|", "---", "1.1 In the year. 1.2 Of the year.", "\ufeff", "\u2028", "\f", "█", "<div",
        "Title Report of Wards Status Urgent Key", "a@b.example.uk", "Tel: 020 7946 0000", "204/20 Title The", "\u00a0",
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(_LINES, max_size=30), st.sampled_from(["\n", "\r\n", "\n\n", " "]))
def test_any_mixture_of_lines_is_tiled(lines: list[str], end: str) -> None:
    text = end.join(lines)
    try:
        layout = read(text)
    except PaperError:
        return
    check_layout(layout)
    if layout.format == "text":
        assert len(layout.text) == len(text.removeprefix("\ufeff"))
        assert all(a == b or a == "█" for a, b in zip(layout.text, text.removeprefix("\ufeff"), strict=True))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_tiled_or_refused(text: str) -> None:
    try:
        layout = read_layout(text.encode("utf-8", errors="ignore"), name="p.txt")
    except PaperError:
        return
    check_layout(layout)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        check_layout(read_layout(data, name="p.txt"))
    except PaperError as error:
        assert "p.txt" in str(error)


HOSTILE = {
    "one long word": "A" * 1_000_000,
    "one long line": "Care is 1.1 Of the Board. 1.2 In " * 20_000,
    "at signs": "a@" * 200_000,
    "digits": "01 " * 200_000,
    "asterisks": "# x\n# y\n" + "**" * 200_000,
    "brackets": "# x\n# y\n" + "[a](" * 50_000,
    "angle brackets": "x <p " * 100_000,
    "comments": "<!-- a -->" * 50_000 + "<p>x",
    "lists within lists": "1. a:\n" * 10_000,
    "spaces": "x" + " " * 1_000_000 + "y",
    "cover labels": "Title Report of Wards Status " * 20_000,
    "crumbs": " > ".join(["a"] * 50_000),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_is_read_in_linear_time(text: str) -> None:
    started = time.process_time()
    check_layout(read(text))
    assert time.process_time() - started < 10
