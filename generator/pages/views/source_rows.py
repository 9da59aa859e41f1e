"""A source as lists of sources show it."""

from __future__ import annotations

from dataclasses import dataclass

from ...text.escape import Inline, Link, inline, optional
from ..context import Chip, PageContext
from ..labels import NAME_WORDS
from ..wording import shorten

_LISTED_WORDS = 24


@dataclass(frozen=True, slots=True)
class SourceRow:
    """A source in the list of sources; what is very long is cut, and whole on the page of the source."""

    chip: Chip
    title: Inline
    credit: Inline
    published: Inline
    flags: Inline | None
    original: Link | None


def row(source: str, page: PageContext) -> SourceRow:
    """A source with its date or "undated", its kind and what to know before trusting it."""
    meta, words = page.all.analyses[source].article.metadata, page.words
    label = page.all.labels[source]
    credit = [publisher_of(source, page)]
    if meta.author and not label.digest:
        credit.append(words.say("sources.author", author=shorten(meta.author, NAME_WORDS)))
    copied = page.all.copies.get(source)
    return SourceRow(
        chip=page.chip(source),
        title=inline(shorten(label.full, _LISTED_WORDS)),
        credit=inline(", ".join(credit)),
        published=inline(words.date(meta.published)),
        flags=optional(words.say("sources.version", of=page.all.labels[copied].short) if copied else None),
        original=None,
    )


def publisher_of(source: str, page: PageContext) -> str:
    """`Harbour Gazette`, `digest of a report in Harbour Gazette`, `publisher not given`."""
    meta, words = page.all.analyses[source].article.metadata, page.words
    name = shorten(meta.publisher, NAME_WORDS) if meta.publisher else ""
    if page.all.labels[source].digest:
        return words.say("label.digest_of", name=name) if name else words.say("label.digest_of_none")
    return name or words.say("label.no_publisher")
