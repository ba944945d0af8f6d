"""Reads a YAML file of entries so that every mistake can be named by file, line and mend.

Dates and numbers stay the words that were written (a hash of digits is no number), and a key that stands twice is a mistake
where YAML would silently take the last.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar, get_args

import yaml
from pydantic import BaseModel, ValidationError

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Entry:
    """One entry of a file, and the line where it begins."""

    line: int
    values: dict[str, Any]
    node: yaml.Node | None = None

    def line_of(self, place: Sequence[str | int]) -> int:
        """The line of a value within the entry, or of what is nearest around it; for a key that stands there, that of the key."""
        node, line = self.node, self.line
        for part in place:
            if isinstance(node, yaml.MappingNode):
                pair = next(((k, v) for k, v in node.value if k.value == str(part)), None)
                if pair is None:
                    break
                line, node = pair[0].start_mark.line + 1, pair[1]
            elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
                node = node.value[part]
                line = node.start_mark.line + 1
            else:
                break
        return line


@dataclass
class EntryFile:
    """A file of entries: those that could be read, and one sentence for each mistake."""

    name: str
    entries: list[Entry] = field(default_factory=list)
    mistakes: list[str] = field(default_factory=list)

    def mistake(self, line: int, what: str) -> None:
        """Note a mistake at a line."""
        self.mistakes.append(f"{self.name}, line {line}: {what}")


class _PlainLoader(yaml.SafeLoader):
    """Safe YAML in which only null, true and false are more than words."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if str(key.value) in seen:
                said = f"the key {key.value!r} stands twice"
                raise yaml.constructor.ConstructorError(None, None, said, key.start_mark)
            seen.add(str(key.value))
        return super().construct_mapping(node, deep=deep)


_PlainLoader.yaml_implicit_resolvers = {}
_PlainLoader.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"^(?:~|null|Null|NULL|)$"), ["~", "n", "N", ""]
)
_PlainLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(?:true|True|false|False)$"), list("tTfF"))


def read_entries(path: Path, name: str) -> EntryFile:
    """The entries of a YAML file, which must be a list of mappings. `name` is how sentences call the file."""
    found = EntryFile(name)
    try:
        text = path.read_bytes().decode("utf-8-sig")
        root = yaml.compose(text, Loader=_PlainLoader)
        values = yaml.load(text, Loader=_PlainLoader)
    except FileNotFoundError:
        found.mistakes.append(f"{name} is missing: write it as corpus/README.md of the project describes.")
    except OSError as error:
        found.mistakes.append(f"{name} cannot be read ({error.strerror}): mend its place or its permissions.")
    except UnicodeDecodeError as error:
        found.mistake(text_line(path, error.start), "this is not UTF-8: save the file as UTF-8.")
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        found.mistake(
            mark.line + 1 if mark else 1, f"this is not YAML ({error.problem or error.context}): mend it there."
        )
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        found.mistakes.append(f"{name} is not YAML ({str(error).splitlines()[0]}): mend it.")
    else:
        _collect(found, root, values)
    return found


def text_line(path: Path, offset: int) -> int:
    """The line of a byte in a file."""
    return path.read_bytes()[:offset].count(b"\n") + 1


def _collect(found: EntryFile, root: yaml.Node | None, values: Any) -> None:
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode) or not isinstance(values, list):
        found.mistake(root.start_mark.line + 1, "a list of entries is expected here, each beginning with a hyphen.")
        return
    for node, value in zip(root.value, values, strict=True):
        line = node.start_mark.line + 1
        if not isinstance(value, dict) or not all(isinstance(key, str) for key in value):
            found.mistake(line, "an entry of names and values is expected here, such as 'id: …'.")
        else:
            found.entries.append(Entry(line, value, node))


def validated(model: type[M], entry: Entry, found: EntryFile, title: str) -> M | None:
    """The entry as a record of `model`; None where it is not right, with one sentence for each mistake."""
    try:
        return model.model_validate(entry.values)
    except ValidationError as error:
        for problem in error.errors():
            line = entry.line_of(problem["loc"]) if len(problem["loc"]) > 1 else entry.line
            found.mistake(line, f"{title} {_sentence(problem, model)}")
        return None
    except RecursionError:
        found.mistake(entry.line, f"{title} holds itself: write the value out.")
        return None


def _sentence(problem: Any, model: type[BaseModel]) -> str:
    """One problem that pydantic reports, in the words of this project."""
    place = ".".join(str(part) for part in problem["loc"]) or "it"
    allowed = ", ".join(_model_at(model, problem["loc"][:-1]).model_fields)
    match problem["type"]:
        case "extra_forbidden":
            return f"has the unknown key '{place}': use only {allowed}."
        case "missing":
            return f"lacks the key '{place}': add it."
        case _:
            said = str(problem["msg"]).removeprefix("Value error, ")
            return f"has a '{place}' that is not right: {said[0].lower()}{said[1:].rstrip('.')}."


def _model_at(model: type[BaseModel], place: Sequence[str | int]) -> type[BaseModel]:
    """The model that describes the value at a place within a record of `model`."""
    for part in place:
        if isinstance(part, str) and part in model.model_fields:
            inner = _models_in(model.model_fields[part].annotation)
            model = inner[0] if inner else model
    return model


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in get_args(annotation) for model in _models_in(part)]
