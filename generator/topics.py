"""Which sentences belong to which topic, by the terms that the maintainer gave each; and, for each source and topic,
how much of the source it is and a short summary limited to it."""

from __future__ import annotations

import re

from .config import Config, Topic
from .model import Analysis, Coverage, Level, Sentence, Topics
from .text.language_tags import one_language
from .text.matching import Matcher, matcher, speaks_of
from .text.summary import choose
from .text.words import content_stems

# What news calls a thing by once it has named it: "the pact", "the Chinese company".
_CALLED = re.compile(
    r"\bthe ((?:[\w’'-]+ ){0,2}(?:accord|agreement|ban|company|contract|deal|firm|framework|giant|initiative|memorandum"
    r"|pact|partnership|plan|programme|program|project|supplier|treaty|vendor))\b",
    re.IGNORECASE,
)
_NEAR = 3  # sentences over which such words still point back
_MAIN_SHARE = 0.25  # a topic that a quarter of the sentences speak of is a main subject, as is one in the title
_TERM_WEIGHT = 3.0


def assign(analyses: tuple[Analysis, ...], config: Config) -> Topics:
    """Every topic with every source that has a sentence in it, topics in the order of the settings."""
    terms = {t.id: (matcher(t.terms), matcher(t.exclude)) for t in config.topics}
    found = [(analysis, _sentences(analysis, terms)) for analysis in analyses]
    return Topics(
        tuple(
            _cover(analysis, topic, sentences[topic.id], *terms[topic.id])
            for topic in config.topics
            for analysis, sentences in found
            if sentences[topic.id]
        )
    )


def _sentences(analysis: Analysis, terms: dict[str, tuple[Matcher, Matcher]]) -> dict[str, list[Sentence]]:
    """For each topic, the sentences that speak of it, and those that go on about what such a sentence has named."""
    own = {topic: {s.index for s in analysis.sentences if speaks_of(s.text, *pair)} for topic, pair in terms.items()}
    named = frozenset().union(*own.values())
    english = one_language(analysis.article.metadata.language or "en", "en")
    more = {
        s.index: _antecedents(s, analysis.sentences) for s in analysis.sentences if english and s.index not in named
    }
    return {
        topic: [s for s in analysis.sentences if s.index in mine or not mine.isdisjoint(more.get(s.index, ()))]
        for topic, mine in own.items()
    }


def _antecedents(sentence: Sentence, every: tuple[Sentence, ...]) -> tuple[int, ...]:
    """The sentences shortly before this one that hold all the words of something it calls "the …"."""
    called = [set(content_stems(found[1])) for found in _CALLED.finditer(sentence.text)]
    before = every[max(0, sentence.index - _NEAR) : sentence.index] if called else ()
    return tuple(s.index for s in before if any(words <= set(content_stems(s.text)) for words in called))


def _cover(analysis: Analysis, topic: Topic, mine: list[Sentence], terms: Matcher, exclude: Matcher) -> Coverage:
    return Coverage(
        topic=topic.id,
        source=analysis.article.id,
        level=_level(analysis, len(mine), terms, exclude),
        sentences=tuple(s.index for s in mine),
        summary=_summary(analysis, topic, mine),
    )


def _level(analysis: Analysis, count: int, terms: Matcher, exclude: Matcher) -> Level:
    in_title = speaks_of(analysis.article.metadata.title or "", terms, exclude)
    return "main" if in_title or count >= max(2, _MAIN_SHARE * len(analysis.sentences)) else "mention"


def _summary(analysis: Analysis, topic: Topic, mine: list[Sentence]) -> tuple[int, ...]:
    language = analysis.article.metadata.language or "en"
    focus = {stem: phrase.score for phrase in reversed(analysis.keyphrases) for stem in content_stems(phrase.phrase)}
    focus |= {stem: _TERM_WEIGHT for term in topic.terms for stem in content_stems(term)}
    return tuple(mine[place].index for place in choose([s.text for s in mine], focus, language=language))
