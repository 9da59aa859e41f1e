"""What stands behind the facts: the clauses of all sources, how alike they are, and the groups that they form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..config import Config
from ..model import Analysis, Topics
from ..text.language_tags import one_language
from .copies import copies
from .grouping.clustering import Groups, candidates
from .grouping.contradictions import Contradictions
from .grouping.pairs import Pairs
from .grouping.same_statement import SameStatement
from .grouping.similarity import Similarity
from .grouping.support import Group, joined, support
from .grouping.terms import Clause, extract_clauses

THRESHOLD = 0.65  # the mean probability over all pairs from which two groups say the same


@dataclass(frozen=True, slots=True)
class Workings:
    """The sources in order, lowest (added, path) first, those of them that are grouped, and which are `copied`; their
    clauses, what is known of these two by two, the groups, and the pairs that were looked at."""

    ordered: Sequence[Analysis]
    sources: Sequence[Analysis]
    copied: tuple[tuple[str, str], ...]
    clauses: Sequence[Clause]
    likeness: Similarity
    contradictions: Contradictions
    same: SameStatement
    groups: Sequence[Group]
    pairs: Pairs


def work(analyses: Sequence[Analysis], topics: Topics, config: Config) -> Workings:
    """Groups the clauses of all sources in the site's language."""
    ordered = sorted(analyses, key=_source_order)
    sources = [analysis for analysis in ordered if _reads(analysis, config)]
    copied = copies(sources, config.families)
    clauses = extract_clauses(sources, config.language)
    likeness, contradictions = Similarity(clauses, config), Contradictions(clauses)
    pairs = candidates(likeness.vectors)
    same = SameStatement(clauses, likeness, pairs, topics)
    docs, solid = [clause.doc for clause in clauses], [n for n, clause in enumerate(clauses) if not clause.frame]
    formed = Groups(docs, same.pairs, contradictions, THRESHOLD).form(solid)
    groups = joined(clauses, support(clauses, formed, same, contradictions, same.pairs), same, contradictions)
    return Workings(ordered, sources, copied, clauses, likeness, contradictions, same, groups, pairs)


def _reads(analysis: Analysis, config: Config) -> bool:
    return one_language(analysis.article.metadata.language or config.language, config.language)


def _source_order(analysis: Analysis) -> tuple[str, str]:
    """The order in which sources came: by (added, path), where a source with a name of its own has that for its path,
    so that no id of a fact changes with the name of a file."""
    meta = analysis.article.metadata
    return meta.added or "", f"sources/{meta.id}" if meta.id else analysis.article.path
