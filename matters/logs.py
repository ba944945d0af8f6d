"""Reads `corpus/logs.yml`: how each body keeps its action log. A corpus without the file keeps all logs in the usual columns."""

from collections.abc import Sequence
from pathlib import Path

from extract.records import Action
from matters.entries import read_entries, validated
from publish.log_styles import LogStyle

NAME = "corpus/logs.yml"


def load_log_styles(folder: Path) -> tuple[tuple[LogStyle, ...], list[str]]:
    """The styles of the corpus in a folder, and one sentence for each mistake, with its line."""
    path = folder / "logs.yml"
    if not path.exists():
        return (), []
    file = read_entries(path, NAME)
    found: list[LogStyle] = []
    for entry in file.entries:
        style = validated(LogStyle, entry, file, f"the log of {entry.values.get('body')!r}")
        if style is None:
            continue
        if style.body is None:
            file.mistake(entry.line, "this log names no body: add the key 'body'.")
        elif any((s.body, s.council) == (style.body, style.council) for s in found):
            file.mistake(entry.line, f"the log of {style.body!r} stands twice: take one of them out.")
        else:
            found.append(style)
    return tuple(found), file.mistakes


def unused_styles(styles: Sequence[LogStyle], actions: Sequence[Action]) -> list[LogStyle]:
    """The styles of bodies that raised no action: mostly those whose name was written in another way."""
    return [s for s in styles if not any(s.fits(a.council, a.body) for a in actions)]
