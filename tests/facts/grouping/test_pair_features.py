"""What is known of a pair of clauses, and how probable it makes that they say the same."""

from __future__ import annotations

import math
from collections.abc import Sequence

import pytest

from generator.config import Config
from generator.facts.grouping.pairs import pairs_of
from generator.facts.grouping.same_statement import SameStatement, features, weights
from generator.facts.grouping.similarity import Similarity
from generator.facts.grouping.terms import Clause
from generator.model import Coverage, Sentence, Topics

NO_TOPICS = Topics(())
CONFIG = Config(title="T", topics=())
Pairs = Sequence[tuple[int, int, float]]


def clause(doc: int, terms: str, index: int = 0) -> Clause:
    sentence = Sentence("abc"[doc], index, 1, 0, len(terms), terms, "s")
    return Clause(doc, index, sentence, 0, len(terms), terms, tuple(terms.split()), False, "bound")


def known(
    clauses: Sequence[Clause], pairs: Pairs, topics: Topics = NO_TOPICS
) -> dict[tuple[int, int], dict[str, float]]:
    return features(clauses, Similarity(clauses, CONFIG), pairs_of(pairs), topics)


def pair(one: str, other: str) -> dict[str, float]:
    return known((clause(0, one), clause(1, other)), [(0, 1, 0.5)])[0, 1]


@pytest.mark.parametrize(("held", "counted"), [(1, 1), (7, 7), (8, 8), (9, 8)])
def test_shared_terms_count_up_to_eight(held: int, counted: int) -> None:
    words = " ".join(f"w{n}" for n in range(held))
    assert pair(words, words)["shared terms"] == counted


@pytest.mark.parametrize(("figures", "counted"), [("", 0), ("#1", 1), ("#1 #2", 2), ("#1 #2 #3", 2)])
def test_shared_figures_count_up_to_two(figures: str, counted: int) -> None:
    assert pair(f"boat {figures}", f"boat {figures}")["shared figures"] == counted


def test_a_pair_of_one_source_or_without_a_word_in_common_is_not_known() -> None:
    clauses = (clause(0, "boat"), clause(0, "boat", 1), clause(1, "lake"))
    assert known(clauses, [(0, 1, 0.5), (1, 2, 0.5)]) == {}


def test_a_pair_ranks_by_the_best_matches_of_both_in_each_other_s_source() -> None:
    clauses = (clause(0, "boat"), clause(1, "boat"), clause(1, "boat", 1), clause(2, "boat"))
    found = known(clauses, [(0, 1, 0.4), (0, 2, 0.8), (0, 3, 0.9)])
    assert [found[p]["best match"] for p in ((0, 1), (0, 2), (0, 3))] == [0.75, 1, 1]


def test_neighbours_are_those_before_or_those_behind_in_the_same_two_sources() -> None:
    clauses = tuple(clause(doc, "boat", n) for doc in (0, 1) for n in range(3))
    found = known(clauses, [(0, 3, 0.3), (1, 4, 0.5), (2, 5, 0.7)])
    assert [found[p]["neighbours"] for p in ((0, 3), (1, 4), (2, 5))] == [0.5, 0.7, 0.5]
    assert known(clauses, [(2, 3, 0.3), (1, 4, 0.5)])[2, 3]["neighbours"] == 0


def test_a_topic_is_shared_by_the_sentences_that_are_on_it() -> None:
    clauses = (clause(0, "boat"), clause(1, "boat"), clause(1, "boat", 1))
    cover = Topics((Coverage("x", "a", "main", (0,), ()), Coverage("x", "b", "main", (1,), ())))
    found = known(clauses, [(0, 1, 0.5), (0, 2, 0.5)], cover)
    assert [found[p]["shared topic"] for p in ((0, 1), (0, 2))] == [0, 1]


def test_the_probability_is_logistic() -> None:
    clauses = (clause(0, "boat lake"), clause(1, "boat harbour"))
    similarity = Similarity(clauses, CONFIG)
    same = SameStatement(clauses, similarity, pairs_of([(0, 1, 0.5)]), NO_TOPICS)
    told = pair("boat lake", "boat harbour")
    odds = weights().bias + sum(weights().features[name] * value for name, value in told.items())
    expected = 1 / (1 + math.exp(-odds))
    assert same(0, 1) == same(1, 0) == pytest.approx(expected, abs=1e-6)
    assert SameStatement(clauses, similarity, pairs_of([]), NO_TOPICS)(0, 1) == 0
    value = same(0, 1)
    assert value is not None
    assert value == round(value, 6)
