"""Chooses the sentences that say what a text says about a subject.

Greedy coverage: each sentence is worth the weight of the subject's words that it adds to those already said, for its
length (after the submodular view of H. Lin and J. Bilmes, "A class of submodular functions for document
summarization", 2011).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from .words import content_stems, count_words

_QUOTED = re.compile(r"\u201c[^\u201d]{0,2000}\u201d|\"[^\"]{0,2000}\"")
_ADDRESSES_READER = re.compile(r"\b(?:we|you|your|yours|our|ours|us|I|I'm|I've|let's)\b", re.IGNORECASE)
_US = re.compile(r"\bUS\b")
_TEASER = re.compile(
    r"^\W*(?:read|click|tap|watch|listen|see also|also read|subscribe|follow|sign up|log in|share|download|join|"
    r"here\b|stay tuned|photo|image|file photo|advertisement|related|more on|find out|learn more|check out|scroll)\b",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"(?:[?\uff1f\u2026]|\.\.\.)[\"'\u201d\u2019)]*$")
_UNRESOLVED = re.compile(
    r"^[\"'\u201c\u2018(]*(?:this|that|these|those|it|its|it's|he|she|they|his|her|their|such|both|here|there|"
    r"the former|the latter|the same|another|one of (?:them|these|those))\b",
    re.IGNORECASE,
)
_CONNECTIVE = re.compile(
    r"^[\"'\u201c\u2018(]*(?:but|and|or|so|yet|however|moreover|also|meanwhile|besides|further|furthermore|then|thus|"
    r"therefore|instead|still|in addition|for example|for instance|on the other hand)\b",
    re.IGNORECASE,
)
_SAME = 0.6
_ENOUGH = 0.25
_FEWEST = 2


def choose(
    sentences: Sequence[str], focus: Mapping[str, float], most: int = 4, language: str = "en"
) -> tuple[int, ...]:
    """Positions, in text order, of the 2 to `most` sentences that say most about `focus` (stem to weight); fewer only
    where there are fewer sentences.

    A sentence that stands by itself goes before one that opens with "This" or "It", that before one without a word of
    the focus, and all before questions, teasers and talk to the reader. What is nearly said already is left out.
    """
    bags = [frozenset(content_stems(sentence, language)) for sentence in sentences]
    ranks = [_rank(s, bag, focus) for s, bag in zip(sentences, bags, strict=True)]
    lengths = [_length_factor(sentence) for sentence in sentences]
    order = {i: sorted(bag & focus.keys()) for i, bag in enumerate(bags)}
    chosen: list[int] = []
    said: Counter[str] = Counter()
    left = list(range(len(sentences)))
    first = 0.0
    while left and len(chosen) < most:
        gains = {i: lengths[i] * sum(focus[stem] / (1 + said[stem]) for stem in order[i]) for i in left}
        best = min(left, key=lambda i: (ranks[i], -gains[i], i))
        if len(chosen) >= _FEWEST and (ranks[best] > 0 or gains[best] < _ENOUGH * first):
            break
        first = first or gains[best]
        chosen.append(best)
        said.update(bags[best])
        rest = [i for i in left if i != best]
        fresh = [i for i in rest if not _near(bags[i], bags[best])]
        left = fresh if len(fresh) + len(chosen) >= _FEWEST else rest
    return tuple(sorted(chosen))


def _rank(sentence: str, bag: frozenset[str], focus: Mapping[str, float]) -> int:
    """0 for a sentence that stands by itself and speaks of the focus, up to 3 for one that is not worth quoting."""
    outside = _US.sub("", _QUOTED.sub("", sentence))
    if _QUESTION.search(sentence) or _TEASER.search(sentence) or _ADDRESSES_READER.search(outside):
        return 3
    if not any(stem in focus for stem in bag):
        return 2
    return 1 if _UNRESOLVED.search(sentence) else 0


def _length_factor(sentence: str) -> float:
    """What a sentence's length and opening do to its worth: very short ones say little, long ones say much that is
    beside the point."""
    words = max(1, count_words(sentence))
    factor = 0.5 if words < 6 else (20 / words) ** 0.7 if words > 20 else 1.0
    return factor * (0.7 if _CONNECTIVE.search(sentence) else 1.0)


def _near(a: frozenset[str], b: frozenset[str]) -> bool:
    return bool(a and b) and len(a & b) / min(len(a), len(b)) >= _SAME
