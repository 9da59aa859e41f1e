"""In which of its quotes a fact is told on the page of a topic: one that speaks of the topic, where it has one.

A fact may belong to several topics by different quotes: "agreed to cooperate on 5G" and "a cybersecurity agreement" may
be one event. The page of a topic should open with words that are about it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ..config import Config
from ..model import STATUSES, Analysis, Fact, Quote, Topics
from ..text.matching import Matcher, matcher, speaks_of
from ..text.subjects import UNIT, Weigher, subjects
from ..text.words import content_stems
from .self_contained import opens_in_speech, stands_alone


@dataclass(frozen=True, slots=True)
class Reports:
    """What the reports of a site have in common: on which day each was published, where that is known, in how many of
    their titles and first sentences together each stem stands, and the last of the days."""

    published: Mapping[str, str]
    leads: Mapping[str, float]
    latest: str


@dataclass(frozen=True, slots=True)
class TopicWords:
    """What tells whether words are about a topic: its title, and all its terms; `place` is its number among those that
    `weigher` weighs."""

    id: str
    title: Matcher
    terms: Matcher
    exclude: Matcher
    weigher: Weigher
    place: int
    reports: Reports

    def rank(self, text: str) -> int:
        """2 where `text` names the topic itself, 1 where it speaks of it by another term, else 0."""
        if not speaks_of(text, self.terms, self.exclude):
            return int(speaks_of(text, self.title, self.exclude))
        return 1 + speaks_of(text, self.title, self.exclude)

    def relevance(self, text: str) -> tuple[float, bool]:
        """How much `text` speaks of the topic, in terms that stand in one sentence only, and whether it speaks more of
        another topic."""
        worths = [one.worth for one in self.weigher.weigh(text)]
        return worths[self.place] / UNIT, worths[self.place] < max(worths)


def topic_words(analyses: Sequence[Analysis], topics: Topics, config: Config) -> tuple[TopicWords, ...]:
    """The topics of the settings, in order, ready for many texts."""
    weigher, reports = Weigher(subjects(config.topics), topics.rarity), _reports(analyses)
    return tuple(
        TopicWords(
            topic.id,
            matcher((topic.title,)),
            matcher((topic.title, *topic.terms)),
            matcher(topic.exclude),
            weigher,
            place,
            reports,
        )
        for place, topic in enumerate(config.topics)
    )


def _reports(analyses: Sequence[Analysis]) -> Reports:
    days = {a.article.id: (a.article.metadata.published or "")[:10] for a in analyses}
    leads = Counter(stem for analysis in analyses for stem in sorted(_lead(analysis)))
    published = {source: day for source, day in days.items() if len(day) == len("2020-10-07")}
    shares = {stem: count / len(analyses) for stem, count in leads.items()}
    return Reports(published, shares, max(published.values(), default=""))


def _lead(analysis: Analysis) -> frozenset[str]:
    first = analysis.sentences[0].text if analysis.sentences else ""
    return frozenset(content_stems(f"{analysis.article.metadata.title or ''} {first}"))


def told_for(fact: Fact, topic: TopicWords) -> Fact:
    """`fact` told in a shown quote that is about the topic and stands alone, with the status that those words give; as
    it is where its own text does so or no quote does better. What names the topic itself comes first, then, of words
    that disagree how far a thing had got, those that claim least; a fact with a status is never told in words that give
    none."""
    if not fact.text or all(q.text == fact.text and q.status == fact.status for q in fact.quotes):
        return fact
    able = _able(fact, topic)
    if not able:
        return fact
    _, told = min(able, key=lambda one: (-one[0], _form(one[1].text, one[1].status), opens_in_speech(one[1].text)))
    return replace(fact, text=told.text, status=told.status)


def _able(fact: Fact, topic: TopicWords) -> list[tuple[int, Quote]]:
    """The quotes of `fact` that tell it better on the page of a topic than its own text, or as well where that does not
    do, with their rank."""
    own = topic.rank(fact.text)
    found = [(topic.rank(quote.text), quote) for quote in fact.quotes if quote.shown and _tells(quote, fact)]
    able = [(rank, quote) for rank, quote in found if rank >= own]
    if own and stands_alone(fact.text):
        form = _form(fact.text, fact.status)
        return [(rank, quote) for rank, quote in able if _form(quote.text, quote.status) < form]
    return able


def _form(text: str, status: str | None) -> tuple[int, bool]:
    """What sorts words that claim less, and whole sentences, before others."""
    return (STATUSES.index(status) if status else -1, text[0].islower())


def _tells(quote: Quote, fact: Fact) -> bool:
    return stands_alone(quote.text) and bool(quote.status or not fact.status)
