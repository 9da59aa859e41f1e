"""What stands at which days: dates that are no day are drawn as what they are, and nothing is left out in silence."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from generator.model import Event
from generator.pages.pictures.intervals import Days, bins, days_of
from generator.pages.pictures.layout import LIGHT, WIDTH
from generator.pages.pictures.over_time import INEXACT, Moment, Strips, Timeline
from generator.pages.pictures.over_time import strips as from_dates
from generator.pages.pictures.over_time import timeline as from_events
from generator.pages.pictures.sheet import fit
from generator.text.escape import clean
from tests import pages_sample
from tests.pictures_drawn import SVG, bars, drawn, marks, texts
from tests.pictures_sample import HOSTILE, PLAIN, columns, on, strips, timeline, vague


def test_a_strip_has_a_dot_for_each_day_whose_area_is_the_number() -> None:
    chart = strips(PLAIN)
    root = drawn(chart)
    dots = [p for p in root.iter(f"{SVG}path") if p.get("fill") == LIGHT.fill]
    assert len(dots) == sum(map(len, chart.bins.rows))
    spans = [[float(n) for n in re.findall(r"[\d.]+", dot.get("d", ""))] for dot in dots]
    assert [round(max(s[0::2]) - min(s[0::2])) for s in spans] == [7, 14] * len(PLAIN)
    starts = [min(s[0::2]) for s in spans]
    assert starts[0] < starts[2] < starts[4] < starts[1] < starts[3]
    assert [t for t in texts(root) if t in PLAIN] == list(PLAIN) and texts(root).count("5") == len(PLAIN)


def test_a_timeline_has_two_marks_for_each_event_open_where_it_lay_ahead() -> None:
    chart = timeline(PLAIN)
    root = drawn(chart)
    assert [m.planned for m in chart.moments] == [False, False, True, False]
    assert marks(root) == {"dot": 6, "ring": 2 + 1}
    assert "lay ahead when it was reported" in texts(root)
    past = Timeline(tuple(m for m in chart.moments if not m.planned))
    assert marks(drawn(past)) == {"dot": 6} and "lay ahead when it was reported" not in texts(drawn(past))


@pytest.mark.parametrize(
    ("first", "last", "wanted"),
    [
        (date(2020, 1, 1), date(2020, 1, 1), ["1 January 2020"]),
        (date(2020, 10, 7), date(2020, 10, 7), ["7 October 2020"]),
        (date(2020, 10, 7), date(2020, 10, 8), ["7 October 2020", "8 October 2020"]),
        (date(2020, 10, 7), date(2020, 10, 29), ["7 October 2020", "29 October 2020"]),
        (date(2019, 7, 2), date(2020, 11, 15), ["2 July 2019", "15 November 2020", "January 2020"]),
        (date(1990, 7, 2), date(2020, 11, 15), ["2 July 1990", "15 November 2020", "2000", "2010"]),
        (date(1, 1, 1), date(9999, 12, 31), ["1 January 0001", "31 December 9999", "4001"]),
    ],
)
def test_a_scale_names_its_ends_and_round_days_between(first: date, last: date, wanted: list[str]) -> None:
    named = texts(drawn(Strips(("x",), bins([[on(first), on(last)]]))))
    assert named[:2] == ["x", f"{2}"]
    assert named[2:] == wanted


YEAR = (date(2020, 1, 1), date(2020, 12, 31))
OCTOBER = (date(2020, 10, 1), date(2020, 10, 31))


@pytest.mark.parametrize(
    ("edtf", "wanted"),
    [
        (None, None), ("", None), ("XXXX-10-07", None), ("201X", None), ("0000", None), ("..", None), ("²020", None),
        ("2020", YEAR), ("2020-XX", YEAR), ("2020-21", YEAR), ("2020?", YEAR), ("2020-13-01", None),
        ("2020-10", OCTOBER), ("2020-10-XX", OCTOBER), ("2020-10?", OCTOBER), ("2020-10-32", None),
        ("2020-10/..", OCTOBER), ("../2020-10", OCTOBER),
        ("2020-02-XX", (date(2020, 2, 1), date(2020, 2, 29))), ("9999-12", (date(9999, 12, 1), date(9999, 12, 31))),
        ("2020-02-29", date(2020, 2, 29)), ("2020-10-07T09:30:00Z", date(2020, 10, 7)),
        ("2020-10-07/2020-10-07", date(2020, 10, 7)), ("2020-10-07~", (date(2020, 10, 7), date(2020, 10, 7))),
        ("2020-10/2020-12", (date(2020, 10, 1), date(2020, 12, 31))),
        ("2020-12/2020-10", (date(2020, 12, 1), date(2020, 12, 31))),
        ("2020-10-07/2020-10-08", (date(2020, 10, 7), date(2020, 10, 8))),
    ],
)  # fmt: skip
def test_a_date_lies_on_every_day_that_it_may_mean(edtf: str | None, wanted: date | tuple[date, date] | None) -> None:
    assert days_of(edtf) == (on(wanted) if isinstance(wanted, date) else wanted and Days(*wanted, False))


def test_what_is_no_day_is_a_bar_over_what_it_may_be_and_no_dot() -> None:
    root = drawn(vague(PLAIN))
    (year_left, year_right, lane), (month_left, month_right, other), *rows = bars(root)[:4]
    assert lane == other and len(rows) == 2 and len(bars(root)) == 2 + 2 + 1  # on the scale, in the list, in the key
    assert year_left < 14 and abs(month_left - year_right - 1.5) < 1
    assert 9 < (year_right - year_left + 1.5) / (month_right - month_left + 1.5) < 14
    assert marks(root) == {"dot": 2, "ring": 2 + 1} and INEXACT in texts(root)
    assert INEXACT not in texts(drawn(timeline(PLAIN)))


def test_a_short_bar_can_be_seen_at_the_ends_of_a_scale() -> None:
    ends = (Days(date(1900, 1, 1), date(1900, 1, 31), False), Days(date(2020, 12, 1), date(2020, 12, 31), False))
    root = drawn(Timeline(tuple(Moment(days, "", "", False) for days in ends)))
    (left, right, lane), (later, end, _) = bars(root)[:2]
    assert 8 <= right - left < 9 and 8 <= end - later < 9 and 0 <= left < right < later < end <= WIDTH
    assert texts(root)[0:2] == ["1900", "2020"] and lane == bars(root)[1][2]


def test_marks_of_one_day_stand_one_above_the_other() -> None:
    three = Timeline(tuple(Moment(on(date(2020, 1, d)), "", "", False) for d in (1, 7, 7, 7)))
    ys = sorted(float(u.get("y", "")) for u in drawn(three).iter(f"{SVG}use"))[:4]
    assert ys[0] + 14 == ys[1] + 7 == ys[2] == ys[3] and ys[0] >= 5
    assert (
        three.height
        == Timeline((*three.moments[:2], *(Moment(on(date(2020, 1, d)), "", "", False) for d in (8, 9)))).height + 14
    )


def test_a_scale_names_both_its_ends() -> None:
    assert texts(drawn(timeline(PLAIN)))[:2] == ["2 November 2018", "1 January 2019"]
    assert texts(drawn(vague(PLAIN)))[:2] == ["January 2019", "7 February 2020"]


def test_a_timeline_says_what_happened_in_shown_words_alone() -> None:
    shown, hidden = pages_sample.quote("gazette", 1), pages_sample.quote("courier", 1, shown=False)
    told = Event("2021-03-04", "on Thursday", None, (), (hidden, shown))
    silent = Event("2021-03", "this month", None, (), (hidden,))
    made = from_events([told, silent, Event("XXXX-03-04", "4 March", None, (), ()), Event(None, "soon", None, (), ())])
    assert made and [m.words for m in made.moments] == ["this month", shown.text] and made.without == 2
    said = texts(drawn(made))
    assert "2 without a year, not shown" in said and not [s for s in said if hidden.text[:20] in s]
    assert from_events([told, Event(None, "soon", None, (), ())]) is None


def test_a_long_timeline_keeps_what_most_sources_carry() -> None:
    carried = replace(
        pages_sample.THURSDAY, date="2021-12-30", quotes=tuple(map(pages_sample.quote, ("gazette", "courier"), (0, 0)))
    )
    made = from_events(
        [replace(carried, date=f"2021-{m:02}-{d:02}", quotes=()) for m in range(1, 11) for d in (1, 9)] + [carried]
    )
    assert made and len(made.moments) == 16 and made.more == 5 and made.moments[-1].days == on(date(2021, 12, 30))
    assert [m.days for m in made.moments] == sorted(m.days for m in made.moments)
    assert "and 5 more events" in texts(drawn(made))


def test_days_that_no_scale_can_hold_are_counted() -> None:
    published = {"x": "2020-10-07", "y": "2020-10-08", "z": "2020-10-08", "u": None, "v": "XXXX-10"}
    assert from_dates([("a", ["x", "u", "v"])], published) is None
    made = from_dates([("a", ["x", "u"]), ("b", ["y", "z", "u"]), ("c", ["v"])], published)
    assert made and made.names == ("a", "b") and made.without == 2 and made.more == 0
    assert made.bins.rows == (((on(date(2020, 10, 7)), 1),), ((on(date(2020, 10, 8)), 2),))
    assert "2 without a year, not shown" in texts(drawn(made))


def test_many_days_are_counted_in_columns_as_tall_as_their_numbers() -> None:
    chart = columns(PLAIN[:1])
    root = drawn(chart)
    filled = [p.get("d", "") for p in root.iter(f"{SVG}path") if p.get("fill") == LIGHT.fill]
    numbers = [number for days, number in chart.bins.rows[0] if days.exact]
    assert chart.bins.size == "month" and sum(number for _, number in chart.bins.rows[0]) == 92
    ys = [[float(n) for n in re.findall(r"-?[\d.]+", d)][1::2] for d in filled]
    tall = [max(y) - min(y) for y in ys]
    assert len(tall) == len(numbers) and max(numbers) > min(numbers) > 1
    assert all(abs(t - 16 * n / max(numbers)) < 0.05 for t, n in zip(tall, numbers, strict=True))
    assert len(bars(root)) == 1 and {"column: the sources of one month", "bar: not known to the month"} <= set(
        texts(root)
    )


@pytest.mark.parametrize(("step", "size"), [(1, "month"), (40, "year"), (700, "decade"), (7_000, "century")])
def test_bins_are_as_fine_as_there_is_room_for(step: int, size: str) -> None:
    row = [on(date.fromordinal(1 + (700_000 + step * i) % 3_600_000)) for i in range(500)]
    made = bins([row])
    assert made.size == size and sum(number for _, number in made.rows[0]) == 500
    assert all(days.exact for days, _ in made.rows[0])
    ends = [days for days, _ in made.rows[0]]
    assert all(any(days.first <= day.first <= days.last for days in ends) for day in row)


def test_many_days_of_one_month_are_columns_of_a_day() -> None:
    days = [on(date(2020, 10, 1 + i)) for i in range(31)]
    few, many = bins([days]), bins([days] * 12)
    assert (few.size, few.many) == ("day", False) and (many.size, many.many) == ("day", True)
    root = drawn(Strips(PLAIN * 3, many))
    spans = [[float(n) for n in re.findall(r"[\d.]+", p.get("d", ""))][0::2] for p in root.iter(f"{SVG}path")]
    lefts = [(min(xs), max(xs)) for xs in spans if len(xs) == 4][:31]
    assert len(lefts) == 31 and all(a[1] <= b[0] for a, b in pairwise(lefts)) and lefts[0][0] > 0
    assert lefts[-1][1] < WIDTH and "column: the sources of one day" in texts(root)


def test_few_dates_are_left_on_their_days_and_wild_ones_come_to_few_marks() -> None:
    assert bins([[on(date(1, 1, 1)), on(date(9999, 12, 31))]]).size == "day"
    wild = [Days(date(1 + i, 1, 1), date(9999 - i, 12, 31), False) for i in range(4000)]
    made = bins([wild] * 12)
    assert sum(map(len, made.rows)) <= 372 and {number for row in made.rows for _, number in row}


def test_a_moment_of_hostile_words_is_cleaned() -> None:
    chart = Timeline(tuple(Moment(on(date(2020, 1, 1 + i)), HOSTILE[10], HOSTILE[10], False) for i in range(2)))
    assert fit(clean(HOSTILE[10]), WIDTH - 18) in texts(drawn(chart))
