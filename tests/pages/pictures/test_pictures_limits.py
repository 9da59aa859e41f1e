"""However much there is to show, a chart stays small, and says also in its text alternative what it left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from generator.config import Topic
from generator.model import Coverage, Facts, SiteContent, Topics
from generator.pages import render
from generator.pages.context import Context
from generator.pages.pictures import gallery
from generator.pages.pictures.bars import bars
from generator.pages.pictures.charts import draw
from generator.pages.pictures.layout import Chart
from generator.pages.pictures.over_time import strips
from generator.text.room import Room
from tests import pages_sample
from tests.pictures_drawn import drawn, texts
from tests.pictures_sample import HOSTILE

TITLES = [f"{HOSTILE[i % len(HOSTILE)]} & topic {i}" for i in range(60)]
SOURCES = [f"s{i}" for i in range(400)]
SPREADS = {
    "month": {s: f"2021-10-{1 + i % 31:02}" for i, s in enumerate(SOURCES)},
    "days": {s: date.fromordinal(737_000 + i).isoformat() for i, s in enumerate(SOURCES)},
    "years": {s: f"{1000 + 20 * i}" for i, s in enumerate(SOURCES)},
    "spans": {s: f"{1 + 10 * i:04}-03-07/{9999 - 10 * i}-05" for i, s in enumerate(SOURCES)},
}
BIG: dict[str, Chart | None] = {
    **{f"strips-{name}": strips([(t, SOURCES) for t in TITLES], days) for name, days in SPREADS.items()},
    "bars": bars([(t, Counter({f"{HOSTILE[0]} & {i}": i for i in range(1, 200)})) for t in TITLES]),
}


@pytest.mark.parametrize("name", BIG)
def test_a_chart_stays_small_whatever_it_is_given(name: str) -> None:
    chart = BIG[name]
    assert chart and chart.height < 1300
    for data in draw(chart).values():
        assert 1_000 < len(data) < 40_000


def test_what_has_no_room_is_counted_below_the_chart() -> None:
    over_time, publishers = BIG["strips-days"], BIG["bars"]
    assert over_time and {"and 48 more topics", "column: the sources of one month"} <= set(texts(drawn(over_time)))
    assert publishers and "and 52 more topics" in texts(drawn(publishers))
    assert texts(drawn(publishers)).count("and 193 more publishers") == 8


def test_topics_with_most_sources_are_kept_in_their_order() -> None:
    groups = [(f"t{i}", SOURCES[: 20 + i % 7]) for i in range(20)]
    made = strips(groups, SPREADS["days"])
    by_publisher = bars([(title, Counter(sources)) for title, sources in groups])
    assert made and made.names == tuple(f"t{i}" for i in range(20) if i % 7 > 2 or i in (2,))[:12]
    assert by_publisher and [g.title for g in by_publisher.groups] == [f"t{i}" for i in range(20) if i % 7 > 3][:8]


def many() -> Context:
    """The sample's topic with 200 sources that carry 40 statements, beside 59 more topics; 2 sources have no year."""
    first = pages_sample.ANALYSES["gazette"]
    days = ["2020", None, "XXXX-10-07", *(f"20{i % 20:02}-0{1 + i % 9}-1{i % 10}" for i in range(197))]
    analyses = tuple(
        replace(first, article=replace(first.article, id=s, metadata=replace(first.article.metadata, published=day)))
        for s, day in zip(SOURCES, days, strict=False)
    )
    quotes = [replace(pages_sample.quote("gazette", 0), source=a.article.id) for a in analyses]
    facts = tuple(replace(pages_sample.AGREED, id=f"f{i}", text=f"Fact {i}.", quotes=tuple(quotes)) for i in range(40))
    config = replace(
        pages_sample.CONFIG, topics=tuple(Topic(i, i, "All.", ("x",)) for i in ["rail", *(f"t{n}" for n in range(59))])
    )
    covered = {t.id: tuple(Coverage(t.id, a.article.id, "main", (0,), ()) for a in analyses) for t in config.topics}
    briefings = tuple(
        replace(pages_sample.briefing("quiet", facts if t == "rail" else (), every), topic=t, summaries=())
        for t, every in covered.items()
    )
    topics = Topics(tuple(c for every in covered.values() for c in every))
    return Context(SiteContent("en", analyses, topics, Facts(facts), briefings), config)


def test_text_alternatives_and_the_table_say_that_they_hold_a_part() -> None:
    context = many()
    shown = gallery(context)
    assert shown["coverage-over-time"].text == (
        "Sources on 12 of 60 topics over time, counted by year, 2 without a year, not shown; "
        "the table of sources says the same."
    )
    assert "2 without a year, not shown" in texts(drawn(shown["coverage-over-time"].chart))
    site = render(context.brief, context.config, Room(page=10**8))
    page = next(p.text for p in site.pages if p.path == "topics/rail.md")
    assert "– not found. 6 of 40 statements and 12 of 200 sources shown\n\n    | Statement" in page


def test_a_whole_chart_speaks_of_no_part() -> None:
    context = Context(pages_sample.brief(), pages_sample.CONFIG)
    page = next(p.text for p in render(context.brief, context.config).pages if p.path == "topics/rail.md")
    assert "– not found.\n\n    | Statement" in page
