"""Which sentences belong to which topic, by the terms that the maintainer gave each; and, for each source and topic,
how much of the source it is and a short summary limited to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .config import Config, Topic
from .model import Analysis, Around, Coverage, Level, Sentence, Topics
from .text.language_tags import one_language
from .text.subjects import UNIT, Relevance, Weigher, rarity, standing, subjects
from .text.summary import choose
from .text.words import content_stems

# What news calls a thing by once it has named it: "the pact", "the Chinese company".
_CALLED = re.compile(
    r"\bthe ((?:[\w’'-]+ ){0,2}(?:accord|agreement|ban|company|contract|deal|firm|framework|giant|initiative|memorandum"
    r"|pact|partnership|plan|programme|program|project|supplier|treaty|vendor))\b",
    re.IGNORECASE,
)
_NEAR = 3  # sentences over which such words still point back
_BEFORE, _AFTER = 0.5, 0.2  # what the sentences before and after one bring beside its own words
_FADES, _REACH = 0.6, 4  # how that falls with each sentence between, and how far it reaches
_MOST = 2.0  # what one sentence brings to those around it at most
_WHOLE = 0.36  # what a source brings to a topic that all its sentences put first
_MAIN_SHARE = 0.25  # a topic that a quarter of the sentences speak of is a main subject, as is one in the title
_TERM_WEIGHT = 3.0


def assign(analyses: tuple[Analysis, ...], config: Config) -> Topics:
    """Every topic with every source that has a sentence in it, topics in the order of the settings."""
    known = subjects(config.topics)
    worth = rarity(((s.text, _language(a)) for a in analyses for s in a.sentences), known)
    weigher = Weigher(known, worth)
    placed = [_place(analysis, weigher, len(config.topics)) for analysis in analyses]
    titled = [[bool(terms) for terms in known.found(a.article.metadata.title or "")] for a in analyses]
    coverage = [
        _cover(analysis, topic, stands[place], named[place])
        for place, topic in enumerate(config.topics)
        for analysis, (_, stands), named in zip(analyses, placed, titled, strict=True)
    ]
    return Topics(_filled(coverage), tuple(around for around, _ in placed), worth)


def _filled(coverage: Sequence[Coverage]) -> tuple[Coverage, ...]:
    return tuple(one for one in coverage if one.sentences)


def _place(analysis: Analysis, weigher: Weigher, count: int) -> tuple[Around, list[list[Sentence]]]:
    """What is around each sentence of a source, and the sentences that stand on each topic."""
    language = _language(analysis)
    own = [weigher.weigh(sentence.text, language) for sentence in analysis.sentences]
    whole = _shares(own, count)
    english = one_language(language, "en")
    called = [_antecedents(sentence, analysis.sentences) if english else () for sentence in analysis.sentences]
    around = tuple(_near(own, i, whole, called[i]) for i in range(len(own)))
    stands: list[list[Sentence]] = [[] for _ in range(count)]
    for sentence, mine, near in zip(analysis.sentences, own, around, strict=True):
        for place in standing(mine, near):
            stands[place].append(sentence)
    return Around(analysis.article.id, around), stands


def _shares(own: Sequence[Sequence[Relevance]], count: int) -> tuple[int, ...]:
    """What a source as a whole brings to each topic: by the share of its sentences for which the topic comes first."""
    rows = [[mine.worth for mine in row] for row in own if any(mine.worth for mine in row)]
    firsts = [sum(row[place] == max(row) for row in rows) for place in range(count)]
    return tuple(round(_WHOLE * UNIT * first / max(1, len(rows))) for first in firsts)


def _antecedents(sentence: Sentence, every: tuple[Sentence, ...]) -> tuple[int, ...]:
    """The sentences shortly before this one that hold all the words of something it calls "the …"."""
    called = [set(content_stems(found[1])) for found in _CALLED.finditer(sentence.text)]
    before = every[max(0, sentence.index - _NEAR) : sentence.index] if called else ()
    return tuple(s.index for s in before if any(words <= set(content_stems(s.text)) for words in called))


def _near(
    own: Sequence[Sequence[Relevance]], place: int, whole: Sequence[int], called: Sequence[int]
) -> tuple[int, ...]:
    """What the sentences around that at `place` bring to each topic, the nearer the more, and the `whole` source; what
    the sentence has `called` by a word for it counts as if it stood there."""
    parts = {place - d: _BEFORE * _FADES**d for d in range(1, _REACH + 1)}
    parts |= {place + d: _AFTER * _FADES**d for d in range(1, _REACH + 1)}
    parts |= dict.fromkeys(called, 1.0)
    near = [(part, own[other]) for other, part in sorted(parts.items()) if 0 <= other < len(own)]
    return tuple(
        value + round(sum(part * min(_MOST * UNIT, row[topic].worth) for part, row in near))
        for topic, value in enumerate(whole)
    )


def _language(analysis: Analysis) -> str:
    return analysis.article.metadata.language or "en"


def _cover(analysis: Analysis, topic: Topic, mine: list[Sentence], in_title: bool) -> Coverage:
    return Coverage(
        topic=topic.id,
        source=analysis.article.id,
        level=_level(analysis, len(mine), in_title),
        sentences=tuple(s.index for s in mine),
        summary=_summary(analysis, topic, mine),
    )


def _level(analysis: Analysis, count: int, in_title: bool) -> Level:
    return "main" if in_title or count >= max(2, _MAIN_SHARE * len(analysis.sentences)) else "mention"


def _summary(analysis: Analysis, topic: Topic, mine: list[Sentence]) -> tuple[int, ...]:
    language = _language(analysis)
    focus = {stem: phrase.score for phrase in reversed(analysis.keyphrases) for stem in content_stems(phrase.phrase)}
    focus |= {stem: _TERM_WEIGHT for term in topic.terms for stem in content_stems(term)}
    return tuple(mine[place].index for place in choose([s.text for s in mine], focus, language=language))
