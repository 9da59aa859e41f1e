"""The bottom line: at most three statements that carry the most of a topic, undisputed and corroborated ones first.

A greedy choice by weight with a penalty for repeating what was chosen (maximal marginal relevance: Carbonell and
Goldstein, 1998). The last line is kept for what a source itself says is not known, where one does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import STATUSES, BottomLine, Difference, Fact
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
    r"^(?:also|amid|and|besides|but|he|however|in this|it|its|meanwhile|moreover|she|so|such|talking|that|there|these"
    r"|they|this|those|which|while|who)\b",
    re.IGNORECASE,
)
_EXPLAINS = re.compile(r"^(?:the |an? )?(?:[\w’'-]+ ){1,4}(?:is|are|was|were) (?:the|an?)\b", re.IGNORECASE)
_FEWEST_WORDS, _MOST_WORDS = 7, 45
_DISPUTED, _NAMED_DIFFERENTLY, _BOLDEST = 0.85, 0.95, 0.4
_BOLD_WORDS = {
    "signed": re.compile(r"\bsign(?:s|ed|ing|ature)\b", re.IGNORECASE),
    "ratified": re.compile(r"\bratif(?:y|ies|ied|ying|ication)\b", re.IGNORECASE),
    "in force": re.compile(r"\bin(?:to)? force\b", re.IGNORECASE),
}
_DEVELOPMENT, _BACKGROUND, _EXPLANATION = 1.25, 0.8, 0.6  # what a thing is, a reader of the topic knows
_FRAGMENT = 0.6  # what a statement is worth that begins in the middle of its sentence


def bottom_line(facts: Sequence[Fact], differences: Sequence[Difference] = ()) -> tuple[BottomLine, ...]:
    """At most three lines for the facts of one topic, each on one fact. Empty where no fact can stand alone.
    `differences` are those of the corpus: a disputed statement comes after the others, one that takes the boldest
    side of its dispute last."""
    able = [f for f in facts if f.text and stands_alone(f.text)]
    pool = [f for f in able if f.kind in ("event", "background")] or able
    place = {f.id: number for number, f in enumerate(facts)}
    doubt = {f.id: _doubt(f, differences) for f in facts}
    chosen: list[Fact] = []
    unknown = [f for f in facts if f.text and says_unknown(f.text)]
    room = MOST - bool(unknown)
    while pool and len(chosen) < room:
        best = max(pool, key=lambda f: (_worth(f, chosen) * doubt[f.id], -place[f.id]))
        pool.remove(best)
        if not any(_overlap(best.text, c.text) >= _REPEATS for c in chosen):
            chosen.append(best)
    rest = [f for f in unknown if f not in chosen]
    if rest and len(chosen) < MOST:
        chosen.append(max(rest, key=lambda f: (not _FILLER.search(f.text), f.weight, -place[f.id])))
    return tuple(BottomLine(f.text, (f.id,)) for f in chosen)


def says_unknown(text: str) -> bool:
    """Whether a statement says that something is not known, not decided or not public."""
    return bool(_UNKNOWN.search(text))


def stands_alone(text: str) -> bool:
    """Whether a reader who sees nothing but `text` gets a statement: no teaser, no "we", no loose end."""
    words = len(text.split())
    whole = text.count("“") == text.count("”") and not text.endswith((",", ":", ";", "—", "–"))
    return _FEWEST_WORDS <= words <= _MOST_WORDS and whole and not _FILLER.search(text) and not _DANGLING.match(text)


def _worth(fact: Fact, chosen: Sequence[Fact]) -> float:
    again = max((_overlap(fact.text, c.text) for c in chosen), default=0.0)
    value = fact.weight * (_FRAGMENT if fact.text[0].islower() else 1.0)
    value *= _BACKGROUND if fact.kind == "background" and not fact.status else 1.0
    value *= _EXPLANATION if _EXPLAINS.match(fact.text) else 1.0
    return value * (1 - _PENALTY * again)


def _doubt(fact: Fact, differences: Sequence[Difference]) -> float:
    """What a statement keeps of its weight: more than all for a development that nobody disputes, least where it takes
    the boldest side of a dispute on how far a thing had got, if only by its words."""
    status = [d for d in differences if d.kind == "status"]
    if any(_takes_boldest(fact, d) for d in status):
        return _BOLDEST
    mine = {d.kind for d in differences if d.id in fact.differences}
    kept = _DISPUTED if mine & {"status", "figure", "date"} else _NAMED_DIFFERENTLY if mine else 1.0
    return kept * (_DEVELOPMENT if fact.status and "status" not in mine else 1.0)


def _takes_boldest(fact: Fact, difference: Difference) -> bool:
    known = [STATUSES.index(p.value) for p in difference.positions if p.value in STATUSES]
    boldest = STATUSES[max(known)] if known else ""
    if difference.id in fact.differences and fact.status == boldest:
        return True
    words = _BOLD_WORDS.get(boldest)
    return bool(words and words.search(fact.text)) and fact.status != "approved for signing"


def _overlap(one: str, other: str) -> float:
    a, b = set(content_stems(one)), set(content_stems(other))
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
