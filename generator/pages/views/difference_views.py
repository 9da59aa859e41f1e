"""Differences as a page shows them: what they are about, their sides, and where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Difference, Fact, Position
from ...text.escape import Inline, Link, inline
from ..citations import Citation
from ..context import Context, PageContext, QuoteView
from ..wording import format_date
from .pointers import Pointer

_SIDE_QUOTES = 1
_SHORT = 48  # sides that fit a line of a phone or two; longer ones are told by what they are about
_HEADED = 64  # sides that fit a heading of two lines on a phone
_ABOUT = {
    "status": "on how far it had got",
    "contradiction": "on whether it is so",
    "figure": "on a figure",
    "revision": "a figure",
    "date": "on when it was",
    "name": "on how a name is spelt",
    "wording": "on what it is called",
}
_GRAVITY = ("status", "contradiction", "figure", "revision", "date", "wording", "name")


@dataclass(frozen=True, slots=True)
class Disputes:
    """Differences of one sort beside a statement, `label` the sort."""

    label: Inline
    pointers: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """A side of a difference: its first quotes in words, and the others as chips; of a revision with its day."""

    value: Inline
    day: Inline | None
    quotes: tuple[QuoteView, ...]
    others: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A difference on a page."""

    anchor: Link | None
    about: Inline
    kind: Inline
    sides: tuple[SideView, ...]


def sides(difference: Difference, page: PageContext) -> DifferenceView:
    """`difference` with its sides in order; an anchor of its own, and none for its quotes, which stand with facts."""
    anchor = page.anchor(difference.id)
    return DifferenceView(
        anchor=anchor,
        about=inline(heading(difference)),
        kind=inline(difference.kind),
        sides=tuple(_side(p, page, dated=difference.kind == "revision") for p in difference.positions),
    )


def _side(position: Position, page: PageContext, dated: bool) -> SideView:
    shown = [q for q in position.quotes if q.shown][:_SIDE_QUOTES] or list(position.quotes[:1])
    taken = {q.source for q in shown}
    rest = {q.source: q for q in position.quotes if q.source not in taken}
    return SideView(
        value=inline(position.value),
        day=inline(_day(position, page.all)) if dated else None,
        quotes=tuple(page.quote(q) for q in shown),
        others=tuple(page.cite(q, here=False) for q in rest.values()),
    )


def _day(position: Position, context: Context) -> str:
    """The day of the first report that gives a position."""
    return format_date(min(context.analyses[q.source].article.metadata.published or "" for q in position.quotes))


def differing(facts: Iterable[Fact], page: PageContext, topic: str = "") -> tuple[Disputes, ...]:
    """The differences of `facts` over more than a spelling, and the revisions apart, each leading to where its sides
    stand: on this page, or on that of `topic`."""
    here = page.path.removeprefix("topics/").removesuffix(".md") if page.path.startswith("topics/") else topic
    found = {d: at for d, at in disputes(facts, page.all, here) if d.kind != "name"}
    sorts = {
        label: tuple(
            Pointer(inline(_dispute(d)), page.topic(found[d], d.id))
            for d in by_gravity(found)
            if (d.kind == "revision") == revised
        )
        for label, revised in (("Sources differ", False), ("Revised", True))
    }
    return tuple(Disputes(inline(label), pointers) for label, pointers in sorts.items() if pointers)


def disputes(facts: Iterable[Fact], context: Context, topic: str = "") -> tuple[tuple[Difference, str], ...]:
    """Each difference of `facts` once, with the topic on whose page it stands: `topic` where it stands there too, since
    a fact of several topics may differ on another of them only."""
    found = []
    for id in dict.fromkeys(d for fact in facts for d in fact.differences if d in context.differences):
        difference = context.differences[id]
        places = [t for t in difference.topics if t in context.topics]
        if places:
            found.append((difference, topic if topic in places else places[0]))
    return tuple(found)


def by_gravity(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences over what happened before those over names and words."""
    return tuple(sorted(differences, key=lambda d: _GRAVITY.index(d.kind)))


def _dispute(difference: Difference) -> str:
    """What follows "sources differ": the sides where they are short, else what they are about."""
    sides = positions(difference)
    return sides if len(sides) <= _SHORT else _ABOUT[difference.kind]


def positions(difference: Difference) -> str:
    """`agreed / signed`: the sides of a difference in their order; `12 / 19` of a revision with an arrow."""
    return (" → " if difference.kind == "revision" else " / ").join(p.value for p in difference.positions)


def in_short(difference: Difference) -> str:
    """`how many: 10 / 100`: what a difference is about and its sides in a line; words that are a side stand once."""
    told = _is_side(difference.subject, difference)
    about = difference.question if told else _beside(difference) or difference.about
    return f"{about[:1].lower()}{about[1:]}: {positions(difference)}"


def heading(difference: Difference) -> str:
    """`How many: “10” or “100”`: what a difference is about. Where that is named by one of its sides, all stand, as
    far as they are short; where it is an event that they tell the time by, the heading says so."""
    if not _is_side(difference.subject, difference):
        return _beside(difference) or difference.about
    sides = [f"“{position.value}”" for position in difference.positions]
    told = " → ".join(sides) if difference.kind == "revision" else f"{', '.join(sides[:-1])} or {sides[-1]}"
    return f"{difference.question}: {told}" if len(told) <= _HEADED else difference.about


def _is_side(named: str, difference: Difference) -> bool:
    return named.casefold() in {p.value.casefold() for p in difference.positions}


def _beside(difference: Difference) -> str:
    """What a difference of time asks that names no time but an event, as most of its quotes spell it."""
    named = difference.subject
    if difference.kind != "date" or not named:
        return ""
    spelt = re.compile(rf"(?<!\w){re.escape(named)}(?!\w)", re.IGNORECASE)
    found = Counter(
        hit[0] for p in difference.positions for text in (p.value, *_texts(p)) for hit in spelt.finditer(text)
    )
    return f"When it was in relation to “{max(found, key=lambda one: found[one], default=named)}”"


def _texts(position: Position) -> list[str]:
    return [quote.text for quote in position.quotes if quote.shown]
