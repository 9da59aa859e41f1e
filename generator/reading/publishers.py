"""Sources under the names that the settings give their publishers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..config import KnownPublishers, Publisher
from ..model import Article


def published(articles: Iterable[Article], publishers: tuple[Publisher, ...]) -> Iterator[Article]:
    """`articles`, each under the name of its publisher in the settings, however its metadata spell it. One that names
    no publisher, and can be read at an address of one, is that one's."""
    known = KnownPublishers(publishers)
    for article in articles:
        meta = article.metadata
        name = known.name(meta.publisher, meta.url)
        first = known.name(meta.origin, None) if meta.origin_from else meta.origin
        same = (name, first) == (meta.publisher, meta.origin)
        yield article if same else replace(article, metadata=replace(meta, publisher=name, origin=first))
