"""The search index: made by Pagefind of the rendered pages, then put into one order, so that two builds are the same bytes.

Pagefind writes the values of a filter in an order that changes from run to run. Its files are gzip over a fixed mark and CBOR
(RFC 8949) of lists, texts and numbers, and each is named by a hash of its content.
"""

import asyncio
import gzip
import json
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
    """Writes `pagefind/` into the site, over its pages and the records that have no page of their own."""
    asyncio.run(_make(site_dir, records))
    folder = site_dir / "pagefind"
    for unused in [*folder.glob("pagefind-*ui.*"), folder / "pagefind-highlight.js"]:
        unused.unlink(missing_ok=True)
    _put_in_order(folder)


async def _make(site_dir: Path, records: list[dict[str, Any]]) -> None:
    from pagefind.index import IndexConfig, PagefindIndex

    config = IndexConfig(output_path=str(site_dir / "pagefind"), exclude_selectors=_UNSEARCHED, force_language="en")
    async with PagefindIndex(config=config) as made:
        for page in sorted(site_dir.rglob("*.html")):
            content = page.read_text(encoding="utf-8")
            if "data-pagefind-body" in content:
                await made.add_html_file(content=content, source_path=page.relative_to(site_dir).as_posix())
        for record in records:
            await made.add_custom_record(
                url=record["url"],
                content=record["content"],
                language="en",
                meta={"title": record["title"]},
                filters=record["filters"],
            )


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
