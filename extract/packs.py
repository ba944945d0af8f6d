"""Agenda packs: one file that holds an agenda, minutes of an earlier meeting and several reports, told apart page by page.

A paper begins at the top of a page. What says so, in order of trust: the bookmarks of the file, the page ranges that the agenda
lists ("Pages 5 - 12") where the pages of the pack are numbered through, the item number stamped on the first page of each item,
and the way in which minutes, reports and records of decision open. A long report with appendices is one paper, and so are
minutes with many items.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.blocks import Block, Layout
from extract.corrections import Misreading
from extract.packs_pages import Leaf, is_agenda_name, is_appended, is_stamp, leaves_of
from extract.readers import read_source
from extract.readers.lines import Line, split_lines
from extract.readers.source import Source, cut_out, lay_out

#: From so many openings on, a file that opens with no agenda is several papers even where no page numbers start anew.
_MANY = 4
_RANGE = re.compile(
    r"\bpages?\s+(\d{1,4})\s*(?:[-–—]|to)\s*(\d{1,4})\b|^\(?(\d{1,4})\s*[-–—]\s*(\d{1,4})\)?$", re.IGNORECASE
)


@dataclass(frozen=True)
class Part:
    """One paper of a pack: half-open offsets of the text of the pack, and its pages in the file."""

    start: int
    end: int
    first_page: int
    last_page: int
    withheld: tuple[int, ...] = ()  #: pages that only say that a report is withheld from the public


def read_layouts(
    data: bytes, *, name: str, misreadings: Sequence[Misreading] = (), withheld: Sequence[str] = ()
) -> list[Layout]:
    """The papers of a file, each as a layout with a text of its own: one, or several where the file is a pack.

    Pages of the blocks are those of the file. Arguments and errors are those of `read_layout`.
    """
    source = read_source(data, name=name, misreadings=misreadings, withheld=withheld)
    whole = lay_out(source)
    parts = find_parts(whole)
    common = _on_most_pages(source) if parts else frozenset()
    return [_lay_out_part(source, whole, part, common) for part in parts] or [whole]


def _shape(source: Source, line: Line) -> str:
    """The words of a line with their numbers left open, by which a running head is known again."""
    return re.sub(r"\d+", "#", " ".join(source.text[line.start : line.end].lower().split()))


def _pages_of_marked(source: Source) -> dict[str, set[int | None]]:
    """The pages of each line that is marked as furniture, by its shape."""
    found: dict[str, set[int | None]] = {}
    for line in source.lines or ():
        if line.kind == "furniture":
            found.setdefault(_shape(source, line), set()).add(line.page)
    return found


def _on_most_pages(source: Source) -> frozenset[str]:
    """Running heads and feet of the pack itself."""
    pages = len({line.page for line in source.lines or ()})
    return frozenset(shape for shape, on in _pages_of_marked(source).items() if len(on) >= 0.6 * pages)


def _mark_again(own: Source, common: Collection[str]) -> None:
    """Look anew at what is furniture: a head on the first page of every report is no running head of any of them."""
    if own.lines is None:
        own.lines = split_lines(own.text)
    pages = _pages_of_marked(own)
    for position, line in enumerate(own.lines):
        if position < 4 and is_stamp(own.text[line.start : line.end]):
            line.kind = "furniture"
        elif line.kind == "furniture" and (shape := _shape(own, line)) not in common:
            if len(pages[shape]) == 1 or line.page == own.first_page:
                line.kind = None


def _lay_out_part(source: Source, whole: Layout, part: Part, common: Collection[str]) -> Layout:
    """One paper of a pack, cut into blocks as if it were alone."""
    pages = range(part.first_page, part.last_page + 1)
    own = cut_out(source, part.start, part.end, pages=pages)
    _mark_again(own, common)
    layout = lay_out(own)
    starts = [block.start for block in whole.blocks]
    for block in layout.blocks if whole.format != "pdf" else ():
        at = bisect_right(starts, part.start + block.start) - 1
        block.page = whole.blocks[max(at, 0)].page
    _silence(layout.blocks, part.withheld)
    layout.withheld_pages = list(part.withheld)
    return layout


def _silence(blocks: Sequence[Block], pages: Sequence[int]) -> None:
    """Mark the pages that stand for withheld reports as boilerplate: they are no words of the paper before them."""
    quiet = {block.index for block in blocks if block.page in pages}
    for block in blocks:
        if block.index in quiet and block.kind != "furniture":
            block.kind, block.section, block.parent = "boilerplate", None, None
            block.label = block.label_start = block.label_end = None
        if block.section in quiet:
            block.section = None
        if block.parent in quiet:
            block.parent = None


def find_parts(layout: Layout) -> list[Part]:
    """The papers of a pack in order; empty where the file is one paper."""
    if not layout.pages or layout.pages < 2:
        return []
    leaves = leaves_of(layout)
    if len(leaves) < 2:
        return []
    starts = _Pack(layout, leaves).starts()
    return _parts(layout, leaves, starts) if len(starts) > 1 else []


def _parts(layout: Layout, leaves: Sequence[Leaf], starts: Sequence[int]) -> list[Part]:
    """The parts that begin on these leaves, counted from 0, the first of which is the first leaf."""
    parts = []
    for first, after in zip(starts, [*starts[1:], len(leaves)], strict=True):
        last_page = leaves[after].number - 1 if after < len(leaves) else max(layout.pages or 0, leaves[-1].number)
        parts.append(
            Part(
                start=leaves[first].start if first else 0,
                end=leaves[after].start if after < len(leaves) else len(layout.text),
                first_page=leaves[first].number if first else 1,
                last_page=last_page,
                withheld=tuple(leaf.number for leaf in leaves[first:after] if leaf.is_withheld),
            )
        )
    return parts


class _Pack:
    """What the pages of a file say of where its papers begin. Leaves are counted from 0."""

    def __init__(self, layout: Layout, leaves: Sequence[Leaf]) -> None:
        self.layout, self.leaves = layout, leaves
        self.place = {leaf.number: index for index, leaf in enumerate(leaves)}

    def starts(self) -> list[int]:
        """The leaves on which papers begin; only the first where the file is one paper."""
        opening = [leaf.opening for leaf in self.leaves]
        if not self.is_pack:
            found = {0} | {index for index, kind in enumerate(opening) if index and kind and self._restarts(index)}
            opened = {index for index, kind in enumerate(opening) if kind and index not in self._appended()}
            firm = {index for index in opened if not self.leaves[index].is_weak}
            if len(firm) >= _MANY:
                found |= firm
            return self._settled(found) if found <= opened else [0]
        items = self.from_outline | self.from_ranges | self.from_stamps
        found = {0} | items
        appended = self._appended()
        seen_other = in_minutes = False
        for index, kind in enumerate(opening):
            if index and index in found:
                seen_other, in_minutes = True, kind == "minutes"
            if not index or kind is None or index in found or index in appended:
                continue
            if kind == "agenda" and not seen_other:
                continue
            doubtful = bool(items) or (in_minutes and self.leaves[index].is_weak)
            if kind == "report" and doubtful and not self._restarts(index):
                continue
            found.add(index)
            seen_other, in_minutes = True, kind == "minutes"
        return self._settled(found)

    def _settled(self, found: set[int]) -> list[int]:
        """The starts in order, without those of pages that stand for a withheld report."""
        starts = []
        pending = False
        for index, leaf in enumerate(self.leaves):
            if index and leaf.is_withheld:
                pending = pending or index in found
            elif index in found or pending:
                starts.append(index)
                pending = False
        return starts

    @cached_property
    def is_pack(self) -> bool:
        """Whether the file says that it is a pack, or opens with an agenda."""
        if any(leaf.is_pack_mark for leaf in self.leaves[:2]):
            return True
        return self.leaves[0].opening == "agenda" or bool(self.from_outline)

    @cached_property
    def from_outline(self) -> set[int]:
        """Where the highest bookmarks of the file point, when they are those of a pack and not of the sections of a report."""
        marks = [mark for mark in self.layout.outline if mark.page in self.place]
        if len(marks) < 2:
            return set()
        top = min(mark.level for mark in marks)
        papers = [mark for mark in marks if mark.level == top]
        if len(papers) == 1:  # one bookmark around all others
            top = min((mark.level for mark in marks if mark.level > top), default=top)
            papers = [mark for mark in marks if mark.level == top]
        named = any(is_agenda_name(mark.title) for mark in (papers[0], marks[0]))
        begins = named or any(leaf.is_pack_mark for leaf in self.leaves[:2])
        pages = [mark.page for mark in papers]
        if not begins or pages != sorted(pages) or len(set(pages)) < 0.8 * len(pages):
            return set()
        found = {self.place[mark.page] for mark in papers if not is_appended(mark.title)}
        numbered = sum(mark.title[0].isdigit() for mark in papers)
        if 2 * numbered < len(papers) and not any(self._begins(index) for index in found - {0}):
            return set()
        below = {
            self.place[mark.page]
            for mark in marks
            if mark.level > top and not is_appended(mark.title) and self.leaves[self.place[mark.page]].opening
        }
        return (found | below) - {0}

    @cached_property
    def _pack_numbers(self) -> dict[int, int]:
        """The leaf of each page number of the pack, where its pages are numbered through."""
        shifts = Counter(n - leaf.number for leaf in self.leaves for n in leaf.stamped_numbers)
        if not shifts:
            return {}
        (shift, count), total = shifts.most_common(1)[0], sum(1 for leaf in self.leaves if leaf.stamped_numbers)
        if count < 3 or count < 0.6 * total or count < 0.4 * len(self.leaves):
            return {}
        return {leaf.number + shift: index for index, leaf in enumerate(self.leaves)}

    @cached_property
    def from_ranges(self) -> set[int]:
        """Where the ranges of pages that the agenda lists begin."""
        numbers = self._pack_numbers
        if not numbers:
            return set()
        found: set[int] = set()
        listed = inside = 0
        for index, leaf in enumerate(self.leaves[:12]):
            if index in found:
                break
            for words in leaf.lines:
                for match in _RANGE.finditer(words):
                    first, last = int(match[1] or match[3]), int(match[2] or match[4])
                    listed += 1
                    if first <= last and numbers.get(first, 0) > index and last in numbers:
                        found.add(numbers[first])
                        inside += 1
        whole = inside >= 0.8 * listed  # else the agenda stands here without its papers
        return found if found and whole and self._ranges_fit(found) else set()

    def _ranges_fit(self, found: set[int]) -> bool:
        """Whether the ranges are those of an agenda: the file opens with it."""
        return any(leaf.is_pack_mark or leaf.opening == "agenda" for leaf in self.leaves[: min(found)])

    @cached_property
    def from_stamps(self) -> set[int]:
        """Where a new item number is stamped at the top, when such stamps stand nowhere else on a page."""
        if any(leaf.has_inner_stamp for leaf in self.leaves):
            return set()
        found: set[int] = set()
        last: str | None = None
        for index, leaf in enumerate(self.leaves):
            if leaf.stamp is not None and leaf.stamp != last:
                last = leaf.stamp
                found.add(index)
        return found - {0} if len(found) > 1 or 0 not in found else set()

    def _begins(self, index: int) -> bool:
        """Whether something on this leaf besides a bookmark says that a paper begins."""
        leaf = self.leaves[index]
        return leaf.opening is not None or leaf.stamp is not None or self._restarts(index)

    def _restarts(self, index: int) -> bool:
        """Whether the page numbers of a paper start anew on this leaf."""
        here = self.leaves[index].numbers
        after = self.leaves[index + 1].numbers if index + 1 < len(self.leaves) else frozenset()
        return 1 in here or (not (here - self.leaves[index].stamped_numbers) and 2 in after)

    def _appended(self) -> set[int]:
        """Leaves that begin an appendix, and those right after a page that says no more than that one follows."""
        found: set[int] = set()
        marked = {self.place[m.page] for m in self.layout.outline if m.page in self.place and is_appended(m.title)}
        for index, leaf in enumerate(self.leaves):
            if leaf.is_appended or index in marked:
                found.add(index)
                if leaf.is_divider:
                    found.add(index + 1)
        return found
