"""The timeline: what happened when, by the words of the sources.

Every date is resolved against the day of its own source. One that this does not settle takes its date from a dated
sentence of another source only where both tell of one happening and nothing else fits; what is told as so many days
after an event dates that event too. Dates that cannot be known stand at the end, in the order of the text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model import Analysis, Anchor, Event, Fact, Topics
from ...text.pos_tagger import classify
from .anchoring import anchored
from .items import Item, items_of
from .resolve import contains, full_day, starts

__all__ = ["timeline"]

_COMPARED = 8  # items of a group, of which half must tell of the same happening as one that joins them
_NEARLY = 0.45  # Dice of two clauses from which on the wider of their dates is the narrower one
_ALIKE = 0.35  # Dice of two clauses of one date from which on they tell of one happening


def timeline(analyses: Sequence[Analysis], facts: Sequence[Fact], topics: Topics) -> tuple[Event, ...]:
    """The events of all sources in order of time, unknown years and then unknown dates last."""
    items = _narrowed(anchored(items_of(analyses, facts, topics)))
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


def _narrowed(items: Sequence[Item]) -> list[Item]:
    """`items` with the days that other sources give to what some date only by its week, month or year; a date that the
    editor gives stays."""
    fine: dict[str, list[Item]] = {}
    for item in items:
        if item.date and not item.date.startswith("X"):
            fine.setdefault(item.date, []).append(item)
    begun: dict[str, list[str]] = {"": list(fine)}
    for date in fine:
        for size in (len("2020"), len("2020-10")):
            begun.setdefault(date[:size], []).append(date)
    return [item if item.mention.editor else _at_its_day(item, fine, begun) for item in items]


def _at_its_day(item: Item, fine: Mapping[str, Sequence[Item]], begun: Mapping[str, Sequence[str]]) -> Item:
    """`fine` are the items that could tell a day, by their dates; `begun` these dates by their years and months."""
    if full_day(item.date):
        return item
    days_within = (fine[date] for date in begun.get(_common(item.date), ()) if contains(item.date, date))
    within = [o for others in days_within for o in others if _dates_the_same(o, item)]
    days = {o.date for o in within}
    if len(days) != 1:
        return item
    other = within[0]
    return replace(item, date=other.date, anchor=Anchor("source", words=other.mention.text, source=other.called))


def _common(wide: str | None) -> str:
    """The year or the month with which every date begins that `wide` holds; "" where there is none."""
    first, _, last = (wide or "").partition("/")
    if not last:
        return first
    return next((first[:size] for size in (len("2020-10"), len("2020")) if first[:size] == last[:size]), "")


def _dates_the_same(one: Item, other: Item) -> bool:
    """Whether two dates, one wider than the other, are of one happening: the clause is the same, or nearly, or it is
    told of one fact under one verb."""
    if one.planned != other.planned or not _same(one, other, day=False):
        return False
    return (
        one.quote.id == other.quote.id
        or _alike(one, other) >= _NEARLY
        or bool(_verb(one) and _verb(one) == _verb(other))
    )


def _verb(item: Item) -> str | None:
    """The verb next before a date in its clause, cut short as in `gist`."""
    before = item.quote.text[: item.mention.start - item.quote.start].split()
    verbs = [word for word, kind in zip(before, classify(before), strict=True) if kind in {"V", "D"}]
    return verbs[-1].lower()[:6] if verbs else None


def _alike(one: Item, other: Item) -> float:
    return len(one.stems & other.stems) * 2 / (len(one.stems) + len(other.stems) or 1)


def _one_happening(group: Sequence[Item], item: Item) -> bool:
    """Whether an item tells of what a group of the same date tells of."""
    day = len(item.date or "") == 10
    same = sum(_same(other, item, day) for other in group[:_COMPARED])
    return 2 * same >= min(len(group), _COMPARED)


def _same(one: Item, other: Item, day: bool) -> bool:
    if one.quote.id == other.quote.id or one.events & other.events:
        return True
    if one.source == other.source:
        return False
    shared = _alike(one, other)
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
