"""Each promise is broken on purpose, and the checks say which, where and why."""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.checks import check
from generator.config import Config, parse
from generator.model import Anchor, Difference, Event, Fact, Origin, Page, Position, Quote, Site, SourceFile
from generator.pipeline import run
from generator.text.page_mark import stamp
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


def named(*names: str) -> tuple[Origin, ...]:
    return tuple(Origin(name, "speaker", name) for name in names)


def test_promise_2_more_origins_than_articles() -> None:
    broken = facts(good(), lambda f: replace(f, origins=named("a", "b", "c")))
    sources = len({q.source for q in good().brief.facts.facts[0].quotes})
    assert said(broken) == [f"fact {fact_id()}: promise 2: 3 origins from {sources} articles that are no copies"]
    twice = facts(good(), lambda f: replace(f, origins=named("a", "a")))
    assert f"fact {fact_id()}: promise 2: one origin counted twice" in said(twice)


def test_promise_2_more_origins_than_articles_at_the_most() -> None:
    broken = facts(good(), lambda f: replace(f, most_origins=9))
    sources = len({q.source for q in good().brief.facts.facts[0].quotes})
    assert f"fact {fact_id()}: promise 2: up to 9 origins from {sources} articles" in said(broken)


def test_promise_2_a_copy_is_no_origin() -> None:
    every = good().brief.facts.facts
    one = next(f for f in every if f.quotes[0].source == "first")
    other = next(f for f in every if f.quotes[0].source == "second")
    both = replace(one, quotes=(one.quotes[0], other.quotes[0]), origins=named("a", "b"))
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


def test_promise_3_a_status_that_no_quote_gives() -> None:
    broken = facts(good(), lambda f: replace(f, status="in force"))
    assert said(broken) == [f"fact {fact_id()}: promise 3: no quote of it gives its status, 'in force'"]


def test_promise_3_a_difference_with_one_side() -> None:
    sides = (Position("signed", (quote(),)), Position("signed", (quote(),)))
    told = replace(good().brief.facts, differences=(Difference("d-1", ("port",), "status", "status", "", sides),))
    assert said(replace(good(), brief=replace(good().brief, facts=told))) == [
        "difference d-1: promise 3: needs two sides, has ['signed', 'signed']"
    ]


def test_promise_4_two_kinds_of_instrument_in_one_fact() -> None:
    """The quotes are real ones of sources of their own, so that nothing but the fourth promise is broken."""
    texts = ("The council signed an agreement on the port.", "The council signed a memorandum on the port.")
    files = tuple(SourceFile(f"sources/{n}.txt", f"Port vote\n\n{text}\n".encode()) for n, text in enumerate(texts))
    site = run(files, dataclasses.replace(CONFIG, quotes=replace(CONFIG.quotes, max_share=1.0)))
    one, other = site.brief.facts.facts
    merged = replace(one, quotes=(*one.quotes, *other.quotes))
    told = replace(site.brief.facts, facts=(merged, other))
    assert said(replace(site, brief=replace(site.brief, facts=told))) == [
        f"fact {one.id}: promise 4: tells as one what its quotes call ['agreement'] and ['memorandum']"
    ]


@pytest.mark.parametrize(
    ("date", "words"),
    [
        ("196X", "in the 1960s"),
        ("2021-03-03/2021-03-05", "3 to 5 March 2021"),
        ("2021-21", "spring 2021"),
        ("XXXX-05-04/XXXX-05-07", "4 to 7 May"),
        ("2021", "2021"),
        ("2021-03", "March 2021"),
    ],
)
def test_promise_5_is_kept_by_every_kind_of_date(date: str, words: str) -> None:
    text = f"The port was approved {words}."
    holds = replace(quote(), text=text)
    told = replace(good().brief.facts, timeline=(Event(date, words, None, (), (holds,), ("port",)),))
    broken = said(replace(good(), brief=replace(good().brief, facts=told)))
    assert [problem for problem in broken if "promise 5" in problem] == []


@pytest.mark.parametrize(
    ("date", "words", "anchor", "problem"),
    [
        ("2021-03-03", "approved", None, "promise 5: the year 2021 has neither words nor an anchor"),
        ("196X", "approved", None, "promise 5: the year 196 has neither words nor an anchor"),
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
    told = replace(
        good().brief.facts,
        timeline=(
            *good().brief.facts.timeline,
            Event(date, words, Anchor("published", anchor) if anchor else None, (), (holds,), ("port",)),
        ),
    )
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


def shows(path: str, old: str, new: str, site: Site) -> list[str]:
    """What is said where `old` stands as `new` on one page."""
    page = next(p for p in site.pages if p.path == path)
    assert old in page.text
    changed = replace(page, text=page.text.replace(old, new))
    return said(replace(site, pages=tuple(changed if p.path == path else p for p in site.pages)))


def test_promise_1_a_page_that_shows_other_words() -> None:
    assert "promise 1: shows other words than those of the quote f-" in "\n".join(
        shows("topics/port.md", "approved", "rejected", good())
    )
    assert "promise 1: shows words that sources/first.txt does not hold: “" in "\n".join(
        shows("sources/first.md", "approved", "rejected", good())
    )


def test_promise_7_a_digest_in_quotation_marks() -> None:
    text = "---\nkind: digest\n---\n" + FIRST
    files = (SourceFile("sources/first.md", text.encode()), SourceFile("sources/second.txt", SECOND.encode()))
    site = run(files, dataclasses.replace(CONFIG, quotes=replace(CONFIG.quotes, max_share=1.0)))
    assert said(site) == []
    for path in ("topics/port.md", "sources/first.md"):
        page = next(p for p in site.pages if p.path == path)
        assert '<span class="said"' in page.text
        text = page.text.replace('<span class="said"', '<span class="quoted"')
        pages = tuple(replace(p, text=text) if p is page else p for p in site.pages)
        assert f"docs/{path}: promise 7: puts a digest in quotation marks: “" in "\n".join(
            said(replace(site, pages=pages))
        )
