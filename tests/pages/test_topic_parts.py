"""A topic that is too long for one page: what weighs most stays, the rest is a click away, and every link finds it."""

from __future__ import annotations

import json
from collections import Counter

import markdown
import pytest
from lxml import html

from generator.checks.pages import check_pages
from generator.model import Site, SiteContent
from generator.pages import render
from generator.pages.context import Context
from generator.pages.exports.news import news
from generator.pages.exports.web_feeds import feeds
from generator.text.room import Room
from tests.long_site import CONFIG, long_brief
from tests.pages_sample import EXTENSIONS, words

SMALL = Room(page=30_000, one=3_000, numbers=6, sides=4, names=3)

_TOLD = "//*[contains(@class, 'statement') or contains(@class, 'difference')]"


def _made(site: Site) -> dict[str, html.HtmlElement]:
    maker = markdown.Markdown(extensions=EXTENSIONS)
    texts = {page.path: page.text.split("\n---\n", 1)[1] for page in site.pages}
    return {path: html.fromstring(f"<div>{maker.reset().convert(text)}</div>") for path, text in texts.items()}


@pytest.fixture(scope="module")
def brief() -> SiteContent:
    return long_brief(sources=60, facts=90, carriers=4)


@pytest.fixture(scope="module")
def site(brief: SiteContent) -> Site:
    return render(brief, CONFIG, SMALL)


def _parts(site: Site) -> list[str]:
    return [page.path for page in site.pages if page.path.startswith("topics/rail/")]


def test_a_topic_that_fits_is_one_page(brief: SiteContent) -> None:
    assert not _parts(render(brief, CONFIG, Room(page=10_000_000)))


def test_every_statement_and_difference_stands_once_in_its_topic(brief: SiteContent, site: Site) -> None:
    made = _made(site)
    paths = ("topics/rail.md", *_parts(site))
    ids: Counter[str] = Counter(str(id) for path in paths for id in made[path].xpath(f"{_TOLD}/@id"))
    told: list[str] = [fact.id for fact in brief.facts.facts] + [one.id for one in brief.facts.differences]
    assert {id: ids[id] for id in told} == dict.fromkeys(told, 1)


def test_all_links_of_a_parted_topic_lead_to_what_is_there(site: Site) -> None:
    assert list(check_pages(site)) == []


def test_what_weighs_most_stays_and_the_page_says_how_much_that_is(brief: SiteContent, site: Site) -> None:
    page = _made(site)["topics/rail.md"]
    stays = [fact for fact in brief.facts.facts if fact.id in page.xpath(f"{_TOLD}/@id")]
    heaviest = brief.briefings[0].facts[0]
    assert heaviest in stays
    assert 0 < len(stays) < len(brief.facts.facts)
    assert f"{len(stays)} of {len(brief.facts.facts)} statements" in words(page)


def test_further_pages_are_named_by_their_period_and_listed_newest_first(site: Site) -> None:
    page = _made(site)["topics/rail.md"]
    links = page.xpath("//h2[@id='by-date']/following-sibling::ul[1]//a/@href")
    assert [f"topics/{link}" for link in links] == _parts(site)
    years = [link.split("/")[1][:4] for link in links]
    assert years == sorted(years, key=lambda year: (year != "none", year), reverse=True), "the undated come last"
    first = _made(site)[_parts(site)[0]]
    assert "../rail.md" in first.xpath("//a/@href")


def test_feeds_and_news_name_the_page_where_a_statement_is_now(brief: SiteContent, site: Site) -> None:
    context = Context(brief, CONFIG, SMALL)
    there = {
        f"{path.removesuffix('.md')}/#{id}"
        for path, tree in _made(site).items()
        if path.startswith("topics/")
        for id in tree.xpath("//@id")
    }
    told = news(context).data.decode()
    places = [row[3] for row in json.loads(told)["statements"]]
    assert set(places) <= there
    feed = next(asset.data.decode() for asset in feeds(context, "") if asset.path == "feed.json")
    assert {item["url"] for item in json.loads(feed)["items"]} <= there


def test_a_statement_of_too_many_passages_says_how_many_there_are() -> None:
    many = long_brief(sources=60, facts=1, carriers=60, sentences=1)
    page = _made(render(many, CONFIG, SMALL))["topics/rail.md"]
    told = words(page)
    assert "of 60 passages" in told
    assert "and 54 more" in told, "of the numbers, six stand there"
