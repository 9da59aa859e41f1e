"""The bottom line: at most three statements that an editor would put first.

A greedy choice by worth with a penalty for repeating what was chosen (maximal marginal relevance: Carbonell and
Goldstein, 1998). The weights are a logistic regression on stories answered by hand (`scripts/rank_lines.py`), rounded.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..model import BottomLine, Difference, Fact
from ..text.words import content_stems
from .doubt import doubt
from .earlier import is_past
from .on_topic import TopicWords
from .self_contained import opens_in_speech, says_unknown, stands_alone

MOST = 3
_REPEATS = 0.33  # a statement that shares this much of the shorter one's words, by weight, says the same again
_AGAIN = 5.0  # what is lost by a statement that repeats another word for word, and in part by one that does in part
_CARRIED, _EARLY, _TOPICAL, _CENTRAL, _FIGURE = 0.4, 2.5, 0.4, 22.0, 0.7
_FRAGMENT, _SPEECH, _BACKGROUND, _EXPLANATION, _ELSEWHERE = 0.6, 0.3, 0.3, 1.5, 1.0  # what each of these loses
_UNKNOWN = 0.5  # what a statement gains that says what is not known
_LEADS = 2.0  # what a statement gains all of whose words stand in every title or first sentence
_PAST = 1.0  # what a statement loses that is of earlier years
_FEW = 10  # statements; among fewer, a word that two share is no sign of what is central
_AHEAD = 1.0  # what a statement loses that looks ahead and is not of the latest day
_LOOKS_AHEAD = re.compile(r"\b(?:is|are|was|were) (?:expected|preparing|poised|set) to\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?!(?:1[5-9]|20)\d\d\b)\d")  # that is no year
_EXPLAINS = re.compile(r"^(?:the |an? )?(?:[\w’'-]+ ){1,4}(?:is|are|was|were) (?:the|an?|about|located)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A fact that may be a line, with its words' stems by how rare each is, and what it is worth before any is
    chosen."""

    fact: Fact
    words: Mapping[str, float]
    worth: float


def bottom_line(
    facts: Sequence[Fact], differences: Sequence[Difference] = (), topic: TopicWords | None = None
) -> tuple[BottomLine, ...]:
    """At most three lines for the facts of one `topic`, each on one fact, what is unknown last. Empty where no fact can
    stand alone. `differences` are those of the corpus."""
    pool = _candidates(facts, differences, topic)
    chosen: list[_Candidate] = []
    while pool and len(chosen) < MOST:
        best = max(pool, key=lambda one: one.worth - _AGAIN * _repeats(one, chosen))
        pool.remove(best)
        if _repeats(best, chosen) < _REPEATS:
            chosen.append(best)
    chosen.sort(key=lambda one: says_unknown(one.fact.text))
    return tuple(BottomLine(one.fact.text, (one.fact.id,)) for one in chosen)


def _candidates(facts: Sequence[Fact], differences: Sequence[Difference], topic: TopicWords | None) -> list[_Candidate]:
    shared = _shared(facts, topic)
    made = []
    for fact in _able(facts):
        words = {stem: shared.rarity[stem] for stem in _stems(fact)}
        worth = _worth(fact) + (_on_topic(fact, topic) if topic else 0.0) - doubt(fact, differences)
        worth += _CENTRAL * _mean(shared.others, words) + _LEADS * _mean(shared.leads, words)
        made.append(_Candidate(fact, words, worth))
    return made


@dataclass(frozen=True, slots=True)
class _Shared:
    """How rare each stem is among the facts of a topic, in which share of the others it stands, and in which of the
    leads."""

    rarity: Mapping[str, float]
    others: Mapping[str, float]
    leads: Mapping[str, float]


def _shared(facts: Sequence[Fact], topic: TopicWords | None) -> _Shared:
    counted = Counter(stem for fact in facts for stem in _stems(fact))
    return _Shared(
        {stem: math.log((len(facts) + 1) / count) for stem, count in counted.items()},
        {stem: (count - 1) / max(len(facts), _FEW) for stem, count in counted.items()},
        topic.reports.leads if topic else {},
    )


def _able(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that can be told alone, and are no opinion where there are others."""
    able = [fact for fact in facts if fact.text and stands_alone(fact.text)]
    return [fact for fact in able if fact.kind != "opinion"] or able


def _stems(fact: Fact) -> list[str]:
    return sorted(set(content_stems(fact.text)))


def _mean(shares: Mapping[str, float], words: Mapping[str, float]) -> float:
    """The mean of `shares` over the words of a statement, the rarer the more it counts."""
    total = sum(words.values())
    return sum(weight * shares.get(stem, 0.0) for stem, weight in words.items()) / total if total else 0.0


def _worth(fact: Fact) -> float:
    return (
        _CARRIED * fact.weight
        + _EARLY * max(1 / (1 + quote.sentence) for quote in fact.quotes)
        + _FIGURE * bool(_NUMBER.search(fact.text))
        + _UNKNOWN * says_unknown(fact.text)
        - _FRAGMENT * fact.text[0].islower()
        - _SPEECH * opens_in_speech(fact.text)
        - _BACKGROUND * (fact.kind == "background" and not fact.status)
        - _EXPLANATION * bool(_EXPLAINS.match(fact.text))
    )


def _on_topic(fact: Fact, topic: TopicWords) -> float:
    relevance, elsewhere = topic.relevance(fact.text)
    published = topic.reports.published
    latest = max(published.values(), default="")
    days = [published.get(quote.source, latest) for quote in fact.quotes]
    ahead = bool(_LOOKS_AHEAD.search(fact.text)) and max(days) < latest
    return _TOPICAL * relevance - _ELSEWHERE * elsewhere - _AHEAD * ahead - _PAST * is_past(fact.text, max(days))


def _repeats(one: _Candidate, chosen: Sequence[_Candidate]) -> float:
    """The largest share of the lighter statement's words that one and a chosen one have in common."""
    return max((_overlap(one.words, other.words) for other in chosen), default=0.0)


def _overlap(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    lighter = min(sum(one.values()), sum(other.values()))
    return sum(weight for stem, weight in one.items() if stem in other) / lighter if lighter else 0.0
