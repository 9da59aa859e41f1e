"""What a figure measures, as a source calls it: "homes flooded" of "33 homes were flooded"."""

from __future__ import annotations

import re

from ..lexicons import lexicons
from ..tokens import words
from .claims import Claim
from .quantity_words import meaning, quantity_words

_SCALE = frozenset({"hundred", "thousand", "lakh", "million", "crore", "billion", "trillion", "dozen"})
_NUMBER = re.compile(r"\d")
_NEAR = 5  # words from a figure to what happened to what it counts


def measured(claim: Claim) -> str:
    """The noun that is counted, with what happened to it where the words beside it give a participle; "" where only the
    figure stands there."""
    noun = _noun(claim)
    if not noun or claim.quantity.role.toll:
        return noun
    done = _done(claim)
    return f"{noun} {done}" if done else noun


def _noun(claim: Claim) -> str:
    """What stands behind the last word of the number."""
    placed = words(claim.words)
    last = max((i for i, word in enumerate(placed) if _is_number(word.text)), default=-1)
    return claim.words[placed[last + 1].start :] if 0 <= last < len(placed) - 1 else ""


def _is_number(word: str) -> bool:
    return bool(_NUMBER.search(word)) or word in _SCALE or lexicons().number_words.get(word, "").isdigit()


def _done(claim: Claim) -> str:
    """The participle that says what happened, as the source writes it; "" where it is told in another form."""
    text, known = claim.told.quote.text, quantity_words()
    behind = words(text[claim.quantity.end :])[:_NEAR]
    before = words(text[: claim.quantity.start])[-_NEAR:]
    deed = claim.quantity.role.deed
    for word in (*behind, *reversed(before)):
        if deed and meaning(word.text) == deed and (word.text.endswith("ed") or word.text in known.participles):
            return word.text
    return ""
