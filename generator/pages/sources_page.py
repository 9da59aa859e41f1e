"""The list of all sources."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Page
from ..text.escape import front, inline
from .carriers import carriers
from .context import Context, PageContext
from .pictures import Picture
from .template import page as make
from .views.figure_markup import figure
from .views.pointers import Pointer
from .views.source_rows import SourceRow, row


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source in the list of all, with its topics."""

    row: SourceRow
    topics: tuple[Pointer, ...]


def sources(context: Context, pictures: dict[str, Picture]) -> Page:
    """All sources, in the order of their paths."""
    page = PageContext(context, "sources/index.md")
    ids = [a.article.id for a in context.brief.analyses]
    values = {
        "counts": inline(carriers(ids, page)),
        "over_time": figure(pictures.get("coverage-over-time"), page),
        "by_publisher": figure(pictures.get("coverage-by-publisher"), page),
        "sources": tuple(ListedSource(row(id, page), _about(id, page)) for id in ids),
    }
    return make(
        page.path,
        "sources.md.j2",
        {
            "title": "Sources",
            "search": {"boost": 2},
            "description": front(
                f"All sources of {context.config.title}: {carriers(ids, page)}, with dates and topics.", 155
            ),
        },
        values,
        page.words,
    )


def _about(source: str, page: PageContext) -> tuple[Pointer, ...]:
    return tuple(
        Pointer(page.all.titles[c.topic], page.topic(c.topic))
        for c in page.all.brief.topics.coverage
        if c.source == source and c.topic in page.all.titles
    )
