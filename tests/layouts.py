"""Helpers for tests of readers: a layout as lines that a person can compare, and the rules that hold for every layout."""

from extract.blocks import Layout
from extract.readers import read_layout


def read(text: str, *, name: str = "paper.txt") -> Layout:
    """The layout of a text given as UTF-8."""
    return read_layout(text.encode(), name=name)


def shown(layout: Layout) -> list[str]:
    """One line a block: kind, level, number in angle brackets, label in brackets, cell, and the words after these."""
    lines = []
    for block in layout.blocks:
        parts = [block.kind + (str(block.level) if block.level else "")]
        if block.number is not None:
            parts.append(f"<{block.number}>")
        if block.label is not None:
            parts.append(f"[{block.label}]")
        if block.row is not None:
            parts.append(f"{block.row}.{block.column}" + (f"({block.column_name})" if block.column_name else ""))
        words = (
            layout.text[block.body_start : block.end]
            if block.kind not in ("furniture", "boilerplate")
            else layout.text[block.start : block.end]
        )
        lines.append(" ".join([*parts, "|", words]).rstrip())
    return lines


def check_layout(layout: Layout) -> None:
    """What is true of every layout: its blocks stand in order, do not overlap, leave only white space out, and point backwards."""
    position = 0
    for index, block in enumerate(layout.blocks):
        assert block.index == index
        assert position <= block.start < block.end
        assert not layout.text[position : block.start].strip()
        assert block.start <= block.body_start <= block.end
        assert not layout.text[block.start].isspace() and not layout.text[block.end - 1].isspace()
        if block.number is not None:
            assert block.number in layout.text[block.start : block.body_start]
        if block.label is not None:
            assert block.label_start is not None and block.label_end is not None
            assert layout.text[block.label_start : block.label_end].split() == block.label.split()
        for other in (block.section, block.parent):
            assert other is None or 0 <= other < index
        if block.section is not None:
            assert layout.blocks[block.section].kind == "heading"
        position = block.end
    assert not layout.text[position:].strip()
