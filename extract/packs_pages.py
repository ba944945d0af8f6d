"""The pages of a file, each with what its top and its edges say: how a paper opens there, item stamps, page numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from extract import vocabulary
from extract.blocks import SILENT, Block, Layout
from extract.readers.fields import normal_label
from extract.times import full_dates

Opening = Literal["agenda", "minutes", "report", "decision"]

_TOP = 14  #: blocks of a page in which a paper opens
_FEW_WORDS = 30  #: a page with fewer may be a divider
_STAMP = re.compile(
    r"(?:agenda\s+)?item\s*(?:no\.?|number)?\s*[:.]?\s*(\d{1,3}[a-z]?)\b\.?\s*(?:page\s+\d{1,4})?$", re.IGNORECASE
)
_STAMPED_NUMBER = re.compile(r"(?:(?:agenda\s+)?item\s*\d{1,3}[a-z]?\s+)?(?:pack\s+)?page\s+(\d{1,4})$", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:[-–—|]\s*)?(?:page\s*\|?\s*)?(\d{1,4})(?:\s*[-–—|]|\s*(?:of|/)\s*\d{1,4}|\s*\|\s*page)?$", re.IGNORECASE
)
_MINUTES = re.compile(
    r"(?:(?:draft|unconfirmed|unapproved|public|open|printed)\s+)*(?:minutes|notes?|record)\s+(?:of|from)\b"
    r"|(?:draft\s+)?minutes$|.{0,120}\b(?:minutes|proceedings)\s+of\s+(?:the|an?)\b.{0,200}\bheld\b"
    r"|(?:at\s+)?an?\s+(?:\w+\s+){0,3}meeting\s+of\b.{0,200}\bheld\b|.{3,90}[-–—:]\s*(?:draft\s+)?minutes$",
    re.IGNORECASE | re.DOTALL,
)
_NO_OPENING = re.compile(
    r"\bto\s+(?:approve|confirm|agree|receive|consider|sign|note)\b|\b(?:were|was|be|been|are)\s+(?:\w+\s+)?(?:agreed|approved|confirmed"
    r"|signed|accepted|received|noted|taken|circulated)\b|\bpages?\s+\d+|\bcorrect\s+record\b",
    re.IGNORECASE,
)
_REPORT_LINE = re.compile(r"(?:joint\s+|the\s+)?report\s+(?:of|by|from|to)\b(?:\s+the\b)?\s*:?\s*\S", re.IGNORECASE)
_AGENDA = re.compile(
    r"(?:public\s+|supplementary\s+)?agenda$|notice\s+of\s+(?:a\s+|the\s+)?meeting\b|(?:council\s+)?summons$|you\s+are\s+(?:hereby\s+)?summoned\b",
    re.IGNORECASE,
)
_DECISION_LABELS = frozenset(
    {
        "decision no",
        "decision number",
        "decision taken by",
        "decision maker",
        "decision to be taken by",
        "decision ref",
        "decision reference",
    }
)


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(vocabulary.words("packs", name))


@cache
def _cue(vocab: str, key: str) -> re.Pattern[str]:
    words = vocabulary.load(vocab)["head_cues"][key] if vocab == "papers" else vocabulary.words(vocab, key)
    return re.compile(rf"\b{vocabulary.alternation([str(word) for word in words])}\b", re.IGNORECASE)


def is_stamp(words: str) -> bool:
    """Whether a line is the number of an item as it is stamped on its first page: "Agenda Item 5"."""
    return len(words) < 40 and words.lower().startswith("agenda") and _STAMP.match(words) is not None


def is_appended(words: str) -> bool:
    """Whether a heading or bookmark is that of an appendix, which belongs to the paper before it."""
    bare = re.sub(r"^[\W_]*(?:\d{1,3}[a-z]?[.)]?\s+)?[\W_]*", "", words)
    if len(words) > 200:
        return False
    numbered = _cue("packs", "appended_numbered").match(bare)
    return _cue("packs", "appended").match(bare) is not None or (
        numbered is not None and re.match(r"\.?\s*(?:\d|[A-Z]\b)", bare[numbered.end() :]) is not None
    )


def is_agenda_name(words: str) -> bool:
    """Whether a bookmark is that of the agenda with which a pack begins."""
    return " ".join(words.lower().split()).strip(" .:-") in _known("agenda_bookmarks")


def leaves_of(layout: Layout) -> list["Leaf"]:
    """The pages that hold text, in order; empty where the pages do not count upwards. A page is one on which a block begins."""
    pages: dict[int, list[Block]] = {}
    last = 0
    for block in layout.blocks:
        if block.page is None:
            if pages:
                return []
            continue
        if block.page < last - 1:
            return []
        last = max(last, block.page)  # the cells of a row that a page break has torn go back by one
        pages.setdefault(last, []).append(block)
    return [Leaf(layout.text, number, blocks) for number, blocks in pages.items()]


@dataclass
class Leaf:
    """One page that holds text; the blocks that begin on it, at least one."""

    text: str
    number: int
    blocks: Sequence[Block]

    @property
    def start(self) -> int:
        """First character of the page."""
        return self.blocks[0].start

    @cached_property
    def readable(self) -> list[Block]:
        """The blocks that are no furniture."""
        return [block for block in self.blocks if block.kind not in SILENT]

    @cached_property
    def words(self) -> int:
        """Number of words, furniture left out."""
        return sum(len(self.text[block.start : block.end].split()) for block in self.readable)

    @cached_property
    def lines(self) -> list[str]:
        """The words of each block, furniture included."""
        return [" ".join(self.text[block.start : block.end].split()) for block in self.blocks]

    @cached_property
    def top(self) -> list[str]:
        """The words of the first blocks that are no furniture."""
        return [" ".join(self.text[b.start : min(b.end, b.start + 400)].split()) for b in self.readable[:_TOP]]

    @cached_property
    def _edges(self) -> list[str]:
        """Short lines at the top and the foot of the page."""
        lines = self.lines
        near = lines if len(lines) <= 8 else [*lines[:4], *lines[-4:]]
        return [line for line in near if len(line) < 40]

    @cached_property
    def is_pack_mark(self) -> bool:
        """Whether the page calls the file a pack, furniture included."""
        cue = _cue("packs", "pack_marks")
        return any(
            (found := cue.search(line)) is not None and len(line) < len(found[0]) + 60 for line in self.lines[:12]
        )

    @cached_property
    def stamp(self) -> str | None:
        """The item number stamped on the page."""
        for line in self._edges:
            if is_stamp(line) and (match := _STAMP.match(line)) is not None:
                return match[1].lower()
        return None

    @cached_property
    def has_inner_stamp(self) -> bool:
        """Whether such a line also stands amid the words of the page, as a heading of minutes does."""
        return any(is_stamp(line) for line in self.lines[4:-4])

    @cached_property
    def stamped_numbers(self) -> frozenset[int]:
        """Page numbers printed as "Page 12", as in the corner of a pack."""
        return frozenset(int(match[1]) for line in self._edges if (match := _STAMPED_NUMBER.match(line)))

    @cached_property
    def numbers(self) -> frozenset[int]:
        """All page numbers printed at the edges of the page."""
        found = {int(match[1]) for line in self._edges if (match := _NUMBER.match(line))}
        return frozenset(found) | self.stamped_numbers

    @cached_property
    def is_appended(self) -> bool:
        """Whether the page begins an appendix."""
        near = [b for b in (*self.blocks[:3], *self.readable[:3]) if b.label is None and b.kind != "table_row"]
        return any(is_appended(" ".join(self.text[b.start : min(b.end, b.start + 201)].split())) for b in near)

    @cached_property
    def is_divider(self) -> bool:
        """Whether the page says no more than that an appendix follows."""
        few = self.words < _FEW_WORDS
        return self.is_appended and few and not any(self.text[b.end - 1] == "." for b in self.readable)

    @cached_property
    def is_withheld(self) -> bool:
        """Whether the page says no more than that a report is withheld from the public."""
        if not 3 <= self.words < 90:
            return False
        words = " ".join(self.lines).lower()
        return any(all(str(phrase) in words for phrase in rule) for rule in vocabulary.load("packs")["withheld"])

    @cached_property
    def opening(self) -> Opening | None:
        """How a paper opens at the top of this page, or None."""
        if not self.readable:
            return None
        if self._opens_minutes():
            return "minutes"
        if self._opens_decision():
            return "decision"
        if self._opens_report():
            return "report"
        return "agenda" if self._opens_agenda() else None

    @cached_property
    def _labels(self) -> set[str]:
        """The labels at the top of the page: words before a colon, and cells or lines that are nothing but a label."""
        found = {normal_label(b.label) for b in self.readable[: 2 * _TOP] if b.label is not None}
        for line in self.top:
            before, colon, _ = line.partition(":")
            if colon and len(before) < 60:
                found.add(normal_label(before))
            elif len(line) < 60:
                found.add(normal_label(line))
        return found

    def _opens_minutes(self) -> bool:
        """Minutes open with a line that says so and a list of who was there (convention 124), or with that list under a date."""
        near = self.readable[: 2 * _TOP]
        present = frozenset(vocabulary.words("papers", "attendance_labels"))
        there = next((place for place, block in enumerate(near) if self._names(block) & present), None)
        if there is None:
            return False
        said = any(
            block.number is None and _MINUTES.match(line) and not _NO_OPENING.search(line)
            for block, line in zip(near[:7], self.top, strict=False)
        )
        dated = any(len(line) < 160 and next(full_dates(line), None) is not None for line in self.top[:6])
        return said or (dated and there < 7 and any("apologies" in name for b in near for name in self._names(b)))

    def _names(self, block: Block) -> set[str]:
        """What a block may be the value of: its label, and its first words up to a colon or, where it is short, all of them."""
        words = self.text[block.body_start : min(block.end, block.body_start + 60)]
        named = {normal_label(re.split(r"[:;\n]", words, maxsplit=1)[0])}
        first = normal_label(words.split(" ", 1)[0])
        return named | {first} | ({normal_label(block.label)} if block.label is not None else set())

    def _opens_decision(self) -> bool:
        cue = _cue("papers", "decision")
        near = [line for line in self.lines[:6] if len(line) < 120]
        said = any((match := cue.search(line)) is not None and match.start() <= 60 for line in near)
        return said and bool(self._labels & _DECISION_LABELS)

    def _opens_report(self) -> bool:
        """Reports open with labelled fields (convention 116), or with the line "Report of ..." beside a date."""
        return self._has_report_labels or self._has_report_line()

    @cached_property
    def _has_report_labels(self) -> bool:
        """Whether the labels are those of a report, or of the cover sheet that boards put on each paper."""
        openers, others = self._labels & _known("report_openers"), self._labels & _known("report_labels")
        return (bool(openers) and len(openers | others) >= 3) or ("title" in others and len(others) >= 5)

    def _has_report_line(self) -> bool:
        near = [words for block, words in zip(self.readable[:9], self.top, strict=False) if block.number is None]
        line = any(len(words) < 160 and _REPORT_LINE.match(words) and not _NO_OPENING.search(words) for words in near)
        return line and any(len(words) < 160 and next(full_dates(words), None) is not None for words in near)

    @cached_property
    def is_weak(self) -> bool:
        """Whether a report opens here by the line "Report of ..." alone, which may also be a heading of minutes."""
        return self.opening == "report" and not self._has_report_labels

    def _opens_agenda(self) -> bool:
        near = self.lines[:10] if self.number == 1 else self.top[:6]
        return any(_AGENDA.match(line) and len(line) < 200 for line in near)
