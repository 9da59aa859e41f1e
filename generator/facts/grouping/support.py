"""A sentence that says two things supports two facts. After the groups have formed, each long clause and each frame is
held against the other groups: where it agrees with one as closely as that group's own members must, it stands in that
group too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from .clustering import AGREES
from .similarity import Similarity
from .terms import Clause

THRESHOLD = 0.31  # the mean similarity to a group's members from which a clause supports it too
_BRIDGES = 2  # sources with a sentence in both of two groups make them one
BRIDGED = 0.25  # their mean similarity
_SAMPLE = 8
_FEWEST_TERMS = 4
_FEWEST_SOURCES = 3  # of the group with the clause; between two sources, a clause belongs where it is


def support(
    clauses: Sequence[Clause],
    groups: Sequence[Sequence[int]],
    likeness: Similarity,
    pairs: Sequence[tuple[int, int, float]],
) -> list[list[int]]:
    """For each group, the clauses of others that support it too, in order. `pairs` are those that share something
    rare."""
    home = {clause: number for number, group in enumerate(groups) for clause in group}
    near: dict[int, set[int]] = defaultdict(set)
    for i, j, _ in pairs:
        if home[i] != home[j] and likeness.like(i, j) >= THRESHOLD:  # a mean never passes its highest value
            near[i].add(home[j])
            near[j].add(home[i])
    out: list[list[int]] = [[] for _ in groups]
    for clause in sorted(near):
        if len(clauses[clause].terms) >= _FEWEST_TERMS:
            for number in sorted(near[clause] - {home[clause]}):
                if _agrees(clauses, groups[number], likeness, clause):
                    out[number].append(clause)
    return out


def joined(
    clauses: Sequence[Clause], groups: Sequence[Sequence[int]], also: Sequence[Sequence[int]], likeness: Similarity
) -> tuple[list[list[int]], list[list[int]]]:
    """The groups and their support, groups as one where sentences of two sources stand in both: they are two ways to
    cut one fact."""
    standing: dict[int, list[int]] = defaultdict(list)
    for number, (group, more) in enumerate(zip(groups, also, strict=True)):
        for clause in (*group, *more):
            standing[clause].append(number)
    shared: dict[tuple[int, int], set[int]] = defaultdict(set)
    for clause, numbers in standing.items():
        for pair in combinations(sorted(set(numbers)), 2):
            shared[pair].add(clauses[clause].doc)
    home = list(range(len(groups)))
    members, extra = [list(group) for group in groups], [set(more) for more in also]
    for (one, other), docs in sorted(shared.items()):
        one, other = _root(home, one), _root(home, other)
        if one != other and len(docs) >= _BRIDGES and _near(members[one], members[other], likeness):
            home[other] = one
            members[one] = sorted(members[one] + members[other])
            extra[one] |= extra[other]
    kept = [number for number in range(len(groups)) if home[number] == number]
    return [members[n] for n in kept], [sorted(extra[n].difference(members[n])) for n in kept]


def _root(home: list[int], number: int) -> int:
    while home[number] != number:
        number = home[number]
    return number


def _near(one: Sequence[int], other: Sequence[int], likeness: Similarity) -> bool:
    """Whether two groups are alike on the mean over all pairs, if less than one group's must be, and nothing keeps
    them apart."""
    pairs = [(a, b) for a in one[:_SAMPLE] for b in other[:_SAMPLE]]
    if any(likeness.apart(*pair) for pair in pairs):
        return False
    values = [likeness.like(*pair) for pair in pairs]
    return sum(values) >= BRIDGED * len(pairs)


def _agrees(clauses: Sequence[Clause], group: Sequence[int], likeness: Similarity, clause: int) -> bool:
    mine = clauses[clause]
    if len({clauses[member].doc for member in group} | {mine.doc}) < _FEWEST_SOURCES:
        return False
    if any(clauses[member].place == mine.place for member in group):
        return False
    if any(likeness.apart(member, clause) for member in group):
        return False
    values = [likeness.like(member, clause) for member in group]
    return min(values) >= AGREES and sum(values) >= THRESHOLD * len(group)
