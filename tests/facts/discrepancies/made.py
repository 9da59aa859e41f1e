"""Figures and statements made by hand, for tests of one rule at its threshold."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.facts.build import Evidence
from generator.facts.discrepancies.claims import Claim
from generator.facts.discrepancies.counted import Role
from generator.facts.discrepancies.occasion import Occasion
from generator.facts.discrepancies.quantities import Quantity
from generator.facts.origins import Speaker
from generator.model import Quote

NOWHERE = Occasion(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True)
class Likeness:
    """Every two clauses share so much."""

    share: float

    def without_figures(self, _i: int, _j: int) -> float:
        return self.share


def evidence(text: str, source: str = "a", doc: int = 0, **given: Any) -> Evidence:
    quote = Quote(f"{source}-{text[:12]}", source, text, given.pop("paragraph", 1), 1, 0, len(text))
    said: dict[str, Any] = {"voice": Speaker(None, source, source), "topics": ("all",), "starts": (0,), **given}
    clauses = tuple(range(len(said["starts"])))
    return Evidence(
        quote, doc, said.pop("voice"), True, said.pop("topics"), said.pop("marks", ()), clauses, said.pop("starts"),
        again=False, figures=True, instruments=False, aside=False,
    )  # fmt: skip


def quantity(low: float, high: float | None = None, **given: Any) -> Quantity:
    said: dict[str, Any] = {
        "hedge": "", "noun": "lamp", "modifiers": frozenset(), "role": Role(), "rate": "", "part": False,
        "summed": False, "start": 0, "end": 2, **given,
    }  # fmt: skip
    return Quantity(low, low if high is None else high, **said)


def claim(one: Quantity, source: str = "a", **given: Any) -> Claim:
    said: dict[str, Any] = {
        "told": evidence(f"{one.low} of them in {source}", source), "occasion": NOWHERE, "names": frozenset(),
        "doer": "", "earlier": False, "sentence_words": 12, **given,
    }  # fmt: skip
    return Claim(quantity=one, **said)
