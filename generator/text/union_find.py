"""Sets that grow together: what is joined to a third is joined to one another (union-find, with path compression; R.
Tarjan, "Efficiency of a good but not linear set union algorithm", 1975)."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Item = TypeVar("Item", bound=Hashable)


class UnionFind(Generic[Item]):
    """Each item in a set of its own until sets are joined. An item need not be known before it is asked for."""

    def __init__(self) -> None:
        self._parent: dict[Item, Item] = {}

    def root(self, item: Item) -> Item:
        """The item that stands for the set of `item`: the same for all of a set, until that is joined to another."""
        top = self._parent.setdefault(item, item)
        while self._parent[top] != top:
            top = self._parent[top]
        while self._parent[item] != top:
            self._parent[item], item = top, self._parent[item]
        return top

    def join(self, one: Item, other: Item) -> None:
        """Makes the sets of two items one, for which the root of `one` stands."""
        self._parent[self.root(other)] = self.root(one)

    def groups(self, items: Iterable[Item]) -> tuple[tuple[Item, ...], ...]:
        """`items` set by set, both in the order in which `items` bring them up."""
        found: dict[Item, list[Item]] = {}
        for item in items:
            found.setdefault(self.root(item), []).append(item)
        return tuple(map(tuple, found.values()))
