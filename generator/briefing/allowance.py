"""How much of each source may be published, counted once over everything that shows its words.

Quoting keeps to `quotes.max_share` of a report's words, over the union of all published spans. What matters most is
asked for first; a span that would break the limit stays counted and loses its words. A digest is the project's own
account and has no share limit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ..config import Config
from ..model import Analysis, Article, Quote, Span

_WORD = re.compile(r"\S+")


@dataclass(slots=True)
class _Purse:
    """The words of one source: where they stand, how many may go out, which already have."""

    words: dict[int, list[tuple[int, int]]]
    allowed: float
    out: set[tuple[int, int]] = field(default_factory=set)
    spans: set[Span] = field(default_factory=set)

    def covered(self, span: Span) -> set[tuple[int, int]]:
        return {(span.paragraph, start) for start, end in self.words.get(span.paragraph, ())
                if start < span.end and end > span.start}


class Allowance:
    """Grants spans, in the order in which they are asked for. Made new for each run of the road."""

    def __init__(self, analyses: tuple[Analysis, ...], config: Config) -> None:
        self._purses = {a.article.id: _purse(a.article, config) for a in analyses}

    def grant(self, quote: Quote) -> bool:
        """Whether the words of `quote` may be published; if so they count from now on."""
        purse = self._purses[quote.source]
        span = Span(quote.paragraph, quote.start, quote.end)
        wanted = purse.out | purse.covered(span)
        if len(wanted) > purse.allowed:
            return False
        purse.out = wanted
        purse.spans.add(span)
        return True

    def shown(self) -> tuple[tuple[str, tuple[Span, ...]], ...]:
        """All granted spans by source, joined where they touch or overlap."""
        return tuple((source, _union(purse.spans)) for source, purse in self._purses.items())


def share(article: Article, spans: tuple[Span, ...]) -> float:
    """The share of an article's words that `spans` publish, 0 to 1."""
    purse = _Purse(_words(article), 0)
    total = sum(map(len, purse.words.values()))
    return len(set().union(*(purse.covered(span) for span in spans))) / total if total else 0.0


def _purse(article: Article, config: Config) -> _Purse:
    words = _words(article)
    free = article.metadata.kind == "digest" or config.publish_full_text
    return _Purse(words, float("inf") if free else config.quotes.max_share * sum(map(len, words.values())))


def _words(article: Article) -> dict[int, list[tuple[int, int]]]:
    return {number: [(m.start(), m.end()) for m in _WORD.finditer(paragraph.text)]
            for number, paragraph in enumerate(article.paragraphs, start=1)}


def _union(spans: set[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last and last.paragraph == span.paragraph and span.start <= last.end + 1:
            joined[-1] = Span(last.paragraph, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
