"""Actions by what stands beside the text: an owner printed in a narrow column at the height of a line (conventions 68 to 71)."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.action_patterns import TITLE, owner_pattern, owner_roles
from extract.blocks import SILENT, Block, block_at
from extract.entities import Place
from extract.sentences import Sentence

#: How many characters of a line surely stand on it, from where it begins.
LINE = 55
_TASK = re.compile(
    r"\b(?:will|would|should|shall|must|(?:is|are|was|were)\s+to|to\s+be|request(?:s|ed)?|ask(?:s|ed)?|agreed\s+to|undertook|offered\s+to|subject\s+to|needs?\s+to"
    r"|(?:is|are)\s+needed)\b|^\W*(?:(?:the|The)\s+)?(?:[A-Z][\w’'&-]*\s+(?:and\s+|of\s+|for\s+|&\s+)?){1,6}to\s+[a-z]+"
)
_DOER = re.compile(
    r"\W*(?:[\w’'&-]+,?\s+){0,5}?(?:[A-Z][\w’'-]+|[Oo]fficers|[Mm]embers)\s+(?:will|would|should|shall|must|to|agreed\s+to|offered\s+to|undertook"
    r"|(?:was|were)\s+(?:asked|requested)\s+to)\s+(?:(?:then|also|now)\s+)?(?!be\b)[a-z]+"
)
_ASKED = re.compile(r"\b(?:asked|requested)\s+(?:the\s+|all\s+)?[\w\s]{3,40}?\s+to\s+[a-z]+")
#: What a sentence that is not the nearest to the owner must say to be meant too.
_TOLD = re.compile(
    r"\b(?:will|should|shall|must|to)\s+be\s+(?:\w+ly\s+)?(?:\w+ed|sent|put|brought|given|made|set|taken|written|held|drawn|built|bought|found|kept|sought|cut|dug|hung|mown|swept)\b"
    r"|\b(?:will|should|shall|must)(?:\s+then|\s+also)?\s+(?!be\b|have\b|not\b|take\s+place)[a-z]+\b|\b(?:requested|(?:is|are)\s+needed)\b"
)
#: What stands in such a column and names nobody.
_NOBODY = re.compile(
    r"(?:noted|agreed|approved|carried|resolved|none|nil|n/?a|tbc|yes|no|closed|open|ongoing|on-going|complete[d]?|done|pending|deferred|information|decision|discussion"
    r"|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|actions?|actions?\s+by|by\s+whom|owner"
    r"|[\W\d]*)[.\s]*(?:\d{2,4})?",
    re.IGNORECASE,
)

#: Words at the right edge of a line, behind a gap that no sentence has.
_MARGIN = re.compile(r"(?<=[\w.,;:)?!’'\"])(?:[ \u00a0]{3,}|\t+)(?P<owner>[A-Z][\w.’'/& ]{1,40}?)[ \u00a0]*(?=\n|$)")


class Beside(NamedTuple):
    """The words that are to be done, the block that holds them, and who stands beside them."""

    start: int
    end: int
    block: int
    owner: Place


def names_nobody(words: str) -> bool:
    """Whether the words of a side column say an outcome, a month or nothing, and no owner."""
    return _NOBODY.fullmatch(words.strip()) is not None


def find_beside(text: str, blocks: Sequence[Block], sentences: Sequence[Sentence]) -> Iterator[Beside]:
    """The sentences for which each owner stands. `text` is that of the paper; a sentence is given to one owner only.

    That is the one nearest to the line that sets a task, and what else the paragraph asks for, where no other owner stands beside
    it and the sentence names nobody for it.
    """
    notes = [
        (block, block.beside)
        for block in blocks
        if block.beside is not None
        and block.kind not in SILENT
        and not names_nobody(text[block.body_start : block.end])
    ]
    if not notes:
        return
    of_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        of_block.setdefault(sentence.block, []).append(sentence)
    holders = [_holder(text, blocks, note, at, of_block) for note, at in notes]
    counts = Counter(holders)
    taken: set[int] = set()
    for (note, at), holder in zip(notes, holders, strict=True):
        near = [s for s in of_block.get(holder, ()) if s.start not in taken]
        chosen = _chosen(text, near, at)
        if chosen is None:
            continue
        for sentence in near:
            if sentence is chosen or (
                counts[holder] == 1
                and _TOLD.search(text, sentence.start, sentence.end)
                and not _has_doer(text, sentence)
            ):
                taken.add(sentence.start)
                yield Beside(sentence.start, sentence.end, sentence.block, Place(note.body_start, note.end))


def _holder(
    text: str, blocks: Sequence[Block], note: Block, at: int, of_block: Mapping[int, Sequence[Sentence]]
) -> int:
    """The block in which the line stands; below a heading the first that it heads; of an item of two words what introduces it."""
    main = block_at(blocks, at)
    if main is None:
        return -1
    if main.kind == "heading":
        below = next((b for b in blocks[main.index + 1 :] if b.beside is None and b.kind not in SILENT), None)
        return below.index if below is not None and below.kind != "heading" else main.index
    parent = blocks[main.parent] if main.parent is not None else None
    if (
        parent is not None
        and main.end - main.body_start < 40
        and not any(sets_task(text, s) for s in of_block.get(main.index, ()))
        and any(sets_task(text, s) for s in of_block.get(parent.index, ()))
    ):
        return parent.index
    return main.index


def find_behind(
    text: str, blocks: Sequence[Block], sentences: Sequence[Sentence], legend: Collection[str] = ()
) -> Iterator[Beside]:
    """Tasks with their owner behind them in the same line, where no column head says what the words are (conventions 69 to 72, 85).

    At the right edge, behind a wide gap; in the next cell of a row; or, where the page lost the gap or printed the owner in
    italics, as a sentence of its own: "Salt is to be ordered. Clerk". At the edge initials that the paper's `legend` explains make an
    action of whatever stands beside them, however softly it is said (convention 85).
    """
    of_block: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        of_block.setdefault(sentence.block, []).append(sentence)
    for block in blocks:
        if block.kind not in ("paragraph", "list_item", "table_row") or block.label or block.column_name:
            continue
        inside = of_block.get(block.index, [])
        places = [Place(*match.span("owner")) for match in _MARGIN.finditer(text, block.body_start, block.end)]
        gap = bool(places)  # an edge is sure; a cell or a last word counts only where the task names nobody itself
        if not gap and block.kind == "table_row" and block.index > 0 and blocks[block.index - 1].row == block.row:
            before = of_block.get(block.index - 1, [])
            places, inside = [Place(block.body_start, block.end)], before
        elif not gap and len(inside) > 1 and (last := _owner_alone(text, inside[-1])) is not None:
            places = [last]
        for place in places:
            task = next((s for s in reversed(inside) if s.start < place.start), None)
            known = re.fullmatch(owner_pattern(), text[place.start : place.end].rstrip())
            if task is None or known is None or names_nobody(text[place.start : place.end]):
                continue
            if (
                sets_task(text, task) or _all_in(legend, text[place.start : place.end])
                if gap
                else _TOLD.search(text[task.start : task.end]) and not _has_doer(text, task)
            ):
                yield Beside(task.start, min(task.end, place.start), task.block, place)


def _all_in(legend: Collection[str], words: str) -> bool:
    """Whether the words are initials that a legend explains, one or several."""
    parts = re.findall(r"[A-Za-z]+", words)
    return bool(parts) and all(part in legend for part in parts)


def _owner_alone(text: str, sentence: Sentence) -> Place | None:
    """Where a sentence says nothing but who is to act: an office, a titled name or initials; any other name may be a thing's."""
    words = text[sentence.start : sentence.end].rstrip(" .*_\n")
    one = rf"(?:(?:[Tt]he\s+)?{owner_roles()}|{TITLE}\s+[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)?|[A-Z]{{2,3}})"
    alone = re.fullmatch(rf"[*_\s]*(?P<owner>{one}(?:\s*(?:/|,|&|\band\b)\s*{one}){{0,3}})", words)
    return None if alone is None else Place(sentence.start + alone.start("owner"), sentence.start + alone.end("owner"))


def sets_task(text: str, sentence: Sentence) -> bool:
    """Whether a sentence says that something is to be done, or asks for it."""
    return _TASK.search(text[sentence.start : sentence.end]) is not None


def _has_doer(text: str, sentence: Sentence) -> bool:
    """Whether a sentence names itself who is to do the thing, or who was asked to."""
    return (
        _DOER.match(text, sentence.start, sentence.end) is not None
        or _ASKED.search(text, sentence.start, sentence.end) is not None
    )


def _chosen(text: str, near: Sequence[Sentence], at: int) -> Sentence | None:
    """The task nearest to a line, those on it first; where there is none the first sentence on the line."""
    if not near:
        return None
    tasks = [s for s in near if sets_task(text, s)]
    return min(tasks or near, key=lambda s: (max(s.start - at - LINE, at + 1 - s.end, 0), s.start))
