"""Any bytes at all: papers of every format flipped, cut, spliced and nested, each read to the end or refused in one sentence.

`python -m tests.fuzz --count 10000` reads that many of each format and prints what went wrong; `test_fuzz.py` reads a few.
"""

import argparse
import io
import random
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from docx import Document
from reportlab.pdfgen.canvas import Canvas

from extract import read_papers
from extract.errors import PaperError

PAGES = Path(__file__).parent / "data" / "pages"
WORDS = (
    "MINUTES of the Harbour Board held on 4 March 2024",
    "Present: Cllr Ann Brook (Chair), Cllr Tom Lark and Mrs Jo Finch, Clerk",
    "1. Quay",
    "RESOLVED: (a) That the quay be painted; and (b) that a report be brought back in June 2024.",
    "Action: Clerk to write to the owner of the quay by 30 April 2024.",
    "The Quay Group reports to the Harbour Board.",
)


def text_seeds() -> list[bytes]:
    """Plain text and Markdown."""
    plain = "\n\n".join(WORDS)
    return [
        plain.encode(),
        plain.encode("utf-16"),
        ("# " + "\n\n**".join(WORDS) + "**\n\n| a | b |\n|---|---|").encode(),
    ]


def html_seeds() -> list[bytes]:
    """Saved pages."""
    return [page.read_bytes() for page in sorted(PAGES.glob("*.html"))]


def pdf_seeds() -> list[bytes]:
    """Drawn pages, packed and not, with rulings."""
    found = []
    for packed in (0, 1):
        target = io.BytesIO()
        canvas = Canvas(target, invariant=1, pageCompression=packed)
        for page in range(3):
            for place, words in enumerate(WORDS):
                canvas.drawString(60, 780 - 40 * place, words)
            canvas.grid([60, 200, 400], [300, 340, 380])
            canvas.drawString(70, 350, f"Cell {page}")
            canvas.showPage()
        canvas.save()
        found.append(target.getvalue())
    return found


def docx_seeds() -> list[bytes]:
    """Word files with lists and a table."""
    document = Document()
    document.add_heading(WORDS[0], 1)
    for words in WORDS[1:]:
        document.add_paragraph(words, style="List Number")
    table = document.add_table(rows=3, cols=3)
    for row in table.rows:
        for cell, words in zip(row.cells, ("1.", "Clerk to write.", "JF"), strict=True):
            cell.text = words
    target = io.BytesIO()
    document.save(target)
    return [target.getvalue()]


SEEDS: dict[str, Callable[[], list[bytes]]] = {
    "text": text_seeds,
    "html": html_seeds,
    "pdf": pdf_seeds,
    "docx": docx_seeds,
}


def mutated(data: bytes, seeds: list[bytes], chance: random.Random) -> bytes:
    """The bytes with a few flips, cuts, repeats and splices."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        if not changed:
            break
        at, what = chance.randrange(len(changed)), chance.random()
        if what < 0.4:
            changed[at] = chance.randrange(256)
        elif what < 0.55:
            del changed[at : at + chance.randrange(1, 200)]
        elif what < 0.7:
            changed[at:at] = changed[max(0, at - chance.randrange(300)) : at]
        elif what < 0.85:
            other = chance.choice(seeds)
            start = chance.randrange(len(other))
            changed[at:at] = other[start : start + chance.randrange(1, 300)]
        elif what < 0.9:
            changed = changed[:at]
    return bytes(changed)


def repacked(data: bytes, seeds: list[bytes], chance: random.Random) -> bytes:
    """A Word file with parts mutated inside a whole archive, now and then with an archive nested in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        unlucky = chance.choice(old.namelist())
        for part in old.namelist():
            content = old.read(part)
            if part == unlucky or part == "word/document.xml" and chance.random() < 0.5:
                content = data if chance.random() < 0.1 else mutated(content, seeds, chance)
            new.writestr(part, content)
    return target.getvalue()


def inputs(kind: str, count: int, seed: int) -> Iterator[bytes]:
    """So many mutated papers of a format, always the same for one seed."""
    chance, seeds = random.Random(f"{kind} {seed}"), SEEDS[kind]()
    for _ in range(count):
        data = chance.choice(seeds)
        inside = kind == "docx" and chance.random() < 0.7
        yield (repacked if inside else mutated)(data, seeds, chance)


def fault(data: bytes, kind: str) -> str | None:
    """What is wrong with how some bytes were taken; None where they were read, or refused in one sentence."""
    try:
        read_papers(data, name=f"paper.{kind}")
    except PaperError as error:
        said = str(error)
        return None if said.endswith(".") and "\n" not in said and "paper" in said else f"no sentence: {said!r}"
    except Exception as error:  # whatever it is, it is what this looks for
        return f"{type(error).__name__}: {error}"
    return None


def main() -> int:
    """Read many and say what went wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=10_000, help="inputs of each format")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=SEEDS, action="append", help="only this format")
    given = parser.parse_args()
    wrong = 0
    for kind in given.format or SEEDS:
        slowest, began = 0.0, time.monotonic()
        for number, data in enumerate(inputs(kind, given.count, given.seed)):
            start = time.monotonic()
            said = fault(data, kind)
            slowest = max(slowest, time.monotonic() - start)
            if said is not None:
                wrong += 1
                print(f"{kind} {number}: {said}")
        print(f"{kind}: {given.count} inputs in {time.monotonic() - began:.0f} s, the slowest {slowest:.2f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
