"""A source's page, the list of sources, and what the settings tell of publishers."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib import import_module, resources

import pytest
import yaml
from lxml import html

from generator.config import Config, Publisher
from generator.model import SiteContent
from generator.pages import render
from generator.pages.context import Context
from generator.pages.exports.bibliography import citations
from generator.pages.labels import leading_publisher
from generator.pages.wording import words_of
from tests import pages_sample as sample
from tests.pages_sample import words

GAZETTE = Publisher("The Gazette", country="Norway", owner="Fjord Media", family="Fjord papers")
TOLD = "Norway, owned by Fjord Media, of the house Fjord papers"


def tree(path: str, content: SiteContent | None = None, config: Config = sample.CONFIG) -> html.HtmlElement:
    return sample.tree(render(content or sample.brief(), config), path)


def headings(page: html.HtmlElement) -> list[str]:
    return [words(found) for found in page.xpath("//h2")]


def test_the_sentences_come_first_and_the_reading_last_closed_and_one_level_deep() -> None:
    page = tree("sources/gazette.md")
    assert headings(page) == ["Sentences quoted", "About this source"]
    (closed,) = page.xpath("//details")
    assert closed.get("open") is None
    assert words(closed.find("summary")) == "How it was read"
    assert closed.getnext() is None
    assert "2 lines: navigation" in words(closed)


def test_where_a_sentence_is_cited_stands_in_one_line_below_it() -> None:
    page = tree("sources/courier.md")
    lines = {words(found.getprevious()): words(found) for found in page.xpath("//p[@class='places']")}
    assert lines["“The rail link will cost 45 million crowns, according to the port.”"] == "Cited: Rail link"
    assert any(line == "Cited: Rail link · Port <5>" for line in lines.values())


def uncited(**change: object) -> SiteContent:
    """The sample, where no statement rests on the sentence that the difference of costs shows."""
    brief = sample.brief()
    rest = tuple(
        replace(content, facts=tuple(f for f in content.facts if f.id != sample.COST.id), bottom_line=())
        for content in brief.briefings
    )
    return replace(brief, briefings=rest, **change)  # type: ignore[arg-type]


def test_what_no_statement_cites_leads_to_the_difference_or_the_timeline_that_does() -> None:
    brief = uncited()
    first = sample.COST.quotes[0]
    for facts, expected in (
        (brief.facts, ("Where sources disagree", "../topics/rail.md#d-cost")),
        (
            replace(brief.facts, differences=(), timeline=(replace(brief.facts.timeline[0], quotes=(first,)),)),
            ("Timeline", "../timeline.md"),
        ),
    ):
        page = tree("sources/gazette.md", replace(brief, facts=facts))
        links = page.xpath("//p[@class='places']")[0].xpath(".//a")
        assert [(words(a), a.get("href")) for a in links] == [expected]


def test_no_sentence_stands_twice_and_many_are_summed_up_by_links(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = sample.COST.quotes[0], sample.AGREED.quotes[0]
    brief = replace(sample.brief(), summaries=(("gazette", (first, second)),))
    page = tree("sources/gazette.md", brief)
    texts = [words(found) for found in page.xpath("//p[contains(@class, 'sentence')]")]
    assert len(texts) == len(set(texts)) == 2
    assert "in short" not in words(page)
    monkeypatch.setattr(import_module("generator.pages.source_page"), "_MANY", 1)
    (note,) = tree("sources/gazette.md", brief).xpath("//p[@class='note']")
    assert words(note) == "What it says in short: paragraphs 1, 2"
    assert note.xpath("./a/@href")[0] == f"#{sample.ANALYSES['gazette'].sentences[0].anchor}"


def test_a_source_of_which_nothing_is_quoted_says_so() -> None:
    brief = sample.brief()
    assert "Nothing of this source is quoted" in words(tree("sources/notes.md", replace(brief, shown=brief.shown[:1])))


def test_what_is_known_of_a_publisher_stands_on_a_card_and_beside_its_sources() -> None:
    config = replace(sample.CONFIG, publishers=(GAZETTE,))
    page = tree("sources/gazette.md", config=config)
    assert [words(found) for found in page.xpath("//p[@class='publisher']")] == [f"The Gazette: {TOLD}."]
    assert not tree("sources/courier.md", config=config).xpath("//p[@class='publisher']")
    entries = [words(found) for found in tree("topics/rail.md", config=config).xpath("//*[contains(@class, 'who')]")]
    assert f"The Gazette ({TOLD}), 4 March 2021" in entries


def test_the_origin_that_a_feed_declares_is_told_with_how_it_was_found() -> None:
    brief = sample.brief()
    first = brief.analyses[0]
    meta = replace(first.article.metadata, origin="Harbour Wire", origin_from="source of the feed’s entry")
    passed_on = replace(first, article=replace(first.article, metadata=meta))
    page = tree("sources/gazette.md", replace(brief, analyses=(passed_on, *brief.analyses[1:])))
    assert "Goes back to: Harbour Wire (from the source of the feed’s entry)" in words(page)


def test_the_list_has_what_it_is_narrowed_by_and_the_newest_first() -> None:
    page = tree("sources/index.md")
    rows = [(e.get("data-of"), e.get("data-year"), e.get("data-topics")) for e in page.xpath("//li/p[@class='listed']")]
    assert rows == [
        ("The Gazette", "2021", "rail"),
        ("Courier", "2021", "rail port"),
        ("digest of a report in Evening Post", "", "rail port"),
    ]
    (heading,) = page.xpath("//h2[contains(@class, 'narrow')]")
    assert heading.get("data-shown") == "% of 3 sources"
    assert {"title", "publisher", "topic", "year", "any", "undated", "none", "reset"} <= {
        name.removeprefix("data-") for name in heading.attrib
    }


@pytest.mark.parametrize(
    ("publishers", "leading"),
    [
        (["A", "A", "B", "C"], ("A", 2)),
        (["A", "B", "C"], None),
        (["A", "A", "B", "B", "C"], None),
        (["A", "A", "B"], None),
        ([None, None, "A"], None),
        ([], None),
    ],
)
def test_a_chart_of_publishers_stands_where_one_stands_out(
    publishers: list[str | None], leading: tuple[str, int] | None
) -> None:
    first = sample.brief().analyses[0]
    made = [
        replace(first, article=replace(first.article, metadata=replace(first.article.metadata, publisher=name)))
        for name in publishers
    ]
    assert leading_publisher(made) == leading


def test_why_lines_were_left_out_is_told_in_the_language_of_the_site() -> None:
    german = words_of("de")
    lists = yaml.safe_load((resources.files("generator.data") / "junk.yml").read_text(encoding="utf-8"))
    assert [name for name in lists if german.phrase("dropped", name) == name] == []
    assert german.phrase("found", "date of the feed's entry") == "dem Datum des Eintrags im Feed"


def test_the_pages_of_sources_speak_the_language_of_the_site() -> None:
    german = replace(sample.CONFIG, language="de", publishers=(GAZETTE,))
    page = tree("sources/gazette.md", config=german)
    assert headings(page) == ["Zitierte Sätze", "Über diese Quelle"]
    assert "The Gazette, von A. Writer, 4. März 2021" in words(page)
    assert "Erschienen: 4. März 2021" in words(page)
    assert "Norway, Eigentümer Fjord Media, aus dem Haus Fjord papers" in words(page)
    assert "2 Zeilen: navigation" in words(page), "a reason that has no words here stays as it is"
    assert headings(tree("sources/index.md", config=german))[0] == "Alle Quellen"
    bib, csl = citations(Context(sample.brief(), german), "")
    assert "note = {Zusammenfassung eines Berichts in Evening Post}" in bib.data.decode()
    assert json.loads(csl.data)[2]["note"] == "Zusammenfassung eines Berichts in Evening Post"
