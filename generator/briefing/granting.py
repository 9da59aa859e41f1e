"""Whose words go out first where not all may: the order in which facts, differences and events ask for their quotes.

What corroborates a statement is worth more to a reader than a further statement, so a fact of several sources asks for
one quote of each before the facts of a single source ask at all; further quotes of a source come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Difference, Event, Fact, Facts, Quote
from .allowance import Allowance
from .self_contained import stands_alone

Parts = Mapping[tuple[str, int, int], Sequence[Quote]]  # by source, paragraph and sentence


def first_words(facts: Facts, leads: Mapping[str, Sequence[str]], allowance: Allowance) -> Facts:
    """A quote for each fact where one may be published: those in `leads`, the bottom lines, before all others and in
    each of the words given for them; next the sides of the differences and the clauses of the timeline, which are
    short; then one quote of each source for the corroborated facts, and last the facts of one source."""
    told = {fact.id: _tell(fact, allowance, leads[fact.id]) for fact in facts.facts if fact.id in leads}
    differences = tuple(_sides(difference, allowance) for difference in facts.differences)
    timeline = tuple(_when(event, allowance) for event in facts.timeline)
    for fact in filter(_of_several_sources, facts.facts):
        told[fact.id] = _one_of_each(told.get(fact.id) or _tell(fact, allowance), allowance)
    out = _parts_out(timeline)
    for fact in facts.facts:
        if fact.id not in told:
            told[fact.id] = _by_what_is_out(_tell(fact, allowance), out)
    return replace(
        facts,
        facts=tuple(told[fact.id] for fact in facts.facts),
        timeline=timeline,
        differences=differences,
    )


def last_words(facts: Facts, allowance: Allowance) -> Facts:
    """The further quotes of each fact, as far as what is left allows. A status that no published quote gives is not
    the reader's to check, and goes; so does one of other quotes beside words that only give the background."""
    return replace(facts, facts=tuple(_last_words(fact, allowance) for fact in facts.facts))


def _last_words(fact: Fact, allowance: Allowance) -> Fact:
    quotes = granted(fact.quotes, allowance)
    giving = [q.text for q in quotes if q.shown and q.status == fact.status]
    seen = fact.text in giving or (giving and fact.kind != "background")
    return replace(fact, quotes=quotes, status=fact.status if seen else None)


def granted(quotes: Iterable[Quote], allowance: Allowance) -> tuple[Quote, ...]:
    """`quotes` in order, each with or without its words."""
    return tuple([_seen(quote, allowance.grant(quote)) for quote in quotes])


def _seen(quote: Quote, shown: bool) -> Quote:
    """`quote` with or without its words: itself, where that is how it is."""
    return quote if quote.shown == shown else replace(quote, shown=shown)


def _tell(fact: Fact, allowance: Allowance, wanted: Sequence[str] = ()) -> Fact:
    """`fact` told in the best of its quotes that may be published, one in the words `wanted` and then one that stands
    alone before all others; with the status that those words give, so that a page never shows one beside words that
    say another. Other quotes in the words `wanted` are shown too, as far as they may be."""
    texts = [quote.text for quote in fact.quotes]
    order: Sequence[int] = range(len(texts))
    if len(texts) > 1:
        order = sorted(order, key=lambda i: _preference(texts[i], wanted))
    best = next((i for i in order if allowance.grant(fact.quotes[i])), None)
    if best is None:
        return replace(fact, quotes=tuple([_seen(quote, False) for quote in fact.quotes]), text="")
    told = _seen(fact.quotes[best], True)
    also = set(wanted) - {told.text}
    others = fact.quotes[:best] + fact.quotes[best + 1 :]
    silent = [_seen(quote, quote.text in also and allowance.grant(quote)) for quote in others]
    return replace(fact, quotes=(told, *silent), text=told.text, status=told.status or fact.status)


def _preference(text: str, wanted: Sequence[str]) -> tuple[bool, bool]:
    """What sorts words in which a fact is told better before others."""
    return text not in wanted, not stands_alone(text)


def _of_several_sources(fact: Fact) -> bool:
    return len({quote.source for quote in fact.quotes}) > 1


def _parts_out(timeline: Sequence[Event]) -> Parts:
    """What the timeline shows that is a statement by itself, by its sentence."""
    out: dict[tuple[str, int, int], list[Quote]] = {}
    for quote in (quote for event in timeline for quote in event.quotes):
        if quote.shown and stands_alone(quote.text):
            out.setdefault(_place(quote), []).append(quote)
    return out


def _place(quote: Quote) -> tuple[str, int, int]:
    return quote.source, quote.paragraph, quote.sentence


def _by_what_is_out(fact: Fact, out: Parts) -> Fact:
    """`fact`, where no quote of it may be published, told by the part of one that is `out` already."""
    for place, quote in enumerate(fact.quotes if not fact.text else ()):
        held = out.get(_place(quote), ())
        part = next((part for part in held if quote.start <= part.start and part.end <= quote.end), None)
        if part:
            told = replace(quote, id=part.id, text=part.text, start=part.start, end=part.end, shown=True)
            rest = fact.quotes[:place] + fact.quotes[place + 1 :]
            return replace(fact, quotes=(told, *rest), text=told.text)
    return fact


def _one_of_each(fact: Fact, allowance: Allowance) -> Fact:
    quotes = list(fact.quotes)
    done = {q.source for q in quotes if q.shown}
    for place, quote in sorted(enumerate(quotes), key=lambda item: (allowance.cost(item[1]), item[0])):
        if quote.source not in done and allowance.grant(quote):
            quotes[place] = _seen(quote, True)
            done.add(quote.source)
    return replace(fact, quotes=tuple(quotes))


def _sides(difference: Difference, allowance: Allowance) -> Difference:
    return replace(
        difference, positions=tuple(replace(p, quotes=granted(p.quotes, allowance)) for p in difference.positions)
    )


def _when(event: Event, allowance: Allowance) -> Event:
    return replace(event, quotes=granted(event.quotes, allowance))
