"""Versions of one text: wire copies, short cuts and light rewrites, and what an agency sends out again with a new lead.

Copies are found by containment, after A. Broder, "On the resemblance and containment of documents" (1997): runs of five
words are hashed, those whose hash is 0 modulo 4 stand for the text, and a source that shares most of the shorter one's
runs is its copy. Containment finds a short cut of a long report, which resemblance does not. Rewriting breaks the runs,
so the sentences of sources that share some runs are compared as well.
"""

from __future__ import annotations

import re
import zlib
from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache, partial
from itertools import count, pairwise
from types import MappingProxyType

from ..model import Analysis, Metadata

_WORD = re.compile(r"[^\W_]+")
_WORD_BITS = 32  # of the number of a word
_RUN = 5
_SAMPLE = 4
_FEWEST = 4  # fewer sampled runs than this say nothing
_HOLDERS = 20  # a run that as many sources have is boilerplate
_ONE_SENTENCE = 0.5  # of their pairs of neighbouring words, for two sentences to be one
_LEAST = _ONE_SENTENCE / 2  # of a sentence's pairs, that another text must hold for it to be one of its sentences
_NEARLY = 1 - 1e-9  # of a bound, so that rounding leaves out nothing
_COPY = 0.6  # of the shorter text, in runs or in sentences that the other has too
_VERSION = 0.55  # of an agency's shorter text, the same day or the next
_TELLING = 3  # sentences: fewer than this are background that an agency keeps at hand
_NONE: Mapping[str, str] = MappingProxyType({})
_MANY = 6  # sentences that tell two versions, the same day, however much else is new

Pair = tuple[int, int]
Sentence = Collection[int]
"""The pairs of neighbouring words of a sentence, each pair as one number, once."""


@dataclass(frozen=True, slots=True)
class _Text:
    """A text by its sampled runs. Its sentences are read when they are asked for: few texts are compared by them."""

    runs: frozenset[int]
    read: Callable[[], Sequence[Sentence]]
    agency: str | None
    day: date | None

    @property
    def sentences(self) -> Sequence[Sentence]:
        """Its sentences."""
        return self.read()


@dataclass(frozen=True, slots=True)
class _Shared:
    """What two texts share: of the runs and of the sentences of either, the greater part; and how many sentences."""

    runs: float
    part: float
    sentences: int


def copies(analyses: Sequence[Analysis], families: Mapping[str, str] = _NONE) -> tuple[tuple[str, str], ...]:
    """(id of a version, id of the fullest of its text), in the order of `analyses`; the newest of equally full ones.
    `families` names the house of a publisher: its papers send out one another's texts, as an agency does its own."""
    numbers: dict[str, int] = defaultdict(count().__next__)
    sentences = cache(lambda doc: _sentences(analyses[doc], numbers))
    texts = [_text(one, partial(sentences, doc), families) for doc, one in enumerate(analyses)]
    sharing = _Sharing(texts)
    fullest = {
        member: max(family, key=lambda i: (_size(texts[i]), texts[i].day or date.min, -i))
        for family in _families(texts, sharing, sharing.telling())
        for member in family
    }
    return tuple(
        (analyses[doc].article.id, analyses[first].article.id) for doc, first in sorted(fullest.items()) if doc != first
    )


def _text(analysis: Analysis, read: Callable[[], Sequence[Sentence]], families: Mapping[str, str]) -> _Text:
    meta = analysis.article.metadata
    words = [w for p in analysis.article.paragraphs if p.role == "body" for w in _WORD.findall(p.text.lower())]
    return _Text(_sampled(words), read, _agency(meta, families), _day(meta))


def _sentences(analysis: Analysis, numbers: Mapping[str, int]) -> tuple[Sentence, ...]:
    """The sentences of more than one word. `numbers` gives each word one."""
    sentences = (_WORD.findall(s.text.lower()) for s in analysis.sentences)
    return tuple(_paired([numbers[word] for word in words]) for words in sentences if len(words) > 1)


