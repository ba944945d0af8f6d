"""Every command is documented, and the documentation is what the commands say of themselves."""

import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import click
import pytest

from matters.group import COMMANDS, matters
from matters.reference import reference
from tests.project import TinyProject

ROOT = Path(__file__).parent.parent


def command(name: str) -> click.Command:
    found = matters.get_command(click.Context(matters), name)
    assert found is not None
    return found


def test_the_reference_of_the_commands_is_current() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == reference(), "docs/commands.md is stale: run `make docs`."


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    found = command(name)
    assert found.help
    assert found.name == name
    assert [o.name for o in found.params if isinstance(o, click.Option) and not o.help] == []
    assert COMMANDS[name][1].rstrip(".") in " ".join(found.help.split()) or found.help.splitlines()[0]


def test_the_readme_names_what_is_there() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    for target in ("docs/method.md", "docs/limits.md", "docs/commands.md", "corpus/README.md", "docs/images/paper.png"):
        assert target in text and (ROOT / target).is_file(), target
    assert len(text.splitlines()) <= 45, "the README is one screen"


def test_the_makefile_has_a_word_for_every_task() -> None:
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("site", "serve", "test", "lint", "types", "evaluate", "bench", "clean"):
        assert f"\n{target}:" in text


def test_every_requirement_is_pinned_and_hashed() -> None:
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for name, extras in {"requirements.txt": ("build",), "requirements-dev.txt": ("build", "dev")}.items():
        text = (ROOT / name).read_text(encoding="utf-8")
        pins = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
        assert all("==" in line and line.endswith("\\") for line in pins)
        assert "://" not in text and "--index-url" not in text
        pinned = {line.partition("==")[0].lower().replace("_", "-") for line in pins}
        asked = [*wanted["dependencies"], *(r for e in extras for r in wanted["optional-dependencies"][e])]
        names = {"".join(c if c.isalnum() or c in "-_" else " " for c in r).split()[0].lower().replace("_", "-") for r in asked}
        assert names <= pinned, f"{name} lacks {names - pinned}: run `make pins`."


def test_the_version_is_that_of_the_project(project: TinyProject) -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    result = project.run("--version")
    assert (result.status, result.out) == (0, f"matters {version}\n")


@pytest.mark.parametrize(
    "arguments",
    [("nonsense",), ("build", "--nonsense"), ("read",), ("build", "--as-of", "May"), ("build", "--jobs", "0"), ("add", "x")],
    ids=" ".join,
)
def test_wrong_usage_ends_with_status_two(project: TinyProject, arguments: tuple[str, ...]) -> None:
    result = project.run(*arguments)
    assert result.status == 2
    assert "Error: " in result.err and "Traceback" not in result.err


@pytest.mark.parametrize("arguments", [(), ("--help",), *((name, "--help") for name in COMMANDS)], ids=" ".join)
def test_help_is_no_failure(project: TinyProject, arguments: tuple[str, ...]) -> None:
    result = project.run(*arguments)
    assert result.status == (0 if arguments else 2)
    assert "Usage: matters" in result.out + result.err


def test_help_is_quick_because_it_imports_no_reader() -> None:
    code = "import sys\nfrom matters.group import matters\nmatters.main(['--help'], standalone_mode=False)\nassert 'spacy' not in sys.modules"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def test_a_reader_that_goes_away_is_no_failure_with_a_traceback(project: TinyProject) -> None:
    paper = project.paper("ferry")
    line = f"{sys.executable} -m matters read {' '.join([str(paper)] * 40)} | head -1"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, cwd=ROOT)
    assert "Traceback" not in done.stderr and "Exception" not in done.stderr
    assert done.stdout.count("\n") == 1


def test_the_register_of_the_last_build_is_printed(project: TinyProject) -> None:
    assert project.run("actions").err == "Nothing is built yet: run `matters build` first.\n"
    project.run("build")
    result = project.run("actions")
    assert result.status == 0
    assert "Ms Ida Quill" in result.out and "1 action" in result.out
    rows = project.run("actions", "--csv").out.splitlines()
    assert len(rows) == 2 and ",quote,state," in rows[0] and "2024-04-30" in rows[1]
    assert len(project.run("actions", "--csv", "--owner", "nobody").out.splitlines()) == 1
    assert len(project.run("actions", "--csv", "--council", "aldermere", "--owner", "quill").out.splitlines()) == 2


#: The command, saying when it begins; the tests may run where an interruption is ignored, as behind `&`.
LOADING = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from matters.cli import main
print("loaded", flush=True)
main()
"""


@pytest.mark.parametrize("after", [0.15, 0.4, 0.8])
def test_an_interruption_while_loading_is_one_sentence(project: TinyProject, after: float) -> None:
    command = [sys.executable, "-c", LOADING, "build", "-q"]
    running = subprocess.Popen(command, cwd=project.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert running.stdout is not None and running.stdout.readline() == "loaded\n"
    time.sleep(after)
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert "Traceback" not in said
    assert running.returncode == (1 if said else 0)
