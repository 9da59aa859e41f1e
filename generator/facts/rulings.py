"""What an editor ruled about quotes, applied to the groups before statements are made of them: all that is counted,
dated and compared afterwards holds it without knowing of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from ..model import STATUSES, UNRULED, Place, Rulings
from .build import Evidence
from .instruments import by_instrument
from .origins import Speakers
from .status import StatusMention

Groups = list[list[Evidence]]


def ruled(groups: Groups, rulings: Rulings, voices: Speakers) -> Groups:
    """`groups` as the editor has them: quotes with their statuses and origins, some parted and some joined."""
    if rulings == UNRULED:
        return groups
    groups = [[_said(one, rulings, voices) for one in group] for group in groups]
    for kept, away in rulings.apart:
        groups = [part for group in groups for part in _parted(group, kept, away)]
    for places in rulings.together:
        groups = _joined(groups, places)
    return groups


def _said(one: Evidence, rulings: Rulings, voices: Speakers) -> Evidence:
    for place, status in rulings.statuses:
        if _at(one, [place]):
            one = replace(one, quote=replace(one.quote, status=status), marks=_marks(one, status))
    for place, origin, speaker in rulings.origins:
        if _at(one, [place]):
            by = one.quote.by if speaker is None else speaker or None
            one = replace(one, quote=replace(one.quote, by=by), origin=voices.named(origin))
    return one


def _marks(one: Evidence, status: str | None) -> tuple[StatusMention, ...]:
    """That the quote gives `status`: by the words that were taken for one, else by all of it."""
    if status is None:
        return ()
    rank = STATUSES.index(status)
    found = one.marks[:1] or (StatusMention(rank, "", frozenset(), 0, len(one.quote.text)),)
    return tuple(replace(mark, rank=rank) for mark in found)


def _parted(group: list[Evidence], kept: Sequence[Place], away: Sequence[Place]) -> Groups:
    """A group that holds quotes of both kinds as two; a quote that only supports it goes, for it is told elsewhere."""
    first = [one for one in group if _at(one, kept)]
    gone = [one for one in group if one not in first and _at(one, away)]
    if not first or not gone:
        return [group]
    stays = [one for one in group if one not in gone]
    return list(filter(None, (stays, [one for one in gone if not one.again])))


def _joined(groups: Groups, places: Iterable[Sequence[Place]]) -> Groups:
    """The groups of quotes that are ruled to say one thing as one group, which stands on the topics of all; as they
    were where that would tell two kinds of instrument as one (promise 4)."""
    chosen = list(dict.fromkeys(number for some in places for number in _home(groups, some)))
    merged = _once(one for number in chosen for one in groups[number])
    if len(chosen) < 2 or len(by_instrument(merged)) > 1:
        return groups
    made = {chosen[0]: _on_all_topics(merged), **{other: [] for other in chosen[1:]}}
    return list(filter(None, (made.get(number, group) for number, group in enumerate(groups))))


def _on_all_topics(group: list[Evidence]) -> list[Evidence]:
    topics = tuple(dict.fromkeys(topic for one in group for topic in one.topics))
    return [replace(one, topics=topics) for one in group]


def _home(groups: Groups, places: Sequence[Place]) -> list[int]:
    """The group whose own quote is at one of `places`, or none."""
    return [n for n, group in enumerate(groups) if any(not one.again and _at(one, places) for one in group)][:1]


def _once(told: Iterable[Evidence]) -> list[Evidence]:
    """Each quote once, as its group's own rather than as support of another's."""
    found: dict[str, Evidence] = {}
    for one in sorted(told, key=lambda one: one.again):
        found.setdefault(one.quote.id, one)
    return list(found.values())


def _at(one: Evidence, places: Sequence[Place]) -> bool:
    return any(place.shares(one.quote) for place in places)
