"""A time and memory limit for one paper: it is read in a process of its own, which can be ended without harm to anything else.

The process is forked, so it begins at once with everything loaded. Where processes cannot be forked the paper is read in place,
within the limits that the readers themselves keep.
"""

import multiprocessing
import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any, TypeVar

T = TypeVar("T")

#: Environment variables that move the limits: seconds, and megabytes beyond what is in use when the reading begins.
SECONDS, MEGABYTES = "MATTERS_PAPER_SECONDS", "MATTERS_PAPER_MEGABYTES"


@dataclass(frozen=True)
class Limits:
    """How long one paper may be read, in seconds, and how much memory that may take, in megabytes."""

    seconds: float = 240.0
    megabytes: int = 3_000


class LimitReached(Exception):
    """The reading was ended; the message is the end of a sentence that begins with the paper."""


def chosen_limits() -> Limits:
    """The limits that the environment asks for; a value that is no number above 0 is passed over."""

    def number(name: str, default: float) -> float:
        try:
            asked = float(os.environ.get(name, ""))
        except ValueError:
            return default
        return asked if asked > 0 else default

    return Limits(number(SECONDS, Limits.seconds), int(number(MEGABYTES, Limits.megabytes)))


def run_limited(call: Callable[..., T], *args: Any, limits: Limits | None = None) -> T:
    """What `call(*args)` returns, from a process of its own. Raises LimitReached where that takes too long or too much memory,
    or where the process dies; `call` must not raise otherwise, and what it returns must be fit to be sent between processes.
    """
    wanted = limits if limits is not None else chosen_limits()
    if "fork" not in multiprocessing.get_all_start_methods():
        return call(*args)
    context = multiprocessing.get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(sender, call, args, wanted), daemon=True)
    process.start()
    sender.close()
    try:
        if not receiver.poll(wanted.seconds):
            raise LimitReached(
                f"takes longer than {wanted.seconds:g} seconds to read: split it, or allow more with {SECONDS}."
            )
        kind, value = receiver.recv()
    except EOFError:
        process.join(5)
        raise LimitReached(_death(process.exitcode, wanted)) from None
    finally:
        receiver.close()
        process.join(0.2)
        if process.is_alive():
            process.kill()
        process.join(5)
    if kind == "memory":
        raise LimitReached(_too_much(wanted))
    return value  # type: ignore[no-any-return]


def _too_much(limits: Limits) -> str:
    return f"needs more than {limits.megabytes:,} MB of memory to be read: split it, or allow more with {MEGABYTES}."


def _death(code: int | None, limits: Limits) -> str:
    if code is not None and -code in (signal.SIGXCPU, signal.SIGALRM):
        return f"takes longer than {limits.seconds:g} seconds to read: split it, or allow more with {SECONDS}."
    if code is not None and -code == signal.SIGKILL:
        return "was more than the machine had memory for: split it, or read it where there is more."
    return "makes the process that reads it break down: it is damaged or made to do harm; fetch it again."


def _child(sender: Connection, call: Callable[..., Any], args: tuple[Any, ...], limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _limit(limits)
    try:
        answer: tuple[str, Any] = ("value", call(*args))
    except MemoryError:
        answer = ("memory", None)
    try:
        sender.send(answer)
    except MemoryError:
        sender.send(("memory", None))
    finally:
        sender.close()
        os._exit(0)


def _limit(limits: Limits) -> None:
    """Set the limits of this process: memory beyond what it maps already, time of the processor, no core file, no new file."""
    import resource

    with open("/proc/self/statm", encoding="ascii") as statm:
        used = int(statm.read().split()[0]) * resource.getpagesize()
    for what, most in (
        (resource.RLIMIT_AS, used + limits.megabytes * 1_000_000),
        (resource.RLIMIT_CPU, int(limits.seconds) + 5),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue  # a tighter limit is set already
