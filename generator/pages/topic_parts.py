"""A topic that is too long for one page: what is weightiest stays on its page, the rest stands by the period in which
it was first told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..model import Difference, Event, Fact, Quote, TopicContent
from ..text.room import Room
from . import weights
from .periods import day, month, year
from .splitting import Entry, Item, Level, size, split
from .topic_told import Told

_SHARES = {"gaps": 0.1, "differences": 0.25, "several": 0.4, "single": 0.1, "dates": 0.15}
"""Of the room that the bottom line leaves on the page of a long topic."""
_LINES = 0.5  # of the page, for the bottom line at most


@dataclass(frozen=True, slots=True)
class TopicPart:
    """A page of a long topic: the statements and differences of one period, `number` of `of` pages; `keys` are year,
    month and day, as far as it took."""

    path: str
    keys: tuple[str, ...]
    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    number: int
    of: int


@dataclass(frozen=True, slots=True)
class TopicParts:
    """What stays on the page of a long topic, in its order, and the pages that hold the rest, the newest first."""

    facts: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    timeline: tuple[Event, ...]
    parts: tuple[TopicPart, ...]


def topic_parts(
    briefing: TopicContent, told: Told, days: Mapping[str, str], room: Room, entry: Entry
) -> TopicParts | None:
    """How a topic is parted; None where its page holds all of it. `days` are those on which sources came out."""
    items = {name: tuple(_items(getattr(told, name), room)) for name in ("lines", *_SHARES)}
    every = [item for held in items.values() for item in held]
    every += [Item("", 0, frozenset(covered.source for covered in briefing.coverage))]
    if size(every, entry) <= room.page:
        return None
    stays = _staying(items, _weights(briefing), room, entry)
    timeline = tuple(event for event in briefing.timeline if _key(event) in stays)
    rest = [*_but(briefing.differences, stays), *_but(briefing.facts, stays)]
    return TopicParts(
        facts=tuple(fact for fact in briefing.facts if fact.id in stays),
        differences=tuple(one for one in briefing.differences if one.id in stays),
        timeline=timeline,
        parts=tuple(_parts(briefing.topic, rest, days, room, entry)),
    )


def _but(values: Iterable[Fact | Difference], stays: frozenset[str]) -> Iterator[Fact | Difference]:
    return (one for one in values if one.id not in stays)


def _items(values: Iterable[Fact | Difference | Event], room: Room) -> Iterator[Item[str]]:
    for one in values:
        if isinstance(one, Fact):
            yield Item(one.id, weights.statement(one, room), _sources(weights.passages(one, room)))
        elif isinstance(one, Difference):
            quotes = [quote for position in one.positions for quote in position.quotes]
            yield Item(one.id, weights.difference(one, room), _sources(quotes))
        else:
            yield Item(_key(one), weights.date(one), _sources(one.quotes))


def _sources(quotes: Iterable[Quote]) -> frozenset[str]:
    return frozenset(quote.source for quote in quotes)


def _key(event: Event) -> str:
    return f"{event.date} {event.planned}"


def _weights(briefing: TopicContent) -> dict[str, float]:
    """How much each date weighs: as much as the weightiest statement that is told of it."""
    facts = {fact.id: fact.weight for fact in briefing.facts}
    found: dict[str, float] = {}
    for event in briefing.timeline:
        mine = max((facts.get(id, 0.0) for id in event.facts), default=0.0)
        found[_key(event)] = max(mine, found.get(_key(event), 0.0))
    return found


def _staying(
    items: Mapping[str, Sequence[Item[str]]], dated: Mapping[str, float], room: Room, entry: Entry
) -> frozenset[str]:
    """The ids of what stays: of each sort the first that fit in its share of the page."""
    known: set[str] = set()
    lines = _fitting(items["lines"], int(room.page * _LINES), known, entry, least=1)
    left = room.page - size([item for item in items["lines"] if item.value in lines], entry)
    stays = set(lines)
    for name, share in _SHARES.items():
        held: Iterable[Item[str]] = items[name]
        if name == "dates":
            held = sorted(held, key=lambda item: -dated.get(item.value, 0.0))
        stays |= _fitting(held, int(left * share), known, entry)
    return frozenset(stays)


def _fitting(items: Iterable[Item[str]], room: int, known: set[str], entry: Entry, least: int = 0) -> set[str]:
    """The first of `items` that fit; their sources are among the `known` ones from then on."""
    stays: set[str] = set()
    for item in items:
        room -= item.size + sum(map(entry, item.sources - known))
        if room < 0 and len(stays) >= least:
            break
        stays.add(item.value)
        known |= item.sources
    return stays


def _parts(
    topic: str, rest: Sequence[Fact | Difference], days: Mapping[str, str], room: Room, entry: Entry
) -> Iterator[TopicPart]:
    first = {one.id: _first(one, days) for one in rest}
    order = {one.id: number for number, one in enumerate(rest)}
    held = {one.id: one for one in rest}
    items = sorted(_items(rest, room), key=lambda item: first[item.value], reverse=True)
    for piece in split(items, [_level(of, first) for of in (year, month, day)], room.page, entry):
        ordered = [held[id] for id in sorted(piece.values, key=order.__getitem__)]
        yield TopicPart(
            path=f"topics/{topic}/{piece.name}.md",
            keys=piece.keys,
            facts=tuple(one for one in ordered if isinstance(one, Fact)),
            differences=tuple(one for one in ordered if isinstance(one, Difference)),
            number=piece.number,
            of=piece.of,
        )


def _level(of: Callable[[str], str], first: Mapping[str, str]) -> Level[str]:
    return lambda id: of(first[id])


def _first(one: Fact | Difference, days: Mapping[str, str]) -> str:
    """The day on which something was first told, "" where no day of it is known."""
    quotes = one.quotes if isinstance(one, Fact) else [q for position in one.positions for q in position.quotes]
    return min((told for q in quotes if year(told := days.get(q.source, ""))), default="")
