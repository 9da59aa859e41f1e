"""Why two statements are one, and why others that are nearly alike are not: what the grouping knew of each pair."""

from __future__ import annotations

import heapq
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Fact, Quote, Topics
from .grouping.contradictions import Contradiction
from .grouping.same_statement import features, weights
from .grouping.similarity import shared
from .grouping.terms import Clause
from .workings import Workings

_NEAREST = 5

Measured = dict[tuple[int, int], dict[str, float]]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two clauses of two sources, of which the second is quoted by the statement `fact`, "" where none quotes it.
    `probability` is that they say the same, `parts` what each thing known of them adds to its log-odds, most first;
    `terms` what they share, as stems; `apart` what keeps them apart in any case."""

    one: Clause
    other: Clause
    fact: str
    probability: float
    parts: tuple[tuple[str, float], ...]
    terms: tuple[str, ...]
    apart: Contradiction | None


@dataclass(frozen=True, slots=True)
class Grounds:
    """What joined the quotes of a fact, the likeliest pair of each two sources, and the likest clauses that stayed
    outside."""

    joined: tuple[Pair, ...]
    outside: tuple[Pair, ...]


def grounds(fact: Fact, facts: Sequence[Fact], topics: Topics, workings: Workings) -> Grounds:
    """The grounds of one of `facts`."""
    quoted = _quoted(facts, workings.clauses)
    mine = [place for place, ids in quoted.items() if fact.id in ids]
    inside, outside = [], []
    measured = features(workings.clauses, workings.likeness, workings.pairs, topics)
    for i, j in measured:
        if (i in mine) != (j in mine):
            outside.append((i, j) if i in mine else (j, i))
        elif i in mine:
            inside.append((i, j))
    ranked = sorted((_pair((i, j), quoted, measured, workings) for i, j in inside), key=_likeliest)
    best: dict[tuple[int, int], Pair] = {}
    for pair in ranked:
        best.setdefault((pair.one.doc, pair.other.doc), pair)
    near = heapq.nsmallest(_NEAREST, (_pair((i, j), quoted, measured, workings) for i, j in outside), key=_likeliest)
    return Grounds(tuple(best.values()), tuple(near))


def _likeliest(pair: Pair) -> tuple[float, int, int]:
    return -pair.probability, pair.one.start, pair.other.start


def _quoted(facts: Sequence[Fact], clauses: Sequence[Clause]) -> dict[int, list[str]]:
    """The clauses that stand in a quote, each with the ids of the facts that it is quoted for."""
    held: dict[tuple[str, int], list[tuple[Quote, str]]] = {}
    for fact in facts:
        for quote in fact.quotes:
            held.setdefault((quote.source, quote.sentence), []).append((quote, fact.id))
    found: dict[int, list[str]] = {}
    for place, clause in enumerate(clauses):
        for quote, id in held.get((clause.sentence.source, clause.sentence.index), ()):
            if quote.start < clause.end and clause.start < quote.end:
                found.setdefault(place, []).append(id)
    return found


def _pair(pair: tuple[int, int], quoted: dict[int, list[str]], measured: Measured, workings: Workings) -> Pair:
    i, j = pair
    first, second = sorted(pair)
    terms = shared(workings.likeness.vectors[i], workings.likeness.vectors[j]).terms
    return Pair(
        one=workings.clauses[i],
        other=workings.clauses[j],
        fact=next(iter(quoted.get(j, ())), ""),
        probability=workings.same(first, second) or 0.0,
        parts=tuple(sorted(_parts(measured[first, second]), key=lambda part: (-abs(part[1]), part[0]))),
        terms=tuple(sorted(terms)),
        apart=workings.contradictions.why(first, second),
    )


def _parts(measured: dict[str, float]) -> Iterator[tuple[str, float]]:
    learned = weights()
    yield "for any pair", learned.bias
    yield from ((name, learned.features[name] * value) for name, value in measured.items())
