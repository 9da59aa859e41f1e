"""Sets that grow together."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from generator.text.union_find import UnionFind


def test_what_is_joined_to_a_third_is_joined() -> None:
    sets = UnionFind[str]()
    sets.join("a", "b")
    sets.join("c", "d")
    assert sets.root("a") == sets.root("b") != sets.root("c")
    sets.join("d", "b")
    assert {sets.root(one) for one in "abcd"} == {"c"}  # the root of the first that is named stands for both
    assert sets.root("e") == "e"


def test_groups_stand_in_the_order_of_their_items() -> None:
    sets = UnionFind[int]()
    sets.join(4, 0)
    sets.join(3, 1)
    assert sets.groups(range(5)) == ((0, 4), (1, 3), (2,))
    assert UnionFind[int]().groups(()) == ()


@given(st.lists(st.tuples(st.integers(0, 8), st.integers(0, 8)), max_size=12))
def test_groups_are_those_that_a_walk_over_the_pairs_finds(pairs: list[tuple[int, int]]) -> None:
    sets = UnionFind[int]()
    near = {i: {i} for i in range(9)}
    for one, other in pairs:
        sets.join(one, other)
        whole = near[one] | near[other]
        for member in whole:
            near[member] = whole
    for one, other in combinations(range(9), 2):
        assert (sets.root(one) == sets.root(other)) == (other in near[one])
