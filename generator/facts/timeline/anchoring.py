"""Dates that hang on others: one happening told in two sources, and what is told as so many days after an event.

A date is carried over only to the same happening: the same numbered event, or the same two people and a third name in
both sentences; and only where all dated sentences about it give one day. Days are counted only from a full date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations

from ...model import Anchor, DateMention
from .items import Item, gist
from .resolve import compatible, full_day, on_weekday, shifted

_TIED = re.compile(r"(?:(\d+)-)?days?-(after|before):(.*)")
_BESIDE_YEAR = re.compile(r"year-(after|before):")
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


def _tie(item: Item) -> tuple[int, str] | None:
    """(days, event) of "a day after EVENT": the item is so many days from the event."""
    hit = _TIED.fullmatch(item.mention.relative or "")
    if not hit:
        return None
    return int(hit[1] or 1) * (1 if hit[2] == "after" else -1), hit[3]


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
    tie, year = _tie(item), _BESIDE_YEAR.fullmatch(item.mention.relative or "")
    if tie and not tie[1]:
        return shifted(last, tie[0])
    if year and re.match(r"\d{4}(?![\dX/])", last):
        return f"{int(last[:4]) + (1 if year[1] == 'after' else -1):04}"
    return None


def _from_same_clause(items: list[Item]) -> list[Item]:
    """“On Wednesday, a day after the summit”: both expressions date one happening."""
    by_quote: dict[str, list[int]] = {}
    for n, item in enumerate(items):
        by_quote.setdefault(item.quote.id, []).append(n)
    for numbers in by_quote.values():
        known = {items[n].date for n in numbers if full_day(items[n].date)}
        for n in numbers:
            if _tie(items[n]) and items[n].date is None and len(known) == 1:
                date = next(iter(known))
                items[n] = _dated(items[n], date, Anchor("clause", date or ""))
    return items


def _from_same_happening(items: list[Item]) -> list[Item]:
    """An undated item takes the one day that dated sentences of other sources give its happening."""
    dated: dict[object, list[Item]] = {}
    for item in items:
        if item.date and re.fullmatch(r"(?:\d{4}|XXXX)-\d\d-\d\d", item.date):
            for mark in _marks(item):
                dated.setdefault(mark, []).append(item)
    out = []
    for item in items:
        if item.date is not None or not _open(item):
            out.append(item)
            continue
        fits = [o for mark in _marks(item) for o in dated.get(mark, []) if o.source != item.source and _fits(item, o)]
        days = sorted({o.date for o in fits if o.date}, key=lambda d: (d.startswith("X"), d))
        one = bool(days) and all(compatible(day, days[0]) for day in days)
        first = next((o for o in fits if one and o.date == days[0]), None)
        other = Anchor("source", words=first.mention.text, source=first.called) if first else None
        out.append(_dated(item, days[0], other) if other else item)
    return out


def _open(item: Item) -> bool:
    """Whether an item without a date tells of one day that another source may date."""
    relative = item.mention.relative or ""
    tie = _tie(item)
    return not item.planned and (relative.startswith(("weekday:", "last-weekday:", "day:")) or bool(tie and tie[1]))


def _marks(item: Item) -> Iterable[object]:
    """What an item is found by: the events it names, and its people two by two."""
    yield from sorted(item.events)
    yield from combinations(sorted(item.people)[:8], 2)


def _fits(item: Item, other: Item) -> bool:
    if other.planned or not on_weekday(item.mention.relative, other.date or ""):
        return False
    day, limit = full_day(other.date), full_day(item.published)
    if day and limit and not 0 <= (limit - day).days <= _RECENT:
        return False
    if item.events & other.events:
        return True
    return len(item.people & other.people) >= 2 and bool(item.names & other.names)


def _from_tied_event(items: list[Item]) -> list[Item]:
    """“A day after the quake”, where the source dates the quake itself elsewhere."""
    out = []
    own = _by_source(items)
    for item in items:
        tie = _tie(item)
        if item.date is None and tie and tie[1]:
            words = _telling(tie[1])
            days = {o.date: o for o in own[item.source] if full_day(o.date) and _about(o, words)}
            if words and len(days) == 1:
                date, other = next(iter(days.items()))
                item = _dated(item, shifted(date or "", tie[0]), Anchor("event", date or "", other.mention.text))
        out.append(item)
    return out


def _by_source(items: Sequence[Item]) -> dict[str, list[Item]]:
    own: dict[str, list[Item]] = {}
    for item in items:
        own.setdefault(item.source, []).append(item)
    return own


def _about(item: Item, words: frozenset[str]) -> bool:
    """Whether a dated clause is about the event of these words itself, not about something before or beside it."""
    return words <= item.stems and not _LOOSE.search(item.quote.text) and _tie(item) is None and not item.planned


def _telling(event: str) -> frozenset[str]:
    return gist(event)


def _tied_events(items: Sequence[Item]) -> list[Item]:
    """For each dated happening that is tied to an event: the event, on its own day, with the clause that ties it."""
    made: list[Item] = []
    own = _by_source(items)
    for item in items:
        tie = _tie(item)
        if not tie or not tie[1] or not full_day(item.date):
            continue
        date = shifted(item.date or "", -tie[0])
        between, named = _parted(item.mention)
        anchor = Anchor("interval", item.date or "", between, base=item.anchor)
        event = replace(item, date=date, anchor=anchor, facts=(), people=frozenset(), names=frozenset(), mention=named,
                        events=frozenset({"tied:" + " ".join(sorted(_telling(tie[1])))}))  # fmt: skip
        made.append(event)
        made += [
            replace(other, date=date, anchor=anchor, events=event.events, mention=_parted(other.mention)[1])
            for other in own[item.source]
            if other.date is None and _tie(other) and _same_event(other, item)
        ]
    return made


def _parted(mention: DateMention) -> tuple[str, DateMention]:
    """("a day after", "the summit"): how far apart, and the words of the event alone, which are what its day tells."""
    hit = _BETWEEN.match(mention.text)
    if not hit:
        return mention.text, mention
    start = mention.start + hit.end()
    return hit[0].strip(), replace(mention, text=mention.text[hit.end() :], start=start)


def _same_event(one: Item, other: Item) -> bool:
    """Whether two ties of one source, of as many days, name one event: "the Quad" and "the Quadrilateral meeting"."""
    first, second = _tie(one), _tie(other)
    if not first or not second or first[0] != second[0]:
        return False
    a, b = sorted((_telling(first[1]), _telling(second[1])), key=len)
    return bool(a) and all(any(_clipped(x, y) for y in b) for x in a)


def _clipped(short: str, long: str) -> bool:
    return short == long or (len(short) >= 4 and long.startswith(short))


def _dated(item: Item, date: str | None, anchor: Anchor) -> Item:
    return replace(item, date=date, anchor=anchor) if date else item
