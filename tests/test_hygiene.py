"""What may not stand in the project's files: names of the papers' own bodies in rules, machine paths, addresses of registries."""

import re
import subprocess
from pathlib import Path

import pytest

from matters.corpus import load_corpus

ROOT = Path(__file__).parent.parent
#: Words of councils' names that say nothing of the council.
PLAIN = {"london", "borough", "council", "county", "city", "of", "and", "the", "royal", "district", "metropolitan"}


def tracked(*folders: str) -> list[Path]:
    """Files of the project, as git lists them."""
    done = subprocess.run(["git", "ls-files", "-z", *folders], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


CODE = tracked("extract", "graph", "publish", "matters")


def texts(paths: list[Path]) -> list[tuple[Path, str]]:
    found = []
    for path in paths:
        try:
            found.append((path.relative_to(ROOT), path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return found


def test_there_are_files_to_look_at() -> None:
    assert len(CODE) > 50


def test_no_council_of_the_corpus_is_named_in_rules_or_vocabulary() -> None:
    corpus = load_corpus(ROOT / "corpus")
    words = {w for c in corpus.councils for name in c.names for w in re.findall(r"[a-z]+", name.lower())} - PLAIN
    assert len(words) >= len(corpus.councils)
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(words))})\b", re.IGNORECASE)
    found = [f"{path}: {m[0]}" for path, text in texts(CODE) if path.parts[0] in ("extract", "graph") for m in pattern.finditer(text)]
    assert found == []


FORBIDDEN = {
    "a machine's path": re.compile(r"/(?:wo" r"rk|ro" r"ot|ho" r"me|Us" r"ers)/[a-z]"),
    "a CDN's address": re.compile(r"unp" r"kg\.com|jsde" r"livr|cdn" r"js|fonts\.g" r"oogleapis|fonts\.g" r"static"),
    "a registry's address": re.compile(r"registry\.np" r"mjs|files\.python" r"hosted|py" r"pi\.org|np" r"mmirror"),
    "a promise instead of code": re.compile(r"\bTO" r"DO\b|\bFIX" r"ME\b|NotImpl" r"ementedError|mark\.(?:sk" r"ip|xf" r"ail)"),
}  # fmt: skip


@pytest.mark.parametrize("pattern", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_no_file_holds(pattern: re.Pattern[str]) -> None:
    files = [p for p in tracked() if p.relative_to(ROOT).parts[:2] != ("corpus", "papers")]
    found = [f"{path}: {m[0]}" for path, text in texts(files) for m in pattern.finditer(text)]
    assert found == []


def test_no_committed_file_is_large() -> None:
    assert [str(p) for p in tracked() if p.stat().st_size > 1_000_000] == []


def test_what_is_built_is_not_committed() -> None:
    assert tracked("build", "site", ".venv", "publish/node_modules") == []
