"""How likely it is that two clauses say the same, and what tells."""

from __future__ import annotations

import pytest

from generator.facts.grouping.clustering import candidates
from generator.facts.grouping.same_statement import Order, SameStatement, features, weights
from generator.facts.grouping.similarity import Similarity
from generator.facts.grouping.terms import Clause, extract_clauses
from generator.model import Topics
from generator.topics import assign
from tests.facts.conftest import analysed, settings

BAN = "Varn banned 100 rusty cranes from the old harbour."
CLOSED = "The museum of clocks was closed after a burst pipe."
TALKS = "Pilots of the upper river went home without a word."


def read(*texts: str, term: str = "cranes") -> tuple[tuple[Clause, ...], Similarity, Topics]:
    config = settings(term)
    analyses = tuple(analysed(name, text, config) for name, text in zip("abcd", texts, strict=False))
    clauses = extract_clauses(analyses, "en")
    return clauses, Similarity(clauses, config), assign(analyses, config)


def probability(one: str, other: str, term: str = "cranes") -> float | None:
    clauses, similarity, topics = read(one, other, term=term)
    return SameStatement(clauses, similarity, candidates(similarity.vectors), topics)(0, len(clauses) - 1)


def measured(one: str, other: str, term: str = "cranes") -> dict[str, float]:
    """What is known of the first clause of `one` and the first of `other`."""
    clauses, similarity, topics = read(one, other, term=term)
    first = next(i for i, clause in enumerate(clauses) if clause.doc == 1)
    return features(clauses, similarity, candidates(similarity.vectors), topics)[0, first]


def test_the_same_words_in_two_sources_say_the_same_and_a_few_of_them_do_not() -> None:
    assert (probability(BAN, BAN) or 0) > 0.9
    assert (probability(BAN, "The harbour of Oster was rusty and old, its pilots said on Monday.") or 0) < 0.4


def test_nothing_is_known_of_two_clauses_of_one_source() -> None:
    clauses, similarity, topics = read(f"{BAN} {BAN}")
    assert SameStatement(clauses, similarity, candidates(similarity.vectors), topics)(0, 1) is None


def test_clauses_that_share_only_words_of_their_topic_do_not_say_the_same() -> None:
    one, other = "Rusty harbour cranes are to be sold.", "Two harbour cranes fell over."
    assert probability(one, other, term="harbour crane") == 0


@pytest.mark.parametrize(
    ("frame", "one", "alike", "apart"),
    [
        (
            "Harbour Master Jonas Vell said {}.",
            "no more ropes would be sold",
            "no ropes would be sold any more",
            "two barges sank",
        ),
        (
            "{} the prime minister, Maria Rossi.",
            "Dock workers cheered",
            "Workers of the dock cheered for",
            "Two barges were named after",
        ),
    ],
)
def test_clauses_that_share_only_whom_they_name_do_not_say_the_same(
    frame: str, one: str, alike: str, apart: str
) -> None:
    assert probability(frame.format(one), frame.format(apart)) == 0
    assert probability(frame.format(one), frame.format(alike))


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        ("the old port closed", "the old port closed", 1.0),
        ("the old port closed", "closed", 0.4),
        ("the old port closed", "closed port old the", 0.25),
        ("the port", "", 0.0),
    ],
)
def test_the_order_of_words(one: str, other: str, share: float) -> None:
    assert Order(one.split()).like(other.split()) == pytest.approx(share)
    assert Order(other.split()).like(one.split()) == pytest.approx(share)


def test_shared_figures_and_a_shared_topic_are_known_of_a_pair() -> None:
    here = measured(BAN, "Rusty cranes were banned from Varn, all 100.")
    assert (here["shared figures"], here["shared topic"]) == (1, 1)
    away = measured(BAN, "Rusty cranes were banned from Varn.", term="museum")
    assert (away["shared figures"], away["shared topic"]) == (0, 0)


def test_a_better_match_in_the_other_source_tells_against_a_pair() -> None:
    poor = "Rusty cranes were seen at the harbour."
    assert measured(poor, poor)["best match"] == 1
    assert measured(poor, f"Rusty cranes fell into the harbour. {poor}")["best match"] < 1


def test_neighbours_that_match_too_tell_for_a_pair() -> None:
    assert measured(f"{BAN} {CLOSED}", f"{BAN} {CLOSED}")["neighbours"] > 0.5
    assert measured(f"{BAN} {CLOSED}", f"{BAN} {TALKS}")["neighbours"] == 0
    assert measured(BAN, f"{BAN} {BAN}")["neighbours"] == 0  # what begins the next source is no neighbour


def test_all_that_is_measured_has_a_weight_and_tells_for_the_pair() -> None:
    assert set(measured(BAN, BAN)) == set(weights().features)
    assert min(weights().features.values()) > 0
