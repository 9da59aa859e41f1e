"""A dated event as a topic's page and the timeline show it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Anchor, Event
from ...text.edtf import parse_edtf
from ...text.escape import Inline, inline, optional
from ..context import PageContext, QuoteView
from ..wording import format_date

_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class EventView:
    """A line of the timeline. `words` are those that the date came from, where they are others than the date's own."""

    date: Inline
    words: Inline | None
    note: Inline | None
    quotes: tuple[QuoteView, ...]


def when(event: Event, page: PageContext) -> EventView:
    """An event with the words its date came from and what they were resolved against."""
    notes = []
    if event.anchor and event.anchor.kind == "editor":
        notes.append(page.words.say("corrections.mark.date", by=event.anchor.words))
    elif event.anchor:
        notes.append(f"counted from {_anchor(event.anchor)}")
    if event.planned:
        notes.append("then still ahead")
    day = format_date(event.date, "date not given")
    return EventView(
        date=inline(day),
        words=None if _same(event.words, day) else inline(event.words),
        note=optional(", ".join(notes)),
        quotes=tuple(page.quote(q) for q in event.quotes),
    )


def _anchor(anchor: Anchor) -> str:
    return anchor.told(format_date, _publication)


def _publication(published: str) -> str:
    made = parse_edtf(published)
    return f"its publication {'on' if made and made.day else 'in'} {format_date(published)}"


def _same(words: str, day: str) -> bool:
    """Whether the words that a date came from say no more than the date itself: "October 7" and 7 October."""
    said = _PART.findall(words)
    return bool(said) and set(said) <= set(_PART.findall(day))
