"""How much of each source may be published, counted once over everything that shows its words.

Quoting keeps to `quotes.max_share` of a report's words, over the union of all published spans, and to
`quotes.max_words` in one quote. What matters most is asked for first; a span that would break a
limit stays counted and loses its words. A digest is the project's own account and has no limits.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from ..config import Config
from ..model import Analysis, Article, Quote, Span
from ..text.counting import words_in
from ..text.quoting import quoted_freely
from ..text.word_spans import PublishedWords, union


@dataclass(slots=True)
class _Quota:
    """The words of one source, which are out already, how many may go out, and how many in one quote."""

    words: PublishedWords
    allowed: float
    longest: float
    spans: set[Span] = field(default_factory=set)


class Allowance:
    """Grants spans, in the order in which they are asked for. Made new for each run of the road."""

    def __init__(self, analyses: tuple[Analysis, ...], config: Config) -> None:
        self._purses = {a.article.id: _purse(a.article, config) for a in analyses}

    def cost(self, quote: Quote) -> int:
        """How many words the quote would add to what is out already."""
        return self._purses[quote.source].words.new(Span(quote.paragraph, quote.start, quote.end))

    def grant(self, quote: Quote) -> bool:
        """Whether the words of `quote` may be published; if so they count from now on."""
        purse = self._purses[quote.source]
        span = Span(quote.paragraph, quote.start, quote.end)
        if span in purse.spans:
            return True
        if words_in(quote.text) > purse.longest:
            return False
        if purse.words.out + purse.words.new(span) > purse.allowed:
            return False
        purse.words.publish(span)
        purse.spans.add(span)
        return True

    def shown(self) -> tuple[tuple[str, tuple[Span, ...]], ...]:
        """All granted spans by source, joined where they touch or overlap."""
        return tuple((source, union(purse.spans)) for source, purse in self._purses.items())


def _purse(article: Article, config: Config) -> _Quota:
    words, free = PublishedWords(article), quoted_freely(article.metadata, config)
    if free:
        return _Quota(words, float("inf"), float("inf"))
    return _Quota(words, config.quotes.max_share * words.total, config.quotes.max_words)
