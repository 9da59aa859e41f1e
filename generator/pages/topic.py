"""A topic page: what is established, by how many origins, what is disputed, and what is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from ..model import BottomLine, Briefing, Coverage, Event, Fact, Name, Page, Quote
from ..text.escape import Attribute, Inline, Link, attribute, front, inline, query
from .context import Chip, Context, PageContext, QuoteView
from .figures import figure, table
from .pictures import Picture
from .statements import Pointer, Statement, articles, carriers, counts, sides, statement, support
from .template import page as make
from .words import count, date, listing, sentence, shorten

_ABBREVIATIONS = 8
_OPEN_FACTS = 7
_OPEN_SINGLE = 4
_OPEN_DIFFERENCES = 3
_OPEN_NAMES = 8
_OPEN_EVENTS = 8
_RELATED = 4
_CHIPS = 3
_CHANGED = 5
_CHANGED_WORDS = 18
_TAGS = 8
_ISO = re.compile(r"\b\d{4}-\d\d(?:-\d\d)?\b")
_LEVELS = {"main": "mainly about this", "mention": "mentions it"}


@dataclass(frozen=True, slots=True)
class Line:
    """A statement of the bottom line with its citation."""

    quote: QuoteView | None
    text: Inline
    chips: tuple[Chip, ...]
    support: Inline
    href: Link


@dataclass(frozen=True, slots=True)
class When:
    """A line of the timeline."""

    date: Inline
    words: Inline
    note: Inline | None
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class Who:
    name: Inline
    abbreviation: Inline | None
    kind: Inline
    href: Link
    aliases: Inline | None
    slips: Inline | None
    sources: Inline


@dataclass(frozen=True, slots=True)
class Voice:
    """What one source says about the topic."""

    title: Attribute
    chip: Chip
    sentences: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A source in the list of sources."""

    chip: Chip
    title: Inline
    credit: Inline
    published: Inline
    flags: Inline | None
    original: Link | None


def topic_page(briefing: Briefing, context: Context, pictures: dict[str, Picture]) -> Page:
    """The page of one topic."""
    path = f"topics/{briefing.topic}.md"
    topic = context.topics[briefing.topic]
    page = PageContext(context, path)
    values: dict[str, Any] = {
        "title": inline(topic.title),
        "scope": inline(topic.scope),
        "abbreviations": tuple(inline(f"{n.abbreviation} {n.name}") for n in briefing.names if n.abbreviation)[
            :_ABBREVIATIONS
        ],
        "counts": inline(counts(briefing, context)),
        "reliance": tuple(inline(line) for line in briefing.reliance),
    }
    values |= _body(briefing, page)
    values["matrix"] = figure(pictures.get(f"matrix-{topic.id}"), page)
    values["table"] = table(briefing, page)
    return make(path, "topic.md.j2", _front(briefing, context), values)


def _body(briefing: Briefing, page: PageContext) -> dict[str, Any]:
    several = [f for f in briefing.facts if len(articles(f.quotes)) > 1]
    single = [f for f in briefing.facts if len(articles(f.quotes)) <= 1]
    return {
        "lines": tuple(line(one, briefing.topic, page) for one in briefing.bottom_line),
        "established": _folded([statement(f, page) for f in several], _OPEN_FACTS),
        "single": _folded([statement(f, page) for f in single], _OPEN_SINGLE),
        **_differences(briefing, page),
        **_timeline(briefing, page),
        **_names(briefing, page),
        "gaps": tuple(inline(gap) for gap in briefing.gaps),
        "held_back": inline(
            f"{count(briefing.held_back, 'more statement')} cannot be shown within the limits on quoting."
        )
        if briefing.held_back
        else None,
        "keyphrases": tuple(Pointer(inline(k), query(k)) for k in briefing.keyphrases),
        "voices": tuple(_voices(briefing, page)),
        "sources": tuple(row(c.source, page) for c in briefing.coverage),
        "related": _related(briefing, page),
        **changes(briefing.facts, page, briefing.topic),
    }


def _differences(briefing: Briefing, page: PageContext) -> dict[str, Any]:
    made = [sides(d, page) for d in briefing.differences]
    cut = _OPEN_DIFFERENCES if len(made) > _OPEN_DIFFERENCES + 1 else len(made)
    return {
        "differences": tuple(made[:cut]),
        "more_differences": tuple(made[cut:]),
        "more_differences_title": attribute(count(len(made[cut:]), "more difference")),
    }


def _timeline(briefing: Briefing, page: PageContext) -> dict[str, Any]:
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
    return f"{count(number, 'mention')} of a time that no source lets one date"


def _names(briefing: Briefing, page: PageContext) -> dict[str, Any]:
    """The names that most sources share; those that one source spells otherwise are never left out."""
    ranked = sorted(briefing.names, key=lambda n: (not any(a.slip for a in n.aliases), -len(n.sources)))
    rest = len(ranked) - _OPEN_NAMES
    return {
        "names": tuple(who(n, page) for n in ranked[:_OPEN_NAMES]),
        "more_names": Pointer(inline(f"{count(rest, 'more name')} on the page of names"), page.to("names.md"))
        if rest > 0
        else None,
    }


@dataclass(frozen=True, slots=True)
class Folded:
    """Statements of which the first are open and the rest folded away under `more`."""

    open: tuple[Statement, ...]
    closed: tuple[Statement, ...]
    more: Inline


