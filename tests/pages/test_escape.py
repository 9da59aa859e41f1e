"""The template boundary: whatever a source says, a page shows it as text and nothing else."""

from __future__ import annotations

import functools
import html
import re
from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from mkdocs.utils.yaml import get_yaml_loader

from generator.text.escape import (
    Attribute,
    Block,
    Inline,
    Link,
    attribute,
    clean,
    environment,
    front,
    inline,
    link,
    own,
)

ROOT = Path(__file__).parents[2]


@functools.cache
def extensions() -> tuple[list[str], dict[str, dict[str, object]]]:
    """Every extension that mkdocs.yml enables, with its settings."""
    names, configs = [], {}
    for entry in yaml.load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"), get_yaml_loader())["markdown_extensions"]:
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
    "quoted": '“<q data-quote="f-1">{}</q>” [label](../sources/x.md#s-1){{ .chip }}',
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


@given(text=st.text(max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("  a\n\tb  ", "a b"),
        ("a\u202egnp.exe\u202c b", "agnp.exe b"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("bel\x07 nul\x00 esc\x1b[31m", "bel nul esc[31m"),
        ("lone \ud800 surrogate", "lone surrogate"),
        ("private \ue000 use", "private use"),
        ("e\u0301", "é"),
        ("z" + "\u0336" * 500, "z" + "\u0336" * 6),
        ("क्\u200dष", "क्\u200dष"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("a\u200db", "ab"),
        ("noncharacter \ufffe\U0010ffff", "noncharacter"),
    ],
)
def test_what_is_invisible_goes_and_what_a_script_needs_stays(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_a_value_has_at_most_so_many_characters() -> None:
    assert clean("ab " * 5000, 10) == "ab ab ab…"
    assert len(clean("x" * 100_000)) == 4000


@pytest.mark.parametrize(
    "text",
    [
        "R&D at AT&T",
        "It’s 5G, isn't it?",
        '"Quoted" (in part) – 40%',
        "up 3.5% to $40m; more: see p. 4",
        "well-known",
    ],
)
def test_ordinary_prose_stays_as_it_is(text: str) -> None:
    assert inline(text) == text


@pytest.mark.parametrize(
    ("url", "made"),
    [
        ("https://a.example/x", "https://a.example/x"),
        ("http://a.example/x_(y)?a=1&copy=2#z", "http://a.example/x_%28y%29?a=1&amp;copy=2#z"),
        ("https://münchen.example/straße", "https://xn--mnchen-3ya.example/stra%C3%9Fe"),
        ("https://a.example:8443/", "https://a.example:8443/"),
        (" https://a.example/ ", "https://a.example/"),
        ('https://a.example/"onx=1', "https://a.example/%22onx=1"),
        ("https://a.example/`{x}`[y]*z*", "https://a.example/%60%7Bx%7D%60%5By%5D%2Az%2A"),
        ("javascript:alert(1)", None),
        ("java\tscript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("//evil.example/x", None),
        ("https://", None),
        ("https://a b.example/", None),
        ("https://user:pw@a.example/", None),
        ("https://a.example/\nx", None),
        ("https://[::1", None),
        ("https://a.example:99999/", None),
        ("", None),
        (None, None),
        ("https://a.example/" + "x" * 3000, None),
        ("https://a.example\\@b.example/", None),
    ],
)
def test_only_web_addresses_become_links(url: str | None, made: str | None) -> None:
    assert link(url) == made


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


@pytest.mark.parametrize("path", ["javascript:x", "a b", 'x"y', "https://x", "../a.md#b#c", "a?b"])
def test_a_path_of_our_own_holds_nothing_strange(path: str) -> None:
    with pytest.raises(ValueError, match="not a path of our own"):
        own(path)


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("{{ x }}", "plain"),
        ("{{ x.upper() }}", Inline("a")),
        ("{{ x ~ '!' }}", Inline("a")),
        ("{{ x + 'b' }}", Inline("a")),
        ("{{ x | upper }}", Inline("a")),
        ("{{ x }}", None),
        ("{{ x }}", 1.5),
        ("{{ x }}", True),
        ("{{ [x] }}", Inline("a")),
        ("{{ 'literal' }}", None),
        ("{{ x | join(' ') }}", [Inline("a"), Inline("b")]),
    ],
)
def test_a_template_prints_nothing_that_was_not_escaped(source: str, value: object) -> None:
    with pytest.raises(TypeError, match="a template may print only values"):
        environment(lambda name: source).get_template("t").render(x=value)


@pytest.mark.parametrize("value", [Inline("a"), Attribute("a"), Link("a"), Block("a"), 7])
def test_a_template_prints_what_was_escaped(value: object) -> None:
    assert environment(lambda name: "{{ x }}").get_template("t").render(x=value) == str(value)


def test_a_template_has_no_way_to_call_text_safe() -> None:
    with pytest.raises(Exception, match="No filter named 'safe'"):
        environment(lambda name: "{{ x | safe }}").get_template("t")
