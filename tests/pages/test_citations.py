"""Citations by number: one number a source on each page, in order, and the list of sources at its foot."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks import check
from generator.model import Site
from generator.pages import render
from generator.pages.context import Context, PageContext
from tests import pages_sample as sample
from tests.pages_sample import page, tree, words


@pytest.fixture(scope="module")
def site() -> Site:
    return render(sample.brief(), sample.CONFIG)


def test_a_source_has_one_number_on_a_page_in_the_order_of_first_citation(site: Site) -> None:
    t = tree(site, "topics/rail.md")
    cites = t.xpath("//a[@class='cite']")
    seen = list(dict.fromkeys(words(c) for c in cites))
    assert seen == [f"[{n}]" for n in range(1, len(seen) + 1)]
    assert {(words(c), c.get("href")) for c in cites} == {(f"[{n}]", f"#source-{n}") for n in (1, 2, 3)}
    entries = t.xpath("//*[@id='sources']/following-sibling::ol[1]/li")
    assert [e.get("id") or e.xpath("string(p/@id)") for e in entries] == ["source-1", "source-2", "source-3"]


def test_the_list_says_who_when_which_title_and_what_each_source_adds(site: Site) -> None:
    first, *_, last = tree(site, "topics/rail.md").xpath("//*[@id='sources']/following-sibling::ol[1]/li")
    assert words(first).startswith("Rail link agreed, says minister, The Gazette, 4 March 2021 · paragraphs 1·2")
    assert [a.get("href").split("#")[0] for a in first.iter("a")] == [
        "../sources/gazette.md",
        "https://gazette.example/rail?a=1&b=2",
        "../sources/gazette.md",
        "../sources/gazette.md",
    ]
    assert "digest of a report in Evening Post" in words(last)
    assert not last.xpath(".//a[@class='original']"), "a digest is not its report"


def test_a_version_of_a_text_says_that_it_counts_once() -> None:
    brief = sample.brief()
    twice = replace(brief, facts=replace(brief.facts, copies=(("courier", "gazette"),)))
    entries = tree(render(twice, sample.CONFIG), "topics/rail.md").xpath(
        "//*[@id='sources']/following-sibling::ol[1]/li"
    )
    assert "a version of [1], counted once" in words(entries[1])


def test_words_that_stand_nowhere_on_the_page_travel_with_the_number() -> None:
    context = PageContext(Context(sample.brief(), sample.CONFIG), "index.md")
    told = sample.COST.quotes[0]
    assert context.cite(told).text is None
    there = context.cite(told, here=False)
    assert there.text == told.text
    assert (there.number, there.quote) == (1, told.id)
    kept = context.cite(sample.AGREED.quotes[2])
    assert (kept.quote, kept.at, kept.text) == (None, None, None), "words kept back travel with no number"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('data-s="', 'data-s="x', "promise 1: a number leads to a sentence that is not there: x"),
        ('data-text="', 'data-text="No ', "promise 1: a number shows other words than those of its quote: “No "),
    ],
)
def test_a_number_that_leads_nowhere_or_shows_other_words_is_a_broken_promise(
    site: Site, old: str, new: str, said: str
) -> None:
    path = next(p.path for p in site.pages if old in p.text)
    broken = replace(page(site, path), text=page(site, path).text.replace(old, new, 1))
    pages = tuple(broken if p.path == path else p for p in site.pages)
    assert [p.message for p in check(replace(site, pages=pages), sample.CONFIG) if p.message.startswith(said)]