def _folded(statements: list[Statement], most: int) -> Folded:
    # One statement alone is not worth a fold.
    cut = most if len(statements) > most + 1 else len(statements)
    rest = statements[cut:]
    return Folded(tuple(statements[:cut]), tuple(rest), inline(count(len(rest), "more statement")))


def line(bottom: BottomLine, topic: str, page: PageContext) -> Line:
    """A statement of the bottom line as any page shows it: its anchors are on the topic page, with the fact."""
    fact = page.all.facts[bottom.facts[0]]
    told = next((q for q in fact.quotes if q.shown and q.text == bottom.text), None)
    every = [q for id in bottom.facts for q in page.all.facts[id].quotes]
    best: dict[str, Quote] = {}
    for quote in ([told] if told else []) + every:
        best.setdefault(quote.source, quote)
    return Line(
        quote=page.quote(told, anchored=False) if told else None,
        text=inline(bottom.text),
        chips=tuple(page.quote(q, anchored=False).chip for q in list(best.values())[:_CHIPS]),
        support=inline(support(fact, page)),
        href=page.topic(topic, fact.id),
    )


def when(event: Event, page: PageContext) -> When:
    """An event with the words its date came from and what they were resolved against."""
    notes = []
    if event.anchor:
        notes.append(f"counted from {_ISO.sub(lambda day: date(day[0]), event.anchor)}")
    if event.planned:
        notes.append("then still ahead")
    return When(
        date=inline(date(event.date, "date not given")),
        words=inline(event.words),
        note=inline(", ".join(notes)) if notes else None,
        quotes=tuple(page.quote(q) for q in event.quotes),
    )


def who(name: Name, page: PageContext) -> Who:
    """A name with its other spellings; one that a single source has against all others is called a slip."""
    usual = [a.text for a in name.aliases if not a.slip and a.text != name.abbreviation]
    slips = [f"{a.text} ({listing(page.all.labels[s].short for s in a.sources)})" for a in name.aliases if a.slip]
    return Who(
        name=inline(name.name),
        abbreviation=inline(name.abbreviation) if name.abbreviation and name.abbreviation != name.name else None,
        kind=inline(name.kind),
        href=page.to("names.md", name.id),
        aliases=inline(", ".join(usual)) if usual else None,
        slips=inline("; ".join(slips)) if slips else None,
        sources=inline(carriers(name.sources, page)),
    )


def _voices(briefing: Briefing, page: PageContext) -> list[Voice]:
    said = dict(briefing.summaries)
    levels: dict[str, Coverage] = {c.source: c for c in briefing.coverage}
    return [
        Voice(
            attribute(f"{sentence(page.all.labels[source].short)}, {_LEVELS[levels[source].level]}"),
            page.chip(source),
            tuple(page.quote(q, anchored=False) for q in quotes),
        )
        for source, quotes in said.items()
        if source in levels
    ]


def row(source: str, page: PageContext) -> Row:
    """A source with its date or "undated", its kind and what to know before trusting it."""
    meta = page.all.analyses[source].article.metadata
    label = page.all.labels[source]
    credit = [meta.publisher or "publisher not given"]
    if meta.author and not label.digest:
        credit.insert(0, meta.author)
    flags = []
    if source in page.all.copies:
        flags.append(f"copy of {page.all.labels[page.all.copies[source]].short}")
    return Row(
        chip=page.chip(source),
        title=inline(label.full),
        credit=inline(
            ("digest of a report in " if label.digest and meta.publisher else "digest; " if label.digest else "")
            + ", ".join(credit)
        ),
        published=inline(sentence(date(meta.published))),
        flags=inline(", ".join(flags)) if flags else None,
        original=None,
    )


def _related(briefing: Briefing, page: PageContext) -> tuple[Pointer, ...]:
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


def changes(facts: Iterable[Fact], page: PageContext, topic: str = "") -> dict[str, Any]:
    """The statements that came with the newest sources, where others are older: `changed_on` and `changed`."""
    by_day: dict[str, list[Fact]] = {}
    for fact in facts:
        by_day.setdefault(fact.first_added or "", []).append(fact)
    newest = max(by_day, default="")
    if not newest or len(by_day) < 2:
        return {"changed_on": None, "changed": ()}
    return {
        "changed_on": inline(date(newest)),
        "changed": tuple(
            Pointer(inline(shorten(f.text, _CHANGED_WORDS)), page.topic(topic or f.topics[0], f.id))
            for f in by_day[newest][:_CHANGED]
        ),
    }


def updated(sources: Iterable[str], context: Context) -> dict[str, str]:
    """The day on which the newest of `sources` was added, for front matter; nothing where none is known."""
    newest = max((context.analyses[s].article.metadata.added or "" for s in sources), default="")
    return {"updated": newest} if re.fullmatch(r"\d{4}-\d\d-\d\d", newest) else {}


def _front(briefing: Briefing, context: Context) -> dict[str, Any]:
    topic = context.topics[briefing.topic]
    about = f"{topic.scope} What {carriers([c.source for c in briefing.coverage], PageContext(context, ''))} say."
    return {
        "title": front(topic.title),
        "description": front(about, 155),
        "layout": "topic",
        "topic": topic.id,
        **updated([c.source for c in briefing.coverage], context),
        "sources": [front(context.labels[c.source].short, 120) for c in briefing.coverage],
        "tags": list(dict.fromkeys(front(t, 60) for t in (topic.title, *topic.terms[:_TAGS]))),
        "search": {"boost": 4},
    }
