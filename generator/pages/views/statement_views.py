"""A fact as a page shows it: the words, who carries them, and how far one may lean on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ...model import Fact, Quote
from ...text.escape import Inline, Link, inline, optional, own
from ..basis import basis
from ..budget import words_in
from ..carriers import articles, support, told_in
from ..citations import CiteRow
from ..context import PageContext, QuoteView
from ..weights import passages
from .difference_views import Disputes, differing
from .editor_views import MarkView, marks
from .followed import STATEMENT_FEED, followed_statements
from .state import state

_KINDS = ("claim", "opinion", "background")


@dataclass(frozen=True, slots=True)
class Places:
    """Where one source says it, without its words."""

    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class StatementView:
    """A fact on a page. `lead` is the quote it is told in; `text` its words where they are no single quote's; `line`
    says of what kind it is, who carries it, who says it, and what it rests on; `passages` are all its quotes where
    there is more than one, `also` the places whose words are kept back, `left` how many of both are left out, where
    there are too many for a page; `new` is 1 for what came last, `core` for a line of the bottom line."""

    anchor: Link | None
    state: Link
    permalink: Link
    lead: QuoteView | None
    text: Inline
    status: Inline | None
    line: tuple[Inline, ...]
    cites: CiteRow
    differs: tuple[Disputes, ...]
    passages: tuple[QuoteView, ...]
    also: tuple[Places, ...]
    more: Inline
    new: int
    core: int
    marks: tuple[MarkView, ...] = ()
    follow: Link | None = None
    left: Inline | None = None


def statement(fact: Fact, page: PageContext, rests: bool = False, newest: str = "") -> StatementView:
    """`fact` with its anchors; each quote's own id becomes an anchor too, so that old links still land. `rests` asks
    what it rests on, for a bottom line; `newest` is the day of what came last, "" where all came together."""
    anchor = page.anchor(fact.id)
    told = told_in(fact)
    quotes = passages(fact, page.all.room)
    views = tuple(page.quote(quote) for quote in quotes)
    status = page.words.say(f"status.{fact.status.replace(' ', '_')}") if fact.status else None
    return StatementView(
        anchor=anchor,
        state=state(fact, page.all),
        permalink=own(f"#{fact.id}"),
        lead=views[quotes.index(told)] if told else None,
        text=inline(fact.text),
        status=optional(status),
        line=tuple(map(inline, _line(fact, told, page, rests))),
        cites=_cites(fact, quotes, page),
        differs=differing([fact], page),
        passages=_passages(quotes, views, told) if len(views) > 1 else (),
        also=_places((quote.source, view) for quote, view in zip(quotes, views, strict=True) if not quote.shown),
        more=inline(_more(len(views), len(fact.quotes), page)),
        new=int(bool(newest) and fact.first_added == newest),
        core=int(rests),
        marks=marks(fact.id, page),
        follow=_follow(fact, page),
        left=page.more(len(fact.quotes) - len(quotes)),
    )


def _follow(fact: Fact, page: PageContext) -> Link | None:
    if fact.id not in followed_statements(page.all):
        return None
    return own(f"{'../' * (page.path.count('/') + 1)}{STATEMENT_FEED.format(fact.id)}")


def _passages(quotes: Sequence[Quote], views: Sequence[QuoteView], told: Quote | None) -> tuple[QuoteView, ...]:
    """All quotes that are shown; the anchor of the one that tells the fact stands there."""
    pairs = zip(quotes, views, strict=True)
    return tuple(replace(view, anchor=None) if quote is told else view for quote, view in pairs if quote.shown)


def cost(view: StatementView) -> int:
    """How many words of ours and of the source a reader sees of a statement that is open."""
    differs = [p.text for sort in view.differs for p in sort.pointers]
    labels = [sort.label for sort in view.differs]
    told = view.lead.text if view.lead else view.text
    folded = view.more if view.passages or view.also else None
    return words_in(told, view.status, *view.line, folded, *labels, *differs) + 2


def _line(fact: Fact, told: Quote | None, page: PageContext, rests: bool) -> Iterator[str]:
    """What a reader should know of a statement: its kind, who carries it, who says the words in which it is told unless
    he is named among its origins, and what it rests on where `rests` asks for it."""
    single = len(articles(fact.quotes)) == 1
    if fact.kind in _KINDS:
        yield page.words.say(f"kind.{fact.kind}")
    if not single:
        yield support(fact, page, counted=not rests)
    if told and told.by and (single or told.by not in [origin.name for origin in fact.origins]):
        yield page.words.say("fold.said_by", who=told.by)
    if rests:
        yield basis(fact, page)


def _places(views: Iterable[tuple[str, QuoteView]]) -> tuple[Places, ...]:
    """The places of each source, sources in the order of their first."""
    found: dict[str, list[QuoteView]] = {}
    for source, view in views:
        found.setdefault(source, []).append(view)
    return tuple(Places(tuple(places)) for places in found.values())


def _more(number: int, every: int, page: PageContext) -> str:
    if number < every:
        return page.words.say("fold.some_passages", every, shown=page.words.messages.number(number))
    return page.words.say("fold.both") if number == 2 else page.words.say("fold.passages", number)


def _cites(fact: Fact, shown: Sequence[Quote], page: PageContext) -> CiteRow:
    """The number of each source, of the source in whose words it is told first; `shown` are passages on this page."""
    best: dict[str, Quote] = {}
    for quote in fact.quotes:
        if quote.source not in best or (quote.shown and not best[quote.source].shown):
            best[quote.source] = quote
    told = told_in(fact)
    if told:
        best = {told.source: told, **{s: q for s, q in best.items() if s != told.source}}
    return page.row(tuple(best.values()), {quote.id for quote in shown})
