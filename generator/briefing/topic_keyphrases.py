"""The keyphrases of a topic: those of its sources, weighed by how much of each source the topic is."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Analysis, Coverage
from ..text.words import normal

_MOST = 12


def topic_keyphrases(covered: Sequence[Coverage], known: dict[str, Analysis]) -> tuple[str, ...]:
    """At most twelve phrases that occur in the topic's own sentences, best first, each in one spelling."""
    score: dict[str, float] = {}
    surface: dict[str, str] = {}
    for coverage in covered:
        analysis = known[coverage.source]
        text = normal(" ".join(analysis.sentences[i].text for i in coverage.sentences))
        for phrase in analysis.keyphrases:
            key = normal(phrase.phrase)
            if key and key in text:
                score[key] = score.get(key, 0.0) + phrase.score
                surface.setdefault(key, phrase.phrase)
    best = sorted(score, key=lambda key: (-score[key], key))
    return tuple(surface[key] for key in best[:_MOST])
