"""What each correction came to: in force on these statements, or the reason why not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..model import (
    Analysis,
    Correction,
    Dismiss,
    Fact,
    FixDate,
    FixName,
    InForce,
    Join,
    Note,
    OwnLine,
    Remark,
    RemarkKind,
    Split,
    Target,
)
from ..text import ids
from .found import Found
from .locate import within
from .nearest import spelt_like
from .rulings import Settled, more_targets, targets


@dataclass(frozen=True, slots=True)
class Effect:
    """What a correction came to. `facts` are the statements that it is about, `difference` the one that it dismisses;
    `remarks` what is to be told of it. It is in force where `holds`."""

    holds: bool
    facts: tuple[Fact, ...] = ()
    difference: str | None = None
    topics: tuple[str, ...] = ()
    remarks: tuple[Remark, ...] = ()


def effect_of(one: Correction, found: Found, settled: Settled) -> Effect:
    """What correction `one` came to."""
    if isinstance(one, OwnLine | Note):
        return Effect(True, topics=(one.topic,))
    if isinstance(one, FixName):
        return _name(one, found, settled)
    if isinstance(one, Dismiss):
        return _dismissed(one, found)
    return _OF_QUOTES.get(type(one), _statement)(one, found, settled)


def in_force(one: Correction, came: Effect) -> InForce:
    """Correction `one` as pages show it."""
    topics = dict.fromkeys((*came.topics, *(topic for fact in came.facts for topic in fact.topics)))
    only = getattr(one, "topic", None)
    return InForce(
        id=f"c-{ids.digest(type(one).__name__, *_about(one))}",
        correction=one,
        facts=tuple(dict.fromkeys(fact.id for fact in came.facts)),
        topics=(only,) if only else tuple(topics),
        sources=tuple(dict.fromkeys(q.source for fact in came.facts for q in fact.quotes)),
    )


def _about(one: Correction) -> Iterable[str]:
    """What tells a correction from all others, whatever its reason."""
    if isinstance(one, OwnLine | Note):
        return one.topic, one.text
    if isinstance(one, FixName):
        return tuple(text or "" for text in (one.name, one.spelling, one.misspelling, one.another, one.kind))
    every = (one.target, *more_targets(one))
    own = [str(getattr(one, name, "")) for name in ("topic", "said", "slip")]
    return (*(target.words for target in every), *own)


def _statement(one: Any, found: Found, settled: Settled) -> Effect:
    """The effect of what says something of one statement."""
    return _statements(one, targets(one), found, settled)


def _statements(one: Correction, wanted: Sequence[Target], found: Found, settled: Settled) -> Effect:
    facts, remarks = [], []
    for target in wanted:
        at = settled.of(target)
        fact = found.statement(at)
        if fact is None:
            remarks.append(_lost(one, target, found, told=bool(at.places)))
            continue
        facts.append(fact)
        if found.moved(at, fact):
            remarks.append(Remark(one, "moved", target, (at.now,)))
    return Effect(bool(facts), tuple(dict.fromkeys(facts)), remarks=tuple(remarks))


def _lost(one: Correction, target: Target, found: Found, told: bool) -> Remark:
    """Why a target is no statement: its words are in no source, or nothing is `told` of them any more."""
    known = found.words_of(target.id)
    if known is not None and not told:
        return Remark(one, "other words", target, (Target(target.id, known),))
    kind: RemarkKind = "no statement" if told else "gone"
    return Remark(one, kind, target, found.similar(target.words))


def _split(one: Split, found: Found, settled: Settled) -> Effect:
    """In force where the first and one of the others are there, whether or not they would stand together now."""
    first = _statements(one, [one.target], found, settled)
    others = _statements(one, one.apart, found, settled)
    holds = first.holds and others.holds
    return Effect(holds, (*first.facts, *others.facts) if holds else (), remarks=(*first.remarks, *others.remarks))


def _join(one: Join, found: Found, settled: Settled) -> Effect:
    """In force where one statement holds the quotes; told where a promise keeps them apart."""
    came = _statements(one, [one.target, *one.others], found, settled)
    lost = {remark.target for remark in came.remarks if remark.kind != "moved"}
    there = [target for target in (one.target, *one.others) if target not in lost]
    if len(there) > 1 and len(came.facts) > 1:
        nearest = tuple(Target(fact.id, fact.text) for fact in came.facts)
        return Effect(False, remarks=(*came.remarks, Remark(one, "not joined", one.target, nearest)))
    holds = one.target in there and len(there) > 1
    return Effect(holds, came.facts if holds else (), remarks=came.remarks)


def _date(one: FixDate, found: Found, settled: Settled) -> Effect:
    at = settled.of(one.target)
    if not at.places:
        return Effect(False, remarks=(_lost(one, one.target, found, told=False),))
    if one in settled.undated:
        return Effect(False, remarks=(Remark(one, "no date", one.target),))
    event = found.event(at.places) if one.date else None
    fact = found.statement(at)
    remarks = () if at.sure else (Remark(one, "moved", one.target, (at.now,)),)
    return Effect(True, (fact,) if fact else (), topics=event.topics if event else (), remarks=remarks)


def _name(one: FixName, found: Found, settled: Settled) -> Effect:
    """In force where each spelling, or else the name, stands in some source."""
    wanted = [text for text in (one.spelling, one.misspelling, one.another) if text] or [one.name]
    lost = [text for text in wanted if not _heard(text, settled.analyses)]
    pool = found.spellings() if lost else ()
    remarks = tuple(Remark(one, "no name", Target("", text), spelt_like(text, pool)) for text in lost)
    return Effect(not lost, remarks=remarks)


def _heard(text: str, analyses: Iterable[Analysis]) -> bool:
    return any(within(text, paragraph.text) for a in analyses for paragraph in a.article.paragraphs)


def _dismissed(one: Dismiss, found: Found) -> Effect:
    difference = found.difference(one.target)
    if difference is None:
        return Effect(False, remarks=(Remark(one, "gone", one.target, found.similar_differences(one.target.words)),))
    facts = tuple(fact for fact in found.facts.facts if difference.id in fact.differences)
    new = Target(difference.id, difference.about)
    remarks = () if new.id == one.target.id else (Remark(one, "moved", one.target, (new,)),)
    return Effect(True, facts, difference.id, difference.topics, remarks)


_OF_QUOTES: Mapping[type, Callable[[Any, Found, Settled], Effect]] = {
    Split: _split,
    Join: _join,
    FixDate: _date,
}
