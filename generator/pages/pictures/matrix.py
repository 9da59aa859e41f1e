"""The evidence matrix of a topic: statements as rows, sources as columns; who reports it, and who differently."""

from __future__ import annotations

from dataclasses import dataclass

from ...model import Difference, Fact, Position, Quote, TopicContent
from ..carriers import articles
from ..context import Context
from ..wording import count
from .layout import NOTE

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
    sources_left_out: int = 0

    @property
    def height(self) -> int:
        return HEAD + ROW * len(self.facts) + FOOT + NOTE * bool(self.part)

    @property
    def part(self) -> str:
        """How much of the topic is shown, where that is not all: `12 of 40 statements and 12 of 200 sources`."""
        kinds = ((self.facts, self.left_out, "statement"), (self.sources, self.sources_left_out, "source"))
        return " and ".join(f"{len(of):,} of {count(len(of) + more, kind)}" for of, more, kind in kinds if more)


def matrix(briefing: TopicContent, context: Context) -> Matrix | None:
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
    known = {c.source for c in briefing.coverage}.union(*(articles(f.quotes) for f in briefing.facts))
    left_out = len(briefing.facts) - len(facts), len(known) - len(sources)
    return Matrix(tuple(facts), tuple(sources), cells, *left_out)


def _cell(fact: Fact, source: str, context: Context) -> str:
    """Whether `source` reports the fact, and whether otherwise than the source in whose words it is told."""
    if source not in articles(fact.quotes):
        return ""
    told = next((q for q in fact.quotes if q.shown and q.text == fact.text), fact.quotes[0])
    for difference in (context.differences[id] for id in fact.differences if id in context.differences):
        told_side = [p for p in difference.positions if _holds(p, told, fact, difference)]
        mine = [p for p in difference.positions if source in {q.source for q in p.quotes}]
        if told_side and mine and not any(p in told_side for p in mine):
            return "differs"
    return "yes"


def _holds(side: Position, told: Quote, fact: Fact, difference: Difference) -> bool:
    """Whether the words in which a fact is told take this side: of a status, the fact's own; of what else happened, a
    side with words of the same sentence. How a name is spelt is no other report."""
    if difference.kind == "status":
        return side.value == fact.status
    same = any((q.source, q.sentence) == (told.source, told.sentence) for q in side.quotes)
    return difference.kind != "name" and same


def letters(number: int) -> list[str]:
    """A, B, C … for the columns."""
    return [chr(ord("A") + i) for i in range(number)]
