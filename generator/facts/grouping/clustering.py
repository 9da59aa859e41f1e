"""Groups items that say the same thing: candidate pairs through an index of what is rare, then average link.

A pair is only looked at when it shares something rare, so that the work grows with the number of such pairs and not
with the square of the items. Two groups join where the mean similarity over all pairs between them reaches the
threshold and no pair conflicts; a chain of neighbours that drifts from one statement to another never forms.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, count
from typing import Protocol, TypeVar

from ...text.union_find import UnionFind
from .pairs import Pairs, Row
from .similarity import shared as in_common
from .terms import Vector

_Key = TypeVar("_Key", bound=Hashable)

Key = tuple[int, list[int]]
"""The weight of something that items have, and the items that have it, in order."""

Edge = tuple[float, int, int]
"""How alike two items or groups are, below 0, and both: the least are the most alike."""

COMMON = 50  # a key that more items share is not rare
_ENOUGH = 4  # with as many rare words, an item needs no pairs
_RAREST = 6  # how many of an item's common words are paired into rarer keys
_FLOOR = 0.18  # the least share of its weight that an item's rare keys must bring before a pair is looked at
EDGE = 0.21  # the least overlap of a pair that is looked at again
_SAMPLE = 8  # how many members stand for a large group when two groups are compared


def candidates(vectors: Sequence[Vector]) -> Pairs:
    """The overlap of pairs that share rare words, or pairs of words that are rare together, and overlap enough to
    matter."""
    totals = [vector.total for vector in vectors]
    return Pairs(_row(item, keys, vectors, totals) for item, keys in enumerate(_keys(vectors)))


def _row(item: int, keys: Sequence[Key], vectors: Sequence[Vector], totals: Sequence[int]) -> Row:
    """The items behind `item` that are looked at, each with the overlap of both."""
    shared: dict[int, int] = {}
    for weight, items in keys:
        for other in items[bisect_right(items, item) :]:
            shared[other] = shared.get(other, 0) + weight
    mine, total = vectors[item], totals[item]
    near = sorted(other for other, weight in shared.items() if weight >= _FLOOR * min(total, totals[other]))
    overlaps = [(other, in_common(mine, vectors[other]).overlap) for other in near]
    return [one for one in overlaps if one[1] >= EDGE]


def _keys(vectors: Sequence[Vector]) -> list[list[Key]]:
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


class Apart(Protocol):
    """What says which items must not stand together."""

    def apart(self, i: int, j: int) -> bool:
        """Whether two items must not stand together; symmetric."""

    def kinds(self, items: Iterable[int]) -> Mapping[int, int]:
        """An item of each kind among `items`, by the kind: two of one kind stand apart from the same items."""


@dataclass(frozen=True, slots=True)
class _Group:
    """Items that stand together, in order, and those that stand for them: these, their sources, one of each kind."""

    members: list[int]
    some: list[int]
    docs: Counter[int]
    kinds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """Items that pairs at the threshold link, as groups that grow: by number, with those near each, and what is known
    of items two by two. `fresh` are the numbers of further groups."""

    groups: dict[int, _Group]
    near: dict[int, set[int]]
    known: Mapping[int, Mapping[int, float]]
    fresh: Iterator[int]


class Groups:
    """Average-link grouping of items, each of a source. `docs` are the numbers of these. Two items of one source tell
    nothing of how alike their groups are; what two of two sources are to each other is told by `pairs`, else 0."""

    def __init__(self, docs: Sequence[int], pairs: Pairs, apart: Apart, threshold: float) -> None:
        self._docs, self._pairs, self._apart, self._threshold = docs, pairs, apart, threshold

    def form(self, able: Iterable[int]) -> list[list[int]]:
        """The groups of all items, members in order, groups by their first member. Only those that are `able` join
        others. A group never grows beyond the items that pairs at the threshold link, so those are seen to one after
        the other: no mean reaches it where no pair does."""
        edges = self._edges(frozenset(able))
        linked = UnionFind[int]()
        for _, i, j in edges:
            linked.join(i, j)
        near: dict[int, list[Edge]] = defaultdict(list)
        for edge in edges:
            near[linked.root(edge[1])].append(edge)
        made = [group for mine in near.values() for group in self._formed(mine)]
        alone = set(range(len(self._docs))).difference(*made)
        return sorted([*made, *([item] for item in alone)])

    def _edges(self, able: frozenset[int]) -> list[Edge]:
        """The pairs at the threshold that may stand together."""
        likely = [(-value, i, j) for i, j, value in self._pairs if value >= self._threshold]
        return [edge for edge in likely if able.issuperset(edge[1:]) and not self._apart.apart(*edge[1:])]

    def _formed(self, heap: list[Edge]) -> list[list[int]]:
        """The groups of the items that the edges of `heap` link."""
        part = self._part(sorted({item for _, *ends in heap for item in ends}))
        heapq.heapify(heap)
        while heap:
            _, i, j = heapq.heappop(heap)
            if i in part.groups and j in part.groups:
                for edge in self._grown(part, i, j):
                    heapq.heappush(heap, edge)
        return [group.members for group in part.groups.values()]

    def _part(self, items: Sequence[int]) -> _Part:
        """`items`, each in a group of its own."""
        known = self._known(items)
        near = {item: {other for other in row if self._near(item, other, row)} for item, row in known.items()}
        return _Part({item: self._group([item]) for item in items}, near, known, count(len(self._docs)))

    def _grown(self, part: _Part, i: int, j: int) -> Iterator[Edge]:
        """The edges of the group that two groups of a part become."""
        fresh = next(part.fresh)
        groups, near = part.groups, part.near
        grown = groups[fresh] = self._group(sorted(groups.pop(i).members + groups.pop(j).members))
        others = sorted((near.pop(i) | near.pop(j)) & groups.keys())
        near[fresh] = set()
        for other in others:
            mean = self._mean(groups[other], grown, part.known)
            if mean > 0:
                near[other].add(fresh)
                near[fresh].add(other)
            if mean >= self._threshold:
                yield -mean, other, fresh

    def _known(self, items: Sequence[int]) -> dict[int, dict[int, float]]:
        """What is known of `items` two by two, in both directions."""
        known: dict[int, dict[int, float]] = {item: {} for item in items}
        for item in items:
            for other, value in self._pairs.row(item):
                if other in known:
                    known[item][other] = known[other][item] = value
        return known

    def _near(self, i: int, j: int, row: Mapping[int, float]) -> bool:
        return row[j] > 0 and not self._apart.apart(i, j)

    def _group(self, members: list[int]) -> _Group:
        some = _some(members)
        kinds = self._apart.kinds(some)
        return _Group(members, some, Counter([self._docs[item] for item in some]), tuple(kinds.values()))

    def _mean(self, left: _Group, right: _Group, known: Mapping[int, Mapping[int, float]]) -> float:
        """The mean over all pairs between two groups of two sources each; 0 where a pair must stand apart."""
        if any(self._apart.apart(i, j) for i in left.kinds for j in right.kinds):
            return 0.0
        every = len(left.some) * len(right.some) - sum(left.docs[doc] * many for doc, many in right.docs.items())
        rows = [known[item] for item in left.some]
        return sum([row[other] for row in rows for other in right.some if other in row]) / every if every else 0.0


def _some(items: list[int]) -> list[int]:
    step = -(-len(items) // _SAMPLE)
    return items[::step]
