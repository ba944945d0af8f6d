"""The words of one paragraph of a Word file, changes accepted; hidden text, deleted text and comments are left out."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: Parts of a paragraph that are not its words: what was deleted or moved away, boxes, which are read on their own.
_LEFT_OUT = frozenset(
    {f"{W}del", f"{W}moveFrom", f"{W}txbxContent", _FALLBACK, f"{W}pPr", f"{W}instrText", f"{W}delText"}
)
_SIGNS = {f"{W}tab": "\t", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-", f"{W}softHyphen": ""}
#: Nesting beyond this is no paper.
DEEPEST = 60


@dataclass(frozen=True)
class Run:
    """Some words set alike."""

    text: str
    bold: bool | None  #: None where the style decides


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of a Word element; None where there is no element or attribute."""
    return None if element is None else element.get(f"{W}{name}")


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as <w:b/> is there and not turned off."""
    return element is not None and value(element) not in ("0", "false", "off", "none")


def runs(paragraph: etree._Element) -> Iterator[Run]:
    """The runs of a paragraph in order."""
    yield from _inside(paragraph, 0)


def _inside(element: etree._Element, depth: int) -> Iterator[Run]:
    if depth > DEEPEST:
        return
    for child in element:
        if child.tag in _LEFT_OUT or not isinstance(child.tag, str):
            continue
        if child.tag == f"{W}r":
            properties = child.find(f"{W}rPr")
            if properties is not None and is_on(properties.find(f"{W}vanish")):
                continue
            bold = properties.find(f"{W}b") if properties is not None else None
            words = "".join(_signs(child))
            if words:
                yield Run(words, None if bold is None else is_on(bold))
        else:
            yield from _inside(child, depth + 1)


def _signs(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]


def boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """The text boxes anchored in a paragraph, each once, none inside another."""
    for box in paragraph.iter(f"{W}txbxContent"):
        above = [parent.tag for parent in box.iterancestors()]
        if _FALLBACK not in above and f"{W}txbxContent" not in above:
            yield box


def is_joined(paragraph: etree._Element) -> bool:
    """Whether the end of the paragraph was deleted in a tracked change: the next one goes on with it."""
    mark = paragraph.find(f"{W}pPr/{W}rPr")
    return mark is not None and (mark.find(f"{W}del") is not None or mark.find(f"{W}moveFrom") is not None)
