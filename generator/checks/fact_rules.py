"""Promises 2 to 5: origins are counted, status words exact, instruments apart, dates never guessed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from ..errors import Problem
from ..model import STATUSES, Event, Fact, SiteContent
from ..text.edtf import is_edtf
from ..text.instrument_kinds import instruments, of_one_kind


def check_facts(brief: SiteContent) -> Iterator[Problem]:
    """Problems of facts, differences and events that break a promise."""
    copies = dict(brief.facts.copies)
    for fact in brief.facts.facts:
        yield from _origins(fact, copies)
        yield from _status(fact)
        yield from _instruments(fact)
    for difference in brief.facts.differences:
        values = [p.value for p in difference.positions]
        if len(set(values)) < 2:
            yield Problem(f"difference {difference.id}", f"promise 3: needs two sides, has {values}")
    for event in brief.facts.timeline:
        yield from _date(event)


def _origins(fact: Fact, copies: dict[str, str]) -> Iterator[Problem]:
    sources = {copies.get(q.source, q.source) for q in fact.quotes}
    if not 1 <= len(fact.origins) <= len(sources):
        yield Problem(
            f"fact {fact.id}", f"promise 2: {len(fact.origins)} origins from {len(sources)} articles that are no copies"
        )
    if fact.most_origins > len(sources):
        yield Problem(f"fact {fact.id}", f"promise 2: up to {fact.most_origins} origins from {len(sources)} articles")
    if len({origin.key for origin in fact.origins}) != len(fact.origins):
        yield Problem(f"fact {fact.id}", "promise 2: one origin counted twice")


def _status(fact: Fact) -> Iterator[Problem]:
    if fact.status is not None and fact.status not in STATUSES:
        yield Problem(f"fact {fact.id}", f"promise 3: {fact.status!r} is no status; known: {', '.join(STATUSES)}")
    elif fact.status is not None and fact.status not in {q.status for q in fact.quotes}:
        yield Problem(f"fact {fact.id}", f"promise 3: no quote of it gives its status, {fact.status!r}")


def _instruments(fact: Fact) -> Iterator[Problem]:
    """One problem at most: the first two kinds of instrument that are told as one."""
    named = dict.fromkeys(instruments(q.text) for q in fact.quotes)
    for one, other in combinations(named, 2):
        if not of_one_kind(one, other):
            told = " and ".join(f"{sorted(kinds)}" for kinds in (one, other))
            yield Problem(f"fact {fact.id}", f"promise 4: tells as one what its quotes call {told}")
            return


def _date(event: Event) -> Iterator[Problem]:
    where = f"timeline {event.date or repr(event.words)}"
    if not any(event.words in q.text for q in event.quotes):
        yield Problem(where, f"promise 5: the words {event.words!r} stand in none of its quotes")
    if event.date is None:
        return
    if not is_edtf(event.date):
        yield Problem(where, f"promise 5: {event.date!r} is no EDTF date of this project's kinds")
    year = event.date[:4].rstrip("X")  # of a decade, what is known of it
    if year not in event.words and not event.anchor:
        yield Problem(where, f"promise 5: the year {year} has neither words nor an anchor")
