"""The search index: made by Pagefind of the rendered pages, then put into one order, so that two builds are the same bytes.

Pagefind writes the values of a filter in an order that changes from run to run. Its files are gzip over a fixed mark and CBOR
(RFC 8949) of lists, texts and numbers, and each is named by a hash of its content.
"""

import gzip
import json
import os
import subprocess
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from typing import Any

from publish.node import PublishError

_MARK = b"pagefind_dcd"
#: What a page repeats of other pages, and what is no text of it: not searched.
_UNSEARCHED = [
    ".src", ".register", ".looked", ".nothing", ".legend", ".keys", ".chart", ".card", ".paper-facts", ".mentions", ".figures",
    "thead", "dt", "caption", ".vh", ".lead-in", "h2",
]  # fmt: skip


def index(site_dir: Path, records: list[dict[str, Any]]) -> None:
    """Writes `pagefind/` into the site, over its pages and the records that have no page of their own.

    Pages and records are handed over one by one in a fixed order, as the index numbers them in the order in which they come. The
    files are asked for and written here: when Pagefind writes them itself, it answers before they are whole on the disk.
    """
    folder = site_dir / "pagefind"
    with _Pagefind() as pagefind:
        made = pagefind.ask("NewIndex", config={"exclude_selectors": _UNSEARCHED, "force_language": "en"})["index_id"]
        for page in sorted(site_dir.rglob("*.html")):
            content = page.read_text(encoding="utf-8")
            if "data-pagefind-body" in content:
                address = page.relative_to(site_dir).as_posix()
                pagefind.ask("AddFile", index_id=made, file_path=address, url=None, file_contents=content)
        for record in records:
            pagefind.ask("AddRecord", index_id=made, language="en", sort=None, **record)
        for file in pagefind.ask("GetFiles", index_id=made)["files"]:
            path = folder / file["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(b64decode(file["content"]))
    for unused in [*folder.glob("pagefind-*ui.*"), folder / "pagefind-highlight.js"]:
        unused.unlink(missing_ok=True)
    _put_in_order(folder)


class _Pagefind:
    """Pagefind as a service: base64 of JSON, each message ended by a comma, one answer to each.

    The client of the Python package waits a tenth of a second for each answer, which is most of a build; this one does not.
    """

    def __init__(self) -> None:
        from pagefind.service import get_executable

        program = get_executable()
        if program is None:
            raise PublishError("The search index cannot be made: install the package pagefind_bin.")
        self.service = subprocess.Popen(
            [str(program), "--service"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.asked = 0

    def __enter__(self) -> "_Pagefind":
        return self

    def __exit__(self, *_: object) -> None:
        self.service.terminate()
        self.service.communicate()

    def ask(self, what: str, **given: Any) -> dict[str, Any]:
        """The answer to one message; raises PublishError where the service ends or complains."""
        assert self.service.stdin is not None and self.service.stdout is not None
        self.asked += 1
        message = {"message_id": self.asked, "payload": {"type": what} | given}
        try:
            self.service.stdin.write(b64encode(json.dumps(message).encode("utf-8")) + b",")
            self.service.stdin.flush()
        except BrokenPipeError as error:
            raise PublishError("The search index cannot be made: pagefind ended early.") from error
        answer = bytearray()
        while not answer.endswith(b","):
            piece = os.read(self.service.stdout.fileno(), 1 << 16)
            if not piece:
                raise PublishError("The search index cannot be made: pagefind ended early.")
            answer += piece
        payload: dict[str, Any] = json.loads(b64decode(answer[:-1]))["payload"]
        if payload["type"] == "Error":
            raise PublishError(f"The search index cannot be made: {payload.get('message', 'pagefind gave no reason')}.")
        return payload


def _put_in_order(folder: Path) -> None:
    """Sorts the values of every filter and the list of filters, and names the changed files by their new content."""
    entry_file = folder / "pagefind-entry.json"
    entry = json.loads(entry_file.read_text(encoding="utf-8"))
    for language in entry["languages"].values():
        meta_file = folder / f"pagefind.{language['hash']}.pf_meta"
        meta = _load(meta_file)
        for pair in meta[3]:
            filter_file = folder / "filter" / f"{pair[1]}.pf_filter"
            name, values = _load(filter_file)
            filter_file.unlink()
            pair[1] = _save(folder / "filter", "", [name, sorted(values)], ".pf_filter", 7)
        meta[3].sort()
        meta_file.unlink()
        language["hash"] = _save(folder, "pagefind.", meta, ".pf_meta", 10)
    entry_file.write_text(json.dumps(entry, ensure_ascii=False, sort_keys=True), encoding="utf-8")


def _load(path: Path) -> Any:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_MARK):
        raise PublishError(
            f"The search index {path} is not in the form that this version knows; pagefind must be of the pinned version."
        )
    value, end = _decode(content, len(_MARK))
    if end != len(content):
        raise PublishError(
            f"The search index {path} holds more than this version knows; pagefind must be of the pinned version."
        )
    return value


def _save(folder: Path, before: str, value: Any, after: str, length: int) -> str:
    content = _MARK + _encode(value)
    name = f"en_{sha256(content).hexdigest()[:length]}"
    (folder / f"{before}{name}{after}").write_bytes(gzip.compress(content, mtime=0))
    return name


def _decode(content: bytes, at: int) -> tuple[Any, int]:
    """One CBOR value and where it ends: number, text or list."""
    major, low = divmod(content[at], 32)
    at += 1
    if low >= 24:
        size = 1 << (low - 24)
        low, at = int.from_bytes(content[at : at + size], "big"), at + size
    if major == 0:
        return low, at
    if major == 3:
        return content[at : at + low].decode("utf-8"), at + low
    if major == 4:
        values = []
        for _ in range(low):
            value, at = _decode(content, at)
            values.append(value)
        return values, at
    raise PublishError(f"The search index holds a value of kind {major}, which this version does not know.")


def _encode(value: Any) -> bytes:
    """A number, text or list as CBOR in its shortest form."""
    if isinstance(value, int):
        return _head(0, value)
    if isinstance(value, str):
        content = value.encode("utf-8")
        return _head(3, len(content)) + content
    return _head(4, len(value)) + b"".join(_encode(v) for v in value)


def _head(major: int, number: int) -> bytes:
    if number < 24:
        return bytes([major * 32 + number])
    for code, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 1 << (8 * size):
            return bytes([major * 32 + code]) + number.to_bytes(size, "big")
    raise PublishError("The search index holds a number that is too large.")
