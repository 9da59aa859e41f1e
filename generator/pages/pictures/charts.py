"""The charts, each drawn from what it shows: dots, diamonds and dashes, bars, days on a scale, tinted cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import singledispatch
from itertools import chain

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.dates import MONTHLY, AutoDateLocator, num2date

from ..wording import count
from ..wording import format_date as in_words
from . import bars, over_time, together
from .intervals import Days
from .layout import LIGHT, NOTE, SMALL, WIDTH, Chart
from .sheet import Sheet, fit, length, steady

_EDGE = 12
_NAMES, _CELL = 150, 19
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


@_draw.register
def _timeline(chart: over_time.Timeline, sheet: Sheet) -> None:
    """Each event a mark on one scale, those of a day one above the other, and its words in order below."""
    scale = _Scale(sheet, [m.days for m in chart.moments])
    base = 10 + over_time.STACK * (chart.stack - 1)
    sheet.page.hlines(base, _EDGE, WIDTH - _EDGE, LIGHT.line, linewidth=1.5)
    scale.name(base + 29, 15)
    stacked: Counter[date] = Counter()
    for m in sorted(chart.moments, key=lambda m: m.days.first - m.days.last):
        up = over_time.STACK * stacked[m.days.first] if m.days.exact else 0
        stacked[m.days.first] += m.days.exact
        lane = base - up if m.days.exact else base + 8  # below the line, where no dot hides what is longer
        _moment(sheet, m, scale.at(m.days.first), scale.at(m.days.last), lane)
    y: float = base + over_time.SCALE - 10
    for m in chart.moments:
        _moment(sheet, m, *((6, 6) if m.days.exact else (0, 12)), y + 6)
        sheet.label(18, y + 10, fit(m.date, WIDTH - 18, bold=True), LIGHT.ink, bold=True)
        sheet.label(18, y + 24, fit(m.words, WIDTH - 18), LIGHT.muted)
        y += over_time.ROW
    for key in chart.keys:
        if key == over_time.PLANNED:
            _moments(sheet.page, [(6, y + 4, True)])
        else:
            _bar(sheet, 0, 12, y + 4, LIGHT.fill)
        y = _note(sheet, key, y, 18)
    for words in chart.notes:
        y = _note(sheet, words, y)


def _moment(sheet: Sheet, moment: over_time.Moment, left: float, right: float, y: float) -> None:
    """A dot or a ring where the day is known, else a bar over the days that it may have been."""
    if moment.days.exact:
        _moments(sheet.page, [(left, y, moment.planned)])
    else:
        _bar(sheet, left, right, y, LIGHT.fill, LIGHT.paper if moment.planned else "")


def _note(sheet: Sheet, words: str, y: float, x: float = 0) -> float:
    """A line below a chart, and where the next one begins."""
    sheet.label(x, y + 8, fit(words, WIDTH - x), LIGHT.muted)
    return y + NOTE


def _bar(sheet: Sheet, left: float, right: float, y: float, fill: str, inside: str = "") -> None:
    """A thin bar from `left` to `right`, wide enough to be seen; with a colour inside, an open one."""
    middle = min(max((left + right) / 2, 4), WIDTH - 4)
    ends = [max(0, min(left + 0.75, middle - 4)), min(WIDTH, max(right - 0.75, middle + 4))]
    strokes = [(LIGHT.paper, 8 if inside else 6, 1), (fill, 6 if inside else 4, 0)]
    for color, wide, more in [*strokes, (inside, 2, -2)] if inside else strokes:
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


@_draw.register
def _together(chart: together.Together, sheet: Sheet) -> None:
    """A name a row, with numbers for columns; the number in a cell says what its tint only hints at."""
    for row, name in enumerate(chart.names):
        y = together.HEAD + together.ROW * row
        sheet.label(0, y + 14, f"{row + 1}", LIGHT.muted)
        sheet.label(18, y + 14, fit(name.name, _NAMES - 26), LIGHT.ink)
        if row:
            sheet.label(_NAMES + _CELL * (row - 0.5), 13, str(row), LIGHT.muted, align="center")
    cells = [(column, row) for row in range(len(chart.names)) for column in range(row)]
    places = [(_NAMES + _CELL * (column + 0.5), together.HEAD + together.ROW * row + 10) for column, row in cells]
    most = max(chart.shared.values())
    tints = [_tint(chart.shared.get(cell, 0), most) for cell in cells]
    sheet.page.scatter(*_apart(places), 17**2, tints, marker="s", linewidths=0)
    for cell, (x, y) in zip(cells, places, strict=True):
        if number := chart.shared.get(cell):
            sheet.label(x, y + 4, str(number), LIGHT.ink, align="center", size=SMALL if number < 100 else SMALL - 2)


def _tint(number: int, most: int) -> tuple[float, float, float, float]:
    """A cell's colour: the fuller, the nearer its number is to the highest."""
    return to_rgba(LIGHT.fill, 0.12 + 0.35 * number / most if number else 0.04)


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


def _moments(axes: Axes, marks: Iterable[tuple[float, float, bool]]) -> None:
    """Dots for what was, rings for what lay ahead; paper around a dot keeps it apart from one that it covers."""
    marks = list(marks)
    dots = [(x, y) for x, y, planned in marks if not planned]
    axes.plot(*_apart(dots), "o", ms=11, mew=1, mec=LIGHT.paper, mfc=LIGHT.fill)
    _mark(axes, [(x, y) for x, y, planned in marks if planned], "o", 9, LIGHT.fill)


def _dots(axes: Axes, places: Sequence[tuple[float, float]]) -> None:
    axes.plot(*_apart(places), "o", ms=10, mew=0, mfc=LIGHT.fill)


def _mark(axes: Axes, places: Sequence[tuple[float, float]], marker: str, size: float, edge: str) -> None:
    """An open mark, told from a dot by its shape."""
    axes.plot(*_apart(places), marker, ms=size, mew=2, mec=edge, mfc=LIGHT.paper)


def _apart(places: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [x for x, _ in places], [y for _, y in places]
