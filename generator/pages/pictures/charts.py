"""The charts, each drawn from what it shows: dots, diamonds and dashes, bars, days on a scale, tinted cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import singledispatch

from matplotlib.axes import Axes
from matplotlib.colors import to_rgba
from matplotlib.dates import AutoDateLocator, date2num, num2date

from ..words import date as in_words
from . import bars, matrix, over_time, together
from .layout import LIGHT, SMALL, WIDTH, Chart
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
def _matrix(chart: matrix.Matrix, sheet: Sheet) -> None:
    """Each row is a line of words with its marks below."""
    step = min(46.0, (WIDTH - 28) / len(chart.sources))
    columns = [14 + step * (i + 0.5) for i in range(len(chart.sources))]
    for x, letter in zip(columns, matrix.letters(len(columns)), strict=True):
        sheet.label(x, matrix.HEAD - 6, letter, LIGHT.ink, align="center", bold=True)
    tops = [matrix.HEAD + matrix.ROW * row for row in range(len(chart.facts))]
    sheet.page.hlines(tops, 0, WIDTH, LIGHT.line, linewidth=1)
    for number, (fact, top) in enumerate(zip(chart.facts, tops, strict=True), 1):
        sheet.label(0, top + 14, fit(f"{number} {fact.text}", WIDTH), LIGHT.ink)
    places: dict[str, list[tuple[float, float]]] = {"yes": [(6, 9)], "differs": [(90, 9)], "": [(244, 9)]}
    for cells, top in zip(chart.cells, tops, strict=True):
        for x, cell in zip(columns, cells, strict=True):
            places[cell].append((x, top + 26))
    _dots(sheet.page, places["yes"])
    _mark(sheet.page, places["differs"], "D", 7.8, LIGHT.other)
    sheet.page.plot(*_apart(places[""]), "_", ms=8, mew=1.5, mec=LIGHT.faint, mfc="none")
    for x, words in ((16, "reports it"), (101, "reports it differently"), (253, "says nothing")):
        sheet.label(x, 13, words, LIGHT.muted)


@_draw.register
def _timeline(chart: over_time.Timeline, sheet: Sheet) -> None:
    """Each event a dot on one scale, and a line of words in order below; what lay ahead is drawn open."""
    days = [moment.day for moment in chart.moments]
    scale = _Scale(sheet, days)
    sheet.page.hlines(20, _EDGE, WIDTH - _EDGE, LIGHT.line, linewidth=1.5)
    scale.name(37, 15)
    _moments(scale.plot, [(scale.x(m.day), 20, m.planned) for m in chart.moments])
    lines = [over_time.SCALE + over_time.ROW * i + 10 for i in range(len(days))]
    _moments(sheet.page, [(6, y - 4, m.planned) for m, y in zip(chart.moments, lines, strict=True)])
    for moment, y in zip(chart.moments, lines, strict=True):
        sheet.label(18, y, fit(moment.date, 118, bold=True), LIGHT.ink, bold=True)
        sheet.label(140, y, fit(moment.words, WIDTH - 140), LIGHT.muted)
    if chart.any_planned:
        _moments(sheet.page, [(6, chart.height - 9, True)])
        sheet.label(18, chart.height - 5, "lay ahead when it was reported", LIGHT.muted)


@_draw.register
def _strips(chart: over_time.Strips, sheet: Sheet) -> None:
    """Small multiples on one scale; the area of a dot grows with the count."""
    scale = _Scale(sheet, [day for strip in chart.strips for day, _ in strip.marks])
    foot = over_time.STRIP * len(chart.strips)
    scale.name(foot + 15, 20)
    for row, strip in enumerate(chart.strips):
        top = over_time.STRIP * row
        total = sum(number for _, number in strip.marks)
        sheet.label(0, top + 14, fit(strip.name, WIDTH - 40, bold=True), LIGHT.ink, bold=True)
        sheet.label(WIDTH, top + 14, str(total), LIGHT.muted, align="right")
        sheet.page.hlines(top + 29, _EDGE, WIDTH - _EDGE, LIGHT.line, linewidth=1)
        scale.plot.scatter(
            [scale.x(day) for day, _ in strip.marks],
            [top + 29] * len(strip.marks),
            [min(18.0, 7 * number**0.5) ** 2 for _, number in strip.marks],
            LIGHT.fill,
            linewidths=0,
        )


@_draw.register
def _bars(chart: bars.Bars, sheet: Sheet) -> None:
    """A small chart for each group, all on one scale, bars by length."""
    most = max(number for _, rows in chart.groups for _, number in rows)
    plot = sheet.plot(_PUBLISHERS, WIDTH - _NUMBERS, (0, most))
    y = 14
    for title, rows in chart.groups:
        sheet.label(0, y, fit(title, WIDTH, bold=True), LIGHT.ink, bold=True)
        y += bars.HEAD
        for who, number in rows:
            sheet.label(_PUBLISHERS - 8, y, fit(who, _PUBLISHERS - 10), LIGHT.muted, align="right")
            plot.barh(y - 4, number, 10, color=LIGHT.fill)
            end = _PUBLISHERS + number / most * (WIDTH - _NUMBERS - _PUBLISHERS)
            sheet.label(end + 6, y, f"{number:,}", LIGHT.ink)
            y += bars.ROW
        y += bars.GAP


@_draw.register
def _together(chart: together.Together, sheet: Sheet) -> None:
    """A name a row, with numbers for columns; the number in a cell says what its tint only hints at."""
    most = max(chart.shared.values())
    for row, name in enumerate(chart.names):
        y = together.HEAD + together.ROW * row
        sheet.label(0, y + 14, f"{row + 1}", LIGHT.muted)
        sheet.label(18, y + 14, fit(name.name, _NAMES - 26), LIGHT.ink)
        if row:
            sheet.label(_NAMES + _CELL * (row - 0.5), 13, str(row), LIGHT.muted, align="center")
    cells = [(i, j) for j in range(len(chart.names)) for i in range(j)]
    xs = [_NAMES + _CELL * (i + 0.5) for i, _ in cells]
    ys = [together.HEAD + together.ROW * j + 10 for _, j in cells]
    tints = [0.12 + 0.35 * chart.shared[cell] / most if cell in chart.shared else 0.04 for cell in cells]
    sheet.page.scatter(xs, ys, 17**2, [to_rgba(LIGHT.fill, tint) for tint in tints], marker="s", linewidths=0)
    for cell, x, y in zip(cells, xs, ys, strict=True):
        if number := chart.shared.get(cell):
            sheet.label(x, y + 4, str(number), LIGHT.ink, align="center", size=SMALL if number < 100 else SMALL - 2)


class _Scale:
    """Days onto the width of a sheet, with ticks that its labels have room for."""

    def __init__(self, sheet: Sheet, days: Sequence[date]) -> None:
        self.first, self.last = min(days), max(days)
        self.sheet = sheet
        ends = (self.x(self.first), self.x(self.last))
        self.plot = sheet.plot(_EDGE, WIDTH - _EDGE, ends if ends[0] < ends[1] else (ends[0] - 1, ends[0] + 1))

    def x(self, day: date) -> float:
        """In the units of `plot`."""
        return float(date2num(day))

    def name(self, y: float, up: float) -> None:
        """Labels on the base line `y`, each with a tick that ends `up` above it."""
        taken = -1.0
        for day, words in _named(self.first, self.last):
            x = _EDGE + (self.x(day) - self.plot.get_xlim()[0]) / _span(self.plot) * (WIDTH - 2 * _EDGE)
            half = length(words) / 2
            middle = min(max(x, half), WIDTH - half)
            if middle - half > taken:
                self.sheet.page.vlines(x, y - up, y - up + 6, LIGHT.faint, linewidth=1)
                self.sheet.label(middle, y, words, LIGHT.muted, align="center")
                taken = middle + half + 8


def _span(plot: Axes) -> float:
    low, high = plot.get_xlim()
    return high - low


def _named(first: date, last: date) -> list[tuple[date, str]]:
    """Round days between two others, or these two where there is none, in words as short as they may be."""
    start, end = (datetime(day.year, day.month, day.day) for day in (first, last))
    found = AutoDateLocator(minticks=2, maxticks=4).tick_values(start, end)
    ticks = [num2date(number).replace(tzinfo=None) for number in found]
    days = sorted({t.date() for t in ticks if start <= t <= end and t == datetime(t.year, t.month, t.day)})
    if len(days) < 2:
        days = sorted({first, last})
    kept = 10 if any(day.day > 1 for day in days) else 7 if any(day.month > 1 for day in days) else 4
    return [(day, in_words(day.isoformat()[:kept])) for day in days]


def _moments(axes: Axes, marks: Iterable[tuple[float, float, bool]]) -> None:
    """Dots for what was, rings for what lay ahead."""
    marks = list(marks)
    _dots(axes, [(x, y) for x, y, planned in marks if not planned])
    _mark(axes, [(x, y) for x, y, planned in marks if planned], "o", 9, LIGHT.fill)


def _dots(axes: Axes, places: Sequence[tuple[float, float]]) -> None:
    axes.plot(*_apart(places), "o", ms=10, mew=0, mfc=LIGHT.fill)


def _mark(axes: Axes, places: Sequence[tuple[float, float]], marker: str, size: float, edge: str) -> None:
    """An open mark, told from a dot by its shape."""
    axes.plot(*_apart(places), marker, ms=size, mew=2, mec=edge, mfc=LIGHT.paper)


def _apart(places: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [x for x, _ in places], [y for _, y in places]