def _paired(words: Sequence[int]) -> Sentence:
    """In an array, which takes a tenth of the memory of a set."""
    return array("Q", sorted({one << _WORD_BITS | other for one, other in pairwise(words)}))


def _agency(meta: Metadata, families: Mapping[str, str]) -> str | None:
    """Whose texts go out again: the publisher's or those of his house."""
    publisher = meta.first_publisher
    return families.get(publisher, publisher) if publisher else None


def _day(meta: Metadata) -> date | None:
    try:
        return date.fromisoformat(meta.published or "")
    except ValueError:
        return None


def _sampled(words: Sequence[str]) -> frozenset[int]:
    runs = (" ".join(words[i : i + _RUN]) for i in range(len(words) - _RUN + 1))
    return frozenset(code for run in runs if (code := zlib.crc32(run.encode("utf-8", "replace"))) % _SAMPLE == 0)


def _candidates(texts: Sequence[_Text]) -> Iterator[tuple[Pair, int]]:
    """Pairs of texts that share sampled runs, with how many."""
    holders: dict[int, list[int]] = defaultdict(list)
    for doc, text in enumerate(texts):
        counted = Counter(other for run in sorted(text.runs) for other in holders[run])
        yield from (((other, doc), count) for other, count in sorted(counted.items()) if len(text.runs) >= _FEWEST)
        for run in text.runs:
            if len(holders[run]) < _HOLDERS:
                holders[run].append(doc)


