"""A clause supports another group that it agrees with as closely as that group's own members must."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import pytest

from generator.facts.grouping.contradictions import Contradictions
from generator.facts.grouping.support import THRESHOLD, support
from generator.facts.grouping.terms import Clause
from generator.model import Sentence

WHOLE = Sentence("a", 0, 1, 0, 9, "The dam.", "s1")
FOUR = ("dam", "orla", "crack", "wall")
HOME, AWAY = (0, 1), (2,)  # the first group, of two sources; and the clause of a third that may support it


def clause(doc: int, place: int, terms: tuple[str, ...] = FOUR) -> Clause:
    return Clause(doc, place, WHOLE, 0, 9, "The dam.", terms, False, "bound")


def supported(
    first: float | None = 0.9,
    second: float | None = 0.9,
    third: Clause | None = None,
    docs: tuple[int, int] = (0, 1),
    apart: tuple[int, int] = (9, 9),
    pairs: tuple[tuple[int, int], ...] = ((0, 2), (1, 2)),
) -> list[list[int]]:
    likes = {(0, 2): first, (1, 2): second}

    class Known:
        def apart(self, i: int, j: int) -> bool:
            return (i, j) == apart

        def kinds(self, clauses: Iterable[int]) -> dict[int, int]:
            return {clause: clause for clause in clauses}

    clauses = (clause(docs[0], 0), clause(docs[1], 1), third or clause(2, 2))
    looked_at = [(i, j, value) for i, j in pairs if (value := likes.get((i, j))) is not None]
    found = support(
        clauses, (HOME, AWAY), lambda i, j: likes.get((min(i, j), max(i, j))), cast(Contradictions, Known()), looked_at
    )
    return [list(group.support) for group in found]


@pytest.mark.parametrize(
    ("first", "second", "does"),
    [
        (THRESHOLD, THRESHOLD, True),
        (THRESHOLD + 0.126, THRESHOLD - 0.125, True),
        (THRESHOLD + 0.1, THRESHOLD - 0.11, False),
        (0.1, 0.1, False),
        (0.9, 0.9, True),
        (0.9, None, True),
        (0.75, 0.0, False),
        (None, None, False),
    ],
)
def test_a_clause_supports_a_group_by_the_mean_over_its_members(
    first: float | None, second: float | None, does: bool
) -> None:
    assert supported(first, second)[0] == ([2] if does else [])


def test_a_clause_that_says_hardly_anything_supports_nothing() -> None:
    assert supported(third=clause(2, 2, FOUR[:3])) == [[], []]


def test_two_sources_are_too_few() -> None:
    assert supported(docs=(0, 2)) == [[], []]
    assert supported(docs=(0, 1), third=clause(1, 2)) == [[], []]


def test_the_sentence_that_already_stands_in_a_group_does_not_support_it_too() -> None:
    assert supported(third=clause(2, 1)) == [[], []]


def test_what_must_stand_apart_from_a_member_does_not_support_the_group() -> None:
    assert supported(apart=(1, 2)) == [[], []]


def test_only_pairs_that_are_looked_at_count_and_none_within_a_group() -> None:
    assert supported(pairs=((0, 1),)) == [[], []]
    assert supported(pairs=((1, 2),)) == [[2], []]
    assert supported(0.9, THRESHOLD - 0.01, pairs=((1, 2),)) == [[], []]


def test_a_member_of_a_large_group_may_support_a_small_one() -> None:
    """Both ways: the first group, of two sources, holds a clause that agrees with the second."""
    likes = {(0, 2): 0.5, (0, 3): 0.5, (1, 2): 0.0, (1, 3): 0.0}
    clauses = tuple(clause(n, n) for n in range(4))

    def same(i: int, j: int) -> float:
        return likes[min(i, j), max(i, j)]

    class Nothing:
        def apart(self, i: int, j: int) -> bool:
            return False

        def kinds(self, clauses: Iterable[int]) -> dict[int, int]:
            return {clause: clause for clause in clauses}

    found = support(clauses, ((0, 1), (2, 3)), same, cast(Contradictions, Nothing()), [(0, 2, 0.5), (0, 3, 0.5)])
    assert [group.support for group in found] == [(), (0,)]
