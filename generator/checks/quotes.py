"""Promise 1 and the quoting limits: every published word stands in its source, and no more of it than allowed."""

from __future__ import annotations

from collections.abc import Iterator

from ..config import Config
from ..errors import Problem
from ..model import Analysis, Facts, Quote, SiteContent
from ..text.counting import words_in
from ..text.quoting import quoted_freely
from ..text.word_spans import share

_ROUNDING = 1e-9


def check_quotes(brief: SiteContent, config: Config) -> Iterator[Problem]:
    """Problems of quotes that are not their source's words, and of sources that are published beyond the limits."""
    known = {a.article.id: a for a in brief.analyses}
    for where, quote in every_quote(brief):
        yield from _verbatim(where, quote, known, config)
    yield from _statements(brief)
    yield from _bottom_lines(brief)
    yield from _shares(brief, known, config)


def every_quote(brief: SiteContent) -> Iterator[tuple[str, Quote]]:
    """Every quote that any page, feed or export may show, with a name for where it is."""
    for where, quotes in (*_of_facts(brief.facts), *_of_summaries(brief)):
        for quote in quotes:
            yield where, quote


def _of_facts(facts: Facts) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    yield from ((f"fact {fact.id}", fact.quotes) for fact in facts.facts)
    yield from ((f"difference {found.id}", side.quotes) for found in facts.differences for side in found.positions)
    yield from ((f"timeline {event.date or repr(event.words)}", event.quotes) for event in facts.timeline)


def _of_summaries(brief: SiteContent) -> Iterator[tuple[str, tuple[Quote, ...]]]:
    for briefing in brief.briefings:
        yield from ((f"topic {briefing.topic}, summary of {source}", quotes) for source, quotes in briefing.summaries)
    yield from ((f"summary of {source}", quotes) for source, quotes in brief.summaries)


def _statements(brief: SiteContent) -> Iterator[Problem]:
    """Facts, also as a topic tells them, whose words are no quote's that is published."""
    for fact in (*brief.facts.facts, *(f for briefing in brief.briefings for f in briefing.facts)):
        if fact.text not in {q.text for q in fact.quotes if q.shown}:
            yield Problem(
                f"fact {fact.id}", f"promise 1: its statement is none of its published quotes: {short(fact.text)}"
            )


def _bottom_lines(brief: SiteContent) -> Iterator[Problem]:
    """Bottom lines that rest on no fact of their topic, or say it in other words."""
    for briefing in brief.briefings:
        said = {f.id: f.text for f in briefing.facts}
        for line in briefing.bottom_line:
            if not line.facts or line.text != said.get(line.facts[0]):
                yield Problem(
                    f"topic {briefing.topic}",
                    f"promise 1: a bottom line that is not the statement of its fact: {short(line.text)}",
                )


def _verbatim(where: str, quote: Quote, known: dict[str, Analysis], config: Config) -> Iterator[Problem]:
    analysis = known.get(quote.source)
    if analysis is None:
        yield Problem(where, f"promise 1: quotes a source that is not there: {quote.source}")
        return
    paragraphs = analysis.article.paragraphs
    text = paragraphs[quote.paragraph - 1].text if 0 < quote.paragraph <= len(paragraphs) else ""
    if not quote.text or text[quote.start : quote.end] != quote.text:
        yield Problem(
            where,
            f"promise 1: not word for word in {analysis.article.path}, paragraph {quote.paragraph}: "
            f"{short(quote.text)}",
        )
    free = quoted_freely(analysis.article.metadata, config)
    words = words_in(quote.text)
    if quote.shown and not free and words > config.quotes.max_words:
        yield Problem(
            where,
            f"a quote of {words} words from {analysis.article.path}, where quotes.max_words is "
            f"{config.quotes.max_words}: {short(quote.text)}",
        )


def _shares(brief: SiteContent, known: dict[str, Analysis], config: Config) -> Iterator[Problem]:
    for source, spans in brief.shown:
        article = known[source].article
        if quoted_freely(article.metadata, config):
            continue
        part = share(article, spans)
        if part > config.quotes.max_share + _ROUNDING:
            yield Problem(
                article.path,
                f"{part:.0%} of its words would be published, where quotes.max_share is {config.quotes.max_share:.0%}",
            )


def short(text: str) -> str:
    """The beginning of `text`, for a message."""
    return f"“{text if len(text) <= 80 else text[:79] + '…'}”"
