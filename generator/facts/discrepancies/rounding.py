"""Whether two figures can be one number: a rounding, a bound with a value inside it."""

from __future__ import annotations

from .quantities import Quantity

_ROUND = 0.1  # how far from a number "about" reaches
_ABOVE = 1.25  # how many times "more than" a round number reaches
_WIDE = 1.25  # from here on a range is a statement of its own, not a rounding


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two figures leave room for one number. Two that are both rounded differ where their numbers do."""
    if max(_width(one), _width(other)) > _WIDE:
        return (one.low, one.high) == (other.low, other.high)
    if one.hedge == other.hedge == "about":
        return abs(one.low - other.low) < _ROUND * min(one.low, other.low)
    mine, theirs = _room(one), _room(other)
    return mine[0] <= theirs[1] and theirs[0] <= mine[1]


def exact(one: Quantity) -> bool:
    """Whether a figure is given to the unit; "at least 12" is a count so far, "more than 40" a rounding."""
    return not one.hedge or (one.hedge == "over" and not _rounded(one.low))


def _width(one: Quantity) -> float:
    return one.high / one.low if one.low else 1.0


def _room(one: Quantity) -> tuple[float, float]:
    if one.hedge == "about":
        return one.low * (1 - _ROUND), one.high * (1 + _ROUND)
    if one.hedge == "over" and _rounded(one.low):
        return one.low, one.high * _ABOVE
    if one.hedge == "under":
        return one.low * (1 - _ROUND), one.high
    return one.low, one.high


def _rounded(value: float) -> bool:
    return value >= 10 and value % 10 == 0
