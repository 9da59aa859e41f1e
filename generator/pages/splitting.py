"""What is too long for one page in pieces that are not: by what its values are filed under, a level at a time (years,
months, days; kinds, letters), and what is still too long in pieces of its order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import Generic, TypeVar

from ..text.ids import slug

_One = TypeVar("_One")
NONE = "none"
"""The name of what is filed under nothing."""


@dataclass(frozen=True, slots=True)
class Item(Generic[_One]):
    """A value with the bytes that it takes on a page; of each of its `sources` the page has an entry, once."""

    value: _One
    size: int
    sources: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Piece(Generic[_One]):
    """What one page holds: the values filed under `keys`, as many levels as that took, `number` of `of` pieces. `name`
    is its file's."""

    name: str
    keys: tuple[str, ...]
    values: tuple[_One, ...]
    number: int = 1
    of: int = 1


Level = Callable[[_One], str]
Entry = Callable[[str], int]
"""The bytes that the entry of a source takes."""


def size(items: Iterable[Item[_One]], entry: Entry) -> int:
    """The bytes that `items` take on one page, with an `entry` for each of their sources."""
    total, known = 0, set[str]()
    for item in items:
        total += item.size
        known |= item.sources
    return total + sum(map(entry, known))


def split(
    items: Sequence[Item[_One]], levels: Sequence[Level[_One]], room: int, entry: Entry
) -> tuple[Piece[_One], ...]:
    """`items` in pieces of `room` bytes at most, but for one that alone takes more. Those filed under one key come
    together, keys in the order in which they are first met."""
    taken: set[str] = set()
    return tuple(_named(piece, taken) for piece in _split(items, levels, room, entry, ()))


def _named(piece: Piece[_One], taken: set[str]) -> Piece[_One]:
    """`piece` under a name that none before it has."""
    names = (piece.name if again == 1 else f"{piece.name}-{again}" for again in count(1))
    name = next(name for name in names if name not in taken)
    taken.add(name)
    return replace(piece, name=name)


def _split(
    items: Sequence[Item[_One]], levels: Sequence[Level[_One]], room: int, entry: Entry, keys: tuple[str, ...]
) -> Iterator[Piece[_One]]:
    if keys and (size(items, entry) <= room or not levels):
        yield from _pieces(items, room, entry, keys)
        return
    filed: dict[str, list[Item[_One]]] = {}
    for item in items:
        filed.setdefault(levels[0](item.value), []).append(item)
    for key, held in filed.items():
        yield from _split(held, levels[1:], room, entry, (*keys, key))


def _pieces(items: Sequence[Item[_One]], room: int, entry: Entry, keys: tuple[str, ...]) -> Iterator[Piece[_One]]:
    cut = tuple(runs(items, room, entry))
    name = "-".join(filter(None, map(slug, keys))) or NONE
    for number, run in enumerate(cut, start=1):
        values = tuple(item.value for item in run)
        yield Piece(name if number == 1 else f"{name}-part-{number}", keys, values, number, len(cut))


def runs(items: Sequence[Item[_One]], room: int, entry: Entry) -> Iterator[list[Item[_One]]]:
    """`items` in runs, each as long as fits."""
    run, total, known = list[Item[_One]](), 0, set[str]()
    for item in items:
        more = item.size + sum(map(entry, item.sources - known))
        if run and total + more > room:
            yield run
            run, total, known = [], 0, set()
            more = item.size + sum(map(entry, item.sources))
        run.append(item)
        total += more
        known |= item.sources
    if run:
        yield run
