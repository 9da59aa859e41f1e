"""Which sentences belong to which topic, by the terms that the maintainer gave each; and, for each source and topic,
how much of the source it is and a short summary limited to it."""

from __future__ import annotations

from .config import Config, Topic
from .model import Analysis, Coverage, Level, Sentence, Topics
from .text.matching import Matcher, matcher
from .text.summary import choose
from .text.words import content_stems

_MAIN_SHARE = 0.25  # a topic that a quarter of the sentences speak of is a main subject, as is one in the title
_TERM_WEIGHT = 3.0


def assign(analyses: tuple[Analysis, ...], config: Config) -> Topics:
    """Every topic with every source that has a sentence in it, topics in the order of the settings."""
    return Topics(
        tuple(
            coverage
            for topic in config.topics
            for terms, exclude in [(matcher(topic.terms), matcher(topic.exclude))]
            for analysis in analyses
            if (coverage := _cover(analysis, topic, terms, exclude)) is not None
        )
    )


def speaks_of(text: str, terms: Matcher, exclude: Matcher) -> bool:
    """Whether `text` holds a term that is not part of an excluded phrase."""
    return bool(_hits(text, terms, exclude))


def _hits(text: str, terms: Matcher, exclude: Matcher) -> int:
    found = terms.find(text)
    barred = exclude.find(text) if found else ()
    return sum(all(m.end <= bar.start or m.start >= bar.end for bar in barred) for m in found)


def _cover(analysis: Analysis, topic: Topic, terms: Matcher, exclude: Matcher) -> Coverage | None:
    mine = [s for s in analysis.sentences if speaks_of(s.text, terms, exclude)]
    if not mine:
        return None
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
