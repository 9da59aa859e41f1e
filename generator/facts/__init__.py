"""Stage 4: what the sources establish together, by rules and statistics that a reader can follow.

The way: sentences, clauses, groups of clauses that say the same, statements quoted as they read best, facts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..config import Config
from ..model import Analysis, Facts, Name, Topics
from .build import Builder, Told
from .clustering import Groups, candidates
from .copies import copies
from .origins import Voices
from .settle import settle
from .similarity import Likeness
from .statements import Clause, cut

__all__ = ["group"]

_THRESHOLD = 0.27


def group(analyses: tuple[Analysis, ...], topics: Topics, config: Config) -> Facts:
    """The facts of all sources in the site's language, by weight; their differences, timeline and names. Sources in
    other languages are left out."""
    sources = sorted((a for a in analyses if _reads(a, config)), key=_age)
    copied = copies(sources)
    names: tuple[Name, ...] = ()
    clauses = cut(sources, config.language)
    likeness = Likeness(clauses, config)
    groups = Groups(likeness.like, likeness.apart, _THRESHOLD).form(len(clauses), candidates(likeness.vectors))
    builder = Builder(sources, topics, config, Voices(sources, names), dict(copied))
    told = _tell(builder, clauses, groups, config.quotes.max_words)
    facts = [fact for each in told if (fact := builder.fact(each, _agreement(each, likeness))) is not None]
    return Facts(tuple(sorted(facts, key=lambda f: (-f.weight, f.id))), (), (), names, copied)


def _reads(analysis: Analysis, config: Config) -> bool:
    return (analysis.article.metadata.language or config.language)[:2] == config.language[:2]


def _age(analysis: Analysis) -> tuple[str, str]:
    return analysis.article.metadata.added or "", analysis.article.path


def _tell(builder: Builder, clauses: Sequence[Clause], groups: Sequence[Sequence[int]], limit: int) -> list[list[Told]]:
    return [
        [t for statement in statements if (t := builder.tell(clauses, statement)) is not None]
        for statements in settle(clauses, groups, limit)
    ]


def _agreement(told: Sequence[Told], likeness: Likeness) -> float:
    """The mean similarity of the first quote to the others, 0 where it stands alone."""
    values = [likeness.like(told[0].clauses[0], t.clauses[0]) for t in told[1:]]
    return sum(values) / len(values) if values else 0.0
