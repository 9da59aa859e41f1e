"""Where sources part ways about one thing: its status, a figure, a date, a term, a name. Both sides are kept with their
quotes and no side is picked. Only what a rule can tell is looked for: a contradiction of meaning cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from ...model import Analysis, Difference, DifferenceKind, Fact, Name, Quote
from ..build import Evidence
from ..grouping.similarity import Similarity
from . import contradiction, day_difference, figure_difference, meeting_difference, status_difference, term_difference
from .sides import Found, difference

_ORDER: tuple[DifferenceKind, ...] = ("status", "contradiction", "figure", "revision", "date", "name", "wording")


def differences(
    groups: Sequence[Sequence[Evidence]], likeness: Similarity, names: Sequence[Name], analyses: Sequence[Analysis]
) -> tuple[Difference, ...]:
    """All differences between sources within the facts' statements, those of most sources first."""
    found: list[Found] = [
        *status_difference.find(groups),
        *contradiction.find(groups, likeness),
        *figure_difference.find(groups, likeness, names, analyses),
        *day_difference.find(groups, likeness, analyses),
        *meeting_difference.find(groups),
        *term_difference.misspellings(groups, names),
        *term_difference.find(groups),
    ]
    made = {made.id: made for one in found if (made := difference(one)) is not None}
    return tuple(sorted(made.values(), key=lambda d: (-_sources(d), _ORDER.index(d.kind), d.id)))


def linked(facts: Sequence[Fact], found: Sequence[Difference]) -> tuple[Fact, ...]:
    """`facts` with the ids of the differences in which one of their quotes, or a part of one, takes a side."""
    sides: dict[tuple[str, int], list[tuple[int, Quote]]] = defaultdict(list)
    for number, one in enumerate(found):
        for quote in (quote for position in one.positions for quote in position.quotes):
            sides[quote.source, quote.paragraph].append((number, quote))
    return tuple(
        replace(fact, differences=tuple(found[number].id for number in sorted(_sides_taken(fact, sides))))
        for fact in facts
    )


def _sides_taken(fact: Fact, sides: Mapping[tuple[str, int], Sequence[tuple[int, Quote]]]) -> set[int]:
    """The numbers of the differences with a side that shares words with a quote of `fact`. `sides` are the quotes of
    all sides by their paragraphs."""
    return {
        number
        for mine in fact.quotes
        for number, quote in sides.get((mine.source, mine.paragraph), ())
        if quote.start < mine.end and mine.start < quote.end
    }


def _sources(one: Difference) -> int:
    return len({q.source for position in one.positions for q in position.quotes})
