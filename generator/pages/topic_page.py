"""A topic page: the bottom line, what is not known, what is disputed, what is reported by how many, and the sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Generic, NamedTuple, TypeVar

from ..model import Fact, Page, TopicContent
from ..text.escape import Inline, front, inline
from . import budget
from .carriers import articles, carriers, counts
from .context import Context, PageContext
from .places import TIMELINE
from .tags import listed as listed_at
from .tags import searched, topic_tag
from .template import page as make
from .topic_part_page import part_groups, stays
from .topic_parts import TopicParts
from .topic_told import FEWEST_DATES, by_day, by_gravity, dates, placed_on
from .views import cited_sources, difference_views, event_views, statement_views
from .views.cited_sources import CitedSource
from .views.difference_views import DifferenceView, Held, sides
from .views.editor_views import own_lines
from .views.event_views import EventView, when
from .views.gap_views import gap_words, reliance_words
from .views.matrix_views import matrix
from .views.newest import updated
from .views.pointers import Pointer
from .views.statement_views import StatementView, statement
from .weights import passages

_Told = TypeVar("_Told")
_HEADING = 4  # words of a heading, or of what opens the rest below it
_LISTED = 4  # part of the room for words that the sources at the foot of a long topic take at most
_NO_FURTHER = {"stays": None, "further": (), "more_dates": None, "more_sources": None}
_FIXED = 36  # words that stand on the page whatever it says: its last lines, and a mark beside each heading


@dataclass(frozen=True, slots=True)
class Folded(Generic[_Told]):
    """A part of the page, of which the first are open and the rest folded away under `more`."""

    open: tuple[_Told, ...]
    closed: tuple[_Told, ...]
    more: Inline


class _Parts(NamedTuple):
    """All that the page may open, each part in its order; `lines` are those of the bottom line that are open."""

    lines: tuple[StatementView, ...]
    unknown: tuple[StatementView, ...]
    differences: tuple[DifferenceView, ...]
    several: tuple[StatementView, ...]
    single: tuple[StatementView, ...]
    dates: tuple[EventView, ...]


def topic_page(briefing: TopicContent, context: Context) -> Page:
    """The page of one topic."""
    path = f"topics/{briefing.topic}.md"
    topic = context.topics[briefing.topic]
    page = PageContext(context, path)
    head = {
        "title": inline(topic.title),
        "scope": inline(topic.scope),
        "counts": inline(counts(briefing, context)),
        "reliance": tuple(inline(reliance_words(one, page.words)) for one in briefing.reliance),
        "gaps": tuple(inline(gap_words(g, page.words)) for g in briefing.gaps if g.kind != "said"),
        "held_back": _held_back(briefing, page),
        **own_lines(briefing.topic, page),
    }
    parted = context.places.topics.get(briefing.topic)
    told = _staying(briefing, parted) if parted else briefing
    room = _room(briefing, head, context)
    parts = _parts(told, page, room, _newest(briefing.facts))
    table = matrix(told, page, briefing)
    cited = _cited(briefing, page, whole=not parted)
    listed = sum(map(cited_sources.cost, cited))
    room -= (min(listed, room // _LISTED) if parted else listed) + budget.words_in(table.finding if table else None)
    values: dict[str, Any] = {
        **head,
        **_opened(parts, room, page),
        **(_further(briefing, parted, page) if parted else _NO_FURTHER),
        "cited": cited,
        "matrix": table,
    }
    return make(path, "topic.md.j2", _front(briefing, page, whole=not parted), values, context.words)


def _staying(briefing: TopicContent, parted: TopicParts) -> TopicContent:
    """What of a long topic stands on its own page."""
    stays = {fact.id for fact in parted.facts}
    return replace(
        briefing,
        facts=parted.facts,
        differences=parted.differences,
        timeline=parted.timeline,
        bottom_line=tuple(line for line in briefing.bottom_line if line.facts[0] in stays),
    )


def _further(briefing: TopicContent, parted: TopicParts, page: PageContext) -> dict[str, Any]:
    """Where the rest of a long topic stands: its statements, dates and sources."""
    say = page.words.say
    every, sources = len(dates(briefing)), len(briefing.coverage) - len(page.numbers.sources)
    shown = len(by_day(event for event in parted.timeline if event.date))
    tag = topic_tag(page.all.topics[briefing.topic])
    return {
        "stays": stays(briefing, page),
        "further": part_groups(briefing.topic, page),
        "more_dates": Pointer(inline(say("topic.of_dates", every, shown=shown)), page.to(TIMELINE))
        if shown < every
        else None,
        "more_sources": Pointer(inline(say("topic.more_sources", sources)), listed_at(tag, page))
        if sources > 0
        else None,
    }


def _room(briefing: TopicContent, head: dict[str, Any], context: Context) -> int:
    """How many words the page may show beside those that it shows in any case."""
    articles = [context.analyses[c.source].article for c in briefing.coverage]
    known = sum(len(p.text.split()) for article in articles for p in article.paragraphs)
    held_back = head["held_back"].text if head["held_back"] else None
    own = [text for one in (*head["own_lines"], *head["own_notes"]) for text in (one.text, one.signed)]
    fixed = [*own, head["title"], head["scope"], head["counts"], *head["reliance"], *head["gaps"], held_back]
    return budget.limit(known) - budget.words_in(*fixed) - _FIXED


def _parts(briefing: TopicContent, page: PageContext, room: int, newest: str) -> _Parts:
    """What the page tells, each statement in one place, with as much of the bottom line as `room` words allow;
    `newest` is the day of what came last."""
    known = page.all.facts | {fact.id: fact for fact in briefing.facts}
    made = {
        line.facts[0]: statement(replace(known[line.facts[0]], text=line.text), page, True, newest)
        for line in briefing.bottom_line
    }
    lines = tuple(made)[: budget.opened_lines(room, list(map(statement_views.cost, made.values())))]
    placed = placed_on(briefing, lines, page.all.copies)

    def told(name: str) -> tuple[StatementView, ...]:
        return tuple(made.get(fact.id) or statement(fact, page, newest=newest) for fact in placed[name])

    unknown = told("gaps")
    held = Held(quote for fact in briefing.facts for quote in passages(fact, page.all.room))
    return _Parts(
        lines=tuple(made[id] for id in lines),
        unknown=unknown,
        differences=tuple(sides(d, page, held) for d in by_gravity(briefing.differences)),
        several=told("several"),
        single=told("single"),
        dates=_dates(briefing, page),
    )


def _newest(facts: Sequence[Fact]) -> str:
    """The day on which the newest statements came, "" where all came together."""
    days = {fact.first_added or "" for fact in facts}
    return max(days) if len(days) > 1 else ""


def _dates(briefing: TopicContent, page: PageContext) -> tuple[EventView, ...]:
    return tuple(when(day, page, counted=False) for day in dates(briefing))


def _opened(parts: _Parts, room: int, page: PageContext) -> dict[str, Any]:
    """Each part with as much of it open as there is room for; a timeline of three dates or none."""
    told: dict[str, tuple[Sequence[Any], Callable[[Any], int], str]] = {
        "gaps": (parts.unknown, statement_views.cost, "statements"),
        "differences": (parts.differences, difference_views.cost, "differences"),
        "several": (parts.several, statement_views.cost, "statements"),
        "single": (parts.single, statement_views.cost, "statements"),
        "timeline": (parts.dates, event_views.cost, "dates"),
    }
    room -= sum(map(statement_views.cost, parts.lines))
    room -= 2 * _HEADING * sum(bool(views) for views, _, _ in told.values())
    open_ = budget.opened(room, {name: list(map(cost, views)) for name, (views, cost, _) in told.items()})
    if open_["timeline"] < FEWEST_DATES:
        open_["timeline"] = 0
    folded = {name: _folded(views, open_[name], more, page) for name, (views, _, more) in told.items()}
    return {"lines": parts.lines, "unknown": folded.pop("gaps"), **folded}


def _folded(views: Sequence[_Told], number: int, more: str, page: PageContext) -> Folded[_Told]:
    rest = tuple(views[number:])
    key = f"fold.{more}" if number else f"fold.all_{more}"
    return Folded(tuple(views[:number]), rest, inline(page.words.say(key, len(rest))))


def _cited(briefing: TopicContent, page: PageContext, whole: bool) -> tuple[CitedSource, ...]:
    """All sources of the topic, also those that nothing on the page cites, by their numbers; only those cited where
    it is not the `whole` topic that stands here."""
    for covered in briefing.coverage if whole else ():
        page.numbers.of(covered.source)
    alone = Counter(found[0] for fact in briefing.facts if len(found := articles(fact.quotes)) == 1)
    return cited_sources.cited_sources(page, alone)


def _held_back(briefing: TopicContent, page: PageContext) -> Pointer | None:
    """How many statements are told in words that may not be shown, and where the limits on quoting are explained."""
    number = briefing.held_back
    if not number:
        return None
    return Pointer(inline(page.words.say("fold.held_back", number)), page.to("method.md", "quoting"))


def _front(briefing: TopicContent, page: PageContext, whole: bool) -> dict[str, Any]:
    context = page.all
    topic = context.topics[briefing.topic]
    sources = [c.source for c in briefing.coverage]
    counted = carriers(sources, PageContext(context, ""))
    said = context.words.say("topic.told" if sources else "topic.untold", len(sources), counted=counted)
    return {
        "title": front(topic.title),
        "description": front(f"{topic.scope} {said}", 155),
        "layout": "topic",
        "topic": topic.id,
        **updated(sources, context),
        "sources": [front(context.labels[s].short, 120) for s in (sources if whole else page.numbers.sources)],
        "keywords": [front(phrase, 80) for phrase in briefing.keyphrases],
        "tags": searched([topic_tag(topic)]),
        "search": {"boost": 1.5},
    }
