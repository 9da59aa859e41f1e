"""What happened last on a topic: the last day that a source dates, in words that stand alone."""

from __future__ import annotations

from generator.briefing.newest import newest
from generator.model import Event, Fact, Quote


def _fact(id: str, text: str, *sources: str) -> Fact:
    quotes = tuple(Quote(f"{id}-{s}", s, text, 1, 0, 0, len(text)) for s in sources or ("a",))
    return Fact(id, text, ("port",), "event", None, quotes, (), 1.0)


def _event(fact: str, date: str | None, planned: bool = False) -> Event:
    return Event(date, "", None, (fact,), (), ("port",), planned)


LEAD = _fact("lead", "The harbour board closed the old ferry port on Monday after a storm.")
STRIKE = _fact("strike", "Dock workers in Varn began a strike for higher wages on Friday.", "a", "b")
TALKS = _fact("talks", "The mayor of Varn met the union in the town hall on Friday.")
HE = _fact("he", "He said that the strike would not end before the next week.")
AGAIN = _fact("again", "On Monday the harbour board closed the old ferry port after a storm.")


def _found(*events: Event, leads: tuple[str, ...] = ("lead",)) -> tuple[str, str]:
    return newest((LEAD, STRIKE, TALKS, HE, AGAIN), events, leads)


def test_the_last_day_counts_and_of_one_day_what_most_sources_tell() -> None:
    told = _event("lead", "2021-03-01"), _event("talks", "2021-03-05"), _event("strike", "2021-03-05")
    assert _found(*told) == ("strike", "2021-03-05")


def test_what_lies_ahead_or_has_no_sure_day_happened_not_last() -> None:
    told = _event("lead", "2021-03-01"), _event("talks", "2021-03-05")
    ahead = _event("strike", "2021-03-08", planned=True), _event("strike", "2021-03"), _event("strike", None)
    unsure = _event("strike", "2021-03-09?"), _event("strike", "2021-03-09/2021-03-12")
    assert _found(*told, *ahead, *unsure) == ("talks", "2021-03-05")


def test_nothing_is_newest_where_the_bottom_line_tells_it_or_all_is_of_one_day() -> None:
    assert _found(_event("lead", "2021-03-05"), _event("strike", "2021-03-05")) == ("", "")
    assert _found(_event("lead", "2021-03-05"), _event("talks", "2021-03-01")) == ("", "")
    assert _found() == ("", "")


def test_what_does_not_stand_alone_or_repeats_the_bottom_line_is_passed_over() -> None:
    told = _event("lead", "2021-03-01"), _event("talks", "2021-03-02")
    assert _found(*told, _event("he", "2021-03-05"), _event("again", "2021-03-06")) == ("talks", "2021-03-02")
