"""Long sources have several pages; and where few or no sources are to have a page, all links lead elsewhere."""

from __future__ import annotations

from dataclasses import replace

import markdown
import pytest
from lxml import html

from generator.checks.pages import check_pages
from generator.config import PageRules, SourcePages, parse
from generator.model import Analysis, Site
from generator.pages import render
from generator.pages.context import Context
from generator.pages.exports.bibliography import citations
from generator.text.room import Room
from tests import pages_sample as sample
from tests.long_site import CONFIG, long_brief
from tests.pages_sample import EXTENSIONS, words

SMALL = Room(page=30_000, one=3_000, numbers=6, sides=4, names=3)
LONG = long_brief(sources=3, facts=30, carriers=2, sentences=400)


def _tree(site: Site, path: str) -> html.HtmlElement:
    body = next(page.text for page in site.pages if page.path == path).split("\n---\n", 1)[1]
    return html.fromstring(f"<div>{markdown.markdown(body, extensions=EXTENSIONS)}</div>")


def _sources(site: Site) -> set[str]:
    paths = {page.path for page in site.pages}
    return {path for path in paths if path.startswith("sources/") and "index" not in path and "by-date" not in path}


def _of(mode: SourcePages) -> Site:
    return render(sample.brief(), replace(sample.CONFIG, pages=PageRules(mode)))


def test_a_long_source_has_each_sentence_once_and_pages_that_are_not_too_long() -> None:
    site = render(LONG, CONFIG, SMALL)
    paths = sorted(path for path in _sources(site) if "source-0001" in path)
    assert "sources/source-0001/part-2.md" in paths
    trees = [_tree(site, path) for path in paths]
    assert max(len(html.tostring(tree, encoding="utf-8")) for tree in trees) <= SMALL.page
    found = sorted(str(id) for tree in trees for id in tree.xpath("//p[contains(@class, 'sentence')]/@id"))
    assert found == sorted(one.anchor for one in LONG.analyses[1].sentences)
    assert list(check_pages(site)) == [], "whatever cites a sentence leads to the page that has it"


def test_the_first_page_of_a_long_source_says_where_the_rest_is() -> None:
    site = render(LONG, CONFIG, SMALL)
    page = _tree(site, "sources/source-0001.md")
    links = [str(link) for link in page.xpath("//a/@href") if str(link).startswith("source-0001/part-")]
    assert len(links) == len([path for path in _sources(site) if "source-0001/" in path])
    assert "Paragraphs " in words(page)
    assert "../source-0001.md" in _tree(site, "sources/source-0001/part-2.md").xpath("//a/@href")


def test_without_pages_of_sources_every_link_leads_to_the_list_and_that_to_the_original() -> None:
    site = _of("none")
    assert not _sources(site)
    assert list(check_pages(site)) == []
    page = _tree(site, "topics/rail.md")
    assert "../sources/index.md#of-gazette" in page.xpath("//ol//a/@href")
    assert "https://gazette.example/rail?a=1&b=2" in page.xpath("//ol//a/@href")
    assert not page.xpath("//a[@data-s]"), "there is no page to open a sentence on"
    listed = _tree(site, "sources/index.md")
    assert listed.xpath("//p[@id='of-gazette']/../p[1]/a/@href") == ["https://gazette.example/rail?a=1&b=2"]
    assert not listed.xpath("//p[@id='of-notes']/../p[1]/a"), "a digest does not pass for its report"


def test_only_quoted_sources_have_a_page_where_that_is_asked_for() -> None:
    brief = sample.brief()
    silent = replace(sample.ANALYSES["notes"].article, id="silent", path="sources/silent.txt")
    more = replace(brief, analyses=(*brief.analyses, Analysis(silent, (), (), ())))
    site = render(more, replace(sample.CONFIG, pages=PageRules("quoted")))
    assert _sources(site) == {"sources/gazette.md", "sources/courier.md", "sources/notes.md"}
    assert list(check_pages(site)) == []
    assert "sources/silent.md" in {page.path for page in render(more, sample.CONFIG).pages}


def test_a_former_address_of_a_source_without_a_page_leads_to_its_row() -> None:
    brief = sample.brief()
    first = brief.analyses[0]
    moved = replace(first.article, metadata=replace(first.article.metadata, formerly=("old",)))
    site = render(
        replace(brief, analyses=(replace(first, article=moved), *brief.analyses[1:])),
        replace(sample.CONFIG, pages=PageRules("none")),
    )
    assert _tree(site, "sources/old.md").xpath("//a/@href") == ["index.md#of-gazette"]
    assert list(check_pages(site)) == []


def test_a_bibliography_names_the_row_of_a_source_without_page_and_address() -> None:
    context = Context(sample.brief(), replace(sample.CONFIG, pages=PageRules("none")))
    told = "".join(asset.data.decode() for asset in citations(context, "https://site.example/"))
    assert "https://site.example/sources/#of-notes" in told


@pytest.mark.parametrize("mode", ["all", "quoted", "none"])
def test_the_setting_is_read(mode: str) -> None:
    topics = "topics: [{id: a, title: A, scope: S, terms: [t]}]"
    assert parse(f"title: T\n{topics}\npages: {{sources: {mode}}}\n").pages.sources == mode
