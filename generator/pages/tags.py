"""Tags: the topics, publishers and years of the sources, shown on the pages that carry them and listed on a page of
their own. Each tag's anchor on that page says its kind, so that 2020 the year and "2020" the publisher stay two."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..config import Topic
from ..model import Analysis
from ..text.escape import front, inline
from ..text.ids import digest, slug
from .context import Context, PageContext
from .labels import NAME_WORDS
from .views.pointers import Pointer
from .wording import Words, sentence, shorten

PATH = "tags.md"
_NONE = "none"
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
    return tuple(Pointer(inline(tag.text, 120), page.to(PATH, tag.anchor)) for tag in tags)


def searched(tags: Iterable[Tag]) -> list[str]:
    """Tags for front matter, from which search takes those that it shows with a page."""
    return list(dict.fromkeys(front(tag.text, 120) for tag in tags))
