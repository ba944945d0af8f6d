"""The search of the site: an index by Pagefind over pages and records, and what the results show, in files of a known size.

Records are handed over in the order of their dates and named by their place in it (`d` dated, newest first; `u` undated), so that the page sorts
results by their names. Pagefind finds and ranks; what it would fetch more of than a first answer may weigh is kept here in smaller files: its
index in smaller parts, each facet of all records in one table (its filters would weigh four times as much), and of a long text, which it keeps in
one file, the piece with the passage. Two builds are the same bytes.
"""

import gzip
import json
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from publish import page_words, pagefind
from publish.aliases import MARK, Aliases
from publish.search_entries import Entry

#: Words of a text that stand with the record itself; a longer text stands in pieces of so many words each.
INLINE, PIECE = 300, 450
#: Words of a long text that stand with the record, for a result that no word led to.
_BEGINNING = 40
#: By what results are narrowed, as the search page calls it.
FACETS = ("council", "record", "paper", "body", "year", "state")
#: Bytes of a part of the index, before it is packed; a word that alone takes more is a part of its own.
PART = 20_000
#: Bytes of the list by which a site opened from a folder is searched; a site whose list is longer has none.
LOCAL_LIMIT = 6_000_000


@dataclass(frozen=True)
class _Thing:
    """One result: what is told of it, and its words with the made-up ones of its aliases between them."""

    entry: Entry
    words: list[str]
    title: list[str]
    names: list[str]


def index(
    site_dir: Path, entries: Sequence[Entry], aliases: Sequence[Sequence[str]], *, local_limit: int = LOCAL_LIMIT
) -> None:
    """Writes `pagefind/` into the site: the index, what results show, and the list for a site that is opened from a folder.

    `aliases` are pairs of forms of which the first also stands for the second. Raises PublishError where Pagefind fails.
    """
    folder = site_dir / "pagefind"
    shutil.rmtree(folder, ignore_errors=True)
    known = Aliases(aliases)
    things = _named(_things(site_dir, entries, known))
    files = _ordered(_indexed(things), {f"/{thing.entry['url']}": name for name, thing in things.items()})
    passages = {path: content for name, thing in things.items() for path, content in _passages(name, thing)}
    passages |= {f"facet-{facet}.pack": _packed(_facet(facet, things.values())) for facet in FACETS}
    digest = _digest(path.encode() + content for path, content in sorted(passages.items()))
    asked = {key: [m.word, list(m.also), int(m.capitals)] for key, m in known.asked().items()}
    dated = sum(name.startswith("d") for name in things)
    told = {"passages": digest, "piece": PIECE, "dated": dated, "undated": len(things) - dated, "aliases": asked}
    files["search.pack"] = _packed(told)
    files |= {f"passages/{digest}/{path}": content for path, content in passages.items()}
    local = _local(things, asked)
    if len(local) <= local_limit:
        files["local.js"] = local
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _things(site_dir: Path, entries: Sequence[Entry], aliases: Aliases) -> Iterator[_Thing]:
    """Every page that says of itself that it is searched, and the records that bring their own words."""
    by_url = {entry["url"]: entry for entry in entries}
    texts = {url: entry["text"] for url, entry in by_url.items() if "text" in entry}
    for page in sorted(site_dir.rglob("*.html")):
        url = page.relative_to(site_dir).as_posix().removesuffix("index.html")
        said = page_words.of_page(page.read_bytes()) if url not in texts else None
        if said is not None:
            texts[url] = said.text
            by_url.setdefault(url, _page(url, said.title))
    for url, text in texts.items():
        entry = by_url[url]
        marked = [aliases.marked(part.split()) for part in (text, entry["title"], ". ".join(entry["names"]))]
        yield _Thing(entry, *marked)


def _page(url: str, title: str) -> Entry:
    """A page that is about no single record."""
    return {
        "url": url,
        "title": title,
        "facets": {"record": ["Page"]},
        "date": None,
        "day": None,
        "notes": [],
        "names": [],
    }


def _named(things: Iterator[_Thing]) -> dict[str, _Thing]:
    """The things by name, newest first, those without a date last."""
    by_url = sorted(things, key=lambda thing: thing.entry["url"])
    dated = sorted((t for t in by_url if t.entry["day"]), key=lambda t: t.entry["day"] or "", reverse=True)
    named = {f"d{number:05d}": thing for number, thing in enumerate(dated)}
    return named | {f"u{number:05d}": t for number, t in enumerate(t for t in by_url if not t.entry["day"])}


