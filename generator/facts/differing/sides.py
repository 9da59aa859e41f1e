"""What every kind of difference is made of: who holds which value, with the words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...model import Difference, DifferenceKind, Position, Quote
from ...text import ids
from ..build import Told

_MOST_QUOTES = 4


@dataclass(frozen=True, slots=True)
class Side:
    """A statement that holds `value`, and the quote that shows it."""

    value: str
    told: Told
    quote: Quote


@dataclass(frozen=True, slots=True)
class Found:
    """Sides of one question; `about` names it in fixed words around words of the sources."""

    kind: DifferenceKind
    about: str
    sides: tuple[Side, ...]


def difference(found: Found) -> Difference | None:
    """`found` as a value, sides in the order in which they were first held; None unless two sources hold two values
    of which at least one is held by a source that does not hold the other."""
    values: dict[str, list[Side]] = {}
    for side in sorted(found.sides, key=lambda s: (s.told.doc, s.quote.paragraph, s.quote.start)):
        values.setdefault(side.value, []).append(side)
    if len(values) < 2 or len({s.quote.source for s in found.sides}) < 2:
        return None
    positions = tuple(Position(value, _quotes(sides)) for value, sides in values.items())
    topics = tuple(dict.fromkeys(topic for side in found.sides for topic in side.told.topics))
    if not topics:
        return None
    first = min((q.id for p in positions for q in p.quotes[:1]), key=str)
    return Difference(f"d-{ids.digest(found.kind, found.about, first)}", topics, found.kind, found.about, positions)


def _quotes(sides: Iterable[Side]) -> tuple[Quote, ...]:
    """The quotes of one side, a source's first alone, a few at most."""
    best: dict[str, Quote] = {}
    for side in sides:
        best.setdefault(side.quote.source, side.quote)
    return tuple(best.values())[:_MOST_QUOTES]


def part(quote: Quote, start: int, end: int) -> Quote:
    """The part of a quote between offsets of its text, a quote of its own."""
    text = quote.text[start:end]
    return replace(
        quote, id=ids.quote_id(quote.source, text), text=text, start=quote.start + start, end=quote.start + end
    )
