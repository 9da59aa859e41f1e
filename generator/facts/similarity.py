"""How much two clauses say the same, and what must keep them apart."""

from __future__ import annotations

from collections.abc import Sequence

from ..config import Config
from ..text.words import content_stems
from .statements import Clause, dice, weigh

PARENT = 0.3  # how much the sentences around two clauses count beside the clauses


class Likeness:
    """The similarities of the clauses of a corpus. `vectors` are theirs, in order."""

    def __init__(self, clauses: Sequence[Clause], config: Config) -> None:
        topical = frozenset(stem for topic in config.topics for term in topic.terms for stem in content_stems(term))
        around: dict[int, list[str]] = {}
        for clause in clauses:
            around.setdefault(clause.place, []).extend(clause.terms)
        self.vectors = weigh([clause.terms for clause in clauses], topical)
        self._parents = dict(zip(around, weigh(list(around.values()), topical), strict=True))
        self._clauses = clauses

    def like(self, i: int, j: int) -> float:
        """0 to 1.3: the clauses by Dice's coefficient of their weighted terms, and their sentences besides."""
        own = dice(self.vectors[i], self.vectors[j])
        around = dice(self._parents[self._clauses[i].place], self._parents[self._clauses[j].place])
        return own + PARENT * around

    def apart(self, i: int, j: int) -> bool:
        """Whether two clauses must not stand together."""
        return False
