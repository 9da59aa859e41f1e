"""Which names appear together: a half matrix of the most frequent names, each cell the number of shared sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from ...model import Name
from ..context import Context

MOST = 12
HEAD, ROW, FOOT = 20, 20, 2


@dataclass(frozen=True, slots=True)
class Together:
    """`shared[i, j]`, i < j, counts the sentences in which names i and j stand together."""

    names: tuple[Name, ...]
    shared: dict[tuple[int, int], int]

    @property
    def height(self) -> int:
        return HEAD + ROW * len(self.names) + FOOT


def together(context: Context) -> Together | None:
    """The names that share most sentences with others; None where fewer than three do, or where those that would be
    shown share none with one another."""
    by_id = {name.id: name for name in context.brief.facts.names}
    pairs = _pairs(context)
    weight: Counter[str] = Counter()
    for pair, number in pairs.items():
        weight.update(dict.fromkeys(pair, number))
    chosen = sorted(weight, key=lambda id: (-weight[id], id))[:MOST]
    if len(chosen) < 3:
        return None
    counted = {(i, j): pairs[min(a, b), max(a, b)] for (i, a), (j, b) in combinations(enumerate(chosen), 2)}
    shared = {pair: number for pair, number in counted.items() if number}
    return Together(tuple(by_id[id] for id in chosen), shared) if shared else None


def _pairs(context: Context) -> Counter[tuple[str, str]]:
    """The ids of two names, in order, with the number of sentences in which both stand."""
    known = _spellings(context.brief.facts.names)
    pairs: Counter[tuple[str, str]] = Counter()
    for analysis in context.brief.analyses:
        spoken: dict[int, set[str]] = {}
        for mention in analysis.names:
            if mention.text in known:
                spoken.setdefault(mention.sentence, set()).add(known[mention.text])
        for ids in spoken.values():
            pairs.update(combinations(sorted(ids), 2))
    return pairs


def _spellings(names: Sequence[Name]) -> dict[str, str]:
    """Every spelling of every name with its id; one that two names have is of the first."""
    known: dict[str, str] = {}
    for name in names:
        for text in (name.name, name.abbreviation, *(alias.text for alias in name.aliases)):
            if text:
                known.setdefault(text, name.id)
    return known
