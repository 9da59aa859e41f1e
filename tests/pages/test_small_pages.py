"""No page takes more than it may, however much there is; and lists that are too long for one page lose nothing."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace

import markdown
import pytest
from lxml import html

from generator.checks.pages import check_pages
from generator.model import Site, SiteContent, Skipped
from generator.pages import render
from generator.pages.context import Context, PageContext
from generator.text.room import Room
from tests.long_site import CONFIG, long_brief
from tests.pages_sample import EXTENSIONS, words

SMALL = Room(page=30_000, one=3_000, numbers=6, sides=4, names=3)


def _made(site: Site) -> dict[str, html.HtmlElement]:
    maker = markdown.Markdown(extensions=EXTENSIONS)
    texts = {page.path: page.text.split("\n---\n", 1)[1] for page in site.pages}
    return {path: html.fromstring(f"<div>{maker.reset().convert(text)}</div>") for path, text in texts.items()}


@pytest.mark.parametrize("seed", range(6))
def test_no_page_of_any_site_takes_more_than_it_may(seed: int) -> None:
    rng = random.Random(seed)
    brief = long_brief(
        sources=rng.randrange(5, 120),
        facts=rng.randrange(1, 150),
        carriers=rng.randrange(1, 100),
        length=rng.choice((3, 20, 150)),
        seed=seed,
    )
    site = render(brief, CONFIG, SMALL)
    sizes = {path: len(html.tostring(tree, encoding="utf-8")) for path, tree in _made(site).items()}
    assert {path: size for path, size in sizes.items() if size > SMALL.page} == {}
    assert list(check_pages(site)) == []


def test_the_home_page_names_fewer_sources_of_a_statement_that_very_many_carry() -> None:
    room = Room(page=30_000, one=16_000)
    site = render(long_brief(sources=100, facts=1, carriers=100, sentences=1), CONFIG, room)
    page = _made(site)["index.md"]
    assert len(html.tostring(page, encoding="utf-8")) <= room.page
    assert "more" in words(page.xpath("//a[contains(@class, 'cite')]/..")[0])


def test_the_method_page_names_as_many_skipped_files_as_fit() -> None:
    skipped = tuple(Skipped(f"sources/{number:05}.txt", "it is empty") for number in range(5000))
    page = _made(render(replace(long_brief(), skipped=skipped), CONFIG, SMALL))["method.md"]
    assert len(html.tostring(page, encoding="utf-8")) <= SMALL.page
    left = 5000 - len(page.xpath("//h2[@id='skipped']/following-sibling::ul/li")) + 1
    assert f"and {left:,} more" in words(page)


@pytest.fixture(scope="module")
def brief() -> SiteContent:
    return long_brief(sources=120, facts=60, carriers=5)


@pytest.fixture(scope="module")
def pages(brief: SiteContent) -> dict[str, html.HtmlElement]:
    return _made(render(brief, CONFIG, SMALL))


@pytest.mark.parametrize("list_", ["names", "keyphrases", "tags", "sources", "timeline"])
def test_a_list_that_is_too_long_leads_to_all_its_pages_and_they_lead_back(
    list_: str, pages: dict[str, html.HtmlElement]
) -> None:
    first = "sources/index.md" if list_ == "sources" else f"{list_}.md"
    folder = "sources/by-date/" if list_ == "sources" else f"{list_}/"
    parts = [path for path in pages if path.startswith(folder)]
    assert len(parts) > 1
    links = [str(link) for link in pages[first].xpath("//li//a/@href")]
    at = "by-date/" if list_ == "sources" else folder
    assert [at + link.removeprefix(at) for link in links] == [at + part.removeprefix(folder) for part in parts]
    up = "../index.md" if list_ == "sources" else f"../{list_}.md"
    assert all(up in pages[part].xpath("//a/@href") for part in parts)


def test_every_source_stands_once_in_the_list_of_sources(
    brief: SiteContent, pages: dict[str, html.HtmlElement]
) -> None:
    parts = [tree for path, tree in pages.items() if path.startswith("sources/by-date/")]
    listed = Counter(str(link) for tree in parts for link in tree.xpath("//li/p[1]/a/@href"))
    assert listed == Counter(f"../{analysis.article.id}.md" for analysis in brief.analyses)


def test_every_name_stands_once_on_the_page_that_links_name(
    brief: SiteContent, pages: dict[str, html.HtmlElement]
) -> None:
    page = PageContext(Context(brief, CONFIG, SMALL), "index.md")
    assert brief.facts.names
    for name in brief.facts.names:
        path, _, anchor = str(page.name(name.id)).partition("#")
        assert pages[path].xpath(f"//h3[@id='{anchor}']"), name.name


def test_names_of_another_script_stand_under_its_name(pages: dict[str, html.HtmlElement]) -> None:
    assert "Cyrillic" in words(pages["names.md"])
    assert "0-9" not in words(pages["names.md"])
