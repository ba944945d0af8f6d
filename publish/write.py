"""`write_site`: everything that the site is made of, as files that a person can read and diff."""

import json
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from graph import Governance
from publish import chart_pages, comparison, exports, links, pages, phrases
from publish.accuracy import Accuracy
from publish.changes import Change
from publish.edtf import year
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
    handed = {"as_of": as_of.isoformat(), "site_url": site_url or "", "records": _searchable(site)}
    (pages_dir / HAND_OVER).write_text(json.dumps(handed, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _searchable(site: Site) -> list[dict[str, object]]:
    """Decisions and actions as the search finds them: they have no page of their own but a place on that of their paper."""
    found: list[dict[str, object]] = []
    for table, label in (("decisions", "Decision"), ("actions", "Action")):
        for r in sorted(getattr(site.governance, table), key=lambda r: r.id):
            paper = site.papers.get(r.paper_id)
            filters = {"record": [label], "council": [site.council_name(r.council)]}
            if paper is not None and paper.kind is not None:
                filters["paper"] = [phrases.title(paper.kind)]
            if paper is not None and year(paper.date):
                filters["year"] = [str(year(paper.date))]
            title = f"{label}: {r.text}"
            words = " ".join(v for v in (r.text, r.item_title, r.body, getattr(r, "owner_name", None)) if v)
            found.append(
                {"url": f"/{links.page_of(r)}", "content": words, "meta": {"title": title}, "filters": filters}
            )
    return found
