"""The charts, each drawn from what it shows: bars, and dots or columns on a scale of days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from functools import singledispatch
from itertools import chain

from matplotlib.dates import MONTHLY, AutoDateLocator, num2date

from ..wording import count
from ..wording import format_date as in_words
from . import bars, over_time
from .intervals import Days
from .layout import LIGHT, NOTE, WIDTH, Chart
from .sheet import Sheet, fit, length, steady

_EDGE = 12
_PUBLISHERS, _NUMBERS = 170, 30


def draw(chart: Chart) -> dict[str, bytes]:
    """The chart as an SVG file in each scheme, by the scheme's name."""
    with steady():
        sheet = Sheet(chart.height)
        _draw(chart, sheet)
        return sheet.files()


@singledispatch
def _draw(chart: Chart, sheet: Sheet) -> None:
    raise TypeError(f"expected a chart, got {type(chart).__name__}")


def _note(sheet: Sheet, words: str, y: float, x: float = 0) -> float:
    """A line below a chart, and where the next one begins."""
    sheet.label(x, y + 8, fit(words, WIDTH - x), LIGHT.muted)
    return y + NOTE


def _bar(sheet: Sheet, left: float, right: float, y: float, fill: str) -> None:
    """A thin bar from `left` to `right`, wide enough to be seen, with paper around it."""
    middle = min(max((left + right) / 2, 4), WIDTH - 4)
    ends = [max(0, min(left + 0.75, middle - 4)), min(WIDTH, max(right - 0.75, middle + 4))]
    for color, wide, more in ((LIGHT.paper, 6, 1), (fill, 4, 0)):
        sheet.page.plot([ends[0] - more, ends[1] + more], [y, y], color=color, lw=wide, solid_capstyle="butt")


@_draw.register
def _strips(chart: over_time.Strips, sheet: Sheet) -> None:
    """Small multiples on one scale: dots on days, or columns on months and more, bars where no single one is known."""
    every = list(chain.from_iterable(chart.bins.rows))
    scale = _Scale(sheet, [days for days, _ in every])
    most = max(number for _, number in every)
    y: float = over_time.STRIP * len(chart.names)
    for row, (name, marks) in enumerate(zip(chart.names, chart.bins.rows, strict=True)):
        top = over_time.STRIP * row
        sheet.label(0, top + 14, fit(name, WIDTH - 40, bold=True), LIGHT.ink, bold=True)
        sheet.label(WIDTH, top + 14, f"{sum(number for _, number in marks):,}", LIGHT.muted, align="right")
        _marks_on(scale, marks, top, most, chart.bins.many)
    scale.name(y + 15, 20)
    y += over_time.FOOT
    for words in (*chart.keys, *chart.notes):
        y = _note(sheet, words, y)


def _marks_on(scale: _Scale, marks: Sequence[tuple[Days, int]], top: float, most: int, many: bool) -> None:
    """A row's line, with dots or, where there are many dates, columns; bars for what is not known so closely."""
    base = top + (34 if many else 29)
    scale.sheet.page.hlines(base, _EDGE, WIDTH - _EDGE, LIGHT.line, linewidth=1)
    _bars_on(scale, [days for days, _ in marks if not days.exact], top + 38)
    known = [(days, number) for days, number in marks if days.exact]
    (_columns_on if many else _dots_on)(scale, known, base, most)


def _bars_on(scale: _Scale, marks: Sequence[Days], y: float) -> None:
    """A bar over the days that each date may mean, short ones over long ones."""
    for days in sorted(marks, key=lambda days: days.first - days.last):
        _bar(scale.sheet, scale.at(days.first), scale.at(days.last), y, LIGHT.fill)


def _dots_on(scale: _Scale, marks: Sequence[tuple[Days, int]], y: float, most: int) -> None:
    """The area of a dot grows with its number; a ring of the paper's colour keeps neighbours apart."""
    unit = min(7.0, 18 / most**0.5)
    scale.sheet.page.scatter(
        [scale.at(days.first) for days, _ in marks],
        [y] * len(marks),
        [max(3.0, unit * number**0.5) ** 2 for _, number in marks],
        LIGHT.fill,
        linewidths=1,
        edgecolors=LIGHT.paper,
        zorder=3,
    )


