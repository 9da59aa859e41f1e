"""What may stand on a finished page: every element, attribute and link that may not is found, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks.fact_rules import check_facts
from generator.checks.pages import check_pages
from generator.model import Origin, Page, Quote, Site
from generator.text.escape import LONGEST
from tests.checks.test_promises import good

WHERE = "docs/topics/x.md: "
PAGES = ("topics/x.md", "index.md", "topics/y.md")
BARRED = """script style iframe object embed form input button meta link base svg math template textarea frame audio
video"""


def said(markdown: str) -> list[str]:
    """What is said of a page with this text beside two others, of which the home page has an anchor."""
    text = f"---\ntitle: X\n---\n\n# X {{ #x }}\n\n{markdown}\n"
    pages = (Page(PAGES[0], text), Page(PAGES[1], "# Home { #home }\n"), Page(PAGES[2], "# Y\n"))
    return [str(problem).removeprefix(WHERE) for problem in check_pages(Site(pages, (), good().brief))]


@pytest.mark.parametrize("tag", BARRED.split())
def test_no_element_that_acts_or_loads(tag: str) -> None:
    assert f"an element that may not be on a page: <{tag}>" in said(f"<div><{tag}></{tag}></div>")


@pytest.mark.parametrize("name", ["onclick", "onerror", "style", "srcdoc", "formaction"])
def test_no_attribute_that_acts_or_styles(name: str) -> None:
    assert said(f'<p {name}="x">a</p>') == [f"an attribute that may not be on a page: {name} of <p>"]


@pytest.mark.parametrize("source", ["https://elsewhere.example/a.png", "//elsewhere.example/a.png", "data:image/png,a"])
def test_nothing_is_loaded_from_elsewhere(source: str) -> None:
    assert said(f'<img src="{source}">') == [f"loads from elsewhere: {source}"]
    assert said('<img src="../pictures/a.svg" alt="on a page" class="one">') == []


@pytest.mark.parametrize(
    ("link", "problem"),
    [
        ("../index.md", ""),
        ("../index.md#home", ""),
        ("%2E%2E/index.md", ""),
        ("#x", ""),
        ("y.md", ""),
        ("https://elsewhere.example/", ""),
        ("http://elsewhere.example/", ""),
        ("../briefing.json", ""),
        ("../index.md#none", "promise 1: leads to an anchor that is not there: ../index.md#none"),
        ("#none", "promise 1: leads to an anchor that is not there: #none"),
        ("index.md", "promise 1: leads to a page that is not there: index.md"),
        ("mailto:a@elsewhere.example", "a link that is not http(s): mailto:a@elsewhere.example"),
        ("//elsewhere.example/", "a link that is not http(s): //elsewhere.example/"),
    ],
)
def test_a_link_leads_to_a_page_and_an_anchor_or_to_the_web(link: str, problem: str) -> None:
    assert said(f'<a href="{link}">a</a>') == ([problem] if problem else [])


def test_each_id_that_stands_twice_is_told_once() -> None:
    twice = "\n\n".join(f'<p id="{one}">a</p>' for one in ("b", "a", "b", "a", "b", "c"))
    assert said(twice) == ["two elements with the id 'a'", "two elements with the id 'b'"]


def test_a_page_without_front_matter_is_looked_at_whole() -> None:
    page = Page("index.md", "One.\n\n---\n\n<p style='x'>a</p>\n")
    found = [str(problem) for problem in check_pages(Site((page,), (), good().brief))]
    assert found == ["docs/index.md: an attribute that may not be on a page: style of <p>"]


def quoted(words: str, kind: str = "quoted") -> str:
    return f'<span class="{kind}">{words}</span>'


def test_the_page_of_a_source_quotes_that_source_in_any_order() -> None:
    source = good().brief.analyses[0].article
    first, last = source.paragraphs[0].text, source.paragraphs[-1].text

    def own(*words: str) -> list[str]:
        page = Page(f"sources/{source.id}.md", "\n\n".join(map(quoted, words)) + "\n")
        return [str(problem) for problem in check_pages(Site((page,), (), good().brief))]

    assert own(first, last, first, last) == []
    assert own("words of nobody") == [
        f"docs/sources/{source.id}.md: promise 1: shows words that {source.path} does not hold: “words of nobody”"
    ]
    assert len(own(f"{first[:-1]}…")) == 1, (
        "an ellipsis stands for what was cut only where a value is as long as it may be"
    )


def test_a_very_long_quote_is_compared_as_far_as_a_page_shows_it() -> None:
    brief = good().brief
    analysis = brief.analyses[0]
    long = "word " * LONGEST
    article = replace(analysis.article, paragraphs=(replace(analysis.article.paragraphs[0], text=long.strip()),))
    changed = replace(brief, analyses=(replace(analysis, article=article), *brief.analyses[1:]))
    for words, number in ((long[: LONGEST - 2] + " …", 1), (long[: LONGEST - 1] + "…", 0)):
        page = Page(f"sources/{article.id}.md", quoted(words) + "\n")
        assert len(list(check_pages(Site((page,), (), changed)))) == number


def test_only_a_known_quote_with_its_own_words_is_shown_as_one() -> None:
    quote: Quote = good().brief.facts.facts[0].quotes[0]
    assert said(f'<span class="quoted" data-quote="{quote.id}">{quote.text}</span>') == []
    assert said(f'<span class="said" data-quote="f-0">{quote.text}</span>')[0].startswith(
        "promise 1: shows other words than those of the quote f-0: “"
    )
    for other in (quote.text[:-5], quote.text[5:], f"{quote.text} And more."):
        assert [problem.partition(": ")[0] for problem in said(f'<span data-quote="{quote.id}">{other}</span>')] == [
            "promise 1"
        ]


@pytest.mark.parametrize(("origins", "most"), [(0, 0), (3, 0), (1, 2), (1, 3)])
def test_origins_are_one_at_least_and_no_more_than_articles(origins: int, most: int) -> None:
    brief = good().brief
    fact = brief.facts.facts[0]
    named = tuple(Origin(f"o-{n}", "speaker", f"o {n}") for n in range(origins))
    broken = replace(fact, quotes=fact.quotes[:1], status=None, origins=named, most_origins=most)
    facts = replace(brief.facts, facts=(broken,), differences=(), timeline=())
    assert len([p for p in check_facts(replace(brief, facts=facts)) if "promise 2: " in str(p)]) == 1


@pytest.mark.parametrize(
    ("other", "number"),
    [
        ("They signed a memorandum.", 1),
        ("They signed it.", 0),
        ("The agreement has a memorandum beside it.", 0),
    ],
)
def test_quotes_that_name_no_kind_or_share_one_may_tell_of_one_instrument(other: str, number: int) -> None:
    brief = good().brief
    fact = brief.facts.facts[0]
    quotes = [replace(fact.quotes[0], text=text) for text in ("They signed an agreement.", other)]
    told = replace(brief.facts, facts=(replace(fact, status=None, quotes=tuple(quotes)),), differences=(), timeline=())
    problems = [str(problem) for problem in check_facts(replace(brief, facts=told))]
    assert sum("promise 4: " in problem for problem in problems) == number
