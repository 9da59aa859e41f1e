"""What keeps two clauses apart, however alike their words: instruments of no common class, acts of different
countries, opposite verbs, a claim and its denial."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ...text.gazetteer import countries, key
from ...text.words import word_set
from ..lexicons import lexicons
from .terms import Clause

Contradiction = Literal["other instrument", "other countries act", "opposite verbs", "a denial"]
"""What keeps two clauses apart."""

_WORD = re.compile(r"[^\W_]+")
_AND = re.compile(r", | and (?:the )?")
_ACTING = re.compile(
    r"(?:[a-z’']+ ){0,3}(?:[Tt]he )?([A-Z][\w.]*(?:(?:, | and (?:the )?| )[A-Z][\w.]*){0,5}) "
    r"(?:also |recently |now |then |later )?(?:has|have|had|will|would|may|might|could|[a-z]{3,}ed)\b"
)
_DENIALS = word_set("deny denies denied denying denial")
_NEGATIONS = _DENIALS | word_set("no not never none reject rejects rejected dismissed disputed refuted false untrue")
_NOT = re.compile(r"n[’']t\b")


@dataclass(frozen=True, slots=True)
class _Sides:
    """What a clause says that another may contradict: the sides of opposites it takes, the classes of its
    instruments, the countries that act in it, whether it denies something, or says no in any other way."""

    opposites: frozenset[tuple[int, int]]
    instruments: frozenset[str]
    actors: frozenset[str]
    denies: bool
    negates: bool


class Contradictions:
    """What each clause of a corpus says that another may contradict."""

    def __init__(self, clauses: Sequence[Clause]) -> None:
        numbers: dict[_Sides, int] = {}  # few clauses say anything of the kind, and many of those the same
        self._number = [numbers.setdefault(_sides(clause.text), len(numbers)) for clause in clauses]
        self._sides = list(numbers)
        self._known: dict[tuple[int, int], Contradiction | None] = {}

    def apart(self, i: int, j: int) -> bool:
        """Whether two clauses must not stand together."""
        return self.why(i, j) is not None

    def why(self, i: int, j: int) -> Contradiction | None:
        """What keeps two clauses apart, if anything does."""
        pair = self._number[i], self._number[j]
        if pair not in self._known:
            one, other = self._sides[pair[0]], self._sides[pair[1]]
            self._known[pair] = next((name for name, holds in _RULES if holds(one, other)), None)
        return self._known[pair]

    def kinds(self, clauses: Iterable[int]) -> dict[int, int]:
        """A clause of each kind that stands among `clauses`: two of one kind contradict the same clauses."""
        return {self._number[clause]: clause for clause in clauses}


def _disjoint(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _denied(one: _Sides, other: _Sides) -> bool:
    return (one.denies and not other.negates) or (other.denies and not one.negates)


def _opposite(one: frozenset[tuple[int, int]], other: frozenset[tuple[int, int]]) -> bool:
    """Whether one is on a side of a pair of opposites and the other on its other side alone."""
    return any(
        (pair, 1 - side) in other and (pair, side) not in other and (pair, 1 - side) not in one for pair, side in one
    )


_RULES: tuple[tuple[Contradiction, Callable[[_Sides, _Sides], bool]], ...] = (
    ("other instrument", lambda one, other: _disjoint(one.instruments, other.instruments)),
    ("other countries act", lambda one, other: _disjoint(one.actors, other.actors)),
    ("opposite verbs", lambda one, other: _opposite(one.opposites, other.opposites)),
    ("a denial", _denied),
)


def _sides(text: str) -> _Sides:
    opposites, instruments = lexicons().opposites, lexicons().instruments
    words = _WORD.findall(text.lower())
    return _Sides(
        frozenset(side for word in words for side in opposites.get(word, ())),
        frozenset(instruments[word] for word in words if word in instruments),
        _actors(text),
        not _DENIALS.isdisjoint(words),
        not _NEGATIONS.isdisjoint(words) or bool(_NOT.search(text)),
    )


def _actors(text: str) -> frozenset[str]:
    """The countries that `text` begins with as those that act: "especially after India and Japan signed". Empty where
    it begins with anybody else, or in another voice."""
    found = _ACTING.match(text)
    names = [countries().get(key(name), "") for name in _AND.split(found[1])] if found else []
    return frozenset(names) if all(names) else frozenset()
