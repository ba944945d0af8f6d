"""The words of a rendered page that are its own: what a page repeats of other pages, and what is no text of it, is left out."""

import re
from dataclasses import dataclass

import lxml.html
from lxml import etree

#: Classes of what is not searched on a page.
_LEFT_OUT = frozenset(
    "src register looked nothing legend keys chart card facts mentions figures vh lead-in steps keep".split()
)
_LEFT_OUT_TAGS = frozenset("h1 h2 thead dt caption script style svg form nav noscript template button select".split())
_INLINE = frozenset("a abbr b code em i mark q small span strong sub sup time u wbr".split())
#: Spaces of no width, which Pagefind takes for the ends of words.
_NO_WIDTH = re.compile("[\u200b\u2060]")


@dataclass(frozen=True)
class Words:
    """The heading of a page and its words, blocks ended by a full stop where they have no mark of their own."""

    title: str
    text: str


def of_page(html: bytes) -> Words | None:
    """The words of the part marked `data-pagefind-body`, without what is marked `data-pagefind-ignore`; None where no part is."""
    if b"data-pagefind-body" not in html:
        return None
    tree = lxml.html.document_fromstring(html, parser=lxml.html.HTMLParser(encoding="utf-8"))
    body = next(element for element in tree.iter() if element.get("data-pagefind-body") is not None)
    heading = next(body.iter("h1"), None)
    title = "" if heading is None else _plain("".join(map(str, heading.itertext())))
    blocks: list[list[str]] = [[]]
    walker = etree.iterwalk(body, events=("start", "end"))
    for event, element in walker:
        if not isinstance(element.tag, str):
            continue
        left_out = _left_out(element)
        if element.tag not in _INLINE:
            blocks.append([])
        if event == "start":
            if left_out:
                walker.skip_subtree()
            else:
                blocks[-1].append(element.text or "")
        elif element is not body:
            blocks[-1].append(element.tail or "")
    said = [words for words in map(_plain, map("".join, blocks)) if words]
    return Words(title, " ".join(words if words[-1] in ".,:;?!" else f"{words}." for words in said))


def _plain(text: str) -> str:
    return " ".join(_NO_WIDTH.sub("", text).split())


def _left_out(element: etree._Element) -> bool:
    if (
        element.tag in _LEFT_OUT_TAGS
        or element.get("data-pagefind-ignore") is not None
        or element.get("hidden") is not None
    ):
        return True
    return not _LEFT_OUT.isdisjoint((element.get("class") or "").split())
