"""Facts and differences as a page shows them: the words, who carries them, and how far one may lean on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..model import Difference, Fact, Origin, Position, Quote, TopicContent
from ..text.escape import Inline, Link, inline, own
from .context import Chip, Context, PageContext, QuoteView
from .wording import count, format_date, listing

_SIDE_QUOTES = 1
_MOST_CHIPS = 6
_UNNAMED = "no speaker named"
_SHORT = 48  # sides that fit a line of a phone or two; longer ones are told by what they are about
_HEADED = 64  # sides that fit a heading of two lines on a phone
_ABOUT = {
    "status": "on how far it had got",
    "figure": "on a figure",
    "date": "on when it was",
    "name": "on how a name is spelt",
    "wording": "on what it is called",
}
_GRAVITY = ("status", "figure", "date", "wording", "name")
_KINDS = {"claim": "claim", "opinion": "opinion", "background": "background", "event": ""}


@dataclass(frozen=True, slots=True)
class Pointer:
    """A few words that lead somewhere."""

    text: Inline
    href: Link


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


@dataclass(frozen=True, slots=True)
class SideView:
    """A side of a difference: its first quotes in words, and the others as chips."""

    value: Inline
    quotes: tuple[QuoteView, ...]
    others: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class Sides:
    """A difference on a page."""

    anchor: Link | None
    about: Inline
    kind: Inline
    sides: tuple[SideView, ...]


def articles(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """The sources of `quotes`, each once, in order."""
    return tuple(dict.fromkeys(q.source for q in quotes))


def support(fact: Fact, page: PageContext) -> str:
    """`4 articles, 2 origins: ministry; port`, the digests among them by their name."""
    named = origins(fact, page)
    return numbers(fact, page) + (f": {named}" if named else "")


def numbers(fact: Fact, page: PageContext) -> str:
    """`4 articles, 2 origins`."""
    return f"{carriers(articles(fact.quotes), page)}, {count(len(fact.origins), 'origin')}"


def carriers(sources: Sequence[str], page: PageContext) -> str:
    """`3 articles`, `2 digests`, `3 articles and 2 digests`; `3 articles (4 versions)` where two are of one text."""
    digests = [s for s in sources if page.all.labels[s].digest]
    reports = [s for s in sources if not page.all.labels[s].digest]
    words = [_counted(some, one, page.all) for some, one in ((reports, "article"), (digests, "digest")) if some]
    return listing(words) or count(0, "article")


def _counted(sources: Sequence[str], one: str, context: Context) -> str:
    number = len(texts(sources, context))
    versions = f" ({count(len(sources), 'version')})" if number < len(sources) else ""
    return count(number, one) + versions


def texts(sources: Iterable[str], context: Context) -> frozenset[str]:
    """`sources` without those that are copies or versions of another's text: that one stands for them."""
    return frozenset(context.copies.get(source, source) for source in sources)


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


def origins(fact: Fact, page: PageContext) -> str:
    """`ministry; port`: the origins by name, who names nobody last."""
    named = (_origin(o, page) for o in sorted(fact.origins, key=lambda o: o.kind == "unnamed"))
    return "; ".join(name for name in named if name)


def _origin(origin: Origin, page: PageContext) -> str:
    """An origin as a reader would name it: the author of a source is told by the source's name, not by its id."""
    if origin.kind == "unnamed":
        return _UNNAMED
    if origin.kind != "author":
        return origin.name
    source = page.all.labels[origin.source or ""]
    return "the author of the report" if source.digest else f"the author in {source.short}"


def _chips(fact: Fact, page: PageContext) -> tuple[Chip, ...]:
    best: dict[str, Quote] = {}
    for quote in fact.quotes:
        if quote.source not in best or (quote.shown and not best[quote.source].shown):
            best[quote.source] = quote
    return tuple(page.quote(quote, anchored=False).chip for quote in list(best.values())[:_MOST_CHIPS])


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


def differing(facts: Iterable[Fact], page: PageContext, topic: str = "") -> tuple[Pointer, ...]:
    """The differences of `facts` over more than a spelling, each leading to where its sides stand: on this page, or on
    that of `topic`."""
    here = page.path.removeprefix("topics/").removesuffix(".md") if page.path.startswith("topics/") else topic
    found = {d: at for d, at in disputes(facts, page.all, here) if d.kind != "name"}
    return tuple(Pointer(inline(_dispute(d)), page.topic(found[d], d.id)) for d in by_gravity(found))


def by_gravity(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences over what happened before those over names and words."""
    return tuple(sorted(differences, key=lambda d: _GRAVITY.index(d.kind)))


def _dispute(difference: Difference) -> str:
    """What follows "sources differ": the sides where they are short, else what they are about."""
    sides = positions(difference)
    return sides if len(sides) <= _SHORT else _ABOUT[difference.kind]


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
    told = f"{', '.join(sides[:-1])} or {sides[-1]}"
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


def positions(difference: Difference) -> str:
    """`agreed / signed`: the sides of a difference in their order."""
    return " / ".join(position.value for position in difference.positions)


def _side(position: Position, page: PageContext) -> SideView:
    shown = [q for q in position.quotes if q.shown][:_SIDE_QUOTES] or list(position.quotes[:1])
    taken = {q.source for q in shown}
    rest = {q.source: q for q in position.quotes if q.source not in taken}
    return SideView(
        value=inline(position.value),
        quotes=tuple(page.quote(q) for q in shown),
        others=tuple(page.quote(q, anchored=False).chip for q in rest.values()),
    )


def sides(difference: Difference, page: PageContext) -> Sides:
    """`difference` with its sides in order; an anchor of its own, and none for its quotes, which stand with facts."""
    anchor = page.anchor(difference.id)
    return Sides(
        anchor=anchor,
        about=inline(heading(difference)),
        kind=inline(difference.kind),
        sides=tuple(_side(p, page) for p in difference.positions),
    )


def counts(briefing: TopicContent, context: Context) -> str:
    """`5 articles · 2 origins · 4 differences · newest source added 7 October 2020`."""
    page = PageContext(context, "")
    sources = [c.source for c in briefing.coverage]
    origins = {origin for fact in briefing.facts for origin in fact.origins}
    words = [carriers(sources, page)]
    if briefing.facts:
        words += [count(len(origins), "origin"), count(len(briefing.differences), "difference")]
    newest = max((context.analyses[s].article.metadata.added or "" for s in sources), default="")
    if newest:
        words.append(f"newest source added {format_date(newest)}")
    return " · ".join(words)
