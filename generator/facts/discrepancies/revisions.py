"""Figures that follow one another in time: what a later report says is a revision of the earlier one, no dispute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from ...model import Metadata
from ..timeline.resolve import full_day
from .claims import Claim
from .quantity_words import quantity_words

Moment = tuple[date, bool]


def in_time(
    positions: Sequence[Sequence[Claim]], sources: Mapping[str, Metadata]
) -> tuple[Sequence[Claim], ...] | None:
    """`positions` oldest first, where every one was given before all that follow: on an earlier day, or by sources that
    call it an earlier one themselves. None where days are not known or overlap, and where agencies differ on what is no
    running count."""
    moments = [_moments(position, sources) for position in positions]
    if not all(moments) or not (_one_agency(positions, sources) or _running(positions)):
        return None
    order = sorted(range(len(positions)), key=lambda n: (min(moments[n]), max(moments[n])))
    if any(max(moments[a]) >= min(moments[b]) for a, b in pairwise(order)):
        return None
    return tuple(positions[n] for n in order)


def _moments(position: Sequence[Claim], sources: Mapping[str, Metadata]) -> list[Moment]:
    """When each claim was made; none where that is not known of all. What a source calls earlier comes before the rest
    of its day."""
    days = [(full_day(sources[c.told.quote.source].published), not c.earlier) for c in position]
    return [(day, now) for day, now in days if day is not None] if all(day for day, _ in days) else []


def _one_agency(positions: Sequence[Sequence[Claim]], sources: Mapping[str, Metadata]) -> bool:
    agencies = {sources[c.told.quote.source].publisher for position in positions for c in position}
    return len(agencies) == 1 and None not in agencies


def _running(positions: Sequence[Sequence[Claim]]) -> bool:
    """Whether all count to the unit what goes on, people hurt or goods called back: two estimates of two agencies are
    two estimates, whichever came first."""
    done = quantity_words().deeds.values()
    every = [c.quantity for position in positions for c in position]
    return all(q.hedge in ("", "over") and (q.role.toll or q.role.deed in done) for q in every)
