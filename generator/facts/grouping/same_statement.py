"""How likely it is that two clauses of two sources say the same: a logistic regression over what is known of the pair.

The weights are data (`generator/data/same_statement.json`), made by `scripts/fit_same_statement.py`. Shared words alone
cannot tell; what helps beside them is whether the two stand on one topic, whether either has a better match in the
other's source, and whether the clauses before or after them match too.
"""

from __future__ import annotations

import json
import math
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import NamedTuple

from ...model import Topics
from ..tokens import plain
from .similarity import Similarity, shared
from .terms import FIGURE, Clause

_MOST_TERMS = 8
_MOST_FIGURES = 2

# (clause, clause, overlap) of clauses that share something rare, the first clause before the second.
Pairs = Sequence[tuple[int, int, float]]


class Weights(NamedTuple):
    """Log-odds that two clauses say the same: `bias` and what each feature adds, by name."""

    bias: float
    features: dict[str, float]


@cache
def weights() -> Weights:
    """The weights, read once from the package's own data."""
    raw = json.loads((resources.files("generator.data") / "same_statement.json").read_text(encoding="utf-8"))
    return Weights(raw["bias"], raw["weights"])


class SameStatement:
    """The probabilities that pairs of clauses say the same. `pairs` are those that are looked at; of clauses that share
    no more than words of the topics' own terms, it is 0."""

    def __init__(self, clauses: Sequence[Clause], similarity: Similarity, pairs: Pairs, topics: Topics) -> None:
        self._clauses = clauses
        learned = weights()
        self._known = {
            pair: _probability(learned, measured)
            for pair, measured in features(clauses, similarity, pairs, topics).items()
        }

    def __call__(self, i: int, j: int) -> float | None:
        """0 to 1; None for clauses of one source, which nothing is known of."""
        if self._clauses[i].doc == self._clauses[j].doc:
            return None
        return self._known.get((i, j) if i < j else (j, i), 0.0)


def _probability(learned: Weights, measured: dict[str, float]) -> float:
    """To six places, so that no difference between machines in the last bit can change a group."""
    log_odds = learned.bias + math.fsum(learned.features[name] * value for name, value in measured.items())
    return round(1 / (1 + math.exp(-log_odds)), 6)


def features(
    clauses: Sequence[Clause], similarity: Similarity, pairs: Pairs, topics: Topics
) -> dict[tuple[int, int], dict[str, float]]:
    """What is known of each pair of clauses of two sources that share a word of their own, by name."""
    known = {(i, j): value for i, j, value in pairs if clauses[i].doc != clauses[j].doc}
    best = _best(clauses, known)
    on = _topics(clauses, topics)
    words = [plain(clause.text) for clause in clauses]
    out = {}
    for (i, j), value in known.items():
        both = shared(similarity.vectors[i], similarity.vectors[j])
        if both.terms <= similarity.topical | _whom(clauses[i], clauses[j]):
            continue
        rank = value / best[i, clauses[j].doc] + value / best[j, clauses[i].doc]
        out[i, j] = {
            "dice": both.dice,
            "word order": word_order(words[i], words[j]),
            "shared terms": float(min(len(both.terms), _MOST_TERMS)),
            "shared figures": float(min(sum(term[0] == FIGURE for term in both.terms), _MOST_FIGURES)),
            "shared topic": float(not on[i].isdisjoint(on[j])),
            "best match": rank / 2,
            "neighbours": _neighbours(clauses, known, i, j),
        }
    return out


def _whom(one: Clause, other: Clause) -> set[str]:
    """The terms of the persons that two clauses both name."""
    return {term for mine in one.persons for theirs in other.persons for term in mine & theirs}


def _best(clauses: Sequence[Clause], known: dict[tuple[int, int], float]) -> dict[tuple[int, int], float]:
    """The highest overlap of each clause with any of each other source."""
    best: dict[tuple[int, int], float] = defaultdict(float)
    for (i, j), value in known.items():
        for place in ((i, clauses[j].doc), (j, clauses[i].doc)):
            best[place] = max(best[place], value)
    return best


def _topics(clauses: Sequence[Clause], topics: Topics) -> list[set[str]]:
    """The topics that each clause's sentence is on."""
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    for coverage in topics.coverage:
        for sentence in coverage.sentences:
            found[coverage.source, sentence].add(coverage.topic)
    return [found[clause.sentence.source, clause.sentence.index] for clause in clauses]


def _neighbours(clauses: Sequence[Clause], known: dict[tuple[int, int], float], i: int, j: int) -> float:
    """The overlap of the clauses before the two, or of those behind them, whichever is higher: sources that go back to
    one text tell things in one order."""
    sides = (clauses[i].doc, clauses[j].doc)
    beside = [
        known.get((a, b), 0.0)
        for a, b in ((i - 1, j - 1), (i + 1, j + 1))
        if (clauses[a].doc, clauses[b % len(clauses)].doc) == sides
    ]
    return max(beside, default=0.0)


def word_order(one: Sequence[str], other: Sequence[str]) -> float:
    """0 to 1: the longest run of words that two texts have in one order, gaps allowed, as a share of both. After H.
    Hyyrö, "Bit-parallel LCS-length computation revisited" (2004): a row of the table is one whole number."""
    places: dict[str, int] = defaultdict(int)
    for at, word in enumerate(one):
        places[word] |= 1 << at
    full = (1 << len(one)) - 1
    row = full
    for word in other:
        if word in places:
            matched = row & places[word]
            row = ((row + matched) | (row - matched)) & full
    return 2 * (len(one) - row.bit_count()) / ((len(one) + len(other)) or 1)
