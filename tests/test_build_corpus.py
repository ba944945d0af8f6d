"""A build of a corpus: what it says, what it reads again, and what bad input does to the site that is there."""

import fcntl
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from matters.readings import InProcess
from tests.project import FACTS, TinyProject, entry
from tests.test_corpus import said_by


def built(project: TinyProject) -> dict[str, bytes]:
    """The site after a first, good build."""
    result = project.run("build")
    assert result.status == 0, result.err
    site = project.site()
    assert site
    return site


def test_the_closing_report_says_what_was_read_and_found(project: TinyProject) -> None:
    result = project.run("build")
    lines = result.out.splitlines()
    assert lines[0] == "2 papers listed, 2 read anew, 0 unchanged."
    assert lines[1].startswith("Found: 2 decisions, 1 actions, 0 responses, ")
    assert lines[-1].startswith("site/ is built: 1 page in ")


def test_a_second_build_reads_no_paper_again(project: TinyProject) -> None:
    built(project)
    assert project.run("build").out.startswith("2 papers listed, 0 read anew, 2 unchanged.\n")


def test_only_a_paper_that_has_changed_is_read_again(project: TinyProject) -> None:
    built(project)
    project.papers["quay"] += b"\n2. That Cabinet approve the harbour dues.\n"
    project.paper("quay").write_bytes(project.papers["quay"])
    project.list_papers()
    assert project.run("build").out.startswith("2 papers listed, 1 read anew, 1 unchanged.\n")


def test_a_correction_reads_its_paper_again_and_no_other(project: TinyProject) -> None:
    built(project)
    project.correct(said_by("misreading", paper="ferry", wrong="winter timetable", right="spring timetable"))
    assert project.run("build").out.startswith("2 papers listed, 1 read anew, 1 unchanged.\n")
    assert b"spring timetable" in (project.root / "build/graph/actions.jsonl").read_bytes()


def test_a_reading_that_is_not_whole_is_read_again(project: TinyProject) -> None:
    built(project)
    kept = project.root / "build/readings/ferry.json"
    kept.write_bytes(kept.read_bytes()[:-200])
    assert project.run("build").out.startswith("2 papers listed, 1 read anew, 1 unchanged.\n")


def test_the_reading_of_a_paper_taken_out_is_taken_away(project: TinyProject) -> None:
    built(project)
    del project.papers["quay"]
    project.list_papers()
    project.run("build")
    assert [p.name for p in (project.root / "build/readings").iterdir()] == ["ferry.json"]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_number_of_processes_changes_nothing(project: TinyProject, jobs: str) -> None:
    assert project.run("build", "--jobs", jobs).status == 0
    first = (project.root / "build/graph/decisions.jsonl").read_bytes()
    assert [json.loads(line)["paper_id"] for line in first.splitlines()] == ["ferry", "quay"]


def test_each_stage_leaves_files_that_a_person_can_read(project: TinyProject) -> None:
    built(project)
    rows = [json.loads(line) for line in (project.root / "build/extract/actions.jsonl").open(encoding="utf-8")]
    assert [row["owner_raw"] for row in rows] == ["Ms Ida Quill"]
    assert (project.root / "build/unused.jsonl").is_file()


def list_unknown_council(project: TinyProject) -> None:
    project.list_papers(entry("x", b"x", council="nowhere"))


def list_one_id_twice(project: TinyProject) -> None:
    project.list_papers(entry("ferry", b"x", file="papers/aldermere/x.txt"))


def break_the_manifest(project: TinyProject) -> None:
    (project.corpus / "papers.yml").write_text("- id: [\n", encoding="utf-8")


def lose_the_manifest(project: TinyProject) -> None:
    (project.corpus / "papers.yml").write_text("", encoding="utf-8")


def correct_nothing(project: TinyProject) -> None:
    project.correct(said_by("misreading", paper="ferry", wrong="words that stand nowhere", right="b"))


def judge_nothing(project: TinyProject) -> None:
    project.correct(said_by("same", left="per-none", right="per-neither"))


def edit_nothing(project: TinyProject) -> None:
    project.correct(said_by("edit", record="act-none", field="owner_raw", value="null"))


