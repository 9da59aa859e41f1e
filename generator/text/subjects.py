"""How much a text speaks of each of several topics, by their terms and by the other words in which they are put.

A topic's own term counts by how rare it is in the corpus; a word of its title, its scope or its terms counts less, and
less again where other topics have it too. Where terms of two topics overlap, the longer one is meant. The unit is a
term that stands in a single sentence of the corpus.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..config import Topic
from ..model import Rarity
from .matching import Match, Matcher, matcher
from .words import content_stems

UNIT = 1000
_WORD = 0.3  # what a word of a topic is worth beside a term of it
_LEAST = 0.1  # what is left of a term that every sentence has
_BEHIND = 0.2  # how much less may speak for a further topic that a text names
_OPENS, _BEHIND_OPENING = 30, 1.0  # so many characters into a text its subject is named; how much less may speak for it
_UNNAMED, _SILENT = 0.72, 1.1  # what must speak for the topic of a text that names none, or has no word of any
_FEWEST = 100  # fewer sentences than this do not tell how rare a word is: as many are assumed


@dataclass(frozen=True, slots=True)
class Relevance:
    """What speaks for one topic in a text, in UNITs; whether a term of the topic does, whether its title, and whether
    the text opens with such a term."""

    worth: int
    named: bool
    titled: bool = False
    opens: bool = False


_SILENCE = Relevance(0, False)


@dataclass(frozen=True, slots=True)
class Told:
    """What a text holds of all topics together: their terms, as it stands, and the stems of their words."""

    terms: tuple[Match, ...]
    words: frozenset[str]


_NOTHING = Told((), frozenset())
_NO_STEM: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Subject:
    """A topic by its title, its terms, the phrases in which they do not count, and the stems of all its words."""

    title: Matcher
    terms: frozenset[str]
    exclude: Matcher
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Subjects:
    """The topics of a site, which compete for texts. Make one with `subjects`, once, and use it on every text."""

    terms: Matcher
    each: tuple[Subject, ...]
    words: frozenset[str]

    def told(self, text: str, language: str = "en") -> Told:
        """What `text` holds of the topics, all that costs more the longer it is."""
        terms, words = self.terms.find(text), self.words.intersection(content_stems(text, language))
        return Told(terms, words) if terms or words else _NOTHING

    def found(self, text: str) -> tuple[tuple[Match, ...], ...]:
        """For each topic, its terms in `text` that are no part of a phrase it excludes."""
        return self.meant(text, self.terms.find(text))

    def meant(self, text: str, every: Sequence[Match]) -> tuple[tuple[Match, ...], ...]:
        """For each topic, those of `every` term in `text` that are its own, and no part of a phrase it excludes."""
        if not every:
            return ((),) * len(self.each)
        return tuple(_allowed([m for m in every if m.term in subject.terms], text, subject) for subject in self.each)


def subjects(topics: Sequence[Topic]) -> Subjects:
    """The topics of the settings, in order."""
    every = matcher(term for topic in topics for term in topic.terms)
    each = tuple(_subject(topic, every) for topic in topics)
    return Subjects(every, each, _NO_STEM.union(*(subject.words for subject in each)))


def _subject(topic: Topic, every: Matcher) -> Subject:
    own = matcher(topic.terms)
    return Subject(
        matcher((topic.title,)),
        frozenset(every.table[key] for key in own.table).union(own.unspaced),
        matcher(topic.exclude),
        frozenset(content_stems(" ".join((topic.title, topic.scope, *topic.terms)))),
    )


def _allowed(found: Sequence[Match], text: str, subject: Subject) -> tuple[Match, ...]:
    barred = subject.exclude.find(text) if found else ()
    return tuple(m for m in found if all(m.end <= bar.start or m.start >= bar.end for bar in barred))


def rarity(texts: Iterable[tuple[str, str]], known: Subjects) -> Rarity:
    """What each term and each word of the topics is worth among `texts`, each with its language; a text that stands
    there twice counts once."""
    every = set(texts)
    return rarity_of((known.told(*one) for one in every), len(every))


def rarity_of(told: Iterable[Told], size: int) -> Rarity:
    """What each term and each word of the topics is worth by what is `told` in texts, no two of them the same, of which
    there are `size`."""
    terms, words = Counter[str](), Counter[str]()
    for one in told:
        terms.update({m.term for m in one.terms})
        words.update(one.words)
    return Rarity(_worths(terms, size), _worths(words, size))


def _worths(counted: Mapping[str, int], size: int) -> tuple[tuple[str, int], ...]:
    most = math.log(max(size, _FEWEST))
    return tuple((key, round(UNIT * max(_LEAST, 1 - math.log(count) / most))) for key, count in sorted(counted.items()))


class Weigher:
    """Weighs texts against topics, by what their terms and words are worth."""

    def __init__(self, known: Subjects, worth: Rarity) -> None:
        self._known, self._terms = known, dict(worth.terms)
        shared = Counter(word for subject in known.each for word in subject.words)
        self._words = {word: round(_WORD * value / shared[word]) for word, value in worth.words}
        self._nothing = (_SILENCE,) * len(known.each)

    def weigh(self, text: str, language: str = "en") -> tuple[Relevance, ...]:
        """What speaks for each topic in `text`, in their order."""
        return self.weigh_told(text, self._known.told(text, language))

    def weigh_told(self, text: str, told: Told) -> tuple[Relevance, ...]:
        """The same, where it is known what of the topics is `told` in `text`."""
        stems = self._words.keys() & told.words
        if not stems and not told.terms:
            return self._nothing
        found = self._known.meant(text, told.terms)
        return tuple(self._relevance(s, mine, text, stems) for s, mine in zip(self._known.each, found, strict=True))

    def _relevance(self, subject: Subject, found: Sequence[Match], text: str, stems: set[str]) -> Relevance:
        words = sum([self._words[stem] for stem in stems & subject.words])
        if not found:
            return Relevance(words, False) if words else _SILENCE
        terms = sum([self._terms.get(term, UNIT) for term in {m.term for m in found}])
        titled = any(subject.title.find(text[m.start : m.end]) for m in found)
        return Relevance(terms + words, True, titled, found[0].start < _OPENS)


def standing(own: Sequence[Relevance], around: Sequence[int]) -> tuple[int, ...]:
    """The places of the topics on which a text stands: the one for which most speaks, and those that the text itself
    names and for which hardly less does, where it opens with the name not much less, by a title whatever else does. A
    text that names none stands on one only where much around it is about that one."""
    total = [mine.worth + near for mine, near in zip(own, around, strict=True)]
    most = max(total, default=0)
    if any(mine.named for mine in own):
        return tuple(i for i, value in enumerate(total) if most - value <= _lag(own[i]) * UNIT)
    needed = _UNNAMED if any(mine.worth for mine in own) else _SILENT
    return (total.index(most),) if most >= needed * UNIT else ()


def _lag(mine: Relevance) -> float:
    """How much less may speak for a topic than for the first, for a text to stand on it too."""
    if mine.titled:
        return math.inf
    if mine.named:
        return _BEHIND_OPENING if mine.opens else _BEHIND
    return 0.0
