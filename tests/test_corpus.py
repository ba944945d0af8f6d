"""The lists of a corpus: what is right in them is loaded, and every mistake is a sentence that names file, place and mend."""

import codecs
import hashlib
from pathlib import Path

import pytest
import yaml

from matters.corpus import CorpusMistakes, load_corpus
from tests.project import COUNCILS, MINUTES, TinyProject, entry

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "papers"


def mistakes(project: TinyProject) -> list[str]:
    """What loading the corpus complains of."""
    with pytest.raises(CorpusMistakes) as refused:
        load_corpus(project.corpus)
    return list(refused.value.sentences)


def test_a_right_corpus_is_loaded_in_the_order_of_its_lists(project: TinyProject) -> None:
    corpus = load_corpus(project.corpus)
    assert [p.id for p in corpus.papers] == ["ferry", "quay"]
    assert [c.name for c in corpus.councils] == ["Aldermere Borough Council"]
    assert corpus.corrections.entries == ()
    assert corpus.unlisted() == []


def test_dates_hashes_and_words_stay_as_written(project: TinyProject) -> None:
    data = project.papers["ferry"]
    listed = entry("ferry", data, date="2024-05-01", title="No", body="on", licence="0123")
    (project.corpus / "papers.yml").write_text(listed, encoding="utf-8")
    paper = load_corpus(project.corpus).papers[0]
    assert (paper.date, paper.title, paper.body, paper.licence) == ("2024-05-01", "No", "on", "0123")


@pytest.mark.parametrize("date", ["2024", "2024-05", "2024-05-01", "2024-23", "2024-05~", "2024/2025"])
def test_dates_may_be_partial(project: TinyProject, date: str) -> None:
    (project.corpus / "papers.yml").write_text(entry("ferry", b"x", date=date), encoding="utf-8")
    assert load_corpus(project.corpus).papers[0].date == date


PAPER = "corpus/papers.yml, line 2: paper 'ferry' "
BAD_MANIFESTS = {
    "not yaml": ("- id: [ferry\n", "corpus/papers.yml, line 2: this is not YAML (expected ',' or ']', but got '<stream end>'): mend it there."),
    "tab": ("- id: a\n\tb: c\n", "corpus/papers.yml, line 2: this is not YAML (found character '\\t' that cannot start any token): mend it there."),
    "a mapping": ("id: ferry\n", "corpus/papers.yml, line 1: a list of entries is expected here, each beginning with a hyphen."),
    "a word": ("- ferry\n", "corpus/papers.yml, line 1: an entry of names and values is expected here, such as 'id: …'."),
    "a key twice": ("- id: a\n  id: b\n", "corpus/papers.yml, line 2: this is not YAML (the key 'id' stands twice): mend it there."),
    "unknown key": (
        "#\n" + entry("ferry", b"x", titel="Ferries"),
        PAPER + "has the unknown key 'titel': use only id, council, body, kind, title, date, file, source_url, retrieved, licence, sha256, note.",
    ),
    "unknown council": (
        "#\n" + entry("ferry", b"x", council="nowhere"),
        PAPER + "is of the council 'nowhere', which councils.yml does not list: add the council there, or mend the name.",
    ),
    "unknown kind": (
        "#\n" + entry("ferry", b"x", kind="leaflet"),
        PAPER + "has a 'kind' that is not right: input should be 'agenda', 'minutes', 'decision', 'report', 'action_log' or 'pack'.",
    ),
    "no date": (
        "#\n" + entry("ferry", b"x", date="1 May"),
        PAPER + "has a 'date' that is not right: '1 May' is no date: write it as 2018-05-24, 2018-05 or 2018, or null where unknown.",
    ),
    "outside": (
        "#\n" + entry("ferry", b"x", file="papers/a/../../secret.txt"),
        PAPER + "has a 'file' that is not right: 'papers/a/../../secret.txt' is not of the form papers/<council>/<file>: move the paper there.",
    ),
    "no address": (
        "#\n" + entry("ferry", b"x", source_url="file:///tmp/x"),
        PAPER + "has a 'source_url' that is not right: 'file:///tmp/x' does not begin with http:// or https://: write the whole address, or null.",
    ),
    "bad id": ("#\n" + entry("Ferry_1", b"x"), "corpus/papers.yml, line 2: paper 'Ferry_1' has a 'id' that is not right: "),
    "a key lacking": ("#\n- id: ferry\n  council: aldermere\n  file: papers/a/b.txt\n", PAPER + "lacks the key 'sha256': add it."),
}  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), BAD_MANIFESTS.values(), ids=BAD_MANIFESTS.keys())
def test_a_mistake_in_the_manifest_is_one_sentence(project: TinyProject, text: str, sentence: str) -> None:
    (project.corpus / "papers.yml").write_text(text, encoding="utf-8")
    said = mistakes(project)
    assert len(said) == 1
    assert said[0].startswith(sentence)


def test_two_papers_may_not_have_one_id(project: TinyProject) -> None:
    project.list_papers(entry("ferry", b"other", file="papers/aldermere/other.txt"))
    assert mistakes(project) == ["corpus/papers.yml, line 20: two papers have the id 'ferry': give one of them another."]


def test_a_file_may_not_be_listed_twice(project: TinyProject) -> None:
    project.list_papers(entry("again", MINUTES.encode(), file="papers/aldermere/ferry.txt"))
    assert mistakes(project) == [
        "corpus/papers.yml, line 20: paper 'again' lists papers/aldermere/ferry.txt, which 'ferry' lists already: take one out."
    ]


