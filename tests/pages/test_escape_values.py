"""What escaping makes of single values, and that a template prints no others."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.escape import Attribute, Block, Inline, Link, clean, environment, inline, link, own


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
