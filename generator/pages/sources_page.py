"""The list of all sources, which a script narrows by publisher, topic and year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..model import Page
from ..text.escape import Attribute, Inline, attribute, front, inline
from .carriers import carriers
from .context import Context, PageContext
from .labels import leading_publisher
from .pictures import Picture
from .template import page as make
from .views.figure_markup import figure
from .views.pointers import Pointer
from .views.source_rows import SourceRow, publisher_of, row
from .wording import Words


@dataclass(frozen=True, slots=True)
class ListedSource:
    """A source in the list of all, with its topics, and what the list is narrowed by: its publisher, its year or "",
    and the ids of its topics."""

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


def sources(context: Context, pictures: dict[str, Picture]) -> Page:
    """All sources, the newest first; those without a date last, in the order of their paths."""
    page, words = PageContext(context, "sources/index.md"), context.words
    ids = [a.article.id for a in context.brief.analyses]
    published = {a.article.id: a.article.metadata.published or "" for a in context.brief.analyses}
    counted = carriers(ids, page)
    values: dict[str, Any] = {
        "counts": inline(counted),
        "narrow": _narrow(len(ids), words),
        "sources": tuple(_listed(id, page) for id in sorted(ids, key=published.__getitem__, reverse=True)),
        **_pictures(context, pictures, page),
    }
    about = words.say("sources.description", site=context.config.title, sources=counted)
    return make(
        page.path,
        "sources.md.j2",
        {
            "title": front(words.say("sources.title")),
            "layout": "sources",
            "search": {"boost": 1.2},
            "description": front(about, 155),
        },
        values,
        words,
    )


def _listed(source: str, page: PageContext) -> ListedSource:
    covered = [c.topic for c in page.all.coverage.get(source, ()) if c.topic in page.all.titles]
    return ListedSource(
        row=row(source, page),
        topics=tuple(Pointer(page.all.titles[topic], page.topic(topic)) for topic in covered),
        publisher=attribute(publisher_of(source, page)),
        year=attribute(page.words.year(page.all.analyses[source].article.metadata.published)),
        ids=attribute(" ".join(covered)),
    )


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
