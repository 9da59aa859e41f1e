"""Which sentences belong to which topic, by the terms that the maintainer gave each; and, for each source and topic,
how much of the source it is and a short summary limited to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from .config import Config, Topic
from .model import Analysis, Around, Coverage, Level, Sentence, Topics
from .text.language_tags import one_language
from .text.subjects import UNIT, Relevance, Subjects, Told, Weigher, rarity_of, standing, subjects
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
_PARTS = tuple((-d, _BEFORE * _FADES**d) for d in range(_REACH, 0, -1)) + tuple(
    (d, _AFTER * _FADES**d) for d in range(1, _REACH + 1)
)
_MOST = 2.0  # what one sentence brings to those around it at most
_WHOLE = 0.36  # what a source brings to a topic that all its sentences put first
_MAIN_SHARE = 0.25  # a topic that a quarter of the sentences speak of is a main subject, as is one in the title
_TERM_WEIGHT = 3.0


def assign(analyses: tuple[Analysis, ...], config: Config) -> Topics:
    """Every topic with every source that has a sentence in it, topics in the order of the settings."""
    known = subjects(config.topics)
    told = _told(analyses, known)
    worth = rarity_of(told.values(), len(told))
    weigher = Weigher(known, worth)
    terms = [dict.fromkeys(_stems(topic.terms), _TERM_WEIGHT) for topic in config.topics]
    around: list[Around] = []
    coverage: list[list[Coverage]] = [[] for _ in config.topics]
    for analysis in analyses:
        near, stands = _place(analysis, weigher, len(config.topics), told)
        around.append(near)
        titled, phrases = known.found(analysis.article.metadata.title or ""), _phrases(analysis)
        for place, topic in enumerate(config.topics):
            if stands[place]:
                one = _cover(analysis, topic, stands[place], bool(titled[place]), phrases | terms[place])
                coverage[place].append(one)
    return Topics(tuple(chain.from_iterable(coverage)), tuple(around), worth)


def _told(analyses: Sequence[Analysis], known: Subjects) -> dict[tuple[str, str], Told]:
    """What of the topics each sentence holds, by its text and its language: looked up once, to be weighed when it is
    known how rare all of it is."""
    told: dict[tuple[str, str], Told] = {}
    for analysis in analyses:
        language = _language(analysis)
        for sentence in analysis.sentences:
            if (sentence.text, language) not in told:
                told[sentence.text, language] = known.told(sentence.text, language)
    return told


def _place(
    analysis: Analysis, weigher: Weigher, count: int, told: Mapping[tuple[str, str], Told]
) -> tuple[Around, list[list[Sentence]]]:
    """What is around each sentence of a source, and the sentences that stand on each topic."""
    language = _language(analysis)
    own = [weigher.weigh_told(sentence.text, told[sentence.text, language]) for sentence in analysis.sentences]
    whole = _shares(own, count)
    english = one_language(language, "en")
    called = [_antecedents(sentence, analysis.sentences) if english else () for sentence in analysis.sentences]
    brought = [_brought(row) for row in own]
    around = tuple(_near(brought, i, whole, called[i]) for i in range(len(own)))
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


def _brought(row: Sequence[Relevance]) -> tuple[tuple[int, float], ...]:
    """What a sentence brings to those around it: to each topic for which anything in it speaks."""
    return tuple((topic, min(_MOST * UNIT, mine.worth)) for topic, mine in enumerate(row) if mine.worth)


def _near(
    brought: Sequence[Sequence[tuple[int, float]]], place: int, whole: Sequence[int], called: Sequence[int]
) -> tuple[int, ...]:
    """What the sentences around that at `place` bring to each topic, the nearer the more, and the `whole` source; what
    the sentence has `called` by a word for it counts as if it stood there."""
    parts = {place + d: part for d, part in _PARTS if 0 <= place + d < len(brought) and brought[place + d]}
    parts |= {other: 1.0 for other in called if brought[other]}
    if not parts:
        return tuple(whole)
    near = [0.0] * len(whole)
    for other, part in sorted(parts.items()):
        for topic, value in brought[other]:
            near[topic] += part * value
    return tuple([value + round(more) for value, more in zip(whole, near, strict=True)])


def _language(analysis: Analysis) -> str:
    return analysis.article.metadata.language or "en"


def _cover(
    analysis: Analysis, topic: Topic, mine: list[Sentence], in_title: bool, focus: Mapping[str, float]
) -> Coverage:
    chosen = choose([s.text for s in mine], focus, language=_language(analysis))
    return Coverage(
        topic=topic.id,
        source=analysis.article.id,
        level=_level(analysis, len(mine), in_title),
        sentences=tuple([s.index for s in mine]),
        summary=tuple([mine[place].index for place in chosen]),
    )


def _level(analysis: Analysis, count: int, in_title: bool) -> Level:
    return "main" if in_title or count >= max(2, _MAIN_SHARE * len(analysis.sentences)) else "mention"


def _phrases(analysis: Analysis) -> dict[str, float]:
    """The stems of what a source is about, with what each is worth in a summary."""
    return {stem: phrase.score for phrase in reversed(analysis.keyphrases) for stem in content_stems(phrase.phrase)}


def _stems(texts: Sequence[str]) -> Iterator[str]:
    return (stem for text in texts for stem in content_stems(text))
