"""The front door of the command line.

Exit status 0 when done, 1 when the work failed, 2 for wrong usage; errors are sentences and never a traceback. Nothing but the
standard library is imported before the guard stands, so that Ctrl-C is a sentence even while the rest is being loaded.
"""

import io
import os
import sys
import traceback
from typing import NoReturn

STOPPED = "Stopped from the keyboard: nothing half-made was left in its place."


def main() -> NoReturn:
    """Run the command line and leave with its exit status."""
    _safe_streams()
    try:
        status = _run()
    except KeyboardInterrupt:
        print(STOPPED, file=sys.stderr)
        status = 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # whoever was reading has gone away
        status = 1
    sys.exit(status)


def _run() -> int:
    """Run the command and return its exit status."""
    import click

    from extract.errors import MattersError
    from matters.group import matters
    from matters.root import say

    try:
        status = matters.main(prog_name="matters", standalone_mode=False)
        return status if isinstance(status, int) else 0
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        say(STOPPED)
    except MattersError as error:
        say(str(error))
    except BrokenPipeError:
        raise
    except OSError as error:
        say(
            f"{error.filename or 'A file'} cannot be used ({error.strerror or error}): "
            "mend its place, its room or its permissions."
        )
    except Exception as error:
        if "--debug" in sys.argv:
            traceback.print_exc()
        said = " ".join(str(error).split()) or "no reason given"
        say(
            f"Something went wrong that should not have ({type(error).__name__}: {said}): "
            "run it again with --debug, and report it."
        )
    return 1


def _safe_streams() -> None:
    """Text that a terminal cannot show never ends a command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
