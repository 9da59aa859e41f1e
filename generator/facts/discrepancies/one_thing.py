"""Whether two figures are of one thing on one occasion."""

from __future__ import annotations

from ..grouping.similarity import Similarity
from .claims import Claim
from .counted import Role
from .occasion import two_occasions, unlike
from .quantity_words import quantity_words

_ALIKE = 0.26  # how much the clauses around two figures must say the same, figures aside
_ALIKE_TOLL = 0.15  # where both are tolls of one kind
_ALIKE_WHERE = 0.1  # where both tell of the same place, or of a share in what the same name has
_ALIKE_DEED = 0.05  # where both tell of the same deed to the same things
_ALIKE_MEASURED = 0.45  # where both measure: there are many lengths and shares
_NEVER = 2.0
_SHORT = 8  # words: a sentence that says nothing but the toll
_TIMES, _TOLL_TIMES = 3, 20  # from so many times the other on, a figure is of something else


def apart(a: Claim, b: Claim) -> bool:
    """Whether two figures of one kind of thing must be of different things or occasions."""
    q, r = a.quantity, b.quantity
    times = _TOLL_TIMES if q.role.toll else _TIMES
    return (
        q.rate != r.rate
        or max(q.low, r.low) > times * min(q.high, r.high)
        or two_occasions(a.occasion, b.occasion)
        or _at_other_times(a, b)
        or (not q.role.toll and _other_things(a, b))
    )


def _at_other_times(a: Claim, b: Claim) -> bool:
    """Whether one is of an occasion that lies back, and not the other; what is only called an earlier figure is not."""
    one, other = a.occasion.back, b.occasion.back
    return one != other and not one & other and not (a.earlier or b.earlier)


def _other_things(a: Claim, b: Claim) -> bool:
    q, r = a.quantity, b.quantity
    return (
        q.summed != r.summed
        or unlike(q.modifiers, r.modifiers)
        or _other_deeds(q.role, r.role, q.noun)
        or (bool(a.doer and b.doer) and a.doer != b.doer)
    )


def _other_deeds(one: Role, other: Role, noun: str) -> bool:
    """Whether two deeds cannot be one. Who is killed or missing is so by his own words; of people, who are everywhere,
    the place counts too."""
    deeds = {one.deed, other.deed}
    if len(deeds) > 1 and not deeds.isdisjoint(quantity_words().tolls.values()):
        return True
    return len(deeds - {"", "be"}) > 1 or (noun == "people" and one.where != other.where)


def same(a: Claim, b: Claim, likeness: Similarity) -> bool:
    """Whether two figures are told of one thing, by what happened to it and by what their clauses share besides; where
    the deed is one, any clauses of their statements."""
    if a.told.quote.id == b.told.quote.id:
        return False
    least = _least_of_tolls(a, b) if a.quantity.role.toll else _least(a, b)
    if least == _ALIKE_DEED:
        return any(likeness.without_figures(i, j) >= least for i in a.told.clauses for j in b.told.clauses)
    return likeness.without_figures(a.told.at(a.quantity.start), b.told.at(b.quantity.start)) >= least


def _least_of_tolls(a: Claim, b: Claim) -> float:
    return 0.0 if min(a.sentence_words, b.sentence_words) < _SHORT else _ALIKE_TOLL


def _least(a: Claim, b: Claim) -> float:
    """How much two clauses must share for the figures of one noun in them to be of one thing."""
    q, r, known = a.quantity, b.quantity, quantity_words()
    deed = q.role.deed == r.role.deed not in ("", "be")
    if q.noun in known.units:
        return _ALIKE_MEASURED if deed and q.noun not in known.times else _NEVER
    if q.noun.startswith("%"):
        return _least_of_shares(a, b)
    if q.role.where and q.role.where == r.role.where:
        return _ALIKE_WHERE
    return _ALIKE_DEED if deed and q.role.deed not in known.tolls.values() else _ALIKE


def _least_of_shares(a: Claim, b: Claim) -> float:
    if not a.names & b.names:
        return _NEVER
    return _ALIKE_MEASURED if a.quantity.noun == "%" else _ALIKE_WHERE
