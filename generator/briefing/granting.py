"""Whose words go out first where not all may: the order in which facts, differences and events ask for their quotes.

What corroborates a statement is worth more to a reader than a further statement, so a fact of several sources asks for
one quote of each before the facts of a single source ask at all; further quotes of a source come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..model import Difference, Event, Fact, Facts, Quote
from .allowance import Allowance
from .bottom_line import stands_alone


def first_words(facts: Facts, leads: Mapping[str, Sequence[str]], allowance: Allowance) -> Facts:
    """A quote for each fact where one may be published: those in `leads`, the bottom lines, before all others and in
    each of the words given for them; next the sides of the differences and the clauses of the timeline, which are
    short; then one quote of each source for the corroborated facts, and last the facts of one source."""
    told = {fact.id: _tell(fact, allowance, leads[fact.id]) for fact in facts.facts if fact.id in leads}
    differences = tuple(_sides(difference, allowance) for difference in facts.differences)
    timeline = tuple(_when(event, allowance) for event in facts.timeline)
    for fact in facts.facts:
        if len({q.source for q in fact.quotes}) > 1:
            told[fact.id] = _one_of_each(told.get(fact.id) or _tell(fact, allowance), allowance)
    for fact in facts.facts:
        if fact.id not in told:
            told[fact.id] = _by_what_is_out(_tell(fact, allowance), timeline)
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
    return tuple(replace(quote, shown=allowance.grant(quote)) for quote in quotes)


def _tell(fact: Fact, allowance: Allowance, wanted: Sequence[str] = ()) -> Fact:
    """`fact` told in the best of its quotes that may be published, one in the words `wanted` and then one that stands
    alone before all others; with the status that those words give, so that a page never shows one beside words that
    say another. Other quotes in the words `wanted` are shown too, as far as they may be."""
    texts = [q.text for q in fact.quotes]
    order = sorted(range(len(texts)), key=lambda i: (texts[i] not in wanted, not stands_alone(texts[i]), i))
    best = next((i for i in order if allowance.grant(fact.quotes[i])), None)
    also = {t for t in wanted if best is not None and t != texts[best]}
    silent = tuple(
        replace(q, shown=q.text in also and allowance.grant(q)) for i, q in enumerate(fact.quotes) if i != best
    )
    if best is None:
        return replace(fact, quotes=silent, text="")
    told = replace(fact.quotes[best], shown=True)
    return replace(fact, quotes=(told, *silent), text=told.text, status=told.status or fact.status)


def _by_what_is_out(fact: Fact, timeline: Sequence[Event]) -> Fact:
    """`fact`, where no quote of it may be published, told by the part of one that the timeline shows already."""
    for place, quote in enumerate(fact.quotes if not fact.text else ()):
        for part in (q for event in timeline for q in event.quotes if q.shown and stands_alone(q.text)):
            if (part.source, part.paragraph) == (quote.source, quote.paragraph) and (
                quote.start <= part.start and part.end <= quote.end
            ):
                told = replace(quote, id=part.id, text=part.text, start=part.start, end=part.end, shown=True)
                rest = fact.quotes[:place] + fact.quotes[place + 1 :]
                return replace(fact, quotes=(told, *rest), text=told.text)
    return fact


def _one_of_each(fact: Fact, allowance: Allowance) -> Fact:
    quotes = list(fact.quotes)
    done = {q.source for q in quotes if q.shown}
    for place, quote in sorted(enumerate(quotes), key=lambda item: (allowance.cost(item[1]), item[0])):
        if quote.source not in done and allowance.grant(quote):
            quotes[place] = replace(quote, shown=True)
            done.add(quote.source)
    return replace(fact, quotes=tuple(quotes))


def _sides(difference: Difference, allowance: Allowance) -> Difference:
    return replace(
        difference, positions=tuple(replace(p, quotes=granted(p.quotes, allowance)) for p in difference.positions)
    )


def _when(event: Event, allowance: Allowance) -> Event:
    return replace(event, quotes=granted(event.quotes, allowance))
