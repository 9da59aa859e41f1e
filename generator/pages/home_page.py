"""The home page: every topic with its bottom line, what is new, and what is disputed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import BottomLine, Page, TopicContent
from ..text.escape import Inline, Link, front, inline, optional, own
from .carriers import corpus, counts
from .context import Context, PageContext
from .template import page as make
from .views.bottom_line_views import BottomLineView, line
from .views.cited_sources import cited_sources
from .views.difference_views import by_gravity, in_short
from .views.editor_views import EditorView, own_lines
from .views.newest import changes, updated
from .views.pointers import Pointer
from .views.source_rows import SourceRow, row

_FRONT = 5


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic on the home page."""

    id: Link
    title: Inline
    href: Link
    scope: Inline
    counts: Inline
    lines: tuple[BottomLineView, ...]
    own_lines: tuple[EditorView, ...] = ()


def home(context: Context) -> Page:
    """The front page: every topic with its bottom line."""
    page = PageContext(context, "index.md")
    config = context.config
    values = {
        "title": inline(config.title),
        "description": optional(config.description),
        "counts": inline(corpus(context)),
        "digests": _digests(context),
        "topics": _cards(page),
        "newest": _newest(page),
        "watch": tuple(_watched(page))[:_FRONT],
        **changes([f for f in context.facts.values() if not context.topics.keys().isdisjoint(f.topics)], page),
    }
    values["cited"] = cited_sources(page)
    about = config.description or f"A cited briefing: {corpus(context)}."
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
        page.words,
    )


def _watched(page: PageContext) -> Iterator[Pointer]:
    """The differences over more than a spelling, gravest first, each in a line that leads to its sides."""
    for difference in by_gravity(page.all.brief.facts.differences):
        places = [topic for topic in difference.topics if topic in page.all.topics]
        if difference.kind != "name" and places:
            title = page.all.topics[places[0]].title
            yield Pointer(inline(f"{title}, {in_short(difference)}"), page.topic(places[0], difference.id))


def _newest(page: PageContext) -> tuple[SourceRow, ...]:
    """The sources added last, or published last where nothing tells when they were added."""
    about = {a.article.id: a.article.metadata for a in page.all.brief.analyses}
    days = {id: meta.added for id, meta in about.items() if meta.added} or {
        id: meta.published for id, meta in about.items() if meta.published and meta.published[:4].isdigit()
    }
    latest = sorted(days, key=lambda id: days[id], reverse=True)
    return tuple(row(id, page) for id in latest[:_FRONT])


def _cards(page: PageContext) -> tuple[TopicCard, ...]:
    """The topics, each with the first statement of its bottom line, whatever another topic shows."""
    return tuple(_card(briefing, briefing.bottom_line[:1], page) for briefing in page.all.brief.briefings)


def _card(briefing: TopicContent, lead: Sequence[BottomLine], page: PageContext) -> TopicCard:
    topic = page.all.topics[briefing.topic]
    return TopicCard(
        own(f"topic-{topic.id}"),
        inline(topic.title),
        page.topic(topic.id),
        inline(topic.scope),
        inline(counts(briefing, page.all)),
        tuple(line(one, topic.id, page) for one in lead),
        own_lines(topic.id, page)["own_lines"],
    )


def _digests(context: Context) -> Inline | None:
    digests = sum(label.digest for label in context.labels.values())
    if not digests:
        return None
    every = "All sources" if digests == len(context.labels) else f"{digests} of the {len(context.labels)} sources"
    return inline(
        f"{every} of this site are digests: accounts in this project’s own words of what reports say, "
        "not quotations from them."
    )
