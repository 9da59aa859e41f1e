"""Shortening a quote without changing it: a contiguous span that ends, or begins, where a clause does."""

from __future__ import annotations

import re

_WORD = re.compile(r"\S+")
_CLAUSE_END = re.compile(
    r"[;:—–]\s|,\s(?=(?:and|but|or|which|who|while|as|with|after|before|including|where|when|that)\b)|,\s"
)
_SHORTEST = 0.5  # a cut that leaves less than this share of what is allowed goes at a word instead


def cut(text: str, max_words: int) -> tuple[int, int]:
    """The (start, end) of the longest opening of `text` that has at most `max_words` words and ends at a clause; at a
    word where no clause ends in the second half of what is allowed. The whole of `text` where it is short enough."""
    words = list(_WORD.finditer(text))
    if len(words) <= max_words:
        return 0, len(text)
    limit = words[max_words - 1].end()
    least = words[max(1, int(max_words * _SHORTEST)) - 1].end()
    ends = [found.start() for found in _CLAUSE_END.finditer(text, 0, limit + 1) if least <= found.start() <= limit]
    return 0, (ends[-1] if ends else limit)
