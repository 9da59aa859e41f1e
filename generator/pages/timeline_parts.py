"""A timeline that is too long for one page, in parts: its years, a long one by its months, a long month by its days,
and what is still too long in pieces of its order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from string import ascii_letters

from ..model import Event
from ..text.room import Room
from . import weights
from .periods import day, month
from .splitting import Entry, Item, Piece, size, split
from .wording import Words

Part = Piece[Event]
"""What one page of the timeline holds; the first of its keys is the year, as words tell it."""


def by_year(events: Iterable[Event], words: Words) -> dict[str, list[Event]]:
    """The events of each year, as words tell it, in order; what has none comes last."""
    years: dict[str, list[Event]] = {}
    for event in events:
        years.setdefault(words.year(event.date), []).append(event)
    return {of: years[of] for of in sorted(years, key=lambda told: (not told, told.lstrip(ascii_letters + " ")))}


def parts(events: Sequence[Event], words: Words, room: Room, entry: Entry) -> tuple[Part, ...]:
    """The pages of a timeline that is too long for one; none where it is not."""
    ordered = [event for held in by_year(events, words).values() for event in held]
    items = [
        Item(event, weights.event(event, room), frozenset(quote.source for quote in event.quotes)) for event in ordered
    ]
    if size(items, entry) <= room.page:
        return ()
    levels = (lambda event: words.year(event.date), lambda event: month(event.date or ""), _day)
    return split(items, levels, room.page, entry)


def _day(event: Event) -> str:
    return day(event.date or "")
