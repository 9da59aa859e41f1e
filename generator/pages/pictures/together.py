"""Which names appear together: a half matrix of the most frequent names, each cell the number of shared sentences."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

from ...model import Name
from ..context import Context
from .draw import SMALL, WIDTH, Scheme, Shape, box, drawing, fit, label

MOST = 12
_LEFT = 148.0


@dataclass(frozen=True, slots=True)
class Together:
    """`shared[i, j]`, i < j, counts the sentences in which names i and j stand together."""

    names: tuple[Name, ...]
    shared: dict[tuple[int, int], int]


def together(context: Context) -> Together | None:
    """The names that share most sentences with others; None where fewer than three do."""
    known: dict[str, Name] = {}
    for name in context.brief.facts.names:
        for text in (name.name, name.abbreviation or "", *(a.text for a in name.aliases)):
            if text:
                known.setdefault(text, name)
    pairs: Counter[tuple[str, str]] = Counter()
    for analysis in context.brief.analyses:
        spoken: dict[int, set[str]] = {}
        for mention in analysis.names:
            if mention.text in known:
                spoken.setdefault(mention.sentence, set()).add(known[mention.text].id)
        for ids in spoken.values():
            pairs.update(combinations(sorted(ids), 2))
    weight: Counter[str] = Counter()
    for (one, other), number in pairs.items():
        weight[one] += number
        weight[other] += number
    chosen = sorted(weight, key=lambda id: (-weight[id], id))[:MOST]
    if len(chosen) < 3:
        return None
    by_id = {name.id: name for name in context.brief.facts.names}
    shared = {
        (i, j): pairs[min(a, b), max(a, b)]
        for (i, a), (j, b) in combinations(enumerate(chosen), 2)
        if pairs[min(a, b), max(a, b)]
    }
    return Together(tuple(by_id[id] for id in chosen), shared)


def draw(map: Together, scheme: Scheme) -> bytes:
    """The picture: a name a row, with numbers for columns; the number in a cell says what its tint only hints at."""
    size = len(map.names)
    step = (WIDTH - _LEFT - 2) / (size - 1)
    most = max(map.shared.values())
    elements: list[Shape] = [
        label(_LEFT + step * (i + 0.5), 12, str(i + 1), scheme.muted, anchor="middle") for i in range(size - 1)
    ]
    for j, name in enumerate(map.names):
        y = 20 + j * 20
        elements.append(label(0, y + 14, f"{j + 1}", scheme.muted))
        elements.append(label(18, y + 14, fit(name.name, _LEFT - 26), scheme.ink))
        for i in range(j):
            number = map.shared.get((i, j), 0)
            x = _LEFT + step * i
            elements.append(
                box(x + 1, y + 1, step - 2, 18, scheme.fill, 0.12 + 0.35 * number / most if number else 0.04)
            )
            if number:
                elements.append(label(x + step / 2, y + 14, str(number), scheme.ink, anchor="middle", size=SMALL - 1))
    return drawing(elements, 20 + size * 20 + 2)
