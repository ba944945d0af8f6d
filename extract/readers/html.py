"""HTML rendered to the words that a reader sees, one paragraph, heading, list item or paragraph of a cell a line.

lxml parses without network and without entities of others; the tree is walked without recursion. Scripts and styles are
dropped; menus, page heads and feet and cookie notices are kept as boilerplate, so that the text is the text of the page. Where a
page marks its main part, all that stands outside it is boilerplate.
"""

import re
from html import unescape

from lxml import etree

from extract.readers.html_lines import OpenList, OpenTable, Renderer
from extract.readers.lines import Line
from extract.readers.main_content import mark_outside

_DROPPED = frozenset(
    (
        "script style noscript template svg math iframe object embed applet canvas audio video map select option button "
        "input textarea head meta link base title"
    ).split()
)
_BLOCKS = frozenset(
    (
        "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody "
        "td tfoot th thead tr ul"
    ).split()
)
_SITE = re.compile(
    r"(?:^|[\s_-])(?:cookies?|cookie-?(?:banner|notice|consent)|bread-?crumbs?|nav(?:igation|bar)?|main-?menu"
    r"|site-?(?:header|footer|nav)|mgleftmenu|mgmenu|skip-?links?|side-?bar|share|social|footer|page-?footer|masthead|banner"
    r"|search-?box|pagination|toolbar)(?:$|[\s_-])",
    re.IGNORECASE,
)
_MAIN = re.compile(r"^(?:main|main-?content|content|mgcontent|page-?content|primary)$", re.IGNORECASE)
#: A page that a committee system made: it holds nothing that is not of the paper but menus, which are marked.
_MODERN = re.compile(r"""(?:class|id)=["'](?:mg[A-Z]\w+|modgov)""")
#: Paragraphs that name an agenda item, and those that say what follows of it.
_ITEM_TITLE = re.compile(r"\bmgAiTitleTxt\b")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MARKUP = re.compile(r"<(?:[A-Za-z/!?][^<>]*)?>?")
_DEEPEST = 1500
_ROMAN = ("i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx").split()


def render_html(text: str, *, whole_page: bool = True) -> tuple[str, list[Line]]:
    """The words of an HTML page and its lines, each with what the markup says of it."""
    text = re.sub(r"^\s*<\?xml[^>]{0,200}\?>", "", text[:400]) + text[400:]
    parser = etree.HTMLParser(
        huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True, encoding="utf-8"
    )
    parser.feed(text.encode("utf-8", errors="replace"))
    root = parser.close()
    renderer = Renderer()
    if root is None:
        return "", []
    if _is_too_deep(root):
        return _flat(text)
    main = _main_part(root) if whole_page else None
    if main is not None:
        renderer.site = 1
    skipped: etree._Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if skipped is not None:
            if event == "end" and element is skipped:
                skipped = None
                renderer.write(element.tail)
            continue
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            if _is_dropped(element):
                skipped = element
                continue
            if element is main:
                renderer.end_line()
                renderer.site = 0
            _open(renderer, element)
            renderer.write(element.text)
        else:
            _close(renderer, element)
            if element is main:
                renderer.end_line()
                renderer.site = 1
            renderer.write(element.tail)
    renderer.end_line()
    words = "".join(renderer.parts)
    if whole_page and main is None and not _MODERN.search(text):
        mark_outside(text, words, renderer.lines)
    return words, renderer.lines


