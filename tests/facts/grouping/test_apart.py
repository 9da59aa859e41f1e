"""What keeps two clauses apart, however alike their words."""

from __future__ import annotations

import pytest

from generator.facts.grouping.contradictions import Contradictions
from generator.facts.grouping.terms import Clause
from generator.facts.lexicons import lexicons
from generator.model import Sentence


def apart(one: str, other: str) -> bool:
    clauses = [
        Clause(n, n, Sentence("a", n, 1, 0, len(t), t, "s"), 0, len(t), t, (), False, "bound")
        for n, t in enumerate((one, other))
    ]
    kept = Contradictions(clauses)
    assert kept.apart(0, 1) == kept.apart(1, 0)
    return kept.apart(0, 1)


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("They signed the deal.", "They signed the memorandum.", True),
        ("They signed the deal.", "They signed the pact.", False),
        ("They signed the deal.", "They signed it.", False),
        ("They signed the deal and the memorandum.", "They signed the memorandum.", False),
        ("Norway has banned nets.", "Chile has banned nets.", True),
        ("Norway banned nets.", "Chile will ban nets.", True),
        ("especially after Norway banned nets.", "Chile recently banned nets.", True),
        ("as was told soon after Norway banned nets.", "Chile banned nets.", False),  # too far in
        ("Norway bans nets.", "Chile bans nets.", False),
        ("Norway and Ann Lee banned nets.", "Chile banned nets.", False),
        ("Norway, Peru and the United States banned nets.", "Chile banned nets.", True),
        ("Norway, Peru and Chile banned nets.", "Chile banned nets.", False),
        ("Norway fed fish.", "Chile fed fish.", False),  # three letters before "ed"
    ],
)
def test_instruments_and_countries(one: str, other: str, are: bool) -> None:
    assert apart(one, other) is are


def opposites() -> tuple[str, str]:
    """Two words on the two sides of one pair of opposites, and of no other."""
    sides = {word: next(iter(places)) for word, places in lexicons().opposites.items() if len(places) == 1}
    pair, side = min(sides.values())
    return min(w for w, place in sides.items() if place == (pair, side)), min(
        w for w, place in sides.items() if place == (pair, 1 - side)
    )


def test_opposite_verbs_of_which_neither_clause_has_both() -> None:
    up, down = opposites()
    assert apart(f"Boats {up}.", f"Boats {down}.")
    assert not apart(f"Boats {up}.", f"Boats {up}.")
    assert not apart(f"Boats {up}.", f"Boats {up} or {down}.")
    assert not apart(f"Boats {up} or {down}.", f"Boats {up} or {down}.")
    assert not apart(f"Boats {up}.", "Boats.")


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        ("Ann denied the theft.", "Ann took the net.", True),
        ("Ann denied the theft.", "Ann denies the theft.", False),
        ("Ann denied the theft.", "Ann never took the net.", False),
        ("Ann denied the theft.", "Ann didn’t take the net.", False),
        ("Ann never took the net.", "Ann took the net.", False),
    ],
)
def test_a_denial_stands_apart_from_what_it_denies(one: str, other: str, are: bool) -> None:
    assert apart(one, other) is are
