"""A timeline that is too long for one page, in parts: its years, a long one by its months, and what is still too long
in pieces of equal order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import ascii_letters

from ..model import Event
from ..text.ids import slug
from .wording import Words

MOST = 300
"""Events that one page holds: about a quarter of a megabyte."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one page of the timeline holds: events of one year, or of one month of it; `number` of `of` pieces. `name`
    is its file's, `date` the month, or "" where it is no single one."""

    name: str
    year: str
    date: str
    events: tuple[Event, ...]
    number: int = 1
    of: int = 1


def by_year(events: Iterable[Event], words: Words) -> dict[str, list[Event]]:
    """The events of each year, as words tell it, in order; what has none comes last."""
    years: dict[str, list[Event]] = {}
    for event in events:
        years.setdefault(words.year(event.date), []).append(event)
    return {of: years[of] for of in sorted(years, key=lambda told: (not told, told.lstrip(ascii_letters + " ")))}


def parts(events: Sequence[Event], words: Words) -> tuple[Part, ...]:
    """The pages of a timeline that is too long for one; none where it is not."""
    if len(events) <= MOST:
        return ()
    return tuple(part for year, of in by_year(events, words).items() for part in _of_year(year, of))


def _of_year(year: str, events: Sequence[Event]) -> Iterator[Part]:
    months: dict[str, list[Event]] = {}
    for event in events:
        month = (event.date or "")[:7] if len(events) > MOST and year.isdigit() else ""
        months.setdefault(month if month[5:].isdigit() else "", []).append(event)
    for date, of in months.items():
        yield from _pieces(date or slug(year) or "none", year, date, of)


def _pieces(name: str, year: str, date: str, events: Sequence[Event]) -> Iterator[Part]:
    pieces = [tuple(events[at : at + MOST]) for at in range(0, len(events), MOST)]
    for number, piece in enumerate(pieces, start=1):
        yield Part(name if number == 1 else f"{name}-part-{number}", year, date, piece, number, len(pieces))
