"""Keyphrases of one article: its noun phrases, ranked by YAKE's term statistics, how often and how early they occur.

What was measured on the way here is in docs/decisions/0014-keyphrases.md.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from ...model import Article, Keyphrase, Sentence
from ...text.datelines import dateline_end
from ...text.gazetteer import country_words
from ...text.words import content_stems, stem, stopwords, word_list, word_runs
from .candidates import Candidate, candidates
from .recurring import join_recurring
from .short_forms import find_abbreviations
from .term_scores import term_scores

MOST = 20
SINGLE = 0.85
_AS_BARE = frozenset(("America", "Korea", "Korean", "EU", "UN"))  # as bare as a country, and not the name of one
Key = tuple[str, ...]


@dataclass(slots=True)
class _Phrase:
    """A candidate with all its forms while they are being counted."""

    order: int
    forms: Counter[str] = field(default_factory=Counter)

    @property
    def count(self) -> int:
        return self.forms.total()

    @property
    def acronym(self) -> bool:
        return any(_is_acronym(form) for form in self.forms)


def find_keyphrases(article: Article, sentences: Sequence[Sentence], language: str = "en") -> tuple[Keyphrase, ...]:
    """Up to 20 phrases of one to four words that tell what `article` is about, best first."""
    lines = _lines(article, sentences)
    cut = join_recurring([word_runs(line, language) for line in lines], language)
    short = find_abbreviations(lines, cut)
    phrases: dict[Key, _Phrase] = {}
    for line, runs in zip(lines, cut, strict=True):
        for found in short.joined(candidates(runs, line, language), runs, line):
            for key, surface in ((found.key, found.surface), *_acronyms_within(found)):
                phrase = phrases.setdefault(short.canonical(key), _Phrase(len(phrases)))
                phrase.forms[surface] += 1
    wanted = dict.fromkeys(word for key in phrases for word in key)
    scores = _scores(phrases, term_scores(cut, list(wanted), stopwords(language)))
    return _chosen(phrases, scores)


def _lines(article: Article, sentences: Sequence[Sentence]) -> list[str]:
    """The title, then headings and sentences in the order of the text, each by itself."""
    title = article.metadata.title
    lines = [title] if title and all(p.text != title for p in article.paragraphs) else []
    by_paragraph: dict[int, list[str]] = {}
    for sentence in sentences:
        by_paragraph.setdefault(sentence.paragraph, []).append(sentence.text)
    for number, paragraph in enumerate(article.paragraphs, 1):
        lines += by_paragraph.get(number, []) if paragraph.role != "heading" else [paragraph.text]
    parts = (part.lstrip() for line in lines for part in line.split("\n"))
    return [part[dateline_end(part) :] for part in parts if part]


def _scores(phrases: Mapping[Key, _Phrase], terms: Mapping[str, float]) -> dict[Key, float]:
    """How telling each phrase is: telling words that many phrases hold, often and early, and half as much where a
    phrase only adds a word to one that occurs more often ("5G sector" beside "5G")."""
    counts = _word_counts(phrases)
    scores = {}
    for key, phrase in phrases.items():
        worth = _worth(key, phrase, counts, terms)
        scores[key] = worth / 2 if _extends_commoner(key, phrases) else worth
    return scores


def _worth(key: Key, phrase: _Phrase, counts: Mapping[str, int], terms: Mapping[str, float]) -> float:
    """YAKE's score of a word runs from 0 (telling) up; log(1 + 1/score) turns it round. An acronym stands for several
    words and counts as two."""
    worth = sum(counts[word] ** 0.4 * math.log1p(1 / max(terms.get(word, 1.0), 1e-4)) for word in key)
    if len(key) == 1 and phrase.acronym:
        worth *= 2
    elif len(key) == 1:
        worth *= SINGLE
    repeated = 1 + math.log(phrase.count)
    return float(worth * repeated / math.log(2.7 + phrase.order) ** 0.7 / len(key) ** 0.2)


def _word_counts(phrases: Mapping[Key, _Phrase]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for key, phrase in phrases.items():
        for word in key:
            counts[word] += phrase.count
    return counts


def _extends_commoner(key: Key, phrases: Mapping[Key, _Phrase]) -> bool:
    size, count = len(key), phrases[key].count
    parts = (key[i:j] for i in range(size) for j in range(i + 1, size + 1) if j - i < size)
    return any(part in phrases and phrases[part].count > count for part in parts)


def _acronyms_within(candidate: Candidate) -> list[tuple[Key, str]]:
    """The acronyms in a longer phrase, each a phrase too: "5G network" is about 5G. None where all is in capitals."""
    if len(candidate.key) == 1 or candidate.surface.isupper():
        return []
    return [((key,), word) for key, word in zip(candidate.key, candidate.words, strict=True) if _is_acronym(word)]


@lru_cache(maxsize=20_000)
def _is_acronym(word: str) -> bool:
    """Whether `word` is such as "5G", "AI", "IoT", "R&D" or "COVID-19", but no long word in capitals."""
    capitals = sum(c.isupper() or c.isdigit() for c in word)
    return capitals >= 2 and capitals * 2 > len(word) and (len(word) <= 5 or not word.isalpha())


def _chosen(phrases: Mapping[Key, _Phrase], scores: Mapping[Key, float]) -> tuple[Keyphrase, ...]:
    """The best 20 without fragments; what tells little stands behind all that tells more."""
    ranked = sorted(phrases, key=lambda k: (_is_weak(k), -scores[k], phrases[k].order))
    taken: list[Key] = []
    used = 0
    while used < len(ranked) and len(taken) < MOST:
        room = MOST - len(taken)
        taken += ranked[used : used + room]
        used += room
        taken = [k for k in taken if not any(_is_fragment(k, other, phrases) for other in taken)]
    out: list[Keyphrase] = []
    for key in taken:
        score = round(scores[key] / scores[taken[0]], 4)
        out.append(_keyphrase(phrases[key], min(score, out[-1].score if out else 1.0)))
    return tuple(out)


def _is_fragment(key: Key, other: Key, phrases: Mapping[Key, _Phrase]) -> bool:
    """Whether `key` is a piece of the longer phrase `other`, and stands by itself no more often than that.
    An acronym is never one."""
    if len(key) >= len(other) or phrases[key].count > phrases[other].count or phrases[key].acronym:
        return False
    return any(other[i : i + len(key)] == key for i in range(len(other) - len(key) + 1))


@cache
def _weak_stems() -> frozenset[str]:
    generic = word_list("generic_en")
    words = generic["noun"] | generic["adjective"] | country_words() | _AS_BARE
    return frozenset(stem(word.rstrip(".")) for word in words)


def _is_weak(key: Key) -> bool:
    """Whether a phrase holds nothing but generic words and names of countries."""
    return all(word in _weak_stems() for word in key)


def _keyphrase(phrase: _Phrase, score: float) -> Keyphrase:
    shown, *others = sorted(phrase.forms, key=lambda f: (-phrase.forms[f], f))
    return Keyphrase(shown, round(score, 4), tuple(others), phrase.count)


def focus(keyphrases: Sequence[Keyphrase], language: str = "en") -> dict[str, float]:
    """The stems of `keyphrases` with their weight, for `text.summary.choose`."""
    weights: dict[str, float] = {}
    for keyphrase in keyphrases:
        for word in content_stems(keyphrase.phrase, language):
            weights[word] = max(weights.get(word, 0.0), keyphrase.score)
    return weights
