"""What the last build left under build/graph/: actions, responses and how each action stands."""

import json
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from extract.errors import MattersError
from extract.records import Action, Response
from graph.following import Standing
from matters.root import Project

M = TypeVar("M", bound=BaseModel)


def last_actions(project: Project) -> list[Action]:
    """The actions of the last build. Raises MattersError where nothing was built."""
    return _rows(project, "actions", Action)


def last_responses(project: Project) -> list[Response]:
    """The responses of the last build. Raises MattersError where nothing was built."""
    return _rows(project, "responses", Response)


def last_standings(project: Project) -> dict[str, Standing]:
    """How each action of the last build stands, by its id. Raises MattersError where nothing was built."""
    return {s.action_id: s for s in _rows(project, "standings", Standing)}


def _rows(project: Project, name: str, model: type[M]) -> list[M]:
    path = project.build / "graph" / f"{name}.jsonl"
    try:
        with path.open(encoding="utf-8") as lines:
            return [model.model_validate_json(line) for line in lines]
    except FileNotFoundError:
        raise MattersError("Nothing is built yet: run `matters build` first.") from None
    except (ValidationError, UnicodeDecodeError, json.JSONDecodeError):
        raise MattersError("The last build is of another version: run `matters build` again.") from None
