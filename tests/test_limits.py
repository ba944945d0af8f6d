"""One paper can neither run on nor eat up the machine: whatever its reading does, the others are read and a sentence says why."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from matters import limits as limiting
from matters.limits import MEGABYTES, SECONDS, LimitReached, Limits, chosen_limits, run_limited
from matters.readings import Task, read_task

SHORT = Limits(seconds=0.5, megabytes=200)
SMALL = Limits(seconds=120, megabytes=200)


def _hang() -> int:
    while True:
        time.sleep(1)


def _eat() -> int:
    return len([bytearray(50_000_000) for _ in range(40)])


def _crash() -> int:
    os.kill(os.getpid(), signal.SIGSEGV)
    return 0


def _write(path: str) -> bool:
    try:
        Path(path).write_text("words")
    except OSError:
        return False
    return True


def _die_of_size() -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def test_a_reading_that_takes_too_long_is_ended() -> None:
    began = time.monotonic()
    with pytest.raises(LimitReached, match=r"takes longer than 0\.5 seconds"):
        run_limited(_hang, limits=SHORT)
    assert time.monotonic() - began < 20


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (_eat, "needs more than 200 MB"),
        (_crash, "break down"),
        (_die_of_size, "more than the machine had memory for"),
    ],
)
def test_a_reading_that_eats_up_memory_or_dies_ends_in_a_sentence(call: Callable[[], int], said: str) -> None:
    with pytest.raises(LimitReached, match=said):
        run_limited(call, limits=SMALL)


def test_what_a_reading_returns_comes_back() -> None:
    assert run_limited(sorted, ["b", "a"]) == ["a", "b"]


def test_a_reading_can_write_no_file(tmp_path: Path) -> None:
    assert run_limited(_write, str(tmp_path / "out")) is False
    assert (tmp_path / "out").read_bytes() == b"" if (tmp_path / "out").exists() else True


def test_the_environment_moves_the_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(SECONDS, "7")
    monkeypatch.setenv(MEGABYTES, "no number")
    assert chosen_limits() == Limits(7.0, Limits().megabytes)


@pytest.mark.parametrize("head", [b"%PDF-1.7\n", b"<html><body>", b"PK\x03\x04"])
def test_a_paper_that_takes_too_long_is_one_sentence(monkeypatch: pytest.MonkeyPatch, head: bytes) -> None:
    monkeypatch.setattr("matters.readings.read_in_place", lambda task: _hang())
    monkeypatch.setattr(limiting, "chosen_limits", lambda: SHORT)
    outcome = read_task(Task("p", "p.bin", head + b"x" * 100))
    assert not outcome.readings
    assert outcome.failure == (f"p.bin takes longer than 0.5 seconds to read: split it, or allow more with {SECONDS}.")
