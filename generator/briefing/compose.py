"""From topics and facts to what each page says, in the order in which words are granted: statements first, then
the timeline and the differences, the summaries, and last the further quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from types import MappingProxyType
from typing import TypeVar

from ..config import Config
from ..model import (
    UNEDITED,
    Analysis,
    Coverage,
    Difference,
    Editorial,
    Event,
    Fact,
    Facts,
    Name,
    Quote,
    SiteContent,
    Skipped,
    TopicContent,
    Topics,
)
from ..text.ids import quote_id
from ..text.language_tags import one_language
from ..text.quoting import quoted_freely
from ..text.truncate import truncate
from .allowance import Allowance
from .bottom_line import bottom_line
from .gaps import Told, gaps
from .granting import first_words, granted, last_words
from .newest import newest
from .on_topic import TopicWords, told_for, topic_words
from .reliance import reliance
from .topic_keyphrases import topic_keyphrases

_FEWEST = 2  # sentences that make a summary
Pinned = Mapping[str, tuple[str, ...]]
_NONE_PINNED: Pinned = MappingProxyType({})
_Topical = TypeVar("_Topical", Fact, Difference, Event, Name)


@dataclass(frozen=True, slots=True)
class _Site:
    """What the pages of topics are made of: the facts as they were `found`, as far as they are `shown`, and those that
    are `kept` because they have words; the sources `apart`, in another language."""

    found: Facts
    shown: Facts
    kept: Facts
    topics: Topics
    known: Mapping[str, Analysis]
    summaries: Mapping[Coverage, tuple[Quote, ...]]
    apart: frozenset[str]
    pinned: Pinned


def compose(
    analyses: tuple[Analysis, ...],
    topics: Topics,
    facts: Facts,
    config: Config,
    skipped: tuple[Skipped, ...] = (),
    pinned: Pinned = _NONE_PINNED,
    editorial: Editorial = UNEDITED,
) -> SiteContent:
    """The whole corpus as it will be published: every quote either within the quoting limits or without its words. What
    is `pinned` comes first on its topics; `editorial` goes through as it is."""
    allowance = Allowance(analyses, config)
    known = {a.article.id: a for a in analyses}
    words = topic_words(analyses, topics, config)
    shown = first_words(facts, _leads(facts, words, pinned), allowance)
    summaries = {c: _summary(known[c.source], c.summary, c.sentences, config, allowance) for c in topics.coverage}
    own = tuple((a.article.id, _summary(a, a.summary, range(len(a.sentences)), config, allowance)) for a in analyses)
    shown = last_words(shown, allowance)
    site = _Site(
        found=facts,
        shown=shown,
        kept=_without_words_dropped(shown),
        topics=topics,
        known=known,
        summaries=summaries,
        apart=frozenset(id for id, a in known.items() if not _compared(a, config.language)),
        pinned=pinned,
    )
    return SiteContent(
        language=config.language,
        analyses=analyses,
        topics=topics,
        facts=site.kept,
        briefings=tuple(_content(topic, site) for topic in words),
        skipped=skipped,
        summaries=own,
        shown=allowance.shown(),
        editorial=editorial,
    )


def _leads(facts: Facts, words: Sequence[TopicWords], pinned: Pinned) -> dict[str, tuple[str, ...]]:
    """The facts of all bottom lines, each with the words in which its topics would tell it, first topics first."""
    leads: dict[str, list[str]] = {}
    for topic in words:
        told = [told_for(fact, topic) for fact in _of(topic.id, facts.facts)]
        for line in bottom_line(told, facts.differences, topic, pinned.get(topic.id, ())):
            leads.setdefault(line.facts[0], []).append(line.text)
    return {id: tuple(dict.fromkeys(texts)) for id, texts in leads.items()}


def _summary(
    analysis: Analysis, chosen: Sequence[int], pool: Sequence[int], config: Config, allowance: Allowance
) -> tuple[Quote, ...]:
    """The sentences `chosen` as quotes. Where the limits leave fewer than two of them their words, sentences of `pool`
    that are published elsewhere take their places, as far as there are any."""
    wanted = granted((_quote(analysis, index, config) for index in chosen), allowance)
    told = [quote.sentence for quote in wanted if quote.shown]
    spare = (i for i in pool if i not in told and not allowance.cost(_quote(analysis, i, config)))
    told = [*told, *islice(spare, max(0, _FEWEST - len(told)))]
    return granted((_quote(analysis, index, config) for index in sorted(told)), allowance) if told else wanted


def _quote(analysis: Analysis, index: int, config: Config) -> Quote:
    sentence = analysis.sentences[index]
    whole = quoted_freely(analysis.article.metadata, config)
    start, end = (0, len(sentence.text)) if whole else truncate(sentence.text, config.quotes.max_words)
    text = sentence.text[start:end]
    return Quote(
        id=quote_id(sentence.source, text),
        source=sentence.source,
        text=text,
        paragraph=sentence.paragraph,
        sentence=index,
        start=sentence.start + start,
        end=sentence.start + end,
    )


def _without_words_dropped(facts: Facts) -> Facts:
    """What no word may be published of is no statement on any page; each topic page counts what was held back."""
    kept = tuple(f for f in facts.facts if f.text)
    ids = {f.id for f in kept}
    return replace(
        facts,
        facts=kept,
        timeline=tuple(
            replace(e, facts=tuple(f for f in e.facts if f in ids))
            for e in facts.timeline
            if any(q.shown for q in e.quotes)
        ),
    )


def _content(topic: TopicWords, site: _Site) -> TopicContent:
    """What the page of `topic` says: of the facts that have words, and of what was found before any was granted."""
    first = site.pinned.get(topic.id, ())
    mine = sorted(_of(topic.id, site.kept.facts), key=lambda fact: fact.id not in first)
    facts = tuple(told_for(fact, topic) for fact in mine)
    covered = tuple(c for c in site.topics.coverage if c.topic == topic.id)
    differences = _of(topic.id, site.kept.differences)
    lines = bottom_line(facts, differences, topic, first)
    return TopicContent(
        topic=topic.id,
        bottom_line=lines,
        facts=facts,
        differences=differences,
        timeline=_of(topic.id, site.kept.timeline),
        names=_of(topic.id, site.kept.names),
        keyphrases=topic_keyphrases(covered, site.known),
        gaps=gaps(
            Told(
                facts,
                _of(topic.id, site.found.facts),
                frozenset(line.facts[0] for line in lines),
                len(covered),
                sum(c.source in site.apart for c in covered),
            )
        ),
        reliance=reliance(facts, covered, site.known),
        coverage=covered,
        summaries=tuple((c.source, site.summaries[c]) for c in covered),
        held_back=len(_of(topic.id, site.shown.facts)) - len(mine),
        newest=newest(facts, _of(topic.id, site.kept.timeline), {id for line in lines[:1] for id in line.facts}),
    )


def _of(topic: str, every: tuple[_Topical, ...]) -> tuple[_Topical, ...]:
    """Those that belong to the topic of that id."""
    return tuple(one for one in every if topic in one.topics)


def _compared(analysis: Analysis, language: str) -> bool:
    """Whether the grouping took the source in: one whose language nobody knows is taken for the site's."""
    return one_language(analysis.article.metadata.language or language, language)
