"""Who carries a statement, in words: how many articles and digests, going back to how many origins, and which."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..model import Fact, Origin, Quote, TopicContent
from .context import Context, PageContext


def articles(quotes: Iterable[Quote]) -> tuple[str, ...]:
    """The sources of `quotes`, each once, in order."""
    return tuple(dict.fromkeys(q.source for q in quotes))


def told_in(fact: Fact, text: str | None = None) -> Quote | None:
    """The quote in whose words a statement is told, as far as a page may show it. `text` are other words than the
    fact's own, as of a bottom line."""
    words = fact.text if text is None else text
    return next((quote for quote in fact.quotes if quote.shown and quote.text == words), None)


def support(fact: Fact, page: PageContext, counted: bool = True) -> str:
    """`3 articles, all citing the port authority`, `4 articles, 2 origins: ministry; port`; the number of origins only
    if they are `counted`."""
    sources = articles(fact.quotes)
    told = carriers(sources, page)
    if len(fact.origins) == 1 and fact.most_origins <= 1:
        (origin,) = fact.origins
        number = len(texts(sources, page.all))
        return page.words.say(f"carry.{origin.kind}", number, counted=told, who=_who(origin, page))
    told += f", {origins(fact, page)}" if counted else ""
    return page.words.say("carry.several", counted=told, names=names(fact, page))


def origins(fact: Fact, page: PageContext) -> str:
    """`2 origins`; `1 to 3 origins` where voices have no name."""
    least, most = len(fact.origins), fact.most_origins
    key = "carry.origins_range" if most > least else "carry.origins"
    return page.words.say(key, max(least, most), least=least)


def carriers(sources: Sequence[str], page: PageContext) -> str:
    """`3 articles`, `2 digests`, `3 articles and 2 digests`; `3 articles in 4 versions` where two are of one text."""
    digests = [s for s in sources if page.all.labels[s].digest]
    reports = [s for s in sources if not page.all.labels[s].digest]
    kinds = ((reports, "carry.articles"), (digests, "carry.digests"))
    words = [_counted(some, key, page) for some, key in kinds if some]
    return page.words.listing(words) or page.words.say("carry.articles", 0)


def _counted(sources: Sequence[str], key: str, page: PageContext) -> str:
    number = len(texts(sources, page.all))
    told = page.words.say(key, number)
    return page.words.say("carry.versions", len(sources), counted=told) if number < len(sources) else told


def texts(sources: Iterable[str], context: Context) -> frozenset[str]:
    """`sources` without those that are copies or versions of another's text: that one stands for them."""
    return frozenset(context.copies.get(source, source) for source in sources)


def names(fact: Fact, page: PageContext) -> str:
    """`ministry; port; source not named`: the origins by name, who names nobody last."""
    found = [_who(o, page) for o in sorted(fact.origins, key=lambda o: o.kind == "unnamed")]
    known = [name for name in found if name]
    most = page.all.room.names
    more = [page.words.say("cited.more", len(known) - most)] if len(known) > most else []
    return "; ".join([*known[:most], *more])


def _who(origin: Origin, page: PageContext) -> str:
    """An origin as a reader would name it: the author of a source is told by the source's name, not by its id."""
    words = page.words
    if origin.kind == "unnamed":
        return words.say("carry.not_named")
    if origin.kind == "house":
        return words.say("origin.house", house=origin.name)
    if origin.kind == "publisher":
        return words.say("carry.itself", who=origin.name)
    if origin.kind != "author":
        return origin.name
    source = page.all.labels[origin.source or ""]
    return words.say("carry.of_report") if source.digest else words.say("carry.author_in", who=source.short)


def counts(briefing: TopicContent, context: Context) -> str:
    """`As of 7 October 2020 · 5 articles · 2 origins · last source added here 9 October 2020`; no origins where one
    article lets several speak, so that there are more of them than articles."""
    page = PageContext(context, "")
    words = context.words
    sources = [c.source for c in briefing.coverage]
    found = {origin.key for fact in briefing.facts for origin in fact.origins}
    told = [*as_of(sources, context), carriers(sources, page)]
    if found and len(found) <= len(sources):
        told.append(words.say("carry.origins", len(found), least=len(found)))
    added = max((context.analyses[s].article.metadata.added or "" for s in sources), default="")
    return " · ".join([*told, words.say("carry.last_added", date=words.date(added))] if added else told)


def as_of(sources: Iterable[str], context: Context) -> list[str]:
    """The day of the newest source, where days are known."""
    known = (context.analyses[s].article.metadata.published or "" for s in sources)
    newest = max((day for day in known if day[:4].isdigit()), default="")
    return [context.words.say("carry.as_of", date=context.words.date(newest))] if newest else []


def corpus(context: Context) -> str:
    """`5 articles · 3 topics · 40 statements · 2 differences`: what the whole site rests on and holds."""
    page = PageContext(context, "")
    facts = context.brief.facts
    found = [
        (len(context.brief.briefings), "carry.topics"),
        (len(facts.facts), "carry.statements"),
        (len(facts.differences), "carry.differences"),
    ]
    sources = carriers([a.article.id for a in context.brief.analyses], page)
    return " · ".join([sources, *(context.words.say(key, number) for number, key in found if number)])
