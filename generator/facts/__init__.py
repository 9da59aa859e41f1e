"""Stage 4: what the sources establish together, by rules and statistics that a reader can follow.

The way: sentences, clauses, groups of clauses that say the same, statements quoted as they read best, facts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..config import Config
from ..model import Analysis, Facts, Topics
from ..text.language_tags import one_language
from .build import Builder, Evidence, by_topic, told_once
from .copies import copies
from .discrepancies import differences, linked
from .grouping.clustering import Groups, candidates
from .grouping.contradictions import Contradictions
from .grouping.quote_spans import alone, quote_spans
from .grouping.same_statement import SameStatement
from .grouping.similarity import Similarity
from .grouping.support import Group, joined, support
from .grouping.terms import Clause, extract_clauses
from .instruments import by_instrument
from .names.join import join_names
from .origins import Speakers
from .timeline.events import timeline

__all__ = ["group"]

_THRESHOLD = 0.65  # the mean probability over all pairs from which two groups say the same


def group(analyses: tuple[Analysis, ...], topics: Topics, config: Config) -> Facts:
    """The facts of all sources in the site's language, by weight; their differences, timeline and names. Sources in
    other languages are left out."""
    ordered = sorted(analyses, key=_source_order)
    sources = [analysis for analysis in ordered if _reads(analysis, config)]
    copied = copies(sources)
    names = join_names(ordered, topics, config)
    clauses = extract_clauses(sources, config.language)
    likeness, contradictions = Similarity(clauses, config), Contradictions(clauses)
    pairs = candidates(likeness.vectors)
    same = SameStatement(clauses, likeness, pairs, topics)
    solid = ((i, j) for i, j, _ in pairs if not clauses[i].frame and not clauses[j].frame)
    formed = Groups(same, contradictions.apart, _THRESHOLD).form(len(clauses), solid)
    groups = joined(clauses, support(clauses, formed, same, contradictions, pairs), same, contradictions)
    builder = Builder(sources, topics, config, Speakers(sources, names), dict(copied))
    told = _tell(builder, clauses, groups, config.quotes.max_words)
    made = [fact for each in told if (fact := builder.fact(each, _agreement(each, same))) is not None]
    found = differences(told, likeness, names, sources)
    facts = linked(sorted(told_once(made), key=lambda f: (-f.weight, f.id)), found)
    return Facts(facts, found, timeline(ordered, facts, topics), names, copied)


def _reads(analysis: Analysis, config: Config) -> bool:
    return one_language(analysis.article.metadata.language or config.language, config.language)


def _source_order(analysis: Analysis) -> tuple[str, str]:
    return analysis.article.metadata.added or "", analysis.article.path


def _tell(builder: Builder, clauses: Sequence[Clause], groups: Sequence[Group], limit: int) -> list[list[Evidence]]:
    """The quotes of each group, its own first, then those of other groups that support it too."""
    out = []
    for number, statements in sorted(quote_spans(clauses, groups, limit).items()):
        own = [builder.tell(clauses, statement) for statement in statements]
        more = [builder.tell(clauses, alone(clauses, clause, limit), again=True) for clause in groups[number].support]
        for told in by_instrument([told for told in (*own, *more) if told is not None]):
            out += by_topic(told)
    return out


def _agreement(told: Sequence[Evidence], same: SameStatement) -> float:
    """The mean probability that the others say the same as the first quote, 0 where it stands alone."""
    values = [same(told[0].clauses[0], t.clauses[0]) or 0.0 for t in told[1:]]
    return sum(values) / len(values) if values else 0.0
