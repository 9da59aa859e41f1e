"""From topics and facts to what each page says, in the order in which words are granted: statements first, then
the timeline and the differences, the summaries, and last the further quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..config import Config, Topic
from ..model import Analysis, Coverage, Facts, Name, Quote, SiteContent, Skipped, TopicContent, Topics
from ..text.ids import quote_id
from ..text.language_tags import one_language
from ..text.quoting import quoted_freely
from ..text.truncate import truncate
from .allowance import Allowance
from .bottom_line import bottom_line
from .gaps import gaps
from .granting import first_words, granted, last_words
from .on_topic import TopicWords, about, told_for
from .reliance import reliance
from .topic_keyphrases import topic_keyphrases

_FEWEST = 2  # sentences that make a summary


def compose(
    analyses: tuple[Analysis, ...], topics: Topics, facts: Facts, config: Config, skipped: tuple[Skipped, ...] = ()
) -> SiteContent:
    """The whole corpus as it will be published: every quote either within the quoting limits or without its words."""
    allowance = Allowance(analyses, config)
    known = {a.article.id: a for a in analyses}
    topical = {t.id: about(t) for t in config.topics}
    shown = first_words(facts, _leads(facts, topical), allowance)
    summaries = {c: _summary(known[c.source], c.summary, c.sentences, config, allowance) for c in topics.coverage}
    own = tuple((a.article.id, _summary(a, a.summary, range(len(a.sentences)), config, allowance)) for a in analyses)
    shown = last_words(shown, allowance)
    return SiteContent(
        language=config.language,
        analyses=analyses,
        topics=topics,
        facts=_without_words_dropped(shown),
        briefings=tuple(
            _briefing(t, topical[t.id], shown, facts, topics, known, summaries, config.language) for t in config.topics
        ),
        skipped=skipped,
        summaries=own,
        shown=allowance.shown(),
    )


def _leads(facts: Facts, topical: dict[str, TopicWords]) -> dict[str, tuple[str, ...]]:
    """The facts of all bottom lines, each with the words in which its topics would tell it, first topics first."""
    leads: dict[str, list[str]] = {}
    for topic, mine in topical.items():
        for line in bottom_line([told_for(f, mine) for f in facts.facts if topic in f.topics], facts.differences):
            leads.setdefault(line.facts[0], []).append(line.text)
    return {id: tuple(dict.fromkeys(texts)) for id, texts in leads.items()}


def _summary(
    analysis: Analysis, chosen: Sequence[int], pool: Sequence[int], config: Config, allowance: Allowance
) -> tuple[Quote, ...]:
    """The sentences `chosen` as quotes. Where the limits leave fewer than two of them their words, sentences of `pool`
    that are published elsewhere take their places, as far as there are any."""
    quotes = {index: _quote(analysis, index, config) for index in (*chosen, *pool)}
    wanted = granted((quotes[index] for index in chosen), allowance)
    told = [quote.sentence for quote in wanted if quote.shown]
    spare = [index for index in pool if index not in told and not allowance.cost(quotes[index])]
    told += spare[: max(0, _FEWEST - len(told))]
    return granted((quotes[index] for index in sorted(told)), allowance) if told else wanted


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


def _briefing(
    topic: Topic,
    topical: TopicWords,
    facts: Facts,
    found: Facts,
    topics: Topics,
    known: dict[str, Analysis],
    summaries: dict[Coverage, tuple[Quote, ...]],
    language: str,
) -> TopicContent:
    """What the page of `topic` says: of `facts`, as far as words were granted, and of what was `found` before."""
    kept = _without_words_dropped(facts)
    mine = tuple(told_for(f, topical) for f in kept.facts if topic.id in f.topics)
    covered = tuple(c for c in topics.coverage if c.topic == topic.id)
    differences = tuple(d for d in kept.differences if topic.id in d.topics)
    timeline = tuple(e for e in kept.timeline if topic.id in e.topics)
    digests = frozenset(id for id, a in known.items() if a.article.metadata.is_digest)
    return TopicContent(
        topic=topic.id,
        bottom_line=bottom_line(mine, differences),
        facts=mine,
        differences=differences,
        timeline=timeline,
        names=_names(kept.names, topic),
        keyphrases=topic_keyphrases(covered, known),
        gaps=gaps(
            mine,
            tuple(f for f in found.facts if topic.id in f.topics),
            tuple(e for e in found.timeline if topic.id in e.topics),
            differences,
            covered,
            digests,
            sum(not _compared(known[c.source], language) for c in covered),
        ),
        reliance=reliance(mine, covered, known),
        coverage=covered,
        summaries=tuple((c.source, summaries[c]) for c in covered),
        held_back=sum(topic.id in f.topics for f in facts.facts) - len(mine),
    )


def _compared(analysis: Analysis, language: str) -> bool:
    """Whether the grouping took the source in: one whose language nobody knows is taken for the site's."""
    return one_language(analysis.article.metadata.language or language, language)


def _names(names: tuple[Name, ...], topic: Topic) -> tuple[Name, ...]:
    return tuple(name for name in names if topic.id in name.topics)
