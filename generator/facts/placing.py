"""On which topics a statement stands: by its own words, and by what is around it where they leave that open."""

from __future__ import annotations

from functools import lru_cache

from ..config import Config
from ..model import Sentence, Topics
from ..text.subjects import Weigher, standing, subjects

_REST = 0.5  # what the rest of its sentence brings to the topics of a statement
_HELD = 1024  # texts whose topics are at hand


class Placing:
    """Places parts of sentences on the topics of a site. `topics` tell what is around each sentence."""

    def __init__(self, config: Config, topics: Topics) -> None:
        self._ids = tuple(topic.id for topic in config.topics)
        self._language = config.language
        # A sentence is asked for again for each of its parts, and a part for each fact that it supports.
        self._weigh = lru_cache(maxsize=_HELD)(Weigher(subjects(config.topics), topics.rarity).weigh)
        self._around = {around.source: around.sentences for around in topics.around}
        self._covered = frozenset((c.topic, c.source) for c in topics.coverage)

    def topics(self, sentence: Sentence, text: str) -> tuple[str, ...]:
        """The ids of the topics on which `text`, a part of `sentence`, stands, among those that its source touches;
        those of the sentence where its own words do not say."""
        near = self._around[sentence.source][sentence.index]
        whole = self._weigh(sentence.text, self._language)
        own = self._weigh(text, self._language) if text != sentence.text else whole
        rest = [round(_REST * (all_.worth - part.worth)) for all_, part in zip(whole, own, strict=True)]
        places = standing(own, [a + b for a, b in zip(near, rest, strict=True)]) or standing(whole, near)
        stands = (self._ids[place] for place in places)
        return tuple(topic for topic in stands if (topic, sentence.source) in self._covered)
