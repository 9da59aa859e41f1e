"""Words with their places, in the plainest sense: enough to look for the words of a list, and quick."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"\d+(?:[.,]\d+)*(?!\w)|[^\W_]+(?:[-'’&.][^\W_]+)*")


class PlacedWord(NamedTuple):
    """A word of a text, in lower case, and where it stands."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[PlacedWord, ...]:
    """The words of `text` in order."""
    new = tuple.__new__  # without Word's own constructor, which costs as much as the search
    return tuple([new(PlacedWord, (m[0].lower(), *m.span())) for m in _WORD.finditer(text)])


@lru_cache(maxsize=256)
def plain(text: str) -> tuple[str, ...]:
    """The texts of the words of `text` alone, at a fraction of the cost."""
    return tuple([word.lower() for word in _WORD.findall(text)])
