"""Stretches of an article's words, and how much of it they are."""

from __future__ import annotations

from collections.abc import Iterable

from ..model import Article, Span
from .counting import word_places

Words = dict[int, list[tuple[int, int]]]


def words_of(article: Article) -> Words:
    """Where the words stand: for each paragraph's number, the (start, end) of each."""
    return {number: word_places(paragraph.text) for number, paragraph in enumerate(article.paragraphs, start=1)}


def covered(words: Words, span: Span) -> set[tuple[int, int]]:
    """The words that `span` holds, even in part, as (paragraph, start)."""
    return {
        (span.paragraph, start) for start, end in words.get(span.paragraph, ()) if start < span.end and end > span.start
    }


def share(article: Article, spans: Iterable[Span]) -> float:
    """The share of an article's words that `spans` hold together, 0 to 1."""
    words = words_of(article)
    total = sum(map(len, words.values()))
    held: set[tuple[int, int]] = set()
    for span in spans:
        held |= covered(words, span)
    return len(held) / total if total else 0.0


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
