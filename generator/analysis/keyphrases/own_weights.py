"""How telling a word is by our own measure, for who does without YAKE."""

from __future__ import annotations

import math
from statistics import median

from ...text.word_counts import TextCounts, WordCounts


def weights(text: TextCounts) -> dict[str, float]:
    """How telling each counted word is: up to twice as much for being written as a name or an acronym, and the more,
    the earlier the sentences stand that hold it."""
    return {key: _weight(word) for key, word in text.words.items()}


def _weight(word: WordCounts) -> float:
    named = max(word.acronyms, word.names) / word.count
    return (1 + named) / math.sqrt(math.log(3 + median(word.sentences)))
