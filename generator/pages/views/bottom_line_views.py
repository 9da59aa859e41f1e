"""A statement of the bottom line as a topic's page and the home page show it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import BottomLine, Fact, Quote
from ...text.escape import Inline, Link, inline, optional
from ..carriers import support, told_in
from ..citations import CiteRow
from ..context import PageContext, QuoteView
from .difference_views import Disputes, differing


@dataclass(frozen=True, slots=True)
class BottomLineView:
    """A statement of the bottom line with its citation. `status` and `differs` say that it is no settled thing where
    its sources differ: a bottom line takes no side silently."""

    quote: QuoteView | None
    text: Inline
    cites: CiteRow
    support: Inline
    href: Link
    status: Inline | None
    differs: tuple[Disputes, ...]


def line(bottom: BottomLine, topic: str, page: PageContext, room: int | None = None) -> BottomLineView:
    """A statement of the bottom line as any page shows it: its anchors are on the topic page, with the fact. Its
    sources take so much `room` at most, if there is too little for all."""
    here = {f.id: f for f in page.all.briefings[topic].facts}
    facts = [here.get(id) or page.all.facts[id] for id in bottom.facts]
    fact = facts[0]
    told = told_in(fact, bottom.text)
    return BottomLineView(
        quote=page.quote(told, anchored=False) if told else None,
        text=inline(bottom.text),
        cites=_cites(told, facts, page, room),
        support=inline(support(fact, page)),
        href=page.topic(topic, fact.id),
        status=optional(fact.status),
        differs=differing(facts, page, topic),
    )


def _cites(told: Quote | None, facts: Iterable[Fact], page: PageContext, room: int | None) -> CiteRow:
    """Each source at its first quote; the one in whose words the line is told before all others. The page of the topic
    shows the words of all."""
    shown = page.path.startswith("topics/")
    best = {} if told is None else {told.source: told}
    for fact in facts:
        for quote in fact.quotes:
            best.setdefault(quote.source, quote)
    here = None if shown else {told.id} if told else set[str]()
    return page.row(tuple(best.values()), here, room, entries=room is not None)
