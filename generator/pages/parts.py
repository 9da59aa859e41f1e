"""What several pages show alike: a line of a bottom line, an event, a name, a source in a list, what is new."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from dataclasses import dataclass
from typing import Any

from ..model import Anchor, BottomLine, Event, Fact, Name, Quote
from ..text.edtf import parse_edtf
from ..text.escape import Inline, Link, inline
from .context import Chip, Context, PageContext, QuoteView
from .labels import NAME_WORDS
from .statement_views import Pointer, carriers, differing, numbers, origins
from .wording import format_date, listing, shorten

_CHIPS = 3
_CHANGED = 5
_CHANGED_WORDS = 18
_LISTED_WORDS = 24
_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class BottomLineView:
    """A statement of the bottom line with its citation. `status` and `differs` say that it is no settled thing where
    its sources differ: a bottom line takes no side silently."""

    quote: QuoteView | None
    text: Inline
    chips: tuple[Chip, ...]
    support: Inline
    origins: Inline
    href: Link
    status: Inline | None
    differs: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """A line of the timeline. `words` are those that the date came from, where they are others than the date's own."""

    date: Inline
    words: Inline | None
    note: Inline | None
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class NameView:
    """A name on a page: its kind where it is of one, its other spellings, and how many sources have it."""

    name: Inline
    abbreviation: Inline | None
    kind: Inline | None
    href: Link
    aliases: Inline | None
    slips: Inline | None
    sources: Inline


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list of sources; what is very long is cut, and whole on the page of the source."""

    chip: Chip
    title: Inline
    credit: Inline
    published: Inline
    flags: Inline | None
    original: Link | None


def line(bottom: BottomLine, topic: str, page: PageContext) -> BottomLineView:
    """A statement of the bottom line as any page shows it: its anchors are on the topic page, with the fact."""
    here = {f.id: f for f in page.all.briefings[topic].facts}
    facts = [here.get(id) or page.all.facts[id] for id in bottom.facts]
    fact = facts[0]
    told = next((q for q in fact.quotes if q.shown and q.text == bottom.text), None)
    every = [q for f in facts for q in f.quotes]
    best: dict[str, Quote] = {}
    for quote in ([told] if told else []) + every:
        best.setdefault(quote.source, quote)
    return BottomLineView(
        quote=page.quote(told, anchored=False) if told else None,
        text=inline(bottom.text),
        chips=tuple(page.quote(q, anchored=False).chip for q in list(best.values())[:_CHIPS]),
        support=inline(numbers(fact, page)),
        origins=inline(origins(fact, page)),
        href=page.topic(topic, fact.id),
        status=inline(fact.status) if fact.status else None,
        differs=differing(facts, page, topic),
    )


def when(event: Event, page: PageContext) -> EventView:
    """An event with the words its date came from and what they were resolved against."""
    notes = []
    if event.anchor:
        notes.append(f"counted from {_anchor(event.anchor)}")
    if event.planned:
        notes.append("then still ahead")
    day = format_date(event.date, "date not given")
    return EventView(
        date=inline(day),
        words=None if _same(event.words, day) else inline(event.words),
        note=inline(", ".join(notes)) if notes else None,
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


def who(name: Name, page: PageContext, among: Container[str] | None = None) -> NameView:
    """A name with its other spellings; one that a single source has against all others is called a slip. `among` are
    the sources to count, all where it is None."""
    usual = [a.text for a in name.aliases if not a.misspelling and a.text != name.abbreviation]
    slips = [
        f"{a.text} ({listing(page.all.labels[s].short for s in a.sources)})" for a in name.aliases if a.misspelling
    ]
    return NameView(
        name=inline(name.name),
        abbreviation=inline(name.abbreviation) if name.abbreviation and name.abbreviation != name.name else None,
        kind=inline(name.kind) if name.kind != "other" else None,
        href=page.to("names.md", name.id),
        aliases=inline(", ".join(usual)) if usual else None,
        slips=inline("; ".join(slips)) if slips else None,
        sources=inline(carriers([s for s in name.sources if among is None or s in among], page)),
    )


def row(source: str, page: PageContext) -> SourceRow:
    """A source with its date or "undated", its kind and what to know before trusting it."""
    meta = page.all.analyses[source].article.metadata
    label = page.all.labels[source]
    credit = [shorten(meta.publisher, NAME_WORDS) if meta.publisher else "publisher not given"]
    if meta.author and not label.digest:
        credit.insert(0, shorten(meta.author, NAME_WORDS))
    flags = []
    if source in page.all.copies:
        flags.append(f"version of {page.all.labels[page.all.copies[source]].short}")
    return SourceRow(
        chip=page.chip(source),
        title=inline(shorten(label.full, _LISTED_WORDS)),
        credit=inline(
            ("digest of a report in " if label.digest and meta.publisher else "digest; " if label.digest else "")
            + ", ".join(credit)
        ),
        published=inline(format_date(meta.published)),
        flags=inline(", ".join(flags)) if flags else None,
        original=None,
    )


def changes(facts: Iterable[Fact], page: PageContext, topic: str = "") -> dict[str, Any]:
    """The statements that came with the newest sources, where others are older: `changed_on` and `changed`."""
    by_day: dict[str, list[Fact]] = {}
    for fact in facts:
        by_day.setdefault(fact.first_added or "", []).append(fact)
    newest = max(by_day, default="")
    if not newest or len(by_day) < 2:
        return {"changed_on": None, "changed": ()}
    return {
        "changed_on": inline(format_date(newest)),
        "changed": tuple(
            Pointer(inline(shorten(f.text, _CHANGED_WORDS)), page.topic(topic or f.topics[0], f.id))
            for f in by_day[newest][:_CHANGED]
        ),
    }


def updated(sources: Iterable[str], context: Context) -> dict[str, str]:
    """The day on which the newest of `sources` was added, for front matter; nothing where none is known."""
    newest = max((context.analyses[s].article.metadata.added or "" for s in sources), default="")
    return {"updated": newest} if re.fullmatch(r"\d{4}-\d\d-\d\d", newest) else {}
