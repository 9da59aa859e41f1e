"""A topic page: what is established, by how many origins, what is disputed, and what is not known."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from ..model import Coverage, Name, Page, TopicContent
from ..text.escape import Attribute, Inline, attribute, front, inline, query
from .carriers import articles, carriers, counts, texts
from .context import Chip, Context, PageContext, QuoteView
from .pictures import Picture
from .tags import searched, shown, topic_tag
from .template import page as make
from .views.bottom_line_views import line
from .views.cited_sources import CitedSource, cited_sources
from .views.difference_views import by_gravity, sides
from .views.editor_views import own_lines
from .views.event_views import when
from .views.figure_markup import figure, table
from .views.name_views import who
from .views.newest import changes, updated
from .views.pointers import Pointer
from .views.statement_views import StatementView, statement
from .wording import count, sentence

_ABBREVIATIONS = 8
_OPEN_FACTS = 4
_OPEN_SINGLE = 3
_OPEN_DIFFERENCES = 2
_OPEN_NAMES = 6
_OPEN_EVENTS = 8
_RELATED = 4
_LEVELS = {"main": "mainly about this", "mention": "mentions it"}


@dataclass(frozen=True, slots=True)
class VoiceView:
    """What one source says about the topic."""

    title: Attribute
    chip: Chip
    sentences: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form and what it stands for."""

    short: Inline
    name: Inline


@dataclass(frozen=True, slots=True)
class Folded:
    """Statements of which the first are open and the rest folded away under `more`."""

    open: tuple[StatementView, ...]
    closed: tuple[StatementView, ...]
    more: Inline


def topic_page(briefing: TopicContent, context: Context, pictures: dict[str, Picture]) -> Page:
    """The page of one topic."""
    path = f"topics/{briefing.topic}.md"
    topic = context.topics[briefing.topic]
    page = PageContext(context, path)
    values: dict[str, Any] = {
        "title": inline(topic.title),
        "scope": inline(topic.scope),
        "abbreviations": _abbreviations(briefing),
        "counts": inline(counts(briefing, context)),
        "tags": shown([topic_tag(topic)], page),
        "reliance": tuple(inline(line) for line in briefing.reliance),
    }
    values |= _body(briefing, page)
    values["matrix"] = figure(pictures.get(f"matrix-{topic.id}"), page)
    values["table"] = table(briefing, page)
    return make(path, "topic.md.j2", _front(briefing, context), values, context.words)


def _abbreviations(briefing: TopicContent) -> tuple[Abbreviation, ...]:
    """The short forms in the statements of the page, in the order of the names."""
    said = " ".join(f.text for f in briefing.facts)
    found = [
        Abbreviation(inline(n.abbreviation), inline(n.name))
        for n in briefing.names
        if n.abbreviation and n.name != n.abbreviation and re.search(rf"\b{re.escape(n.abbreviation)}\b", said)
    ]
    return tuple(found[:_ABBREVIATIONS])


def _body(briefing: TopicContent, page: PageContext) -> dict[str, Any]:
    return {
        "lines": tuple(line(one, briefing.topic, page) for one in briefing.bottom_line),
        **own_lines(briefing.topic, page),
        **_statements(briefing, page),
        **_differences(briefing, page),
        **_timeline(briefing, page),
        **_names(briefing, page),
        "gaps": tuple(inline(gap) for gap in briefing.gaps),
        "held_back": _held_back(briefing, page),
        "keyphrases": tuple(Pointer(inline(k), query(k)) for k in briefing.keyphrases),
        "voices": tuple(_voices(briefing, page)),
        "cited": _cited(briefing, page),
        "related": _related(briefing, page),
        **changes(briefing.facts, page, briefing.topic),
    }


def _cited(briefing: TopicContent, page: PageContext) -> tuple[CitedSource, ...]:
    """All sources of the topic, also those that nothing on the page cites, by their numbers."""
    for covered in briefing.coverage:
        page.numbers.of(covered.source)
    alone = Counter(found[0] for fact in briefing.facts if len(found := articles(fact.quotes)) == 1)
    return cited_sources(page, alone)


def _statements(briefing: TopicContent, page: PageContext) -> dict[str, Any]:
    """What sources with texts of their own carry together, and then what one of them has alone."""
    carried = [(fact, len(texts(articles(fact.quotes), page.all))) for fact in briefing.facts]
    return {
        "established": _folded([statement(fact, page) for fact, number in carried if number > 1], _OPEN_FACTS),
        "single": _folded([statement(fact, page) for fact, number in carried if number <= 1], _OPEN_SINGLE),
    }


