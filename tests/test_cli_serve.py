"""`matters serve`: the site on this machine, built again on change."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from matters.root import Project
from matters.serve import snapshot
from tests.project import TinyProject

ROOT = Path(__file__).parent.parent
#: The command, with a renderer that writes one page; the tests may run where an interruption is ignored, as behind `&`.
SERVE = """
import signal, sys
import matters.build as b

signal.signal(signal.SIGINT, signal.default_int_handler)

def write_site(governance, *, pages_dir, **_):
    pages_dir.mkdir(parents=True, exist_ok=True)
    (pages_dir / "index.md").write_text(" ".join(d.text for d in governance.decisions))

def render_site(*, pages_dir, site_dir, config):
    site_dir.mkdir()
    (site_dir / "index.html").write_text((pages_dir / "index.md").read_text())

b.write_site, b.render_site = write_site, render_site
sys.argv = ["matters", "-C", sys.argv[1], "serve", "--port", "0"]
from matters.cli import main
main()
"""


def test_the_site_is_served_and_built_again_on_change(project: TinyProject) -> None:
    running = subprocess.Popen(
        [sys.executable, "-c", SERVE, str(project.root)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONUNBUFFERED": "1", "no_proxy": "*"},
    )
    try:
        assert running.stdout is not None
        said = re.match(r"The site is at (http://127\.0\.0\.1:\d+/) ", running.stdout.readline())
        assert said is not None
        assert "ferry timetable be approved" in fetch(said[1])
        project.papers["quay"] += b"\n2. That Cabinet approve the harbour dues.\n"
        project.paper("quay").write_bytes(project.papers["quay"])
        project.list_papers()
        until = time.monotonic() + 30
        while "harbour dues" not in fetch(said[1]) and time.monotonic() < until:
            time.sleep(0.2)
        assert "harbour dues" in fetch(said[1])
    finally:
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=30)
    assert running.returncode == 0
    assert out.endswith("Ended.\n") and "Traceback" not in err


def fetch(address: str) -> str:
    """The home page as it is now."""
    with urllib.request.build_opener(urllib.request.ProxyHandler({})).open(address, timeout=10) as answer:
        assert answer.headers["Cache-Control"] == "no-store"
        return str(answer.read(), "utf-8")


def test_only_what_people_write_is_watched(project: TinyProject) -> None:
    before = snapshot(Project(project.root))
    (project.root / "build").mkdir()
    (project.root / "build" / "x").write_text("x", encoding="utf-8")
    (project.corpus / ".papers.yml.swp").write_text("x", encoding="utf-8")
    assert snapshot(Project(project.root)) == before
    project.paper("new").write_text("x", encoding="utf-8")
    assert len(snapshot(Project(project.root))) == len(before) + 1


def test_a_port_that_is_taken_is_a_sentence(project: TinyProject) -> None:
    project.run("build")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = project.run("serve", "--port", str(port))
    assert result.status == 1
    assert result.err == f"Port {port} cannot be used (Address already in use): name another with --port.\n"
