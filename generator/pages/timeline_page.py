"""The timeline of all topics."""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_letters

from ..model import Event, Page
from ..text.escape import Inline, Link, front, inline, own
from ..text.ids import slug
from .context import Context, PageContext
from .template import page as make
from .views.cited_sources import cited_sources
from .views.day_views import DayView, days
from .wording import sentence


@dataclass(frozen=True, slots=True)
class YearGroup:
    """The events of one year."""

    id: Link
    title: Inline
    days: tuple[DayView, ...]


def timeline(context: Context) -> Page:
    """Every dated event by year; what has no date of its own comes last."""
    page = PageContext(context, "timeline.md")
    years: dict[str, list[Event]] = {}
    for event in context.brief.facts.timeline:
        years.setdefault(page.words.year(event.date), []).append(event)
    groups = tuple(
        YearGroup(
            own(f"y-{slug(of) or 'none'}"),
            inline(sentence(of) or page.words.say("timeline.no_year")),
            days(years[of], page, year=not of.isdigit()),
        )
        for of in sorted(years, key=lambda words: (not words, words.lstrip(ascii_letters + " ")))
    )
    return make(
        page.path,
        "timeline.md.j2",
        {
            "title": front(page.words.say("timeline.title")),
            "search": {"boost": 0.85},
            "description": front(page.words.say("timeline.description", site=context.config.title), 155),
        },
        {"groups": groups, "cited": cited_sources(page)},
        page.words,
    )
