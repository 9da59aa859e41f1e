"""A statement of the bottom line as a topic's page and the home page show it."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import BottomLine, Quote
from ...text.escape import Inline, Link, inline
from ..carriers import numbers, origins
from ..context import Chip, PageContext, QuoteView
from .difference_views import differing
from .pointers import Pointer

_CHIPS = 3


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
