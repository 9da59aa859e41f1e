"""The home page: every topic with its bottom line, what is new, and what is disputed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import BottomLine, Page, TopicContent
from ..text.escape import Inline, Link, front, inline, own
from .carriers import corpus, counts
from .context import Context, PageContext
from .template import page as make
from .views.bottom_line_views import BottomLineView, line
from .views.difference_views import by_gravity, in_short
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


def home(context: Context) -> Page:
    """The front page: every topic with its bottom line."""
    page = PageContext(context, "index.md")
    config = context.config
    values = {
        "title": inline(config.title),
        "description": inline(config.description) if config.description else None,
        "counts": inline(corpus(context)),
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
    )


def _newest(page: PageContext) -> tuple[SourceRow, ...]:
    """The sources added last, or published last where nothing tells when they were added."""
    about = {a.article.id: a.article.metadata for a in page.all.brief.analyses}
    added = {id: m.added for id, m in about.items()}
    if not any(added.values()):
        added = {id: m.published if (m.published or "X")[:4].isdigit() else None for id, m in about.items()}
    known = sorted((id for id, day in added.items() if day), key=lambda id: added[id] or "", reverse=True)
    return tuple(row(id, page) for id in known[:_FRONT])


def _cards(page: PageContext) -> tuple[TopicCard, ...]:
    """The topics, each with the first statement of its bottom line that no topic before it leads with."""
    cards: list[TopicCard] = []
    told: set[str] = set()
    for briefing in page.all.brief.briefings:
        new = [one for one in briefing.bottom_line if one.facts[0] not in told]
        lead = (new or list(briefing.bottom_line))[:1]
        told.update(one.facts[0] for one in lead)
        cards.append(_card(briefing, lead, page))
    return tuple(cards)


def _card(briefing: TopicContent, lead: Sequence[BottomLine], page: PageContext) -> TopicCard:
    topic = page.all.topics[briefing.topic]
    return TopicCard(
        own(f"topic-{topic.id}"),
        inline(topic.title),
        page.topic(topic.id),
        inline(topic.scope),
        inline(counts(briefing, page.all)),
        tuple(line(one, topic.id, page) for one in lead),
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
