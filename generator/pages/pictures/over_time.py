"""The coverage of topics over time: what came out on which days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from ..wording import count
from .intervals import Bins, Days, bins, days_of
from .layout import NOTE

STRIP, FOOT = 42, 22
_MOST_STRIPS = 12
INEXACT = "no single day: a month, a year or a span"


@dataclass(frozen=True, slots=True)
class Strips:
    """A named row of marks for each topic, on one scale, and what is left out: `more` topics for want of
    room, `without` a year."""

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
