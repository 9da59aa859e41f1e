"""Where pages and feeds print dates: in words, wherever they come from, and never closer than they are known."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.model import Anchor, Site, SiteContent
from generator.pages import render
from generator.pages.exports.publish import publish
from tests import pages_sample as sample
from tests.pages_sample import tree, words


def published(*dates: str | None) -> SiteContent:
    """The sample, its sources published on these days and added on none that is known."""
    brief = sample.brief()
    analyses = tuple(
        replace(a, article=replace(a.article, metadata=replace(a.article.metadata, published=date, added=None)))
        for a, date in zip(brief.analyses, dates, strict=True)
    )
    return replace(brief, analyses=analyses)


@pytest.fixture(scope="module")
def site() -> Site:
    return render(published("202X", "2020-10?", "2020-21"), sample.CONFIG)


def test_no_page_shows_a_date_as_machines_write_it(site: Site) -> None:
    for path, of in (("sources/index.md", "//li"), ("topics/rail.md", "//*[@id='sources']/following-sibling::ol[1]")):
        said = " ".join(words(e) for e in tree(site, path).xpath(of))
        assert "the 2020s" in said and "perhaps October 2020" in said and "spring 2020" in said
    for page in site.pages:
        text = words(tree(site, page.path))
        assert not [raw for raw in ("202X", "2020-10?", "2020-21") if raw in text], page.path


def test_a_decade_is_a_year_as_far_as_it_is_known(site: Site) -> None:
    headings = tree(site, "tags.md").xpath("//*[@id='years']/following-sibling::h3")
    assert [(words(h), h.get("id")) for h in headings] == [("2020", "year-2020"), ("The 2020s", "year-the-2020s")]
    brief = sample.brief()
    dates = ("2021-03-04", "202X", "XXXX-10-07", "2019~", None)
    events = tuple(replace(sample.THURSDAY, date=date) for date in dates)
    made = render(replace(brief, facts=replace(brief.facts, timeline=events)), sample.CONFIG)
    assert [words(h) for h in tree(made, "timeline.md").xpath("//h2")] == [
        "2019",
        "The 2020s",
        "2021",
        "Without a year",
        "Sources cited",
    ]


@pytest.mark.parametrize(
    ("anchor", "said"),
    [
        (Anchor("published", "2021-03-05"), "“on Thursday” (article of 5 March 2021)"),
        (Anchor("published", "2021-03"), "“on Thursday” (article of March 2021)"),
        (
            Anchor("interval", "2021-03-05", "a day after", base=Anchor("published", "2021")),
            "“on Thursday”, counted from 5 March 2021, a day after it: its publication in 2021",
        ),
        (Anchor("clause", "XXXX-03-05"), "“on Thursday”, counted from the same clause: 5 March, year not given"),
        (
            Anchor("source", words="May 6", source="What the 2020-21 plan published"),
            "“on Thursday”, counted from “May 6” in What the 2020-21 plan published",
        ),
    ],
)
def test_what_a_date_was_counted_from_is_told_in_words_and_no_title_is_touched(anchor: Anchor, said: str) -> None:
    brief = sample.brief()
    event = replace(sample.THURSDAY, anchor=anchor)
    made = render(replace(brief, facts=replace(brief.facts, timeline=(event,))), sample.CONFIG)
    assert said in words(tree(made, "timeline.md"))


def test_a_feed_tells_no_day_that_no_source_gives() -> None:
    brief = published("XXXX-10-07", "2020-10-XX", "2021-03-04/2021-03-05")
    facts = tuple(replace(f, first_added=None) for f in brief.facts.facts)
    briefings = tuple(
        replace(b, facts=tuple(replace(f, first_added=None) for f in b.facts), bottom_line=()) for b in brief.briefings
    )
    made = render(replace(brief, facts=replace(brief.facts, facts=facts), briefings=briefings), sample.CONFIG)
    feed = json.loads(next(asset.data for asset in publish(made, sample.CONFIG) if asset.path == "feed.json"))
    days = {item["date_published"] for item in feed["items"]}
    assert days == {"2021-03-04T00:00:00Z"}
