"""The spans that are compared: every clause of every sentence, and what it is made of.

A clause is compared by the stems of its content words, each word with its meaning's first word (`lists.synonyms`), its
numbers, and its neighbouring pairs. What a clause shares with another counts by how rare it is in the corpus.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Analysis, Sentence
from ..text.words import content_stems
from .clauses import clauses
from .lists import lists

_LEAST, _FIGURE, _TOPICAL = 0.2, 2.0, 0.5
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class Clause:
    """A span of a sentence: `paragraph.text[start:end]` of the source with number `doc` of those that are grouped.
    `place` is the number of the sentence among all."""

    doc: int
    place: int
    sentence: Sentence
    start: int
    end: int
    text: str
    terms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vector:
    """Weights by term, and their sum."""

    weights: dict[str, float]
    total: float


def cut(analyses: Sequence[Analysis], language: str) -> tuple[Clause, ...]:
    """The clauses of all sentences, in the order of sources and text."""
    out: list[Clause] = []
    place = 0
    for doc, analysis in enumerate(analyses):
        for sentence in analysis.sentences:
            for start, end in clauses(sentence.text):
                text = sentence.text[start:end]
                out.append(
                    Clause(
                        doc, place, sentence, sentence.start + start, sentence.start + end, text, terms(text, language)
                    )
                )
            place += 1
    return tuple(out)


def terms(text: str, language: str) -> tuple[str, ...]:
    """What `text` is compared by, in order, repeats included: stems under their common meaning, numbers with "#"."""
    same, skip = lists().synonyms, lists().reporting
    out = []
    for stem in content_stems(text, language):
        if _NUMBER.fullmatch(stem):
            out.append("#" + stem.replace(",", ""))
        elif stem not in skip:
            out.append(same.get(stem, stem))
    return tuple(out)


def weigh(bags: Sequence[Sequence[str]], topical: frozenset[str] = frozenset()) -> tuple[Vector, ...]:
    """A vector for each bag of terms, by inverse document frequency; numbers count twice, words of the topics' own
    terms half: that two clauses are on one topic says little."""
    df = Counter(term for bag in bags for term in set(bag))
    size = max(len(bags), 2)
    idf = {
        term: max(_LEAST, math.log(size / (0.5 + count)))
        * (_FIGURE if term[0] == "#" else _TOPICAL if term in topical else 1)
        for term, count in df.items()
    }
    return tuple(_vector({term: idf[term] for term in bag}) for bag in bags)


def _vector(weights: dict[str, float]) -> Vector:
    return Vector(weights, sum(weights.values()))


def dice(a: Vector, b: Vector) -> float:
    """Twice the shared weight over the sum of both, 0 to 1."""
    if len(a.weights) > len(b.weights):
        a, b = b, a
    shared = sum(weight for term, weight in a.weights.items() if term in b.weights)
    return 2 * shared / (a.total + b.total) if shared else 0.0
