"""How likely it is that two clauses of two sources say the same: a logistic regression over what is known of the pair.

The weights are data (`generator/data/same_statement.json`), made by `scripts/fit_same_statement.py`. Shared words alone
cannot tell; what helps beside them is whether the two stand on one topic, whether either has a better match in the
other's source, and whether the clauses before or after them match too.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from itertools import groupby
from operator import mul
from types import MappingProxyType
from typing import NamedTuple

from ...model import Topics
from ..tokens import plain
from .pairs import Pairs
from .similarity import Similarity, shared
from .terms import FIGURE, Clause

_MOST_TERMS = 8
_MOST_FIGURES = 2


class Weights(NamedTuple):
    """Log-odds that two clauses say the same: `bias` and what each feature adds, by name."""

    bias: float
    features: dict[str, float]


@cache
def weights() -> Weights:
    """The weights, read once from the package's own data."""
    raw = json.loads((resources.files("generator.data") / "same_statement.json").read_text(encoding="utf-8"))
    return Weights(raw["bias"], raw["weights"])


class Measured(NamedTuple):
    """What is known of a pair of clauses, each under the name of its weight."""

    dice: float
    word_order: float
    shared_terms: float
    shared_figures: float
    shared_topic: float
    best_match: float
    neighbours: float

    def by_name(self) -> dict[str, float]:
        """All of it, as the weights call it."""
        return dict(zip(_NAMES, self, strict=True))


_NAMES = tuple(field.replace("_", " ") for field in Measured._fields)


class SameStatement:
    """The probabilities that pairs of clauses say the same: `pairs` are those of which something is known. `overlaps`
    are the pairs that are looked at; of clauses that share no more than words of the topics' own terms, it is 0."""

    def __init__(self, clauses: Sequence[Clause], similarity: Similarity, overlaps: Pairs, topics: Topics) -> None:
        self._clauses = clauses
        bias, by_name = weights()
        factors = [by_name[name] for name in _NAMES]
        rows = measured(clauses, similarity, overlaps, topics)
        self.pairs = Pairs([(j, _probability(bias, factors, found)) for j, found in row] for row in rows)

    def __call__(self, i: int, j: int) -> float | None:
        """0 to 1; None for clauses of one source, which nothing is known of."""
        if self._clauses[i].doc == self._clauses[j].doc:
            return None
        return self.pairs.value(i, j) or 0.0


def _probability(bias: float, factors: Sequence[float], found: Measured) -> float:
    """To six places, so that no difference between machines in the last bit can change a group."""
    log_odds = bias + math.fsum(map(mul, factors, found))
    return round(1 / (1 + math.exp(-log_odds)), 6)


def features(
    clauses: Sequence[Clause], similarity: Similarity, overlaps: Pairs, topics: Topics
) -> dict[tuple[int, int], dict[str, float]]:
    """What is known of each pair of clauses of two sources that share a word of their own, by name."""
    rows = enumerate(measured(clauses, similarity, overlaps, topics))
    return {(i, j): found.by_name() for i, row in rows for j, found in row}


def measured(
    clauses: Sequence[Clause], similarity: Similarity, overlaps: Pairs, topics: Topics
) -> Iterator[list[tuple[int, Measured]]]:
    """For each clause, what is known of it with those behind it in other sources that share a word of their own."""
    known = _Known(clauses, similarity, topics)
    for _, mine in groupby(range(len(clauses)), key=known.docs.__getitem__):
        numbers = list(mine)
        beyond = range(numbers[-1] + 1, len(clauses))
        rows = [{j: value for j, value in overlaps.row(i) if j in beyond} for i in numbers]
        yield from known.of_source(numbers[0], rows)


