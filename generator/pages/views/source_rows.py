"""A source as lists of sources show it."""

from __future__ import annotations

from dataclasses import dataclass

from ...text.escape import Inline, Link, inline, optional
from ..context import Chip, PageContext
from ..labels import NAME_WORDS
from ..wording import format_date, shorten

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
    meta = page.all.analyses[source].article.metadata
    label = page.all.labels[source]
    credit = [shorten(meta.publisher, NAME_WORDS) if meta.publisher else "publisher not given"]
    if meta.author and not label.digest:
        credit.insert(0, shorten(meta.author, NAME_WORDS))
    flags = []
    if source in page.all.copies:
        flags.append(f"version of {page.all.labels[page.all.copies[source]].short}")
    return SourceRow(
        chip=page.chip(source),
        title=inline(shorten(label.full, _LISTED_WORDS)),
        credit=inline(
            ("digest of a report in " if label.digest and meta.publisher else "digest; " if label.digest else "")
            + ", ".join(credit)
        ),
        published=inline(format_date(meta.published)),
        flags=optional(", ".join(flags)),
        original=None,
    )
