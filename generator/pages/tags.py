"""Tags: the topics, publishers and years of the sources, shown on the pages that carry them and listed on a page of
their own. Each tag's anchor on that page says its kind, so that 2020 the year and "2020" the publisher stay two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from ..config import Topic
from ..model import Analysis
from ..text.escape import Link, front, inline
from ..text.ids import digest, slug
from ..text.letters import letter
from . import weights
from .context import Context, PageContext
from .labels import NAME_WORDS
from .periods import day, month, year
from .splitting import Item, Level, Piece, size, split
from .views.pointers import Pointer
from .wording import Words, sentence, shorten

PATH = "tags.md"
_NONE = "none"
_HEADING = 600  # bytes of the heading of a tag, which stands in a table of contents too
_DEEPEST = 6  # levels at which tags are filed
Kind = Literal["topics", "publishers", "years"]
NO_PUBLISHER, NO_YEAR = f"publisher-{_NONE}", f"year-{_NONE}"


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as plain text. `anchor` is its place on the page of tags."""

    anchor: str
    text: str


def topic_tag(topic: Topic) -> Tag:
    """The tag of a topic, on its own page and on those of its sources."""
    return Tag(f"topic-{topic.id}", topic.title)


def source_tags(analysis: Analysis, topics: Iterable[Topic], context: Context) -> tuple[Tag, ...]:
    """The tags of a source's page. A digest is never filed under its report's publisher without saying so; what is not
    given is no tag."""
    meta = analysis.article.metadata
    tags = [topic_tag(topic) for topic in topics]
    if meta.publisher:
        tag = publisher_tag(meta.publisher, context.words)
        digest_of = context.labels[analysis.article.id].digest
        tags.append(Tag(tag.anchor, context.words.say("label.digest_of", name=tag.text)) if digest_of else tag)
    of = year_tag(meta.published, context.words)
    return tuple(tags) if of.anchor == NO_YEAR else (*tags, of)


def publisher_tag(name: str | None, words: Words) -> Tag:
    """The tag of a publisher, and one for none. One publisher has one anchor, however capitalised; names that differ
    in what an anchor cannot hold have two."""
    if not name:
        return Tag(NO_PUBLISHER, words.say("tags.no_publisher"))
    key = " ".join(name.casefold().split())
    plain = slug(key)
    whole = plain.replace("-", " ") == key and plain != _NONE
    anchor = f"publisher-{plain}" if whole else "-".join(filter(None, ["publisher", plain, digest(key)]))
    return Tag(anchor, shorten(name, NAME_WORDS))


def year_tag(published: str | None, words: Words) -> Tag:
    """The tag of the year in which an EDTF date lies or begins, and one for none."""
    known = words.year(published)
    return Tag(f"year-{slug(known)}", sentence(known)) if known else Tag(NO_YEAR, words.say("tags.no_year"))


def shown(tags: Iterable[Tag], page: PageContext) -> tuple[Pointer, ...]:
    """Tags as links to where they are listed."""
    return tuple(Pointer(inline(tag.text, 120), listed(tag, page)) for tag in tags)


def listed(tag: Tag, page: PageContext) -> Link:
    """The link to where a tag is listed: the first page of it."""
    return page.to(page.all.places.tags.get(tag.anchor, PATH), tag.anchor)


def searched(tags: Iterable[Tag]) -> list[str]:
    """Tags for front matter, from which search takes those that it shows with a page."""
    return list(dict.fromkeys(front(tag.text, 120) for tag in tags))


@dataclass(frozen=True, slots=True)
class Tagged:
    """A source under one of its tags; a tag without any has "" for it. `keys` are what it is filed under."""

    kind: Kind
    tag: Tag
    source: str
    keys: tuple[str, ...]


def tagged(context: Context) -> tuple[Tagged, ...]:
    """Every tag with its sources, a row each: topics in their order, publishers from A to Z, years in theirs; what is
    not given last."""
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
    held: list[tuple[Kind, Tag, list[str]]] = [
        ("topics", topic_tag(context.topics[topic]), ids) for topic, ids in topics.items()
    ]
    held += [("publishers", *one) for one in _sorted(publishers)]
    held += [("years", *one) for one in _sorted(years)]
    return tuple(Tagged(kind, tag, id, _keys(kind, tag, id, context)) for kind, tag, ids in held for id in ids or [""])


def _sorted(found: dict[str, tuple[Tag, list[str]]]) -> list[tuple[Tag, list[str]]]:
    return sorted(found.values(), key=lambda one: (one[0].anchor in (NO_PUBLISHER, NO_YEAR), one[0].text.casefold()))


def _keys(kind: Kind, tag: Tag, source: str, context: Context) -> tuple[str, ...]:
    day_of = context.places.days.get(source, "")
    period = (year(day_of), month(day_of), day(day_of))
    if kind == "years":
        return (kind, *period)
    return (kind, tag.anchor, *period) if kind == "topics" else (kind, letter(tag.text), tag.anchor, *period)


@lru_cache(maxsize=1)  # of a site: every page that carries tags asks
def tag_pieces(context: Context) -> tuple[Piece[Tagged], ...]:
    """All tags by kind and letter, those of many sources by period; none where one page holds all."""
    rows = {a.article.id: weights.row(a) for a in context.brief.analyses}
    headed: set[Tag] = set()
    items = []
    for one in tagged(context):
        heading = 0 if one.tag in headed else _HEADING + 4 * weights.text(one.tag.text)
        headed.add(one.tag)
        items.append(Item(one, rows.get(one.source, 0) + heading))
    if size(items, _no_entry) <= context.room.page:
        return ()
    return split(items, [_level(depth) for depth in range(_DEEPEST)], context.room.page, _no_entry)


def _level(depth: int) -> Level[Tagged]:
    return lambda one: one.keys[depth] if depth < len(one.keys) else ""


def tag_path(piece: Piece[Tagged]) -> str:
    """The page of a piece of the tags."""
    return f"tags/{piece.name}.md"


def tag_places(context: Context) -> dict[str, str]:
    """The page that lists each tag, by its anchor; none where one page holds all."""
    return {one.tag.anchor: tag_path(piece) for piece in reversed(tag_pieces(context)) for one in piece.values}


def _no_entry(source: str) -> int:
    return 0
