"""A few hundred mutated papers of each format, read in every run; many more with `make fuzz`."""

import io
import os
import zipfile
import zlib
from pathlib import Path

import pytest

from matters.readings import Task, read_task
from tests.fuzz import SEEDS, docx_seeds, fault, html_seeds, inputs, pdf_seeds

COUNTS = {"text": 300, "html": 200, "pdf": 120, "docx": 250}


@pytest.mark.parametrize("kind", SEEDS)
def test_every_input_is_read_or_refused_in_a_sentence(kind: str) -> None:
    faults = {number: said for number, data in enumerate(inputs(kind, COUNTS[kind], 2)) if (said := fault(data, kind))}
    assert faults == {}


def _zip(**parts: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _endless_pages() -> bytes:
    """A PDF whose page tree is its own child, and says that it has more pages than there is room for."""
    tree = b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 999999999>>endobj\n"
    return b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n" + tree + b"trailer<</Root 1 0 R>>\n%%EOF"


def _inflating() -> bytes:
    """A PDF whose one page unpacks to a hundred megabytes of nothing."""
    packed = zlib.compress(b" " * 100_000_000, 9)
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>endobj\n"
        b"4 0 obj<</Filter/FlateDecode/Length "
        + str(len(packed)).encode()
        + b">>stream\n"
        + packed
        + b"\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    )


HOSTILE = {
    "a zip of papers": lambda: _zip(a=b"Minutes", b=b"Report"),
    "a zip in a zip in a zip": lambda: _zip(a=_zip(b=_zip(c=b"words"))),
    "a word file in a word file": lambda: docx_seeds()[0] + docx_seeds()[0],
    "a pdf cut short": lambda: pdf_seeds()[0][:400],
    "a pdf inside a pdf": lambda: pdf_seeds()[0][:300] + pdf_seeds()[1] + pdf_seeds()[0][300:],
    "endless pages": _endless_pages,
    "a page that inflates": _inflating,
    "html nested deeply": lambda: b"<html><body>" + b"<div>" * 60_000 + b"words",
    "entities upon entities": lambda: (
        b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><html><body><p>&b;&b;</p></body></html>'
    ),
    "a local file and an address": lambda: (
        b'<html><body><iframe src="file:///etc/passwd"></iframe><img src="http://127.0.0.1:9/x.png"><p>Minutes of the Board</p>'
        b"<object data='file:///etc/hosts'></object></body></html>"
    ),
    "no bytes": lambda: b"",
    "only nulls": lambda: b"\0" * 5_000,
    "every byte": lambda: bytes(range(256)) * 40,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_is_read_or_refused_in_a_sentence(
    make: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    outcome = read_task(Task("p", "p.bin", make()))  # type: ignore[operator]
    assert outcome.trace is None, outcome.trace
    if not outcome.readings:
        assert outcome.failure is not None and outcome.failure.endswith(".") and "\n" not in outcome.failure
    else:
        assert "root:" not in outcome.readings[0].layout.text
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["minutes.txt", "minutes.html", "minutes", "minutes.docx"])
def test_the_content_tells_the_format_and_never_the_name(name: str) -> None:
    for data, kind in ((pdf_seeds()[0], "pdf"), (docx_seeds()[0], "docx"), (html_seeds()[0], "html")):
        outcome = read_task(Task("p", name, data))
        assert outcome.readings and outcome.readings[0].paper.format == kind
