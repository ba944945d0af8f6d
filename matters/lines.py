"""JSON Lines and whole-file writing: what the stages hand to one another, in files that a person can diff."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

#: Characters that JSON leaves as they are and that many readers take for the end of a line.
_BREAKS = {ord(c): f"\\u{ord(c):04x}" for c in "\x85\u2028\u2029"}


def json_line(value: Any) -> str:
    """A value as JSON on one line, without the line's end."""
    return json.dumps(value, ensure_ascii=False).translate(_BREAKS)


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_bytes(text.encode("utf-8", "backslashreplace"))
    draft.replace(path)


def write_lines(path: Path, rows: Iterable[Any]) -> None:
    """Write rows as JSON Lines."""
    write_whole(path, "".join(json_line(row) + "\n" for row in rows))
