"""The bottom line: at most three statements that carry the most of a topic, undisputed and corroborated ones first.

A greedy choice by weight with a penalty for repeating what was chosen (maximal marginal relevance: Carbonell and
Goldstein, 1998). The last line is kept for what a source itself says is not known, where one does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import BottomLine, Fact
from ..text.words import content_stems

MOST = 3
_REPEATS = 0.6  # a statement that shares this much of the shorter one's content words says the same again
_PENALTY = 0.7
_UNKNOWN = re.compile(
    r"(?:\bnot|\bnever|n[’']t)\s+(?:yet\s+)?(?:really\s+)?(?:been\s+)?"
    r"(?:clear|known|know|decided|disclosed|announced|specified|made public)\b"
    r"|\b(?:unclear|unknown|unspecified|undisclosed|remains? to be seen|no (?:details|word|timetable|date)|yet to)\b",
    re.IGNORECASE,
)
_FILLER = re.compile(r"\b(?:we|us|our|you|your|I|my|let[’']s|remember)\b|[?…]|\.\.\.", re.IGNORECASE)
_DANGLING = re.compile(
    r"^(?:this|that|these|those|it|its|he|she|they|such|there|so|but|and|which|who|while)\b", re.IGNORECASE
)
_FEWEST_WORDS, _MOST_WORDS = 7, 45
_FRAGMENT = 0.6  # what a statement is worth that begins in the middle of its sentence


def bottom_line(facts: Sequence[Fact]) -> tuple[BottomLine, ...]:
    """At most three lines for the facts of one topic, each on one fact. Empty where no fact can stand alone."""
    able = [f for f in facts if f.text and _stands_alone(f.text)]
    pool = [f for f in able if f.kind in ("event", "background")] or able
    chosen: list[Fact] = []
    unknown = [f for f in facts if f.text and says_unknown(f.text)]
    room = MOST - bool(unknown)
    while pool and len(chosen) < room:
        best = max(pool, key=lambda f: (_worth(f, chosen), -facts.index(f)))
        pool.remove(best)
        if not any(_overlap(best.text, c.text) >= _REPEATS for c in chosen):
            chosen.append(best)
    rest = [f for f in unknown if f not in chosen]
    if rest and len(chosen) < MOST:
        chosen.append(max(rest, key=lambda f: (not _FILLER.search(f.text), f.weight, -facts.index(f))))
    return tuple(BottomLine(f.text, (f.id,)) for f in chosen)


def says_unknown(text: str) -> bool:
    """Whether a statement says that something is not known, not decided or not public."""
    return bool(_UNKNOWN.search(text))


def _stands_alone(text: str) -> bool:
    words = len(text.split())
    return _FEWEST_WORDS <= words <= _MOST_WORDS and not _FILLER.search(text) and not _DANGLING.match(text)


def _worth(fact: Fact, chosen: Sequence[Fact]) -> float:
    again = max((_overlap(fact.text, c.text) for c in chosen), default=0.0)
    disputed = 0.6 if fact.differences else 1.0
    whole = _FRAGMENT if fact.text[0].islower() else 1.0
    return fact.weight * disputed * whole * (1 - _PENALTY * again)


def _overlap(one: str, other: str) -> float:
    a, b = set(content_stems(one)), set(content_stems(other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
