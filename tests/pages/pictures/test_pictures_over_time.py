"""What stands at which days: dates that are no day are drawn as what they are, and nothing is left out in silence."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from generator.pages.pictures.intervals import Days, bins, days_of
from generator.pages.pictures.layout import LIGHT, WIDTH
from generator.pages.pictures.over_time import Strips
from generator.pages.pictures.over_time import strips as from_dates
from tests.pictures_drawn import SVG, bars, drawn, texts
from tests.pictures_sample import PLAIN, columns, on, strips


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


def test_a_short_bar_can_be_seen_at_the_ends_of_a_scale() -> None:
    ends = (Days(date(1900, 1, 1), date(1900, 1, 31), False), Days(date(2020, 12, 1), date(2020, 12, 31), False))
    root = drawn(Strips(("a",), bins([ends])))
    (left, right, lane), (later, end, _) = bars(root)[:2]
    assert 8 <= right - left < 9 and 8 <= end - later < 9 and 0 <= left < right < later < end <= WIDTH
    assert {"1900", "2020"} <= set(texts(root)) and lane == bars(root)[1][2]


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
