"""Which kinds of instrument a text names: an agreement and a memorandum are never one thing (promise 4)."""

from __future__ import annotations

import re
from functools import cache

from .data import word_lists

_WORD = re.compile(r"[^\W_]+")


@cache
def _kinds() -> dict[str, str]:
    return {word: kind for kind, words in word_lists("statements")["instruments"].items() for word in words.split()}


def instruments(text: str) -> frozenset[str]:
    """The kinds of instrument ("agreement", "memorandum", ...) that `text` names; empty where it names none."""
    kinds = _kinds()
    return frozenset(kinds[word] for word in _WORD.findall(text.lower()) if word in kinds)


def of_one_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts that name these kinds may speak of one instrument: they share a kind, or one names none."""
    return not one or not other or bool(one & other)
