"""Which kinds of instrument a text names: an agreement and a memorandum are never one thing (promise 4)."""

from __future__ import annotations

import re
from functools import cache

from .word_lists import word_lists

_WORD = re.compile(r"[^\W_]+")


@cache
def kinds() -> dict[str, str]:
    """Nouns of instruments and undertakings, in lower case, with the kind of each: no two kinds can be one thing."""
    return {word: kind for kind, words in word_lists("statements")["instruments"].items() for word in words.split()}


def instruments(text: str) -> frozenset[str]:
    """The kinds of instrument ("agreement", "memorandum", ...) that `text` names; empty where it names none."""
    known = kinds()
    return frozenset(known[word] for word in _WORD.findall(text.lower()) if word in known)


def of_one_kind(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two texts that name these kinds may speak of one instrument: they share a kind, or one names none."""
    return not one or not other or bool(one & other)
