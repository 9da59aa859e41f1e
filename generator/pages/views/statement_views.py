"""A fact as a page shows it: the words, who carries them, and how far one may lean on them."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Fact, Quote
from ...text.escape import Inline, Link, inline, own
from ..carriers import articles, support
from ..context import Chip, PageContext, QuoteView
from ..wording import count, listing
from .difference_views import differing
from .pointers import Pointer

_MOST_CHIPS = 6
_KINDS = {"claim": "claim", "opinion": "opinion", "background": "background", "event": ""}


@dataclass(frozen=True, slots=True)
class Places:
    """Where one source says it, without its words."""

    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A fact on a page. `lead` is the quote it is told in; `text` its words where they are no single quote's; `by` who
    says them, where `support` does not say so; `also` the places whose words are kept back."""

    anchor: Link | None
    permalink: Link
    lead: QuoteView | None
    text: Inline
    status: Inline | None
    kind: Inline | None
    support: Inline
    by: Inline | None
    chips: tuple[Chip, ...]
    differs: tuple[Pointer, ...]
    others: tuple[QuoteView, ...]
    also: tuple[Places, ...]
    more: Inline
    single: int


def statement(fact: Fact, page: PageContext) -> StatementView:
    """`fact` with its anchors; each quote's own id becomes an anchor too, so that old links still land."""
    anchor = page.anchor(fact.id)
    told = next((q for q in fact.quotes if q.shown and q.text == fact.text), None)
    single = len(articles(fact.quotes)) == 1
    by = told.by if told and (single or [o.name for o in fact.origins] != [told.by]) else None
    views = [(q, page.quote(q)) for q in fact.quotes]
    others = tuple(view for q, view in views if q.shown and q is not told)
    also: dict[str, list[QuoteView]] = {}
    for q, view in views:
        if not q.shown:
            also.setdefault(q.source, []).append(view)
    return StatementView(
        anchor=anchor,
        permalink=own(f"#{fact.id}"),
        lead=next((view for q, view in views if q is told), None),
        text=inline(fact.text),
        status=inline(fact.status) if fact.status else None,
        kind=inline(_KINDS[fact.kind]) if _KINDS[fact.kind] else None,
        support=inline(support(fact, page)),
        by=inline(by) if by else None,
        chips=_chips(fact, page),
        differs=differing([fact], page),
        others=others,
        also=tuple(Places(tuple(quotes)) for quotes in also.values()),
        more=inline(_more(len(others), sum(map(len, also.values())))),
        single=int(single),
    )


def _more(others: int, also: int) -> str:
    words = [count(others, "more passage")] if others else []
    if also:
        words.append(f"{count(also, 'place')} not quoted")
    return listing(words)


def _chips(fact: Fact, page: PageContext) -> tuple[Chip, ...]:
    best: dict[str, Quote] = {}
    for quote in fact.quotes:
        if quote.source not in best or (quote.shown and not best[quote.source].shown):
            best[quote.source] = quote
    return tuple(page.quote(quote, anchored=False).chip for quote in list(best.values())[:_MOST_CHIPS])
