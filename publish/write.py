"""`write_site`: everything that the site is made of, as files that a person can read and diff."""

import json
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from graph import Governance
from publish import aliases, chart_pages, comparison, exports, pages, search_entries
from publish.accuracy import Accuracy
from publish.changes import Change
from publish.log_styles import LogStyle
from publish.questions import Question
from publish.view import Site

#: What `render_site` needs to know beside the pages; its name begins with a dot, so it is not published.
HAND_OVER = ".site.json"


def write_site(
    governance: Governance,
    *,
    pages_dir: Path,
    docs_dir: Path,
    as_of: date,
    corpus_version: str,
    site_url: str | None = None,
    accuracy: Accuracy | None = None,
    questions: Sequence[Question] = (),
    log_styles: Sequence[LogStyle] = (),
    changes: Sequence[Change] = (),
) -> None:
    """Writes pages, charts and data files into `pages_dir`, which is emptied first.

    `docs_dir` holds the pages written by hand; `as_of` is the day on which due dates are judged and with which everything is dated.
    `questions` are put to the papers of every council, `log_styles` say how bodies keep their logs, and
    `changes` what became of actions from build to build. Raises PublishError where a chart cannot be drawn.
    """
    site = Site(governance, as_of, corpus_version, site_url, accuracy, log_styles, changes)
    if pages_dir.exists():
        shutil.rmtree(pages_dir)
    if docs_dir.is_dir():
        shutil.copytree(docs_dir, pages_dir)
    pages.link_terms(pages_dir)
    pages_dir.mkdir(parents=True, exist_ok=True)
    pages.copy_assets(pages_dir)
    charts = chart_pages.draw_charts(site, pages_dir / "data" / "charts")
    compared = comparison.compare(site, questions)
    files = exports.write(site, pages_dir / "data", [comparison.table_of(site, asked) for asked in compared.asked])
    pages.write(site, pages_dir=pages_dir, charts=charts, compared=compared, files=files)
    handed = {
        "as_of": as_of.isoformat(),
        "site_url": site_url or "",
        "entries": search_entries.entries(site),
        "aliases": [*aliases.nationwide(), *aliases.of_graph(governance)],
    }
    (pages_dir / HAND_OVER).write_text(json.dumps(handed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
