"""Limbs: the separately numbered or lettered parts of one resolution or recommendation (conventions 4 to 9, 13, 20, 32 to 34).

Limbs stand in blocks of their own below a lead-in, or run on inside one paragraph: "RESOLVED that (a) … ; and (b) …".
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.blocks import SILENT, Block
from extract.entities import Place

#: A letter, roman number or number in the running text that may open a limb.
_LABEL = re.compile(
    r"(?:(?<=\s)|(?<=^)|(?<=[-–:;]))(?:\((?P<a>[a-zA-Z]|[ivx]{1,5}|\d{1,2})\)|(?P<b>[a-zA-Z]|[ivx]{1,5}|\d{1,2})[).](?=\s))\s*"
)
_ROMAN = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv"]


@dataclass(frozen=True)
class Limb:
    """The words of one limb, half-open offsets, and its number or letter as printed."""

    start: int
    end: int
    part: Place | None
    block: int


def _ordinal(label: str, style: str) -> int:
    if style == "number":
        return int(label) if label.isdigit() else 0
    if style == "roman":
        return _ROMAN.index(label.lower()) + 1 if label.lower() in _ROMAN else 0
    return ord(label.lower()) - 96 if len(label) == 1 and label.isalpha() else 0


def _sequence(matches: Sequence[re.Match[str]], style: str, *, bracket: bool) -> list[re.Match[str]]:
    """The labels of one style that count on from 1 without a gap."""
    found: list[re.Match[str]] = []
    for match in matches:
        if bool(match["a"]) is bracket and _ordinal(match["a"] or match["b"], style) == len(found) + 1:
            found.append(match)
    return found


def inline_labels(text: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Labels of limbs that run on in text[start:end]: (label start, label end, words start) each; empty where fewer than two."""
    matches = list(_LABEL.finditer(text, start, end))
    best: list[re.Match[str]] = []
    for style in ("number", "letter", "roman"):
        for bracket in (True, False):
            found = _sequence(matches, style, bracket=bracket)
            if len(found) >= 2 and (not best or found[0].start() < best[0].start()):
                best = found
    return [(match.start(), match.start() + len(match[0].rstrip()), match.end()) for match in best]


def inline_limbs(text: str, start: int, end: int, block: int) -> list[Limb]:
    """The limbs that run on inside text[start:end]; empty where it has fewer than two labels in sequence."""
    labels = inline_labels(text, start, end)
    limbs = []
    for index, (label_start, label_end, words) in enumerate(labels):
        stop = labels[index + 1][0] if index + 1 < len(labels) else end
        stop = trimmed_end(text, words, stop)
        if words < stop:
            limbs.append(Limb(words, stop, Place(label_start, label_end), block))
    return limbs


def trimmed_end(text: str, start: int, end: int) -> int:
    """`end` moved back over white space and a joining "; and" or comma, so that a limb ends with its own words."""
    tail = re.search(r"(?:[\s;,:]|(?<=[;,\s])(?:and|or)(?=[\s;,]*$))+$", text[start:end], re.IGNORECASE)
    return start + tail.start() if tail and tail.start() > 0 else end


def block_part(block: Block, text: str) -> Place | None:
    """Where the number or letter of a block is printed, or None."""
    if block.number is None:
        return None
    at = text.find(block.number, block.start, block.body_start)
    return Place(at, at + len(block.number)) if at >= 0 else None


def is_limb_block(block: Block) -> bool:
    """Whether a block can be a limb: a list item, or a paragraph with a number of its own."""
    return block.kind == "list_item" or (block.kind in ("paragraph", "table_row") and block.number is not None)


def following_limbs(text: str, blocks: Sequence[Block], lead: Block) -> list[Limb]:
    """The limbs in blocks of their own that follow the lead-in `lead`.

    Nested items belong to the limb above them, and so does a paragraph that goes on where a limb breaks off at a page's end.
    """
    limbs: list[Limb] = []
    level = 0
    for block in _followers(blocks, lead):
        if is_limb_block(block) and _counts_on(limbs, block, text):
            level = level if limbs else block.level
            limbs.append(
                Limb(
                    block.body_start,
                    trimmed_end(text, block.body_start, block.end),
                    block_part(block, text),
                    block.index,
                )
            )
        elif limbs and (block.level > level if is_limb_block(block) else _breaks_off(text, limbs[-1], block)):
            last = limbs[-1]
            limbs[-1] = Limb(last.start, trimmed_end(text, last.start, block.end), last.part, last.block)
        else:
            break
    return limbs


#: Words after which a limb cannot end.
_DANGLING = re.compile(r"(?:,|-|\b(?:and|or|of|the|an?|to|for|with|in|by|on|at|from|that|which|as|be))\s*$")


def _breaks_off(text: str, limb: Limb, block: Block) -> bool:
    """Whether a paragraph goes on with a limb that a page's end cut: it begins in lower case, or the limb dangles."""
    if re.search(r"[.;:]\s*(?:and|or)?\s*$", text[limb.start : limb.end + 6]):
        return False
    return text[block.body_start : block.body_start + 1].islower() or bool(
        _DANGLING.search(text, limb.start, block.start)
    )


def _counts_on(limbs: list[Limb], block: Block, text: str) -> bool:
    """Whether the block's label is the next of the same list: the same shape, and where it has an order, one further."""
    part = block_part(block, text)
    if not limbs:
        return True
    before = limbs[-1].part
    if before is None or part is None:
        return before is None and part is None
    label, previous = text[part.start : part.end], text[before.start : before.end]
    if label_shape(label) != label_shape(previous):
        return False
    core, last = re.sub(r"\W", "", label), re.sub(r"\W", "", previous)
    return (
        any(_ordinal(core, style) == _ordinal(last, style) + 1 > 1 for style in ("number", "letter", "roman"))
        or not core.isalnum()
    )


def label_shape(label: str) -> str:
    """What a label looks like: "(a)" and "(b)" alike, "4." otherwise."""
    return re.sub(r"[a-z]+", "a", re.sub(r"[A-Z]+", "A", re.sub(r"\d+", "1", label)))


def _followers(blocks: Sequence[Block], lead: Block) -> Iterator[Block]:
    for block in blocks[lead.index + 1 :]:
        if block.kind in SILENT:
            continue
        below = lead.kind == "heading" and block.section == lead.index
        if block.kind == "heading" or (block.label not in (None, lead.label) and not below):
            return
        yield block
