"""What is known of items two by two, in arrays."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.facts.grouping.pairs import Pairs, pairs_of

KNOWN = st.dictionaries(
    st.tuples(st.integers(0, 12), st.integers(1, 12)).map(lambda pair: (min(pair), max(pair) + 1)),
    st.floats(0, 1),
    max_size=40,
)


@settings(deadline=None)
@given(KNOWN)
def test_what_is_put_in_is_found_by_pair_by_row_and_in_order(known: dict[tuple[int, int], float]) -> None:
    pairs = pairs_of((i, j, value) for (i, j), value in known.items())
    assert list(pairs) == sorted((i, j, value) for (i, j), value in known.items())
    assert len(pairs) == len(known)
    for i in range(16):
        assert list(pairs.row(i)) == [(j, value) for (first, j), value in sorted(known.items()) if first == i]
        assert all(pairs.value(i, j) == pairs.value(j, i) == known.get((i, j)) for j in range(i + 1, 16))


def test_items_behind_the_last_that_has_any_have_none() -> None:
    pairs = Pairs([[(2, 0.5)], []])
    assert (list(pairs.row(1)), list(pairs.row(9)), pairs.value(1, 9)) == ([], [], None)
