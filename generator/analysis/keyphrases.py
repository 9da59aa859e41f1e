"""Keyphrases of one article."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ..model import Article, Keyphrase
from ..text.words import content_stems, stem, stopwords, tokens

_MOST = 20
_LONGEST = 4


def find_keyphrases(article: Article, language: str = "en") -> tuple[Keyphrase, ...]:
    """Up to 20 phrases that tell what `article` is about, best first."""
    lines = [article.metadata.title or "", *(p.text for p in article.paragraphs)]
    forms: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    first: dict[tuple[str, ...], int] = {}
    words: Counter[str] = Counter()
    for place, phrase in enumerate(p for line in lines for p in _candidates(line, language)):
        key = tuple(stem(w, language) for w in phrase)
        forms[key][" ".join(phrase)] += 1
        first.setdefault(key, place)
        words.update(key)
    ranked = sorted(forms, key=lambda k: (-sum(words[w] for w in k) / math.log(2.7 + first[k]), first[k]))[:_MOST]
    best = sum(words[w] for w in ranked[0]) / math.log(2.7 + first[ranked[0]]) if ranked else 1.0
    return tuple(_keyphrase(forms[k], sum(words[w] for w in k) / math.log(2.7 + first[k]) / best) for k in ranked)


def _keyphrase(forms: Counter[str], score: float) -> Keyphrase:
    shown, *others = sorted(forms, key=lambda f: (-forms[f], f))
    return Keyphrase(shown, round(score, 4), tuple(others), forms.total())


def _candidates(line: str, language: str) -> Iterator[tuple[str, ...]]:
    stop = stopwords(language)
    run: list[str] = []
    end = 0
    for token in tokens(line):
        if run and line[end : token.start].strip():
            yield from _cut(run)
            run = []
        if token.text.lower() in stop or token.text.replace(",", "").replace(".", "").isdigit():
            yield from _cut(run)
            run = []
        else:
            run.append(token.text)
        end = token.end
    yield from _cut(run)


def _cut(run: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if run:
        yield tuple(run[-_LONGEST:])


def focus(keyphrases: Sequence[Keyphrase], language: str = "en") -> dict[str, float]:
    """The stems of `keyphrases` with their weight, for `text.summary.choose`."""
    weights: dict[str, float] = {}
    for keyphrase in keyphrases:
        for word in content_stems(keyphrase.phrase, language):
            weights[word] = max(weights.get(word, 0.0), keyphrase.score)
    return weights
