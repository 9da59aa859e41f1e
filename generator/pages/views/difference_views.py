"""Differences as a page shows them: what they are about, their sides, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Difference, Fact, Position, Quote
from ...text.escape import Inline, Link, inline
from ..budget import words_in
from ..citations import CiteRow
from ..context import Context, PageContext, QuoteView
from ..questions import about_what, heading, side
from ..topic_told import by_gravity
from ..wording import Words
from .pointers import Pointer

_SIDE_QUOTES = 1
_SHORT = 48  # sides that fit a line of a phone or two; longer ones are told by what they are about


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
    others: CiteRow


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A difference on a page; `left` says how many of its sides are left out, where there are too many for a page."""

    anchor: Link | None
    about: Inline
    kind: Inline
    sides: tuple[SideView, ...]
    left: Inline | None = None


class Held:
    """The quotes that the statements of a page hold."""

    def __init__(self, quotes: Iterable[Quote] = ()) -> None:
        self.ids: set[str] = set()
        self._shown: dict[tuple[str, int], list[Quote]] = {}
        for quote in quotes:
            self.ids.add(quote.id)
            if quote.shown:
                self._shown.setdefault((quote.source, quote.paragraph), []).append(quote)

    def whole(self, quote: Quote) -> Quote:
        """The quote of a statement on the page that `quote` is part of, else itself."""
        near = self._shown.get((quote.source, quote.paragraph), ())
        return next((one for one in near if one.start <= quote.start and quote.end <= one.end), quote)


_NONE_HELD = Held()


def sides(difference: Difference, page: PageContext, held: Held = _NONE_HELD) -> DifferenceView:
    """`difference` with its sides in order; an anchor of its own, and for its quotes but those `held` by statements."""
    anchor = page.anchor(difference.id)
    shown = difference.positions[: page.all.room.sides]
    room = page.all.room.one // max(1, len(shown))
    dated = difference.kind == "revision"
    return DifferenceView(
        anchor=anchor,
        about=inline(heading(difference, page.words)),
        kind=inline(difference.kind),
        sides=tuple(_side(position, page, held, room, dated) for position in shown),
        left=page.more(len(difference.positions) - len(shown)),
    )


def _side(position: Position, page: PageContext, held: Held, room: int, dated: bool) -> SideView:
    shown = [q for q in position.quotes if q.shown][:_SIDE_QUOTES] or list(position.quotes[:1])
    taken = {q.source for q in shown}
    rest = {q.source: q for q in position.quotes if q.source not in taken}
    return SideView(
        value=inline(side(position.value, page.words)),
        day=inline(_day(position, page.all)) if dated else None,
        quotes=tuple(page.quote(q, anchored=q.id not in held.ids) for q in shown),
        others=page.row([held.whole(q) for q in rest.values()], held.ids, room),
    )


def _day(position: Position, context: Context) -> str:
    """The day of the first report that gives a position."""
    return context.words.date(min(context.analyses[q.source].article.metadata.published or "" for q in position.quotes))


def cost(view: DifferenceView) -> int:
    """How many words a reader sees of a difference that is open."""
    told = (text for side in view.sides for text in (side.value, side.day, *(q.text or q.by for q in side.quotes)))
    return words_in(view.about, *told) + len(view.sides)


def differing(facts: Iterable[Fact], page: PageContext, topic: str = "") -> tuple[Disputes, ...]:
    """The differences of `facts` over more than a spelling, and the revisions apart, each leading to where its sides
    stand: on this page, or on that of `topic`."""
    here = page.own_topic or topic
    found = {d: at for d, at in disputes(facts, page.all, here) if d.kind != "name"}
    sorts = {
        label: tuple(
            Pointer(inline(_dispute(d, page.words)), page.topic(found[d], d.id))
            for d in by_gravity(found)
            if (d.kind == "revision") == revised
        )
        for label, revised in (("difference.differ", False), ("difference.revised", True))
    }
    return tuple(Disputes(inline(page.words.say(label)), pointers) for label, pointers in sorts.items() if pointers)


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


def _dispute(difference: Difference, words: Words) -> str:
    """What follows "sources differ": the sides where they are short, else what they are about."""
    sides = positions(difference, words)
    return sides if len(sides) <= _SHORT else about_what(difference, words)


def positions(difference: Difference, words: Words) -> str:
    """`agreed / signed`: the sides of a difference in their order; `12 / 19` of a revision with an arrow."""
    return (" → " if difference.kind == "revision" else " / ").join(side(p.value, words) for p in difference.positions)
