"""Puts an entry at the end of a YAML list that people write by hand, and leaves every byte before it as it is."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import yaml

from extract.errors import CorpusError
from matters.lines import write_whole

_EMPTY = re.compile(r"(?m)^\[[ \t]*\][ \t]*(#[^\r\n]*)?(?:\r?\n)?\s*\Z")


def append_entry(path: Path, values: Mapping[str, str | None], *, check: Callable[[], None]) -> None:
    """Add one entry; null values are left out. `check` runs on the new file, and where it raises the old bytes are put back.

    An empty list's brackets give way to the entry. Raises CorpusError where the file is no block list.
    """
    before = path.read_bytes()
    text = before.decode("utf-8-sig")
    after = appended(text, values, name=f"{path.parent.name}/{path.name}")
    lead = b"\xef\xbb\xbf" if before.startswith(b"\xef\xbb\xbf") else b""
    try:
        write_whole(path, (lead + after.encode()).decode())
        check()
    except BaseException:
        _restore(path, before)
        raise


def _restore(path: Path, data: bytes) -> None:
    draft = path.with_name(f".{path.name}.old")
    draft.write_bytes(data)
    draft.replace(path)


def appended(text: str, values: Mapping[str, str | None], *, name: str) -> str:
    """The text of a list with one entry more at its end."""
    end = "\r\n" if "\r\n" in text else "\n"
    root = yaml.compose(text, Loader=yaml.BaseLoader)
    indent = 0
    if isinstance(root, yaml.SequenceNode):
        if root.value and root.flow_style:
            raise CorpusError(
                f"{name} is a list in brackets: write each entry on lines of its own, beginning with a hyphen."
            )
        if root.value:
            indent = root.start_mark.column
        else:
            emptied = _EMPTY.search(text)
            if emptied is None:
                raise CorpusError(f"{name} has words after its empty list: put the brackets [] on the last line.")
            text = text[: emptied.start()] + (f"{emptied[1]}{end}" if emptied[1] else "")
    elif root is not None:
        raise CorpusError(f"{name} is no list of entries: mend it as its first lines say.")
    if text and not text.endswith("\n"):
        text += end
    lines = [f"{key}: {scalar(value)}" for key, value in values.items() if value is not None]
    pad = " " * indent
    return text + pad + "- " + f"{end}{pad}  ".join(lines) + end


def scalar(value: str) -> str:
    """Words in YAML: plain where nothing in them could be read as more than words, else in double quotes."""
    plain = re.fullmatch(r"[A-Za-z0-9](?:[A-Za-z0-9 ,.()/_-]*[A-Za-z0-9.)])?", value)
    if (
        plain
        and len(value) < 100
        and value.casefold() not in ("null", "true", "false", "yes", "no", "on", "off", "y", "n")
    ):
        return value
    return json.dumps(value, ensure_ascii=False).translate(
        {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029", 0x7F: "\\u007f"}
    )
