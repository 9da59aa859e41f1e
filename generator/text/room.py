"""How much a page may hold: what goes beyond stands on further pages, one click away, or is counted and not shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

_One = TypeVar("_One")


@dataclass(frozen=True, slots=True)
class Room:
    """Room on a page in bytes of HTML, as `weights` tells it, beside what the theme puts around it: `page` in all,
    `one` for a single statement, difference or event; and so many `numbers` of sources in a row, `sides` of a
    difference, and `names` of origins at the most."""

    page: int = 240_000
    one: int = 16_000
    numbers: int = 40
    sides: int = 40
    names: int = 40


def leading(values: Iterable[_One], sizes: Iterable[int], room: int, least: int = 1) -> tuple[_One, ...]:
    """The first of `values` whose `sizes` fit in `room` together, `least` of them in any case."""
    return tuple(_leading(values, sizes, room, least))


def _leading(values: Iterable[_One], sizes: Iterable[int], room: int, least: int) -> Iterator[_One]:
    for number, (value, size) in enumerate(zip(values, sizes, strict=True)):
        room -= size
        if room < 0 and number >= least:
            return
        yield value


def newest(sources: Sequence[str], days: Mapping[str, str], most: int) -> tuple[str, ...]:
    """The `most` of `sources` that came out last, in their own order."""
    if len(sources) <= most:
        return tuple(sources)
    kept = set(sorted(sources, key=lambda source: days.get(source, ""), reverse=True)[:most])
    return tuple(source for source in sources if source in kept)
