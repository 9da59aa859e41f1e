"""What is most like a target that is not there any more."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..model import Target
from ..text.words import content_stems

_MOST = 3
_LEAST = 0.2  # Dice of the telling words from which on two texts are worth showing beside one another
_SHOWN = 120


def nearest(words: str, pool: Iterable[Target], language: str = "en") -> tuple[Target, ...]:
    """Up to three of `pool` whose words are most like `words`, the most similar first, each id once."""
    mine = frozenset(content_stems(words, language))
    scored: dict[str, tuple[float, Target]] = {}
    for other in pool:
        likeness = _dice(mine, frozenset(content_stems(other.words, language)))
        if likeness >= _LEAST and likeness > scored.get(other.id, (0.0, other))[0]:
            scored[other.id] = likeness, other
    best = sorted(scored.values(), key=lambda pair: (-pair[0], pair[1].id))
    return tuple(target for _, target in best[:_MOST])


def spelt_like(text: str, names: Iterable[Target]) -> tuple[Target, ...]:
    """Up to three of `names` whose letters are most like those of `text`."""
    mine = _pairs(text)
    scored = [(_dice(mine, _pairs(other.words)), other) for other in names]
    best = sorted((pair for pair in scored if pair[0] >= _LEAST), key=lambda pair: (-pair[0], pair[1]))
    return tuple(other for _, other in best[:_MOST])


def short(text: str) -> str:
    """The beginning of `text`, for a message."""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _pairs(text: str) -> frozenset[str]:
    letters = re.sub(r"\W", "", text.casefold())
    return frozenset(letters[i : i + 2] for i in range(len(letters) - 1))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other) or 1)
