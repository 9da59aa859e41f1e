"""The timeline: one entry a day, no year repeated, plans marked, and no "this year" without its article."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from generator.model import Anchor, Event, Quote
from generator.pages import render
from generator.pages.timeline_parts import parts
from generator.pages.wording import words_of
from generator.text.room import Room
from tests.pages_sample import CONFIG, brief, quote, tree, words

FIRST, SECOND = quote("gazette", 1), quote("courier", 2)

MOST = 300
_ROOM = Room(page=177_500)  # about so many of the events below


def _event(date: str | None, said: str, *quotes: Quote, anchor: Anchor | None = None, planned: bool = False) -> Event:
    return Event(date, said, anchor, (), quotes, ("rail",), planned)


def _page(*events: Event) -> html.HtmlElement:
    return tree(render(replace(brief(), facts=replace(brief().facts, timeline=events)), CONFIG), "timeline.md")


def _entries(*events: Event) -> list[str]:
    return [words(li) for li in _page(*events).xpath("//ul/li")]


def test_a_day_is_one_entry_and_the_year_stands_above_it() -> None:
    told = _entries(_event("2021-03-04", "on Thursday", FIRST), _event("2021-03-04", "March 4", SECOND))
    assert len(told) == 1
    assert told[0].startswith("4 March “")
    assert FIRST.text in told[0]
    assert "A new berth" in told[0]
    assert "2021" not in told[0].replace("(article of 4 March 2021)", "")


def test_what_lay_ahead_says_so_and_comes_last_on_its_day() -> None:
    told = _entries(_event("2021-03-04", "", FIRST, planned=True), _event("2021-03-04", "", SECOND))
    assert told[0].index("A new berth") < told[0].index("planned")


def test_words_that_lean_on_the_day_of_an_article_say_of_which() -> None:
    anchor = Anchor("published", "2021-03-04")
    assert "“this year” (article of 4 March 2021)" in _entries(_event("2021", "this year", FIRST, anchor=anchor))[0]
    assert "“in due course” (article of 4 March 2021)" in _entries(_event(None, "in due course", FIRST))[0]


def test_words_that_are_the_date_itself_are_not_said_again() -> None:
    assert "“" not in _entries(_event("1986", "in 1986", SECOND))[0].replace("“A new berth", "")


def test_a_crowded_day_shows_three_things_and_folds_the_rest() -> None:
    events = [_event("2021-03-04", f"on day {n}", FIRST) for n in range(6)]
    page = _page(*events)
    assert [words(s) for s in page.xpath("//summary")] == ["Show 3 more"]


def test_an_event_of_several_sources_is_told_once_with_their_numbers() -> None:
    event = _event("2021-03-04", "", replace(SECOND, shown=False), FIRST)
    page = _page(event)
    assert [words(a) for a in page.xpath("//li//a[contains(@class, 'cite')]")] == ["[1]", "[2]"]
    assert words(page).count("The two cities agreed") == 1


def test_a_date_beside_its_year_is_told_without_it() -> None:
    say = words_of("en").day
    assert [say(date, "none") for date in ("2021-03-04", "2021-03", "2021-03-04~", "2021", None)] == [
        "4 March", "March", "about 4 March", "2021", "none",
    ]  # fmt: skip
    assert say("2021-03-04/2021-03-06", "none") == "4–6 March 2021"


def _many(number: int) -> tuple[Event, ...]:
    """Events over three years, the last of which is crowded, and some without a date."""
    days = [f"2021-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 29)]
    dates = ["2019-05-04", "2020", None, *(days[n % len(days)] for n in range(number - 3))]
    return tuple(_event(date, f"on day {n}", FIRST) for n, date in enumerate(sorted(dates, key=str)))


def _pages(*events: Event) -> dict[str, html.HtmlElement]:
    site = render(replace(brief(), facts=replace(brief().facts, timeline=events)), CONFIG, _ROOM)
    return {page.path: tree(site, page.path) for page in site.pages if page.path.startswith("timeline")}


def test_a_timeline_that_fits_is_one_page() -> None:
    assert list(_pages(*_many(MOST))) == ["timeline.md"]


def test_a_long_timeline_has_a_page_a_year_and_a_full_year_one_a_month() -> None:
    pages = _pages(*_many(MOST + 30))
    months = [f"timeline/2021-{month:02}.md" for month in range(1, 13)]
    assert list(pages) == ["timeline.md", "timeline/2019.md", "timeline/2020.md", *months, "timeline/none.md"]
    links = pages["timeline.md"].xpath("//li//a/@href")
    assert links == list(pages)[1:], "the first page leads to all others"
    years = pages["timeline.md"].xpath("//li")
    assert [li.xpath("descendant-or-self::*/@id") for li in years] == [["y-2019"], ["y-2020"], ["y-2021"], ["y-none"]]
    assert words(years[0]) == "2019 (1)", "a year that one page holds is named once"
    assert words(years[2]).startswith("2021 · January 2021 (28) · February 2021 (28) · ")
    assert not pages["timeline.md"].xpath("//h2"), "no heading over a single link"
    assert pages["timeline/2021-03.md"].xpath("//h1")[0].text_content().startswith("Timeline: March 2021")


def test_no_event_of_a_long_timeline_is_lost_and_no_page_holds_too_many() -> None:
    events = _many(MOST + 30) + tuple(_event(None, f"in due course {n}", FIRST) for n in range(2 * MOST))
    split = parts(events, words_of("en"), _ROOM, lambda source: 500)
    assert sorted(e.words for part in split for e in part.values) == sorted(e.words for e in events)
    assert max(len(part.values) for part in split) <= MOST + 20, "about as many as fit"
    assert len({part.name for part in split}) == len(split)
    assert {p for p in _pages(*events) if "none" in p} == {
        "timeline/none.md", "timeline/none-part-2.md", "timeline/none-part-3.md",
    }  # fmt: skip