class _Known:
    """What each clause has that is compared with others', made once for all its pairs."""

    def __init__(self, clauses: Sequence[Clause], similarity: Similarity, topics: Topics) -> None:
        self.docs = [clause.doc for clause in clauses]
        self._vectors, self._topical = similarity.vectors, similarity.topical
        self._on, self._persons = _topics(clauses, topics), [clause.persons for clause in clauses]
        once: dict[str, str] = {}  # each word, so that it is in memory once
        self._words = [tuple([once.setdefault(word, word) for word in plain(clause.text)]) for clause in clauses]
        self._figures = [frozenset(t for t in vector.weights if t[0] == FIGURE) for vector in similarity.vectors]

    def of_source(self, first: int, rows: Sequence[Mapping[int, float]]) -> Iterator[list[tuple[int, Measured]]]:
        """What is known of the clauses of one source, of which `first` is the first, with those behind them. `rows` are
        their overlaps with these."""
        best: dict[int, float] = {}  # of a clause of another source with any of this one
        for row in rows:
            best.update((j, value) for j, value in row.items() if value > best.get(j, 0.0))
        for place, row in enumerate(rows):
            beside = rows[place - 1] if place else _NOTHING, rows[place + 1] if place + 1 < len(rows) else _NOTHING
            yield list(self._of_clause(first + place, row, best, beside)) if row else []

    def _of_clause(
        self, i: int, row: Mapping[int, float], best: Mapping[int, float], beside: tuple[_Overlaps, _Overlaps]
    ) -> Iterator[tuple[int, Measured]]:
        docs, vector, order = self.docs, self._vectors[i], Order(self._words[i])
        own: dict[int, float] = {}  # of this clause with any of another source
        for j, value in row.items():
            own[docs[j]] = max(own.get(docs[j], 0.0), value)
        for j, value in row.items():
            both = shared(vector, self._vectors[j])
            people = self._persons[i] and self._persons[j]
            if both.terms <= (self._topical.union(self._whom(i, j)) if people else self._topical):
                continue
            yield (
                j,
                Measured(
                    both.dice,
                    order.like(self._words[j]),
                    float(min(len(both.terms), _MOST_TERMS)),
                    float(min(len(self._figures[i] & self._figures[j]), _MOST_FIGURES)),
                    float(not self._on[i].isdisjoint(self._on[j])),
                    (value / own[docs[j]] + value / best[j]) / 2,
                    self._neighbours(j, beside),
                ),
            )

    def _whom(self, i: int, j: int) -> Iterable[str]:
        """The terms of the persons that two clauses both name."""
        return (term for mine in self._persons[i] for theirs in self._persons[j] for term in mine & theirs)

    def _neighbours(self, j: int, beside: tuple[_Overlaps, _Overlaps]) -> float:
        """The overlap of the clauses before the two, or of those behind them, whichever is higher: sources that go back
        to one text tell things in one order."""
        docs = self.docs
        before = beside[0].get(j - 1, 0.0) if docs[j - 1] == docs[j] else 0.0
        behind = beside[1].get(j + 1, 0.0) if docs[(j + 1) % len(docs)] == docs[j] else 0.0
        return max(before, behind)


_Overlaps = Mapping[int, float]
_NOTHING: _Overlaps = MappingProxyType({})


def _topics(clauses: Sequence[Clause], topics: Topics) -> list[set[str]]:
    """The topics that each clause's sentence is on."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for coverage in topics.coverage:
        for sentence in coverage.sentences:
            found[coverage.source, sentence].add(coverage.topic)
    nothing: set[str] = set()
    return [found.get((clause.sentence.source, clause.sentence.index), nothing) for clause in clauses]


class Order:
    """The words of a text, to be held against those of others. After H. Hyyrö, "Bit-parallel LCS-length computation
    revisited" (2004): a row of the table is one whole number."""

    def __init__(self, words: Sequence[str]) -> None:
        self._size, self._full = len(words), (1 << len(words)) - 1
        self._places: dict[str, int] = {}
        for at, word in enumerate(words):
            self._places[word] = self._places.get(word, 0) | 1 << at

    def like(self, other: Sequence[str]) -> float:
        """0 to 1: the longest run of words that both have in one order, gaps allowed, as a share of both."""
        full, places = self._full, self._places
        row = full
        for word in other:
            if word in places:
                matched = row & places[word]
                row = ((row + matched) | (row - matched)) & full
        return 2 * (self._size - row.bit_count()) / ((self._size + len(other)) or 1)
