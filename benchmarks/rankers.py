"""Other ways to rank keyphrases, for comparison: YAKE as it comes, TF-IDF and TextRank.

TextRank: R. Mihalcea and P. Tarau, "TextRank: Bringing order into texts" (2004). Both others rank runs of words between
stopwords and punctuation, with the stopwords that we use.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import yake

from generator.text.words import stopwords, word_runs

Ranker = Callable[[str], list[str]]
LONGEST = 4


def plain_yake() -> Ranker:
    """YAKE with its defaults, one extractor for all texts."""
    extractor = yake.KeywordExtractor(top=20)
    return lambda text: [phrase for phrase, _ in extractor.extract_keywords(text)]


def chunks(text: str) -> list[list[tuple[str, str]]]:
    """Runs of content words as (key, word) pairs."""
    stop = stopwords("en")
    found: list[list[tuple[str, str]]] = []
    for line in text.split("\n"):
        for run in word_runs(line):
            part: list[tuple[str, str]] = []
            for word in run:
                if word.text.lower() in stop or word.text.isdigit():
                    found.append(part)
                    part = []
                else:
                    part.append((word.key, word.text))
            found.append(part)
    return [part[-LONGEST:] for part in found if part]


def by_tfidf(texts: Iterable[str]) -> Ranker:
    """Chunks by the sum of their words' TF-IDF, with document frequencies from `texts`."""
    documents: Counter[str] = Counter()
    number = 0
    for text in texts:
        number += 1
        documents.update({key for chunk in chunks(text) for key, _ in chunk})

    def rank(text: str) -> list[str]:
        counts = Counter(key for chunk in chunks(text) for key, _ in chunk)
        return _ranked(text, {k: n * math.log(number / (1 + documents[k]) + 1) for k, n in counts.items()})

    return rank


def by_textrank(text: str) -> list[str]:
    """Chunks by the sum of their words' PageRank in the graph of neighbours within two words."""
    words = [key for chunk in chunks(text) for key, _ in chunk]
    near: dict[str, dict[str, None]] = {word: {} for word in words}
    for gap in (1, 2):
        for one, other in zip(words, words[gap:], strict=False):
            if one != other:
                near[one][other] = near[other][one] = None
    rank = dict.fromkeys(near, 1.0)
    for _ in range(30):
        rank = {word: 0.15 + 0.85 * sum(rank[n] / len(near[n]) for n in near[word]) for word in near}
    return _ranked(text, rank)


def _ranked(text: str, weight: dict[str, float]) -> list[str]:
    scores: dict[str, float] = {}
    for chunk in chunks(text):
        scores.setdefault(" ".join(word for _, word in chunk), sum(weight[key] for key, _ in chunk))
    return sorted(scores, key=lambda phrase: (-scores[phrase], phrase))[:20]


def all_peers(texts: Sequence[str]) -> dict[str, Ranker]:
    """The peers by name, made ready on `texts`."""
    return {"YAKE": plain_yake(), "TF-IDF": by_tfidf(texts), "TextRank": by_textrank}
