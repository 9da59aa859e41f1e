"""Where the sentences of a source are cited: by which statements of which topics, else in a difference or on the
timeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...model import Quote
from ...text.escape import Attribute, Inline, Link, attribute, inline
from ..context import PageContext


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


def cited_at(source: str, page: PageContext) -> dict[int, tuple[CitedAtView, ...]]:
    """For each sentence of `source` that a page cites, where it is cited."""
    found: dict[int, tuple[CitedAtView, ...]] = {}
    for topic, places in _statements(source, page):
        for sentence, facts in places.items():
            found[sentence] = (*found.get(sentence, ()), _at(topic, tuple(dict.fromkeys(facts)), page))
    for text, href, quote in _elsewhere(source, page):
        found.setdefault(quote.sentence, (CitedAtView(text, href),))
    return found


def _statements(source: str, page: PageContext) -> Iterator[tuple[str, dict[int, list[str]]]]:
    for content in page.all.brief.briefings:
        places: dict[int, list[str]] = {}
        for fact in content.facts:
            for quote in fact.quotes:
                if quote.source == source:
                    places.setdefault(quote.sentence, []).append(fact.id)
        yield content.topic, places


def _at(topic: str, facts: tuple[str, ...], page: PageContext) -> CitedAtView:
    title = page.all.topics[topic].title
    more = tuple(
        MoreView(inline(str(number)), page.topic(topic, fact), attribute(f"{title}, {number}"))
        for number, fact in enumerate(facts[1:], start=2)
    )
    return CitedAtView(page.all.titles[topic], page.topic(topic, facts[0]), more)


def _elsewhere(source: str, page: PageContext) -> Iterator[tuple[Inline, Link, Quote]]:
    """The quotes that differences and the timeline show."""
    facts, words = page.all.brief.facts, page.words
    differ = [(d.topics[0], d.id, p.quotes) for d in facts.differences if d.topics for p in d.positions]
    for topic, id, quotes in differ:
        for quote in _of(source, quotes):
            yield words.inline("source.difference"), page.topic(topic, id), quote
    for event in facts.timeline:
        for quote in _of(source, event.quotes):
            yield words.inline("timeline.title"), page.to("timeline.md"), quote


def _of(source: str, quotes: tuple[Quote, ...]) -> Iterator[Quote]:
    return (quote for quote in quotes if quote.source == source and quote.shown)
