"""One instrument, two statuses: "signed" in one source, "text finalised" in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ...text.union_find import UnionFind
from ..build import Evidence
from ..status import StatusMention
from .sides import Found, Side, clause


@dataclass(frozen=True, slots=True)
class _Said:
    told: Evidence
    mark: StatusMention
    group: int


def find(groups: Sequence[Sequence[Evidence]]) -> list[Found]:
    """A difference for each instrument that sources give more than one status."""
    said = [one for n, group in enumerate(groups) for one in _said(group, n)]
    instruments = UnionFind[int]()
    for held in _marked_alike(said).values():
        for other in held[1:]:
            instruments.join(held[0], other)
    return [_found([said[i] for i in group]) for group in instruments.groups(range(len(said)))]


def _said(group: Sequence[Evidence], number: int) -> list[_Said]:
    """The statuses of one fact. Where it is about one class of instrument, what names none ("agreed to buy") is of
    that class."""
    named = sorted({mark.instrument for told in group for mark in told.marks if mark.instrument})
    only = named[0] if len(named) == 1 else ""
    return [
        _Said(told, replace(mark, instrument=mark.instrument or only), number)
        for told in group
        for mark in told.marks
        if mark.instrument or only
    ]


def _marked_alike(said: Sequence[_Said]) -> Mapping[Hashable, Sequence[int]]:
    """The marks, by number, that speak of one instrument: of one class, and told in one fact, or called by the same
    words, or the later one's plain "the agreement" in the source of the other."""
    plain = {(one.mark.instrument, one.told.quote.source) for one in said if not one.mark.about}
    out: dict[Hashable, list[int]] = defaultdict(list)
    for number, one in enumerate(said):
        kind, source, about = one.mark.instrument, one.told.quote.source, sorted(one.mark.about)
        out[kind, one.group].append(number)
        for words in ((),) if (kind, source) in plain else zip(about):
            out[kind, source, *words].append(number)
        for two in combinations(about, 2):
            out[kind, two].append(number)
    return out


def _found(cluster: Sequence[_Said]) -> Found:
    first = min(cluster, key=lambda s: (not s.mark.about, s.told.doc, s.told.quote.paragraph, s.told.quote.start))
    noun = first.told.quote.text[first.mark.start : first.mark.end]
    sides = tuple(Side(s.mark.status, s.told, clause(s.told, s.mark.start, s.mark.end)) for s in cluster)
    return Found("status", "status", noun, sides)
