"""Groups items that say the same thing: candidate pairs through an index of what is rare, then average link.

A pair is only looked at when it shares something rare, so that the work grows with the number of such pairs and not
with the square of the items. Two groups join where the mean similarity over all pairs between them reaches the
threshold and no pair conflicts; a chain of neighbours that drifts from one statement to another never forms.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations, islice

from .statements import Vector

COMMON = 50  # a key that more items share is not rare
_RAREST = 6  # how many of an item's common words are paired into rarer keys
_FLOOR = 0.12  # the least share of its weight that an item's rare keys must bring before a pair is looked at
_SAMPLE = 8  # how many members stand for a large group when two groups are compared


def candidates(vectors: Sequence[Vector]) -> list[tuple[int, int]]:
    """Pairs (i, j), i < j, that share rare words, or pairs of words that are rare together, of some weight."""
    postings = _index(vectors)
    keys: list[list[tuple[str, float]]] = [[] for _ in vectors]
    for key, items in postings.items():
        for item in items:
            keys[item].append((key, _weight(key, vectors[item])))
    out = []
    for item, vector in enumerate(vectors):
        shared: dict[int, float] = defaultdict(float)
        for key, weight in keys[item]:
            for other in postings[key]:
                if other > item:
                    shared[other] += weight
        out += [
            (item, other)
            for other, weight in shared.items()
            if weight >= _FLOOR * min(vector.total, vectors[other].total)
        ]
    return sorted(out)


def _index(vectors: Sequence[Vector]) -> dict[str, list[int]]:
    """Key to the items that have it, for keys of 2 to COMMON items. A key is a word or, where words are common, two."""
    single: dict[str, list[int]] = defaultdict(list)
    for item, vector in enumerate(vectors):
        for term in vector.weights:
            single[term].append(item)
    double: dict[str, list[int]] = defaultdict(list)
    for item, vector in enumerate(vectors):
        common = sorted((len(single[t]), t) for t in vector.weights if len(single[t]) > COMMON)
        for (_, a), (_, b) in combinations(islice(common, _RAREST), 2):
            double[f"{min(a, b)} {max(a, b)}"].append(item)
    return {key: items for table in (single, double) for key, items in table.items() if 2 <= len(items) <= COMMON}


def _weight(key: str, vector: Vector) -> float:
    return sum(vector.weights[term] for term in key.split(" "))


class Groups:
    """Average-link grouping. `like(i, j)` is the similarity of two items, `apart(i, j)` whether they must not stand
    together; both symmetric, called for i < j only, and remembered."""

    def __init__(self, like: Callable[[int, int], float], apart: Callable[[int, int], bool], threshold: float) -> None:
        self._like, self._apart, self._threshold = like, apart, threshold
        self._known: dict[tuple[int, int], float] = {}

    def form(self, count: int, pairs: Sequence[tuple[int, int]]) -> list[list[int]]:
        """The groups of items 0 to count - 1, members in order, groups by their first member."""
        members = {item: [item] for item in range(count)}
        near: dict[int, set[int]] = defaultdict(set)
        heap: list[tuple[float, int, int]] = []
        for i, j in pairs:
            self._offer(heap, members, near, i, j)
        heapq.heapify(heap)
        fresh = count
        while heap:
            _, i, j = heapq.heappop(heap)
            if i not in members or j not in members:
                continue
            members[fresh] = sorted(members.pop(i) + members.pop(j))
            around = sorted((near.pop(i) | near.pop(j)) & members.keys())
            for other in around:
                self._offer(heap, members, near, other, fresh)
            fresh += 1
        return sorted(members.values())

    def _offer(
        self,
        heap: list[tuple[float, int, int]],
        members: dict[int, list[int]],
        near: dict[int, set[int]],
        i: int,
        j: int,
    ) -> None:
        mean = self._mean(members[i], members[j])
        if mean > 0:
            near[i].add(j)
            near[j].add(i)
        if mean >= self._threshold:
            heapq.heappush(heap, (-mean, i, j))

    def _mean(self, left: list[int], right: list[int]) -> float:
        """The mean similarity over all pairs between two groups; 0 where a pair conflicts."""
        pairs = [(min(i, j), max(i, j)) for i in _some(left) for j in _some(right)]
        values = [self._value(pair) for pair in pairs]
        return 0.0 if min(values) < 0 else sum(values) / len(values)

    def _value(self, pair: tuple[int, int]) -> float:
        if pair not in self._known:
            self._known[pair] = -1.0 if self._apart(*pair) else self._like(*pair)
        return self._known[pair]


def _some(items: list[int]) -> list[int]:
    step = -(-len(items) // _SAMPLE)
    return items[::step]