class _Sharing(Mapping[Pair, _Shared]):
    """What each pair of texts shares that have some runs in common, found when it is asked for."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._texts, self._runs = texts, dict(_candidates(texts))
        self._known: dict[Pair, _Shared] = {}
        self._holding = lru_cache(maxsize=1)(lambda doc: _holding(texts[doc].sentences))
        self._within = cache(lambda doc: _within(texts[doc].sentences))  # of every text: some 30 KB each

    def telling(self) -> list[Pair]:
        """The pairs that may be one text, by what is found of them at a fraction of the cost."""
        return [pair for pair, runs in self._runs.items() if self._may_be_one(pair, runs)]

    def __getitem__(self, pair: Pair) -> _Shared:
        if pair not in self._known:
            self._known[pair] = _shared(self._texts, pair, self._runs[pair], self._holding(pair[1]))
        return self._known[pair]

    def __iter__(self) -> Iterator[Pair]:
        return iter(self._runs)

    def __len__(self) -> int:
        return len(self._runs)

    def _may_be_one(self, pair: Pair, runs: int) -> bool:
        one, other = (self._texts[i] for i in pair)
        if runs / min(len(one.runs), len(other.runs)) >= _COPY or _of_one_agency(one, other) is not None:
            return True
        mine, theirs = (self._within(doc) for doc in pair)
        both = mine.pairs & theirs.pairs
        return any(
            text.enough(both) and _most(of.sentences, both) / text.size >= _COPY
            for text, of in ((mine, one), (theirs, other))
        )


@dataclass(frozen=True, slots=True)
class _Within:
    """The pairs of words of a text; how often more than once, for those of several sentences; and of how many all
    sentences are made."""

    pairs: frozenset[int]
    again: Mapping[int, int]
    size: int

    def enough(self, both: frozenset[int]) -> bool:
        """Whether sentences of which another text holds a part, where it holds `both` of this one's pairs of words,
        may be the greater part of this one."""
        held = len(both) + sum(self.again[pair] for pair in both if pair in self.again)
        return held >= _LEAST * _COPY * self.size * _NEARLY


def _within(sentences: Sequence[Sentence]) -> _Within:
    often = Counter(pair for sentence in sentences for pair in sentence)
    again = {pair: times - 1 for pair, times in often.items() if times > 1}
    return _Within(frozenset(often), again, max(1, often.total()))


def _most(sentences: Sequence[Sentence], both: frozenset[int]) -> int:
    """What of a text another may hold too that shares `both` with it, at most."""
    return sum(len(one) for one in sentences if len(both.intersection(one)) > _LEAST * len(one))


def _holding(sentences: Sequence[Sentence]) -> Mapping[int, Sequence[int]]:
    """The sentences that hold each pair of neighbouring words, by number."""
    out: dict[int, list[int]] = defaultdict(list)
    for number, sentence in enumerate(sentences):
        for pair in sentence:
            out[pair].append(number)
    return out


def _shared(texts: Sequence[_Text], pair: Pair, runs: int, holding: Mapping[int, Sequence[int]]) -> _Shared:
    one, other = (texts[i] for i in pair)
    mine, theirs = _found(one.sentences, other.sentences, holding)
    return _Shared(
        runs / min(len(one.runs), len(other.runs)),
        max(sum(map(len, mine)) / _size(one), sum(map(len, theirs)) / _size(other)),
        min(len(mine), len(theirs)),
    )


def _found(
    one: Sequence[Sentence], other: Sequence[Sentence], holding: Mapping[int, Sequence[int]]
) -> tuple[list[Sentence], list[Sentence]]:
    """The sentences of each text that the other holds too, in much the same words. `holding` are those of `other`."""
    mine: list[Sentence] = []
    theirs: set[int] = set()
    for sentence in one:
        both = Counter(number for pair in sentence if pair in holding for number in holding[pair])
        alike = [n for n, same in both.items() if 2 * same >= _ONE_SENTENCE * (len(sentence) + len(other[n]))]
        mine += [sentence] if alike else []
        theirs.update(alike)
    return mine, [other[number] for number in sorted(theirs)]


def _size(text: _Text) -> int:
    return max(1, sum(map(len, text.sentences)))


def _families(texts: Sequence[_Text], shared: Mapping[Pair, _Shared], pairs: Iterable[Pair]) -> list[list[int]]:
    """The texts in families, of `pairs` that may be one. Those nearest come first, and an agency's versions are one
    only where any two of them share something: short reports that a full one takes up are no versions of each other."""
    family = {i: [i] for i in range(len(texts))}
    for pair in sorted(pairs, key=lambda p: (-shared[p].part, p)):
        one, other = (family[i] for i in pair)
        if one is not other and _one_text(texts, pair, shared, (one, other)):
            one += other
            family.update(dict.fromkeys(other, one))
    return [members for i, members in family.items() if members[0] == i and len(members) > 1]


def _one_text(
    texts: Sequence[_Text], pair: Pair, shared: Mapping[Pair, _Shared], families: tuple[Sequence[int], Sequence[int]]
) -> bool:
    if max(shared[pair].runs, shared[pair].part) >= _COPY:
        return True
    return _versions(texts, pair, shared[pair]) and _close(*families, shared)


def _versions(texts: Sequence[_Text], pair: Pair, both: _Shared) -> bool:
    """Whether one agency's two texts of a day, or of one day and the next, are versions of one."""
    apart = _of_one_agency(*(texts[i] for i in pair))
    if apart is None:
        return False
    return (both.part >= _VERSION and both.sentences >= _TELLING) or (apart == 0 and both.sentences >= _MANY)


def _of_one_agency(one: _Text, other: _Text) -> int | None:
    """How many days lie between one agency's two texts of a day, or of one day and the next; None for any others."""
    if not one.agency or one.agency != other.agency or not one.day or not other.day:
        return None
    apart = abs((one.day - other.day).days)
    return apart if apart <= 1 else None


def _close(one: Sequence[int], other: Sequence[int], shared: Mapping[Pair, _Shared]) -> bool:
    pairs = ((min(i, j), max(i, j)) for i in one for j in other)
    return all(pair in shared and shared[pair].sentences >= _TELLING for pair in pairs)
