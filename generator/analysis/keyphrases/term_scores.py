"""YAKE's statistics of single terms, over our own words.

R. Campos et al., "YAKE! Keyword extraction from single documents using multiple local features", Information Sciences
509 (2020). YAKE rejects every candidate with a word that mixes letters and digits ("5G", "COVID-19") and cuts the text
by rules of its own; here its term objects get our words, so that its five features (case, position, frequency,
relatedness to context, spread over sentences) speak of the same words as all else.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from statistics import fmean, pstdev
from typing import TYPE_CHECKING

from ...text.words import Word

if TYPE_CHECKING:
    from yake.data import SingleWord


class _Graph:
    """What YAKE's terms ask of their networkx graph, and no more: it is built for every document, and this is quicker.
    An edge leads from a word to the one that follows it, with the number of times that it does."""

    def __init__(self) -> None:
        self._after: dict[int, dict[int, dict[str, float]]] = {}
        self._before: dict[int, dict[int, dict[str, float]]] = {}

    def add(self, left: int, right: int) -> None:
        edge = self._after.setdefault(left, {}).setdefault(right, {"tf": 0.0})
        self._before.setdefault(right, {})[left] = edge
        edge["tf"] += 1.0

    def out_edges(self, term: int, data: bool = False) -> list[tuple[int, int, dict[str, float]]]:
        """The edges from `term`, each with its data."""
        return [(term, other, edge) for other, edge in self._after.get(term, {}).items()]

    def in_edges(self, term: int, data: bool = False) -> list[tuple[int, int, dict[str, float]]]:
        """The edges to `term`, each with its data."""
        return [(other, term, edge) for other, edge in self._before.get(term, {}).items()]


def term_scores(
    sentences: Sequence[Sequence[Sequence[Word]]], wanted: Collection[str], stopwords: Collection[str]
) -> dict[str, float]:
    """YAKE's score of each of the `wanted` keys: above 0, and the lower the more telling. `sentences` are in the order
    of the text, each of runs of words without punctuation between them."""
    from yake.data import SingleWord  # with numpy and networkx, a fifth of a second

    graph = _Graph()
    terms: dict[str, SingleWord] = {}
    position = 0
    for number, runs in enumerate(sentences):
        place = 0
        for run in runs:
            last: SingleWord | None = None
            for word in run:
                term = terms.get(word.key)
                if term is None:
                    term = terms[word.key] = SingleWord(word.key, len(terms), graph)
                    term.stopword = word.text.lower() in stopwords
                term.add_occur(_tag(word.text, place), number, place, position)
                if last is not None:
                    graph.add(last.id, term.id)
                last = term
                place += 1
                position += 1
    return _scores(terms, wanted, len(sentences))


def _tag(word: str, place: int) -> str:
    """YAKE's tag: "a" an acronym (with us also "5G"), "n" a name, "p" any other word."""
    if word.isupper() and len(word) > 1:
        return "a"
    return "n" if place and word[0].isupper() else "p"


def _scores(terms: dict[str, SingleWord], wanted: Collection[str], sentences: int) -> dict[str, float]:
    counts = [term.tf for term in terms.values() if not term.stopword]
    if not counts:
        return {}
    stats = {
        "max_tf": max(term.tf for term in terms.values()),
        "avg_tf": fmean(counts),
        "std_tf": pstdev(counts),
        "number_of_sentences": sentences,
    }
    out: dict[str, float] = {}
    for key in wanted:
        if key in terms:
            terms[key].update_h(stats)
            out[key] = float(terms[key].h)
    return out
