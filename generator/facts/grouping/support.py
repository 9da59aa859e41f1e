"""A sentence that says two things supports two facts. After the groups have formed, each long clause and each frame is
held against the other groups: where it agrees with one as closely as that group's own members must, it stands in that
group too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from .contradictions import Contradictions
from .same_statement import Pairs, SameStatement
from .terms import Clause

THRESHOLD = 0.4  # the mean probability, over a group's members, from which a clause supports it too
_FEWEST_TERMS = 4
_FEWEST_SOURCES = 3  # of the group with the clause; between two sources, a clause belongs where it is


def support(
    clauses: Sequence[Clause],
    groups: Sequence[Sequence[int]],
    same: SameStatement,
    contradictions: Contradictions,
    pairs: Pairs,
) -> list[list[int]]:
    """For each group, the clauses of others that support it too, in order. `pairs` are those that are looked at."""
    home = {clause: number for number, group in enumerate(groups) for clause in group}
    near: dict[int, set[int]] = defaultdict(set)
    for i, j, _ in pairs:
        if home[i] != home[j] and (same(i, j) or 0.0) >= THRESHOLD:  # a mean never passes its highest value
            near[i].add(home[j])
            near[j].add(home[i])
    out: list[list[int]] = [[] for _ in groups]
    for clause in sorted(near):
        if len(clauses[clause].terms) >= _FEWEST_TERMS:
            for number in sorted(near[clause] - {home[clause]}):
                if _agrees(clauses, groups[number], same, contradictions, clause):
                    out[number].append(clause)
    return out


def _agrees(
    clauses: Sequence[Clause],
    group: Sequence[int],
    same: SameStatement,
    contradictions: Contradictions,
    clause: int,
) -> bool:
    mine = clauses[clause]
    if len({clauses[member].doc for member in group} | {mine.doc}) < _FEWEST_SOURCES:
        return False
    if any(clauses[member].place == mine.place or contradictions.apart(member, clause) for member in group):
        return False
    known = [value for member in group if (value := same(member, clause)) is not None]
    return sum(known) >= THRESHOLD * len(known)
