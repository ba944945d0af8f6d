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
    layout = read_layout(data, name=name, misreadings=misreadings, withheld=withheld)
    facts = find_facts(layout)
    paper = _paper(_hash(data), layout, facts, paper_id=paper_id or slug(name), council=council)
    paper.source_url, paper.licence = source_url, licence
    return _read(layout, facts, paper)


def read_papers(
    data: bytes,
    *,
    name: str,
    paper_id: str | None = None,
    council: str | None = None,
    misreadings: Sequence[Misreading] = (),
    withheld: Sequence[str] = (),
    source_url: str | None = None,
    licence: str | None = None,
) -> list[Reading]:
    """Read the papers of one file: one, or each of several where the file is an agenda pack.

    A paper of a pack has the id of the file with its place in the pack ("may-pack-2"), its own kind, title, body and date, and a text of its
    own; `source_id` and `first_page` say where it stands. Arguments and errors are those of `read_paper`.
    """
    from extract.packs import read_layouts

    whole, sha256 = paper_id or slug(name), _hash(data)
    layouts = read_layouts(data, name=name, misreadings=misreadings, withheld=withheld)
    readings = []
    for place, layout in enumerate(layouts, 1):
        in_pack = len(layouts) > 1
        facts = find_facts(layout, in_pack=in_pack)
        paper = _paper(sha256, layout, facts, paper_id=f"{whole}-{place}" if in_pack else whole, council=council)
        paper.source_url, paper.licence = source_url, licence
        if in_pack:
            paper.source_id, paper.first_page = whole, layout.first_page
        readings.append(_read(layout, facts, paper))
    return readings


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _read(layout: Layout, facts: Facts, paper: Paper) -> Reading:
    """The records of a paper. Raises EvidenceError where a value has no passage."""
    from extract.assemble import assemble
    from extract.pipeline import run_pipeline

    reading = assemble(run_pipeline(layout, facts), paper)
    check_evidence(reading)
    return reading


def _paper(sha256: str, layout: Layout, facts: Facts, *, paper_id: str, council: str | None) -> Paper:
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
        sha256=sha256,
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
