"""Shortening a quote without changing it: a contiguous span that ends, or begins, where a clause does."""

from __future__ import annotations

import re

from .counting import word_places, words_in

_CLAUSE_END = re.compile(
    r"[;:—–]\s|,\s(?=(?:and|but|or|which|who|while|as|with|after|before|including|where|when|that)\b)|,\s"
    r"|[\uff0c\uff1b\uff1a\u3001]"
)
_PHRASE_END = re.compile(
    r"\s(?=(?:about|after|against|at|before|between|by|during|following|for|from|in|into|of|on|over|through|to|under|with)\b)"
)
_SHORTEST = 0.5  # the share of what is allowed that a clause must fill to be worth a cut at its end


def truncate(text: str, max_words: int) -> tuple[int, int]:
    """The (start, end) of the longest opening of `text` that has at most `max_words` words and ends at a clause; at a
    phrase, then at a word, where no clause ends in the second half of what is allowed. All of `text` where it is
    short enough."""
    if words_in(text) <= max_words:
        return 0, len(text)
    words = word_places(text)
    limit = words[max_words - 1][1]
    least = words[max(1, int(max_words * _SHORTEST)) - 1][1]
    for boundary in (_CLAUSE_END, _PHRASE_END):
        ends = [found.start() for found in boundary.finditer(text, 0, limit + 1) if least <= found.start() <= limit]
        if ends:
            return 0, ends[-1]
    return 0, limit
