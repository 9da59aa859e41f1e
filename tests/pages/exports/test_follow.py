"""Feeds to follow: for each name and each statement that several sources share, and for nothing else."""

from __future__ import annotations

import re
from dataclasses import replace

import feedparser
import pytest

from generator.model import Analysis, SiteContent
from generator.pages import render
from generator.pages.context import Context
from generator.pages.exports.publish import feed_paths, publish
from generator.pages.views.followed import _may_hold, statements_naming
from tests.pages_sample import AGREED, BERTH, CONFIG, COST, brief, tree

ADDRESS = "https://owner.github.io/repo/"


def _feeds(made: SiteContent) -> dict[str, bytes]:
    site = render(made, CONFIG)
    return {a.path: a.data for a in publish(site, CONFIG, ADDRESS) if a.path.startswith("feeds/")}


def test_names_and_statements_of_several_sources_have_a_feed() -> None:
    assert f"feeds/{COST.id}.xml" in _feeds(brief())
    assert f"feeds/{AGREED.id}.xml" in _feeds(brief())
    assert f"feeds/{BERTH.id}.xml" not in _feeds(brief())


def test_a_statement_leads_to_its_feed_among_its_passages() -> None:
    page = tree(render(brief(), CONFIG), "topics/rail.md")
    assert f"../../feeds/{COST.id}.xml" in page.xpath("//details//a[@class='follow']/@href")


def test_a_statement_is_followed_by_the_sources_that_carry_it_the_newest_first() -> None:
    read = feedparser.parse(_feeds(brief())[f"feeds/{COST.id}.xml"])
    assert not read.bozo
    assert [entry.title for entry in read.entries] == ["Courier", "The Gazette"]
    assert [entry.updated[:10] for entry in read.entries] == ["2021-03-06", "2021-03-05"]
    assert {entry.link for entry in read.entries} == {f"{ADDRESS}topics/rail/#{COST.id}"}
    assert len({entry.id for entry in read.entries}) == 2


def test_a_name_is_followed_by_the_statements_that_hold_it_and_the_page_of_names_leads_there() -> None:
    names = brief().facts.names
    minister = replace(names[0], name="minister", aliases=())
    made = replace(brief(), facts=replace(brief().facts, names=(minister, names[1])))
    feeds = _feeds(made)
    assert [path for path in feeds if "name-" in path] == ["feeds/name-n-minister.xml"]
    read = feedparser.parse(feeds["feeds/name-n-minister.xml"])
    assert [entry.link for entry in read.entries] == [f"{ADDRESS}topics/rail/#{COST.id}"]
    assert tree(render(made, CONFIG), "names.md").xpath("//a[@class='follow']/@href") == [
        "../feeds/name-n-minister.xml"
    ]


@pytest.mark.parametrize("day", ["published", "added"])
def test_without_any_day_nothing_is_followed(day: str) -> None:
    def bare(analysis: Analysis) -> Analysis:
        meta = replace(analysis.article.metadata, added=None, published=None if day == "published" else "2021")
        return replace(analysis, article=replace(analysis.article, metadata=meta))

    old = brief()
    facts = tuple(replace(fact, first_added=None) for fact in old.facts.facts)
    none = tuple(replace(b, facts=(), bottom_line=()) for b in old.briefings)
    made = replace(old, analyses=tuple(map(bare, old.analyses)), facts=replace(old.facts, facts=facts), briefings=none)
    assert _feeds(made) == {}
    assert tree(render(made, CONFIG), "names.md").xpath("//a[@class='follow']") == []
    assert feed_paths(render(made, CONFIG), CONFIG) == frozenset()


def test_pages_lead_to_the_feeds_of_the_site_and_its_topics_that_are_published() -> None:
    site = render(brief(), CONFIG)
    made = {a.path for a in publish(site, CONFIG, ADDRESS) if re.fullmatch(r"feed[^/]*\.(xml|json)", a.path)}
    assert feed_paths(site, CONFIG) == made
    assert {"feed.xml", "feed.json", "feed-rail.xml"} <= made


@pytest.mark.parametrize("name", ["minister", "The minister", "“minister", "MINISTER", "mini", "ister", "2035"])
def test_a_name_is_looked_for_where_its_first_word_stands_and_nothing_is_missed(name: str) -> None:
    context = Context(brief(), CONFIG)
    asked = replace(brief().facts.names[0], name=name, abbreviation=None, aliases=())
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    held = [f for f in context.facts.values() if any(q.shown and whole.search(q.text) for q in f.quotes)]
    assert list(statements_naming(asked, context)) == held
    assert not list(_may_hold({"Zeppelin"}, context)), "no statement is looked at for a word that it has not"
