"""What is not known: what the sources say is not clear, and what a reader would ask and no source answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Fact, Gap, GapKind
from .self_contained import says_unknown, stands_alone

_BEFORE_SIGNING = ("proposed", "announced", "agreed", "text finalised", "approved for signing")
_MOST_SAID = 4


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a topic. `facts` are those on the page; `every` holds also those of which no word may be
    published, because "no source says" is said of the sources and not of the page; `core` are the ids of the facts of
    the bottom line. `apart` of the sources `covered` are in another language than the site, and nothing is asked of
    them."""

    facts: Sequence[Fact]
    every: Sequence[Fact]
    core: frozenset[str]
    covered: int
    apart: int = 0


def gaps(told: Told) -> tuple[Gap, ...]:
    """Those that a source's own words tell first."""
    asked = _asked(told) if told.covered > told.apart else []
    return (*_said(told.facts), *_unheard(told.covered, told.apart), *asked)


def _said(facts: Sequence[Fact]) -> list[Gap]:
    open_ = [f.id for f in facts if says_unknown(f.text) and stands_alone(f.text)]
    return [Gap("said", fact=id) for id in open_[:_MOST_SAID]]


def _unheard(covered: int, apart: int) -> list[Gap]:
    if not covered:
        return [Gap("silent")]
    return [Gap("apart", apart, covered)] if apart else []


def _asked(told: Told) -> list[Gap]:
    alone = bool(told.facts) and all(len(f.origins) == 1 for f in told.facts)
    answers: tuple[tuple[bool, GapKind], ...] = ((_is_unsigned(told), "unsigned"), (alone, "alone"))
    return [Gap(kind, told.apart, told.covered) for open_, kind in answers if open_]


def _is_unsigned(told: Told) -> bool:
    """Whether the core of the topic is an instrument, and no source gives one a status of those that bind."""
    at_core = any(f.status for f in told.facts if f.id in told.core)
    statuses = [s for f in told.every for s in (f.status, *(q.status for q in f.quotes)) if s]
    return at_core and all(status in _BEFORE_SIGNING for status in statuses)
