"""Numbers are followed through an index of the page: each is held against the entry that it leads to, and no other."""

from __future__ import annotations

from generator.checks.pages import _cited, seen
from generator.checks.seen import _leading, rendered, see
from generator.model import Page

_PAGE = """---
title: A page
---

[1](#source-1){ .cite data-s="s-one" } [2](#source-2){ .cite data-s="s-two" } [3](#source-3){ .cite data-s="s-one" }

1. [One](sources/one.md), [its original](https://one.example/)
    { #source-1 .source }
2. [Two](sources/two.md)
    { #source-2 .source }
"""


def test_each_number_is_held_against_its_own_entry() -> None:
    written = Page("index.md", _PAGE)
    page = seen(written)
    assert page == see(written)
    there = {"sources/one.md": frozenset({"s-one"}), "sources/two.md": frozenset({"s-two"})}
    assert _leading(rendered(written)) == {"source-1": "sources/one.md", "source-2": "sources/two.md"}
    assert [problem.message for problem in _cited(page, there)] == [
        "promise 1: a number leads to a sentence that is not there: s-one"  # number 3: nothing has that id
    ]
    assert len(list(_cited(page, there | {"sources/two.md": frozenset()}))) == 2  # number 2 too
