"""Coverage by publisher: for each topic, how many sources each publisher gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

HEAD, ROW, GAP = 18, 17, 10
_MOST = 10


@dataclass(frozen=True, slots=True)
class Bars:
    """A group for each topic: its title, and publishers with their numbers of sources, most first."""

    groups: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]

    @property
    def height(self) -> int:
        return sum(HEAD + ROW * len(rows) + GAP for _, rows in self.groups)


def bars(groups: Sequence[tuple[str, Counter[str]]]) -> Bars | None:
    """The publishers that give most for each topic; None where all sources come from one."""
    if len({who for _, counts in groups for who in counts}) < 2:
        return None
    return Bars(
        tuple(
            (title, tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]))
            for title, counts in groups
            if counts
        )
    )
