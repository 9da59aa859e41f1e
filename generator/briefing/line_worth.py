"""What speaks for a statement as a line of the bottom line, and against it, each as a number."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Fact
from ..text.words import content_stems
from .earlier import is_past, opens_in_the_past
from .on_topic import TopicWords
from .self_contained import opens_in_speech, says_unknown

_FEW = 10  # statements; among fewer, a word that two share is no sign of what is central
_LOOKS_AHEAD = re.compile(r"\b(?:is|are|was|were) (?:expected|preparing|poised|set) to\b", re.IGNORECASE)
_NUMBER = re.compile(r"\b(?!(?:1[5-9]|20)\d\d\b)\d")  # that is no year
_EXPLAINS = re.compile(r"^(?:the |an? )?(?:[\w’'-]+ ){1,4}(?:is|are|was|were) (?:the|an?|about|located)\b", re.I)


@dataclass(frozen=True, slots=True)
class Shared:
    """How rare each stem is among the facts of a topic, in which share of the others it stands, and in which of the
    leads; `said` are the stems of the words in which they are told."""

    rarity: Mapping[str, float]
    others: Mapping[str, float]
    leads: Mapping[str, float]
    said: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def words(self, fact: Fact) -> dict[str, float]:
        """The stems of the statement's words, by how rare each is."""
        return {stem: self.rarity[stem] for stem in self.said.get(fact.text) or stems(fact)}


def shared(facts: Sequence[Fact], topic: TopicWords | None) -> Shared:
    """What the statements of a topic have in common."""
    said = {fact.text: stems(fact) for fact in facts}
    counted = Counter(stem for fact in facts for stem in said[fact.text])
    return Shared(
        {stem: math.log((len(facts) + 1) / count) for stem, count in counted.items()},
        {stem: (count - 1) / max(len(facts), _FEW) for stem, count in counted.items()},
        topic.reports.leads if topic else {},
        said,
    )


def stems(fact: Fact) -> list[str]:
    """The stems of what tells a fact, each once, in order."""
    return sorted(set(content_stems(fact.text)))


def features(fact: Fact, common: Shared, topic: TopicWords | None) -> dict[str, float]:
    """By name: what the fact carries, how early it is told, how far its words are those of other statements and of the
    leads, whether it has a figure or says what is unknown; whether it is a fragment, speech, background, what a thing
    is; how much it speaks of the topic, whether more of another, whether it looks ahead or
    back, and whether it opens with an earlier year."""
    words = common.words(fact)
    return {
        "carried": fact.weight,
        "early": max(1 / (1 + quote.sentence) for quote in fact.quotes),
        "central": _mean(common.others, words),
        "leads": _mean(common.leads, words),
        "figure": bool(_NUMBER.search(fact.text)),
        "unknown": says_unknown(fact.text),
        "fragment": fact.text[0].islower(),
        "speech": opens_in_speech(fact.text),
        "background": fact.kind == "background" and not fact.status,
        "explanation": bool(_EXPLAINS.match(fact.text)),
        **(_of_topic(fact, topic) if topic else {}),
    }


def _of_topic(fact: Fact, topic: TopicWords) -> dict[str, float]:
    relevance, elsewhere = topic.relevance(fact.text)
    published = topic.reports.published
    latest = topic.reports.latest
    day = max(published.get(quote.source, latest) for quote in fact.quotes if quote.text == fact.text)
    return {
        "topical": relevance,
        "elsewhere": elsewhere,
        "ahead": bool(_LOOKS_AHEAD.search(fact.text)) and day < latest,
        "past": is_past(fact.text, day),
        "history": opens_in_the_past(fact.text, day),
    }


def _mean(shares: Mapping[str, float], words: Mapping[str, float]) -> float:
    """The mean of `shares` over the words of a statement, the rarer the more it counts."""
    total = sum(words.values())
    return sum(weight * shares.get(stem, 0.0) for stem, weight in words.items()) / total if total else 0.0
