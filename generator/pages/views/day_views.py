"""What is dated, a day at a time: one entry for all that is told of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Event
from ...text.escape import Attribute, Inline, attribute, inline, optional
from ..citations import CiteRow
from ..context import PageContext, QuoteView
from .event_views import anchor_told

_OPEN = 3
_PART = re.compile(r"\w+")
_EMPTY = frozenset(("in", "In", "on", "On", "of", "the", "at"))


@dataclass(frozen=True, slots=True)
class DayItem:
    """What happened: the first words of a source that may be shown, and the numbers of the other sources; `note` says
    on which words the date rests, and where those are from; `planned` is 1 for what lay ahead of its source."""

    planned: int
    note: Inline | None
    quote: QuoteView | None
    cites: CiteRow


@dataclass(frozen=True, slots=True)
class DayView:
    """A day, or a month, a year or a span where the sources give no more: its items, the first open, and how many more
    are folded away."""

    date: Inline
    items: tuple[DayItem, ...]
    rest: tuple[DayItem, ...]
    more: Attribute


def days(events: Iterable[Event], page: PageContext, year: bool = True) -> tuple[DayView, ...]:
    """The entries of `events` in their order, one for each date; without `year` where that is known beside them. What
    lay ahead of its source comes after what had happened."""
    dates: dict[str | None, list[Event]] = {}
    for event in events:
        dates.setdefault(event.date, []).append(event)
    return tuple(_day(date, same, page, year) for date, same in dates.items())


def _day(date: str | None, events: Iterable[Event], page: PageContext, year: bool) -> DayView:
    words = page.words
    told = words.date(date, words.say("day.none")) if year else words.day(date, words.say("day.none"))
    items = [_item(event, told, page) for event in sorted(events, key=lambda event: event.planned)]
    cut = _OPEN if len(items) > _OPEN + 1 else len(items)
    more = attribute(words.say("day.more", len(items) - cut))
    return DayView(inline(told), tuple(items[:cut]), tuple(items[cut:]), more)


def _item(event: Event, day: str, page: PageContext) -> DayItem:
    lead = next((quote for quote in event.quotes if quote.shown), None)
    others = {q.source: q for q in event.quotes if not lead or q.source != lead.source}
    return DayItem(
        planned=int(event.planned),
        note=optional(_note(event, f"{day} {page.words.date(event.date)}", page)),
        quote=page.quote(lead) if lead else None,
        cites=page.row(tuple(others.values()), ()),
    )


def _note(event: Event, day: str, page: PageContext) -> str:
    """`“on Tuesday”, article of 3 March 2021`: the words that a date rests on, unless they are the date itself."""
    words = page.words
    if event.anchor and event.anchor.kind == "editor":
        return words.say("day.corrected", words=event.words, by=event.anchor.words)
    if event.anchor and event.anchor.kind != "published":
        return words.say("day.counted", words=event.words, anchor=anchor_told(event.anchor, words))
    if event.anchor is None and event.date is not None:
        return "" if _same(event.words, day) else words.say("day.words", words=event.words)
    published = event.anchor.date if event.anchor else _published(event, page)
    if _same(event.words, day):
        return ""
    key = "day.article" if published else "day.undated"
    return words.say(key, words=event.words, date=words.date(published))


def _published(event: Event, page: PageContext) -> str | None:
    """When the article that an event is told in came out."""
    return page.all.analyses[event.quotes[0].source].article.metadata.published if event.quotes else None


def _same(words: str, day: str) -> bool:
    """Whether the words that a date came from say no more than the date itself: "October 7" and 7 October."""
    said = set(_PART.findall(words)) - _EMPTY
    return bool(said) and said <= set(_PART.findall(day))
