"""How much two clauses say the same, and what must keep them apart.

The weights were chosen together, on the project's own stories of several kinds and looked at on real ones; what was
tried is in docs/decisions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ...config import Config
from ...text.gazetteer import countries, key
from ...text.words import content_stems
from ..lexicons import lexicons
from .terms import FIGURE, JOINED, UNIT, Clause, Vector, vector, weigh

_WORD = re.compile(r"[^\W_]+")
_AND = re.compile(r", | and (?:the )?")
_ACTING = re.compile(
    r"(?:[a-z’']+ ){0,3}(?:[Tt]he )?([A-Z][\w.]*(?:(?:, | and (?:the )?| )[A-Z][\w.]*){0,5}) "
    r"(?:also |recently |now |then |later )?(?:has|have|had|will|would|may|might|could|[a-z]{3,}ed)\b"
)
_PARENT = 0.28  # how much the sentences around two clauses count beside the clauses
_CONTAINED = 0.5  # how much it counts that the shorter clause is found in the longer one, beside Dice's coefficient
_BEYOND = 0.48  # of what two clauses share, the least part that must be no word of a topic's own terms
_LEAST_WEIGHT = 16 * UNIT  # a shorter clause than this is not contained by a word or two


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a clause says that another may contradict: the sides of opposites it takes, the classes of its
    instruments, the countries that act in it."""

    opposites: frozenset[tuple[int, int]]
    instruments: frozenset[str]
    actors: frozenset[str]


class Similarity:
    """The similarities of the clauses of a corpus. `vectors` are theirs, in order."""

    def __init__(self, clauses: Sequence[Clause], config: Config) -> None:
        topical = frozenset(stem for topic in config.topics for term in topic.terms for stem in content_stems(term))
        around: dict[int, list[str]] = {}
        for clause in clauses:
            around.setdefault(clause.place, []).extend(clause.terms)
        self.vectors = weigh([clause.terms for clause in clauses], topical)
        parents = dict(zip(around, weigh(list(around.values()), topical), strict=True))
        self._parents = [parents[clause.place] for clause in clauses]
        terms = {term for vector in self.vectors for term in vector.weights}
        self._topical = frozenset(term for term in terms if topical.issuperset(term.split(JOINED)))
        self._sides = [_sides(clause.text) for clause in clauses]

    def like(self, i: int, j: int) -> float:
        """0 to 1.3: what the clauses share, and a part of what their sentences share besides; 0 where hardly more is
        shared than the topics' own words, which every statement of a topic has."""
        own = overlap(self.vectors[i], self.vectors[j])
        if not own or not self._beyond_topic(i, j):
            return 0.0
        return own + _PARENT * overlap(self._parents[i], self._parents[j])

    def _beyond_topic(self, i: int, j: int) -> bool:
        one = self.vectors[i].weights
        shared = one.keys() & self.vectors[j].weights.keys()
        topical = shared & self._topical
        if not topical:
            return True
        return sum([one[t] for t in topical]) <= (1 - _BEYOND) * sum([one[t] for t in shared])

    def without_figures(self, i: int, j: int) -> float:
        """0 to 1: what two clauses share word for word, their figures left aside. Words that stand as one term in one
        of them and apart in the other are shared too: "new harbour | costs" and "harbour costs"."""
        one, other = _words(self.vectors[i]), _words(self.vectors[j])
        low = {t: min(one.weights[t], other.weights[t]) for t in one.weights.keys() & other.weights.keys()}
        return _overlap(sum(low.values()), one.total, other.total)

    def apart(self, i: int, j: int) -> bool:
        """Whether two clauses must not stand together: they name instruments of no common class, tell of different
        countries' acts, or say opposite things."""
        one, other = self._sides[i], self._sides[j]
        if one.instruments and other.instruments and not one.instruments & other.instruments:
            return True
        if one.actors and other.actors and not one.actors & other.actors:
            return True
        return any(
            (pair, 1 - side) in other.opposites
            and (pair, side) not in other.opposites
            and (pair, 1 - side) not in one.opposites
            for pair, side in one.opposites
        )


def overlap(a: Vector, b: Vector) -> float:
    """0 to 1: Dice's coefficient of two vectors, mixed with how much of the lighter one the other holds."""
    held = a.weights
    shared = held.keys() & b.weights.keys()
    return _overlap(sum([held[term] for term in shared]), a.total, b.total) if shared else 0.0


def _overlap(shared: int, one: int, other: int) -> float:
    if not shared:
        return 0.0
    dice = 2 * shared / (one + other)
    return (1 - _CONTAINED) * dice + _CONTAINED * shared / max(_LEAST_WEIGHT, min(one, other))


def _words(whole: Vector) -> Vector:
    """`whole` without figures, each joined term in its words, which share its weight."""
    out: dict[str, int] = {}
    for term, weight in whole.weights.items():
        parts = term.split(JOINED) if term[0] != FIGURE else []
        for part in parts:
            out[part] = out.get(part, 0) + weight // len(parts)
    return vector(out)


def _sides(text: str) -> _Sides:
    opposites, instruments = lexicons().opposites, lexicons().instruments
    words = _WORD.findall(text.lower())
    return _Sides(
        frozenset(side for word in words for side in opposites.get(word, ())),
        frozenset(instruments[word] for word in words if word in instruments),
        _actors(text),
    )


def _actors(text: str) -> frozenset[str]:
    """The countries that `text` begins with as those that act: "especially after India and Japan signed". Empty where
    it begins with anybody else, or in another voice."""
    found = _ACTING.match(text)
    names = [countries().get(key(name), "") for name in _AND.split(found[1])] if found else []
    return frozenset(names) if all(names) else frozenset()
