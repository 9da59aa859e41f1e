"""The evidence matrix of a topic: statements as rows, sources as columns; who reports it, and who differently."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ...model import Briefing, Fact
from ..context import Context
from ..statements import articles
from .draw import SMALL, WIDTH, Scheme, Shape, diamond, dot, drawing, fit, label, rule

ROWS = 12
COLUMNS = 12
_ROW = 36
_HEAD = 40
_LEFT = 14


@dataclass(frozen=True, slots=True)
class Matrix:
    """`cells` holds for each fact, in order, one of "yes", "differs" and "" for each source of `sources`."""

    facts: tuple[Fact, ...]
    sources: tuple[str, ...]
    cells: tuple[tuple[str, ...], ...]
    left_out: int


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


def draw(matrix: Matrix, scheme: Scheme) -> bytes:
    """The picture. Each row is a line of words with its marks below."""
    step = min(46.0, (WIDTH - 2 * _LEFT) / len(matrix.sources))
    xs = [_LEFT + step * (i + 0.5) for i in range(len(matrix.sources))]
    elements: list[Shape] = list(_key(scheme))
    elements += [
        label(x, _HEAD - 6, letter, scheme.ink, anchor="middle", bold=True)
        for x, letter in zip(xs, letters(len(xs)), strict=True)
    ]
    for number, (fact, cells) in enumerate(zip(matrix.facts, matrix.cells, strict=True), 1):
        top = _HEAD + (number - 1) * _ROW
        elements.append(rule(0, top, WIDTH, top, scheme.line))
        elements.append(label(0, top + 14, f"{number}  {fit(fact.text, WIDTH - 22)}", scheme.ink))
        elements += _marks(xs, cells, top + 26, scheme)
    return drawing(elements, _HEAD + len(matrix.facts) * _ROW + 4)


def _marks(xs: Sequence[float], cells: Sequence[str], y: float, scheme: Scheme) -> list[Shape]:
    made: list[Shape] = []
    for x, cell in zip(xs, cells, strict=True):
        if cell == "yes":
            made.append(dot(x, y, 5, scheme.fill))
        elif cell == "differs":
            made.append(diamond(x, y, 5.5, scheme.other, scheme.paper))
        else:
            made.append(rule(x - 4, y, x + 4, y, scheme.line, 1.5))
    return made


def _key(scheme: Scheme) -> list[Shape]:
    return [
        dot(6, 9, 5, scheme.fill), label(16, 13, "reports it", scheme.muted, size=SMALL),
        diamond(90, 9, 5.5, scheme.other, scheme.paper),
        label(101, 13, "reports it differently", scheme.muted, size=SMALL),
        rule(240, 9, 248, 9, scheme.line, 1.5), label(253, 13, "says nothing", scheme.muted, size=SMALL),
    ]  # fmt: skip
