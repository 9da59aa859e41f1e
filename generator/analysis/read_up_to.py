"""A source of more sentences than one may have is read up to the last that it may have, and says so."""

from __future__ import annotations

from dataclasses import replace

from ..model import Article, Dropped, Paragraph, Sentence

REASON = "beyond the limit on sentences"


def read_up_to(article: Article, sentences: tuple[Sentence, ...], most: int) -> tuple[Article, tuple[Sentence, ...]]:
    """The first `most` of the `sentences` of `article`, and the article as far as they go: what stands behind them is
    among what was left out."""
    if len(sentences) <= most:
        return article, sentences
    last = sentences[most - 1]
    whole = article.paragraphs[last.paragraph - 1]
    kept = replace(whole, text=whole.text[: last.end])
    rest = replace(whole, text=whole.text[last.end :].strip())
    gone = tuple(_dropped(one) for one in (rest, *article.paragraphs[last.paragraph :]) if one.text)
    return replace(
        article,
        paragraphs=(*article.paragraphs[: last.paragraph - 1], kept),
        dropped=(*article.dropped, *gone),
        unread=len(sentences) - most,
    ), sentences[:most]


def _dropped(paragraph: Paragraph) -> Dropped:
    return Dropped(paragraph.line or 0, paragraph.text, REASON)
