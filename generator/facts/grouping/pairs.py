"""What is known of items two by two, row by row in arrays: a few bytes a pair, where a dictionary takes a hundred."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

Row = Sequence[tuple[int, float]]
"""The items behind one that something is known of with it, in order, each with what."""


class Pairs:
    """A value of each pair (i, j) of items, i < j, that has one. `rows` are those of each item with the items behind
    it, the first item's first; items without any may be left out at the end."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._starts, self._others, self._values = array("q", (0,)), array("i"), array("d")
        for row in rows:
            self._others.extend([other for other, _ in row])
            self._values.extend([value for _, value in row])
            self._starts.append(len(self._others))

    def row(self, item: int) -> Iterator[tuple[int, float]]:
        """(j, value) for each pair of `item` with an item behind it."""
        start, end = self._bounds(item)
        return zip(self._others[start:end], self._values[start:end], strict=True)

    def value(self, i: int, j: int) -> float | None:
        """The value of two items, in either order; None where they are no pair."""
        i, j = (i, j) if i < j else (j, i)
        start, end = self._bounds(i)
        place = bisect_left(self._others, j, start, end)
        return self._values[place] if place < end and self._others[place] == j else None

    def _bounds(self, item: int) -> tuple[int, int]:
        if item + 1 >= len(self._starts):
            return 0, 0
        return self._starts[item], self._starts[item + 1]

    def __iter__(self) -> Iterator[tuple[int, int, float]]:
        """(i, j, value) of every pair, in order."""
        every = zip(self._others, self._values, strict=True)
        for item in range(len(self._starts) - 1):
            start, end = self._bounds(item)
            yield from ((item, other, value) for other, value in islice(every, end - start))

    def __len__(self) -> int:
        return len(self._others)


def pairs_of(known: Iterable[tuple[int, int, float]]) -> Pairs:
    """The Pairs that `known` are."""
    rows: list[list[tuple[int, float]]] = []
    for i, j, value in sorted(known):
        rows += [[] for _ in range(i + 1 - len(rows))]
        rows[i].append((j, value))
    return Pairs(rows)
