"""What several test modules share."""

from pathlib import Path

import pytest

from tests.project import TinyProject


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write the golden files anew instead of comparing with them"
    )


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> TinyProject:
    """A project with two papers of a council that does not exist; what it builds is one plain page."""
    tiny = TinyProject(tmp_path / "project", capsys, monkeypatch)
    tiny.publish_plainly()
    return tiny
