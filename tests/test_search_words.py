"""What the search index is made of: aliases, the words of a page, entries, parts of Pagefind's files."""

import gzip
import json
from pathlib import Path

import pytest
import yaml

from graph import build_governance
from publish import aliases, page_words, pagefind, search_entries, searching
from publish.aliases import MARK, Aliases
from publish.node import PublishError
from publish.view import Site
from tests.readings import reading
from tests.tiny import AS_OF, COUNCIL, tiny

PAIRS = [
    *aliases.nationwide(),
    ("WHO", "World Health Organization"),
    ("World Health Organization", "WHO"),
]


def marked(text: str, known: Aliases | None = None) -> list[str]:
    """The forms that were seen in a text, each as often as it was."""
    words = (known or Aliases(PAIRS)).marked(text.split())
    found = set()
    for place, word in enumerate(words):
        if word.startswith(MARK):
            length = int(word[1:].rstrip("bcfghjkmpqtvwxz"))
            found.add((place, length))
    out = []
    for place, length in sorted(found):
        said = [w for w in words[place:] if not w.startswith(MARK)][:length]
        if " ".join(said) not in out or words[place - 1].startswith(MARK) is False:
            out.append(" ".join(said))
    return out


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("The STP, the STPs and an S.T.P.", ["STP,", "STPs", "S.T.P."]),
        ("Sustainability and Transformation Plans", ["Sustainability and Transformation Plans"]),
        ("a SUSTAINABILITY & TRANSFORMATION PARTNERSHIP’s offices", ["SUSTAINABILITY & TRANSFORMATION PARTNERSHIP’s"]),
        ("under Section 75 and (s.75)", ["Section 75", "(s.75)"]),
        ("the CCGs’ budget", ["CCGs’"]),
        ("a transformation plan for sustainability", []),
        ("the stp of a valve, and who asked", []),
        ("section 751", []),
    ],
)
def test_aliases_are_seen_in_a_text_in_their_forms(text: str, seen: list[str]) -> None:
    assert marked(text) == seen


def test_aliases_lead_from_each_form_to_the_others_that_stand_somewhere() -> None:
    known = Aliases(PAIRS)
    for text in (
        "the STP met",
        "two Sustainability and Transformation Partnerships",
        "those who ask the World Health Organization",
        "the WHO",
    ):
        known.marked(text.split())
    asked = known.asked()
    assert asked["stp"].also == ("Sustainability and Transformation Partnership",)
    assert asked["sustainability and transformation partnership"].also == ("STP",)
    # nothing says so in the papers read, but it may be asked for
    assert asked["sustainability and transformation plan"].also == ("STP",)
    assert "clinical commissioning group" not in asked and "ccg" not in asked
    # "who" is a word of its own: only in capitals does it ask for more
    assert asked["who"].capitals and not asked["stp"].capitals


def test_aliases_of_two_long_forms_lead_to_the_short_one_and_not_to_each_other() -> None:
    known = Aliases(PAIRS)
    plan = known.marked("Sustainability and Transformation Plan".split())
    partnership = known.marked("Sustainability and Transformation Partnership".split())
    short = known.marked(["STP"])
    known_words = known.asked()
    word = known_words["sustainability and transformation plan"].word
    assert any(w.endswith(word) for w in plan) and any(w.endswith(word) for w in short)
    assert not any(w.endswith(word) for w in partnership)


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("QHOS", "Quarry Hill Outreach Scheme", True),
        ("PCNs", "Primary Care Networks", True),
        ("VALET", "Vale and Ashcombe Learning and Employment Trust", True),
        ("AVFT", "Ashcombe Vale NHS Foundation Trust", True),
        ("STP", "North Ashcombe and Marlow Sustainability and Transformation Plan", False),
        ("HWB", "Ashcombe Health and Wellbeing Board", False),
        ("BOARD", "Marlow Vale Board", False),
    ],
)
def test_aliases_an_acronym_stands_for_a_name_whose_letters_it_has(acronym: str, name: str, expected: bool) -> None:
    assert aliases.stands_for(acronym, name) is expected


def test_aliases_of_the_graph_are_acronyms_and_names_that_one_thing_alone_bears() -> None:
    papers = [
        reading(
            "p1",
            """The <programme key="q" kind="programme">Quarry Hill Outreach Scheme</programme>
(<programme key="q" kind="programme">QHOS</programme>), the
<organisation key="b" kind="board">Marlow Vale Board</organisation>, known as the <organisation key="b" kind="board">Riverside Forum</organisation>
or the <organisation key="b" kind="board">Board</organisation>, and
<organisation key="h" kind="board">Ashby Care Board</organisation>, the <organisation key="h" kind="board">Joint Care Group</organisation>.""",
        ),
        reading(
            "p2",
            """<organisation key="h" kind="board">Fenwick Care Board</organisation>,
the <organisation key="h" kind="board">Joint Care Group</organisation>.""",
            council="fenwick",
        ),
    ]
    found = aliases.of_graph(build_governance(papers, councils=[COUNCIL]))
    assert ("QHOS", "Quarry Hill Outreach Scheme") in found and ("Quarry Hill Outreach Scheme", "QHOS") in found
    assert ("Marlow Vale Board", "Riverside Forum") in found
    assert not any("Board" in pair for pair in found)  # one word is no name to search for
    assert not any("Joint Care Group" in pair for pair in found)  # two bodies bear it


def test_aliases_are_terms_of_the_whole_country_without_repeats() -> None:
    entries = yaml.safe_load((Path(aliases.__file__).parent / "vocab" / "aliases.yml").read_text(encoding="utf-8"))
    short = [form for entry in entries for form in [*entry.get("short", []), *entry.get("same", [])]]
    assert len(short) == len(set(short)) > 50
    for entry in entries:
        assert set(entry) in ({"short", "long"}, {"same"}), entry


