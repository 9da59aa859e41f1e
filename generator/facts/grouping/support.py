"""A sentence that says two things supports two facts. After the groups have formed, each long clause and each frame is
held against the other groups: where it agrees with one as closely as that group's own members must, it stands in that
group too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from ...text.union_find import UnionFind
from .contradictions import Contradictions
from .terms import Clause

# How likely it is that two clauses say the same; None where nothing is known of them.
Likelihood = Callable[[int, int], float | None]

THRESHOLD = 0.44  # the mean probability over all pairs from which a clause supports a second group, or two are one
_BRIDGES = 2  # sources with a sentence in both of two groups make them one
_SAMPLE = 8  # how many members stand for a large group
_FEWEST_TERMS = 4
_FEWEST_SOURCES = 3  # of the group with the clause; between two sources, a clause belongs where it is


@dataclass(frozen=True, slots=True)
class Group:
    """Clauses that say the same, by their numbers in order: `members` are in no other group, `support` are members of
    another that say this too."""

    members: tuple[int, ...]
    support: tuple[int, ...] = ()


def support(
    clauses: Sequence[Clause],
    groups: Sequence[Sequence[int]],
    same: Likelihood,
    contradictions: Contradictions,
    pairs: Iterable[tuple[int, int, float]],
) -> tuple[Group, ...]:
    """`groups` with the clauses of others that support each too. `pairs` are those of which something is known, each
    with how likely they are the same."""
    near = _near_groups(groups, pairs)
    seen: dict[int, _Seen] = {}
    out: list[list[int]] = [[] for _ in groups]
    for clause in sorted(near):
        if len(clauses[clause].terms) >= _FEWEST_TERMS:
            for number in sorted(near[clause]):
                if number not in seen:
                    seen[number] = _seen(clauses, groups[number], contradictions)
                if _may_join(clauses[clause], clause, seen[number], contradictions) and _agrees(
                    groups[number], same, clause
                ):
                    out[number].append(clause)
    return tuple(Group(tuple(group), tuple(more)) for group, more in zip(groups, out, strict=True))


@dataclass(frozen=True, slots=True)
class _Seen:
    """What keeps a clause from a group, looked up once for all clauses: its sources, its sentences, and one clause of
    each kind that others may contradict."""

    docs: frozenset[int]
    places: frozenset[int]
    kinds: tuple[int, ...]


def _seen(clauses: Sequence[Clause], group: Sequence[int], contradictions: Contradictions) -> _Seen:
    return _Seen(
        frozenset(clauses[member].doc for member in group),
        frozenset(clauses[member].place for member in group),
        tuple(contradictions.kinds(group).values()),
    )


def _near_groups(groups: Sequence[Sequence[int]], pairs: Iterable[tuple[int, int, float]]) -> dict[int, set[int]]:
    """For each clause the groups that it may support: a mean never passes its highest value."""
    home = {clause: number for number, group in enumerate(groups) for clause in group}
    near: dict[int, set[int]] = defaultdict(set)
    for i, j, value in pairs:
        if value >= THRESHOLD and home[i] != home[j]:
            near[i].add(home[j])
            near[j].add(home[i])
    return near


def _may_join(mine: Clause, clause: int, group: _Seen, contradictions: Contradictions) -> bool:
    if len(group.docs | {mine.doc}) < _FEWEST_SOURCES or mine.place in group.places:
        return False
    return not any(contradictions.apart(member, clause) for member in group.kinds)


def _agrees(group: Sequence[int], same: Likelihood, clause: int) -> bool:
    known = [value for member in group if (value := same(member, clause)) is not None]
    return sum(known) >= THRESHOLD * len(known)


def joined(
    clauses: Sequence[Clause], groups: Sequence[Group], same: Likelihood, contradictions: Contradictions
) -> tuple[Group, ...]:
    """`groups`, two as one where sentences of two sources stand in both: they are two ways to
    cut one fact, and a page must not tell it twice."""
    home = UnionFind[int]()
    made = list(groups)
    for one, other in _bridged(clauses, groups):
        one, other = home.root(one), home.root(other)
        if one != other and _near(made[one].members, made[other].members, same, contradictions):
            home.join(one, other)
            made[one] = _as_one(made[one], made[other])
    return tuple(group for number, group in enumerate(made) if home.root(number) == number)


def _as_one(one: Group, other: Group) -> Group:
    members = sorted(one.members + other.members)
    return Group(tuple(members), tuple(sorted({*one.support, *other.support}.difference(members))))


def _bridged(clauses: Sequence[Clause], groups: Sequence[Group]) -> list[tuple[int, int]]:
    """The pairs of groups in both of which clauses of several sources stand."""
    standing: dict[int, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for clause in sorted({*group.members, *group.support}):
            standing[clause].append(number)
    shared: dict[tuple[int, int], set[int]] = defaultdict(set)
    for clause, numbers in standing.items():
        for pair in combinations(numbers, 2):
            shared[pair].add(clauses[clause].doc)
    return sorted(pair for pair, docs in shared.items() if len(docs) >= _BRIDGES)


def _near(one: Sequence[int], other: Sequence[int], same: Likelihood, contradictions: Contradictions) -> bool:
    """Whether two groups are likely enough the same on the mean over all pairs, and nothing keeps them apart."""
    pairs = [(a, b) for a in one[:_SAMPLE] for b in other[:_SAMPLE]]
    if any(contradictions.apart(*pair) for pair in pairs):
        return False
    known = [value for pair in pairs if (value := same(*pair)) is not None]
    return sum(known) >= THRESHOLD * len(known)
