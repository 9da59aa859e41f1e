"""Stage 4: what the sources establish together, by rules and statistics that a reader can follow.

The way: sentences, clauses, groups of clauses that say the same, statements quoted as they read best, facts.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..config import Config
from ..model import UNRULED, Analysis, Facts, Rulings, Topics
from .build import Builder, Evidence, by_topic, told_once
from .discrepancies import differences, linked
from .grouping.quote_spans import alone, quote_spans
from .grouping.same_statement import SameStatement
from .grouping.support import Group
from .grouping.terms import Clause
from .instruments import by_instrument
from .names.join import join_names
from .origins import Speakers
from .rulings import ruled
from .timeline.events import timeline
from .workings import work

__all__ = ["group"]


def group(analyses: tuple[Analysis, ...], topics: Topics, config: Config, rulings: Rulings = UNRULED) -> Facts:
    """The facts of all sources in the site's language, by weight; their differences, timeline and names. Sources in
    other languages are left out. `rulings` are an editor's."""
    found = work(analyses, topics, config)
    names = join_names(found.ordered, topics, config)
    voices = Speakers(found.sources, names, config.families)
    builder = Builder(found.sources, topics, config, voices, dict(found.copied))
    told = ruled(_tell(builder, found.clauses, found.groups, config.quotes.max_words), rulings, voices)
    made = [fact for each in told if (fact := builder.fact(each, _agreement(each, found.same))) is not None]
    differ = differences(told, found.likeness, names, found.sources)
    facts = linked(sorted(told_once(made), key=lambda f: (-f.weight, f.id)), differ)
    return Facts(facts, differ, timeline(found.ordered, facts, topics), names, found.copied)


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
