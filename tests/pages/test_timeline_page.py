"""The timeline: one entry a day, no year repeated, plans marked, and no "this year" without its article."""

from __future__ import annotations

from dataclasses import replace

from lxml import html

from generator.model import Anchor, Event, Quote
from generator.pages import render
from generator.pages.wording import words_of
from tests.pages_sample import CONFIG, brief, quote, tree, words

FIRST, SECOND = quote("gazette", 1), quote("courier", 2)


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
