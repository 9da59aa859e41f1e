"""The timeline and the coverage of topics over time: what stands at which days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ...model import Event
from ..wording import count
from ..wording import format_date as in_words
from .intervals import Bins, Days, bins, days_of
from .layout import NOTE

SCALE, STACK, ROW = 58, 7, 35
STRIP, FOOT = 42, 22
_MOST = 16
_MOST_STRIPS = 12
INEXACT = "no single day: a month, a year or a span"
PLANNED = "lay ahead when it was reported"


@dataclass(frozen=True, slots=True)
class Moment:
    """A dated event: the days it may have been, its date and its words, and whether it lay ahead of its source."""

    days: Days
    date: str
    words: str
    planned: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events in the order of their days, and how many more there are: `more` for want of room, `without` that have no
    year."""

    moments: tuple[Moment, ...]
    more: int = 0
    without: int = 0

    @property
    def stack(self) -> int:
        """How many marks stand one above the other where most fall on one day."""
        return max(Counter(m.days.first for m in self.moments if m.days.exact).values(), default=1)

    @property
    def keys(self) -> tuple[str, ...]:
        """Which of the marks that need words the chart has."""
        return tuple(
            key
            for key, wanted in (
                (PLANNED, any(m.planned for m in self.moments)),
                (INEXACT, any(not m.days.exact for m in self.moments)),
            )
            if wanted
        )

    @property
    def notes(self) -> tuple[str, ...]:
        """What the chart leaves out."""
        return _notes(self.more, "event", self.without)

    @property
    def height(self) -> int:
        rows = ROW * len(self.moments) + NOTE * len(self.keys + self.notes)
        return SCALE + STACK * (self.stack - 1) + rows


@dataclass(frozen=True, slots=True)
class Strips:
    """A named row of marks for each topic, on one scale, and what is left out as in `Timeline`."""

    names: tuple[str, ...]
    bins: Bins
    more: int = 0
    without: int = 0

    @property
    def keys(self) -> tuple[str, ...]:
        """Words for bins and bars, where the chart has any."""
        size = self.bins.size
        made = [f"column: the sources of one {size}"] if self.bins.many else []
        if any(not one.exact for row in self.bins.rows for one, _ in row):
            made.append(INEXACT if size == "day" else f"bar: not known to the {size}")
        return tuple(made)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the chart leaves out."""
        return _notes(self.more, "topic", self.without)

    @property
    def height(self) -> int:
        return STRIP * len(self.names) + FOOT + NOTE * len(self.keys + self.notes)


def _notes(more: int, kind: str, without: int) -> tuple[str, ...]:
    left = (
        (f"and {count(more, f'more {kind}', f'more {kind}s')}", more),
        (f"{without:,} without a year, not shown", without),
    )
    return tuple(words for words, number in left if number)


def timeline(events: Sequence[Event]) -> Timeline | None:
    """The events that a scale can hold, where there are many those with most sources; None where there are fewer than
    two."""
    dated = [
        (days, -len({q.source for q in e.quotes}), i, e) for i, e in enumerate(events) if (days := days_of(e.date))
    ]
    if len(dated) < 2:
        return None
    chosen = sorted(
        sorted(dated, key=lambda item: (item[1], item[0], item[2]))[:_MOST], key=lambda item: (item[0], item[2])
    )
    moments = [Moment(days, in_words(event.date), _told(event), event.planned) for days, _, _, event in chosen]
    return Timeline(tuple(moments), len(dated) - len(chosen), len(events) - len(dated))


def _told(event: Event) -> str:
    """What happened, in the words of the first quote that is shown; else the words that the date came from."""
    return next((quote.text for quote in event.quotes if quote.shown and quote.text), event.words)


def strips(groups: Sequence[tuple[str, Sequence[str]]], published: Mapping[str, str | None]) -> Strips | None:
    """A row for each title with the days of its sources, where there are many titles those with most of them; None
    where all fall on one day. `published` holds the date of each source."""
    known = {source: days for source, day in published.items() if (days := days_of(day))}
    dated = _dated(groups, known)
    chosen = _longest(dated, _MOST_STRIPS)
    made = bins([row for _, row in chosen])
    if len({days for days, _ in chain.from_iterable(made.rows)}) < 2:
        return None
    given = set(chain.from_iterable(sources for _, sources in groups))
    return Strips(tuple(title for title, _ in chosen), made, len(dated) - len(chosen), len(given - known.keys()))


def _dated(groups: Sequence[tuple[str, Sequence[str]]], known: Mapping[str, Days]) -> list[tuple[str, list[Days]]]:
    """The titles that have a source of a known date, with those dates."""
    rows = ((title, [known[source] for source in sources if source in known]) for title, sources in groups)
    return [(title, row) for title, row in rows if row]


def _longest(rows: Sequence[tuple[str, list[Days]]], most: int) -> list[tuple[str, list[Days]]]:
    """The `most` longest rows, in their order."""
    ranked = sorted(range(len(rows)), key=lambda i: (-len(rows[i][1]), i))
    return [rows[i] for i in sorted(ranked[:most])]
