"""The real corpus, built with the real renderer: the same site each time, and nothing read twice."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def build(root: Path, **environment: str) -> list[str]:
    """Build the project's corpus in a folder of its own; the lines of the closing report."""
    if not root.exists():
        shutil.copytree(ROOT / "corpus", root / "corpus")
    done = subprocess.run(
        [sys.executable, "-m", "matters", "-C", str(root), "build", "--as-of", "2026-01-01"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
        cwd=root,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.splitlines()


def files(folder: Path) -> dict[str, bytes]:
    """Every file under a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A folder with a first build, and what it said."""
    root = tmp_path_factory.mktemp("first") / "project"
    return root, build(root, PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")


def test_two_builds_of_the_same_corpus_are_byte_identical(first: tuple[Path, list[str]], tmp_path: Path) -> None:
    """Another folder, another time zone, another order of hashing: the same bytes in every file of the site."""
    other = tmp_path / "elsewhere" / "project"
    build(other, PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C", COLUMNS="50")
    one, two = files(first[0] / "site"), files(other / "site")
    assert sorted(one) == sorted(two)
    assert [name for name in one if one[name] != two[name]] == []


def test_a_second_build_reads_nothing_and_changes_nothing(first: tuple[Path, list[str]]) -> None:
    root, said = first
    before = files(root / "site")
    count = int(said[0].split()[0])
    assert said[0] == f"{count} papers listed, {count} read anew, 0 unchanged."
    again = build(root)
    assert again[0] == f"{count} papers listed, 0 read anew, {count} unchanged."
    assert files(root / "site") == before


def test_no_page_tells_where_it_was_built(first: tuple[Path, list[str]]) -> None:
    marks = [str(first[0]).encode(), str(ROOT).encode()]
    assert [name for name, data in files(first[0] / "site").items() if any(mark in data for mark in marks)] == []


def test_the_corpus_says_of_each_paper_what_the_paper_says(first: tuple[Path, list[str]]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "matters", "-C", str(first[0]), "check"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr.replace("Reading the papers: done.\nBuilding the governance graph: done.\n", "")) == (0, "")
