"""The home page as a front page: the top of each topic, what came last there, where sources disagree, what is new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import BottomLine, Fact, Page, TopicContent
from ..text.escape import Inline, Link, front, inline, optional, own
from . import weights
from .carriers import as_of, corpus, counts
from .context import Context, PageContext
from .questions import heading
from .template import page as make
from .topic_told import by_gravity
from .views.bottom_line_views import BottomLineView, line
from .views.cited_sources import cited_sources
from .views.editor_views import EditorView, own_lines
from .views.newest import changes, updated
from .views.pointers import Pointer
from .views.source_rows import SourceRow, row

_FRONT = 5
_LINE = 1200  # bytes around the sources of a statement
_HIGH = ("status", "contradiction", "figure", "date")
"""The kinds of difference over what happened: neither a figure brought up to date, nor a word or a spelling."""


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic on the home page: what stands on top of its own page, and what happened last, with the day."""

    id: Link
    title: Inline
    href: Link
    scope: Inline
    counts: Inline
    lines: tuple[BottomLineView, ...]
    newest: BottomLineView | None
    day: Inline | None
    own_lines: tuple[EditorView, ...] = ()


def home(context: Context) -> Page:
    """The front page: every topic in its order, whatever another shows."""
    page = PageContext(context, "index.md")
    config, words = context.config, context.words
    shown = [f for f in context.facts.values() if not context.topics.keys().isdisjoint(f.topics)]
    values = {
        "title": inline(config.title),
        "description": optional(config.description),
        "counts": inline(" · ".join([*as_of(context.analyses, context), corpus(context)])),
        "digests": _digests(context),
        "topics": tuple(_card(briefing, page, room) for room in [_room(page)] for briefing in context.brief.briefings),
        "watch": tuple(_watched(page))[:_FRONT],
        **changes(shown, page),
        "newest": _newest(page),
    }
    values["cited"] = cited_sources(page)
    about = config.description or words.say("home.about", corpus=corpus(context))
    matter = {
        "title": front(config.title),
        "description": front(about, 155),
        **updated(context.analyses, context),
        "search": {"boost": 1},
    }
    return make("index.md", "index.md.j2", matter, values, words)


def _room(page: PageContext) -> int | None:
    """How many bytes the sources of each statement may take, where those of all take too many."""
    context = page.all
    told = [fact for briefing in context.brief.briefings for fact in _told(briefing, context)]
    numbers = sum(_LINE + weights.cited(fact.quotes[: context.room.numbers]) for fact in told)
    sources = {quote.source for fact in told for quote in fact.quotes[: context.room.numbers]}
    most = context.room.page * 3 // 4
    if numbers + sum(map(context.places.entries.__getitem__, sources)) <= most:
        return None
    return max(0, most // len(told) - _LINE)


def _told(briefing: TopicContent, context: Context) -> Iterator[Fact]:
    """The statements of a topic on this page: the top of its bottom line, and what happened last."""
    first = [id for one in briefing.bottom_line[:1] for id in one.facts]
    yield from (context.facts[id] for id in (*first, briefing.newest[0]) if id in context.facts)


def _card(briefing: TopicContent, page: PageContext, room: int | None) -> TopicCard:
    topic = page.all.topics[briefing.topic]
    last, day = briefing.newest
    told = next((fact for fact in briefing.facts if fact.id == last), None)
    return TopicCard(
        id=own(f"topic-{topic.id}"),
        title=inline(topic.title),
        href=page.topic(topic.id),
        scope=inline(topic.scope),
        counts=inline(counts(briefing, page.all)),
        lines=tuple(line(one, topic.id, page, room) for one in briefing.bottom_line[:1]),
        newest=line(BottomLine(told.text, (told.id,)), topic.id, page, room) if told else None,
        day=inline(page.words.date(day)) if told else None,
        own_lines=own_lines(topic.id, page)["own_lines"],
    )


def _watched(page: PageContext) -> Iterator[Pointer]:
    """The differences over what happened, gravest first, each in a line that leads to its sides."""
    for difference in by_gravity(page.all.brief.facts.differences):
        places = [topic for topic in difference.topics if topic in page.all.topics]
        if difference.kind in _HIGH and places:
            title = page.all.topics[places[0]].title
            told = page.words.say("home.difference", topic=title, difference=heading(difference, page.words))
            yield Pointer(inline(told), page.topic(places[0], difference.id))


def _newest(page: PageContext) -> tuple[SourceRow, ...]:
    """The sources added last, or published last where nothing tells when they were added."""
    about = {a.article.id: a.article.metadata for a in page.all.brief.analyses}
    days = {id: meta.added for id, meta in about.items() if meta.added} or {
        id: meta.published for id, meta in about.items() if meta.published and meta.published[:4].isdigit()
    }
    latest = sorted(days, key=lambda id: (days[id], about[id].published or ""), reverse=True)
    return tuple(row(id, page) for id in latest[:_FRONT])


def _digests(context: Context) -> Inline | None:
    digests, every = sum(label.digest for label in context.labels.values()), len(context.labels)
    if not digests:
        return None
    key = "home.digests_all" if digests == every else "home.digests"
    return inline(context.words.say(key, every, digests=digests))
