"""Markdown and HTML rendered and cut into blocks. All councils and people are made up."""

import pytest

from extract.readers import read_layout
from tests.layouts import check_layout, read, shown

PAGE = """<!DOCTYPE html><html><head><title>x</title><script>var a="<p>no</p>";</script><style>p{}</style></head><body>
<div class="cookie-banner"><p>We use cookies.</p><button>OK</button></div>
<nav><ul><li><a href="/">Home</a></li><li>Councillors</li></ul></nav>
<div class="mgContent"><h1>Decision details</h1><h2>Stores &ndash; a contract</h2>
<p><span class="mgLabel">Decision Maker: </span>Cabinet</p><p><strong>Is Key decision?: </strong>Yes</p>
<h3>Decision:</h3><div><p>RESOLVED that Cabinet:</p><ol type="a"><li>approve the award; and</li><li>ask for a report by 31&nbsp;March
  2031.</li></ol></div>
<table><tr><th>Member</th><th>Role</th><th>Vote</th></tr>
<tr><td>Cllr Ada Marsh</td><td><p>Chair</p><p>Lead for stores</p></td><td>For</td></tr></table>
<ul><li>One<ul><li>Inner</li></ul></li><li>Two</li></ul><p style="display:none">hidden</p>
<p>The end of the page, with enough words for it to be the main part of the page and not of the site.</p></div>
<footer><p>Copyright Brindley Vale</p></footer></body></html>"""


def test_html_page_gives_its_main_part_and_keeps_the_site_apart() -> None:
    layout = read(PAGE)
    check_layout(layout)
    assert layout.format == "html"
    assert shown(layout) == [
        "boilerplate | We use cookies.",
        "boilerplate | Home",
        "boilerplate | Councillors",
        "furniture | Decision details",
        "heading2 | Stores – a contract",
        "paragraph [Decision Maker] | Cabinet",
        "paragraph [Is Key decision] | Yes",
        "paragraph [Decision] |",
        "paragraph [Decision] | RESOLVED that Cabinet:",
        "list_item1 <a)> [Decision] | approve the award; and",
        "list_item1 <b)> [Decision] | ask for a report by 31\u00a0March 2031.",
        "table_row [Decision] 0.0 | Member",
        "table_row [Decision] 0.1 | Role",
        "table_row [Decision] 0.2 | Vote",
        "table_row [Decision] 1.0(Member) | Cllr Ada Marsh",
        "table_row [Decision] 1.1(Role) | Chair",
        "table_row [Decision] 1.1(Role) | Lead for stores",
        "table_row [Decision] 1.2(Vote) | For",
        "list_item1 [Decision] | One",
        "list_item2 [Decision] | Inner",
        "list_item1 [Decision] | Two",
        "paragraph [Decision] | The end of the page, with enough words for it to be the main part of the page and not of the site.",
        "boilerplate | Copyright Brindley Vale",
    ]


def test_html_entities_of_others_are_never_fetched() -> None:
    layout = read(
        '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><body><p>Words &x; here.</p></body></html>'
    )
    assert "root:" not in layout.text and "Words" in layout.text


def test_two_column_table_of_labels_labels_its_values() -> None:
    layout = read(
        "<html><body><table><tr><td>Report title:</td><td>Stores</td></tr><tr><td>Lead officer</td><td>Ada Marsh</td></tr></table></body></html>"
    )
    assert [block.label for block in layout.blocks] == [None, "Report title", None, "Lead officer"]


MARKDOWN = """---
title: "Brindley Parish Council - May"
date: "2031-06-01"
---

# Minutes

**PRESENT:** Cllr **A.** *Marsh* (Chair)

1\\. Apologies

It was [agreed](https://example.uk/a) to use snake_case \\- and 2 \\* 2.

- one
- two

| Who | Task |
|-----|------|
| Clerk | Write **now** |

<table><tr><td>Bank</td><td>&pound;5</td></tr></table>
"""


def test_markdown_is_rendered_without_its_marks() -> None:
    layout = read(MARKDOWN)
    check_layout(layout)
    assert layout.format == "markdown"
    assert shown(layout) == [
        "heading1 | Brindley Parish Council - May",
        'furniture | date: "2031-06-01"',
        "heading1 | Minutes",
        "paragraph [PRESENT] | Cllr A. Marsh (Chair)",
        "heading1 <1.> | Apologies",
        "paragraph | It was agreed to use snake_case - and 2 * 2.",
        "list_item1 | one",
        "list_item1 | two",
        "table_row 0.0 | Who",
        "table_row 0.1 | Task",
        "table_row 1.0(Who) | Clerk",
        "table_row 1.1(Task) | Write now",
        "table_row 2.0 | Bank",
        "table_row 2.1 | £5",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 1 To note.\n- 2 To act; *Better Stores*;\n", "text"),
        ("Board\t<p>It meets.</p>\t<ul> x </ul>\n", "text"),
        ("<p>One</p><p>Two</p>", "html"),
        ("<!-- saved --> \n<html><body>One</body></html>", "html"),
        ("# One\n\n## Two\n\nwords", "markdown"),
        ("---\ntitle: x\n---\nwords", "markdown"),
        ("--------\nMinutes\n--------\n", "text"),
    ],
)
def test_format_is_told_by_content(text: str, expected: str) -> None:
    assert read_layout(text.encode(), name="paper.pdf").format == expected


@pytest.mark.parametrize("tag", ["div", "span", "ul><li", "table><tr><td"])
def test_deeply_nested_markup_is_still_read(tag: str) -> None:
    layout = read("<html>" + f"<{tag}>" * 100_000 + "The last words")
    check_layout(layout)
    assert layout.text.endswith("The last words")


def test_a_number_before_capitals_heads_its_item_in_any_paragraph_of_a_page() -> None:
    html = (
        "<html><body><h1>Marlow Town Council</h1><p>A31/42 CEMETERY</p><p>The roof was looked at.</p>"
        "<p>A31/43 The gate was mended by the Clerk.</p><p>THE END OF THE MEETING</p></body></html>"
    )
    layout = read_layout(html.encode(), name="m.html")
    heads = [layout.text[b.start : b.end] for b in layout.blocks if b.kind == "heading"]
    assert heads == ["Marlow Town Council", "A31/42 CEMETERY"]
