"""The bottom line: at most three statements that an editor would put first.

A greedy choice by worth with a penalty for repeating what was chosen (maximal marginal relevance: Carbonell and
Goldstein, 1998).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import BottomLine, Difference, Fact
from .doubt import Doubts
from .line_worth import Shared, features, shared
from .on_topic import TopicWords
from .self_contained import says_unknown, stands_alone

MOST = 3
_REPEATS = 0.33  # a statement that shares this much of the shorter one's words, by weight, says the same again
_AGAIN = 5.0  # what is lost by a statement that repeats another word for word, and in part by one that does in part
_LEAST = 0.0  # a statement that is worth less is no line
_WEIGHTS: Mapping[str, float] = {  # the first seven learned by scripts/fit_bottom_line.py and rounded
    "carried": 0.4,
    "early": 2.5,
    "central": 22.0,
    "leads": 2.0,
    "figure": 0.7,
    "topical": 0.4,
    "elsewhere": -1.0,
    "ahead": -1.0,
    "past": -1.0,
    "history": -9.0,
    "unknown": 0.5,
    "fragment": -0.6,
    "speech": -0.3,
    "background": -0.3,
    "explanation": -1.5,
}


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A fact that may be a line, with its words' stems by how rare each is, the sum of that, and what it is worth
    before any is chosen."""

    fact: Fact
    words: Mapping[str, float]
    weight: float
    worth: float


def bottom_line(
    facts: Sequence[Fact],
    differences: Sequence[Difference] = (),
    topic: TopicWords | None = None,
    pinned: Sequence[str] = (),
) -> tuple[BottomLine, ...]:
    """At most three lines for the facts of one `topic`, each on one fact, what is unknown last. Empty where no fact can
    stand alone and is worth it. `differences` are those of the corpus; the facts that are `pinned` come first."""
    first = [BottomLine(fact.text, (fact.id,)) for id in pinned for fact in facts if fact.id == id and fact.text]
    others = [fact for fact in facts if fact.id not in pinned]
    return (*first, *_chosen(others, differences, topic))[:MOST]


def _chosen(
    facts: Sequence[Fact], differences: Sequence[Difference], topic: TopicWords | None
) -> tuple[BottomLine, ...]:
    chosen = _greedy(_candidates(facts, differences, topic))
    chosen.sort(key=lambda one: says_unknown(one.fact.text))
    return tuple(BottomLine(one.fact.text, (one.fact.id,)) for one in chosen)


def _greedy(candidates: Sequence[_Candidate]) -> list[_Candidate]:
    """The best, then the best of those that do not repeat it. What repeats a chosen one goes at once with all others
    that do, for it would never be chosen."""
    pool = [one for one in candidates if one.worth > _LEAST]
    said = [0.0] * len(pool)  # the largest share of the words of each that it has in common with a chosen one
    chosen: list[_Candidate] = []
    while pool and len(chosen) < MOST:
        place = max(range(len(pool)), key=lambda at: pool[at].worth - _AGAIN * said[at])
        best = pool[place]
        chosen.append(best)
        shares = [max(so_far, _overlap(one, best)) for one, so_far in zip(pool, said, strict=True)]
        fresh = [at for at, share in enumerate(shares) if share < _REPEATS and at != place]
        pool, said = [pool[at] for at in fresh], [shares[at] for at in fresh]
    return chosen


def able(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that can be told alone, and are no opinion where there are others."""
    alone = [fact for fact in facts if fact.text and stands_alone(fact.text)]
    return [fact for fact in alone if fact.kind != "opinion"] or alone


def _candidates(facts: Sequence[Fact], differences: Sequence[Difference], topic: TopicWords | None) -> list[_Candidate]:
    common, doubts = shared(facts, topic), Doubts(differences)
    made = []
    for fact in able(facts):
        parts, words = _parts(fact, common, doubts, topic), common.words(fact)
        made.append(_Candidate(fact, words, sum(words.values()), sum(parts.values())))
    return made


def worth(
    facts: Sequence[Fact], differences: Sequence[Difference], topic: TopicWords | None
) -> dict[str, dict[str, float]]:
    """What speaks for each fact of a `topic` that can stand alone, and against it, by its id and by name: parts of what
    it is worth as a line of the bottom line."""
    common, doubts = shared(facts, topic), Doubts(differences)
    return {fact.id: _parts(fact, common, doubts, topic) for fact in able(facts)}


def _parts(fact: Fact, common: Shared, doubts: Doubts, topic: TopicWords | None) -> dict[str, float]:
    found = {name: _WEIGHTS[name] * value for name, value in features(fact, common, topic).items()}
    return {**found, "doubt": -doubts.of(fact)}


def _overlap(one: _Candidate, other: _Candidate) -> float:
    """The share of the lighter statement's words that two have in common."""
    lighter = min(one.weight, other.weight)
    return sum([weight for stem, weight in one.words.items() if stem in other.words]) / lighter if lighter else 0.0
