"""Chooses the sentences that say what a text says about a subject.

Greedy coverage: each sentence is worth the weight of the subject's words that it adds to those already said, for its
length (after the submodular view of H. Lin and J. Bilmes, "A class of submodular functions for document
summarization", 2011).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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
    every = [_candidate(i, sentence, focus, language) for i, sentence in enumerate(sentences)]
    chosen: list[_Candidate] = []
    said: Counter[str] = Counter()
    left = every
    least = 0.0
    while left and len(chosen) < most:
        best = min(left, key=lambda one: (one.rank, -one.gain(focus, said), one.position))
        gain = best.gain(focus, said)
        if len(chosen) >= _FEWEST and (best.rank > 0 or gain < least):
            break
        least = least or _ENOUGH * gain
        chosen.append(best)
        said.update(best.bag)
        left = _fresh(left, best, _FEWEST - len(chosen))
    return tuple(sorted(one.position for one in chosen))


def scores(sentences: Sequence[str], focus: Mapping[str, float], language: str = "en") -> tuple[tuple[int, float], ...]:
    """For each sentence its rank, 0 for one that stands by itself to 3 for one that is not worth quoting, and what it
    is worth before any other is chosen."""
    every = (_candidate(i, sentence, focus, language) for i, sentence in enumerate(sentences))
    return tuple((one.rank, one.gain(focus, {})) for one in every)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A sentence that may be chosen: its stems, those of the focus in order, its rank and what its length is worth."""

    position: int
    bag: frozenset[str]
    stems: tuple[str, ...]
    rank: int
    factor: float

    def gain(self, focus: Mapping[str, float], said: Mapping[str, int]) -> float:
        """The weight that it adds to what is `said` how often already."""
        return self.factor * sum(focus[stem] / (1 + said.get(stem, 0)) for stem in self.stems)


def _candidate(position: int, sentence: str, focus: Mapping[str, float], language: str) -> _Candidate:
    bag = frozenset(content_stems(sentence, language))
    stems = tuple(sorted(bag & focus.keys()))
    return _Candidate(position, bag, stems, _rank(sentence, bag, focus), _length_factor(sentence))


def _fresh(left: list[_Candidate], taken: _Candidate, needed: int) -> list[_Candidate]:
    """Those of `left` that do not nearly say what was taken; all others, where too few would stay."""
    others = [one for one in left if one is not taken]
    fresh = [one for one in others if not _near(one.bag, taken.bag)]
    return fresh if len(fresh) >= needed else others


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
