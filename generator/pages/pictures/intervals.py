"""Where dates lie on a scale of days: the days that each may mean, and bins for many of them."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ...text.edtf import parse_edtf

_SIZES = (0, 1, 12, 120, 1200, 12_000, 120_000)
_NAMES = ("day", "month", "year", "decade", "century", "millennium", "age")
_MOST_DOTS, _MOST_BINS = 60, 100  # a dot takes more of a file
_MOST_COLUMNS = 372  # twelve rows of a month have a column for each day


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """The first and the last day that a date may mean. `exact` where it gives one day without a doubt."""

    first: date
    last: date
    exact: bool


@dataclass(frozen=True, slots=True)
class Bins:
    """Rows of dates, each with how many dates it stands for. `size` names what one mark of a row holds: a "day", or a
    "month", "year" … in whose bin all dates lie that it can hold. `many` where there is no room for dots."""

    size: str
    many: bool
    rows: tuple[tuple[tuple[Days, int], ...], ...]


def days_of(edtf: str | None) -> Days | None:
    """What a date may mean; None without a year. A season is drawn as its year, for its months depend on where one is;
    an interval reaches from its first day to its last, or stands where its only given end does."""
    ends = [found for part in (edtf or "").split("/")[:2] if (found := _one(part))]
    if len(ends) < 2:
        return ends[0] if ends else None
    first, last = ends[0].first, max(end.last for end in ends)
    return Days(first, last, first == last and all(end.exact for end in ends))


def _one(edtf: str) -> Days | None:
    made = parse_edtf(edtf)
    if not made or not made.year.isdigit() or made.year == "0000":
        return None
    year, month = int(made.year), made.month
    if not month or month > 12:  # a season lies somewhere in its year, or at its ends
        return Days(date(year, 1, 1), date(year, 12, 31), False)
    if not made.day:
        return Days(date(year, month, 1), date(year, month, monthrange(year, month)[1]), False)
    return Days(date(year, month, made.day), date(year, month, made.day), not made.doubt)


def bins(rows: Sequence[Iterable[Days]]) -> Bins:
    """The rows in the finest bins that leave few enough marks to be told apart and to keep the file small."""
    kept = [list(row) for row in rows]
    made = (_binned(kept, size, name) for size, name in zip(_SIZES, _NAMES, strict=True))
    return next(one for one in made if not one.many or _has_room(one) or one.size == _NAMES[-1])


def _has_room(made: Bins) -> bool:
    """Whether columns are neither too many nor too thin to be told apart."""
    every = [one for row in made.rows for one, _ in row]
    size = _SIZES[_NAMES.index(made.size)]
    days = max(one.last for one in every) - min(one.first for one in every)
    return len(every) <= _MOST_COLUMNS and days.days <= _MOST_BINS * (size * 30.44 or 1)


def _binned(rows: Sequence[Sequence[Days]], size: int, name: str) -> Bins:
    made = tuple(tuple(sorted(Counter(_whole(one, size) for one in row).items())) for row in rows)
    return Bins(name, size > 0 or sum(map(len, made)) > _MOST_DOTS, made)


def _whole(one: Days, size: int) -> Days:
    """The days out to whole bins of `size` months; `exact` where it fits one of them."""
    if not size:
        return one
    first, last = ((day.year * 12 + day.month - 1) // size for day in (one.first, one.last))
    return Days(_start(first * size), _end((last + 1) * size - 1), first == last)


def _start(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1) if month >= 12 else date.min


def _end(month: int) -> date:
    year = month // 12
    return date(year, month % 12 + 1, monthrange(year, month % 12 + 1)[1]) if year <= date.max.year else date.max