def _is_too_deep(root: etree._Element) -> bool:
    """Whether the tree is nested so deeply that the parser has dropped what lies below."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST


def _flat(text: str) -> tuple[str, list[Line]]:
    """The words of a page without its tags, for pages that no tree can hold."""
    renderer = Renderer()
    for part in _MARKUP.split(text):
        renderer.write(unescape(part))
        renderer.end_line()
    return "".join(renderer.parts), renderer.lines


def _is_dropped(element: etree._Element) -> bool:
    return (
        element.tag in _DROPPED
        or element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        and not len(element)
        or bool(_HIDDEN.search(element.get("style", "")))
    )


def _main_part(root: etree._Element) -> etree._Element | None:
    """The element that the page marks as its main part, if it holds enough words."""
    best: etree._Element | None = None
    for element in root.iter("main", "div", "section", "article", "td"):
        marked = element.tag == "main" or element.get("role") == "main"
        names = [element.get("id", ""), *element.get("class", "").split()]
        if not marked and not any(_MAIN.match(name) for name in names):
            continue
        if best is None or marked and best.tag != "main":
            words = sum(len(part) for part in element.itertext() if isinstance(part, str))
            if words >= 200:
                best = element
                if marked:
                    break
    return best


def _is_site(element: etree._Element) -> bool:
    """Whether an element belongs to the site and not to the paper: menus, page heads and feet, cookie notices."""
    if element.tag in ("nav", "footer", "aside", "dialog") or element.get("role") in (
        "navigation",
        "banner",
        "contentinfo",
        "search",
        "dialog",
        "alertdialog",
    ):
        return True
    if _is_link_of_page(element):
        return True
    names = f"{element.get('id', '')} {element.get('class', '')}"
    return (
        len(names) < 300
        and bool(_SITE.search(names))
        and element.tag in ("div", "ul", "ol", "section", "header", "form", "p", "span")
    )


def _is_link_of_page(element: etree._Element) -> bool:
    """Whether an element of a committee system's page leads elsewhere or heads its list of items, and says nothing of the paper.

    The link to the meeting of an agenda item stays: it alone says when that was.
    """
    parent = element.getparent()
    if element.tag == "li" and parent is not None and "mgActionList" in parent.get("class", ""):
        return re.match(r"\s*Meeting\s+of\b", _words_of(element)) is None
    if (
        element.tag == "caption"
        or element.tag == "tr"
        and element.find("th") is not None
        and element.find("td") is None
    ):
        return any("mgItemTable" in above.get("class", "") for above in element.iterancestors("table"))
    return False


def _words_of(element: etree._Element) -> str:
    return "".join(part for part in element.itertext() if isinstance(part, str))


def _open(renderer: Renderer, element: etree._Element) -> None:
    tag = element.tag
    if tag == "br":
        renderer.end_line()
        return
    if tag in ("b", "strong") or tag == "th":
        renderer.bold += 1
    if tag not in _BLOCKS:
        return
    renderer.end_line()
    if _is_site(element):
        renderer.site += 1
        element.set("data-site", "1")
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        renderer.heading = int(tag[1])
    elif tag == "p" and _ITEM_TITLE.search(element.get("class", "")):
        if _is_number_cell(element):
            renderer.held = "number"
        else:
            renderer.heading = 3
    elif tag in ("ul", "ol", "dir", "menu"):
        start = element.get("start", "1")
        renderer.lists.append(
            OpenList(
                element.get("type", "1") if tag == "ol" else None,
                int(start) if start.isdecimal() and len(start) < 6 else 1,
            )
        )
    elif tag == "li":
        _open_item(renderer, element)
    elif tag == "table":
        renderer.tables.append(OpenTable(_is_layout(element)))
    elif tag == "tr" and renderer.tables:
        table = renderer.tables[-1]
        if not table.is_layout:
            renderer.rows += 1
            table.row, table.column, table.heads, table.all_heads = renderer.rows, -1, [], True
    elif tag in ("td", "th") and renderer.tables:
        table = renderer.tables[-1]
        table.column += 1
        table.heads = [*table.heads[: table.column]]
        while len(table.heads) < table.column:
            table.heads.append("")
        table.all_heads = table.all_heads and (tag == "th" or element.getparent() is not None and _in_thead(element))


def _is_number_cell(element: etree._Element) -> bool:
    """Whether a paragraph holds the number of an agenda item alone, in a cell before that of its title."""
    return re.fullmatch(r"\s*\d{1,4}[a-z]?\s*\.?\s*", _words_of(element)) is not None


def _in_thead(element: etree._Element) -> bool:
    row = element.getparent()
    group = row.getparent() if row is not None else None
    return group is not None and group.tag == "thead"


def _open_item(renderer: Renderer, element: etree._Element) -> None:
    renderer.in_item = 1
    if not renderer.lists:
        renderer.lists.append(OpenList(None, 1))
    present = renderer.lists[-1]
    if present.ordered is None:
        return
    value = element.get("value", "")
    if value.isdecimal() and len(value) < 6:
        present.number = int(value)
    renderer.prefix = _numeral(present.number, present.ordered)
    present.number += 1


def _numeral(number: int, kind: str) -> str:
    if kind in ("a", "A") and 1 <= number <= 26:
        return chr(ord(kind) + number - 1) + ")"
    if kind in ("i", "I") and 1 <= number <= len(_ROMAN):
        return (_ROMAN[number - 1].upper() if kind == "I" else _ROMAN[number - 1]) + "."
    return f"{number}."


def _close(renderer: Renderer, element: etree._Element) -> None:
    tag = element.tag
    if tag in _BLOCKS:
        renderer.end_line()
    if tag == "p" and _ITEM_TITLE.search(element.get("class", "")):
        renderer.heading = 0
    if tag in ("b", "strong") or tag == "th":
        renderer.bold = max(renderer.bold - 1, 0)
    if element.get("data-site") is not None:
        renderer.site -= 1
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
        renderer.heading = 0
    elif tag in ("ul", "ol", "dir", "menu") and renderer.lists:
        renderer.lists.pop()
        renderer.in_item = 0
    elif tag == "li":
        renderer.in_item, renderer.prefix = 0, ""
    elif tag == "table" and renderer.tables:
        renderer.tables.pop()
    elif tag == "tr" and renderer.tables:
        table = renderer.tables[-1]
        if not table.is_layout and table.all_heads and len(table.heads) > 1:
            table.names = [head or None for head in table.heads]


def _is_layout(table: etree._Element) -> bool:
    """Whether a table only places things on the page: it holds tables, headings or long texts, or has one column."""
    if table.get("role") == "presentation" or "mgItemTable" in table.get("class", ""):
        return True
    widest = cells = 0
    for element in table.iter():
        if element is not table and element.tag in ("table", "h1", "h2", "h3"):
            return True
        if element.tag == "tr":
            widest, cells = max(widest, cells), 0
        elif element.tag in ("td", "th"):
            cells += 1
    return max(widest, cells) < 2
