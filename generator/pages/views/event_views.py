"""A dated event as a topic's page and the timeline show it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model import Anchor, Event
from ...text.edtf import parse_edtf
from ...text.escape import Inline, inline, optional
from ..budget import words_in
from ..context import PageContext, QuoteView
from ..wording import Words

_PART = re.compile(r"(?!(?:in|on)\b)\w+")


@dataclass(frozen=True, slots=True)
class EventView:
    """A line of the timeline. `words` are those that the date came from, where they are others than the date's own."""

    date: Inline
    words: Inline | None
    note: Inline | None
    quotes: tuple[QuoteView, ...]


def when(event: Event, page: PageContext, counted: bool = True) -> EventView:
    """An event with the words its date came from and, where it is to be told how it was `counted`, what they were
    resolved against."""
    words = page.words
    notes = []
    if event.anchor and event.anchor.kind == "editor":
        notes.append(words.say("corrections.mark.date", by=event.anchor.words))
    elif event.anchor and counted:
        notes.append(words.say("event.counted", anchor=anchor_told(event.anchor, words)))
    if event.planned:
        notes.append(words.say("event.planned"))
    day = words.date(event.date, words.say("event.no_date"))
    return EventView(
        date=inline(day),
        words=None if _same(event.words, day) else inline(event.words),
        note=optional(", ".join(notes)),
        quotes=tuple(page.quote(q) for q in event.quotes),
    )


def cost(view: EventView) -> int:
    """How many words a reader sees of an event."""
    return words_in(view.date, view.words, view.note, *(quote.text or "" for quote in view.quotes))


def anchor_told(anchor: Anchor, words: Words) -> str:
    """What a date was counted from, and what that itself was."""
    if anchor.kind == "published":
        made = parse_edtf(anchor.date)
        key = "published_day" if made and made.day else "published"
    else:
        key = anchor.kind
    told = words.say(f"anchor.{key}", date=words.date(anchor.date, ""), words=anchor.words, source=anchor.source)
    return f"{told}: {anchor_told(anchor.base, words)}" if anchor.base else told


def _same(words: str, day: str) -> bool:
    """Whether the words that a date came from say no more than the date itself: "October 7" and 7 October."""
    said = _PART.findall(words)
    return bool(said) and set(said) <= set(_PART.findall(day))
