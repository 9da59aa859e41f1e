"""Coverage by publisher: for each topic, how many sources each publisher gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ..wording import count
from .layout import NOTE

HEAD, ROW, GAP = 18, 17, 10
_GROUPS, _ROWS = 8, 6


@dataclass(frozen=True, slots=True)
class BarGroup:
    """A topic, publishers with their numbers of sources, most first, and how many more publishers there are."""

    title: str
    rows: tuple[tuple[str, int], ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Bars:
    """A group for each topic, and how many more topics there are."""

    groups: tuple[BarGroup, ...]
    more: int = 0

    @property
    def notes(self) -> tuple[str, ...]:
        """What the chart leaves out below all groups."""
        return (f"and {count(self.more, 'more topic')}",) if self.more else ()

    @property
    def height(self) -> int:
        rows = sum(HEAD + ROW * (len(g.rows) + bool(g.more)) + GAP for g in self.groups)
        return rows + NOTE * len(self.notes)


def bars(groups: Sequence[tuple[str, Counter[str]]]) -> Bars | None:
    """The publishers that give most for each topic, where there are many topics for those with most sources; None
    where all sources come from one."""
    if len({who for _, counts in groups for who in counts}) < 2:
        return None
    given = [(title, counts) for title, counts in groups if counts]
    chosen = sorted(sorted(range(len(given)), key=lambda i: (-given[i][1].total(), i))[:_GROUPS])
    return Bars(tuple(_group(*given[i]) for i in chosen), len(given) - len(chosen))


def _group(title: str, counts: Counter[str]) -> BarGroup:
    rows = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return BarGroup(title, tuple(rows[:_ROWS]), len(rows[_ROWS:]))
