"""In which of its quotes a fact is told on the page of a topic: one that speaks of the topic, where it has one.

A fact may belong to several topics by different quotes: "agreed to cooperate on 5G" and "a cybersecurity agreement" may
be one event. The page of a topic should open with words that are about it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..config import Topic
from ..model import Fact
from ..text.matching import Matcher, matcher, speaks_of
from .bottom_line import stands_alone


@dataclass(frozen=True, slots=True)
class TopicWords:
    """What tells whether words are about a topic: its title, and all its terms."""

    title: Matcher
    terms: Matcher
    exclude: Matcher

    def rank(self, text: str) -> int:
        """2 where `text` names the topic itself, 1 where it speaks of it by another term, else 0."""
        return sum(speaks_of(text, terms, self.exclude) for terms in (self.title, self.terms))


def about(topic: Topic) -> TopicWords:
    """Ready for many texts."""
    return TopicWords(matcher((topic.title,)), matcher((topic.title, *topic.terms)), matcher(topic.exclude))


def told_for(fact: Fact, topic: TopicWords) -> Fact:
    """`fact` told in a shown quote that is about the topic and stands alone, with the status that those words give; as
    it is where its own text is about the topic or no quote does better. What names the topic itself comes first, then
    what has the fact's own status; a fact with a status is never told in words that give none."""
    if not fact.text or topic.rank(fact.text):
        return fact
    able = [
        q
        for q in fact.quotes
        if q.shown and topic.rank(q.text) and stands_alone(q.text) and (q.status or not fact.status)
    ]
    if not able:
        return fact
    told = min(able, key=lambda q: (-topic.rank(q.text), q.status != fact.status))
    return replace(fact, text=told.text, status=told.status)
