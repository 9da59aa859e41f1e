"""What a finished page may hold, and where its links may lead: every kind of fault is told, also behind another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.pages import _ACTIVE, check_pages
from generator.model import Page, Quote
from generator.pages.mark import stamp
from generator.text.escape import clean
from tests.checks.test_promises import good


def said(markdown: str, path: str = "topics/x.md", head: str = "---\ntitle: X\n---\n\n") -> list[str]:
    site = good()
    found = check_pages(replace(site, pages=(*site.pages, Page(path, stamp(head + markdown) if head else markdown))))
    return [str(problem).removeprefix(f"docs/{path}: ") for problem in found]


@pytest.mark.parametrize("tag", sorted(_ACTIVE))
def test_no_element_that_acts_or_loads_is_on_a_page(tag: str) -> None:
    assert f"an element that may not be on a page: <{tag}>" in said(f"<div><{tag}></{tag}></div>")


@pytest.mark.parametrize("name", ["onload", "style", "srcdoc", "formaction"])
def test_no_attribute_that_acts_is_on_a_page(name: str) -> None:
    assert said(f'<p class="a" {name}="x">b</p>') == [f"an attribute that may not be on a page: {name} of <p>"]


@pytest.mark.parametrize("source", ["https://e.example/a.png", "data:image/png,", "//e.example/a.png"])
def test_no_page_loads_from_elsewhere(source: str) -> None:
    assert said(f'<img src="{source}">') == [f"loads from elsewhere: {source}"]
    assert said('<img src="../charts/a.svg">') == []
    long = f"https://e.example/{'x' * 99}"
    assert said(f'<img src="{long}">') == [f"loads from elsewhere: {long[:80]}"]


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("https://e.example/", None),
        ("HTTP://e.example/", None),
        ("ftp://e.example/", "a link that is not http(s): "),
        ("javascript:x()", "a link that is not http(s): "),
        ("//e.example/x.md", "a link that is not http(s): "),
        ("port.md", None),
        ("../topics/port.md#sources", None),
        ("../topics/p%6Frt.md", None),
        ("#here", None),
        ("", None),
        ("../feeds/port.xml#x", None),
        ("none.md", "promise 1: leads to a page that is not there: "),
        ("../port.md", "promise 1: leads to a page that is not there: "),
        ("port.md#nowhere", "promise 1: leads to an anchor that is not there: "),
        ("#nowhere", "promise 1: leads to an anchor that is not there: "),
    ],
)
def test_where_a_link_may_lead(link: str, problem: str | None) -> None:
    expected = [f"{problem}{link}"] if problem else []
    assert said(f'<h2 id="here">a</h2>\n<a href="{link}">b</a>') == expected
    others = '<a href="https://e.example/">c</a> <a href="a.svg">d</a> <a href="ftp:x">e</a>'
    assert said(f'<h2 id="here">a</h2>\n{others} <a href="{link}">b</a>') == [
        "a link that is not http(s): ftp:x",
        *expected,
    ], "a link behind others is looked at too"


@pytest.mark.parametrize("kind", ["ftp:", "none.md?", "port.md#"])
def test_a_message_holds_eighty_characters_of_a_link(kind: str) -> None:
    link = kind + "x" * 99
    (problem,) = said(f'<a href="{link}">b</a>')
    assert problem.endswith(f": {link[:80]}")


def test_ids_that_stand_twice_are_told_once_each_in_order() -> None:
    assert said('<p id="b"></p><p id="a"></p><p id="b"></p><p id="a"></p><p id="c"></p><p id="b"></p>') == [
        "two elements with the id 'a'",
        "two elements with the id 'b'",
    ]


def test_a_page_without_front_matter_is_read_whole() -> None:
    assert said("# A\n\n---\n\n[b](none.md)\n", head="") == ["promise 1: leads to a page that is not there: none.md"]
    assert said("[a](none.md)\n\n---\n\n[b](none-either.md)\n") == [
        "promise 1: leads to a page that is not there: none.md",
        "promise 1: leads to a page that is not there: none-either.md",
    ]


def quoted(quote: Quote, words: str) -> str:
    return f'<span data-quote="{quote.id}" class="quoted">{words}</span>'


def test_every_quote_of_a_page_is_held_against_its_source() -> None:
    quote = good().brief.facts.facts[0].quotes[0]
    right, wrong = quoted(quote, clean(quote.text)), quoted(quote, "All is well.")
    told = f"promise 1: shows other words than those of the quote {quote.id}: “All is well.”"
    assert said(right) == []
    assert said(f"<span>nobody's words</span> {right} {wrong}") == [told]
    assert said(f"{wrong} {right} {wrong}") == [told, told]
    assert said(quoted(replace(quote, id="f-none"), "All is well.")) != []
