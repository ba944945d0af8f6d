"""Text from papers stays text in Markdown, HTML, CSV, DOT and addresses."""

import json
from html import unescape

import lxml.html
import markdown
import pytest
import yaml
from jinja2 import Environment
from markupsafe import Markup

from publish import escape
from tests.tiny import HOSTILE

EXTENSIONS = ["attr_list", "tables", "def_list", "toc"]


def shown(value: str) -> str:
    """What a reader is to see: white space folded, reordering marks made visible."""
    return " ".join(value.replace("\u202e", "\ufffd").split())


@pytest.mark.parametrize("value", HOSTILE)
@pytest.mark.parametrize(
    "page",
    [
        "# {}",
        "## {} {{: #id }}",
        "{}",
        "- {}",
        "<p>{}</p>",
        "<table><tr><td>\n{}\n</td></tr></table>",
        '<a title="{}">x</a>',
    ],
    ids=["heading", "heading with id", "paragraph", "list item", "html block", "html table", "attribute"],
)
def test_escape_markdown_shows_the_text_itself(value: str, page: str) -> None:
    source = page.format(escape.markdown(value))
    tree = lxml.html.fromstring(f"<div>{markdown.markdown(source, extensions=EXTENSIONS)}</div>")
    assert tree.xpath("//script") == []
    assert [a for e in tree.iter() for a in e.attrib if a.startswith("on")] == []
    assert [h for h in tree.xpath("//@href") if "javascript" in h] == []
    seen = tree.xpath("//@title")[0] if "title" in page else tree.text_content()
    assert " ".join(str(seen).split()) == shown(value)


def test_escape_markdown_folds_lines_so_that_no_block_can_begin() -> None:
    assert escape.markdown("one\n\n# two\n---") == "one &#35; two ---"


def test_escape_markdown_leaves_markup_and_writes_nothing_for_none() -> None:
    assert escape.markdown(Markup("<b>x</b>")) == "<b>x</b>"
    assert escape.markdown(None) == ""


def test_escape_markdown_hides_the_place_holders_of_the_renderer() -> None:
    value = "\x02wzxhzdk:0\x03"
    assert "\x02" not in escape.markdown(value)
    assert "\x02" not in escape.html(value)


@pytest.mark.parametrize("value", HOSTILE)
def test_escape_yaml_gives_a_title_that_is_harmless_in_html(value: str) -> None:
    title = yaml.safe_load(f"title: {escape.yaml(value)}")["title"]
    assert "<" not in title
    assert unescape(title) == shown(value)
    assert json.loads(str(escape.yaml(value))) == title


@pytest.mark.parametrize("value", ["=1+1", "+44", "-x", "@cmd", "\tx", "\rx", "  =1", "＝1", "\n=1"])
def test_escape_csv_cell_disarms_formulas(value: str) -> None:
    assert escape.csv_cell(value) == f"'{value}"


@pytest.mark.parametrize("value", ["", "a=b", "5 – 6", "(a)", "“=”", "x@y"])
def test_escape_csv_cell_leaves_other_text_alone(value: str) -> None:
    assert escape.csv_cell(value) == value


@pytest.mark.parametrize("value", ["https://council.example/a?b=c", "http://council.example"])
def test_escape_web_address_takes_addresses_of_the_web(value: str) -> None:
    assert escape.web_address(value) == value


@pytest.mark.parametrize(
    "value",
    [
        None,
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "//x",
        "ftp://x",
        "https://",
        "https://a b",
        "http://[x",
    ],
)
def test_escape_web_address_takes_nothing_else(value: str | None) -> None:
    assert escape.web_address(value) is None


@pytest.mark.parametrize("value", HOSTILE)
def test_escape_xml_and_dot_keep_the_text(value: str) -> None:
    element = lxml.html.etree.fromstring(f'<a b="{escape.xml(value)}">{escape.xml(value)}</a>')
    assert element.text == element.get("b") == escape.printable(value)
    quoted = escape.dot(value)
    assert quoted.replace('\\"', "").replace("\\\\", "").count('"') == 0


def test_escape_serves_as_finalize_so_that_no_value_of_a_template_is_forgotten() -> None:
    env = Environment(autoescape=True, finalize=escape.markdown)
    template = env.from_string("{% macro cell(x) %}<td>{{ x }}</td>{% endmacro %}{{ cell(name) }}{{ name }}")
    assert template.render(name="<b>|") == "<td>&#60;b&#62;&#124;</td>&#60;b&#62;&#124;"
