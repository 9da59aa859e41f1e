"""The timeline and the coverage of topics over time, as strips of dots: one strip a topic, one scale for all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Event
from ..words import date
from .draw import SMALL, WIDTH, Scheme, Shape, dot, drawing, fit, label, ring, rule

_LEFT, _RIGHT = 12.0, 12.0
_MOST = 16


@dataclass(frozen=True, slots=True)
class Strip:
    """A named row of dates (days since year 0, about) with how many things fall on each."""

    name: str
    marks: tuple[tuple[float, int], ...]


def position(edtf: str | None) -> float | None:
    """Where a date lies on a scale of days; the middle of a month or year that gives no day. None without a year."""
    parts = (edtf or "")[:10].split("-")
    if not parts[0].isascii() or not parts[0].isdigit() or len(parts[0]) != 4:
        return None
    month = int(parts[1]) if len(parts) > 1 and parts[1].isdigit() else None
    day = int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else None
    return int(parts[0]) * 365.25 + ((month - 1) * 30.44 + (day or 15) if month else 182)


def dated(events: Sequence[Event]) -> list[Event]:
    """The events that a scale can hold, in order."""
    found = [(place, index, e) for index, e in enumerate(events) if (place := position(e.date)) is not None]
    return [e for _, _, e in sorted(found, key=lambda item: item[:2])]


def draw_timeline(events: Sequence[Event], titles: dict[str, str], scheme: Scheme) -> bytes:
    """Each event a dot on one scale, and a line of words in order below; what lay ahead is drawn open."""
    shown = events[:_MOST]
    places = [position(e.date) or 0.0 for e in shown]
    scale = _Scale(min(places), max(places))
    elements: list[Shape] = [rule(_LEFT, 24, WIDTH - _RIGHT, 24, scheme.line, 1.5), *scale.ticks(40, scheme)]
    for event, place in zip(shown, places, strict=True):
        elements.append(_mark(scale.x(place), 24, event.planned, scheme))
    y = 66.0
    for event in shown:
        topics = ", ".join(titles[t] for t in event.topics if t in titles)
        words = f"{event.words} ({topics})" if topics else event.words
        elements.append(_mark(_LEFT - 6, y - 4, event.planned, scheme))
        elements.append(label(_LEFT + 6, y, date(event.date), scheme.ink, bold=True))
        elements.append(label(_LEFT + 128, y, fit(words, WIDTH - 140), scheme.muted))
        y += 19
    return drawing(elements, y)


def _mark(x: float, y: float, planned: bool, scheme: Scheme) -> Shape:
    if not planned:
        return dot(x, y, 5, scheme.fill)
    return ring(x, y, 4.5, scheme.fill, scheme.paper)


def draw_strips(strips: Sequence[Strip], scheme: Scheme) -> bytes:
    """Small multiples on one scale; the area of a dot grows with the count."""
    places = [place for strip in strips for place, _ in strip.marks]
    scale = _Scale(min(places), max(places))
    elements: list[Shape] = []
    y = 14.0
    for strip in strips:
        total = sum(number for _, number in strip.marks)
        elements.append(label(0, y, fit(strip.name, WIDTH - 40), scheme.ink, bold=True))
        elements.append(label(WIDTH, y, str(total), scheme.muted, anchor="end"))
        elements.append(rule(_LEFT, y + 14, WIDTH - _RIGHT, y + 14, scheme.line))
        elements += [
            dot(scale.x(place), y + 14, min(9.0, 3.5 * number**0.5), scheme.fill) for place, number in strip.marks
        ]
        y += 42
    return drawing([*elements, *scale.ticks(y, scheme)], y + 8)


def strip(name: str, dates: Sequence[str | None]) -> Strip:
    """A strip of the dates that a scale can hold."""
    places = Counter(place for d in dates if (place := position(d)) is not None)
    return Strip(name, tuple(sorted(places.items())))


class _Scale:
    """Days onto the width of the picture, with the two ends named."""

    def __init__(self, first: float, last: float) -> None:
        self.first, self.last = first, last

    def x(self, place: float) -> float:
        if self.last <= self.first:
            return WIDTH / 2
        return _LEFT + (place - self.first) / (self.last - self.first) * (WIDTH - _LEFT - _RIGHT)

    def ticks(self, y: float, scheme: Scheme) -> list[Shape]:
        if self.last <= self.first:
            return [label(WIDTH / 2, y, _month(self.first), scheme.muted, anchor="middle", size=SMALL)]
        return [
            label(_LEFT - 6, y, _month(self.first), scheme.muted),
            label(WIDTH, y, _month(self.last), scheme.muted, anchor="end"),
        ]


def _month(place: float) -> str:
    year = int(place // 365.25)
    month = min(12, int((place - year * 365.25) // 30.44) + 1)
    return date(f"{year:04d}-{month:02d}")
