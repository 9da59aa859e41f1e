"""The evidence matrix of a topic: statements as rows, sources as columns; who reports it, and who differently."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Briefing, Fact
from ..context import Context
from ..statements import articles

ROWS = 12
COLUMNS = 12
HEAD, ROW, FOOT = 40, 36, 4


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells` holds for each fact, in order, one of "yes", "differs" and "" for each source of `sources`."""

    facts: tuple[Fact, ...]
    sources: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    left_out: int

    @property
    def height(self) -> int:
        return HEAD + ROW * len(self.facts) + FOOT


def matrix(briefing: Briefing, context: Context) -> Matrix | None:
    """The matrix of the heaviest statements; None where fewer than two sources or statements could be compared."""
    facts = [f for f in briefing.facts if len(articles(f.quotes)) > 1][:ROWS]
    facts += [f for f in briefing.facts if f not in facts][: ROWS - len(facts)]
    carried = [s for f in facts for s in articles(f.quotes)]
    order = [a.article.id for a in context.brief.analyses if a.article.id in carried]
    sources = sorted(order, key=lambda s: (-carried.count(s), order.index(s)))[:COLUMNS]
    if len(facts) < 2 or len(sources) < 2:
        return None
    sources.sort(key=order.index)
    cells = tuple(tuple(_cell(fact, source, context) for source in sources) for fact in facts)
    return Matrix(tuple(facts), tuple(sources), cells, len(briefing.facts) - len(facts))


def _cell(fact: Fact, source: str, context: Context) -> str:
    """Whether `source` reports the fact, and whether otherwise than the source in whose words it is told."""
    if source not in articles(fact.quotes):
        return ""
    told = next((q.source for q in fact.quotes if q.shown and q.text == fact.text), fact.quotes[0].source)
    for id in fact.differences:
        sides = (
            [{q.source for q in p.quotes} for p in context.differences[id].positions]
            if id in context.differences
            else []
        )
        mine = [i for i, side in enumerate(sides) if source in side]
        theirs = [i for i, side in enumerate(sides) if told in side]
        if mine and theirs and not set(mine) & set(theirs):
            return "differs"
    return "yes"


def letters(number: int) -> list[str]:
    """A, B, C … for the columns."""
    return [chr(ord("A") + i) for i in range(number)]
