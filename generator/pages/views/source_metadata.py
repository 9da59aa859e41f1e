"""What is known about a source, a line each."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Analysis, Metadata
from ...text.escape import Inline, Link, inline, link
from ..context import PageContext
from ..wording import Words

_BEFORE_ADDRESS = 5  # lines


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """A line of what is known about a source."""

    name: Inline
    value: Inline
    href: Link | None = None


def metadata_rows(analysis: Analysis, page: PageContext) -> tuple[MetadataRow, ...]:
    """Kind, publisher, author, dates, origin, addresses and the rest, as far as they are known."""
    meta, words = analysis.article.metadata, page.words
    of = "_of_report" if meta.is_digest else ""
    rows = [
        ("kind", words.say(f"source.kind.{meta.kind}")),
        (f"publisher{of}", meta.publisher or words.say("source.not_given")),
        (f"author{of}", meta.author),
        ("published", _found(words.date(meta.published), meta.published_from, words)),
        ("origin", _found(meta.origin, meta.origin_from, words)),
        ("retrieved", words.date(meta.retrieved, "")),
        ("added", words.date(meta.added, "")),
        ("language", words.messages.language(meta.language) if meta.language else None),
        ("note", meta.note),
        ("file", analysis.article.path),
    ]
    made = [MetadataRow(_name(key, words), inline(value)) if value else None for key, value in rows]
    addresses = _addresses(meta, of, words)
    return tuple(row for row in (*made[:_BEFORE_ADDRESS], *addresses, *made[_BEFORE_ADDRESS:]) if row)


def _name(key: str, words: Words) -> Inline:
    return words.inline(f"source.metadata.{key}")


def _addresses(meta: Metadata, of: str, words: Words) -> tuple[MetadataRow, ...]:
    """Where a source, or the report of which it tells, was published, and where an archive keeps it: a line each, or
    none without a safe address."""
    rows = ((f"address{of}", meta.url), (f"archived{of}", meta.archived))
    return tuple(
        MetadataRow(_name(key, words), inline(text, 200), address)
        for key, text in rows
        if text and (address := link(text))
    )


def _found(value: str | None, how: str | None, words: Words) -> str | None:
    """A value, and how it was found where that is told."""
    if not value or not how:
        return value
    return words.say("source.found", value=value, how=words.phrase("found", how))
