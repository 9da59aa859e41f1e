"""Chooses the sentences that say what a text says about a subject."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .words import content_stems

_FILLER = re.compile(
    r"\?[\"'\u201d\u2019]?$|^(?:read|click|watch|see|also|subscribe|follow|sign|here(?:'|\u2019)?s?)\b|\b(?:we|you|your|our|i)\b",
    re.IGNORECASE,
)
_DANGLING = re.compile(
    r"^[\"'\u201c\u2018]?(?:this|that|these|those|it|he|she|they|his|her|its|their|but|and|or|however|moreover|also|meanwhile)\b",
    re.IGNORECASE,
)
_SAME = 0.6


def choose(sentences: Sequence[str], focus: Mapping[str, float], most: int = 4) -> tuple[int, ...]:
    """Positions, in text order, of the 2 to `most` sentences that say most about `focus` (stem to weight); fewer only
    where there are fewer sentences. A sentence is worth the focus it adds to those chosen before it.
    """
    stems = [frozenset(content_stems(s)) for s in sentences]
    worth = [_worth(s, bag) for s, bag in zip(sentences, stems, strict=True)]
    chosen: list[int] = []
    covered: dict[str, int] = {}
    best_first = 0.0
    while len(chosen) < min(most, len(sentences)):
        gains = [
            -1.0
            if i in chosen or any(_near(stems[i], stems[j]) for j in chosen)
            else worth[i] * sum(focus.get(s, 0.0) / (1 + covered.get(s, 0)) for s in sorted(stems[i]))
            for i in range(len(sentences))
        ]
        best = max(range(len(gains)), key=lambda i: (gains[i], -i), default=-1)
        if best < 0 or gains[best] < 0 or (len(chosen) >= 2 and gains[best] < best_first * 0.4):
            break
        best_first = best_first or gains[best]
        chosen.append(best)
        for s in stems[best]:
            covered[s] = covered.get(s, 0) + 1
    return tuple(sorted(chosen))


def _worth(sentence: str, stems: frozenset[str]) -> float:
    value = 1.0
    if _FILLER.search(sentence):
        value *= 0.3
    if _DANGLING.search(sentence):
        value *= 0.5
    size = len(sentence.split())
    return value * (0.5 if size < 6 else 1.0 if size <= 40 else 40 / size)


def _near(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= _SAME
