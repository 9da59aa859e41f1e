"""What every kind of difference is made of: who holds which value, with the words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ...model import Difference, DifferenceKind, Position, Quote
from ...text import ids
from ..build import Told

_MOST_QUOTES = 4
_FEWEST_WORDS = 6
_LINK = re.compile(r"(?:,|\s)\s*(?:and|but|yet|while|whereas|that)\s*$")  # what only leads on to the next clause
_WORDS_BEFORE = re.compile(r"(?:[^\s,;:()]+\s){0,6}$")
_WORDS_AFTER = re.compile(r"(?:\s[^\s,;:()]+){0,3}")


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
    topics = [topic for side in found.sides for topic in side.told.topics]
    topics = topics or [topic for side in found.sides for topic in side.told.near]
    if not topics:
        return None
    first = min((q.id for p in positions for q in p.quotes[:1]), key=str)
    return Difference(
        f"d-{ids.digest(found.kind, found.about, first)}",
        tuple(dict.fromkeys(topics)),
        found.kind,
        found.about,
        positions,
    )


def _quotes(sides: Iterable[Side]) -> tuple[Quote, ...]:
    """The quotes of one side, a source's first alone, a few at most."""
    best: dict[str, Quote] = {}
    for side in sides:
        best.setdefault(side.quote.source, side.quote)
    return tuple(best.values())[:_MOST_QUOTES]


def part(quote: Quote, start: int, end: int) -> Quote:
    """The part of a quote between offsets of its text, a quote of its own."""
    text = quote.text[start:end]
    if text == quote.text:
        return quote
    return replace(
        quote, id=ids.quote_id(quote.source, text), text=text, start=quote.start + start, end=quote.start + end
    )


def clause(told: Told, start: int, end: int) -> Quote:
    """The clauses of a statement that hold `start:end` of its text; all of it where that leaves too little to read."""
    starts = [at for at in told.starts if at <= start]
    after = [at for at in told.starts if at >= end]
    first, last = max(starts, default=0), min(after, default=len(told.quote.text))
    held = told.quote.text[first:last]
    text = (_LINK.sub("", held) if after else held).rstrip(" ,;")
    return part(told.quote, first, first + len(text)) if len(text.split()) >= _FEWEST_WORDS else told.quote


def around(told: Told, start: int, end: int) -> Quote:
    """`start:end` of a statement with up to a few words on each side, as far as its clause goes."""
    text = told.quote.text
    left, right = _WORDS_BEFORE.search(text[max(0, start - 80) : start]), _WORDS_AFTER.match(text, end)
    first = start - len(left.group()) if left else start
    return part(told.quote, first, right.end() if right else end)
