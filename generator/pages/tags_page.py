"""The page of all tags."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Page
from ..text.escape import Inline, Link, front, inline, own
from .context import Context, PageContext
from .tags import NO_PUBLISHER, NO_YEAR, PATH, Tag, publisher_tag, topic_tag, year_tag
from .template import page as make
from .views.pointers import Pointer
from .views.source_rows import SourceRow, row


@dataclass(frozen=True, slots=True)
class TaggedPages:
    """A tag with the pages that carry it: a topic's own page, then sources."""

    anchor: Link
    text: Inline
    page: Pointer | None
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class TagGroup:
    """The tags of one kind."""

    id: Link
    title: Inline
    tags: tuple[TaggedPages, ...]


def tags(context: Context) -> Page:
    """The page of all tags: topics in their order, publishers from A to Z, years in theirs; what is not given last."""
    page = PageContext(context, PATH)
    topics: dict[str, list[str]] = {t: [] for t in context.briefings}
    for coverage in context.brief.topics.coverage:
        topics.get(coverage.topic, []).append(coverage.source)
    publishers: dict[str, tuple[Tag, list[str]]] = {}
    years: dict[str, tuple[Tag, list[str]]] = {}
    for analysis in context.brief.analyses:
        meta = analysis.article.metadata
        for tag, found in (
            (publisher_tag(meta.publisher, context.words), publishers),
            (year_tag(meta.published, context.words), years),
        ):
            found.setdefault(tag.anchor, (tag, []))[1].append(analysis.article.id)
    kinds = (
        TagGroup(
            own("topics"),
            inline(context.words.say("tags.by_topic")),
            tuple(_tagged(topic_tag(context.topics[t]), ids, page, t) for t, ids in topics.items()),
        ),
        TagGroup(own("publishers"), inline(context.words.say("tags.by_publisher")), _sorted(publishers, page)),
        TagGroup(own("years"), inline(context.words.say("tags.by_year")), _sorted(years, page)),
    )
    matter = {
        "title": front(context.words.say("tags.title")),
        "description": front(context.words.say("tags.description", site=context.config.title), 155),
        "search": {"boost": 1},
    }
    return make(PATH, "tags.md.j2", matter, {"kinds": kinds}, context.words)


def _sorted(found: dict[str, tuple[Tag, list[str]]], page: PageContext) -> tuple[TaggedPages, ...]:
    ordered = sorted(found.values(), key=lambda one: (one[0].anchor in (NO_PUBLISHER, NO_YEAR), one[0].text.casefold()))
    return tuple(_tagged(tag, sources, page) for tag, sources in ordered)


def _tagged(tag: Tag, sources: Iterable[str], page: PageContext, topic: str = "") -> TaggedPages:
    return TaggedPages(
        own(tag.anchor),
        inline(tag.text, 120),
        Pointer(page.all.titles[topic], page.topic(topic)) if topic else None,
        tuple(row(source, page) for source in sources),
    )
