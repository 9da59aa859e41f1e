"""How many of their rarer words two clauses share."""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import NamedTuple

from ...config import Config
from ...text.words import content_stems
from .terms import FIGURE, UNIT, Clause, Vector, vector, weigh

_CONTAINED = 0.5  # how much it counts that the shorter clause is found in the longer one, beside Dice's coefficient
_LEAST_WEIGHT = 16 * UNIT  # a shorter clause than this is not contained by a word or two


class Similarity:
    """The similarities of the clauses of a corpus. `vectors` are theirs, in order; `topical` are the terms that stand
    in the topics' own."""

    def __init__(self, clauses: Sequence[Clause], config: Config) -> None:
        self.topical = frozenset(
            stem for topic in config.topics for term in topic.terms for stem in content_stems(term)
        )
        self.vectors = weigh([clause.terms for clause in clauses], self.topical)
        self._plain: dict[int, Vector] = {}

    def without_figures(self, i: int, j: int) -> float:
        """0 to 1: what two clauses share word for word, their figures left aside."""
        return shared(self._words(i), self._words(j)).overlap

    def _words(self, item: int) -> Vector:
        if item not in self._plain:
            self._plain[item] = _words(self.vectors[item])
        return self._plain[item]


class Shared(NamedTuple):
    """What two vectors have in common: the terms, and how much of both, and of the lighter one, they weigh."""

    terms: Set[str]
    dice: float
    contained: float

    @property
    def overlap(self) -> float:
        """0 to 1: Dice's coefficient, mixed with how much of the lighter vector the other holds."""
        return (1 - _CONTAINED) * self.dice + _CONTAINED * self.contained


def shared(a: Vector, b: Vector) -> Shared:
    """What `a` and `b` have in common."""
    held = a.weights
    terms = held.keys() & b.weights.keys()
    if not terms:
        return _NOTHING
    weight = sum([held[term] for term in terms])
    return Shared(terms, 2 * weight / (a.total + b.total), weight / max(_LEAST_WEIGHT, min(a.total, b.total)))


_NOTHING = Shared(frozenset(), 0.0, 0.0)


def _words(whole: Vector) -> Vector:
    """`whole` without its figures."""
    if not any(term[0] == FIGURE for term in whole.weights):
        return whole
    return vector({term: weight for term, weight in whole.weights.items() if term[0] != FIGURE})
