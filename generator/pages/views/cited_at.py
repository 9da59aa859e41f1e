"""Where the sentences of a source are cited: by which statements of which topics, else in a difference or on the
timeline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ...model import Quote
from ...text.escape import Attribute, Inline, Link, attribute, inline
from ..context import Context, PageContext


@dataclass(frozen=True, slots=True)
class MoreView:
    """A further statement of a topic, by its number there; `label` names the topic too."""

    text: Inline
    href: Link
    label: Attribute


@dataclass(frozen=True, slots=True)
class CitedAtView:
    """A topic that cites a sentence, which leads to the first statement there that does, and the further ones."""

    text: Inline
    href: Link
    more: tuple[MoreView, ...] = ()


def cited_at(citing: Citing, page: PageContext) -> dict[int, tuple[CitedAtView, ...]]:
    """For each sentence of a source that a page cites, where it is cited."""
    found: dict[int, tuple[CitedAtView, ...]] = {}
    for topic, places in citing.statements.items():
        for sentence, facts in places.items():
            found[sentence] = (*found.get(sentence, ()), _at(topic, tuple(dict.fromkeys(facts)), page))
    for text, href, quote in _elsewhere(citing, page):
        found.setdefault(quote.sentence, (CitedAtView(text, href),))
    return found


@dataclass(frozen=True, slots=True)
class Citing:
    """What cites one source: by topic and sentence the ids of statements, then the quotes of differences, with a topic
    and the id, and those of the timeline."""

    statements: dict[str, dict[int, list[str]]] = field(default_factory=dict)
    differences: list[tuple[str, str, Quote]] = field(default_factory=list)
    events: list[Quote] = field(default_factory=list)


def citing(context: Context) -> Mapping[str, Citing]:
    """What cites each source that anything cites."""
    found: defaultdict[str, Citing] = defaultdict(Citing)
    for topic, fact, quote in _told(context):
        found[quote.source].statements.setdefault(topic, {}).setdefault(quote.sentence, []).append(fact)
    for topic, difference, quote in _differing(context):
        found[quote.source].differences.append((topic, difference, quote))
    for quote in (q for event in context.brief.facts.timeline for q in event.quotes if q.shown):
        found[quote.source].events.append(quote)
    return found


def _told(context: Context) -> Iterator[tuple[str, str, Quote]]:
    """Each quote of each statement, with the topic whose page tells it and the id of the statement."""
    for content in context.brief.briefings:
        for fact in content.facts:
            yield from ((content.topic, fact.id, quote) for quote in fact.quotes)


def _differing(context: Context) -> Iterator[tuple[str, str, Quote]]:
    """Each quote of each difference that may be shown, with the topic whose page shows it and the difference's id."""
    for difference in context.brief.facts.differences:
        for side in difference.positions if difference.topics else ():
            yield from ((difference.topics[0], difference.id, quote) for quote in side.quotes if quote.shown)


def _at(topic: str, facts: tuple[str, ...], page: PageContext) -> CitedAtView:
    title = page.all.topics[topic].title
    more = tuple(
        MoreView(inline(str(number)), page.topic(topic, fact), attribute(f"{title}, {number}"))
        for number, fact in enumerate(facts[1:], start=2)
    )
    return CitedAtView(page.all.titles[topic], page.topic(topic, facts[0]), more)


def _elsewhere(citing: Citing, page: PageContext) -> Iterator[tuple[Inline, Link, Quote]]:
    """The quotes that differences and the timeline show."""
    words = page.words
    for topic, id, quote in citing.differences:
        yield words.inline("source.difference"), page.topic(topic, id), quote
    for quote in citing.events:
        yield words.inline("timeline.title"), page.to(page.all.places.event(quote)), quote
