"""Action logs as clerks keep them: CSV and DOCX in the columns of a body's own log, and a list for the next agenda.

Which columns, in which order and under which heads is configured for each body (`LogStyle`); without that the log has the columns that
most councils keep. A reference is made from the municipal year and a running number where the paper prints none.
"""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from extract.records import Action
from graph.following import Standing
from publish import edtf, escape, phrases
from publish.counting import municipal_year
from publish.log_styles import COLUMNS, LogStyle
from publish.view import Site

_NEXT = ("reference", "text", "owner", "due", "status")


@dataclass(frozen=True)
class Log:
    """A log as a table: its title, the heads of its columns, and its rows."""

    title: str
    heads: tuple[str, ...]
    rows: list[list[str]]


def style_of(styles: Sequence[LogStyle], council: str | None, body: str | None) -> LogStyle:
    """The style of a body, that of its council's before that of any; the usual one where none is configured."""
    return next((s for s in sorted(styles, key=lambda s: s.council is None) if s.fits(council, body)), LogStyle())


def write(site: Site, data_dir: Path) -> Iterator[tuple[str, str, int]]:
    """Writes the log of all actions and that of each body below `logs/`; yields path, what it is, and rows."""
    folder = data_dir / "logs"
    folder.mkdir(exist_ok=True)
    references = references_of(site.actions_in_order, site.log_styles)
    every = site.actions_in_order
    standings = site.governance.standings
    logs = [("all", "all bodies", every, LogStyle())]
    for body in site.governance.organisations:
        raised = site.of_body("actions", body.id)
        if raised:
            style = style_of(site.log_styles, raised[0].council, body.name)
            logs.append((site.log_names[body.id], body.name, sorted(raised, key=every.index), style))
    for stem, name, actions, style in logs:
        log = log_of(f"Action log: {name}", actions, standings, tuple(style.columns.items()), references, site.as_of)
        open_ones = sorted(
            (a for a in actions if not site.standing(a).settled),
            key=lambda a: (not site.overdue(a), site.standing(a).binding_due or "9999", references[a.id]),
        )
        heads = tuple((c, h) for c, h in style.columns.items() if c in _NEXT) or tuple((c, COLUMNS[c]) for c in _NEXT)
        following = log_of(f"Matters arising: {name}", open_ones, standings, heads, references, site.as_of)
        agenda = "next-agenda" if stem == "all" else f"{stem}-next-agenda"
        _csv(log, folder / f"{stem}.csv")
        save_docx(log, folder / f"{stem}.docx", as_of=site.as_of)
        save_docx(following, folder / f"{agenda}.docx", as_of=site.as_of)
        yield f"logs/{stem}.csv", f"the action log of {name}", len(log.rows)
        yield f"logs/{stem}.docx", f"the action log of {name}, for Word", len(log.rows)
        yield f"logs/{agenda}.docx", f"what is open of {name}, for the next agenda", len(following.rows)


def references_of(actions: Iterable[Action], styles: Sequence[LogStyle]) -> dict[str, str]:
    """The reference of each action: as its log prints it, else by the style of its body, counted through the municipal year."""
    numbers: Counter[tuple[str | None, str | None, str]] = Counter()
    found = {}
    for action in actions:
        year = municipal_year(action.raised_on)
        key = (action.council, action.body, year)
        numbers[key] += 1
        style = style_of(styles, action.council, action.body)
        made = style.reference.format(year=year, number=numbers[key], minute=action.minute_number or "")
        found[action.id] = action.log_ref or made
    return found


def log_of(
    title: str,
    actions: Iterable[Action],
    standings: Mapping[str, Standing],
    columns: Sequence[tuple[str, str]],
    references: Mapping[str, str],
    as_of: date,
) -> Log:
    """The actions as a log; `references` and `standings` are by the id of the action."""
    rows = []
    for action in actions:
        cells = _cells(action, standings[action.id], references[action.id], as_of)
        rows.append([escape.printable(" ".join(cells[column].split())) for column, _ in columns])
    return Log(title, tuple(head for _, head in columns), rows)


def _cells(action: Action, standing: Standing, reference: str, as_of: date) -> dict[str, str]:
    due = edtf.words(standing.binding_due) if standing.binding_due else action.due_raw
    raised = edtf.words(action.raised_on) if action.raised_on else None
    told = [f"{edtf.words(s.date)}: {s.quote.quote if s.quote else s.text}" for s in standing.steps[1:] if s.date]
    return {
        "reference": reference,
        "origin": ", ".join(v for v in (action.body, raised) if v),
        "minute": (action.minute_number or "").rstrip("."),
        "area": action.area_raw or "",
        "kind": phrases.title(action.kind),
        "text": action.text,
        "addressee": action.addressee_raw or "",
        "owner": action.owner_name or action.owner_raw or "",
        "due": due or "",
        "progress": " ".join(told) or (action.progress_raw or ""),
        "status": phrases.ANSWERS[standing.state] + (" (overdue)" if standing.overdue(as_of) else ""),
        "rag": action.rag_raw or "",
        "closed": edtf.words(standing.answered_on() or "") if standing.answered_on() else "",
    }


def _csv(log: Log, path: Path) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow([escape.csv_cell(head) for head in log.heads])
        rows.writerows([escape.csv_cell(cell) for cell in row] for row in log.rows)


def save_docx(log: Log, path: Path, *, as_of: date) -> None:
    """A landscape page with the log as one table, its heads repeated on every page; the same bytes each time."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.shared import Mm, Pt

    document = Document()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(15))
    document.styles["Normal"].font.size = Pt(9)
    document.add_heading(escape.printable(log.title), level=1)
    document.add_paragraph(
        f"As at {edtf.words(as_of.isoformat())}. “No answer found” speaks of the papers read and of nothing else."
    )
    table = document.add_table(rows=1, cols=len(log.heads), style="Table Grid")
    for cell, head in zip(table.rows[0].cells, log.heads, strict=True):
        cell.paragraphs[0].add_run(head).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    table.autofit = False
    for column, share in zip(table.columns, _shares(log), strict=True):
        column.width = Mm(round(267 * share))
    blank = table.add_row()._tr
    table._tbl.remove(blank)
    for row in log.rows:  # rows are copied: to add each through the table takes time that grows with its square
        line = deepcopy(blank)
        for cell, words in zip(line.tc_lst, row, strict=True):
            cell.p_lst[0].add_r().text = words
        table._tbl.append(line)
    if not log.rows:
        document.add_paragraph("None.")
    _save(document, path, as_of)


def _shares(log: Log) -> list[float]:
    """What each column takes of the width of the page: long texts more, and no head is broken."""
    longest = [max((len(row[place]) for row in log.rows), default=0) for place in range(len(log.heads))]
    weights = [max(len(head) * 1.3 + 4, min(size, 300) ** 0.75) for head, size in zip(log.heads, longest, strict=True)]
    return [weight / sum(weights) for weight in weights]


def _save(document: Any, path: Path, as_of: date) -> None:
    """Writes a document with the day of the site in place of the clock, in its properties and in the archive."""
    day = datetime.combine(as_of, time.min)
    document.core_properties.created = document.core_properties.modified = day
    document.core_properties.author = "Matters Arising"
    written = io.BytesIO()
    document.save(written)
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist()):
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