def _facet(name: str, things: Iterable[_Thing]) -> list[list[Any]]:
    """The values of a facet, and of each record, in the order of their names, the number of its value from 1, or a list of such; 0 for none."""
    of = [thing.entry["facets"].get(name, []) for thing in things]
    values = sorted({value for found in of for value in found})
    number = {value: place for place, value in enumerate(values, 1)}
    return [values, [number[found[0]] if len(found) == 1 else [number[v] for v in found] or 0 for found in of]]


def _indexed(things: Mapping[str, _Thing]) -> dict[str, bytes]:
    """The files of Pagefind's index, by path. The title counts most, then other names."""
    with pagefind.Pagefind() as service:
        made = service.ask("NewIndex", config={"force_language": "en"})["index_id"]
        for thing in things.values():
            meta = {"title": _bare(thing.title)} | ({"names": _bare(thing.names)} if thing.names else {})
            service.ask(
                "AddRecord",
                index_id=made,
                url=f"/{thing.entry['url']}",
                content=_bare(thing.words) or _bare(thing.title),
                language="en",
                meta=meta,
                filters={},
                sort=None,
            )
        return service.files(made)


def _bare(words: Sequence[str]) -> str:
    """The words for the index: of a made-up word only itself."""
    return " ".join(word.lstrip(f"{MARK}0123456789") if word.startswith(MARK) else word for word in words)


def _ordered(files: dict[str, bytes], names: Mapping[str, str]) -> dict[str, bytes]:
    """The files that the page asks for: the index in smaller parts, records under their names; texts and files of no use are left out."""
    entry = json.loads(files["pagefind-entry.json"])
    kept = {path: files[path] for path in ("pagefind.js", "wasm.en.pagefind")}
    fragments = [path for path in files if path.startswith("fragment/")]
    urls = {
        Path(path).stem: json.loads(gzip.decompress(files[path])[len(pagefind.MARK) :])["url"] for path in fragments
    }
    for language in entry["languages"].values():
        path = f"pagefind.{language['hash']}.pf_meta"
        meta = pagefind.load(files[path], path)
        for page in meta[1]:
            page[0] = names[urls[page[0]]]
        parts = [f"index/{part[2]}.pf_index" for part in meta[2]]
        words = [word for path in parts for word in pagefind.words(files[path], path)]
        made = [(part[0][0], part[-1][0], pagefind.part(part)) for part in _parts(sorted(words))]
        folder = _digest(content for _, _, content in made)
        meta[2] = [[first, last, f"{folder}/{number}"] for number, (first, last, _) in enumerate(made)]
        kept |= {f"index/{folder}/{number}.pf_index": content for number, (_, _, content) in enumerate(made)}
        content = pagefind.dump(meta)
        language["hash"] = _digest([content])
        kept[f"pagefind.{language['hash']}.pf_meta"] = content
    kept["pagefind-entry.json"] = json.dumps(entry, ensure_ascii=False, sort_keys=True).encode("utf-8")
    return kept


def _parts(words: list[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """The words of the index, each with its places, in runs of a bounded size."""
    part: list[tuple[str, bytes]] = []
    size = 0
    for word in words:
        if part and size + len(word[1]) > PART:
            yield part
            part, size = [], 0
        part.append(word)
        size += len(word[1])
    if part:
        yield part


def _digest(contents: Iterable[bytes]) -> str:
    """A name that changes with the content, so that no browser takes an old file for a new one."""
    digest = sha256()
    for content in contents:
        digest.update(content)
    return digest.hexdigest()[:10]


def _passages(name: str, thing: _Thing) -> Iterator[tuple[str, bytes]]:
    """What a result shows, and the pieces of a long text."""
    short = len(thing.words) <= INLINE
    pieces = [] if short else [thing.words[at : at + PIECE] for at in range(0, len(thing.words), PIECE)]
    shown = thing.words if short else thing.words[:_BEGINNING]
    yield f"{name}.pack", _packed(_told(thing.entry) | {"words": " ".join(shown), "pieces": len(pieces)})
    for number, words in enumerate(pieces):
        yield f"{name}-{number}.pack", _packed(" ".join(words))


def _told(entry: Entry) -> dict[str, Any]:
    return {name: entry[name] for name in ("url", "title", "facets", "date", "notes")}


def _local(things: Mapping[str, _Thing], asked: Mapping[str, Any]) -> bytes:
    """A plain script with everything, as a page opened from a folder may neither fetch nor import."""
    listed = [
        _told(thing.entry) | {"id": name, "named": _bare([*thing.title, *thing.names]), "words": " ".join(thing.words)}
        for name, thing in things.items()
    ]
    return b"self.mattersSearch = " + _json({"aliases": asked, "entries": listed}) + b";\n"


def _packed(value: Any) -> bytes:
    return gzip.compress(_json(value), mtime=0)


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