def withhold_nothing(project: TinyProject) -> None:
    project.correct(said_by("withhold", name="Nobody Atall"))


MISTAKES: dict[Callable[[TinyProject], None], str] = {
    list_unknown_council: "is of the council 'nowhere', which councils.yml does not list",
    list_one_id_twice: "two papers have the id 'ferry': give one of them another.",
    break_the_manifest: "corpus/papers.yml, line 2: this is not YAML",
    lose_the_manifest: "corpus/papers.yml lists no paper: add one with `matters add`.",
    correct_nothing: "words that stand nowhere",
    judge_nothing: "names per-ne",
    edit_nothing: "the edit of 'owner_raw' of the record 'act-none' matches nothing",
    withhold_nothing: "matches nothing in any paper: mend its spelling, or take the entry out.",
}


@pytest.mark.parametrize(("mistake", "sentence"), MISTAKES.items(), ids=[m.__name__ for m in MISTAKES])
@pytest.mark.parametrize("command", ["build", "check"])
def test_a_mistake_in_the_lists_leaves_the_site_as_it_was(
    project: TinyProject, mistake: Callable[[TinyProject], None], sentence: str, command: str
) -> None:
    before = built(project)
    mistake(project)
    result = project.run(command)
    assert result.status == 1
    said = [line for line in result.err.splitlines() if not line.endswith(": done.")]
    assert sentence in said[0] and "Traceback" not in result.err
    assert len(said) == (1 if command == "build" else 2)
    assert project.site() == before


BAD_PAPERS: dict[str, tuple[bytes | None, str]] = {
    "missing": (None, "quay: the file corpus/papers/aldermere/quay.txt is missing: put it back, or take its entry out of papers.yml."),
    "empty": (b"", "quay: the file corpus/papers/aldermere/quay.txt is empty: put the paper there as published."),
    "changed": (b"Other words.", "quay: the file corpus/papers/aldermere/quay.txt is not the one listed (its SHA-256 differs): "),
    "binary": (bytes(range(256)) * 8, "quay.txt"),
}  # fmt: skip


@pytest.mark.parametrize(("data", "sentence"), BAD_PAPERS.values(), ids=BAD_PAPERS.keys())
def test_a_bad_paper_stops_no_other_and_leaves_the_site_as_it_was(
    project: TinyProject, data: bytes | None, sentence: str
) -> None:
    before = built(project)
    if data is None:
        project.paper("quay").unlink()
    else:
        project.paper("quay").write_bytes(data)
        if data.startswith(b"\0"):
            project.papers["quay"] = data
            project.list_papers()
    result = project.run("build")
    lines = result.out.splitlines()
    assert result.status == 1
    assert lines[0] == "2 papers listed, 0 read anew, 1 unchanged, 1 failed."
    assert any(line.startswith("Failed: ") and sentence in line for line in lines)
    assert lines[-1] == (
        "1 paper failed (quay): site/ is as it was; the new site without it stands in build/site-unpublished/."
    )
    assert project.site() == before
    assert (project.root / "build/site-unpublished/index.html").is_file()
    coverage = [json.loads(line) for line in (project.root / "build/graph/coverage.jsonl").open(encoding="utf-8")]
    assert [(row["listed"], row["read"], row["failed"]) for row in coverage] == [(1, 0, 1), (1, 1, 0)]
    assert sentence in coverage[0]["why"]


def test_a_bad_paper_is_a_mistake_for_check(project: TinyProject) -> None:
    project.paper("quay").unlink()
    result = project.run("check")
    assert result.status == 1
    assert result.err.splitlines()[-1] == "1 mistake found."


def test_check_compares_the_manifest_with_what_the_papers_say(project: TinyProject) -> None:
    assert project.run("check").out == "All is well: 2 papers of 1 council, 0 corrections.\n"
    facts = FACTS["ferry"] | {"date": "2024-03-05"}
    (project.corpus / "papers.yml").write_text(entry("ferry", project.papers["ferry"], **facts), encoding="utf-8")
    result = project.run("check")
    assert result.status == 1
    assert "ferry: the manifest has the date '2024-03-05', the paper was read as '2024-03-04': " in result.err


