"""What is known about a source, with nothing in it that is nobody's business: before anything is made of it. What only
the maintainer's own machine sees (`briefing add`, `briefing inspect`) is as the file says it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..model import Article, Metadata, Withdrawn
from ..text.addresses import published_address
from .named import without_address


def publishable(articles: Iterable[Article]) -> tuple[Article, ...]:
    """`articles` with metadata that may be published."""
    return tuple(replace(article, metadata=_publishable(article.metadata)) for article in articles)


def publishable_records(withdrawn: Iterable[Withdrawn]) -> tuple[Withdrawn, ...]:
    """`withdrawn` with what may be published of each."""
    return tuple(
        replace(one, url=_address(one.url), publisher=without_address(one.publisher), by=without_address(one.by))
        for one in withdrawn
    )


def _publishable(metadata: Metadata) -> Metadata:
    """`metadata` with addresses that lead to a page and tell of no reader, and with people who are called by a name: a
    mail address is none."""
    return replace(
        metadata,
        url=_address(metadata.url),
        archived=_address(metadata.archived),
        author=without_address(metadata.author),
        publisher=without_address(metadata.publisher),
        origin=without_address(metadata.origin),
        withdrawn_by=without_address(metadata.withdrawn_by),
    )


def _address(url: str | None) -> str | None:
    return published_address(url) if url else None
