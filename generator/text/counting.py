"""Words as limits count them: what stands between spaces. Scripts that write none have the same limits in letters, two
of Chinese or Japanese and four of the others for a word, whether or not their words can be told."""

from __future__ import annotations

import re

from .segmenter import HAN, HIRAGANA, KATAKANA, SOUTH_EAST, UNSPACED

_RUN = re.compile(r"\S+")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_UNIT = re.compile(
    rf"[{HAN}{HIRAGANA}{KATAKANA}]{{1,2}}[^\s{UNSPACED}\w]*|[{SOUTH_EAST}]{{1,4}}[^\s{UNSPACED}\w]*|[^\s{UNSPACED}]+"
)


def word_places(text: str) -> list[tuple[int, int]]:
    """The (start, end) of each word of `text`, marks included, in order."""
    pattern = _UNIT if _UNSPACED.search(text) else _RUN
    return [found.span() for found in pattern.finditer(text)]


def words_in(text: str) -> int:
    """How many words `text` has."""
    return len(word_places(text)) if _UNSPACED.search(text) else len(text.split())
