"""Which groups a clause supports beside its own, and which groups are one."""

from __future__ import annotations

from generator.facts.grouping.contradictions import Contradictions
from generator.facts.grouping.support import THRESHOLD, Group, joined, support
from generator.facts.grouping.terms import Clause, extract_clauses
from tests.facts.conftest import analysed, settings

SENTENCE = "Varn banned {} rusty cranes from the old harbour of the town."


class Told:
    """Probabilities as they are given, the same for every other pair."""

    def __init__(self, rest: float, given: dict[tuple[int, int], float] | None = None) -> None:
        self._rest, self._given = rest, given or {}

    def __call__(self, i: int, j: int) -> float | None:
        return self._given.get((min(i, j), max(i, j)), self._rest)


def corpus(*texts: str) -> tuple[Clause, ...]:
    config = settings("cranes")
    return extract_clauses([analysed(name, text, config) for name, text in zip("abcdef", texts, strict=False)], "en")


CLAUSES = corpus(*(SENTENCE.format(number) for number in ("100", "200", "300", "400")))
PAIRS = [(i, j, 0.5) for i in range(4) for j in range(i + 1, 4)]


def supporters(groups: list[list[int]], same: Told) -> list[tuple[int, ...]]:
    """What supports each group."""
    return [group.support for group in support(CLAUSES, groups, same, Contradictions(CLAUSES), PAIRS)]


def test_a_clause_supports_a_group_that_it_is_likely_to_say_the_same_as() -> None:
    groups = [[0, 1], [2], [3]]
    near = {(0, 2): THRESHOLD, (1, 2): THRESHOLD}
    assert supporters(groups, Told(0.1, near)) == [(2,), (), ()]
    far = {(0, 2): THRESHOLD, (1, 2): THRESHOLD - 0.01}
    assert supporters(groups, Told(0.1, far)) == [(), (), ()]


def test_between_two_sources_a_clause_belongs_where_it_is() -> None:
    groups = [[0], [1], [2], [3]]
    assert supporters(groups, Told(0.9)) == [(), (), (), ()]


def test_groups_in_both_of_which_two_sources_stand_are_one() -> None:
    groups = (Group((0, 1), (2, 3)), Group((2, 3), (0, 1)))
    likely, unlikely = Told(THRESHOLD), Told(THRESHOLD - 0.01)
    assert joined(CLAUSES, groups, likely, Contradictions(CLAUSES)) == (Group((0, 1, 2, 3)),)
    assert joined(CLAUSES, groups, unlikely, Contradictions(CLAUSES)) == groups
    one = (Group((0, 1), (2,)), Group((2, 3)))
    assert joined(CLAUSES, one, likely, Contradictions(CLAUSES)) == one


def test_groups_that_contradict_one_another_stay_two() -> None:
    clauses = corpus(
        "Varn opened the old harbour.", "Varn opened the harbour.", "Varn closed it.", "Varn closed the port."
    )
    groups = (Group((0, 1), (2, 3)), Group((2, 3), (0, 1)))
    assert joined(clauses, groups, Told(0.9), Contradictions(clauses)) == groups