def _held_back(briefing: TopicContent, page: PageContext) -> Pointer | None:
    """How many statements are told in words that may not be shown, and where the limits on quoting are explained."""
    number = briefing.held_back
    if not number:
        return None
    words = f"{count(number, 'more statement')} on this topic {'is' if number == 1 else 'are'} in the sources"
    return Pointer(inline(words), page.to("method.md", "quoting"))


def _differences(briefing: TopicContent, page: PageContext) -> dict[str, Any]:
    made = [sides(d, page) for d in by_gravity(briefing.differences)]
    cut = _open(len(made), _OPEN_DIFFERENCES)
    return {
        "differences": tuple(made[:cut]),
        "more_differences": tuple(made[cut:]),
        "more_differences_title": attribute(count(len(made[cut:]), "more difference")),
    }


def _timeline(briefing: TopicContent, page: PageContext) -> dict[str, Any]:
    """What has a date is open; what the sources date only by words that nothing resolves is folded."""
    dated = [when(e, page) for e in briefing.timeline if e.date]
    rest = [when(e, page) for e in briefing.timeline if not e.date]
    return {
        "timeline": tuple(dated[:_OPEN_EVENTS]),
        "later": tuple(dated[_OPEN_EVENTS:] + rest),
        "later_title": attribute(
            f"{count(len(dated[_OPEN_EVENTS:]), 'more date')}" if dated[_OPEN_EVENTS:] else _undated(len(rest))
        ),
    }


def _undated(number: int) -> str:
    return f"{count(number, 'mention')} of a time that cannot be dated"


def _names(briefing: TopicContent, page: PageContext) -> dict[str, Any]:
    """The names that most of the topic's sources share, places after all others; those that one source spells
    otherwise are never left out."""
    mine = {c.source for c in briefing.coverage}
    here = [n for n in briefing.names if mine & set(n.sources)]
    ranked = sorted(here, key=lambda n: (not _misspelt(n, mine), n.kind == "place", -len(mine & set(n.sources))))
    rest = len(ranked) - _OPEN_NAMES
    return {
        "names": tuple(who(n, page, mine) for n in ranked[:_OPEN_NAMES]),
        "more_names": Pointer(inline(f"{count(rest, 'more name')} on the page of names"), page.to("names.md"))
        if rest > 0
        else None,
    }


def _misspelt(name: Name, sources: set[str]) -> bool:
    return any(alias.misspelling and sources & set(alias.sources) for alias in name.aliases)


def _open(number: int, most: int) -> int:
    """How many of `number` things stand open: all where one alone would be folded away, which is not worth a fold."""
    return most if number > most + 1 else number


def _folded(statements: list[StatementView], most: int) -> Folded:
    cut = _open(len(statements), most)
    rest = statements[cut:]
    return Folded(tuple(statements[:cut]), tuple(rest), inline(count(len(rest), "more statement")))


def _voices(briefing: TopicContent, page: PageContext) -> list[VoiceView]:
    said = dict(briefing.summaries)
    levels: dict[str, Coverage] = {c.source: c for c in briefing.coverage}
    return [
        VoiceView(
            attribute(f"{sentence(page.all.labels[source].short)}, {_LEVELS[levels[source].level]}"),
            page.chip(source),
            tuple(page.quote(q, anchored=False) for q in quotes),
        )
        for source, quotes in said.items()
        if source in levels
    ]


def _related(briefing: TopicContent, page: PageContext) -> tuple[Pointer, ...]:
    """Topics that share most sources' statements with this one, then most sources."""
    mine = {f.id for f in briefing.facts}
    sources = {c.source for c in briefing.coverage}
    near = []
    for order, other in enumerate(page.all.brief.briefings):
        if other.topic == briefing.topic:
            continue
        shared = len(mine & {f.id for f in other.facts})
        both = len(sources & {c.source for c in other.coverage})
        if both:
            near.append((-shared, -both, order, other.topic, both))
    return tuple(
        Pointer(inline(f"{page.all.topics[topic].title} ({count(both, 'source')} in common)"), page.topic(topic))
        for _, _, _, topic, both in sorted(near)[:_RELATED]
    )


def _front(briefing: TopicContent, context: Context) -> dict[str, Any]:
    topic = context.topics[briefing.topic]
    sources = [c.source for c in briefing.coverage]
    said = f"What {carriers(sources, PageContext(context, ''))} {'say' if len(sources) > 1 else 'says'}."
    about = f"{topic.scope} {said if sources else 'No source speaks of it yet.'}"
    return {
        "title": front(topic.title),
        "description": front(about, 155),
        "layout": "topic",
        "topic": topic.id,
        **updated(sources, context),
        "sources": [front(context.labels[s].short, 120) for s in sources],
        "tags": searched([topic_tag(topic)]),
        "search": {"boost": 1.5},
    }
