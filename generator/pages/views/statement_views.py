"""A fact as a page shows it: the words, who carries them, and how far one may lean on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...model import Fact, Quote
from ...text.escape import Inline, Link, inline, optional, own
from ..carriers import articles, support, told_in
from ..citations import Citation
from ..context import PageContext, QuoteView
from ..wording import count, listing
from .difference_views import Disputes, differing
from .editor_views import MarkView, marks

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
    cites: tuple[Citation, ...]
    differs: tuple[Disputes, ...]
    others: tuple[QuoteView, ...]
    also: tuple[Places, ...]
    more: Inline
    single: int
    marks: tuple[MarkView, ...] = ()


def statement(fact: Fact, page: PageContext) -> StatementView:
    """`fact` with its anchors; each quote's own id becomes an anchor too, so that old links still land."""
    anchor = page.anchor(fact.id)
    told = told_in(fact)
    single = len(articles(fact.quotes)) == 1
    views = [(quote, page.quote(quote)) for quote in fact.quotes]
    others = tuple(view for quote, view in views if quote.shown and quote is not told)
    also = _places([(quote.source, view) for quote, view in views if not quote.shown])
    return StatementView(
        anchor=anchor,
        permalink=own(f"#{fact.id}"),
        lead=next((view for quote, view in views if quote is told), None),
        text=inline(fact.text),
        status=optional(fact.status),
        kind=optional(_KINDS[fact.kind]),
        support=inline(support(fact, page)),
        by=optional(_by(fact, told, single)),
        cites=_cites(fact, page),
        differs=differing([fact], page),
        others=others,
        also=also,
        more=inline(_more(len(others), sum(len(place.quotes) for place in also))),
        single=int(single),
        marks=marks(fact.id, page),
    )


def _by(fact: Fact, told: Quote | None, single: bool) -> str | None:
    """Who says the words in which `fact` is told, unless he is its one origin, whom its support names."""
    if told is None or (not single and [origin.name for origin in fact.origins] == [told.by]):
        return None
    return told.by


def _places(views: Iterable[tuple[str, QuoteView]]) -> tuple[Places, ...]:
    """The places of each source, sources in the order of their first."""
    found: dict[str, list[QuoteView]] = {}
    for source, view in views:
        found.setdefault(source, []).append(view)
    return tuple(Places(tuple(places)) for places in found.values())


def _more(others: int, also: int) -> str:
    words = [count(others, "more passage")] if others else []
    if also:
        words.append(f"{count(also, 'place')} not quoted")
    return listing(words)


def _cites(fact: Fact, page: PageContext) -> tuple[Citation, ...]:
    best: dict[str, Quote] = {}
    for quote in fact.quotes:
        if quote.source not in best or (quote.shown and not best[quote.source].shown):
            best[quote.source] = quote
    return tuple(page.cite(quote) for quote in best.values())
