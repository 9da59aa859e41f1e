"""Stretches of an article's words, and how much of it they are."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from ..model import Article, Span
from .counting import word_places, words_in


class PublishedWords:
    """The words of an article, and which of them are out. Where the words of a paragraph stand is looked up when it is
    asked for first."""

    __slots__ = ("_article", "_out", "_places", "out", "total")

    def __init__(self, article: Article) -> None:
        self._article = article
        self._places: dict[int, tuple[array[int], array[int]]] = {}
        self._out: dict[int, bytearray] = {}
        self.total = sum(words_in(paragraph.text) for paragraph in article.paragraphs)
        self.out = 0

    def new(self, span: Span) -> int:
        """How many words that are not out yet `span` holds, even in part."""
        first, last = self._range(span)
        return self._out[span.paragraph].count(0, first, last) if first < last else 0

    def publish(self, span: Span) -> None:
        """Has the words that `span` holds, even in part, out from now on."""
        self.out += self.new(span)
        first, last = self._range(span)
        if first < last:
            self._out[span.paragraph][first:last] = b"\1" * (last - first)

    def _range(self, span: Span) -> tuple[int, int]:
        """The first word of its paragraph that `span` holds, and the one behind its last."""
        if span.paragraph not in self._places:
            paragraphs = self._article.paragraphs
            known = 0 < span.paragraph <= len(paragraphs)
            places = word_places(paragraphs[span.paragraph - 1].text) if known else []
            self._places[span.paragraph] = array("I", [p[0] for p in places]), array("I", [p[1] for p in places])
            self._out[span.paragraph] = bytearray(len(places))
        starts, ends = self._places[span.paragraph]
        return bisect_right(ends, span.start), bisect_left(starts, span.end)


def share(article: Article, spans: Iterable[Span]) -> float:
    """The share of an article's words that `spans` hold together, 0 to 1."""
    words = PublishedWords(article)
    for span in spans:
        words.publish(span)
    return words.out / words.total if words.total else 0.0


def union(spans: Iterable[Span]) -> tuple[Span, ...]:
    """`spans` in order, joined where they touch or overlap."""
    joined: list[Span] = []
    for span in sorted(spans):
        last = joined[-1] if joined else None
        if last and last.paragraph == span.paragraph and span.start <= last.end + 1:
            joined[-1] = Span(last.paragraph, last.start, max(last.end, span.end))
        else:
            joined.append(span)
    return tuple(joined)
