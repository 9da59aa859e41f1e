"""What stage 4 costs: CPU a source, and candidate pairs, on a synthetic corpus with a news-like spread of words.

    python benchmarks/cost_facts.py [SOURCES ...]        (default: 250 1000)

Each source has 500 words. Words follow Zipf's law over a vocabulary of 60,000; stories of about eight sources share
their names, figures and rare words, and a part of their sentences with a third of the words changed, as rewrites do.
"""

from __future__ import annotations

import bisect
import itertools
import random
import sys
import time

from generator.analysis import analyse
from generator.config import Config, Topic
from generator.facts import group
from generator.facts.grouping.clustering import candidates
from generator.facts.grouping.similarity import Similarity
from generator.facts.grouping.terms import extract_clauses
from generator.model import Analysis, Article, Metadata, Paragraph
from generator.topics import assign

_WORDS, _STORY, _SENTENCE = 500, 8, 22
_VOCABULARY = 60_000
_FUNCTION_WORDS = "the of to and a in that is was for on with as by at from has have had it its be are were will said"
_FUNCTION = tuple(_FUNCTION_WORDS.split())
_SYLLABLES = [c + v for c in "bcdfglmnprstvz" for v in ("a", "e", "i", "o", "u", "an", "er", "ol", "is", "un")]


def _vocabulary(rng: random.Random) -> list[str]:
    words: dict[str, None] = {}
    while len(words) < _VOCABULARY:
        words["".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((2, 3, 3, 4))))] = None
    return list(words)


class Corpus:
    """Makes sources, the same for one seed."""

    def __init__(self, seed: int = 7) -> None:
        self._rng = random.Random(seed)
        self._words = _vocabulary(self._rng)
        self._cumulative = list(itertools.accumulate(1 / (rank + 10) for rank in range(len(self._words))))

    def _word(self) -> str:
        return self._words[bisect.bisect(self._cumulative, self._rng.random() * self._cumulative[-1])]

    def _sentence(self, names: list[str]) -> list[str]:
        rng = self._rng
        words = [rng.choice(_FUNCTION) if rng.random() < 0.45 else self._word() for _ in range(_SENTENCE)]
        words[0] = rng.choice(names)
        words[rng.randrange(2, _SENTENCE)] = rng.choice(names)
        words[1] = rng.choice(("said", "announced", "built", "will", "has", "agreed"))
        if rng.random() < 0.3:
            words[rng.randrange(3, _SENTENCE)] = str(rng.randrange(2, 900))
        return words

    def _rewritten(self, words: list[str]) -> list[str]:
        return [self._word() if self._rng.random() < 0.33 and i > 0 else word for i, word in enumerate(words)]

    def articles(self, count: int) -> list[Article]:
        out: list[Article] = []
        while len(out) < count:
            names = [self._word().title() + " " + self._word().title() for _ in range(6)]
            told = [self._sentence(names) for _ in range(_WORDS // _SENTENCE)]
            for _ in range(min(_STORY, count - len(out))):
                mine = [self._rewritten(s) if self._rng.random() < 0.5 else self._sentence(names) for s in told]
                sentences = [" ".join(s).capitalize() + "." for s in mine]
                paragraphs = tuple(Paragraph(" ".join(sentences[i : i + 3])) for i in range(0, len(sentences), 3))
                name = f"s{len(out):05d}"
                out.append(Article(name, f"sources/{name}.txt", "text", Metadata(language="en"), paragraphs))
        return out


def _config(articles: list[Article]) -> Config:
    """Topics of the commonest words, so that most sentences are on one."""
    return Config(
        title="Benchmark", topics=(Topic("all", "All", "Everything", (*_FUNCTION[:3], "said", "will", "has")),)
    )


def _measure(count: int) -> None:
    corpus = Corpus()
    articles = corpus.articles(count)
    config = _config(articles)
    analyses: tuple[Analysis, ...] = tuple(analyse(article, config) for article in articles)
    topics = assign(analyses, config)
    start = time.process_time()
    facts = group(analyses, topics, config)
    spent = time.process_time() - start
    clauses = extract_clauses(analyses, "en")
    pairs = len(candidates(Similarity(clauses, config).vectors))
    shared = sum(len({q.source for q in f.quotes}) > 1 for f in facts.facts)
    print(
        f"{count} sources: {1000 * spent / count:.1f} ms of CPU a source ({spent:.1f} s); {len(clauses)} clauses, "
        f"{pairs} candidate pairs ({pairs / count:.0f} a source), {len(facts.facts)} facts, {shared} of several sources"
    )


if __name__ == "__main__":
    for size in [int(word) for word in sys.argv[1:]] or [250, 1000]:
        _measure(size)
