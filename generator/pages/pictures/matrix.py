"""The evidence matrix of a topic: statements as rows, sources as columns; who reports it, and who differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Difference, Fact, Position, Quote, TopicContent
from ..carriers import articles, told_in
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
    facts = _rows(briefing)
    sources = _columns(facts, context)
    if len(facts) < 2 or len(sources) < 2:
        return None
    cells = tuple(tuple(_cell(fact, source, context) for source in sources) for fact in facts)
    known = {c.source for c in briefing.coverage}.union(*(articles(f.quotes) for f in briefing.facts))
    left_out = len(briefing.facts) - len(facts), len(known) - len(sources)
    return Matrix(tuple(facts), tuple(sources), cells, *left_out)


def _rows(briefing: TopicContent) -> list[Fact]:
    """The statements of several sources, by weight, and where there is room those of one."""
    several = [fact for fact in briefing.facts if len(articles(fact.quotes)) > 1][:ROWS]
    return several + [fact for fact in briefing.facts if fact not in several][: ROWS - len(several)]


def _columns(facts: Sequence[Fact], context: Context) -> list[str]:
    """The sources that carry most of `facts`, in their order."""
    carried = Counter(source for fact in facts for source in articles(fact.quotes))
    order = [analysis.article.id for analysis in context.brief.analyses if analysis.article.id in carried]
    return sorted(sorted(order, key=lambda source: -carried[source])[:COLUMNS], key=order.index)


def _cell(fact: Fact, source: str, context: Context) -> str:
    """Whether `source` reports the fact, and whether otherwise than the source in whose words it is told."""
    if source not in articles(fact.quotes):
        return ""
    known = (context.differences[id] for id in fact.differences if id in context.differences)
    return "differs" if any(_stands_against(source, fact, difference) for difference in known) else "yes"


def _stands_against(source: str, fact: Fact, difference: Difference) -> bool:
    """Whether a source takes other sides of a difference than the words in which a fact is told, and only others."""
    told = told_in(fact) or fact.quotes[0]
    sides = [position for position in difference.positions if _holds(position, told, fact, difference)]
    mine = [position for position in difference.positions if source in articles(position.quotes)]
    return bool(sides and mine) and not any(position in sides for position in mine)


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
