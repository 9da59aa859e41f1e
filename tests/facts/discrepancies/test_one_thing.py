"""Which figures may be of one thing, each condition and each threshold alone."""

from __future__ import annotations

from typing import Any, cast

import pytest

from generator.facts.discrepancies.claims import Claim
from generator.facts.discrepancies.counted import Role
from generator.facts.discrepancies.occasion import Occasion, two_occasions, unlike
from generator.facts.discrepancies.one_thing import apart, same
from generator.facts.grouping.similarity import Similarity
from tests.facts.discrepancies.made import Likeness, claim, evidence, quantity

TOLL = Role("dead", toll=True)
ORLA, TERIS = frozenset({"Orla"}), frozenset({"Teris"})
NONE: frozenset[str] = frozenset()


def both(low: float = 40, other: float = 50, **given: Any) -> tuple[Claim, Claim]:
    """Two figures that are apart in nothing; of a field given as a pair each has its own."""
    pairs = {key: value if isinstance(value, tuple) else (value, value) for key, value in given.items()}
    outer = {key: pairs.pop(key) for key in ("occasion", "names", "doer", "earlier", "sentence_words") if key in pairs}
    one, two = (
        claim(quantity(value, **{key: pair[i] for key, pair in pairs.items()}), "ab"[i],
              **{key: pair[i] for key, pair in outer.items()})
        for i, value in enumerate((low, other))
    )  # fmt: skip
    return one, two


@pytest.mark.parametrize(
    ("given", "are_apart"),
    [
        ({}, False),
        ({"rate": ("day", "year")}, True),
        ({"rate": ("", "year")}, True),
        ({"low": 10, "other": 30}, False),
        ({"low": 10, "other": 31}, True),
        ({"low": 10, "other": 200, "role": TOLL}, False),
        ({"low": 10, "other": 201, "role": TOLL}, True),
        ({"low": 0, "other": 0}, False),
        ({"occasion": (Occasion(ORLA, NONE, NONE), Occasion(TERIS, NONE, NONE))}, True),
        ({"occasion": (Occasion(ORLA, NONE, NONE), Occasion(NONE, NONE, NONE))}, False),
        ({"occasion": (Occasion(NONE, ORLA, NONE), Occasion(NONE, TERIS, NONE))}, True),
        ({"occasion": (Occasion(ORLA, ORLA, NONE), Occasion(ORLA | TERIS, ORLA, NONE))}, False),
        ({"occasion": (Occasion(NONE, NONE, NONE), Occasion(NONE, NONE, ORLA))}, True),
        ({"occasion": (Occasion(NONE, NONE, ORLA | TERIS), Occasion(NONE, NONE, ORLA))}, False),
        ({"occasion": (Occasion(NONE, NONE, ORLA), Occasion(NONE, NONE, ORLA))}, False),
        ({"occasion": (Occasion(NONE, NONE, NONE), Occasion(NONE, NONE, ORLA)), "earlier": (True, False)}, False),
        ({"occasion": (Occasion(NONE, NONE, NONE), Occasion(NONE, NONE, ORLA)), "earlier": (False, True)}, False),
        ({"summed": (True, False)}, True),
        ({"summed": (True, False), "role": TOLL}, False),
        ({"modifiers": (ORLA, TERIS)}, True),
        ({"modifiers": (ORLA, NONE)}, False),
        ({"doer": ("n1", "n2")}, True),
        ({"doer": ("n1", "")}, False),
        ({"doer": ("", "n2")}, False),
        ({"doer": ("n1", "n1")}, False),
        ({"role": (Role("sold"), Role("lost"))}, True),
        ({"role": (Role("sold"), Role("be"))}, False),
        ({"role": (Role("sold"), Role(""))}, False),
        ({"role": (Role("dead"), Role(""))}, True),
        ({"role": (Role("", where="river"), Role("", where="hall"))}, False),
        ({"role": (Role("", where="river"), Role("", where="hall")), "noun": "people"}, True),
        ({"role": (Role("", where="river"), Role("", where="river")), "noun": "people"}, False),
    ],
)
def test_figures_are_apart_by_any_one_of_these(given: dict[str, Any], are_apart: bool) -> None:
    one, other = both(**given)
    assert apart(one, other) is are_apart
    assert apart(other, one) is are_apart


@pytest.mark.parametrize(
    ("given", "least"),
    [
        ({}, 0.26),
        ({"role": Role("be")}, 0.26),
        ({"role": Role("dead")}, 0.26),
        ({"role": (Role("sold"), Role("lost"))}, 0.26),
        ({"role": TOLL}, 0.15),
        ({"role": TOLL, "sentence_words": (8, 9)}, 0.15),
        ({"role": TOLL, "sentence_words": (7, 9)}, 0.0),
        ({"role": TOLL, "sentence_words": (9, 7)}, 0.0),
        ({"role": Role("sold", where="hall")}, 0.1),
        ({"role": (Role("sold", where="hall"), Role("", where="hall"))}, 0.1),
        ({"role": (Role("", where="hall"), Role("", where="river"))}, 0.26),
        ({"role": Role("sold")}, 0.05),
        ({"noun": "mile", "role": Role("sold")}, 0.45),
        ({"noun": "mile"}, 2.0),
        ({"noun": "year", "role": Role("sold")}, 2.0),
        ({"noun": "%"}, 2.0),
        ({"noun": "%", "names": (ORLA, TERIS)}, 2.0),
        ({"noun": "%", "names": ORLA}, 0.45),
        ({"noun": "% worker", "names": ORLA}, 0.1),
    ],
)
def test_what_clauses_must_share_depends_on_what_is_told(given: dict[str, Any], least: float) -> None:
    one, other = both(**given)
    assert same(one, other, cast(Similarity, Likeness(least)))
    assert not same(one, other, cast(Similarity, Likeness(least - 0.01)))


def test_figures_of_one_quote_are_not_of_one_thing() -> None:
    told = evidence("Orla sold 40 lamps and 50 lamps.")
    one, other = (claim(quantity(n, role=Role("sold")), told=told) for n in (40, 50))
    assert not same(one, other, cast(Similarity, Likeness(1.0)))


def test_unlike_needs_words_on_both_sides() -> None:
    assert unlike(ORLA, TERIS)
    assert not unlike(ORLA, NONE) and not unlike(NONE, TERIS) and not unlike(NONE, NONE)
    assert not unlike(ORLA | TERIS, TERIS)
    assert two_occasions(Occasion(ORLA, ORLA, NONE), Occasion(ORLA, TERIS, NONE))
