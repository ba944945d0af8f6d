"""From the bytes of one paper to its records: reader, facts, pipeline, assembly.

This is all that other packages call. It knows of no other paper.
"""

import hashlib
import re
from collections.abc import Sequence

from extract.blocks import SILENT, Layout
from extract.corrections import Misreading
from extract.evidence import check_evidence
from extract.facts import Facts, find_facts
from extract.readers import read_layout
from extract.records import Evidence, Paper, Reading


def slug(name: str) -> str:
    """A file name as an id: lower case letters, digits and hyphens, without the ending."""
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", name)
    return re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "paper"


def read_paper(
    data: bytes,
    *,
    name: str,
    paper_id: str | None = None,
    council: str | None = None,
    misreadings: Sequence[Misreading] = (),
    withheld: Sequence[str] = (),
    source_url: str | None = None,
    licence: str | None = None,
) -> Reading:
    """Read one paper.

    `name` is its file name, for error sentences and, where no `paper_id` is given, for its id. `misreadings` are mended and
    `withheld` names masked while reading. Raises PaperError where the bytes are no paper that can be read, CorpusError
    where a misreading matches nothing, EvidenceError where a value has no passage.
    """
    from extract.assemble import assemble
    from extract.pipeline import run_pipeline

    layout = read_layout(data, name=name, misreadings=misreadings, withheld=withheld)
    facts = find_facts(layout)
    paper = _paper(data, layout, facts, paper_id=paper_id or slug(name), council=council)
    paper.source_url, paper.licence = source_url, licence
    reading = assemble(run_pipeline(layout, facts), paper)
    check_evidence(reading)
    return reading


def _paper(data: bytes, layout: Layout, facts: Facts, *, paper_id: str, council: str | None) -> Paper:
    values = {field: place for field, place in facts.places.items() if field in ("title", "kind", "body", "date_raw")}
    blocks = layout.blocks
    return Paper(
        id=paper_id,
        council=council,
        paper_id=paper_id,
        title=facts.title,
        kind=facts.kind,
        body=facts.body,
        date_raw=facts.date_raw,
        date=facts.date,
        sha256=hashlib.sha256(data).hexdigest(),
        format=layout.format,
        pages=layout.pages,
        words=sum(len(layout.text[b.start : b.end].split()) for b in blocks if b.kind not in SILENT),
        evidence=[
            Evidence(
                field=field,
                paper_id=paper_id,
                page=next((b.page for b in blocks if b.start <= place.start < b.end), None),
                block=next((b.index for b in blocks if b.start <= place.start < b.end), 0),
                start=place.start,
                end=place.end,
                quote=layout.text[place.start : place.end],
            )
            for field, place in values.items()
        ],
    )
