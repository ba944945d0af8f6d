"""`matters add`: a paper comes in byte for byte and listed, or is refused and changes nothing."""

import hashlib
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from matters.corpus import ListedPaper, load_corpus
from tests.project import MINUTES, TinyProject

NEW = MINUTES.replace("4 March 2024", "8 May 2024").replace("ferry", "harbour").encode()


def everything(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


@pytest.fixture
def file(project: TinyProject) -> Path:
    """A paper that the corpus does not have."""
    path = project.root / "Harbour minutes.txt"
    path.write_bytes(NEW)
    return path


def listed(project: TinyProject) -> dict[str, ListedPaper]:
    return {paper.id: paper for paper in load_corpus(project.corpus).papers}


def test_a_file_is_copied_hashed_and_listed_with_what_it_states(project: TinyProject, file: Path) -> None:
    before = (project.corpus / "papers.yml").read_text(encoding="utf-8")
    result = project.run("add", str(file), "--council", "aldermere")
    assert result.status == 0
    assert result.out.startswith("Added harbour-minutes as corpus/papers/aldermere/harbour-minutes.txt: ")
    assert (project.corpus / "papers/aldermere/harbour-minutes.txt").read_bytes() == NEW
    paper = listed(project)["harbour-minutes"]
    assert paper.sha256 == hashlib.sha256(NEW).hexdigest()
    assert (paper.date, paper.kind, paper.body) == ("2024-05-08", "minutes", "Harbour Scrutiny Committee")
    assert (paper.source_url, paper.retrieved, paper.licence) == (None, None, None)
    assert (project.corpus / "papers.yml").read_text(encoding="utf-8").startswith(before)


def test_what_a_person_says_stands_above_what_was_read(project: TinyProject, file: Path) -> None:
    facts = {"--id": "may", "--title": 'Harbour: "the" minutes', "--date": "2024-05", "--body": "null", "--licence": "OGL v3.0"}
    arguments = [word for pair in facts.items() for word in pair]
    assert project.run("add", str(file), "--council", "aldermere", *arguments).status == 0
    paper = listed(project)["may"]
    assert (paper.title, paper.date, paper.body, paper.licence) == ('Harbour: "the" minutes', "2024-05", "null", "OGL v3.0")


def test_a_paper_goes_into_an_empty_corpus(project: TinyProject, file: Path) -> None:
    (project.corpus / "papers.yml").write_text("# Nothing yet.\n[]\n", encoding="utf-8")
    assert project.run("add", str(file), "--council", "aldermere").status == 0
    assert list(listed(project)) == ["harbour-minutes"]
    assert (project.corpus / "papers.yml").read_text(encoding="utf-8").startswith("# Nothing yet.\n")


def test_a_manifest_without_a_last_line_end_is_kept_whole(project: TinyProject, file: Path) -> None:
    manifest = project.corpus / "papers.yml"
    manifest.write_text(manifest.read_text(encoding="utf-8").rstrip("\n"), encoding="utf-8")
    assert project.run("add", str(file), "--council", "aldermere").status == 0
    assert list(listed(project)) == ["ferry", "quay", "harbour-minutes"]


def refused(project: TinyProject, *arguments: str) -> str:
    """The sentence with which `add` refuses; nothing may have changed."""
    before = everything(project.corpus)
    result = project.run("add", *arguments)
    assert result.status == 1
    assert len(result.err.splitlines()) == 1 and "Traceback" not in result.err
    assert everything(project.corpus) == before
    return result.err


def test_the_same_paper_is_refused(project: TinyProject) -> None:
    said = refused(project, str(project.paper("ferry")), "--council", "aldermere", "--id", "other")
    assert said == "The corpus has this very paper already, as ferry. Nothing was added.\n"


def test_an_id_that_is_taken_is_refused(project: TinyProject, file: Path) -> None:
    said = refused(project, str(file), "--council", "aldermere", "--id", "quay")
    assert said == "The corpus has a paper with the id 'quay' already: give this one another with --id.\n"


@pytest.mark.parametrize("paper_id", ["Quay 2", "../up", "-x", ""])
def test_an_id_that_is_no_id_is_refused(project: TinyProject, file: Path, paper_id: str) -> None:
    if paper_id == "":
        paper_id = "a" * 200
    said = refused(project, str(file), "--council", "aldermere", f"--id={paper_id}")
    assert said.startswith(f"The id {paper_id!r} is not right: use lower case letters")


def test_an_unknown_council_is_refused(project: TinyProject, file: Path) -> None:
    said = refused(project, str(file), "--council", "nowhere")
    assert said == "corpus/councils.yml does not list the council 'nowhere' (it lists aldermere): add it there first.\n"


@pytest.mark.parametrize("data", [b"", bytes(range(256)) * 4], ids=["empty", "binary"])
def test_what_cannot_be_read_is_refused(project: TinyProject, file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert refused(project, str(file), "--council", "aldermere").endswith(" Nothing was added.\n")


def test_a_missing_file_is_refused(project: TinyProject) -> None:
    assert refused(project, "nowhere.txt", "--council", "aldermere") == "nowhere.txt is missing: mend its name.\n"


@pytest.mark.parametrize("address", ["ftp://example.org/a.txt", "file:///etc/hostname", "http://", "javascript://x"])
def test_only_the_web_is_asked(project: TinyProject, address: str) -> None:
    said = refused(project, address, "--council", "aldermere")
    assert said == f"{address} is no address of the web: it must begin with http:// or https://.\n"


class Answers(BaseHTTPRequestHandler):
    """A council's web server, as far as a test needs it."""

    agents: list[str] = []

    def do_GET(self) -> None:
        """Answer by the path."""
        self.agents.append(self.headers["User-Agent"])
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/mgAi.aspx?ID=7")
            self.end_headers()
        elif self.path == "/away":
            self.send_response(302)
            self.send_header("Location", "ftp://example.org/a.txt")
            self.end_headers()
        elif self.path == "/mgAi.aspx?ID=7":
            self._give(b"<html><body>" + b"".join(b"<p>" + line + b"</p>" for line in NEW.splitlines()) + b"</body></html>", "text/html")
        elif self.path == "/none":
            self._give(b"", "text/plain")
        else:
            self.send_error(404)

    def _give(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a server on this machine."""
    monkeypatch.setenv("no_proxy", "*")
    running = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    threading.Thread(target=running.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{running.server_address[1]}"
    running.shutdown()
    running.server_close()


def test_an_address_is_fetched_once_and_listed_with_where_it_was_found(project: TinyProject, server: str) -> None:
    Answers.agents.clear()
    result = project.run("add", f"{server}/moved", "--council", "aldermere")
    assert result.status == 0, result.err
    paper = listed(project)["mgai-id-7"]
    assert paper.file == "papers/aldermere/mgai-id-7.html"
    assert paper.source_url == f"{server}/mgAi.aspx?ID=7"
    assert paper.retrieved is not None
    assert [agent.partition("/")[0] for agent in Answers.agents] == ["matters-arising"] * 2


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("/gone", "answers 404 Not Found: look at it in a browser."),
        ("/none", "is empty: look at it in a browser."),
        ("/away", "is no address of the web: it must begin with http:// or https://."),
    ],
)
def test_an_address_without_a_paper_is_refused(project: TinyProject, server: str, path: str, sentence: str) -> None:
    assert sentence in refused(project, server + path, "--council", "aldermere")


def test_a_server_that_is_not_there_is_a_sentence(project: TinyProject, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    said = refused(project, "http://127.0.0.1:9/x.txt", "--council", "aldermere")
    assert said.endswith("check the address and the connection.\n")
