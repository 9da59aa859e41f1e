"""The pages of a long topic beside its own: each the statements and differences that were first told in one period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from ..model import Fact, Page, TopicContent
from ..text.escape import Inline, front, inline
from .carriers import articles
from .context import Context, PageContext
from .tags import searched, topic_tag
from .template import page as make
from .topic_parts import TopicPart
from .topic_told import by_gravity, placed_on
from .views.cited_sources import cited_sources
from .views.difference_views import Held, sides
from .views.part_views import PartGroup, grouped, part_link, period
from .views.statement_views import statement
from .weights import passages


def topic_part_pages(briefing: TopicContent, context: Context) -> Iterator[Page]:
    """The further pages of a topic; none where its own holds all of it."""
    parted = context.places.topics.get(briefing.topic)
    for part in parted.parts if parted else ():
        yield _page(part, briefing, PageContext(context, part.path))


def part_groups(topic: str, page: PageContext) -> tuple[PartGroup, ...]:
    """The links from the page of a long topic to its further ones, by year, each with how much it holds."""
    parted = page.all.places.topics[topic]
    return grouped(
        (period(part.keys[:1], 1, 1, page.words), part_link(_period(part, page), part.path, _held(part), page))
        for part in parted.parts
    )


def stays(briefing: TopicContent, page: PageContext) -> Inline:
    """How much of a long topic stands on its own page."""
    parted, say = page.all.places.topics[briefing.topic], page.words.say
    told = [say("parts.statements", len(briefing.facts), shown=len(parted.facts))]
    if briefing.differences:
        told.append(say("parts.differences", len(briefing.differences), shown=len(parted.differences)))
    return inline(say("topic.stays", told=page.words.listing(told)))


def _held(part: TopicPart) -> int:
    return len(part.facts) + len(part.differences)


def _period(part: TopicPart, page: PageContext) -> str:
    return period(part.keys, part.number, part.of, page.words)


def _page(part: TopicPart, briefing: TopicContent, page: PageContext) -> Page:
    topic, words = page.all.topics[briefing.topic], page.words
    title = words.say("timeline.part", title=topic.title, part=_period(part, page))
    placed = placed_on(replace(briefing, facts=part.facts), (), page.all.copies)
    held = Held(quote for fact in part.facts for quote in passages(fact, page.all.room))
    several = _statements([*placed["gaps"], *placed["several"]], page)
    values: dict[str, Any] = {
        "title": inline(title),
        "scope": inline(topic.scope),
        "holds": inline(_holds(part, page)),
        "whole": page.topic(topic.id),
        "several": several,
        "single": _statements(placed["single"], page),
        "differences": tuple(sides(one, page, held) for one in by_gravity(part.differences)),
    }
    alone = Counter(found[0] for fact in part.facts if len(found := articles(fact.quotes)) == 1)
    values["cited"] = cited_sources(page, alone)
    matter = {
        "title": front(title),
        "description": front(f"{topic.scope} {_holds(part, page)}", 155),
        "tags": searched([topic_tag(topic)]),
        "search": {"boost": 1.2},
    }
    made = make(part.path, "topic_part.md.j2", matter, values, words)
    return replace(made, listed=False)


def _statements(facts: Iterable[Fact], page: PageContext) -> tuple[Any, ...]:
    return tuple(statement(fact, page) for fact in facts)


def _holds(part: TopicPart, page: PageContext) -> str:
    """`First told in May 2031: 120 statements and 4 differences.`"""
    words = page.words
    counts = [
        words.say(key, number)
        for key, number in (("carry.statements", len(part.facts)), ("carry.differences", len(part.differences)))
        if number
    ]
    return words.say("topic.first_told", when=_period(part, page), told=words.listing(counts))
