"""The pages about the whole: home, all sources, the timeline, the names, and method and limits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from string import ascii_letters
from typing import Any

from ..model import BottomLine, Event, Name, Page, TopicContent
from ..text.escape import Inline, Link, front, inline, own
from ..text.ids import slug
from .context import Chip, Context, PageContext
from .figure_markup import figure
from .parts import BottomLineView, EventView, NameView, SourceRow, changes, line, row, updated, when, who
from .pictures import Picture
from .statement_views import Pointer, by_gravity, carriers, counts, in_short
from .template import page as make
from .wording import count, sentence, year

_KINDS = {
    "person": "People",
    "organisation": "Organisations",
    "agreement": "Agreements and initiatives",
    "place": "Places",
    "other": "Others",
}
_FRONT = 5
_OPEN = 3


@dataclass(frozen=True, slots=True)
class Card:
    """A topic on the home page."""

    id: Link
    title: Inline
    href: Link
    scope: Inline
    counts: Inline
    lines: tuple[BottomLineView, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A source in the list of all, with its topics."""

    row: SourceRow
    topics: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Years:
    """The events of one year."""

    id: Link
    title: Inline
    events: tuple[EventView, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name with the sources and topics it appears in; `many` where the sources are too many to stand open."""

    anchor: Link | None
    who: NameView
    many: int
    chips: tuple[Chip, ...]
    topics: tuple[Pointer, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """The names of one kind."""

    id: Link
    title: Inline
    names: tuple[Named, ...]


def home(context: Context) -> Page:
    """The front page: every topic with its bottom line."""
    page = PageContext(context, "index.md")
    config = context.config
    values = {
        "title": inline(config.title),
        "description": inline(config.description) if config.description else None,
        "counts": inline(_corpus(context)),
        "digests": _digests(context),
        "topics": _cards(page),
        "newest": _newest(page),
        "watch": tuple(
            Pointer(
                inline(f"{context.topics[places[0]].title}, {in_short(d)}"),
                page.topic(places[0], d.id),
            )
            for d in by_gravity(context.brief.facts.differences)
            if d.kind != "name" and (places := [t for t in d.topics if t in context.topics])
        )[:_FRONT],
        **changes([f for f in context.facts.values() if any(t in context.topics for t in f.topics)], page),
    }
    about = config.description or f"A cited briefing: {_corpus(context)}."
    return make(
        "index.md",
        "index.md.j2",
        {
            "title": front(config.title),
            "description": front(about, 155),
            **updated(context.analyses, context),
            "search": {"boost": 1},
        },
        values,
    )


def _newest(page: PageContext) -> tuple[SourceRow, ...]:
    """The sources added last, or published last where nothing tells when they were added."""
    about = {a.article.id: a.article.metadata for a in page.all.brief.analyses}
    added = {id: m.added for id, m in about.items()}
    if not any(added.values()):
        added = {id: m.published if (m.published or "X")[:4].isdigit() else None for id, m in about.items()}
    known = sorted((id for id, day in added.items() if day), key=lambda id: added[id] or "", reverse=True)
    return tuple(row(id, page) for id in known[:_FRONT])


def _cards(page: PageContext) -> tuple[Card, ...]:
    """The topics, each with the first statement of its bottom line that no topic before it leads with."""
    cards: list[Card] = []
    told: set[str] = set()
    for briefing in page.all.brief.briefings:
        new = [one for one in briefing.bottom_line if one.facts[0] not in told]
        lead = (new or list(briefing.bottom_line))[:1]
        told.update(one.facts[0] for one in lead)
        cards.append(_card(briefing, lead, page))
    return tuple(cards)


def _card(briefing: TopicContent, lead: Sequence[BottomLine], page: PageContext) -> Card:
    topic = page.all.topics[briefing.topic]
    return Card(
        own(f"topic-{topic.id}"),
        inline(topic.title),
        page.topic(topic.id),
        inline(topic.scope),
        inline(counts(briefing, page.all)),
        tuple(line(one, topic.id, page) for one in lead),
    )


def _corpus(context: Context) -> str:
    page = PageContext(context, "")
    facts = context.brief.facts
    found = [
        (len(context.brief.briefings), "topic"),
        (len(facts.facts), "statement"),
        (len(facts.differences), "difference"),
    ]
    sources = carriers([a.article.id for a in context.brief.analyses], page)
    return " · ".join([sources, *(count(number, one) for number, one in found if number)])


def _digests(context: Context) -> Inline | None:
    digests = sum(label.digest for label in context.labels.values())
    if not digests:
        return None
    every = "All sources" if digests == len(context.labels) else f"{digests} of the {len(context.labels)} sources"
    return inline(
        f"{every} of this site are digests: accounts in this project’s own words of what reports say, "
        "not quotations from them."
    )


def sources(context: Context, pictures: dict[str, Picture]) -> Page:
    """All sources, in the order of their paths."""
    page = PageContext(context, "sources/index.md")
    ids = [a.article.id for a in context.brief.analyses]
    values = {
        "counts": inline(carriers(ids, page)),
        "over_time": figure(pictures.get("coverage-over-time"), page),
        "by_publisher": figure(pictures.get("coverage-by-publisher"), page),
        "sources": tuple(Listed(row(id, page), _about(id, page)) for id in ids),
    }
    return make(
        page.path,
        "sources.md.j2",
        {
            "title": "Sources",
            "search": {"boost": 2},
            "description": front(
                f"All sources of {context.config.title}: {carriers(ids, page)}, with dates and topics.", 155
            ),
        },
        values,
    )


def _about(source: str, page: PageContext) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(page.all.titles[c.topic], page.topic(c.topic))
        for c in page.all.brief.topics.coverage
        if c.source == source and c.topic in page.all.titles
    )


def timeline(context: Context, pictures: dict[str, Picture]) -> Page:
    """Every dated event by year; what has no date of its own comes last."""
    page = PageContext(context, "timeline.md")
    years: dict[str, list[Event]] = {}
    for event in context.brief.facts.timeline:
        years.setdefault(year(event.date), []).append(event)
    groups = tuple(
        Years(
            own(f"y-{slug(of) or 'none'}"),
            inline(sentence(of) or "Without a year"),
            tuple(when(e, page) for e in years[of]),
        )
        for of in sorted(years, key=lambda words: (not words, words.lstrip(ascii_letters + " ")))
    )
    return make(
        page.path,
        "timeline.md.j2",
        {
            "title": "Timeline",
            "search": {"boost": 2},
            "description": front(
                f"What the sources of {context.config.title} date, in order, with the words each date comes from.", 155
            ),
        },
        {"groups": groups, "picture": figure(pictures.get("timeline"), page)},
    )


def names(context: Context, pictures: dict[str, Picture]) -> Page:
    """Every name by kind."""
    page = PageContext(context, "names.md")
    groups = tuple(
        Names(own(f"kind-{kind}"), inline(title), tuple(_named(n, page) for n in found))
        for kind, title in _KINDS.items()
        if (found := _of(kind, context.brief.facts.names))
    )
    return make(
        page.path,
        "names.md.j2",
        {
            "title": "Names",
            "search": {"boost": 2.5},
            "description": front(f"Who and what the sources of {context.config.title} name, with every spelling.", 155),
        },
        {"groups": groups, "picture": figure(pictures.get("names-together"), page)},
    )


def _of(kind: str, found: Iterable[Name]) -> list[Name]:
    return sorted((n for n in found if n.kind == kind), key=lambda n: (-len(n.sources), n.name.casefold(), n.id))


def _named(name: Name, page: PageContext) -> Named:
    anchor = page.anchor(name.id)
    topics = tuple(Pointer(page.all.titles[t], page.topic(t)) for t in name.topics if t in page.all.titles)
    return Named(
        anchor, who(name, page), int(len(name.sources) > _OPEN), tuple(page.chip(s) for s in name.sources), topics
    )


def method(context: Context) -> Page:
    """Method and limits: prose by hand in the template, with the limits in force and the files left out."""
    config = context.config
    share = round(config.quotes.max_share * 100)
    quoting = (
        "This site publishes its sources in full."
        if config.publish_full_text
        else "Of a report, this site publishes no words."
        if not config.quotes.max_share
        else f"A quote has at most {count(config.quotes.max_words, 'word')}; of a report at most {share}% of its words "
        "are published in all, counted over everything that shows them: quotes, summaries, feeds, search and export."
    )
    values: dict[str, Any] = {
        "quoting": inline(quoting),
        "corpus": inline(_corpus(context)),
        "skipped": tuple(_Left(inline(s.path), inline(s.reason)) for s in context.brief.skipped),
    }
    return make(
        "method.md",
        "method.md.j2",
        {
            "title": "Method and limits",
            "description": front(f"How {config.title} is made from its sources, and how far it may be trusted.", 155),
            "search": {"boost": 2},
        },
        values,
    )


@dataclass(frozen=True, slots=True)
class _Left:
    path: Inline
    reason: Inline
