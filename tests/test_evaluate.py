"""The command `matters evaluate`, over two made-up papers and an extractor that stands in for the real one."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extract.blocks import Block, Layout
from extract.errors import PaperError
from extract.records import Decision, Evidence, Paper, Reading
from matters import evaluate
from matters.evaluate import evaluate_command
from matters.gate import FLOORED

APPROVE = "That the footbridge at Mill Lane be approved"


def reading_of(data: bytes, *, name: str) -> Reading:
    """A stand-in for the extractor: it knows one sentence, refuses one paper and breaks on another."""
    text = data.decode()
    if "refuse" in text:
        raise PaperError(f"{name}: this format cannot be read.")
    if "break" in text:
        raise ZeroDivisionError("by zero")
    start = text.index(APPROVE)
    quote = Evidence(field="text", paper_id=name, block=0, start=start, end=start + len(APPROVE), quote=APPROVE)
    return Reading(
        paper=Paper(id=name, sha256="0", format="text", words=9),
        layout=Layout(
            text=text, blocks=[Block(index=0, kind="paragraph", start=0, end=len(text), body_start=0)], format="text"
        ),
        decisions=[Decision(id="d", text=APPROVE, kind="agreed", verb="approve", evidence=[quote])],
    )


@pytest.fixture
def gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of annotations beside its papers, and the stand-in."""
    monkeypatch.setattr(evaluate, "read_paper", reading_of)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "corpus" / "gold"
    folder.mkdir(parents=True)
    for name, words in (("good", f"The Trust met. {APPROVE}."), ("refused", "refuse"), ("broken", "break")):
        (tmp_path / "corpus" / f"{name}.txt").write_text(words)
        annotation = {
            "id": name,
            "council": "Fenwick Council" if name == "good" else None,
            "kind": "minutes",
            "file": f"{name}.txt",
            "annotated_text": f"{name}.txt",
            "decisions": [{"text": APPROVE, "verb": "approve", "kind": "resolved"}],
        }
        (folder / f"{name}.json").write_text(json.dumps(annotation))
    return folder


def run(*arguments: str) -> Result:
    return CliRunner().invoke(evaluate_command, list(arguments), catch_exceptions=False)


def test_a_paper_that_cannot_be_read_is_missed_and_named(gold: Path) -> None:
    result = run("--json")
    assert result.exit_code == 0
    data = json.loads(result.output)
    decisions = data["sets"][0]["total"]["decisions"]
    assert (decisions["annotated"], decisions["found"], decisions["matched"]) == (3, 1, 1)
    assert data["sets"][0]["unread"] == {
        "refused": "refused.txt: this format cannot be read.",
        "broken": "broken.txt stopped the extractor (ZeroDivisionError: by zero)",
    }
    assert data["skipped"] == [
        "Skipped: corpus/gold/specimens is not there.",
        "Skipped: ../shared/papers-dev/gold is not there.",
    ]


def test_scores_are_grouped_by_paper_authority_and_kind(gold: Path) -> None:
    (one,) = json.loads(run("--json").output)["sets"]
    assert {key: score["decisions"]["matched"] for key, score in one["by_paper"].items()} == {
        "good": 1,
        "refused": 0,
        "broken": 0,
    }
    assert set(one["by_authority"]) == {"Fenwick Council", "not stated"}
    assert one["by_kind"]["minutes"]["decisions"]["annotated"] == 3
    assert {"everything", "regular expressions", "nothing"} <= set(one["rivals"])


def test_the_table_names_every_record_type_and_rival(gold: Path) -> None:
    output = run(str(gold)).output
    for words in ("decisions without routine", "actions", "people", "relations", "everything", "nothing", "Unread"):
        assert words in output


def test_errors_show_the_paper_and_its_words(gold: Path) -> None:
    output = run("--errors", str(gold / "good.json")).output
    assert f"good · decisions · wrong kind: {APPROVE} ['agreed' instead of 'resolved']" in " ".join(output.split())


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        pytest.param(["nowhere"], 2, "does not exist", id="no such folder"),
        pytest.param(["corpus"], 1, "there are no annotations", id="a folder without annotations"),
        pytest.param(["corpus/gold/broken.json"], 1, "None of the annotated papers could be read", id="nothing read"),
    ],
)
def test_what_cannot_be_done_is_said(gold: Path, arguments: list[str], status: int, words: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, words in result.output) == (status, True)


def test_each_set_is_held_to_the_floors_of_its_own_folder(gold: Path) -> None:
    other = gold / "specimens"
    other.mkdir()
    for folder, paper in ((gold, "good"), (other, "broken")):
        text = (gold / f"{paper}.json").read_text().replace(f'"{paper}.txt"', f'"{folder.name}.txt"')
        (folder / "one.json").write_text(text)
        (folder.parent / f"{folder.name}.txt").write_text(f"The Trust met. {APPROVE}.")
    for name in ("good", "refused", "broken"):
        (gold / f"{name}.json").unlink()
    floors = {name: {"pinned": "x", "floors": dict.fromkeys(FLOORED, 0.0)} for name in ("gold", "specimens")}
    floors["specimens"]["floors"] = {**dict.fromkeys(FLOORED, 0.0), "people": 0.5}
    path = gold.parent / "floors.json"
    path.write_text(json.dumps(floors))
    result = run("--floors", str(path))
    assert result.exit_code == 1
    assert "corpus/gold/specimens: people fell to 0.0000; the floor is 0.5000." in result.output
    assert "corpus/gold: people fell" not in result.output
    path.write_text(json.dumps({"elsewhere": floors["gold"]}))
    assert "there are floors for elsewhere, and none of these was measured." in run("--floors", str(path)).output
