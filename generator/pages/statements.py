"""Facts and differences as a page shows them: the words, who carries them, and how far one may lean on them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Difference, Fact, Quote
from ..text.escape import Inline, Link, inline, own
from .context import Chip, PageContext, QuoteView
from .words import count, listing

_KINDS = {"claim": "claim", "opinion": "opinion", "background": "background", "event": ""}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A few words that lead somewhere."""

    text: Inline
    href: Link


@dataclass(frozen=True, slots=True)
class Statement:
    """A fact on a page. `lead` is the quote it is told in; `text` its words where they are no single quote's."""

    anchor: Link | None
    permalink: Link
    lead: QuoteView | None
    text: Inline
    status: Inline | None
    kind: Inline | None
    support: Inline
    chips: tuple[Chip, ...]
    differs: tuple[Pointer, ...]
    others: tuple[QuoteView, ...]
    also: tuple[QuoteView, ...]
    more: Inline
    single: int


@dataclass(frozen=True, slots=True)
class Side:
    value: Inline
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """A difference on a page."""

    anchor: Link | None
    about: Inline
    kind: Inline
    sides: tuple[Side, ...]


def articles(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """The sources of `quotes`, each once, in order."""
    return tuple(dict.fromkeys(q.source for q in quotes))


def support(fact: Fact, page: PageContext) -> str:
    """`4 articles, 2 origins: ministry; port`, the digests among them by their name."""
    sources = articles(fact.quotes)
    return f"{carriers(sources, page)}, {count(len(fact.origins), 'origin')}{_origins(fact)}"


def carriers(sources: Sequence[str], page: PageContext) -> str:
    """`3 articles`, `2 digests`, `3 articles and 2 digests`."""
    digests = sum(page.all.labels[s].digest for s in sources)
    words = [count(n, one) for n, one in ((len(sources) - digests, "article"), (digests, "digest")) if n]
    return listing(words) or count(0, "article")


def statement(fact: Fact, page: PageContext) -> Statement:
    """`fact` with its anchors; each quote's own id becomes an anchor too, so that old links still land."""
    anchor = page.anchor(fact.id)
    told = next((q for q in fact.quotes if q.shown and q.text == fact.text), None)
    views = [(q, page.quote(q)) for q in fact.quotes]
    others = tuple(view for q, view in views if q.shown and q is not told)
    also = tuple(view for q, view in views if not q.shown)
    return Statement(
        anchor=anchor,
        permalink=own(f"#{fact.id}"),
        lead=next((view for q, view in views if q is told), None),
        text=inline(fact.text),
        status=inline(fact.status) if fact.status else None,
        kind=inline(_KINDS[fact.kind]) if _KINDS[fact.kind] else None,
        support=inline(support(fact, page)),
        chips=_chips(fact, page),
        differs=tuple(
            Pointer(inline(_values(page.all.differences[d])), own(f"#{d}"))
            for d in fact.differences
            if d in page.all.differences
        ),
        others=others,
        also=also,
        more=inline(_more(len(others), len(also))),
        single=int(len(articles(fact.quotes)) == 1),
    )


def _more(others: int, also: int) -> str:
    words = [count(others, "more passage")] if others else []
    if also:
        words.append(f"{count(also, 'place')} without words")
    return listing(words)


def _origins(fact: Fact) -> str:
    named = [origin for origin in fact.origins if origin]
    return f": {'; '.join(named)}" if named else ""


def _chips(fact: Fact, page: PageContext) -> tuple[Chip, ...]:
    best: dict[str, Quote] = {}
    for quote in fact.quotes:
        if quote.source not in best or (quote.shown and not best[quote.source].shown):
            best[quote.source] = quote
    return tuple(page.quote(quote, anchored=False).chip for quote in best.values())


def _values(difference: Difference) -> str:
    return " / ".join(position.value for position in difference.positions)


def sides(difference: Difference, page: PageContext) -> Sides:
    """`difference` with its sides in order; an anchor of its own, and none for its quotes, which stand with facts."""
    anchor = page.anchor(difference.id)
    return Sides(
        anchor=anchor,
        about=inline(difference.about),
        kind=inline(difference.kind),
        sides=tuple(Side(inline(p.value), tuple(page.quote(q) for q in p.quotes)) for p in difference.positions),
    )