@pytest.mark.parametrize("name", ["papers.yml", "councils.yml", "corrections.yml"])
@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (None, "corpus/{} is missing: "),
        (b"\xff\xfe\x00\x00", "corpus/{}, line 1: this is not UTF-8: save the file as UTF-8."),
        (b"# one\n- a: \xe9\n", "corpus/{}, line 2: this is not UTF-8: save the file as UTF-8."),
        (b"- a: \x00\n", "corpus/{} is not YAML ("),
        (b"&a [*a]\n", "corpus/{}, line 1: an entry of names and values is expected here, such as 'id: \xe2\x80\xa6'."),
        (b"[" * 3000, "corpus/{} "),
        (b"!!python/object:os.system {}\n", "corpus/{}, line 1: this is not YAML ("),
    ],
    ids=["missing", "utf16", "latin", "control", "circle", "deep", "object"],
)  # fmt: skip
def test_whatever_bytes_a_list_has_it_is_a_sentence(project: TinyProject, name: str, data: bytes | None, sentence: str) -> None:
    path = project.corpus / name
    path.unlink() if data is None else path.write_bytes(data)
    expected = sentence.format(name).encode("latin-1").decode() if "\xe2" in sentence else sentence.format(name)
    assert any(said.startswith(expected) for said in mistakes(project))


def test_a_list_may_begin_with_a_byte_order_mark(project: TinyProject) -> None:
    (project.corpus / "councils.yml").write_bytes(codecs.BOM_UTF8 + COUNCILS.encode())
    assert len(load_corpus(project.corpus).councils) == 1


def said_by(kind: str, **values: str) -> str:
    """A correction with all that any needs."""
    given = {"who": "A. Reader", "when": "2024-05-01", "why": "It says so.", **values}
    return f"- kind: {kind}\n" + "".join(f"  {name}: {value}\n" for name, value in given.items())


BAD_CORRECTIONS = {
    "unknown kind": ("- kind: wrong\n", "the correction has the kind 'wrong': use one of misreading, same, different, unsure, edit, withhold, answer, close, reject-match."),
    "unknown paper": (
        said_by("misreading", paper="nix", wrong="a", right="b"),
        "the misreading is of the paper 'nix', which papers.yml does not list: mend the id, or take it out.",
    ),
    "who lacks": ("- {kind: withhold, name: X, when: 2024-05-01, why: y}\n", "the correction (withhold) lacks the key 'who': add it."),
    "no day": (said_by("withhold", name="X", when="May"), "the correction (withhold) has a 'when' that is not right: "),
    "unknown key": (said_by("same", left="a", right="b", sure="yes"), "the correction (same) has the unknown key 'sure': use only "),
    "empty words": (said_by("misreading", paper="ferry", wrong="' '", right="b"), "the correction (misreading) has a 'wrong' that is not right: "),
}  # fmt: skip


@pytest.mark.parametrize(("text", "sentence"), BAD_CORRECTIONS.values(), ids=BAD_CORRECTIONS.keys())
def test_a_mistake_in_the_corrections_is_one_sentence(project: TinyProject, text: str, sentence: str) -> None:
    project.correct(text)
    said = mistakes(project)
    assert len(said) == 1
    assert said[0].startswith(f"corpus/corrections.yml, line 1: {sentence}")


def test_all_mistakes_are_said_at_once(project: TinyProject) -> None:
    project.list_papers(entry("a", b"1", council="nowhere"), entry("b", b"2", kind="leaflet"))
    project.correct("- kind: wrong\n")
    assert len(mistakes(project)) == 3


def test_the_examples_in_the_corrections_are_right() -> None:
    """The comments of corrections.yml show an entry of each kind: uncommented, they load."""
    text = (ROOT / "corpus" / "corrections.yml").read_text(encoding="utf-8")
    shown = "\n".join(line[2:] for line in text.splitlines() if line.startswith("#   "))
    kinds = [one["kind"] for one in yaml.safe_load(shown)]
    assert kinds == ["misreading", "same", "edit", "withhold", "answer", "close", "reject-match"]


def test_the_example_corrections_load(project: TinyProject) -> None:
    text = (ROOT / "corpus" / "corrections.yml").read_text(encoding="utf-8")
    shown = "\n".join(line[4:] for line in text.splitlines() if line.startswith("#   "))
    project.correct(shown.replace("anytown-minutes-of-the-board", "ferry") + "\n")
    assert len(load_corpus(project.corpus).corrections.entries) == 7


def test_the_projects_own_corpus_is_right() -> None:
    corpus = load_corpus(ROOT / "corpus")
    assert corpus.unlisted() == []
    for paper in corpus.papers:
        assert hashlib.sha256(corpus.read(paper)).hexdigest() == paper.sha256


def test_the_papers_are_those_supplied_byte_for_byte() -> None:
    """Where the supplied papers lie beside the project, each is in the corpus as it is there."""
    if not SHARED.is_dir():
        pytest.skip("../shared/papers is not beside the project: the papers cannot be compared with those supplied.")
    supplied = {path.name: path.read_bytes() for path in SHARED.glob("*.txt")}
    kept = {path.name: path.read_bytes() for path in (ROOT / "corpus" / "papers").rglob("*.txt")}
    assert {name: kept.get(name) for name in supplied} == supplied
