"""A fault on a page is found behind what is in order, told in few characters, and never sought above the page."""

from __future__ import annotations

import pytest

from generator.checks.pages import check_pages
from generator.model import Page, Quote, Site
from generator.text.escape import clean
from tests.checks.test_page_checks import said
from tests.checks.test_promises import good


@pytest.mark.parametrize("before", ["https://e.example/", "a.svg", "ftp:x", "y.md"])
def test_a_link_behind_others_is_looked_at_too(before: str) -> None:
    assert said(f'<a href="{before}">a</a> <a href="none.md">b</a>')[-1].endswith("not there: none.md")


@pytest.mark.parametrize("kind", ["ftp:", "none.md?", "y.md#"])
def test_a_message_holds_eighty_characters_of_a_link(kind: str) -> None:
    link = kind + "x" * 99
    (problem,) = said(f'<a href="{link}">b</a>')
    assert problem.endswith(f": {link[:80]}")
    (problem,) = said(f'<img src="https://e.example/{link}">')
    assert problem == f"loads from elsewhere: https://e.example/{link}"[: len("loads from elsewhere: ") + 80]


def test_what_stands_above_the_page_is_no_part_of_it_and_a_line_below_is() -> None:
    page = Page("index.md", '---\ntitle: "[b](none.md) <script>"\n---\n\n[b](one.md)\n\n---\n\n[c](two.md)\n')
    found = [str(problem) for problem in check_pages(Site((page,), (), good().brief))]
    assert [problem.rpartition(" ")[2] for problem in found] == ["one.md", "two.md"]


def quoted(quote: Quote, words: str) -> str:
    return f'<span data-quote="{quote.id}" class="quoted">{words}</span>'


def test_every_quote_of_a_page_is_held_against_its_source() -> None:
    quote = good().brief.facts.facts[0].quotes[0]
    right, wrong = quoted(quote, clean(quote.text)), quoted(quote, "All is well.")
    told = f"promise 1: shows other words than those of the quote {quote.id}: “All is well.”"
    assert said(f"<span>nobody's words</span> {right} {wrong}") == [told]
    assert said(f"{wrong} {right} {wrong}") == [told, told]
