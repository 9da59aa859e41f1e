"""What keeps two clauses apart, however alike their words."""

from __future__ import annotations

import pytest

from generator.facts.grouping.contradictions import Contradictions
from generator.facts.grouping.terms import extract_clauses
from tests.facts.conftest import analysed, settings


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("The agency paid 40 crowns for the crane.", "The agency denied paying 40 crowns for the crane.", True),
        ("The agency denied paying for the crane.", "The agency rejected claims of paying for the crane.", False),
        ("The agency denied paying for the crane.", "The agency hasn’t paid for the crane.", False),
        ("The agency denied paying for the crane.", "A denial came from the agency on the crane.", False),
        ("The port opened a new quay for the crane.", "The port closed a new quay for the crane.", True),
        ("The treaty on the cranes of the port was read.", "The memorandum on the cranes of the port was read.", True),
    ],
)
def test_what_cannot_both_be_so_stands_apart(one: str, other: str, apart: bool) -> None:
    config = settings("crane")
    clauses = extract_clauses([analysed("a", one, config), analysed("b", other, config)], "en")
    assert len(clauses) == 2
    assert Contradictions(clauses).apart(0, 1) == Contradictions(clauses).apart(1, 0) == apart
