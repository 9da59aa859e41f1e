"""Tags: the topics, publishers and years of the sources, shown on the pages that carry them and listed on a page of
their own. Each tag's anchor on that page says its kind, so that 2020 the year and "2020" the publisher stay two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..config import Topic
from ..model import Analysis, Page
from ..text.escape import Inline, Link, front, inline, own
from ..text.ids import digest, slug
from .context import Context, PageContext
from .labels import NAME_WORDS
from .parts import SourceRow, row
from .statement_views import Pointer
from .template import page as make
from .wording import sentence, shorten, year

PATH = "tags.md"
_NONE = "none"
_NO_PUBLISHER = "Publisher not given"
_NO_YEAR = "Year not given"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as plain text. `anchor` is its place on the page of tags."""

    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Tagged:
    """A tag with the pages that carry it: a topic's own page, then sources."""

    anchor: Link
    text: Inline
    page: Pointer | None
    sources: tuple[SourceRow, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """The tags of one kind."""

    id: Link
    title: Inline
    tags: tuple[Tagged, ...]


def topic_tag(topic: Topic) -> Tag:
    """The tag of a topic, on its own page and on those of its sources."""
    return Tag(f"topic-{topic.id}", topic.title)


def source_tags(analysis: Analysis, topics: Iterable[Topic], context: Context) -> tuple[Tag, ...]:
    """The tags of a source's page. A digest is never filed under its report's publisher without saying so; what is not
    given is no tag."""
    meta = analysis.article.metadata
    tags = [topic_tag(topic) for topic in topics]
    if meta.publisher:
        words = "digest of a report in " if context.labels[analysis.article.id].digest else ""
        tag = _publisher(meta.publisher)
        tags.append(Tag(tag.anchor, words + tag.text))
    of = _year(meta.published)
    return tuple(tags) if of == _year(None) else (*tags, of)


def shown(tags: Iterable[Tag], page: PageContext) -> tuple[Pointer, ...]:
    """Tags as links to where they are listed."""
    return tuple(Pointer(inline(tag.text, 120), page.to(PATH, tag.anchor)) for tag in tags)


def searched(tags: Iterable[Tag]) -> list[str]:
    """Tags for front matter, from which search takes those that it shows with a page."""
    return list(dict.fromkeys(front(tag.text, 120) for tag in tags))


def _publisher(name: str | None) -> Tag:
    """However it is capitalised, one publisher has one anchor; names that differ in what an anchor cannot hold have
    two."""
    if not name:
        return Tag(f"publisher-{_NONE}", _NO_PUBLISHER)
    key = " ".join(name.casefold().split())
    plain = slug(key)
    whole = plain.replace("-", " ") == key and plain != _NONE
    anchor = f"publisher-{plain}" if whole else "-".join(filter(None, ["publisher", plain, digest(key)]))
    return Tag(anchor, shorten(name, NAME_WORDS))


def _year(published: str | None) -> Tag:
    known = year(published)
    return Tag(f"year-{slug(known)}", sentence(known)) if known else Tag(f"year-{_NONE}", _NO_YEAR)


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
        for tag, found in ((_publisher(meta.publisher), publishers), (_year(meta.published), years)):
            found.setdefault(tag.anchor, (tag, []))[1].append(analysis.article.id)
    kinds = (
        Kind(
            own("topics"),
            inline("By topic"),
            tuple(_tagged(topic_tag(context.topics[t]), ids, page, t) for t, ids in topics.items()),
        ),
        Kind(own("publishers"), inline("By publisher"), _sorted(publishers, page)),
        Kind(own("years"), inline("By year"), _sorted(years, page)),
    )
    matter = {
        "title": "Tags",
        "description": front(f"The topics, publishers and years of the sources of {context.config.title}.", 155),
        "search": {"boost": 1},
    }
    return make(PATH, "tags.md.j2", matter, {"kinds": kinds})


def _sorted(found: dict[str, tuple[Tag, list[str]]], page: PageContext) -> tuple[Tagged, ...]:
    unknown = {_publisher(None), _year(None)}
    ordered = sorted(found.values(), key=lambda one: (one[0] in unknown, one[0].text.casefold()))
    return tuple(_tagged(tag, sources, page) for tag, sources in ordered)


def _tagged(tag: Tag, sources: Iterable[str], page: PageContext, topic: str = "") -> Tagged:
    return Tagged(
        own(tag.anchor),
        inline(tag.text, 120),
        Pointer(page.all.titles[topic], page.topic(topic)) if topic else None,
        tuple(row(source, page) for source in sources),
    )
