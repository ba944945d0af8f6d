"""The site is whole at every moment, wherever a build is killed."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from matters import swap
from tests.project import TinyProject

ROOT = Path(__file__).parent.parent
FILES = 60
KILLS = 12

#: Builds over and over, each site of many files that all hold the number of their build.
ENDLESS = f"""
import datetime, itertools, sys
from pathlib import Path
import matters.build as b
from matters.report import Reporter
from matters.root import Project

def write_site(governance, *, pages_dir, **_):
    pages_dir.mkdir(parents=True, exist_ok=True)

def render_site(*, pages_dir, site_dir, config):
    site_dir.mkdir()
    for name in ["index.html", *(f"{{n}}.html" for n in range({FILES} - 1))]:
        (site_dir / name).write_text(number)

b.write_site, b.render_site = write_site, render_site
for number in map(str, itertools.count(int(sys.argv[2]))):
    built = b.build(Project(Path(sys.argv[1])), b.Settings(as_of=datetime.date(2024, 1, 1)), Reporter(quiet=True))
    print(number if built.published else " ".join(built.lines), flush=True)
"""


def folder(path: Path, text: str) -> Path:
    """A site of one page."""
    path.mkdir()
    (path / "index.html").write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("can_exchange", [True, False], ids=["in one step", "in two renames"])
def test_the_new_site_takes_the_place_of_the_old(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can_exchange: bool) -> None:
    if not can_exchange:
        monkeypatch.setattr(swap, "rename_exchange", lambda one, other: False)
    site, new, old = folder(tmp_path / "site", "old"), folder(tmp_path / "new", "new"), tmp_path / "old"
    swap.exchange(new, site, old=old)
    assert (site / "index.html").read_text(encoding="utf-8") == "new"
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_a_first_site_needs_no_old_one(tmp_path: Path) -> None:
    swap.exchange(folder(tmp_path / "new", "new"), tmp_path / "site", old=tmp_path / "old")
    assert [p.name for p in tmp_path.iterdir()] == ["site"]


def test_this_system_exchanges_folders_in_one_step_or_says_that_it_cannot(tmp_path: Path) -> None:
    one, other = folder(tmp_path / "one", "1"), folder(tmp_path / "other", "2")
    done = swap.rename_exchange(one, other)
    assert done == (sys.platform == "linux")
    assert (one / "index.html").read_text(encoding="utf-8") == ("2" if done else "1")


def test_an_exchange_that_fails_is_an_error(tmp_path: Path) -> None:
    if sys.platform == "linux":
        with pytest.raises(FileNotFoundError):
            swap.rename_exchange(tmp_path / "none", folder(tmp_path / "site", "x"))


@pytest.mark.parametrize(
    ("left", "kept"),
    [
        ({"site": "good"}, "good"),
        ({"site": "good", "new": "half"}, "good"),
        ({"old": "good", "new": "whole"}, "good"),
        ({"site": "new", "old": "good"}, "new"),
    ],
    ids=["nothing begun", "killed while writing", "killed between two renames", "killed before clearing away"],
)
def test_what_a_killed_build_left_is_put_right(tmp_path: Path, left: dict[str, str], kept: str) -> None:
    for name, text in left.items():
        folder(tmp_path / name, text)
    swap.recover(site=tmp_path / "site", old=tmp_path / "old")
    assert (tmp_path / "site" / "index.html").read_text(encoding="utf-8") == kept
    assert not (tmp_path / "old").exists()


def test_a_build_killed_at_any_moment_leaves_the_last_good_site_whole(project: TinyProject) -> None:
    """Kills come at random moments of builds that follow one another; after each the site is of one build, and all of it."""
    script = project.root / "endless.py"
    script.write_text(ENDLESS, encoding="utf-8")
    moments = random.Random(1)
    last = 0
    for _ in range(KILLS):
        running = subprocess.Popen(
            [sys.executable, str(script), str(project.root), str(last + 1)], cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE, text=True
        )
        assert running.stdout is not None
        assert running.stdout.readline() == f"{last + 1}\n"
        time.sleep(moments.uniform(0, 0.4))
        running.kill()
        told = [last + 1, *map(int, running.stdout.read().split())]
        running.wait()
        pages = [p.read_text(encoding="utf-8") for p in (project.root / "site").iterdir()]
        assert len(pages) == FILES
        assert set(pages) <= {str(told[-1]), str(told[-1] + 1)} and len(set(pages)) == 1
        last = told[-1] + 1
    assert last > KILLS
