"""Two days of one event differ; the days on which things were said, and the days of two reports, do not."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.facts.conftest import Grouped

ENDED = "The pilots of Altair Air ended their strike {} after talks in Belmont."
NONE = {
    "one day and its evening": (ENDED.format("on Tuesday"), ENDED.format("on Tuesday evening"), {}),
    "the days of two reports": (
        ENDED.format("on Tuesday"),
        ENDED.format("on Thursday"),
        {"a": "2031-05-06", "b": "2031-05-08"},
    ),
    "days too far apart": (
        ENDED.format("on 6 May 2031"),
        ENDED.format("on 27 May 2031"),
        {"a": "2031-05-07", "b": "2031-05-31"},
    ),
    "one day by two words": (
        ENDED.format("on Tuesday"),
        ENDED.format("on 6 May"),
        {"a": "2031-05-07", "b": "2031-05-09"},
    ),
    "the day of saying it": (
        "The pilots of Altair Air ended their strike, the union said on Tuesday.",
        "The pilots of Altair Air ended their strike, the union said on Thursday.",
        {},
    ),
    "the day of saying it, in front": (
        "The union of the pilots on Tuesday said that the strike at Altair Air has ended.",
        "The union of the pilots on Thursday said that the strike at Altair Air has ended.",
        {},
    ),
    "what was expected, and what came": (
        "The pilots of Altair Air are expected to end their strike on Tuesday after talks in Belmont.",
        "The pilots of Altair Air ended their strike on Thursday after talks in Belmont.",
        {},
    ),
    "a paper's day": (
        "The pilots of Altair Air ended their strike, Tuesday's Belmont Herald has it.",
        "The pilots of Altair Air ended their strike, Thursday's Belmont Herald has it.",
        {},
    ),
    "two events": (
        "The pilots of Altair Air ended their strike on Tuesday.",
        "The strike of the pilots began on Thursday with a march through Belmont and a concert in the rain.",
        {},
    ),
}


@pytest.mark.parametrize("case", sorted(NONE))
def test_no_two_days_are_made_of_one_or_of_two_events(case: str, grouped: Grouped) -> None:
    one, other, days = NONE[case]
    found = grouped(("strike",), {"a": one, "b": other}, published=days).differences
    assert [d for d in found if d.kind == "date"] == []


@pytest.mark.parametrize("days", [{}, {"a": "2031-05-09", "b": "2031-05-10"}])
def test_two_days_of_one_event_differ(days: Mapping[str, str], grouped: Grouped) -> None:
    sources = {"a": ENDED.format("on Tuesday"), "b": ENDED.format("on Thursday"), "c": ENDED.format("late Tuesday")}
    (one,) = grouped(("strike",), sources, published=days).differences
    assert [p.value for p in one.positions] == ["Tuesday", "Thursday"]


def test_what_is_ahead_of_a_meeting_tells_no_other_time_than_what_is_to_come(grouped: Grouped) -> None:
    sources = {
        "a": "The ministers will speak of the ferry ahead of the Varn summit in Kell.",
        "b": "The ferry will be discussed at the Varn summit, which is set to take place next month in Kell.",
    }
    assert grouped(("ferry",), sources).differences == ()


def test_meetings_of_one_kind_are_told_apart_by_the_first_word_of_their_names(grouped: Grouped) -> None:
    sources = {
        "a": "The ministers spoke of the ferry a day after the Lakeland Harbour Ministers' meeting in Kell.",
        "b": "The ministers spoke of the ferry during the Northern Harbour Ministers' dialogue in Kell.",
    }
    assert [d for d in grouped(("ferry",), sources).differences if d.kind == "date"] == []
