"""Compares a build with the one before: which actions are new, and whose state has changed.

What was seen is kept in `build/changes.jsonl`, so that a build in which nothing changed says what the last one said. The state before is
that which the list itself gives: a build that fails leaves it as it was.
"""

import datetime
import json
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from graph.following import Standing
from matters.lines import write_lines
from publish.changes import Change

#: How many changes are kept: the oldest are forgotten first, but never the last of an action.
KEPT = 2_000


def changes(build_dir: Path, standings: Mapping[str, Standing], as_of: datetime.date) -> list[Change]:
    """Every change that is kept, oldest first, those of this build last."""
    seen = _kept(build_dir / "changes.jsonl")
    before = {change.action_id: change.now for change in seen}
    found = [
        Change(date=as_of.isoformat(), action_id=action_id, was=before.get(action_id), now=standing.state)
        for action_id, standing in sorted(standings.items())
        if before.get(action_id) != standing.state
    ]
    return [*seen, *found]


def keep(build_dir: Path, found: list[Change]) -> None:
    """Writes the changes for the next build to compare with."""
    last = {change.action_id: change for change in found}
    kept = [c for place, c in enumerate(found) if place >= len(found) - KEPT or last[c.action_id] is c]
    write_lines(build_dir / "changes.jsonl", [c.model_dump(mode="json") for c in kept])


def _kept(path: Path) -> list[Change]:
    """The changes of earlier builds; none where there was no build, or one of another version."""
    try:
        return [Change.model_validate_json(line) for line in path.read_text(encoding="utf-8").splitlines()]
    except (FileNotFoundError, ValidationError, UnicodeDecodeError, json.JSONDecodeError):
        return []
