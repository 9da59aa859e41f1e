"""What the page of a topic tells, each statement in one place, before anything is cut to a page's size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ..model import Difference, Event, Fact, Quote, SiteContent, TopicContent

FEWEST_DATES = 3
_A_DAY = 2  # quotes
_GRAVITY = ("status", "contradiction", "figure", "revision", "date", "wording", "name")


@dataclass(frozen=True, slots=True)
class Told:
    """What the page of a topic may tell, in its order: the statements of the bottom line, those that say what is not
    known, differences, statements of several sources and of one, and a line for each date."""

    lines: tuple[Fact, ...]
    gaps: tuple[Fact, ...]
    differences: tuple[Difference, ...]
    several: tuple[Fact, ...]
    single: tuple[Fact, ...]
    dates: tuple[Event, ...]


def told_on(briefing: TopicContent, copies: Mapping[str, str]) -> Told:
    """All that a topic has to tell; the bottom line with all its statements. `copies` are sources that are versions of
    others, with those."""
    lines = {line.facts[0] for line in briefing.bottom_line}
    placed = placed_on(briefing, lines, copies)
    return Told(
        tuple(fact for fact in briefing.facts if fact.id in lines),
        tuple(placed["gaps"]),
        by_gravity(briefing.differences),
        tuple(placed["several"]),
        tuple(placed["single"]),
        dates(briefing),
    )


def placed_on(briefing: TopicContent, lines: Iterable[str], copies: Mapping[str, str]) -> dict[str, list[Fact]]:
    """The statements beside those of the `lines`, each in the part of the page where it stands."""
    placed: dict[str, list[Fact]] = {"gaps": [], "several": [], "single": []}
    said = {gap.fact for gap in briefing.gaps if gap.kind == "said"}
    above = frozenset(lines)
    for fact in briefing.facts:
        if fact.id not in above:
            name = "gaps" if fact.id in said else "several" if _is_carried(fact, copies) else "single"
            placed[name].append(fact)
    return placed


def _is_carried(fact: Fact, copies: Mapping[str, str]) -> bool:
    """Whether sources with texts of their own carry a statement together."""
    return len({copies.get(quote.source, quote.source) for quote in fact.quotes}) > 1


def by_gravity(differences: Iterable[Difference]) -> tuple[Difference, ...]:
    """Differences over what happened before those over names and words."""
    return tuple(sorted(differences, key=lambda d: _GRAVITY.index(d.kind)))


def dates(briefing: TopicContent) -> tuple[Event, ...]:
    """What has a date, a day at a time; nothing where that is too little to be a timeline."""
    days = by_day(event for event in briefing.timeline if event.date)
    return days if len(days) >= FEWEST_DATES else ()


def by_day(events: Iterable[Event]) -> tuple[Event, ...]:
    """One event for all of a day, in the words of the first, with the first quote of each, a few at most."""
    days: dict[tuple[str | None, bool], list[Event]] = {}
    for event in events:
        days.setdefault((event.date, event.planned), []).append(event)
    return tuple(
        replace(same[0], quotes=tuple(event.quotes[0] for event in same if event.quotes)[:_A_DAY])
        for same in days.values()
    )


def quotes_of(brief: SiteContent) -> Iterator[Quote]:
    """Every quote that a page of a topic or the timeline may show, once for each place where it does."""
    for content in brief.briefings:
        for fact in content.facts:
            yield from fact.quotes
    for difference in brief.facts.differences:
        for position in difference.positions:
            yield from position.quotes
    for event in brief.facts.timeline:
        yield from event.quotes
