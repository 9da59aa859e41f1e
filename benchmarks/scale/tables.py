"""Figures by size as a table, with how each grows."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

Found = dict[str, float]
Figures = Mapping[int, Mapping[str, float]]
_SHARES = {
    "one added %": ("one added", "first run", 100),
    "times YAKE": ("all", "YAKE alone", 1),
    "build / bare": ("build", "MkDocs alone", 1),
}


def with_shares(found: Found) -> Found:
    """Figures with what follows from two of them."""
    known = {
        row: by * found[one] / found[of] for row, (one, of, by) in _SHARES.items() if one in found and found.get(of)
    }
    return found | known


def exponent(figures: Figures, name: str, sizes: Sequence[int]) -> float | None:
    """By which power of the number of sources a figure grows from the first to the last of `sizes`; None where that is
    not known."""
    known = [(size, figures[size][name]) for size in sizes if figures[size].get(name, 0.0) > 0]
    if len(known) < 2:
        return None
    (small, first), (large, last) = known[0], known[-1]
    return math.log(last / first) / math.log(large / small)


def table(figures: Figures, rows: Sequence[str], least: int = 1000) -> list[str]:
    """A line for each of `rows`: its figure at each size, and its exponent from `least` sources on (from the smallest
    where there are no two so large)."""
    sizes = sorted(figures)
    grown = [size for size in sizes if size >= least]
    grown = grown if len(grown) > 1 else sizes
    lines = ["".join([f"{'sources':<18}", *(f"{size:>10,}" for size in sizes), f"{'exponent':>10}"])]
    for name in rows:
        power = exponent(figures, name, grown)
        cells = [f"{figures[size][name]:>10.1f}" if name in figures[size] else f"{'–':>10}" for size in sizes]
        lines.append("".join([f"{name:<18}", *cells, f"{power:>10.2f}" if power is not None else f"{'':>10}"]))
    return lines
