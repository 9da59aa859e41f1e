"""How far a rounded figure reaches, at the very edges."""

from __future__ import annotations

import pytest

from generator.facts.discrepancies.quantities import Hedge, Quantity
from generator.facts.discrepancies.rounding import agree, exact
from tests.facts.discrepancies.made import quantity


def of(low: float, hedge: Hedge = "", high: float | None = None) -> Quantity:
    return quantity(low, high, hedge=hedge)


@pytest.mark.parametrize(
    ("one", "other", "may_be_one"),
    [
        (of(400, "about"), of(440), True),
        (of(400, "about"), of(441), False),
        (of(400, "about"), of(360), True),
        (of(400, "about"), of(359), False),
        (of(100, "about"), of(110, "about"), False),
        (of(100, "about"), of(109, "about"), True),
        (of(109, "about"), of(100, "about"), True),
        (of(100, "about"), of(110, "over"), True),
        (of(400, "over"), of(500), True),
        (of(400, "over"), of(501), False),
        (of(400, "over"), of(399), False),
        (of(10, "over"), of(12), True),
        (of(8, "over"), of(9), False),
        (of(45, "over"), of(46), False),
        (of(400, "under"), of(360), True),
        (of(400, "under"), of(359), False),
        (of(400, "under"), of(401), False),
        (of(100, "", 125), of(110), True),
        (of(100, "", 126), of(110), False),
        (of(100, "", 126), of(100, "", 126), True),
        (of(100, "", 126), of(100, "", 127), False),
        (of(100, "", 126), of(101, "", 126), False),
        (of(0), of(0), True),
        (of(0), of(1), False),
        (of(0, "", 9), of(4), True),
    ],
)
def test_room_is_left_up_to_the_edge_and_no_further(one: Quantity, other: Quantity, may_be_one: bool) -> None:
    assert agree(one, other) is may_be_one
    assert agree(other, one) is may_be_one


@pytest.mark.parametrize(
    ("one", "is_exact"),
    [
        (of(12), True),
        (of(40), True),
        (of(12, "over"), True),
        (of(40, "over"), False),
        (of(10, "over"), False),
        (of(0, "over"), True),
        (of(12, "under"), False),
        (of(12, "about"), False),
    ],
)
def test_a_round_bound_is_not_exact(one: Quantity, is_exact: bool) -> None:
    assert exact(one) is is_exact
