"""The timeline of all topics: one page, or, of a long one, a page a year or month and one that leads to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from ..model import Event, Page
from ..text.escape import Inline, Link, front, inline, own
from ..text.ids import slug
from .context import Context, PageContext
from .places import TIMELINE as PATH
from .places import timeline_path
from .template import page as make
from .timeline_parts import Part, by_year
from .views.cited_sources import cited_sources
from .views.day_views import DayView, days
from .views.part_views import PartLink, part_link
from .wording import Words, sentence


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The events of one year, or the pages that hold them; no title where one page holds all of it."""

    id: Link
    title: Inline | None
    days: tuple[DayView, ...]
    parts: tuple[PartLink, ...] = ()


def timeline(context: Context) -> Iterator[Page]:
    """Every dated event by year; what has no date of its own comes last. The first page is always `timeline.md`."""
    events, split = context.brief.facts.timeline, context.places.timeline
    page = PageContext(context, PATH)
    title = page.words.say("timeline.title")
    groups = tuple(_leading(split, page)) if split else tuple(_groups(events, page))
    yield _page(page, title, groups, {"split": int(bool(split))})
    for part in split:
        there = PageContext(context, timeline_path(part))
        told = page.words.say("timeline.part", title=title, part=_told(part, page.words))
        yield replace(_page(there, told, _groups(part.values, there), {"whole": there.to(PATH)}), listed=False)


def _page(page: PageContext, title: str, groups: Iterable[YearGroup], values: dict[str, Any]) -> Page:
    groups = tuple(groups)
    return make(
        page.path,
        "timeline.md.j2",
        {
            "title": front(title),
            "search": {"boost": 0.85},
            "description": front(page.words.say("timeline.description", site=page.all.config.title), 155),
        },
        {
            "title": inline(title),
            "split": 0,
            "whole": None,
            **values,
            "groups": groups,
            "cited": cited_sources(page),
        },
        page.words,
    )


def _groups(events: Iterable[Event], page: PageContext) -> Iterator[YearGroup]:
    for year, of in by_year(events, page.words).items():
        yield replace(_group(year, page.words), days=days(of, page, year=not year.isdigit()))


def _leading(split: Iterable[Part], page: PageContext) -> Iterator[YearGroup]:
    """The years of a long timeline, each with the pages that hold it."""
    years: dict[str, list[PartLink]] = {}
    for part in split:
        link = part_link(sentence(_told(part, page.words)), timeline_path(part), len(part.values), page)
        years.setdefault(part.keys[0], []).append(link)
    for year, links in years.items():
        made = _group(year, page.words)
        alone = [link.text for link in links] == [made.title]
        yield replace(made, title=None if alone else made.title, parts=tuple(links))


def _group(year: str, words: Words) -> YearGroup:
    return YearGroup(own(f"y-{slug(year) or 'none'}"), inline(_year(year, words)), ())


def _year(year: str, words: Words) -> str:
    return sentence(year) or words.say("timeline.no_year")


def _told(part: Part, words: Words) -> str:
    """`May 2019`, `2018`, `Without a year, 2 of 3`."""
    year, *rest = part.keys
    known = [key for key in rest if key]
    told = words.date("-".join([year, *known])) if known else _year(year, words)
    return words.say("timeline.piece", part=told, number=part.number, of=part.of) if part.of > 1 else told
