"""Which lines of a scrape are the article: a logistic model over `lines.features`, smoothed by a two-state Viterbi.

The weights are data (`generator/data/line_weights.json`), made by `scripts/train_lines.py`. The idea of labelling a
page's lines by shallow features of the line and its neighbours is Kohlschütter et al., "Boilerplate Detection using
Shallow Text Features" (WSDM 2010)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from .line_features import ScrapeLine, features


@dataclass(frozen=True, slots=True)
class Weights:
    """`switch` is the cost of passing from article to other text or back; `bias` and `weights` are log-odds."""

    bias: float
    switch: float
    weights: Mapping[str, float]


@cache
def shipped() -> Weights:
    """The weights that ship with the package."""
    raw = json.loads((resources.files("generator.data") / "line_weights.json").read_text(encoding="utf-8"))
    return Weights(raw["bias"], raw["switch"], raw["weights"])


def label(lines: list[ScrapeLine], weights: Weights) -> list[bool]:
    """For each line whether it belongs to the article."""
    table = weights.weights
    odds = [weights.bias + sum(table[name] * value for name, value in row.items() if value) for row in features(lines)]
    return viterbi(odds, weights.switch)


def viterbi(odds: Sequence[float], switch: float) -> list[bool]:
    """The likeliest labels given each line's log-odds of being article, where every change of label costs `switch`."""
    out, inside = 0.0, -switch
    came: list[tuple[bool, bool]] = []
    for x in odds:
        stay_in, stay_out = inside >= out - switch, out >= inside - switch
        came.append((not stay_out, stay_in))
        out, inside = max(out, inside - switch) - x / 2, max(inside, out - switch) + x / 2
    state = inside > out
    labels = []
    for from_outside, from_inside in reversed(came):
        labels.append(state)
        state = from_inside if state else from_outside
    return labels[::-1]
