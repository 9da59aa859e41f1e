"""Who carries a statement, in words: how many articles and digests, how many origins, and which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Fact, Origin, Quote, TopicContent
from .context import Context, PageContext
from .wording import count, format_date, listing, span

_UNNAMED = "no speaker named"


def articles(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """The sources of `quotes`, each once, in order."""
    return tuple(dict.fromkeys(q.source for q in quotes))


def told_in(fact: Fact, text: str | None = None) -> Quote | None:
    """The quote in whose words a statement is told, as far as a page may show it. `text` are other words than the
    fact's own, as of a bottom line."""
    words = fact.text if text is None else text
    return next((quote for quote in fact.quotes if quote.shown and quote.text == words), None)


def support(fact: Fact, page: PageContext) -> str:
    """`4 articles, 2 origins: ministry; port`, the digests among them by their name."""
    named = origins(fact, page)
    return numbers(fact, page) + (f": {named}" if named else "")


def numbers(fact: Fact, page: PageContext) -> str:
    """`4 articles, 2 origins`; `1 to 3 origins` where voices have no name."""
    return f"{carriers(articles(fact.quotes), page)}, {span(len(fact.origins), fact.most_origins, 'origin')}"


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


def origins(fact: Fact, page: PageContext) -> str:
    """`ministry; port`: the origins by name, who names nobody last."""
    named = (_origin(o, page) for o in sorted(fact.origins, key=lambda o: o.kind == "unnamed"))
    return "; ".join(name for name in named if name)


def _origin(origin: Origin, page: PageContext) -> str:
    """An origin as a reader would name it: the author of a source is told by the source's name, not by its id."""
    if origin.kind == "unnamed":
        return _UNNAMED
    if origin.kind == "house":
        return page.words.say("origin.house", house=origin.name)
    if origin.kind == "publisher":
        return f"{origin.name} itself"
    if origin.kind != "author":
        return origin.name
    source = page.all.labels[origin.source or ""]
    return "the author of the report" if source.digest else f"the author in {source.short}"


def counts(briefing: TopicContent, context: Context) -> str:
    """`5 articles · 2 origins · 4 differences · newest source added 7 October 2020`; no origins where one article lets
    several speak, so that there are more of them than articles."""
    page = PageContext(context, "")
    sources = [c.source for c in briefing.coverage]
    origins = {origin.key for fact in briefing.facts for origin in fact.origins}
    words = [carriers(sources, page)]
    if briefing.facts:
        words += [count(len(origins), "origin")] if len(origins) <= len(sources) else []
        words.append(count(len(briefing.differences), "difference"))
    newest = max((context.analyses[s].article.metadata.added or "" for s in sources), default="")
    if newest:
        words.append(f"newest source added {format_date(newest)}")
    return " · ".join(words)


def corpus(context: Context) -> str:
    """`5 articles · 3 topics · 40 statements · 2 differences`: what the whole site rests on and holds."""
    page = PageContext(context, "")
    facts = context.brief.facts
    found = [
        (len(context.brief.briefings), "topic"),
        (len(facts.facts), "statement"),
        (len(facts.differences), "difference"),
    ]
    sources = carriers([a.article.id for a in context.brief.analyses], page)
    return " · ".join([sources, *(count(number, one) for number, one in found if number)])
