"""What one country did is not what another did, however alike the words."""

from __future__ import annotations

import pytest

from tests.facts.conftest import Grouped

ONE = "{} has banned the trawlers of the north over concerns for the sea bed."
TOGETHER = [
    ("Norway", "Norway"),
    ("The US", "The United States"),
    ("Norway and Iceland", "Iceland"),
    ("The fisheries minister", "Norway"),
    ("Norway", "In a first, Norway"),
]
APART = [("Norway", "Iceland"), ("The US", "Norway"), ("Norway and Iceland", "Chile and Peru")]


def together(grouped: Grouped, one: str, other: str) -> bool:
    facts = grouped(("trawlers",), {"a": ONE.format(one), "b": ONE.format(other)}).facts
    return any(len({q.source for q in fact.quotes}) == 2 for fact in facts)


@pytest.mark.parametrize(("one", "other"), TOGETHER)
def test_the_same_actor_or_one_unknown_may_stand_together(grouped: Grouped, one: str, other: str) -> None:
    assert together(grouped, one, other)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_countries_stand_apart(grouped: Grouped, one: str, other: str) -> None:
    assert not together(grouped, one, other)
