"""The list of all sources, which a script narrows by publisher, topic and year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ..model import Page
from ..text.escape import Attribute, Inline, Link, attribute, front, inline, link, own
from .carriers import carriers
from .context import Context, PageContext
from .labels import leading_publisher
from .pictures import Picture
from .places import SOURCES, rows_path
from .splitting import Piece
from .template import page as make
from .views.figure_markup import figure
from .views.part_views import PartGroup, grouped, part_link, period
from .views.pointers import Pointer
from .views.source_rows import SourceRow, publisher_of, row
from .wording import Words


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source in the list of all, with its topics, and what the list is narrowed by: its publisher, its year or "",
    and the ids of its topics. `anchor` is its id where it has no page of its own, and `href` leads to that page, else
    to its original, if that is known."""

    anchor: Link | None
    href: Link | None
    row: SourceRow
    topics: tuple[Pointer, ...]
    publisher: Attribute
    year: Attribute
    ids: Attribute


@dataclass(frozen=True, slots=True)
class NarrowView:
    """What the script says that narrows the list: the names of the choices, how many sources are shown, with a `%` for
    their number, and what it says where none matches."""

    title: Attribute
    publisher: Attribute
    topic: Attribute
    year: Attribute
    any: Attribute
    undated: Attribute
    shown: Attribute
    none: Attribute
    reset: Attribute


def sources(context: Context, pictures: dict[str, Picture]) -> Iterator[Page]:
    """All sources, the newest first; those without a date last, in the order of their paths. Of too many for one page,
    a page a period, and one that leads to them."""
    page, pieces = PageContext(context, SOURCES), context.places.sources
    ids = [a.article.id for a in context.brief.analyses]
    days, title = context.places.days, page.words.say("sources.title")
    listed = () if pieces else tuple(sorted(ids, key=days.__getitem__, reverse=True))
    further = {"further": _further(page)} if pieces else {}
    yield _page(page, title, ids, {"sources": _rows(listed, page), **further, **_pictures(context, pictures, page)})
    for piece in pieces:
        there = PageContext(context, rows_path(piece))
        told = page.words.say("timeline.part", title=title, part=_period(piece, page))
        made = _page(there, told, piece.values, {"sources": _rows(piece.values, there), "whole": there.to(SOURCES)})
        yield replace(made, listed=False)


def _rows(sources: Iterable[str], page: PageContext) -> tuple[ListedSource, ...]:
    return tuple(_listed(source, page) for source in sources)


def _period(piece: Piece[str], page: PageContext) -> str:
    return period(piece.keys, piece.number, piece.of, page.words)


def _further(page: PageContext) -> tuple[PartGroup, ...]:
    """The links to the pages of the list, by year."""
    return grouped(
        (
            period(piece.keys[:1], 1, 1, page.words),
            part_link(_period(piece, page), rows_path(piece), len(piece.values), page),
        )
        for piece in page.all.places.sources
    )


def _page(page: PageContext, title: str, ids: Sequence[str], values: dict[str, Any]) -> Page:
    words = page.words
    counted = carriers(ids, page)
    about = words.say("sources.description", site=page.all.config.title, sources=counted)
    nothing = dict.fromkeys(("whole", "over_time", "span", "by_publisher", "leading"))
    filled = {"title": inline(title), "counts": inline(counted), "narrow": _narrow(len(ids), words), "further": ()}
    matter = {
        "title": front(title),
        "layout": "sources",
        "search": {"boost": 1.2},
        "description": front(about, 155),
    }
    return make(page.path, "sources.md.j2", matter, {**nothing, **filled, **values}, words)


def _listed(source: str, page: PageContext) -> ListedSource:
    covered = [c.topic for c in page.all.coverage.get(source, ()) if c.topic in page.all.titles]
    paged, told = page.all.places.has_page(source), row(source, page)
    return ListedSource(
        anchor=None if paged else own(f"of-{source}"),
        href=told.chip.href if paged else _original(source, page),
        row=told,
        topics=tuple(Pointer(page.all.titles[topic], page.topic(topic)) for topic in covered),
        publisher=attribute(publisher_of(source, page)),
        year=attribute(page.words.year(page.all.analyses[source].article.metadata.published)),
        ids=attribute(" ".join(covered)),
    )


def _original(source: str, page: PageContext) -> Link | None:
    """The publisher's own page of a report."""
    return None if page.all.labels[source].digest else link(page.all.analyses[source].article.metadata.url)


def _narrow(sources: int, words: Words) -> NarrowView:
    def say(key: str) -> Attribute:
        return attribute(words.say(f"sources.{key}"))

    return NarrowView(
        title=say("narrow"),
        publisher=say("publisher"),
        topic=say("topic"),
        year=say("year"),
        any=say("any"),
        undated=attribute(words.say("date.undated")),
        shown=attribute(words.say("sources.shown", sources, shown="%")),
        none=say("no_match"),
        reset=say("reset"),
    )


def _pictures(context: Context, pictures: dict[str, Picture], page: PageContext) -> dict[str, Any]:
    """The charts, each under what it shows: none where it shows nothing in particular."""
    days = sorted(day for a in context.brief.analyses if (day := a.article.metadata.published))
    over_time = figure(pictures.get("coverage-over-time"), page)
    by_publisher = figure(pictures.get("coverage-by-publisher"), page)
    return {
        "over_time": over_time,
        "span": _span(days, page.words) if over_time else None,
        "by_publisher": by_publisher,
        "leading": _leading(context) if by_publisher else None,
    }


def _span(days: list[str], words: Words) -> Inline:
    return words.inline("sources.over_time", first=inline(words.date(days[0])), last=inline(words.date(days[-1])))


def _leading(context: Context) -> Inline | None:
    found = leading_publisher(context.brief.analyses)
    if not found:
        return None
    return context.words.inline(
        "sources.by_publisher", found[1], publisher=inline(found[0]), total=len(context.brief.analyses)
    )