def test_check_names_a_file_that_is_not_listed(project: TinyProject) -> None:
    (project.corpus / "papers/aldermere/stray.txt").write_text("Stray.\n", encoding="utf-8")
    assert "corpus/papers/aldermere/stray.txt is not listed in papers.yml: " in project.run("check").err


def test_when_every_paper_is_bad_there_is_no_new_site(project: TinyProject) -> None:
    before = built(project)
    for paper in ("ferry", "quay"):
        project.paper(paper).unlink()
    result = project.run("build")
    assert result.status == 1
    assert result.out.splitlines()[-1].endswith("no paper could be read, so there is no new site.")
    assert project.site() == before


def test_a_renderer_that_fails_leaves_the_site_as_it_was(project: TinyProject, monkeypatch: pytest.MonkeyPatch) -> None:
    before = built(project)

    def render_site(**_: object) -> None:
        raise OSError(28, "No space left on device", "build/site-new")

    monkeypatch.setattr("matters.build.render_site", render_site)
    result = project.run("build")
    assert result.status == 1
    assert "No space left on device" in result.err and "Traceback" not in result.err
    assert project.site() == before


def test_an_interruption_is_one_sentence(project: TinyProject, monkeypatch: pytest.MonkeyPatch) -> None:
    before = built(project)

    def render_site(**_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("matters.build.render_site", render_site)
    result = project.run("build", "--quiet")
    assert result.status == 1
    assert result.err.strip() == "Stopped from the keyboard: nothing half-made was left in its place."
    assert project.site() == before


def test_two_builds_never_run_at_once(project: TinyProject) -> None:
    before = built(project)
    with (project.root / "build/.lock").open("a+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = project.run("build")
    assert (result.status, result.out) == (1, "")
    assert result.err == f"Another build is running in {project.root / 'build'}: wait until it has ended.\n"
    assert project.site() == before


def test_what_an_edit_says_stands_above_what_was_read(project: TinyProject) -> None:
    built(project)
    action = json.loads((project.root / "build/graph/actions.jsonl").read_text(encoding="utf-8"))
    project.correct(said_by("edit", record=action["id"], field="owner_raw", value="null"))
    assert project.run("build").status == 0
    edited = json.loads((project.root / "build/graph/actions.jsonl").read_text(encoding="utf-8"))
    assert (edited["owner_raw"], edited["owner_id"], edited["owner_name"]) == (None, None, None)
    assert {e["field"] for e in edited["evidence"]} == {e["field"] for e in action["evidence"]} - {"owner_raw"}


def test_an_edit_needs_words_of_the_paper(project: TinyProject) -> None:
    built(project)
    action = json.loads((project.root / "build/graph/actions.jsonl").read_text(encoding="utf-8"))
    project.correct(said_by("edit", record=action["id"], field="status_raw", value="Done and dusted"))
    result = project.run("build")
    assert result.status == 1
    assert "no paper of the record has the words 'Done and dusted'" in result.err
    project.correct(said_by("edit", record=action["id"], field="status_raw", value="Presented"))
    assert project.run("build").status == 0


def test_a_withheld_name_is_in_nothing_that_is_built(project: TinyProject) -> None:
    built(project)
    project.correct(said_by("withhold", name="Ida Quill"))
    assert project.run("build").status == 0
    for path in [*(project.root / "build").rglob("*"), *(project.root / "site").rglob("*")]:
        assert not path.is_file() or b"Quill" not in path.read_bytes(), path


def test_a_project_is_found_from_below_and_by_name(
    project: TinyProject, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    root, below = project.root, project.root / "corpus" / "papers"
    project.root = below
    assert project.run("build").status == 0
    project.root = tmp_path
    assert project.run("-C", str(root), "build").out.startswith("2 papers listed, 0 read anew, ")
    result = project.run("build")
    assert result.status == 1 and "holds corpus/papers.yml: run in the project" in result.err


def test_work_done_in_process_hands_on_its_errors() -> None:
    with InProcess() as pool:
        assert pool.submit(max, 1, 2).result() == 2
        assert isinstance(pool.submit(max, 1, None).exception(), TypeError)
