"""The last word on promise 4: whole statements, which hold more words than the clauses that were compared, may not
tell two kinds of instrument as one either."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.instrument_kinds import instruments, of_one_kind
from .build import Evidence


def by_instrument(told: Sequence[Evidence]) -> list[list[Evidence]]:
    """The quotes of a group, those apart that name no kind of instrument which the others before them name. A quote
    that only supports the group goes, where it names another."""
    groups: list[tuple[list[Evidence], set[frozenset[str]]]] = []
    for one in told:
        named = instruments(one.quote.text)
        home = next((group for group in groups if all(of_one_kind(named, other) for other in group[1])), None)
        if home is None:
            if one.again and groups:
                continue
            home = ([], set())
            groups.append(home)
        home[0].append(one)
        home[1].add(named)
    return [group for group, _ in groups]
