"""The evidence matrix of a topic: statements as rows, sources as columns; who reports it, and who differently."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Difference, Fact, Position, Quote, TopicContent
from ...text.escape import Inline, Link, inline, optional, own
from ..carriers import articles, told_in
from ..citations import Citation
from ..context import Context, PageContext
from ..wording import Words, shorten

_ROWS = 6
_COLUMNS = 12
_ROW_WORDS = 7
_MARKS = {"yes": "✓", "differs": "≠", "": "–"}


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A statement with a mark for each source."""

    text: Inline
    href: Link
    cells: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class MatrixView:
    """The matrix, a number for each source and a row for each statement. `finding` is what it shows, for its title;
    `part` says how much of the topic it holds, where that is not all."""

    finding: Inline
    part: Inline | None
    sources: tuple[Citation, ...]
    rows: tuple[MatrixRow, ...]


def matrix(briefing: TopicContent, page: PageContext, whole: TopicContent | None = None) -> MatrixView | None:
    """The matrix of the heaviest statements; None where fewer than two sources or statements could be compared.
    `whole` is all of a topic of which `briefing` is what stands on the page."""
    every = whole or briefing
    facts = _rows(briefing)
    sources = _columns(facts, page)
    if len(facts) < 2 or len(sources) < 2:
        return None
    cells = [[_cell(fact, source, page.all) for source in sources] for fact in facts]
    known = {c.source for c in every.coverage}.union(*(articles(f.quotes) for f in every.facts))
    most = max(sum(map(bool, row)) for row in cells)
    return MatrixView(
        finding=inline(page.words.say("matrix.finding", most, of=len(sources))),
        part=optional(_part(page.words, facts, len(every.facts), sources, len(known))),
        sources=tuple(page.numbers.cite(source) for source in sources),
        rows=tuple(
            MatrixRow(inline(_opening(f, page)), own(f"#{f.id}"), tuple(inline(_MARKS[cell]) for cell in row))
            for f, row in zip(facts, cells, strict=True)
        ),
    )


def _part(words: Words, facts: Sequence[Fact], every: int, sources: Sequence[str], known: int) -> str:
    """How much of the topic is shown, where that is not all: `12 of 40 statements and 12 of 200 sources shown`."""
    kinds = (("parts.statements", len(facts), every), ("parts.sources", len(sources), known))
    parts = [words.say(key, of, shown=shown) for key, shown, of in kinds if shown < of]
    return words.say("parts.shown", parts=words.listing(parts)) if parts else ""


def _opening(fact: Fact, page: PageContext) -> str:
    """How a statement begins, with an ellipsis where that is inside a sentence."""
    told = told_in(fact)
    sentence = page.all.sentence(told) if told else None
    inside = told is not None and sentence is not None and told.start > sentence.start
    return ("… " if inside else "") + shorten(fact.text, _ROW_WORDS)


def _rows(briefing: TopicContent) -> list[Fact]:
    """The statements of several sources, by weight, and where there is room those of one."""
    several = [fact for fact in briefing.facts if len(articles(fact.quotes)) > 1][:_ROWS]
    return several + [fact for fact in briefing.facts if fact not in several][: _ROWS - len(several)]


def _columns(facts: Sequence[Fact], page: PageContext) -> list[str]:
    """The sources that carry most of `facts`, by their numbers."""
    carried = Counter(source for fact in facts for source in articles(fact.quotes))
    order = sorted(carried, key=page.numbers.of)
    return sorted(sorted(order, key=lambda source: -carried[source])[:_COLUMNS], key=order.index)


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
