"""Differences as a page shows them: what they are about, their sides, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ...model import Difference, Fact, Position, Quote
from ...text.escape import Inline, Link, inline
from ..budget import words_in
from ..citations import Citation
from ..context import Context, PageContext, QuoteView
from ..questions import about_what, heading, side
from ..wording import Words
from .pointers import Pointer

_SIDE_QUOTES = 1
_SHORT = 48  # sides that fit a line of a phone or two; longer ones are told by what they are about
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


def sides(
    difference: Difference, page: PageContext, held: Mapping[str, Quote] = MappingProxyType({})
) -> DifferenceView:
    """`difference` with its sides in order; an anchor of its own, and for its quotes but those `held` by statements."""
    anchor = page.anchor(difference.id)
    return DifferenceView(
        anchor=anchor,
        about=inline(heading(difference, page.words)),
        kind=inline(difference.kind),
        sides=tuple(_side(p, page, held, dated=difference.kind == "revision") for p in difference.positions),
    )


def _side(position: Position, page: PageContext, held: Mapping[str, Quote], dated: bool) -> SideView:
    shown = [q for q in position.quotes if q.shown][:_SIDE_QUOTES] or list(position.quotes[:1])
    taken = {q.source for q in shown}
    rest = {q.source: q for q in position.quotes if q.source not in taken}
    return SideView(
        value=inline(side(position.value, page.words)),
        day=inline(_day(position, page.all)) if dated else None,
        quotes=tuple(page.quote(q, anchored=q.id not in held) for q in shown),
        others=tuple(_elsewhere(q, page, held) for q in rest.values()),
    )


def _elsewhere(quote: Quote, page: PageContext, held: Mapping[str, Quote]) -> Citation:
    """The number of a further source, with its words: those of the statement on the page that they are part of."""
    whole = next((one for one in held.values() if one.shown and _is_part(quote, one)), None)
    return page.cite(whole or quote, here=whole is not None)


def _is_part(quote: Quote, whole: Quote) -> bool:
    same = (quote.source, quote.paragraph) == (whole.source, whole.paragraph)
    return same and whole.start <= quote.start and quote.end <= whole.end


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
    here = page.path.removeprefix("topics/").removesuffix(".md") if page.path.startswith("topics/") else topic
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


def by_gravity(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences over what happened before those over names and words."""
    return tuple(sorted(differences, key=lambda d: _GRAVITY.index(d.kind)))


def _dispute(difference: Difference, words: Words) -> str:
    """What follows "sources differ": the sides where they are short, else what they are about."""
    sides = positions(difference, words)
    return sides if len(sides) <= _SHORT else about_what(difference, words)


def positions(difference: Difference, words: Words) -> str:
    """`agreed / signed`: the sides of a difference in their order; `12 / 19` of a revision with an arrow."""
    return (" → " if difference.kind == "revision" else " / ").join(side(p.value, words) for p in difference.positions)
