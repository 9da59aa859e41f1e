"""The timeline: what happened when, by the words of the sources.

Every date is resolved against the day of its own source. One that this does not settle takes its date from a dated
sentence of another source only where both tell of one happening and nothing else fits; what is told as so many days
after an event dates that event too. Dates that cannot be known stand at the end, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from ...model import Analysis, Event, Fact, Topics
from .anchoring import anchored
from .items import Item, items_of
from .resolve import compatible, starts

__all__ = ["timeline"]

_ALIKE = 0.35  # Dice of two clauses of one date from which on they tell of one happening


def timeline(analyses: Sequence[Analysis], facts: Sequence[Fact], topics: Topics) -> tuple[Event, ...]:
    """The events of all sources in order of time, unknown years and then unknown dates last."""
    items = anchored(items_of(analyses, facts, topics))
    dated: dict[str, list[list[Item]]] = {}
    undated: list[list[Item]] = []
    for item in items:
        if item.date is None:
            undated.append([item])
            continue
        groups = dated.setdefault(item.date, [])
        mine = next((group for group in groups if _one_happening(group, item)), None)
        if mine is None:
            groups.append([item])
        else:
            mine.append(item)
    order = [group for date in sorted(dated, key=lambda d: (starts(d), d)) for group in dated[date]]
    return tuple(_event(group) for group in [*order, *undated])


def _one_happening(group: Sequence[Item], item: Item) -> bool:
    """Whether an item tells of what a group of the same date tells of."""
    day = len(item.date or "") == 10
    return any(_same(other, item, day) for other in group[:8])


def _same(one: Item, other: Item, day: bool) -> bool:
    if one.quote.id == other.quote.id or one.events & other.events:
        return True
    if one.source == other.source or not compatible(one.date, other.date or ""):
        return False
    shared = len(one.stems & other.stems) * 2 / (len(one.stems) + len(other.stems) or 1)
    people, names = len(one.people & other.people), len(one.names & other.names)
    if set(one.facts) & set(other.facts):
        return True
    return (shared >= _ALIKE and day + people + names > 0) or (day and people > 1 and names > 0)


def _event(group: Sequence[Item]) -> Event:
    """A line of the timeline: its words and anchor are those of the item that says most by itself."""
    best = min(
        group,
        key=lambda i: (i.anchor is not None and i.anchor.kind != "published", i.mention.value is None, i.order),
    )
    quotes = {i.quote.id: i.quote for i in sorted(group, key=lambda i: (i is not best, i.order))}
    return Event(
        date=best.date,
        words=best.mention.text,
        anchor=best.anchor,
        facts=tuple(dict.fromkeys(f for i in group for f in i.facts)),
        quotes=tuple(quotes.values()),
        topics=tuple(dict.fromkeys(t for i in group for t in i.topics)),
        planned=all(i.planned for i in group),
    )
