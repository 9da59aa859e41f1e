"""The template boundary: whatever a source says, a page shows it as text and nothing else."""

from __future__ import annotations

import functools
import html
import re
from html.parser import HTMLParser

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import get_yaml_loader

from generator.text.escape import attribute, clean, front, inline, link
from tests.shipped import SHIPPED


@functools.cache
def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Every extension that mkdocs.yml enables, with its settings."""
    names, configs = [], {}
    for entry in yaml.load((SHIPPED / "mkdocs.yml").read_text(encoding="utf-8"), get_yaml_loader())[
        "markdown_extensions"
    ]:
        name, config = next(iter(entry.items())) if isinstance(entry, dict) else (entry, {})
        names.append(name)
        configs[name] = config or {}
    return names, configs


class Seen(HTMLParser):
    """Every start tag with its attributes, and all text, as a browser would have them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, tuple[tuple[str, str | None], ...]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment", ()))

    def handle_decl(self, decl: str) -> None:
        self.tags.append(("declaration", ()))

    def handle_pi(self, data: str) -> None:
        self.tags.append(("instruction", ()))

    def unknown_decl(self, data: str) -> None:
        self.tags.append(("declaration", ()))


def seen(source: str) -> Seen:
    names, configs = extensions()
    parser = Seen()
    parser.feed(markdown.markdown(source, extensions=names, extension_configs=configs))
    parser.close()
    return parser


# Every place in which a template of ours puts text from a source, or may.
CONTEXTS = {
    "paragraph": "{}",
    "second line": "Fixed words\n{}",
    "before an attribute list": "{}\n{{ .scope }}",
    "heading": "# {} {{ #fixed }}",
    "quoted": '“<span class="quoted" data-quote="f-1">{}</span>” [label](../sources/x.md#s-1){{ .chip }}',
    "strong": "**{}**{{ .status }} · 2 articles",
    "link label": 'Read [{}](../sources/x.md){{ .chip title="t" }} too',
    "list item": "- {}\n- next",
    "nested item": "- one\n\n    {}\n\n- two",
    "table cell": "| A | B |\n| --- | --- |\n| {} | [{}](x.md) |",
    "summary": '??? quotes "{}"\n\n    - inside',
    "inside details": '??? quotes "more"\n\n    {}\n    {{ .note }}',
    "html block": '<div class="card">\n<p>{}</p>\n</div>',
    "between": "{} · {}",
}

ATTRIBUTES = {
    "attribute list": '[x](y.md){{ .chip title="{}" }}',
    "html attribute": 'A <span title="{}">x</span>',
    "html block attribute": '<div title="{}">x</div>',
}

NASTY = st.text(
    alphabet=st.sampled_from(list("<>&;:{}[]()|`*_\\~^=+-#!?.\"'/%@$ \n\taAbx019 \x00\x02\x03\u200b\u202e\u2028¶“”é")),
    max_size=60,
)
PIECES = st.lists(
    st.sampled_from(
        [
            "<script>alert(1)</script>",
            "{{ 7*7 }}",
            "{% raw %}",
            "{#",
            "[a](javascript:x)",
            "[a]: http://x",
            "![i](http://e/x.png)",
            "&lt;b&gt;",
            "&copy",
            "&amp;",
            "&#60;",
            "{: onclick=x }",
            "{ .a onclick=x }",
            '--8<-- "/etc/passwd"',
            "!!! note",
            "??? x",
            '=== "T"',
            "```",
            "~~~",
            "    code",
            "1. ",
            "12) ",
            "- ",
            "# ",
            "> ",
            "***",
            "---",
            "===",
            "[TOC]",
            "[^1]",
            "*[the]: x",
            ":smile:",
            "\x02amp\x03",
            "\x02klzzwxh:0000\x03",
            "wzxhzdk:0",
            "<!--",
            "]]>",
            "<?php",
            "| a | b |",
            "http://e.test/a_b_c",
            "<http://e.test>",
            "a@b.test",
            "R&D",
            "AT&T;",
            "don’t",
            '"q"',
            " ",
            "\n",
            "\n\n",
        ]
    ),
    max_size=6,
).map("".join)
ANY = st.one_of(st.text(max_size=80), NASTY, PIECES)


def squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("name", CONTEXTS)
@settings(max_examples=120, deadline=None)
@given(text=ANY)
def test_any_text_comes_back_as_that_text_and_makes_no_element(name: str, text: str) -> None:
    template = CONTEXTS[name]
    wanted = clean(text)
    if not wanted:
        return
    value = inline(text)
    got = seen(template.format(*[value] * template.count("{}")))
    plain = seen(template.format(*["W"] * template.count("{}")))
    assert got.tags == plain.tags
    assert squeezed(got.text) == squeezed(plain.text.replace("W", wanted))


@pytest.mark.parametrize("name", ATTRIBUTES)
@settings(max_examples=120, deadline=None)
@given(text=ANY)
def test_any_text_comes_back_as_the_value_of_its_attribute(name: str, text: str) -> None:
    template = ATTRIBUTES[name]
    got = seen(template.format(attribute(text))).tags
    plain = seen(template.format("W")).tags
    assert [(tag, tuple((k, v if k != "title" else None) for k, v in attrs)) for tag, attrs in got] == [
        (tag, tuple((k, v if k != "title" else None) for k, v in attrs)) for tag, attrs in plain
    ]
    assert [dict(attrs)["title"] for _, attrs in got if "title" in dict(attrs)] == [clean(text)]


@given(text=ANY)
def test_front_matter_is_one_line_that_html_shows_as_the_text(text: str) -> None:
    value = front(text)
    assert yaml.safe_load(yaml.safe_dump({"title": value}, allow_unicode=True)) == {"title": value}
    assert not re.search(r"[<>\"'\n]", value)
    assert html.unescape(value) == clean(text, 300)


@settings(max_examples=150, deadline=None)
@given(tail=ANY)
def test_a_link_makes_one_anchor_with_a_web_address(tail: str) -> None:
    made = link("https://a.example/" + tail)
    if made is None:
        return
    got = seen(f"See [label]({made}){{ .original }} now")
    assert [tag for tag, _ in got.tags] == ["p", "a"]
    assert dict(got.tags[1][1]).keys() == {"href", "class"}
    assert str(dict(got.tags[1][1])["href"]).startswith("https://a.example/")
    assert got.text == "See label now"
