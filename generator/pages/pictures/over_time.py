"""The timeline and the coverage of topics over time: what stands at which day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ...model import Event
from ..words import date as in_words

SCALE, ROW, KEY = 54, 19, 22
STRIP, FOOT = 42, 22
_MOST = 16


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated event: its day on a scale, its date and its words, and whether it lay ahead of its source."""

    day: date
    date: str
    words: str
    planned: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the order of their days."""

    moments: tuple[Moment, ...]

    @property
    def height(self) -> int:
        return SCALE + ROW * len(self.moments) + KEY * self.any_planned

    @property
    def any_planned(self) -> bool:
        """Whether the chart needs a key."""
        return any(moment.planned for moment in self.moments)


@dataclass(frozen=True, slots=True)
class Strip:
    """A named row of days with how many things fall on each."""

    name: str
    marks: tuple[tuple[date, int], ...]


@dataclass(frozen=True, slots=True)
class Strips:
    """Rows on one scale."""

    strips: tuple[Strip, ...]

    @property
    def height(self) -> int:
        return STRIP * len(self.strips) + FOOT


def position(edtf: str | None) -> date | None:
    """Where a date lies on a scale of days: where an interval begins, in the middle of a month, season or year that
    gives no day. None without a year."""
    parts = (edtf or "").split("/")[0].rstrip("?~%").split("-")
    if not (parts[0].isascii() and parts[0].isdigit() and len(parts[0]) == 4 and int(parts[0])):
        return None
    month, day = [*(int(part) if part.isdigit() else None for part in parts[1:3]), None, None][:2]
    if month is None or not 1 <= month <= 12:
        return date(int(parts[0]), 7, 2)
    return date(int(parts[0]), month, 15 if day is None else day)


def timeline(events: Sequence[Event], titles: Mapping[str, str]) -> Timeline | None:
    """The events that a scale can hold, with the topics they belong to; None where there are fewer than two."""
    dated = [(day, index, e) for index, e in enumerate(events) if (day := position(e.date)) is not None]
    if len(dated) < 2:
        return None
    moments = []
    for day, _, event in sorted(dated, key=lambda item: item[:2])[:_MOST]:
        topics = ", ".join(titles[t] for t in event.topics if t in titles)
        words = f"{event.words} ({topics})" if topics else event.words
        moments.append(Moment(day, in_words(event.date), words, event.planned))
    return Timeline(tuple(moments))


def strips(groups: Sequence[tuple[str, Sequence[str | None]]]) -> Strips | None:
    """A row for each title with its dates that a scale can hold; None where all fall on one day."""
    made = [
        Strip(title, tuple(sorted(Counter(day for d in dates if (day := position(d)) is not None).items())))
        for title, dates in groups
    ]
    made = [strip for strip in made if strip.marks]
    return Strips(tuple(made)) if len({day for strip in made for day, _ in strip.marks}) > 1 else None
