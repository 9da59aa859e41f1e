"""Each promise is broken on purpose, and the checks say which, where and why."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.checks import check
from generator.config import Config, parse
from generator.model import Difference, Event, Fact, Page, Position, Quote, Site, SourceFile
from generator.pages.mark import stamp
from generator.pipeline import run
from tests.conftest import FIRST, SECOND, SETTINGS

CONFIG = parse(SETTINGS)


@functools.cache
def good() -> Site:
    files = (SourceFile("sources/first.txt", FIRST.encode()), SourceFile("sources/second.txt", SECOND.encode()))
    return run(files, dataclasses.replace(CONFIG, quotes=replace(CONFIG.quotes, max_share=1.0)))


def said(site: Site, config: Config = CONFIG) -> list[str]:
    open_config = replace(config, quotes=replace(config.quotes, max_share=1.0))
    return [str(problem) for problem in check(site, open_config)]


def facts(site: Site, change: Callable[[Fact], Fact]) -> Site:
    first, *rest = site.brief.facts.facts
    return replace(site, brief=replace(site.brief, facts=replace(site.brief.facts, facts=(change(first), *rest))))


def quote() -> Quote:
    return good().brief.facts.facts[0].quotes[0]


def fact_id() -> str:
    return good().brief.facts.facts[0].id


def test_a_good_site_keeps_every_promise() -> None:
    assert said(good()) == []


def test_promise_1_a_quote_that_is_not_in_its_source() -> None:
    forged = replace(quote(), text=quote().text.replace("approved", "rejected"))
    assert forged.text != quote().text
    broken = facts(good(), lambda f: replace(f, quotes=(forged, *f.quotes[1:]), text=forged.text))
    path = next(a.article.path for a in good().brief.analyses if a.article.id == quote().source)
    assert (
        f"fact {fact_id()}: promise 1: not word for word in {path}, paragraph {forged.paragraph}: “{forged.text[:79]}"
        in "\n".join(said(broken))
    )


def test_promise_1_a_statement_that_no_quote_makes() -> None:
    broken = facts(good(), lambda f: replace(f, text="The port is finished."))
    assert (
        f"fact {fact_id()}: promise 1: its statement is none of its published quotes: “The port is finished.”"
        in said(broken)
    )


def test_promise_1_a_bottom_line_of_its_own() -> None:
    first, *rest = good().brief.briefings
    line = replace(first.bottom_line[0], text="All is well with the port.")
    broken = replace(good(), brief=replace(good().brief, briefings=(replace(first, bottom_line=(line,)), *rest)))
    assert said(broken) == [
        "topic port: promise 1: a bottom line that is not the statement of its fact: “All is well with the port.”"
    ]


def test_promise_1_a_link_that_leads_nowhere() -> None:
    pages = (
        *good().pages,
        Page("topics/x.md", stamp("---\ntitle: X\n---\n\n[a](port.md#none) [b](../none.md) [c](ftp://x/)\n")),
    )
    assert said(replace(good(), pages=pages)) == [
        "docs/topics/x.md: promise 1: leads to an anchor that is not there: port.md#none",
        "docs/topics/x.md: promise 1: leads to a page that is not there: ../none.md",
        "docs/topics/x.md: a link that is not http(s): ftp://x/",
    ]


def test_promise_2_more_origins_than_articles() -> None:
    broken = facts(good(), lambda f: replace(f, origins=("a", "b", "c")))
    sources = len({q.source for q in good().brief.facts.facts[0].quotes})
    assert said(broken) == [f"fact {fact_id()}: promise 2: 3 origins from {sources} articles that are no copies"]
    twice = facts(good(), lambda f: replace(f, origins=("a", "a")))
    assert f"fact {fact_id()}: promise 2: one origin counted twice" in said(twice)


def test_promise_2_a_copy_is_no_origin() -> None:
    every = good().brief.facts.facts
    one = next(f for f in every if f.quotes[0].source == "first")
    other = next(f for f in every if f.quotes[0].source == "second")
    both = replace(one, quotes=(one.quotes[0], other.quotes[0]), origins=("a", "b"))
    changed = tuple(both if f.id == one.id else f for f in every)
    told = replace(good().brief.facts, facts=changed, copies=(("second", "first"),))
    problems = said(replace(good(), brief=replace(good().brief, facts=told)))
    assert f"fact {one.id}: promise 2: 2 origins from 1 articles that are no copies" in problems


def test_promise_3_a_status_that_is_no_status() -> None:
    broken = facts(good(), lambda f: replace(f, status="nearly signed"))
    assert said(broken) == [
        f"fact {fact_id()}: promise 3: 'nearly signed' is no status; known: proposed, announced, agreed, "
        "text finalised, approved for signing, signed, ratified, in force"
    ]


def test_promise_3_a_difference_with_one_side() -> None:
    sides = (Position("signed", (quote(),)), Position("signed", (quote(),)))
    told = replace(good().brief.facts, differences=(Difference("d-1", ("port",), "status", "the port", sides),))
    assert said(replace(good(), brief=replace(good().brief, facts=told))) == [
        "difference d-1: promise 3: needs two sides, has ['signed', 'signed']"
    ]


@pytest.mark.parametrize(
    ("date", "words", "anchor", "problem"),
    [
        ("2021-03-03", "approved", None, "promise 5: the year 2021 has neither words nor an anchor"),
        ("2021-13-03", "approved", "published 2021", "promise 5: '2021-13-03' is no EDTF date of this project's kinds"),
        (
            None,
            "in the year of the rat",
            None,
            "promise 5: the words 'in the year of the rat' stand in none of its quotes",
        ),
    ],
)
def test_promise_5_a_date_that_is_guessed(date: str | None, words: str, anchor: str | None, problem: str) -> None:
    holds = next(f.quotes[0] for f in good().brief.facts.facts if "approved" in f.quotes[0].text)
    told = replace(good().brief.facts, timeline=(Event(date, words, anchor, (), (holds,), ("port",)),))
    assert said(replace(good(), brief=replace(good().brief, facts=told))) == [
        f"timeline {date or repr(words)}: {problem}"
    ]


def test_the_quoting_limits_are_checked_too() -> None:
    tight = replace(CONFIG, quotes=replace(CONFIG.quotes, max_words=8, max_share=0.1))
    problems = [str(p) for p in check(good(), tight)]
    assert any("where quotes.max_words is 8" in p for p in problems)
    assert any(p.startswith("sources/first.txt: ") and "where quotes.max_share is 10%" in p for p in problems)


@pytest.mark.parametrize(
    ("markdown", "problem"),
    [
        ("<script>1</script>", "an element that may not be on a page: <script>"),
        ('<p onclick="x()">a</p>', "an attribute that may not be on a page: onclick of <p>"),
        ('[a](#b){ style="x" }', "an attribute that may not be on a page: style of <a>"),
        ("![x](https://elsewhere.example/x.png)", "loads from elsewhere: https://elsewhere.example/x.png"),
        ("# One { #same }\n\n## Two { #same }", "two elements with the id 'same'"),
    ],
)
def test_markup_that_no_template_writes(markdown: str, problem: str) -> None:
    pages = (*good().pages, Page("x.md", stamp(f"---\ntitle: X\n---\n\n{markdown}\n")))
    assert f"docs/x.md: {problem}" in said(replace(good(), pages=pages))
