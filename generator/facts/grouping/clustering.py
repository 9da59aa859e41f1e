"""Groups items that say the same thing: candidate pairs through an index of what is rare, then average link.

A pair is only looked at when it shares something rare, so that the work grows with the number of such pairs and not
with the square of the items. Two groups join where the mean similarity over all pairs between them reaches the
threshold and no pair conflicts; a chain of neighbours that drifts from one statement to another never forms.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TypeVar

from .similarity import shared as in_common
from .terms import Vector

_Key = TypeVar("_Key", bound=Hashable)

COMMON = 50  # a key that more items share is not rare
_ENOUGH = 4  # with as many rare words, an item needs no pairs
_RAREST = 6  # how many of an item's common words are paired into rarer keys
_FLOOR = 0.18  # the least share of its weight that an item's rare keys must bring before a pair is looked at
EDGE = 0.21  # the least overlap of a pair that is looked at again
_SAMPLE = 8  # how many members stand for a large group when two groups are compared


def candidates(vectors: Sequence[Vector]) -> list[tuple[int, int, float]]:
    """(i, j, overlap), i < j, for pairs that share rare words, or pairs of words that are rare together, and overlap
    enough to matter."""
    out = []
    for item, (mine, keys) in enumerate(zip(vectors, _keys(vectors), strict=True)):
        shared: dict[int, int] = defaultdict(int)
        for weight, items in keys:
            for other in items[bisect_right(items, item) :]:
                shared[other] += weight
        for other, weight in shared.items():
            if weight >= _FLOOR * min(mine.total, vectors[other].total):
                value = in_common(mine, vectors[other]).overlap
                if value >= EDGE:
                    out.append((item, other, value))
    return sorted(out)


def _keys(vectors: Sequence[Vector]) -> list[list[tuple[int, list[int]]]]:
    """For each item, the weight of each of its keys and the items that have it, for keys of 2 to COMMON items. A key is
    a word or, for an item with hardly any rare one, two common words."""
    single = _posted([vector.weights for vector in vectors])
    pairs = [_common_pairs(vector, single) for vector in vectors]
    double = _posted(pairs)
    out = []
    for vector, mine in zip(vectors, pairs, strict=True):
        keys = [(weight, single[term]) for term, weight in vector.weights.items()]
        keys += [(vector.weights[a] + vector.weights[b], double[a, b]) for a, b in mine]
        out.append([key for key in keys if 2 <= len(key[1]) <= COMMON])
    return out


def _posted(keys: Sequence[Iterable[_Key]]) -> dict[_Key, list[int]]:
    """The items that have each key, in order."""
    out: dict[_Key, list[int]] = defaultdict(list)
    for item, mine in enumerate(keys):
        for key in mine:
            out[key].append(item)
    return out


def _common_pairs(vector: Vector, single: Mapping[str, Sequence[int]]) -> list[tuple[str, str]]:
    """The rarest of an item's common words two by two; none where it has enough rare ones."""
    common = sorted((t for t in vector.weights if len(single[t]) > COMMON), key=lambda t: (len(single[t]), t))
    return list(combinations(common[:_RAREST], 2)) if len(vector.weights) - len(common) < _ENOUGH else []


class Groups:
    """Average-link grouping. `like(i, j)` is the similarity of two items, None where nothing is known of it; `apart(i,
    j)` whether they must not stand together; both symmetric, called for i < j only, and remembered."""

    def __init__(
        self, like: Callable[[int, int], float | None], apart: Callable[[int, int], bool], threshold: float
    ) -> None:
        self._like, self._apart, self._threshold = like, apart, threshold
        self._known: dict[tuple[int, int], float | None] = {}

    def form(self, count: int, pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
        """The groups of items 0 to count - 1, members in order, groups by their first member."""
        members = {item: [item] for item in range(count)}
        near: dict[int, set[int]] = defaultdict(set)
        heap = []
        for i, j in pairs:
            value = self._value((i, j)) or 0.0
            if value > 0:
                near[i].add(j)
                near[j].add(i)
            if value >= self._threshold:
                heap.append((-value, i, j))
        heapq.heapify(heap)
        fresh = count
        while heap:
            _, i, j = heapq.heappop(heap)
            if i not in members or j not in members:
                continue
            members[fresh] = sorted(members.pop(i) + members.pop(j))
            for other in sorted((near.pop(i) | near.pop(j)) & members.keys()):
                mean = self._mean(members[other], members[fresh])
                if mean > 0:
                    near[other].add(fresh)
                    near[fresh].add(other)
                if mean >= self._threshold:
                    heapq.heappush(heap, (-mean, other, fresh))
            fresh += 1
        return sorted(members.values())

    def _mean(self, left: list[int], right: list[int]) -> float:
        """The mean similarity over all pairs between two groups, as far as it is known; 0 where a pair must stand
        apart."""
        values = [self._value((i, j) if i < j else (j, i)) for i in _some(left) for j in _some(right)]
        known = [value for value in values if value is not None]
        return sum(known) / len(known) if known and min(known) >= 0 else 0.0

    def _value(self, pair: tuple[int, int]) -> float | None:
        if pair not in self._known:
            self._known[pair] = -1.0 if self._apart(*pair) else self._like(*pair)
        return self._known[pair]


def _some(items: list[int]) -> list[int]:
    step = -(-len(items) // _SAMPLE)
    return items[::step]
