"""Dates that hang on others: one happening told in two sources, and what is told as so many days after an event.

A date is carried over only to the same happening: the same numbered event, or the same two people and a third name in
both sentences; and only where all dated sentences about it give one day. Days are counted only from a full date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from ...model import Anchor, DateMention, Tied, Units, Weekday
from .items import Item, gist
from .resolve import compatible, full_day, on_weekday, shifted

_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d")
_BETWEEN = re.compile(r"[^,;]*?\b(?:after|before)\s+(?=\S)", re.I)
_LOOSE = re.compile(r"\b(?:sidelines|ahead|before|after|since|following|until|margins|prior|eve)\b", re.I)
_RECENT = 60  # days: a happening without a date lies at most so long before its source


def anchored(items: Sequence[Item]) -> list[Item]:
    """`items` with the dates that others give them, and with an item more for each event that a tie dates."""
    found = _from_neighbours(list(items))
    found = _from_same_clause(found)
    found = _from_same_happening(found)
    found = _from_tied_event(found)
    events = _tied_events(found)
    told = {event.quote.id for event in events}
    return sorted([*(i for i in found if i.date or i.quote.id not in told), *events], key=lambda i: i.order)


def _days_apart(item: Item) -> Tied | None:
    """The tie of an item that lies so many days from an event, or from the date told just before."""
    told = item.mention.relative
    return told if isinstance(told, Tied) and told.unit == "day" else None


def _tie(item: Item) -> Tied | None:
    """The tie of an item that lies so many days from an event that it names: "a day after the quake"."""
    tie = _days_apart(item)
    return tie if tie and tie.event else None


def _from_neighbours(items: list[Item]) -> list[Item]:
    """“The next day”, “the year before”: counted from the date told just before, in the same paragraph and at most a
    sentence away."""
    for n, item in enumerate(items):
        if n and _near(items[n - 1], item):
            last = items[n - 1]
            items[n] = _dated(
                item, _counted(item, last.date or ""), Anchor("previous", last.date or "", last.mention.text)
            )
    return items


def _near(last: Item, item: Item) -> bool:
    same = last.source == item.source and last.paragraph == item.paragraph
    return same and item.mention.sentence - last.mention.sentence <= 1


def _counted(item: Item, last: str) -> str | None:
    """The date of an item that counts from `last`, a date or nothing; None for every other item."""
    told = item.mention.relative
    if not isinstance(told, Tied) or told.event:
        return None
    if told.unit == "day":
        return shifted(last, told.count)
    return f"{int(last[:4]) + told.count:04}" if re.match(r"\d{4}(?![\dX/])", last) else None


def _from_same_clause(items: list[Item]) -> list[Item]:
    """“On Wednesday, a day after the summit”: both expressions date one happening."""
    known: dict[str, set[str]] = {}
    for item in items:
        if full_day(item.date):
            known.setdefault(item.quote.id, set()).add(item.date or "")
    return [_of_clause(item, known.get(item.quote.id, set())) for item in items]


def _of_clause(item: Item, known: set[str]) -> Item:
    if item.date is not None or not _days_apart(item) or len(known) != 1:
        return item
    date = next(iter(known))
    return _dated(item, date, Anchor("clause", date))


def _from_same_happening(items: list[Item]) -> list[Item]:
    """An undated item takes the one day that dated sentences of other sources give its happening."""
    dated: dict[object, list[Item]] = {}
    for item in items:
        if item.date and _DAY.fullmatch(item.date):
            for mark in _marks(item):
                dated.setdefault(mark, []).append(item)
    return [_of_happening(item, dated) if item.date is None and _open(item) else item for item in items]


def _of_happening(item: Item, dated: Mapping[object, Sequence[Item]]) -> Item:
    near = (other for mark in _marks(item) for other in dated.get(mark, ()))
    fits = sorted((other for other in near if _fits(item, other)), key=lambda other: _known_first(other.date or ""))
    if not fits or not all(compatible(other.date, fits[0].date or "") for other in fits):
        return item
    return _dated(item, fits[0].date, Anchor("source", words=fits[0].mention.text, source=fits[0].called))


def _known_first(day: str) -> tuple[bool, str]:
    return day.startswith("X"), day


def _open(item: Item) -> bool:
    """Whether an item without a date tells of one day that another source may date."""
    told = item.mention.relative
    on_a_day = isinstance(told, Weekday) or (isinstance(told, Units) and told.unit == "day")
    return not item.planned and (on_a_day or _tie(item) is not None)


def _marks(item: Item) -> Iterable[object]:
    """What an item is found by: the events it names, and its people two by two."""
    yield from sorted(item.events)
    yield from combinations(sorted(item.people)[:8], 2)


def _fits(item: Item, other: Item) -> bool:
    if other.source == item.source or other.planned or not on_weekday(item.mention.relative, other.date or ""):
        return False
    day, limit = full_day(other.date), full_day(item.published)
    if day and limit and not 0 <= (limit - day).days <= _RECENT:
        return False
    if item.events & other.events:
        return True
    return len(item.people & other.people) >= 2 and bool(item.names & other.names)


def _from_tied_event(items: list[Item]) -> list[Item]:
    """“A day after the quake”, where the source dates the quake itself elsewhere."""
    own = _by_source(items)
    return [_of_event(item, own[item.source]) if item.date is None else item for item in items]


def _of_event(item: Item, own: Sequence[Item]) -> Item:
    tie = _tie(item)
    words = gist(tie.event) if tie else frozenset()
    days = {other.date or "": other for other in own if full_day(other.date) and _about(other, words)} if words else {}
    if tie is None or len(days) != 1:
        return item
    date, other = next(iter(days.items()))
    return _dated(item, shifted(date, tie.count), Anchor("event", date, other.mention.text))


def _by_source(items: Sequence[Item]) -> dict[str, list[Item]]:
    own: dict[str, list[Item]] = {}
    for item in items:
        own.setdefault(item.source, []).append(item)
    return own


def _about(item: Item, words: frozenset[str]) -> bool:
    """Whether a dated clause is about the event of these words itself, not about something before or beside it."""
    return words <= item.stems and not _LOOSE.search(item.quote.text) and _days_apart(item) is None and not item.planned


def _tied_events(items: Sequence[Item]) -> list[Item]:
    """For each dated happening that is tied to an event: the event, on its own day, with the clause that ties it."""
    own = _by_source(items)
    made: list[Item] = []
    for item in items:
        tie = _tie(item)
        if tie and full_day(item.date):
            made += _told_of(item, tie, own[item.source])
    return made


def _told_of(item: Item, tie: Tied, own: Sequence[Item]) -> Iterable[Item]:
    """The event that `item` is tied to, as the item tells it and as undated ties of its source to the same event do."""
    date = shifted(item.date or "", -tie.count)
    between, named = _parted(item.mention)
    anchor = Anchor("interval", item.date or "", between, base=item.anchor)
    events = frozenset({"tied:" + " ".join(sorted(gist(tie.event)))})
    yield replace(
        item, date=date, anchor=anchor, facts=(), people=frozenset(), names=frozenset(), mention=named, events=events
    )
    for other in own:
        if other.date is None and _same_event(other, tie):
            yield replace(other, date=date, anchor=anchor, events=events, mention=_parted(other.mention)[1])


def _parted(mention: DateMention) -> tuple[str, DateMention]:
    """("a day after", "the summit"): how far apart, and the words of the event alone, which are what its day tells."""
    hit = _BETWEEN.match(mention.text)
    if not hit:
        return mention.text, mention
    start = mention.start + hit.end()
    return hit[0].strip(), replace(mention, text=mention.text[hit.end() :], start=start)


def _same_event(item: Item, tie: Tied) -> bool:
    """Whether an item is tied as many days to the same event: "the Quad" and "the Quadrilateral meeting"."""
    other = _tie(item)
    if other is None or other.count != tie.count:
        return False
    short, long = sorted((gist(other.event), gist(tie.event)), key=len)
    return bool(short) and all(any(_clipped(x, y) for y in long) for x in short)


def _clipped(short: str, long: str) -> bool:
    return short == long or (len(short) >= 4 and long.startswith(short))


def _dated(item: Item, date: str | None, anchor: Anchor) -> Item:
    return replace(item, date=date, anchor=anchor) if date else item
