"""Corrections applied to what the sources established: what is hidden and dismissed goes, what is pinned comes first,
and each correction is either in force or told."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..model import (
    UNEDITED,
    Analysis,
    Correction,
    Editorial,
    Event,
    Fact,
    Facts,
    FixName,
    Hide,
    InForce,
    Name,
    Pin,
    Place,
    Position,
    Quote,
    Topics,
)
from .effects import Effect, effect_of, in_force
from .found import Found
from .rulings import Settled

Came = Sequence[tuple[Correction, Effect]]


@dataclass(frozen=True, slots=True)
class Applied:
    """The facts as they are to be told, the sources and topics without the sentences that are hidden everywhere, the
    statements that are `pinned` on each topic, and what is said of all corrections."""

    facts: Facts
    analyses: tuple[Analysis, ...]
    topics: Topics
    pinned: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    editorial: Editorial = UNEDITED


def apply(
    corrections: Sequence[Correction], settled: Settled, topics: Topics, facts: Facts, language: str = "en"
) -> Applied:
    """`facts`, which were found under the rulings of `settled`, with what `corrections` say of them."""
    if not corrections:
        return Applied(facts, settled.analyses, topics)
    found = Found(facts, language)
    came = [(one, effect_of(one, found, settled)) for one in corrections]
    valid = [(one, effect) for one, effect in came if effect.holds]
    places = _hidden(valid, facts.facts)
    told = _without(facts, valid, places)
    return Applied(
        facts=replace(told, names=_slips(told.names, [one for one, _ in valid])),
        analyses=tuple(_silent(a, places) for a in settled.analyses),
        topics=_unsaid(topics, places),
        pinned=_pinned(valid),
        editorial=Editorial(
            in_force=_newest_first(in_force(one, effect) for one, effect in valid),
            remarks=tuple(remark for _, effect in came for remark in effect.remarks),
        ),
    )


def _hidden(valid: Came, facts: Sequence[Fact]) -> list[Place]:
    """Where the words stand that are hidden everywhere: those of a hidden statement that no other one rests on."""
    gone = _gone(valid)
    kept = {quote.id for fact in facts if fact.id not in gone for quote in fact.quotes}
    quotes = (quote for fact in facts if fact.id in gone for quote in fact.quotes if quote.id not in kept)
    return [Place(q.source, q.paragraph, q.start, q.end, q.sentence) for q in quotes]


def _gone(valid: Came) -> set[str]:
    """The ids of the statements that are hidden everywhere."""
    return {fact.id for one, effect in valid if isinstance(one, Hide) and not one.topic for fact in effect.facts}


def _newest_first(rows: Iterable[InForce]) -> tuple[InForce, ...]:
    ordered = sorted(rows, key=lambda row: (row.correction.signed.where, row.correction.signed.line))
    return tuple(sorted(ordered, key=lambda row: row.correction.signed.on, reverse=True))


def _pinned(valid: Came) -> Mapping[str, tuple[str, ...]]:
    """The statements that come first on each topic, in the order of the corrections."""
    pinned: dict[str, list[str]] = {}
    for one, effect in valid:
        for fact in effect.facts if isinstance(one, Pin) else ():
            for topic in (one.topic,) if isinstance(one, Pin) and one.topic else fact.topics:
                pinned.setdefault(topic, []).append(fact.id)
    return {topic: tuple(dict.fromkeys(facts)) for topic, facts in pinned.items()}


def _without(facts: Facts, valid: Came, places: Sequence[Place]) -> Facts:
    """`facts` without what is hidden and dismissed. Words that are hidden everywhere take no side and date nothing."""
    gone = {effect.difference for _, effect in valid}
    left = [replace(d, positions=_sides(d.positions, places)) for d in facts.differences if d.id not in gone]
    kept = tuple(difference for difference in left if len(difference.positions) > 1)
    shown = _shown(facts.facts, valid, {d.id for d in kept})
    ids = {fact.id for fact in shown}
    events = (_event(event, ids, places) for event in facts.timeline)
    return replace(facts, facts=shown, differences=kept, timeline=tuple(event for event in events if event.quotes))


def _shown(facts: Sequence[Fact], valid: Came, differences: Collection[str]) -> tuple[Fact, ...]:
    hidden: dict[str, set[str]] = {}
    for one, effect in valid:
        if isinstance(one, Hide):
            for fact in effect.facts:
                hidden.setdefault(fact.id, set()).update((one.topic,) if one.topic else fact.topics)
    told = (_told(fact, hidden.get(fact.id, set()), differences) for fact in facts)
    return tuple(fact for fact in told if fact.topics)


def _told(fact: Fact, hidden: Collection[str], differences: Collection[str]) -> Fact:
    return replace(
        fact,
        topics=tuple(topic for topic in fact.topics if topic not in hidden),
        differences=tuple(id for id in fact.differences if id in differences),
    )


def _sides(positions: Iterable[Position], places: Sequence[Place]) -> tuple[Position, ...]:
    left = (replace(p, quotes=_open(p.quotes, places)) for p in positions)
    return tuple(position for position in left if position.quotes)


def _event(event: Event, facts: Collection[str], places: Sequence[Place]) -> Event:
    quotes = _open(event.quotes, places)
    dating = any(event.words in quote.text for quote in quotes)
    return replace(event, facts=tuple(id for id in event.facts if id in facts), quotes=quotes if dating else ())


def _open(quotes: Iterable[Quote], places: Sequence[Place]) -> tuple[Quote, ...]:
    return tuple(quote for quote in quotes if not any(place.shares(quote) for place in places))


def _silent(analysis: Analysis, places: Sequence[Place]) -> Analysis:
    """`analysis` with a summary that holds no sentence that is hidden."""
    hidden = {place.sentence for place in places if place.source == analysis.article.id}
    return replace(analysis, summary=tuple(i for i in analysis.summary if i not in hidden)) if hidden else analysis


def _unsaid(topics: Topics, places: Sequence[Place]) -> Topics:
    """`topics` whose summaries, and the sentences that may take a place in one, hold none that is hidden."""
    hidden = {(place.source, place.sentence) for place in places}
    if not hidden:
        return topics
    return replace(
        topics,
        coverage=tuple(
            replace(
                one,
                sentences=tuple(i for i in one.sentences if (one.source, i) not in hidden),
                summary=tuple(i for i in one.summary if (one.source, i) not in hidden),
            )
            for one in topics.coverage
        ),
    )


def _slips(names: Sequence[Name], valid: Sequence[Correction]) -> tuple[Name, ...]:
    """`names` with the spellings marked that an editor calls a slip."""
    marked = {(one.name, one.misspelling) for one in valid if isinstance(one, FixName)}
    return tuple(
        replace(
            name,
            aliases=tuple(
                replace(alias, misspelling=alias.misspelling or (name.name, alias.text) in marked)
                for alias in name.aliases
            ),
        )
        for name in names
    )