def test_words_of_a_page_are_its_own() -> None:
    html = """<html><body><nav>Menu</nav><article data-pagefind-body><h1>Ann  Dyer</h1><p>She <mark>sits</mark> on it<a class="src">¶</a> now</p>
    <div class="register x">rows</div><h2 id="a">Posts</h2><ul><li>Chair</li><li>Member;</li></ul> loose &lt;b&gt; <span hidden>unseen</span> end
    <p data-pagefind-ignore>Names and corrections</p><table><caption>Cap</caption><tr><th>Role</th><td>Zero​width</td></tr></table></article></body></html>"""
    found = page_words.of_page(html.encode())
    assert found is not None
    assert found.title == "Ann Dyer"
    assert found.text == "She sits on it now. Chair. Member; loose <b> end. Role. Zerowidth."
    assert page_words.of_page(b"<html><body><article><p>Not searched</p></article></body></html>") is None


def test_entries_tell_posts_states_and_kinds() -> None:
    governance = tiny()
    found = {entry["url"]: entry for entry in search_entries.entries(Site(governance, AS_OF, "test"))}
    assert found["people/per-marsh/"]["notes"] == ["Chair, Care Scrutiny Panel"]
    assert found["people/per-reed/"]["notes"][0] == "Joint Director, Fenwick Borough Council"
    assert "Care Scrutiny Panel" in found["people/per-marsh/"]["facets"]["body"]
    action = found["actions/act-figures/"]
    assert action["facets"]["state"] == [action["notes"][0]] and "due June 2030" in action["notes"]
    assert action["facets"]["year"] == ["2030"] and action["facets"]["body"] == ["Care Scrutiny Panel"]
    assert "state" not in found["papers/fenwick-minutes/#dec-12-a"]["facets"]
    assert found["papers/fenwick-minutes/#dec-12-a"]["notes"] == ["Resolved"]
    assert found["papers/fenwick-later/"]["day"] == "2030-09-30"  # the last day that "September 2030" can mean
    assert found["people/per-marsh/"]["day"] is None


def entry(url: str, text: str, day: str | None = None) -> search_entries.Entry:
    return {
        "url": url,
        "title": url,
        "facets": {"record": ["Paper"]},
        "date": day,
        "day": day,
        "notes": [],
        "names": [],
        "text": text,
    }


def unpacked(path: Path) -> object:
    return json.loads(gzip.decompress(path.read_bytes()))


def test_index_names_results_by_date_and_keeps_long_texts_in_pieces(tmp_path: Path) -> None:
    long = " ".join(f"word{number}" for number in range(searching.INLINE + searching.PIECE))
    entries = [
        entry("b/", "brief", "2020-01-01"),
        entry("c/", "undated"),
        entry("a/", long, "2021-01-01"),
        entry("d/", "", "2020-01-01"),
    ]
    searching.index(tmp_path, entries, [])
    [folder] = (tmp_path / "pagefind" / "passages").iterdir()
    heads = {path.stem: unpacked(path) for path in folder.glob("[du]?????.pack")}
    assert {name: head["url"] for name, head in heads.items()} == {
        "d00000": "a/",
        "d00001": "b/",
        "d00002": "d/",
        "u00000": "c/",
    }  # type: ignore[index]
    assert heads["d00000"]["pieces"] == 2 and heads["d00001"]["pieces"] == 0  # type: ignore[index]
    pieces = [str(unpacked(folder / f"d00000-{number}.pack")).split() for number in range(2)]
    assert [len(piece) for piece in pieces] == [searching.PIECE, searching.INLINE] and sum(pieces, []) == long.split()
    local = (tmp_path / "pagefind" / "local.js").read_text(encoding="utf-8")
    assert json.loads(local.removeprefix("self.mattersSearch = ").removesuffix(";\n"))["entries"][0]["words"] == long
    searching.index(tmp_path, entries, [], local_limit=len(local.encode()) - 1)
    assert not (tmp_path / "pagefind" / "local.js").exists()


def test_index_holds_every_word_in_parts_of_a_bounded_size(tmp_path: Path) -> None:
    texts = [" ".join(f"w{number:05d}x" for number in range(start, start + 900)) for start in range(0, 9000, 450)]
    searching.index(tmp_path, [entry(f"p{number}/", text) for number, text in enumerate(texts)], [])
    parts = [path.read_bytes() for path in (tmp_path / "pagefind" / "index").rglob("*.pf_index")]
    found = [word for part in parts for word, _ in pagefind.words(part, "a part")]
    assert len(parts) > 5 and len(found) == len(set(found))
    assert {f"w{number:05d}x" for number in range(9000)} <= set(found)
    assert all(len(gzip.decompress(part)) <= searching.PART + 100 for part in parts)
    [meta] = (tmp_path / "pagefind").glob("*.pf_meta")
    ranges = [(first, last) for first, last, _ in pagefind.load(meta.read_bytes(), "meta")[2]]
    assert ranges == sorted(ranges) and all(a[1] < b[0] for a, b in zip(ranges, ranges[1:], strict=False))


def test_files_of_the_index_that_are_of_another_form_are_refused() -> None:
    value = ["a", [1, 300, -1, -70000, "é" * 30], []]
    assert pagefind.load(pagefind.dump(value), "x") == value
    with pytest.raises(PublishError, match="not in the form"):
        pagefind.load(gzip.compress(b"something else"), "x")
    with pytest.raises(PublishError, match="holds more"):
        pagefind.load(gzip.compress(gzip.decompress(pagefind.dump(1)) + b"\x00"), "x")
    with pytest.raises(PublishError, match="a value of kind 5"):
        pagefind.load(gzip.compress(pagefind.MARK + b"\xa0"), "x")
