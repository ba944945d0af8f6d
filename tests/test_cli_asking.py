"""`matters path` and `matters who`, over papers that are read."""

import pytest

from tests.project import TinyProject

GOVERNANCE = """Aldermere Borough Council

Harbour Scrutiny Committee

Minutes of the meeting held on 6 May 2024

4. Who answers to whom

The Ferry Steering Group reports to the Harbour Scrutiny Committee. It is chaired by Ida Quill, Director of Ports at Aldermere Borough Council.

The Ferry Users Group was thanked.
"""


@pytest.fixture
def asked(project: TinyProject) -> TinyProject:
    from tests.project import entry

    data = GOVERNANCE.encode()
    project.paper("steer").write_bytes(data)
    project.list_papers(entry("steer", data))
    return project


def test_path_tells_each_step_with_its_words_and_its_paper(asked: TinyProject) -> None:
    result = asked.run("path", "Ruth Penhale", "Ferry Steering Group")
    assert (result.status, result.err) == (0, "")
    head, first, words, second, more = result.out.splitlines()
    assert head == "Ruth Penhale to Ferry Steering Group: 2 steps through ferry, steer."
    assert first == "1. Ruth Penhale chairs Harbour Scrutiny Committee (as stated 4 March 2024)"
    assert "Ruth Penhale, Chair of the Harbour Scrutiny Committee" in words and "ferry" in words
    assert second == "2. Harbour Scrutiny Committee receives reports from Ferry Steering Group (as stated 6 May 2024)"
    assert "“Ferry Steering Group reports to the Harbour Scrutiny Committee”" in more and "steer" in more


def test_path_says_when_there_is_none_and_refuses_a_name_that_means_several(asked: TinyProject) -> None:
    none = asked.run("path", "Ruth Penhale", "Quayside Repair Programme")
    assert (none.status, none.out) == (1, "")
    assert none.err == "No way leads from Ruth Penhale to Quayside Repair Programme in the 3 papers read.\n"
    several = asked.run("path", "harbour", "ferry")
    assert (several.status, several.out) == (1, "")
    assert several.err.startswith("“ferry” could be any of 2: Ferry Steering Group (body; Aldermere Borough Council) [org-")
    assert "Ferry Users Group" in several.err and several.err.count("\n") == 1
    unknown = asked.run("path", "Ruth Penhale", "Nobody Atall")
    assert (unknown.status, unknown.out) == (1, "") and "is called “Nobody Atall”" in unknown.err


def test_who_tells_seats_lines_and_dates(asked: TinyProject) -> None:
    result = asked.run("who", "ferry steering group")
    assert result.status == 0, result.err
    lines = result.out.splitlines()
    assert lines[0] == "Ferry Steering Group (body; Aldermere Borough Council)"
    assert lines[1:3] == ["  is chaired by", "    Ida Quill (as stated 6 May 2024)"]
    assert "  reports to" in lines and "    Harbour Scrutiny Committee (as stated 6 May 2024)" in lines
    assert lines[-1] == "  No paper read states that anybody scrutinises it."


def test_who_sits_on_both(asked: TinyProject) -> None:
    both = asked.run("who", "Ferry Steering Group", "--and", "Aldermere Borough Council")
    assert both.status == 0 and both.out.splitlines()[0] == "Ida Quill"
    assert "  chairs Ferry Steering Group (as stated 6 May 2024)" in both.out
    assert "  holds a post at Aldermere Borough Council (as Director of Ports, as stated 6 May 2024)" in both.out
    neither = asked.run("who", "Ferry Steering Group", "--and", "Harbour Scrutiny Committee")
    assert neither.out.startswith("The papers read name nobody who sits on")