def _columns_on(scale: _Scale, marks: Sequence[tuple[Days, int]], y: float, most: int) -> None:
    """The height of a column grows with its number; it is as wide as what it counts, but for a gap."""
    lefts = [scale.at(days.first) for days, _ in marks]
    wide = [max(1.5, scale.at(days.last) - left - 0.5) for left, (days, _) in zip(lefts, marks, strict=True)]
    if all(days.first == days.last for days, _ in marks):
        wide = [max(1.5, min(12, scale.day) - 0.5)] * len(marks)
        lefts = [left - wide[0] / 2 for left in lefts]
    tall = [max(1.5, 16 * number / most) for _, number in marks]
    scale.sheet.page.bar(lefts, [-t for t in tall], wide, y, align="edge", color=LIGHT.fill)


@_draw.register
def _bars(chart: bars.Bars, sheet: Sheet) -> None:
    """A small chart for each group, all on one scale, bars by length."""
    most = max(number for group in chart.groups for _, number in group.rows)
    plot = sheet.plot(_PUBLISHERS, WIDTH - _NUMBERS, (0, most))
    y: float = 14
    for group in chart.groups:
        sheet.label(0, y, fit(group.title, WIDTH, bold=True), LIGHT.ink, bold=True)
        y += bars.HEAD
        for who, number in group.rows:
            sheet.label(_PUBLISHERS - 8, y, fit(who, _PUBLISHERS - 10), LIGHT.muted, align="right")
            plot.barh(y - 4, number, 10, color=LIGHT.fill)
            end = _PUBLISHERS + number / most * (WIDTH - _NUMBERS - _PUBLISHERS)
            sheet.label(end + 6, y, f"{number:,}", LIGHT.ink)
            y += bars.ROW
        if group.more:
            sheet.label(_PUBLISHERS, y, f"and {count(group.more, 'more publisher')}", LIGHT.muted)
            y += bars.ROW
        y += bars.GAP
    for words in chart.notes:
        y = _note(sheet, words, y - 8)


class _Scale:
    """Days onto the width of a sheet, with ticks at both ends and where its labels have room between them."""

    def __init__(self, sheet: Sheet, marks: Sequence[Days]) -> None:
        self.sheet = sheet
        self.first, self.last = min(days.first for days in marks), max(days.last for days in marks)
        self._exact = (
            any(days.exact and days.first == days.last == self.first for days in marks),
            any(days.exact and days.first == days.last == self.last for days in marks),
        )

    def at(self, day: date) -> float:
        """Where a day lies, in the units of the page: in the middle where all marks are of one day."""
        days = (self.last - self.first).days
        return _EDGE + ((day - self.first).days / days if days else 0.5) * (WIDTH - 2 * _EDGE)

    @property
    def day(self) -> float:
        """How long a day is."""
        return (WIDTH - 2 * _EDGE) / max(1, (self.last - self.first).days)

    def name(self, y: float, up: float) -> None:
        """Labels on the base line `y`, each with a tick that ends `up` above it."""
        ends = [self._end(day, exact) for day, exact in zip((self.first, self.last), self._exact, strict=True)]
        placed: list[tuple[float, float]] = []
        for day, words in [*ends, *_between(self.first, self.last)]:
            x, half = self.at(day), length(words) / 2 + 2  # a browser sets small type a little wider
            middle = min(max(x, half), WIDTH - half)
            if all(abs(middle - other) > half + wide + 4 for other, wide in placed):
                self.sheet.page.vlines(x, y - up, y - up + 6, LIGHT.faint, linewidth=1)
                self.sheet.label(middle, y, words, LIGHT.muted, align="center")
                placed.append((middle, half))

    def _end(self, day: date, exact: bool) -> tuple[date, str]:
        """An end of the scale, named no closer than a mark there is known."""
        if exact:
            return day, in_words(day.isoformat())
        return day, in_words(day.isoformat()[: 7 if (self.last - self.first).days < 365 * 20 else 4])


def _between(first: date, last: date) -> list[tuple[date, str]]:
    """Round days between two others, in words as short as they may be."""
    start, end = (datetime.combine(day, time.min) for day in (first, last))
    locator = AutoDateLocator(minticks=2, maxticks=4)
    locator.intervald[MONTHLY] = [1, 2, 3, 4, 6, 12]  # else it warns of two years and a half
    found = locator.tick_values(start, end)
    ticks = [num2date(number).replace(tzinfo=None) for number in found]
    days = sorted({tick.date() for tick in ticks if start < tick < end and tick.time() == time.min})
    return [(day, in_words(day.isoformat()[: _closest(days)])) for day in days]


def _closest(days: Sequence[date]) -> int:
    """How much of a day in digits names all of `days`: the year alone, with the month, or all of it."""
    if any(day.day > 1 for day in days):
        return len("2021-03-04")
    return len("2021-03") if any(day.month > 1 for day in days) else len("2021")
